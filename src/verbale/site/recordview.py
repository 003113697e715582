"""The view of a record page and of its agreed points' pages, made from one record and what the archive knows around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from verbale.catalog.entries import Entry, entries_of
from verbale.record import JOINT, Furniture, Record
from verbale.site import addresses
from verbale.site.dates import spelled, year_of
from verbale.site.sentences import Frame, sentence_of
from verbale.site.text import markdown, shorten
from verbale.site.views import (
    Block,
    Cell,
    Correction,
    FurnitureItem,
    Link,
    PointRef,
    RecordHead,
    RecordView,
    Sentence,
    Strip,
    Tally,
    Turn,
    Voice,
)
from verbale.site.voices import Labels, voices_of

PARAGRAPH_GAP: Final = 0.54
"""Space between two paragraphs in the strip, in per cent of its width."""
MOST_GAPS: Final = 8.0
"""What all such spaces of a strip may take together, in per cent."""
CELL_TITLE: Final = 60
OWN_LINE, WITH_NEXT, WITH_LAST = 0, 1, -1
"""Where a piece of furniture stands: on a line of its own, or in one with the statement after or before it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a record page shows that is not in its record: neighbours in time, other accounts, corrections.

    `places` says for each piece of furniture where it stands (`OWN_LINE`, `WITH_NEXT`, `WITH_LAST`); it is worked out
    from the source when the record is loaded.
    """

    places: tuple[int, ...] = ()
    other_accounts: tuple[RecordHead, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    corrections: tuple[Correction, ...] = ()


def head_of(record: Record) -> RecordHead:
    """Return what is shown of a record wherever it is mentioned."""
    date = record.event.date
    return RecordHead(
        record.id,
        addresses.record_page(record.id),
        record.title,
        date,
        spelled(date),
        year_of(date),
        record.event,
        record.source.publisher,
        record.language,
        len(record.statements),
        len(record.agreed),
    )


def record_view(record: Record, labels: Labels, around: Surroundings) -> RecordView:
    """Return the view of a record page."""
    voices = voices_of(record, labels)
    frame = Frame(record.id, voices, labels)
    entries = entries_of(record)
    sentences = [sentence_of(frame, entry) for entry in entries]
    return record_view_of(record, frame, sentences, around)


def record_view_of(
    record: Record,
    frame: Frame,
    sentences: Sequence[Sentence],
    around: Surroundings,
) -> RecordView:
    """Return the view of a record page whose sentences are made already."""
    voices = frame.voices
    speakers = {sentence.voice.id for sentence in sentences}
    points = sorted((ref for sentence in sentences for ref in sentence.points), key=lambda ref: ref.number)
    return RecordView(
        head_of(record),
        record,
        tuple([voice for voice in voices.values() if voice.id in speakers]),
        tuple([(person, voices[person.id] if person.id in speakers else None) for person in record.participants]),
        blocks_of(sentences, record.furniture, around.places),
        strip_of(sentences),
        tally_of(sentences),
        tuple(points),
        _themes(sentences, frame.labels),
        downloads_of(record),
        around.other_accounts,
        around.previous,
        around.next,
        around.corrections,
        markdown(record.note) if record.note else None,
    )


def downloads_of(record: Record) -> tuple[Link, ...]:
    """Return the files of a record that a reader may take away."""
    return (
        Link(addresses.source_text(record.id), "source (text)"),
        Link(addresses.record_yaml(record.id), "record (YAML)"),
        Link(addresses.record_json(record.id), "record (JSON)"),
    )


def blocks_of(
    sentences: Sequence[Sentence],
    furniture: Sequence[Furniture],
    places: Sequence[int],
) -> tuple[Block, ...]:
    """Return the document whole, in the order of the source: paragraphs of turns, and furniture on lines of its own."""
    where = dict(zip(furniture, places, strict=False))
    items: list[Sentence | Furniture] = sorted([*sentences, *furniture], key=_start)
    builder = _Body()
    for item in items:
        if isinstance(item, Sentence):
            builder.add_sentence(item)
        else:
            builder.add_furniture(FurnitureItem(item.kind, item.text), where.get(item, OWN_LINE))
    return builder.finish()


class _Body:
    """The blocks of a document while they grow; it is filled in the order of the source."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.paragraph: int | None = None
        self.turns: list[tuple[Voice, bool, list[Sentence | FurnitureItem]]] = []
        self.lines: list[FurnitureItem] = []
        self.ahead: list[FurnitureItem] = []
        self.last_voice: Voice | None = None

    def add_sentence(self, sentence: Sentence) -> None:
        if sentence.statement.paragraph != self.paragraph or self.lines:
            self.close()
            self.paragraph = sentence.statement.paragraph
        if not self.turns or self.turns[-1][0] is not sentence.voice or self.ahead:
            self.turns.append((sentence.voice, sentence.voice is self.last_voice, [*self.ahead]))
            self.ahead = []
        self.turns[-1][2].append(sentence)
        self.last_voice = sentence.voice

    def add_furniture(self, item: FurnitureItem, place: int) -> None:
        if place == WITH_NEXT:
            self.ahead.append(item)
        elif place == WITH_LAST and self.turns:
            self.turns[-1][2].append(item)
        else:
            if self.turns:
                self.close()
            self.lines.append(item)

    def close(self) -> None:
        if self.lines:
            self.blocks.append(Block(None, (), tuple(self.lines)))
            self.lines = []
        if self.turns:
            turns = tuple(Turn(voice, again, tuple(items)) for voice, again, items in self.turns)
            self.blocks.append(Block(self.paragraph, turns))
            self.turns = []
        self.paragraph = None

    def finish(self) -> tuple[Block, ...]:
        self.lines.extend(self.ahead)
        self.close()
        return tuple(self.blocks)


