"""Persons and parties merged three ways; first the ids of all sides are made those of the file, where a person chose them.

A person who is named by a statement is never taken out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from verbale.merge.values import Conflict, Item
from verbale.parse.identifiers import free
from verbale.record import Participant, Party, Record, Statement

T = TypeVar("T", Participant, Party)
Ways = Sequence[Callable[[Any], Any]]
PERSON: Final[Ways] = (
    lambda one: one.id,
    lambda one: one.at,
    lambda one: one.name and (one.name, one.title, one.state),
    lambda one: one.name,
    lambda one: None if one.name else (one.title, one.state),
)
"""How one person is known in two records: by the first of these that both have alike."""
PARTY: Final[Ways] = (lambda one: one.id, lambda one: one.name)


def named_alike(base: Record, file: Record, parsed: Record) -> tuple[Record, Record]:
    """Return base and parser's reading with the ids that the file gives to the same persons and parties."""
    base_ids: dict[str, str] = {}
    parsed_ids: dict[str, str] = {}
    for name, ways in (("participants", PERSON), ("parties", PARTY)):
        mine, olds, news = (list(getattr(record, name)) for record in (file, base, parsed))
        by_base = _pairs(olds, mine, ways)
        base_ids |= {olds[i].id: mine[j].id for i, j in by_base.items()}
        through = {i: by_base[j] for i, j in _pairs(news, olds, ways).items() if j in by_base}
        left = [i for i in range(len(news)) if i not in through]
        others = [j for j in range(len(mine)) if j not in through.values()]
        direct = _pairs([news[i] for i in left], [mine[j] for j in others], ways)
        through |= {left[i]: others[j] for i, j in direct.items()}
        parsed_ids |= {news[i].id: mine[j].id for i, j in through.items()}
    return renamed(base, _apart(base, base_ids)), renamed(parsed, _apart(parsed, parsed_ids))


def _pairs(left: Sequence[Any], right: Sequence[Any], ways: Ways) -> dict[int, int]:
    """Return which of the left is which of the right, each once."""
    found: dict[int, int] = {}
    for way in ways:
        keys = {way(one): index for index, one in reversed(list(enumerate(right))) if index not in found.values()}
        for index, one in enumerate(left):
            key = way(one)
            if index not in found and key is not None and key in keys:
                found[index] = keys.pop(key)
    return found


def _apart(record: Record, ids: Mapping[str, str]) -> dict[str, str]:
    """Let no person who keeps an id share it with one who gets it."""
    given = dict(ids)
    taken = set(given.values())
    for id_ in (*(one.id for one in record.participants), *(party.id for party in record.parties)):
        if id_ not in given and id_ in taken:
            given[id_] = free(id_, taken)
            taken.add(given[id_])
    return given


def renamed(record: Record, ids: Mapping[str, str]) -> Record:
    """Return a record with other ids for persons and parties."""
    if all(old == new for old, new in ids.items()):
        return record

    def each(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(ids.get(name, name) for name in names)

    return replace(
        record,
        participants=tuple(replace(one, id=ids.get(one.id, one.id)) for one in record.participants),
        parties=tuple(replace(one, id=ids.get(one.id, one.id)) for one in record.parties),
        statements=tuple(
            replace(one, speaker=ids.get(one.speaker, one.speaker), sides=each(one.sides), also=each(one.also))
            for one in record.statements
        ),
    )


def merge_people(
    base: Record,
    file: Record,
    parsed: Record,
    statements: Sequence[Statement],
    own: Collection[tuple[str, str | int]],
    conflicts: list[Conflict],
) -> tuple[list[tuple[Participant, int | None]], list[tuple[Party, int | None]]]:
    """Return participants and parties, each with its position in the file; ids are alike in all three.

    `own` names by list and id what has keys of a person's own.
    """
    used = {id_ for one in statements for id_ in (one.speaker, *one.sides, *one.also)}
    keys = ("name", "title", "state", "role", "at")
    persons = _merged(
        "participants", keys, (base.participants, file.participants, parsed.participants), used, own, conflicts
    )
    before = {party.id: party for party in base.parties}
    hers = {party.id for party in file.parties if party != before.get(party.id) or ("parties", party.id) in own}
    for one in (one for one, index in persons if index is None and one.id in hers):
        words = "the parser now has this one among those who took part; here it stays a party."
        Item("parties", one.id, conflicts).tell("id", words)
    persons = [pair for pair in persons if pair[1] is not None or pair[0].id not in hers]
    there = {one.id for one, _ in persons}
    parties = _merged("parties", ("name",), (base.parties, file.parties, parsed.parties), used - there, own, conflicts)
    return persons, [pair for pair in parties if pair[0].id not in there]


def _merged(
    name: str,
    keys: Sequence[str],
    sides: tuple[Sequence[T], Sequence[T], Sequence[T]],
    used: Collection[str],
    own: Collection[tuple[str, str | int]],
    conflicts: list[Conflict],
) -> list[tuple[T, int | None]]:
    base, file, parsed = ({one.id: one for one in side} for side in sides)
    found: list[tuple[T, int | None]] = []
    for index, mine in enumerate(sides[1]):
        before, now = base.get(mine.id), parsed.get(mine.id)
        item = Item(name, mine.id, conflicts)
        if before is not None and now is None:
            edited = mine != before or (name, mine.id) in own
            if not edited and mine.id not in used:
                continue
            if edited:
                item.tell("id", "the parser no longer finds this one here; what you changed stays.")
        if before is not None and now is not None:
            values = {key: item.three(key, *(getattr(one, key) for one in (before, mine, now))) for key in keys}
            mine = replace(mine, **values)  # noqa: PLW2901 - the same person, as merged
        found.append((mine, index))
    found += [(now, None) for id_, now in parsed.items() if id_ not in file and (id_ not in base or id_ in used)]
    found += [(old, None) for id_, old in base.items() if id_ in used and id_ not in file and id_ not in parsed]
    return found
