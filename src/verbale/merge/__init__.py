"""A record merged three ways: what the parser said of a source, what people made of it, what the parser says today.

Values in, values out: no file is read or written here. What a person wrote is never overruled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from verbale.authority import Authority
from verbale.merge.bodies import Bodies, Sides, merge_bodies, numbers_of
from verbale.merge.people import merge_people, named_alike, renamed
from verbale.merge.places import places
from verbale.merge.points import Points, by_hand, merge_points
from verbale.merge.realign import Realigned, realign
from verbale.merge.regions import FURNITURE
from verbale.merge.values import Conflict, Item, shown
from verbale.record import AgreedPoint, Record, Retired, Statement
from verbale.shapes import written
from verbale.source import Source

FACTS: Final = ("date", "time", "kind", "medium", "place")
PROVENANCE: Final = ("section", "publisher", "url", "published", "retrieved", "translation_of")
DECIDED: Final = ("speaker", "basis", "cue", "sides", "also", "speech", "themes", "act", "verb", "label", "note")
"""What a person may have decided of a statement or a point that is told where it has gone."""


class Gone(NamedTuple):
    """A statement or point whose words the new source has not; `edits` are what a person had decided of it, in words."""

    id: str
    text: str
    edits: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The record as merged, what the parser says with the same ids, and all that a person is to be told.

    `origins` gives for each list the positions that its items had in the file; `remarks` are comments for retired ids.
    """

    record: Record
    parsed: Record
    origins: Mapping[str, Sequence[int | None]]
    conflicts: tuple[Conflict, ...]
    gone: tuple[Gone, ...]
    remarks: Mapping[str, str]


def merge(
    base: Record | None,
    file: Record,
    parsed: Record,
    source: Source,
    authority: Authority,
    extra: Mapping[tuple[str, int], str] = MappingProxyType({}),
) -> Merged:
    """Return the merge of `base` (`None` where it is not kept), `file` and `parsed`, which is a reading of `source`.

    `extra` are, in words, the keys of the file that no record has, by list and position: they make an item a person's.

    Without a base all that the file has stays. Ids of themes and speakers that the authority calls by others now are
    brought up to date first.
    """
    old = file if base is None else base
    mine = brought_up_to_date(file, authority)
    before = parsed if base is None else brought_up_to_date(base, authority)
    before, now = named_alike(before, mine, parsed)
    here = realign(mine, source, now)
    before = realign(before, source, now).record
    conflicts: list[Conflict] = []
    own = frozenset(_own(extra, mine, here))
    sides = Sides(
        before,
        here.record,
        now,
        source.text,
        places(before.statements),
        by_hand(before, here.record, own),
        own,
        conflicts,
    )
    bodies = merge_bodies(sides, numbers_of(before, file, old))
    statements = [one for one, _ in bodies.statements]
    taken = set(_ids(file, old, before)) | {one.id for one in (*statements, *bodies.parsed)}
    points = merge_points((before, here.record, now), places(statements), places(bodies.parsed), taken, own, conflicts)
    gone = tuple(_all_gone(old, file, here, extra))
    record, origins = _put_together(sides, here, bodies, points, gone)
    record = replace(record, was=tuple(dict.fromkeys((*file.was, *({old.id} - {file.id})))))
    said = replace(
        now,
        id=file.id,
        event=replace(now.event, id=file.event.id),
        statements=bodies.parsed,
        agreed=points.parsed,
        retired=(),
    )
    said = replace(said, retired=tuple(_once_given((file, old), record, said)))
    remarks = {one.id: f"{one.id} had by hand: {one.edits}" for one in gone if one.edits}
    return Merged(record, said, origins, tuple(conflicts), gone, MappingProxyType(remarks))


def _put_together(
    sides: Sides, here: Realigned, bodies: Bodies, points: Points, gone: Sequence[Gone]
) -> tuple[Record, Mapping[str, Sequence[int | None]]]:
    """Return the merged record, and where in the file each of its items was."""
    base, file, parsed = sides.base, sides.file, sides.parsed
    item = Item("", "", sides.conflicts)
    persons, parties = merge_people(
        base, file, parsed, [one for one, _ in bodies.statements], sides.own, sides.conflicts
    )
    known = {one.id for one in file.retired}
    notes = {one.id: one.note for one in (*_lost(here, "statements"), *_lost(here, "agreed"))}
    left = [Retired(id=one.id, text=one.text, note=notes.get(one.id)) for one in gone]
    retired = [one for one in (*left, *bodies.retired, *points.retired) if one.id not in known]
    record = replace(
        file,
        title=item.three("title", base.title, file.title, parsed.title),
        language=item.three("language", base.language, file.language, parsed.language),
        source=replace(
            file.source,
            path=parsed.source.path,
            **_facts("source", PROVENANCE, (base.source, file.source, parsed.source), sides.conflicts),
        ),
        event=replace(
            file.event,
            at=_places(base.event.at, file.event.at, parsed.event.at),
            **_facts("event", FACTS, (base.event, file.event, parsed.event), sides.conflicts),
        ),
        participants=tuple(one for one, _ in persons),
        parties=tuple(one for one, _ in parties),
        furniture=tuple(one for one, _ in bodies.furniture),
        statements=tuple(one for one, _ in bodies.statements),
        agreed=tuple(one for one, _ in points.points),
        retired=(*file.retired, *retired),
    )
    found: dict[str, Sequence[int | None]] = {
        "participants": [index for _, index in persons],
        "parties": [index for _, index in parties],
        "retired": [*range(len(file.retired)), *(None for _ in retired)],
    }
    for name, items in (("furniture", bodies.furniture), ("statements", bodies.statements), ("agreed", points.points)):
        found[name] = [None if index is None else here.kept[name][index] for _, index in items]
    return record, MappingProxyType(found)


