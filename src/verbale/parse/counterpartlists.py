"""Registers several counterparts with the states that stand before or between their names; single ones are for `counterparts`."""

from __future__ import annotations

from typing import Final, NamedTuple

from verbale.parse.actors import Actors
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.names import read_name
from verbale.parse.people import Mention
from verbale.parse.persons import Person
from verbale.parse.staterun import state_end
from verbale.parse.tokens import Token
from verbale.span import Span

ORIGIN: Final = frozenset({"from", "of"})
"""What stands between "counterparts" and the names of their states."""


LONG_NAME: Final = 3
"""Letters that the name of a state which nothing else tells has more than."""


MAX_BEFORE: Final = 10
"""Words and marks of the peoples before "counterparts"."""


class Named(NamedTuple):
    """A counterpart's name at tokens `start` to `last` (exclusive) and his state, where it is told."""

    state: str | None
    start: int
    last: int


def counterparts_of_states(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register the counterparts whose states or names begin at token `i`, with the title of the person named before; return the index after them.

    "her counterparts from Orvland, Ana Brel, and Norland, Per Lund", "her counterparts from Orvland and Norland, Ana Brel
    and Per Lund", "her Orvish and Norlandic counterparts, Ana Brel and Per Lund".
    """
    if i < len(ORIGIN) or not actors.persons:
        return None
    nouns = actors.language.counterparts
    if tokens[i - 1].low in ORIGIN and tokens[i - 2].low in nouns:
        found = between_names(tokens, i, actors) or before_names(tokens, i, actors)
    elif tokens[i - 1].low in nouns or (tokens[i - 1].text == "," and tokens[i - 2].low in nouns):
        found = behind_peoples(tokens, i, actors)
    else:
        return None
    for each in found:
        register(tokens, each, actors)
    return found[-1].last if found else None


def register(tokens: list[Token], named: Named, actors: Actors) -> None:
    """Register a counterpart with his state, and the title of the first who was named."""
    before = next((p for p in reversed(actors.persons) if not p.opposite), actors.persons[-1])
    if named.state:
        actors.gazetteer.keep(named.state, named.state)
    span = Span(tokens[named.start].start, tokens[named.last - 1].end)
    name = tuple(t.text for t in tokens[named.start : named.last])
    person = actors.add(Mention(span, name, span, None, (), before.rank, named.state, None, named.start, named.last))
    if not person.titles:
        person.titles.extend(before.titles[:1])
        person.title_words |= before.title_words
        person.rank = before.rank
    person.opposite = person.qualified = True


def step_over(tokens: list[Token], k: int) -> int:
    """Return the index after a comma, "and", or both at token `k`, or `k`."""
    comma = k < len(tokens) and tokens[k].text == ","
    k += comma
    return k + 1 if k < len(tokens) and tokens[k].low == "and" else k


def state_at(tokens: list[Token], k: int, actors: Actors) -> tuple[str, int] | None:
    """Return the state at token `k`, known or told by its place alone, and the index after it."""
    if k + 1 >= len(tokens):
        return None
    k += tokens[k].low == "the"
    if found := actors.gazetteer.name(tokens, k):
        return found
    word, language = tokens[k], actors.language
    if (end := state_end(tokens, k, language)) > k + 1 and end < len(tokens) and tokens[end].text in {",", "and"}:
        return " ".join(t.text for t in tokens[k:end]), end
    plain = (
        word.capital
        and word.text.replace("-", "").isalpha()
        and len(word.text) > LONG_NAME
        and word.low not in language.titles
    )
    if not plain or word.low in language.months or word.text in language.starters or tokens[k + 1].capital:
        return None
    return word.text, k + 1


def name_at(tokens: list[Token], k: int, actors: Actors) -> tuple[int, int] | None:
    """Return where a name of two words or more begins and ends at or behind honorifics at token `k`."""
    start, honorifics = skip_honorifics(tokens, k, actors.language)
    last = read_name(tokens, start, actors.language) if start < len(tokens) else start
    return (start, last) if last - start > (0 if honorifics else 1) else None


def between_names(tokens: list[Token], i: int, actors: Actors) -> list[Named]:
    """Return the counterparts of a list in which each state stands before its name ("from Orvland, Ana Brel, and Norland, Per Lund")."""
    found: list[Named] = []
    k = i
    while (state := state_at(tokens, k, actors)) and state[1] < len(tokens) and tokens[state[1]].text == ",":
        named = name_at(tokens, state[1] + 1, actors)
        if not named:
            break
        found.append(Named(state[0], *named))
        k = step_over(tokens, named[1])
        if k == named[1]:
            break
    return found if len(found) > 1 else []


def names_in_turn(tokens: list[Token], k: int, states: list[str | None], actors: Actors) -> list[Named]:
    """Return as many names in a list at token `k` as there are states, each with its own; none where they are not as many."""
    found: list[Named] = []
    for state in states:
        named = name_at(tokens, k, actors)
        if not named:
            return []
        found.append(Named(state, *named))
        k = step_over(tokens, named[1])
        if k == named[1]:
            break
    return found if len(found) == len(states) > 1 else []


def before_names(tokens: list[Token], i: int, actors: Actors) -> list[Named]:
    """Return the counterparts of a list whose states stand before all names ("from Orvland and Norland, Ana Brel and Per Lund")."""
    states: list[str | None] = []
    k = i
    while state := state_at(tokens, k, actors):
        states.append(state[0])
        joined = tokens[k - 1].low == "and"
        k = state[1]
        if len(states) > 1 and joined and k < len(tokens) and tokens[k].text == ",":
            return names_in_turn(tokens, k + 1, states, actors)
        if step_over(tokens, k) == k:
            break
        k = step_over(tokens, k)
    return []


def behind_peoples(tokens: list[Token], i: int, actors: Actors) -> list[Named]:
    """Return the counterparts named at token `i` behind their peoples ("Orvish and Norlandic counterparts, Ana Brel and Per Lund")."""
    noun = i - 2 if tokens[i - 1].text == "," else i - 1
    k = noun
    while k and noun - k < MAX_BEFORE and (tokens[k - 1].capital or tokens[k - 1].low in {",", "and"}):
        k -= 1
    states: list[str | None] = []
    while k < noun:
        known, end = actors.gazetteer.demonym(tokens, k)
        if not known and tokens[k].text in {",", "and"}:
            return []
        states.append(known or actors.gazetteer.learn_demonym(tokens[k].text, itself=True))
        k = step_over(tokens, end if known else k + 1)
    return names_in_turn(tokens, i, states, actors)


def by_peoples(lacking: list[Person], tokens: list[Token], actors: Actors) -> None:
    """Give those named with their offices behind "her Orvish and Norlandic colleagues" the states of these peoples, in their order."""
    for k, token in enumerate(tokens):
        if token.low not in actors.language.counterparts or k < len(ORIGIN) or not tokens[k - 1].capital:
            continue
        near = range(k - 1, max(0, k - MAX_BEFORE), -1)
        first = next((n for n in near if tokens[n].low in actors.language.words.definite), k)
        states = [
            found for n in range(first, k) if tokens[n].capital and (found := actors.gazetteer.demonym(tokens, n)[0])
        ]
        behind = sorted(
            (p for p in lacking if p.at and token.end < p.at.start < tokens[-1].end),
            key=lambda p: p.at.start if p.at else 0,
        )
        if len(states) == len(behind) > 1:
            for person, state in zip(behind, states, strict=True):
                person.state, person.qualified = state, True
        return
