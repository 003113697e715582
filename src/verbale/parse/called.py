"""States that the people's name before a role tells ("the top Kestrian legislator"), where no title does; who is meant by a role is for `resolve`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.persons import Person
from verbale.parse.tokens import Token

REACH: Final = 25
"""Words behind a role within which its sentence names whom else it tells of."""


def states_of_roles(actors: Actors, streams: Iterable[list[Token]]) -> None:
    """Give the only one without a state whose office a role is, the state whose people stand before it.

    "Speaker Ana Brel left Norr. … The top Kestrian legislator held talks with Speaker Harl": Brel's is Kestria.
    """
    language = actors.language
    roles = language.words.legislators | language.words.diplomats
    for tokens in streams if any(map(actors.text.__contains__, roles)) else ():
        for k in range(1, len(tokens) - 1):
            role = tokens[k].low
            if role not in roles:
                continue
            state = people_before(tokens, k, actors)
            if not state or tokens[k + 1].capital or tokens[k + 1].low in {"'s", "’s"}:
                continue
            held = [p for p in actors.persons if p.titles and not p.former and fits(p, role, language)]
            end = next((n for n in range(k, min(k + REACH, len(tokens))) if tokens[n].text == "."), k + REACH)
            beyond = tokens[min(end, len(tokens) - 1)].end
            beside = [p for p in held if any(tokens[k].end <= m.start < beyond for m in p.mentions)]
            meant = [p for p in held if p.state is None and p not in beside]
            if len(meant) == 1 and not any(p.state == state for p in held):
                meant[0].state = state


def people_before(tokens: list[Token], k: int, actors: Actors) -> str | None:
    """Return the state whose people stand before the role at token `k`, with "top" before or between ("the top Kestrian", "the Kestrian top")."""
    modifiers = actors.language.title_modifiers
    n = k - 1 if tokens[k - 1].low in modifiers else k
    for first in (n - 1, n - 2):
        if first > 0 and tokens[first].capital:
            state, end = actors.gazetteer.demonym(tokens, first)
            ranked = n < k or tokens[first - 1].low in modifiers
            if state and end == n and ranked and actors.gazetteer.name(tokens, first) is None:
                return state
    return None


def fits(person: Person, role: str, language: Language) -> bool:
    """Say whether a role can be somebody's, by his office: a legislator's with a chamber, a diplomat's with foreign affairs."""
    words = language.words
    told = {w.lower() for title in person.titles for w in title.split()} | person.title_words
    if role in words.legislators:
        return not words.legislators_titles.isdisjoint(told)
    return person.rank > 1 and not words.sent_titles.isdisjoint(told)
