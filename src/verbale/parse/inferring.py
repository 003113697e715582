"""The states of principals whose titles tell none, inferred from what a document says of the meeting; where it says nothing they stay open."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.furniture import Layout
from verbale.parse.homes import SERVANTS, coupled, name_of, own_body, served
from verbale.parse.names import followed_by_name
from verbale.parse.persons import Person, canonical
from verbale.parse.titles import TitleMatch, match_title
from verbale.parse.tokens import Token, tokenize

RECEIVING: Final = re.compile(
    r"\b(?:held a summit|host(?:ed|s)|welcom(?:ed|es)|receiv(?:ed|es)|state visit|official visit|working visit)\b",
    re.IGNORECASE,
)
ELSEWHERE: Final = re.compile(
    r"\b(?:margins?|sidelines?|fringes?|the (?:[\w’'-]+ ){0,4}?summit|forum|conference|assembly|ahead)\b", re.IGNORECASE
)
"""Words of a lead by which they met in somebody else's country."""


MAX_COUPLE: Final = 16
"""Words behind "between" within which both states stand."""


OWN_STANCE: Final = frozenset({"stands", "stood", "remains", "remained", "attaches", "attached", "values", "valued"})
"""Verbs by which a speaker tells of his own state ("said that Kestria stands ready")."""


OF_BODIES: Final = ("secretary-general", "secretary general", "director-general", "director general", "special envoy")


OWN_ACTS: Final = frozenset(
    "continue always also never further support provide remain work play do keep stand contribute offer send help host join donate maintain extend spend invest open deliver double increase".split()
)
"""Words behind "will" by which a speaker tells what his own state is going to do ("that Kestria would always act")."""


THANKING: Final = frozenset({"thanked", "grateful", "gratitude"})
"""Words behind which somebody names the state that he thanks."""


def infer_states(text: str, actors: Actors, chosen: list[Person], statements: list[Statement], layout: Layout) -> None:
    """Give principals whose state no title tells the one that the document points to, else the one that has such an office."""
    point_to_states(text, actors, chosen, statements, layout)
    for person in actors.persons:
        person.state = person.state or served(person, actors)


def point_to_states(
    text: str, actors: Actors, chosen: list[Person], statements: list[Statement], layout: Layout
) -> None:
    """Give a principal whose state no title tells the one that the document points to: its letterhead, or the pair "X-Y"."""
    taken = {p.state for p in chosen if p.state}
    lacking = [p for p in chosen if not p.state and p.rank < 3]
    ruling = [p for p in lacking if not serves_body(p)]
    by_headline(lacking, text, layout, actors)
    lacking = [p for p in lacking if not p.state]
    taken |= {p.state for p in chosen if p.state}
    if lacking and (where := destination(text, layout, actors)):
        visitors = [p for p in chosen if p.state and p.state != where]
        for person in ruling if visitors else ():
            person.state = where
        return
    if lacking and statements and (where := visited(statements[0].sentence.tokens, actors)) and where not in taken:
        receiving = [p for p in ruling if not p.visiting]
        one = len(lacking) == 1 or (len(lacking) == 2 and len(receiving) == 1)
        for person in ruling if taken else (receiving or ruling)[:1] if one else ():
            person.state = where
        return
    if len(lacking) == 1 and ruling and taken and statements:
        lacking[0].state = host_state(statements[0], taken, actors)
        lacking = [p for p in lacking if not p.state]
    if len(lacking) > 1 and not taken:
        in_turn(lacking, statements, text, layout, actors)
        lacking = [p for p in lacking if not p.state]
    if len(lacking) == 2:
        by_own_support(lacking, statements, taken, actors)
    if len(lacking) != 1:
        return
    if any("secretary-general" in title.lower() for title in lacking[0].titles):
        if actors.gazetteer.met["United Nations"]:
            lacking[0].state = "United Nations"
        return
    bodies = {s.name for s in actors.language.states if s.organisation}
    if lacking[0].title_words & SERVANTS and len(served_too := taken & bodies) == 1:
        lacking[0].state = served_too.pop()
        return
    if len(titled := titled_states(text, layout, actors) - taken) == 1:
        lacking[0].state = titled.pop()
        return
    lacking[0].state = most_pointed_to(text, actors, lacking[0], taken, statements, layout)


