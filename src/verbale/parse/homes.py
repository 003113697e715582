"""The state in which a document is written, and the states of persons whose titles do not tell one; it names nobody."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.furniture import Layout
from verbale.parse.persons import Person
from verbale.parse.titles import portfolio
from verbale.parse.tokens import Token, tokenize

MAX_SEAT: Final = 4
"""Words of a line below an office's name that is the name of its state and no more."""


LEADER: Final = 16
"""Words within which a delegation's leader is named."""


def home_state(text: str, layout: Layout, actors: Actors) -> str | None:
    """Return the state in which a document is written, by its dateline's place or its letterhead; `None` where they do not tell."""
    order = ("release-line", "dateline", "source-line", "breadcrumb", "date-line", "subtitle", "notice")
    for piece in sorted((p for p in layout.furniture if p.kind in order), key=lambda p: (order.index(p.kind), p.span)):
        if piece.kind == "notice" and len(piece.span.of(text).split()) > MAX_SEAT:
            continue
        if piece.kind == "subtitle" and len(piece.span.of(text).split()) > 4:
            continue
        tokens = tokenize(text, piece.span.start, piece.span.end)
        for k in range(len(tokens)):
            found = actors.gazetteer.metonym(tokens, k) or actors.gazetteer.name(tokens, k)
            if not found or (found[1] < len(tokens) and tokens[found[1]].text == ":"):
                continue
            if (
                found[0] in actors.gazetteer.own
                and not any(p.state == found[0] for p in actors.persons)
                and not (piece.kind == "release-line" and governs(tokens, k, actors))
            ):
                continue
            room = (
                piece.kind == "subtitle"
                and k == 0
                and found[1] == len(tokens)
                and tokens[0].text not in actors.language.capitals
            )
            if piece.kind == "notice" and not (
                k == 0 and found == (found[0], len(tokens)) == actors.gazetteer.name(tokens, 0)
            ):
                continue
            if (
                piece.kind in {"release-line", "breadcrumb", "source-line", "notice"}
                or room
                or actors.gazetteer.met[found[0]] > 1
                or any(p.state == found[0] for p in actors.persons)
            ):
                return found[0]
    noted = noted_source(tokenize(text, *layout.body[0].span), actors) if layout.body else None
    return noted or addressed(text, layout, actors)


def addressed(text: str, layout: Layout, actors: Actors) -> str | None:
    """Return the state whose government's address on the web, or rubric, a line around the text has ("press@trade.gob.mx", "Briefing Room")."""
    lines = (p.span for p in layout.furniture if "." in p.span.of(text))
    found = next((m for line in lines if (m := ADDRESS.search(text, *line))), None)
    rubric = (actors.language.rubrics.get(RUBRIC.split(p.span.of(text).lower())[0]) for p in layout.furniture)
    return actors.language.domains.get(found[1]) if found else next((state for state in rubric if state), None)


RUBRIC: Final = re.compile(r"\s+[-–—|/]\s+")
"""What parts a rubric from the ones below it ("Briefing Room – Statements")."""


ADDRESS: Final = re.compile(r"\b(?:gob|gov|gouv|gub|go|govt|government|mfa|mofa)\.([a-z]{2})\b")


def governs(tokens: list[Token], k: int, actors: Actors) -> bool:
    """Say whether a letterhead's line is that of the government of the state at token `k` ("Government of Kestria", "Ministry of Trade of Kestria")."""
    office = tokens[0].low in actors.language.words.letterhead_offices
    end = actors.gazetteer.name(tokens, k)
    return office and k > 0 and tokens[k - 1].low in {"of", "the"} and end is not None and end[1] == len(tokens)


def announces(tokens: list[Token], actors: Actors) -> str | None:
    """Return the state whose ministry a text begins with as who announces it ("The Xian Ministry of Trade announces that")."""
    k = next((n for n in range(1, min(OPENS, len(tokens) - 3)) if tokens[n].low == "ministry"), None)
    if k is None:
        return None
    end = portfolio(tokens, k + 1, actors.language)
    end += end < len(tokens) and tokens[end].low in {"has", "have"}
    said = end < len(tokens) and tokens[end].low in actors.language.words.ministry_tells
    return actors.gazetteer.demonym(tokens, k - 1)[0] if said else None


OPENS: Final = 5
"""Words from the beginning within which a ministry is named."""


