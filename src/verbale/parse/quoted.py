"""Quotations over several sentences with the cue or signature that names their speaker; it attributes no sentence."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from verbale.parse.actors import Actors
from verbale.parse.clauses import Clause
from verbale.parse.furniture import Paragraph
from verbale.parse.labelled import label_mention
from verbale.parse.persons import Person
from verbale.parse.quotes import Quotation
from verbale.parse.reading import Sentence
from verbale.parse.tokens import tokenize
from verbale.span import Span

SIGNED: Final = re.compile(r"[\r\n]*(?P<name>[^\r\n]{1,120})(?![^\r\n])")
"""The next line, where it is short enough for a signature."""


DASHES: Final = frozenset("–—")
"""Marks that open a speech where they stand at the head of a paragraph."""


CLOSING: Final = re.compile(r"[,.!?] [-–—] [^,.!?;:\n]{4,60}\.$")
"""A dash behind what was said, before the cue that ends the paragraph: with it a hyphen opens speech too ("- We agree, - Talvik noted.")."""


class Quoted(NamedTuple):
    """A quotation that may run over several sentences, with the cue outside it that names its speaker."""

    span: Span
    cue: Clause | None
    sentence: int
    signed: Person | None = None


def owners(text: str, long: list[Quotation], sentences: list[Sentence], actors: Actors) -> list[Quoted]:
    """Return the quotations of a document, those that go on in the next paragraph joined, each with its cue."""
    groups: list[list[Quotation]] = []
    for q in long:
        if groups and not groups[-1][-1].closed and not text[groups[-1][-1].span.end : q.span.start].strip():
            groups[-1].append(q)
        else:
            groups.append([q])
    found: list[Quoted] = []
    at = 0
    for group in groups:
        span = Span(group[0].span.start, group[-1].span.end)
        while at < len(sentences) and sentences[at].span.end <= span.start:
            at += 1
        quoted = quoted_with_cue(span, sentences, at)
        found.append(quoted._replace(signed=signature(text, span, actors)) if quoted.cue is None else quoted)
    return found


def signature(text: str, quotation: Span, actors: Actors) -> Person | None:
    """Return the person whom the short line under a quotation names ("— The Rt. Hon. Ana Brel, Prime Minister of …")."""
    line = SIGNED.match(text, quotation.end)
    if not line or line["name"].rstrip()[-1:] in {".", ":"}:
        return None
    tokens = [t for t in tokenize(text, *line.span("name")) if t.text not in {"—", "–", "-"}]
    for k in range(min(9, len(tokens))):
        people, end = actors.name_at(tokens, k)
        if len(people) == 1 and end > k + 1:
            return people[0]
    mention = label_mention(tokens, actors) if tokens else None
    return actors.find(mention) if mention and mention.name else None


def quoted_with_cue(span: Span, sentences: list[Sentence], at: int) -> Quoted:
    """Return a quotation with the cue in one of the sentences that it touches, the first of them at index `at`."""
    k = at
    while k < len(sentences) and sentences[k].span.start < span.end:
        s = sentences[k]
        if s.front and s.front.predicate.reports and s.front.start < span.start and k == at:
            return Quoted(span, s.front, k)
        if s.front and s.front.predicate.reports and s.front.start >= span.end and s.span.start < span.end:
            # "… This is help,” Brel said.": what the quotation ends with opens no clause of its own.
            return Quoted(span, s.front, k)
        for clause in s.after:
            if clause.subject.kind == "party" and clause.subject.how == "metonym":
                continue
            if clause.start >= span.end or clause.end <= span.start or not span.start <= clause.start < span.end:
                return Quoted(span, clause, k)
        k += 1
    return Quoted(span, None, at)


def tells(s: Sentence) -> bool:
    """Say whether a sentence has a subject who speaks at its front, so that a cue behind it closes no speech begun before."""
    return bool(s.front and s.front.subject.kind in {"person", "role"} and s.front.predicate.reports)


def dashed(text: str, body: list[Paragraph], sentences: list[Sentence]) -> list[Quoted]:
    """Return what paragraphs that open with a dash quote up to their cue, as northern houses print speech ("– We agree. It is time, said Talvik.")."""
    found: list[Quoted] = []
    starts = {
        p.span.start
        for p in body
        if p.marker
        and (text[p.marker.start] in DASHES or (text[p.marker.start] == "-" and CLOSING.search(text, *p.span)))
    }
    for n, s in enumerate(sentences):
        if s.span.start not in starts or s.after:
            continue
        k = n + 1
        while k < len(sentences) and sentences[k].paragraph == s.paragraph and not cue_at_end(sentences[k]):
            k += 1
        if k < len(sentences) and sentences[k].paragraph == s.paragraph:
            cue = cue_at_end(sentences[k])
            if cue and (cue is sentences[k].front or not tells(sentences[k])):
                found.append(Quoted(Span(s.span.start, cue.start), cue, k))
    return found


def cue_at_end(s: Sentence) -> Clause | None:
    """Return the cue that closes a speech behind a dash: one behind what is said, or the only clause where nothing follows it ("That is a record, Brel says.")."""
    if s.after:
        return s.after[-1]
    closes = s.front and s.front.start > s.span.start and s.span.end - s.front.end < 2
    return s.front if closes and s.front and "say" in s.front.predicate.classes else None
