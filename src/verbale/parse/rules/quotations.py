"""Rules of quotations and of cues behind what is said (sections 1 and 3 of docs/genre.md); whose a quotation is, `attribution` finds out."""

from __future__ import annotations

from typing import Final

from verbale.parse.clauses import Clause
from verbale.parse.persons import Person
from verbale.parse.reading import Attribution, Sentence, State, Voice
from verbale.parse.resolve import resolve
from verbale.parse.rules.cues import said_by
from verbale.span import Span

BEFORE_PAPER: Final = frozenset({",", "”", '"', "»", "’"})


def in_quotation(sentence: Sentence, state: State) -> Attribution | None:
    """A sentence inside a quotation is spoken by whom the quotation's cue names (section 3)."""
    if not (sentence.inside or (sentence.opens_inside and not sentence.after)) or not state.quotation:
        return None
    return Attribution(state.quotation.voice, "continued", origin=state.quotation.origin, rule="in_quotation")


def paper_quoted(sentence: Sentence, state: State) -> Attribution | None:
    """A letter that is quoted is its sender's, of whom the source told before: "…," the message reads (section 3)."""
    lows = sentence.lows
    if state.actors.language.papers.isdisjoint(lows):
        return None
    for k in range(len(lows) - 2):
        if (
            lows[k] == "the"
            and lows[k + 1] in state.actors.language.papers
            and lows[k + 2] in state.actors.language.words.paper_speaks
            and lows[k - 1] in BEFORE_PAPER
            and k
            and state.recent
        ):
            sender = state.recent[0]
            cue = Span(sentence.tokens[k].start, sentence.tokens[k + 2].end)
            return Attribution(
                Voice("person", sender), "pronoun", cue, state.named_at.get(sender.key), rule="paper_quoted"
            )
    return None


def names_source(clause: Clause, sentence: Sentence) -> bool:
    """Say whether a cue names the house or its paper, in which others are told of: ", the Kremlin said", "…, the statement read"."""
    if clause.subject.kind == "party":
        return clause.subject.how == "metonym" or sentence.tokens[clause.subject.last - 1].low == "ministry"
    words = {t.low for t in sentence.tokens[clause.subject.first : clause.subject.last]}
    return clause.subject.kind == "body" and clause.subject.word == "statement" and "joint" not in words


def of_his_state(clause: Clause, sentence: Sentence) -> Clause:
    """Return a cue by a title that several hold as that of the one whose state wishes or will do what is said ("Kestria is willing to …, the president said")."""
    front, subject = sentence.front, clause.subject
    if not front or front.subject.kind != "party" or len(subject.persons) < 2 or subject.how == "name":
        return clause
    verb = front.predicate
    wishes = verb.stance or verb.modal or (verb.tense == "present" and (verb.reports or not verb.classes))
    own = tuple(p for p in subject.persons if p.state == front.subject.parties[0])
    return clause._replace(subject=subject._replace(persons=own)) if wishes and len(own) == 1 else clause


def cue_behind(sentence: Sentence, state: State) -> Attribution | None:
    """A cue stands after or inside what is said: "…, said Brel, adding …", "Kestria, he added, …" (section 1)."""
    for clause in reversed(sentence.after):
        if names_source(clause, sentence):
            continue
        found = said_by(of_his_state(clause, sentence), sentence, state, "cue_behind")
        if (
            found
            and found.voice.person
            and clause.subject.kind == "pronoun"
            and not sentence.text_at(clause.start, "according")
            and sentence.front
            and sentence.front.subject.kind in {"person", "role"}
            and (own := resolve(sentence.front.subject, state))
        ):
            found = found._replace(voice=Voice("person", own))
        if found and clause.subject.kind == "pronoun" and (topic := taken_up(sentence, state, found.voice.person)):
            found = found._replace(voice=Voice("person", topic))
        if found:
            return found
    return None


def taken_up(sentence: Sentence, state: State, person: Person | None) -> Person | None:
    """Return the one who spoke last and with whom the paragraph before began, where a new paragraph's quotation goes on with him.

    "Talvik called for patrols. / Talvik spoke in Norr. Ferrel chaired the session. / "The nets are mended," she said."
    """
    if not sentence.first or not sentence.tokens or sentence.tokens[0].text not in {'"', "“", "«"}:
        return None
    topic = state.topic
    return topic if topic and topic is state.spoke and topic is not person and person is not None else None
