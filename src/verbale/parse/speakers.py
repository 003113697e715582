"""Who speaks each sentence: an ordered table of named rules over an explicit state.

A rule looks at one sentence and the state and answers with an attribution or `None`; the first answer counts. A rule
changes nothing: `advance` alone moves the state on, so that for an explanation every rule can be asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from verbale.language import Language
from verbale.parse.clauses import CLOSING
from verbale.parse.jointphrases import possessive
from verbale.parse.persons import Person
from verbale.parse.reading import UNKNOWN, Attribution, Sentence, Speech, State
from verbale.parse.resolve import resolve
from verbale.parse.rules.agents import agent_reports, agent_tells
from verbale.parse.rules.continuing import joint_document, speech_goes_on, speech_resumes
from verbale.parse.rules.cues import announced, writer
from verbale.parse.rules.impersonal import impersonal, sides_as_agent
from verbale.parse.rules.lists import list_item, operative_clause, proposals_go_on, sides_listed
from verbale.parse.rules.narration import event_told, nobody_named, not_understood, plan_told, source_tells
from verbale.parse.rules.parties import institution_speaks, it_goes_on, party_speaks
from verbale.parse.rules.persons import person_acts, person_reports, we_speak
from verbale.parse.rules.quotations import cue_behind, in_quotation, paper_quoted
from verbale.parse.rules.sides import sides_act, sides_behind, sides_speak
from verbale.parse.rules.turns import OPENING_MARKS, block_lead, letter_begins, turn_begins, turn_goes_on

Rule = Callable[[Sentence, State], Attribution | None]


OPENING: Final = 3
"""Sentences in which an organisation's own statement names it."""


RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("turn_begins", turn_begins),
    ("not_understood", not_understood),
    ("letter_begins", letter_begins),
    ("turn_goes_on", turn_goes_on),
    ("in_quotation", in_quotation),
    ("cue_behind", cue_behind),
    ("paper_quoted", paper_quoted),
    ("nobody_named", nobody_named),
    ("person_reports", person_reports),
    ("agent_tells", agent_tells),
    ("proposals_go_on", proposals_go_on),
    ("list_item", list_item),
    ("sides_listed", sides_listed),
    ("operative_clause", operative_clause),
    ("sides_as_agent", sides_as_agent),
    ("person_acts", person_acts),
    ("plan_told", plan_told),
    ("sides_speak", sides_speak),
    ("sides_behind", sides_behind),
    ("sides_act", sides_act),
    ("party_speaks", party_speaks),
    ("we_speak", we_speak),
    ("it_goes_on", it_goes_on),
    ("impersonal", impersonal),
    ("agent_reports", agent_reports),
    ("event_told", event_told),
    ("speech_goes_on", speech_goes_on),
    ("institution_speaks", institution_speaks),
    ("joint_document", joint_document),
    ("speech_resumes", speech_resumes),
    ("source_tells", source_tells),
)


def attribute(sentence: Sentence, state: State) -> Attribution:
    """Return who speaks a sentence: the first rule's answer, or `unknown` where none has one."""
    for _, rule in RULES:
        found = rule(sentence, state)
        if found is not None:
            return found
    return Attribution(UNKNOWN, "none", rule="none")


def explain(sentence: Sentence, state: State) -> list[Attribution]:
    """Return the answers of all rules that have one, in their order; the first is the one that counts."""
    return [found for _, rule in RULES if (found := rule(sentence, state))]


def advance(sentence: Sentence, attribution: Attribution, state: State) -> None:
    """Move the state on behind a sentence and its attribution."""
    language = state.actors.language
    voice = attribution.voice
    remember(sentence, attribution, state)
    move_turn(sentence, attribution, state)
    if named := named_last(sentence, attribution, state):
        state.name(named)
    clause = attribution.clause or sentence.front
    state.sender, state.writer = announced(sentence, state), writer(sentence, state) or state.writer
    state.body_met, state.statement = (
        bool(clause and clause.subject.kind == "body" and clause.subject.word in language.joint_bodies),
        state.statement or (sentence.first and opens_statement(sentence)),
    )
    if voice.kind == "person" and voice.person:
        note_gender(attribution, voice.person, language)
    if voice.person and attribution.basis == "named":
        state.named_at[voice.person.key] = sentence.index
    if attribution.rule == "proposals_go_on" and state.proposals:
        state.proposals.paragraph, state.proposed = (
            sentence.paragraph,
            state.proposed + (sentence.item and sentence.first),
        )
        state.speech = state.proposals
        return
    if voice.kind == "person" and not language.proposals.isdisjoint(sentence.lows):
        state.proposals, state.proposed = Speech(voice, sentence.index, sentence.paragraph), 0
    elif (
        voice.kind == "person"
        and state.proposals
        and attribution.basis != "continued"
        and voice.person is not state.proposals.voice.person
    ):
        state.proposals = None
    if voice.kind in {"person", "joint", "party"}:
        cued = attribution.basis != "continued"
        if cued or not state.speech:
            block = (voice.kind == "person" and opens_block(sentence, attribution)) or bool(
                state.speech and state.speech.block and state.speech.voice == voice
            )
            origin = state.named_at.get(voice.person.key, sentence.index) if voice.person else sentence.index
            quoted = bool(sentence.after) and sentence.opens_inside
            behind = attribution.rule == "cue_behind"
            state.speech = Speech(voice, origin, sentence.paragraph, block=block, direct=quoted, behind=behind)
        elif attribution.rule not in {"list_item", "in_quotation"}:
            state.speech.paragraph = sentence.paragraph
    elif voice.kind == "narrator":
        state.speech = None
    if state.own and not state.institution and attribution.rule == "party_speaks" and sentence.index < OPENING:
        state.institution = voice
    if sentence.ends_colon and attribution.rule != "list_item":
        state.lead, state.lead_index, state.lead_marker, state.series = (
            attribution,
            sentence.index,
            sentence.marker,
            None,
        )
    elif attribution.rule == "list_item":
        state.series = sentence.marker
    elif sentence.first:
        state.lead = None


