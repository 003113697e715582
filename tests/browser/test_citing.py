"""What a reader copies of a sentence or an agreed point, in Chromium and from disk; the readout is quoted, not whom it reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests import citable
from tests.builtsite import Built
from tests.program import succeed

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browsing import Visit

PLACE = "\u201cTalks at Sea\u201d, 14 March 2024. In Readouts, word by word, record talks"
HOUSE = citable.PUBLISHER


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The readout with its publisher and address, in an archive that has one."""
    return built(tmp_path_factory, published=True)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The readout without a publisher, in an archive that is nowhere but on disk."""
    return built(tmp_path_factory, published=False)


def built(folders: pytest.TempPathFactory, *, published: bool) -> Built:
    """The archive, built."""
    root = folders.mktemp("citable")
    citable.write(root, published=published)
    return Built(root, root / "build", citable.BASE_URL if published else None, succeed("build", cwd=root))


def pasted(page: Page) -> str:
    """What is on the clipboard, by pasting it as a reader does."""
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'paste_here'}))")
    page.locator("#paste_here").focus()
    page.keyboard.press("Control+V")
    text = page.locator("#paste_here").input_value()
    page.locator("#paste_here").evaluate("one => one.remove()")
    return text


def copied(page: Page, sentence: str, label: str) -> str:
    """What a button below a sentence's reason copies."""
    page.locator(f"#{sentence} > .n").click()
    page.locator(f"#{sentence}").get_by_role("button", name=label, exact=True).click()
    what = {"Copy link": "link", "Copy quotation": "words"}[label]
    page.locator(f'#{sentence} [data-take={what}]:text-is("Copied")').wait_for()
    return pasted(page)


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("s01", f"as reported by {HOUSE}"),
        ("s02", f"as reported by {HOUSE} (speaker: Maren Talvik)"),
        ("s03", f"as reported by {HOUSE} (speaker: Maren Talvik)"),
        ("s04", f"Jonas Ferrel as quoted by {HOUSE}"),
        ("s05", f"as reported by {HOUSE} (speaker: Jonas Ferrel, also Maren Talvik)"),
        ("s06", f"as reported by {HOUSE} (speaker: Orvland)"),
        ("s07", f"as reported by {HOUSE} (speaker unknown)"),
        ("s08", f"as reported by {HOUSE} (speaker: the sides together)"),
        ("s09", f"Jonas Ferrel as quoted by {HOUSE}"),
    ],
)
def test_a_quotation_is_the_readouts_unless_the_readout_quotes(
    published: Built, visit: Callable[..., Visit], sentence: str, by: str
) -> None:
    page = visit(published.root / "records/talks.html").page
    _, record = citable.readout(published=True)
    words = {statement.id: statement.text for statement in record.statements}[sentence]
    address = f"{citable.BASE_URL}records/talks.html#{sentence}"
    # Words with marks of their own get no second pair of them.
    opening, closing = {"s04": "\u2018\u2019", "s05": "\u2018\u2019", "s09": ("", "")}.get(sentence, "\u201c\u201d")
    expected = f"{opening}{words}{closing}, {by}, {PLACE}#{sentence}. {address}"
    assert copied(page, sentence, "Copy quotation") == expected


def test_without_a_publisher_and_an_address_a_quotation_says_so_and_names_no_file(
    bare: Built, visit: Callable[..., Visit]
) -> None:
    seen = visit(bare.root / "records/talks.html", fragment="s02")
    expected = (
        "\u201cTalvik said that the strait must stay open.\u201d, as reported by a publisher not named "
        f"(speaker: Maren Talvik), {PLACE}#s02"
    )
    assert copied(seen.page, "s02", "Copy quotation") == expected
    assert copied(seen.page, "s02", "Copy link") == f"{(bare.root / 'records/talks.html').resolve().as_uri()}#s02"
    assert seen.messages == []


def test_a_browser_that_gives_no_clipboard_copies_all_the_same(published: Built, visit: Callable[..., Visit]) -> None:
    page = visit(published.root / "records/talks.html").page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    assert copied(page, "s02", "Copy link") == f"{citable.BASE_URL}records/talks.html#s02"
    page.locator("#s02").get_by_role("button", name="Cite").click()
    page.locator("dialog dd button").first.click()
    page.locator("dialog").get_by_text("Copied").wait_for()
    page.keyboard.press("Escape")
    assert pasted(page).endswith(f"{citable.BASE_URL}records/talks.html#s02.")


