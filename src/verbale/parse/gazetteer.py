"""States and organisations of one document: those of the language's list, and those that only this document knows.

A state that no list has is known by "President of X", "X-Y relations" or its demonym before a title; the demonym is
matched to a name in the text by their common stem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from verbale.language import Language, load
from verbale.parse.stems import MIN_STEM, common_prefix, words_by_stem
from verbale.parse.tokens import Token, owned_behind_s, titled, tokenize

DEMONYM_ENDING: Final = re.compile(r"(?:i?an|ean|ese|ish|iot|ite|ic|ch|i|er|ard|vian|ene|in|of)s?$")


FORMAL_NAME: Final = re.compile(
    r"(?:[A-Z][\w’'-]+ (?:['’]s )?)*?(?:Republic|Kingdom|Dominion|State|Commonwealth|Federation|Union|Principality|Sultanate|Emirate|Confederation|Duchy|Federated States) of (?:the )?(.+)$"
)
"""A state's formal name, with the short one in it."""


OF_PEOPLE: Final = re.compile(r"([A-Z][\w’'-]+ian) (?:Republic|Kingdom)$")
"""A formal name made of a people's ("the Kestrian Republic")."""


LONG_ENOUGH: Final = 5
"""Letters that a word in "-ian" has more than, where it tells the name of a state that stands nowhere else ("Kestrian" of "Kestria")."""


FROM_NAME: Final = re.compile(r"[b-df-hj-np-tv-z]i$")
"""The end of a people's name that is its state's with an "i" behind it ("Tamuri" of "Tamur")."""


WITH_N: Final = re.compile(r"(?!\w+stan$)(\w+(?:[^\Waeiou]|o)a)n$")
"""The name of a people that is its state's with an "n" behind it ("Nordoan", "Makiban"), with that name in it."""


OF_LAND: Final = re.compile(r"(\w{2,}land)(?:ic|ish)$")
"""The name of a people whose state's name ends in "land" ("Eirlandic", "Nordlandish"), with that name in it."""


LONG_NAME: Final = 4
"""Letters of a word in capitals that is no longer taken for initials."""


MAX_WORDS: Final = 12
"""Words of the longest name of a state that only a document knows."""


Phrase = tuple[str, ...]


Phrases = tuple[tuple[int, Mapping[Phrase, str]], ...]
"""Phrases with one first token and the states that they name, by their length in tokens, the longest first."""


FORM_AT_END: Final = re.compile(r"([A-Z][\w’'-]+ (?:Republic|Federation|Confederation|Sultanate)) [A-Z][\w’'-]+$")
"""A formal name that ends in its head, and the first word of who is named behind it ("the Kestrian Federation Ana [Brel]")."""


@dataclass(frozen=True, slots=True)
class Table:
    """Names of states as token sequences, by first token; `openers` are the first tokens of names and demonyms."""

    names: Mapping[str, Phrases]
    demonyms: Mapping[str, Phrases]
    metonyms: Mapping[str, Phrases]
    openers: frozenset[str]


def index(entries: list[tuple[str, str]]) -> dict[str, Phrases]:
    """Return phrases with what they stand for, by their first token."""
    table: dict[str, dict[int, dict[Phrase, str]]] = {}
    for phrase, name in entries:
        for spelled in {phrase, phrase.upper(), phrase.replace("'", "’")}:
            words = tuple(t.text for t in tokenize(spelled))
            if words and words[0].lower() == "the":
                words = words[1:]
            if words and (len(words[0]) > 2 or words[0].isupper()):
                table.setdefault(words[0], {}).setdefault(len(words), {}).setdefault(words, name)
    return {first: tuple(sorted(found.items(), reverse=True)) for first, found in table.items()}


@lru_cache(maxsize=4)
def table(code: str) -> Table:
    """Return the tables of a language's states."""
    states = load(code).states
    names = index([(name, s.name) for s in states for name in (s.name, *s.names)])
    demonyms = index([(name, s.name) for s in states for name in s.demonyms])
    metonyms = index([(name, s.name) for s in states for name in s.metonyms])
    return Table(names, demonyms, metonyms, frozenset({*names, *demonyms}))


