"""States that stand right before a title or "side": as a demonym, with a possessive, or as they are; states behind "of" are for `survey`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from verbale.language import Language
from verbale.parse.gazetteer import DEMONYM_ENDING, Gazetteer
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.names import followed_by_name
from verbale.parse.titles import match_title, portfolio, skip_department
from verbale.parse.tokens import Token, follows, places_in
from verbale.parse.twobefore import PEOPLE, named_in_two, opened_name, peoples_in_two

LEADERS: Final = frozenset({"leader"})
"""Words for a head of state or government behind the name of his people."""


def named_apart(tokens: list[Token], i: int) -> bool:
    """Say whether a name of two words and more stands between commas at token `i` ("Xia's president, Ana Brel, will …")."""
    if i + 3 >= len(tokens) or tokens[i].text != "," or not (tokens[i + 1].capital and tokens[i + 2].capital):
        return False
    return any(t.text == "," for t in tokens[i + 3 : i + 6])


def named_behind(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether a name follows the title in small letters at token `k`, as news agencies write it ("Xia's foreign minister Ana Brel")."""
    return any(
        rank < 3
        and follows(tokens, k, parts)
        and (
            followed_by_name(tokens, k + len(parts))
            or named_apart(tokens, behind_portfolio(tokens, k + len(parts), language))
        )
        for parts, rank in language.titles.get(tokens[k].low, ())
    )


