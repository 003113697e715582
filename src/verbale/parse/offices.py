"""Where an office ends: title, portfolio, body, second title and state, up to the name of who holds it."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import Language
from verbale.parse.bodies import behind_initials, body_after_of, of_board, of_something, owned_by_state, owns
from verbale.parse.chambers import chamber_end, chamber_of_state
from verbale.parse.charges import charged_with
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.memberships import more_titles, office_beside
from verbale.parse.names import followed_by_name
from verbale.parse.postings import (
    accredited_to,
    of_head,
    of_peoples_head,
    of_secretary,
    posted_to,
    region_behind,
    second_post,
    with_task,
)
from verbale.parse.titles import TitleMatch, heads_cabinet, match_title, skip_department
from verbale.parse.tokens import Token


def joined(words: tuple[str, ...]) -> str:
    """Return the words of a title as they are written, a possessive with the word before it."""
    title = " ".join(words).replace(" ,", ",").replace("( ", "(").replace(" )", ")") + "." * (words[-1:] == ("a.i",))
    return POSSESSIVE.sub(r"\1", title) if "'" in title or "’" in title else title


POSSESSIVE: Final = re.compile(r"\s+(['’]s?)(?=\s)")


def title_end(
    tokens: list[Token], first: int, title: TitleMatch, language: Language, gazetteer: Gazetteer
) -> tuple[int, tuple[str, ...], tuple[str, ...], str | None]:
    """Return the index after a whole title, its words, those of a second title joined to it, and the state behind "of"."""
    if second := office_beside(tokens, title, language):
        end, words, more, state = title_end(tokens, second.end - len(second.words), second, language, gazetteer)
        seat = () if title.words[-1] == "member" else tokens[first : second.end - len(second.words)]
        return end, (*(t.text for t in seat), *words), more, state
    sender = of_peoples_head(tokens, title.end, gazetteer) if title.words[-1] in language.words.envoys else None
    if sender:
        office = (*tokens[first : title.end + 2], *tokens[sender[1] : sender[2]])
        end = sender[2]
        charge = charged_with(tokens, end, language) if end < len(tokens) and tokens[end].low == "for" else None
        end = charge or end
        return end, (*(t.text for t in office), *(t.text for t in tokens[sender[2] : end])), (), sender[0]
    if head := of_head(tokens, title, language):
        end, words, more, state = single_end(tokens, title.end + 2, head, language, gazetteer)
        words, end = with_task(tokens, end, (*(t.text for t in tokens[first : title.end + 2]), *words), title, language)
        return end, words, more, state
    end, words, more, state = single_end(tokens, first, title, language, gazetteer)
    if (board := of_board(tokens, first, end, language)) and (state is None or board.members):
        if tokens[board.end - 1].low in language.words.chambers:
            return board.end, tuple(t.text for t in tokens[first : board.end]), more, state
        gazetteer.keep(board.body, board.body)
        return board.end, board.words, more, board.body
    return (second_post(tokens, end) if end < len(tokens) and tokens[end].low == "and" else end), words, more, state


def single_end(
    tokens: list[Token], first: int, title: TitleMatch, language: Language, gazetteer: Gazetteer
) -> tuple[int, tuple[str, ...], tuple[str, ...], str | None]:
    """Return the same of a title beside which no seat in a body is named."""
    end = title.end
    if (
        end < len(tokens)
        and tokens[end].low not in language.words.title_goes_on
        and tokens[end].text not in {"&", "(", ".", "–", "—", "-"}
    ):
        return end, tuple([t.text for t in tokens[first:end]]), (), None
    end = skip_department(tokens, title.end, language)
    if end > title.end + 1 and end < len(tokens) and tokens[title.end].low == "of":
        # "the Minister of the Interior Ana Brel of Xia" heads no chamber
        heads = (
            chamber_end(tokens, title.end, language)
            if title.words[-1] != "minister" or "prime" in title.words
            else None
        )
        end = title.end if (body_after_of(tokens, title.end, language) or heads or 0) > end else end
    words = tuple([t.text for t in tokens[first:end]])
    if (
        end < len(tokens)
        and tokens[end].text == "."
        and tokens[end].start == tokens[end - 1].end
        and len(tokens[end - 1].text) <= 4
    ):
        end += 1
    end, more = more_titles(tokens, end, title.rank, language)
    end = behind_initials(tokens, end)
    state = None
    if of_the_republic(tokens, end, language):
        return end + 3, words, more, None
    if theirs := owned_by_state(tokens, end, gazetteer):
        return theirs.end, (*words, *theirs.words), more, theirs.state
    after = gazetteer.after_of(tokens, end)
    if after and (sender := of_secretary(tokens, after[1], language)):
        return sender, tuple(t.text for t in tokens[first:sender]), more, after[0]
    if after and (body := own_body(tokens, after[1], language)):
        return behind_initials(tokens, body), tuple(t.text for t in tokens[first:body]), more, after[0]
    if after and title.words[-1] == "mayor":
        return after[1], tuple(t.text for t in tokens[first : after[1]]), more, None
    if after and not names_body(tokens, after[1], language):
        state, end = after[0], behind_initials(tokens, after[1])
        end = accredited_to(tokens, end, title, gazetteer)
        end = with_joined(tokens, end, language)
    elif posted := posted_to(tokens, end, title, gazetteer):
        end = posted
    elif end + 1 < len(tokens) and tokens[end].low == "of" and (body := body_after_of(tokens, end, language)):
        of = end + 2 if tokens[end + 1].low == "the" else end + 1
        owned = any(owns(tokens, k) for k in range(of + 1, body))
        state = gazetteer.demonym(tokens, of)[0] if owned or after or gazetteer.name(tokens, of) is None else None
        own = " ".join(title.words).replace("-", " ") in language.words.titles_of_organisations and not state
        if own:
            state = " ".join(t.text for t in tokens[of : whole_body(tokens, body, gazetteer)]).split(" (")[0]
            gazetteer.keep(state, state)
        elif not more and tokens[body - 1].low != "union":
            words = tuple(t.text for t in tokens[first:body])
        charged = body if gazetteer.after_of(tokens, body) else skip_department(tokens, body, language)
        if charged > body and tokens[body - 1].low == "union" and not more:
            words = tuple(t.text for t in tokens[first:charged])
        end = whole_body(tokens, charged, gazetteer)
        while (part := part_of_body(tokens, end, language)) > end:
            end = part
        if after := gazetteer.after_of(tokens, end):
            state, end = after[0], with_joined(tokens, after[1], language)
        elif state is None and not own and (joined_to := office_of_state(tokens, end, language, gazetteer)):
            state, end, more = joined_to
    elif chamber := chamber_of_state(tokens, end, gazetteer):
        words, state, end = tuple(t.text for t in tokens[first : chamber[0]]), chamber[1], chamber[2]
    words = words[: len(title.words)] if words[-1].lower() in language.cabinets and heads_cabinet(title) else words
    words, end = with_task(tokens, end, words, title, language) if state else (words, end)
    region, state, last = region_behind(tokens, end, state, gazetteer)
    return last, (*words, *(t.text for t in tokens[end:region])), more, state


def office_of_state(
    tokens: list[Token], end: int, language: Language, gazetteer: Gazetteer
) -> tuple[str, int, tuple[str, ...]] | None:
    """Return the state, end and words of an office that follows one in a body at token `end` ("… of the Workers' Party and President of Xia Ana Brel")."""
    second = match_title(tokens, end + 1, language) if end + 1 < len(tokens) and tokens[end].text == "and" else None
    after = gazetteer.after_of(tokens, second.end) if second and tokens[end + 1].capital else None
    if not second or not after:
        return None
    return after[0], after[1], tuple(t.text for t in tokens[end : second.end])


def with_joined(tokens: list[Token], end: int, language: Language) -> int:
    """Return the index after a second office behind a state at token `end` ("… of Xia and State President Ana Brel"), and what a body's name goes on with ("… of Xia (CPX) Central Committee"), or `end`."""
    end = part_of_body(tokens, behind_initials(tokens, end), language)
    second = match_title(tokens, end + 1, language) if end + 1 < len(tokens) and tokens[end].text == "and" else None
    if not second or " ".join(second.words).replace("-", " ") in language.words.titles_of_organisations:
        return end
    end = skip_department(tokens, second.end, language)
    if end + 1 < len(tokens) and tokens[end].low == "of":
        return body_after_of(tokens, end, language) or of_something(tokens, end)
    return end


