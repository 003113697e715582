"""The document whole, in the order of its source: paragraphs of turns, with furniture inside or on lines of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verbale.catalog.places import OWN_LINE, WITH_LAST, WITH_NEXT
from verbale.site.views import Block, FurnitureItem, Sentence, Turn, Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verbale.record import Furniture


def blocks_of(
    sentences: Sequence[Sentence], furniture: Sequence[Furniture], places: Sequence[int]
) -> tuple[Block, ...]:
    """Return the blocks of a document; `places` say for each piece of furniture where it stands (`catalog.places`)."""
    items: list[tuple[int, Sentence | FurnitureItem, int]] = [(s.statement.at.start, s, OWN_LINE) for s in sentences]
    items += [
        (piece.at.start, FurnitureItem(piece.kind, piece.text), place)
        for piece, place in zip(furniture, places, strict=True)
    ]
    body = _Body()
    for _, item, place in sorted(items, key=lambda one: one[0]):
        if isinstance(item, Sentence):
            body.add_sentence(item)
        else:
            body.add_furniture(item, place)
    return body.finish()


@dataclass(slots=True)
class _Body:
    """The blocks of a document while they grow; it is filled in the order of the source."""

    blocks: list[Block] = field(default_factory=list)
    paragraph: int | None = None
    turns: list[tuple[Voice, bool, list[Sentence | FurnitureItem]]] = field(default_factory=list)
    lines: list[FurnitureItem] = field(default_factory=list)
    ahead: list[FurnitureItem] = field(default_factory=list)
    last_voice: Voice | None = None

    def add_sentence(self, sentence: Sentence) -> None:
        """Go on with the paragraph and the turn, or begin a new one."""
        if sentence.statement.paragraph != self.paragraph or self.lines:
            self.close()
            self.paragraph = sentence.statement.paragraph
        if not self.turns or self.turns[-1][0].id != sentence.voice.id:
            again = self.last_voice is not None and sentence.voice.id == self.last_voice.id
            self.turns.append((sentence.voice, again, []))
        self.turns[-1][2].extend([*self.ahead, sentence])
        self.ahead = []
        self.last_voice = sentence.voice

    def add_furniture(self, item: FurnitureItem, place: int) -> None:
        """Keep furniture for the next statement, put it behind the last one, or on lines of its own."""
        if place == WITH_NEXT:
            self.ahead.append(item)
        elif place == WITH_LAST and self.turns:
            self.turns[-1][2].append(item)
        else:
            if self.turns:
                self.close()
            self.lines.append(item)

    def close(self) -> None:
        """End the block that is open."""
        if self.lines:
            self.blocks.append(Block(None, (), tuple(self.lines)))
            self.lines = []
        if self.turns:
            turns = tuple([Turn(voice, again, tuple(items)) for voice, again, items in self.turns])
            self.blocks.append(Block(self.paragraph, turns))
            self.turns = []
        self.paragraph = None

    def finish(self) -> tuple[Block, ...]:
        """Return all blocks."""
        self.close()
        if self.ahead:
            self.blocks.append(Block(None, (), tuple(self.ahead)))
        return tuple(self.blocks)
