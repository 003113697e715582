"""How a list that outgrows a page is split in time: by year, a long year by month, a long month into pages.

Pages count from the oldest, so that what is added later leaves the earlier ones as they are. Nothing is queried here.
"""

from __future__ import annotations

from itertools import groupby
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from verbale.catalog.order import UNDATED, year_of
from verbale.site.addresses import part_page
from verbale.site.dates import month_name
from verbale.site.views import Link, Pager

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Part(NamedTuple):
    """One page of a split list: its name in addresses, its stretch of ranks (inclusive), its entries.

    `number` of `total` are the pages of one period; `months` are the names of a year's pages for its months.
    """

    name: str
    period: str
    low: str
    high: str
    entries: int
    year: str
    number: int = 1
    total: int = 1
    months: tuple[str, ...] = ()


def partition(
    periods: Sequence[tuple[str, int]],
    limit: int,
    ranks: Callable[[str, str], Sequence[tuple[str, int]]],
) -> tuple[Part, ...]:
    """Return the parts of a list in order of time; none where it fits one page of `limit` entries.

    `periods` are the months, years and "" (undated) of a list with their entries, in order; `ranks(low, high)` gives the
    ranks in a stretch with their entries. A part has more than `limit` entries only where one record has.
    """
    if sum(entries for _, entries in periods) <= limit:
        return ()
    parts: list[Part] = []
    # Thousands of lists have the same months: their names are kept once.
    for year, grouped in groupby(periods, key=lambda period: intern(year_of(period[0]))):
        members = [(intern(period), entries) for period, entries in grouped]
        total = sum(entries for _, entries in members)
        if total <= limit and year != UNDATED:
            parts.append(Part(year, year, year, intern(f"{year}~"), total, year))
            continue
        direct: list[Part] = []
        months: list[Part] = []
        for period, entries in members:
            if len(period) < len("2021-06"):
                direct += _pages(year, f"{period} ", (entries, limit), ranks)
            else:
                months += _pages(period, period, (entries, limit), ranks)
        first = direct[0] if direct else Part(year, year, f"{year} ", f"{year} ", 0, year)
        names = tuple([part.name for part in months if part.number == 1])
        parts += [first._replace(months=names), *direct[1:], *months]
    return tuple(parts)


def _pages(
    period: str,
    low: str,
    sizes: tuple[int, int],
    ranks: Callable[[str, str], Sequence[tuple[str, int]]],
) -> Iterator[Part]:
    """Give the pages of one period, filled from the oldest record on; `sizes` are its entries and a page's limit."""
    total, limit = sizes
    if total <= limit:
        yield Part(period, period, low, intern(f"{low}~"), total, intern(year_of(period)))
        return
    pages: list[list[tuple[str, int]]] = []
    room = 0
    for rank, entries in ranks(low, f"{low}~"):
        if not pages or entries > room:
            pages.append([])
            room = limit
        pages[-1].append((rank, entries))
        room -= entries
    for number, page in enumerate(pages, 1):
        name = period if number == 1 else f"{period}-{number}"
        entries = sum(count for _, count in page)
        yield Part(name, period, page[0][0], page[-1][0], entries, intern(year_of(period)), number, len(pages))


def holds(part: Part, rank: str) -> bool:
    """Say whether an entry at a rank can change this part: it is in its period, or in a month of its year."""
    if part.months or part.period == part.year:
        return year_of(rank) == part.year
    return rank.startswith(part.period)


def years_of(list_page: str, parts: Sequence[Part], *, counts: bool) -> tuple[Link, ...]:
    """Return the links to a list's years, newest first."""
    totals: dict[str, int] = {}
    for part in parts:
        totals[part.year] = totals.get(part.year, 0) + part.entries
    return tuple(
        [Link(part_page(list_page, year), year, total if counts else None) for year, total in reversed(totals.items())]
    )


def part_pager(list_page: str, title: str, parts: Sequence[Part], part: Part, years: tuple[Link, ...]) -> Pager:
    """Return the pager of a part; `years` are those of the whole list, without counts."""
    place = parts.index(part)
    months: dict[str, int] = {}
    for one in parts if part.months else ():
        if one.period in part.months:
            months[one.period] = months.get(one.period, 0) + one.entries
    return Pager(
        part.number,
        part.total,
        _link(list_page, parts[place - 1]) if place else None,
        _link(list_page, parts[place + 1]) if place + 1 < len(parts) else None,
        years,
        period_name(part.period),
        tuple([Link(part_page(list_page, name), period_name(name), count) for name, count in reversed(months.items())]),
        Link(list_page, title),
    )


def period_name(period: str) -> str:
    """Return "2021", "June 2021" or "undated"."""
    return month_name(period) if period[4:5] == "-" else period


def _link(list_page: str, part: Part) -> Link:
    page = f", page {part.number}" if part.number > 1 else ""
    return Link(part_page(list_page, part.name), f"{period_name(part.period)}{page}")
