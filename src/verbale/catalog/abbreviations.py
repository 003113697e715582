"""Abbreviations that a source itself expands: "Kestrian Fishing Council (KFC)"; nothing that it does not say, and no I/O.

The capitals of the abbreviation must be the initials of the words before it, small words left out; what fits only in part is
none, and neither is what a document expands in two ways.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_IN_BRACKETS: Final = re.compile(r"\(([A-Z][A-Za-z]{0,8}[A-Z][a-z]?)\)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_SMALL: Final = frozenset("a and at by de des du for in la le of on or the to with".split())
_END: Final = re.compile(r"[.;:!?()\[\]\u201c\u201d\"]")


def expanded_in(texts: Iterable[str]) -> dict[str, str]:
    """Return what texts expand, by abbreviation, in the texts' own words."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for text in texts:
        if "(" not in text:
            continue
        for match in _IN_BRACKETS.finditer(text):
            short = match[1]
            words = _expansion(text[: match.start()], [letter for letter in short if letter.isupper()])
            if words and found.setdefault(short, words).casefold() != words.casefold():
                twice.add(short)
    return {short: words for short, words in found.items() if short not in twice}


def _expansion(before: str, initials: list[str]) -> str | None:
    """Return the words at the end of a text that have these initials, `None` where they have others."""
    left = list(initials)
    end = len(before.rstrip())
    for word in reversed(list(_WORD.finditer(before))):
        if word[0].casefold() in _SMALL and not (left and word[0][0] == left[-1]):
            continue
        if word[0][0].upper() != left[-1]:
            return None
        left.pop()
        if not left:
            words = before[word.start() : end]
            return None if _END.search(words) else words
    return None
