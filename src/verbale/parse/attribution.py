"""Body paragraphs to attributed sentences: builds what the rules look at, asks them in order, keeps the state moving."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.building import build, looked_into
from verbale.parse.furniture import Paragraph, Piece
from verbale.parse.genders import reveal_genders, vote_genders
from verbale.parse.persons import Person
from verbale.parse.quoted import Quoted
from verbale.parse.quotes import speech_of, touching
from verbale.parse.reading import Attribution, Frame, Sentence, Speech, State, Voice
from verbale.parse.rules.cues import said_by
from verbale.parse.speakers import advance, attribute, explain
from verbale.parse.tokens import Token, places

OPENING: Final = 8
"""Sentences at a text's beginning by which it shows whether it is a speech."""


LEAD: Final = 2
"""Sentences in which a report tells where a visit led."""


SPOKEN: Final = 2
"""Sentences in the first person that show that somebody's own words follow."""


class Statement(NamedTuple):
    """A sentence with its attribution and its speech; `others` are the rules that would have answered too."""

    sentence: Sentence
    attribution: Attribution
    speech: str
    others: tuple[Attribution, ...] = ()


def attribute_all(
    text: str,
    body: list[Paragraph],
    streams: Mapping[int, list[Token]],
    actors: Actors,
    *,
    frame: Frame,
    why: bool = False,
) -> tuple[list[Statement], list[Piece]]:
    """Return the statements of a body in order with their speakers, and the stage directions between them.

    With `why` the other rules are asked too.
    """
    sentences, quotes, stages = build(text, body, streams, actors)
    reveal_genders(sentences, actors)
    vote_genders(sentences, actors)
    state = State(actors, statement=frame.statement, home=frame.home, readout=is_readout(sentences, actors))
    if frame.floor and has_floor(frame.floor, sentences):
        state.floor = frame.floor
    elif not frame.floor and (speaking := before_the_press(sentences, actors.language)):
        state.floor, state.floor_from = speaking, 1
    state.own = frame.own and state.floor is None
    beyond = sentences[0].span.end if sentences else 0
    state.leading = frozenset(p.key for p in actors.persons if any(m.start < beyond for m in p.mentions))
    state.visited = state_visited(sentences[:LEAD], actors)
    state.traveller = traveller(sentences[0], actors) if sentences else None
    state.institution = Voice("party", party=frame.party) if frame.party and state.own else None
    done: list[Statement] = []
    spans = [q.span for q in quotes]
    opened: set[int] = set()
    at = 0
    for each in sentences:
        s = each
        while at < len(quotes) and quotes[at].span.end <= s.span.start:
            at += 1
        quote = quotes[at] if at < len(quotes) and quotes[at].span.start <= s.span.start < quotes[at].span.end else None
        state.quotation = owner(quote, s, sentences, done, state) if quote else None
        if quote and quote.span.start in opened:
            state.quotation = None
        if quote and not state.quotation and quote.cue is None:
            opened.add(quote.span.start)
            s = looked_into(s, actors)
        state.paragraph = s.paragraph
        state.position = s.span.start
        others = tuple(explain(s, state)) if why else ()
        attribution = attribute(s, state)
        inner = [] if attribution.rule.startswith("turn") else touching(spans, s.span)
        speech = (
            "direct"
            if (attribution.rule.startswith("turn") and attribution.voice.kind != "narrator")
            or block_direct(state, attribution)
            else speech_of(text, s.span, inner, attribution.cue)
        )
        done.append(Statement(s, attribution, speech, others))
        advance(s, attribution, state)
    return done, stages


def state_visited(lead: list[Sentence], actors: Actors) -> str | None:
    """Return the state that a lead says was visited, as that of one whom it names and not of the other ("on Harl's visit to Xia")."""
    for s in lead:
        lows = s.lows
        for k in places(lows, actors.language.words.stays):
            if lows[k + 1 : k + 2] != ["to"] or k + 2 >= len(lows):
                continue
            named = actors.gazetteer.name(s.tokens, k + 3 if lows[k + 2] == "the" and k + 3 < len(lows) else k + 2)
            if named and any(p.state == named[0] and p.rank < 3 and not p.former for p in actors.persons):
                return named[0]
    return None


