"""The day on which the event was: the lead's, a weekday counted back, else that of the lines around the text; kinds are for `kinds`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from verbale.language import Language
from verbale.parse.dates import DateMention, find_dates, month_first
from verbale.parse.furniture import Layout
from verbale.parse.kinds import STAYED
from verbale.span import Span

FURNITURE_WITH_DATES: Final = (
    "dateline",
    "date-line",
    "source-line",
    "release-line",
    "subtitle",
    "title",
    "caption",
    "notice",
    "end-mark",
    "breadcrumb",
)


NOT_THE_DAY: Final = re.compile(
    r"\b(?:since|until|till|before|ahead of|by|from|in|(?:treaty|agreement|accord|statement|incidents?|events?|anniversary|resolution|declaration|elections?|protocol|law|attacks?|conversations?|calls?|meetings?|talks|summit|visit|letters?|remarks|messages?) of|between|signed|established|(?<!In a letter )(?<!In a message )dated|born|after|founded)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


OTHER_DAY: Final = re.compile(
    r"\b(?:(?:that|which) (?:took place|occurred|happened|(?:was|were) held)|(?:elections?|vote|referendum|attacks?|polls?|earthquake|floods?) (?:held|of|in|on|that|which|against))\b[^;.]{0,60}$"
)
"""Words before a day on which something else was that the document is about ("the attack that took place in Norr on …")."""


TO_COME: Final = re.compile(
    r"\b(?:to be held|to take place|scheduled (?:for|to)|will|would|again|agreed to|looks? forward|looked forward)\b[^;.]{0,60}$"
)
"""Words before the day of another meeting that is to come, behind the first sentence."""


STAY: Final = re.compile(
    r"\b(?:(?P<ended>conclud|end(?:ed|s)|wrap|complet|finish)|(?P<begun>beg[aiu]n|start|commenc|arriv|embark))[\w’' ]{0,40}?\b"
    r"(?P<days>[a-z]+|\d{1,2})-day (?:[\w-]+ ){0,3}?(?:visit|trip|stay)\b"
)
"""Words of a lead by which a visit of some days begins or ends on the day of the report ("today concluded a two-day visit")."""


def whole_stay(date: DateMention, text: str, lead: list[Span], language: Language) -> DateMention:
    """Return all the days of a visit that a lead says begins or ends on a date, or the date."""
    found = next((m for s in lead[:1] if (m := STAY.search(text, *s))), None)
    if not found or not date.day or date.until:
        return date
    words = found["days"]
    days = int(words) if words.isdigit() else language.numbers_words.get(words, 1)
    other = date.day_off(1 - days if found["ended"] else days - 1)
    first, last = (other, date) if found["ended"] else (date, other)
    if first.year != last.year or days < 2 or not last.day:
        return date
    return replace(first, until=(last.month, last.day))


def find_date(
    text: str, layout: Layout, lead: list[Span], language: Language, kind: str | None = None
) -> tuple[str, Span] | None:
    """Return the date of an event of some kind in EDTF with its place; of a visit all its days."""
    found = (under_signature(text, layout, language) if kind == "letter" else None) or day_of_event(
        text, layout, lead, language
    )
    if found and kind == "visit":
        found = days_of_stay(found, text, lead, language) or whole_stay(found, text, lead, language)
    return (found.edtf(), found.span) if found else None


def days_of_stay(found: DateMention, text: str, lead: list[Span], language: Language) -> DateMention | None:
    """Return the days that a lead says a visit lasted ("paid a visit to Xia from 2 to 4 May"), where its first sentence has no such days."""
    told = (d for s in lead[:2] if STAYED.search(text, *s) for d in find_dates(text, *s, language) if d.until)
    days = None if found.until else next(told, None)
    return with_year(days, found.year) if days else None


def under_signature(text: str, layout: Layout, language: Language) -> DateMention | None:
    """Return the day under a letter that is given whole: it was written then, and put out later."""
    end = layout.body[-1].span.end if layout.body else 0
    below = (p.span for p in layout.furniture if p.kind == "date-line" and p.span.start > end)
    return next((d for span in below for d in find_dates(text, *span, language) if d.day and d.year), None)


def day_of_event(text: str, layout: Layout, lead: list[Span], language: Language) -> DateMention | None:
    """Return the lead's date, with the year that the furniture gives where it has none, else the furniture's."""
    printed = furniture_dates(text, layout, language)
    year = next((d.year for d in printed if d.year), None) or year_of_rights(text, layout)
    told = [d for s in lead[:3] for d in find_dates(text, s.start, s.end, language)]
    whole = [
        d
        for d in told
        if d.day
        and (
            (
                d.until
                and re.search(
                    r"\b(?:[Ff]rom|[Oo]n|[Bb]etween|held)\s+(?:the\s+)?$|\($",
                    text[max(0, d.span.start - 12) : d.span.start],
                )
            )
            or not (
                NOT_THE_DAY.search(text[max(0, d.span.start - 24) : d.span.start])
                or OTHER_DAY.search(text[max(0, d.span.start - 110) : d.span.start])
                or names_something(text, d, language)
                or (d.span.start >= lead[0].end and TO_COME.search(text[max(0, d.span.start - 80) : d.span.start]))
            )
        )
    ]
    lined = next((p.span for p in layout.furniture if p.kind == "dateline"), None)
    reported = next((with_year(d, year) for d in printed if lined and d.day and lined.overlaps(d.span)), None)
    reference = (
        reported
        or next((d for d in printed if d.day and d.year), None)
        or next((with_year(d, year) for d in printed if d.day), None)
    )
    if reference and reference.day and own_day(text, layout, language):
        whole = []
    today = (
        language.words.this_day.search(lead[0].of(text))
        if reference and reference.day and reference.year and lead
        else None
    )
    if today:  # "spoke today … about the quake on April 4": the release's own day, unless the day is said beside it
        whole = [d for d in whole if d.span.start - lead[0].start - today.end() < BESIDE]
    if not reference and lead and language.words.this_day.search(lead[0].of(text)):
        whole = [d for d in whole if d.span.start < lead[0].end]
    chosen: DateMention | None = (
        whole[0]
        if (whole and whole[0].span.start < (lead[0].end if lead else 0)) or (whole and not reference)
        else None
    )
    if chosen and chosen.day and not chosen.year and not year:
        year = next((d.year for d in told if d.year and holds_day(d, chosen)), None)
    if not chosen and lead and reference:
        weekday = named_weekday(text, lead[0], language)
        if weekday and today and abs(weekday.start() - today.start()) > BESIDE:
            weekday = None  # "having come late on Tuesday, she was this morning received"
        if not weekday and not today and (before := last_weekday(text, lead[0], reference, language)):
            return before
        if weekday and (day := day_named(reference, language.weekdays[weekday[1].lower()], text)):
            said = Span(lead[0].start + weekday.start(), lead[0].start + weekday.end())
            return replace(day, span=reference.span if day.day == reference.day else said)
    if (
        not chosen
        and lead
        and reference
        and reference.year
        and reference.day
        and not (layout.title and layout.title.overlaps(reference.span))
        and (m := language.words.yesterday.search(lead[0].of(text)))
    ):
        return replace(reference.day_off(-1), span=Span(lead[0].start + m.start(), lead[0].start + m.end()))
    chosen = (
        chosen
        or reference
        or next(iter(printed), None)
        or next((d for d in told if d in whole or (not d.day and not since(text, d))), None)
    )
    return with_year(chosen, year) if chosen else None


def year_of_rights(text: str, layout: Layout) -> int | None:
    """Return the last year in a line at the foot about rights ("© Harbour Agency, 2016"), or with the year of another calendar ("Juche 110 (2021)")."""
    lines = (p.span for p in layout.furniture if p.kind in {"notice", "source-line"})
    found = next((m for line in lines if (m := RIGHTS.search(text, *line))), None)
    return int(found["year"]) if found else None


RIGHTS: Final = re.compile(r"(?:(?:©|\([Cc]\)|\b[Cc]opyright)[^\n]*|\bJuche \d+ \()\b(?P<year>(?:19|20)\d\d)\b")


def names_something(text: str, date: DateMention, language: Language) -> bool:
    """Say whether a day tells which of several things is meant, and not when they met ("the Feb. 6 earthquake", "its May 29 launch of")."""
    owner = OWNER.search(text, max(0, date.span.start - 10), date.span.start)
    noun = THING.match(text, date.span.end) if owner else None
    if not noun:
        return False
    word = noun[1]
    return (
        word not in language.meeting_nouns
        and word not in language.words.not_dated
        and word not in language.times_of_day
    )


BESIDE: Final = 20
"""Code points behind "today" within which the day stands that it is ("today, Friday, 3 May")."""


OWNER: Final = re.compile(r"(?:\b(?:the|its|his|her|their|this)|['’]s?) $", re.IGNORECASE)
THING: Final = re.compile(r" ([a-z][a-z-]{3,})\b")


def holds_day(date: DateMention, day: DateMention) -> bool:
    """Say whether a date is a day of the year, or a stretch of days that it lies in ("from 23 to 25 August 2022")."""
    if not date.day or not day.day:
        return False
    last = date.until or (date.month, date.day)
    return (date.month, date.day) <= (day.month, day.day) <= last


def since(text: str, date: DateMention) -> bool:
    """Say whether a month is that from which the document counts ("for the first time since June 2015", "since her election in May 2018")."""
    return SINCE.search(text[max(0, date.span.start - 90) : date.span.start]) is not None


SINCE: Final = re.compile(r"\bsince\b[^.;]*$")


def named_weekday(text: str, lead: Span, language: Language) -> re.Match[str] | None:
    """Return where a lead names a weekday that is the event's, and not that of another week."""
    words = lead.of(text)
    days = "|".join(w.capitalize() for w in language.weekdays)
    found = re.finditer(rf"\b({days})\b", words)
    return next(
        (m for m in found if not language.words.other_week.search(words[max(0, m.start() - 12) : m.start()])), None
    )


