"""Rules of lists and numbered proposals: whose an item is (section 10 of docs/genre.md); it finds no markers."""

from __future__ import annotations

from verbale.parse.furniture import same_series
from verbale.parse.reading import Attribution, Sentence, State


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
    within = speech.paragraph == sentence.paragraph and not sentence.first
    clause = sentence.front
    if (
        clause
        and clause.subject.kind in {"person", "role"}
        and clause.predicate.reports
        and clause.predicate.tense == "past"
    ):
        return None
    if counted or (within and state.speech is speech):
        return Attribution(speech.voice, "continued", origin=speech.origin, rule="proposals_go_on")
    return None


def list_item(sentence: Sentence, state: State) -> Attribution | None:
    """An item of a list belongs to the speaker of its lead-in (section 10)."""
    if (
        not (sentence.item and state.lead)
        or not in_series(sentence, state)
        or (sentence.front and sentence.front.subject.kind in {"person", "role"} and sentence.front.predicate.reports)
    ):
        return None
    return Attribution(
        state.lead.voice,
        "continued",
        origin=state.lead_index,
        sides=state.lead.sides,
        clause=state.lead.clause,
        rule="list_item",
    )


def in_series(sentence: Sentence, state: State) -> bool:
    """Say whether an item's marker belongs to the list that the lead-in opened, and not to the one that holds the lead-in."""
    marker = sentence.marker or ""
    if state.series is not None:
        return same_series(marker, state.series)
    return not (state.lead_marker and same_series(marker, state.lead_marker))
