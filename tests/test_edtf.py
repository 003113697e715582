"""Dates are those of EDTF that a calendar has."""

from __future__ import annotations

import pytest

from verbale.edtf import MOST_DAYS, Known, covered, is_date


@pytest.mark.parametrize(
    "text",
    "2021 2021-06 2021-06-28 2024-02-29 XXXX-02-17 XXXX-02-29 2021-XX-28 2021-06-XX 202X 2021~ 2021-06? 2021-06-28/2021-06-29 "
    "2021/.. ../2021 2021/ /2021 2021-21 2021-X1 XXXX-XX-31 -0044-03-15".split(),
)
def test_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    "June 21 2021-6-1 2021-13 2021-00 2021-02-30 2023-02-29 XXXX-02-30 2021-06-31 2021-06-00 20210628 ../.. / 2021/2022/2023 "
    "2021-06-28T12:00 ٢٠٢١ 2021-25".split(),
)
def test_no_dates(text: str) -> None:
    assert not is_date(text)


def test_nothing_is_no_date() -> None:
    assert not is_date("")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-06-28", [(2031, 6, 28)]),
        ("2031-06-30/2031-07-02", [(2031, 6, 30), (2031, 7, 1), (2031, 7, 2)]),
        ("2031-06-01?/2031-06-02~", [(2031, 6, 1), (2031, 6, 2)]),
        ("2030-12/2031-02", [(2030, 12, 0), (2031, 1, 0), (2031, 2, 0)]),
        ("2030-12/2031-01-03", [(2030, 12, 0), (2031, 1, 0), (2031, 1, 3)]),
        ("2029/2031", [(2029, 0, 0), (2030, 0, 0), (2031, 0, 0)]),
        ("2031-21", [(2031, 21, 0)]),
        ("2031-06-XX", [(2031, 6, 0)]),
        ("2031-XX-05", [(2031, 0, 0)]),
        ("XXXX-02-17", [(0, 2, 17)]),
        ("203X", [(2030 + year, 0, 0) for year in range(10)]),
        ("2031/..", [(2031, 0, 0)]),
        ("/2031-06", [(2031, 6, 0)]),
        ("20XX", []),
        ("XXXX", []),
        ("-0044-03-15", []),
        ("0000", []),
        ("2031-02-30", []),
        ("June 2031", []),
        ("", []),
    ],
)
def test_what_a_date_covers(text: str, expected: list[tuple[int, int, int]]) -> None:
    assert covered(text) == [Known(*one) for one in expected]


def test_of_a_long_interval_months_or_years_are_told_and_its_ends() -> None:
    assert len(covered("2031-01-01/2031-12-31")) == MOST_DAYS - 1
    assert covered("2031-01-15/2032-03-02")[:3] == [(2031, 1, 15), (2031, 1, 0), (2031, 2, 0)]
    assert covered("2031-01-15/2032-03-02")[-2:] == [(2032, 3, 0), (2032, 3, 2)]
    assert covered("2001-01/2031-06") == [(2001, 1, 0), *((year, 0, 0) for year in range(2001, 2032)), (2031, 6, 0)]
    assert covered("1000/2000") == [(1000, 0, 0), (2000, 0, 0)]
