"""A record that is dumped and loaded is the same record, and what is wrong with a file is told with its place."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from verbale import recordfile, scalars


@settings(max_examples=300, deadline=None)
@given(strategies.record)
def test_dump_and_load(record) -> None:
    text = recordfile.dump(record)
    loaded, problems = recordfile.load(text, "r.yaml")
    assert problems == []
    assert loaded == record
    assert recordfile.dump(loaded) == text


@settings(max_examples=1500, deadline=None)
@given(strategies.text, st.integers(2, 8))
def test_scalars(text: str, indent) -> None:
    document = f"a: {scalars.scalar(text)}\nb: {{c: {scalars.flow(text)}, d: [{scalars.flow(text)}]}}\n{' '*0}e:\n{' ' * (indent-1)}f: {scalars.block(text, indent)}\n"
    got = yaml.load(document, Loader=yaml.CSafeLoader)
    assert str(got["a"]) == text
    assert str(got["b"]["c"]) == text
    assert str(got["b"]["d"][0]) == text
    assert got["e"]["f"] == text
    got = yaml.load(document, Loader=yaml.SafeLoader)
    assert got["e"]["f"] == text and got['b']['c'] is not None
