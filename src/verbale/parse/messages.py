"""Somebody's message as what a sentence is about: "Her view was that …", "From Brel came a warning"; whose it is, `references` knows."""

from __future__ import annotations

from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.persons import Reference
from verbale.parse.predicates import Predicate, skip_comma
from verbale.parse.references import reference
from verbale.parse.tokens import Token

MIN_MESSAGE: Final = 6
"""Words of the shortest sentence that tells one ("His hope was to win.")."""


MAX_OWNER: Final = 9
"""Words of whose message it is."""


MAX_MATTER: Final = 14
"""Words of what a message is about, before its verb ("Brel's verdict on the first year of the union: …")."""


APOSTROPHES: Final = frozenset({"'s", "’s", "'", "’"})
BEARERS: Final = frozenset({"person", "role", "pronoun", "party", "joint"})


def message(tokens: list[Token], actors: Actors) -> tuple[Reference, Predicate, int] | None:
    """Return whose message a sentence opens with, as a subject with the verb that tells it, and the token after both.

    The forms are "Brel's [main] view was", "Her view was", "The view of Brel was", "It was Brel's view that", "From Brel came",
    "There was praise from Brel for", "A warning came from Brel", "To quote Brel,", "To Brel's mind,", "What worried Brel was".
    """
    if len(tokens) < MIN_MESSAGE:
        return None
    words = actors.language.words
    first, second = tokens[0].low, tokens[1].low
    if first == "it" and second in words.be:
        return _it_was(tokens, actors)
    if first in words.owners:
        noun = 1 + (second not in words.messages)
        return (
            _told(tokens, _pronoun(tokens, 0, actors), noun + 1, actors) if tokens[noun].low in words.messages else None
        )
    match first:
        case "the":
            return _the(tokens, actors)
        case "there":
            return _there(tokens, actors)
        case "from":
            return _from(tokens, actors)
        case "to":
            return _to(tokens, actors)
        case "what":
            return _what(tokens, actors)
        case _:
            return _a(tokens, actors) if first in words.articles else _owned(tokens, 0, actors)


def _pronoun(tokens: list[Token], k: int, actors: Actors) -> Reference:
    word = actors.language.words.owners[tokens[k].low]
    return Reference("joint" if word == "they" else "pronoun", k, k + 1, how="pronoun", word=word)


def _verb(first: int, last: int) -> Predicate:
    return Predicate("say", frozenset({"say"}), "past", first, last)


def _owner(tokens: list[Token], k: int, actors: Actors) -> tuple[Reference, int] | None:
    """Return the owner at token `k` with the token after his apostrophe ("Brel's", "the Kestrian side's")."""
    mark = next((n for n in range(k + 1, min(len(tokens) - 2, k + MAX_OWNER)) if tokens[n].low in APOSTROPHES), None)
    if mark is None:
        return None
    subject = reference(tokens[:mark], k, actors)
    return (subject, mark + 1) if subject and subject.last == mark and subject.kind in BEARERS else None


def _message_at(tokens: list[Token], k: int, actors: Actors) -> int | None:
    """Return the token after the message's noun that stands at token `k`, or behind one word there ("view", "main view")."""
    messages = actors.language.words.messages
    return next((n + 1 for n in (k, k + 1) if n < len(tokens) - 1 and tokens[n].low in messages), None)


def _owned(tokens: list[Token], k: int, actors: Actors) -> tuple[Reference, Predicate, int] | None:
    """Return the message of an owner with an apostrophe at token `k`."""
    ends = range(k + 1, min(len(tokens) - 3, k + MAX_OWNER))
    mark = next((n for n in ends if tokens[n].low in APOSTROPHES), None)
    after = _message_at(tokens, mark + 1, actors) if mark else None
    owner = _owner(tokens, k, actors) if after else None
    return _told(tokens, owner[0], after, actors) if owner and after else None


def _it_was(tokens: list[Token], actors: Actors) -> tuple[Reference, Predicate, int] | None:
    """Return the message of "It was Brel's view that", "It is her belief that", "It was the view of Brel that"."""
    subject: Reference | None
    if tokens[2].low in actors.language.words.owners:
        subject, after = _pronoun(tokens, 2, actors), _message_at(tokens, 3, actors)
    elif tokens[2].low == "the" and (of := _message_at(tokens, 3, actors)) and tokens[of].low == "of":
        subject = reference(tokens, of + 1, actors)
        after = subject.last if subject else None
    else:
        owner = _owner(tokens, 2, actors)
        subject, after = (owner[0], _message_at(tokens, owner[1], actors)) if owner else (None, None)
    that = subject and after and after < len(tokens) and tokens[after].low == "that" and subject.kind in BEARERS
    return (subject, _verb(1, after + 1), after + 1) if subject and after and that else None


def _the(tokens: list[Token], actors: Actors) -> tuple[Reference, Predicate, int] | None:
    """Return the message of "The [first] view of Brel was", "The conclusion drawn by Brel was", or of an owner ("The President's view was")."""
    after = _message_at(tokens, 1, actors)
    if after is None:
        return _owned(tokens, 0, actors)
    whose = actors.language.words.from_whom
    by = next((n for n in range(after, min(after + 3, len(tokens) - 3)) if tokens[n].low in whose), None)
    if by is None or (by > after and tokens[by].low == "of"):
        return None
    subject = reference(tokens, by + 1, actors)
    return _told(tokens, subject, subject.last, actors) if subject else None


