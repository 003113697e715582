"""For whom somebody signs a paper of the sides: the lines at its foot that give a state and a name; letters are for `letters`."""

from __future__ import annotations

import re
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.furniture import Layout
from verbale.parse.gazetteer import FORMAL_NAME
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.names import read_name
from verbale.parse.people import Mention
from verbale.parse.tokens import Token, titled, tokenize
from verbale.span import Span

SIGNED_FOR: Final = re.compile(
    r"(?:FOR|For) (?:(?:THE|the) )?(?:(?:GOVERNMENT|Government) (?:OF|of) (?:(?:THE|the) )?)?"
)
"""What stands before the state for which somebody signs ("For the Government of Kestria: Ana Brel")."""


def sign_for_states(text: str, layout: Layout, actors: Actors) -> None:
    """Give those who sign at the foot their full name and the state for which they do, on one line or on the line below it."""
    end = layout.body[-1].span.end if layout.body else 0
    foot = [p.span for p in layout.furniture if p.span.start >= end]
    for n, line in enumerate(foot):
        begins = SIGNED_FOR.match(text, *line)
        if not begins:
            continue
        tokens = tokenize(text, begins.end(), line.end)
        state = state_signed_for(tokens, actors)
        if not state:
            continue
        behind = tokens[state[1] :]
        below = tokenize(text, *foot[n + 1]) if n + 1 < len(foot) else []
        colon = bool(behind) and behind[0].text in {":", ","}
        signed = behind[1:] if colon and len(behind) > 1 else below if not behind or colon else []
        start, _ = skip_honorifics(signed, 0, actors.language)
        last = read_name(signed, start, actors.language)
        if last - start < 2:
            continue
        span = Span(signed[start].start, signed[last - 1].end)
        name = tuple(t.text for t in signed[start:last])
        mention = Mention(span, name, span, None, (), 3, None, None, start, last)
        if known := actors.find(mention):
            actors.add(mention._replace(state=state[0]))
            known.state, known.signs = known.state or state[0], True


def state_signed_for(tokens: list[Token], actors: Actors) -> tuple[str, int] | None:
    """Return the state at the beginning of a signature's line and the index after it: a known one, or the words before its colon or end."""
    if not tokens:
        return None
    if known := actors.gazetteer.name(tokens, 0):
        return known
    end = next((k for k, t in enumerate(tokens) if t.text == ":"), len(tokens))
    linking = actors.language.words.linking
    if not 0 < end < MAX_STATE or not all(t.text.isalpha() and (t.capital or t.low in linking) for t in tokens[:end]):
        return None
    name = " ".join(titled(t.text) if t.text.isupper() else t.text for t in tokens[:end]).replace(" Of ", " of ")
    formal = FORMAL_NAME.match(name)
    return (formal[1] if formal else name), end


MAX_STATE: Final = 8
"""Words that the name of a state which nothing else tells has fewer than."""
