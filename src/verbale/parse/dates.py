"""Dates as a readout writes them, read into EDTF (ISO 8601-2:2019, level 1); what is not written stays unspecified."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from verbale.language import Language, load
from verbale.span import Span

DIGIT: Final = re.compile(r"\d")
NUMBERS: Final = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{4}")
MONTHS: Final = 12
CENTURY: Final = 2000
"""Of the years of which two digits are written ("12.01.24")."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text; a part that is not written is `None`; `until` is the last day (month, day) of a range."""

    span: Span
    year: int | None
    month: int
    day: int | None
    until: tuple[int, int] | None = None
    weekday: int | None = None

    def edtf(self, year: int | None = None) -> str:
        """Return the date in EDTF, with `year` where the text gives none, `XXXX` where nobody does."""
        shown = f"{self.year or year:04d}" if self.year or year else "XXXX"
        first = f"{shown}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")
        return first + (f"/{shown}-{self.until[0]:02d}-{self.until[1]:02d}" if self.until else "")

    def ordinal(self) -> int:
        """Return the number of the day, to tell how far two days are apart."""
        return dt.date(self.year or 2000, self.month, self.day or 1).toordinal()

    def day_off(self, days: int) -> DateMention:
        """Return the day that is some days after a date, or before it where they are negative, with the date's place."""
        day = dt.date(self.year or 2000, self.month, self.day or 1) + dt.timedelta(days=days)
        return DateMention(self.span, self.year and day.year, day.month, day.day)

    def weekday_before(self, weekday: int) -> DateMention | None:
        """Return the day with this weekday (0 = Monday) on the date or in the six days before it."""
        if not (self.year and self.day):
            return None
        day = dt.date(self.year, self.month, self.day)
        day -= dt.timedelta(days=(day.weekday() - weekday) % 7)
        return DateMention(self.span, day.year, day.month, day.day)


@lru_cache(maxsize=4)
def pattern(code: str) -> re.Pattern[str]:
    """Return the pattern of dates in a language: day and month in either order, by name or number, ISO dates, month and year."""
    language = load(code)
    names = "|".join(sorted((m.capitalize() for m in language.months), key=len, reverse=True))
    month = rf"(?:{names}|{names.upper()})\b\.?"
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?"
    year = r"(?:\d{4})"
    dash = r"\s*(?:[-–—]|to|and|until|till)\s*(?:the\s+)?"
    initials = "".join(sorted({name[0] for name in names.split("|")}))
    return re.compile(
        rf"(?=[\d{initials}])(?:(?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b(?!-\d))"
        rf"|\b(?P<mdy>(?P<m1>{month})\s+(?P<d1>{day})(?:{dash}(?:(?P<m1b>{month})\s+)?(?P<d1b>{day}))?(?!\d)(?:\s*[,/]?\s*(?P<y1>{year})\b)?)"
        rf"|\b(?P<dmy>(?P<d2>{day}\.?)(?:(?:\s+(?P<m2a>{month}))?{dash}(?P<d2b>{day}))?\s+(?:of\s+)?(?P<m2>{month})(?:\s*,?\s*(?P<y2>{year})\b)?)"
        rf"|\b(?P<dash>(?P<d6>\d{{1,2}})-(?P<m6>{month})-(?P<y6>{year})\b)"
        rf"|\b(?P<my>(?P<m3>{month})\s*,?\s+(?P<y3>{year})\b)"
        rf"|\b(?P<num>(?P<d4>\d{{1,2}})(?P<mark>\.\s?|/|-)(?P<n4>\d{{1,2}})(?P=mark)(?P<y4>\d{{4}})\b)"
        rf"|\b(?P<roman>(?P<d8>\d{{1,2}})\.\s?(?P<n8>[IVX]{{1,4}})\.\s?(?P<y8>\d{{4}})\b)"
        rf"|\b(?P<short>(?P<d7>\d{{2}})\.(?P<n7>\d{{2}})\.(?P<y7>\d{{2}})\b(?![.\d]))"
        rf"|\b(?P<cjk>(?P<y5>\d{{4}})(?P<stop>/|\.\s?)(?P<n5>\d{{1,2}})(?P=stop)(?P<d5>\d{{1,2}})\b))"
    )


def number(value: str | None) -> int | None:
    """Return the digits of "14th" as a number."""
    return int(re.sub(r"\D", "", value)) if value else None


def build(
    span: Span, year: int | None, month: int, day: int | None, until: tuple[int, int] | None = None
) -> DateMention | None:
    """Return the mention where it names a day or month that exists."""
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return None
    try:
        dt.date(year or 2000, month, day or 1)
        if until:
            dt.date(year or 2000, until[0], until[1])
    except ValueError:
        return None
    return DateMention(span, year, month, day, until)


def find_dates(text: str, start: int, end: int, language: Language) -> list[DateMention]:
    """Return the dates that `text` gives between two offsets, in order."""
    found: list[DateMention] = []
    if not DIGIT.search(text, start, end):
        return found
    for m in pattern(language.code).finditer(text, start, end):
        mention = read(m, language)
        if mention:
            found.append(mention)
    return found


def read(m: re.Match[str], language: Language) -> DateMention | None:
    """Return the date of one match of `pattern`."""
    span = Span(m.start(), m.end())

    def month(name: str) -> int:
        return language.months[m[name].rstrip(".").lower()]

    if m["iso"]:
        year, mon, day = (int(part) for part in m["iso"].split("-"))
        return build(span, year, mon, day)
    if m["mdy"]:
        last = number(m["d1b"])
        until = (month("m1b") if m["m1b"] else month("m1"), last) if last else None
        return build(span, number(m["y1"]), month("m1"), number(m["d1"]), until)
    if m["dmy"]:
        first, last = number(m["d2"]), number(m["d2b"])
        begin = month("m2a") if m["m2a"] else month("m2")
        return build(span, number(m["y2"]), begin, first, (month("m2"), last) if last else None)
    if m["my"]:
        return build(span, number(m["y3"]), month("m3"), None)
    if m["dash"]:
        return build(span, number(m["y6"]), month("m6"), number(m["d6"]))
    if m["cjk"]:
        return build(span, number(m["y5"]), number(m["n5"]) or 0, number(m["d5"]))
    if m["roman"]:
        return build(span, number(m["y8"]), roman(m["n8"]), number(m["d8"]))
    if m["short"]:
        return build(span, CENTURY + int(m["y7"]), int(m["n7"]), int(m["d7"]))
    first, second = number(m["d4"]) or 0, number(m["n4"]) or 0
    if US_HOUR.match(m.string, m.end()) and first <= MONTHS:
        return build(span, number(m["y4"]), first, second)
    return build(span, number(m["y4"]), *((first, second) if second > MONTHS else (second, first)))


def roman(letters: str) -> int:
    """Return a number in Roman letters, as some houses write months ("12.IV.2024")."""
    values = [(1, 5, 10)["IVX".index(letter)] for letter in letters]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


US_HOUR: Final = re.compile(r"\s+\d{1,2}:\d\d\s?[AP]\.?M\.?\s+[ECMP][SD]?T\b")
"""An hour in a zone of the United States, where the month stands first ("01/08/2022 08:01 PM EST")."""


def month_first(date: DateMention, text: str) -> DateMention | None:
    """Return the date that numbers give when the month stands first ("3/10/2014" of March), where they can be read both ways."""
    if not date.year or not date.day or date.day > MONTHS or not NUMBERS.fullmatch(date.span.of(text)):
        return None
    return DateMention(date.span, date.year, date.day, date.month)