def between_commas(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether "Xia's foreign minister", with the title at token `k`, stands between commas behind a name ("Ana Brel, Xia's foreign minister, met")."""
    if k < MIN_BEFORE or tokens[k - 3].text != "," or not tokens[k - 4].capital:
        return False
    return any(
        rank < 3
        and follows(tokens, k, parts)
        and (end := behind_portfolio(tokens, k + len(parts), language)) < len(tokens)
        and tokens[end].text == ","
        for parts, rank in language.titles.get(tokens[k].low, ())
    )


def behind_portfolio(tokens: list[Token], i: int, language: Language) -> int:
    """Return the index after a portfolio at token `i`, behind a minister's title in small letters ("minister of trade"), or `i`."""
    ministers = i < len(tokens) and tokens[i - 1].low in language.portfolio_titles and tokens[i].low in {"of", "for"}
    return portfolio(tokens, i, language) if ministers else i


MIN_BEFORE: Final = 5
"""Words and marks of a name, a comma and the owner before a title."""


def speaks_behind(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the bearer of the title in small letters at token `k` says something right behind it ("Xia's president said")."""
    return any(
        rank < 3
        and follows(tokens, k, parts)
        and k + len(parts) < len(tokens)
        and any(
            f.tense == "past" and "say" in f.classes and "narrate" not in f.classes
            for f in language.verbs.get(tokens[k + len(parts)].low, ())
        )
        for parts, rank in language.titles.get(tokens[k].low, ())
    )


def named_rank(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether a head's or minister's title stands at token `k`."""
    return any(rank < 3 and follows(tokens, k, parts) for parts, rank in language.titles.get(tokens[k].low, ()))


def named_side(tokens: list[Token], k: int, gazetteer: Gazetteer) -> bool:
    """Say whether the word before the token at `k` names a state as it is ("the Vietora side"), and stands elsewhere too."""
    article = k > 1 and tokens[k - 2].low == "the"
    return (
        article
        and tokens[k - 1].low not in gazetteer.language.not_states
        and gazetteer.capitalised[tokens[k - 1].text] > 1
    )


def headed_by(tokens: list[Token], k: int, gazetteer: Gazetteer) -> bool:
    """Say whether a headline opens with a state's name and the initials of an office at token `k` ("Kestria FM receives …")."""
    before, behind = tokens[k - 1], tokens[k + 1] if k + 1 < len(tokens) else tokens[k]
    return (
        tokens[k].text.isupper()
        and not before.text.isupper()
        and gazetteer.capitalised[before.text] > 1
        and any(form.tense == "present" for form in gazetteer.language.verbs.get(behind.low, ()))
    )


def learn_unplaced(tokens: list[Token], where: Mapping[str, list[int]], gazetteer: Gazetteer) -> None:
    """Take as a state's own name a people's that stands before several titles, or before one and "leader", where nothing else tells the state ("Xish President Ana Brel", "the Xish leader")."""
    led = {tokens[k - 1].text for k in places_in(where, LEADERS) if k} if gazetteer.unplaced else set()
    for adjective, count in gazetteer.unplaced.items():
        once = adjective in gazetteer.peoples
        if (count > 1 or once or adjective in led) and adjective.lower() not in gazetteer.language.departments:
            gazetteer.learn_demonym(adjective, itself=True, once=once)
    for word in gazetteer.plain:
        if gazetteer.capitalised[word] > 1 and stands_as_state(tokens, where.get(word.lower(), ()), gazetteer.language):
            gazetteer.learn(word)


def is_people(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the word before a title at token `k` can only be a people's name: no capital stands before it, and whoever holds the office is named behind it."""
    before, left = tokens[k - 1], tokens[k - 2] if k > 1 else None
    title = match_title(tokens, k, language)
    if title is None or title.rank > 2 or not tokens[k].capital or not PEOPLE.search(before.text):
        return False
    if left and (left.capital and left.text not in language.starters):
        return False
    if before.low in language.not_demonyms or before.low in language.not_states or before.low in language.body_words:
        return False
    end = skip_department(tokens, title.end, language)
    end += end < len(tokens) and tokens[end].text == ","
    heading = k > 1 and tokens[k - 2].text == "\n" and end < len(tokens)
    if heading and any(form.tense == "present" for form in language.verbs.get(tokens[end].low, ())):
        return True
    start, _ = skip_honorifics(tokens, end, language)
    particle = start + 1 < len(tokens) and tokens[start].low in language.name_particles and tokens[start + 1].capital
    return particle or followed_by_name(tokens, start)


def of_people(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the word before the one at token `k`, which is what a people has, can only be its name, by its article ("the Xian Ministry", "the Xian Parliament")."""
    if k <= 1 or tokens[k - 2].low != "the" or tokens[k].low not in language.behind_demonym:
        return False
    word = tokens[k - 1]
    other = word.low in language.not_demonyms or word.low in language.not_states or word.low in language.departments
    return PEOPLE.match(word.text) is not None and not other and word.low not in language.words.regions


def people_of_body(word: str, language: Language) -> bool:
    """Say whether the first word of a body's name can only be a people's ("the Xian Security Council")."""
    low = word.lower()
    other = low in language.not_demonyms or low in language.departments or low in language.words.regions
    return re.fullmatch(r"[A-Z][a-zà-þ]{3,}(?:an|ese|stani)", word) is not None and not other


def plain_name(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the word before a title at token `k` can be a state's name as it is ("Hanju Defence Minister Ana Brel"), and is no body's or office's."""
    before, left = tokens[k - 1], tokens[k - 2] if k > 1 else tokens[k - 1]
    low = before.low
    other = low in language.body_words or low in language.not_states or low in language.departments
    other = other or low in language.joint_bodies or low in language.hall_words or before.text in language.not_towns
    alone = before.text.isalpha() and before.text.istitle() and (k < MIN_BEFORE or not left.capital)
    return tokens[k].capital and alone and not other and before.text not in language.starters


def stands_as_state(tokens: list[Token], places: Iterable[int], language: Language) -> bool:
    """Say whether a word stands somewhere as a partner or place does: behind "with" or "in", and before no name ("talks with Hanju and"), or as an owner ("praised Hanju's decision")."""
    return any(
        n
        and tokens[n].capital
        and (
            (tokens[n - 1].low in language.words.before_partner and (n + 1 == len(tokens) or not tokens[n + 1].capital))
            or (n + 1 < len(tokens) and tokens[n + 1].low in {"'s", "’s"} and tokens[n - 1].text.islower())
        )
        for n in places
    )


def learn_before(tokens: list[Token], k: int, language: Language, gazetteer: Gazetteer) -> None:
    """Take the demonym that stands right before the token at `k`, or the state whose minister he is ("Xia's Minister of …")."""
    before = tokens[k - 1] if k else None
    if before and before.low in {"'s", "’s"} and k > 1:
        name = owned_name(tokens, k - 2, language)
        owner, left = tokens[k - 2], tokens[name - 1] if name else Token("\n", -9, -9)
        if (
            owner.capital
            and (not left.capital or left.low in language.words.before_owner)
            and (
                tokens[k].capital
                or named_behind(tokens, k, language)
                or speaks_behind(tokens, k, language)
                or between_commas(tokens, k, language)
            )
            and left.text != "."
            and owner.low not in language.weekdays
            and owner.low not in language.not_states
            and owner.low not in language.titles
            and owner.text not in language.starters
            and gazetteer.name(tokens, name) is None
            and any(rank < 3 for parts, rank in language.titles.get(tokens[k].low, ()) if follows(tokens, k, parts))
        ):
            gazetteer.learn(" ".join([t.text for t in tokens[name : k - 1]]))
    if k > 1 and tokens[k - 2].text in language.place_openers and (pair := opened_name(tokens, k, language, gazetteer)):
        state = named_in_two(pair, gazetteer)
        gazetteer.learn(state)
        gazetteer.keep(pair, state)
    elif k > 2 and tokens[k - 2].text in language.place_openers and peoples_in_two(tokens, k, gazetteer):
        pair = f"{tokens[k - 2].text} {tokens[k - 1].text}"
        gazetteer.learn(state := named_in_two(pair, gazetteer))
        gazetteer.keep(pair, state)
    elif (
        before
        and before.capital
        and before.end + 1 == tokens[k].start
        and before.low not in language.titles
        and before.low not in language.title_modifiers
    ):
        known, _ = gazetteer.demonym(tokens, k - 1)
        if known is None and (
            DEMONYM_ENDING.search(before.text)
            or (before.text.endswith("al") and f"{before.text[:-2]}s" in gazetteer.whole)
        ):
            often = tokens[k].low == "delegation" and gazetteer.capitalised[before.text] > 1
            itself = often or tokens[k].low == "side" or tokens[k].low in language.words.opposites
            once = (itself and tokens[k].low in language.words.opposites) or of_people(tokens, k, language)
            if not gazetteer.learn_demonym(before.text, itself=itself, once=once) and named_rank(tokens, k, language):
                gazetteer.unplaced[before.text] += 1
                if is_people(tokens, k, language):
                    gazetteer.peoples.add(before.text)
        elif known is None and (
            (tokens[k].low in {"side", "delegation"} and named_side(tokens, k, gazetteer))
            or (tokens[k].low == "counterpart" and before.low not in language.not_states)
            or (
                (tokens[k].text.islower() or headed_by(tokens, k, gazetteer))
                and (k < 2 or tokens[k - 2].text == "\n")
                and before.low not in language.not_states
                and named_rank(tokens, k, language)
            )
        ):
            gazetteer.learn(before.text)
        elif known is None and plain_name(tokens, k, language) and named_rank(tokens, k, language):
            gazetteer.plain.add(before.text)
            gazetteer.unplaced[before.text] += whole_office(tokens, k, language)


def owned_name(tokens: list[Token], last: int, language: Language) -> int:
    """Return where the name that ends at token `last` begins: a word before, or two, where one opens or closes names of places ("New Kestria’s", "the Ilmar Islands’")."""
    for first in range(max(last - 2, 0), last):
        words = tokens[first : last + 1]
        if (
            all(t.capital and t.low not in language.titles for t in words)
            and all(b.start - a.end == 1 for a, b in pairwise(words))
            and (words[0].text in language.place_openers or words[-1].text in language.place_closers)
            and (first == 0 or not tokens[first - 1].capital or tokens[first - 1].text in language.starters)
        ):
            return first
    return last


def whole_office(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether an office of more words than one, and a name, stand at token `k`: what is before it is no part of it ("Torune Minister of Trade Ana Brel")."""
    title = match_title(tokens, k, language)
    if title is None:
        return False
    end = skip_department(tokens, title.end, language)
    return end - k > 1 and followed_by_name(tokens, end)
