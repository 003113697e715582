"""Rules of a state or organisation that speaks for itself (section 6 of docs/genre.md); persons are not read here."""

from __future__ import annotations

from verbale.parse.reading import JOINT, NARRATOR, Attribution, Sentence, State, Voice
from verbale.parse.rules.cues import cue_span, told_of_past


def party_speaks(sentence: Sentence, state: State) -> Attribution | None:
    """A state or organisation speaks for itself outside anyone's speech: "The EU welcomes", "Kestria supports" (section 6)."""
    clause = sentence.front
    if not clause or clause.subject.kind != "party":
        return None
    verb = clause.predicate
    if state.institution and clause.subject.parties[0] != state.institution.party:
        return None
    speech = state.open_in(sentence.paragraph)
    reports = bool(verb.classes & {"say", "think", "act", "joint"}) or verb.stance
    if (
        speech
        and speech.voice.kind == "person"
        and not (
            state.statement
            and not speech.block
            and clause.subject.how == "name"
            and (verb.modal or verb.classes & {"act", "joint"})
        )
    ):
        own = (
            not state.statement
            and speech.voice.person is not None
            and speech.voice.person.state == clause.subject.parties[0]
        )
        if own or not (verb.tense == "past" and verb.classes & {"say", "act"} and not verb.modal and not speech.block):
            return None
    if verb.tense == "past" and not state.statement and told_of_past(sentence, state.actors.language):
        return None
    if clause.subject.how == "metonym" and not (verb.classes & {"say", "act"} and verb.tense == "past"):
        return None
    if verb.modal == "will" and clause.subject.word.endswith("s") and verb.lemma in state.actors.language.travelling:
        return None
    if verb.passive or not (reports or verb.modal or (verb.tense == "present" and verb.lemma not in {"be", "have"})):
        return None
    if not speech and not state.statement and verb.tense != "past" and resumable(sentence, state):
        return None
    return Attribution(
        Voice("party", party=clause.subject.parties[0]), "party", cue_span(clause), clause=clause, rule="party_speaks"
    )


def resumable(sentence: Sentence, state: State) -> bool:
    """Say whether the speech of a person in the paragraph before can go on in a new one without a cue (section 2)."""
    speech = state.speech
    person = speech.voice.person if speech else None
    if not speech or not person or speech.paragraph != sentence.paragraph - 1:
        return False
    party = sentence.front.subject.parties[0] if sentence.front and sentence.front.subject.parties else None
    return party is None or person.state in {None, party}


def institution_speaks(sentence: Sentence, state: State) -> Attribution | None:
    """In an organisation's own statement what has no other speaker is its own: "Kestria must open the strait." (section 6)."""
    if not state.institution or (sentence.index == 0 and sentence.tense in {"past", "none"}):
        return None
    return Attribution(state.institution, "party", rule="institution_speaks")


def it_goes_on(sentence: Sentence, state: State) -> Attribution | None:
    """With a verb of speaking "it" goes on with the party or body that spoke last, or whose work was told (section 6)."""
    clause, speech = sentence.front, state.speech
    if clause and clause.subject.word == "it" and state.body_met and not speech:
        stated = clause.predicate.classes & {"joint"} and clause.predicate.lemma not in state.actors.language.talking
        return (
            Attribution(JOINT, "joint", cue_span(clause), clause=clause, rule="it_goes_on")
            if stated and clause.predicate.reports
            else None
        )
    if (
        not clause
        or clause.subject.word != "it"
        or not speech
        or speech.voice.kind not in {"joint", "party"}
        or clause.predicate.lemma == "be"
        or clause.predicate.passive
    ):
        return None
    if speech.voice.kind == "joint" and clause.predicate.lemma in state.actors.language.talking:
        return Attribution(NARRATOR, "narration", cue_span(clause), clause=clause, rule="it_goes_on")
    verb = clause.predicate
    if not (
        verb.classes & {"say", "act", "joint"}
        or verb.modal
        or (verb.stance and not verb.negated and verb.lemma != "be clear")
    ):
        return None
    basis = speech.voice.kind
    return Attribution(speech.voice, basis, cue_span(clause), clause=clause, rule="it_goes_on")
