"""Rules of the source that tells of the meeting and of who was there (section 7 of docs/genre.md); a position is never narration."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.clauses import CLOSING, Clause
from verbale.parse.reading import NARRATOR, UNKNOWN, Attribution, Sentence, State
from verbale.parse.rules.cues import announced, cue_span
from verbale.parse.tokens import places
from verbale.span import Span

MAX_WE: Final = 60
"""Words within which those who say "we" are named."""


PAST: Final = frozenset({"past"})


PLAIN: Final = frozenset({"past", "base"})
"""Tenses of what several unnamed people say ("Analysts say …")."""


def roster(sentence: Sentence, language: Language) -> bool:
    """Say whether a sentence tells who was there."""
    lows = sentence.lows
    openers = language.words.roster_openers
    return (
        "attended" in lows
        or "attendance" in lows
        or (lows[0] in openers and not openers[lows[0]].isdisjoint(lows[1:2]))
        or lows[0] == "present"
        or ("present" in lows[-2:] and bool({"was", "were"} & set(lows)))
    ) and not sentence.first_person


def not_understood(sentence: Sentence, state: State) -> Attribution | None:
    """A paragraph in another language, outside a turn, is nobody's: no rule can read it (section 7)."""
    if sentence.foreign and not sentence.labelled and not state.turn:
        return Attribution(UNKNOWN, "none", rule="not_understood")
    return None


def nobody_named(sentence: Sentence, state: State) -> Attribution | None:
    """What somebody said whom the source does not name is nobody's: "a senior official said", "several leaders noted" (section 7)."""
    language = state.actors.language
    lows = sentence.lows
    if state.turn:
        return None
    if state.unnamed:
        cues = (*sentence.after, sentence.front)
        if again := next((c for c in cues if c and unnamed_again(c, sentence, state)), None):
            return Attribution(UNKNOWN, "none", cue_span(again), rule="nobody_named")
    if (k := unnamed_behind(lows, language)) is not None:
        return Attribution(UNKNOWN, "none", Span(sentence.tokens[k].start, sentence.tokens[k].end), rule="nobody_named")
    if sentence.first_person:
        return None
    if people := people_of_state(sentence, state):
        return Attribution(UNKNOWN, "none", people, rule="nobody_named")
    if lows[0] not in language.indefinite:
        return None
    heads = language.anonymous | language.joint_heads if lows[0] in language.words.some else language.anonymous
    head = next(
        (k for k, low in enumerate(lows[:8]) if low in heads or (lows[0] == "one" and f"{low}s" in heads)), None
    )
    if head is None or head + 1 >= len(lows):
        return None
    tenses = PLAIN if lows[head].endswith("s") and head < 2 and says(lows, head + 1, {"say"}, language, PLAIN) else PAST
    position = {"say", "act"} if lows[0] in language.words.some and lows[head] not in language.anonymous else {"say"}
    k = head + 1
    if lows[k] == "," and lows[k + 1 : k + 2] in (["who"], ["speaking"], ["briefed"], ["familiar"]):
        k = next((n + 1 for n in range(k + 1, len(lows)) if lows[n] == ","), len(lows))
    else:
        while k < min(len(lows), head + 8) and lows[k] != "," and not says(lows, k, position, language, tenses):
            k += 1
    if k < len(lows) and says(lows, k, position, language, tenses):
        return Attribution(UNKNOWN, "none", Span(sentence.tokens[0].start, sentence.tokens[k].end), rule="nobody_named")
    return None


def unnamed_behind(lows: list[str], language: Language) -> int | None:
    """Return the word that tells that somebody without a name said what stands before it ("…,” one official said on condition of anonymity")."""
    for k in places(lows, language.anonymous):
        if k < MIN_QUOTED or k + 1 >= len(lows) or not says(lows, k + 1, {"say"}, language, PAST):
            continue
        opening = next((n for n in range(k - 1, max(0, k - 5), -1) if lows[n] in language.words.unnamed_openers), None)
        if opening and lows[opening - 1] in CLOSING:
            return k
    return None


MIN_QUOTED: Final = 3
"""Words and marks before the one who said them, at least."""


