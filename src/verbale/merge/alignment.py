"""Where the words of one version of a document stand in another; texts and places only, no record is known here.

Passages that are the same are found first, in order, then those that moved, and between them single words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from verbale.span import Span

_WORD: Final = re.compile(r"\w+|[^\w\s]")
_ENDS: Final = frozenset(".!?;:")
_MOVED: Final = 4
"""Words that a passage needs to be known again where it has moved."""
_MOST: Final = 3000
"""Words between two equal passages up to which single words are compared."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts as words, and for each word of the old one the index of the same word in the new one, or -1."""

    old: tuple[Span, ...]
    new: tuple[Span, ...]
    image: tuple[int, ...]


def align(old: str, old_pieces: Sequence[Span], new: str, new_pieces: Sequence[Span]) -> Alignment:
    """Return where the words of `old` are in `new`; the pieces are sentences and the like, in order, for a start."""
    before, passages = _words(old, old_pieces)
    after, others = _words(new, new_pieces)
    image = [-1] * len(before)
    words = ([old[a:b] for a, b in before], [new[a:b] for a, b in after])
    keys = [[tuple(side[a:b]) for a, b in each] for side, each in zip(words, (passages, others), strict=True)]
    gaps: list[tuple[int, int, int, int]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag == "equal":
            for here, there in zip(passages[i1:i2], others[j1:j2], strict=True):
                image[here[0] : here[1]] = range(*there)
        else:
            gaps.append((i1, i2, j1, j2))
    moved = _moved(gaps, keys, passages, others, image)
    for i1, i2, j1, j2 in gaps:
        left = [n for p in range(i1, i2) for n in range(*passages[p]) if image[n] < 0]
        right = [n for p in range(j1, j2) if p not in moved for n in range(*others[p])]
        if left and right and max(len(left), len(right)) <= _MOST:
            _single(left, right, words, image)
    return Alignment(tuple(before), tuple(after), tuple(image))


def _words(text: str, pieces: Sequence[Span]) -> tuple[list[Span], list[tuple[int, int]]]:
    """Return the words of a text, and its passages as ranges of words: clauses within pieces."""
    words: list[Span] = []
    passages: list[tuple[int, int]] = []
    for piece in pieces:
        first = len(words)
        for found in _WORD.finditer(text, *piece):
            words.append(Span(*found.span()))
            if found.group() in _ENDS:
                passages.append((first, len(words)))
                first = len(words)
        if first < len(words):
            passages.append((first, len(words)))
    return words, passages


def _moved(
    gaps: Sequence[tuple[int, int, int, int]],
    keys: Sequence[Sequence[tuple[str, ...]]],
    passages: Sequence[tuple[int, int]],
    others: Sequence[tuple[int, int]],
    image: list[int],
) -> set[int]:
    """Find passages that stand elsewhere now, equal ones in order; return which of the new passages are taken."""
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for _, _, j1, j2 in gaps:
        for there in range(j1, j2):
            waiting[keys[1][there]].append(there)
    taken: set[int] = set()
    for i1, i2, _, _ in gaps:
        for here in range(i1, i2):
            found = waiting[keys[0][here]]
            if found and len(keys[0][here]) >= _MOVED:
                there = found.pop(0)
                taken.add(there)
                image[passages[here][0] : passages[here][1]] = range(*others[there])
    return taken


def _single(left: list[int], right: list[int], words: tuple[list[str], list[str]], image: list[int]) -> None:
    """Find single words between two equal passages."""
    matcher = SequenceMatcher(None, [words[0][n] for n in left], [words[1][n] for n in right], autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        for step in range(size):
            image[left[i + step]] = right[j + step]
