"""The office behind a name that somebody has just taken: "to Ana Brel on her election as President of Xia", "on being elected President"."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.titles import match_title
from verbale.parse.tokens import Token

NEAR: Final = 12
"""Words behind a name within which the office begins."""


def office_taken(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index of the office that the words at token `i`, right behind a name, say the bearer has taken.

    Read are "[,] on [the occasion of] his election as", "on being elected", "upon taking office as [the]"; the office is written large.
    """
    words = language.words
    if i < len(tokens) and tokens[i].text == ",":
        i += 1
    if i >= len(tokens) or tokens[i].low not in words.before_taken:
        return None
    taken = False
    for k in range(i + 1, min(i + NEAR, len(tokens))):
        low = tokens[k].low
        if taken and tokens[k].capital:
            return k if match_title(tokens, k, language) else None
        if low in words.taken_office:
            taken = True
        elif low not in words.around_taken:
            return None
    return None
