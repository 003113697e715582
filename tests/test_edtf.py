"""Dates are those of EDTF that a calendar has."""

from __future__ import annotations

import pytest

from verbale.edtf import is_date


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
