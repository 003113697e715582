"""Who speaks each sentence: an ordered table of named rules over an explicit state.

A rule looks at one sentence and the state and answers with an attribution or `None`; the first answer counts. A rule
changes nothing: `advance` alone moves the state on, so that for an explanation every rule can be asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Person, Reference
from verbale.parse.clauses import Clause, Predicate
from verbale.parse.furniture import same_series
from verbale.parse.reading import JOINT, NARRATOR, UNKNOWN, Attribution, Sentence, Speech, State, Voice
from verbale.parse.references import reference
from verbale.parse.resolve import at_home, resolve
from verbale.span import Span

Rule = Callable[[Sentence, State], Attribution | None]

ROSTER: Final = frozenset(
    {"attended", "present", "attending", "accompanied", "joined", "took place", "participated", "attend"}
)


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
    person = resolve(subject, state)
    if not person:
        return None
    origin = state.named_at.get(person.key) if basis_of(subject) == "pronoun" else None
    others = [
        v for c in sentence.second if takes_word(c, sentence) and (v := voice_of(c, state)) and v.person is not person
    ]
    also = tuple(v for n, v in enumerate(others) if v not in others[:n])
    return Attribution(
        Voice("person", person), basis_of(subject), cue_span(clause), origin, also=also, clause=clause, rule=rule
    )


def takes_word(clause: Clause, sentence: Sentence) -> bool:
    """Say whether a second clause takes the word itself ("…, while the President expressed", "to which he replied") and is no part of what is reported."""
    k = next((n for n, t in enumerate(sentence.tokens) if t.start >= clause.start), 0)
    before = [t.low for t in sentence.tokens[max(0, k - 3) : k]]
    return (
        bool({"while", "whereas", "which", "whom"} & set(before)) or before[-2:] == [",", "and"] or before[-1:] == [";"]
    )


def voice_of(clause: Clause, state: State) -> Voice | None:
    """Return the voice of a clause's subject."""
    if clause.subject.kind in {"joint", "body"}:
        return JOINT
    person = resolve(clause.subject, state)
    return Voice("person", person) if person else None


def sides_of(reference: Reference) -> tuple[Voice, ...]:
    """Return the sides that a joint subject names one by one."""
    return (*(Voice("person", p) for p in reference.persons), *(Voice("party", party=p) for p in reference.parties))


def turn_begins(sentence: Sentence, _state: State) -> Attribution | None:
    """A turn's label names its speaker. "Viktor Brel: Dear friends," (section 4)."""
    if not (sentence.labelled and sentence.first):
        return None
    if isinstance(sentence.label, Person):
        return Attribution(Voice("person", sentence.label), "named", rule="turn_begins")
    return Attribution(UNKNOWN, "none", rule="turn_begins")


def turn_goes_on(sentence: Sentence, state: State) -> Attribution | None:
    """A turn lasts until the next label, or until the report after a cut mark (section 4)."""
    if not state.turn:
        return None
    clause = sentence.front
    if block_lead(sentence) and clause and clause.subject.kind in {"person", "role"}:
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
    if sentence.separated and not sentence.first_person and roster(sentence):
        return Attribution(NARRATOR, "narration", rule="turn_goes_on")
    basis = "continued" if state.turn.voice.kind != "unknown" else "none"
    return Attribution(
        state.turn.voice, basis, origin=state.turn.origin if basis == "continued" else None, rule="turn_goes_on"
    )


def block_lead(sentence: Sentence) -> bool:
    """Say whether a sentence leads into somebody's own words over paragraphs ("The President said as follows:")."""
    lows = [t.low for t in sentence.tokens[-5:]]
    return (
        sentence.ends_colon
        and not sentence.before_quotation
        and ("follows" in lows or lows[-2:-1] in (["said"], ["stated"], ["words"], ["remarks"]))
    )


def letter_begins(sentence: Sentence, state: State) -> Attribution | None:
    """The salutation of a letter opens its sender's words ("Dear Prime Minister,")."""
    language = state.actors.language
    tokens = sentence.tokens
    if (
        not sentence.first
        or state.turn
        or len(tokens) > 10
        or tokens[-1].text not in {",", "!", ":"}
        or tokens[0].low not in language.salutations
    ):
        return None
    if not any(w in state.actors.letter_words for w in ("letter", "message", "telegram")):
        return None
    senders = [p for p in state.actors.persons if at_home(p, state) and p.rank < 3] or state.recent
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