def strip_of(sentences: Sequence[Sentence]) -> Strip:
    """Return the strip: cells as wide as their sentences are long, with a small space between paragraphs."""
    lengths = [len(sentence.statement.text) for sentence in sentences]
    paragraphs = [sentence.statement.paragraph for sentence in sentences]
    gaps = sum(1 for a, b in zip(paragraphs, paragraphs[1:], strict=False) if a != b)
    gap = min(PARAGRAPH_GAP, MOST_GAPS / gaps) if gaps else 0.0
    scale = (100 - gap * gaps) / (sum(lengths) or 1)
    cells = []
    x, last = 0.0, None
    for sentence, length, paragraph in zip(sentences, lengths, paragraphs, strict=True):
        fresh = paragraph != last
        x += gap if fresh and last is not None else 0.0
        width = length * scale
        words = shorten(sentence.statement.text, CELL_TITLE)
        title = f"{sentence.number} \u00b7 {sentence.voice.name} \u00b7 {words}"
        cells.append(
            Cell(
                sentence.statement.id,
                sentence.number,
                sentence.voice,
                round(x, 3),
                round(width, 3),
                title,
                paragraph if fresh else None,
            ),
        )
        x, last = x + width, paragraph
    return Strip(tuple(cells), *_lanes(sentences))


def _lanes(sentences: Sequence[Sentence]) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
    heard = {sentence.voice.id: sentence.voice for sentence in sentences}
    ordered = sorted((voice for voice in heard.values() if voice.lane >= 0), key=lambda voice: (voice.lane, voice.kind))
    persons = [voice for voice in ordered if voice.kind == "person" and voice.css != "v-o"]
    others = [voice for voice in ordered if voice not in persons and (voice.css in {"v-o", "v-p"})]
    return tuple(persons), tuple(others)


def tally_of(sentences: Sequence[Sentence]) -> tuple[Tally, ...]:
    """Return how much of the document each voice has, in order of first statement; `share` is of the words, 0 to 1."""
    counts: dict[str, list[int]] = {}
    voices: dict[str, Voice] = {}
    for sentence in sentences:
        voices.setdefault(sentence.voice.id, sentence.voice)
        count = counts.setdefault(sentence.voice.id, [0, 0])
        count[0] += 1
        count[1] += len(sentence.statement.text.split())
    total = sum(words for _, words in counts.values()) or 1
    return tuple([Tally(voices[i], n, words, round(words / total, 4)) for i, (n, words) in counts.items()])


def _themes(sentences: Sequence[Sentence], labels: Labels) -> tuple[Link, ...]:
    counts: dict[str, int] = {}
    for sentence in sentences:
        ids = {*sentence.statement.themes}
        for theme_id in sentence.statement.themes:
            counts[theme_id] = counts.get(theme_id, 0)
        for theme_id in ids:
            counts[theme_id] += 1
    return tuple([labels.theme(theme_id, count) for theme_id, count in counts.items()])


def _start(item: Sentence | Furniture) -> int:
    return item.statement.at.start if isinstance(item, Sentence) else item.at.start


def all_entries(record: Record) -> Mapping[int, Entry]:
    """Return a record's entries by number."""
    return {entry.number: entry for entry in entries_of(record)}


def joint_sides(record: Record, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return who speaks in a joint statement: its own `sides`, else all principals."""
    return sides or tuple(person.id for person in record.participants if person.role == "principal")


__all__ = ["JOINT", "Surroundings", "blocks_of", "head_of", "record_view", "strip_of", "tally_of"]
