"""The state in which a document is written, and the states of persons whose titles do not tell one; it names nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.furniture import Layout
from verbale.parse.persons import Person
from verbale.parse.tokens import Token, tokenize

SERVANTS: Final = frozenset(
    {
        "chairperson",
        "chairman",
        "chairwoman",
        "chair",
        "secretary-general",
        "commissioner",
        "director-general",
        "envoy",
        "representative",
    }
)
"""Words in the titles of those who serve an organisation: a president or king does not, though it is its paper that tells of him."""


def home_state(text: str, layout: Layout, actors: Actors) -> str | None:
    """Return the state in which a document is written, by its dateline's place or its letterhead; `None` where they do not tell."""
    order = ("release-line", "dateline", "source-line", "breadcrumb", "date-line", "subtitle")
    for piece in sorted((p for p in layout.furniture if p.kind in order), key=lambda p: (order.index(p.kind), p.span)):
        if piece.kind == "subtitle" and len(piece.span.of(text).split()) > 4:
            continue
        tokens = tokenize(text, piece.span.start, piece.span.end)
        for k in range(len(tokens)):
            found = actors.gazetteer.metonym(tokens, k) or actors.gazetteer.name(tokens, k)
            if not found or (found[0] in actors.gazetteer.own and not any(p.state == found[0] for p in actors.persons)):
                continue
            if (
                piece.kind in {"release-line", "breadcrumb", "source-line"}
                or actors.gazetteer.met[found[0]] > 1
                or any(p.state == found[0] for p in actors.persons)
            ):
                return found[0]
    return None


