"""States and organisations of one document: those of the language's list, and those that only this document knows.

A state that no list has is known by "President of X", "X-Y relations" or its demonym before a title; the demonym is
matched to a name in the text by their common stem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from verbale.language import REPORTING, Language, load
from verbale.parse.tokens import Token, follows, tokenize

DEMONYM_ENDING: Final = re.compile(r"(?:i?an|ean|ese|ish|iot|ite|ic|ch|i|er|ard|vian|ene|in|of)s?$")
INITIALS: Final = frozenset({"US", "UK", "USA", "UAE", "PRC", "ROK", "DPRK", "DRC"})
FORMAL: Final = re.compile(
    r"(?:Republic|Kingdom|State|States|Commonwealth|Federation|Union|Principality|Sultanate|Emirate|Confederation|Duchy|Islamic|Democratic|Federal|People|Socialist|United|Grand|Free|Federative|Arab)$"
)
MIN_STEM: Final = 3
MAX_WORDS: Final = 7
"""Words of the longest name of a state that only a document knows."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Names of states as token sequences, by first token, longest first; a value is the state's name.

    `openers` are the first tokens of names and demonyms.
    """

    names: Mapping[str, tuple[tuple[Phrase, str], ...]]
    demonyms: Mapping[str, tuple[tuple[Phrase, str], ...]]
    metonyms: Mapping[str, tuple[tuple[Phrase, str], ...]]
    openers: frozenset[str]


def index(entries: list[tuple[str, str]]) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """Return phrases with what they stand for, by their first token."""
    table: dict[str, dict[Phrase, str]] = {}
    for phrase, name in entries:
        for spelled in {phrase, phrase.upper()}:
            words = tuple(t.text for t in tokenize(spelled))
            if words and words[0] in {"The", "THE", "the"}:
                words = words[1:]
            if words and (len(words[0]) > 2 or words[0].isupper()):
                table.setdefault(words[0], {}).setdefault(words, name)
    return {first: tuple(sorted(found.items(), key=lambda item: -len(item[0]))) for first, found in table.items()}


@lru_cache(maxsize=4)
def table(code: str) -> Table:
    """Return the tables of a language's states."""
    states = load(code).states
    names = index([(name, s.name) for s in states for name in (s.name, *s.names)])
    demonyms = index([(name, s.name) for s in states for name in s.demonyms])
    metonyms = index([(name, s.name) for s in states for name in s.metonyms])
    return Table(names, demonyms, metonyms, frozenset({*names, *demonyms}))


