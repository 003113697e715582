"""Search as a reader uses it, from disk and from a server under a path: what is found is what the records hold, no less, no more."""

from __future__ import annotations

import contextlib
import functools
import http.server
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest

from benchmarks.archives import write_archive
from tests.browser.meetings import RECORDS, SEVERAL_DAYS, TITLE, adjacent, hits, said
from tests.browsing import open_page
from tests.builtsite import Built
from verbale.archive import open_archive
from verbale.catalog.words import date_words, words_in
from verbale.site.build import build_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browsing import Visit


@pytest.fixture
def find(archive: Built, visit: Callable[..., Visit]) -> Callable[..., Page]:
    """Opens the page of search at an address and waits until it has said what came of it."""

    def opened(**asked: str) -> Page:
        seen = visit(archive.root / "search.html", query=urlencode(asked))
        answered(seen.page)
        assert seen.messages == []
        assert all(address.startswith(archive.root.resolve().as_uri()) for address in seen.requests)
        return seen.page

    return opened


def answered(page: Page) -> str:
    """What the page says came of it."""
    page.wait_for_function("document.getElementById('search_status').textContent")
    return page.locator("#search_status").inner_text()


def test_all_words_must_be_there_and_counts_are_exact(find: Callable[..., Page]) -> None:
    expected = hits(lambda words: {"rail", "freight", "projects"} <= set(words))
    assert expected > 5
    assert answered(find(q="freight PROJECTS rail ")) == said(expected)


def test_words_in_quotation_marks_stand_together(find: Callable[..., Page]) -> None:
    expected = hits(lambda words: adjacent(words, ["energy", "which"]) or adjacent(words, ["in", "both", "directions"]))
    only = hits(lambda words: adjacent(words, ["in", "both", "directions"]))
    assert 0 < only <= expected
    assert answered(find(q='"in both directions"')) == said(only)
    assert answered(find(q='"directions both in"')) == said(0)


PHRASES = (
    "in both directions",
    "both directions in",
    "in the",
    "the in",
    "in the coming years",
    "in line with the treaty in force",
    "the treaty",
    "treaty in",
    "for the benefit of the border regions",
    "of the border",
    "benefit of the",
    "on an equal",
    "with due regard for local",
    "regard for local needs",
    "the people of both countries expect",
    "ready to",
    "is ready to deepen",
)
"""With common words in the middle, at the ends, alone, and none; some stand nowhere."""


def test_phrases_are_exact_whatever_words_they_are_made_of(archive: Built, visit: Callable[..., Visit]) -> None:
    """What stands beside words tells where phrases are, so that no record is read but those that are shown."""
    for phrase in PHRASES:
        expected = hits(lambda words, phrase=phrase: adjacent(words, phrase.split()))  # type: ignore[misc]
        seen = visit(archive.root / "search.html", query=urlencode({"q": f'"{phrase}"'}))
        assert answered(seen.page) == said(expected), phrase
        assert len({address for address in seen.requests if "/search/records/" in address}) <= 10, phrase


def test_words_that_are_written_as_one_stand_together(find: Callable[..., Page]) -> None:
    expected = hits(lambda words: adjacent(words, ["of", "the", "border"]))
    assert expected > 5
    assert answered(find(q="of-the-border ")) == said(expected)
    assert answered(find(q="of-the-bor")) == said(expected)
    assert answered(find(q="the-of-bor")) == said(0)


def test_beginnings_are_found(find: Callable[..., Page]) -> None:
    expected = hits(lambda words: any(word.startswith("vacc") for word in words))
    assert expected > 5
    assert answered(find(q="vacc*")) == said(expected)
    assert answered(find(q="vacc")) == said(expected)
    assert answered(find(q="vacc ")) == said(0)


def test_above_two_thousand_it_says_more(find: Callable[..., Page]) -> None:
    expected = hits(lambda words: "in" in words)
    assert expected > 2000
    assert answered(find(q="in ")) == said(expected)


def test_accents_are_folded_and_titles_are_text(find: Callable[..., Page]) -> None:
    page = find(q="zofin")
    assert answered(page) == said(1)
    assert page.locator("#search_hits h2").inner_text() == TITLE
    assert page.locator("#search_hits h2 mark").all_inner_texts() == ["Žofín"]


def test_what_is_marked_is_what_was_asked(find: Callable[..., Page]) -> None:
    page = find(q="freight direct*")
    marked = {text.lower() for text in page.locator("#search_hits .w mark").all_inner_texts()}
    assert marked <= {"freight", "directions"}
    assert "freight" in marked


