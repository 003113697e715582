"""Where sentences begin and end, merged three ways: the text is cut where all three have a boundary, and each piece decided.

It knows places and the two kinds of thing that cover a source, statements and furniture; what they say is for others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from verbale.record import Record
from verbale.span import Span

STATEMENT: Final = "statements"
FURNITURE: Final = "furniture"
HOLE: Final = ""
"""Words that one side knows nothing of: they are new in the source."""


class Segment(NamedTuple):
    """A stretch of the source: its place without white space around it, its list, and its position there."""

    at: Span
    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the source in which all three sides begin and end together, with their segments."""

    base: tuple[Segment, ...]
    file: tuple[Segment, ...]
    parsed: tuple[Segment, ...]


def regions(base: Record, file: Record, parsed: Record, text: str) -> list[Region]:
    """Cut the source where all three have a boundary; `parsed` covers it, and what the others lack is a hole in them."""
    new = segments(parsed, text)
    sides = [_whole(segments(record, text), new, text) for record in (base, file)]
    cuts = set.intersection(*({segment.at.start for segment in side} for side in (*sides, new)))
    parts = [list(_parts(side, cuts)) for side in (*sides, new)]
    return [Region(*each) for each in zip(*parts, strict=True)]


def segments(record: Record, text: str) -> list[Segment]:
    """Return what covers the source, in order."""
    found = [
        Segment(item.at.trim(text), kind, index)
        for kind in (FURNITURE, STATEMENT)
        for index, item in enumerate(getattr(record, kind))
    ]
    return sorted(segment for segment in found if segment.at.start < segment.at.end)


def _whole(some: Sequence[Segment], new: Sequence[Segment], text: str) -> list[Segment]:
    """Fill what is not covered with holes, cut where the parser's segments are."""
    found: list[Segment] = []
    done = 0
    for segment in (*some, Segment(Span(len(text), len(text)), HOLE, -1)):
        if text[done : segment.at.start].strip():
            found += _holes(Span(done, segment.at.start), new, text)
        if segment.number >= 0:
            found.append(segment)
        done = max(done, segment.at.end)
    return found


def _holes(gap: Span, new: Iterable[Segment], text: str) -> Iterator[Segment]:
    for segment in new:
        if segment.at.overlaps(gap):
            inner = Span(max(gap.start, segment.at.start), min(gap.end, segment.at.end)).trim(text)
            if inner.start < inner.end:
                yield Segment(inner, HOLE, -1)


def _parts(side: Sequence[Segment], cuts: set[int]) -> Iterator[tuple[Segment, ...]]:
    part: list[Segment] = []
    for segment in side:
        if segment.at.start in cuts and part:
            yield tuple(part)
            part = []
        part.append(segment)
    if part:
        yield tuple(part)


def shape(side: Sequence[Segment]) -> tuple[tuple[Span, str], ...]:
    """Return how a side divides a region, whatever it says there."""
    return tuple((segment.at, segment.kind) for segment in side)


def inherited(old: Sequence[Segment], new: Sequence[Segment]) -> dict[int, int]:
    """Return which new segment continues which old one, as positions, in order: where one is divided, the first part does."""
    found: dict[int, int] = {}
    for index, segment in enumerate(new):
        for before, other in enumerate(old):
            if before not in found.values() and other.kind == segment.kind and other.at.overlaps(segment.at):
                found[index] = before
                break
    return found
