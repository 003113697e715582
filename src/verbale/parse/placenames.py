"""Names of places in sentences and lines: where a name ends, whether it is a house, a town or somebody's; which counts is decided in `places`."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.dates import find_dates
from verbale.parse.furniture import Piece
from verbale.parse.introduced import before_person
from verbale.parse.people import read_mention
from verbale.parse.persons import folded
from verbale.parse.tokens import UPPER, Token, tokenize
from verbale.span import Span

WORD: Final = rf"[{UPPER}][\w’'.-]*(?:/[{UPPER}][\w’'.-]*)?"
ROMANCE_HOUSE: Final = rf"(?:palais|château|chateau|hôtel|palacio|palácio|palazzo|castello|castillo|quinta|villa) d(?:es?|u|el|ella|o|a)?(?:\s+(?:las?|los|les?|el))?(?:\s+l[’']|\s+|[’']){WORD}"
"""A house with its own language's small words ("palais de l’Aubépine", "palacio de la Ribera")."""


NAME: Final = rf"(?P<name>{ROMANCE_HOUSE}|{WORD}(?:(?:\s+(?:of(?:\s+the)?|and(?:\s+the)?|de(?:\s+l[’'])?|du|des|das|dos|do|la|el|le|les|di|da|del|ob|am|sur|pri|pod|nad|upon))*\s+{WORD}){{0,6}})"
"""A name of places: capitalised words, with "of the", "and" and small words of other languages between them."""


PLACE: Final = re.compile(
    r"\b(?P<word>[Ii]n|[Aa]t|[Oo]n the (?:margins|sidelines) of|[Oo]n the fringes of|[Ii]n the margins of|(?:[Ww]ith)?[Ii]n the framework of|[Aa]s part of)\s+"
    r"(?P<the>(?:the|today’s)\s+)?(?:(?:[A-Z][\w’'-]+\s+){0,2}(?P<seat>capital(?:\s+city)?(?:\s+of|,)?|(?:[a-z]+\s+){0,2}(?:city|town|village|resort|port|island)\s+of)\s+)?"
    + NAME
)


HOUSE: Final = re.compile(r"(?:['’]s)?\s+([a-z]+)\b")
"""The word behind a name that says what house it is, where it is written small ("the Zaren residence", "the Ministry's headquarters")."""


MAX_HALL: Final = 5
"""Words that the name of a house has fewer than ("Norr State House")."""


ARRIVED: Final = re.compile(r"\bwho (?:has )?(?:arrived|is|was|stayed|stays)\b[^.;,]*$")
"""Words before the name of a state in which a guest only arrived."""


DONE: Final = re.compile(r"(?:Done|Issued|Signed|Adopted|Given|Made|Released|Concluded)\s+(?:at|in)\s", re.IGNORECASE)


def owned(name: str, language: Language) -> str:
    """Return the name of a place up to a possessive, unless what it owns is the place ("Kestria's capital", "the Prime Minister’s Office")."""
    name = name.rstrip(".,’'").removesuffix(" I")
    return name if name.split()[-1].lower() in language.hall_words else re.split(r"['’]s\b", name)[0]


def names_house(name: str, language: Language) -> bool:
    """Say whether a name of a place is a house's ("Harbour League Headquarters/Secretariat")."""
    return not language.hall_words.isdisjoint(name.lower().replace("/", " ").split())


def before_title(name: str, language: Language) -> str:
    """Return the words of a name up to the title of somebody who is named behind it ("the White House President Ana Brel")."""
    words = name.split(" ")
    stop = next(
        (
            n
            for n, w in enumerate(words)
            if n > 1 and w.lower() in language.titles and words[n - 1] not in {"of", "the"}
        ),
        None,
    )
    return " ".join(words[:stop])


def is_hall(text: str, piece: Piece, language: Language) -> bool:
    """Say whether a line is the name of a room or house and nothing else ("East Room")."""
    words = piece.span.of(text).split()
    return (
        1 < len(words) < 5
        and all(w[0].isupper() or w in {"of", "the"} for w in words)
        and (words[-1].lower().rstrip(",.") in language.hall_words or words[0].lower() in language.words.house_names)
        and not {w.lower() for w in words} & (language.titles.keys() | {"press"})
    )


