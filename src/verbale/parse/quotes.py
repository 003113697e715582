"""Quotations as spans, marks included; whose words they are is not decided here."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import Final, NamedTuple

from verbale.span import Span

MARK: Final = re.compile(
    r"[“”\"«»‘’'](?:(?<=[“”\"«»])|(?<=‘)(?<![\w’]‘)(?=\w)|(?<=[\w.,!?…]’)(?!\w)"
    r"|(?<=')(?<![\w']')'(?=\w)|(?<=[\w.,!?…]')'(?![\w']))"
)
"""Marks of quotations; two straight apostrophes are one mark, as some agencies print it."""

START: Final = attrgetter("start")
END: Final = attrgetter("end")
PAIRS: Final = {"“": "”", "«": "»", "‘": "’", '"': '"', "''": "''"}
WORDS: Final = re.compile(r"[^\W_]")
SCARE_WORDS: Final = 2
"""A quotation of at most so many words sets off a term and quotes nobody."""


class Quotation(NamedTuple):
    """Words between quotation marks; `closed` is false where the paragraph ends before the quotation does."""

    span: Span
    closed: bool


def quotations(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """Return the quotations of a body in order; one that goes on in the next paragraph is one per paragraph."""
    found: list[Quotation] = []
    for paragraph in paragraphs:
        opened: int | None = None
        closing = ""
        for m in MARK.finditer(text, paragraph.start, paragraph.end):
            mark = m.group()
            if opened is None:
                if mark in PAIRS and not (mark == '"' and at_word_end(text, m.start(), paragraph)):
                    opened, closing = m.start(), PAIRS[mark]
            elif mark == closing or (
                closing in '”"' and mark in '”"' and not at_word_start(text, m.start(), paragraph)
            ):
                found.append(Quotation(Span(opened, m.end()), closed=True))
                opened = None
        if opened is not None and closing != "’":
            found.append(Quotation(Span(opened, paragraph.end), closed=False))
    return found


def touching(quoted: list[Span], span: Span) -> list[Span]:
    """Return those of some quotations, in order and apart, that share a code point with a span."""
    if not quoted:
        return quoted
    first = bisect_right(quoted, span.start, key=END)
    return quoted[first : bisect_left(quoted, span.end, lo=first, key=START)]


def at_word_end(text: str, place: int, within: Span) -> bool:
    """Say whether a straight mark stands after a word and before white space, so that it cannot open a quotation."""
    after = text[place + 1] if place + 1 < within.end else " "
    return (
        place > within.start and not text[place - 1].isspace() and text[place - 1] not in "([:—–-" and after.isspace()
    )


def at_word_start(text: str, place: int, within: Span) -> bool:
    """Say whether a straight mark stands right before a word, after white space."""
    after = text[place + 1] if place + 1 < within.end else " "
    return text[place] == '"' and text[place - 1].isspace() and after.isalnum()


def speech_of(text: str, sentence: Span, quoted: list[Span], cue: Span | None) -> str:
    """Return `direct`, `mixed` or `reported` by how much of a sentence stands in quotation marks (docs/format.md)."""
    if not quoted:
        return "reported"
    inside = [Span(max(q.start, sentence.start), min(q.end, sentence.end)) for q in quoted]
    inside = [q for q in inside if len(q.of(text).split()) > SCARE_WORDS or q == sentence]
    if not inside:
        return "reported"
    place = sentence.start
    for taken in sorted([*inside, cue] if cue else inside):
        if place < taken.start and WORDS.search(text, place, min(taken.start, sentence.end)):
            return "mixed"
        place = max(place, taken.end)
    return "mixed" if place < sentence.end and WORDS.search(text, place, sentence.end) else "direct"
