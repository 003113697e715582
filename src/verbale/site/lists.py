"""Lists ordered by time: which parts each has, and which stretch of it a page shows; one place for all kinds of list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.catalog import FIRST, LAST
from verbale.site.partition import Part, first_pager, part_pager, partition

if TYPE_CHECKING:
    from verbale.site.shelf import Shelf
    from verbale.site.views import Pager

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
    """Return the parts of a list (`records`, `points`, a `speaker`'s or a `theme`'s), none where it fits one page."""
    catalog = shelf.catalog
    return partition(catalog.periods(kind, id_), shelf.limit, partial(catalog.ranks, kind, id_))


def stretches(shelf: Shelf, kind: str, id_: str, page: str, title: str) -> dict[str, Stretch]:
    """Return what each page of a list shows, by the name of its part; the first page is under ""."""
    parts = parts_of(shelf, kind, id_)
    if not parts:
        total = sum(entries for _, entries in shelf.catalog.periods(kind, id_))
        return {"": Stretch(FIRST, LAST, first_pager(page, ()), None, total)}
    found = {
        "": Stretch(
            _newest(shelf, kind, id_, parts), LAST, first_pager(page, parts), None, sum(p.entries for p in parts)
        )
    }
    for part in parts:
        found[part.name] = Stretch(part.low, part.high, part_pager(page, title, parts, part), part, part.entries)
    return found


def _newest(shelf: Shelf, kind: str, id_: str, parts: tuple[Part, ...]) -> str:
    """Return the rank from which on a split list's first page shows its entries."""
    wanted = min(NEWEST, shelf.limit)
    for part in sorted(parts, key=lambda part: part.low, reverse=True):
        if not part.entries:
            continue
        low, found = part.high, 0
        for rank, entries in reversed(shelf.catalog.ranks(kind, id_, part.low, part.high)):
            if found and found + entries > wanted:
                break
            low, found = rank, found + entries
        return low
    return FIRST
