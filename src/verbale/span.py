"""Places in a source, in code points; the only arithmetic on offsets, and no text is changed here."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of a source's code points: 0-based `start`, exclusive `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` at this place."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shift(self, offset: int) -> Span:
        """Return the span moved by `offset` code points."""
        return Span(self.start + offset, self.end + offset)

    def trim(self, text: str) -> Span:
        """Return the span without the white space (`str.isspace`) of `text` at either end."""
        start, end = self
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return self if (start, end) == self else Span(start, end)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of a code point `offset` in `text`."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1
