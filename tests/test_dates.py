"""EDTF dates in words, and their order in time."""

from __future__ import annotations

import pytest

from verbale.catalog.order import period_of, rank_of, sort_key, year_of
from verbale.site.dates import month_name, spelled


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2021-06-28", "28 June 2021"),
        ("2021-06", "June 2021"),
        ("2021", "2021"),
        ("2021-06-28/2021-06-29", "28–29 June 2021"),
        ("2021-06-28/2021-07-02", "28 June – 2 July 2021"),
        ("2021-12-31/2022-01-02", "31 December 2021 – 2 January 2022"),
        ("2021-05/2021-06", "May – June 2021"),
        ("2019/2021", "2019–2021"),
        ("2021-05-03/..", "3 May 2021 to an open date"),
        ("/2021-05", "an unknown date to May 2021"),
        ("XXXX-02-17", "17 February, year not known"),
        ("2021-06-XX", "June 2021"),
        ("2021-XX", "2021"),
        ("201X", "2010s"),
        ("19XX", "1900s"),
        ("2021?", "2021 (uncertain)"),
        ("2021-06~", "about June 2021"),
        ("2021-06-28%", "about 28 June 2021 (uncertain)"),
        ("2021-21", "spring 2021"),
        ("-0044", "45 BC"),
        ("sometime", "sometime"),
        (None, "date not given"),
    ],
)
def test_a_date_is_spelled_out(date: str | None, words: str) -> None:
    assert spelled(date) == words


def test_dates_order_records() -> None:
    """Undated first, a year before its months, a month before its days, ids within a day."""
    dates = [None, "XXXX-02-17", "2019-12-31", "2020", "2020-03", "2020-03-01", "2020-03-02/2020-03-04", "2021~"]
    ranks = [rank_of(date, f"r{number}") for number, date in enumerate(dates)]
    assert sorted(ranks) == ranks
    assert rank_of("2020-03-01", "a") < rank_of("2020-03-01", "b")


def test_periods_are_read_from_ranks() -> None:
    assert [period_of(rank_of(date, "x")) for date in ("2020-03-01", "2020-03", "2020", None)] == [
        "2020-03",
        "2020-03",
        "2020",
        "undated",
    ]
    assert year_of(rank_of("2020-21", "x")) == "2020"
    assert sort_key("2020-21") == "2020"
    assert month_name("2021-06") == "June 2021"
