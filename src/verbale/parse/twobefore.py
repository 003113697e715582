"""States and peoples of two words that stand right before an office or what a people has; those of one are for `beforetitles`."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import Language
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.names import followed_by_name
from verbale.parse.stems import MIN_STEM, common_prefix
from verbale.parse.titles import match_title, skip_department
from verbale.parse.tokens import Token
from verbale.parse.wordpairs import given, run_end

PEOPLE: Final = re.compile(r"^[A-Z][a-zà-þ]{3,}(?:an|ese|ish|ic|i)$")
"""A word that ends as the names of peoples do."""


def named_in_two(pair: str, gazetteer: Gazetteer) -> str:
    """Return the state of which two words before an office are the people's name, as the document names it or by the ending, or the words as they are ("Costa Torunan" of "Costa Torun")."""
    first, _, second = pair.partition(" ")
    for word, name in gazetteer.whole.items():
        if name == f"{first} {word}" and common_prefix(word, second) >= max(MIN_STEM, len(word) - 2):
            return name
    return pair[:-1] if pair.endswith("ian") and len(second) > MIN_STEM + 1 else pair


def peoples_in_two(tokens: list[Token], k: int, gazetteer: Gazetteer) -> bool:
    """Say whether the two words before the one at token `k`, which a people has, can only be its name, by their article ("the San Torunan Government")."""
    first, second = tokens[k - 2], tokens[k - 1]
    told = tokens[k - 3].low == "the" and tokens[k].low in gazetteer.language.behind_demonym and tokens[k].capital
    alone = second.start - first.end == 1 and PEOPLE.match(second.text) is not None
    return told and alone and not gazetteer.demonym(tokens, k - 2)[0] and not gazetteer.demonym(tokens, k - 1)[0]


def opened_name(tokens: list[Token], k: int, language: Language, gazetteer: Gazetteer) -> str | None:
    """Return the two words before the title at token `k` as a state's name, of which the first opens names of places ("Porto Brel Foreign Minister Ana Harl")."""
    first, second = tokens[k - 2], tokens[k - 1]
    title = match_title(tokens, k, language)
    if title is None or title.rank > 2 or not second.text.istitle() or tokens[k].start - second.end != 1:
        return None
    envoy = title.words[-1] in language.words.envoys or not followed_by_name(
        tokens, skip_department(tokens, title.end, language)
    )
    led = k > 2 and tokens[k - 3].capital and first.start - tokens[k - 3].end == 1
    low = second.low
    other = low in language.titles or low in language.departments or low in language.title_modifiers
    other = other or low in language.body_words or low in language.not_states or low in language.not_bodies
    other = other or low in language.words.provinces or low in language.hall_words
    if envoy or led or other or second.start - first.end != 1 or second.text in gazetteer.table.metonyms:
        return None
    known = gazetteer.demonym(tokens, k - 2)[0] or gazetteer.demonym(tokens, k - 1)[0]
    known = known or (seat[0] if (seat := gazetteer.metonym(tokens, k - 2)) else None)
    return None if known else f"{first.text} {second.text}"


def owns_office(tokens: list[Token], k: int, end: int, language: Language) -> bool:
    """Say whether the two words from token `k` to `end` are those of a state whose minister or envoy stands behind them ("Dai Vuong's Foreign Minister")."""
    whole = run_end(tokens[:end], k, language) == end and not given(tokens[k].text, language)
    return whole and owning(tokens, end, language)


def owning(tokens: list[Token], end: int, language: Language) -> bool:
    """Say whether a possessive's mark stands at token `end`, and the office of a minister or envoy behind it."""
    mark = tokens[end].text
    if mark not in {"'s", "’s"} and not (mark in {"'", "’"} and tokens[end - 1].low.endswith("s")):
        return False
    title = match_title(tokens, end + 1, language)
    return title is not None and (title.rank < FURTHER or title.words[-1] in language.words.envoys)


FURTHER: Final = 3
"""The rank of those who are no head and no minister."""
