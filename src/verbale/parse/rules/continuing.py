"""Rules of a speech that goes on without a cue (sections 2 and 5 of docs/genre.md); they begin none."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.reading import JOINT, Attribution, Sentence, State
from verbale.parse.rules.cues import cue_span


def speech_goes_on(sentence: Sentence, state: State) -> Attribution | None:
    """Without a cue the speech goes on to the end of its paragraph, and further where it is a block (section 2)."""
    speech = state.open_in(sentence.paragraph)
    if not speech or speech.voice.kind in {"narrator", "unknown"}:
        return None
    if speech.voice.kind == "joint" and sentence.tense == "past" and not sentence.first_person and not state.statement:
        return None
    if (
        speech.voice.kind == "party"
        and sentence.front
        and sentence.front.subject.kind == "party"
        and sentence.front.subject.parties[0] != speech.voice.party
    ):
        return None
    if speech.voice.kind == "party" and state.statement and not speech.block and aims(sentence):
        return None
    return Attribution(speech.voice, "continued", origin=speech.origin, rule="speech_goes_on")


def aims(sentence: Sentence) -> bool:
    """Say whether a sentence tells what will be done for an aim named before, and by nobody ("To this end, a fund will be set up."): in the sides' paper it is theirs."""
    opens = sentence.lows[:1] in (["to"], ["in"], ["for"]) and sentence.lows[1:3] in AIMS
    verb = sentence.front.predicate if sentence.front else None
    return opens and (verb is None or verb.passive) and sentence.tense == "modal"


AIMS: Final = (["this", "end"], ["that", "end"], ["this", "purpose"], ["that", "purpose"], ["this", "regard"])


def speech_resumes(sentence: Sentence, state: State) -> Attribution | None:
    """In a new paragraph that reads as opinion or plan the speech of the paragraph before goes on (section 2, "new paragraph, no cue")."""
    speech = state.speech
    if (
        not speech
        or speech.paragraph != sentence.paragraph - 1
        or speech.voice.kind in {"narrator", "unknown", "party"}
    ):
        return None
    if (
        sentence.headed
        or sentence.separated
        or sentence.item
        or speech.direct
        or (speech.behind and not sentence.first_person and not demands(sentence, state.actors.language))
    ):
        return None
    if sentence.front and sentence.front.subject.kind in {"person", "role"}:
        return None
    if speech.voice.kind == "joint" and not (
        sentence.tense == "modal"
        or sentence.first_person
        or (sentence.front and sentence.front.subject.kind == "joint")
    ):
        return None
    if sentence.tense not in {"present", "modal", "perfect"} and not sentence.first_person:
        return None
    return Attribution(speech.voice, "continued", origin=speech.origin, rule="speech_resumes")


def demands(sentence: Sentence, language: Language) -> bool:
    """Say whether a sentence says what ought to be, which an agency's own account seldom does ("It is necessary to …", "Both ports should …")."""
    words = language.words
    lows = sentence.lows[:14]
    judged = any(
        lows[k : k + 2] == ["it", "is"] and not words.necessary.isdisjoint(lows[k + 2 : k + 4])
        for k in range(len(lows))
    )
    return judged or bool(words.demanding & set(lows))


def joint_document(sentence: Sentence, state: State) -> Attribution | None:
    """In the sides' own joint statement what has no other speaker is theirs (section 5)."""
    if not state.statement or (sentence.tense == "past" and not sentence.first_person):
        return None
    clause = sentence.front
    return Attribution(JOINT, "joint", cue_span(clause) if clause else None, clause=clause, rule="joint_document")
