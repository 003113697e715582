"""Surveys a document for the states that only it knows, by titles, demonyms and formal names; it reads no person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from verbale.language import Language
from verbale.parse.beforetitles import learn_before, learn_unplaced, people_of_body
from verbale.parse.bodies import of_members, owns
from verbale.parse.chambers import goes_on_as_body, inside_body, names_chamber
from verbale.parse.destinations import is_state, learn_listed, learn_sender, learn_stay, learn_visited
from verbale.parse.gazetteer import DEMONYM_ENDING, Gazetteer, table
from verbale.parse.longnames import learn_long
from verbale.parse.names import leads_to_name
from verbale.parse.stateclues import (
    count_met,
    double_name,
    learn_adjectives,
    learn_joined,
    learn_pairs,
    learn_subjects,
)
from verbale.parse.stateforms import (
    ends_heading,
    learn_chained,
    learn_initials,
    learn_lists,
    learn_shortened,
    of_a_people,
    peoples_own,
    with_isles,
)
from verbale.parse.titles import ends_title, heads_formal, match_title, portfolio
from verbale.parse.tokens import Token, places_in
from verbale.parse.twowords import Runs, behind_name, in_two_words, joined, second_word, spelled

VISITING: Final = frozenset({"visit", "trip"})
MAX_SHARED: Final = 40


def opens_formal(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether a word of a state's formal name or "of" stands at token `i` ("State of", "Federal Republic"), so that the one before it is no title."""
    return i < len(tokens) and (tokens[i].low == "of" or tokens[i].text in language.words.formal_name_words)


def state_after_of(tokens: list[Token], i: int, language: Language) -> tuple[str, int] | None:
    """Return the capitalised run after "of [the]" at token `i` as the name of a state not yet known, and the index after it."""
    words = language.words
    if i + 1 >= len(tokens) or tokens[i].low != "of":
        return None
    if i and tokens[i - 1].low in language.body_words and of_members(tokens, i, language):
        return None
    k = i + 2 if tokens[i + 1].low == "the" and i + 2 < len(tokens) else i + 1
    if tokens[k].low in language.courteous:
        k += 1
    end = k
    while end < len(tokens) and end - k < 8:
        token = tokens[end]
        formal = end > k and tokens[end - 1].text in words.formal_name_words
        joins = (end > k and owns(tokens, end) and tokens[end + 1].text in words.formal_name_words) or (
            token.low in words.linking
            and end > k
            and (formal or (token.low == "the" and tokens[end - 1].low == "of"))
            and end + 1 < len(tokens)
        )
        if not (
            (
                token.capital
                and (
                    "-" not in token.text or hyphened(tokens, end, language) or heads_formal(tokens, end + 1, language)
                )
                and (
                    token.low not in language.titles
                    or (end == k and joined(tokens, end) and match_title(tokens, end, language) is None)
                    or (token.text in words.formal_name_words and opens_formal(tokens, end + 1, language))
                )
                and token.low not in language.honorifics
            )
            or joins
        ):
            break
        end += 1
        if joins or token.text in words.formal_name_words or heads_formal(tokens, end, language):
            continue
        if end < len(tokens) and spelled(tokens[end]) in language.place_closers:
            end += 1
            break
        if spelled(token) not in language.place_openers:
            break
    while end > k and not tokens[end - 1].capital:
        end -= 1
    if tokens[k].text in language.place_openers and with_isles(tokens, end):
        end += 3
    plural = end + 2 < len(tokens) and tokens[end].low in {"'", "’"} and owns(tokens, end)
    if plural and not language.body_words.isdisjoint(t.low for t in tokens[end + 1 : end + 3]):
        return None  # "of the Workers' Front of Xia"
    return (" ".join(t.text for t in tokens[k:end]), end) if end > k else None