def in_quotation(sentence: Sentence, state: State) -> Attribution | None:
    """A sentence inside a quotation is spoken by whom the quotation's cue names (section 3)."""
    if not (sentence.inside or (sentence.opens_inside and not sentence.after)) or not state.quotation:
        return None
    return Attribution(state.quotation.voice, "continued", origin=state.quotation.origin, rule="in_quotation")


def cue_behind(sentence: Sentence, state: State) -> Attribution | None:
    """A cue stands after or inside what is said: "…, said Brel, adding …", "Kestria, he added, …" (section 1)."""
    for clause in reversed(sentence.after):
        if clause.subject.kind == "party" and clause.subject.how == "metonym":
            continue
        found = said_by(clause, sentence, state, "cue_behind")
        if (
            found
            and found.voice.person
            and clause.subject.kind == "pronoun"
            and sentence.front
            and sentence.front.subject.kind in {"person", "role"}
            and (own := resolve(sentence.front.subject, state))
        ):
            found = replace(found, voice=Voice("person", own))
        if found:
            return found
    return None


def person_reports(sentence: Sentence, state: State) -> Attribution | None:
    """A person with a verb of speaking, thinking or asking is the speaker: "Brel said", "He hopes", "The President reiterated" (section 1)."""
    clause = sentence.front
    if not clause or clause.subject.kind not in {"person", "role", "pronoun"} or clause.subject.word == "it":
        return None
    verb = clause.predicate
    if verb.lemma == "call" and verb.tense == "past" and not receives(sentence, clause, state) and not verb.passive:
        return said_by(clause, sentence, state, "person_reports")
    if (
        verb.lemma in {"welcome", "greet", "receive", "call on", "present"}
        and not state.open_in(sentence.paragraph)
        and receives(sentence, clause, state)
    ):
        return None
    if not verb.reports or (verb.modal and verb.lemma not in {"like", "welcome", "want"}):
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
    return said_by(clause, sentence, state, "person_reports")


