"""Dates as records have them: EDTF (ISO 8601-2:2019, levels 0 and 1, and unspecified digits of level 2); checked only.

How a date is spelled out on a page is for the site.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DATE: Final = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?[?~%]?", re.ASCII)
_SEASONS: Final = range(21, 25)
_MONTHS: Final = range(1, 13)
_LONGEST: Final = 31
_LEAP: Final = 2000


def is_date(text: str) -> bool:
    """Say whether a text is a date or interval: 2021-06-28, 2021-06, XXXX-02-17, 2021-06-28/2021-06-29, 2021~, 2021/.."""
    first, slash, last = text.partition("/")
    if not slash:
        return _is_single(text)
    ends = [end for end in (first, last) if end not in {"", ".."}]
    return bool(ends) and all(map(_is_single, ends))


def _is_single(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    month, day = match["month"], match["day"]
    if month is None:
        return True
    if day is None and not _unknown(month):
        return int(month) in _MONTHS or int(month) in _SEASONS
    if not _unknown(match["year"] + month + (day or "")):
        year = int(match["year"])
        return int(month) in _MONTHS and 0 < int(day or 1) <= monthrange(year if year > 0 else _LEAP, int(month))[1]
    if not any(_like(month, m) == f"{m:02}" for m in _MONTHS):
        return False
    return day is None or _day_fits(match["year"], month, day)


def _unknown(digits: str) -> bool:
    return "X" in digits


def _like(digits: str, number: int) -> str:
    """Return a number of two digits as the pattern has it where the pattern is unspecified."""
    return "".join(n if d == "X" else d for d, n in zip(digits, f"{number:02}", strict=True))


def _day_fits(year: str, month: str, day: str) -> bool:
    """Say whether some day of some month that fits the pattern is in the calendar."""
    years = int(year) if not _unknown(year) and int(year) > 0 else _LEAP
    months = [m for m in _MONTHS if _like(month, m) == f"{m:02}"]
    last = max((monthrange(years, m)[1] for m in months), default=_LONGEST)
    return any(_like(day, d) == f"{d:02}" for d in range(1, last + 1))
