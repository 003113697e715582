"""Statements and furniture merged three ways: boundaries by region, ids kept or retired, what is said of each by its id.

It works on values of one source in one set of ids of persons; agreed points follow in `points.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeVar

from verbale.merge.attribution import merged_statement
from verbale.merge.places import Places, places
from verbale.merge.regions import FURNITURE, STATEMENT, Region, inherited, regions, shape
from verbale.merge.values import Conflict, Item, quoted
from verbale.record import JOINT, Furniture, Record, Retired, Statement
from verbale.span import Span

T = TypeVar("T", Statement, Furniture)


@dataclass(frozen=True, slots=True)
class Bodies:
    """What became of the body: items with their positions in the file, ids that went, and the parser's with these ids."""

    statements: list[tuple[Statement, int | None]]
    furniture: list[tuple[Furniture, int | None]]
    retired: list[Retired]
    parsed: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of the merged body: where, what, and which item of the file (else of the parser's) it continues.

    `heir` is the statement of the file out of which the parser cut this one.
    """

    at: Span
    kind: str
    file: int | None
    parsed: int | None
    heir: int | None = None


@dataclass(slots=True)
class Numbers:
    """Gives numbers of statements that were never given."""

    last: int

    def next(self) -> str:
        """Return the next id."""
        self.last += 1
        return f"s{self.last:02d}"


@dataclass(frozen=True, slots=True)
class Sides:
    """The three records, the base's statements for looking up, and the places of agreed points that a person decided.

    `own` names by list and id (of furniture: position) what has keys of a person's own in the file.
    """

    base: Record
    file: Record
    parsed: Record
    text: str
    before: Places
    points: Collection[Span] = ()
    own: Collection[tuple[str, str | int]] = ()
    conflicts: list[Conflict] = field(default_factory=list)

    def edited(self, statement: Statement) -> bool:
        """Say whether a person changed anything about a statement but its place."""
        before = self.before.ids.get(statement.id)
        if before is None or (STATEMENT, statement.id) in self.own:
            return True
        return replace(statement, at=before.at, text=before.text, paragraph=before.paragraph) != before


def merge_bodies(sides: Sides, numbers: Numbers) -> Bodies:
    """Merge statements and furniture; `numbers` gives ids for statements that are new."""
    slots: list[Slot] = []
    ids: dict[Span, str] = {}
    retired: list[Retired] = []
    parts = regions(sides.base, sides.file, sides.parsed, sides.text)
    for region in parts:
        made = list(_by_parser(region)) if _parser_decides(region, sides) else list(_by_file(region))
        for slot in made:
            if slot.kind == STATEMENT:
                ids[slot.at] = numbers.next() if slot.file is None else sides.file.statements[slot.file].id
        retired += _gone(region, made, ids, sides)
        slots += made
    parsed = _with_ids(sides, parts, ids, numbers)
    theirs = places(replace(one, at=one.at.trim(sides.text)) for one in parsed)
    statements = [_statement(slot, ids, theirs, sides) for slot in slots if slot.kind == STATEMENT]
    furniture = [_furniture(slot, sides) for slot in slots if slot.kind == FURNITURE]
    into = {gone.id: gone.into for gone in retired}
    there = {statement.id for statement, _ in statements}
    fixed = [(_referring(one, there, into, statements, parsed), index) for one, index in statements]
    return Bodies(_in_order(fixed), _in_order(furniture), retired, parsed)


def _parser_decides(region: Region, sides: Sides) -> bool:
    """Say whether a region is divided as the parser now says; a person's division stays, and so does what she edited."""
    mine, before, now = (shape(side) for side in (region.file, region.base, region.parsed))
    if mine == now:
        return True
    statements = [segment for segment in region.file if segment.kind == STATEMENT]
    names = [sides.file.statements[segment.number].id for segment in statements]
    item = Item(STATEMENT, names[0] if names else "", sides.conflicts)
    if mine != before:
        if now != before and all(segment.kind for segment in region.file):
            _tell_division(region, item, names, sides)
        return not statements and any(not segment.kind for segment in region.file)
    continued = set(inherited(region.file, region.parsed).values())
    lost = [
        sides.file.statements[segment.number]
        for position, segment in enumerate(region.file)
        if position not in continued and segment.kind == STATEMENT
    ]
    cut = [point for point in sides.points if _cuts(point, region)]
    cut += [
        segment.at
        for position, segment in enumerate(region.file)
        if position not in continued and (segment.kind, segment.number) in sides.own
    ]
    if cut or any(sides.edited(statement) for statement in lost):
        _tell_division(region, item, names, sides)
        return False
    return True


def _cuts(point: Span, region: Region) -> bool:
    """Say whether the parser's boundaries cut a passage that one statement of the file holds."""
    inside = any(segment.at.contains(point) for segment in region.file)
    return inside and not any(segment.at.contains(point) and segment.kind == STATEMENT for segment in region.parsed)


def _tell_division(region: Region, item: Item, names: Sequence[str], sides: Sides) -> None:
    mine = quoted(segment.at.of(sides.text) for segment in region.file)
    now = quoted(segment.at.of(sides.text) for segment in region.parsed)
    label = " and ".join(names) or "the furniture"
    words = f"{label}: both changed the division here: it is {mine}, the parser now has {now}."
    item.conflicts.append(Conflict(item.name, item.id, "at", words))


def _by_file(region: Region) -> Iterator[Slot]:
    """Divide a region as the file does, its holes as the parser does."""
    for segment in region.file:
        same = next((each for each in region.parsed if each.at == segment.at and each.kind == segment.kind), None)
        if segment.kind:
            yield Slot(segment.at, segment.kind, segment.number, same.number if same else None)
            continue
        theirs = next(each for each in region.parsed if each.at.contains(segment.at))
        yield Slot(segment.at, theirs.kind, None, theirs.number)


def _by_parser(region: Region) -> Iterator[Slot]:
    """Divide a region as the parser does: the first part of what was one keeps its id."""
    continued = inherited(region.file, region.parsed)
    for position, segment in enumerate(region.parsed):
        before = continued.get(position)
        heir = next(
            (each.number for each in region.file if each.kind == STATEMENT and each.at.contains(segment.at)), None
        )
        index = region.file[before].number if before is not None else None
        yield Slot(segment.at, segment.kind, index, segment.number, heir if before is None else None)


def _gone(region: Region, made: Sequence[Slot], ids: dict[Span, str], sides: Sides) -> Iterator[Retired]:
    """Give the statements of a region that are in none any more, with what took their words up."""
    kept = {slot.file for slot in made if slot.kind == STATEMENT}
    for segment in region.file:
        if segment.kind == STATEMENT and segment.number not in kept:
            old = sides.file.statements[segment.number]
            heir = next((slot for slot in made if slot.kind == STATEMENT and slot.at.overlaps(segment.at)), None)
            yield Retired(id=old.id, at=old.at, text=old.text, into=ids[heir.at] if heir else None, note=old.note)


def _with_ids(sides: Sides, parts: Sequence[Region], ids: dict[Span, str], numbers: Numbers) -> tuple[Statement, ...]:
    """Return the parser's statements with the ids of the merged ones, else of what they were before, else new ones."""
    segments = [segment for region in parts for segment in region.parsed if segment.kind == STATEMENT]
    given = {segment.number: ids[segment.at] for segment in segments if segment.at in ids}
    taken = set(given.values())
    for region in parts:
        continued = inherited(region.base, region.parsed)
        for position, segment in enumerate(region.parsed):
            if segment.kind == STATEMENT and segment.number not in given:
                before = continued.get(position)
                old = sides.base.statements[region.base[before].number].id if before is not None else None
                given[segment.number] = old if old and old not in taken else numbers.next()
                taken.add(given[segment.number])
    names = {one.id: given[index] for index, one in enumerate(sides.parsed.statements)}
    return tuple(replace(one, id=names[one.id], from_=names.get(one.from_ or "")) for one in sides.parsed.statements)


def _statement(slot: Slot, ids: dict[Span, str], parsed: Places, sides: Sides) -> tuple[Statement, int | None]:
    """Return the statement of a slot: the file's as merged, or the parser's where it is new."""
    id_ = ids[slot.at]
    holder = parsed.touching(slot.at)
    theirs = holder if holder and holder.at == slot.at else None
    if slot.file is None:
        assert holder is not None  # noqa: S101 - what the file has not is the parser's
        made = replace(holder, id=id_, at=slot.at, text=slot.at.of(sides.text))
        return (made if slot.heir is None else _by_will(made, sides.file.statements[slot.heir], sides)), None
    mine = sides.file.statements[slot.file]
    base = sides.before.ids.get(id_)
    now = theirs or parsed.ids.get(id_)
    at = mine.at if mine.at.trim(sides.text) == slot.at else slot.at
    mine = replace(mine, at=at, text=at.of(sides.text))
    joint = mine.speaker == JOINT and any(at.contains(point) for point in sides.points)
    item = Item(STATEMENT, id_, sides.conflicts)
    made = merged_statement(base, mine, now, item, keep_joint=joint)
    # A statement that a person made is in the paragraph of that out of which she made it.
    before = base or sides.before.touching(slot.at)
    if holder is not None and before is not None:
        made = replace(made, paragraph=item.three("paragraph", before.paragraph, mine.paragraph, holder.paragraph))
    return made, slot.file


def _by_will(made: Statement, mine: Statement, sides: Sides) -> Statement:
    """Return a part that the parser cut from a statement whose speaker a person decided: the decision holds for it too."""
    before = sides.before.ids.get(mine.id)
    if before is None or (before.speaker == mine.speaker and mine.basis != "editor") or made.speaker == mine.speaker:
        return made
    if made.speaker != before.speaker:
        Item(STATEMENT, made.id, sides.conflicts).note("speaker", before.speaker, mine.speaker, made.speaker)
    return replace(made, speaker=mine.speaker, basis=mine.basis, cue=None, from_=None, sides=mine.sides, also=mine.also)


def _furniture(slot: Slot, sides: Sides) -> tuple[Furniture, int | None]:
    words = slot.at.of(sides.text)
    theirs = sides.parsed.furniture[slot.parsed] if slot.parsed is not None else None
    if slot.file is None:
        assert theirs is not None  # noqa: S101 - a hole's kind is that of the parser's piece
        return replace(theirs, at=slot.at, text=words), None
    mine = sides.file.furniture[slot.file]
    at = mine.at if mine.at.trim(sides.text) == slot.at else slot.at
    before = next((one for one in sides.base.furniture if one.at.trim(sides.text) == mine.at.trim(sides.text)), None)
    kind = mine.kind
    if before and theirs:
        kind = Item(FURNITURE, words, sides.conflicts).three("kind", before.kind, mine.kind, theirs.kind)
    return replace(mine, at=at, text=at.of(sides.text), kind=kind), slot.file


def _referring(
    one: Statement,
    there: Collection[str],
    into: dict[str, str | None],
    statements: Sequence[tuple[Statement, int | None]],
    parsed: Sequence[Statement],
) -> Statement:
    """Let `from` name a statement that is there: what took the words up, or what holds those of the parser's."""
    if one.from_ is None or one.from_ in there:
        return one
    meant = into.get(one.from_)
    if meant is None:
        place = next((each.at for each in parsed if each.id == one.from_), None)
        meant = next((each.id for each, _ in statements if place and each.at.contains(place)), None)
    return replace(one, from_=meant if meant in there and meant != one.id else None)


def _in_order(items: Sequence[tuple[T, int | None]]) -> list[tuple[T, int | None]]:
    """Put items in the order of the file, each new one behind the one that it follows in the source."""
    old = sorted((pair for pair in items if pair[1] is not None), key=lambda pair: pair[1] or 0)
    new = [pair for pair in items if pair[1] is None]
    starts = [pair[0].at.start for pair in old]
    if starts == sorted(starts):
        return sorted(items, key=lambda pair: pair[0].at.start)
    for one in new:
        ahead = [index for index, pair in enumerate(old) if pair[0].at.start < one[0].at.start]
        nearest = max(ahead, key=lambda index: old[index][0].at.start, default=-1)
        old.insert(nearest + 1, one)
    return old


def numbers_of(*records: Record) -> Numbers:
    """Return what gives numbers that no statement of these records has or had."""
    ids = chain.from_iterable(
        (*(one.id for one in record.statements), *(one.id for one in record.retired)) for record in records
    )
    return Numbers(max((int(id_[1:]) for id_ in ids if re.fullmatch(r"s[0-9]{2,}", id_)), default=0))
