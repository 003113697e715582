"""Verbs that lead to another of saying, in one sentence: "began by thanking", "hastened to add", "made the following statement:", "met … and said"."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.clauses import Clause
from verbale.parse.reading import Sentence, State
from verbale.parse.tokens import index_from, places


def begins_by(sentence: Sentence, clause: Clause, state: State) -> Clause | None:
    """Return the clause of what a person began or ended by saying ("began by offering her condolences")."""
    tokens = sentence.tokens
    if clause.predicate.lemma not in state.actors.language.words.begins_or_ends:
        return leads_on(sentence, clause, state.actors.language)
    k = index_from(tokens, clause.end, len(tokens))
    k = next((n for n in range(k, min(k + MAX_BEGUN, len(tokens) - 1)) if tokens[n].low == "by"), len(tokens))
    if k + 1 >= len(tokens):
        return None
    form = next(
        (
            f
            for f in state.actors.language.verbs.get(tokens[k + 1].low, ())
            if f.tense == "ing" and f.classes & {"say", "act"}
        ),
        None,
    )
    return (
        clause._replace(
            predicate=clause.predicate._replace(lemma=form.lemma, classes=form.classes), end=tokens[k + 1].end
        )
        if form
        else None
    )


MAX_BEGUN: Final = 5
"""Words behind "concluded" among which "by" stands ("concluded the meeting by expressing")."""


def leads_on(sentence: Sentence, clause: Clause, language: Language) -> Clause | None:
    """Return the clause of a verb of saying to which another leads ("hastened to add", "did not fail to mention", "joined her in condemning")."""
    words, tokens, verb = language.words, sentence.tokens, clause.predicate
    link = "in" if verb.lemma in words.joining_in else "to" if verb.lemma in words.catenative else None
    k = index_from(tokens, clause.end, len(tokens))
    near = range(k, min(k + MAX_LED, len(tokens) - 1)) if link else ()
    at = next((n for n in near if tokens[n].low == link), None)
    if at is None:
        return None
    tense = "ing" if link == "in" else "base"
    forms = language.verbs.get(tokens[at + 1].low, ())
    form = next((f for f in forms if f.tense == tense and f.classes & {"say", "act"}), None)
    if not form or "narrate" in form.classes:
        return None
    led = verb._replace(lemma=form.lemma, classes=form.classes, last=at + 2, silent=False)
    return clause._replace(predicate=led, end=tokens[at + 1].end)


MAX_LED: Final = 4
"""Words behind a verb among which "to" and the verb stand to which it leads."""


def leads_in(sentence: Sentence, language: Language) -> bool:
    """Say whether a sentence leads to somebody's words behind a colon ("Brel turned to the press to say:", "Brel made the following statement: “…")."""
    colon = next(iter(places(sentence.lows, COLON)), 0)
    follows = next(iter(places(sentence.lows[:colon], FOLLOWS)), None)
    if follows is not None and (
        sentence.lows[follows] == "follows"
        or not language.words.announced_words.isdisjoint(sentence.lows[follows : follows + 4])
    ):
        return True
    forms = language.verbs.get(sentence.lows[-2], ()) if sentence.ends_colon and len(sentence.lows) > 1 else ()
    return any(f.tense in {"base", "ing"} and "say" in f.classes for f in forms)


COLON: Final = frozenset({":"})
FOLLOWS: Final = frozenset({"follows", "following"})


def second_verb(sentence: Sentence, clause: Clause, language: Language) -> Clause | None:
    """Return the clause of a second verb of saying that shares the subject of the first ("met … and said that")."""
    for verb in sentence.second:
        if verb.subject is clause.subject and (
            (verb.predicate.classes & {"say"} and "narrate" not in verb.predicate.classes)
            or verb.predicate.lemma in language.courtesies
        ):
            return verb
    return None