def last_weekday(text: str, lead: Span, printed: DateMention, language: Language) -> DateMention | None:
    """Return the day before a printed one that a lead calls by "last" and its weekday ("after talks in Norr last Friday")."""
    low = lead.of(text).lower()
    if "last " not in low or not printed.day or not printed.year:
        return None
    for weekday, number in language.weekdays.items():
        if (at := low.find(f"last {weekday}")) > 0:
            day = printed.day_off(-1).weekday_before(number)
            return day and replace(day, span=Span(lead.start + at, lead.start + at + len(weekday) + 5))
    return None


def day_named(printed: DateMention, weekday: int, text: str) -> DateMention | None:
    """Return the day of a weekday on or before a printed date; where its numbers can be read both ways, that which is nearer."""
    other = month_first(printed, text)
    days = [
        (date.ordinal() - day.ordinal(), day)
        for date in (printed, other)
        if date and (day := date.weekday_before(weekday))
    ]
    return min(days, key=lambda pair: pair[0])[1] if days else None


def own_day(text: str, layout: Layout, language: Language) -> bool:
    """Say whether a transcript's or press conference's day is printed above it, so that days in what is said are others."""
    title = layout.title
    dated = title and language.words.press_occasions.search(text, *title) and find_dates(text, *title, language)
    return bool(layout.body and layout.body[0].label) or bool(dated)


def with_year(date: DateMention, year: int | None) -> DateMention:
    """Return a date with the year that another place gives."""
    return DateMention(date.span, date.year or year, date.month, date.day, date.until)


def furniture_dates(text: str, layout: Layout, language: Language) -> list[DateMention]:
    """Return the dates in the furniture, those of datelines and date lines first, and none of links to other documents."""
    linked = next(
        (
            p.span.end
            for p in layout.furniture
            if p.kind == "share-link" and language.words.links.search(p.span.of(text))
        ),
        None,
    )
    pieces = sorted(
        (
            p
            for p in layout.furniture
            if p.kind in FURNITURE_WITH_DATES
            and not (
                p.kind == "notice"
                and linked
                and p.span.start > linked
                and not language.words.put_out.search(p.span.of(text))
            )
        ),
        key=lambda p: (FURNITURE_WITH_DATES.index(p.kind), p.span),
    )
    return [d for p in pieces for d in find_dates(text, p.span.start, p.span.end, language)]
