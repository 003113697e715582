"""Pages under a finger: what can be chosen is 44 pixels high or stands in a sentence, and no sentence is pulled apart for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_pages import SMALL, looked_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.builtsite import Built

LEAST_HEIGHT, LEAST_WIDTH = 44, 24
"""Pixels: what WCAG 2.2 asks for at level AAA (2.5.5), and at least what it asks for at AA (2.5.8)."""
TARGETS = """([height, width]) => {
  // What is in a sentence is as high as its line: both criteria say so.
  const inSentence = ".t,.app,.prose,.sub:not(.row),.meta,.lead,.about,.hint,.refs,p:has(> a:not(:only-child))";
  const found = [];
  for (const one of document.querySelectorAll("a,button,input:not([type=hidden]),label,select,summary")) {
    // A box within its label is as large as that.
    const box = (one.matches("[type=checkbox]") ? one.closest("label") : one).getBoundingClientRect();
    const hidden = !one.getClientRects().length || one.closest(".skip,.vh,.hits");
    if (hidden || one.closest(inSentence) && !one.closest(".foot")) continue;
    if (box.height < height || box.width < width)
      found.push(`${one.outerHTML.slice(0, 80)}: ${Math.round(box.width)} x ${Math.round(box.height)}`);
  }
  return found;
}"""
HIT = """number => {
  const area = getComputedStyle(number, "::after"), box = number.getBoundingClientRect();
  const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map(side => -parseFloat(area[side]));
  return [box.width + left + right, box.height + top + bottom];
}"""


@pytest.fixture
def touched(browser: Browser) -> Iterator[Page]:
    """A page in a small window that is used with a finger."""
    context = browser.new_context(viewport={"width": SMALL, "height": 800}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def test_what_can_be_chosen_is_large_enough(site: Built, touched: Page) -> None:
    wrong = []
    for path in looked_at(site):
        touched.goto(path.resolve().as_uri())
        touched.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        wrong += [f"{path.name}: {fault}" for fault in touched.evaluate(TARGETS, [LEAST_HEIGHT, LEAST_WIDTH])]
    assert not wrong, "\n".join(wrong)


def test_the_numbers_of_sentences_are_hit_beside_them_too(reference: Built, touched: Page) -> None:
    for kind in ("record", "theme", "speaker"):
        touched.goto((reference.root / reference.kinds[kind]).resolve().as_uri())
        width, height = touched.locator(".t .n").first.evaluate(HIT)
        assert width >= LEAST_HEIGHT
        assert height >= LEAST_HEIGHT


def test_sentences_flow_around_their_links(site: Built, touched: Page) -> None:
    for path in looked_at(site):
        touched.goto(path.resolve().as_uri())
        boxes = touched.eval_on_selector_all(".t a:not(.app a)", "all => all.map(one => getComputedStyle(one).display)")
        assert set(boxes) <= {"inline"}, path.name


def test_nothing_shines_through_the_name_that_stays_in_view(reference: Built, touched: Page) -> None:
    touched.goto((reference.root / reference.kinds["record"]).resolve().as_uri())
    for _ in range(40):
        touched.mouse.wheel(0, 60)
        shining = touched.evaluate(
            """() => [...document.querySelectorAll(".doc .who-l")].filter(name => {
              const {left, right, top, bottom} = name.getBoundingClientRect();
              if (top < 0 || top > 1) return false;
              return [0.2, 0.5, 0.8].some(part => {
                const hit = document.elementFromPoint(left + (right - left) * part, (top + bottom) / 2);
                return hit && !name.contains(hit) && name.parentElement.contains(hit);
              });
            }).length"""
        )
        assert shining == 0
