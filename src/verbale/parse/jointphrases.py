"""Noun phrases that stand for the sides together ("the two sides", "both", "the prime ministers"); pairs of names are joined in `references`."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.persons import Person, Reference
from verbale.parse.titles import portfolio
from verbale.parse.tokens import Token, follows

MAX_BODY: Final = 12
"""Words of the longest name of a body."""


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


def host_and_guest(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after "host and guest", with or without articles, at token `i`."""
    k = i + 1 if tokens[i].low == "the" else i
    if k + 2 >= len(tokens) or tokens[k + 1].low != "and":
        return None
    if tokens[k].low not in language.hosts and tokens[k].low not in language.guests:
        return None
    other = k + 3 if tokens[k + 2].low in language.words.before_known_person else k + 2
    both = {tokens[k].low, tokens[other].low} if other < len(tokens) else set()
    return other + 1 if both & language.hosts and both & language.guests and not possessive(tokens, other + 1) else None


def joint_phrase(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return "the two sides", "both", "the prime ministers", "the Kestrian and Norvanian presidents", "Leaders" at token `i`."""
    language = actors.language
    words = language.words
    if i >= len(tokens):
        return None
    k = i
    low = tokens[i].low
    if low in words.possessives_of_one or (
        low == "both" and k + 1 < len(tokens) and tokens[k + 1].low in language.meeting_nouns
    ):
        return None
    if (end := host_and_guest(tokens, i, language)) is not None:
        return Reference("joint", i, end, (), (), "title", "host")
    if (end := some_of_them(tokens, i, language)) is not None:
        return Reference("joint", i, end, (), (), "pronoun", "they")
    if (end := of_two_peoples(tokens, i, actors)) is not None:
        return joint_head(tokens, i, end, actors, [], determined=True)
    each = low in words.each_words
    determined = each or low in words.determiners
    if determined:
        k += 1
        if k < len(tokens) and tokens[k].low in {"the", "of"} and low in words.all_words:
            k += 1
    parties: list[str] = []
    counted = False
    while k < len(tokens):
        word = tokens[k]
        if (word.low in language.joint_heads and not (each and word.low.endswith("s"))) or (
            each and word.low in words.each_heads
        ):
            if len(parties) == 1 and not counted and not each and word.low in language.party_heads:
                return None
            return joint_head(tokens, i, k, actors, parties, determined=determined or counted)
        if word.low in language.joint_modifiers or word.text.isdigit() or word.low in words.before_joint_head:
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
        if determined and word.capital and (office := round_of(tokens, k, language)):
            k = office
            continue
        break
    if (
        (low == "both" and k == i + 1)
        or (determined and k == i + 2 and tokens[i + 1].low in language.pairs)
        or (determined and k == i + 1 and k < len(tokens) and tokens[k].low in words.pair_nouns)
    ):
        end = k + 1 if k < len(tokens) and tokens[k].low in words.pair_nouns else k
        if end < len(tokens) and not possessive(tokens, end) and tokens[end].low not in {"of", "-"}:
            return Reference("joint", i, end, (), (), "pronoun", tokens[i].low)
    return None


def some_of_them(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after "the two of them", "both of them", "those present" at token `i`."""
    k = i + 1 if tokens[i].low == "the" else i
    if k + 2 >= len(tokens):
        return None
    if tokens[k].low in {"those", "all"} and tokens[k + 1].low in language.words.those_present:
        return None if possessive(tokens, k + 2) else k + 2
    counted = tokens[k].low in language.numbers_words or tokens[k].low in language.words.all_words
    return (
        k + 3 if counted and tokens[k + 1].low == "of" and tokens[k + 2].low in language.words.object_pronouns else None
    )


def of_two_peoples(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Return the index of the plural head of "the Kestrian and Orvish [foreign] ministers" at token `i`, whatever these names are of."""
    k = i + 1
    if tokens[i].low != "the" or k + 3 >= len(tokens) or tokens[k + 1].low != "and":
        return None
    if not (tokens[k].capital and tokens[k + 2].capital):
        return None
    if all(actors.gazetteer.demonym(tokens, n)[0] for n in (k, k + 2)):
        return None
    head = k + 3
    while head < len(tokens) - 1 and tokens[head].low in actors.language.joint_modifiers:
        head += 1
    peoples = all(
        t.low not in actors.language.titles and t.low not in actors.language.joint_modifiers
        for t in (tokens[k], tokens[k + 2])
    )
    return head if peoples and tokens[head].text.islower() and tokens[head].low in actors.language.joint_heads else None


def round_of(tokens: list[Token], k: int, language: Language) -> int | None:
    """Return the index of the plural title behind the name at token `k` of what its holders form ("the Lakes Prime Ministers", "the Amber Coast Leaders")."""
    end = k
    while (
        end < len(tokens)
        and end - k < MAX_ROUND
        and tokens[end].capital
        and tokens[end].text.isalpha()
        and tokens[end].low not in language.titles
        and tokens[end].low not in language.joint_modifiers
    ):
        if tokens[end].low in language.joint_heads:
            break
        end += 1
    head = end + 1 if end < len(tokens) and tokens[end].low in {"prime", "foreign"} else end
    plural = head < len(tokens) and tokens[head].capital and tokens[head].low in language.plural_titles | {"leaders"}
    return end if plural and end > k else None


MAX_ROUND: Final = 3
"""Words of the name of a round of heads or ministers, and the first of their title."""


def titled_body(tokens: list[Token], k: int, actors: Actors) -> int | None:
    """Return the index behind the name at token `k` of a body that the title names too ("the members of the Harbour Council"), whose members are the sides."""
    k = k + 1 if k < len(tokens) and tokens[k].low == "the" else k
    end = k
    while (
        end < len(tokens)
        and end - k < MAX_BODY
        and (tokens[end].capital or (end > k and tokens[end].low in actors.language.words.inside_bodies))
    ):
        end += 1
    while end > k and not tokens[end - 1].capital:
        end -= 1
    named = [t for t in tokens[k:end] if t.capital]
    bodies = actors.language.body_words | actors.language.joint_bodies
    whole = end > k and all(t.low in actors.titled for t in named) and any(t.low in bodies for t in named)
    return end if whole and not possessive(tokens, end) else None


def known_names(tokens: list[Token], k: int, actors: Actors) -> tuple[tuple[Person, ...], int] | None:
    """Return the persons whose names at token `k` share the title before them ("Presidents Talvik and Ferrel"), and the index after them."""
    found: list[Person] = []
    last = k
    while k < len(tokens):
        people, end = actors.name_at(tokens, k)
        if not people:
            break
        found.append(people[0])
        behind = actors.gazetteer.after_of(tokens, end)
        k = last = behind[1] if behind else end
        if k < len(tokens) and tokens[k].text == ",":
            k += 1
        if k < len(tokens) and tokens[k].low == "and":
            k += 1
    return (tuple(found), last) if len(found) > 1 and not possessive(tokens, last) else None


MAX_MEETING: Final = 6
"""Words of the name of a meeting."""


def at_meeting(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after the meeting at which those named before token `i` were ("attending the summit", "of the meeting"), or `i`."""
    phrases = language.words.present_at.get(tokens[i].low) if i < len(tokens) else None
    if not phrases:
        return i
    words = next((p for p in phrases if len(p) == 1 or follows(tokens, i, p)), None)
    if not words:
        return i
    k = i + len(words)
    if k + 1 >= len(tokens) or tokens[k].low not in language.words.determiners:
        return i
    nouns = language.meeting_nouns | language.joint_bodies
    end = next((n for n in range(k + 1, min(k + MAX_MEETING, len(tokens))) if tokens[n].low in nouns), None)
    return end + 1 if end and not possessive(tokens, end + 1) else i


def takes_position(token: Token, language: Language) -> bool:
    """Say whether a word is a verb of the past that states what several hold ("Members condemned")."""
    return any(f.tense == "past" and "joint" in f.classes for f in language.verbs.get(token.low, ()))


def joint_head(
    tokens: list[Token], i: int, k: int, actors: Actors, parties: list[str], *, determined: bool
) -> Reference | None:
    """Return the sides named by the plural head at token `k` of a phrase that begins at `i`, or `None` where it is a possessor."""
    language = actors.language
    words = language.words
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
    if head == "ministers":
        end = max(end, portfolio(tokens, end, language))
    met = at_meeting(tokens, end, language)
    if met > end:
        end = met
    elif end + 1 < len(tokens) and tokens[end].low == "of":
        following_end = end + 1
        while following_end < len(tokens) and (
            actors.gazetteer.name(tokens, following_end)
            or tokens[following_end].low in words.of_joint_head
            or tokens[following_end].low in language.numbers_words
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
        whole = titled_body(tokens, end + 1, actors)
        end = whole or (following_end if following_end > end + 1 else end)
    if end == k + 1 and head in language.plural_titles and (sharing := known_names(tokens, end, actors)):
        persons, last = sharing
        return Reference("joint", i, last, persons, (), "title", head)
    if not determined and not (i == 0 or tokens[i].capital) and not parties:
        return None
    speaks = head == "members" and i == 0 and end < len(tokens) and takes_position(tokens[end], language)
    if not determined and not speaks and head in words.uncounted:
        return None
    if end < len(tokens) and tokens[end].low == "in" and tokens[end - 1].low == "men":
        return None
    return Reference(
        "joint", i, end, (), tuple(parties) if len(parties) > 1 else (), "title" if head != "sides" else "sides", head
    )
