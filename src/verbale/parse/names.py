"""Where a person's name ends: capitalised words, initials, particles; whose name it is, nobody asks here."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import Language
from verbale.parse.tokens import Token, titled

ARTICLED: Final = re.compile(r"(?:al|el|d|l|as|ad|an|ar|ash|at|az|es|ibn|bin|ben|abu|de|van|von|o)[-'’][A-ZÀ-Þ]")
"""A name that begins with a small article ("al-Hamdani", "d'Arvenne")."""


MAX_NAME: Final = 7


def read_name(tokens: list[Token], i: int, language: Language, *, headline: bool = False) -> int:
    """Return the index after a person's name that begins at token `i`, or `i` where none does.

    A name is a run of capitalised words and initials, with particles between them. In a headline a verb ends it.
    """
    words = language.words
    k = i
    end = i
    while k < len(tokens) and k - i < MAX_NAME * 2:
        token = tokens[k]
        if token.low == token.text and token.text != "." and token.low not in language.name_particles:
            if k == i or token.text not in {"'", "’"} or not apostrophe(tokens, k, language):
                break
            k += 1
            continue
        gap = token.start - tokens[k - 1].end if k > i else 0
        if gap > 2:
            break
        if not token.capital:
            if token.low == token.text != "." and token.low not in language.name_particles:
                break  # a plain word, as most are behind a name
            if (
                token.text == "."
                and k > i
                and (len(tokens[k - 1].text) <= 2 or "." in tokens[k - 1].text)
                and tokens[k - 1].capital
                and gap == 0
            ):
                k += 1
                suffix = tokens[k - 2].low in language.name_suffixes
                if suffix and tokens[k - 2].text.isupper() and len(tokens[k - 2].text) > 1:
                    break
                end = max(end, k if followed_by_name(tokens, k) or suffix else end)
                continue
            if token.low in language.name_particles and joins(tokens, k, i, language):
                k += 1
                continue
        text = token.text
        if (
            k > i
            and (text in language.post_nominals or ("." in text and is_post_nominal(text, language)))
            and not tokens[k - 1].text.isupper()
        ):
            break
        if token.low in language.months and dated(tokens, k):
            break
        honoured = k > i and token.low in language.honorifics and apostrophe(tokens, k + 1, language)
        patronymic = k > i and token.capital and tokens[k - 1].low in words.patronymic
        surname = (
            k == i > 0
            and not headline
            and token.text in words.short_surnames
            and tokens[k - 1].low in language.single_titles
            and followed_by_name(tokens, k + 1)
        )
        borne = k == i and token.text in words.borne_titles and borne_as_name(tokens, k, language, comma=not headline)
        if not (honoured or patronymic or surname or borne or name_word(token, language, first=k == i)) or (
            headline and language.verbs.get(token.low) and (not token.text.isupper() or heading_in_capitals(tokens))
        ):
            break
        k += 1
        end = k
    if end - i > 1 and end < len(tokens) and tokens[end].text in words.descendants:
        return end + 1
    if end - i > 1 and end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].low in words.generations:
        end += 3 if end + 2 < len(tokens) and tokens[end + 2].text == "." else 2
    return end


def dated(tokens: list[Token], k: int) -> bool:
    """Say whether a day stands behind the month at token `k` ("Minister Ana Brel June 3", "Sept. 3")."""
    day = k + 2 if k + 1 < len(tokens) and tokens[k + 1].text == "." else k + 1
    return tokens[k].capital and day < len(tokens) and tokens[day].text.isdigit() and len(tokens[day].text) < 3


def apostrophe(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the token at `k` is the apostrophe of an honorific within a name ("Siti Dato' Hassan")."""
    return (
        k < len(tokens)
        and tokens[k].text in {"'", "’"}
        and tokens[k].start == tokens[k - 1].end
        and tokens[k - 1].low in language.honorifics
        and followed_by_name(tokens, k + 1)
    )


def borne_as_name(tokens: list[Token], k: int, language: Language, *, comma: bool = False) -> bool:
    """Say whether the title at token `k` is somebody's given name ("Sheikh Sultan bin Majid", "Secretary-General Sultan Berdi"); with `comma` also behind one or a state ("President of Xia Sultan Berdi")."""
    if k + 1 >= len(tokens):
        return False
    before = tokens[k - 1].low if k else ""
    if tokens[k + 1].low in language.words.patronymic or before == "sheikh":
        return True
    whole = k + 2 >= len(tokens) or tokens[k + 2].low != "of"
    served = comma and k > 1 and tokens[k - 1].capital and tokens[k - 2].low in language.words.before_served
    return (
        (before in language.single_titles or served or (comma and before == ","))
        and followed_by_name(tokens, k + 1)
        and whole
    )


def skip_post_nominals(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after the letters behind a name that ends at token `i` ("Ana Brel TD", "General Ola Brandt (Ret.)"), or `i`."""
    while i < len(tokens) and is_post_nominal(tokens[i].text, language):
        dotted = "." in tokens[i].text and i + 1 < len(tokens) and tokens[i + 1].text == "."
        i += 2 if dotted else 1
    if i + 2 < len(tokens) and tokens[i].text == "(" and tokens[i + 1].low in language.retired:
        end = i + 3 if tokens[i + 2].text == "." else i + 2
        return end + 1 if end < len(tokens) and tokens[end].text == ")" else i
    return i


def is_post_nominal(word: str, language: Language) -> bool:
    """Say whether a word is letters behind a name, with stops or without ("TD", "T.D.")."""
    return word in language.post_nominals or ("." in word and word.replace(".", "") in language.post_nominals)


def joins(tokens: list[Token], k: int, i: int, language: Language) -> bool:
    """Say whether the particle at token `k` joins the words of a name that begins at token `i`, or opens one that goes on with a capital ("Ana de la Brel")."""
    if k == i:
        second = k + 1 < len(tokens) and tokens[k + 1].low in language.name_particles  # "Minister van der Brel"
        named = followed_by_name(tokens, k + 2 if second and not tokens[k + 1].capital else k + 1)
        return bool(i) and tokens[i - 1].capital and named and tokens[k].text.islower()
    if not tokens[k].text[0].islower():
        return False
    following = k + 1 < len(tokens) and tokens[k + 1].low in language.name_particles
    return followed_by_name(tokens, k + 1) or (following and followed_by_name(tokens, k + 2))


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
    if first and (
        (token.low in language.verbs and token.low.endswith("ed"))
        or (len(text) > 1 and text.isupper() and token.low in language.honorifics)
    ):
        return False
    if (
        token.low in language.weekdays
        or (len(text) > 1 and (text in language.starters or (text.isupper() and titled(text) in language.starters)))
        or token.low in language.not_in_names
    ):
        return False
    if "/" in text:
        return False
    return token.low not in language.single_titles or (token.low in language.words.title_surnames and not first)


def leads_to_name(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether the particle at token `i` leads to a name's next word ("Ivo de la Torre")."""
    return tokens[i + 1].capital or (tokens[i + 1].low in language.name_particles and tokens[i + 2].capital)
