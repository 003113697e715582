"""Body paragraphs to sentences with the clauses that the rules look at; it asks no rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.clauses import Clause, front_clause
from verbale.parse.cuesbehind import after_clauses
from verbale.parse.furniture import Paragraph, Piece
from verbale.parse.labelled import label_mention
from verbale.parse.linerules import STAGE
from verbale.parse.persons import Person
from verbale.parse.quoted import Quoted, dashed, owners
from verbale.parse.quotes import SCARE_WORDS, quotations, touching
from verbale.parse.reading import Sentence
from verbale.parse.seconds import joints_of, second_clauses
from verbale.parse.sentences import split
from verbale.parse.tokens import Token, tokenize, words_of
from verbale.span import Span

MAX_TOKENS: Final = 2000
"""Words and marks of a sentence that are looked at: a longer one is no prose."""


FOREIGN_LOOK: Final = 40
"""Words and marks of a paragraph that tell its language."""


FOREIGN_SHARE: Final = 8
"""One known word among so many small ones shows that a paragraph is in the language."""


FOREIGN_WORDS: Final = 8
"""Small words without which no language is told."""


OPENING: Final = ("“", '"', "«", "''")
"""Marks with which a quotation behind a colon opens."""


def segments(text: str, span: Span) -> tuple[list[Span], list[Piece]]:
    """Return the parts of a paragraph between its stage directions, and those; one inside a sentence stays in it."""
    parts: list[Span] = []
    stages: list[Piece] = []
    begin = span.start
    bracketed = text.find("(", *span) >= 0 or text.find("[", *span) >= 0
    for m in STAGE.finditer(text, *span) if bracketed else ():
        before = text[begin : m.start()].rstrip()
        after = text[m.end("stage") : span.end].lstrip()
        if before and before[-1] not in '.!?…”"’' and after:
            continue
        parts.append(Span(begin, m.start()).trim(text))
        stages.append(Piece("stage-direction", Span(m.start("stage"), m.end("stage"))))
        begin = m.end("stage")
    parts.append(Span(begin, span.end).trim(text))
    return [p for p in parts if p.start < p.end], stages


def main_tense(tokens: list[Token], actors: Actors) -> str:
    """Return past, present, perfect or modal by the first finite verb of a sentence; `none` where none is known."""
    language = actors.language
    words = language.words
    for k, token in enumerate(tokens):
        low = token.low
        before = tokens[k - 1].low if k else ""
        if low in language.modals and before not in words.not_modal_behind:
            return "modal"
        if low in words.be:
            return "past" if low in {"was", "were"} else "present"
        if low in words.have:
            return "past" if low == "had" else "perfect"
        if low == "did":
            return "past"
        if k and before != "," and before not in words.not_finite_behind:
            forms = language.verbs.get(low, ())
            if any(f.tense == "past" and not f.tail for f in forms) and not any(f.tense == "base" for f in forms):
                return "past"
            if any(f.tense == "present" and not f.tail for f in forms) and token.text.islower() and before.isalpha():
                return "present"
    return "none"


def within(place: int, quoted: list[Span]) -> bool:
    """Say whether a place lies inside one of the quotations, which are in order."""
    return bool(quoted and touching(quoted, Span(place, place + 1)))


def build(
    text: str, body: list[Paragraph], streams: Mapping[int, list[Token]], actors: Actors
) -> tuple[list[Sentence], list[Quoted], list[Piece]]:
    """Return the sentences of a body as the rules see them, its long quotations with their cues, and its stage directions."""
    stages: list[Piece] = []
    sentences: list[Sentence] = []
    quotes = quotations(text, [p.span for p in body])
    long = [q for q in quotes if not q.closed or len(q.span.of(text).split()) > SCARE_WORDS]
    quoted = [q.span for q in long]
    carried: Paragraph | None = None
    labels = [p.label for p in body if p.label]
    number = 0
    for paragraph in body:
        if paragraph.label_only:
            carried = paragraph
            continue
        number += 1
        parts, directions = segments(text, paragraph.span)
        stages.extend(directions)
        label_at = paragraph.label or (carried.label if carried else None)
        label = person_of_label(text, label_at, actors, labels) if label_at else None
        stream = streams[paragraph.span.start]
        words = words_of(stream)
        foreign = is_foreign(stream, actors.language)
        turn = Turn(paragraph, number, label, labelled=label_at is not None, foreign=foreign)
        first = True
        for part in parts:
            for span in split(text, part.start, part.end, actors.language):
                said = words.between(text, span, MAX_TOKENS)
                sentences.append(sentence(span, said, len(sentences), turn, actors, quoted, first=first))
                first = False
        if first:
            number -= 1
        carried = None
    spoken = dashed(text, body, sentences)
    quoted_in = sorted([*owners(text, long, sentences, actors), *spoken], key=lambda q: q.span)
    if spoken:
        spans = [q.span for q in spoken]
        sentences = [
            replace(s, inside=s.inside or (within(s.span.start, spans) and within(s.span.end - 1, spans)))
            for s in sentences
        ]
    return sentences, quoted_in, stages


def is_foreign(tokens: list[Token], language: Language) -> bool:
    """Say whether a paragraph is in another language: hardly any of its small words are of the commonest ones, or its script has no capitals."""
    small = known = 0
    for token in tokens[:FOREIGN_LOOK]:
        if token.low in language.known_words:
            known += 1
            if known * FOREIGN_SHARE >= FOREIGN_LOOK:
                return False
            small += 1
        elif not token.capital and token.text.isalpha():
            small += 1 if token.text.isascii() or token.text.upper() != token.text else len(token.text)
    return small >= FOREIGN_WORDS and known * FOREIGN_SHARE < small


def person_of_label(text: str, label: Span, actors: Actors, labels: list[Span]) -> Person | None:
    """Return the person whom a turn's label names; an office alone is hardly his whom another of the `labels` names ("PRIME MINISTER:", "PRIME MINISTER BREL:")."""
    mention = label_mention(tokenize(text, label.start, label.end), actors)
    if not mention:
        return None
    if mention.name:
        return actors.find(mention)
    found = actors.by_title(mention)
    own = [p for p in found if not p.qualified]
    if len(own) > 1:
        own = [p for p in own if not any(one.overlaps(m) for m in p.mentions for one in labels)] or own
    return next(iter(own or found), None)


