"""Where furniture stands among the statements of a source: on lines of its own or in one with a sentence; no I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from verbale.record import Furniture, Record, Statement

OWN_LINE: Final = 0
WITH_NEXT: Final = 1
WITH_LAST: Final = -1
LEADING: Final = frozenset({"label", "marker"})
"""Furniture that belongs to the statement after it, even when a line ends between the two."""
_BLANK_LINE: Final = re.compile(r"\n\s*\n")


def furniture_places(record: Record, text: str) -> tuple[int, ...]:
    """Return for each piece of furniture where it stands in the source `text`.

    `WITH_NEXT` and `WITH_LAST` are in one line with the statement after or before it, with other furniture between them
    or not; `OWN_LINE` is a line, or lines, of its own.
    """
    items: list[Statement | Furniture] = sorted([*record.statements, *record.furniture], key=lambda item: item.at)
    places: dict[int, int] = {}
    for index, item in enumerate(items):
        if hasattr(item, "kind"):
            places[item.at.start] = _place(items, index, text)
    return tuple([places[furniture.at.start] for furniture in record.furniture])


def _place(items: list[Statement | Furniture], index: int, text: str) -> int:
    for item, following in zip(items[index:], items[index + 1 :], strict=False):
        gap = text[item.at.end : following.at.start]
        if "\n" in gap and not (getattr(item, "kind", "") in LEADING and not _BLANK_LINE.search(gap)):
            break
        if not hasattr(following, "kind"):
            return WITH_NEXT
    for item, before in zip(items[index::-1], items[index - 1 :: -1] if index else [], strict=False):
        if "\n" in text[before.at.end : item.at.start]:
            break
        if not hasattr(before, "kind"):
            return WITH_LAST
    return OWN_LINE
