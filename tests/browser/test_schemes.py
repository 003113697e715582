"""A reader chooses light, dark or the system's colours: at once, for every page, without a flash, and only where a script runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browsing import open_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browsing import Visit
    from tests.builtsite import Built

LIGHT, DARK = "rgb(252, 252, 250)", "rgb(22, 24, 27)"
CHOICE = ".foot select"


def paper(page: Page) -> str:
    """The colour of the page."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def in_a_folder(site: Built) -> Path:
    """A page that is not at the site's root."""
    return site.root / site.kinds["theme"]


@pytest.mark.parametrize("system", ["light", "dark"])
def test_a_choice_holds_at_once_and_on_every_page(reference: Built, visit: Callable[..., Visit], system: str) -> None:
    seen = visit(reference.root / "index.html", scheme=system)
    of_system = DARK if system == "dark" else LIGHT
    assert paper(seen.page) == of_system
    for choice, colour in (("light", LIGHT), ("dark", DARK), ("as the system", of_system)):
        seen.page.get_by_label("Colours").select_option(label=choice)
        assert paper(seen.page) == colour
        other = open_page(seen.page.context, in_a_folder(reference).resolve().as_uri())
        assert paper(other.page) == colour
        assert other.page.locator(CHOICE).evaluate("one => one.selectedOptions[0].label") == choice
        assert seen.messages + other.messages == []


def test_what_a_browser_draws_itself_has_the_chosen_colours(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(reference.root / "index.html", scheme="light").page
    page.locator(CHOICE).select_option("dark")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_a_choice_stands_before_anything_can_be_painted(reference: Built, visit: Callable[..., Visit]) -> None:
    """Nothing flashes: when the body begins, the choice is there."""
    page = visit(reference.root / "index.html", scheme="light").page
    page.locator(CHOICE).select_option("dark")
    page.add_init_script(
        "new MutationObserver((_, me) => { if (document.body) { me.disconnect();"
        " window.early = document.documentElement.dataset.scheme; } })"
        ".observe(document, {childList: true, subtree: true})"
    )
    page.reload()
    assert page.evaluate("window.early") == "dark"


def test_a_choice_in_another_window_is_followed(reference: Built, visit: Callable[..., Visit]) -> None:
    first = visit(reference.root / "index.html").page
    second = open_page(first.context, in_a_folder(reference).resolve().as_uri()).page
    second.locator(CHOICE).select_option("dark")
    first.wait_for_function("document.documentElement.dataset.scheme === 'dark'")
    assert first.locator(CHOICE).input_value() == "dark"


def test_a_choice_is_made_by_keyboard(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(reference.root / "index.html", scheme="light").page
    page.locator(CHOICE).focus()
    page.keyboard.press("End")
    assert paper(page) == DARK


def test_where_nothing_can_be_kept_a_choice_holds_for_the_page(reference: Built, visit: Callable[..., Visit]) -> None:
    seen = visit(reference.root / "index.html", scheme="light")
    seen.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})"
    )
    seen.page.reload()
    seen.page.locator(CHOICE).select_option("dark")
    assert paper(seen.page) == DARK
    seen.page.reload()
    assert paper(seen.page) == LIGHT
    # A page that is loaded again may leave a picture of its own unfetched.
    assert [message for message in seen.messages if not message.startswith("failed: ")] == []


def test_there_is_no_choice_without_a_script_and_none_on_paper(reference: Built, visit: Callable[..., Visit]) -> None:
    path = reference.root / "index.html"
    assert visit(path, javascript=False).page.locator("select").count() == 0
    page = visit(path).page
    page.locator(CHOICE).select_option("dark")
    page.emulate_media(media="print")
    assert not page.locator(CHOICE).is_visible()
    assert paper(page) == "rgb(255, 255, 255)"


def test_pages_are_accessible_in_a_chosen_scheme(reference: Built, visit: Callable[..., Visit]) -> None:
    seen = visit(in_a_folder(reference), scheme="light")
    seen.page.locator(CHOICE).select_option("dark")
    assert seen.axe() == []
