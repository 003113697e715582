"""How search is divided: the same division whatever came when, nothing lost, and what is near moves alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verbale.catalog.words import CODE_BITS
from verbale.site.leaves import leaf_of, leaves_of, shards_of

CODES = st.sets(st.integers(0, (1 << CODE_BITS) - 1), max_size=60).map(sorted)
TERMS = st.sets(st.text("abc", min_size=1, max_size=5), max_size=40).map(sorted)


@given(CODES)
def test_each_record_is_in_one_leaf_and_none_is_too_full(codes: list[int]) -> None:
    leaves = list(leaves_of(codes, 4))
    within = [[code for code in codes if leaf.low <= code <= leaf.high] for leaf in leaves]
    assert [code for found in within for code in found] == codes
    assert all(0 < len(found) <= 4 for found in within)
    assert leaves == [leaf_of(leaf.bits) for leaf in leaves]


@given(CODES, st.integers(0, (1 << CODE_BITS) - 1))
def test_one_record_more_changes_no_leaf_but_the_one_it_falls_into(codes: list[int], new: int) -> None:
    before = set(leaves_of(codes, 4))
    after = set(leaves_of(sorted({*codes, new}), 4))
    gone = before - after
    assert all(leaf.low <= new <= leaf.high for leaf in gone)
    assert len(gone) <= 1


@given(TERMS)
def test_each_term_is_in_the_one_shard_that_a_reader_would_look_in(terms: list[str]) -> None:
    shards = dict(shards_of([(term, 10) for term in terms], 30))
    assert [term for found in shards.values() for term in found] == terms
    for term in terms:
        fitting = [n for n in shards if n == f"{term}$" or (not n.endswith("$") and term.startswith(n))]
        assert [n for n, found in shards.items() if term in found] == fitting


def test_a_shard_is_divided_where_it_is_too_long() -> None:
    assert list(shards_of([("the", 9), ("then", 1), ("they", 1), ("to", 1)], 8)) == [
        ("the$", ["the"]),
        ("then", ["then"]),
        ("they", ["they"]),
        ("to", ["to"]),
    ]
