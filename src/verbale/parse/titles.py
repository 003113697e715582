"""Titles, portfolios and honorifics at a token; it reads no names."""

from __future__ import annotations

from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.bodies import body_after_of, matter_end
from verbale.parse.charges import MAX_CHARGE, charged_with
from verbale.parse.tokens import Token, follows

PAIR: Final = 2
"""Words of a title that the table of first two words tells whole."""


class TitleMatch(NamedTuple):
    """A title at a token: the words matched, the index after it, its rank."""

    words: tuple[str, ...]
    end: int
    rank: int


def match_title(tokens: list[Token], i: int, language: Language) -> TitleMatch | None:
    """Return the longest title that begins at token `i`; a plural is none."""
    low = tokens[i].low
    if low not in language.titles:
        return None
    if i + 1 < len(tokens):
        for parts, rank in language.title_pairs.get((low, tokens[i + 1].low), ()):
            if len(parts) == PAIR or follows(tokens, i, parts):
                return TitleMatch(parts, i + len(parts), rank)
    rank_alone = language.title_ranks.get(low)
    return TitleMatch((low,), i + 1, rank_alone) if rank_alone else None


def ends_title(tokens: list[Token], k: int, end: int, language: Language) -> bool:
    """Say whether the title at token `k` reaches to token `end`, so that no name stands before it."""
    title = match_title(tokens, k, language)
    return title is not None and title.end >= end


