"""What can be the name of a state by its form and place alone."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.destinations import is_state
from verbale.parse.people import Mention, read_mention
from verbale.parse.tokens import Token

MAX_STATE: Final = 6
"""Words of such a name."""


def state_end(tokens: list[Token], k: int, language: Language) -> int:
    """Return the index after what can be the name of a state at token `k`, its article left out; that behind the article where none is."""
    begin = k + 1 if k < len(tokens) and tokens[k].low == "the" else k
    end = begin
    while end + 1 < len(tokens) and end - begin < MAX_STATE:
        token = tokens[end]
        formal = end > begin and (
            tokens[end - 1].text in language.words.formal_name_words or tokens[end - 1].low == "of"
        )
        of_name = formal and token.low in {"of", "the"}
        if not of_name and not (token.capital and plain(token, language)):
            break
        end += 1
    return end


def plain(token: Token, language: Language) -> bool:
    """Say whether a word can stand in a state's name: it is no title, month or weekday."""
    low = token.low
    named = token.text in language.words.formal_name_words
    return named or (low not in language.titles and low not in language.months and low not in language.weekdays)


def state_named(tokens: list[Token], k: int, actors: Actors) -> tuple[str, int] | None:
    """Return the state at token `k`, known or named nowhere else, and the index after it."""
    begin = k + 1 if tokens[k].low == "the" else k
    if begin < len(tokens) and (known := actors.gazetteer.name(tokens, begin)):
        return known
    end = state_end(tokens, k, actors.language)
    if end == begin or tokens[begin].low in actors.language.departments:
        return None
    state = " ".join(t.text for t in tokens[begin:end])
    if not is_state(state, actors.language):
        return None
    actors.gazetteer.learn(state)
    return actors.gazetteer.name(tokens, begin)


def shared_state(tokens: list[Token], mention: Mention, actors: Actors) -> str | None:
    """Return the state of a second office that "and" joins to one ("the Grand Duke and the Grand Duchess of Xia")."""
    k = mention.last
    if k + 3 >= len(tokens) or tokens[k].low != "and":
        return None
    second = read_mention(tokens, k + 1, actors.language, actors.gazetteer)
    return second.state if second and second.title and not second.name else None
