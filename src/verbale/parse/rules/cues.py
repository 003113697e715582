"""How a cue becomes an attribution: the subject of a clause as a voice; it decides for no sentence."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from verbale.language import Language
from verbale.parse.clauses import Clause
from verbale.parse.persons import Reference
from verbale.parse.reading import JOINT, Attribution, Sentence, State, Voice
from verbale.parse.resolve import resolve
from verbale.parse.tokens import index_from
from verbale.span import Span

TAKING: Final = frozenset({"while", "whereas", "which", "whom", "and", ";"})


def cue_span(clause: Clause) -> Span:
    """Return the place of a cue's words."""
    return Span(clause.start, clause.end)


def basis_of(reference: Reference) -> str:
    """Return the basis that a reference to a person gives: named by name, else by pronoun or bare title."""
    return "named" if reference.how == "name" else "pronoun"


def said_by(clause: Clause, sentence: Sentence, state: State, rule: str) -> Attribution | None:
    """Return the attribution of a sentence to the subject of a cue."""
    subject = clause.subject
    if subject.kind in {"joint", "body"}:
        return Attribution(JOINT, "joint", cue_span(clause), None, sides_of(subject), clause=clause, rule=rule)
    if subject.kind == "party":
        return Attribution(
            Voice("party", party=subject.parties[0]), "party", cue_span(clause), clause=clause, rule=rule
        )
    person = resolve(subject, state)
    if not person:
        return None
    origin = state.named_at.get(person.key) if basis_of(subject) == "pronoun" else None
    also: tuple[Voice, ...] = ()
    if sentence.second and not TAKING.isdisjoint(sentence.lows):
        others = [v for c in sentence.second if takes_word(c, sentence) for v in voices_of(c, state)]
        also = tuple(dict.fromkeys(v for v in others if v.person is not person))
    return Attribution(
        Voice("person", person), basis_of(subject), cue_span(clause), origin, also=also, clause=clause, rule=rule
    )


def takes_word(clause: Clause, sentence: Sentence) -> bool:
    """Say whether a second clause takes the word itself ("…, while the President expressed", "to which he replied") and is no part of what is reported."""
    k = index_from(sentence.tokens, clause.start, 0)
    before = [t.low for t in sentence.tokens[max(0, k - 3) : k]]
    return (
        bool({"while", "whereas", "which", "whom"} & set(before)) or before[-2:] == [",", "and"] or before[-1:] == [";"]
    )


def voices_of(clause: Clause, state: State) -> tuple[Voice, ...]:
    """Return the voices of a clause's subject: those whom it names, as a record lists only people and parties beside a speaker."""
    if clause.subject.kind in {"joint", "body"}:
        return sides_of(clause.subject)
    person = resolve(clause.subject, state)
    return (Voice("person", person),) if person else ()


def sides_of(reference: Reference) -> tuple[Voice, ...]:
    """Return the sides that a joint subject names one by one."""
    return (*(Voice("person", p) for p in reference.persons), *(Voice("party", party=p) for p in reference.parties))


def lead_of(sentence: Sentence) -> bool:
    """Say whether a sentence opens the document."""
    return sentence.index == 0


def told_of_past(sentence: Sentence, language: Language) -> bool:
    """Say whether a sentence tells of an earlier time near its verb ("two years ago", "in 2019")."""
    end = sentence.front.predicate.last + 5 if sentence.front else len(sentence.tokens)
    words = sentence.lows[:end]
    return not language.past_times.isdisjoint(words) or any(
        len(word) == 4 and word.isdigit() and before == "in" for before, word in pairwise(words)
    )
