"""Subject headings of a passage by the terms of the editorial vocabulary; it knows no theme by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from verbale.authority import Authority

WORD: Final = re.compile(r"(\w+)")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of all themes by their first word, longest first, with the themes that each finds and every theme's ancestors."""

    terms: dict[str, tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]]
    ancestors: dict[str, frozenset[str]]


def fold(term: str) -> str:
    """Return a term with case and runs of white space made one."""
    return " ".join(term.casefold().split())


def compile_vocabulary(authority: Authority) -> Vocabulary:
    """Return the vocabulary of an archive's themes; without a term it finds nothing."""
    terms: dict[str, list[str]] = {}
    for theme in authority.themes.values():
        for term in theme.terms:
            if theme.id not in terms.setdefault(fold(term), []):
                terms[fold(term)].append(theme.id)
    by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for term, ids in terms.items():
        if first := WORD.search(term):
            by_first.setdefault(first.group(), []).append((term, tuple(ids)))
    return Vocabulary(
        {
            first: tuple((term_pattern(t), ids) for t, ids in sorted(found, key=lambda f: (-len(f[0]), f[0])))
            for first, found in by_first.items()
        },
        {theme: ancestors_of(theme, authority) for theme in authority.themes},
    )


def term_pattern(term: str) -> re.Pattern[str]:
    """Return the pattern of a term from its first word on: any case, any white space, up to the end of a word."""
    first = WORD.search(term)
    words = term[first.start() :] if first else term
    return re.compile(r"\s+".join(re.escape(part) for part in words.split()) + r"(?!\w)", re.IGNORECASE)


def ancestors_of(theme: str, authority: Authority) -> frozenset[str]:
    """Return the ids of the themes above one, cycles broken."""
    above: set[str] = set()
    here = authority.themes.get(theme)
    while here and here.broader and here.broader not in above:
        above.add(here.broader)
        here = authority.themes.get(here.broader)
    return frozenset(above - {theme})


def find_themes(text: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the narrowest themes whose terms stand between two offsets, in the order of their first term."""
    terms = vocabulary.terms
    if not terms:
        return ()
    pieces = WORD.split(text[start:end])  # what stands between words, and each word behind it
    words = [word.casefold() for word in pieces[1::2]]
    if terms.keys().isdisjoint(words):
        return ()
    found: list[str] = []
    taken = start
    places = list(accumulate(map(len, pieces), initial=start))[1::2]
    for word, place in zip(words, places, strict=False):
        if word in terms and place >= taken:
            for pattern, ids in terms[word]:
                if m := pattern.match(text, place, end):
                    found.extend(t for t in ids if t not in found)
                    taken = m.end()
                    break
    broader = frozenset().union(*(vocabulary.ancestors[t] for t in found)) if found else frozenset()
    return tuple(t for t in found if t not in broader)