def receives(sentence: Sentence, clause: Clause, state: State) -> bool:
    """Say whether the object of "welcomed" is a person who comes ("welcomed the President to the Citadel"), not a fact."""
    k = next((n for n, t in enumerate(sentence.tokens) if t.start >= clause.end), None)
    found = reference(sentence.tokens, k, state.actors) if k is not None else None
    if (
        clause.predicate.lemma == "call on"
        and k is not None
        and (not found or found.kind == "person")
        and "to" not in [t.low for t in sentence.tokens[k : k + 14]]
    ):
        return True
    if (
        clause.predicate.lemma == "welcome"
        and k is not None
        and k < len(sentence.tokens)
        and sentence.tokens[k].low == "to"
    ):
        return True
    if not found or found.kind not in {"person", "role"}:
        return False
    if any(
        c.subject is clause.subject
        and (
            (c.predicate.classes & {"say", "act"} and not lead_of(sentence))
            or c.predicate.lemma in {"thank", "congratulate"}
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
        and not (verb.lemma in {"pay", "visit", "make", "attend"} and lead_of(sentence))
    ):
        return None
    if begun := begins_by(sentence, clause, state):
        return said_by(begun, sentence, state, "person_acts")
    if verb.lemma == "be" and state.open_in(sentence.paragraph):
        return None
    if verb.lemma in {"welcome", "greet", "receive", "call on", "present"}:
        return Attribution(NARRATOR, "narration", cue_span(clause), clause=clause, rule="person_acts")
    if verb.classes and verb.classes <= {"joint"}:
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
    if joined and not lead_of(sentence):
        return said_by(joined, sentence, state, "person_acts")
    if joint_behind(sentence, state.actors.language):
        return None
    return Attribution(NARRATOR, "narration", cue_span(clause), clause=clause, rule="person_acts")


def begins_by(sentence: Sentence, clause: Clause, state: State) -> Clause | None:
    """Return the clause of what a person began or ended by saying ("began by offering her condolences")."""
    tokens = sentence.tokens
    k = next((n for n, t in enumerate(tokens) if t.start >= clause.end), len(tokens))
    if (
        clause.predicate.lemma not in {"begin", "start", "open", "conclude", "close", "end", "finish"}
        or k + 1 >= len(tokens)
        or tokens[k].low != "by"
    ):
        return None
    form = next(
        (
            f
            for f in state.actors.language.verbs.get(tokens[k + 1].low, ())
            if f.tense == "ing" and f.classes & {"say", "act"}
        ),
        None,
    )
    return (
        replace(
            clause, predicate=replace(clause.predicate, lemma=form.lemma, classes=form.classes), end=tokens[k + 1].end
        )
        if form
        else None
    )


def lead_of(sentence: Sentence) -> bool:
    """Say whether a sentence opens the document."""
    return sentence.index == 0


def second_verb(sentence: Sentence, clause: Clause, language: Language) -> Clause | None:
    """Return the clause of a second verb of saying that shares the subject of the first ("met … and said that")."""
    for verb in sentence.second:
        if verb.subject is clause.subject and (
            (verb.predicate.classes & {"say"} and "narrate" not in verb.predicate.classes)
            or verb.predicate.lemma in language.courtesies
        ):
            return verb
    return None


def joint_behind(sentence: Sentence, language: Language) -> Clause | None:
    """Return a clause after the first in which the sides commit themselves ("…, and the two agreed to …")."""
    return next(
        (
            c
            for c in sentence.second
            if c.subject.kind in {"joint", "body"}
            and (c.predicate.lemma in language.committing or c.predicate.lemma in {"express", "voice", "share"})
            and c.predicate.tense == "past"
        ),
        None,
    )


def told_of_past(sentence: Sentence, language: Language) -> bool:
    """Say whether a sentence tells of an earlier time near its verb ("two years ago", "in 2019")."""
    end = sentence.front.predicate.last + 5 if sentence.front else len(sentence.tokens)
    tokens = sentence.tokens[:end]
    return any(
        t.low in language.past_times or (t.text.isdigit() and len(t.text) == 4 and k and tokens[k - 1].low == "in")
        for k, t in enumerate(tokens)
    )


def sides_speak(sentence: Sentence, state: State) -> Attribution | None:
    """The sides together take a position or commit themselves: "The two sides agreed", "They will" (section 5).

    Inside a person's open speech only a verb of the past that states a common act takes the word from him.
    """
    language = state.actors.language
    clause = sentence.front
    if not clause or clause.subject.kind not in {"joint", "body"}:
        return None
    verb, subject = clause.predicate, clause.subject
    speech = state.open_in(sentence.paragraph)
    if speech and speech.voice.kind == "person" and sentence.first and state.statement and not speech.block:
        speech = None
    within = bool(speech and speech.voice.kind == "person")
    if verb.negated and verb.lemma in {"agree", "decide", "reach", "resolve"}:
        return None
    if (
        within
        and state.statement
        and ((verb.tense == "present" and verb.lemma in state.actors.language.acts) or verb.tense == "perfect")
        and subject.how in {"title", "sides"}
        and not (speech and speech.block)
    ):
        within = False
    if within and (
        sentence.tokens[0].low in language.ordinals
        or subject.word in {"countries", "nations", "states", "peoples"}
        or (subject.kind != "body" and told_of_past(sentence, state.actors.language))
    ):
        return None
    if subject.kind == "body" and not (verb.classes & {"joint"} and verb.lemma not in language.talking):
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
    if verb.lemma in language.talking and not verb.modal:
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
        return attribution
    return attribution if committing_participle(sentence, clause, state) else None


def committing_participle(sentence: Sentence, clause: Clause, state: State) -> bool:
    """Say whether the sides commit themselves behind a verb of doing: "issued a statement, deciding to …", "met and agreed …"."""
    language = state.actors.language
    positions = {*language.acts, *language.expressing}
    return any(
        c.subject is clause.subject or c.subject.kind == "joint"
        for c in sentence.second
        if c.predicate.lemma in positions
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
            or not (verb.classes & {"narrate"} or verb.lemma in language.talking or verb.passive)
        )
    ):
        return None
    if speech and speech.voice.kind == "person" and any(t.low in language.past_times for t in sentence.tokens):
        return None
    if verb.tense == "past" or verb.passive or verb.lemma in language.talking:
        return Attribution(NARRATOR, "narration", cue_span(clause), clause=clause, rule="sides_act")
    return None