def own_body(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after the body of a union whose name ends before token `i` ("President of the EU Commission"), where its name follows it."""
    end = i
    while end < len(tokens) and tokens[end].capital and end - i < 3 and tokens[end].start - tokens[end - 1].end == 1:
        end += 1
        if tokens[end - 1].low in language.body_words:
            return end
    return None


def whole_body(tokens: list[Token], i: int, gazetteer: Gazetteer) -> int:
    """Return the index after what belongs to a body's name behind its last word at token `i` ("… Committee of Relief and Aid (CRA)")."""
    words = gazetteer.language.words
    k = i
    if k + 1 < len(tokens) and tokens[k].low in words.behind_body and not gazetteer.after_of(tokens, k):
        end = k + 1
        while (
            end < len(tokens)
            and (tokens[end].capital or tokens[end].low in words.linking)
            and end - k < MAX_ORGANISATION * 3
        ):
            end += 1
        while end > k + 1 and not tokens[end - 1].capital:
            end -= 1
        if end > k + 1 and end < len(tokens) and tokens[end].text in {"(", ","}:
            k = end
    return behind_initials(tokens, k)


def names_body(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether the name of a state before token `i` only opens that of a body ("the Lao People's Party", "the Orvland Chess Committee")."""
    owning = i + 1 < len(tokens) and owns(tokens, i + 1) and tokens[i].capital
    return owning or part_of_body(tokens, i, language) > i + 1


def part_of_body(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after the part of a body at token `i`, behind the body's name ("the Harbour Party (HP) Central Committee"), or `i`."""
    k = i
    while k < len(tokens) and tokens[k].capital and k - i < 3:
        k += 1
        if tokens[k - 1].low in language.body_words or (k > i + 1 and tokens[k - 1].low == "office"):
            return k
    return i


def of_the_republic(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether "of the Republic" stands at token `i` with no name behind it, as a house writes of its own head."""
    return (
        0 <= i < len(tokens) - 3
        and tokens[i].low == "of"
        and tokens[i + 1].low == "the"
        and (tokens[i + 2].text in language.words.formal_heads or tokens[i + 2].low == "country")
        and tokens[i + 3].low != "of"
        and tokens[i + 3].low not in language.body_words
    )


def skip_rank(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after a rank between a minister's title and his name ("Minister of Defence Lt. Gen. (ret.) Ana Brel"), or `i`."""
    told = i < len(tokens) and (tokens[i].capital or tokens[i - 1].text == ",")
    if not told or not (tokens[i].low in language.titles or tokens[i].low in language.ranks):
        return i
    rank = match_title(tokens, i, language)
    if rank and rank.rank == 3 and (end := skip_honorifics(tokens, rank.end, language)[0]) > rank.end:
        return end if followed_by_name(tokens, end) else i
    of_birth = rank is not None and rank.words in {("prince",), ("princess",), ("sheikh",), ("sheikha",)}
    end = rank.end if rank and (rank.rank == 3 or of_birth) else i
    while end < len(tokens) and tokens[end].low in language.ranks and tokens[end].capital:
        end += 2 if end + 1 < len(tokens) and tokens[end + 1].text == "." else 1
    if i < end < len(tokens) - 1 and tokens[end].text == ".":
        end += 1
    if i < end < len(tokens) - 3 and tokens[end].text == "(" and tokens[end + 1].low in language.retired:
        end = next((k + 1 for k in range(end + 2, end + 4) if k < len(tokens) and tokens[k].text == ")"), end)
    named = end + 1 < len(tokens) and (
        followed_by_name(tokens, end) or (tokens[end].low, tokens[end + 1].low) in language.honorific_phrases
    )
    return end if end > i and named else i


def closed(tokens: list[Token], i: int, *, alone: bool) -> bool:
    """Say whether a name that ends before token `i` is closed as an apposition is: by a comma, or, unless its title stands `alone`, by anything but "and"."""
    return i < len(tokens) and (tokens[i].text == "," if alone else tokens[i].low != "and")


def opens_alone(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether a title without an article stands at token `i` where a sentence begins or a person must follow ("Minister of Trade, Ana Brel, met …")."""
    if i and " ".join(tokens[i].low.split("-")) in language.words.titles_of_organisations:
        begin = organisation_before(tokens, i)
        i = i if begin == 0 and not tokens[0].capital else begin
    return tokens[i].capital and (
        not i or tokens[i - 1].text in {".", "\n"} or tokens[i - 1].low in language.words.before_alone
    )


def initials_before_title(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the token at `k` is a state's or body's initials before a title and a name ("ROK President Ana Brel")."""
    word = tokens[k].text
    if (
        not (word.isupper() and 1 < len(word) < 7 and word.isalpha())
        or k + 1 >= len(tokens)
        or word in language.state_bodies
    ):
        return False
    title = match_title(tokens, k + 1, language)
    return (
        title is not None
        and not match_title(tokens, k, language)
        and tokens[k + 1].capital
        and not tokens[k + 1].text.isupper()
        and followed_by_name(tokens, title.end)
    )


def organisation_before(tokens: list[Token], i: int) -> int:
    """Return the index at which the name of an organisation before an office at token `i` begins ("Harbour League Secretary-General"), or `i`."""
    k = i
    while (
        k
        and i - k < MAX_ORGANISATION
        and tokens[k - 1].capital
        and tokens[k - 1].text.isalpha()
        and tokens[k].start - tokens[k - 1].end == 1
    ):
        k -= 1
    return k


MAX_ORGANISATION: Final = 4
"""Words of the name of an organisation before the office of who heads it."""
