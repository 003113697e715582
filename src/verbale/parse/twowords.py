"""States of two words that no list has, told from a person's name behind them by where the two stand alone ("Foreign Minister of Jabal Zayn Ana Brel")."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from verbale.language import Language
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.tokens import Token, titled


class Runs:
    """The capitalised words of a document that stand alone, singly or in pairs; they are counted when first asked for.

    `capitalised` tells how often each of them stands anywhere.
    """

    __slots__ = ("_addressed", "_capitalised", "_counts", "_tokens")

    def __init__(self, tokens: list[Token], capitalised: Counter[str]) -> None:
        self._tokens = tokens
        self._capitalised = capitalised
        self._counts: Counter[str] | None = None
        self._addressed: frozenset[str] | None = None

    def addressed(self, word: str, language: Language) -> bool:
        """Say whether a word stands right behind a title or an honorific somewhere, and alone, as a name does."""
        if self._addressed is None:
            self._addressed = frozenset(
                two.text
                for k, (one, two) in enumerate(pairwise(self._tokens))
                if two.capital
                and not joined(self._tokens, k + 1)
                and (one.low in language.single_titles or one.low in language.honorifics)
            )
        return word in self._addressed

    def before_name(self, i: int, language: Language) -> str | None:
        """Return the words at token `i` and behind it as a state, where a name follows that elsewhere stands behind a title ("of Nord Selland Ana Brel … Minister Ana")."""
        tokens = self._tokens
        if not 0 <= i < len(tokens) - 3 or not all(joined(tokens, k) for k in (i, i + 1, i + 2)):
            return None
        first, second, name = (t.text for t in tokens[i : i + 3])
        plain = all(word.isalpha() and not word.isupper() for word in (first, second, name))
        other = second in language.female_names or second in language.male_names
        other = other or tokens[i + 1].low in language.titles or tokens[i + 1].low in language.honorifics
        if not plain or other or self.addressed(second, language) or self.addressed(first, language):
            return None
        bound = self._capitalised[first] == self._capitalised[second]
        return f"{first} {second}" if bound and self._capitalised[name] > 1 and self.addressed(name, language) else None

    def count(self, words: str) -> int:
        """Return how often one or two words stand with no capitalised word beside them."""
        if self._counts is None:
            self._counts = count_runs(self._tokens)
        return self._counts[words]

    def pair_at(self, i: int) -> str | None:
        """Return the words at token `i` and behind it, where they stand alone as a pair somewhere and neither does by itself."""
        if not 0 <= i < len(self._tokens) - 1 or not self._tokens[i + 1].capital:
            return None
        first, second = self._tokens[i].text, self._tokens[i + 1].text
        if not 1 < self._capitalised[first] == self._capitalised[second] or not joined(self._tokens, i):
            return None
        pair = f"{first} {second}"
        return pair if self.count(pair) and not self.count(first) and not self.count(second) else None


def second_word(tokens: list[Token], i: int, gazetteer: Gazetteer) -> str | None:
    """Return the word behind token `i` as the second of a state's name, that of somebody named before "of" ("Premier Ana Brel of Jabal Zayn, who …").

    Nobody else's name can follow there; a weekday, a title or a verb of a headline can, and is no part of it.
    """
    language = gazetteer.language
    if i + 2 >= len(tokens) or not joined(tokens, i) or tokens[i + 2].capital or not tokens[i + 1].text.isalpha():
        return None
    first, second = tokens[i], tokens[i + 1]
    timed = second.low in language.weekdays or second.low in language.months
    other = second.low in language.titles or second.low in language.verbs or second.text in language.starters
    if timed or other or second.low in language.body_words or second.text.isupper():
        return None
    if gazetteer.name(tokens, i + 1) or gazetteer.capitalised[first.text] != gazetteer.capitalised[second.text]:
        return None
    return second.text


def in_two_words(found: tuple[str, int], runs: Runs, language: Language) -> str | None:
    """Return a state's name with the word behind it, where the two stand as a pair elsewhere ("the Republic of Costa" before "Brava").

    `found` are the name as far as it is known, and the index after it.
    """
    words, end = found
    formal = words.rpartition(" ")[0]
    pair = (
        runs.pair_at(end - 1) or runs.before_name(end - 1, language) if not formal or formal.endswith(" of") else None
    )
    return pair and f"{formal} {pair}".lstrip()


def behind_name(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the office at token `k` stands behind a comma and a name with its honorific, so that no name follows its state.

    "Ms. Ana Brel, Minister of Trade of the Kingdom of Nord Selland.": "Selland" is nobody's name.
    """
    comma = next((n for n in range(k - 1, max(k - 8, 1), -1) if tokens[n].text == ","), 0)
    name = comma
    while name > 0 and (tokens[name - 1].capital or tokens[name - 1].low in language.name_particles):
        name -= 1
        if tokens[name].low in language.honorifics:
            return comma - name > 1
    return (
        comma - name > 1 and name > 1 and tokens[name - 1].text == "." and tokens[name - 2].low in language.honorifics
    )


def joined(tokens: list[Token], i: int) -> bool:
    """Say whether the words at token `i` and behind it both have a capital and one space between them."""
    return (
        i + 1 < len(tokens) and tokens[i].capital and tokens[i + 1].capital and tokens[i + 1].start - tokens[i].end == 1
    )


def count_runs(tokens: list[Token]) -> Counter[str]:
    """Return how often each capitalised word, and each pair, stands with no capitalised word beside it."""
    found: Counter[str] = Counter()
    k = 0
    while k < len(tokens):
        if not tokens[k].capital:
            k += 1
            continue
        end = k
        while end + 1 < len(tokens) and joined(tokens, end):
            end += 1
        if end - k < 2:
            found[" ".join(t.text for t in tokens[k : end + 1])] += 1
        k = end + 1
    return found


def spelled(token: Token) -> str:
    """Return a word as it is written where not all of its line is in capitals."""
    return titled(token.text) if token.text.isupper() else token.text