def move_turn(sentence: Sentence, attribution: Attribution, state: State) -> None:
    """Open, keep or end the turn of a transcript or letter behind a sentence."""
    voice = attribution.voice
    begins = (sentence.labelled and sentence.first) or attribution.rule == "turn_begins"
    if begins or (block_lead(sentence) and voice.kind == "person"):
        state.turn = Speech(voice, sentence.index, sentence.paragraph, block=True, direct=True)
    elif state.turn and (voice.kind == "narrator" or not attribution.rule.startswith("turn")):
        state.turn = None
    if state.turn and state.turn.quoted:
        state.turn.closed = sentence.tokens[-1].text in CLOSING
    state.turn_labelled = bool(state.turn) and (begins or state.turn_labelled)
    if attribution.rule == "letter_begins":
        quoted = sentence.tokens[0].text in OPENING_MARKS
        state.turn = Speech(voice, sentence.index, sentence.paragraph, block=True, direct=True, quoted=quoted)


def opens_block(sentence: Sentence, attribution: Attribution) -> bool:
    """Say whether a lead-in opens somebody's words over paragraphs, and neither a quotation nor a list under his bare title."""
    return sentence.ends_colon and not sentence.before_quotation and attribution.rule != "sides_listed"


def opens_statement(sentence: Sentence) -> bool:
    """Say whether the sides' own statement begins inside a release ("We, the Lakes Prime Ministers, reaffirm …"): what follows is theirs."""
    front = sentence.front
    return bool(front and front.subject.how == "we" and front.predicate.tense == "present")


def named_last(sentence: Sentence, attribution: Attribution, state: State) -> Person | None:
    """Return the person whom a pronoun in the next sentence can mean first: who speaks, or of whom the source tells."""
    voice = attribution.voice
    clause = attribution.clause or sentence.front
    if voice.kind == "person":
        return voice.person
    if voice.kind != "narrator":
        return None
    if not clause:
        return opening_name(sentence, state)
    return resolve(clause.subject, state) if clause.subject.kind in {"person", "role", "pronoun"} else None


def opening_name(sentence: Sentence, state: State) -> Person | None:
    """Return the person with whose name a sentence opens, whatever its verb ("Brel, beside him, struck a milder note.")."""
    if not sentence.tokens[0].capital:
        return None
    found, end = state.actors.name_at(sentence.tokens, 0)
    return found[0] if len(found) == 1 and not possessive(sentence.tokens, end) else None


def remember(sentence: Sentence, attribution: Attribution, state: State) -> None:
    """Keep who spoke last, with whom the paragraph began, and whether words were reported before any turn; and where a person was referred to."""
    if clause_person(attribution, sentence):
        state.recent_paragraph = sentence.paragraph
    if attribution.voice.kind == "person":
        state.spoke = attribution.voice.person
    if sentence.first:
        state.topic = subject_of(sentence, state)
    state.unnamed = state.unnamed or attribution.rule == "nobody_named"
    state.told = state.told or (not state.turn and attribution.rule in {"person_reports", "cue_behind"})


def subject_of(sentence: Sentence, state: State) -> Person | None:
    """Return the person of whom a sentence tells, by name or role."""
    front = sentence.front
    return resolve(front.subject, state) if front and front.subject.kind in {"person", "role"} else None


def clause_person(attribution: Attribution, sentence: Sentence) -> bool:
    """Say whether a sentence names or refers to a person as its speaker or subject."""
    return attribution.voice.kind == "person" or bool(
        sentence.front and sentence.front.subject.kind in {"person", "role", "pronoun"}
    )


def note_gender(attribution: Attribution, person: Person, language: Language) -> None:
    """Keep the gender that a pronoun reveals of a person."""
    clause = attribution.clause
    if clause and clause.subject.kind == "pronoun" and person.gender is None:
        person.gender = language.words.pronoun_genders.get(clause.subject.word)
