"""Rules of a person as subject: who reports, acts, or is the agent of a passive (sections 1 and 7 of docs/genre.md); the sides together are not his."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.clauses import Clause
from verbale.parse.reading import JOINT, NARRATOR, UNKNOWN, Attribution, Sentence, State, Voice
from verbale.parse.references import reference
from verbale.parse.resolve import at_home, resolve
from verbale.parse.rules.chained import begins_by, leads_in, second_verb
from verbale.parse.rules.cues import cue_span, lead_of, said_by, told_of_past
from verbale.parse.rules.sides import joint_behind, talks_on
from verbale.parse.tokens import capitals, index_from


def person_reports(sentence: Sentence, state: State) -> Attribution | None:
    """A person with a verb of speaking, thinking or asking is the speaker: "Brel said", "He hopes", "The President reiterated" (section 1)."""
    words = state.actors.language.words
    clause = sentence.front
    if not clause or clause.subject.kind not in {"person", "role", "pronoun"} or clause.subject.word == "it":
        return None
    verb = clause.predicate
    if verb.silent:
        return None
    if verb.passive and quoted_as(sentence, clause):
        return said_by(clause, sentence, state, "person_reports")
    if verb.lemma == "call" and verb.tense == "past" and not receives(sentence, clause, state) and not verb.passive:
        return said_by(clause, sentence, state, "person_reports")
    if (
        verb.lemma in words.receiving
        and (verb.lemma == "call on" or not state.open_in(sentence.paragraph))
        and receives(sentence, clause, state)
    ):
        return None
    if verb.lemma in words.sending and paper_sent(sentence, clause, state.actors.language):
        return None
    if verb.lemma in words.going_on and not verb.modal and talks_on(sentence, clause, state.actors.language):
        return None
    if not verb.reports or (verb.modal and verb.lemma not in words.modal_wishes):
        return None
    speech = state.open_in(sentence.paragraph)
    if (
        verb.tense in {"present", "perfect"}
        and speech
        and speech.voice.kind == "person"
        and not verb.classes & {"say", "think"}
    ):
        person = resolve(clause.subject, state)
        if person is not speech.voice.person:
            return None
    if verb.tense == "perfect" and speech and speech.voice.kind == "person" and aside_of(clause, state):
        return None
    found = said_by(clause, sentence, state, "person_reports")
    if found or state.turn or state.open_in(sentence.paragraph) or clause.subject.kind == "pronoun":
        return found
    return Attribution(UNKNOWN, "none", cue_span(clause), clause=clause, rule="person_reports")


def aside_of(clause: Clause, state: State) -> bool:
    """Say whether a subject is somebody named who is not of those who met: what he has said is told of in another's speech ("General Brel had assured her")."""
    persons = clause.subject.persons
    return clause.subject.kind == "person" and len(persons) == 1 and persons[0].key not in state.leading