def noted_source(tokens: list[Token], actors: Actors) -> str | None:
    """Return the state whose ministry or agency a lead gives as its source (", the Kestrian Foreign Ministry reported.", "told the Kestrian news agency KNA")."""
    verbs = actors.language.verbs
    if own := announces(tokens, actors):
        return own
    for k in range(3, len(tokens) - 1):
        if tokens[k].low == "agency" and tokens[k - 1].low in actors.language.words.news_words:
            if found := actors.gazetteer.demonym(tokens, k - 2)[0]:
                return found
            continue
        if tokens[k].low not in actors.language.words.source_offices or not any(
            "say" in f.classes for f in verbs.get(tokens[behind_ministry(tokens, k, actors.language)].low, ())
        ):
            continue
        the = next((n for n in range(k - 1, max(0, k - 5), -1) if tokens[n].low == "the"), None)
        if the and tokens[the - 1].text in {",", "”", '"'} and (found := actors.gazetteer.demonym(tokens, the + 1)[0]):
            return found
    return None


def behind_ministry(tokens: list[Token], k: int, language: Language) -> int:
    """Return the index after a ministry or another source at token `k`, its portfolio with it ("the Kestrian Ministry of Energy said"), or of its last word."""
    end = portfolio(tokens, k + 1, language) if tokens[k + 1].low in {"of", "for"} else k + 1
    return min(end, len(tokens) - 1)


def settle_home(actors: Actors, home: str | None, streams: Iterable[list[Token]] = ()) -> None:
    """Give the one head or minister whose state no title tells the state in which the document is written.

    Where no letterhead tells it, that is the state of which the document speaks most, if `streams` couple it with the other's.
    """
    for person in actors.persons:
        body = None if person.state else served(person, actors)
        if body and (actors.gazetteer.met[body] or body in actors.language.organisations):
            person.state = body
    from_own_ministers(actors)
    lacking = [
        p
        for p in actors.persons
        if p.titles and not p.state and p.rank < 3 and not p.unnamed and not p.former and not p.visiting
    ]
    if not lacking:
        return
    first = lacking[0]
    taken = {p.state for p in actors.persons if p.state}
    bodies = actors.language.organisations
    ranked = [pair for pair in actors.gazetteer.met.most_common() if pair[0] not in taken | bodies]
    alone = home in taken and len(lacking) == len(ranked) == 1 and ranked[0][1] > 1
    if (
        not alone
        and home
        and len(taken) > 1
        and any(p.state == home and p.qualified and p.rank < 3 for p in actors.persons)
    ):
        home = None
    if alone:
        home = ranked[0][0]
    elif (home is None or holds(home, first, actors)) and taken:
        home = None
        if ranked and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            best, count = ranked[0]
            often = count > 3 and (len(ranked) == 1 or count >= 2 * ranked[1][1])
            home = (
                best if (often and for_itself(best, actors, streams)) or coupled(best, taken, actors, streams) else None
            )
    lead = next(iter(streams), [])
    beyond = lead[-1].end if lead else 0
    bodies = actors.language.organisations - {"European Union"}
    if (home in bodies or (home and own_body(home, actors))) and not (
        first.title_words & actors.language.words.servants
    ):
        return
    abroad = any(goes_to(lead, k, home, actors) for k, t in enumerate(lead[:-2]) if t.low == "visit")
    for n, person in enumerate(lacking[:2] if taken - {home} and not abroad else lacking[:1]):
        if home and not holds(home, person, actors) and not (n and person.at and person.at.start < beyond):
            person.state = home


def goes_to(tokens: list[Token], k: int, home: str | None, actors: Actors) -> bool:
    """Say whether the visit at token `k` of a lead led to a state other than the one where the document is written."""
    if tokens[k + 1].low != "to":
        return False
    near = range(k + 2, min(k + MAX_SEAT * 2, len(tokens)))
    return any((found := actors.gazetteer.name(tokens, n)) is not None and found[0] != home for n in near)


def own_body(name: str, actors: Actors) -> bool:
    """Say whether a name that only the document knows is that of a body and of no state."""
    return name in actors.gazetteer.own and not actors.language.body_words.isdisjoint(name.lower().split())


