"""How search is divided into files: records into leaves by time, the words of a leaf into shards; it knows no file.

Both divisions depend on what is there and on nothing else, and one record more or less moves only what is near to it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.words import CODE_BITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAF: Final = 512
"""Records up to which a leaf is one; above, it is halved along the line of time."""
SHARD: Final = 2000
"""Letters up to which the words with one beginning are one shard; above, they are told apart by one letter more."""
END: Final = "$"
"""Stands in a shard's name for the end of a word, where other words go on."""


class Leaf(NamedTuple):
    """A stretch of codes, both ends inclusive; `bits` are the ones and zeros that its codes begin with."""

    bits: str
    low: int
    high: int


def leaf_of(bits: str) -> Leaf:
    """Return the leaf of codes that begin with these bits."""
    rest = CODE_BITS - len(bits)
    low = int(bits or "0", 2) << rest
    return Leaf(bits, low, low + (1 << rest) - 1)


def leaves_of(codes: Sequence[int], limit: int = LEAF) -> Iterator[Leaf]:
    """Give the leaves of an archive, in order, from the codes of its records, sorted; none is empty."""
    yield from _halved("", codes, 0, len(codes), limit)


def _halved(bits: str, codes: Sequence[int], start: int, end: int, limit: int) -> Iterator[Leaf]:
    if start == end:
        return
    leaf = leaf_of(bits)
    if end - start <= limit or leaf.low == leaf.high:
        yield leaf
        return
    middle = bisect_left(codes, leaf_of(f"{bits}1").low, start, end)
    yield from _halved(f"{bits}0", codes, start, middle, limit)
    yield from _halved(f"{bits}1", codes, middle, end, limit)


def shards_of(sizes: Sequence[tuple[str, int]], most: int = SHARD) -> Iterator[tuple[str, list[str]]]:
    """Give shards as names and their terms, from all terms, sorted, with the letters that each takes up.

    A shard's name is what its terms begin with, and with `END` the only term of which the others go on.
    """
    yield from _parted("", sizes, 0, len(sizes), most)


def _parted(
    beginning: str, sizes: Sequence[tuple[str, int]], start: int, end: int, most: int
) -> Iterator[tuple[str, list[str]]]:
    depth = len(beginning)
    while start < end:
        letter = sizes[start][0][depth : depth + 1]
        stop, size = start, 0
        while stop < end and sizes[stop][0][depth : depth + 1] == letter:
            size += sizes[stop][1]
            stop += 1
        if size <= most or stop - start == 1:
            yield beginning + (letter or END), [term for term, _ in sizes[start:stop]]
        else:
            yield from _parted(beginning + letter, sizes, start, stop, most)
        start = stop