def people_of_state(sentence: Sentence, state: State) -> Span | None:
    """Return the cue of what people of a state say whom the source does not name ("Kestria officials said", "The Orvish diplomats called for")."""
    tokens, lows, language = sentence.tokens, sentence.lows, state.actors.language
    if language.anonymous.isdisjoint(lows[1:5]):
        return None
    k = 1 if lows[0] == "the" else 0
    of, end = state.actors.gazetteer.demonym(tokens, k)
    said = of and end + 1 < len(lows) and lows[end] in language.anonymous and lows[end].endswith("s")
    if not said or not says(lows, end + 1, {"say", "act"}, language, PAST):
        return None
    return Span(tokens[0].start, tokens[end + 1].end)


def unnamed_again(clause: Clause, sentence: Sentence, state: State) -> bool:
    """Say whether a cue means one whom the document has told of without a name ("…, the official said")."""
    subject = clause.subject
    head = sentence.tokens[subject.last - 1].low if subject.kind in {"role", "joint"} else ""
    return head in state.actors.language.anonymous and clause.predicate.reports


def says(lows: list[str], k: int, classes: set[str], language: Language, tenses: frozenset[str]) -> bool:
    """Say whether a verb of some classes stands in one of some tenses at word `k`, its second word included ("called for")."""
    return any(
        f.tense in tenses and not classes.isdisjoint(f.classes) and tuple(lows[k + 1 : k + 1 + len(f.tail)]) == f.tail
        for f in language.verbs.get(lows[k], ())
    )


def paper_told(sentence: Sentence, language: Language) -> bool:
    """Say whether a sentence tells what becomes of a paper ("The full report will be published in May."): a notice, and nobody's words."""
    words = language.words
    lows = sentence.lows[:14]
    verb = next((k for k, low in enumerate(lows) if low in words.paper_verbs), None)
    return (
        verb is not None
        and lows[0] in {"the", "a"}
        and not language.writings.isdisjoint(lows[1:4])
        and (lows[verb] != "will" or lows[verb + 1 : verb + 2] == ["be"])
        and not words.done_with_papers.isdisjoint(lows[verb + 1 : verb + 4])
    )


def we_met(sentence: Sentence, language: Language) -> bool:
    """Say whether the sides tell of their meeting and state nothing yet ("We, the Ministers of the Lakes, met in Norr on 4 May.")."""
    words = language.words
    lows = sentence.lows
    if lows[:2] != ["we", ","]:
        return False
    verb = next(
        (k for k, low in enumerate(lows[:MAX_WE], 0) if low in words.gathered and lows[k - 1] in {",", "have", ")"}),
        None,
    )
    return verb is not None and not any(
        f.lemma in language.acts and f.tense != "ing" and (lows[k - 1] == "," or lows[k - 1] in words.joined_acts)
        for k in range(verb + 1, len(lows))
        for f in language.verbs.get(lows[k], ())
    )


def plan_told(sentence: Sentence, state: State) -> Attribution | None:
    """What one person will do on the journey is the source's own account, in a paragraph of the sides or with a near day: "She will visit the port", "Brel will fly home tomorrow" (section 7)."""
    clause = sentence.front
    if not clause or clause.predicate.modal != "will":
        return None
    language = state.actors.language
    if going_to(clause, sentence, language) and not state.statement and not state.turn:
        return Attribution(NARRATOR, "narration", cue_span(clause), rule="plan_told")
    if clause.subject.kind not in {"person", "role", "pronoun"}:
        return None
    if itinerary(clause, sentence, state):
        return Attribution(NARRATOR, "narration", cue_span(clause), rule="plan_told")
    speech = state.open_in(sentence.paragraph)
    if state.turn or sentence.inside or sentence.first_person or (speech and speech.block) or state.statement:
        return None
    if clause.predicate.lemma not in language.travelling or clause.predicate.passive:
        return None
    dated = any(t.capital and t.low in language.months for t in sentence.tokens)
    near = clause.subject.kind == "person" and (dated or not language.near_times.isdisjoint(sentence.lows))
    if (not speech and near) or (speech and (speech.voice.kind == "joint" or (speech.voice.kind == "person" and near))):
        return Attribution(NARRATOR, "narration", cue_span(clause), rule="plan_told")
    return None