def test_a_hit_leads_to_its_sentence_which_is_highlighted(find: Callable[..., Page]) -> None:
    page = find(q='"in both directions"')
    words = page.locator("#search_hits .turn .w").first.inner_text()
    page.locator("#search_hits .turn .w").first.click()
    page.wait_for_url(re.compile("records/.*#"))
    assert page.locator(".s:target .w").inner_text() == words
    assert page.locator(".s:target .w").evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_each_hit_tells_whose_account_it_is(find: Callable[..., Page]) -> None:
    group = find(q="vaccine").locator("#search_hits .said").first
    assert re.fullmatch(r"\d+ \w+ \d{4}", group.locator(".m").first.inner_text())
    assert group.locator(".sub").inner_text() == "According to this document, which names no publisher"
    assert group.locator(".how").first.inner_text() in {"reported", "Agreed point: agreed", "quoted"}


def test_results_can_be_narrowed_and_counts_agree_with_what_is_then_found(find: Callable[..., Page]) -> None:
    page = find(q="vaccine ")
    page.locator("#search_narrow summary").click()
    for facet in ("speaker", "theme", "year", "act"):
        link = page.locator(f"#search_by_{facet} a").first
        link.wait_for()
        count = int(link.locator(".num").inner_text().split()[0].replace(",", ""))
        link.click()
        page.wait_for_function("facet => new URLSearchParams(location.search).get(facet)", arg=facet)
        page.wait_for_function(
            "words => document.getElementById('search_status').textContent === words", arg=said(count)
        )
        assert page.locator("#search_chosen a").count() == 1
        page.go_back()
        page.wait_for_function("document.getElementById('search_chosen').children.length === 0")


def test_speakers_count_what_records_say(find: Callable[..., Page]) -> None:
    speaker = RECORDS[0].participants[0].id
    expected = hits(lambda words: "ready" in words, lambda _, who: who == speaker)
    assert expected > 0
    assert answered(find(q="ready", speaker=speaker)) == said(expected)


def test_years_are_those_of_the_meetings(find: Callable[..., Page]) -> None:
    year = (RECORDS[0].event.date or "")[:4]
    expected = hits(lambda words: "ready" in words, lambda record, _: (record.event.date or "").startswith(year))
    assert expected > 0
    assert answered(find(q="ready", year=year)) == said(expected)


def test_records_are_found_by_their_date(find: Callable[..., Page]) -> None:
    dates = [date_words(record.event.date) for record in RECORDS]
    _, month, year = next(date for date in dates if len(date) == 3)
    for asked in ([year], [month, year]):
        page = find(q=" ".join(asked))
        assert answered(page) == said(hits(lambda words, asked=asked: set(asked) <= set(words)))  # type: ignore[misc]
        page.wait_for_function("document.querySelector('#search_hits .said')")
        assert page.locator("#search_hits .m mark").first.inner_text().casefold() in asked
    assert answered(find(q=f'"{month} {year}"')) == said(hits(lambda words: adjacent(words, [month, year])))


@pytest.mark.parametrize("asked", ["1 July 2010", "June 2010", '"30 June 2010"', '"2 July"'])
def test_a_meeting_of_some_days_is_found_by_each_of_them(find: Callable[..., Page], asked: str) -> None:
    page = find(q=asked)
    title = RECORDS[SEVERAL_DAYS].title
    page.wait_for_function("title => document.querySelector('#search_hits').textContent.includes(title)", arg=title)


def test_a_question_that_reads_much_asks_before_it_goes_further_back(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    write_archive(tmp_path, 520)
    build_site(open_archive(tmp_path), tmp_path / "build", jobs=1)
    script = tmp_path / "build/static/search.js"
    script.write_text(script.read_text(encoding="utf-8").replace("280_000", "500"), encoding="utf-8")
    page = visit(tmp_path / "build/search.html", query="q=zzzz+the").page
    further = page.locator("#search_further")
    further.wait_for()
    assert re.fullmatch(r"Nothing found back to \d{4}", answered(page))
    further.click()
    page.wait_for_function("document.getElementById('search_status').textContent === 'Nothing found'")
    assert not further.is_visible()


def test_speakers_themes_and_pages_are_found_by_name(find: Callable[..., Page]) -> None:
    page = find(q="rail freight")
    assert page.locator("#search_names a[href='themes/rail-freight.html']").inner_text() == "Rail freight"
    page = find(q=RECORDS[0].participants[0].name)
    assert page.locator(f"#search_names a[href='speakers/{RECORDS[0].participants[0].id}.html']").count() == 1
    assert find(q="nothing real").locator("#search_names a[href='about.html']").count() == 1


def test_the_keyboard_alone_is_enough(archive: Built, visit: Callable[..., Visit]) -> None:
    page = visit(archive.root / "index.html").page
    page.keyboard.press("/")
    page.keyboard.type("vaccine")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q=vaccine"))
    answered(page)
    page.locator("#search_hits .w").first.wait_for()
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement === document.querySelector('#search_hits .w')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("records/.*#"))


