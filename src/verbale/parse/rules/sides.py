"""Rules of the sides together: positions, undertakings and what they do (sections 5 and 7 of docs/genre.md); what is put in the passive is for `impersonal`."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Final

from verbale.language import Language
from verbale.parse.clauses import Clause
from verbale.parse.reading import JOINT, NARRATOR, Attribution, Sentence, State
from verbale.parse.rules.between import awaits, lies_between
from verbale.parse.rules.cues import cue_span, sides_of, told_of_past
from verbale.parse.tokens import index_from


def joint_behind(sentence: Sentence, language: Language) -> Clause | None:
    """Return a clause after the first in which the sides commit themselves ("…, and the two agreed to …")."""
    if not sentence.second:
        return None
    return next(
        (
            c
            for c in sentence.second
            if c.subject.kind in {"joint", "body"}
            and (c.predicate.lemma in language.committing or c.predicate.lemma in language.words.expressing_joint)
            and c.predicate.tense == "past"
        ),
        None,
    )


def sides_speak(sentence: Sentence, state: State) -> Attribution | None:
    """The sides together take a position or commit themselves: "The two sides agreed", "They will" (section 5).

    Inside a person's open speech only a verb of the past that states a common act takes the word from him.
    """
    language = state.actors.language
    words = language.words
    clause = sentence.front
    if state.institution:
        return None
    if not clause or clause.subject.kind not in {"joint", "body"}:
        return None
    verb, subject = clause.predicate, clause.subject
    speech = state.open_in(sentence.paragraph)
    if speech and speech.voice.kind == "person" and sentence.first and state.statement and not speech.block:
        speech = None
    within = bool(speech and speech.voice.kind == "person")
    if verb.silent or (verb.negated and verb.lemma in words.agreeing_negated):
        return None
    if (
        within
        and state.statement
        and ((verb.tense == "present" and verb.lemma in state.actors.language.acts) or verb.tense == "perfect")
        and subject.how in {"title", "sides"}
        and not (speech and speech.block)
    ):
        within = False
    if verb.modal in words.advising and sentence.first and not state.statement and advised(sentence, state):
        return None
    if within and (
        sentence.tokens[0].low in language.ordinals
        or subject.word in words.peoples
        or (subject.kind != "body" and told_of_past(sentence, state.actors.language))
    ):
        return None
    if verb.lemma in {"continue", "join"} and not verb.modal and talks_on(sentence, clause, language):
        return None
    if not verb.modal and (has_in_common(sentence, clause, language) or one_to_another(sentence, clause, language)):
        return None
    if (
        not within
        and not state.statement
        and (lies_between(clause, language) or awaits(sentence, clause, speech, language))
    ):
        return None
    if (
        subject.kind == "body"
        and not (verb.classes & {"joint"} and verb.lemma not in language.talking)
        and not committing_participle(sentence, clause, state)
    ):
        return None
    if within and (
        verb.tense != "past"
        or verb.modal
        or not (verb.classes & {"joint", "say", "act"} or verb.stance or committing_participle(sentence, clause, state))
        or subject.how == "we"
    ):
        return None
    if within and speech and speech.block:
        return None
    attribution = Attribution(
        JOINT, "joint", cue_span(clause), None, sides_of(subject), clause=clause, rule="sides_speak"
    )
    if verb.passive:
        return None
    if verb.lemma in language.talking and not verb.modal and not finds_it(sentence, clause):
        return attribution if committing_participle(sentence, clause, state) else None
    if (
        verb.modal
        or verb.stance
        or verb.classes & {"joint"}
        or (verb.classes & {"say", "act", "think"} and not verb.classes & {"narrate"})
    ):
        return attribution
    if verb.classes & {"narrate"}:
        return attribution if committing_participle(sentence, clause, state) else None
    if verb.tense in {"present", "perfect"}:
        states = subject.how == "pair" and bool(subject.parties) and not subject.persons
        return None if states and verb.lemma in {"be", "have"} and not state.statement else attribution
    return attribution if committing_participle(sentence, clause, state) else None


def advised(sentence: Sentence, state: State) -> bool:
    """Say whether a person's speech in the paragraph before goes on ("… The two sides should strengthen coordination")."""
    speech = state.speech
    person = speech is not None and speech.voice.kind == "person" and not speech.behind and not speech.direct
    return person and speech is not None and speech.paragraph == sentence.paragraph - 1 and not sentence.headed


