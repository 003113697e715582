"""Dates as records have them: EDTF (ISO 8601-2:2019, levels 0 and 1, and unspecified digits of level 2): checked, and what they cover.

How a date is spelled out on a page is for the site.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

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
SEASONS: Final = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
MOST_DAYS: Final = 366
MOST_MONTHS: Final = 120
MOST_YEARS: Final = 100
"""How long an interval may be of which each day, month or year is told; of a longer one the months, the years, or the ends are."""
_DATE: Final = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?[?~%]?", re.ASCII)
_SEASONS: Final = range(21, 25)
_MONTHS: Final = range(1, 13)
_LONGEST: Final = 31
_LEAP: Final = 2000


class Known(NamedTuple):
    """A day, month or year as numbers; what is not given is 0, and a month above 20 is a season."""

    year: int
    month: int = 0
    day: int = 0


def is_date(text: str) -> bool:
    """Say whether a text is a date or interval: 2021-06-28, 2021-06, XXXX-02-17, 2021-06-28/2021-06-29, 2021~, 2021/.."""
    first, slash, last = text.partition("/")
    if not slash:
        return _is_single(text)
    ends = [end for end in (first, last) if end not in {"", ".."}]
    return bool(ends) and all(map(_is_single, ends))


def covered(text: str) -> list[Known]:
    """Return each day that a date covers, in order, or where days are not given (or too many) each month or year.

    "2031-06-30/2031-07-01" gives two days, "203X" ten years, "2031-06-XX" a month, "XXXX-02-17" a day of no year; "2031/.." gives
    its known end. A date that is not EDTF, before the year 1, or of which only the century is known gives nothing.
    """
    ends = [end for end in map(_ends, text.split("/")) if end] if is_date(text) else []
    if not ends:
        return []
    first, last = ends[0][0], ends[-1][1]
    if first == last:
        return [first]
    between = _between(first, last) if first.year and last.year else []
    # An end may be told more precisely than what is between.
    return [*([first] if first not in between else []), *between, *([last] if last not in (first, *between) else [])]


def _ends(text: str) -> tuple[Known, Known] | None:
    """Return the earliest and the latest that one date can be, as far as its digits are known."""
    match = _DATE.fullmatch(text)
    if match is None or text.startswith("-"):
        return None
    year, month, day = match["year"], match["month"] or "XX", match["day"] or "XX"
    numbers = (0 if _unknown(month) else int(month), 0 if _unknown(month + day) else int(day))
    if not _unknown(year):
        return (Known(int(year), *numbers),) * 2 if int(year) else None
    if not _unknown(year[:3]) and not any(numbers):
        return Known(int(year[:3] + "0") or 1), Known(int(year[:3] + "9"))
    return (Known(0, *numbers),) * 2 if year == "XXXX" and any(numbers) else None


def _between(first: Known, last: Known) -> list[Known]:
    """Return the days from one to the other, both among them, or the months, or the years; nothing where there are too many."""
    if first.day and last.day:
        day, days = date(*first), (date(*last) - date(*first)).days + 1
        if 0 < days <= MOST_DAYS:
            return [Known(*(day + timedelta(number)).timetuple()[:3]) for number in range(days)]
    if first.month in _MONTHS and last.month in _MONTHS:
        low, high = (12 * end.year + end.month - 1 for end in (first, last))
        if 0 <= high - low < MOST_MONTHS:
            return [Known(month // 12, month % 12 + 1) for month in range(low, high + 1)]
    years = range(first.year, last.year + 1)
    return [Known(year) for year in years] if len(years) <= MOST_YEARS else []


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
