"""Where a meeting was, as its lead or dateline says; other facts of the head are for `header`."""

from __future__ import annotations

import re
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.dates import find_dates
from verbale.parse.furniture import Layout, Piece
from verbale.parse.people import read_mention
from verbale.parse.tokens import tokenize
from verbale.span import Span

PLACE: Final = re.compile(
    r"\b(?P<word>in|at|on the (?:margins|sidelines) of|on the fringes of|in the margins of)\s+(?:the\s+|today’s\s+)?(?P<name>[A-Z][\w’'.-]*(?:(?:\s+(?:of(?:\s+the)?|and(?:\s+the)?|de|du|la|el))*\s+[A-Z][\w’'.-]*){0,6})"
)


DONE: Final = re.compile(r"(?:Done|Issued|Signed|Adopted|Given|Made|Released|Concluded)\s+(?:at|in)\s", re.IGNORECASE)


HERE: Final = re.compile(r"\bhere\b")


def find_place(text: str, layout: Layout, lead: list[Span], actors: Actors) -> tuple[str, Span] | None:
    """Return the place, with where it stands: what the lead says, else "here" or an agency's dateline."""
    dateline = next((p for p in layout.furniture if p.kind == "dateline"), None)
    found = [c for s in lead[:1] for c in places(text, s, actors)] or [
        c
        for s in lead[1:2]
        for c in places(text, s, actors)
        if re.search(r"\b(?:held|took place|met|arrived)\b", s.of(text))
    ]
    towns = [c for c in found if c[0] == "in"]
    if lead and any(HERE.search(s.of(text)) for s in lead) and dateline:
        found = towns = []
    chosen = next(iter(towns or found), None)
    lined = next(
        (span for p in layout.furniture if p.kind == "date-line" and (span := dateline_place(text, p, actors))), None
    )
    if chosen and lined and actors.gazetteer.name(tokenize(text, *chosen[1]), 0):
        chosen = None
    if chosen:
        return chosen[1].of(text), chosen[1]
    for piece in [dateline, *(p for p in layout.furniture if p.kind == "date-line")]:
        if piece and (span := dateline_place(text, piece, actors)):
            words = span.of(text)
            return (words.title() if words.isupper() and len(words) > 3 else words), span
    return None


def places(text: str, sentence: Span, actors: Actors) -> list[tuple[str, Span]]:
    """Return the names of places behind "in" or "at" in a sentence, with that word."""
    language = actors.language
    found: list[tuple[str, Span]] = []
    for m in PLACE.finditer(text, sentence.start, sentence.end):
        span = Span(m.start("name"), m.end("name"))
        name = m["name"].rstrip(".,’'")
        parts = name.split()
        stop = next(
            (
                n
                for n, part in enumerate(parts)
                if n
                and (
                    part.lower() in language.weekdays
                    or part.lower() in language.months
                    or part in language.event_words
                    or (part.lower() in language.titles and parts[n - 1] not in {"of", "the"})
                )
            ),
            None,
        )
        if stop and parts[stop - 1] in {"and", "the"}:
            stop -= 1
        name = " ".join(parts[:stop]) if stop and name == " ".join(parts) else name
        span = Span(span.start, span.start + len(name))
        first = name.split()[0]
        tokens = tokenize(text, span.start, span.end)
        if set(name.split()) <= language.formal_words:
            continue
        if (
            first.lower() in language.months
            or first.lower() in language.weekdays
            or first in language.starters
            or first.isdigit()
        ):
            continue
        mention = read_mention(tokens, 0, language, actors.gazetteer)
        if mention or actors.name_at(tokens, 0)[0]:
            continue
        word = "in" if m["word"] == "in" else "at"
        if word == "at" and m["word"] != "at":
            event = re.sub(
                r"\s+(?:Security )?(?:Conference|Summit|Forum|General Assembly|Assembly|Session|Meeting|Council|Dialogue).*$",
                "",
                name,
            )
            span = Span(span.start, span.start + len(event))
            if not event or set(event.split()) & language.not_towns:
                continue
        elif word == "at" and not set(name.lower().split()) & language.hall_words and found:
            continue
        tail = re.match(r",\s+(?:D\.C\.|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)", text[span.end : sentence.end])
        if tail and (
            tail.group().endswith("D.C.")
            or actors.gazetteer.name(tokenize(text, span.end + 1, span.end + tail.end()), 0)
        ):
            span = Span(span.start, span.end + tail.end())
        found.append((word, span))
    return found


def dateline_place(text: str, piece: Piece, actors: Actors) -> Span | None:
    """Return the name of the place that a dateline begins with or a date line gives."""
    language = actors.language
    dates = find_dates(text, piece.span.start, piece.span.end, actors.language)
    start = DONE.match(piece.span.of(text))
    for m in re.finditer(r"[A-ZÀ-Þ][^\W\d_’']*(?:[ ’'-][A-ZÀ-Þ][\w’']*)*", piece.span.of(text)):
        span = Span(piece.span.start + m.start(), piece.span.start + m.end())
        low = m.group().lower()
        if (
            any(d.span.overlaps(span) for d in dates)
            or low in actors.language.weekdays
            or low in actors.language.months
            or (start and m.start() < start.end())
            or len(low) < 3
            or re.match(
                r"(?:[ECMPBGI][SD]T|C?EST|GMT|UTC|Posted|Published|Updated|Date|Time|Issued|Release|Kazinform|KAZINFORM|PIB)\b",
                m.group(),
            )
        ):
            continue
        if m.start() and piece.kind == "dateline":
            return None
        hall = set(low.replace("the ", "").split()) & language.hall_words
        town = re.match(r",\s+D\.C\." if not hall else r",\s+[A-Z][\w’'-]+", text[span.end : piece.span.end])
        return Span(span.start, span.end + town.end()) if town else span
    return None
