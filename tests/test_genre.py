"""The survey of the genre says what the program does: each example in its tables is read as the table says."""

from __future__ import annotations

import re

import pytest

from tests.parsing import source
from tests.program import ROOT
from verbale.language import load
from verbale.parse import read
from verbale.parse.attribution import Statement
from verbale.parse.sentences import split
from verbale.parse.speakers import RULES
from verbale.record import FURNITURE_KINDS

DOCUMENT = (ROOT / "docs" / "genre.md").read_text(encoding="utf-8")
WHO_MEETS = "\n".join(re.findall(r"^> (.+)$", DOCUMENT, re.MULTILINE))
DEVICE = re.compile(
    r"^\| (?P<device>[^|]+) \| (?P<example>[^|]+) \| (?P<speaker>[^|]+) \| `(?P<rule>\w+)` \|$", re.MULTILINE
)
PIECE = re.compile(r"^\| (?P<device>[^|]+) \| (?P<example>[^|]+) \| `(?P<kind>[\w-]+)` \|$", re.MULTILINE)
TRAP = re.compile(r"^\| (?P<trap>[^|]+) \| (?P<example>[^|]+) \| (?P<count>\d) \|$", re.MULTILINE)


def rows(pattern: re.Pattern[str]) -> list[tuple[str, ...]]:
    """The rows of the tables of one form, without the device's name."""
    return [m.groups()[1:] for m in pattern.finditer(DOCUMENT)]


def document(example: str) -> str:
    """An example as a document that first says who meets."""
    return "\n\n".join([WHO_MEETS, *example.strip().split(" / ")]) + "\n"


def voice(statement: Statement) -> str:
    """A statement's speaker as the tables name it: a surname, a party's name, or the kind of voice."""
    spoken = statement.attribution.voice
    if spoken.person:
        return spoken.person.label.split()[-1]
    return spoken.party or spoken.kind


@pytest.mark.parametrize(("example", "speaker", "rule"), rows(DEVICE))
def test_a_device(example: str, speaker: str, rule: str) -> None:
    last = read(source(document(example))).statements[-1]
    assert (speaker, rule) == (voice(last), last.attribution.rule)


@pytest.mark.parametrize(("example", "kind"), rows(PIECE))
def test_a_piece_of_furniture(example: str, kind: str) -> None:
    reading = read(source(document(example)))
    found = {p.kind: p.span.of(reading.source.text) for p in (*reading.layout.furniture, *reading.stages)}
    assert kind in found
    assert example.startswith(found[kind].strip())


@pytest.mark.parametrize(("example", "count"), rows(TRAP))
def test_a_trap(example: str, count: str) -> None:
    assert int(count) == len(split(example, 0, len(example), load("en")))


def test_every_rule_and_every_kind_of_line_has_its_place_in_the_survey() -> None:
    named = set(re.findall(r"`(\w+)`", DOCUMENT))
    assert set() == {name for name, _ in RULES} - named
    assert {kind for _, kind in rows(PIECE)} <= {*FURNITURE_KINDS}
    assert len(rows(DEVICE)) > 70
    assert len(rows(TRAP)) > 15
