"""What paper tells of the place of each sentence, since no link can be followed there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browsing import Visit
    from tests.builtsite import Built


def printed(page: Page) -> Page:
    """The page as it goes to paper."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page


def test_a_record_ends_with_a_note_on_each_sentence(reference: Built, visit: Callable[..., Visit]) -> None:
    seen = visit(reference.root / reference.kinds["record"])
    page = printed(seen.page)
    notes = page.locator(".notes li")
    assert notes.count() == page.locator(".doc .s").count()
    for at in (0, 14):
        sentence = page.locator(".doc .s").nth(at)
        assert notes.nth(at).get_attribute("value") == sentence.locator(".n").inner_text()
        assert f" #{sentence.get_attribute('id')} " in notes.nth(at).inner_text()
    assert page.locator(".notes :is(button,[id])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".notes").count() == 0
    assert seen.messages == []


def test_notes_are_of_what_is_shown_and_not_given_twice(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(reference.root / reference.kinds["record"]).page
    page.locator("#only").select_option(index=1)
    shown = page.locator(".doc .s:visible").count()
    assert printed(page).locator(".notes li").count() == shown
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.locator("#all_reasons").check()
    assert printed(page).locator(".notes").count() == 0


def test_paper_tells_addresses_without_a_script_too(example: Built, visit: Callable[..., Visit]) -> None:
    assert example.base_url
    for kind in ("record", "theme", "speaker", "point"):
        page = visit(example.root / example.kinds[kind], javascript=False).page
        address = page.locator(".foot .pr")
        assert not address.is_visible()
        page.emulate_media(media="print")
        assert f"{example.base_url}{example.kinds[kind]}" in address.inner_text()
        if kind != "record":
            assert page.locator("main .pr").first.inner_text().startswith(f"{example.base_url}records/")


def test_an_address_that_is_printed_already_is_not_printed_twice(oddities: Built, visit: Callable[..., Visit]) -> None:
    page = visit(oddities.root / "records/call.html").page
    page.emulate_media(media="print")
    assert page.locator("#at_publisher").evaluate("one => getComputedStyle(one, '::after').content") == "none"


def test_figures_are_whole_on_paper(archive: Built, visit: Callable[..., Visit]) -> None:
    page = printed(visit(archive.root / "figures.html", width=620).page)
    room = page.locator("main").bounding_box()
    assert room is not None
    for figure in page.locator(".fig svg").all():
        box = figure.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= room["x"] + room["width"] + 1
    # What is closed would be a heading of nothing.
    assert not page.locator(".fig summary").first.is_visible()
