"""The states of principals whose titles tell none, inferred from what a document says of the meeting; where it says nothing they stay open."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.counterpartlists import by_peoples
from verbale.parse.furniture import Layout
from verbale.parse.homes import from_own_ministers, name_of, own_body, served
from verbale.parse.persons import Person
from verbale.parse.places import above_dates
from verbale.parse.remaining import by_what_is_left
from verbale.parse.rounds import round_told, state_of_round
from verbale.parse.secretariats import LINES, secretaries_general
from verbale.parse.speechclues import by_own_support, invited_home, joined_with, paired, praised, spoken_for
from verbale.parse.titleclues import (
    as_listed,
    by_headline,
    destination,
    heads_group,
    host_labelled,
    share_among_leaders,
    titled_states,
)
from verbale.parse.tokens import Token, titled, tokenize
from verbale.parse.visits import by_invitation, hosts_of_traveller, serves_body, visited

ELSEWHERE: Final = re.compile(
    r"\b(?:margins?|sidelines?|fringes?|the (?:[\w’'-]+ ){0,4}?summit|forum|conference|assembly|ahead)\b", re.IGNORECASE
)
"""Words of a lead by which they met in somebody else's country."""


MAX_COUPLE: Final = 16
"""Words behind "between" within which both states stand."""


def infer_states(text: str, actors: Actors, chosen: list[Person], statements: list[Statement], layout: Layout) -> None:
    """Give principals whose state no title tells the one that the document points to, else the one that has such an office."""
    point_to_states(text, actors, chosen, statements, layout)
    for person in actors.persons:
        person.state = person.state or served(person, actors)
    by_what_is_left(text, actors, chosen, statements, layout)


def point_to_states(
    text: str, actors: Actors, chosen: list[Person], statements: list[Statement], layout: Layout
) -> None:
    """Give a principal whose state no title tells the one that the document points to: its letterhead, or the pair "X-Y"."""
    taken = {p.state for p in chosen if p.state}
    secretaries_general(text, actors, chosen, layout)
    from_own_ministers(actors)
    share_among_leaders(chosen, actors)
    lacking = [p for p in chosen if not p.state and p.rank < 3 and not heads_group(p, actors)]
    ruling = [p for p in lacking if not serves_body(p, actors.language)]
    by_headline(lacking, text, layout, actors)
    by_invitation(lacking, statements, actors)
    if len(lacking) > 1 and statements:
        by_peoples(lacking, statements[0].sentence.tokens, actors)
    if len(lacking) > 1 and statements:
        host_labelled(lacking, statements[0], text, layout, actors)
    if len(lacking) == 1 and statements:
        state_of_round(lacking, chosen, statements[0], actors)
    hosts_of_traveller(lacking, chosen, statements, actors)
    lacking, ruling = ([p for p in group if not p.state] for group in (lacking, ruling))
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
        hosts = (host_state(s, taken, actors) for s in statements[:2])
        lacking[0].state = next((state for state in hosts if state), None)
        lacking = [p for p in lacking if not p.state]
    if len(lacking) > 1 and not taken:
        in_turn(lacking, statements, text, layout, actors)
        lacking = [p for p in lacking if not p.state]
    if len(lacking) == 2:
        by_own_support(lacking, statements, taken, actors)
    if len(lacking) != 1:
        return
    if any("secretary-general" in title.lower() for title in lacking[0].titles):
        return
    bodies = actors.language.organisations
    if lacking[0].title_words & actors.language.words.servants and len(served_too := taken & bodies) == 1:
        lacking[0].state = served_too.pop()
        return
    if len(titled := titled_states(text, layout, actors) - taken) == 1:
        lacking[0].state = titled.pop()
        return
    told = most_pointed_to(text, actors, lacking[0], taken, statements, layout)
    lacking[0].state = told or (written_in(text, actors, taken, statements, layout) if ruling else None)


def most_pointed_to(
    text: str, actors: Actors, person: Person, taken: set[str], statements: list[Statement], layout: Layout
) -> str | None:
    """Return the state, none of those `taken`, to which the lines around the text, pairs "X-Y" and what the person says point most."""
    bodies = actors.language.organisations - {"European Union"}
    counts: Counter[str] = Counter()
    abroad = statements and round_told(statements[0], actors)
    leading = person.title_words.isdisjoint(actors.language.words.servants)
    for piece in layout.furniture:
        if piece.kind == "dateline" and abroad:
            continue
        if piece.kind in {"release-line", "source-line", "breadcrumb", "dateline", "subtitle"}:
            tokens = tokenize(text, piece.span.start, piece.span.end)
            for k in range(len(tokens)):
                for found in (
                    actors.gazetteer.name(tokens, k),
                    actors.gazetteer.metonym(tokens, k) if piece.kind in {"release-line", "source-line"} else None,
                ):
                    if found and found[0] not in taken and not own_body(found[0], actors):
                        if leading and found[0] in bodies:
                            continue
                        counts[found[0]] += 3
    counts.update(dict.fromkeys(own_envoys(text, layout, actors) - taken - bodies, 3))
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
                    n
                    for n, other in zip(named, named[::-1], strict=True)
                    if n and other in taken and n not in taken | bodies
                )
            if (
                (k == 0 or (k == 1 and s.sentence.tokens[0].text in {"“", '"'}))
                and s.attribution.voice.person is person
                and (found := actors.gazetteer.name(s.sentence.tokens, k))
                and found[0] not in taken | bodies
            ):
                counts[found[0]] += 2
        told = spoken_for(s, person, actors) | paired(s, taken) | invited_home(s, person, actors)
        counts.update(dict.fromkeys(told - taken - bodies, 2))
        counts.update(praised(s, person, actors) - taken - bodies - told)
        if s.attribution.voice.person is person:
            counts.update(dict.fromkeys(joined_with(s, taken, actors) - bodies, 2))
    best, count = next(iter(counts.most_common(1)), (None, 0))
    return best if count > 1 else only_one_named(taken, actors, statements) if leading else None


