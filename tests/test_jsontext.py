"""JSON as msgspec writes it is what Python's own module writes, and comes back as it was."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from verbale.jsontext import packed, reader_of, spaced, unpacked
from verbale.record import Statement
from verbale.span import Span

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_is_what_pythons_json_writes(value: Any) -> None:
    assert spaced(value) == json.dumps(value, ensure_ascii=False)
    assert packed(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    assert unpacked(packed(value)) == value


def test_tuples_with_names_are_arrays() -> None:
    assert packed([Span(3, 8), ("a", 1)]) == '[[3,8],["a",1]]'


def test_an_object_becomes_what_it_has_the_fields_of() -> None:
    line = '{"id": "s01", "paragraph": 2, "at": [3, 8], "speaker": "joint", "basis": "joint", "text": "“One.”", "sides": ["a", "b"], "more": 1}'
    assert reader_of(Statement)(line) == Statement(
        id="s01", paragraph=2, at=Span(3, 8), speaker="joint", basis="joint", text="“One.”", sides=("a", "b")
    )
