"""Registers persons in a list whose states stand in brackets behind their names; single ones are for `introductions`."""

from __future__ import annotations

from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.names import read_name
from verbale.parse.people import Mention
from verbale.parse.staterun import state_end
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
    language = actors.language
    taking_part = i > 1 and tokens[i - 1].low == "of" and tokens[i - 2].low in language.words.taking_part
    if tokens[i - 1].text != "," and tokens[i - 1].low not in language.words.before_listed and not taking_part:
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
    sharing = taking_part or (before.subject and not before.titles)
    title = before.titles[0] if before.titles and not sharing else None
    words = tuple(sorted(before.title_words)) if title else ()
    name = tuple(t.text for t in tokens[i:end])
    rank = 3 if sharing else before.rank
    person = actors.add(Mention(span, name, span, title, words, rank, state, None, i, last))
    person.subject = person.subject or sharing
    return last


def bracketed(tokens: list[Token], k: int, actors: Actors) -> tuple[str, int] | None:
    """Return the state in brackets at token `k`, and the index after them: one that is known, or one word as long as a name."""
    if k + 2 >= len(tokens) or tokens[k].text != "(" or not tokens[k + 1].capital:
        return None
    found = actors.gazetteer.name(tokens, k + 1)
    if found and found[1] < len(tokens) and tokens[found[1]].text == ")":
        return found[0], found[1] + 1
    word = tokens[k + 1].text
    plain = len(word) > 3 and not word.isupper() and word.replace("-", "").isalpha()
    plain = plain and word.lower() not in actors.language.titles
    if plain and tokens[k + 2].text == ")":
        return word, k + 3
    end = state_end(tokens, k + 1, actors.language) if plain or tokens[k + 1].low == "the" else k
    within = {t.low for t in tokens[k + 1 : end]}
    named = k + 2 < end < len(tokens) and tokens[end].text == ")" and within.isdisjoint(actors.language.body_words)
    return (" ".join(t.text for t in tokens[k + 1 : end]), end + 1) if named else None
