"""States and bodies that a document shows by what they do: as subjects, pairs, demonyms; titles are for `survey`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from verbale.language import REPORTING, Language
from verbale.parse.gazetteer import DEMONYM_ENDING, Gazetteer, longest
from verbale.parse.names import followed_by_name
from verbale.parse.stems import MIN_STEM, common_prefix, words_by_stem
from verbale.parse.titles import match_title
from verbale.parse.tokens import Token

DASH: Final = re.compile("[-–]")


FINITE: Final = frozenset({"past", "present"})


def learn_subjects(tokens: list[Token], capitals: list[int], language: Language, gazetteer: Gazetteer) -> None:
    """Take as a state or organisation a word that is a subject somewhere and elsewhere a partner or place.

    "Xia reiterated …" beside "between A and Xia" or "in Xia" is such a one; a person's name has a title or a verb of
    saying in front of it nowhere and no preposition of place.
    """
    words = language.words
    subjects: set[str] = set()
    partners: Counter[str] = Counter()
    people: set[str] = set()
    titled: Counter[str] = Counter()
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
        if after and after.capital and before_minister(tokens, k, language):
            titled[word] += 1
            continue
        if (
            before
            and (
                before.low in language.titles
                or before.low in language.honorifics
                or (before.capital and before.end + 1 == token.start)
            )
        ) or (
            after
            and after.capital
            and after.start == token.end + 1
            and not (before and before.text in {"-", "–"} and before.end == token.start)
        ):
            people.add(word)
        if (
            (before is None or before.text in {".", "\n", "“", '"', "”", ";", ","})
            and after
            and (
                any(f.tense in {"past", "present"} and f.classes & REPORTING for f in language.verbs.get(after.low, ()))
                or after.text == ","
                or after.low in words.subject_verbs
            )
        ) or (before and before.low == "that" and after and after.low in words.own_verbs):
            subjects.add(word)
        if before and before.low in words.before_partner and not (after and after.text == "-"):
            partners[word] += 1
        if after and (after.low in {"'s", "’s"} or after.low in words.nationals):
            partners[word] += 1
    learn_named_bodies(tokens, capitals, language, gazetteer)
    served = {
        word
        for word, count in titled.items()
        if not word.isupper() and (gazetteer.capitalised[word] > count or not DEMONYM_ENDING.search(word))
    }
    for word in sorted((subjects | served) - people):
        if (
            (partners[word] or word in served)
            and word not in gazetteer.table.names
            and word not in gazetteer.table.demonyms
            and word not in gazetteer.table.metonyms
            and word.lower() not in language.months
            and word.lower() not in language.weekdays
            and word.lower() not in language.joint_heads
            and word.lower() not in language.openers
        ):
            gazetteer.learn(word)


def before_minister(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the word at token `k` stands, alone, before a head's or minister's title and a name ("Velmark Foreign Minister Ana Brel")."""
    if (k and tokens[k - 1].capital and tokens[k - 1].end + 1 == tokens[k].start) or tokens[k].low in language.verbs:
        return False
    title = match_title(tokens, k + 1, language)
    return (
        title is not None
        and title.rank < 3
        and tokens[k].low not in language.titles
        and tokens[k].low not in language.title_modifiers
        and tokens[k].low not in language.salutations
        and tokens[k].low not in language.departments
        and tokens[k].low not in language.body_words
        and followed_by_name(tokens, title.end)
    )


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


def learn_adjectives(gazetteer: Gazetteer) -> None:
    """Take as demonyms the words that share their stem with a state that only this document knows."""
    if not gazetteer.own:
        return
    by_stem = words_by_stem(gazetteer.capitalised, MIN_STEM + 1)
    for state in list(gazetteer.own.values()):
        last = state.split()[-1]
        for word in by_stem.get(last[: MIN_STEM + 1], ()):
            if word == last or word in gazetteer.own or word in gazetteer.adjectives or not DEMONYM_ENDING.search(word):
                continue
            if common_prefix(word, last) >= max(MIN_STEM + 1, len(last) - 3) and len(word) - len(last) < 5:
                gazetteer.adjectives[word] = state


def learn_pairs(tokens: list[Token], gazetteer: Gazetteer) -> None:
    """Take both halves of "X-Y relations" where one is a known state, and demonyms in "Xian-Yian"; `tokens` have a hyphen each."""
    for token in tokens:
        halves = DASH.split(token.text)
        if len(halves) != 2 or not all(h[:1].isupper() and len(h) > 2 for h in halves):
            continue
        known = [half in gazetteer.own or half in gazetteer.table.names for half in halves]
        if sum(known) == 1:
            other = halves[known.index(False)]
            if (
                gazetteer.capitalised[other]
                and not ends_known(other, gazetteer)
                and other not in gazetteer.adjectives
                and other not in gazetteer.table.demonyms
            ):
                gazetteer.learn(other)


