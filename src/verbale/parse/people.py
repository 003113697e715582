"""Finds persons and states where a document introduces them: titles, names, honorifics, the states that they serve.

A mention is what the words say at one place; which mentions are one person is decided in `actors`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from verbale.language import Language
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.tokens import Token, follows
from verbale.span import Span

ARTICLED: Final = re.compile(r"(?:al|el|d|l|as|ad|an|ar|ash|at|az|es|ibn|bin|ben|abu|de|van|von|o)[-'’][A-ZÀ-Þ]")
"""A name that begins with a small article ("al-Hamdani", "d'Arvenne")."""
MAX_NAME: Final = 7
MAX_HONORIFICS: Final = 12
MAX_MODIFIERS: Final = 12


@dataclass(frozen=True, slots=True)
class Mention:
    """A person at one place: any of title, state and name may be missing, never all."""

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


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """A title at a token: the words matched, the index after it, its rank."""

    words: tuple[str, ...]
    end: int
    rank: int


def match_title(tokens: list[Token], i: int, language: Language) -> TitleMatch | None:
    """Return the longest title that begins at token `i`; a plural is none."""
    for parts, rank in language.titles.get(tokens[i].low, ()):
        if follows(tokens, i, parts):
            return TitleMatch(parts, i + len(parts), rank)
    return None


def skip_department(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after "of Foreign Affairs and Trade", "for the Economy" at token `i`, or `i`."""
    if i >= len(tokens) or tokens[i].low not in {"of", "for", "to"}:
        return i
    end = i
    served = language.offices_served.get((tokens[i].low, tokens[i + 1].low), ()) if i + 1 < len(tokens) else ()
    office = next((p for p in served if follows(tokens, i, p)), None)
    if office:
        return i + len(office)
    if tokens[i].low == "to":
        return i
    if i and tokens[i - 1].low in language.portfolio_titles:
        return portfolio(tokens, i, language)
    k = i + 1
    while (
        k < len(tokens)
        and k - i < 14
        and (
            tokens[k].low in language.departments
            or (
                tokens[k].text == ","
                and k + 1 < len(tokens)
                and tokens[k + 1].low in language.departments
                and tokens[k + 1].capital
            )
        )
    ):
        if tokens[k].capital:
            end = k + 1
        k += 1
    return end or i


def body_after_of(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after "of the Commission", "of the General Assembly" at token `i`."""
    k = i + 2 if tokens[i + 1].low == "the" else i + 1
    while k < len(tokens) and tokens[k].text[0].isupper() and k - i < 8:
        if tokens[k].low in language.body_words:
            return k + 1
        k += 1
    return None


def portfolio(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after a minister's portfolio at token `i` ("of Foreign Affairs and Diaspora", "for the Economy, Trade and Tourism").

    The first word behind "of", "for", a comma or "and" belongs to it, further ones only as words of portfolios: a name may follow.
    """
    k = end = i
    joined = True
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
                and (tokens[k + 1].capital or tokens[k + 1].low == "the")
                and (low in {"and", "&"} or tokens[k + 1].low in language.departments)
            ):
                break
            joined = True
        elif low == "the":
            if not (
                (k + 1 < len(tokens) and tokens[k + 1].low in language.departments and k == i + 1)
                or (joined and k > i + 1)
            ):
                break
        elif tokens[k].capital and (
            (joined and low not in {"republic", "kingdom", "state", "islamic"} and not match_place(tokens, k, language))
            or (
                low in language.departments
                and not (low == "state" and k + 1 < len(tokens) and tokens[k + 1].low == "of")
            )
        ):
            joined, end = False, k + 1
        else:
            break
        k += 1
    return end


