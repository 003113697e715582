"""A record brought to another version of its source: places move with their words; what has gone is returned beside it.

It decides nothing between people and the parser: what it returns is the same record, as it would be of the new source.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, TypeVar

from verbale.merge.alignment import Alignment, align
from verbale.record import AgreedPoint, Furniture, Participant, Record, Statement
from verbale.source import Source
from verbale.span import Span

_ALIVE: Final = 0.5
"""The share of its letters that a sentence must still have."""
_STRAY: Final = 0.3
"""The share of another sentence's letters below which words of one in it mean nothing."""
_SCATTERED: Final = 3
"""How many times its length the words of a passage may be spread over."""
T = TypeVar("T", Furniture, Statement, AgreedPoint)


@dataclass(frozen=True, slots=True)
class Realigned:
    """A record `before`, and as one of the new source, with statements and points that are still there, and where each of its items was.

    `kept` gives for the lists `furniture`, `statements` and `agreed` the positions that the items had in the old record.
    """

    before: Record
    record: Record
    kept: MappingProxyType[str, tuple[int, ...]]


def realign(record: Record, source: Source, parsed: Record) -> Realigned:
    """Return `record` as one of `source`, which `parsed` takes apart; spans without their words are gone or `None`."""
    if record.source.sha256 == source.sha256:
        lists = ("furniture", "statements", "agreed")
        return Realigned(
            record, record, MappingProxyType({name: tuple(range(len(getattr(record, name)))) for name in lists})
        )
    return _moved(record, source, _spans(parsed))


def _spans(record: Record) -> list[Span]:
    """Return the places that cover a record's source, in order."""
    return sorted([*(piece.at for piece in record.furniture), *(one.at for one in record.statements)])


def text_of(record: Record) -> str:
    """Return the source that a record was made from, as far as it tells: white space between its spans is spaces."""
    pieces: list[Furniture | Statement] = [*record.furniture, *record.statements]
    letters = [" "] * max((each.at.end for each in pieces), default=0)
    for each in pieces:
        letters[each.at.start : each.at.end] = each.text.ljust(each.at.end - each.at.start)[
            : each.at.end - each.at.start
        ]
    return "".join(letters)


def _moved(record: Record, source: Source, pieces: Sequence[Span]) -> Realigned:
    old = text_of(record)
    spans = _spans(record)
    way = align(old, spans, source.text, pieces)
    owners = _owners(way, spans, pieces)
    places = _hulls(owners, way)
    there = {span: places[index] for index, span in enumerate(spans) if index in places}
    furniture, kept_furniture = _followed(record.furniture, there, source.text)
    statements, kept_statements = _followed(record.statements, there, source.text)
    inside = {statement.id: span for statement in statements for span in [statement.at]}
    points: dict[Span, Span] = {}
    for point in record.agreed:
        holder = inside.get(point.statement)
        found = _place(way, point.at, point.text, holder, source.text) if holder else None
        if found:
            points[point.at] = found
    agreed, kept_agreed = _followed(record.agreed, points, source.text)
    at = {
        name: place for name, span in record.event.at.items() if (place := _place(way, span, None, None, source.text))
    }
    made = replace(
        record,
        source=replace(record.source, sha256=source.sha256),
        event=replace(record.event, at=MappingProxyType(at)),
        participants=tuple(_participant(one, way, source.text) for one in record.participants),
        furniture=furniture,
        statements=statements,
        agreed=agreed,
    )
    kept = {"furniture": kept_furniture, "statements": kept_statements, "agreed": kept_agreed}
    return Realigned(record, made, MappingProxyType(kept))


def _participant(one: Participant, way: Alignment, text: str) -> Participant:
    return one if one.at is None else replace(one, at=_place(way, one.at, None, None, text))


def _followed(items: Sequence[T], there: dict[Span, Span], text: str) -> tuple[tuple[T, ...], tuple[int, ...]]:
    """Return the items that are still there at their new places, and the positions that they had."""
    kept = [(index, replace(item, at=there[item.at])) for index, item in enumerate(items) if item.at in there]
    return tuple(replace(item, text=item.at.of(text)) for _, item in kept), tuple(index for index, _ in kept)


