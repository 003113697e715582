"""Pages that are open while somebody writes: they follow, keep their place, and show what is wrong until it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builtsite import Built
from tests.serving import PAGE, RECORD, Served, copied, put_template, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OVERLAY = "document.querySelector('verbale-fault')?.shadowRoot.textContent ?? ''"


@pytest.fixture
def served(example: Built, tmp_path: Path) -> Iterator[Served]:
    """A copy of the example archive, served."""
    with serving(copied(example.archive, tmp_path / "archive")) as running:
        yield running


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """The record's page, open in a small window."""
    context = browser.new_context(viewport={"width": 400, "height": 300})
    opened = context.new_page()
    with opened.expect_request("**/.verbale/events*"):
        opened.goto(f"{served.address}{PAGE}")
    yield opened
    context.close()


def test_a_page_follows_what_is_saved_and_keeps_its_place(served: Served, page: Page) -> None:
    page.evaluate("scrollTo(0, 700)")
    assert page.evaluate("scrollY") == 700
    served.edit(RECORD, "title: ", "title: Quite ")
    page.wait_for_function("document.querySelector('h1')?.textContent.startsWith('Quite ')")
    page.wait_for_function("scrollY === 700")
    served.edit("content/themes/fishing.md", "label: ", "label: Deep ")
    page.wait_for_function("document.body?.textContent.includes('Deep ')")
    page.wait_for_function("scrollY === 700")


def test_a_page_that_is_shown_before_the_whole_site_is_loaded_once(served: Served, page: Page) -> None:
    loads: list[str] = []
    page.on("request", lambda request: loads.append(request.url) if request.is_navigation_request() else None)
    with served.events("themes/fishing.html") as others:
        first = next(others)["version"]
        put_template(served.archive, "Ours")
        with page.expect_request("**/.verbale/events*"):
            page.wait_for_function("document.body?.textContent.includes('Ours')")
        while next(others)["version"] == first:
            pass
    served.edit(RECORD, "title: ", "title: Quite ")
    page.wait_for_function("document.querySelector('h1')?.textContent.startsWith('Quite ')")
    assert loads == [f"{served.address}{PAGE}"] * 2


def test_a_page_that_nobody_looks_at_holds_no_connection_and_catches_up(served: Served, page: Page) -> None:
    hide = "state => {{ Object.defineProperty(document, 'visibilityState', {{value: state, configurable: true}}); {} }}"
    turn = hide.format("document.dispatchEvent(new Event('visibilitychange'))")
    page.evaluate(turn, "hidden")
    with served.events() as events:
        next(events)
        served.edit(RECORD, "title: ", "title: Late ")
        next(events)
    assert not page.evaluate("document.querySelector('h1').textContent.startsWith('Late ')")
    page.evaluate(turn, "visible")
    page.wait_for_function("document.querySelector('h1')?.textContent.startsWith('Late ')")


def test_a_fault_lies_over_the_page_with_file_and_line_and_goes_when_it_is_mended(served: Served, page: Page) -> None:
    served.edit(RECORD, "speaker: maren-talvik", "speaker: <b>maren")
    page.wait_for_function(f"({OVERLAY}).includes('The site was not built')")
    line = (served.archive / RECORD).read_text(encoding="utf-8").split("<b>maren")[0].count("\n") + 1
    shown = page.evaluate(OVERLAY)
    assert f"{RECORD}:{line}:" in shown
    assert "<b>maren" in shown
    assert page.evaluate("document.querySelector('verbale-fault').shadowRoot.querySelector('b')") is None
    assert page.get_by_role("alert").is_visible()
    served.edit(RECORD, "speaker: <b>maren", "speaker: maren-talvik")
    page.wait_for_function("!document.querySelector('verbale-fault')")


def test_a_page_opened_while_there_is_a_fault_shows_it_and_it_can_be_put_away(served: Served, page: Page) -> None:
    served.edit("content/site.yaml", "title: ", "tilte: ")
    page.wait_for_function(f"({OVERLAY}).includes('content/site.yaml')")
    page.goto(f"{served.address}themes/index.html")
    page.wait_for_function(f"({OVERLAY}).includes('content/site.yaml')")
    page.get_by_role("button", name="Close").click()
    page.wait_for_function("!document.querySelector('verbale-fault')")
    assert page.get_by_role("heading", level=1).is_visible()


def test_a_page_that_was_not_there_shows_itself_when_it_comes(served: Served, page: Page) -> None:
    page.goto(f"{served.address}method.html")
    page.wait_for_function("document.body?.textContent.includes('There is no such page')")
    (served.archive / "content/pages/method.md").write_text("---\ntitle: Method\n---\nHow we read.\n", encoding="utf-8")
    page.wait_for_function("document.body?.textContent.includes('How we read.')")
