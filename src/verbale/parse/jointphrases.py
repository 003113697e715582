"""Noun phrases that stand for the sides together ("the two sides", "both", "the prime ministers"); pairs of names are joined in `references`."""

from __future__ import annotations

from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.persons import Reference
from verbale.parse.tokens import Token, follows

DETERMINERS: Final = frozenset({"the", "these", "all", "our", "both", "his", "her", "their", "its"})


POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})


def unknown_pair(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return two names that nothing in the document explains ("Aldport and Belport") as the sides, for capitals used as names."""
    k = i
    for _ in range(2):
        begin = k
        while (
            k < len(tokens)
            and tokens[k].capital
            and k - begin < 3
            and tokens[k].text not in actors.language.starters
            and tokens[k].low not in actors.language.titles
        ):
            k += 1
        if k == begin or k >= len(tokens):
            return None
        if begin == i:
            if tokens[k].low != "and":
                return None
            k += 1
    return Reference("joint", i, k, (), (), "pair", "capitals")


def possessive(tokens: list[Token], k: int) -> bool:
    """Say whether the token at `k` makes a possessor of the words before it."""
    return k < len(tokens) and tokens[k].text in POSSESSIVE and tokens[k].start == tokens[k - 1].end


def joint_phrase(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return "the two sides", "both", "the prime ministers", "the Kestrian and Norvanian presidents", "Leaders" at token `i`."""
    language = actors.language
    if i >= len(tokens):
        return None
    k = i
    low = tokens[i].low
    if low in {"his", "her", "its"} or (
        low == "both" and k + 1 < len(tokens) and tokens[k + 1].low in language.meeting_nouns
    ):
        return None
    each = low in {"each", "neither", "either"}
    determined = each or low in DETERMINERS
    if determined:
        k += 1
        if k < len(tokens) and tokens[k].low in {"the", "of"} and low in {"all", "both", "each"}:
            k += 1
    parties: list[str] = []
    counted = False
    while k < len(tokens):
        word = tokens[k]
        if (word.low in language.joint_heads and not (each and word.low.endswith("s"))) or (
            each and word.low in {"side", "party", "leader"}
        ):
            return joint_head(tokens, i, k, actors, parties, determined=determined or counted)
        if word.low in language.joint_modifiers or word.text.isdigit() or word.low in {"main", "fellow", "other"}:
            counted = counted or word.low in language.numbers_words or word.low == "all"
            k += 1
            continue
        named, end = actors.gazetteer.demonym(tokens, k) if determined or parties else (None, k)
        if named and end < len(tokens):
            parties.append(named)
            k = end + 1 if tokens[end].low == "and" or tokens[end].text == "," else end
            if k < len(tokens) and tokens[k - 1].text == "," and tokens[k].low == "and":
                k += 1
            continue
        break
    if (
        (low == "both" and k == i + 1)
        or (determined and k == i + 2 and tokens[i + 1].low in language.pairs)
        or (determined and k == i + 1 and k < len(tokens) and tokens[k].low in {"pair", "duo", "trio"})
    ):
        end = k + 1 if k < len(tokens) and tokens[k].low in {"pair", "duo", "trio"} else k
        if end < len(tokens) and not possessive(tokens, end) and tokens[end].low not in {"of", "-"}:
            return Reference("joint", i, end, (), (), "pronoun", tokens[i].low)
    return None


def joint_head(
    tokens: list[Token], i: int, k: int, actors: Actors, parties: list[str], *, determined: bool
) -> Reference | None:
    """Return the sides named by the plural head at token `k` of a phrase that begins at `i`, or `None` where it is a possessor."""
    language = actors.language
    head = tokens[k].low
    end = k + 1
    if possessive(tokens, end):
        following = tokens[end + 1].low if end + 1 < len(tokens) else ""
        if following in language.joint_heads:
            head, end = following, end + 2
        else:
            return None
    if end < len(tokens) and (
        phrase := next((p for p in language.joint_of.get(tokens[end].low, ()) if follows(tokens, end, p)), None)
    ):
        end += len(phrase)
    if end + 1 < len(tokens) and tokens[end].low == "of":
        following_end = end + 1
        while following_end < len(tokens) and (
            actors.gazetteer.name(tokens, following_end)
            or tokens[following_end].low
            in {"the", "and", "two", "both", "countries", "states", "nations", "all", "three", "member"}
            or (
                tokens[following_end].text == ","
                and following_end + 1 < len(tokens)
                and actors.gazetteer.name(tokens, following_end + 1)
            )
        ):
            named = actors.gazetteer.name(tokens, following_end)
            if named:
                parties.append(named[0])
            following_end = named[1] if named else following_end + 1
        end = following_end if following_end > end + 1 else end
    if not determined and not (i == 0 or tokens[i].capital) and not parties:
        return None
    if not determined and head in {
        "men",
        "women",
        "nations",
        "states",
        "countries",
        "governments",
        "members",
        "chiefs",
        "teams",
        "capitals",
    }:
        return None
    if end < len(tokens) and tokens[end].low == "in" and tokens[end - 1].low == "men":
        return None
    return Reference(
        "joint", i, end, (), tuple(parties) if len(parties) > 1 else (), "title" if head != "sides" else "sides", head
    )
