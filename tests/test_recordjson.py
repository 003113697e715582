"""Canonical JSON: the same record, the same bytes, one entry a line, and back again."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings

from tests import strategies
from verbale.errors import RecordError
from verbale.record import Record
from verbale.recordjson import dump_json, load_json
from verbale.recordshape import to_plain

SOME = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SOME
@given(strategies.record)
def test_a_record_comes_back(record: Record) -> None:
    assert record == load_json(dump_json(record), "r.json")


@SOME
@given(strategies.record)
def test_it_is_json_with_an_entry_a_line(record: Record) -> None:
    text = dump_json(record)
    assert to_plain(record) == json.loads(text)
    lists = (record.participants, record.parties, record.furniture, record.statements, record.agreed, record.retired)
    assert sum(map(len, lists)) == sum(line.startswith('{"') for line in text.split("\n"))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": 1}', "[" * 100_000, '{"schema": 2}'])
def test_what_is_no_record_is_told_without_failing(text: str) -> None:
    with pytest.raises(RecordError) as caught:
        load_json(text, "r.json")
    assert {"r.json"} == {problem.path for problem in caught.value.problems}