def talks_on(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """Say whether what the sides continue or join is the talking itself ("continued their consultations", "joined the meeting")."""
    k = next((n for n, t in enumerate(sentence.tokens) if t.start >= clause.end), len(sentence.tokens))
    return any(t.low in language.meeting_nouns for t in sentence.tokens[k : k + 4])


def finds_it(sentence: Sentence, clause: Clause) -> bool:
    """Say whether the sides judge ("considered it necessary to …", "considered the rules to be old", "consider it a model") and do not only talk."""
    k = index_from(sentence.tokens, clause.end, 0)
    if sentence.lows[k : k + 1] == ["it"]:
        return True
    held = clause.predicate.lemma == "consider"
    return held and (clause.predicate.tense == "present" or ("to", "be") in pairwise(sentence.lows[k : k + MAX_JUDGED]))


MAX_JUDGED: Final = 12
"""Words behind "considered" among which stands what something was found to be."""


def has_in_common(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """Say whether the sides share what lies between them and is no view ("share a border of 300 km", "have shared a currency since …")."""
    if clause.predicate.lemma != "share":
        return False
    k = index_from(sentence.tokens, clause.end, 0)
    words = takewhile(
        lambda low: low not in language.words.ends_held_in_common and low not in {",", "."}, sentence.lows[k : k + 9]
    )
    return not language.held_in_common.isdisjoint(words)


def one_to_another(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """Say whether the sides send something to each other and state nothing together ("sent greetings to each other", "sent each other messages")."""
    if clause.predicate.lemma not in language.handing:
        return False
    k = index_from(sentence.tokens, clause.end, 0)
    return any(pair in {("each", "other"), ("one", "another")} for pair in pairwise(sentence.lows[k : k + 12]))


def committing_participle(sentence: Sentence, clause: Clause, state: State) -> bool:
    """Say whether the sides commit themselves behind a verb of doing: "issued a statement, deciding to …", "met and agreed …"."""
    language = state.actors.language
    return any(
        c.subject is clause.subject or c.subject.kind == "joint"
        for c in sentence.second
        if c.predicate.lemma in language.acts
        or c.predicate.lemma in language.committing
        or c.predicate.lemma in language.expressing
    )


def sides_behind(sentence: Sentence, state: State) -> Attribution | None:
    """A sentence that narrates a meeting and ends in what the sides agreed is theirs (section 7, "lead that also reports an act")."""
    clause = joint_behind(sentence, state.actors.language)
    if not clause or state.open_in(sentence.paragraph):
        return None
    return Attribution(
        JOINT, "joint", cue_span(clause), None, sides_of(clause.subject), clause=clause, rule="sides_behind"
    )


def sides_act(sentence: Sentence, state: State) -> Attribution | None:
    """The sides do something without taking a position: "The ministers signed", "They discussed energy" (section 7)."""
    language = state.actors.language
    clause = sentence.front
    if state.institution:
        return None
    if not clause or clause.subject.kind not in {"joint", "body"}:
        return None
    verb = clause.predicate
    speech = state.open_in(sentence.paragraph)
    if (
        speech
        and speech.voice.kind == "person"
        and (
            speech.block
            or verb.tense != "past"
            or not (verb.classes & {"narrate"} or verb.lemma in language.talking or verb.passive or verb.silent)
        )
    ):
        return None
    if speech and speech.voice.kind == "person" and not language.past_times.isdisjoint(sentence.lows):
        return None
    if state.statement and verb.passive and verb.tense == "present":
        return None
    if verb.tense == "past" or verb.passive or verb.silent or verb.lemma in language.talking:
        return Attribution(NARRATOR, "narration", cue_span(clause), clause=clause, rule="sides_act")
    return None