def named_place(text: str, found: re.Match[str] | None, actors: Actors, *, states: bool) -> Span | None:
    """Return the place that a match names, its possessive left out, unless it is a person, an event or, without `states`, a state."""
    if not found:
        return None
    language = actors.language
    name = before_title(owned(found["name"], language), language)
    words = name.split()
    span = Span(found.start("name"), found.start("name") + len(name))
    tokens = tokenize(text, *span)
    whom = found.groupdict().get("whom")
    if whom and not language.words.envoys.isdisjoint(t.low for t in tokenize(whom)):
        return None
    if (
        whom
        and whom.strip()
        and not any(w.lower() in language.titles or folded(w) in actors.by_word for w in re.findall(r"\w+", whom))
    ):
        return None
    state = actors.gazetteer.name(tokens, 0) if words else None
    hall = names_house(name, language)
    if (
        not words
        or read_mention(tokens, 0, language, actors.gazetteer)
        or actors.name_at(tokens, 0)[0]
        or words[0].lower() in language.months
        or words[0] in language.starters
        or set(words) & language.event_words
        or (set(words) & language.not_towns and not (hall or state))
    ):
        return None
    if (state and not states and not hall) or (found["the"] and not state and not hall):
        return None
    return with_district(text, span, found.end() + 40)


def places(text: str, sentence: Span, actors: Actors) -> list[tuple[str, Span]]:
    """Return the names of places behind "in" or "at" in a sentence, with that word."""
    language = actors.language
    found: list[tuple[str, Span]] = []
    for m in PLACE.finditer(text, sentence.start, sentence.end):
        first_in = m["word"] == "In"  # "In Norr, Brel met …"
        if (first_in and not (m.start() == sentence.start and text.startswith(",", m.end()))) or (
            language.words.about_places.search(text, max(sentence.start, m.start() - 40), m.start())
        ):
            continue
        word = low if (low := m["word"].lower()) in {"in", "at"} else "near"
        came = word == "in" and ARRIVED.search(text, max(sentence.start, m.start() - 40), m.start())
        if came and actors.gazetteer.name(tokenize(text, m.start("name"), m.end("name")), 0):
            continue
        span = Span(m.start("name"), m.end("name"))
        name = owned(m["name"], language)
        parts = name.split()
        whole = parts[-1].lower() in language.hall_words and len(parts) < MAX_HALL
        stop = next(
            (
                n
                for n, part in enumerate(parts)
                if n
                and (
                    part.lower() in language.weekdays
                    or part.lower() in language.months
                    or (part in language.event_words and not whole)
                    or part.rstrip(".").lower() in language.words.addressed
                    or (part.lower() in language.titles and parts[n - 1] not in {"of", "the"} and not whole)
                )
            ),
            None,
        )
        if stop and parts[stop - 1] in {"and", "the"}:
            stop -= 1
        stop = next(
            (
                n + 1
                for n, part in enumerate(parts[:-1])
                if n
                and part.lower() in language.hall_words
                and (parts[n + 1].casefold() in actors.by_word or parts[n + 1] in actors.gazetteer.table.names)
            ),
            stop or before_person(parts, actors),
        )
        name = " ".join(parts[:stop]) if stop and name == " ".join(parts) else name
        span = Span(span.start, span.start + len(name))
        if m["the"] and (house := HOUSE.match(text, span.end, sentence.end)) and house[1] in language.hall_words:
            span = Span(span.start, house.end())
            name = span.of(text)
        first = name.split()[0]
        tokens = tokenize(text, span.start, span.end)
        halls = set(name.lower().split()) & language.hall_words
        if word == "in" and m["the"] and not m["seat"] and not halls and not known_place(tokens, actors):
            continue
        adjective, behind = actors.gazetteer.demonym(tokens, 0)
        if adjective and behind == len(tokens) and actors.gazetteer.name(tokens, 0) is None:
            continue
        if (
            set(name.split()) <= language.formal_words
            or language.departments.issuperset(name.lower().split())
            or first.lower() in language.months
            or first.lower() in language.weekdays
            or first in language.starters
            or first.isdigit()
        ):
            continue
        mention = read_mention(tokens, 0, language, actors.gazetteer)
        seat = name.split()[-1].lower() in language.hall_words and re.search(r"['’]s\b", name)
        called = m["the"] and len(parts) == 2 and parts[-1].lower() in language.words.seats_of_office
        if (mention and not seat and not called) or actors.name_at(tokens, 0)[0]:
            continue
        if word == "near":
            event = re.sub(
                r"\s+(?:Security )?(?:Conference|Summit|Forum|General Assembly|Assembly|Session|Meeting|Council|Dialogue).*$",
                "",
                name,
            )
            span = Span(span.start, span.start + len(event))
            if not event or set(event.split()) & language.not_towns:
                continue
        elif word == "at" and not halls and (found or re.search(r"['’]s\b", m["name"])):
            continue
        span = with_district(text, span, sentence.end)
        if halls and (town := town_behind(text, span, sentence.end, actors)):
            span = Span(span.start, town.end)
        found.append((word, span))
    return found


