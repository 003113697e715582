"""What stands around a name with an office behind it: the town before it, and the institution that a comma parts from the office."""

from __future__ import annotations

from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.people import Mention
from verbale.parse.persons import folded
from verbale.parse.titles import match_title
from verbale.parse.tokens import Token, tokenize


def in_seat(tokens: list[Token], i: int, end: int, actors: Actors) -> bool:
    """Say whether a name at tokens `i` to `end` begins inside a known town ("received in Puerto Norte Ana Brel, Minister of …"), so that it begins behind it."""
    for first in range(max(1, i - MAX_SEAT + 1), i + 1):
        if tokens[first - 1].low in actors.language.place_words:
            seat = actors.gazetteer.metonym(tokens, first)
            return seat is not None and i < seat[1] < end
    return False


MAX_SEAT: Final = 3
"""Words of a known town."""


def of_institution(tokens: list[Token], mention: Mention | None, actors: Actors) -> Mention | None:
    """Return an office with the institution that a comma parts from it as the one served ("Ana Brel, President, Harbour Bank (HB), …")."""
    if not mention or mention.name or mention.state or not mention.title or mention.last + 2 >= len(tokens):
        return mention
    k = mention.last + 1
    if tokens[k - 1].text != "," or not tokens[k].capital:
        return mention
    end = k
    while end < len(tokens) and (
        tokens[end].capital or (end > k and tokens[end].low in actors.language.words.inside_bodies)
    ):
        end += 1
    bodies = actors.language.body_words
    if end - k < 2 or tokens[end - 1].low not in bodies or match_title(tokens, k, actors.language):
        return mention
    state = " ".join(t.text for t in tokens[k:end])
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        actors.gazetteer.spell_out(tokens[end + 1].text, state)
        end += 3
    if end >= len(tokens) or not (tokens[end].text in {",", "."} or tokens[end].text.islower()):
        return mention
    actors.gazetteer.keep(state, state)
    return mention._replace(state=state, last=end)


def before_person(parts: list[str], actors: Actors) -> int | None:
    """Return how many words of a place stand before the name of somebody who was received there ("received in Norr Ana Brel, …"), if one ends it."""
    for n in range(1, len(parts) - 1):
        if folded(parts[n]) in actors.by_word:
            tokens = tokenize(" ".join(parts[n:]))
            people, end = actors.name_at(tokens, 0)
            return n if people and end == len(tokens) else None
    return None