def _owners(way: Alignment, spans: Sequence[Span], pieces: Sequence[Span]) -> list[int]:
    """Return for each word of the new text the old span that it continues, or -1."""
    mine = _holders(way.old, spans)
    theirs = _holders(way.new, pieces)
    weight: defaultdict[int, int] = defaultdict(int)
    whole: defaultdict[int, int] = defaultdict(int)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for index, word in enumerate(way.new):
        whole[theirs[index]] += word.end - word.start
    for index, word in enumerate(way.old):
        weight[mine[index]] += word.end - word.start
        if way.image[index] >= 0:
            shared[mine[index], theirs[way.image[index]]] += word.end - word.start
    real = {
        pair for pair, size in shared.items() if size >= _STRAY * whole[pair[1]] or size >= _ALIVE * weight[pair[0]]
    }
    found: defaultdict[int, int] = defaultdict(int)
    for pair in real:
        found[pair[0]] += shared[pair]
    alive = {span for span, size in found.items() if size >= _ALIVE * weight[span]}
    owners = [-1] * len(way.new)
    for index, image in enumerate(way.image):
        if image >= 0 and mine[index] in alive and (mine[index], theirs[image]) in real:
            owners[image] = mine[index]
    _fill(owners, theirs)
    return owners


def _holders(words: Sequence[Span], spans: Sequence[Span]) -> list[int]:
    """Return for each word the index of the span that it lies in."""
    found: list[int] = []
    index = 0
    for word in words:
        while spans[index].end <= word.start:
            index += 1
        found.append(index)
    return found


def _fill(owners: list[int], theirs: Sequence[int]) -> None:
    """Give words that are new to what stands before them in their sentence, else to what stands behind."""
    for order in (range(1, len(owners)), range(len(owners) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for index in order:
            if owners[index] < 0 and theirs[index] == theirs[index + step]:
                owners[index] = owners[index + step]


def _hulls(owners: Sequence[int], way: Alignment) -> dict[int, Span]:
    """Return where each old span stands now: of several runs of its words, the longest with new words in between."""
    runs: dict[int, list[list[int]]] = defaultdict(list)
    last = -1
    for index, owner in enumerate(owners):
        if owner < 0:
            continue
        if owner == last:
            runs[owner][-1][1] = index
        else:
            runs[owner].append([index, index])
        last = owner
    longest = {owner: max(each, key=lambda run: run[1] - run[0]) for owner, each in runs.items()}
    return {owner: Span(way.new[run[0]].start, way.new[run[1]].end) for owner, run in longest.items()}


def _place(way: Alignment, at: Span, words: str | None, holder: Span | None, text: str) -> Span | None:
    """Return where a passage within a sentence stands now, or `None` where most of it is gone."""
    if words and holder:
        found = text.find(words, *holder)
        if found >= 0:
            return Span(found, found + len(words))
    first = bisect_left(way.old, at.start, key=lambda span: span.start)
    last = bisect_left(way.old, at.end, key=lambda span: span.start) - 1
    inside = holder or Span(0, len(text))
    images = [
        way.image[n] for n in range(first, last + 1) if way.image[n] >= 0 and inside.contains(way.new[way.image[n]])
    ]
    size = sum(way.new[n].end - way.new[n].start for n in images)
    if first > last or size < _ALIVE * sum(way.old[n].end - way.old[n].start for n in range(first, last + 1)):
        return None
    begin, end = min(images), max(images)
    if end - begin > _SCATTERED * (last - first + 1):
        return None
    if way.image[first] < 0 and first and 0 <= way.image[first - 1] < begin:
        begin = way.image[first - 1] + 1
    if way.image[last] < 0 and last + 1 < len(way.old) and way.image[last + 1] > end:
        end = way.image[last + 1] - 1
    found_at = Span(way.new[begin].start, way.new[end].end)
    return found_at if inside.contains(found_at) else None
