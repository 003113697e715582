"""Registers the persons whom the labels of turns name ("Ana Brel, Minister of Trade, Kestria:"); who has the floor is for the rules of turns."""

from __future__ import annotations

from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.labels import of_the_press
from verbale.parse.names import read_name
from verbale.parse.people import Mention, read_mention
from verbale.parse.tokens import Token
from verbale.span import Span


def read_label(tokens: list[Token], actors: Actors) -> None:
    """Register the person whom a turn's label names."""
    words = actors.text[tokens[0].start : tokens[-1].end].rstrip(": ") if tokens else ""
    if of_the_press(words, actors.language) or words.lower() in actors.language.press:
        return
    mention = label_mention(tokens, actors)
    if mention and mention.name and mention.name[0].casefold() not in {"q", "question"}:
        actors.add(mention)


def label_mention(tokens: list[Token], actors: Actors) -> Mention | None:
    """Return the person whom a label presents, by title and name or by name alone."""
    tokens = [t for t in tokens if t.text != ":"]
    for k, token in enumerate(tokens):
        if token.text in {"(", "["}:
            tokens = tokens[:k]
            break
    attributed = next((k for k, t in enumerate(tokens[:8]) if t.low in {"attributable", "attributed"}), None)
    tokens = tokens if attributed is None else tokens[attributed + 2 :]
    if not tokens:
        return None
    mention = read_mention(tokens, 0, actors.language, actors.gazetteer)
    if mention:
        return mention
    end = read_name(tokens, 0, actors.language)
    if end == 0:
        return None
    span = Span(tokens[0].start, tokens[end - 1].end)
    title = (
        read_mention(tokens, end + 1, actors.language, actors.gazetteer)
        if end + 1 < len(tokens) and tokens[end].text == ","
        else None
    )
    if title and not title.name and not title.state and (served := state_behind(tokens, title.last)):
        title = title._replace(state=served)
    return Mention(
        span,
        tuple(t.text for t in tokens[:end]),
        span,
        title.title if title else None,
        title.title_words if title else (),
        title.rank if title else 3,
        title.state if title else None,
        None,
        0,
        end,
    )


def state_behind(tokens: list[Token], k: int) -> str | None:
    """Return the state that ends a label behind the office at token `k` ("Ana Brel, Minister of Trade, Kestria:")."""
    words = [t.text for t in tokens[k + 1 :]]
    whole = k + 1 < len(tokens) and tokens[k].text == "," and len(words) < MAX_STATE
    return " ".join(words) if whole and all(t.capital for t in tokens[k + 1 :]) else None


MAX_STATE: Final = 4
"""Words that the state at a label's end has fewer than."""