def survey(tokens: list[Token], proper: list[int], where: Mapping[str, list[int]], language: Language) -> Gazetteer:
    """Return the states of a document: the list's, and those that its titles and pairs present.

    `proper` are the tokens that begin with a capital, `where` tells where each word in lower case stands.
    """
    gazetteer = Gazetteer(table(language.code), language)
    starters = language.starters
    gazetteer.capitalised.update(
        [text for k in proper if (text := tokens[k].text) not in starters or not k or tokens[k - 1].text not in ".:"]
    )
    learn_long(tokens, proper, language, gazetteer)
    runs = Runs(tokens, gazetteer.capitalised)
    for k in places_in(where, language.beside_states):
        token = tokens[k]
        if title := match_title(tokens, k, language):
            learn_around_title(tokens, k, title.end, gazetteer, runs)
        if (
            token.low in language.governed
            and (token.low != "state" or (token.capital and k > 0 and tokens[k - 1].low == "the"))
            and k + 1 < len(tokens)
            and not gazetteer.after_of(tokens, k + 1)
            and (found := state_after_of(tokens, k + 1, language))
            and is_state(found[0], language)
            and not peoples_own(tokens, k + 1, found, language)
        ):
            gazetteer.learn(found[0])
        if token.low == "delegation" and k + 3 < len(tokens) and tokens[k + 1].low == "from":
            learn_sender(tokens, k + 2, language, gazetteer)
        if (
            token.low in language.behind_demonym
            and k
            and tokens[k - 1].capital
            and tokens[k - 1].text not in language.starters
        ):
            office = token.low == "ministry" and tokens[k - 1].low in language.departments
            pair = runs.pair_at(k - 2)
            if pair and tokens[k - 2].low not in language.not_states and not gazetteer.demonym(tokens, k - 1)[0]:
                gazetteer.learn(pair)
            else:
                learn_before(tokens, k - 1 if office else k, language, gazetteer)
        if token.low == "ministry":
            learn_of_ministry(tokens, k, language, gazetteer)
    for k in places_in(where, VISITING):
        if k + 3 < len(tokens) and tokens[k + 1].low == "to":
            learn_visited(tokens, k + 2, where, language, gazetteer)
        learn_stay(tokens, k, language, gazetteer)
    learn_unplaced(tokens, where, gazetteer)
    for k in places_in(where, language.sharing_titles):
        learn_behind_names(tokens, k, language, gazetteer)
    hyphened = [k for k in proper if "-" in tokens[k].text]
    learn_pairs([tokens[k] for k in hyphened], gazetteer)
    learn_subjects(tokens, proper, language, gazetteer)
    if opened := where.get("("):
        learn_initials(tokens, proper, opened, language, gazetteer)
        learn_shortened(tokens, opened, language, gazetteer)
    learn_joined(tokens, where.get("and", ()), language, gazetteer)
    learn_lists(tokens, where, language, gazetteer)
    learn_chained(tokens, hyphened, where.get("–", ()), language, gazetteer)
    learn_adjectives(gazetteer)
    count_met(tokens, proper, gazetteer)
    return gazetteer


