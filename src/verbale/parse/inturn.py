"""Registers those who are named in the order of what is told before or behind their names: states, delegations, offices."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.counterpartlists import name_at, names_in_turn, step_over
from verbale.parse.people import Mention, read_mention
from verbale.parse.persons import Person
from verbale.parse.plurals import Shared, shared_title
from verbale.parse.staterun import state_end
from verbale.parse.titles import skip_department
from verbale.parse.tokens import Token
from verbale.span import Span

MAX_STATES: Final = 12


MAX_LED: Final = 4
"""Words between the states of delegations and the names of who leads them (", headed respectively by")."""


PARTED: Final = frozenset({",", "–", "—", "-", ":"})
"""Marks between the states and the names."""


def named_in_turn(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register those who are named at token `i` in the order of their states or offices; return the index after them.

    "The prime ministers of Kestria and Orvland, Ana Brel and Tom Harl respectively, …", "Delegations of Kestria and
    Orvland, headed by Ana Brel and Tom Harl, …", "Ana Brel and Tom Harl met. The President of Kestria and the Premier of Orvland …".
    """
    if i == 0 and tokens[0].capital and (end := offices_behind(tokens, actors)):
        return end
    k = i + 1 if tokens[i].low == "the" else i
    if k + 5 >= len(tokens) or (tokens[k + 1].low == "of" and tokens[k].low[-1] != "s"):
        return None
    if tokens[k].low == "delegations" and tokens[k + 1].low == "of":
        return of_delegations(tokens, k + 1, actors)
    language = actors.language
    while k < i + MAX_TITLE and k + 3 < len(tokens) and tokens[k].low not in language.plural_titles:
        k += 1
    shared = shared_title(tokens, k, language) if tokens[k].low in language.plural_titles else None
    if not shared or shared.first < i:
        return None
    of = skip_department(tokens, k + 1, language)
    states, end = states_listed_at(tokens, of, language)
    if not states or tokens[end].text not in PARTED:
        return None
    found = names_in_turn(tokens, end + 1, list(states), actors)
    title = " ".join([shared.title, *(t.text for t in tokens[k + 1 : of])])
    for each in found:
        register(tokens, (each.start, each.last), each.state, shared._replace(title=title), actors)
    return found[-1].last if found else None


MAX_TITLE: Final = 4
"""Words of a title in the plural, and of what stands before it."""


def of_delegations(tokens: list[Token], of: int, actors: Actors) -> int | None:
    """Register who leads the delegations of the states at token `of` ("of Kestria and Orvland, headed by Ana Brel and Tom Harl")."""
    states, end = states_listed_at(tokens, of, actors.language)
    near = range(end, min(end + MAX_LED, len(tokens) - 2))
    by = next((k for k in near if tokens[k].low == "by"), None)
    led = {t.low for t in tokens[end:by]} if by else set()
    if not states or not by or actors.language.words.leading_delegation.isdisjoint(led):
        return None
    found = names_in_turn(tokens, by + 1, list(states), actors)
    for each in found:
        person = register(tokens, (each.start, each.last), each.state, None, actors)
        person.delegate = True
    return found[-1].last if found else None


def offices_behind(tokens: list[Token], actors: Actors) -> int | None:
    """Register those whose bare names open a text, where the next sentence opens with as many offices with their states, in the same order."""
    names: list[tuple[int, int]] = []
    k = 0
    while named := name_at(tokens, k, actors):
        names.append(named)
        if (k := step_over(tokens, named[1])) == named[1]:
            break
    if len(names) < PAIR or tokens[names[-1][0] - 1].low != "and":
        return None
    stop = next((n for n in range(k, min(k + NEXT, len(tokens) - 1)) if tokens[n].text == "."), None)
    offices: list[Mention] = []
    step = stop + 1 if stop else len(tokens)
    while step < len(tokens) and (mention := read_mention(tokens, step, actors.language, actors.gazetteer)):
        if mention.name or not mention.title or not mention.state:
            return None
        offices.append(mention)
        if (step := step_over(tokens, mention.last)) == mention.last:
            break
    if len(offices) != len(names):
        return None
    for name, office in zip(names, offices, strict=True):
        told = Shared(office.title or "", office.title_words, office.rank, 0)
        register(tokens, name, office.state, told, actors)
    return names[-1][1]


PAIR: Final = 2
NEXT: Final = 40
"""Words behind the names within which their sentence ends."""


def register(
    tokens: list[Token], name: tuple[int, int], state: str | None, shared: Shared | None, actors: Actors
) -> Person:
    """Register a name with its state, and the title that it shares or has been told."""
    if state:
        actors.gazetteer.keep(state, state)
    start, last = name
    span = Span(tokens[start].start, tokens[last - 1].end)
    words = tuple(t.text for t in tokens[start:last])
    title = f"{shared.title[:1].upper()}{shared.title[1:]}" if shared else None
    of_title = shared.words if shared else ()
    rank = shared.rank if shared else 2
    return actors.add(Mention(span, words, span, title, of_title, rank, state, None, start, last))


def states_listed_at(tokens: list[Token], of: int, language: Language) -> tuple[tuple[str, ...], int]:
    """Return the states in "of A, B and C" at token `of`, known or not, and the index after the last; none where "and" joins none."""
    if of >= len(tokens) or tokens[of].low != "of":
        return (), of
    found: list[str] = []
    k = of + 1
    while len(found) < MAX_STATES:
        end = state_end(tokens, k, language)
        begin = k + 1 if k < len(tokens) and tokens[k].low == "the" else k
        if end == begin or end >= len(tokens):
            return (), of
        found.append(" ".join(t.text for t in tokens[begin:end]))
        if len(found) > 1 and tokens[k - 1].low == "and":
            return tuple(found), end
        if (k := step_over(tokens, end)) == end:
            break
    return (), of
