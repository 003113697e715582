"""Statements as pages show them: cut into pieces at cue and agreed points, never altered; the pieces joined are the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from verbale.catalog.entries import Entry
from verbale.record import AgreedPoint, Statement
from verbale.site import addresses
from verbale.site.marking import plain_words
from verbale.site.terms import NO_TERMS, Terms
from verbale.site.views import Piece, PointRef, Sentence, Voice
from verbale.site.voices import Labels


class Frame(NamedTuple):
    """What all the sentences of one record share: its id, its voices by id, labels of themes, Markdown to HTML, terms."""

    record_id: str
    voices: Mapping[str, Voice]
    labels: Labels
    html: Callable[[str], str]
    terms: Terms = NO_TERMS

    def note(self, text: str | None) -> str | None:
        """Return a note as HTML, `None` where there is none."""
        return self.html(text) if text else None


def point_ref(frame: Frame, number: int, point: AgreedPoint, sentence: int) -> PointRef:
    """Return a mention of an agreed point that stands in statement number `sentence`."""
    return PointRef(
        number,
        point.id,
        point.label or point.text,
        point.act,
        point.text,
        addresses.point_page(frame.record_id, point.id),
        sentence,
        frame.labels.theme_links(point.themes) if point.themes else (),
    )


def sentence_of(frame: Frame, entry: Entry) -> Sentence:
    """Return a statement as a page shows it."""
    statement = entry.statement
    refs = tuple([point_ref(frame, number, point, entry.number) for number, point in entry.points])
    voices = frame.voices
    pieces = pieces_of(
        statement, [(point.at, ref) for (_, point), ref in zip(entry.points, refs, strict=True)], frame.terms
    )
    return Sentence(
        statement,
        entry.number,
        addresses.sentence_anchor(frame.record_id, statement.id),
        voices[statement.speaker],
        pieces,
        frame.labels.theme_links(statement.themes) if statement.themes else (),
        refs,
        tuple([voices[side] for side in statement.sides if side in voices]) if statement.sides else (),
        tuple([voices[other] for other in statement.also if other in voices]) if statement.also else (),
        entry.from_number,
        frame.note(statement.note),
        None if refs else plain_words(pieces),
        len(statement.text.split()),
    )


def pieces_of(
    statement: Statement, points: Sequence[tuple[tuple[int, int], PointRef]], terms: Terms = NO_TERMS
) -> tuple[Piece, ...]:
    """Cut a statement's text where its cue and its agreed points begin and end.

    Spans are code points of the source. Where two points overlap, the words belong to the one that begins later.
    """
    text, base = statement.text, statement.at.start
    cue_at = text.find(statement.cue) if statement.cue else -1
    if cue_at < 0 and not points:
        return (Piece(text, html=terms.html(text)),)
    cue_end = cue_at + len(statement.cue or "") if cue_at >= 0 else -1
    spans = sorted([(start - base, end - base, ref) for (start, end), ref in points], key=lambda span: span[:2])
    cuts = {0, len(text)}
    if cue_at >= 0:
        cuts.update((cue_at, cue_end))
    for start, end, _ in spans:
        cuts.update((start, end))
    ordered = sorted(cuts)
    pieces = []
    for start, end in pairwise(ordered):
        inside = None
        for span in spans:
            if span[0] <= start and end <= span[1]:
                inside = span
        is_cue = cue_at <= start and end <= cue_end
        point = inside[2] if inside else None
        pieces.append(
            Piece(
                text[start:end],
                is_cue,
                point,
                inside is not None and inside[0] == start,
                terms.html(text[start:end], linked=inside is None),
            )
        )
    return tuple(pieces)