def _a(tokens: list[Token], actors: Actors) -> tuple[Reference, Predicate, int] | None:
    """Return the message of "A warning came from Brel", "A word of caution came from Brel"."""
    after = _message_at(tokens, 1, actors)
    ends = range(after, min(after + 3, len(tokens) - 2)) if after else ()
    came = next((n for n in ends if tokens[n].low == "came" and tokens[n + 1].low == "from"), None)
    return _borne(tokens, came + 2, came, actors) if came else None


def _there(tokens: list[Token], actors: Actors) -> tuple[Reference, Predicate, int] | None:
    """Return the message of "There was [high] praise from Brel for"."""
    words = actors.language.words
    after = _message_at(tokens, 2, actors) if tokens[1].low in words.be else None
    if after is None or after + 1 >= len(tokens) or tokens[after].low != "from":
        return None
    return _borne(tokens, after + 1, 1, actors)


def _from(tokens: list[Token], actors: Actors) -> tuple[Reference, Predicate, int] | None:
    """Return the message of "From Brel came the proposal"."""
    subject = reference(tokens, 1, actors)
    if not subject or subject.kind not in BEARERS or subject.last + 2 >= len(tokens):
        return None
    came = tokens[subject.last].low == "came" and any(
        t.low in actors.language.words.messages for t in tokens[subject.last + 1 : subject.last + 5]
    )
    return (subject, _verb(subject.last, subject.last + 1), subject.last + 1) if came else None


def _to(tokens: list[Token], actors: Actors) -> tuple[Reference, Predicate, int] | None:
    """Return the message of "To quote Brel, “…”" and "To Brel's mind, …"."""
    if tokens[1].low == "quote":
        return _borne(tokens, 2, 0, actors)
    pronoun = tokens[1].low in actors.language.words.owners
    owner = (_pronoun(tokens, 1, actors), 2) if pronoun else _owner(tokens, 1, actors)
    if not owner or owner[1] + 1 >= len(tokens):
        return None
    subject, k = owner
    mind = tokens[k].low in {"mind", "thinking"} and tokens[k + 1].text == ","
    return (subject, _verb(0, k + 1), k + 1) if mind else None


def _what(tokens: list[Token], actors: Actors) -> tuple[Reference, Predicate, int] | None:
    """Return the message of "What worried Brel was that …", "What mattered most to her was …"."""
    for k in range(2, 5):
        words = actors.language.words
        subject = reference(tokens, k, actors) if tokens[k].capital or tokens[k].low in words.articles else None
        if tokens[k].low in words.pronoun_subjects:
            subject = Reference("pronoun", k, k + 1, how="pronoun", word=words.pronoun_subjects[tokens[k].low])
        if subject and subject.kind in BEARERS:
            was = subject.last + 1 < len(tokens) and tokens[subject.last].low in actors.language.words.be
            return (subject, _verb(0, subject.last + 1), subject.last + 1) if was else None
    return None


def _borne(tokens: list[Token], k: int, first: int, actors: Actors) -> tuple[Reference, Predicate, int] | None:
    subject = reference(tokens, k, actors)
    good = subject and subject.kind in BEARERS and subject.last < len(tokens)
    return (subject, _verb(first, subject.last), subject.last) if subject and good else None


def _told(tokens: list[Token], subject: Reference, k: int, actors: Actors) -> tuple[Reference, Predicate, int] | None:
    """Return a message whose noun ends before token `k`, where a verb tells what it is; what it is about may stand between."""
    words = actors.language.words
    if subject.kind not in BEARERS or k + 1 >= len(tokens):
        return None
    k = skip_comma(tokens, k)
    if tokens[k].low in words.before_matter:
        ends = range(k + 1, min(len(tokens) - 1, k + MAX_MATTER))
        k = next((n for n in ends if tokens[n].low in words.be or tokens[n].text in {":", ","}), len(tokens))
    if k + 1 >= len(tokens):
        return None
    low, following = tokens[k].low, tokens[k + 1]
    if low == ":" or low in words.message_verbs:
        return subject, _verb(k, k + 1), k + 1
    if low not in words.be:
        return None
    step = k + 2 if following.text == "," or following.low in actors.language.between else k + 1
    if step >= len(tokens) or _is_passive(tokens, step, actors):
        return None
    if following.low == "that" and k + 2 < len(tokens) and tokens[k + 2].low == "of":
        return None
    return subject, _verb(k, step), step


def _is_passive(tokens: list[Token], k: int, actors: Actors) -> bool:
    """Say whether something is done to the message ("was rejected"), unless it is sent to somebody ("was addressed to")."""
    low = tokens[k].low
    if low in actors.language.words.message_sent:
        return False
    forms = actors.language.verbs.get(low, ())
    irregular = low in actors.language.words.irregular_participles
    return irregular or low.endswith("ed") or any(f.tense in {"past", "participle"} for f in forms)
