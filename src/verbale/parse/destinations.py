"""States that only a document knows, told by where a visit led or a delegation came from; those beside titles are for `survey`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from verbale.language import Language
from verbale.parse.gazetteer import FORMAL_NAME, Gazetteer
from verbale.parse.tokens import Token

NO_STATE_BEFORE: Final = frozenset({"'s", "’s", "-", "of", "and"})
"""What stands behind the name of something of a place that was visited ("a visit to Brel Harbour's pier")."""


OWNERS: Final = frozenset({"'s", "’s"})


def learn_visited(
    tokens: list[Token], k: int, where: Mapping[str, list[int]], language: Language, gazetteer: Gazetteer
) -> None:
    """Take the one or two words at token `k` as a state that was visited, where the document names it again and never as the place in which something was.

    Where the visit is called official, it may be that place too, if it has or does something somewhere ("Xia's plans", "said that Xia").
    """
    if tokens[k].low == "the":
        wide = k + 4 < len(tokens) and tokens[k + 2].text in language.place_closers and tokens[k + 1].capital
        if wide and not tokens[k + 3].capital and not gazetteer.name(tokens, k + 1):
            gazetteer.learn(f"{tokens[k + 1].text} {tokens[k + 2].text}")
        return
    end = k + 1
    official = k > 2 and not language.words.formal_visits.isdisjoint({tokens[k - 3].low, tokens[max(0, k - 4)].low})
    if official and end + 1 < len(tokens) and tokens[end].capital and tokens[end].start - tokens[k].end == 1:
        end += 1
    name = [t.text for t in tokens[k:end]]
    alone = tokens[k].capital and not tokens[end].capital and tokens[end].low not in NO_STATE_BEFORE
    if not alone or len(name[0]) < MIN_WORD or gazetteer.name(tokens, k) or gazetteer.metonym(tokens, k):
        return
    standing = [n for n in where.get(tokens[k].low, ()) if [t.text for t in tokens[n : n + len(name)]] == name]
    elsewhere = met_elsewhere(tokens, k - 2, name[0]) or received_elsewhere(tokens, end, language)
    if len(standing) == 1 and elsewhere and is_state(" ".join(name), language):
        gazetteer.learn(" ".join(name))
        return
    if len(standing) < 2 or gazetteer.capitalised[name[0].upper()] or not is_state(" ".join(name), language):
        return
    inside = any(n and tokens[n - 1].low in {"in", "at"} for n in standing)
    if not inside or (official and any(acts(tokens, n, n + len(name)) for n in standing)):
        gazetteer.learn(" ".join(name))


def learn_stay(tokens: list[Token], k: int, language: Language, gazetteer: Gazetteer) -> None:
    """Take as a state where a guest is for the visit at token `k` and met somebody in a town ("met in Norr with …, who is in Xia for an official visit")."""
    for_ = next((n for n in range(k - 1, max(k - 6, 3), -1) if tokens[n].low in {"for", "on"}), 0)
    first = for_
    while first > 0 and tokens[first - 1].capital and for_ - first < 2:
        first -= 1
    inside = first - 1 if tokens[first - 1].low != "the" else first - 2
    if not 0 < first < for_ or tokens[inside].low != "in" or tokens[inside - 1].low not in {"is", "was"}:
        return
    name = " ".join(t.text for t in tokens[first:for_])
    known = gazetteer.name(tokens, first) or gazetteer.metonym(tokens, first)
    if not known and is_state(name, language) and met_elsewhere(tokens, inside - 1, name):
        gazetteer.learn(name)


def met_elsewhere(tokens: list[Token], i: int, name: str) -> bool:
    """Say whether the sentence before token `i` tells of a town in which something was, other than a name: what somebody visits is wider then."""
    for n in range(i - 1, max(i - SENTENCE, 0), -1):
        if tokens[n].text in {".", "\n"} and len(tokens[n - 1].text) > 1:
            return False
        if tokens[n].low == "in" and tokens[n + 1].capital and tokens[n + 1].text != name:
            return tokens[n + 1].text[-1].isalpha() and tokens[n + 2].low not in {"'s", "’s"}
    return False


def received_elsewhere(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether the sentence behind a visit at token `i` tells of a town in which somebody was received ("In the course of her visit to Xia, … was received by King Y in Norr")."""
    for n in range(i, min(i + SENTENCE, len(tokens) - 2)):
        if tokens[n].text in {".", "\n"} and len(tokens[n - 1].text) > 1:
            return False
        if tokens[n].low != "in" or not tokens[n + 1].capital:
            continue
        town = tokens[n + 1]
        timed = town.low in language.months or town.low in language.weekdays
        house = not language.hall_words.isdisjoint(t.low for t in tokens[n + 1 : n + 4])
        between = {t.low for t in tokens[i:n]}
        return not timed and not house and not language.words.granted.isdisjoint(between)
    return False


SENTENCE: Final = 40
"""Words that are looked back for where a meeting was."""


def acts(tokens: list[Token], first: int, end: int) -> bool:
    """Say whether a name at the tokens from `first` to `end` has something, or opens what somebody says of it."""
    owns = end < len(tokens) and tokens[end].low in OWNERS
    return owns or (first > 0 and tokens[first - 1].low == "that")


MIN_WORD: Final = 4
"""Letters of the shortest such name."""


def learn_sender(tokens: list[Token], k: int, language: Language, gazetteer: Gazetteer) -> None:
    """Take the one word at token `k` as the state from which a delegation came ("a delegation from Xia led by")."""
    word = tokens[k]
    alone = word.capital and not tokens[k + 1].capital and tokens[k + 1].low not in {"'s", "’s", "-", "of"}
    known = gazetteer.name(tokens, k) or gazetteer.metonym(tokens, k)
    often = len(word.text) > 3 and gazetteer.capitalised[word.text] > 1
    if alone and often and not known and is_state(word.text, language):
        gazetteer.learn(word.text)


def is_state(words: str, language: Language) -> bool:
    """Say whether capitalised words behind "of" can be the name of a state, and are no portfolio or body."""
    if words.lower() in language.joint_bodies or words.lower() in language.not_bodies:
        return False
    if words.lower() in language.words.provinces or words.lower() in language.body_words:
        return False  # "Government of the Province of Norr", "Director-General of the Organisation for Trade"
    return words.split(maxsplit=1)[0].lower() not in language.not_states or FORMAL_NAME.match(words) is not None


def learn_listed(tokens: list[Token], i: int, language: Language, gazetteer: Gazetteer) -> None:
    """Take the states of a list behind a title in the plural at token `i` ("Foreign Ministers of Kestria, Orvland and Norvania")."""
    found: list[str] = []
    k = i
    while k + 1 < len(tokens) and (tokens[k].low == "of" if k == i else tokens[k].low in {",", "and"}):
        step = k + 2 if tokens[k + 1].low in {"and", "the"} and k + 2 < len(tokens) else k + 1
        if not tokens[step].capital or tokens[step].low in language.departments or tokens[step].low in language.titles:
            break
        found.append(tokens[step].text)
        k = step + 1
    named = k < len(tokens) and tokens[k].capital
    if named and found:
        found.pop()
    if len(found) > 1:
        for word in found:
            if is_state(word, language) and word not in gazetteer.table.names and len(word) > 3:
                gazetteer.learn(word)
