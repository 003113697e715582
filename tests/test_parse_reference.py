"""The archive's own source gives the reading that was made by hand: the one test that may know this document."""

from __future__ import annotations

import csv

import pytest

from tests.program import ROOT
from verbale.authority import Authority
from verbale.parse import parse
from verbale.record import JOINT, NARRATOR, Record
from verbale.source import decode
from verbale.span import Span

READING = ROOT / "tests" / "data" / "reference"
SOURCE = ROOT / "seeds" / "000_65482e03034a638b.txt"


@pytest.fixture(scope="module")
def record() -> Record:
    """The record of the source, with no vocabulary and no ids given before."""
    return parse(decode(f"seeds/{SOURCE.name}", SOURCE.read_bytes()), Authority())


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of the reading by hand."""
    with (READING / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def by_hand() -> list[tuple[int, int, int, str, str, str]]:
    """The statements as read by hand: paragraph, place, speaker, basis, words."""
    return [
        (int(r["paragraph"]), int(r["start"]), int(r["end"]), r["speaker"], r["basis"], r["text"])
        for r in rows("2021-06-28-statements.tsv")
    ]


def test_every_statement_has_its_place_speaker_and_basis(record: Record) -> None:
    names = {p.id: str(p.name) for p in record.participants} | {p.id: p.name for p in record.parties}
    names |= {voice: voice for voice in (JOINT, NARRATOR)}
    mine = [(s.paragraph, *s.at, names[s.speaker], s.basis, s.text) for s in record.statements]
    assert by_hand() == mine
    assert 33 == len(mine)


def test_every_agreed_point_has_its_place_and_act(record: Record) -> None:
    numbers = {s.id: number for number, s in enumerate(record.statements, 1)}
    wanted = [
        (int(r["statement"]), int(r["start"]), int(r["end"]), r["act"], r["text"])
        for r in rows("2021-06-28-agreed.tsv")
    ]
    assert wanted == [(numbers[p.statement], *p.at, p.act, p.text) for p in record.agreed]
    assert 20 == len(wanted)


def test_a_statement_without_a_cue_leads_to_the_one_that_names_its_speaker(record: Record) -> None:
    speakers = {s.id: s for s in record.statements}
    led = [s for s in record.statements if s.basis in {"pronoun", "continued"}]
    named = [speakers[s.from_ or ""] for s in led]
    assert {"named"} == {s.basis for s in named}
    assert [s.speaker for s in led] == [s.speaker for s in named]
    assert [9, 2, 5, 1] == [sum(s.from_ == name for s in led) for name in ("s04", "s14", "s17", "s23")]


def test_what_is_not_the_body_is_furniture(record: Record) -> None:
    assert [
        ("breadcrumb", Span(0, 19), "Home\u00a0>\u00a0China Report"),
        ("title", Span(20, 90), "Xi Jinping Holds a Video Meeting with Russian President Vladimir Putin"),
        ("share-link", Span(6070, 6090), "Suggest To A Friend:"),
    ] == [(f.kind, f.at, f.text) for f in record.furniture]
    assert ("Home", "China Report") == record.source.section
    assert record.source.publisher is None


def test_the_event_is_what_the_source_gives_with_the_place_of_each_fact(record: Record) -> None:
    event = record.event
    assert ("2021-06-28", "afternoon", "meeting") == (event.date, event.time, event.kind)
    assert ("video link", "Beijing") == (event.medium, event.place)
    assert {"date": (112, 125), "time": (99, 108), "medium": (205, 215), "place": (219, 226)} == event.at
    assert "2021-06-28-xi-jinping-vladimir-putin" == record.id == event.id


def test_participants_and_parties(record: Record) -> None:
    assert [
        ("xi-jinping", "Xi Jinping", "President", "China", "principal", (127, 147)),
        ("vladimir-putin", "Vladimir Putin", "President", "Russia", "principal", (168, 200)),
        ("yang-jiechi", "Yang Jiechi", None, None, "attending", (6006, 6017)),
        ("wang-yi", "Wang Yi", None, None, "attending", (6019, 6026)),
    ] == [(p.id, p.name, p.title, p.state, p.role, p.at) for p in record.participants]
    assert [("russia", "Russia")] == [(p.id, p.name) for p in record.parties]


def test_nothing_in_it_is_quoted(record: Record) -> None:
    """A readout reports; the words in quotation marks in two sentences are marked as such, and none is direct speech."""
    assert {"reported"} >= {s.speech for s in record.statements} - {"mixed"}