def skip_department(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after "of Foreign Affairs and Trade", "for the Economy" at token `i`, or `i`."""
    if i + 1 < len(tokens) and tokens[i].low == "and" and i > 2 and and_portfolio(tokens, i, language):
        return portfolio(tokens, i - 2, language)
    if i >= len(tokens) or tokens[i].low not in language.words.before_portfolio:
        return of_ministry(tokens, i, language) if i < len(tokens) and tokens[i].low in {"at", "in"} else i
    end = i
    served = language.offices_served.get((tokens[i].low, tokens[i + 1].low), ()) if i + 1 < len(tokens) else ()
    office = next((p for p in served if follows(tokens, i, p)), None) if served else None
    if office and not (tokens[i].low == "to" and i and tokens[i - 1].low in language.sole_titles):
        return i + len(office)
    if tokens[i].low == "to":
        return i
    if (ministry := of_ministry(tokens, i, language)) > i or (ministry := section_of_ministry(tokens, i, language)) > i:
        return ministry
    if i + 1 < len(tokens) and tokens[i + 1].low == "the" and (unit := of_unit(tokens, i, language)):
        return unit
    of_state = i > 1 and tokens[i].low == "for" and (tokens[i - 2].low, tokens[i - 1].low) == ("of", "state")
    if of_state or (i and tokens[i - 1].low in language.portfolio_titles):
        end = portfolio(tokens, i, language)
        if end == i or end + 1 >= len(tokens) or tokens[end].low != "for":
            return end
        second = portfolio(tokens, end, language)
        return second if tokens[end - 1].low == "state" or tokens[second - 1].low in language.departments else end
    if (
        i
        and tokens[i - 1].low in language.words.charged_envoys
        and tokens[i].low == "for"
        and (charge := charged_with(tokens, i, language))
    ):
        return charge
    if tokens[i].low == "for" and i and tokens[i - 1].low in language.words.directing:
        return matter_end(tokens, i, language)
    k = i + 1
    while (
        k < len(tokens)
        and k - i < 14
        and (
            (tokens[i].low == "for" and tokens[k].low in language.words.regions)
            or (
                tokens[k].low in language.departments
                and not (tokens[k].low == "state" and k + 1 < len(tokens) and tokens[k + 1].low == "of")
            )
            or (
                tokens[k].text == ","
                and k + 1 < len(tokens)
                and tokens[k + 1].low in language.departments
                and tokens[k + 1].capital
            )
        )
    ):
        if tokens[k].capital and tokens[k].low != "the":
            end = k + 1
        k += 1
    formal = k < len(tokens) and tokens[k].capital and tokens[k].low in language.formal_heads
    return i if formal or opens_formal_name(tokens, k, language) else end or i


def heads_formal(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the head of a state's formal name stands at token `k`, so that the word before it belongs to the name ("the Hashemite Kingdom of Xia")."""
    return (
        k + 1 < len(tokens)
        and tokens[k + 1].low == "of"
        and (tokens[k].text in language.words.formal_heads or tokens[k].text in {"State", "States"})
    )


def opens_formal_name(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether a state's formal name goes on at token `k` ("[Democratic] Socialist Republic of Xia")."""
    while k + 1 < len(tokens) and (
        (tokens[k].capital and tokens[k].text[-1].isalpha()) or tokens[k].low in {"'s", "’s"}
    ):
        if heads_formal(tokens, k, language):
            return True
        k += 1
    return False


def of_unit(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after the part of a body that somebody heads at token `i`, the body with it ("of the International Department of the Harbour Party")."""
    k = i + 2
    while k < len(tokens) and k - i < MAX_CHARGE and tokens[k].capital:
        k += 1
        if tokens[k - 1].low in language.words.title_units:
            of = k + 1 < len(tokens) and tokens[k].low == "of"
            return max(of_ministry(tokens, k, language), (body_after_of(tokens, k, language) or k) if of else k)
    return None


def of_ministry(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after the ministry in which somebody serves at token `i` ("State Secretary of the Ministry of Fisheries"), or `i`."""
    lows = [t.low for t in tokens[i : i + 4]]
    if (
        lows[1:3] != ["the", "ministry"]
        or lows[0] not in language.words.before_ministry
        or lows[3:] not in (["of"], ["for"])
    ):
        return i
    end = portfolio(tokens, i + 3, language)
    return end if end > i + 3 else i


def section_of_ministry(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after the section and ministry that somebody heads at token `i` ("Director General for Europe of the Ministry of Trade"), or `i`."""
    words = language.words
    if i and (tokens[i - 1].low in words.envoys or tokens[i - 1].low == "plenipotentiary"):
        return i
    for k in range(i + 2, min(i + MAX_SECTION, len(tokens) - 3)):
        if tokens[k].low in words.before_ministry and (end := of_ministry(tokens, k, language)) > k:
            return end
        within = tokens[k - 1].capital or tokens[k - 1].low in words.inside_institutions
        if not within or tokens[k].low in language.single_titles:
            break
    return i


MAX_SECTION: Final = 12
"""Words of a section of a ministry."""


def portfolio(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after a minister's portfolio at token `i` ("of Foreign Affairs and Diaspora", "for the Economy, Trade and Tourism").

    The first word behind "of", "for", a comma or "and" belongs to it, further ones only as words of portfolios: a name may follow.
    """
    k = end = i
    joined = True
    small = i > 0 and tokens[i - 1].text.islower()  # "Xia's minister of trade and ports"
    while k < len(tokens) and k - i < 16:
        low = tokens[k].low
        if low in {"of", "for"}:
            if k > i:
                break
            joined = True
        elif (
            tokens[k].text == ","
            and k + 2 < len(tokens)
            and tokens[k + 1].low == "and"
            and tokens[k + 2].capital
            and joined is False
            and end == k
            and any(t.text == "," for t in tokens[i:k])
        ):
            k += 1
            joined = True
        elif low in {"and", "&"} or tokens[k].text == ",":
            if not (
                k + 1 < len(tokens)
                and (
                    tokens[k + 1].capital
                    or tokens[k + 1].low == "the"
                    or (small and tokens[k + 1].low in language.departments - language.words.linking)
                )
                and (low in {"and", "&"} or tokens[k + 1].low in language.departments)
                and not honoured(tokens, k + 1, language)
                and not another_office(tokens, k + 1, language)
            ):
                break
            joined = True
        elif low == "the":
            if not (
                (k + 1 < len(tokens) and tokens[k + 1].low in language.departments and k == i + 1)
                or (joined and k > i + 1)
            ):
                break
        elif (small and low in language.departments and low != "state") or (
            tokens[k].capital
            and (
                (
                    joined
                    and low not in language.words.not_portfolios
                    and not match_place(tokens, k, language)
                    and not opens_formal_name(tokens, k, language)
                )
                or (tokens[i].low == "for" and low in language.words.regions)
                or (
                    low in language.departments
                    and not (low == "state" and k + 1 < len(tokens) and tokens[k + 1].low == "of")
                    and not opens_formal_name(tokens, k, language)
                )
            )
        ):
            joined, end = False, k + 1
        else:
            break
        k += 1
    return end + 1 if i < end < len(tokens) and tokens[end].text in SECOND else end


SECOND: Final = frozenset({"II", "III"})
"""What tells the second minister of one portfolio from the first ("Minister of Foreign Affairs II")."""


def and_portfolio(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether "and" at token `i` joins a portfolio to a minister's rank ("Minister of State and Foreign Affairs")."""
    rank = tokens[i - 1].low == "state" and tokens[i - 2].low == "of" and tokens[i - 3].low == "minister"
    joined = rank and tokens[i + 1].capital and tokens[i + 1].low in language.departments
    return joined and match_title(tokens, i + 1, language) is None


def heads_cabinet(title: TitleMatch) -> bool:
    """Say whether a title is a premier's, who heads the government whether it is named or not ("Premier of the State Council")."""
    return title.words[-1] == "premier" or title.words[-2:] == ("prime", "minister")


def another_office(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether a second office stands at token `k`, and no part of a portfolio ("Minister for Trade and Second Minister for Ports")."""
    second = match_title(tokens, k, language) if tokens[k].capital else None
    return second is not None and second.rank < 3


def honoured(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether an honorific that opens with an article stands at token `k`, before a name ("Minister of Trade, the Honourable Ana Brel")."""
    return (
        tokens[k].low == "the"
        and k + 1 < len(tokens)
        and (tokens[k].low, tokens[k + 1].low) in language.honorific_phrases
    )


def match_place(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the word at `k` stands right behind "of" and ahead of a name or mark, as a state does and no portfolio."""
    governs = k + 1 < len(tokens) and (
        tokens[k + 1].low == "of" or (tokens[k + 1].capital and tokens[k + 1].low in language.departments)
    )
    return tokens[k].low not in language.departments and tokens[k - 1].low == "of" and not governs


def inside_title(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether the word at token `i` is the second of a longer title, at which none begins ("the Prime Minister and President Brel")."""
    if not i or not tokens[i - 1].capital:
        return False
    if tokens[i].low not in language.titles or tokens[i - 1].low not in language.titles:
        return False
    longer = match_title(tokens, i - 1, language)
    return longer is not None and longer.end > i
