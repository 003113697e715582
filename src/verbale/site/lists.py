"""Lists ordered by time: which parts each has, and which stretch of it a page shows; one place for all kinds of list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.catalog import FIRST, LAST
from verbale.site.partition import Part, part_pager, partition, years_of
from verbale.site.views import Pager

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verbale.site.shelf import Shelf

NEWEST: Final = 50
"""Entries that the first page of a split list shows (at least one record's)."""


class Stretch(NamedTuple):
    """What of a list one page shows: ranks (inclusive), pager, the part (`None` for the first page) and its entries."""

    low: str
    high: str
    pager: Pager
    part: Part | None
    entries: int


def parts_of(shelf: Shelf, kind: str, id_: str = "") -> tuple[Part, ...]:
    """Return the parts of a list (`records`, `points`, `corrections`, a `speaker`'s or a `theme`'s), none where it fits one page."""
    found = shelf.parts.get((kind, id_))
    if found is None:
        catalog = shelf.catalog
        found = partition(shelf.periods(kind, id_), shelf.limit, partial(catalog.ranks, kind, id_))
        shelf.parts[kind, id_] = found
    return found


def stretches(
    shelf: Shelf, which: tuple[str, str], names: Sequence[str], page: str, title: str
) -> Iterator[tuple[str, Stretch]]:
    """Give what each page of a list shows that is named and there, with its name; the first page is named "".

    `which` are kind and id of the list, `page` is the address of its first page, `title` what the list is called.
    """
    parts = {part.name: part for part in parts_of(shelf, *which)}
    every = tuple(parts.values())
    years = years_of(page, every, counts=False)
    for name in names:
        part = parts.get(name)
        if part is not None:
            pager = part_pager(page, title, every, part, years)
            yield name, Stretch(part.low, part.high, pager, part, part.entries)
        elif not name:
            yield name, _first(shelf, which, page, every)


def _first(shelf: Shelf, which: tuple[str, str], page: str, parts: tuple[Part, ...]) -> Stretch:
    """Return what the first page of a list shows: all of it, or where it is split the newest entries and the years."""
    if not parts:
        total = sum(entries for _, entries in shelf.periods(*which))
        return Stretch(FIRST, LAST, Pager(), None, total)
    pager = Pager(years=years_of(page, parts, counts=True))
    return Stretch(_newest(shelf, which, parts), LAST, pager, None, sum(part.entries for part in parts))


def _newest(shelf: Shelf, which: tuple[str, str], parts: tuple[Part, ...]) -> str:
    """Return the rank from which on a split list's first page shows its entries."""
    wanted = min(NEWEST, shelf.limit)
    for part in sorted(parts, key=lambda part: part.low, reverse=True):
        low, found = part.high, 0
        for rank, entries in reversed(shelf.catalog.ranks(*which, part.low, part.high)):
            if found and found + entries > wanted:
                break
            low, found = rank, found + entries
        if found:
            return low
    return FIRST
