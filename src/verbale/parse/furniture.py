"""Tells furniture from body: lines and ends of lines that are nobody's statement; it reads no speaker.

Each rule is a pattern of a whole line with the kind it makes (devices of section "Furniture" in docs/genre.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.bounds import below_path, body_end, body_start, end_marks, headline, is_closed, is_prose
from verbale.parse.datelines import DATELINE_RULES
from verbale.parse.labels import find_labels
from verbale.parse.layout import MARKER, paragraphs
from verbale.parse.linerules import BARE_NUMBER, date_line, line_kind
from verbale.parse.tokens import UPPER
from verbale.span import Span


class Piece(NamedTuple):
    """A stretch of furniture with its kind."""

    kind: str
    span: Span


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the body: `span` is what is left after the furniture at its ends, `label` a turn's name."""

    number: int
    whole: Span
    span: Span
    label: Span | None = None
    label_only: bool = False
    marker: Span | None = None
    heading: Span | None = None
    separated: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's furniture in order, and its body paragraphs."""

    furniture: list[Piece]
    body: list[Paragraph]
    title: Span | None


def lay_out(text: str, language: Language) -> Layout:
    """Divide a document into furniture and body; every character that is not white space is in one of them."""
    found = paragraphs(text)
    kinds = [kind_of(text, span, language) for span in found]
    labels = find_labels(text, found, language, frozenset(n for n, kind in enumerate(kinds) if kind))
    if len(labels) == 1 and (n := next(iter(labels))) < len(found) - 1 and headline(text, found, kinds, n):
        labels = {}
    first = body_start(text, found, kinds, labels, language)
    if (
        first > 1
        and kinds[first - 1] is None
        and kinds[first - 2] in BYLINE_KINDS
        and shouted_town(found[first - 1].of(text))
    ):
        kinds[first - 1] = "dateline"
    title, head = read_head(text, found[:first], kinds[:first], language)
    last = body_end(text, found, kinds, labels, first)
    furniture, body = read_body(text, found, kinds, labels, (first, last))
    furniture += bare_numbers(text, body)
    tail = [Piece(kinds[n] or "notice", found[n]) for n in range(last + 1, len(found))]
    return Layout(sorted([*head, *furniture, *tail], key=lambda piece: piece.span), body, title)


BYLINE_KINDS: Final = frozenset({"date-line", "source-line"})


def shouted_town(line: str) -> bool:
    """Say whether a line under a byline is the town that an agency writes from ("ANKARA")."""
    words = line.split()
    return line.isupper() and len(words) < MAX_TOWN and all(w.replace("-", "").isalpha() for w in words)


MAX_TOWN: Final = 4


def kind_of(text: str, span: Span, language: Language) -> str | None:
    """Return the kind of furniture that a paragraph is by its form alone."""
    return line_kind(span.of(text)) or ("date-line" if date_line(text, span, language) else None)


def read_head(
    text: str, found: list[Span], kinds: list[str | None], language: Language
) -> tuple[Span | None, list[Piece]]:
    """Return the title of a document and the furniture before its body."""
    free = [n for n, kind in enumerate(kinds) if kind is None]
    free = below_path(text, found, kinds, free, language)
    chosen = next(
        (
            n
            for n in free
            if len(found[n].of(text).split()) > (4 if " | " in found[n].of(text) else 2)
            and language.words.event_titles.search(found[n].of(text))
        ),
        None,
    )
    worded = [n for n in free if len(found[n].of(text).split()) > 3]
    if chosen is None:
        chosen = next(iter(worded or free), None)
    if chosen is None:
        chosen = max(
            (n for n, kind in enumerate(kinds) if kind == "release-line" and text[found[n].end - 1] != ":"),
            key=lambda n: (not re.search(r"\d", found[n].of(text)), found[n].end - found[n].start),
            default=None,
        )
    if chosen and text[found[chosen].start].islower() and kinds[chosen - 1] in {None, "release-line"}:
        chosen -= 1
    pieces = [
        Piece(
            ("title" if n == chosen else kinds[n])
            or ("release-line" if chosen is not None and n < chosen else "subtitle"),
            span,
        )
        for n, span in enumerate(found)
    ]
    return (found[chosen] if chosen is not None else None), pieces


BODY_KINDS: Final = frozenset(
    {
        "caption",
        "notice",
        "stage-direction",
        "end-mark",
        "separator",
        "share-link",
        "print-link",
        "source-line",
        "date-line",
    }
)


def read_body(
    text: str, found: list[Span], kinds: list[str | None], labels: dict[int, tuple[Span, str]], bounds: tuple[int, int]
) -> tuple[list[Piece], list[Paragraph]]:
    """Return the furniture inside and around the body's paragraphs, and the paragraphs."""
    furniture: list[Piece] = []
    body: list[Paragraph] = []
    heading: Span | None = None
    separated = False
    number = 0
    for n in range(bounds[0], bounds[1] + 1):
        span = found[n]
        kind = kinds[n]
        if kind and (
            kind in BODY_KINDS or not is_prose(span.of(text)) or (kind == "release-line" and text[span.end - 1] == ":")
        ):
            furniture.append(Piece(kind, span))
            separated = separated or kind in {"separator", "end-mark"}
            continue
        label = labels.get(n)
        if (
            not label
            and n
            and text[span.start] in "—–-"
            and text[found[n - 1].end - 1] in '”"'
            and not is_closed(span.of(text))
        ):
            furniture.append(Piece("source-line", span))
            continue
        if not label and is_heading(text, found, labels, n, bounds[1]):
            timed = furniture[-1:] == [Piece("date-line", found[n - 1])] and town_line(span.of(text))
            furniture.append(Piece("date-line" if timed else "sub-heading", span))
            if timed:
                continue
            heading = span
            continue
        if label and label[0].end >= span.end:
            furniture.append(Piece("label", span))
            body.append(Paragraph(0, span, Span(span.end, span.end), label=span, label_only=True))
            continue
        number += 1
        paragraph = Paragraph(number, span, span, heading=heading, separated=separated)
        furniture.extend(strip_ends(text, paragraph, label[0] if label else None, first=len(body) < 2))
        if not body and paragraph.span.start > span.start and line_kind(paragraph.span.of(text)) in LEAD_INS:
            furniture.append(Piece("release-line", paragraph.span))
            number -= 1
            continue
        body.append(paragraph)
        heading, separated = None, False
    return furniture, body


