"""Bodies that no list has, known by the state behind them ("the Storhus of Xia", "the Naval Staff of the Republic of Xia"); listed ones are for `bodies`."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.bodies import owns
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.titles import heads_formal, match_title
from verbale.parse.tokens import Token

MAX_NAME: Final = 4
"""Words of the name of such a body."""


def chamber_end(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index of the second "of" in "of the CHAMBER of" at token `i`, where that is the name of a body and no formal name of a state."""
    if i + 4 >= len(tokens) or tokens[i].low != "of":
        return None
    if tokens[i + 1].low != "the":
        k = run_end(tokens, i + 1)
        governed = k > i + 2 and k + 1 < len(tokens) and tokens[k - 1].low in language.words.provinces
        return k if governed and tokens[k].low == "of" else None
    k = run_end(tokens, i + 2)
    united = run_end(tokens, k + 1) if tokens[i + 2].low == "government" and k == i + 3 else k
    if united > k + 1 and united < len(tokens) and tokens[k].low == tokens[united].low == "of":
        k = united
    named = k > i + 2 and k + 1 < len(tokens) and tokens[k].low == "of" and not heads_formal(tokens, k - 1, language)
    step = k + 2 if named and tokens[k + 1].low == "the" else k + 1
    return k if named and step < len(tokens) and tokens[step].capital else None


def run_end(tokens: list[Token], start: int) -> int:
    """Return the index after the capitalised words, four at most, that begin at token `start`."""
    k = start
    while k < len(tokens) and tokens[k].capital and k - start < MAX_NAME:
        k += 1
    return k


def names_chamber(tokens: list[Token], i: int, end: int, language: Language) -> bool:
    """Say whether the capitalised run that ends before token `end`, behind "of the" at token `i`, belongs to a body's name and is no state."""
    second = chamber_end(tokens, i, language)
    return second is not None and end <= second


def chamber_of_state(tokens: list[Token], i: int, gazetteer: Gazetteer) -> tuple[int, str, int] | None:
    """Return the index after the body in "of the CHAMBER of STATE" at token `i`, the state, and the index after that."""
    second = chamber_end(tokens, i, gazetteer.language)
    after = gazetteer.after_of(tokens, second) if second else None
    return (second, *after) if second and after else None


def inside_body(tokens: list[Token], i: int, end: int, language: Language) -> bool:
    """Say whether what "of" at token `i` leads to is part of a body's name and no state ("the Committee of Relief and Aid")."""
    joined = end + 1 < len(tokens) and tokens[end].low == "and" and tokens[end + 1].capital
    joined = joined and not match_title(tokens, end + 1, language)
    chamber = i + 1 < len(tokens) and tokens[i + 1].low in language.words.chambers
    if tokens[i - 1].low in language.words.schools:
        return True
    return (joined or chamber) and tokens[i - 1].low in language.body_words


def goes_on_as_body(tokens: list[Token], end: int, language: Language) -> bool:
    """Say whether a capitalised run that ends before token `end` goes on as a body's name ("of the Harbour Towns Forum")."""
    k = end
    while k < len(tokens) and k - end < 3 and tokens[k - 1].capital:
        k += owns(tokens, k)
        if not tokens[k].capital or tokens[k].start - tokens[k - 1].end != 1:
            return False
        if tokens[k].low in language.body_words:
            return True
        k += 1
    return False
