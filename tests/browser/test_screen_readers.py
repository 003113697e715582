"""What a screen reader is told: a record from its top to its first sentence, and of what a number is the number."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browsing import Visit
    from tests.builtsite import Built

SAID = {"heading", "link", "searchbox", "button", "checkbox", "combobox", "DisclosureTriangle", "StaticText"}
SILENT = {"listitem", "list", "paragraph", "strong", "time", "superscript", "Figcaption"}
BARE = """() => [...document.querySelectorAll("main .num")]
  .filter(one => !one.closest("table") && !one.closest(".row")?.querySelector("h3 .vh") && /^[\\d,]+$/.test(one.textContent))
  .map(one => one.parentNode.textContent)"""
"""Counts that stand without what they count, but for those in a table with heads, or below a heading that says it."""


def tree(page: Page) -> list[tuple[str, str]]:
    """Role and name of all that is told of a page, in order."""
    nodes: list[dict[str, Any]] = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    known = {node["nodeId"]: node for node in nodes}
    told: list[tuple[str, str]] = []

    def walk(node: dict[str, Any]) -> None:
        role, name = node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "").strip()
        if not node.get("ignored") and role not in SILENT and (name or role in {"main", "banner"}):
            told.append((role, name))
            if role in SAID:
                return
        for child in node.get("childIds", ()):
            if child in known:
                walk(known[child])

    walk(nodes[0])
    return told


def test_a_record_from_its_top_to_its_first_sentence(reference: Built, visit: Callable[..., Visit]) -> None:
    told = tree(visit(reference.root / reference.kinds["record"]).page)
    order = [
        ("link", "Skip to the content"),
        ("navigation", "Archive"),
        ("searchbox", "Search the archive"),
        ("main", ""),
        ("link", "Record"),
        ("heading", "Whose account"),
        ("navigation", "On this page"),
        ("heading", "Present"),
        ("link", "Skip the figure"),
        ("DisclosureTriangle", "The figure in words: who speaks when"),
        ("region", "The document"),
        ("checkbox", "Show the reasons for all"),
        ("combobox", "Show"),
        ("StaticText", "Furniture"),
        ("StaticText", "Narrator"),
        ("link", "Sentence 1"),
    ]
    places = [told.index(one) for one in order]
    assert places == sorted(places)
    assert told[places[-1] + 1][0] == "StaticText"


def test_counts_say_what_they_count(site: Built, visit: Callable[..., Visit]) -> None:
    for path in site.kinds.values():
        assert visit(site.root / path).page.evaluate(BARE) == [], path


def test_counts_of_a_large_archive_say_what_they_count(archive: Built, visit: Callable[..., Visit]) -> None:
    home = visit(archive.root / "index.html").page
    assert home.evaluate(BARE) == []
    assert home.locator(".years .num").first.evaluate("one => one.textContent").endswith(" records")
    points = visit(archive.root / "points/index.html").page
    assert points.evaluate(BARE) == []
    assert points.locator(".pager .num").first.evaluate("one => one.textContent").endswith(" agreed points")


def test_what_search_found_is_told_as_on_a_record(archive: Built, visit: Callable[..., Visit]) -> None:
    page = visit(archive.root / "search.html", query="q=energy").page
    page.locator("#search_narrow summary").click()
    page.wait_for_function("document.querySelector('#search_by_year a')")
    told = page.locator("#search_narrow li a").evaluate_all("all => all.map(one => one.textContent)")
    assert all(name.endswith((" result", " results")) for name in told)
    number = page.locator("#search_hits .n").first
    assert number.get_attribute("aria-label") == f"Sentence {number.inner_text()}"
