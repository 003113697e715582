"""Finds persons and states where a document introduces them: titles, names, honorifics, the states that they serve.

A mention is what the words say at one place; which mentions are one person is decided in `actors`.
"""

from __future__ import annotations

from typing import NamedTuple

from verbale.language import Language
from verbale.parse.bodies import body_after_of
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.honorifics import gender_of, skip_honorifics
from verbale.parse.memberships import office_beside
from verbale.parse.names import followed_by_name, read_name, skip_post_nominals
from verbale.parse.offices import (
    closed,
    joined,
    of_the_republic,
    opens_alone,
    skip_rank,
    title_end,
)
from verbale.parse.openings import read_opening
from verbale.parse.postings import at_embassy, at_ministry, in_small_body, of_company, of_peoples_ministry
from verbale.parse.titles import TitleMatch, match_title, skip_department
from verbale.parse.tokens import Token
from verbale.span import Span


class Mention(NamedTuple):
    """A person at one place: any of title, state and name may be missing, never all; `own` tells that a house speaks of its own head ("the President of the Republic")."""

    span: Span
    name: tuple[str, ...]
    name_span: Span | None
    title: str | None
    title_words: tuple[str, ...]
    rank: int
    state: str | None
    gender: str | None
    first: int
    last: int
    definite: bool = False
    former: bool = False
    visiting: bool = False
    own: bool = False


def read_mention(
    tokens: list[Token],
    i: int,
    language: Language,
    gazetteer: Gazetteer,
    *,
    headline: bool = False,
    nameless: bool = False,
) -> Mention | None:
    """Return the person whom the words from token `i` on present, with or without a name; `nameless` takes none behind a comma.

    Read are "[the] [modifiers] [demonym] TITLE [of DEPARTMENT] [of STATE][,] [honorifics] [NAME] [of STATE]" and
    "honorific NAME"; a name alone presents nobody here.
    """
    opening = read_opening(tokens, i, language, gazetteer)
    if opening is None:
        return None
    first, title = opening.last, opening.title
    if title is None:
        if opening.definite or opening.state is not None:
            return None
        return named_mention(tokens, i, first, opening.honorifics, gazetteer, headline=headline)
    if not opening.definite and opening.state is None and not title_opens(tokens, i, title, first, gazetteer):
        return None
    end, words, more, served = title_end(tokens, first, title, language, gazetteer)
    if end < len(tokens) and (served or not tokens[end].capital):
        end, words, more, served = beyond_office(tokens, first, title, (end, words, more, served), gazetteer)
    state = opening.state or served
    parted = end < len(tokens) and tokens[end].text == ","
    owned = i > 0 and tokens[i - 1].low in {"'s", "’s", "its", "their"}
    told_apart = opening.definite or state or owned or tokens[end - 1].text == ")"
    comma = end + 1 if parted and (told_apart or opens_alone(tokens, i, language)) else end
    start, honorifics = skip_honorifics(tokens, comma, language)
    start = behind_don(tokens, start, title, language)
    late = opening.former or (i > 0 and tokens[i - 1].low in language.words.former_words)
    over = late and comma > end  # "the funeral of the late President of X, President Brel": two persons
    again = match_title(tokens, start, language) if (comma > end or honorifics) and start < len(tokens) else None
    again = None if over else again
    if again and again.words == title.words and again.end < len(tokens):
        start, more_honorifics = skip_honorifics(tokens, again.end, language)
        honorifics = (*honorifics, *again.words, *more_honorifics)
    ranked = False
    rank = rank_of(title, words, state, language)
    if rank < 3 and (behind_rank := skip_rank(tokens, start, language)) > start:
        ranked = not honorifics
        start, more_honorifics = skip_honorifics(tokens, behind_rank, language)
        honorifics = (*honorifics, *more_honorifics)
    name_end = read_name(tokens, start, language, headline=headline)
    letters = start < name_end < len(tokens) and (tokens[name_end].capital or tokens[name_end].text == "(")
    beyond = skip_post_nominals(tokens, name_end, language) if letters else name_end
    if comma > end and (ranked or not told_apart) and not closed(tokens, beyond, alone=not told_apart):
        name_end = name_end if led_by(tokens, i, beyond) else start
    if comma > end and (
        (
            name_end - start < 2
            and not honorifics
            and not ranked
            and not ((state or of_the_republic(tokens, end - 3, language)) and one_name(tokens, start, gazetteer))
        )
        or nameless
        or (invites(tokens, i) and titled_behind(tokens, name_end, language, gazetteer))
    ):
        name_end = start
    if name_end - start == 1 and calls_house(tokens, i, start, opening.definite, language):
        return None
    named = name_end > start
    last = beyond if named else end
    behind = gazetteer.after_of(tokens, last) if named and last < len(tokens) and not state else None
    if (
        named
        and not state
        and behind is None
        and last + 3 < len(tokens)
        and tokens[last].low in language.words.before_ministry
    ):
        behind = of_peoples_ministry(tokens, last, language, gazetteer)
    if behind and not (behind[1] < len(tokens) and tokens[behind[1]].low in {"'s", "’s"}):
        state, last = behind
    told = (*opening.honorifics, *(honorifics if named else ()), *words, " ".join(words))
    return Mention(
        span=Span(tokens[opening.begin if named else i].start, tokens[(name_end if named else end) - 1].end),
        name=tuple([t.text for t in tokens[start:name_end]]) if named else (),
        name_span=Span(tokens[start].start, tokens[name_end - 1].end) if named else None,
        title=joined((*acting(tokens, first), *words, *more)),
        title_words=title.words,
        rank=rank,
        state=state,
        gender=gender_of(told, language),
        first=i,
        last=last,
        definite=opening.definite,
        former=opening.former,
        visiting=opening.visiting,
        own=of_the_republic(tokens, end - 3, language),
    )


