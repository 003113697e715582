"""Names of bodies behind "of", which offices belong to ("of the General Assembly", "of the Office of the Harbour Commission"), and the states that own them."""

from __future__ import annotations

from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.tokens import Token

MAX_NAME: Final = 12
"""Words of the name of a body."""


def body_after_of(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after "of the Commission", "of the General Assembly" at token `i`."""
    k = i + 2 if tokens[i + 1].low == "the" else i + 1
    start = k
    while (
        k < len(tokens)
        and k - i < MAX_NAME
        and (tokens[k].text[0].isupper() or (k > start and (owns(tokens, k) or of_office(tokens, start, k))))
    ):
        if tokens[k].low in language.body_words or (k > start and tokens[k].low == "office"):
            if members := of_members(tokens, k + 1, language):
                return members
            chamber = k + 2 < len(tokens) and tokens[k + 1].low == "of"
            return (
                k + 3
                if chamber and tokens[k + 2].low in language.words.chambers
                else on_matter(tokens, within_body(tokens, k + 1, language), language)
            )
        k += 1
    return None


def of_members(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after the states or nations that a community is one of, at token `i` ("Community of Lake Nations")."""
    if i + 2 >= len(tokens) or tokens[i].low != "of" or not tokens[i + 1].capital:
        return None
    near = range(i + 1, min(i + MAX_MEMBERS, len(tokens)))
    last = next((n for n in near if tokens[n].low in language.words.countries_between or not tokens[n].capital), None)
    return last + 1 if last is not None and tokens[last].capital and last > i + 1 else None


MAX_MEMBERS: Final = 5
"""Words of what the members of a community are called."""


def on_matter(tokens: list[Token], end: int, language: Language) -> int:
    """Return the index after what a committee that ends before token `end` is on ("Committee on Foreign Affairs and Trade"), or `end`."""
    k = end + 1
    if k >= len(tokens) or tokens[end].low != "on" or tokens[k].low in language.weekdays | language.months.keys():
        return end
    k += tokens[k].low == "the"
    last = end
    while k < len(tokens) and k - end < MAX_NAME and (tokens[k].capital or (tokens[k].low == "and" and k == last)):
        last = k + 1 if tokens[k].capital and tokens[k].text.isalpha() else last
        k += 1
    return last


def of_office(tokens: list[Token], start: int, k: int) -> bool:
    """Say whether "of the" at token `k` goes on from an office with a name ("Director of the Office of the Harbour Commission")."""
    return (
        tokens[k].low in {"of", "the"}
        and tokens[start].low in {"office", "general"}
        and tokens[k - 1].low in {"office", "of"}
    )


def within_body(tokens: list[Token], k: int, language: Language) -> int:
    """Return the index after a body inside the one that ends before token `k` ("the Workers' Party (WP) Central Committee"), or `k`."""
    words = language.words
    step = k + 3 if k + 2 < len(tokens) and tokens[k].text == "(" and tokens[k + 2].text == ")" else k
    if [t.low for t in tokens[k : k + 2]] == ["of", "the"]:
        step = next(
            (n for n in range(k + 2, min(k + 5, len(tokens) - 1)) if tokens[n].text in words.inner_bodies),
            step,
        )
    central = (
        step + 1 < len(tokens)
        and tokens[step].text in words.inner_bodies
        and tokens[step + 1].low in language.body_words
    )
    return step + 2 if central else k


def owns(tokens: list[Token], k: int) -> bool:
    """Say whether the mark of a possessive stands at token `k` before another capitalised word ("the People's Council")."""
    return tokens[k].text in {"'s", "’s", "'", "’"} and k + 1 < len(tokens) and tokens[k + 1].capital


class Owned(NamedTuple):
    """A body of a state as an office is named by it: "of the" and its own words, the state, and the index after it."""

    words: tuple[str, ...]
    state: str
    end: int


def owned_by_state(tokens: list[Token], i: int, gazetteer: Gazetteer) -> Owned | None:
    """Return the body behind "of" and a state's possessive at token `i` ("of Xia's State Chamber"), not "of the People's Chamber"."""
    if i + 3 >= len(tokens) or tokens[i].low != "of" or not tokens[i + 1].capital:
        return None
    of, language = i + 1, gazetteer.language
    mark = next((k for k in range(of + 1, min(of + 1 + MAX_OWNER, len(tokens))) if owns(tokens, k)), None)
    body = body_after_of(tokens, i, language) if mark else None
    if not mark or not body or mark + 1 >= body:
        return None
    known = gazetteer.name(tokens, of)
    common = language.not_states | language.words.peoples | language.joint_heads | language.departments
    words = tokens[of:mark]
    if known:
        state = known[0] if known[1] == mark else None
    elif all(t.capital and t.low not in common and t.low not in language.titles and t.low != "people" for t in words):
        state = " ".join(t.text for t in words)
        gazetteer.keep(state, state)
    else:
        state = None
    return Owned(("of", "the", *(t.text for t in tokens[mark + 1 : body])), state, body) if state else None


MAX_OWNER: Final = 2
"""Words of a state that nothing else tells, as the owner of a body."""


class Board(NamedTuple):
    """The office of one who heads a board, the name of the body whose board it is, the token after that, and whether its members are named."""

    words: tuple[str, ...]
    body: str
    end: int
    members: bool


def of_board(tokens: list[Token], first: int, i: int, language: Language) -> Board | None:
    """Return the board that ends before token `i` and the body behind "of" ("[Chairman of the] Board [of Directors] of the Harbour Bank"), the office beginning at `first`."""
    words = language.words
    if i + 2 >= len(tokens) or tokens[i].low != "of" or tokens[i - 1].low not in words.boards:
        return None
    members = tokens[i + 1].low in words.board_members
    k = i + 2 if members else i
    end = body_after_of(tokens, k, language) if k + 1 < len(tokens) and tokens[k].low == "of" else None
    begin = k + 2 if end and tokens[k + 1].low == "the" else k + 1
    if not end or end < begin + 2:
        return None
    name = " ".join(t.text for t in tokens[begin:end])
    return Board(tuple(t.text for t in tokens[first:k]), name, end, members)


def matter_end(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after the matter that a director is for at token `i` ("Director General for Political Affairs"), up to its last word that is one of a portfolio or region."""
    end = i
    for k in range(i + 1, min(i + MAX_NAME, len(tokens))):
        low = tokens[k].low
        told = low in language.departments or low in language.words.regions or low in language.matters
        ahead = k == i + 1 and k + 1 < len(tokens) and tokens[k].capital and tokens[k + 1].low in language.matters
        if low == "of" or not (told or ahead):
            break
        end = k + 1 if told and tokens[k].capital else end
    return end


def behind_initials(tokens: list[Token], i: int) -> int:
    """Return the index after initials in brackets at token `i` ("the Harbour League (HL)"), or `i`."""
    found = (
        i + 2 < len(tokens)
        and tokens[i].text == "("
        and tokens[i + 1].text.isupper()
        and tokens[i + 2].text == ")"
        and tokens[i + 1].text.isalpha()
    )
    return i + 3 if found else i


def of_something(tokens: list[Token], i: int) -> int:
    """Return the index after "of" and capitalised words at token `i`, where a comma follows ("Commander of the Navy,"), or `i`."""
    k = start = i + 2 if tokens[i + 1].low == "the" else i + 1
    while k < len(tokens) and tokens[k].capital:
        k += 1
    return k if k > start and k < len(tokens) and tokens[k].text == "," else i
