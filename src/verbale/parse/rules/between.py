"""What lies between states or is still to come, so that the sides take no position in it (section 7 of docs/genre.md); it attributes nothing."""

from __future__ import annotations

from verbale.language import Language
from verbale.parse.clauses import Clause
from verbale.parse.reading import Sentence, Speech


def lies_between(clause: Clause, language: Language) -> bool:
    """Say whether a clause tells how two countries stand and takes no position ("The two countries cooperate in trade and culture")."""
    verb = clause.predicate
    return (
        clause.subject.word in language.words.countries_between
        and verb.tense == "present"
        and not (verb.modal or verb.stance or verb.passive)
        and verb.lemma not in language.acts
    )


def awaits(sentence: Sentence, clause: Clause, speech: Speech | None, language: Language) -> bool:
    """Say whether those who are to talk are told of, and nobody speaks yet ("The Ministers for Foreign Affairs will discuss the matter")."""
    verb, subject = clause.predicate, clause.subject
    return (
        (speech is None or speech.voice.kind == "party")
        and verb.modal == "will"
        and verb.lemma in language.talking
        and subject.kind == "joint"
        and subject.how == "title"
        and subject.word not in language.words.awaiting
        and language.numbers_words.keys().isdisjoint(sentence.lows[subject.first : subject.last])
        and sentence.lows[subject.first] != "both"
    )
