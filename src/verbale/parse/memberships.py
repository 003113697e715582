"""Offices beside a seat in a body ("Member of the Political Bureau and Minister of Trade"); single offices are for `titles`."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.titles import TitleMatch, match_title
from verbale.parse.tokens import Token

MAX_BODY: Final = 16
"""Words of the body in which somebody sits."""


def office_beside(tokens: list[Token], title: TitleMatch, language: Language) -> TitleMatch | None:
    """Return the office that "and" joins to a seat in a body or to a party's chair behind `title`, where the body lies between them."""
    if not (language.words.seated & {title.words[-1], " ".join(title.words)}):
        return None
    k = title.end
    if k + 3 >= len(tokens) or tokens[k].low != "of":
        return None
    body = False
    while k < min(len(tokens) - 2, title.end + MAX_BODY):
        low = tokens[k].low
        if low == "and":
            second = match_title(tokens, k + 1, language)
            return second if body and second and second.rank < 3 else None
        if not (tokens[k].capital or low in {"of", "the", "'s", "’s", "'", "’"}):
            return None
        body = body or low in language.body_words
        k += 1
    return None
