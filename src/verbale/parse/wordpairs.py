"""Runs of capitalised words, and how often each two of them stand side by side; what they name is for others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from verbale.language import Language
from verbale.parse.gazetteer import DEMONYM_ENDING, Gazetteer
from verbale.parse.stems import MIN_STEM, common_prefix
from verbale.parse.titles import match_title
from verbale.parse.tokens import Token
from verbale.parse.twowords import joined

PAIR: Final = 2
"""Words of most such names."""


class Pairs:
    """The runs of capitalised words of a document, by the places where they begin and end, and how often each two words stand side by side."""

    __slots__ = ("_counts", "_stems", "_tokens", "alone", "runs")

    def __init__(self, tokens: list[Token], proper: list[int], starters: frozenset[str]) -> None:
        self._tokens = tokens
        self._counts: Counter[tuple[str, str]] | None = None
        self._stems: Counter[tuple[str, str]] = Counter()
        self.runs: list[tuple[int, int]] = []
        self.alone: dict[str, str] = {}
        first, before, ended = -1, -2, -2
        for k in proper:
            token = tokens[k]
            if k != before + 1 or token.start - ended != 1:
                if before > first >= 0:
                    self.add(first, before)
                first = k if token.text not in starters else -1
            elif first < 0:
                first = k
            before, ended = k, token.end
        if before > first >= 0:
            self.add(first, before)

    def add(self, first: int, last: int) -> None:
        """Keep the run from one token to another, and whether it is of two words."""
        self.runs.append((first, last + 1))
        if last == first + 1:
            self.alone[self._tokens[last].text] = self._tokens[first].text

    def count(self, first: str, second: str) -> int:
        """Return how often the second word stands right behind the first; the first half of one with a hyphen counts too. They are counted when first asked for."""
        if self._counts is None:
            self._counts = Counter()
            for k, last in self.runs:
                for one, two in pairwise([t.text for t in self._tokens[k:last]]):
                    self._counts[one, two] += 1
                    self._stems[one, two[:MIN_STEM]] += 1
                    if "-" in two:
                        self._counts[one, two.split("-")[0]] += 1
        return self._counts[first, second]

    def whole(self, gazetteer: Gazetteer) -> dict[str, str]:
        """Return the runs of two words that may be names of states, by the word of which there can be a people's name, where it stands in them alone."""
        tokens, language = self._tokens, gazetteer.language
        found: dict[str, str] = {}
        for k, last in self.runs:
            first, second = tokens[k].text, tokens[k + 1].text
            name = last - k == PAIR and self.bound((first, second), gazetteer) and not given(first, language)
            if name and run_end(tokens[:last], k, language) == last:
                found[second] = f"{first} {second}"
                if second in language.place_closers:
                    found[first] = f"{first} {second}"
        return found

    def bound(self, words: Sequence[str], gazetteer: Gazetteer) -> bool:
        """Say whether none of some words stands anywhere without the one beside it; a first word of many names may."""
        for first, second in pairwise(words):
            if gazetteer.capitalised[second] > self.count(first, second):
                return False
            if (
                gazetteer.capitalised[first] > self._stems[first, second[:MIN_STEM]]
                and first not in gazetteer.language.place_openers
            ):
                return False
        return True


def run_end(tokens: list[Token], k: int, language: Language) -> int:
    """Return the index after the capitalised words from token `k` on that can be a name, or `k` where one of the first two can be in none."""
    end = k
    while end == k or joined(tokens, end - 1):
        token = tokens[end]
        low = token.low
        if (
            not token.text.replace("-", "").replace("’", "").replace("'", "").isalpha()
            or low in language.single_titles
            or low in language.departments
            or low in language.body_words
            or low in language.joint_bodies
            or low in language.honorifics
            or low in language.not_bodies
            or low in language.instruments
            or low in language.words.provinces
            or low in language.months
            or low in language.weekdays
            or (end == k and (token.text in language.starters or low in language.not_states))
            or (end > k and any(f.tense in {"base", "present"} for f in language.verbs.get(low, ())))
            or (low in language.titles and match_title(tokens, end, language))
        ):
            return end if end - k > 1 and low in language.honorifics else k
        end += 1
        if end >= len(tokens):
            break
    return end


def given(word: str, language: Language) -> bool:
    """Say whether a word is a given name, or begins with one and a hyphen."""
    first = word.split("-", maxsplit=1)[0]
    return first in language.female_names or first in language.male_names


def of_stem(first: str, word: str, gazetteer: Gazetteer) -> str | None:
    """Return the state in two words of which two others are its people's name ("Costa Toru" of "Costa Torun"), by their stem."""
    if gazetteer.longest_own.get(first, 0) < PAIR or not DEMONYM_ENDING.search(word):
        return None
    for name in gazetteer.own:
        start, _, second = name.partition(" ")
        if start == first and second != word and common_prefix(second, word) >= max(MIN_STEM, len(second) - 2):
            return gazetteer.own[name]
    return None


def begins_name(name: list[str], language: Language) -> bool:
    """Say whether some words begin with a given name, or with two in one ("Ana Brel", "Lir-Andor Brel")."""
    double = "-" in name[0] and len(name) > 1 and all(half.istitle() for half in name[0].split("-"))
    return given(name[0], language) or double


def apart(last: str, name: list[str], pairs: Pairs, gazetteer: Gazetteer) -> bool:
    """Say whether a name of some words stands elsewhere without the word before it."""
    return gazetteer.capitalised[name[0]] > pairs.count(last, name[0])