def known_place(tokens: list[Token], actors: Actors) -> bool:
    """Say whether the name of a state or of a seat of power stands alone ("in the Akorda", "in the Netherlands")."""
    seat = actors.gazetteer.metonym(tokens, 0)
    return actors.gazetteer.name(tokens, 0) is not None or (seat is not None and seat[1] == len(tokens))


TOWN_BEHIND: Final = re.compile(
    r",\s+(?P<town>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[.;]|\s*$|,?\s+(?:on|today|yesterday|this|where|during|to|for|and|in|with|before|after|at|from|by)\b)"
)


def town_behind(text: str, hall: Span, end: int, actors: Actors) -> Span | None:
    """Return the town behind the comma that follows the name of a house ("at State House, Norr, on Friday"), before `end`."""
    m = TOWN_BEHIND.match(text, hall.end, end)
    if not m:
        return None
    tokens = tokenize(text, *m.span("town"))
    language = actors.language
    names = actors.gazetteer.name(tokens, 0) or actors.name_at(tokens, 0)[0] or tokens[0].text in language.starters
    timed = any(t.low in language.weekdays or t.low in language.months or t.low in language.titles for t in tokens)
    return None if names or timed else Span(*m.span("town"))


def with_district(text: str, span: Span, end: int) -> Span:
    """Return the place of a town's name with the district that tells it from a state of that name ("Washington, D.C."), before `end`.

    A state behind a town is left out: one town has one name, whether a source adds where it lies or not.
    """
    return Span(span.start, span.end + 6) if text.startswith(", D.C.", span.end, end) else span


def names_somebody(span: Span, actors: Actors) -> bool:
    """Say whether a person is named in a stretch of a line."""
    return any(span.overlaps(m) for p in actors.persons for m in p.mentions)


def dateline_place(text: str, piece: Piece, actors: Actors) -> Span | None:
    """Return the name of the place that a dateline begins with or a date line gives."""
    language = actors.language
    dates = find_dates(text, piece.span.start, piece.span.end, actors.language)
    start = DONE.match(piece.span.of(text))
    dated = piece.span.of(text).rfind("|", 0, dates[0].span.start - piece.span.start) if dates else -1
    if dated > 0 and piece.kind == "date-line":  # "Statement | Norr, 5 March 2024"
        beside = Span(piece.span.start + dated + 1, piece.span.end).trim(text)
        if place := dateline_place(text, Piece(piece.kind, beside), actors):
            return place
    if piece.kind == "date-line" and piece.span.of(text).startswith("Updated"):
        return None
    for m in re.finditer(
        rf"(?:St\. )?[{UPPER}][^\W\d_’']*(?:(?: d(?:e|el|u|i|a|o|ella|es)(?: l[ao]s?| el)?)?[ ’'-](?:(?:al|el|as|ad|an|ar|ash|at|az)[-’'])?[{UPPER}][\w’']*)*",
        piece.span.of(text),
    ):
        span = Span(piece.span.start + m.start(), piece.span.start + m.end())
        named_until = next((d.span.start for d in dates if span.start < d.span.start < span.end), None)
        if named_until:  # "NORR May 4": no mark stands between a town and the month
            span = Span(span.start, named_until).trim(text)
        low = span.of(text).lower()
        if (
            any(d.span.overlaps(span) for d in dates)
            or low in actors.language.weekdays
            or low in actors.language.months
            or (start and m.start() < start.end())
            or (piece.kind == "date-line" and m.group() in language.not_towns)
            or language.not_towns.issuperset(w.capitalize() for w in m.group().split())
            or len(low) < 3
            or (piece.kind == "date-line" and text.startswith(":", span.end))
            or (
                piece.kind == "date-line"
                and (language.words.not_towns_lines.search(low) or names_somebody(span, actors))
            )
            or re.match(
                r"(?:[ECMPBGI][SD]T|C?EST|GMT|UTC|Hits?|Views?|Posted|Published|Publication|Publish|Updated|Date|Time|Issued|Release|Kazinform|KAZINFORM|PIB)\b",
                m.group(),
            )
        ):
            continue
        if (
            m.start()
            and piece.kind == "dateline"
            and not (
                dates
                and dates[0].span.end <= span.start
                and not text[piece.span.start : dates[0].span.start].strip("[(")
            )
            and not piece.span.of(text).startswith((f"({m.group()},", f"[{m.group()}"))
        ):
            return None
        hall = set(low.replace("the ", "").split()) & language.hall_words
        town = re.match(r",\s+D\.C\." if not hall else r",\s+[A-Z][\w’'-]+", text[span.end : piece.span.end])
        return Span(span.start, span.end + town.end()) if town else span
    return None
