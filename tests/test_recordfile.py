"""A record that is dumped and loaded is the same record, and what is wrong with a file is told with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.program import ROOT
from verbale import recordfile
from verbale.errors import Problem, RecordError
from verbale.record import Record
from verbale.source import decode
from verbale.verify import verify

HAND_EDITED = (ROOT / "tests/data/archives/good/narrow-sea/content/records/2024/talks.yaml").read_text(encoding="utf-8")

SOURCE = (ROOT / "tests/data/archives/good/narrow-sea/seeds/talks.txt").read_bytes()

SOME = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(SOME, max_examples=30)


def wrong_with(text: str) -> list[str]:
    """What a file's problems say, with their places."""
    with pytest.raises(RecordError) as caught:
        recordfile.load(text, "r.yaml")
    return [str(problem) for problem in caught.value.problems]


def loaded(text: str) -> tuple[Record | None, Sequence[Problem]]:
    """The record in a file's text, if there is one, and its problems."""
    try:
        return recordfile.load(text, "r.yaml")
    except RecordError as error:
        return None, error.problems


@SOME
@given(strategies.record)
def test_a_record_comes_back_from_its_file(record: Record) -> None:
    text = recordfile.dump(record)
    assert (record, []) == recordfile.load(text, "r.yaml")


@FEW
@given(strategies.record)
def test_what_we_wrote_is_what_we_would_write(record: Record) -> None:
    text = recordfile.dump(record)
    assert text == recordfile.dump(recordfile.load(text, "r.yaml")[0])


def test_what_a_person_edited_is_read() -> None:
    record, problems = recordfile.load(HAND_EDITED, "r.yaml")
    assert [] == problems
    assert ("2024-03-14-talks",) == record.was
    assert "Talvik said that the strait must stay open." == record.statements[1].text
    assert "The date is that of the *meeting*." == record.note


def test_line_ends_of_another_system_change_nothing() -> None:
    assert recordfile.load(HAND_EDITED, "r") == recordfile.load(HAND_EDITED.replace("\n", "\r\n"), "r")


def test_keys_in_another_order_change_nothing() -> None:
    record, _ = recordfile.load(HAND_EDITED, "r")
    blocks = ("\n" + HAND_EDITED.split("\n", 1)[1]).replace("\n ", "\0 ").strip().split("\n")
    turned = "\n".join(reversed(blocks)).replace("\0", "\n")
    assert turned != HAND_EDITED
    assert (record, []) == recordfile.load(turned, "r")


def test_the_first_line_names_the_schema() -> None:
    record, _ = recordfile.load(HAND_EDITED, "r")
    assert recordfile.dump(record).startswith("# yaml-language-server: $schema=../.schema/record.json\nschema: 1\n")


def test_unknown_keys_are_warnings_with_their_place() -> None:
    _, problems = recordfile.load(HAND_EDITED.replace("    cue: Talvik", "    clue: Talvik"), "r.yaml")
    assert ["r.yaml:40:5: warning: a statement knows no key 'clue'. Did you mean 'cue'?"] == [str(p) for p in problems]


def test_all_faults_are_told_at_once_in_the_order_of_lines() -> None:
    text = HAND_EDITED.replace("paragraph: 2", "paragraph: two").replace("    basis: named\n", "", 1)
    assert [
        "r.yaml:35:5: a statement has no 'basis'. Add `basis:`.",
        "r.yaml:54:16: 'paragraph' must be a whole number, but is 'two'. Write digits only.",
    ] == wrong_with(text)


@pytest.mark.parametrize("text", ["", "- a\n", "words\n", "a: [\n", "\x00", "schema: 1\n"])
def test_what_is_no_record_is_told_without_failing(text: str) -> None:
    assert wrong_with(text)


@pytest.mark.parametrize("digits", ["-1", "1.0", "٣", "1_0", " ", "true", "[1]"])
def test_a_number_is_ascii_digits(digits: str) -> None:
    assert wrong_with(HAND_EDITED.replace("paragraph: 2", f"paragraph: {digits}"))


def test_a_newer_schema_is_all_that_is_told() -> None:
    expected = "r.yaml:1:9: the record is of schema 7; this verbale reads schema 1. Install the verbale that wrote it."
    assert [expected] == wrong_with("schema: 7\nentirely: other\n")


def test_a_place_is_that_of_the_value_or_of_what_is_around() -> None:
    assert (38, 14) == recordfile.locate(HAND_EDITED, ("statements", 1, "speaker"))
    assert (35, 5) == recordfile.locate(HAND_EDITED, ("statements", 1, "sides", 0))


@settings(SOME, max_examples=300)
@given(st.integers(0, len(HAND_EDITED)), st.integers(0, 40), st.text("a:-[]{},'\"#&*!|> \n\t01\x00é", max_size=8))
def test_no_damage_makes_the_program_fail(start: int, length: int, words: str) -> None:
    damaged = HAND_EDITED[:start] + words + HAND_EDITED[start + length :]
    record, problems = loaded(damaged)
    assert record or problems
    assert all(problem.message and problem.path == "r.yaml" for problem in problems)
    if record:
        verify(record, decode("seeds/talks.txt", SOURCE), None, path="r.yaml", text=damaged)


def test_many_records_load_to_equal_values() -> None:
    record, _ = recordfile.load(HAND_EDITED, "r")
    assert record == replace(record)
    assert hash(record.statements) == hash(recordfile.load(HAND_EDITED, "r")[0].statements)
