"""Facts of the head: kind of event, date, time, place, medium, publisher, each with its place; people are read elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from verbale.language import Language, load
from verbale.parse.actors import Actors
from verbale.parse.dates import DateMention, find_dates, month_first
from verbale.parse.furniture import Layout
from verbale.parse.places import find_place, place_told
from verbale.parse.tokens import tokenize
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


OTHER_EVENT: Final = re.compile(
    r"\b(?:next|upcoming|forthcoming|previous|run-up to|preparations? (?:for|of)|prepar(?:e|ing) for|ahead of|invitation to)\b[^.,;]*$",
    re.IGNORECASE,
)
"""Words before the name of an event that is not the document's own."""


GUEST: Final = re.compile(r"\bwho (?:is|was|arrived|are|were)\b[^.;,]*$")
"""Words before a visit that only tells why a guest is there ("…, who is on an official visit to …")."""


VISITS: Final = re.compile(r"\b[Vv]isits (?!Of\b|By\b|To\b)[A-Z]")
"""What a headline says of a visit: "Talvik visits Orvland"."""


RECEIVES: Final = re.compile(
    r"\b(?:receives?|received|hosts|hosted|welcomes|greets|grants audience|sees)\b", re.IGNORECASE
)
"""What a headline says where somebody is received, whatever he brings."""


MANNER: Final = re.compile(r"(?:by|over|via|on) ", re.IGNORECASE)
"""First words of how they spoke ("over phone"), which is the document's own event whatever they spoke about."""


LEAD: Final = 3
"""Sentences of the body that are its lead."""


SHORT: Final = 9
"""Words that a line under the title has fewer than, where it goes on with the title and tells no news of its own."""


REMOTE: Final = frozenset({"call"})


RECEIVED: Final = re.compile(r"\b(?:received|receives|delivered|handed|presented|conveyed|met|meeting)\b")
"""Verbs by which a letter was handed over somewhere: one that was only sent has no place, whatever the dateline says."""


GATHERED: Final = re.compile(
    r"\b(?:met|meet|meeting|talks|summit|conference|session|received|welcomed|hosted|visit|visited|convened|gathered|signed|held (?:at|in|on))\b"
)
"""Words by which a sentence of a statement tells where people came together, and not what the statement is about."""


