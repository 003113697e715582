"""What opens a mention of a person: a determiner, honorifics, modifiers, a state and a title, before the name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.bodies import behind_initials
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.honorifics import opens_honorific, skip_honorifics
from verbale.parse.names import borne_as_name, followed_by_name
from verbale.parse.offices import (
    initials_before_title,
)
from verbale.parse.titles import TitleMatch, match_title
from verbale.parse.tokens import Token

MAX_MODIFIERS: Final = 12


NUMERALS: Final = frozenset("IVX")
"""Letters of numbers that are nobody's initials ("Minister of Trade II Ana Brel")."""


class Opening(NamedTuple):
    """What stands before the title or name of a mention: `begin` is the token behind its article and modifiers, `last` that of the `title` or name."""

    begin: int
    last: int
    title: TitleMatch | None
    honorifics: tuple[str, ...]
    state: str | None
    definite: bool
    former: bool
    visiting: bool


def mention_openings(
    tokens: list[Token], places: Iterable[int], language: Language, gazetteer: Gazetteer
) -> frozenset[int]:
    """Return those of some tokens at which a mention can begin; at the others `read_mention` finds none."""
    found: list[int] = []
    definite = language.words.definite
    for k in places:
        low = tokens[k].low
        if low not in definite:
            if opens_mention(tokens, k, language, gazetteer):
                found.append(k)
        elif k + 1 < len(tokens) and (
            opens_mention(tokens, k + 1, language, gazetteer) or (low, tokens[k + 1].low) in language.honorific_phrases
        ):
            found.append(k)
    return frozenset(found)


def skip_modifiers(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after modifiers of a title at token `i` ("visiting", "newly elected")."""
    k = i
    while (
        k < len(tokens)
        and tokens[k].low in language.title_modifiers
        and k - i < MAX_MODIFIERS
        and not match_title(tokens, k, language)
    ):
        k += 1
    return k


def read_opening(tokens: list[Token], i: int, language: Language, gazetteer: Gazetteer) -> Opening | None:
    """Return "[the] [modifiers] [honorifics] [demonym] [modifiers]" at token `i`, where a title follows, or a name can behind honorifics."""
    words = language.words
    low = tokens[i].low
    honoured = (
        low in language.honorific_openers
        and i + 1 < len(tokens)
        and (low, tokens[i + 1].low) in language.honorific_phrases
    )
    definite = low in words.definite and not honoured
    k = i + 1 if definite else i
    if k >= len(tokens) or not (honoured or opens_mention(tokens, k, language, gazetteer)):
        return None
    modified = not honoured and tokens[k].low in language.title_modifiers
    modified = modified and not (tokens[k].text in gazetteer.longest_own and gazetteer.name(tokens, k))
    begin = skip_modifiers(tokens, k, language) if modified else k
    modifiers = [token.low for token in tokens[k:begin]] if begin > k else []
    k = begin
    honorifics: tuple[str, ...] = ()
    if begin < len(tokens) and opens_honorific(tokens[begin], language) and not sent(tokens, begin, language):
        k, honorifics = skip_honorifics(tokens, begin, language)
    if honorifics and k + 1 < len(tokens) and tokens[k].text == "the" and titled(tokens, k + 1, language, gazetteer):
        k, definite = k + 1, True
    state, k = gazetteer.demonym(tokens, k) if k < len(tokens) and tokens[k].capital else (None, k)
    if honoured or honorifics or modifiers or state is not None:
        k = skip_modifiers(tokens, k, language)
    if k >= len(tokens):
        return None
    if state is not None and k + 4 < len(tokens) and tokens[k + 1].text == "(" and tokens[k].low in language.body_words:
        initials_end = behind_initials(tokens, k + 1)  # "the Harbour Union Commission (HUC) Chairperson"
        k = initials_end if initials_end > k + 1 and match_title(tokens, initials_end, language) else k
    word = tokens[k].text
    seats, initials = word in gazetteer.table.metonyms, word.isupper() and not NUMERALS.issuperset(word)
    if not (honorifics or seats or initials or tokens[k].low in language.titles):
        return None
    if state is None and initials and initials_before_title(tokens, k, language):
        state, k = word, k + 1
    if state is None and seats and (seat := gazetteer.metonym(tokens, k)):
        title = match_title(tokens, seat[1], language) if seat[1] < len(tokens) else None
        if title and title.rank == 3 and followed_by_name(tokens, title.end):
            state, k = seat
    title = (
        None
        if tokens[k].text in words.borne_titles and borne_as_name(tokens, k, language)
        else match_title(tokens, k, language)
    )
    if title is None and honorifics and definite and not tokens[k].capital:
        title, k = match_title(tokens, begin, language), begin
    if title is None and not honorifics:
        return None
    former = bool(modifiers) and not words.former_words.isdisjoint(modifiers)
    return Opening(begin, k, title, honorifics, state, definite, former, "visiting" in modifiers)


def titled(tokens: list[Token], i: int, language: Language, gazetteer: Gazetteer) -> bool:
    """Say whether a title stands at token `i`, or behind the name of a state or people there ("His Highness the UAE President")."""
    end = gazetteer.demonym(tokens, i)[1]
    return end < len(tokens) and match_title(tokens, end, language) is not None


def sent(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether an ambassador's office stands at token `i` with the state that it is of or to, and no mere form of address."""
    return (
        i + 1 < len(tokens) and tokens[i].low == "ambassador" and tokens[i + 1].low in language.words.ambassador_openers
    )


def opens_mention(tokens: list[Token], k: int, language: Language, gazetteer: Gazetteer) -> bool:
    """Say whether a mention can begin at token `k`, its article left out: most words need no closer look."""
    token = tokens[k]
    low = token.low
    if low in language.mention_openers and (low not in language.title_heads or match_title(tokens, k, language)):
        return True
    text, states = token.text, gazetteer.table
    return token.capital and (
        text in states.openers
        or text in gazetteer.adjectives
        or text in gazetteer.longest_own
        or text in states.metonyms
        or text.isupper()
    )
