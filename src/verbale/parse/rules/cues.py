"""How a cue becomes an attribution: the subject of a clause as a voice; it decides for no sentence."""

from __future__ import annotations

from itertools import pairwise

from verbale.language import Language
from verbale.parse.clauses import Clause
from verbale.parse.persons import Person, Reference
from verbale.parse.reading import JOINT, Attribution, Sentence, State, Voice
from verbale.parse.references import reference
from verbale.parse.resolve import resolve
from verbale.parse.rules.others import the_other
from verbale.parse.tokens import index_from
from verbale.span import Span


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
    person = the_other(clause, sentence, state) or resolve(subject, state)
    if not person:
        return None
    origin = state.named_at.get(person.key) if basis_of(subject) == "pronoun" else None
    also: tuple[Voice, ...] = ()
    lows = sentence.lows
    if sentence.second and (
        "and" in lows or ";" in lows or not state.actors.language.words.taking_word.isdisjoint(lows)
    ):
        others = [
            v
            for c in sentence.second
            if takes_word(c, sentence, state.actors.language)
            for v in voices_of(c, state)
            if not (c.predicate.tense == "perfect" and new_here(v.person, sentence))
        ]
        also = tuple(dict.fromkeys(v for v in others if v.person is not person))
    return Attribution(
        Voice("person", person), basis_of(subject), cue_span(clause), origin, also=also, clause=clause, rule=rule
    )


def writer(sentence: Sentence, state: State) -> Person | None:
    """Return whose letter a sentence tells of: from whom it came, or who sent it ("received a message from Brel", "Brel sent a letter")."""
    words = state.actors.language.words
    if not state.actors.letter_words or words.letter_nouns.isdisjoint(sentence.lows):
        return None
    tokens = sentence.tokens
    noun = next(k for k, low in enumerate(sentence.lows) if low in words.letter_nouns)
    for k in range(noun + 1, min(noun + 5, len(tokens) - 1)):
        whose = reference(tokens, k + 1, state.actors) if tokens[k].low in words.from_whom else None
        if whose and whose.kind in {"person", "role"} and (person := resolve(whose, state)):
            return person
    front = sentence.front
    sends = front and front.predicate.lemma in words.sending and not front.predicate.passive
    return resolve(front.subject, state) if front and sends and front.subject.kind in {"person", "role"} else None


def announced(sentence: Sentence, state: State) -> Person | None:
    """Return whose letter a lead-in announces ("The full text of the message from the President of Xia reads:", "The message read:")."""
    if (
        not sentence.ends_colon
        or not state.actors.letter_words
        or state.actors.language.words.letter_nouns.isdisjoint(sentence.lows[:12])
    ):
        return None
    words, last = state.actors.language.words, len(sentence.lows) - 2
    while last > 0 and sentence.lows[last] in words.behind_announced:
        last -= 1
    if sentence.lows[last] not in words.letter_announced:
        return None
    front = sentence.front
    if front and front.subject.kind in {"person", "role", "pronoun"}:
        return None
    return writer(sentence, state) or state.writer


def takes_word(clause: Clause, sentence: Sentence, language: Language) -> bool:
    """Say whether a second clause takes the word itself ("…, while the President expressed", "to which he replied") and is no part of what is reported."""
    k = index_from(sentence.tokens, clause.start, 0)
    before = [t.low for t in sentence.tokens[max(0, k - 3) : k]]
    return not language.words.taking_word.isdisjoint(before) or before[-2:] == [",", "and"] or before[-1:] == [";"]


def new_here(person: Person | None, sentence: Sentence) -> bool:
    """Say whether a sentence is the first to name a person ("…, a goal to which President Brel has committed"): he is spoken of."""
    return person is not None and bool(person.mentions) and person.mentions[0].start >= sentence.span.start


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