def learn_around_title(tokens: list[Token], k: int, last: int, gazetteer: Gazetteer, runs: Runs) -> None:
    """Take the states that stand beside the title at token `k`, the token after which is `last`: "… of X", "Xian President", "President NAME of X"."""
    language = gazetteer.language
    end = k + 1
    particles = language.name_particles
    while (
        end < len(tokens)
        and end - k < 7
        and (tokens[end].capital or tokens[end].text == "." or (end > k + 1 and tokens[end].low in particles))
    ):
        end += 1
    places = {k + 1, end}
    step = last + (last < len(tokens) and tokens[last].text == "." and "." in tokens[last - 1].text)
    while (
        step < len(tokens)
        and step - k < FARTHEST
        and (
            tokens[step].low in language.not_states
            or tokens[step].text == ","
            or tokens[step].low in language.words.inside_institutions
            or (
                tokens[step].capital
                and (tokens[step].low not in language.verbs or tokens[step].low in language.departments)
            )
            or (tokens[step].low in particles and step + 2 < len(tokens) and leads_to_name(tokens, step, language))
            or (tokens[step].text == "." and len(tokens[step - 1].text) == 1)
            or owns(tokens, step)
        )
    ):
        if tokens[step].low == "of":
            places.add(step)
        step += 1
    for place in sorted(places):
        if (
            place < len(tokens)
            and tokens[place].low == "of"
            and not gazetteer.after_of(tokens, place)
            and not within_name(tokens, place, gazetteer)
        ):
            found = state_after_of(tokens, place, language) or double_name(tokens, place + 1, gazetteer)
            if found and (known := gazetteer.name(tokens, found[1] - 1)) and known[1] > found[1]:
                found = " ".join([found[0], *(t.text for t in tokens[found[1] : known[1]])]), known[1]
            owns_more = found and peoples_own(tokens, place, found, language)
            if found and (
                names_chamber(tokens, place, found[1], language) or of_a_people(tokens, place, found, gazetteer)
            ):
                continue
            if found and (goes_on_as_body(tokens, found[1], language) or owns_more):
                if DEMONYM_ENDING.search(found[0]):
                    gazetteer.learn_demonym(found[0], once=people_of_body(found[0], language))
            elif found and is_state(found[0], language) and not inside_body(tokens, place, found[1], language):
                named = place == end > k + 1 and not ends_title(tokens, k, end, language)
                told = named or behind_name(tokens, k, language)
                second = second_word(tokens, found[1] - 1, gazetteer) if told else None
                gazetteer.learn(
                    in_two_words(found, runs, language)
                    or ends_heading(tokens, place, found, gazetteer)
                    or (f"{found[0]} {second}" if second else found[0])
                )
    learn_before(tokens, k, language, gazetteer)


FARTHEST: Final = 15
"""Words of an office and the name of who holds it, behind which the state stands."""


def hyphened(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether a name with a hyphen stands alone at token `k`, as a state's may ("of Val-Dor,"): what is between two states goes on."""
    halves = tokens[k].text.split("-")
    behind = tokens[k + 1] if k + 1 < len(tokens) else None
    alone = (
        behind is None
        or not behind.text[0].isalpha()
        or (not behind.capital and (behind.low in language.verbs or behind.low in language.place_words))
    )
    return alone and all(half.istitle() for half in halves)


def within_name(tokens: list[Token], i: int, gazetteer: Gazetteer) -> bool:
    """Say whether "of" at token `i` stands within a name that is known ("the Economic Community of West African States")."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if not tokens[k].capital:
            return False
        if (found := gazetteer.name(tokens, k)) and found[1] > i:
            return True
    return False


def learn_of_ministry(tokens: list[Token], k: int, language: Language, gazetteer: Gazetteer) -> None:
    """Take the state whose ministry stands at token `k` ("the Ministry of Foreign Affairs of Xia")."""
    if k + 3 >= len(tokens) or not tokens[k].capital or tokens[k + 1].low not in {"of", "for"}:
        return
    named = (
        k > 0 and tokens[k - 1].low in language.departments and tokens[k - 1].capital
    )  # "the Foreign Ministry of Xia"
    end = k + 1 if named else portfolio(tokens, k + 1, language)
    if (end == k + 1 and not named) or gazetteer.after_of(tokens, end):
        return
    found = state_after_of(tokens, end, language)
    if found and is_state(found[0], language) and not inside_body(tokens, end, found[1], language):
        gazetteer.learn(found[0])


def learn_behind_names(tokens: list[Token], k: int, language: Language, gazetteer: Gazetteer) -> None:
    """Take the states behind the names that share the title at token `k` ("Prime Ministers X of Kestria and Y of Orvland")."""
    learn_listed(tokens, k + 1, language, gazetteer)
    end = k + 1
    while (
        end < len(tokens)
        and end - k < MAX_SHARED
        and (tokens[end].capital or tokens[end].text == "," or tokens[end].low in language.words.linking)
    ):
        named = tokens[end].low == "of" and end > k + 2 and tokens[end - 1].capital
        if named and not gazetteer.after_of(tokens, end) and (found := state_after_of(tokens, end, language)):
            if is_state(found[0], language):
                gazetteer.learn(found[0])
            end = found[1]
            continue
        end += 1
