"""What kind of event a document tells of, by its title, the lines under it and its lead; dates are for `days`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from verbale.language import Language, load
from verbale.parse.furniture import Layout
from verbale.span import Span

OTHER_EVENT: Final = re.compile(
    r"\b(?:next|upcoming|forthcoming|previous|run-up to|preparations? (?:for|of)|prepar(?:e|ing) for|ahead of|invitation to)\b[^.,;]*$",
    re.IGNORECASE,
)
"""Words before the name of an event that is not the document's own."""


GUEST: Final = re.compile(
    r"\b(?:who (?:is|was|arrived|are|were)\b[^.;,]*|(?:on the occasion of|on the \w+ day of|as part of|(?<!^)during) (?:his|her|their)(?: [\w-]+){0,3} )$",
    re.IGNORECASE,
)
"""Words before a visit that only tells why a guest is there ("…, who is on an official visit to …", "on the first day of her visit")."""


STAYED: Final = re.compile(r"\b(?:visited|paid (?:an?|his|her) (?:[\w-]+,? ){0,4}visit)\b[^.;]*?\bfrom \d")
"""What a joint statement says of the visit with whose end it was put out ("paid an official visit to Xia from 2 to 4 May")."""


VISITS: Final = re.compile(r"\b(?:[Vv]isits|[Tt]ravels [Tt]o) (?!Of\b|By\b|To\b)[A-Z]")
"""What a headline says of a visit: "Talvik visits Orvland"."""


PAYS: Final = re.compile(
    r"\b(?:pays?|paid|paying) (?:an? )?(?:official|state|working|private)(?: [\w-]+)? visit\b", re.IGNORECASE
)
"""What a headline says of a visit, whatever the guest heads ("Chair of the Authority of Heads of State pays a Working Visit to …")."""


HELD_BY_PHONE: Final = re.compile(
    r"\b(?:had|held) an? (?:[\w-]+ )?(?:tele)?phone (?:call|conversation|talk)\b(?! last)"
)
"""What a lead says of a call, though the headline speaks of the meeting that they prepared."""


RECEIVED: Final = re.compile(
    r"\b(?:has |have |had )?(?:today )?received (?:today )?(?!an? (?:[\w-]+ ){0,3}(?:call|letter|message|cable))"
)
"""What a lead says of a host who received a guest: that behind it is told of a visit or summit is what they spoke of."""


PAST_TALKS: Final = re.compile(
    r"\b(?:following|after|concluding|at the end of|upon|outcome of|results of)\b[^.;:]*\b(?:talks|negotiations|consultations)\b",
    re.IGNORECASE,
)
"""What a headline says of words to the press by which talks ended ("Press statements following Kestrian-Orvish talks")."""


ISSUED_AFTER: Final = re.compile(
    r"\b(?:issued|released|adopted|signed|published) (?:following|after|at the (?:end|conclusion|close) of) (?:their |the )?(?:[\w-]+ ){0,3}?(?:talks|negotiations|consultations)\b",
    re.IGNORECASE,
)
"""What a lead says of a paper by which talks ended ("a joint communiqué issued following talks between …")."""


OWNED: Final = re.compile(r"(?:'s|\b(?:his|her|their)) $")
"""What stands before talks that a guest had with somebody else ("praised the guest's talks with Minister Brel")."""


MEETING_BY: Final = re.compile(
    r"\b(?:meeting|session|gathering|round) (?:by|via|over|through|in the form of) (?:an? )?$", re.IGNORECASE
)
"""Words before a video link by which a meeting was held ("held a meeting by video conference with …"), which is no call."""


MANNER: Final = re.compile(r"(?:by|over|via|on) ", re.IGNORECASE)
"""First words of how they spoke ("over phone"), which is the document's own event whatever they spoke about."""


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


def of_visit(kind: str | None, text: str, lead: list[Span]) -> str | None:
    """Return the kind of event, where the lead of a statement tells of a visit and its days that of the visit."""
    return "visit" if kind == "statement" and any(STAYED.search(text, *s) for s in lead[:2]) else kind


