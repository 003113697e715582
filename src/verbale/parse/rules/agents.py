"""Rules of a person as the agent of a passive, who speaks (section 1 of docs/genre.md); the sides as agents are for `impersonal`."""

from __future__ import annotations

from verbale.parse.reading import Attribution, Sentence, State, Voice
from verbale.parse.references import reference
from verbale.parse.resolve import resolve
from verbale.parse.rules.cues import basis_of, lead_of
from verbale.parse.rules.impersonal import WAS
from verbale.parse.tokens import places
from verbale.span import Span


def agent_tells(sentence: Sentence, state: State) -> Attribution | None:
    """Who told, in the passive, is its agent: "Brel was informed by Harl that …", "It was stressed by Brel that …" (section 1)."""
    clause = sentence.front
    if not clause or not clause.predicate.passive or state.turn or lead_of(sentence):
        return None
    tokens, language = sentence.tokens, state.actors.language
    by = clause.predicate.last
    if by + 1 >= len(tokens) or tokens[by].low != "by":
        return None
    if clause.subject.word == "it":
        forms = language.verbs.get(clause.predicate.lemma, ())
        told = any(f.classes & {"say", "act"} and not f.tail for f in forms) and "that" in sentence.lows[by : by + 9]
    else:
        told = clause.subject.kind in {"person", "role", "pronoun"} and clause.predicate.lemma in language.words.told_by
    agent = reference(tokens, by + 1, state.actors) if told else None
    person = resolve(agent, state) if agent and agent.kind in {"person", "role"} else None
    if not agent or not person or person.rank > 2:
        return None
    cue = Span(clause.start, tokens[agent.last - 1].end)
    return Attribution(Voice("person", person), basis_of(agent), cue, rule="agent_tells")


def agent_reports(sentence: Sentence, state: State) -> Attribution | None:
    """The agent of a passive takes the position: "The offer was accepted by the Prime Minister of …" (section 1)."""
    tokens = sentence.tokens
    if sentence.front or state.turn:
        return None
    place = next(iter(places(sentence.lows, WAS)), None)
    if place is None or place > 25:
        return None
    for k in range(place + 1, min(place + 4, len(tokens) - 2)):
        verb = next(
            (
                f
                for f in state.actors.language.verbs.get(tokens[k].low, ())
                if f.tense in {"past", "participle"}
                and f.classes & {"act", "say"}
                and not (f.tail and tuple(sentence.lows[k + 1 : k + 1 + len(f.tail)]) != f.tail)
            ),
            None,
        )
        by = k + 1 + len(verb.tail) if verb else k
        by += 2 if verb and tuple(sentence.lows[by : by + 1]) == ("with",) else 0
        if verb and by + 1 < len(tokens) and tokens[by].low == "by":
            agent = reference(tokens, by + 1, state.actors)
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