def match_place(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the word at `k` stands right behind "of" and ahead of a name or mark, as a state does and no portfolio."""
    return tokens[k].low not in language.departments and tokens[k - 1].low == "of"


def read_name(tokens: list[Token], i: int, language: Language, *, headline: bool = False) -> int:
    """Return the index after a person's name that begins at token `i`, or `i` where none does.

    A name is a run of capitalised words and initials, with particles between them. In a headline a verb ends it.
    """
    k = i
    end = i
    while k < len(tokens) and k - i < MAX_NAME * 2:
        token = tokens[k]
        gap = token.start - tokens[k - 1].end if k > i else 0
        if gap > 2:
            break
        if (
            token.text == "."
            and k > i
            and (len(tokens[k - 1].text) <= 2 or "." in tokens[k - 1].text)
            and tokens[k - 1].capital
            and gap == 0
        ):
            k += 1
            end = max(end, k if followed_by_name(tokens, k) or tokens[k - 2].low in language.name_suffixes else end)
            continue
        if (
            token.low in language.name_particles
            and k > i
            and token.text[0].islower()
            and (
                followed_by_name(tokens, k + 1)
                or (
                    k + 1 < len(tokens)
                    and tokens[k + 1].low in language.name_particles
                    and followed_by_name(tokens, k + 2)
                )
            )
        ):
            k += 1
            continue
        if (
            k == i
            and token.low in language.name_particles
            and i
            and tokens[i - 1].capital
            and followed_by_name(tokens, k + 1)
            and token.text.islower()
        ):
            k += 1
            continue
        if not name_word(token, language, first=k == i) or (
            headline and language.verbs.get(token.low) and (not token.text.isupper() or heading_in_capitals(tokens))
        ):
            break
        k += 1
        end = k
    if end - i > 1 and end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].low in {"jr", "sr"}:
        end += 3 if end + 2 < len(tokens) and tokens[end + 2].text == "." else 2
    return end


def heading_in_capitals(tokens: list[Token]) -> bool:
    """Say whether most words of a headline are in capitals, so that capitals tell no name from a verb."""
    words = [t for t in tokens if t.text.isalpha()]
    return sum(t.text.isupper() for t in words) * 2 > len(words)


def followed_by_name(tokens: list[Token], k: int) -> bool:
    """Say whether the token at `k` is capitalised, right behind the one before it."""
    return (
        k < len(tokens)
        and (tokens[k].capital or (tokens[k].mixed and bool(ARTICLED.match(tokens[k].text))))
        and tokens[k].start - tokens[k - 1].end <= 2
    )


def name_word(token: Token, language: Language, *, first: bool) -> bool:
    """Say whether a word can be part of a name: capitalised, and no month, weekday, title or function word."""
    text = token.text
    if not token.capital and not (token.mixed and ARTICLED.match(text)):
        return False
    if token.low in language.months and len(token.low) > 4 and not (first and token.low in {"april", "august"}):
        return False
    if (
        token.low in language.weekdays
        or (text in language.starters and len(text) > 1)
        or token.low in language.not_in_names
    ):
        return False
    return token.low not in language.single_titles or (
        token.low
        in {"chase", "major", "judge", "bishop", "marshal", "speaker", "king", "prince", "dean", "sheikh", "u"}
        and not first
    )


def gender_of(parts: tuple[str, ...], language: Language) -> str | None:
    """Return the gender that titles and honorifics tell, `male` or `female`."""
    joined = " ".join(parts).lower()
    for word in (joined, *(p.lower() for p in parts)):
        if word in language.female_words:
            return "female"
        if word in language.male_words:
            return "male"
    return None


def skip_honorifics(tokens: list[Token], i: int, language: Language) -> tuple[int, tuple[str, ...]]:
    """Return the index after honorifics at token `i` ("H.E. Mr."), and the honorifics."""
    if i >= len(tokens) or tokens[i].low not in language.honorific_openers:
        return i, ()
    taken: list[str] = []
    while i < len(tokens) and len(taken) < MAX_HONORIFICS:
        low = tokens[i].low
        phrases = language.honorific_phrases.get((low, tokens[i + 1].low), ()) if i + 1 < len(tokens) else ()
        if phrase := next((p for p in phrases if follows(tokens, i, p)), None):
            taken.append(" ".join(phrase))
            i += len(phrase)
        elif low in language.honorifics and tokens[i].capital:
            if len(tokens[i].text) == 1 and not (i + 1 < len(tokens) and tokens[i + 1].capital):
                break
            taken.append(low)
            i += 1
            if i < len(tokens) and tokens[i].text in {".", "’", "'"} and tokens[i].start == tokens[i - 1].end:
                i += 1
        else:
            break
    return i, tuple(taken)


DEFINITE: Final = frozenset({"the", "his", "her", "their", "its"})
FORMER: Final = frozenset({"former", "then", "late"})


def opens_mention(token: Token, language: Language, gazetteer: Gazetteer) -> bool:
    """Say whether a mention can begin with a word, its article left out: most words need no closer look."""
    return token.low in language.mention_openers or gazetteer.opens_name(token.text) or token.text.isupper()


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the title or name of a mention: `begin` is the token behind its article and modifiers, `last` the next."""

    begin: int
    last: int
    honorifics: tuple[str, ...]
    state: str | None
    definite: bool
    former: bool
    visiting: bool


def skip_modifiers(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after modifiers of a title at token `i` ("visiting", "newly elected")."""
    k = i
    while (
        k < len(tokens)
        and k - i < MAX_MODIFIERS
        and tokens[k].low in language.title_modifiers
        and not match_title(tokens, k, language)
    ):
        k += 1
    return k


def read_opening(tokens: list[Token], i: int, language: Language, gazetteer: Gazetteer) -> Opening | None:
    """Return "[the] [modifiers] [honorifics] [demonym] [modifiers]" at token `i`, where something that it opens can follow."""
    definite = tokens[i].low in DEFINITE
    k = i + 1 if definite else i
    if k >= len(tokens) or not opens_mention(tokens[k], language, gazetteer):
        return None
    begin = skip_modifiers(tokens, k, language)
    modifiers = {token.low for token in tokens[i:begin]}
    k, honorifics = skip_honorifics(tokens, begin, language)
    if honorifics and k + 1 < len(tokens) and tokens[k].text == "the" and match_title(tokens, k + 1, language):
        k, definite = k + 1, True
    state, k = gazetteer.demonym(tokens, k)
    k = skip_modifiers(tokens, k, language)
    if k >= len(tokens):
        return None
    if state is None and initials_before_title(tokens, k, language):
        state, k = tokens[k].text, k + 1
    former = not modifiers.isdisjoint(FORMER)
    return Opening(begin, k, honorifics, state, definite, former, "visiting" in modifiers)


def initials_before_title(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the token at `k` is a state's or body's initials before a title and a name ("ROK President Ana Brel")."""
    word = tokens[k].text
    if not (word.isupper() and 1 < len(word) < 7 and word.isalpha()) or k + 1 >= len(tokens):
        return False
    title = match_title(tokens, k + 1, language)
    return (
        title is not None
        and not match_title(tokens, k, language)
        and tokens[k + 1].capital
        and not tokens[k + 1].text.isupper()
        and followed_by_name(tokens, title.end)
    )


def read_mention(
    tokens: list[Token], i: int, language: Language, gazetteer: Gazetteer, *, headline: bool = False
) -> Mention | None:
    """Return the person whom the words from token `i` on present, with or without a name.

    Read are "[the] [modifiers] [demonym] TITLE [of DEPARTMENT] [of STATE][,] [honorifics] [NAME] [of STATE]" and
    "honorific NAME"; a name alone presents nobody here.
    """
    opening = read_opening(tokens, i, language, gazetteer)
    if opening is None:
        return None
    first = opening.last
    title = match_title(tokens, first, language)
    if not title:
        if opening.honorifics and not opening.definite and opening.state is None:
            return named_mention(tokens, i, first, opening.honorifics, language, headline=headline)
        return None
    if not opening.definite and opening.state is None and not title_opens(tokens, i, title, first, gazetteer):
        return None
    end, words, more, served = title_end(tokens, first, title, language, gazetteer)
    state = opening.state or served
    comma = end + 1 if end < len(tokens) and tokens[end].text == "," and (opening.definite or state) else end
    start, honorifics = skip_honorifics(tokens, comma, language)
    name_end = read_name(tokens, start, language, headline=headline)
    if comma > end and name_end - start < 2 and not honorifics:
        name_end = start
    named = name_end > start
    last = name_end if named else end
    if named and name_end < len(tokens) and not state and (behind := gazetteer.after_of(tokens, name_end)):
        state, last = behind
    told = (*opening.honorifics, *(honorifics if named else ()), *words, " ".join(words))
    return Mention(
        span=Span(tokens[opening.begin if named else i].start, tokens[(name_end if named else end) - 1].end),
        name=tuple(t.text for t in tokens[start:name_end]) if named else (),
        name_span=Span(tokens[start].start, tokens[name_end - 1].end) if named else None,
        title=" ".join((*words, *more)),
        title_words=title.words,
        rank=title.rank,
        state=state,
        gender=gender_of(told, language),
        first=i,
        last=last,
        definite=opening.definite,
        former=opening.former,
        visiting=opening.visiting,
    )


def title_opens(tokens: list[Token], i: int, title: TitleMatch, first: int, gazetteer: Gazetteer) -> bool:
    """Say whether a title without article or demonym is one: by its capital, the name behind it, or the comma before it."""
    if tokens[first].capital or (i and tokens[i - 1].text == "," and gazetteer.after_of(tokens, title.end)):
        return True
    return followed_by_name(tokens, title.end) and (title.rank < 3 or followed_by_name(tokens, title.end + 1))


def title_end(
    tokens: list[Token], first: int, title: TitleMatch, language: Language, gazetteer: Gazetteer
) -> tuple[int, tuple[str, ...], tuple[str, ...], str | None]:
    """Return the index after a whole title, its words, those of a second title joined to it, and the state behind "of"."""
    end = skip_department(tokens, title.end, language)
    words = tuple(t.text for t in tokens[first:end])
    if (
        end < len(tokens)
        and tokens[end].text == "."
        and tokens[end].start == tokens[end - 1].end
        and len(tokens[end - 1].text) <= 4
    ):
        end += 1
    end, more = more_titles(tokens, end, title.rank, language)
    if (
        end + 2 < len(tokens)
        and tokens[end].text == "("
        and tokens[end + 1].text.isupper()
        and tokens[end + 2].text == ")"
    ):
        end += 3
    state = None
    if after := gazetteer.after_of(tokens, end):
        state, end = after
        if end < len(tokens) and tokens[end].text == "and" and (second := match_title(tokens, end + 1, language)):
            end = skip_department(tokens, second.end, language)
    elif end + 1 < len(tokens) and tokens[end].low == "of" and (body := body_after_of(tokens, end, language)):
        end = skip_department(tokens, body, language)
    return end, words, more, state


def more_titles(tokens: list[Token], i: int, rank: int, language: Language) -> tuple[int, tuple[str, ...]]:
    """Return the index after a second title that follows the first ("State Councilor and Foreign Minister"), and its words."""
    if i + 1 < len(tokens) and tokens[i].low in {"and", "&"} and tokens[i + 1].capital:
        second = match_title(tokens, i + 1, language)
        if (
            second
            and second.rank == rank == 1
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


def named_mention(
    tokens: list[Token], i: int, k: int, honorifics: tuple[str, ...], language: Language, *, headline: bool
) -> Mention | None:
    """Return the mention of a name behind honorifics at token `k`."""
    end = read_name(tokens, k, language, headline=headline)
    if end == k:
        return None
    return Mention(
        span=Span(tokens[i].start, tokens[end - 1].end),
        name=tuple(t.text for t in tokens[k:end]),
        name_span=Span(tokens[k].start, tokens[end - 1].end),
        title=None,
        title_words=(),
        rank=3,
        state=None,
        gender=gender_of(honorifics, language),
        first=i,
        last=end,
    )
