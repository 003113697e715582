"""What a reader does with a record: follows a link to a sentence, asks for reasons, copies words, clicks the figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.builtsite import Built
from tests.program import ROOT, succeed
from tests.test_archives import copied
from verbale.recordfile import load

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browsing import Visit
    from verbale.record import Record


def record_page(site: Built) -> Path:
    """The page of the largest record."""
    return site.root / site.kinds["record"]


def record_of(site: Built) -> Record:
    """The record behind it, as the site offers it for download."""
    text = record_page(site).with_suffix(".yaml").read_text(encoding="utf-8")
    record, problems = load(text, "record")
    assert problems == []
    return record


def test_a_link_to_a_sentence_opens_its_reason_and_no_other(reference: Built, visit: Callable[..., Visit]) -> None:
    statement = record_of(reference).statements[7]
    page = visit(record_page(reference), fragment=statement.id).page
    assert page.locator(".app:visible").count() == 1
    reason = page.locator(f"#{statement.id} .app").inner_text()
    assert f"characters {statement.at.start}\u2013{statement.at.end}" in reason
    shade = page.evaluate("id => getComputedStyle(document.querySelector(`#${id} .w`)).backgroundColor", statement.id)
    assert shade not in {"rgba(0, 0, 0, 0)", "transparent"}


def test_a_link_to_a_point_marks_it(reference: Built, visit: Callable[..., Visit]) -> None:
    point = record_of(reference).agreed[0]
    page = visit(record_page(reference), fragment=point.id).page
    assert (
        page.evaluate("id => getComputedStyle(document.getElementById(id)).textDecorationThickness", point.id) == "3px"
    )


@pytest.mark.parametrize("width", [360, 1440])
def test_links_within_the_page_lead_to_their_place_at_its_end_too(
    reference: Built, visit: Callable[..., Visit], width: int
) -> None:
    page = visit(record_page(reference), width=width).page
    page.emulate_media(reduced_motion="reduce")
    for place in ("how_to_cite", "agreed_points", "the_source"):
        page.evaluate("scrollTo(0, 0)")
        page.locator(f".toc a[href='#{place}']").click()
        page.wait_for_timeout(100)
        top = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", place)
        below = page.evaluate("document.documentElement.scrollHeight - innerHeight - scrollY")
        assert abs(top - 48) < 2 or (below < 1 and top > 0), place


def test_the_end_of_the_page_is_laid_out_once_the_page_is_there(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(record_page(reference)).page
    page.wait_for_function("getComputedStyle(document.getElementById('the_source')).contentVisibility === 'visible'")


def test_reasons_open_by_click_and_close(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(record_page(reference), javascript=False).page
    first = record_of(reference).statements[0]
    reason = page.locator(f"#{first.id} .app")
    assert not reason.is_visible()
    page.locator(f"#{first.id} > .n").click()
    assert reason.is_visible()
    reason.get_by_text("close").click()
    assert not reason.is_visible()


def test_all_reasons_open_at_once(reference: Built, visit: Callable[..., Visit]) -> None:
    page = visit(record_page(reference), javascript=False).page
    page.locator("#all_reasons").check()
    assert page.locator(".app:visible").count() == len(record_of(reference).statements)


def test_every_sentence_says_who_and_why_in_words(reference: Built, visit: Callable[..., Visit]) -> None:
    record = record_of(reference)
    page = visit(record_page(reference)).page
    page.locator("#all_reasons").check()
    names = {person.id: person.name for person in record.participants} | {
        party.id: party.name for party in record.parties
    }
    names |= {"joint": "Together", "narrator": "Narrator", "unknown": "Unknown"}
    for statement in record.statements:
        reason = page.locator(f"#{statement.id} .app").inner_text()
        assert reason.startswith(f"{names[statement.speaker]}: "), statement.id
        assert statement.cue is None or f"({chr(0x201C)}{statement.cue}{chr(0x201D)})" in reason, statement.id


@pytest.mark.parametrize("name", ["reference", "oddities"])
def test_what_a_reader_copies_is_what_the_source_says(
    name: str, request: pytest.FixtureRequest, visit: Callable[..., Visit]
) -> None:
    site: Built = request.getfixturevalue(name)
    page = visit(record_page(site)).page
    for statement in record_of(site).statements:
        copied = page.evaluate(
            """id => {
                const range = document.createRange();
                range.selectNodeContents(document.querySelector(`#${id}`));
                const selection = getSelection();
                selection.removeAllRanges();
                selection.addRange(range);
                return selection.toString();
            }""",
            statement.id,
        )
        assert " ".join(copied.split()) == " ".join(statement.text.split()), statement.id


def test_each_cell_of_the_figure_leads_to_its_sentence(reference: Built, visit: Callable[..., Visit]) -> None:
    record = record_of(reference)
    page = visit(record_page(reference), width=1440).page
    links = page.locator(".strip .hits a")
    assert links.count() == len(record.statements) == page.locator(".strip .cells rect").count()
    links.nth(4).click()
    page.wait_for_url(re.compile(f"#{record.statements[4].id}$"))
    assert page.locator(f"#{record.statements[4].id} .app").is_visible()


def test_a_moved_page_leads_on(oddities: Built, visit: Callable[..., Visit]) -> None:
    page = visit(oddities.root / "themes" / "boats.html", javascript=False).page
    page.wait_for_url(re.compile(r"/themes/ships\.html$"))
    assert page.locator("h1").inner_text() == "Ships"


def test_an_old_address_of_a_sentence_leads_to_the_sentence(tmp_path: Path, visit: Callable[..., Visit]) -> None:
    """A record that was renamed: what was cited is a place in its page, which goes with it."""
    archive = copied(ROOT / "tests/data/archives/good/narrow-sea", tmp_path / "archive")
    succeed("build", cwd=archive)
    old = archive / "build/records/2024-03-14-talks.html"
    for fragment, end in (("s03", "#s03"), ("", "")):
        arrived = visit(old, fragment=fragment)
        arrived.page.wait_for_url(re.compile(rf"/records/(?!{old.stem})[^/]+\.html{end}$"))
        assert arrived.messages == []


def test_what_a_person_decided_is_said_openly(oddities: Built, visit: Callable[..., Visit]) -> None:
    page = visit(oddities.root / "records" / "call.html").page
    assert page.locator(".ed").count() == 2
    told = page.locator(".hand").inner_text()
    assert "s02: speaker Olo Marr \u2192 Ann Berg" in " ".join(told.split())


def test_a_reader_picks_a_speaker_or_a_theme_without_script(reference: Built, visit: Callable[..., Visit]) -> None:
    record = record_of(reference)
    page = visit(record_page(reference), javascript=False).page
    everything = page.locator(".s:visible").count()
    for value in page.locator("#only option[value]").evaluate_all("all => all.map(one => one.value)"):
        page.select_option("#only", value)
        shown = page.locator(".doc .s:visible").evaluate_all("all => all.map(one => one.id)")
        assert shown == page.locator(f".doc .s.{value}").evaluate_all("all => all.map(one => one.id)") != []
        assert page.locator(".doc .turn:visible").count() == page.locator(f".doc .turn:has(.s.{value})").count()
    page.select_option("#only", label="Together")
    spoken = [statement.id for statement in record.statements if statement.speaker == "joint"]
    assert page.locator(".doc .s:visible").evaluate_all("all => all.map(one => one.id)") == spoken
    page.select_option("#only", index=0)
    assert page.locator(".s:visible").count() == everything == len(record.statements)


def test_four_speakers_have_colours_of_their_own(oddities: Built, visit: Callable[..., Visit]) -> None:
    page = visit(oddities.root / "records/seven-leaders.html").page
    ink = page.locator("h1").evaluate("one => getComputedStyle(one).color")
    colours = {
        page.locator(f".doc .turn.v-{lane} .who-l b").first.evaluate("one => getComputedStyle(one).color")
        for lane in "abcd"
    }
    assert len(colours - {ink}) == 4


def test_a_link_leads_to_its_sentence_whatever_is_picked(reference: Built, visit: Callable[..., Visit]) -> None:
    record = record_of(reference)
    page = visit(record_page(reference), width=1440).page
    page.select_option("#only", label="Together")
    person = next(statement for statement in record.statements if statement.speaker not in {"joint", "narrator"})
    page.evaluate("id => { location.hash = id }", person.id)
    assert page.locator(f"#{person.id}").is_visible()


def test_keys_lead_to_the_same_speakers_next_sentence(reference: Built, visit: Callable[..., Visit]) -> None:
    record = record_of(reference)
    page = visit(record_page(reference)).page
    person = next(s.speaker for s in record.statements if s.speaker not in {"joint", "narrator"})
    spoken = [statement.id for statement in record.statements if statement.speaker == person]
    page.locator(f"#{spoken[0]} > .n").focus()
    for expected in spoken[1:]:
        page.keyboard.press("n")
        assert page.evaluate("location.hash") == f"#{expected}"
        assert page.evaluate("document.activeElement.closest('.s').id") == expected
    page.keyboard.press("n")
    assert page.evaluate("location.hash") == f"#{spoken[-1]}"
    page.keyboard.press("p")
    assert page.evaluate("location.hash") == f"#{spoken[-2]}"
    page.locator("#main").focus()
    page.keyboard.press("n")
    assert page.evaluate("location.hash") == f"#{spoken[-2]}"
