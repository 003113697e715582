"""Who met, where a report tells it behind its first sentence: talks between two, of three sides, or with a counterpart."""

from __future__ import annotations

import re
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.persons import Person
from verbale.span import Span

BETWEEN: Final = re.compile(
    r"\b(?:talks|meeting|discussions?|consultations|negotiations|conversation)\b[^.;]{0,40}? between\b", re.IGNORECASE
)
"""What a sentence says of those whom it names behind it ("issued following talks between Minister Brel and Minister Harl")."""


COUNTERPART: Final = re.compile(r"\b(?:hold|held|holding|meet|met)\b[^.;]{0,40}? with (?:his|her) counterpart\b")
"""What a sentence says of whom it names before it ("the meetings that Minister Brel will hold with her counterpart")."""


THREE_SIDES: Final = re.compile(r"\b(?:tripartite|trilateral|three-way|quadrilateral|four-way)\b", re.IGNORECASE)


FIRST: Final = 3
"""Sentences at a report's beginning that tell who met."""


def brought_together(actors: Actors, statements: list[Statement]) -> set[int]:
    """Return the keys of those with an office whom one of the first sentences names as the two who met, or with a counterpart."""
    for s in statements[:FIRST]:
        start, end = s.sentence.span
        if (m := BETWEEN.search(actors.text, start, end)) and len(two := held(actors, Span(m.end(), end))) > 1:
            return {p.key for p in two[:2]}
        if m := COUNTERPART.search(actors.text, start, end):
            return {p.key for p in held(actors, Span(start, m.start()))[-1:]}
    return set()


def of_three_sides(actors: Actors, statements: list[Statement], title: list[Span]) -> set[int]:
    """Return the keys of those with an office and a state whom a report of talks of three sides names first, one of each side."""
    if not statements or not any(THREE_SIDES.search(actors.text, *place) for place in title):
        return set()
    end = statements[: FIRST - 1][-1].sentence.span.end
    sides: dict[str, Person] = {}
    for p in held(actors, Span(statements[0].sentence.span.start, end)):
        if p.state:
            sides.setdefault(p.state, p)
    return {p.key for p in sides.values()}


def held(actors: Actors, place: Span) -> list[Person]:
    """Return those with a name and an office of some rank whom a stretch of text names, in order."""
    found = [
        (m.start, p)
        for p in actors.persons
        if p.titles and p.rank < FIRST and not p.former and not p.unnamed
        for m in p.mentions[:2]
        if place.overlaps(m)
    ]
    return list({p.key: p for _, p in sorted(found, key=lambda pair: pair[0])}.values())


def chairs(actors: Actors) -> set[int]:
    """Return the keys of two who chaired together ("co-chaired by A and by B"), each with a title."""
    found = CO_CHAIRED.search(actors.text)
    end = next((m.start() for m in re.finditer(r"\.\s+[A-Z]|\n", actors.text[found.end() :])), SENTENCE) if found else 0
    sentence = range(found.end(), found.end() + end) if found else range(0)
    named = [
        p for p in actors.persons if p.titles and p.at and p.at.start in sentence and not p.former and not p.unnamed
    ]
    return {p.key for p in named} if len(named) == PAIR else set()


CO_CHAIRED: Final = re.compile(r"\bco-?chaired by\b")
PAIR: Final = 2


SENTENCE: Final = 250
"""Code points behind "co-chaired by" in which its sentence ends at the latest."""


def inviter(actors: Actors, lead: list[Span]) -> Person | None:
    """Return the head or minister at whose invitation a visit of the lead was, who is whom the guest met where nobody else is named."""
    for place in lead[:2]:
        told = INVITED.search(actors.text, *place)
        if told:
            behind = range(told.end(), told.end() + OPENING)
            return next(
                (
                    p
                    for p in actors.persons
                    if p.rank < 3 and not p.unnamed and p.at and any(m.start in behind for m in (p.at, *p.mentions))
                ),
                None,
            )
    return None


INVITED: Final = re.compile(r"\binvitation of\s+")


OPENING: Final = 7
"""Code points, an article at most, before a title behind such words."""


def former_guest(actors: Actors, first: list[Span]) -> Person | None:
    """Return the former head or minister whom the first sentence says its subject met ("received former President Brel")."""
    return next(
        (
            p
            for p in actors.persons
            if p.former and p.past and p.at and not p.unnamed and any(place.overlaps(p.at) for place in first)
            if FORMER.search(actors.text, max(0, p.at.start - BEFORE_GUEST), p.at.start)
        ),
        None,
    )


FORMER: Final = re.compile(
    r"\b(?:met|meets|receive[sd]|welcome[sd]|host(?:s|ed)|with|called on|calls on|received by)\s+(?:the\s+)?(?:former|ex-?)\s*$"
)
"""What a sentence says of one who met a former head, whose title stands behind it."""


BEFORE_GUEST: Final = 40
"""Code points in which such words stand."""