def most_pointed_to(
    text: str, actors: Actors, person: Person, taken: set[str], statements: list[Statement], layout: Layout
) -> str | None:
    """Return the state, none of those `taken`, to which the lines around the text, pairs "X-Y" and what the person says point most."""
    bodies = {s.name for s in actors.language.states if s.organisation}
    counts: Counter[str] = Counter()
    for piece in layout.furniture:
        if piece.kind in {"release-line", "source-line", "breadcrumb", "dateline", "subtitle"}:
            tokens = tokenize(text, piece.span.start, piece.span.end)
            for k in range(len(tokens)):
                for found in (
                    actors.gazetteer.name(tokens, k),
                    actors.gazetteer.metonym(tokens, k) if piece.kind in {"release-line", "source-line"} else None,
                ):
                    if found and found[0] not in taken and not own_body(found[0], actors):
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
                and s.attribution.voice.person is person
                and (found := actors.gazetteer.name(s.sentence.tokens, 0))
                and found[0] not in taken | bodies
            ):
                counts[found[0]] += 2
        counts.update(dict.fromkeys((spoken_for(s, person, actors) | paired(s, taken)) - taken - bodies, 2))
        if s.attribution.voice.person is person:
            counts.update(dict.fromkeys(joined_with(s, taken, actors) - bodies, 2))
    best, count = next(iter(counts.most_common(1)), (None, 0))
    return best if count > 1 else None


def serves_body(person: Person) -> bool:
    """Say whether a title is that of an organisation's head or envoy, whose state no visit and no host tells."""
    return any(office in title.lower() for title in person.titles for office in OF_BODIES)


def by_headline(lacking: list[Person], text: str, layout: Layout, actors: Actors) -> None:
    """Give persons the states that a headline puts before their titles without a name ("Bracia president hosts …")."""
    if not lacking or not layout.title:
        return
    tokens = tokenize(text, *layout.title)
    for k, token in enumerate(tokens[:-1]):
        state, end = actors.gazetteer.demonym(tokens, k) if token.capital else (None, k)
        title = match_title(tokens, end, actors.language) if state and end < len(tokens) else None
        if title is None and (found := office_of_state(tokens, k, actors)):
            title, state = found
        if title and title.rank < 3 and not followed_by_name(tokens, title.end):
            held = [p for p in lacking if canonical(" ".join(title.words)) in {canonical(t) for t in p.titles}]
            taken = any(p.state == state and p.rank <= title.rank for p in actors.persons)
            if len(held) == 1 and held[0].state is None and not taken:
                held[0].state = state


def office_of_state(tokens: list[Token], k: int, actors: Actors) -> tuple[TitleMatch, str] | None:
    """Return the title at token `k` of a headline with the state behind it, where no name follows ("Brel meets President of Kestria")."""
    title = match_title(tokens, k, actors.language) if tokens[k].capital else None
    after = actors.gazetteer.after_of(tokens, title.end) if title else None
    return (title, after[0]) if title and after and not followed_by_name(tokens, after[1]) else None


def host_state(lead: Statement, taken: set[str], actors: Actors) -> str | None:
    """Return the state in whose capital a lead says that a guest was received ("hosted … in Pretoria"), unless they met beside something else."""
    words = lead.sentence.span.of(actors.text)
    if not RECEIVING.search(words) or ELSEWHERE.search(words):
        return None
    tokens = lead.sentence.tokens
    for k, token in enumerate(tokens[:-1]):
        if token.low in {"in", "to"} and tokens[k + 1].capital and (seat := actors.gazetteer.metonym(tokens, k + 1)):
            capital = tokens[k + 1].text in actors.language.capitals
            return seat[0] if capital and seat[0] not in taken else None
    return None


def in_turn(lacking: list[Person], statements: list[Statement], text: str, layout: Layout, actors: Actors) -> None:
    """Give persons the states that the title or a sentence names in their order."""
    if len(lacking) == 2:
        in_order(lacking, statements, actors)
    else:
        as_listed(lacking, text, layout, actors)


def as_listed(lacking: list[Person], text: str, layout: Layout, actors: Actors) -> None:
    """Give those who share a title the states that the document's title lists in their order ("Meeting of Foreign Ministers of A, B and C")."""
    tokens = title_words(text, layout)
    shared = {canonical(p.titles[0]) for p in lacking if p.titles}
    states: list[str] = []
    for k in range(len(tokens) - 1):
        if tokens[k].low not in {"of", "between", "among"} or states:
            continue
        step = k + 1
        while step < len(tokens) and (tokens[step].low in {"the", "and", ","} or actors.gazetteer.name(tokens, step)):
            found = actors.gazetteer.name(tokens, step)
            states += [found[0]] if found else []
            step = found[1] if found else step + 1
        states = states if len(states) > 1 else []
    if len(shared) == 1 and len(states) == len(set(states)) == len(lacking) > 2:
        for person, state in zip(lacking, states, strict=True):
            person.state = state


