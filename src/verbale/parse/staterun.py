"""What can be the name of a state by its form and place alone."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.tokens import Token

MAX_STATE: Final = 6
"""Words of such a name."""


def state_end(tokens: list[Token], k: int, language: Language) -> int:
    """Return the index after what can be the name of a state at token `k`, its article left out; that behind the article where none is."""
    begin = k + 1 if k < len(tokens) and tokens[k].low == "the" else k
    end = begin
    while end + 1 < len(tokens) and end - begin < MAX_STATE:
        token = tokens[end]
        formal = end > begin and (
            tokens[end - 1].text in language.words.formal_name_words or tokens[end - 1].low == "of"
        )
        of_name = formal and token.low in {"of", "the"}
        if not of_name and not (token.capital and plain(token, language)):
            break
        end += 1
    return end


def plain(token: Token, language: Language) -> bool:
    """Say whether a word can stand in a state's name: it is no title, month or weekday."""
    low = token.low
    named = token.text in language.words.formal_name_words
    return named or (low not in language.titles and low not in language.months and low not in language.weekdays)
