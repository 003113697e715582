"""Words and marks of a text with their places; no meaning is given to them here."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

TOKEN: Final = re.compile(r"[^\W_]+(?:(?:[.&/-]|['’](?!s\b))[^\W_]+)*|['’]s\b|[^\w\s]|_")
"""A word (with inner hyphens, dots and apostrophes), a possessive ending, or one mark."""


class Token(NamedTuple):
    """A word or a mark: as written, in lower case, and its place in code points."""

    text: str
    low: str
    start: int
    end: int


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text` between two offsets."""
    found = TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token(word := m.group(), word.lower(), m.start(), m.end()) for m in found]