def find_kind(text: str, heads: list[Span], lead: list[Span], language: Language) -> str | None:
    """Return the kind of event by the first phrase for one in the title and the short lines under it, else in the lead."""
    received = False
    for n, place in enumerate([*heads, *lead[:2]], 1 - len(heads)):
        words = place.of(text).replace("’", "'")
        lowered = words.lower()
        found = [
            (m.start(), order, kind)
            for order, (kind, phrases, rule) in enumerate(kind_patterns(language.code))
            if any(map(lowered.__contains__, phrases))
            and (
                m := next(
                    (
                        m
                        for m in rule.finditer(words)
                        if (MANNER.match(m.group()) or not OTHER_EVENT.search(words, max(0, m.start() - 40), m.start()))
                        and not (kind == "call" and MEETING_BY.search(words, max(0, m.start() - 40), m.start()))
                        and not (kind == "visit" and n > 0 and GUEST.search(words, max(0, m.start() - 60), m.start()))
                    ),
                    None,
                )
            )
            and not (kind == "summit" and n > 0 and language.words.beside_event.search(words))
        ]
        if n < 1 and (visiting := VISITS.search(words)):
            found.append((visiting.start(), 0, "visit"))
        if n < 1 and PAYS.search(words):
            found.append((-1, 0, "visit"))
        if n < 1 and all(f[2] == "statement" for f in found) and (talked := PAST_TALKS.search(words)):
            found.append((talked.start(), 0, "talks"))
        if received and n > 0:
            found = [f for f in found if f[2] != "letter" and not (f[2] == "talks" and OWNED.search(words, 0, f[0]))]
        if n > 1 and RECEIVED.search(text, *lead[0]):
            found = [f for f in found if f[2] not in {"visit", "summit"}]
        if found:
            best = min(found)
            if n < 1 and best[2] == "meeting" and lead and HELD_BY_PHONE.search(text, *lead[0]):
                return "call"
            if n > 0 and best[2] == "statement" and (issued := ISSUED_AFTER.search(words, best[0])):
                found.append((issued.start(), 0, "talks"))
                best = found[-1]
            called = next((f for f in found if f[2] in {"call", "letter"}), None)
            other = min((f for f in found if f[2] != "statement"), default=best)
            return (called or other)[2] if n < 1 or (called and called[2] == "call") else best[2]
        guest = (
            n < 1
            and not language.words.wished_titles.search(words)
            and language.words.receiving_titles.search(words) is not None
        )
        received = received or guest
    lowered = text[lead[0].start : lead[-1].end].lower() if lead else ""
    titled = "statement" if any(language.words.statement_titles.search(place.of(text)) for place in heads) else None
    if not received and language.words.talks_told.search(lowered):
        return "talks"
    if received or language.words.meeting_told.search(lowered):
        return "meeting"
    return titled or ("visit" if lead and language.words.visit_told.search(lead[0].of(text)) else None)


TO_SOMEBODY: Final = re.compile(
    r"To (?:(?:His|Her) (?:Excellency|Majesty|Highness|Royal Highness)|H\.\s?E\.|Mr|Mrs|Ms)\b"
)
"""The title of a letter that is given whole ("To Her Excellency Mrs. Ana Brel")."""


def is_letter(text: str, layout: Layout) -> bool:
    """Say whether a document is a letter by its title."""
    return layout.title is not None and TO_SOMEBODY.match(text, layout.title.start) is not None


def stated(text: str, layout: Layout, language: Language) -> str | None:
    """Return the kind of a paper that tells of no meeting and calls itself a statement in a line of its head."""
    head = (p.span.of(text) for p in layout.furniture if p.kind in {"release-line", "title", "subtitle"})
    return "statement" if any(language.words.statement_lines.search(line) for line in head) else None


def referred_to(text: str, sentences: list[Span]) -> str | None:
    """Return the kind of event to which the first sentences only refer ("Furthermore, during the meeting, …", "We agreed on this meeting")."""
    found = next((m for s in sentences for m in [REFERRED.search(text, *s)] if m), None)
    return None if found is None else "meeting" if found["what"].endswith("meeting") else "call"


REFERRED: Final = re.compile(
    r"\b(?:[Dd]uring|[Aa]t|[Ii]n) (?:the|their|our|today's|today’s) (?P<what>meeting|(?:tele)?phone (?:call|conversation)|call)\b(?! (?:of|in|on|between)\b)"
)
