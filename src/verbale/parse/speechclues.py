"""States that are shown by what speakers say of them: whose support they voice, whom they thank, with whom they join their own."""

from __future__ import annotations

from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.homes import coupled
from verbale.parse.persons import Person
from verbale.parse.tokens import Token

OWN_STANCE: Final = frozenset({"stands", "stood", "remains", "remained", "attaches", "attached", "values", "valued"})
"""Verbs by which a speaker tells of his own state ("said that Kestria stands ready")."""


OWN_ACTS: Final = frozenset(
    "continue always also never further support provide remain work play do keep stand contribute offer send help host join donate maintain extend spend invest open deliver double increase".split()
)
"""Words behind "will" by which a speaker tells what his own state is going to do ("that Kestria would always act")."""


THANKING: Final = frozenset({"thanked", "grateful", "gratitude"})
"""Words behind which somebody names the state that he thanks."""


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
