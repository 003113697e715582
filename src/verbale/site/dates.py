"""EDTF dates (ISO 8601-2:2019, levels 0 and 1) spelled out in English; no date is guessed or completed.

What is not understood is shown as it stands.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from verbale.edtf import MONTHS, SEASONS

QUALIFIERS: Final = {"?": "{} (uncertain)", "~": "about {}", "%": "about {} (uncertain)"}
_DATE = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<qualifier>[?~%])?")


class _Parts(NamedTuple):
    year: str
    month: str | None
    day: str | None


def spelled(date: str | None) -> str:
    """Return an EDTF date in words ("28 June 2021", "28-30 June 2021" with an en dash); `None` gives "date not given"."""
    if not date:
        return "date not given"
    start, slash, end = date.partition("/")
    if not slash:
        return _spell_one(start)
    first, last = _parts(start), _parts(end)
    if first and last:
        return _interval(first, last)
    words = {"": "an unknown date", "..": "an open date"}
    return f"{words.get(start) or _spell_one(start)} to {words.get(end) or _spell_one(end)}"


def month_name(month: str) -> str:
    """Return "June 2021" for "2021-06"."""
    year, _, number = month.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def _parts(date: str) -> _Parts | None:
    match = _DATE.fullmatch(date)
    if not match or match["qualifier"] or "X" in date or date.startswith("-"):
        return None
    if match["month"] and not 1 <= int(match["month"]) <= len(MONTHS):
        return None
    return _Parts(match["year"], match["month"], match["day"])


def _spell_one(date: str) -> str:
    match = _DATE.fullmatch(date)
    if not match:
        return date
    words = _with_unknown_parts(match["year"], match["month"], match["day"])
    return QUALIFIERS.get(match["qualifier"] or "", "{}").format(words) if words else date


def _with_unknown_parts(year: str, month: str | None, day: str | None) -> str | None:
    if month in SEASONS:
        return f"{SEASONS[month]} {_year(year)}"
    if month and "X" not in month:
        number = int(month)
        if not 1 <= number <= len(MONTHS):
            return None
        known_day = f"{int(day)} " if day and "X" not in day else ""
        if year == "XXXX":
            return f"{known_day}{MONTHS[number - 1]}, year not known"
        return f"{known_day}{MONTHS[number - 1]} {_year(year)}"
    return "year not known" if year == "XXXX" else _year(year)


def _year(year: str) -> str:
    if year.endswith("XX"):
        return f"{year[:-2]}00s"
    if year.endswith("X"):
        return f"{year[:-1]}0s"
    return str(int(year)) if not year.startswith("-") else f"{int(year[1:]) + 1} BC"


def _interval(first: _Parts, last: _Parts) -> str:
    day = [str(int(part.day)) if part.day else "" for part in (first, last)]
    month = [MONTHS[int(part.month) - 1] if part.month else "" for part in (first, last)]
    year = [_year(part.year) for part in (first, last)]
    if year[0] == year[1] and all(month):
        if month[0] == month[1] and all(day):
            return f"{day[0]}\u2013{day[1]} {month[0]} {year[0]}"
        return f"{day[0]} {month[0]} \u2013 {day[1]} {month[1]} {year[0]}".replace("  ", " ").strip()
    if not any(month):
        return f"{year[0]}\u2013{year[1]}"
    return " \u2013 ".join(" ".join(filter(None, part)) for part in zip(day, month, year, strict=True))
