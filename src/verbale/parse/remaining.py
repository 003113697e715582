"""The state of the one principal whom nothing else places: the only one left of which a document speaks, and in whose capital it is at home."""

from __future__ import annotations

from collections import Counter
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.furniture import Layout
from verbale.parse.homes import own_body
from verbale.parse.persons import Person
from verbale.parse.tokens import Token, tokenize
from verbale.parse.visits import serves_body

OFTEN: Final = 2
"""Times that a document speaks of a state, its capital or its agency, where that is the house's own."""


REACH: Final = 9
"""Words behind "behalf" within which the state is named."""


def by_what_is_left(
    text: str, actors: Actors, chosen: list[Person], statements: list[Statement], layout: Layout
) -> None:
    """Give one principal alone without a state the only other of which the document speaks ("Minister Talvik and … of Orvland met in Oslo. … Norwegian boats").

    Only where its capital or agency is named too: else it may be what they spoke of. Not where a third state is named as well.
    """
    lacking = [p for p in chosen if not p.state and p.titles and p.rank < 3]
    taken = {p.state for p in chosen if p.state}
    if len(lacking) != 1 or not taken or serves_body(lacking[0], actors.language):
        return
    acted_for = next((state for s in statements if (state := on_behalf(s, actors))), None)
    if acted_for and acted_for not in taken:
        lacking[0].state = acted_for
        return
    counts: Counter[str] = Counter()
    seats: set[str] = set()
    heads = [tokenize(text, *layout.title)] if layout.title else []
    for tokens in [*heads, *(s.sentence.tokens for s in statements)]:
        counts.update(spoken_of(tokens, seats, actors))
    bodies = actors.language.organisations
    left = [state for state in counts if state not in taken | bodies and not own_body(state, actors)]
    if len(left) == 1 and left[0] in seats and counts[left[0]] >= OFTEN:
        lacking[0].state = left[0]


def on_behalf(s: Statement, actors: Actors) -> str | None:
    """Return the state on whose behalf somebody congratulates or thanks ("On behalf of the Government of Kestria and myself, I congratulate you")."""
    lows, tokens = s.sentence.lows, s.sentence.tokens
    k = lows.index("behalf") if "behalf" in lows else len(lows)
    for n in range(k + 1, min(k + REACH, len(lows))):
        if lows[n] == ",":
            return None
        if lows[n] == "of" and (found := actors.gazetteer.after_of(tokens, n)):
            return found[0]
    return None


def spoken_of(tokens: list[Token], seats: set[str], actors: Actors) -> Counter[str]:
    """Return how often words speak of states, by name or people, capital or agency, of which `seats` takes those; a state as a mere place counts nothing, but is there."""
    found: Counter[str] = Counter()
    prepositions = actors.language.words.at_places
    shared, agencies = actors.language.shared_capitals, actors.language.agencies
    for k, token in enumerate(tokens):
        if not token.capital:
            continue
        state, _ = actors.gazetteer.demonym(tokens, k)
        if state:
            placed = k > 0 and tokens[k - 1].low in prepositions and actors.gazetteer.name(tokens, k) is not None
            found[state] += not placed
        elif seat := actors.gazetteer.metonym(tokens, k):
            if token.text not in shared:
                found[seat[0]] += 1
                seats.add(seat[0])
        elif token.text in agencies:
            found[agencies[token.text]] += 1
            seats.add(agencies[token.text])
    return found
