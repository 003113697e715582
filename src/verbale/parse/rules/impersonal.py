"""Rules of the sides where no sentence begins with them: what was agreed, reached or reaffirmed, and what others were asked by them (section 5 of docs/genre.md)."""

from __future__ import annotations

from typing import Final

from verbale.parse.clauses import Clause
from verbale.parse.persons import Reference
from verbale.parse.predicates import Predicate
from verbale.parse.reading import JOINT, Attribution, Sentence, State
from verbale.parse.references import reference
from verbale.parse.rules.cues import cue_span, sides_of, told_of_past
from verbale.parse.tokens import places

WAS: Final = frozenset({"was", "were"})


MAX_SUBJECT: Final = 25
"""Words before the verb of a passive whose agent is looked for."""


def sides_as_agent(sentence: Sentence, state: State) -> Attribution | None:
    """What was done by the sides with a verb of position is theirs: "The committee was instructed by both leaders to report" (section 5)."""
    tokens, language = sentence.tokens, state.actors.language
    place = next((k for k in places(sentence.lows, BY) if 1 < k < MAX_SUBJECT), None)
    if place is None or state.turn or state.institution or (state.speech and state.speech.block):
        return None
    form = next(
        (f for f in language.verbs.get(tokens[place - 1].low, ()) if f.tense in DONE and "joint" in f.classes), None
    )
    if (
        not form
        or not (form.lemma in language.acts or form.lemma in language.expressing)
        or WAS.isdisjoint(sentence.lows[max(0, place - 4) : place - 1])
    ):
        return None
    agent = reference(tokens, place + 1, state.actors)
    if not agent or agent.kind != "joint" or sentence.inside or told_of_past(sentence, language):
        return None
    verb = Predicate(form.lemma, form.classes, "past", place - 1, place)
    task = agent.last < len(tokens) and tokens[agent.last].low in {"to", "with"}
    clause = Clause(agent, verb, "front" if task else "passive", tokens[place - 1].start, tokens[agent.last - 1].end)
    return Attribution(JOINT, "joint", cue_span(clause), None, sides_of(agent), clause=clause, rule="sides_as_agent")


BY: Final = frozenset({"by"})


DONE: Final = frozenset({"past", "participle"})
"""Tenses of a verb behind "was"."""


def impersonal(sentence: Sentence, state: State) -> Attribution | None:
    """What "was agreed" is the sides' ("It was agreed that …", section 5)."""
    if state.institution:
        return None
    tokens = sentence.tokens
    lows = sentence.lows[:7]
    if (
        not state.turn
        and not sentence.front
        and not (state.speech and state.speech.block)
        and (passive := reached(sentence, state) or passive_position(sentence, state))
    ):
        return passive
    if not state.turn and lows[:2] == ["there", "was"] and (found := agreement_stated(sentence, state)):
        return found
    if state.turn or lows[:1] != ["it"] or not ({"was", "has"} & set(lows[1:3])):
        return None
    place = next(
        (k for k, low in enumerate(lows) if low in state.actors.language.words.impersonal_verbs),
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


def agreement_stated(sentence: Sentence, state: State) -> Attribution | None:
    """An agreement that "there was" is the sides' ("There was broad agreement that …"), outside anyone's speech."""
    language = state.actors.language
    tokens = sentence.tokens
    k = next((n for n in range(2, min(5, len(tokens) - 1)) if tokens[n].low in language.reached), None)
    if k is None or tokens[k + 1].low not in language.words.agreement_openers or sentence.lows[2] == "no":
        return None
    if state.open_in(sentence.paragraph) and state.speech and state.speech.voice.kind == "person":
        return None
    subject = Reference("joint", 0, 1, how="pronoun", word="")
    verb = Predicate("agree", frozenset({"joint", "act"}), "past", k, k + 1)
    clause = Clause(subject, verb, "front", tokens[0].start, tokens[k].end)
    return Attribution(JOINT, "joint", cue_span(clause), clause=clause, rule="impersonal")


def reached(sentence: Sentence, state: State) -> Attribution | None:
    """An agreement that "was reached" is the sides' ("Agreement was reached on …"), unless a person speaks of an earlier one."""
    language = state.actors.language
    words = language.words
    tokens = sentence.tokens
    place = next((k for k, t in enumerate(tokens[:12]) if t.low in words.been), None)
    if place is None or place + 1 >= len(tokens):
        return None
    k = place + 2 if tokens[place + 1].low.endswith("ly") or tokens[place + 1].low == "also" else place + 1
    k = place if tokens[place].low == "emerged" else k
    before = {t.low for t in tokens[:place]}
    if (
        k + 1 >= len(tokens)
        or tokens[k].low not in words.reached_participles
        or not before & language.reached
        or before & words.not_reached
        or tokens[k + 1].low not in words.reached_openers
        or {t.low for t in tokens} & language.past_times
    ):
        return None
    speech = state.open_in(sentence.paragraph)
    if speech and speech.voice.kind == "person" and speech.block:
        return None
    subject = Reference("joint", 0, place, how="pronoun", word="")
    clause = Clause(
        subject,
        Predicate("agree", frozenset({"joint", "act"}), "past", k, k + 1),
        "front",
        tokens[0].start,
        tokens[k].end,
    )
    return Attribution(JOINT, "joint", cue_span(clause), clause=clause, rule="impersonal")


def passive_position(sentence: Sentence, state: State) -> Attribution | None:
    """A position put in the passive without an agent is the sides' ("Mutual commitment to … was reaffirmed.")."""
    language = state.actors.language
    tokens = sentence.tokens
    place = next(iter(places(sentence.lows, WAS)), None)
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
        if form and form.lemma == "voice" and language.position_nouns.isdisjoint(sentence.lows[:place]):
            return None
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
