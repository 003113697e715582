"""States that are shown by what speakers say of them: whose support they voice, whom they thank, with whom they join their own."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.homes import coupled
from verbale.parse.persons import Person
from verbale.parse.tokens import Token, places


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
    bodies = actors.language.organisations
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
    if speaker is person and (sent := greets_for(s, actors)):
        found.add(sent)
    for k, token in enumerate(tokens[:-2]):
        if speaker is person and token.capital:
            state, end = actors.gazetteer.demonym(tokens, k)
            near = tokens[end : end + 3] if state else []
            noun = next((t for t in near if t.low in actors.language.position_nouns or not t.text.islower()), None)
            if state and noun and noun.low in actors.language.position_nouns:
                found.add(state)
            if state and restates_own(s, near, actors.language):
                found.add(state)
            if state and end + 1 < len(tokens) and said_of_own(tokens, k, end, actors.language):
                found.add(state)
        elif speaker is not person and speaker.state and token.low == "people" and s.sentence.lows[k + 1] == "of":
            courteous = not actors.language.condoling.isdisjoint(s.sentence.lows[:k])
            named = actors.gazetteer.after_of(tokens, k + 1) if courteous else None
            if named and named[0] != speaker.state:
                found.add(named[0])
        elif speaker is not person and speaker.state and token.low in actors.language.words.thanking:
            step = k + 2 if tokens[k + 1].low in {"the", "to"} else k + 1
            if (named := actors.gazetteer.name(tokens, step)) and named[1] < len(tokens):
                found.add(named[0])
    return found


def restates_own(s: Statement, near: list[Token], language: Language) -> bool:
    """Say whether the words behind a state are what its head puts forward as its own ("recalled Kestria's [long-standing] demand for")."""
    clause = s.attribution.clause
    if clause is None or clause.predicate.lemma not in language.restating:
        return False
    noun = next((t.low for t in near if t.low not in {"'s", "’s"} and not ADJECTIVE.search(t.low)), "")
    return noun in language.own_stances


ADJECTIVE: Final = re.compile(r"(?:ing|al|ed|pled)$")
"""Endings of words that may stand before what somebody puts forward."""


SENDER_REACH: Final = 9
"""Words behind greetings among which the state of who sends them is named."""


def greets_for(s: Statement, actors: Actors) -> str | None:
    """Return the state whose head's greetings a speaker conveys: it is his own ("conveyed the greetings of the President of Kestria")."""
    words, tokens = s.sentence.lows, s.sentence.tokens
    if actors.language.conveying.isdisjoint(words):
        return None
    k = next(iter(places(words, actors.language.greetings)), None)
    if k is None or words[k + 1 : k + 2] not in (["of"], ["from"]):
        return None
    for n in range(k + 2, min(k + SENDER_REACH, len(tokens))):
        if words[n] in {"to", ","}:
            return None
        if words[n] == "of" and (named := actors.gazetteer.after_of(tokens, n)):
            return named[0]
    return None


def invited_home(s: Statement, person: Person, actors: Actors) -> set[str]:
    """Return the state to which a person invites or welcomes the other, or to which the other accepts to come, as the person's own.

    "Talvik invited him to visit Kestria", "Talvik welcomed President Ferrel to Kestria", "Ferrel accepted the invitation to visit Kestria".
    """
    clause = s.attribution.clause
    acting = clause.subject.persons if clause and s.attribution.basis == "narration" else ()
    speaker = s.attribution.voice.person or (acting[0] if len(acting) == 1 else None)
    tokens, words = s.sentence.tokens, s.sentence.lows
    if speaker is person:
        openings = actors.language.inviting
    elif speaker and speaker.state:
        openings = actors.language.accepting
    else:
        return set()
    k = next(iter(places(words, openings)), None)
    if (
        k is None
        or k + 2 >= len(tokens)
        or (words[k] in actors.language.words.welcoming and not whom(tokens, k + 1, actors.language))
    ):
        return set()
    for n in range(k + 1, len(tokens) - 1):
        if words[n] not in {"visit", "to"} or (speaker is not person and words[n] != "visit"):
            continue
        step = n + 2 if words[n + 1] == "the" and n + 2 < len(tokens) else n + 1
        if found := actors.gazetteer.name(tokens, step) or actors.gazetteer.metonym(tokens, step):
            return {found[0]} - {speaker.state if speaker is not person else None}
    return set()


def whom(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether a person and no thing seems to stand at token `k` ("him", "the President", "Jonas Ferrel")."""
    return (
        tokens[k].low in language.words.object_pronouns
        or tokens[k + 1 if tokens[k].low in language.words.before_known_person else k].capital
    )


def praised(s: Statement, person: Person, actors: Actors) -> set[str]:
    """Return the state whose doings another praises ("Ferrel commended Kestria's efforts"): a hint that it is the person's."""
    speaker = s.attribution.voice.person
    if speaker is None or speaker is person or not speaker.state:
        return set()
    tokens = s.sentence.tokens
    return {
        found[0]
        for k in places(s.sentence.lows, actors.language.praising)
        if k + 2 < len(tokens)
        and (found := actors.gazetteer.name(tokens, k + 2 if tokens[k + 1].low == "the" else k + 1))
        and found[0] != speaker.state
    }


def said_of_own(tokens: list[Token], k: int, end: int, language: Language) -> bool:
    """Say whether a state at tokens `k` to `end` is told by its speaker to stand ready, be willing or go on ("that Kestria will continue to …")."""
    before = tokens[k - 2].low if k > 1 and tokens[k - 1].low == "the" else tokens[k - 1].low if k else ""
    verb = tokens[end].low
    goes_on = verb in {"will", "would"} and tokens[end + 1].low in language.words.own_acts
    willing = verb in {"is", "was"} and tokens[end + 1].low in language.stance_adjectives
    said = any("say" in f.classes and f.tense == "past" for f in language.verbs.get(before, ()))
    return (before == "that" or said) and (verb in language.words.own_stance or goes_on or willing)
