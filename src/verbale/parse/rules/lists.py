"""Rules of lists and numbered proposals: whose an item is (section 10 of docs/genre.md); it finds no markers."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import POSITIONS
from verbale.parse.clauses import Clause
from verbale.parse.furniture import same_series
from verbale.parse.persons import Reference
from verbale.parse.predicates import predicate
from verbale.parse.reading import JOINT, NARRATOR, Attribution, Sentence, State, Voice
from verbale.parse.references import reference
from verbale.parse.resolve import resolve
from verbale.parse.rules.cues import basis_of, cue_span, sides_of
from verbale.parse.titles import match_title
from verbale.span import Span

FIRST: Final = re.compile(r"\b(?:1|a|i)\b")
"""The number of a list's first item: with it a list begins, though its lead-in is numbered in the same way."""


MAX_SIDES: Final = 12
"""Words and marks of a line that names the sides alone."""


def proposals_go_on(sentence: Sentence, state: State) -> Attribution | None:
    """Numbered proposals over several paragraphs are one person's ("First, …", "Second, …"; section 2)."""
    language = state.actors.language
    speech = state.proposals
    if not speech or state.turn or sentence.after:
        return None
    counted = (
        sentence.tokens[0].low in language.ordinals
        and len(sentence.tokens) > 1
        and sentence.tokens[1].text in {",", ":"}
    )
    numbered = sentence.item and sentence.first and not sentence.ends_colon and state.lead is None
    counted = counted or (numbered and next_number(sentence.marker, state.proposed))
    within = speech.paragraph == sentence.paragraph and not sentence.first
    clause = sentence.front
    if (
        clause
        and clause.subject.kind in {"person", "role"}
        and clause.predicate.reports
        and clause.predicate.tense == "past"
    ):
        return None
    if clause and clause.subject.kind == "person" and clause.predicate.tense == "past" and not counted:
        others = [p for p in clause.subject.persons if p.key in state.leading]
        if len(others) == 1 and others[0] is not speech.voice.person:
            return None
    if counted or (within and state.speech is speech):
        return Attribution(speech.voice, "continued", origin=speech.origin, rule="proposals_go_on")
    return None


def next_number(marker: str | None, before: int) -> bool:
    """Say whether a list's number follows the one of the proposal before ("1.", behind "outlined a number of priorities")."""
    found = NUMBER.search(marker or "")
    return found is not None and int(found.group()) == before + 1


NUMBER: Final = re.compile(r"\d{1,2}")


def list_item(sentence: Sentence, state: State) -> Attribution | None:
    """An item of a list belongs to the speaker of its lead-in (section 10)."""
    if (
        not (sentence.item and state.lead)
        or not in_series(sentence, state)
        or (sentence.front and sentence.front.subject.kind in {"person", "role"} and sentence.front.predicate.reports)
    ):
        return None
    if (
        state.lead.voice.kind == "narrator"
        and sentence.front
        and sentence.front.subject.kind in {"joint", "body", "party"}
    ):
        return None
    person = state.lead.voice.kind == "person"
    alone = state.lead.rule == "sides_listed" or (state.lead.clause is None and state.lead.voice.kind == "joint")
    own = item_clause(sentence, state) if alone else None
    if (
        sentence.front
        and sentence.front.subject.kind in {"joint", "body", "first"}
        and state.lead.voice.kind == "joint"
    ):
        own = sentence.front
    elif (
        own
        and not own.predicate.modal
        and (own.predicate.lemma in state.actors.language.talking or not own.predicate.classes & POSITIONS)
    ):
        return Attribution(NARRATOR, "narration", cue_span(own), rule="list_item")
    return Attribution(
        state.lead.voice,
        "continued",
        origin=state.lead_index,
        sides=state.lead.sides,
        clause=(None if person else own) or state.lead.clause,
        rule="list_item",
    )


def sides_listed(sentence: Sentence, state: State) -> Attribution | None:
    """The sides or a person alone, before a list of what they said or did: "The ministers:", "The Secretary:" (section 10)."""
    tokens = sentence.tokens
    if not sentence.ends_colon or state.turn or len(tokens) > MAX_SIDES:
        return None
    subject = reference(tokens, 0, state.actors)
    if not subject or subject.last != len(tokens) - 1:
        return None
    cue = Span(tokens[0].start, tokens[subject.last - 1].end)
    if subject.kind in {"person", "role"} and (person := resolve(subject, state)):
        return Attribution(Voice("person", person), basis_of(subject), cue, rule="sides_listed")
    if subject.kind != "joint":
        return None
    return Attribution(JOINT, "joint", cue, None, sides_of(subject), rule="sides_listed")


def operative_clause(sentence: Sentence, state: State) -> Attribution | None:
    """A clause of the sides' own declaration that begins with its verb is theirs: "1. Reaffirm their commitment to …;" (section 10)."""
    first = sentence.tokens[0]
    goes_on = state.speech is not None and state.speech.voice.kind == "joint"
    listed = sentence.item or sentence.tokens[-1].text == ";" or goes_on
    if not state.statement or state.turn or state.lead or not (sentence.first and listed and first.capital):
        return None
    if not any(f.tense == "base" and "joint" in f.classes for f in state.actors.language.verbs.get(first.low, ())):
        return None
    if match_title(sentence.tokens, 0, state.actors.language):
        return None
    own = item_clause(sentence, state)
    if not own or "joint" not in own.predicate.classes:
        return None
    return Attribution(JOINT, "joint", cue_span(own), clause=own, rule="operative_clause")


def item_clause(sentence: Sentence, state: State) -> Clause | None:
    """Return the verb with which an item goes on behind "The ministers:" ("• agreed to mend the pier")."""
    tokens = sentence.tokens
    verb = predicate(tokens, 0, state.actors.language)
    if not verb or verb.passive:
        return None
    subject = Reference("joint", 0, 0, how="pronoun", word="they")
    return Clause(subject, verb, "front", tokens[verb.first].start, tokens[verb.last - 1].end)


def in_series(sentence: Sentence, state: State) -> bool:
    """Say whether an item's marker belongs to the list that the lead-in opened, and not to the one that holds the lead-in."""
    marker = sentence.marker or ""
    if state.series is not None:
        return same_series(marker, state.series)
    outer = state.lead_marker and same_series(marker, state.lead_marker)
    return not outer or (FIRST.search(marker) is not None and not FIRST.search(state.lead_marker or ""))
