"""Pages by keyboard and by system settings: the focus is seen and never hidden, nothing moves for whom it must not."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.test_pages import SMALL, looked_at

if TYPE_CHECKING:
    from tests.browsing import Visit
    from tests.builtsite import Built

STOPS = 60
"""So many stops of the keyboard are looked at on a page."""
FOCUS = """() => {
  const one = document.activeElement;
  if (one === document.body || one.id === "main") return null;
  const style = getComputedStyle(one), drawn = one.querySelector("rect");
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const framed = drawn && parseFloat(getComputedStyle(drawn).strokeWidth) >= 2;
  const box = one.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const visible = hit && (one.contains(hit) || hit.contains(one) || one.closest("label")?.contains(hit));
  const name = one.outerHTML.slice(0, 90);
  if (!outlined && !framed) return "no focus to be seen on " + name;
  return visible || !box.width ? "" : "hidden behind " + hit?.outerHTML.slice(0, 60) + ": " + name;
}"""


@pytest.mark.parametrize(("kind", "width"), [("record", SMALL), ("record", 1280), ("theme", SMALL), ("search", SMALL)])
@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_focus_is_seen_and_nothing_lies_over_it(
    reference: Built, visit: Callable[..., Visit], kind: str, width: int, colours: Literal["none", "active"]
) -> None:
    page = visit(reference.root / reference.kinds[kind], width=width).page
    page.emulate_media(forced_colors=colours, reduced_motion="reduce")
    wrong = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        fault = page.evaluate(FOCUS)
        wrong += [fault] if fault else []
    assert not wrong, "\n".join(wrong)


def test_nothing_moves_for_whom_it_must_not(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(reference.root / reference.kinds["record"]).page
    moving = """() => [...document.querySelectorAll("*")].filter(one => {
      const style = getComputedStyle(one);
      return style.scrollBehavior !== "auto" || style.animationName !== "none" || parseFloat(style.transitionDuration);
    }).map(one => one.tagName)"""
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) == ["HTML"]


def test_headings_are_in_order_and_each_page_has_its_landmarks(site: Built, visit: Callable[..., Visit]) -> None:
    for path in looked_at(site):
        page = visit(path).page
        if path.name == "404.html":
            continue
        levels = page.eval_on_selector_all(
            ":is(h1,h2,h3,h4,h5,h6):not(template *)", "all => all.map(one => +one.tagName[1])"
        )
        assert levels[0] == 1, path.name
        assert levels.count(1) == 1, path.name
        assert all(next_ - level <= 1 for level, next_ in pairwise(levels)), path.name
        for landmark in ("banner", "main", "contentinfo"):
            assert page.get_by_role(landmark).count() == 1, (path.name, landmark)
        page.close()


def test_more_contrast_makes_quiet_text_plain(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(reference.root / "index.html").page
    colours = "[getComputedStyle(document.querySelector('.foot p')).color, getComputedStyle(document.body).color]"
    quiet, ink = page.evaluate(colours)
    assert quiet != ink
    page.emulate_media(contrast="more")
    quiet, ink = page.evaluate(colours)
    assert quiet == ink
