"""Words that share their first letters, as a people's name and its state's do; it knows no state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MIN_STEM: Final = 3


MAX_ALIKE: Final = 100
"""Words of one stem that are compared with each other."""


def common_prefix(one: str, other: str) -> int:
    """Return how many first letters two words share."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def words_by_stem(words: Iterable[str], length: int) -> dict[str, list[str]]:
    """Return words by their first letters, of those that share them the first."""
    found: dict[str, list[str]] = {}
    for word in words:
        alike = found.setdefault(word[:length], [])
        if len(alike) < MAX_ALIKE:
            alike.append(word)
    return found
