"""The state in which a document is written, and the states of persons whose titles do not tell one; it names nobody."""

from __future__ import annotations

from collections import Counter

from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.furniture import Layout
from verbale.parse.persons import Person
from verbale.parse.tokens import tokenize


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


def settle_home(actors: Actors, home: str | None) -> None:
    """Give the one head or minister whose state no title tells the state in which the document is written."""
    for person in actors.persons:
        person.state = person.state or next(
            (
                org
                for title in person.titles
                for office, org in actors.language.offices.items()
                if title.lower().startswith(office)
            ),
            None,
        )
    lacking = [
        p
        for p in actors.persons
        if p.titles and not p.state and p.rank < 3 and not p.unnamed and not p.former and not p.visiting
    ]
    taken = {p.state for p in actors.persons if p.state}
    if lacking and (home is None or home in taken) and taken:
        bodies = {s.name for s in actors.language.states if s.organisation}
        ranked = [pair for pair in actors.gazetteer.met.most_common() if pair[0] not in taken | bodies]
        if ranked and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            home = ranked[0][0]
    for person in lacking[:2]:
        if home and not any(p.state == home and p.rank <= person.rank and p is not lacking[0] for p in actors.persons):
            person.state = home


def infer_states(text: str, actors: Actors, chosen: list[Person], statements: list[Statement], layout: Layout) -> None:
    """Give a principal whose state no title tells the one that the document points to: its letterhead, or the pair "X-Y"."""
    taken = {p.state for p in chosen if p.state}
    lacking = [p for p in chosen if not p.state and p.rank < 3]
    if len(lacking) != 1:
        return
    counts: Counter[str] = Counter()
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
                n for n, other in zip(named, named[::-1], strict=True) if n and other in taken and n not in taken
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
                and found[0] not in taken
            ):
                counts[found[0]] += 2
    if counts:
        lacking[0].state = counts.most_common(1)[0][0]


def name_of(word: str, actors: Actors) -> str | None:
    """Return the state that one word means by name or demonym."""
    tokens = tokenize(word)
    return actors.gazetteer.demonym(tokens, 0)[0] if tokens and word[0].isupper() else None