def only_one_named(taken: set[str], actors: Actors, statements: list[Statement]) -> str | None:
    """Return the one state that a document names at all, where the other side is an organisation: a house speaks of its own ("the Secretary-General … Kestria, a member since 1990").

    Not a state that is told of as a place or a matter alone ("in Xia").
    """
    bodies = actors.language.organisations
    served_too = {p.state for p in actors.persons if p.state in taken and serves_body(p, actors.language)}
    if not taken or not all(state in bodies | served_too or own_body(state, actors) for state in taken):
        return None
    named = [state for state in actors.gazetteer.met if state not in taken | bodies and not own_body(state, actors)]
    if len(named) != 1:
        return None
    prepositions = actors.language.complement_prepositions
    for tokens in (s.sentence.tokens for s in statements):
        for k, token in enumerate(tokens):
            if token.capital and (found := actors.gazetteer.name(tokens, k)) and found[0] == named[0]:
                before = tokens[k - 2].low if k > 1 and tokens[k - 1].low == "the" else tokens[k - 1].low if k else ""
                if before not in prepositions:
                    return named[0]
    return None


def own_envoys(text: str, layout: Layout, actors: Actors) -> set[str]:
    """Return the states whose ambassadors a line around the text names among who came along ("…, and Ambassador of the Republic of Xia to Orvland Ana Brel")."""
    found: set[str] = set()
    for piece in layout.furniture:
        if piece.kind == "notice" and "Ambassador of" in piece.span.of(text):
            tokens = tokenize(text, *piece.span)
            named = (actors.gazetteer.after_of(tokens, k + 1) for k, t in enumerate(tokens) if t.low == "ambassador")
            found |= {state[0] for state in named if state}
    return found


def host_state(lead: Statement, taken: set[str], actors: Actors) -> str | None:
    """Return the state in whose capital a lead says that a guest was received ("hosted … in Pretoria"), unless they met beside something else."""
    words = lead.sentence.span.of(actors.text)
    receives = bool(actors.language.words.receiving_phrases.search(words) or round_told(lead, actors))
    if ELSEWHERE.search(words) or not (receives or actors.language.words.met_phrases.search(words)):
        return None
    tokens = lead.sentence.tokens
    for k, token in enumerate(tokens[:-1]):
        if (
            (token.low in actors.language.words.at_places or (token.text == "," and in_house(tokens, k, actors)))
            and tokens[k + 1].capital
            and (seat := actors.gazetteer.metonym(tokens, k + 1))
        ):
            capital = tokens[k + 1].text in actors.language.capitals
            capital = capital and (receives or tokens[k + 1].text not in actors.language.shared_capitals)
            return seat[0] if capital and seat[0] not in taken else None
    return None


def in_house(tokens: list[Token], k: int, actors: Actors) -> bool:
    """Say whether the name of a house ends before token `k` ("at State House, Norr")."""
    return k > 0 and tokens[k - 1].capital and tokens[k - 1].low in actors.language.hall_words


def written_in(text: str, actors: Actors, taken: set[str], statements: list[Statement], layout: Layout) -> str | None:
    """Return the state in whose capital, or by whose agency, a document was written: it is that of the head whose state nobody needs to tell there.

    Not where those who met came to an assembly or an organisation, for then both were guests.
    """
    lead = statements[0].sentence.span.of(text) if statements else ""
    called = actors.language.words.calling.search(lead) is not None
    bodies = {s.name for s in actors.language.states if s.organisation}
    if not called and ELSEWHERE.search(lead):
        return None
    shared = actors.language.shared_capitals if taken & bodies and not called else frozenset[str]()
    seats: list[str] = []
    agencies: list[str] = []
    for piece in [*(p for p in layout.furniture if p.kind in LINES), *above_dates(text, layout, actors.language)]:
        tokens = tokenize(text, *piece.span)
        for k, token in enumerate(tokens):
            if not token.capital:
                continue
            if token.text in actors.language.agencies:
                agencies.append(actors.language.agencies[token.text])
            elif (seat := actors.gazetteer.metonym(tokens, k)) and seat[0] not in bodies:
                if titled(" ".join(t.text for t in tokens[k : seat[1]])) in shared:
                    return None
                seats.append(seat[0])
    found = dict.fromkeys(seats or agencies)
    state = next(iter(found), None)
    return state if len(found) == 1 and state not in taken else None


def in_turn(lacking: list[Person], statements: list[Statement], text: str, layout: Layout, actors: Actors) -> None:
    """Give persons the states that the title or a sentence names in their order."""
    if len(lacking) == 2:
        in_order(lacking, statements, actors)
    else:
        as_listed(lacking, text, layout, actors)


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