def test_what_is_written_stands_in_the_address(find: Callable[..., Page]) -> None:
    page = find(q="vaccine")
    page.locator("main [type=search]").fill("freight rail")
    page.wait_for_function("location.search === '?q=freight+rail'")
    expected = said(hits(lambda words: "freight" in words and any(word.startswith("rail") for word in words)))
    page.wait_for_function("words => document.getElementById('search_status').textContent === words", arg=expected)


def test_more_are_shown_on_request_to_the_last(find: Callable[..., Page]) -> None:
    expected = hits(lambda words: {"vaccine", "is"} <= set(words))
    assert 20 < expected < 120
    page = find(q="vaccine is ")
    more = page.locator("#search_more")
    shown = page.locator("#search_hits .w")
    page.wait_for_function("document.querySelectorAll('#search_hits .w').length === 10")
    while more.is_visible():
        before = shown.count()
        more.click()
        page.wait_for_function("before => document.querySelectorAll('#search_hits .w').length > before", arg=before)
    assert shown.count() == expected


def test_the_box_searches_within_a_speaker_or_theme(archive: Built, visit: Callable[..., Visit]) -> None:
    for kind, id_ in (("speaker", RECORDS[0].participants[0].id), ("theme", "rail-freight")):
        page = visit(archive.root / f"{kind}s/{id_}.html").page
        page.locator(".mast [type=search]").fill("ready")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(rf"search\.html\?{kind}={id_}&q=ready"))
        assert "result" in answered(page)


def test_without_a_script_the_page_leads_to_the_lists(archive: Built, visit: Callable[..., Visit]) -> None:
    page = visit(archive.root / "index.html", javascript=False).page
    page.locator(".mast [type=search]").fill("ready")
    page.locator(".mast button").click()
    page.wait_for_url(re.compile(r"search\.html\?q=ready"))
    assert page.locator("main a").all_inner_texts() == ["Records", "Agreed points", "Themes", "Speakers"]
    assert not page.locator("#search_page").is_visible()


def test_results_are_accessible_and_fit_their_window(archive: Built, visit: Callable[..., Visit]) -> None:
    wrong = []
    for width in (320, 360, 1440):
        for scheme in ("light", "dark"):
            seen = visit(archive.root / "search.html", query="q=vaccine&year=2010", width=width, scheme=scheme)
            page = seen.page
            answered(page)
            page.locator("#search_narrow summary").click()
            page.locator("#search_by_speaker a").first.wait_for()
            wrong += [f"{width}, {scheme}: {line}" for line in seen.axe()]
            wrong += [f"{width}: {seen.overflow()} pixels too wide"] if seen.overflow() > 0 else []
            assert page.locator("#search_status").get_attribute("role") == "status"
    assert not wrong, "\n".join(wrong)


LETTERLESS = "Write a word to find: letters or digits"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "?! … “” — *"}, LETTERLESS),
        ({"year": "2010"}, LETTERLESS),
        ({"q": '"'}, LETTERLESS),
        ({"q": "constructor"}, said(0)),
        ({"q": '"the constructor" hasownproperty'}, said(0)),
        ({"q": "<img src=x onerror=alert(1)>"}, said(0)),
        ({"q": "vaccine", "speaker": "nobody-of-that-name"}, said(0)),
        ({"q": "vaccine", "theme": "<b>constructor</b>"}, said(0)),
        ({"q": "vaccine", "year": "soon"}, said(0)),
        ({"q": "vaccine", "act": "__proto__"}, said(0)),
    ],
)
def test_odd_questions_have_an_answer_and_no_effect(
    find: Callable[..., Page], asked: dict[str, str], expected: str
) -> None:
    page = find(**asked)
    assert answered(page) == expected
    assert page.locator("#search_page :is(img, script)").count() == 0
    chosen = [value for key, value in asked.items() if key != "q"]
    assert page.locator("#search_chosen a").all_inner_texts() == [f"{value} ×" for value in chosen]
    if chosen and "q" in asked:
        page.locator("#search_chosen a").click()
        page.wait_for_function("document.querySelector('#search_hits .w')")