Office = tuple[int, tuple[str, ...], tuple[str, ...], str | None]
"""The index after an office, its words, those of a second one joined to it, and the state behind "of"."""


def beyond_office(tokens: list[Token], first: int, title: TitleMatch, office: Office, gazetteer: Gazetteer) -> Office:
    """Return an office that begins at token `first` with the embassy, the region or the second office that stands behind it."""
    end, words, more, served = office
    language = gazetteer.language
    low = tokens[end].low
    if low in {"of", "at"} and (embassy := at_embassy(tokens, end, gazetteer)):
        return embassy[1], words, more, embassy[0]
    firms = low in {"of", *language.words.companies}
    if firms and (firm := of_company(tokens, title.end, gazetteer)):
        return firm[1], words, more, firm[0]
    if low == "at" and (ministry := at_ministry(tokens, end, gazetteer)):
        of = next(k for k in range(ministry[1] - 1, end, -1) if tokens[k].low == "of")
        return ministry[1], (*words, *(t.text for t in tokens[end:of])), more, ministry[0]
    if low == "of" and (small := in_small_body(tokens, end, gazetteer)):
        return small[1], words, more, small[0]
    if served and low in language.words.missions:
        return end + 1, words, more, served
    if served and low in language.words.governed_parts:
        state, last = gazetteer.after_of(tokens, end + 1) or (None, end + 1)
        return last, tuple(t.text for t in tokens[first : end + 1]), more, state
    if low == "," and end + 2 < len(tokens) and title.words[0] in language.words.telling_apart:
        last, joint = second_behind_comma(tokens, end, title, language) or (end, more)
        return last, words, joint, served
    return office


def second_behind_comma(
    tokens: list[Token], end: int, title: TitleMatch, language: Language
) -> tuple[int, tuple[str, ...]] | None:
    """Return the end and words of the office that a deputy has besides, behind the comma at token `end` ("Deputy Prime Minister, Minister of Trade Ana Brel")."""
    second = match_title(tokens, end + 1, language) if tokens[end + 1].capital and title.rank < 3 else None
    if second is None or second.rank != 2:
        return None
    last = skip_department(tokens, second.end, language)
    return (last, tuple(t.text for t in tokens[end:last])) if followed_by_name(tokens, last) else None


def acting(tokens: list[Token], first: int) -> tuple[str, ...]:
    """Return the word before a title at token `first` that tells that it is held for the time being ("Acting Secretary of Trade Ana Brel")."""
    return (tokens[first - 1].text,) if first and tokens[first - 1].text in {"Acting", "ACTING"} else ()


def one_name(tokens: list[Token], i: int, gazetteer: Gazetteer) -> bool:
    """Say whether the word at token `i` is all of the name of whoever holds the office of a state before it, between commas ("the President of Xia, Suharja, met")."""
    if (
        i + 1 >= len(tokens)
        or not (tokens[i + 1].text == "," or (tokens[i + 1].text == "." and len(tokens[i].text) > len("Amb.")))
        or not tokens[i].text.istitle()
        or not tokens[i].text.isalpha()
    ):
        return False
    low, language = tokens[i].low, gazetteer.language
    timed = low in language.months or low in language.weekdays or tokens[i].text in language.starters
    placed = gazetteer.demonym(tokens, i)[0] or gazetteer.metonym(tokens, i) or tokens[i].text in language.not_towns
    office = low in language.titles or low in language.departments or low in language.honorifics
    return not timed and not placed and not office