def paper_sent(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """Say whether somebody is only told to have sent a letter, of which the sentence says nothing ("Brel sent a letter to President Harl")."""
    told = clause.predicate.tense == "past" or (clause.predicate.tense == "perfect" and lead_of(sentence))
    if not told or language.words.letter_nouns.isdisjoint(sentence.lows):
        return False
    k = index_from(sentence.tokens, clause.end, len(sentence.lows))
    noun = next(
        (n for n in range(k, min(k + NEAR, len(sentence.lows))) if sentence.lows[n] in language.words.letter_nouns),
        None,
    )
    if noun is None or not set(sentence.lows[k:noun]) <= language.words.before_letter:
        return False
    behind = sentence.lows[noun:]
    told = any(
        f.tense == "ing" and f.classes & {"say", "act", "think"} for low in behind for f in language.verbs.get(low, ())
    )
    return not told and language.words.relatives.isdisjoint(behind) and (behind[1:2] != ["of"] or lead_of(sentence))


NEAR: Final = 5
"""Words behind a verb among which the letter stands that was sent."""


def quoted_as(sentence: Sentence, clause: Clause) -> bool:
    """Say whether others tell what somebody said ("was quoted as saying that", "is reported to have told")."""
    k = index_from(sentence.tokens, clause.end, len(sentence.tokens))
    behind = tuple(sentence.lows[k : k + 3])
    return behind[:2] in {("as", "saying"), ("as", "telling")} or (
        behind[:2] == ("to", "have") and behind[2:] in {("said",), ("told",), ("stated",), ("stressed",), ("warned",)}
    )


def receives(sentence: Sentence, clause: Clause, state: State) -> bool:
    """Say whether the object of "welcomed" is a person who comes ("welcomed the President to the Citadel"), not a fact."""
    k = index_from(sentence.tokens, clause.end, -1)
    found = reference(sentence.tokens, k, state.actors) if k >= 0 else None
    if (
        clause.predicate.lemma == "call on"
        and k >= 0
        and (not found or found.kind == "person" or (found.kind == "joint" and found.persons))
        and "to" not in [t.low for t in sentence.tokens[k : k + 14]]
    ):
        return True
    if clause.predicate.lemma == "call on" and k >= 0 and sentence.tokens[k].low in {"and", ","}:
        return True
    if clause.predicate.lemma == "welcome" and k >= 0 and k < len(sentence.tokens) and sentence.tokens[k].low == "to":
        return True
    if not found or found.kind not in {"person", "role"}:
        return False
    if any(
        c.subject is clause.subject
        and (
            (c.predicate.classes & {"say", "act"} and not lead_of(sentence))
            or c.predicate.lemma in state.actors.language.words.thanking_verbs
        )
        for c in sentence.second
    ):
        return False
    return (
        clause.predicate.lemma != "call on"
        or found.last >= len(sentence.tokens)
        or sentence.tokens[found.last].low != "to"
    )


def person_acts(sentence: Sentence, state: State) -> Attribution | None:
    """A person with a verb of doing is narrated: "Brel met …", "He attended …" (section 7); with "and said" behind it, he speaks."""
    words = state.actors.language.words
    clause = sentence.front
    if (
        not clause
        or clause.subject.kind not in {"person", "role", "pronoun"}
        or clause.subject.word == "it"
        or clause.predicate.modal
    ):
        return None
    verb = clause.predicate
    if (
        verb.tense != "past"
        and not verb.passive
        and not verb.silent
        and not (verb.lemma in state.actors.language.words.attending_verbs and lead_of(sentence))
        and not has_met(clause, sentence, state)
    ):
        return None
    if begun := begins_by(sentence, clause, state):
        return said_by(begun, sentence, state, "person_acts")
    if verb.lemma == "be" and state.open_in(sentence.paragraph):
        return None
    if verb.lemma in state.actors.language.words.receiving:
        return Attribution(NARRATOR, "narration", cue_span(clause), clause=clause, rule="person_acts")
    if verb.classes and verb.classes <= {"joint"} and not verb.silent and verb.lemma not in words.reaching:
        return said_by(clause, sentence, state, "person_acts")
    speech = state.open_in(sentence.paragraph)
    if (
        speech
        and speech.voice.kind == "person"
        and told_of_past(sentence, state.actors.language)
        and resolve(clause.subject, state) is not speech.voice.person
    ):
        return None
    joined = second_verb(sentence, clause, state.actors.language)
    if (joined and not lead_of(sentence)) or leads_in(sentence, state.actors.language):
        return said_by(joined or clause, sentence, state, "person_acts")
    if joint_behind(sentence, state.actors.language):
        return None
    if not lead_of(sentence) and takes_stance(sentence, clause, state.actors.language):
        return said_by(clause, sentence, state, "person_acts")
    return Attribution(NARRATOR, "narration", cue_span(clause), clause=clause, rule="person_acts")


def takes_stance(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """Say whether a verb that no list has tells of a position: what people do in a readout is told by few verbs, what they say by any number."""
    verb = clause.predicate
    if verb.classes or verb.passive or verb.silent or verb.lemma in language.words.found_out:
        return False
    behind = len(sentence.tokens) - index_from(sentence.tokens, clause.end, len(sentence.tokens))
    return behind > MIN_STANCE and verb.lemma not in language.auxiliaries


MIN_STANCE: Final = 3
"""Words and marks behind a verb of no list, above which it has something said as its object ("played down the risk.")."""


def has_met(clause: Clause, sentence: Sentence, state: State) -> bool:
    """Say whether the source tells that somebody has met or will not speak again of others, outside anyone's speech ("The Vice President has held similar talks")."""
    speech = state.open_in(sentence.paragraph)
    verb = clause.predicate
    told = verb.tense == "perfect" and "narrate" in verb.classes and not verb.classes & {"say", "act", "think"}
    return told and clause.subject.kind == "person" and not (speech and (speech.voice.kind == "person" or speech.block))


def we_speak(sentence: Sentence, state: State) -> Attribution | None:
    """Outside anyone's speech "we" are the sides ("We reaffirmed"); "I" is the head whose house writes (sections 5 and 7)."""
    clause = sentence.front
    if not clause or clause.subject.kind != "first" or state.turn or sentence.inside:
        return None
    speech = state.open_in(sentence.paragraph)
    if clause.subject.word == "we" and state.institution:
        return None
    if clause.subject.word == "we":
        if (
            speech
            and speech.voice.kind == "person"
            and (speech.block or clause.predicate.tense != "past" or not state.statement)
        ):
            return None
        if not state.statement and speech is None and state.speech and state.speech.voice.kind == "person":
            return None
        return Attribution(JOINT, "joint", cue_span(clause), clause=clause, rule="we_speak")
    if speech and speech.voice.kind == "person":
        return None
    tokens = sentence.tokens
    spoken_of = [p for k in capitals(tokens) for p in state.actors.name_at(tokens, k)[0]]
    own = [
        p
        for p in state.actors.persons
        if p.rank < 3 and not p.unnamed and at_home(p, state) and (state.home or not p.qualified) and p not in spoken_of
    ]
    return (
        Attribution(Voice("person", own[0]), "pronoun", cue_span(clause), clause=clause, rule="we_speak")
        if len(own) == 1
        else Attribution(UNKNOWN, "none", rule="we_speak")
        if clause.predicate.classes or clause.predicate.modal
        else None
    )