def test_a_long_paste_finds_the_sentence_that_it_is(find: Callable[..., Page]) -> None:
    text = RECORDS[0].statements[4].text
    words = words_in(" ".join(one.text for record in RECORDS[:20] for one in record.statements))[:300]
    assert answered(find(q=" ".join(words))) == said(0)
    assert hits(lambda found: adjacent(found, words_in(text))) == 1
    assert answered(find(q=f'"{text}"')) == said(1)
    assert answered(find(q=" ".join(words_in(text) * 10))) == said(
        hits(lambda found: set(words_in(text)) <= set(found))
    )


def test_back_leads_from_a_sentence_to_what_was_found(find: Callable[..., Page]) -> None:
    page = find(q="vaccine")
    status, first = answered(page), page.locator("#search_hits .w").first
    assert page.title() == "vaccine · Search · Invented meetings"
    shown = first.inner_text()
    first.click()
    page.wait_for_url(re.compile("records/.*#"))
    page.go_back()
    assert answered(page) == status
    page.locator("#search_hits .w").first.wait_for()
    assert first.inner_text() == shown
    assert page.locator("main [type=search]").input_value() == "vaccine"


def test_back_leads_to_as_many_results_and_to_the_same_place(find: Callable[..., Page]) -> None:
    page = find(q="vaccine is ")
    shown = page.locator("#search_hits .w")
    for wanted in (20, 30):
        page.locator("#search_more").click()
        page.wait_for_function("wanted => document.querySelectorAll('#search_hits .w').length === wanted", arg=wanted)
    place = shown.nth(25).bounding_box()
    shown.nth(25).click()
    page.wait_for_url(re.compile("records/.*#"))
    page.go_back()
    page.wait_for_function("document.querySelectorAll('#search_hits .w').length === 30")
    page.wait_for_function("scrollY > 500")
    back = shown.nth(25).bounding_box()
    assert place is not None
    assert back is not None
    assert abs(back["y"] - place["y"]) < page.viewport_size["height"]  # type: ignore[index]


def test_back_within_search_leads_to_as_many_results(find: Callable[..., Page]) -> None:
    page = find(q="vaccine is ")
    page.locator("#search_more").click()
    page.wait_for_function("document.querySelectorAll('#search_hits .w').length === 20")
    page.locator("#search_narrow summary").click()
    page.locator("#search_by_speaker a").first.click()
    page.wait_for_function("document.querySelector('#search_chosen a')")
    page.go_back()
    page.wait_for_function("document.querySelectorAll('#search_hits .w').length === 20")


def test_who_stands_on_a_result_that_goes_is_led_back_to_the_box(find: Callable[..., Page]) -> None:
    page = find(q="vaccine")
    page.locator("#search_hits .w").first.focus()
    page.evaluate("document.querySelector('main [type=search]').value = 'freight'")
    page.evaluate("document.getElementById('search_form').requestSubmit()")
    page.wait_for_function("document.activeElement.name === 'q'")


def test_on_paper_stand_the_question_and_the_results(find: Callable[..., Page]) -> None:
    page = find(q="ready", year=(RECORDS[0].event.date or "")[:4])
    page.locator("#search_narrow summary").click()
    page.emulate_media(media="print")
    assert page.locator("main [type=search]").is_visible()
    for gone in ("#search_how", "#search_form button", "#search_narrow", ".mast nav", "#search_more"):
        assert not page.locator(gone).first.is_visible(), gone


def test_a_file_that_is_missing_is_told(archive: Built, visit: Callable[..., Visit], tmp_path: Path) -> None:
    import shutil

    shutil.copytree(archive.root, tmp_path / "site")
    for file in (tmp_path / "site/search").glob("n*/shards.js"):
        file.unlink()
    page = visit(tmp_path / "site/search.html").page
    page.locator("main [type=search]").fill("vaccine")
    assert answered(page) == "The index cannot be read. Load the page again."


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """An address at which a folder is served under a path."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/build"
    finally:
        server.shutdown()
        server.server_close()


def test_it_works_from_a_server_under_a_path(archive: Built, browser: Browser) -> None:
    expected = hits(lambda words: adjacent(words, ["in", "both", "directions"]) and "vaccine" in words)
    assert expected > 0
    context = browser.new_context()
    with served(archive.root.parent) as root:
        seen = open_page(context, f"{root}/search.html?q={quote('vaccine “in both directions”')}")
        assert answered(seen.page) == said(expected)
        assert seen.messages == []
        assert all(address.startswith(root) or address.endswith("/favicon.ico") for address in seen.requests)
    context.close()