def ends_known(word: str, gazetteer: Gazetteer) -> bool:
    """Say whether a word ends the name of a state in two words that the document writes, of which a hyphen took it ("Việt Nam-China relations")."""
    named = ((first, gazetteer.table.names.get(first, ())) for first in gazetteer.capitalised)
    return any((first, word) in phrases for first, found in named for size, phrases in found if size == PAIR)


PAIR: Final = 2
"""Words of such a name."""


def learn_joined(tokens: list[Token], joints: Sequence[int], language: Language, gazetteer: Gazetteer) -> None:
    """Take a word that "and", at `joints`, joins with a known state, both alone ("Nordmark and Estland", "between Estland and Nordmark")."""
    for joint in joints:
        k = joint - 1
        if k < 0 or k + 2 >= len(tokens) or not tokens[k].capital or not tokens[k + 2].capital:
            continue
        edges = [tokens[n] for n in (k - 1, k + 3) if 0 <= n < len(tokens)]
        if any(edge.capital or edge.text in {"-", "&"} for edge in edges):
            continue
        known = [gazetteer.name([tokens[n]], 0) is not None for n in (k, k + 2)]
        if sum(known) == 1 and stands_alone(word := tokens[k + 2 if known[0] else k].text, language, gazetteer):
            gazetteer.learn(word)


def stands_alone(word: str, language: Language, gazetteer: Gazetteer) -> bool:
    """Say whether a capitalised word can be a state's name as far as the word itself tells."""
    low = word.lower()
    return (
        len(word) > 3
        and word.isalpha()
        and not word.isupper()
        and word not in language.starters
        and word not in gazetteer.table.demonyms
        and word not in gazetteer.table.metonyms
        and word not in gazetteer.adjectives
        and low not in language.titles
        and low not in language.honorifics
        and low not in language.months
        and low not in language.weekdays
        and low not in language.not_states
        and low not in language.not_bodies
        and low not in language.joint_heads
        and low not in language.openers
        and low not in language.verbs
        and low not in language.departments
    )


def double_name(tokens: list[Token], k: int, gazetteer: Gazetteer) -> tuple[str, int] | None:
    """Return the name of two halves at token `k` that is a state's, named more than once and made of no two known ones ("Prime Minister Ana Brel of Kirn-Valo")."""
    halves = tokens[k].text.split("-") if k < len(tokens) else []
    names = k + 2 < len(tokens) and tokens[k + 1].capital and tokens[k + 2].capital
    alone = len(halves) > 1 and (names or not (k + 1 < len(tokens) and tokens[k + 1].capital))
    if not alone or not all(half.istitle() and len(half) > 1 for half in halves):
        return None
    known = any(half in gazetteer.table.names or half in gazetteer.table.demonyms for half in halves)
    language = gazetteer.language
    borne = any(half in language.female_names or half in language.male_names for half in halves)
    often = gazetteer.capitalised[tokens[k].text] > 1 or (names and not borne)
    often = often and tokens[k].low not in language.titles
    return (tokens[k].text, k + 1) if often and not known else None


def count_met(tokens: list[Token], proper: list[int], gazetteer: Gazetteer) -> None:
    """Count how often each state is named at the tokens `proper`, and keep the longest spelling of each."""
    known = gazetteer.table.openers
    for k in proper:
        text = tokens[k].text
        if (text not in known and text not in gazetteer.own and "-" not in text) or (
            k and text == "America" and tokens[k - 1].capital
        ):
            continue
        if k + 1 < len(tokens) and tokens[k + 1].text[:1] == "$" and tokens[k + 1].start == tokens[k].end:
            continue
        if text in gazetteer.own:
            gazetteer.met[gazetteer.own[text]] += 1
        elif found := longest(gazetteer.table.demonyms.get(text), tokens, k):
            gazetteer.met[found[0]] += 1
        for half in text.split("-") if "-" in text else ():
            if half in gazetteer.table.names or half in gazetteer.own:
                gazetteer.met[gazetteer.own.get(half, half)] += 1
        if found := longest(gazetteer.table.names.get(text), tokens, k):
            gazetteer.met[found[0]] += 1
            name = " ".join([t.text for t in tokens[k : found[1]]])
            if len(name) > len(gazetteer.spelled.get(found[0], "")) and (not name.isupper() or len(name) < 5):
                gazetteer.spelled[found[0]] = name
