"""When "he" or "she" means the other of two who met, and not whoever was last named: he answers, or speaks for the other state (section 1 of docs/genre.md)."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.clauses import Clause
from verbale.parse.persons import Person, Reference
from verbale.parse.reading import Sentence, State
from verbale.parse.resolve import resolve
from verbale.parse.tokens import index_from

TURN: Final = 8
"""Words of a sentence among which stands that somebody answers."""


NEAR: Final = 4
"""Words behind a verb among which stands the state that somebody speaks for."""


def the_other(clause: Clause, sentence: Sentence, state: State) -> Person | None:
    """Return the other of two whom a pronoun as a cue's subject means, where the sentence shows that it is not the one last named."""
    subject = clause.subject
    if subject.kind == "role" and handed_over(sentence, state.actors.language):
        meant, spoke = resolve(subject, state), state.recent[0] if state.recent else None
        others = [p for p in subject.persons if p.key in state.leading and p.rank < 3 and p is not spoke]
        return others[0] if meant is spoke and len(others) == 1 else None
    if subject.kind != "pronoun" or subject.word not in state.actors.language.words.pronoun_genders:
        return None
    if takes_turn(subject, sentence, state.actors.language) or answers(clause, sentence, state):
        return in_turn(subject, state)
    return for_own_state(clause, sentence, state)


def takes_turn(subject: Reference, sentence: Sentence, language: Language) -> bool:
    """Say whether a pronoun stands for one who answers ("He, in turn, thanked her", "For her part, she noted")."""
    return subject.kind == "pronoun" and handed_over(sentence, language)


def handed_over(sentence: Sentence, language: Language) -> bool:
    """Say whether a sentence opens with words of one who answers ("In turn, …", "The diplomat, for his part, …")."""
    lows = sentence.lows[:TURN]
    return any(
        (a in language.words.in_turn_openers and b == "turn")
        or (a in {"on", "for"} and b in {"his", "her"} and c == "part")
        for a, b, c in zip(lows, lows[1:], lows[2:], strict=False)
    )


def in_turn(subject: Reference, state: State) -> Person | None:
    """Return the one other person of the lead whom a pronoun can mean, where somebody answers whoever spoke last."""
    gender = state.actors.language.words.pronoun_genders.get(subject.word)
    spoke = state.recent[0] if state.recent else None
    others = [p for p in state.actors.persons if p.key in state.leading and p.rank < 3 and p is not spoke]
    return others[0] if gender and len(others) == 1 and can_be(others[0], gender) else None


def answers(clause: Clause, sentence: Sentence, state: State) -> bool:
    """Say whether somebody takes up what the one last named has just said ("Brel invited Harl to Norr. He accepted the invitation")."""
    spoke = state.speech.voice.person if state.speech and not state.speech.block else None
    if (
        not spoke
        or state.recent[:1] != [spoke]
        or sentence.paragraph - (state.speech.paragraph if state.speech else 0) > 1
    ):
        return False
    k = index_from(sentence.tokens, clause.end, len(sentence.tokens))
    behind = sentence.lows[k : k + NEAR]
    lemma = clause.predicate.lemma
    taken = lemma == "accept" and not state.actors.language.words.answered.isdisjoint(behind)
    return taken or (lemma == "respond" and not state.actors.language.words.answering_adverbs.isdisjoint(behind))


def for_own_state(clause: Clause, sentence: Sentence, state: State) -> Person | None:
    """Return who alone of those who met serves the state for which the pronoun's bearer speaks, where the one last named serves another.

    "He offered Kestrian help", "She reaffirmed Kestria's support"; whom somebody thanks or congratulates is the other's state.
    """
    language, tokens = state.actors.language, sentence.tokens
    likely = resolve(clause.subject, state)
    lemma = clause.predicate.lemma
    gives, thanks = lemma in language.giving, lemma in state.actors.language.words.thanking_verbs
    if not likely or not likely.state or not (gives or thanks) or sentence.inside:
        return None
    k = index_from(tokens, clause.end, len(tokens))
    gender = state.actors.language.words.pronoun_genders[clause.subject.word]
    met = [p for p in state.actors.persons if p.key in state.leading and p.rank < 3 and can_be(p, gender)]
    for n in range(k, min(k + (NEAR if gives else 2), len(tokens) - 1)):
        named, end = state.actors.gazetteer.demonym(tokens, n)
        if not named and tokens[n].low in language.complement_prepositions | {"to"}:
            return None
        if not named:
            continue
        if thanks:
            others = [p for p in met if p.state != named]
            whole = end < len(tokens) and tokens[end].low in {"for", "on"}
            return others[0] if whole and named == likely.state and len(others) == 1 else None
        others = [p for p in met if p.state == named]
        given = not language.own_gifts.isdisjoint(sentence.lows[end : end + 2])
        return others[0] if given and named != likely.state and len(others) == 1 else None
    return None


def can_be(person: Person, gender: str) -> bool:
    """Say whether a pronoun of a gender can mean a person, by what the text reveals, else by the given name."""
    return (person.gender or person.likely) in {None, gender}
