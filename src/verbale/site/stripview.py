"""Who spoke when, as numbers for a picture: cells in per cent of a document's length; the drawing is `plots.py`'s."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from verbale.record import JOINT
from verbale.site.views import Cell, Strip, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from verbale.site.views import Sentence

PARAGRAPH_GAP: Final = 0.54
"""Space between two paragraphs, in per cent of the width."""
MOST_GAPS: Final = 8.0
"""What all such spaces of a strip may take together, in per cent."""


def strip_of(sentences: Sequence[Sentence]) -> Strip:
    """Return the strip of a record page: cells as wide as their sentences are long, with what each one says."""
    facts = [(s.voice, len(s.statement.text), s.statement.paragraph) for s in sentences]
    places = _places([(length, paragraph) for _, length, paragraph in facts])
    cells = tuple(
        [
            Cell(s.statement.id, s.number, s.voice, x, width, _title(s), tick)
            for s, (x, width, tick) in zip(sentences, places, strict=True)
        ],
    )
    return Strip(cells, *_lanes(voice for voice, _, _ in facts))


def small_strip(cells: Sequence[tuple[str, int, int]], voices: Mapping[str, Voice]) -> Strip:
    """Return the strip of a record in a list, from speaker, length and paragraph of each statement; runs are one cell."""
    runs: list[list[int | str]] = []
    for number, (speaker, length, paragraph) in enumerate(cells, 1):
        if runs and runs[-1][0] == speaker and runs[-1][2] == paragraph:
            runs[-1][1] = int(runs[-1][1]) + length
        else:
            runs.append([speaker, length, paragraph, number])
    places = _places([(int(length), int(paragraph)) for _, length, paragraph, _ in runs])
    made = tuple(
        [
            Cell("", int(number), voices[str(speaker)], x, width, "", None)
            for (speaker, _, _, number), (x, width, _) in zip(runs, places, strict=True)
        ],
    )
    return Strip(made, *_lanes(cell.voice for cell in made))


def _places(cells: Sequence[tuple[int, int]]) -> list[tuple[float, float, int | None]]:
    """Return x, width and, where a paragraph begins, its number, for cells of a length and paragraph."""
    gaps = sum(1 for (_, a), (_, b) in pairwise(cells) if a != b)
    gap = min(PARAGRAPH_GAP, MOST_GAPS / gaps) if gaps else 0.0
    scale = (100 - gap * gaps) / (sum(length for length, _ in cells) or 1)
    places: list[tuple[float, float, int | None]] = []
    x, last = 0.0, None
    for length, paragraph in cells:
        begins = paragraph != last
        x += gap if begins and last is not None else 0.0
        width = length * scale
        places.append((round(x, 3), round(width, 3), paragraph if begins else None))
        x, last = x + width, paragraph
    return places


def _title(sentence: Sentence) -> str:
    return f"{sentence.number} \u00b7 {sentence.voice.name}, {sentence.length} words"


def _lanes(voices: Iterable[Voice]) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
    """Return the voices with a lane of their own, and those that share the last one; none where the sides together have it."""
    every = list(voices)
    heard = {voice.id: voice for voice in every if voice.lane >= 0}
    ordered = sorted(heard.values(), key=lambda voice: (voice.lane, voice.kind != "person"))
    own = [voice for voice in ordered if voice.kind == "person" and voice.css != "v-o"]
    others = tuple([voice for voice in ordered if voice.css in {"v-o", "v-p"}])
    if not own and any(voice.id == JOINT for voice in every):
        # What the sides say together has the only lane there is; a name beside it would seem to be theirs.
        return (), ()
    return tuple(own), others
