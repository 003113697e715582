"""The short cut past the YAML reader never gives what the YAML reader would not give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.archives import make_record
from tests.strategies import record as records
from verbale import yamltext
from verbale.record import Furniture, Record
from verbale.recordfile import dump, load
from verbale.recordlines import read_head, read_lines
from verbale.recordshape import from_plain
from verbale.span import Span

SOME = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def as_yaml(content: str) -> Record | None:
    """What the YAML reader makes of a text, whatever its layout."""
    value, problems = yamltext.read(content, "a.yaml")
    return None if problems else from_plain(value)[0]


@SOME
@given(records)
def test_a_record_is_read_alike_by_both(record: Record) -> None:
    """Whatever a record holds, the file that we write gives the same record by either way."""
    content = dump(record)
    assert load(content, "a.yaml")[0] == as_yaml(content) == record


def tidied(record: Record) -> Record:
    """The record with ids and words of the right form, and its awkward texts where they are."""
    statements = tuple(
        replace(
            one, id=f"s{n}", speaker="joint", from_=None, speech="reported", sides=(), also=(), themes=("a",), note=None
        )
        for n, one in enumerate(record.statements)
    )
    agreed = tuple(
        replace(one, id=f"p{n}", statement="s1", themes=(), note=None) for n, one in enumerate(record.agreed)
    )
    return replace(record, statements=statements, agreed=agreed, retired=())


@SOME
@given(records)
def test_awkward_texts_are_read_alike_by_both(record: Record) -> None:
    """Where ids are as they should be, many files take the short cut, with any text in them."""
    content = dump(tidied(record))
    lines = read_lines(content)
    expected = as_yaml(content)
    assert expected is not None
    if lines is not None:
        assert (lines.statements, lines.agreed) == (expected.statements, expected.agreed)


@SOME
@given(st.integers(0, 5000), st.integers(1, 60), st.text("\n :#\"'[]{}-,&*!|>%@`ab01\t\x85\u2028 “", max_size=12))
def test_damage_is_read_alike_by_both(start: int, length: int, words: str) -> None:
    """Wherever a file is damaged, the short cut gives nothing, or what the YAML reader gives."""
    content = dump(make_record(1)[1])
    damaged = content[:start] + words + content[start + length :]
    lines = read_lines(damaged)
    if lines is not None:
        found = as_yaml(damaged)
        if found is not None:
            assert (lines.statements, lines.agreed) == (found.statements, found.agreed)
        else:
            assert as_yaml(lines.head) is None or damaged.count("\nstatements:") > 1


def test_what_parse_writes_takes_the_short_cut() -> None:
    """A plain record is read from its lines, all statements and points of it."""
    _, record = make_record(3)
    lines = read_lines(dump(record))
    assert lines is not None
    assert (lines.statements, lines.agreed) == (record.statements, record.agreed)
    assert "statements" not in lines.head


@pytest.mark.parametrize(
    "edit",
    [
        ("    speech: reported\n", "    speech: reported # heard\n"),
        ("    speech: reported\n", "    speech: reported\n    note: Heard twice.\n"),
        ("statements:\n", "# what was said\nstatements:\n  # all of it\n"),
        ("    basis: narration\n", "    basis:   narration\n"),
        ("retired: []\n", "retired: [{id: s99}]\n"),
        ("retired: []\n", "retired: []\nnote: More.\n"),
        ("schema: 1\n", "schema: 1\nagreed: []\n"),
    ],
)
def test_what_a_person_wrote_is_read_as_yaml(edit: tuple[str, str]) -> None:
    """A comment, a note, another order: the file is read as YAML from end to end."""
    _, record = make_record(3)
    content = dump(record).replace(*edit)
    assert content != dump(record)
    expected = as_yaml(content)
    if expected is not None:
        assert load(content, "a.yaml")[0] == expected
        assert expected != replace(record, title="another")


def test_a_note_is_not_lost() -> None:
    """The note of a statement, which the short cut does not know, is there."""
    content = dump(make_record(3)[1]).replace(
        "    speech: reported\n", "    speech: reported\n    note: Heard twice.\n", 1
    )
    assert load(content, "a.yaml")[0].statements[0].note == "Heard twice."


@SOME
@given(records)
def test_a_head_is_read_alike_by_both(record: Record) -> None:
    """The other keys of a record: the short cut gives the plain values of YAML, or nothing."""
    content = dump(record)
    lines = read_lines(dump(tidied(record)))
    for head in (content, lines.head if lines else content):
        value = read_head(head)
        if value is not None:
            assert (value, []) == yamltext.read(head, "a.yaml")


@SOME
@given(st.integers(0, 900), st.integers(0, 30), st.text("\n :#\"'[]{}-,&*!|>%@`\\\\u00e9ab01 “", max_size=9))
def test_a_damaged_head_is_read_alike_by_both(start: int, length: int, words: str) -> None:
    """Wherever a head is damaged, the short cut gives nothing, or what the YAML reader gives."""
    record = make_record(1)[1]
    event = replace(record.event, at={"date": Span(3, 15)}, medium="video link")
    source = replace(
        record.source, url="https://example.org/a?b=c#d", publisher="The house: “Kestria”", section=("Home", "News")
    )
    lines = read_lines(dump(replace(record, was=("old-id",), event=event, source=source)))
    assert lines is not None
    damaged = lines.head[:start] + words + lines.head[start + length :]
    value = read_head(damaged)
    if value is not None:
        assert (value, []) == yamltext.read(damaged, "a.yaml")


def test_a_plain_head_takes_the_short_cut() -> None:
    """What `parse` writes needs no YAML reader, with an address, an escape and empty keys in it."""
    record = make_record(1)[1]
    furniture = (*record.furniture, Furniture(kind="breadcrumb", at=Span(0, 5), text="Home\u00a0> “News”"))
    source = replace(record.source, url="https://example.org/a?b=c#d")
    lines = read_lines(dump(replace(record, furniture=furniture, source=source)))
    assert lines is not None
    value = read_head(lines.head)
    assert value is not None
    assert value["source"]["url"] == "https://example.org/a?b=c#d"
    assert value["source"]["publisher"] is None
    assert value["furniture"][-1]["text"] == "Home\u00a0> “News”"
