"""Registers persons in a list whose states stand in brackets behind their names; single ones are for `introductions`."""

from __future__ import annotations

from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.names import read_name
from verbale.parse.people import Mention
from verbale.parse.tokens import Token
from verbale.span import Span

MAX_LISTED: Final = 12
"""Words within which a list goes on to its next name."""


def state_in_brackets(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register "NAME (STATE)" at token `i` in a list of those who met ("her colleagues Ana Brel (Kestria) and …"); return the index after it.

    The title is that of the one named before; a state that nothing else tells needs a second such name in the list.
    """
    end = read_name(tokens, i, actors.language)
    known = bracketed(tokens, end, actors) if end - i > 1 else None
    if not known or not actors.persons or not i:
        return None
    if tokens[i - 1].text != "," and tokens[i - 1].low not in actors.language.words.before_listed:
        return None
    state, last = known
    if not actors.gazetteer.name(tokens, end + 1):
        beside = [
            k
            for k in range(max(1, i - MAX_LISTED), min(len(tokens) - 2, i + MAX_LISTED))
            if k != end and tokens[k].text == "("
        ]
        if not any(bracketed(tokens, k, actors) for k in beside):
            return None
        actors.gazetteer.keep(state, state)
    span = Span(tokens[i].start, tokens[end - 1].end)
    before = actors.persons[-1]
    title = before.titles[0] if before.titles else None
    words = tuple(sorted(before.title_words)) if title else ()
    name = tuple(t.text for t in tokens[i:end])
    actors.add(Mention(span, name, span, title, words, before.rank, state, None, i, last))
    return last


def bracketed(tokens: list[Token], k: int, actors: Actors) -> tuple[str, int] | None:
    """Return the state in brackets at token `k`, and the index after them: one that is known, or one word as long as a name."""
    if k + 2 >= len(tokens) or tokens[k].text != "(" or not tokens[k + 1].capital:
        return None
    found = actors.gazetteer.name(tokens, k + 1)
    if found and found[1] < len(tokens) and tokens[found[1]].text == ")":
        return found[0], found[1] + 1
    word = tokens[k + 1].text
    plain = len(word) > 3 and not word.isupper() and word.isalpha() and word.lower() not in actors.language.titles
    return (word, k + 3) if plain and tokens[k + 2].text == ")" else None
