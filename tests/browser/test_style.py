"""Style that no page has a use for is weight: each rule must find something on one page at least."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.builtsite import Built, kind_of

if TYPE_CHECKING:
    from tests.browsing import Visit

RULE = re.compile(r"([^{}@;]+)\{[^{}]*\}")
STATE = re.compile(r":(?:hover|focus-visible|focus|target|checked)\b|::[-\w]+")
"""What no page shows before somebody does something, and what stands in no document."""
EMPTIED = (re.compile(r":(?:not|has)\(\)"), re.compile(r"(?<![\w\])*])(?=[,)]|$)|(?<=[,(])(?=[,)])"))
"""What is left of a selector without its states: conditions that always hold, and places where anything may stand."""
LATER = ("font-face", "data-scheme", "dialog", "[open]", "hidden")
"""What a script or a reader brings about: a choice of colours, a dialog, something opened; and what selects nothing."""
PEOPLES = (".prose", "img", "cite")
"""What people may write in notes and on pages of the archive."""
UNUSED = "all => all.filter(one => !document.querySelector(one))"


def selectors(css: str) -> dict[str, str]:
    """The selectors of a sheet, each with what is left of it without states."""
    found = {}
    for rule in RULE.finditer(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        selector = rule[1].strip()
        shown = EMPTIED[0].sub("", STATE.sub("", selector))
        found[selector] = EMPTIED[1].sub("*", shown)
    return {selector: shown for selector, shown in found.items() if not any(one in selector for one in LATER + PEOPLES)}


@pytest.mark.parametrize("sheet", ["site.css", "record.css", "lists.css"])
def test_every_rule_is_of_use(
    reference: Built, oddities: Built, archive: Built, visit: Callable[..., Visit], sheet: str
) -> None:
    left = selectors(reference.text(f"static/{sheet}"))
    assert len(left) > 20
    for site in (reference, oddities, archive):
        records = [path for path in site.pages if site is oddities and kind_of(path) == "record"]
        for path in (*site.kinds.values(), *records):
            if left and f"static/{sheet}" in site.text(path):
                unused = set(visit(site.root / path).page.evaluate(UNUSED, list(left.values())))
                left = {selector: shown for selector, shown in left.items() if shown in unused}
    assert sorted(left) == []