def test_a_button_pressed_twice_gets_its_label_back(published: Built, visit: Callable[..., Visit]) -> None:
    page = visit(published.root / "records/talks.html", fragment="s02").page
    button = page.locator("#s02 [data-take=link]")
    button.click()
    page.locator('#s02 [data-take=link]:text-is("Copied")').wait_for()
    button.click()
    page.locator('#s02 [data-take=link]:text-is("Copy link")').wait_for()


def test_the_dialog_gives_a_sentences_reference_in_each_style(published: Built, visit: Callable[..., Visit]) -> None:
    seen = visit(published.root / "records/talks.html", fragment="s03")
    page = seen.page
    page.locator("#s03").get_by_role("button", name="Cite").click()
    dialog = page.get_by_role("dialog", name="Cite sentence 3")
    styles = dict(zip(dialog.locator("dt").all_inner_texts(), dialog.locator("dd").all_inner_texts(), strict=True))
    for style in styles:
        assert dialog.get_by_role("button", name=f"Copy {style}", exact=True).count() == 1
    address = f"{citable.BASE_URL}records/talks.html#s03"
    assert {style: text.split("Copy")[0].strip() for style, text in styles.items()} == {
        "Chicago": f"{HOUSE}. \u201cTalks at Sea.\u201d Readout of March 14, 2024. In Readouts, word by word, "
        f"record talks#s03. Published March 15, 2024. {address}.",
        "APA": f"{HOUSE}. (2024, March 15). Talks at Sea [Readout of March 14, 2024]. Readouts, word by word, "
        f"record talks#s03. {address}",
        "MLA": f"{HOUSE}. \u201cTalks at Sea.\u201d Readouts, word by word, 15 Mar. 2024, readout of 14 Mar. 2024, "
        f"record talks#s03, {address}.",
        "In a text": "\u201cThe well-known, narrow & shallow strait is a road, not a wall, for all who live by it.\u201d, "
        f"as reported by {HOUSE} (speaker: Maren Talvik), {PLACE}#s03. {address}",
    }
    assert dialog.get_by_role("link", name="The sentence at its publisher").get_attribute("href") == (
        f"{citable.URL}#:~:text=The%20well%2Dknown%2C%20narrow%20%26%20shallow,all%20who%20live%20by%20it."
    )
    assert seen.axe() == []
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Cite"


def test_a_points_page_offers_its_words_and_its_references(published: Built, visit: Callable[..., Visit]) -> None:
    page = visit(published.root / "points/talks/point-2.html").page
    address = f"{citable.BASE_URL}points/talks/point-2.html"
    row = page.locator(".citerow")
    row.locator(".quote button").click()
    row.locator('.quote button:text-is("Copied")').wait_for()
    expected = f"\u201cmeet again in May\u201d, agreed by the sides as reported by {HOUSE}, 14 March 2024. "
    assert pasted(page) == f"{expected}In Readouts, word by word, record talks#s08. {address}"
    row.get_by_role("button", name="Copy link").click()
    row.locator('[data-take=link]:text-is("Copied")').wait_for()
    assert pasted(page) == address


def test_without_script_the_references_are_there_as_text(published: Built, visit: Callable[..., Visit]) -> None:
    page = visit(published.root / "points/talks/point-2.html", javascript=False).page
    assert page.locator(".refs dt").all_inner_texts() == ["Chicago", "APA", "MLA", "In a text"]
    assert f"{citable.BASE_URL}points/talks/point-2.html" in page.locator(".refs dd").first.inner_text()
    assert page.locator("main button").count() == 0
    link = page.get_by_role("link", name="The sentence at its publisher").get_attribute("href")
    assert link == f"{citable.URL}#:~:text=The%20two%20sides%20agreed%20to,to%20meet%20again%20in%20May."


@pytest.mark.parametrize("page", ["records/talks.html", "points/talks/point-1.html"])
def test_what_is_offered_is_large_enough_for_a_finger_and_says_nothing_wrong(
    published: Built, visit: Callable[..., Visit], page: str
) -> None:
    seen = visit(published.root / page, width=360, fragment="s02")
    assert seen.page.locator("main button:visible").count() > 0
    assert seen.messages == []
    assert seen.overflow() == 0
    assert seen.axe() == []