def party_speaks(sentence: Sentence, state: State) -> Attribution | None:
    """A state or organisation speaks for itself outside anyone's speech: "The EU welcomes", "Kestria supports" (section 6)."""
    clause = sentence.front
    if not clause or clause.subject.kind != "party":
        return None
    verb = clause.predicate
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
    if clause.subject.how == "metonym" and not (verb.classes & {"say", "act"} and verb.tense == "past"):
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
    return bool(
        speech and speech.voice.kind == "person" and speech.paragraph == sentence.paragraph - 1 and sentence.index > 0
    )


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


def roster(sentence: Sentence) -> bool:
    """Say whether a sentence tells who was there."""
    lows = [t.low for t in sentence.tokens]
    return (
        "attended" in lows
        or "attendance" in lows
        or lows[:2]
        in (["also", "present"], ["those", "present"], ["taking", "part"], ["also", "attending"], ["in", "attendance"])
        or lows[:1] == ["present"]
        or ("present" in lows[-2:] and bool({"was", "were"} & set(lows)))
    ) and not sentence.first_person


def impersonal(sentence: Sentence, state: State) -> Attribution | None:
    """What "was agreed" is the sides' ("It was agreed that …", section 5)."""
    tokens = sentence.tokens
    lows = [t.low for t in tokens[:7]]
    if (
        not state.turn
        and not sentence.front
        and not (state.speech and state.speech.block)
        and (passive := passive_position(sentence, state))
    ):
        return passive
    if state.turn or lows[:1] != ["it"] or not ({"was", "has"} & set(lows[1:3])):
        return None
    place = next(
        (
            k
            for k, low in enumerate(lows)
            if low
            in {
                "agreed",
                "decided",
                "resolved",
                "concluded",
                "emphasized",
                "emphasised",
                "stressed",
                "noted",
                "reaffirmed",
                "underlined",
                "underscored",
                "reiterated",
                "acknowledged",
                "recognized",
            }
        ),
        None,
    )
    if place is None:
        return None
    form = next((f for f in state.actors.language.verbs.get(tokens[place].low, ()) if not f.tail), None)
    lemma = form.lemma if form else "agree"
    subject = Reference("joint", 0, 1, how="pronoun", word="it")
    clause = Clause(
        subject,
        Predicate(lemma, frozenset({"joint"}), "past", 1, place + 1),
        "front",
        tokens[0].start,
        tokens[place].end,
    )
    return Attribution(JOINT, "joint", cue_span(clause), clause=clause, rule="impersonal")


def passive_position(sentence: Sentence, state: State) -> Attribution | None:
    """A position put in the passive without an agent is the sides' ("Mutual commitment to … was reaffirmed.")."""
    language = state.actors.language
    tokens = sentence.tokens
    place = next((k for k, t in enumerate(tokens) if t.low in {"was", "were"}), None)
    if place is None:
        return None
    for k in range(place + 1, min(place + 4, len(tokens))):
        form = next(
            (
                f
                for f in state.actors.language.verbs.get(tokens[k].low, ())
                if f.tense == "past" and f.lemma in language.passive_positions
            ),
            None,
        )
        if form and not any(t.low == "by" for t in tokens[k + 1 : k + 3]):
            subject = Reference("joint", 0, place, how="pronoun", word="")
            clause = Clause(
                subject,
                Predicate(form.lemma, form.classes, "past", k, k + 1),
                "passive",
                tokens[place].start,
                tokens[k].end,
            )
            return Attribution(JOINT, "joint", cue_span(clause), clause=clause, rule="impersonal")
    return None


def we_speak(sentence: Sentence, state: State) -> Attribution | None:
    """Outside anyone's speech "we" are the sides ("We reaffirmed"); "I" is the head whose house writes (sections 5 and 7)."""
    clause = sentence.front
    if not clause or clause.subject.kind != "first" or state.turn or sentence.inside:
        return None
    speech = state.open_in(sentence.paragraph)
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
    if speech:
        return None
    own = [p for p in state.actors.persons if at_home(p, state) and p.rank < 3]
    return (
        Attribution(Voice("person", own[0]), "pronoun", cue_span(clause), clause=clause, rule="we_speak")
        if len(own) == 1
        else None
    )