def traveller(lead: Sentence, actors: Actors) -> Person | None:
    """Return the one who a lead says went on a visit or came from it ("Brel left Norr, concluding a visit to Xia at Harl's invitation"): whoever else it names is the host."""
    words, front = actors.language.words, lead.front
    if not front or front.subject.kind != "person" or len(front.subject.persons) != 1:
        return None
    travels = front.predicate.lemma in words.visit_verbs and not front.predicate.passive
    on_visit = any(lead.lows[k + 1 : k + 2] == ["to"] for k in places(lead.lows, words.stays))
    return front.subject.persons[0] if travels and on_visit and "who" not in lead.lows else None


def has_floor(person: Person, sentences: list[Sentence]) -> bool:
    """Say whether a text is the speech that its title announces: in the first person, and not told of the one who gives it."""
    opening = sentences[:OPENING]
    told = any(s.front and s.front.subject.kind == "person" and person in s.front.subject.persons for s in opening)
    spoken = sum(s.first_person for s in opening)
    return spoken * 2 >= min(len(opening), 6) or (spoken > 1 and not told)


def before_the_press(sentences: list[Sentence], language: Language) -> Person | None:
    """Return who a lead says spoke to the press or the public, where his words follow in the first person ("Brel held a press occasion.")."""
    front = sentences[0].front if len(sentences) > SPOKEN else None
    if not front or front.subject.kind != "person" or len(front.subject.persons) != 1 or sentences[0].first_person:
        return None
    opening = sentences[1 : OPENING + 1]
    lows = sentences[0].lows
    addressed = any(not language.audiences.isdisjoint(lows[k + 1 : k + 6]) for k in places(lows, language.facing))
    own = sum(s.first_person and not s.inside and not s.after and not s.labelled for s in opening)
    told = any(s.after or s.labelled or (s.front and s.front.subject == front.subject) for s in opening)
    return front.subject.persons[0] if addressed and not told and own >= SPOKEN and own * 2 >= len(opening) else None


def is_readout(sentences: list[Sentence], actors: Actors) -> bool:
    """Say whether a text tells of people, states or a meeting, so that what nobody says is the source's own account."""
    return (
        bool(actors.persons)
        or any(s.front and s.front.subject.kind not in {"pronoun", "first"} for s in sentences)
        or any(t.low in actors.language.meeting_nouns for s in sentences[:12] for t in s.tokens)
    )


def block_direct(state: State, attribution: Attribution) -> bool:
    """Say whether a sentence continues a block speech in the first person."""
    return bool(state.speech and state.speech.block and state.speech.direct and attribution.basis == "continued")


def owner(quote: Quoted, s: Sentence, sentences: list[Sentence], done: list[Statement], state: State) -> Speech | None:
    """Return whose quotation a sentence stands in, with the sentence that names him."""
    if quote.cue is None:
        if state.sender:
            return Speech(Voice("person", state.sender), s.index, s.paragraph)
        before = done[-1] if done else None
        quoting = (
            before
            and before.speech != "reported"
            and before.attribution.rule in {"cue_behind", "in_quotation", "paper_quoted"}
        )
        near = before and (
            quoting or before.sentence.paragraph == s.paragraph or before.sentence.ends_colon or s.first_person
        )
        if quote.signed and not (before and before.sentence.ends_colon):
            return Speech(Voice("person", quote.signed), s.index, s.paragraph)
        if before and near and before.attribution.voice.kind in {"person", "party"}:
            return Speech(
                before.attribution.voice,
                before.attribution.origin if before.attribution.origin is not None else before.sentence.index,
                s.paragraph,
            )
        return None
    if quote.sentence < s.index:
        given = done[quote.sentence].attribution
        return Speech(given.voice, quote.sentence, s.paragraph)
    found = said_by(quote.cue, sentences[quote.sentence], state, "in_quotation")
    return Speech(found.voice, quote.sentence, s.paragraph) if found else None