def itinerary(clause: Clause, sentence: Sentence, state: State) -> bool:
    """Say whether a new paragraph tells what a guest will do before he leaves ("On the last day of his stay, he will open a hospital")."""
    language = state.actors.language
    verb = clause.predicate
    if not sentence.first or state.turn or state.statement or sentence.inside or sentence.first_person or verb.passive:
        return False
    lows = sentence.lows
    comma = next((k for k, low in enumerate(lows[:MAX_STAGE]) if low == ","), None)
    if comma is None or lows[0] not in language.words.stage_openers or not verb.classes & {"narrate"}:
        return False
    stage = lows[1:comma]
    return not language.words.stays.isdisjoint(stage) or not language.words.leaving.isdisjoint(stage)


MAX_STAGE: Final = 12
"""Words in which a sentence tells the stage of a visit, with the comma behind them."""


def going_to(clause: Clause, sentence: Sentence, language: Language) -> bool:
    """Say whether the sides' next journey or meeting is told of as settled ("Brel and Soras will be meeting later this month")."""
    verb = clause.predicate
    return (
        clause.subject.kind == "joint"
        and verb.lemma in language.travelling
        and sentence.tokens[verb.last - 1].low.endswith("ing")
    )


def invitation_told(sentence: Sentence, language: Language) -> bool:
    """Say whether a sentence only tells that an invitation was accepted, and not by whom."""
    lows = sentence.lows[:8]
    return (
        lows[0] in language.words.invitation_openers
        and "invitation" in lows[1:3]
        and "accepted" in lows
        and bool({"was", "has"} & set(lows))
        and language.words.accepted_by.isdisjoint(sentence.lows)
    )


def event_told(sentence: Sentence, state: State) -> Attribution | None:
    """The meeting itself, or a roster, is the subject: "The talks took place …", "Also present were …" (section 7)."""
    language = state.actors.language
    lows = sentence.lows[:6]
    if lows[:2] == ["it", "was"] and ("unclear" in lows or ("not" in lows and {"clear", "known"} & set(lows))):
        return Attribution(NARRATOR, "narration", rule="event_told")
    if lows[:1] == ["no"] and "details" in lows[1:4]:
        return Attribution(NARRATOR, "narration", rule="event_told")
    speech = state.open_in(sentence.paragraph)
    if speech and speech.block:
        return None
    if invitation_told(sentence, language):
        return Attribution(NARRATOR, "narration", rule="event_told")
    if announced(sentence, state) or we_met(sentence, language):
        return Attribution(NARRATOR, "narration", rule="event_told")
    if sentence.first and not sentence.item and not state.statement and paper_told(sentence, language):
        return Attribution(NARRATOR, "narration", rule="event_told")
    if sentence.item and not state.lead and sentence.tense == "none" and not speech:
        return Attribution(NARRATOR, "narration", rule="event_told")
    if roster(sentence, language) and not (speech and speech.voice.kind == "person" and sentence.tense != "past"):
        return Attribution(NARRATOR, "narration", rule="event_told")
    subject = lows[0] in language.words.before_event and not language.meeting_nouns.isdisjoint(lows[1:5])
    upcoming = subject and "next" in lows[:3] and not (speech and speech.block)
    if upcoming and not sentence.first_person:
        return Attribution(NARRATOR, "narration", rule="event_told")
    if subject and sentence.tense in {"past", "none"} and not sentence.first_person:
        return Attribution(NARRATOR, "narration", rule="event_told")
    return None


def source_tells(sentence: Sentence, state: State) -> Attribution | None:
    """An event in the past with nobody's position in it is the source's own narration, if the text tells of people or states at all (section 7)."""
    if not state.readout:
        return None
    if (
        sentence.index == 0
        or sentence.tense in {"past", "none"}
        or not state.speech
        or state.speech.voice.kind != "person"
        or sentence.headed
        or state.speech.paragraph < sentence.paragraph - 1
        or state.speech.direct
        or state.speech.behind
    ):
        return Attribution(NARRATOR, "narration", rule="source_tells")
    clause = sentence.front
    if clause and (clause.predicate.passive or clause.subject.kind in {"person", "role"}):
        return Attribution(NARRATOR, "narration", cue_span(clause), rule="source_tells")
    return None