def longest(
    entries: Mapping[str, tuple[tuple[Phrase, str], ...]], tokens: list[Token], i: int
) -> tuple[str, int] | None:
    """Return what the longest phrase at token `i` stands for, and the index after it."""
    for words, name in entries.get(tokens[i].text, ()):
        end = i + len(words)
        if len(words) == 1 or words == tuple([t.text for t in tokens[i:end]]):
            return name, end
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

    def shown(self, state: str) -> str:
        """Return a state's name in the fullest form that the document uses, its usual name for one written in initials."""
        words = self.spelled.get(state, state)
        formal = "." in words or words in INITIALS or " of " in words
        return state if formal or (self.capitalised[state.split(maxsplit=1)[0]] and not words.isupper()) else words

    def name(self, tokens: list[Token], i: int) -> tuple[str, int] | None:
        """Return the state whose name begins at token `i`, and the index after it."""
        token = tokens[i]
        if not token.capital:
            return None
        found = longest(self.table.names, tokens, i)
        if found:
            return found
        most = self.longest_own.get(token.text, 0)
        for length in range(min(most, len(tokens) - i), 0, -1):
            words = " ".join([t.text for t in tokens[i : i + length]])
            if words in self.own:
                return self.own[words], i + length
        return None

    def opens_name(self, word: str) -> bool:
        """Say whether a name or demonym of a state begins with a word."""
        return word in self.table.openers or word in self.adjectives or word in self.longest_own

    def keep(self, words: str, state: str) -> None:
        """Take the name of a state that only this document knows, unless it has one of these words."""
        self.own.setdefault(words, state)
        first, *rest = words.split(" ")
        self.longest_own[first] = min(MAX_WORDS, max(self.longest_own.get(first, 0), len(rest) + 1))

    def demonym(self, tokens: list[Token], i: int) -> tuple[str | None, int]:
        """Return the state that a demonym or a name used like one means at token `i`, and the index after it, else `i`."""
        if i >= len(tokens) or not tokens[i].capital or not self.opens_name(tokens[i].text):
            return None, i
        found = longest(self.table.demonyms, tokens, i)
        if found:
            return found
        if tokens[i].text in self.adjectives:
            return self.adjectives[tokens[i].text], i + 1
        named = self.name(tokens, i)
        if named:
            end = named[1]
            if end < len(tokens) and tokens[end].text == "." and "." in tokens[end - 1].text:
                end += 1
            if end < len(tokens) and tokens[end].low in {"'s", "’s"}:
                end += 1
            return named[0], end
        return None, i

    def metonym(self, tokens: list[Token], i: int) -> tuple[str, int] | None:
        """Return the state that a capital or seat of power stands for at token `i`, and the index after it."""
        return longest(self.table.metonyms, tokens, i) if tokens[i].capital else None

    def after_of(self, tokens: list[Token], i: int) -> tuple[str, int] | None:
        """Return the state in "of [the] STATE" at token `i`, and the index after it."""
        if i + 1 >= len(tokens) or tokens[i].low != "of":
            return None
        k = i + 2 if tokens[i + 1].low == "the" and i + 2 < len(tokens) else i + 1
        return self.name(tokens, k)

    def learn(self, words: str) -> None:
        """Take a state that only this document knows, by its name as written; a formal name is known by its short one too."""
        first = words.split(maxsplit=1)[0]
        if (
            first in self.language.starters
            or first.lower() in self.language.not_states
            or (first.isupper() and first.title() in self.language.starters)
        ):
            return
        short = words
        if match := re.match(
            r"(?:[A-Z][\w’'-]+ )*?(?:Republic|Kingdom|State|Commonwealth|Federation|Union|Principality|Sultanate|Emirate|Confederation|Duchy) of (?:the )?(.+)$",
            words,
        ):
            short = match[1]
        self.keep(words, short)
        self.keep(short, short)

    def learn_demonym(self, adjective: str, *, itself: bool = False) -> str | None:
        """Return and keep the state whose name in the text shares its stem with a demonym, where there is one."""
        if adjective in self.language.starters or adjective.lower() in self.language.not_states or "-" in adjective:
            return None
        if adjective in self.adjectives:
            return self.adjectives[adjective]
        stem = DEMONYM_ENDING.sub("", adjective)
        if len(stem) < MIN_STEM:
            return None
        best: tuple[int, int, str] | None = None
        if not self.by_stem:
            self.by_stem.update(words_by_stem(self.capitalised, MIN_STEM))
        for word in self.by_stem.get(stem[:MIN_STEM], ()):
            if "-" in word or (
                word == adjective
                or not word.startswith(stem[: max(MIN_STEM, len(stem) - 2)])
                or word.rstrip("s") == adjective.rstrip("s")
            ):
                continue
            shared = common_prefix(word, adjective)
            if shared < max(MIN_STEM, min(len(word), len(adjective)) - 4, len(stem) - 2) or len(word) - shared > 4:
                continue
            known = word in self.own
            candidate = (shared + 10 * known, self.capitalised[word], word)
            if best is None or candidate > best:
                best = candidate
        if best is None:
            if self.capitalised[adjective] < 2 or not itself:
                return None
            best = (0, 0, adjective)
        self.adjectives[adjective] = self.own.get(best[2], best[2])
        self.keep(best[2], best[2])
        return self.adjectives[adjective]


