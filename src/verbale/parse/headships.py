"""Registers those who lead a community, party or movement, whose office stands in small letters before or behind the name."""

from __future__ import annotations

from typing import Final, NamedTuple

from verbale.parse.actors import Actors
from verbale.parse.destinations import is_state
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.names import read_name
from verbale.parse.people import Mention
from verbale.parse.survey import state_after_of
from verbale.parse.tokens import Token
from verbale.span import Span

MAX_GROUP: Final = 8
"""Words of the name of what somebody leads."""


class Led(NamedTuple):
    """The office of one who leads a community or party, the index after it, and the state in which that is."""

    title: str
    end: int
    state: str | None


def leads(tokens: list[Token], i: int, actors: Actors) -> Led | None:
    """Return the office of one who leads a community or party at token `i` ("[the] leader of the Northern community [of Xia]")."""
    language = actors.language
    k = i + 1 if tokens[i].low == "the" else i
    if k + 3 >= len(tokens) or tokens[k].low not in language.headships or tokens[k + 1].low != "of":
        return None
    n = k + 3 if tokens[k + 2].low == "the" else k + 2
    end = n
    while (
        end < len(tokens)
        and end - n < MAX_GROUP
        and (tokens[end].capital or (end > n and tokens[end].low in language.words.inside_institutions))
    ):
        end += 1
    if end >= len(tokens):
        return None
    if tokens[end].low in language.groupings:
        end += 1
    elif end == n or tokens[end - 1].low not in language.body_words | language.groupings:
        return None
    title = " ".join(t.text for t in tokens[k:end])
    within = state_behind(tokens, end, actors) if tokens[end - 1].text.islower() else None
    return Led(title, within[1], within[0]) if within else Led(title, end, None)


def state_behind(tokens: list[Token], i: int, actors: Actors) -> tuple[str, int] | None:
    """Return the state in "of STATE" at token `i`, one that nothing else names too, and the index after it."""
    if known := actors.gazetteer.after_of(tokens, i):
        return known
    found = state_after_of(tokens, i, actors.language) if i + 1 < len(tokens) else None
    if not found or not is_state(found[0], actors.language):
        return None
    actors.gazetteer.learn(found[0])
    return actors.gazetteer.after_of(tokens, i)


def leader_before(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register "[the] leader of the GROUP, NAME" at token `i`; return the index after it."""
    found = leads(tokens, i, actors)
    if not found:
        return None
    end = found.end
    parted = end < len(tokens) and tokens[end].text == ","
    start, honorifics = skip_honorifics(tokens, end + parted, actors.language)
    last = read_name(tokens, start, actors.language)
    if last - start < (1 if honorifics else 2):
        return None
    add(tokens, start, last, found, actors)
    return last


def leader_behind(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register "NAME, [the] leader of the GROUP" at token `i`; return the index after it."""
    start, honorifics = skip_honorifics(tokens, i, actors.language)
    last = read_name(tokens, start, actors.language)
    if last - start < (1 if honorifics else 2) or last + 1 >= len(tokens) or tokens[last].text != ",":
        return None
    found = leads(tokens, last + 1, actors)
    if not found:
        return None
    add(tokens, start, last, found, actors)
    return found.end


def heads_diplomacy(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register "NAME, who heads the diplomacy of Xia" at token `i`; return the index after it."""
    words = actors.language.words
    start, _ = skip_honorifics(tokens, i, actors.language)
    last = read_name(tokens, start, actors.language)
    if last - start < 2 or last + 6 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].low != "who":
        return None
    if tokens[last + 2].low not in words.heading or tokens[last + 3].low != "the":
        return None
    if tokens[last + 4].low in words.headed_by_ministers:
        state = state_behind(tokens, last + 5, actors)
    else:
        adjective, end = actors.gazetteer.demonym(tokens, last + 4)
        of_people = adjective and end < len(tokens) and tokens[end].low in words.headed_by_ministers
        state = (adjective, end + 1) if adjective and of_people else None
    if not state:
        return None
    span = Span(tokens[start].start, tokens[last - 1].end)
    name = tuple(t.text for t in tokens[start:last])
    person = actors.add(Mention(span, name, span, None, (), 2, state[0], None, start, last))
    person.delegate = person.subject = True
    return state[1]


def add(tokens: list[Token], start: int, last: int, led: Led, actors: Actors) -> None:
    """Register who is named at tokens `start` to `last` with his office; it counts as a minister's."""
    span = Span(tokens[start].start, tokens[last - 1].end)
    name = tuple(t.text for t in tokens[start:last])
    actors.add(Mention(span, name, span, led.title, tuple(led.title.lower().split()), 2, led.state, None, start, last))


def one_name(tokens: list[Token], i: int, start: int, actors: Actors) -> bool:
    """Say whether the one word at token `start` can be all of somebody's name, before his office and its state ("under the chairmanship of Suhartono, President of Xia")."""
    word, language = tokens[start], actors.language
    before = tokens[i - 1] if i else None
    placed = before is None or before.text == "." or before.low in language.words.before_one_name
    known = word.text in actors.gazetteer.table.metonyms or word.text in language.capitals
    return placed and word.text.istitle() and len(word.text) > 3 and not known and tokens[i - 1].low != "in"