def it_goes_on(sentence: Sentence, state: State) -> Attribution | None:
    """With a verb of speaking "it" goes on with the party or body that spoke last (section 6)."""
    clause, speech = sentence.front, state.speech
    if (
        not clause
        or clause.subject.word != "it"
        or not speech
        or speech.voice.kind not in {"joint", "party"}
        or clause.predicate.lemma == "be"
        or clause.predicate.passive
    ):
        return None
    if not (clause.predicate.classes & {"say", "act", "joint"} or clause.predicate.modal):
        return None
    basis = speech.voice.kind
    return Attribution(speech.voice, basis, cue_span(clause), clause=clause, rule="it_goes_on")


def agent_reports(sentence: Sentence, state: State) -> Attribution | None:
    """The agent of a passive takes the position: "The offer was accepted by the Prime Minister of …" (section 1)."""
    tokens = sentence.tokens
    if sentence.front or state.turn:
        return None
    place = next((k for k, t in enumerate(tokens) if t.low in {"was", "were"}), None)
    if place is None or place > 25:
        return None
    for k in range(place + 1, min(place + 4, len(tokens) - 2)):
        verb = next(
            (
                f
                for f in state.actors.language.verbs.get(tokens[k].low, ())
                if f.tense in {"past", "participle"} and "act" in f.classes
            ),
            None,
        )
        if verb and tokens[k + 1].low == "by":
            agent = reference(tokens, k + 2, state.actors)
            person = resolve(agent, state) if agent and agent.kind in {"person", "role"} else None
            if agent and person and person.rank < 3:
                return Attribution(
                    Voice("person", person),
                    basis_of(agent),
                    Span(tokens[place].start, tokens[agent.last - 1].end),
                    rule="agent_reports",
                )
            return None
    return None


def event_told(sentence: Sentence, state: State) -> Attribution | None:
    """The meeting itself, or a roster, is the subject: "The talks took place …", "Also present were …" (section 7)."""
    language = state.actors.language
    lows = [t.low for t in sentence.tokens[:6]]
    speech = state.open_in(sentence.paragraph)
    if speech and speech.block:
        return None
    if sentence.item and not state.lead and sentence.tense == "none" and not speech:
        return Attribution(NARRATOR, "narration", rule="event_told")
    if roster(sentence) and not (speech and speech.voice.kind == "person" and sentence.tense != "past"):
        return Attribution(NARRATOR, "narration", rule="event_told")
    subject = lows[:1] in (["the"], ["this"], ["both"], ["their"], ["today's"]) and any(
        w in language.meeting_nouns for w in lows[1:5]
    )
    upcoming = subject and "next" in lows[:3] and not (speech and speech.block)
    if upcoming and not sentence.first_person:
        return Attribution(NARRATOR, "narration", rule="event_told")
    if subject and sentence.tense in {"past", "none"} and not sentence.first_person:
        return Attribution(NARRATOR, "narration", rule="event_told")
    return None


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
    return Attribution(speech.voice, "continued", origin=speech.origin, rule="speech_goes_on")


def speech_resumes(sentence: Sentence, state: State) -> Attribution | None:
    """In a new paragraph that reads as opinion or plan the speech of the paragraph before goes on (section 2, "new paragraph, no cue")."""
    speech = state.speech
    if (
        not speech
        or speech.paragraph != sentence.paragraph - 1
        or speech.voice.kind in {"narrator", "unknown", "party"}
    ):
        return None
    if sentence.headed or sentence.separated or sentence.item or speech.direct:
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


def joint_document(sentence: Sentence, state: State) -> Attribution | None:
    """In the sides' own joint statement what has no other speaker is theirs (section 5)."""
    if not state.statement or (sentence.tense == "past" and not sentence.first_person):
        return None
    clause = sentence.front
    return Attribution(JOINT, "joint", cue_span(clause) if clause else None, clause=clause, rule="joint_document")


