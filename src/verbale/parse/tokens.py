"""Words and marks of a text with their places; no meaning is given to them here."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import Final, NamedTuple

from verbale.span import Span

TOKEN: Final = re.compile(
    r"(\s*+)([A-Za-z0-9]++(?=[ ,])|[^\W_]++(?:(?:[.&/-]|['’](?!s\b))[^\W_]++)*+|['’]s\b|[^\w\s]|_)"
)
"""White space, then a word (with inner hyphens, dots and apostrophes), a possessive ending, or one mark: all that there is.

A plain word before a space or comma, as most are, has nothing inside: it is told first, at half the cost.
"""


UPPER: Final = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x250)) if c.isupper())
"""The capitals of Latin alphabets, for a class of characters in an expression ("Łódź", "İzmir", "Šibenik")."""


place_of: Final = attrgetter("start")


end_of: Final = attrgetter("end")


class Token:
    """A word or a mark: as written, in lower case, its place in code points, and whether it begins with a capital."""

    __slots__ = ("capital", "end", "low", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.low = text.lower()
        self.start = start
        self.end = end
        self.capital = text[0].isupper()

    @property
    def mixed(self) -> bool:
        """Say whether a capital stands anywhere in it."""
        return self.low != self.text


def titled(words: str) -> str:
    """Return words with a capital at the head of each alone; Python keeps the dot of "İ" beside the small letter ("TÜRKİYE")."""
    return words.title().replace("i\u0307", "i")


def lows(tokens: list[Token]) -> list[str]:
    """Return the words and marks of tokens in lower case."""
    return [token.low for token in tokens]


def places(words: list[str], wanted: AbstractSet[str]) -> list[int]:
    """Return where one of the wanted words stands; that none does is found out at a fraction of the cost."""
    if wanted.isdisjoint(words):
        return []
    return [k for k, word in enumerate(words) if word in wanted]


def standing(words: Iterable[str]) -> dict[str, list[int]]:
    """Return where each word stands, for a text in which many are looked for."""
    where: dict[str, list[int]] = defaultdict(list)
    for k, word in enumerate(words):
        where[word].append(k)
    return dict(where)


def places_in(where: Mapping[str, list[int]], wanted: AbstractSet[str]) -> list[int]:
    """Return in order where one of the wanted words stands."""
    return sorted([k for word in where.keys() & wanted for k in where[word]])


def capitals(tokens: list[Token]) -> list[int]:
    """Return where a token begins with a capital."""
    return [k for k, token in enumerate(tokens) if token.capital]


def follows(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    """Say whether the tokens from `i` on are these words in lower case."""
    if i + len(words) > len(tokens):
        return False
    for word in words:
        if tokens[i].low != word:
            return False
        i += 1
    return True


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text` between two offsets."""
    tokens: list[Token] = []
    add, unset, kind = tokens.append, object.__new__, Token
    place = start
    for space, word in TOKEN.findall(text, start, len(text) if end is None else end):
        token = unset(kind)  # a call of its own for each word would take as long as finding it
        token.text = word
        token.start = begin = place + len(space)
        token.end = place = begin + len(word)
        if word.islower():
            token.low, token.capital = word, False
        else:
            token.low, token.capital = word.lower(), word[0].isupper()
        add(token)
    return tokens


def owned_behind_s(tokens: list[Token], i: int, titles: Container[str]) -> bool:
    """Say whether a bare mark at token `i` makes a possessor of a name in "s" ("the United States' commitment", "… States' President"), and closes no quotation."""
    if tokens[i].text not in {"'", "’"} or i + 1 >= len(tokens) or tokens[i].start != tokens[i - 1].end:
        return False
    owned = tokens[i + 1].text.islower() or tokens[i + 1].low in titles
    return tokens[i - 1].low.endswith("s") and owned


def index_from(tokens: list[Token], place: int, missing: int) -> int:
    """Return the index of the first token that begins at a place of the text or behind it, `missing` where none does."""
    k = bisect_left(tokens, place, key=place_of)
    return k if k < len(tokens) else missing


class Words(NamedTuple):
    """A stretch of text as tokens, with their words in lower case and the places where they begin."""

    tokens: list[Token]
    lows: list[str]
    starts: list[int]

    def between(self, text: str, span: Span, most: int) -> tuple[list[Token], list[str]]:
        """Return the first tokens inside a span, up to `most`, with their words: cut out where no token crosses its ends."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, lo=first)
        if (first and self.tokens[first - 1].end > span.start) or (last and self.tokens[last - 1].end > span.end):
            tokens = tokenize(text, span.start, span.end)[:most]
            return tokens, lows(tokens)
        last = min(last, first + most)
        return self.tokens[first:last], self.lows[first:last]


def words_of(tokens: list[Token]) -> Words:
    """Return tokens with what is looked for among them again and again."""
    return Words(tokens, lows(tokens), [token.start for token in tokens])