def rank_of(title: TitleMatch, words: tuple[str, ...], state: str | None, language: Language) -> int:
    """Return the rank of an office: a minister's of who heads a body of a state ("Commander of the Navy of Xia"), that of the office beside a seat in a body."""
    if title.rank < 3:
        return title.rank
    if words[0].lower() != title.words[0]:
        low = tuple(w.lower() for w in words)
        return min((rank for parts, rank in language.titles.get(low[0], ()) if low[: len(parts)] == parts), default=2)
    heads = state is not None and title.words[-1] in language.words.commanding
    return 2 if heads and len(words) > len(title.words) + 1 else title.rank


def behind_don(tokens: list[Token], start: int, title: TitleMatch, language: Language) -> int:
    """Return the index after the "Don" that stands between a monarch's title and his name at token `start`, or `start`."""
    don = start + 1 < len(tokens) and tokens[start].text in {"Don", "Doña"} and tokens[start + 1].capital
    return start + 1 if don and title.words[-1] in language.words.crowned else start


def calls_house(tokens: list[Token], i: int, start: int, definite: bool, language: Language) -> bool:  # noqa: FBT001
    """Say whether an office at token `i` only tells which house is meant, whose last word stands at `start` ("at the PM House")."""
    return (definite or (i > 0 and tokens[i - 1].low == "the")) and tokens[start].low in language.words.seats_of_office


def led_by(tokens: list[Token], i: int, end: int) -> bool:
    """Say whether "by" stands before an office at token `i` and a stop behind its holder ("a delegation led by Deputy Speaker of the Senate, Ana Brel.")."""
    return i > 0 and tokens[i - 1].low == "by" and (end >= len(tokens) or tokens[end].text in {".", ";"})


def invites(tokens: list[Token], i: int) -> bool:
    """Say whether a person is the one who invites ("at the invitation of the President of X, …"): the guest may follow the comma."""
    k = i - 1 if i and tokens[i - 1].low == "the" else i
    return k > 1 and tokens[k - 1].low == "of" and tokens[k - 2].low == "invitation"


def titled_behind(tokens: list[Token], i: int, language: Language, gazetteer: Gazetteer) -> bool:
    """Say whether a name that ends at token `i` has its own title and state behind it ("…, H.E. Ana Brel, President of X, paid …")."""
    if i + 2 >= len(tokens) or tokens[i].text != ",":
        return False
    mention = read_mention(tokens, i + 1, language, gazetteer)
    return mention is not None and not mention.name and mention.state is not None


def title_opens(tokens: list[Token], i: int, title: TitleMatch, first: int, gazetteer: Gazetteer) -> bool:
    """Say whether a title without article or demonym is one: by its capital, the name behind it, or the comma before it."""
    if tokens[first].capital or (
        i
        and tokens[i - 1].text == ","
        and (
            gazetteer.after_of(tokens, title.end)
            or body_of_state(tokens, title.end, gazetteer)
            or gazetteer.after_of(tokens, skip_department(tokens, title.end, gazetteer.language))
            or office_beside(tokens, title, gazetteer.language)
            or (title.end < len(tokens) and tokens[title.end].low == "at" and title.rank < 3)
            or (title.rank < 3 and body_after_of(tokens, title.end, gazetteer.language))
        )
    ):
        return True
    return followed_by_name(tokens, title.end) and (title.rank < 3 or followed_by_name(tokens, title.end + 1))


def body_of_state(tokens: list[Token], i: int, gazetteer: Gazetteer) -> bool:
    """Say whether the name of a state's body stands at token `i` ("…, speaker of the National Assembly of Xia,")."""
    if i + 1 >= len(tokens) or tokens[i].low != "of":
        return False
    end = body_after_of(tokens, i, gazetteer.language)
    return end is not None and gazetteer.after_of(tokens, end) is not None


def named_mention(
    tokens: list[Token], i: int, k: int, honorifics: tuple[str, ...], gazetteer: Gazetteer, *, headline: bool
) -> Mention | None:
    """Return the mention of a name behind honorifics at token `k`."""
    language = gazetteer.language
    end = read_name(tokens, k, language, headline=headline)
    if end == k:
        return None
    sent_out = honorifics[-1:] == ("ambassador",) and set(honorifics[:-1]) <= language.words.excellencies
    last = skip_post_nominals(tokens, end, language)
    behind = gazetteer.after_of(tokens, last) if sent_out and last < len(tokens) else None
    return Mention(
        span=Span(tokens[i].start, tokens[end - 1].end),
        name=tuple(t.text for t in tokens[k:end]),
        name_span=Span(tokens[k].start, tokens[end - 1].end),
        title="Ambassador" if sent_out else None,
        title_words=("ambassador",) if sent_out else (),
        rank=2 if sent_out else 3,
        state=behind[0] if behind else None,
        gender=gender_of(honorifics, language),
        first=i,
        last=behind[1] if behind else last,
    )