def common_prefix(one: str, other: str) -> int:
    """Return how many first letters two words share."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def state_after_of(tokens: list[Token], i: int, language: Language) -> tuple[str, int] | None:
    """Return the capitalised run after "of [the]" at token `i` as the name of a state not yet known, and the index after it."""
    if i + 1 >= len(tokens) or tokens[i].low != "of":
        return None
    k = i + 2 if tokens[i + 1].low == "the" and i + 2 < len(tokens) else i + 1
    end = k
    while end < len(tokens) and end - k < 8:
        token = tokens[end]
        formal = end > k and FORMAL.match(tokens[end - 1].text)
        joins = (
            token.low in {"of", "and", "the"}
            and end > k
            and (formal or (token.low == "the" and tokens[end - 1].low == "of"))
            and end + 1 < len(tokens)
        )
        if not (
            (
                token.capital
                and "-" not in token.text
                and token.low not in language.titles
                and token.low not in language.honorifics
            )
            or joins
        ):
            break
        end += 1
        if (
            not joins
            and not FORMAL.match(token.text)
            and end < len(tokens)
            and tokens[end].text
            in {
                "Islands",
                "Republic",
                "Federation",
                "Coast",
                "Kingdom",
                "Union",
                "Emirates",
                "States",
                "Isles",
                "Confederation",
            }
        ):
            end += 1
            break
        if (
            not joins
            and not FORMAL.match(token.text)
            and token.text
            not in {
                "New",
                "Saint",
                "San",
                "Santa",
                "St",
                "South",
                "North",
                "East",
                "West",
                "Upper",
                "Lower",
                "Great",
                "Old",
                "Port",
                "Cape",
                "Côte",
                "El",
                "Los",
                "La",
                "Western",
                "Eastern",
                "Northern",
                "Southern",
                "Central",
                "Costa",
                "Sierra",
                "Papua",
                "Equatorial",
                "Trinidad",
                "Sri",
            }
        ):
            break
    while end > k and not tokens[end - 1].capital:
        end -= 1
    return (" ".join(t.text for t in tokens[k:end]), end) if end > k else None


def survey(tokens: list[Token], language: Language) -> Gazetteer:
    """Return the states of a document given as tokens: the list's, and those that its titles and pairs present."""
    gazetteer = Gazetteer(table(language.code), language)
    capitals = [k for k, token in enumerate(tokens) if token.capital]
    for k in capitals:
        token = tokens[k]
        if not (k and token.text in language.starters and tokens[k - 1].text in ".:"):
            gazetteer.capitalised[token.text] += 1
    beside = language.titles.keys() | language.governed | language.behind_demonym
    for k in [k for k, token in enumerate(tokens) if token.low in beside]:
        token = tokens[k]
        if token.low in language.titles and any(follows(tokens, k, parts) for parts, _ in language.titles[token.low]):
            learn_around_title(tokens, k, language, gazetteer)
        if (
            token.low in language.governed
            and k + 1 < len(tokens)
            and not gazetteer.after_of(tokens, k + 1)
            and (found := state_after_of(tokens, k + 1, language))
            and found[0].split()[0].lower() not in language.not_states
        ):
            gazetteer.learn(found[0])
        if (
            token.low in language.behind_demonym
            and k
            and tokens[k - 1].capital
            and tokens[k - 1].text not in language.starters
        ):
            learn_before(tokens, k, language, gazetteer)
    learn_pairs([tokens[k] for k in capitals], gazetteer)
    learn_subjects(tokens, capitals, language, gazetteer)
    learn_adjectives(gazetteer)
    for k in capitals:
        text = tokens[k].text
        if text in gazetteer.own:
            gazetteer.met[gazetteer.own[text]] += 1
        elif text in gazetteer.table.demonyms and (found := longest(gazetteer.table.demonyms, tokens, k)):
            gazetteer.met[found[0]] += 1
        for half in text.split("-") if "-" in text else ():
            if half in gazetteer.table.names or half in gazetteer.own:
                gazetteer.met[gazetteer.own.get(half, half)] += 1
        if text in gazetteer.table.names and (found := longest(gazetteer.table.names, tokens, k)):
            gazetteer.met[found[0]] += 1
            words = " ".join(t.text for t in tokens[k : found[1]])
            if len(words) > len(gazetteer.spelled.get(found[0], "")) and (not words.isupper() or len(words) < 5):
                gazetteer.spelled[found[0]] = words
    return gazetteer


def learn_around_title(tokens: list[Token], k: int, language: Language, gazetteer: Gazetteer) -> None:
    """Take the states that stand beside the title word at token `k`: "… of X", "Xian President", "President NAME of X"."""
    end = k + 1
    while end < len(tokens) and end - k < 7 and (tokens[end].capital or tokens[end].text == "."):
        end += 1
    places = {k + 1, end}
    step = k + 1
    while (
        step < len(tokens)
        and step - k < 12
        and (
            tokens[step].low in language.not_states
            or tokens[step].low in {"of", "for", "and", "the", ","}
            or (tokens[step].capital and tokens[step].low not in language.verbs)
        )
    ):
        if tokens[step].low == "of":
            places.add(step)
        step += 1
    for place in sorted(places):
        if place < len(tokens) and tokens[place].low == "of" and not gazetteer.after_of(tokens, place):
            found = state_after_of(tokens, place, language)
            if found and found[0].split()[0].lower() not in language.not_states:
                gazetteer.learn(found[0])
    learn_before(tokens, k, language, gazetteer)


def learn_before(tokens: list[Token], k: int, language: Language, gazetteer: Gazetteer) -> None:
    """Take the demonym that stands right before the token at `k`."""
    before = tokens[k - 1] if k else None
    if (
        before
        and before.capital
        and before.end + 1 == tokens[k].start
        and before.low not in language.titles
        and before.low not in language.title_modifiers
    ):
        known, _ = gazetteer.demonym(tokens, k - 1)
        if known is None and DEMONYM_ENDING.search(before.text):
            gazetteer.learn_demonym(before.text, itself=tokens[k].low in {"counterpart", "side"})


