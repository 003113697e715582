"""What holds of every merge: no decision of a person is lost, no news of the parser either, and a second merge adds nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reparsing import SOURCE, all_of, divides, joins, says, without_point
from tests.reparsing import point as point_says
from tests.smallparser import SEED, Change, small_parse
from verbale.authority import Authority, Theme
from verbale.merge import merge
from verbale.record import AgreedPoint, Record, Statement
from verbale.source import decode
from verbale.verify import faults

AUTHORITY = Authority(themes={id_: Theme(id=id_, label=id_) for id_ in ("sea", "ferries", "ports", "coasts")})
IDS = [f"s{n:02d}" for n in range(1, 10)]
POINTS = ["open-a-second-ferry-line", "share-data-on-currents", "meet-again-in-may", "count-lost-nets"]
VALUES: dict[str, Sequence[Any]] = {
    "speech": ("reported", "mixed", "direct"),
    "cue": (None, "He said", "It is said"),
    "themes": ((), ("sea",), ("sea", "ports"), ("coasts",)),
}
POINT_VALUES: dict[str, Sequence[Any]] = {
    "label": (None, "A label", "Another"),
    "act": ("agreed", "decided", "stressed"),
    "verb": ("agreed", "undertook"),
}
field = st.sampled_from(sorted(VALUES)).flatmap(
    lambda key: st.builds(
        lambda id_, value: says(id_, **{key: value}), st.sampled_from(IDS), st.sampled_from(VALUES[key])
    )
)
point_field = st.sampled_from(sorted(POINT_VALUES)).flatmap(
    lambda key: st.builds(
        lambda id_, value: point_says(id_, **{key: value}), st.sampled_from(POINTS), st.sampled_from(POINT_VALUES[key])
    )
)
speaker = st.builds(
    lambda id_, who: says(id_, speaker=who, basis="editor", from_=None),
    st.sampled_from(IDS[:6]),
    st.sampled_from(["narrator", "jonas-ferrel", "maren-talvik"]),
)
noted = st.builds(lambda id_: says(id_, note="By hand."), st.sampled_from(IDS))
division = st.sampled_from(
    [
        divides("and that storms"),
        divides("to share data"),
        joins("strait must"),
        joins("Ferrel thanked"),
        joins("open a second"),
    ]
)
gone = st.builds(without_point, st.sampled_from(POINTS))
FIELDS = st.lists(st.one_of(field, point_field, speaker), max_size=5).map(lambda each: all_of(*each))
PEOPLE = st.lists(st.one_of(field, point_field, speaker, noted, gone), max_size=5).map(lambda each: all_of(*each))
PARSERS = st.builds(
    lambda one, other: all_of(*other, one) if len(other) == 1 else one,
    st.lists(st.one_of(field, point_field, gone), max_size=5).map(lambda each: all_of(*each)),
    st.lists(division, max_size=1),
)


def parsed(text: str = SEED, change: Change = lambda record: record) -> Record:
    """What the small parser says of a text."""
    return change(small_parse(decode(SOURCE, text.encode()), AUTHORITY))


def items_of(*records: Record, retired: bool = False) -> list[Any]:
    """Statements and agreed points, and where asked for what is retired."""
    return [each for one in records for each in (*one.statements, *one.agreed, *(one.retired if retired else ()))]


def by_id(items: Sequence[Any]) -> dict[str, Any]:
    """Items by their ids."""
    return {item.id: item for item in items}


@given(PEOPLE, FIELDS)
def test_of_each_value_the_side_that_changed_it_wins(people: Change, parser: Change) -> None:
    base, now = parsed(), parsed(change=parser)
    file = people(base)
    merged = merge(base, file, now, decode(SOURCE, SEED.encode()), AUTHORITY)
    told = {(one.id, one.key) for one in merged.conflicts}
    made = by_id(items_of(merged.record))
    before, today = (by_id(items_of(record)) for record in (base, now))
    assert set(by_id(items_of(file))) == set(made)
    for item in items_of(file):
        for key in ("speech", "label", "act", "verb", "note", "speaker"):
            if hasattr(item, key):
                _agrees(key, before[item.id], item, today[item.id], made[item.id], told)
        themes = [set(one[item.id].themes) for one in (before, {item.id: item}, today, made)]
        assert themes[3] == (themes[1] | (themes[2] - themes[0])) - (themes[0] - themes[2])


def _agrees(key: str, base: Any, file: Any, now: Any, made: Any, told: set[tuple[str, str]]) -> None:
    old, mine, theirs, result = (getattr(one, key) for one in (base, file, now, made))
    if mine != old:
        assert result == mine
        assert ((file.id, key) in told) == (theirs not in (mine, old))
    elif key != "speaker" or file.basis == base.basis:
        assert result in (theirs, mine)
        assert result == theirs or (file.id, "speaker") in told or key == "speaker"


@settings(max_examples=150, deadline=None)
@given(PEOPLE, PARSERS, st.booleans())
def test_the_merge_holds_and_a_second_one_adds_nothing(people: Change, parser: Change, moved: bool) -> None:  # noqa: FBT001
    text = SEED.replace("Talvik said", "It rained.\n\nTalvik said").replace("dusk", "nightfall") if moved else SEED
    source = decode(SOURCE, text.encode())
    base, now = parsed(), parsed(text, parser)
    file = _whole(people(base))
    merged = merge(base, file, now, source, AUTHORITY)
    assert [] == list(faults(merged.record, source, AUTHORITY))
    for name, origins in merged.origins.items():
        assert len(getattr(merged.record, name)) == len(origins)
        kept = [index for index in origins if index is not None]
        assert sorted(kept) == kept
    again = merge(merged.parsed, merged.record, now, source, AUTHORITY)
    assert (merged.record, merged.parsed, (), ()) == (again.record, again.parsed, again.conflicts, again.gone)
    once = {one.id for one in items_of(base, file)}
    for record in (merged.record, merged.parsed):
        ids = [one.id for one in items_of(record, retired=True)]
        assert len(ids) == len(set(ids))
    there = {one.id for one in items_of(merged.record, merged.parsed, retired=True)}
    assert once <= there
    notes = [one.note for one in items_of(merged.record, retired=True) if one.note]
    assert len([one for one in file.statements if one.note]) == len(notes)


def _whole(file: Record) -> Record:
    """A person's record keeps the rules: no agreed point outside joint statements."""
    joint: Callable[[AgreedPoint], bool] = lambda point: any(_holds(one, point) for one in file.statements)  # noqa: E731
    return replace(file, agreed=tuple(point for point in file.agreed if joint(point)))


def _holds(one: Statement, point: AgreedPoint) -> bool:
    return one.id == point.statement and one.speaker == "joint"