def from_own_ministers(actors: Actors) -> None:
    """Give a head without a state that of the ministers named with him, where the other head's is known and none of them serves it.

    "President Talvik met President Ferrel of Orvland. … Secretary of State Soras of Kestria attended."
    """
    heads = [p for p in actors.persons if p.rank == 1 and p.titles and not p.former and not p.unnamed][:2]
    lacking = [p for p in heads if not p.state]
    bodies = actors.language.organisations
    known = {p.state for p in heads if p.state}
    theirs = {p.state for p in actors.persons if p.rank == 2 and p.state and not p.former} - bodies - known
    others = {p.state for p in actors.persons if p.state and p.rank < 3} - known - theirs
    if len(lacking) == len(known) == len(theirs) == 1 and not known & bodies and not others - bodies:
        lacking[0].state = theirs.pop()


def for_itself(state: str, actors: Actors, streams: Iterable[list[Token]]) -> bool:
    """Say whether a document mostly speaks of a state as of one who acts or owns, and not as of a place or a matter ("in X", "the Xian issue")."""
    alone = led = 0
    for tokens in streams:
        for k, token in enumerate(tokens):
            if not token.capital or (found := actors.gazetteer.demonym(tokens, k))[0] != state:
                continue
            before = tokens[k - 2].low if k > 1 and tokens[k - 1].low == "the" else tokens[k - 1].low if k else ""
            adjective = actors.gazetteer.name(tokens, k) is None
            owns = found[1] <= len(tokens) and tokens[found[1] - 1].low in {"'s", "’s"}
            if adjective or (before in actors.language.complement_prepositions | {"to"} and not owns):
                led += 1
            else:
                alone += 1
    return alone > 1 and alone >= led


def share_state(actors: Actors) -> None:
    """Give those who speak for a person his state."""
    for person in actors.persons:
        if person.serves and not person.state:
            person.state = person.serves.state


def holds(state: str | None, person: Person, actors: Actors) -> bool:
    """Say whether another of the same rank and more serves a state already, so that a person is hardly its head too.

    The head of a state and the head of its party or government are of one rank and can both be its own.
    """
    words = actors.language.words
    crowned = words.crowned
    for other in actors.persons:
        if other is person or other.state != state or state is None or other.rank > person.rank:
            continue
        if other.rank < person.rank or other.rank > 1 or other.title_words & person.title_words - words.linking:
            return True
        if (other.title_words & crowned or person.title_words & crowned) and not words.beside_crown & (
            other.title_words | person.title_words
        ):
            return True
    return False


def served(person: Person, actors: Actors) -> str | None:
    """Return the organisation that a person's title says he serves ("Chairperson of the African Union Commission")."""
    for title in person.titles:
        low = title.lower()
        for office, body in actors.language.offices.items():
            if low.startswith(office) and not low.startswith("secretary of state for"):
                return body if actors.gazetteer.met[body] or not others_own(actors) else None
        for state in actors.language.states if " of the " in title else ():
            if state.organisation and f" of the {state.name}" in title:
                return state.name
    return None


def others_own(actors: Actors) -> bool:
    """Say whether a document has a state or union of its own that nobody is said to serve, so that an office may be that one's."""
    taken = {p.state for p in actors.persons}
    return any(state not in taken and actors.gazetteer.met[state] > 1 for state in actors.gazetteer.own.values())


def coupled(state: str, others: Container[str | None], actors: Actors, streams: Iterable[list[Token]]) -> bool:
    """Say whether a document joins a state with one of others: "A and B", "A-B relations"."""
    gazetteer = actors.gazetteer
    for tokens in streams:
        for k, token in enumerate(tokens):
            if not token.capital:
                continue
            if "-" in token.text:
                halves = {name_of(half, actors) for half in token.text.split("-")}
                if state in halves and any(half in others for half in halves):
                    return True
            one, end = gazetteer.demonym(tokens, k)
            if one is None or end + 2 >= len(tokens) or tokens[end].text not in {"and", "-", "–", "&", "with"}:
                continue
            step = end + 2 if tokens[end + 1].low in actors.language.words.before_second_state else end + 1
            other, _ = gazetteer.demonym(tokens, step)
            if (one == state and other in others) or (other == state and one in others):
                return True
    return False


def name_of(word: str, actors: Actors) -> str | None:
    """Return the state that one word means by name or demonym."""
    tokens = tokenize(f"{word}." if "." in word and word[-1] != "." else word)
    return actors.gazetteer.demonym(tokens, 0)[0] if tokens and word[:1].isupper() else None
