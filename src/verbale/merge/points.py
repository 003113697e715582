"""Agreed points merged three ways: known again by place rather than by id, since people give points better ids.

A point that a person removed stays removed; one that the parser no longer finds goes, unless a person had a hand in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from verbale.merge.places import Places
from verbale.merge.values import Conflict, Item, sets
from verbale.parse.identifiers import free
from verbale.record import JOINT, AgreedPoint, Record, Retired
from verbale.span import Span

LIST: Final = "agreed"
_ALIKE: Final = 0.5
"""The share of two passages together that both have where they count as one point."""


@dataclass(frozen=True, slots=True)
class Points:
    """What became of agreed points: each with its position in the file, ids that went, and the parser's with these ids."""

    points: list[tuple[AgreedPoint, int | None]]
    retired: list[Retired]
    parsed: tuple[AgreedPoint, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which point of the file and of the parser's is which of the base, and which of the two are one without a base.

    `back` leads from points of the base to those of the file.
    """

    file: Mapping[int, int]
    parsed: Mapping[int, int]
    direct: Mapping[int, int]
    back: Mapping[int, int]

    def mine(self, parsed: int) -> int | None:
        """Return the file's point that is one of the parser's."""
        base = self.parsed.get(parsed)
        if base is None:
            return self.direct.get(parsed)
        return self.back.get(base)


def pair_up(base: Sequence[AgreedPoint], file: Sequence[AgreedPoint], parsed: Sequence[AgreedPoint]) -> Pairs:
    """Find which points are the same in the three."""
    mine = _matched(file, base, by_id=True)
    theirs = _matched(parsed, base, by_id=False)
    left = [index for index in range(len(parsed)) if index not in theirs]
    others = [index for index in range(len(file)) if index not in mine]
    direct = _matched([parsed[i] for i in left], [file[i] for i in others], by_id=False, exactly=True)
    return Pairs(mine, theirs, {left[i]: others[j] for i, j in direct.items()}, {j: i for i, j in mine.items()})


def _matched(
    left: Sequence[AgreedPoint], right: Sequence[AgreedPoint], *, by_id: bool, exactly: bool = False
) -> dict[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for key in ("id", "at") if by_id else ("at",):
        there = {getattr(point, key): n for n, point in reversed(list(enumerate(right))) if n not in taken}
        for index, point in enumerate(left):
            other = there.get(getattr(point, key)) if index not in found else None
            if other is not None and other not in taken:
                found[index] = other
                taken.add(other)
    if exactly:
        return found
    free = [n for n in range(len(right)) if n not in taken]
    for index, point in enumerate(left):
        other = next((n for n in free if _alike(point, right[n])), None) if index not in found else None
        if other is not None:
            found[index] = other
            free.remove(other)
    return found


def _alike(one: AgreedPoint, other: AgreedPoint) -> bool:
    shared = min(one.at.end, other.at.end) - max(one.at.start, other.at.start)
    return shared > _ALIKE * (max(one.at.end, other.at.end) - min(one.at.start, other.at.start))


def by_hand(base: Record, file: Record, own: Collection[tuple[str, str | int]] = ()) -> list[Span]:
    """Return the places of the file's points in which a person had a hand; `own` names those with keys of hers."""
    mine = _matched(file.agreed, base.agreed, by_id=True)
    return [
        point.at
        for index, point in enumerate(file.agreed)
        if index not in mine or (LIST, point.id) in own or _edited(base.agreed[mine[index]], point)
    ]


def _edited(base: AgreedPoint, file: AgreedPoint) -> bool:
    """Say whether a person changed more of a point than its id."""
    return replace(file, id=base.id, statement=base.statement) != base


def merge_points(
    sides: tuple[Record, Record, Record],
    statements: Places,
    parsed: Places,
    taken: Collection[str],
    own: Collection[tuple[str, str | int]],
    conflicts: list[Conflict],
) -> Points:
    """Merge agreed points; `statements` are merged already, `parsed` are the parser's with their ids, `taken` all ids given.

    `own` names by list and id what has keys of a person's own.
    """
    base, file, now = (record.agreed for record in sides)
    pairs = pair_up(base, file, now)
    found: list[tuple[AgreedPoint, int | None]] = []
    retired: list[Retired] = []
    theirs = {mine: index for index in range(len(now)) if (mine := pairs.mine(index)) is not None}
    for index, point in enumerate(file):
        before = base[pairs.file[index]] if index in pairs.file else None
        today = now[theirs[index]] if index in theirs else None
        item = Item(LIST, point.id, conflicts)
        if before is not None and today is None:
            if not _edited(before, point) and (LIST, point.id) not in own:
                retired.append(Retired(id=point.id, at=point.at, text=point.text, note=point.note))
                continue
            item.tell("id", "the parser no longer finds this point; what you changed stays.")
        merged = point if before is None or today is None else _fields(before, point, today, item)
        found.append((_held(merged, statements), index))
    ids = dict(_ids(pairs, sides, set(taken)))
    for index, point in enumerate(now):
        if pairs.mine(index) is None:
            _bring_in(
                point,
                ids[index],
                base[pairs.parsed[index]] if index in pairs.parsed else None,
                found,
                statements,
                conflicts,
            )
    kept = tuple(_held(replace(point, id=ids[index]), parsed) for index, point in enumerate(now))
    return Points(found, retired, kept)


def _fields(base: AgreedPoint, file: AgreedPoint, parsed: AgreedPoint, item: Item) -> AgreedPoint:
    at = item.three("at", base.at, file.at, parsed.at)
    values = {
        key: item.three(key, *(getattr(one, key) for one in (base, file, parsed))) for key in ("act", "verb", "label")
    }
    themes = sets(base.themes, file.themes, parsed.themes) if at == parsed.at else file.themes
    return replace(file, at=at, text=parsed.text if at == parsed.at else file.text, themes=themes, **values)


def _held(point: AgreedPoint, statements: Places) -> AgreedPoint:
    """Let a point name the statement that holds it."""
    holder = statements.holding(point.at)
    return replace(point, statement=holder.id) if holder else point


def _ids(pairs: Pairs, sides: tuple[Record, Record, Record], taken: set[str]) -> Iterator[tuple[int, str]]:
    """Give the parser's points their ids: the file's, else those that they had, else new ones."""
    base, file, parsed = (record.agreed for record in sides)
    for index, point in enumerate(parsed):
        mine = pairs.mine(index)
        before = pairs.parsed.get(index)
        if mine is not None:
            yield index, file[mine].id
        elif before is not None:
            yield index, base[before].id
        else:
            id_ = free(point.id, taken)
            taken.add(id_)
            yield index, id_


def _bring_in(
    point: AgreedPoint,
    id_: str,
    before: AgreedPoint | None,
    found: list[tuple[AgreedPoint, int | None]],
    statements: Places,
    conflicts: list[Conflict],
) -> None:
    """Put a point that the file has not into its place, unless a person removed it or has another there."""
    holder = statements.holding(point.at)
    if before is not None:
        if before.at != point.at and holder is not None:
            words = f"you removed the agreed point '{id_}'; the parser now has it as “{point.text}”. It stays removed."
            conflicts.append(Conflict("statements", holder.id, "text", f"{holder.id}: {words}"))
        return
    if holder is None or holder.speaker != JOINT:
        return
    other = next((each for each, _ in found if each.at.overlaps(point.at)), None)
    if other is not None:
        Item(LIST, other.id, conflicts).tell(
            "at", f"the parser now has another point here: “{point.text}”. Yours stays."
        )
        return
    ahead = [n for n, (each, _) in enumerate(found) if each.at.start < point.at.start]
    place = max(ahead, key=lambda n: found[n][0].at.start, default=-1) + 1
    found.insert(place, (replace(point, id=id_, statement=holder.id), None))
