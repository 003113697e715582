"""A source's words as they stand on a page: signs stay with their words, scripts run their way, and a copy is the source."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.browsing import Visit
    from tests.builtsite import Built

RECORD = "records/2021-03-03-berg-marr.html"
TOPS = """sentence => {
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT), places = [];
  for (let node; node = walker.nextNode();) for (let at = 0; at < node.data.length; at++) {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    places.push([node.data[at], box.top, box.left]);
  }
  return places;
}"""
"""Each letter of an element with the top and the left of its box."""


def test_signs_that_plain_spaces_set_off_are_on_the_line_of_their_words(
    oddities: Built, visit: Callable[..., Visit]
) -> None:
    page = visit(oddities.root / RECORD).page
    for width in range(320, 460, 4):
        page.set_viewport_size({"width": width, "height": 900})
        letters = page.locator("#s01 .w").evaluate(TOPS)
        for at, (letter, top, _) in enumerate(letters):
            if letter == "\u00ab":
                assert letters[at + 2][1] == top, width
            if letter in "\u00bb!:":
                assert letters[at - 2][1] == top, width


def test_what_follows_words_from_right_to_left_stays_in_its_order(oddities: Built, visit: Callable[..., Visit]) -> None:
    letters = visit(oddities.root / RECORD).page.locator("#s02 .w").evaluate(TOPS)
    left = {letter: place for letter, _, place in letters}
    assert left["\u05dd"] < left["\u05e9"] < left["\u201d"] < left["3"]


def test_a_document_from_right_to_left_is_set_right(oddities: Built, visit: Callable[..., Visit]) -> None:
    page = visit(oddities.root / "records/2022-02-02-salim-nura.html").page
    for selector in ("h1", ".doc .t", ".pts li a"):
        said = page.locator(selector).first.evaluate(
            "one => [getComputedStyle(one).direction, getComputedStyle(one).textAlign]"
        )
        assert said[0] == "rtl"
        assert said[1] in {"start", "right"}


def test_markup_alone_is_added(oddities: Built, visit: Callable[..., Visit]) -> None:
    page = visit(oddities.root / RECORD).page
    assert page.locator("#s03 .w").evaluate("one => one.textContent") == "\u00ab Oui \u00bb."
