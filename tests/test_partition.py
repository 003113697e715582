"""Long lists are split by year, month and page; every entry is on exactly one part, and few parts change with one entry."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.catalog.order import period_of, rank_of, year_of
from verbale.site.partition import Part, holds, part_pager, partition, years_of

SOME = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

dates = st.one_of(
    st.none(),
    st.sampled_from(["2019", "2020", "2020-03", "XXXX-02-17", "201X"]),
    st.dates().map(lambda day: f"{2018 + day.year % 4}-{day.month:02}-{day.day:02}"),
)
lists = st.lists(st.tuples(dates, st.integers(1, 6)), max_size=60)


def split(entries: list[tuple[str | None, int]], limit: int) -> tuple[tuple[Part, ...], list[tuple[str, int]]]:
    """The parts of a list of records with so many entries each, and their ranks."""
    ranked = sorted((rank_of(date, f"r{number:03}"), count) for number, (date, count) in enumerate(entries))
    periods: dict[str, int] = {}
    for rank, count in ranked:
        period = period_of(rank)
        periods["" if period == "undated" else period] = periods.get("" if period == "undated" else period, 0) + count
    found = partition(
        sorted(periods.items()), limit, lambda low, high: [(rank, n) for rank, n in ranked if low <= rank <= high]
    )
    return found, ranked


@SOME
@given(lists, st.integers(6, 20))
def test_every_entry_is_on_one_part(entries: list[tuple[str | None, int]], limit: int) -> None:
    """The stretches of the parts do not overlap and leave nothing out, and no part has more than its limit."""
    parts, ranked = split(entries, limit)
    total = sum(count for _, count in ranked)
    assert bool(parts) == (total > limit)
    for rank, _ in ranked if parts else ():
        assert sum(part.low <= rank <= part.high for part in parts) == 1
    for part in parts:
        assert part.entries == sum(count for rank, count in ranked if part.low <= rank <= part.high)
        assert part.entries <= limit
    assert len({part.name for part in parts}) == len(parts)


@SOME
@given(lists, st.integers(6, 20))
def test_an_entry_touches_only_parts_that_hold_its_place(entries: list[tuple[str | None, int]], limit: int) -> None:
    """A part that does not hold a rank says nothing of its month or year."""
    parts, ranked = split(entries, limit)
    for rank, _ in ranked if parts else ():
        own = next(part for part in parts if part.low <= rank <= part.high)
        assert holds(own, rank)
        assert all(part.year == year_of(rank) for part in parts if holds(part, rank))


@SOME
@given(lists, st.integers(6, 20))
def test_all_parts_are_reached_from_the_years(entries: list[tuple[str | None, int]], limit: int) -> None:
    """From the years to their months, and from a month's first page to its others, every part has a link to it."""
    parts, _ = split(entries, limit)
    years = years_of("themes/trade.html", parts, counts=True)
    assert sum(year.count or 0 for year in years) == sum(part.entries for part in parts)
    reached = {year.url for year in years}
    for part in parts:
        pager = part_pager("themes/trade.html", "Trade", parts, part, years)
        reached |= {link.url for link in (*pager.months, pager.previous, pager.next) if link}
        assert pager.whole is not None
        assert pager.whole.url == "themes/trade.html"
    assert {f"themes/trade/years/{part.name}.html" for part in parts} <= reached


def test_names_and_bounds_of_a_crowded_year() -> None:
    """Days to months, a month to pages from the oldest; what has no month is on the year's own page."""
    entries = [("2020-05-0" + str(day), 3) for day in range(1, 6)] + [("2020", 2), ("2020-06-01", 1), (None, 1)]
    parts, _ = split(entries, 7)
    assert [(part.name, part.entries, part.number, part.total) for part in parts] == [
        ("undated", 1, 1, 1),
        ("2020", 2, 1, 1),
        ("2020-05", 6, 1, 3),
        ("2020-05-2", 6, 2, 3),
        ("2020-05-3", 3, 3, 3),
        ("2020-06", 1, 1, 1),
    ]
    assert parts[1].months == ("2020-05", "2020-06")