def stands_behind(cue: Clause, front: Clause | None, span: Span) -> bool:
    """Say whether a cue stands behind the clause at the front of a sentence or inside it, or opens the sentence."""
    return (
        not front
        or cue.start >= front.end
        or cue.start == span.start
        or (cue.start > front.start and cue.end <= front.end)
    )


def looked_into(s: Sentence, actors: Actors) -> Sentence:
    """Return a sentence of a quotation that nobody's cue owns, read as if it stood outside: it is the house that is quoted."""
    joints = joints_of(s.lows, actors.language)
    found = after_clauses(s.tokens, s.lows, joints, actors, {})
    return replace(
        s,
        front=s.inner_front,
        inside=False,
        opens_inside=False,
        after=tuple(c for c in found if stands_behind(c, s.inner_front, s.span)),
        second=second_clauses(s.tokens, s.lows, joints, s.inner_front, actors, {}),
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph with its number among those that have sentences, and the person whose label stands before it; `foreign` that it is in another language."""

    paragraph: Paragraph
    number: int
    label: Person | None
    labelled: bool
    foreign: bool


def sentence(
    span: Span,
    said: tuple[list[Token], list[str]],
    index: int,
    turn: Turn,
    actors: Actors,
    quoted: list[Span],
    *,
    first: bool,
) -> Sentence:
    """Return one sentence, given with its tokens and their words in lower case, with the clauses that the rules look at."""
    text = actors.text
    tokens, words = said
    joints = joints_of(words, actors.language)
    heard: dict[int, Clause | None] = {}
    outer = touching(quoted, span)
    inside = bool(outer) and any(q.start <= span.start and span.end <= q.end for q in outer)
    opens_inside = inside or (bool(outer) and any(q.start < span.start < q.end for q in outer))
    front = front_clause(tokens, actors)
    inner = front
    if front and within(front.start, outer):
        front = None
    found = after_clauses(tokens, words, joints, actors, heard)
    after = [c for c in found if not within(c.start, outer) and stands_behind(c, front, span)]
    plain = [t for t in tokens if not within(t.start, outer)] or tokens if outer else tokens
    return Sentence(
        index=index,
        span=span,
        tokens=tokens,
        lows=words,
        paragraph=turn.number,
        first=first,
        label=turn.label,
        labelled=turn.labelled,
        marker=turn.paragraph.marker.of(text) if turn.paragraph.marker else None,
        separated=turn.paragraph.separated,
        front=front,
        after=tuple(after),
        second=second_clauses(tokens, words, joints, front, actors, heard),
        inside=inside,
        opens_inside=opens_inside,
        tense=front.predicate.tense
        if front and front.predicate.classes and not front.predicate.modal
        else main_tense(plain, actors),
        first_person=not actors.language.words.first_person.isdisjoint(words)
        and any(
            t.text in {"us", "I"} or t.low not in {"us", "i"}
            for t in plain
            if t.low in actors.language.words.first_person
        ),
        ends_colon=text[span.end - 1] == ":",
        inner_front=inner,
        before_quotation=text[span.end :].lstrip().startswith(OPENING) if text[span.end - 1] == ":" else False,
        headed=turn.paragraph.heading is not None,
        foreign=turn.foreign,
    )