def longest(phrases: Phrases | None, tokens: list[Token], i: int) -> tuple[str, int] | None:
    """Return what the longest of some phrases, of which all begin with the word at token `i`, stands for there, and the index after it."""
    if not phrases:
        return None
    most = phrases[0][0]
    words = (tokens[i].text,) if most == 1 else tuple([token.text for token in tokens[i : i + most]])
    for size, named in phrases:
        if (name := named.get(words[:size])) is not None:
            return name, i + size
    return None


@dataclass(slots=True)
class Gazetteer:
    """The states of one document; `own` are those that only it knows, by their words, `adjectives` its demonyms."""

    table: Table
    language: Language
    own: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    longest_own: dict[str, int] = field(default_factory=dict)
    capitalised: Counter[str] = field(default_factory=Counter)
    by_stem: dict[str, list[str]] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)
    unplaced: Counter[str] = field(default_factory=Counter)
    """Names of peoples before the titles of heads and ministers, of whose states nothing has told yet."""
    peoples: set[str] = field(default_factory=set)
    """Those of them that can be nothing else, by what stands around them."""
    find_whole: Callable[[], dict[str, str]] = dict
    in_two: dict[str, str] | None = None
    plain: set[str] = field(default_factory=set)
    """Words before such titles that have no ending of a people's name, and may be states as they are."""

    @property
    def whole(self) -> dict[str, str]:
        """Return names in two words that may be a state's, by a word of theirs; they are looked for when first asked for."""
        if self.in_two is None:
            self.in_two = self.find_whole()
        return self.in_two

    def shown(self, state: str) -> str:
        """Return a state's name in the fullest form that the document uses, its usual name for one written in initials."""
        words = self.spelled.get(state, state)
        formal = "." in words or words in self.language.words.initials or " of " in words
        if words.isupper() and len(words) > 4 and words == state and state in self.own:
            return titled(words)
        return state if formal or (self.capitalised[state.split(maxsplit=1)[0]] and not words.isupper()) else words

    def name(self, tokens: list[Token], i: int) -> tuple[str, int] | None:
        """Return the state whose name begins at token `i`, and the index after it."""
        token = tokens[i]
        if not token.capital:
            return None
        text = token.text
        phrases = self.table.names.get(text)
        if phrases and (found := longest(phrases, tokens, i)):
            return found
        most = self.longest_own.get(text)
        if most is None and text not in self.language.words.formal_heads:
            return None
        for length in range(min(most or 0, len(tokens) - i), 0, -1):
            words = " ".join([t.text for t in tokens[i : i + length]])
            if words in self.own:
                return self.own[words], i + length
        if text in self.language.words.formal_heads and i + 2 < len(tokens) and tokens[i + 1].low == "of":
            return self.after_of(tokens, i + 1)
        return None

    def keep(self, words: str, state: str) -> None:
        """Take the name of a state that only this document knows, unless it has one of these words."""
        self.own.setdefault(words, state)
        first, *rest = words.split(" ")
        self.longest_own[first] = min(MAX_WORDS, max(self.longest_own.get(first, 0), len(rest) + 1))

    def spell_out(self, short: str, state: str) -> None:
        """Take initials as a name of a state, though the document has used them before as if they were all of it."""
        self.keep(short, state)
        self.own[short] = state

    def demonym(self, tokens: list[Token], i: int) -> tuple[str | None, int]:
        """Return the state that a demonym or a name used like one means at token `i`, and the index after it, else `i`."""
        if i >= len(tokens) or not tokens[i].capital:
            return None, i
        text = tokens[i].text
        if not (text in self.table.openers or text in self.adjectives or text in self.longest_own):
            return None, i
        phrases = self.table.demonyms.get(text)
        if phrases and (found := longest(phrases, tokens, i)):
            return found
        if text in self.adjectives:
            return self.adjectives[text], i + 1
        named = self.name(tokens, i)
        if named:
            end = named[1]
            if end < len(tokens) and tokens[end].text == "." and "." in tokens[end - 1].text:
                end += 1
            if end < len(tokens) and (
                tokens[end].low in {"'s", "’s"} or owned_behind_s(tokens, end, self.language.titles)
            ):
                end += 1
            return named[0], end
        return None, i

    def metonym(self, tokens: list[Token], i: int) -> tuple[str, int] | None:
        """Return the state that a capital or seat of power stands for at token `i`, and the index after it."""
        token = tokens[i]
        return longest(self.table.metonyms.get(token.text), tokens, i) if token.capital else None

    def after_of(self, tokens: list[Token], i: int) -> tuple[str, int] | None:
        """Return the state in "of [the] STATE" at token `i`, and the index after it."""
        if i + 1 >= len(tokens) or tokens[i].low != "of":
            return None
        k = i + 2 if tokens[i + 1].low == "the" and i + 2 < len(tokens) else i + 1
        if tokens[k].low in self.language.courteous and k + 1 < len(tokens):
            k += 1
        return self.name(tokens, k)

    def learn(self, words: str) -> None:
        """Take a state that only this document knows, by its name as written; a formal name is known by its short one too."""
        if (whole := FORM_AT_END.match(words)) and words not in self.table.names:
            words = whole[1]  # what stands behind its head is whoever serves it
        short = words
        if match := FORMAL_NAME.match(words):
            short = words if words.startswith("Free State ") else match[1]
        elif (people := OF_PEOPLE.match(words)) and words not in self.table.names:
            short = self.learn_demonym(people[1]) or words
        first = short.split(maxsplit=1)[0]
        if short in self.language.words.formal_heads or first.rpartition("-")[2].islower() > ("-" not in first):
            return
        if (
            first in self.language.starters
            or first.lower() in self.language.not_states
            or (words in self.table.demonyms and words not in self.table.names)
            or (first.isupper() and titled(first) in self.language.starters)
        ):
            return
        if short.isupper() and self.capitalised[titled(short.split()[-1])]:
            short = titled(short)
        self.keep(words, short)
        self.keep(match[1] if match else short, short)
        if len(short) > 3 and self.capitalised[short.split()[-1].upper()]:
            self.keep(short.upper(), short)

    def learn_demonym(self, adjective: str, *, itself: bool = False, once: bool = False) -> str | None:
        """Return and keep the state whose name in the text shares its stem with a demonym, where there is one; `once` tells that it surely is one, though it stands nowhere else."""
        if adjective in self.language.starters or adjective.lower() in self.language.not_states or "-" in adjective:
            return None
        if adjective in self.adjectives:
            return self.adjectives[adjective]
        stem = DEMONYM_ENDING.sub("", adjective)
        if len(stem) < MIN_STEM:
            return None
        best: tuple[int, int, str] | None = None
        if not self.by_stem:
            halves = (half for word in self.capitalised if "-" in word for half in word.split("-") if half.istitle())
            shouted = (titled(word) for word in self.capitalised if word.isupper() and len(word) > LONG_NAME)
            self.by_stem.update(words_by_stem(dict.fromkeys([*self.capitalised, *halves, *shouted]), MIN_STEM))
        for word in self.by_stem.get(stem[:MIN_STEM], ()):
            if (
                "-" in word
                or word.lower() in self.language.titles
                or (
                    word == adjective
                    or not word.startswith(stem[: max(MIN_STEM, len(stem) - 2)])
                    or word.rstrip("s") == adjective.rstrip("s")
                )
            ):
                continue
            shared = common_prefix(word, adjective)
            if shared < max(MIN_STEM, min(len(word), len(adjective)) - 4, len(stem) - 2) or len(word) - shared > 4:
                continue
            known = word in self.own
            candidate = (shared + 10 * known, self.capitalised[word], word)
            if best is None or candidate > best:
                best = candidate
        if best is None and adjective.endswith("ian") and len(adjective) > LONG_ENOUGH:
            if adjective.lower() in self.language.not_demonyms:
                return None
            best = (0, 0, adjective.removesuffix("ian") if adjective.endswith("landian") else adjective[:-1])
        if best is None and (land := OF_LAND.match(adjective)):
            best = (0, 0, land[1])
        if best is None and itself and FROM_NAME.search(adjective) and len(adjective) > LONG_ENOUGH:
            best = (0, 0, adjective[:-1])
        if best is None and once and self.capitalised[adjective] < 2 and (land := WITH_N.match(adjective)):
            best = (0, 0, land[1])
        if best is None:
            if not once and (self.capitalised[adjective] < 2 or not itself):
                return None
            best = (0, 0, adjective)
        state = self.own.get(best[2], best[2])
        if state == best[2]:
            state = self.whole.get(state, state)
            if state.endswith(f" {best[2]}"):
                self.keep(f"{state.removesuffix(best[2])}{adjective}", state)
        self.adjectives[adjective] = state
        self.keep(state, state)
        return state