def learn_subjects(tokens: list[Token], capitals: list[int], language: Language, gazetteer: Gazetteer) -> None:
    """Take as a state or organisation a word that is a subject somewhere and elsewhere a partner or place.

    "Xia reiterated …" beside "between A and Xia" or "in Xia" is such a one; a person's name has a title or a verb of
    saying in front of it nowhere and no preposition of place.
    """
    subjects: set[str] = set()
    partners: Counter[str] = Counter()
    people: set[str] = set()
    for k in capitals:
        token = tokens[k]
        word = token.text
        if (
            len(word) < 3
            or token.low in language.not_bodies
            or word in gazetteer.own
            or token.low in language.titles
            or word in language.starters
        ):
            continue
        before = tokens[k - 1] if k else None
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        if (
            before
            and (
                before.low in language.titles
                or before.low in language.honorifics
                or (before.capital and before.end + 1 == token.start)
            )
        ) or (after and after.capital and after.start == token.end + 1):
            people.add(word)
        if (
            (before is None or before.text in {".", "\n", "”", ";", ","})
            and after
            and (
                any(f.tense in {"past", "present"} and f.classes & REPORTING for f in language.verbs.get(after.low, ()))
                or after.low in {"will", "has", "is", ","}
            )
        ):
            subjects.add(word)
        if (
            before
            and before.low in {"in", "and", "with", "between", "to", "for", "from", "of", "by", "on"}
            and not (after and after.text == "-")
        ):
            partners[word] += 1
        if after and after.low in {"'s", "’s"}:
            partners[word] += 1
    learn_named_bodies(tokens, capitals, language, gazetteer)
    for word in sorted(subjects - people):
        if (
            partners[word]
            and word not in gazetteer.table.names
            and word not in gazetteer.table.demonyms
            and word not in gazetteer.table.metonyms
            and word.lower() not in language.months
            and word.lower() not in language.weekdays
            and word.lower() not in language.joint_heads
            and word.lower() not in language.openers
        ):
            gazetteer.learn(word)


def learn_named_bodies(tokens: list[Token], capitals: list[int], language: Language, gazetteer: Gazetteer) -> None:
    """Take "The Southern Front" as a party where it is the subject of a verb of speaking and stands elsewhere too."""
    places: dict[tuple[str, str], list[int]] = {}
    for k in capitals:
        if tokens[k].text != "The" or k + 3 >= len(tokens):
            continue
        end = k + 1
        while end < len(tokens) and tokens[end].capital and tokens[end].low not in language.titles and end - k < 5:
            end += 1
        words = [t.text for t in tokens[k + 1 : end]]
        if (
            len(words) < 2
            or (last := words[-1].lower()) in language.not_bodies
            or last in language.joint_heads
            or end >= len(tokens)
            or gazetteer.name(tokens, k + 1)
        ):
            continue
        speaks = any(
            f.tense in {"past", "present"} and f.classes & REPORTING for f in language.verbs.get(tokens[end].low, ())
        )
        if not speaks:
            continue
        if not places:
            for n in capitals:
                if n + 1 < len(tokens):
                    places.setdefault((tokens[n].text, tokens[n + 1].text), []).append(n)
        joined = " ".join(words)
        met = (n for n in places[words[0], words[1]] if [t.text for t in tokens[n : n + len(words)]] == words)
        if next(met, None) is not None and next(met, None) is not None:
            gazetteer.keep(joined, joined)


def words_by_stem(words: Iterable[str], length: int) -> dict[str, list[str]]:
    """Return words by their first letters."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:length], []).append(word)
    return found


def learn_adjectives(gazetteer: Gazetteer) -> None:
    """Take as demonyms the words that share their stem with a state that only this document knows."""
    by_stem = words_by_stem(gazetteer.capitalised, MIN_STEM + 1)
    for state in list(gazetteer.own.values()):
        last = state.split()[-1]
        for word in by_stem.get(last[: MIN_STEM + 1], ()):
            if word == last or word in gazetteer.own or word in gazetteer.adjectives or not DEMONYM_ENDING.search(word):
                continue
            if common_prefix(word, last) >= max(MIN_STEM + 1, len(last) - 3) and len(word) - len(last) < 5:
                gazetteer.adjectives[word] = state


def learn_pairs(tokens: list[Token], gazetteer: Gazetteer) -> None:
    """Take both halves of "X-Y relations" where one is a known state, and demonyms in "Xian-Yian"."""
    for token in tokens:
        if "-" not in token.text or not token.capital:
            continue
        halves = re.split(r"[-–]", token.text)
        if len(halves) != 2 or not all(h[:1].isupper() and len(h) > 2 for h in halves):
            continue
        known = [half in gazetteer.own or half in gazetteer.table.names for half in halves]
        if sum(known) == 1:
            other = halves[known.index(False)]
            if (
                gazetteer.capitalised[other]
                and other not in gazetteer.adjectives
                and other not in gazetteer.table.demonyms
            ):
                gazetteer.learn(other)
