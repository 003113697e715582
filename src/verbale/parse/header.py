"""Facts of the head: kind of event, date, time, place, medium, publisher, each with its place; people are read elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from verbale.language import load
from verbale.parse.actors import Actors
from verbale.parse.days import find_date
from verbale.parse.furniture import Layout
from verbale.parse.kinds import find_kind, is_letter, of_visit, referred_to, stated
from verbale.parse.places import find_place, place_told, seat_told
from verbale.parse.tokens import titled, tokenize
from verbale.span import Span

LEAD: Final = 3
"""Sentences of the body that are its lead."""


SHORT: Final = 9
"""Words that a line under the title has fewer than, where it goes on with the title and tells no news of its own."""


REMOTE: Final = frozenset({"call"})


DIGIT: Final = re.compile(r"\d")


RECEIVED: Final = re.compile(
    r"\b(?:received|receives|delivered|handed|presented|conveyed (?:[\w’']+ ){0,5}?(?:letter|message)|met|meeting)\b"
)
"""Verbs by which a letter was handed over somewhere: one that was only sent has no place, whatever the dateline says."""


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
    words = language.words
    header = Header()
    first = Span(lead[0].start, lead[min(1, len(lead) - 1)].end) if lead else Span(0, 0)
    under = [p.span for p in layout.furniture if p.kind == "subtitle" and len(p.span.of(text).split()) < SHORT]
    heads = [*([layout.title] if layout.title else []), *under[:2], *kicker(text, layout)]
    letter = "letter" if is_letter(text, layout) else None
    header.kind = (
        letter or find_kind(text, heads, lead, language) or stated(text, layout, language) or referred_to(text, opening)
    )
    header.kind = of_visit(header.kind, text, lead)
    if dated := find_date(text, layout, lead, language, header.kind):
        header.date, header.at["date"] = dated
    if lead and (m := time_pattern(language.code).search(lead[0].of(text))):
        header.time = m[1]
        header.at["time"] = Span(lead[0].start + m.start(1), lead[0].start + m.end(1))
    media, medium = media_pattern(language.code)
    for place in [*([lead[0], first] if lead else []), *([layout.title] if layout.title else [])]:
        lowered = place.of(text).lower()
        if any(map(lowered.__contains__, media)) and (m := told_medium(text, place, medium, words.alone_no_medium)):
            if (
                m.group().lower() in words.alone_no_medium
                and place is not layout.title
                and not re.match(
                    r"\s*(?:meeting|talks|summit|format|session|conversation|discussion|dialogue|call|bilateral|roundtable|consultation|,|\.|on)",
                    text[m.end() : m.end() + 14],
                )
            ):
                continue
            header.medium = m.group().lower()
            header.at["medium"] = Span(m.start(), m.end())
            break
    if header.kind not in REMOTE and (header.kind != "letter" or any(RECEIVED.search(s.of(text)) for s in lead)):
        joined = not layout.title or "joint" in layout.title.of(text).lower()
        met = [s for s in lead if header.kind != "statement" or joined or words.gathered_phrases.search(s.of(text))]
        found = find_place(text, layout, met, actors)
        state = (
            found is not None
            and found[0] not in language.capitals
            and actors.gazetteer.name(tokenize(text, *found[1]), 0) is not None
        )
        if found is None or state:
            found = place_told(text, opening[1 if state else LEAD - 1 :], actors) or found
        if found and state and (capital := seat_told(text, opening[1:LEAD], found[1], actors)):
            found = capital.of(text), capital
        lined = found and any(
            p.kind == "date-line" and p.span.overlaps(found[1]) and DIGIT.search(p.span.of(text))
            for p in layout.furniture
        )
        issued = header.medium and found and layout.title and (lined or found[1].start < layout.title.start)
        if found and not issued:  # from afar they met nowhere: a letterhead's town is where the paper was put out
            header.place, header.at["place"] = found
    header.publisher = find_publisher(text, layout, actors)
    breadcrumb = next((p for p in layout.furniture if p.kind == "breadcrumb"), None)
    if breadcrumb:
        header.section = tuple(
            part.strip() for part in re.split(r"\s*(?:>|»|›|→|::|/)\s*", breadcrumb.span.of(text)) if part.strip()
        )
    return header


def kicker(text: str, layout: Layout) -> list[Span]:
    """Return the line of a few words right above the title that says what the event was ("Inaugural visit"), if there is one."""
    above = [p for p in layout.furniture if layout.title and p.span.end <= layout.title.start][-1:]
    return [p.span for p in above if p.kind == "release-line" and 1 < len(p.span.of(text).split()) < KICKER]


KICKER: Final = 4
"""Words that such a line has fewer than."""


def told_medium(text: str, place: Span, medium: re.Pattern[str], loose: frozenset[str]) -> re.Match[str] | None:
    """Return the first medium that a sentence names; one that says how before a `loose` word ("online talks in the format of a video conference")."""
    first = medium.search(text, *place)
    if not first or first.group().lower() not in loose:
        return first
    return next((m for m in medium.finditer(text, first.end(), place.end) if m.group().lower() not in loose), first)


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
            return titled(words) if words.isupper() else words
    return None
