"""States told by a visit: whose guest somebody was, and who invited him; a source may leave them out where it is plain."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.persons import Person
from verbale.parse.references import reference
from verbale.parse.tokens import Token


def hosts_of_traveller(
    lacking: list[Person], chosen: list[Person], statements: list[Statement], actors: Actors
) -> None:
    """Give those whom a traveller met on a visit the state that he visited ("Brel paid a visit to Xia, where she met President Harl")."""
    for s in statements[:2] if lacking else ():
        tokens = s.sentence.tokens
        where = visited(tokens, actors)
        traveller = next((p for p in chosen if s.sentence.front and p in s.sentence.front.subject.persons), None)
        if not where or not traveller or traveller.state == where or guest_only(s.sentence.lows, actors.language):
            continue
        for person in lacking:
            named = person.mentions[0].start if person.mentions else 0
            if person is not traveller and not serves_body(person, actors.language) and named > s.sentence.span.start:
                person.state = where
        return


def guest_only(lows: list[str], language: Language) -> bool:
    """Say whether a sentence tells of a visit only to say why a guest is there ("…, who is on a visit to Xia")."""
    return any(one == "who" and two in language.words.guest_verbs for one, two in pairwise(lows))


def by_invitation(lacking: list[Person], statements: list[Statement], actors: Actors) -> None:
    """Give one who invites the state that his guest visits ("Minister Brel is visiting Xia at the invitation of Minister Soras")."""
    for s in statements[:OPENING] if lacking else ():
        tokens, lows = s.sentence.tokens, s.sentence.lows
        if "invitation" not in lows or lows.index("invitation") + 2 >= len(lows):
            continue
        k = lows.index("invitation") + 2
        inviting = reference(tokens, k, actors) if lows[k - 1] == "of" else None
        host = [p for p in lacking if inviting and p in inviting.persons]
        where = next(
            (
                found[0]
                for n in range(1, k - 2)
                if lows[n - 1] == "visiting" or lows[n - 2 : n] == ["visit", "to"]
                if (found := actors.gazetteer.name(tokens, n + (lows[n] == "the")))
            ),
            None,
        )
        if len(host) == 1 and where:
            host[0].state = where


OPENING: Final = 4
"""Sentences among which one may tell who invited whom."""


def visited(tokens: list[Token], actors: Actors) -> str | None:
    """Return the state that a lead says a guest visits ("…, who is on an official visit to X")."""
    for k in range(len(tokens) - 2):
        if tokens[k].low in {"visit", "trip"} and tokens[k + 1].low == "to":
            step = k + 3 if tokens[k + 2].low == "the" and k + 3 < len(tokens) else k + 2
            if found := actors.gazetteer.name(tokens, step):
                return found[0]
        if tokens[k].low == "who" and (found := stayed_in(tokens, k + 1, actors)):
            return found[0]
    return None


def stayed_in(tokens: list[Token], i: int, actors: Actors) -> tuple[str, int] | None:
    """Return the state in which a guest is for a visit at token `i`, behind "who", and the index after it ("…, who is in Xia for a three-day visit")."""
    near = range(i, min(i + STAY, len(tokens) - 1))
    where = next((k + 1 for k in near if tokens[k].low == "in"), None)
    found = actors.gazetteer.name(tokens, where) if where else None
    told = found and any(t.low in {"visit", "trip"} for t in tokens[found[1] : found[1] + STAY + 2])
    return found if told else None


STAY: Final = 4
"""Words before the state in which a guest is."""


def serves_body(person: Person, language: Language) -> bool:
    """Say whether a title is that of an organisation's head or envoy, whose state no visit and no host tells."""
    return any(office in title.lower() for title in person.titles for office in language.words.titles_of_bodies)