LEAD_INS: Final = frozenset({"release-line", "notice"})
"""Kinds of what may stand behind a dateline and before the text ("Norr, 3 May — Following is the text of the statement:")."""


def town_line(line: str) -> bool:
    """Say whether a line behind a day and hour can be where it was ("Moscow", "Novo-Aldo, Norr Region")."""
    return bool(TOWN_WORDS.fullmatch(line))


TOWN_WORDS: Final = re.compile(
    rf"(?:The )?[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,2}}(?:, [{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,2}})?"
)


def is_heading(text: str, found: list[Span], labels: dict[int, tuple[Span, str]], n: int, last: int) -> bool:
    """Say whether a paragraph of the body is a sub-heading: short, ending like no sentence, and no item of a list."""
    line = found[n].of(text)
    quoted = line[-1] in '”"' and not line.isupper()
    if is_closed(line) or line[-1] in ",;!" or quoted or len(line.split()) > 14 or n == last:
        return False
    marker = MARKER.match(text, found[n].start)
    if not marker:
        before = found[n - 1].of(text) if n else ""
        numbered = n < last and BEGINS_LIST.match(text, found[n + 1].start)
        return not before.endswith(":") or n - 1 in labels or bool(numbered)
    if marker.group()[0] in "•●▪■◦‣·*–—○□◇◆►▶➢✓✔-":
        near = [found[k] for k in (n - 1, n + 1) if 0 <= k <= last]
        alone = not any(MARKER.match(text, span.start) or text[span.end - 1] in ":;" for span in near)
        return alone and marker.group()[0] in "-–—*" and line[marker.end() - found[n].start].isupper()
    alike = [found[k] for k in (n - 1, n + 1) if 0 <= k <= last and found[k].of(text).isupper() == line.isupper()]
    neighbour = [MARKER.match(text, span.start) for span in alike]
    listed = any(m and same_series(m.group(), marker.group()) for m in neighbour) and not all(
        m and not same_series(m.group(), marker.group()) for m in neighbour
    )
    return not listed and line[marker.end() - found[n].start].isupper() and not line.rstrip().endswith(";")


BEGINS_LIST: Final = re.compile(r"\(?1[.)]\s")
"""The first number of a list: a short line before it is its heading, behind a lead-in too."""


def same_series(one: str, other: str) -> bool:
    """Say whether two list markers are of one kind ("1." and "2.", "(a)" and "(b)")."""
    shape = [re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", marker.strip())) for marker in (one, other)]
    return shape[0] == shape[1]


def bare_numbers(text: str, body: list[Paragraph]) -> list[Piece]:
    """Take the numbers off paragraphs that are counted without a dot ("2 Prime Ministers affirmed"), where three follow each other."""
    counted = [
        (int(m[1]), p, m) for p in body if not p.marker and (m := BARE_NUMBER.match(text, p.span.start, p.span.end))
    ]
    run = [
        one
        for n, one in enumerate(counted)
        if any(abs(one[0] - counted[k][0]) == 1 for k in (n - 1, n + 1) if 0 <= k < len(counted))
    ]
    if len(run) < 3:
        return []
    pieces: list[Piece] = []
    for _, paragraph, m in run:
        paragraph.marker = Span(m.start(1), m.end(1))
        paragraph.span = Span(m.end(), paragraph.span.end)
        pieces.append(Piece("marker", paragraph.marker))
    return pieces


MARKS: Final = 40
"""Code points at the end of a paragraph in which an end mark stands."""


def strip_ends(text: str, paragraph: Paragraph, label: Span | None, *, first: bool) -> list[Piece]:
    """Take a marker, label, dateline and end mark off a paragraph's `span`; return them as furniture."""
    pieces: list[Piece] = []
    start, end = paragraph.span
    if marker := MARKER.match(text, start, end):
        paragraph.marker = Span(start, marker.end()).trim(text)
        pieces.append(Piece("marker", paragraph.marker))
        start = marker.end()
    if label:
        paragraph.label = Span(max(start, label.start), label.end).trim(text)
        pieces.append(Piece("label", paragraph.label))
        start = label.end
    if first and (dateline := next((m for rule in DATELINE_RULES if (m := rule.match(text, start, end))), None)):
        pieces.append(Piece("dateline", Span(dateline.start(), dateline.end()).trim(text)))
        start = dateline.end()
    for mark in end_marks(text, start, end, MARKS):
        if mark.start("mark") <= start:
            break
        pieces.append(Piece("end-mark", Span(mark.start("mark"), mark.end("mark")).trim(text)))
        end = mark.start("mark")
    paragraph.span = Span(start, end).trim(text)
    return pieces
