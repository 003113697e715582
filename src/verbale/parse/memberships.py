"""Offices beside a first one, or beside a seat in a body ("Member of the Political Bureau and Minister of Trade"); single offices are for `titles`."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.names import followed_by_name
from verbale.parse.titles import TitleMatch, match_title, skip_department
from verbale.parse.tokens import Token

MAX_BODY: Final = 16
"""Words of the body in which somebody sits."""


def office_beside(tokens: list[Token], title: TitleMatch, language: Language) -> TitleMatch | None:
    """Return the office that "and" joins to a seat in a body or to a party's chair behind `title`, where the body lies between them."""
    k = title.end
    if k + 3 >= len(tokens) or tokens[k].low != "of" or " ".join(title.words) not in language.words.seated:
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


def more_titles(tokens: list[Token], i: int, rank: int, language: Language) -> tuple[int, tuple[str, ...]]:
    """Return the index after a second and third title behind a first ("State Councilor and Foreign Minister"), and their words."""
    end, words = one_more(tokens, i, rank, language)
    third, last = one_more(tokens, end, 2, language) if words else (end, ())
    return third, (*words, *last)


def one_more(tokens: list[Token], i: int, rank: int, language: Language) -> tuple[int, tuple[str, ...]]:
    """Return the index after a title that "and" joins at token `i` to one before it, and its words."""
    if i + 1 < len(tokens) and tokens[i].low in {"and", "&", "–", "—", "-"} and tokens[i + 1].capital:
        if tokens[i].text == "-" and tokens[i].start == tokens[i - 1].end:
            return i, ()
        second = match_title(tokens, i + 1, language)
        if second and second.rank == 1 and tokens[i - 1].low in language.words.envoys:
            return i, ()  # "The US Ambassador and Prime Minister Brel discussed": two persons
        if (
            second
            and second.rank == rank == 1
            and not tokens[i - 1].low.endswith("-in-office")
            and (
                (second.words[-1] in language.sole_titles and tokens[i - 1].low in language.sole_titles)
                or not followed_by_name(tokens, second.end)
            )
        ):
            return i, ()
        if second:
            end = skip_department(tokens, second.end, language)
            return end, tuple(t.text for t in tokens[i:end])
    return i, ()