NOT_THE_DAY: Final = re.compile(
    r"\b(?:since|until|till|before|by|from|in|(?:treaty|agreement|accord|statement|incidents?|events?|anniversary|resolution|declaration|elections?|protocol|law|attacks?|conversations?|calls?|meetings?|talks|summit|visit|letters?|remarks|messages?) of|between|signed|established|dated|born|after|founded)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


OTHER_DAY: Final = re.compile(
    r"\b(?:(?:that|which) (?:took place|occurred|happened|(?:was|were) held)|(?:elections?|vote|referendum|attacks?|polls?|earthquake|floods?) (?:held|of|in|on|that|which|against))\b[^;.]{0,60}$"
)
"""Words before a day on which something else was that the document is about ("the attack that took place in Norr on …")."""


YESTERDAY: Final = re.compile(r"\b(?:yesterday|last (?:night|evening))\b", re.IGNORECASE)


OTHER_WEEK: Final = re.compile(
    r"\b(?:next|last|until|till|before|by|since|from|after|coming|every|of)\s+$", re.IGNORECASE
)
"""Before the name of a weekday: it is not the day on which the document's event was."""


PUBLISHER: Final = re.compile(
    r"\(?(?:source|from)\s*[:|]\s*(?P<name>[^|\n]{2,60}?)(?:\s{2,}|\s*\||\s*\d|\)?$)", re.IGNORECASE
)


AGENCY: Final = re.compile(r"[(/]\s*(?P<name>[A-Z][\w .&’'-]{1,30}?)\s*[)/]")


GENERIC: Final = re.compile(
    r"(?:for )?(?:immediate|embargoed)|(?:co-)?chair(?:man|woman|person|s)?['’]s?\b|(?:final |press |joint )?communiqu|declaration|minutes|press release|media release|news|readout|statement|transcript|speech|document|remarks|begin text|text|(?:un)?official translation|provisional|check against|\W*(?:the )?(?:below|following)|release|no\.|ref|posted|for the press|as delivered",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Header:
    """The facts found, as text, and their places by key."""

    kind: str | None = None
    date: str | None = None
    time: str | None = None
    medium: str | None = None
    place: str | None = None
    publisher: str | None = None
    section: tuple[str, ...] = ()
    at: dict[str, Span] = field(default_factory=dict)


@lru_cache(maxsize=4)
def kind_patterns(code: str) -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Return a pattern for each kind of event in a language, with the words in small letters of which each match has some."""
    return tuple(
        (
            kind,
            tuple(p.lower() for p in phrases),
            re.compile(
                "|".join((rf"\b{re.escape(p)}\b" if p[0].isalnum() else rf"{re.escape(p)}\b") for p in phrases),
                re.IGNORECASE,
            ),
        )
        for kind, phrases in load(code).kinds
    )


@lru_cache(maxsize=4)
def media_pattern(code: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return the pattern of media in a language, longest first, with the words in small letters of which each match has some."""
    media = load(code).media
    pattern = r"\b(?:" + "|".join(re.escape(m) for m in sorted(media, key=len, reverse=True)) + r")\b"
    return tuple(m.lower() for m in media), re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=4)
def time_pattern(code: str) -> re.Pattern[str]:
    """Return the pattern of times of day in a language, greetings left out."""
    return re.compile(r"(?<!\b[Gg]ood )\b(" + "|".join(sorted(load(code).times_of_day)) + r")\b")


def read_header(text: str, layout: Layout, actors: Actors, opening: list[Span]) -> Header:
    """Return what a document says of its event; `opening` are the first sentences of its body, of which three are its lead."""
    lead = opening[:LEAD]
    language = actors.language
    header = Header()
    first = Span(lead[0].start, lead[min(1, len(lead) - 1)].end) if lead else Span(0, 0)
    under = [p.span for p in layout.furniture if p.kind == "subtitle" and len(p.span.of(text).split()) < SHORT]
    header.kind = find_kind(text, [*([layout.title] if layout.title else []), *under[:2]], lead, language) or stated(
        text, layout
    )
    find_date(text, layout, lead, header, language)
    if lead and (m := time_pattern(language.code).search(lead[0].of(text))):
        header.time = m[1]
        header.at["time"] = Span(lead[0].start + m.start(1), lead[0].start + m.end(1))
    media, medium = media_pattern(language.code)
    for place in [*([lead[0], first] if lead else []), *([layout.title] if layout.title else [])]:
        lowered = place.of(text).lower()
        if any(word in lowered for word in media) and (m := medium.search(text, *place)):
            if (
                m.group().lower() in {"video", "online", "virtual"}
                and place is not layout.title
                and not re.match(
                    r"\s*(?:meeting|talks|summit|format|session|conversation|,|\.|on)", text[m.end() : m.end() + 14]
                )
            ):
                continue
            header.medium = m.group().lower()
            header.at["medium"] = Span(m.start(), m.end())
            break
    if header.kind not in REMOTE and (header.kind != "letter" or any(RECEIVED.search(s.of(text)) for s in lead)):
        joined = not layout.title or "joint" in layout.title.of(text).lower()
        met = [s for s in lead if header.kind != "statement" or joined or GATHERED.search(s.of(text))]
        found = find_place(text, layout, met, actors)
        found = found or place_told(text, opening[LEAD - 1 :], actors)
        if found:
            header.place, header.at["place"] = found
    header.publisher = find_publisher(text, layout, actors)
    breadcrumb = next((p for p in layout.furniture if p.kind == "breadcrumb"), None)
    if breadcrumb:
        header.section = tuple(
            part.strip() for part in re.split(r"\s*(?:>|»|›|→|::|/)\s*", breadcrumb.span.of(text)) if part.strip()
        )
    return header


def find_kind(text: str, heads: list[Span], lead: list[Span], language: Language) -> str | None:
    """Return the kind of event by the first phrase for one in the title and the short lines under it, else in the lead."""
    received = False
    for n, place in enumerate([*heads, *lead[:2]], 1 - len(heads)):
        words = place.of(text).replace("’", "'")
        lowered = words.lower()
        found = [
            (m.start(), order, kind)
            for order, (kind, phrases, rule) in enumerate(kind_patterns(language.code))
            if any(phrase in lowered for phrase in phrases)
            and (
                m := next(
                    (
                        m
                        for m in rule.finditer(words)
                        if (MANNER.match(m.group()) or not OTHER_EVENT.search(words, max(0, m.start() - 40), m.start()))
                        and not (kind == "visit" and n > 0 and GUEST.search(words, max(0, m.start() - 60), m.start()))
                    ),
                    None,
                )
            )
            and not (kind == "summit" and n > 0 and re.search(r"margin|sideline|fringe", words))
        ]
        if n < 1 and (visiting := VISITS.search(words)):
            found.append((visiting.start(), 0, "visit"))
        if received and n > 0:
            found = [f for f in found if f[2] != "letter"]
        if found:
            best = min(found)
            called = next((f for f in found if f[2] in {"call", "letter"}), None)
            other = min((f for f in found if f[2] != "statement"), default=best)
            return (called or other)[2] if n < 1 or (called and called[2] == "call") else best[2]
        received = received or (n < 1 and RECEIVES.search(words) is not None)
    lowered = text[lead[0].start : lead[-1].end].lower() if lead else ""
    titled = "statement" if any(STATEMENT_TITLE.search(place.of(text)) for place in heads) else None
    return next((kind for kind, rule in FALLBACK_KINDS if rule.search(lowered)), "meeting" if received else titled)


def find_date(text: str, layout: Layout, lead: list[Span], header: Header, language: Language) -> None:
    """Set the date: the lead's, with the year that the furniture gives where it has none, else the furniture's."""
    printed = furniture_dates(text, layout, language)
    year = next((d.year for d in printed if d.year), None)
    told = [d for s in lead[:3] for d in find_dates(text, s.start, s.end, language)]
    whole = [
        d
        for d in told
        if d.day
        and (
            (
                d.until
                and re.search(
                    r"\b(?:from|on|between|held)\s+(?:the\s+)?$|\($", text[max(0, d.span.start - 12) : d.span.start]
                )
            )
            or not (
                NOT_THE_DAY.search(text[max(0, d.span.start - 24) : d.span.start])
                or OTHER_DAY.search(text[max(0, d.span.start - 110) : d.span.start])
            )
        )
    ]
    reference = next((d for d in printed if d.day and d.year), None) or next(
        (with_year(d, year) for d in printed if d.day), None
    )
    if reference and reference.day and own_day(text, layout, language):
        whole = []
    chosen: DateMention | None = (
        whole[0]
        if (whole and whole[0].span.start < (lead[0].end if lead else 0)) or (whole and not reference)
        else None
    )
    if chosen and chosen.day and not chosen.year and not year:
        year = next((d.year for d in told if d.year and d.month == chosen.month and d.day == chosen.day), None)
    if not chosen and lead and reference:
        weekday = next(
            (
                m
                for m in re.finditer(
                    r"\b(" + "|".join(w.capitalize() for w in language.weekdays) + r")\b", lead[0].of(text)
                )
                if not OTHER_WEEK.search(lead[0].of(text)[max(0, m.start() - 12) : m.start()])
            ),
            None,
        )
        if weekday and (day := day_named(reference, language.weekdays[weekday[1].lower()], text)):
            header.date, header.at["date"] = (
                day.edtf(),
                Span(lead[0].start + weekday.start(), lead[0].start + weekday.end()),
            )
            if day.day == reference.day:
                header.at["date"] = reference.span
            return
    if (
        not chosen
        and lead
        and reference
        and reference.year
        and reference.day
        and (m := YESTERDAY.search(lead[0].of(text)))
    ):
        header.date, header.at["date"] = (
            reference.day_before().edtf(),
            Span(lead[0].start + m.start(), lead[0].start + m.end()),
        )
        return
    chosen = (
        chosen or reference or next(iter(printed), None) or next((d for d in told if d in whole or not d.day), None)
    )
    if chosen:
        header.date, header.at["date"] = chosen.edtf(year), chosen.span


def day_named(printed: DateMention, weekday: int, text: str) -> DateMention | None:
    """Return the day of a weekday on or before a printed date; where its numbers can be read both ways, that which is nearer."""
    other = month_first(printed, text)
    days = [
        (date.ordinal() - day.ordinal(), day)
        for date in (printed, other)
        if date and (day := date.weekday_before(weekday))
    ]
    return min(days, key=lambda pair: pair[0])[1] if days else None


PRESS_CONFERENCE: Final = re.compile(r"\b(?:press (?:conference|briefing|availability)|briefing)\b", re.IGNORECASE)


STATEMENT_TITLE: Final = re.compile(
    r"\b(?:statements?|declaration|remarks|speech|address|communiqu\w+|press (?:conference|briefing|availability)|comment)\b",
    re.IGNORECASE,
)
"""Words of a title by which a document is somebody's statement, where it tells of no meeting."""


def own_day(text: str, layout: Layout, language: Language) -> bool:
    """Say whether a transcript's or press conference's day is printed above it, so that days in what is said are others."""
    title = layout.title
    dated = title and PRESS_CONFERENCE.search(text, *title) and find_dates(text, *title, language)
    return bool(layout.body and layout.body[0].label) or bool(dated)


def stated(text: str, layout: Layout) -> str | None:
    """Return the kind of a paper that tells of no meeting and calls itself a statement in a line of its head."""
    head = (p.span.of(text) for p in layout.furniture if p.kind in {"release-line", "title", "subtitle"})
    return "statement" if any(STATEMENT.search(line) for line in head) else None


STATEMENT: Final = re.compile(r"\b(?:statement|communiqu[eé])\b", re.IGNORECASE)


FALLBACK_KINDS: Final = (
    ("talks", re.compile(r"\b(?:talks|negotiations|consultations)\b")),
    ("meeting", re.compile(r"\b(?:session|received|reception for|audience|luncheon|dinner|lunch|hosted|welcomed)\b")),
)


def with_year(date: DateMention, year: int | None) -> DateMention:
    """Return a date with the year that another place gives."""
    return DateMention(date.span, date.year or year, date.month, date.day, date.until)


def furniture_dates(text: str, layout: Layout, language: Language) -> list[DateMention]:
    """Return the dates in the furniture, those of datelines and date lines first."""
    pieces = sorted(
        (p for p in layout.furniture if p.kind in FURNITURE_WITH_DATES),
        key=lambda p: (FURNITURE_WITH_DATES.index(p.kind), p.span),
    )
    return [d for p in pieces for d in find_dates(text, p.span.start, p.span.end, language)]


def find_publisher(text: str, layout: Layout, actors: Actors) -> str | None:
    """Return who publishes the document, as a source line, an agency's dateline or a letterhead says."""
    for piece in layout.furniture:
        if piece.kind == "source-line" and (m := PUBLISHER.match(piece.span.of(text))):
            return m["name"].strip()
    for piece in layout.furniture:
        if (
            piece.kind == "dateline"
            and (m := AGENCY.search(piece.span.of(text)))
            and not actors.gazetteer.name(tokenize(m["name"]), 0)
        ):
            return m["name"].strip()
    title = layout.title.start if layout.title else 0
    for piece in layout.furniture:
        words = piece.span.of(text)
        if (
            piece.kind == "release-line"
            and piece.span.start < title
            and not GENERIC.match(words)
            and not re.search(r"\d|:", words)
            and words.count(" ") < 9
        ):
            return words.title() if words.isupper() else words
    return None