def source_tells(sentence: Sentence, state: State) -> Attribution | None:
    """An event in the past with nobody's position in it is the source's own narration (section 7)."""
    if (
        sentence.index == 0
        or sentence.tense in {"past", "none"}
        or not state.speech
        or state.speech.voice.kind != "person"
        or sentence.headed
        or state.speech.paragraph < sentence.paragraph - 1
        or state.speech.direct
    ):
        return Attribution(NARRATOR, "narration", rule="source_tells")
    clause = sentence.front
    if clause and (clause.predicate.passive or clause.subject.kind in {"person", "role"}):
        return Attribution(NARRATOR, "narration", cue_span(clause), rule="source_tells")
    return None


RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("turn_begins", turn_begins),
    ("letter_begins", letter_begins),
    ("turn_goes_on", turn_goes_on),
    ("in_quotation", in_quotation),
    ("cue_behind", cue_behind),
    ("person_reports", person_reports),
    ("proposals_go_on", proposals_go_on),
    ("list_item", list_item),
    ("person_acts", person_acts),
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
    ("joint_document", joint_document),
    ("speech_resumes", speech_resumes),
    ("source_tells", source_tells),
)


def attribute(sentence: Sentence, state: State) -> Attribution:
    """Return who speaks a sentence: the first rule's answer, or `unknown` where none has one."""
    for _, rule in RULES:
        found = rule(sentence, state)
        if found:
            return found
    return Attribution(UNKNOWN, "none", rule="none")


def explain(sentence: Sentence, state: State) -> list[Attribution]:
    """Return the answers of all rules that have one, in their order; the first is the one that counts."""
    return [found for _, rule in RULES if (found := rule(sentence, state))]


def advance(sentence: Sentence, attribution: Attribution, state: State) -> None:
    """Move the state on behind a sentence and its attribution."""
    language = state.actors.language
    voice = attribution.voice
    if clause_person(attribution, sentence):
        state.recent_paragraph = sentence.paragraph
    if (sentence.labelled and sentence.first) or (block_lead(sentence) and voice.kind == "person"):
        state.turn = Speech(voice, sentence.index, sentence.paragraph, block=True, direct=True)
    elif state.turn and (voice.kind == "narrator" or not attribution.rule.startswith("turn")):
        state.turn = None
    state.turn_labelled = bool(state.turn) and ((sentence.labelled and sentence.first) or state.turn_labelled)
    if attribution.rule == "letter_begins":
        state.turn = Speech(voice, sentence.index, sentence.paragraph, block=True, direct=True)
    clause = attribution.clause or sentence.front
    if voice.kind == "person" and voice.person:
        state.name(voice.person)
        note_gender(attribution, voice.person)
    elif voice.kind == "narrator" and clause and clause.subject.kind in {"person", "role", "pronoun"}:
        person = resolve(clause.subject, state)
        if person:
            state.name(person)
    if voice.person and attribution.basis == "named":
        state.named_at[voice.person.key] = sentence.index
    if attribution.rule == "proposals_go_on" and state.proposals:
        state.proposals.paragraph = sentence.paragraph
        state.speech = state.proposals
        return
    if voice.kind == "person" and {t.low for t in sentence.tokens} & language.proposals:
        state.proposals = Speech(voice, sentence.index, sentence.paragraph)
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
            block = (voice.kind == "person" and sentence.ends_colon and not sentence.before_quotation) or bool(
                state.speech and state.speech.block and state.speech.voice == voice
            )
            origin = state.named_at.get(voice.person.key, sentence.index) if voice.person else sentence.index
            quoted = bool(sentence.after) and sentence.opens_inside
            state.speech = Speech(voice, origin, sentence.paragraph, block=block, direct=quoted)
        elif attribution.rule not in {"list_item", "in_quotation"}:
            state.speech.paragraph = sentence.paragraph
    elif voice.kind == "narrator":
        state.speech = None
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


def clause_person(attribution: Attribution, sentence: Sentence) -> bool:
    """Say whether a sentence names or refers to a person as its speaker or subject."""
    return attribution.voice.kind == "person" or bool(
        sentence.front and sentence.front.subject.kind in {"person", "role", "pronoun"}
    )


def note_gender(attribution: Attribution, person: Person) -> None:
    """Keep the gender that a pronoun reveals of a person."""
    clause = attribution.clause
    if clause and clause.subject.kind == "pronoun" and person.gender is None:
        person.gender = {"he": "male", "she": "female"}.get(clause.subject.word)
