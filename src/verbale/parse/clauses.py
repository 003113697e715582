"""Subject and verb of a sentence, and cues after or inside it; whose statement it is, `speakers` decides.

A clause is a noun phrase that stands for somebody with the verb that it governs. Only what the language file lists as
words is known here; a verb that no list has is told by its ending.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.jointphrases import unknown_pair
from verbale.parse.messages import message
from verbale.parse.people import read_mention
from verbale.parse.persons import Reference
from verbale.parse.predicates import Predicate, predicate
from verbale.parse.references import opens_reference, reference
from verbale.parse.tokens import Token

CLOSING: Final = frozenset({"”", '"', "’", "»", "'"})


APPOSED: Final = 16
"""Words of what somebody is, before the name between commas."""


SPEAKERS: Final = frozenset({"person", "role", "pronoun", "joint", "party", "body"})


class Clause(NamedTuple):
    """A subject with its predicate; `place` is front, inside or after, `start` and `end` the cue in code points."""

    subject: Reference
    predicate: Predicate
    place: str
    start: int
    end: int


def clause_at(tokens: list[Token], i: int, actors: Actors, place: str = "front") -> Clause | None:
    """Return the clause whose subject begins at token `i`."""
    if not opens_reference(tokens[i], actors.language) and (
        not actors.speaking_for or tokens[i].start not in actors.speaking_for
    ):
        return None
    subject = reference(tokens, i, actors)
    if subject is None and place == "front" and tokens[i].capital and (pair := unknown_pair(tokens, i, actors)):
        verb = predicate(tokens, pair.last, actors.language)
        return (
            Clause(pair, verb, place, tokens[i].start, tokens[verb.last - 1].end)
            if verb and verb.lemma in actors.language.words.agreeing and not verb.passive
            else None
        )
    if not subject or subject.last >= len(tokens):
        return None
    apposed = subject.kind == "person" and (
        (subject.last - subject.first > 2 and any(t.text == "," for t in tokens[subject.first : subject.last]))
        or (tokens[subject.last].text == "," and stray_comma(tokens, subject, actors.language))
    )
    found = predicate(tokens, subject.last, actors.language, apposed=apposed)
    if not found and subject.kind == "person" and subject.how == "name" and tokens[subject.last].text == ",":
        found = behind_open_office(tokens, subject.last + 1, actors)
    if not found or (
        subject.kind == "party"
        and not found.classes
        and found.tense == "present"
        and not found.modal
        and "." in tokens[i].text
    ):
        return None
    return Clause(subject, found, place, tokens[i].start, tokens[found.last - 1].end)


def stray_comma(tokens: list[Token], subject: Reference, language: Language) -> bool:
    """Say whether a comma stands between a name and its verb where none belongs ("Secretary General Ana Brel, will meet …")."""
    k = subject.last
    return (
        subject.how == "name"
        and k + 1 < len(tokens)
        and (tokens[k + 1].low in language.auxiliaries or tokens[k + 1].low in language.modals)
    )


def behind_open_office(tokens: list[Token], i: int, actors: Actors) -> Predicate | None:
    """Return the predicate behind an office with its state that no comma closes ("Ana Brel, Minister of Trade of Xia said …")."""
    office = read_mention(tokens, i, actors.language, actors.gazetteer, nameless=True) if i < len(tokens) else None
    if (
        not office
        or office.name
        or not office.state
        or office.last >= len(tokens)
        or not tokens[office.last].text.islower()
    ):
        return None
    return predicate(tokens, office.last, actors.language)


def front_clause(tokens: list[Token], actors: Actors) -> Clause | None:
    """Return the main clause at the front of a sentence, after what may stand before its subject."""
    alone = tokens and (
        tokens[0].low == "it" or (tokens[0].low == "to" and tokens[min(1, len(tokens) - 1)].low == "quote")
    )
    impersonal = message_clause(tokens, actors) if alone else None
    return (
        impersonal or opening_clause(tokens, actors) or apposed_clause(tokens, actors) or message_clause(tokens, actors)
    )


def message_clause(tokens: list[Token], actors: Actors) -> Clause | None:
    """Return the clause of somebody's message that opens a sentence ("Brel's [main] view was that the strait is open")."""
    found = message(tokens, actors)
    if not found:
        return None
    subject, verb, last = found
    return Clause(subject, verb, "front", tokens[0].start, tokens[last - 1].end)


def apposed_clause(tokens: list[Token], actors: Actors) -> Clause | None:
    """Return the clause of a name between commas behind what its bearer is ("The opposition's leader, Ana Brel, said that …")."""
    if len(tokens) < 5 or not tokens[0].capital:
        return None
    for k in range(2, min(len(tokens) - 4, APPOSED)):
        if tokens[k].text != ",":
            continue
        subject = reference(tokens, k + 1, actors) if tokens[k + 1].capital else None
        if not subject or subject.kind != "person" or subject.how != "name" or subject.last + 1 >= len(tokens):
            return None
        if tokens[subject.last].text != ",":
            return None
        verb = predicate(tokens, subject.last + 1, actors.language)
        said = (
            verb
            and "say" in verb.classes
            and "narrate" not in verb.classes
            and verb.tense == "past"
            and not (verb.passive or verb.modal)
        )
        return Clause(subject, verb, "front", tokens[k + 1].start, tokens[verb.last - 1].end) if verb and said else None
    return None


def opening_clause(tokens: list[Token], actors: Actors) -> Clause | None:
    """Return the clause whose subject opens a sentence or follows what may stand before it."""
    language = actors.language
    words = language.words
    if not tokens:
        return None
    start = 0
    while start < len(tokens) and tokens[start].text in {"“", '"', "‘", "(", "[", "…", "«", "—", "–", "-"}:
        start += 1
    if start >= len(tokens):
        return None
    found = clause_at(tokens, start, actors)
    if found:
        return found
    head = tokens[start].low
    opening = head in language.openers or head.endswith(("ing", "ly", "ed"))
    if not opening:
        colon = next((k for k in range(start, min(len(tokens) - 2, start + 14)) if tokens[k].text == ":"), None)
        inner = clause_at(tokens, colon + 1, actors) if colon is not None else None
        return (
            inner
            if inner
            and inner.subject.kind in {"joint", "person"}
            and inner.predicate.classes & {"joint", "say", "act"}
            and (inner.predicate.tense == "past" or inner.subject.kind == "joint")
            else None
        )
    if head in words.conceding and start + 1 < len(tokens):
        inner = clause_at(tokens, start + 1, actors)
        if (
            inner
            and inner.predicate.reports
            and inner.predicate.tense == "past"
            and inner.subject.kind in {"person", "role", "pronoun"}
            and (head != "as" or "say" in inner.predicate.classes)
        ):
            return inner
    for k in range(start + 1, len(tokens) - 1):
        if tokens[k].text == ",":
            step = k + 1
            if tokens[step].text in CLOSING and step + 1 < len(tokens):
                step += 1
            if tokens[step].low in {"and", "but"} and step + 1 < len(tokens):
                step += 1
            found = clause_at(tokens, step, actors)
            if found and (found.subject.kind != "party" or found.predicate.tense != "unknown"):
                return found
    for k in range(start + 1, min(len(tokens), start + 16)):
        if tokens[k].text == ",":
            break
        if (
            (tokens[k - 1].low in language.not_before_subject and not (k - 1 == start and head == "and"))
            or tokens[k - 1].low in words.inside_phrase
            or tokens[k - 1].text in {"-", "–"}
        ):
            continue
        found = clause_at(tokens, k, actors)
        if found and found.predicate.classes:
            return found
    return None
