"""Rules of a transcript and a letter: who has the floor (section 4 of docs/genre.md); quotations are not read here."""

from __future__ import annotations

from typing import Final

from verbale.parse.clauses import Clause
from verbale.parse.persons import Person
from verbale.parse.reading import NARRATOR, UNKNOWN, Attribution, Sentence, State, Voice
from verbale.parse.resolve import at_home
from verbale.parse.rules.cues import cue_span
from verbale.parse.rules.narration import roster
from verbale.span import Span


def turn_begins(sentence: Sentence, state: State) -> Attribution | None:
    """A turn's label names its speaker. "Viktor Brel: Dear friends," (section 4); a speech's title does, where it has no labels."""
    if sentence.index == state.floor_from and state.floor and not sentence.labelled:
        return Attribution(Voice("person", state.floor), "named", rule="turn_begins")
    if not (sentence.labelled and sentence.first):
        return None
    if isinstance(sentence.label, Person):
        return Attribution(Voice("person", sentence.label), "named", rule="turn_begins")
    return Attribution(UNKNOWN, "none", rule="turn_begins")


def turn_goes_on(sentence: Sentence, state: State) -> Attribution | None:
    """A turn lasts until the next label, or until the report after a cut mark (section 4)."""
    if not state.turn or letter_closed(sentence, state):
        return None
    if state.floor and state.turn.voice.kind == "unknown" and sentence.first and not sentence.labelled:
        return Attribution(Voice("person", state.floor), "continued", origin=0, rule="turn_goes_on")
    clause = sentence.front
    if block_lead(sentence) and clause and clause.subject.kind in {"person", "role"}:
        return None
    if clause and told_of_speaker(sentence, clause, state.turn.voice.person):
        return None
    told_on = (
        sentence.first
        and clause
        and clause.subject.kind == "joint"
        and clause.predicate.tense == "past"
        and clause.predicate.classes & {"narrate"}
        and not sentence.first_person
    )
    if (
        not state.turn_labelled
        and sentence.first
        and not sentence.first_person
        and clause
        and clause.predicate.tense == "past"
        and (
            (clause.subject.kind == "person" and clause.subject.how == "name")
            or (clause.subject.kind == "joint" and clause.subject.how != "pronoun")
        )
    ):
        return None
    if state.told and resumes_report(sentence):
        return None
    if told_on and not state.turn_labelled:
        return Attribution(NARRATOR, "narration", cue_span(clause), rule="turn_goes_on") if clause else None
    if (
        sentence.first
        and clause
        and clause.subject.kind in {"person", "joint"}
        and clause.predicate.tense == "past"
        and not sentence.first_person
    ):
        told = clause.predicate.classes & {"narrate"} or clause.subject.how == "name"
        if (sentence.separated and told) or (
            clause.subject.how == "name" and state.turn.voice.person in clause.subject.persons
        ):
            return Attribution(NARRATOR, "narration", rule="turn_goes_on")
    if (
        sentence.separated
        and sentence.first
        and not sentence.first_person
        and clause
        and clause.subject.kind in {"person", "role"}
        and not clause.predicate.modal
    ):
        return None
    if sentence.separated and not sentence.first_person and roster(sentence, state.actors.language):
        return Attribution(NARRATOR, "narration", rule="turn_goes_on")
    basis = "continued" if state.turn.voice.kind != "unknown" else "none"
    return Attribution(
        state.turn.voice, basis, origin=state.turn.origin if basis == "continued" else None, rule="turn_goes_on"
    )


def letter_closed(sentence: Sentence, state: State) -> bool:
    """Say whether a letter in quotation marks has ended: a new paragraph stands outside them."""
    closed = state.turn is not None and state.turn.closed and sentence.first
    return closed and not sentence.inside and sentence.tokens[0].text not in OPENING_MARKS


OPENING_MARKS: Final = frozenset({'"', "“", "«"})


def told_of_speaker(sentence: Sentence, clause: Clause, speaker: Person | None) -> bool:
    """Say whether a paragraph without a label tells in the past of the one whose turn was open, or under a heading of its own of the sides ("Brel and Soras agreed …"): the summary of talks goes on."""
    if not sentence.first or sentence.labelled or sentence.first_person or clause.subject.kind != "joint":
        return False
    named = clause.subject.how == "pair" and speaker in clause.subject.persons
    return clause.predicate.tense == "past" and (
        named or (sentence.headed and clause.subject.how in {"title", "sides"})
    )


def resumes_report(sentence: Sentence) -> bool:
    """Say whether a paragraph between turns goes on with a report that began before them: "Brel, in his speech, said …" (section 4)."""
    clause = sentence.front
    return (
        sentence.first
        and not sentence.labelled
        and not sentence.first_person
        and clause is not None
        and clause.predicate.tense == "past"
        and clause.subject.kind in {"person", "role", "joint", "body"}
        and clause.subject.how != "pronoun"
    )


def block_lead(sentence: Sentence) -> bool:
    """Say whether a sentence leads into somebody's own words over paragraphs ("The President said as follows:")."""
    lows = sentence.lows[-5:]
    return (
        sentence.ends_colon
        and not sentence.before_quotation
        and ("follows" in lows or lows[-2:-1] in (["said"], ["stated"], ["words"], ["remarks"]))
    )


def letter_begins(sentence: Sentence, state: State) -> Attribution | None:
    """The salutation of a letter opens its sender's words ("Dear Prime Minister,")."""
    language = state.actors.language
    tokens = sentence.tokens
    greeting = tokens[1 if len(tokens) > 1 and tokens[0].text in {'"', "“"} else 0].low
    if (
        not sentence.first
        or state.turn
        or len(tokens) > 10
        or tokens[-1].text not in {",", "!", ":"}
        or greeting not in language.salutations
    ):
        return None
    if not any(w in state.actors.letter_words for w in language.words.letters_signed):
        return None
    senders = (
        [state.sender]
        if state.sender
        else [p for p in state.actors.persons if at_home(p, state) and p.rank < 3] or state.recent
    )
    return (
        Attribution(
            Voice("person", senders[0]),
            "named",
            Span(sentence.tokens[0].start, sentence.tokens[-1].end),
            rule="letter_begins",
        )
        if senders
        else None
    )