def settle_home(actors: Actors, home: str | None, streams: Iterable[list[Token]] = ()) -> None:
    """Give the one head or minister whose state no title tells the state in which the document is written.

    Where no letterhead tells it, that is the state of which the document speaks most, if `streams` couple it with the other's.
    """
    for person in actors.persons:
        person.state = person.state or served(person, actors)
    lacking = [
        p
        for p in actors.persons
        if p.titles and not p.state and p.rank < 3 and not p.unnamed and not p.former and not p.visiting
    ]
    if not lacking:
        return
    first = lacking[0]
    taken = {p.state for p in actors.persons if p.state}
    if (home is None or holds(home, first, actors)) and taken:
        bodies = {s.name for s in actors.language.states if s.organisation}
        ranked = [pair for pair in actors.gazetteer.met.most_common() if pair[0] not in taken | bodies]
        home = None
        if ranked and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            best, count = ranked[0]
            often = count > 3 and (len(ranked) == 1 or count >= 2 * ranked[1][1])
            home = (
                best if (often and for_itself(best, actors, streams)) or coupled(best, taken, actors, streams) else None
            )
    lead = next(iter(streams), [])
    beyond = lead[-1].end if lead else 0
    if home in {s.name for s in actors.language.states if s.organisation} - {"European Union"} and not (
        first.title_words & SERVANTS
    ):
        return
    for n, person in enumerate(lacking[:2] if taken - {home} else lacking[:1]):
        if home and not holds(home, person, actors) and not (n and person.at and person.at.start < beyond):
            person.state = home


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
    crowned = {"king", "queen", "emir", "amir", "sultan", "emperor"}
    for other in actors.persons:
        if other is person or other.state != state or state is None or other.rank > person.rank:
            continue
        if other.rank < person.rank or other.rank > 1 or other.title_words & person.title_words - {"of", "the", "and"}:
            return True
        if (other.title_words & crowned or person.title_words & crowned) and not {"crown", "prime", "deputy"} & (
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
                return body
        for state in actors.language.states:
            if state.organisation and f" of the {state.name}" in title:
                return state.name
    return None


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
            step = end + 2 if tokens[end + 1].low in {"the", "its", "our"} else end + 1
            other, _ = gazetteer.demonym(tokens, step)
            if (one == state and other in others) or (other == state and one in others):
                return True
    return False


def infer_states(text: str, actors: Actors, chosen: list[Person], statements: list[Statement], layout: Layout) -> None:
    """Give a principal whose state no title tells the one that the document points to: its letterhead, or the pair "X-Y"."""
    taken = {p.state for p in chosen if p.state}
    lacking = [p for p in chosen if not p.state and p.rank < 3]
    if lacking and (where := destination(text, layout, actors)):
        visitors = [p for p in chosen if p.state and p.state != where]
        for person in lacking if visitors else ():
            person.state = where
        return
    if len(lacking) != 1:
        return
    if any("secretary-general" in title.lower() for title in lacking[0].titles):
        if actors.gazetteer.met["United Nations"]:
            lacking[0].state = "United Nations"
        return
    if statements and (where := visited(statements[0].sentence.tokens, actors)) and where not in taken:
        lacking[0].state = where
        return
    if len(titled := titled_states(text, layout, actors) - taken) == 1:
        lacking[0].state = titled.pop()
        return
    counts: Counter[str] = Counter()
    bodies = {s.name for s in actors.language.states if s.organisation}
    for piece in layout.furniture:
        if piece.kind in {"release-line", "source-line", "breadcrumb", "dateline", "subtitle"}:
            tokens = tokenize(text, piece.span.start, piece.span.end)
            for k in range(len(tokens)):
                for found in (
                    actors.gazetteer.name(tokens, k),
                    actors.gazetteer.metonym(tokens, k) if piece.kind == "release-line" else None,
                ):
                    if found and found[0] not in taken:
                        counts[found[0]] += 3
    heads = [
        tokenize(text, p.span.start, p.span.end)
        for p in layout.furniture
        if p.kind in {"title", "subtitle", "breadcrumb"}
    ]
    for tokens in heads:
        for token in tokens:
            halves = token.text.split("-")
            named = (
                [name_of(h, actors) for h in halves]
                if len(halves) == 2 and all(h[:1].isupper() for h in halves)
                else []
            )
            counts.update(
                {n: 2 for n, other in zip(named, named[::-1], strict=True) if n and other in taken and n not in taken}
            )
    for s in statements:
        for k, token in enumerate(s.sentence.tokens):
            halves = token.text.split("-")
            if len(halves) == 2 and all(h[:1].isupper() for h in halves):
                named = [name_of(h, actors) for h in halves]
                counts.update(
                    n for n, other in zip(named, named[::-1], strict=True) if n and other in taken and n not in taken
                )
            if (
                k == 0
                and s.attribution.voice.person is lacking[0]
                and (found := actors.gazetteer.name(s.sentence.tokens, 0))
                and found[0] not in taken | bodies
            ):
                counts[found[0]] += 2
    best, count = next(iter(counts.most_common(1)), (None, 0))
    if count > 1:
        lacking[0].state = best


def titled_states(text: str, layout: Layout, actors: Actors) -> set[str]:
    """Return the states that a document's title names, where there are two of them."""
    tokens = title_words(text, layout)
    found: set[str] = set()
    for k, token in enumerate(tokens):
        if not token.capital:
            continue
        for half in token.text.split("-") if "-" in token.text else ():
            if state := name_of(half, actors):
                found.add(state)
        state, _ = actors.gazetteer.demonym(tokens, k)
        if state:
            found.add(state)
    return found if len(found) == 2 else set()


def visited(tokens: list[Token], actors: Actors) -> str | None:
    """Return the state that a lead says a guest visits ("…, who is on an official visit to X")."""
    for k in range(len(tokens) - 2):
        if tokens[k].low in {"visit", "trip"} and tokens[k + 1].low == "to":
            step = k + 3 if tokens[k + 2].low == "the" and k + 3 < len(tokens) else k + 2
            if found := actors.gazetteer.name(tokens, step):
                return found[0]
    return None


def title_words(text: str, layout: Layout) -> list[Token]:
    """Return the words of the title, those in capitals throughout with a first capital only, so that they can be found."""
    if not layout.title:
        return []
    return [
        Token(t.text.title(), t.start, t.end) if len(t.text) > 4 and t.text.isupper() else t
        for t in tokenize(text, layout.title.start, layout.title.end)
    ]


def destination(text: str, layout: Layout, actors: Actors) -> str | None:
    """Return the state that a title says was visited ("… Visit of the President of A to B")."""
    tokens = title_words(text, layout)
    visit = next((k for k, t in enumerate(tokens) if t.low in {"visit", "visits"}), None)
    if visit is None:
        return None
    for k in range(visit + 1, len(tokens) - 1):
        if tokens[k].low != "to":
            continue
        step = k + 2 if tokens[k + 1].low == "the" and k + 2 < len(tokens) else k + 1
        for place in (step, step + 2):
            if place < len(tokens) and (found := actors.gazetteer.name(tokens, place)):
                return found[0]
    return None


def name_of(word: str, actors: Actors) -> str | None:
    """Return the state that one word means by name or demonym."""
    tokens = tokenize(word)
    return actors.gazetteer.demonym(tokens, 0)[0] if tokens and word[:1].isupper() else None