def _facts(name: str, keys: Sequence[str], sides: Sequence[Any], conflicts: list[Conflict]) -> dict[str, Any]:
    item = Item("", "", conflicts)
    values = {}
    for key in keys:
        mark = len(conflicts)
        values[key] = item.three(key, *(getattr(side, key) for side in sides))
        conflicts[mark:] = [one._replace(key=f"{name}.{one.key}") for one in conflicts[mark:]]
    return values


def _places(base: Mapping[str, Any], file: Mapping[str, Any], parsed: Mapping[str, Any]) -> Mapping[str, Any]:
    """Merge the places of facts; a person's stay."""
    found = {}
    for name in dict.fromkeys((*file, *parsed)):
        before, mine, now = base.get(name), file.get(name), parsed.get(name)
        place = now if mine == before else mine
        if place is not None:
            found[name] = place
    return MappingProxyType(found)


def brought_up_to_date(record: Record, authority: Authority) -> Record:
    """Return a record with the ids that themes and speakers have now, where it has those that they had before."""
    themes = {old: one.id for one in authority.themes.values() for old in one.was if old not in authority.themes}
    speakers = {old: one.id for one in authority.speakers.values() for old in one.was if old not in authority.speakers}
    held = {*(one.id for one in record.participants), *(party.id for party in record.parties)}
    record = renamed(record, {old: new for old, new in speakers.items() if old in held and new not in held})
    items: list[Statement | AgreedPoint] = [*record.statements, *record.agreed]
    if not any(theme in themes for one in items for theme in one.themes):
        return record

    def now(one: Any) -> Any:
        return replace(one, themes=tuple(dict.fromkeys(themes.get(theme, theme) for theme in one.themes)))

    return replace(
        record,
        statements=tuple(now(one) for one in record.statements),
        agreed=tuple(now(one) for one in record.agreed),
    )


def _lost(here: Realigned, name: str) -> Iterator[Statement | AgreedPoint]:
    """Give the items of the file whose words the new source has not."""
    kept = set(here.kept[name])
    yield from (one for index, one in enumerate(getattr(here.before, name)) if index not in kept)


def _own(extra: Mapping[tuple[str, int], str], mine: Record, here: Realigned) -> Iterator[tuple[str, str | int]]:
    """Give list and id of what has keys of a person's own; of furniture, which has no ids, list and position today."""
    for name, index in extra:
        if name != FURNITURE:
            yield name, getattr(mine, name)[index].id
        elif index in here.kept[name]:
            yield name, here.kept[name].index(index)


def _all_gone(base: Record, file: Record, here: Realigned, extra: Mapping[tuple[str, int], str]) -> Iterator[Gone]:
    for name in ("statements", "agreed"):
        said = {one.id: one for one in getattr(base, name)}
        mine = {one.id: (index, one) for index, one in enumerate(getattr(file, name))}
        for one in _lost(here, name):
            index, edited = mine[one.id]
            edits = filter(None, (_edits(said.get(one.id), edited), extra.get((name, index))))
            yield Gone(one.id, one.text, "; ".join(edits))


def _edits(before: Statement | AgreedPoint | None, mine: Statement | AgreedPoint) -> str:
    """Return what a person had decided of an item, in words on one line."""
    told = []
    for key in DECIDED:
        value = getattr(mine, key, None)
        if value and value != getattr(before, key, None):
            told.append(f"{written(key)} {shown(value)}")
    return "; ".join(told)


def _ids(*records: Record) -> Iterator[str]:
    for record in records:
        yield from (one.id for one in record.statements)
        yield from (point.id for point in record.agreed)
        yield from (gone.id for gone in record.retired)


def _once_given(olds: Sequence[Record], record: Record, said: Record) -> Iterator[Retired]:
    """Give the ids that neither the record nor the parser's reading has any more: the reading keeps them from return."""
    there: Collection[str] = {*_ids(record), *_ids(said)}
    places = {one.at: one.id for one in record.agreed}
    found: dict[str, Retired] = {}
    for old in olds:
        items: list[Statement | AgreedPoint] = [*old.statements, *old.agreed]
        for one in items:
            if one.id not in there:
                found[one.id] = Retired(id=one.id, text=one.text, into=places.get(one.at))
        found |= {gone.id: gone for gone in old.retired if gone.id not in there}
    yield from (found[id_] for id_ in sorted(found))


__all__ = ["Conflict", "Gone", "Merged", "merge"]
