"""Each kind of page in Chromium from disk: silent, alone, within its window, accessible, in light and dark, without script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.builtsite import Built

if TYPE_CHECKING:
    from tests.browsing import Visit

Scheme = Literal["light", "dark"]
SMALL, MIDDLE, LARGE = 360, 768, 1440
REFLOW = 320
"""A window of 1280 pixels at 400 per cent (WCAG 2.2, 1.4.10)."""


def looked_at(site: Built) -> Iterator[Path]:
    """One page of each kind, the largest, and every record."""
    pages = {*site.kinds.values(), *(page for page in site.pages if page.startswith("records/"))}
    return (site.root / page for page in sorted(pages))


@pytest.mark.parametrize("width", [REFLOW, SMALL, MIDDLE, LARGE])
def test_pages_are_silent_alone_and_within_their_window(site: Built, visit: Callable[..., Visit], width: int) -> None:
    root = site.root.resolve().as_uri()
    wrong = []
    for page in looked_at(site):
        seen = visit(page, width=width)
        wrong += [f"{page.name} at {width}: {message}" for message in seen.messages]
        wrong += [f"{page.name} asked for {address}" for address in seen.requests if not address.startswith(root)]
        if seen.overflow() > 0:
            wrong.append(f"{page.name} is {seen.overflow()} pixels wider than {width}")
        seen.page.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("width", "scheme"), [(SMALL, "light"), (LARGE, "dark")])
def test_pages_are_accessible(site: Built, visit: Callable[..., Visit], width: int, scheme: Scheme) -> None:
    wrong = []
    for page in looked_at(site):
        seen = visit(page, width=width, scheme=scheme)
        wrong += [f"{page.name}, {width}, {scheme}: {line}" for line in seen.axe()]
        seen.page.close()
    assert not wrong, "\n".join(wrong)


def test_an_open_reason_is_accessible(reference: Built, visit: Callable[..., Visit]) -> None:
    """Reasons are hidden until they are asked for, and axe does not judge what is hidden."""
    for scheme in ("light", "dark"):
        seen = visit(reference.root / reference.kinds["record"], scheme=scheme)
        seen.page.locator("#all_reasons").check()
        assert seen.axe() == []


def test_dark_pages_are_dark(reference: Built, visit: Callable[..., Visit]) -> None:
    colours = [
        visit(reference.root / "index.html", scheme=scheme).page.evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    ]
    assert colours == ["rgb(252, 252, 250)", "rgb(22, 24, 27)"]


def test_fonts_are_the_sites_own(reference: Built, visit: Callable[..., Visit]) -> None:
    seen = visit(reference.root / reference.kinds["record"])
    seen.page.evaluate("document.fonts.ready.then(() => true)")
    assert len([address for address in seen.requests if address.endswith(".woff2")]) >= 2
    assert seen.page.evaluate(
        "document.fonts.check('16px \"Verbale Serif\"') && document.fonts.check('16px \"Verbale Sans\"')"
    )


def test_a_page_reads_the_same_without_script(site: Built, visit: Callable[..., Visit]) -> None:
    """A script adds buttons and a list, which do nothing without one, and no word besides; but search is nothing without one."""
    for path in (path for kind, path in site.kinds.items() if kind != "search"):
        texts = []
        for javascript in (True, False):
            page = visit(site.root / path, javascript=javascript).page
            page.evaluate("document.querySelectorAll('button, .take, .foot label').forEach(one => one.remove())")
            texts.append(page.locator("body").inner_text())
            page.close()
        assert texts[0] == texts[1], path


def test_the_head_of_a_page_takes_three_rows_of_a_small_window(site: Built, visit: Callable[..., Visit]) -> None:
    for kind in ("home", "record", "speaker"):
        box = visit(site.root / site.kinds[kind], width=SMALL).page.locator(".mast").bounding_box()
        assert box is not None
        assert box["height"] < 4 * 44, kind


def test_the_first_stop_of_the_keyboard_leads_to_the_content(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(reference.root / reference.kinds["record"]).page
    page.keyboard.press("Tab")
    box = page.locator(".skip").first.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_forced_colours_keep_the_strip(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(reference.root / reference.kinds["record"]).page
    page.emulate_media(forced_colors="active")
    fills = page.eval_on_selector_all(".cells svg:not(.v-p) rect", "all => all.map(one => getComputedStyle(one).fill)")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert fills
    assert paper not in fills


def test_print_shows_the_document_and_no_navigation(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(reference.root / reference.kinds["record"], scheme="dark").page
    page.emulate_media(media="print")
    assert not page.locator(".mast nav").is_visible()
    assert not page.locator(".dl").is_visible()
    assert page.locator(".doc .t").first.is_visible()
    assert page.locator(".who-l").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