def in_order(lacking: list[Person], statements: list[Statement], actors: Actors) -> None:
    """Give two heads the states that one sentence joins in the order in which it names them ("President A and President B … between X and Y")."""
    for s in statements[:2]:
        tokens = s.sentence.tokens
        named = sorted(
            (m.start, p.key, p)
            for p in lacking
            for m in p.mentions
            if s.sentence.span.start <= m.start < s.sentence.span.end
        )
        order = list(dict.fromkeys(p.key for _, _, p in named))
        k = next((k for k, t in enumerate(tokens) if t.low == "between"), None)
        if len(order) != 2 or k is None or named[-1][0] > tokens[k].start:
            continue
        states: list[str] = []
        step = k + 1
        while step < len(tokens) and len(states) < 2 and step - k < MAX_COUPLE:
            found = actors.gazetteer.name(tokens, step)
            if found:
                states.append(found[0])
            step = found[1] if found else step + 1
        if len(set(states)) == 2:
            for key, state in zip(order, states, strict=True):
                next(p for p in lacking if p.key == key).state = state
            return


def joined_with(s: Statement, taken: set[str], actors: Actors) -> set[str]:
    """Return the one state that a speaker joins with the other's ("… Talvik said that Kestria and Orvland are close friends")."""
    tokens = s.sentence.tokens
    named = {found[0] for k in range(len(tokens)) if (found := actors.gazetteer.name(tokens, k))}
    other = named - taken
    return (
        other if len(named) == 2 and len(other) == 1 and coupled(next(iter(other)), taken, actors, [tokens]) else set()
    )


def paired(s: Statement, taken: set[str]) -> set[str]:
    """Return the state that speaks together with one of those who met ("Kestria and Orvland agreed …")."""
    sides = set(s.attribution.clause.subject.parties) if s.attribution.clause else set()
    return sides - taken if len(sides) == 2 and len(sides & taken) == 1 else set()


def by_own_support(lacking: list[Person], statements: list[Statement], taken: set[str], actors: Actors) -> None:
    """Give each of two without a state the one whose support or commitment he alone voices."""
    bodies = {s.name for s in actors.language.states if s.organisation}
    clues = {p.key: set[str]() for p in lacking}
    for s in statements:
        person = s.attribution.voice.person
        if person and person.key in clues:
            clues[person.key] |= spoken_for(s, person, actors) - taken - bodies
    for person in lacking:
        others = set[str]().union(*(found for key, found in clues.items() if key != person.key))
        if len(own := clues[person.key] - others) == 1:
            person.state = own.pop()


def spoken_for(s: Statement, person: Person, actors: Actors) -> set[str]:
    """Return the states that a statement shows to be a person's: whose support or commitment he voices, or whom another thanks.

    "Talvik reaffirmed Kestria's support …", "Ferrel thanked Kestria for …".
    """
    speaker = s.attribution.voice.person
    if speaker is None:
        return set()
    found: set[str] = set()
    tokens = s.sentence.tokens
    for k, token in enumerate(tokens[:-2]):
        if speaker is person and token.capital:
            state, end = actors.gazetteer.demonym(tokens, k)
            near = tokens[end : end + 3] if state else []
            noun = next((t for t in near if t.low in actors.language.position_nouns or not t.text.islower()), None)
            if state and noun and noun.low in actors.language.position_nouns:
                found.add(state)
            if state and end + 1 < len(tokens) and said_of_own(tokens, k, end):
                found.add(state)
        elif speaker is not person and speaker.state and token.low in THANKING:
            step = k + 2 if tokens[k + 1].low in {"the", "to"} else k + 1
            if (named := actors.gazetteer.name(tokens, step)) and named[1] < len(tokens):
                found.add(named[0])
    return found


def said_of_own(tokens: list[Token], k: int, end: int) -> bool:
    """Say whether a state at tokens `k` to `end` is told by its speaker to stand ready or to go on ("that Kestria will continue to …")."""
    before = tokens[k - 2].low if k > 1 and tokens[k - 1].low == "the" else tokens[k - 1].low if k else ""
    verb = tokens[end].low
    goes_on = verb in {"will", "would"} and tokens[end + 1].low in OWN_ACTS
    return before == "that" and (verb in OWN_STANCE or goes_on)


def titled_states(text: str, layout: Layout, actors: Actors) -> set[str]:
    """Return the states that a document's title names, where there are two of them or more."""
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
    return found if len(found) > 1 else set()


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
