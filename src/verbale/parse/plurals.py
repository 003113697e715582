"""Names that share one title in the plural ("Presidents Ana Brel and Tom Harl", "Prime Ministers X of Kestria and Y of Orvland"); single ones are for `introductions`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.listed import bracketed
from verbale.parse.names import read_name
from verbale.parse.people import Mention
from verbale.parse.tokens import Token
from verbale.span import Span

MAX_TITLE: Final = 3
"""Words of the longest title in the plural."""


MAX_NAMES: Final = 12


class Shared(NamedTuple):
    """A title in the plural in its singular form, as written and in lower case, with its rank; `first` is its first token."""

    title: str
    words: tuple[str, ...]
    rank: int
    first: int


class Named(NamedTuple):
    """A name in such a list: its tokens from `start` (honorifics) and `begin` to `end`, the state behind it, the token after all."""

    start: int
    begin: int
    end: int
    state: str | None
    last: int


def shared_title(tokens: list[Token], k: int, language: Language) -> Shared | None:
    """Return the title whose plural ends at token `k` ("Prime Ministers"), its longest form first; `None` where it is no head's or minister's."""
    if tokens[k].low not in language.plural_titles:
        return None
    singular = f"{tokens[k].text[:-3]}y" if tokens[k].low.endswith("ies") else tokens[k].text[:-1]
    for length in range(min(MAX_TITLE, k + 1), 0, -1):
        written = [t.text for t in tokens[k - length + 1 : k]] + [singular]
        low = tuple(w.lower() for w in written)
        for words, rank in language.titles.get(low[0], ()):
            if words == low and rank < 3:
                return Shared(" ".join(written), low, rank, k - length + 1)
    return None


def names_behind(tokens: list[Token], k: int, actors: Actors) -> Iterator[Named]:
    """Give the names from token `k` on that commas and "and" join, each with its state ("X of Kestria, Y (Orvland) and Z")."""
    for _ in range(MAX_NAMES):
        begin, _honorifics = skip_honorifics(tokens, k, actors.language)
        end = read_name(tokens, begin, actors.language)
        if end == begin or actors.gazetteer.name(tokens, begin):
            return
        behind = actors.gazetteer.after_of(tokens, end) or bracketed(tokens, end, actors)
        last = behind[1] if behind else end
        yield Named(k, begin, end, behind[0] if behind else None, last)
        k = last
        if k < len(tokens) and tokens[k].text == ",":
            k += 1
        if k < len(tokens) and tokens[k].low == "and":
            k += 1
        if k == last or k >= len(tokens):
            return


def states_before(tokens: list[Token], k: int, actors: Actors) -> tuple[str, ...]:
    """Return the two states before the title at token `k`, in the order of the names behind it ("Kestrian and Orvish Ministers Ana Brel and Tom Harl")."""
    if k < MIN_PAIR or tokens[k - 2].low != "and":
        return ()
    two = (actors.gazetteer.demonym(tokens, k - 3)[0], actors.gazetteer.demonym(tokens, k - 1)[0])
    return tuple(state for state in two if state) if all(two) else ()


def each_behind_state(tokens: list[Token], k: int, actors: Actors) -> list[Named]:
    """Return the names that stand each behind its own state from token `k` on ("of Kestria, Ana Brel, of Orvland, Tom Harl, and of …")."""
    found: list[Named] = []
    while k + 3 < len(tokens) and len(found) < MAX_NAMES:
        of = k + 1 if found and tokens[k].low == "and" else k
        state = actors.gazetteer.after_of(tokens, of)
        if not state or state[1] >= len(tokens) or tokens[state[1]].text != ",":
            break
        begin, _ = skip_honorifics(tokens, state[1] + 1, actors.language)
        end = read_name(tokens, begin, actors.language)
        if end == begin or actors.gazetteer.name(tokens, begin):
            break
        found.append(Named(state[1] + 1, begin, end, state[0], end))
        k = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    return found if len(found) > 1 else []


def states_behind(tokens: list[Token], k: int, actors: Actors) -> tuple[tuple[str, ...], int]:
    """Return the states in "of A, B and C," at token `k` and the index after the comma, where the names follow in their order; else none, and `k`."""
    found: list[str] = []
    step = k
    while step + 2 < len(tokens) and (tokens[step].low == "of" if step == k else tokens[step].low in {",", "and"}):
        step += 2 if tokens[step + 1].low in {"and", "the"} else 1
        named = actors.gazetteer.name(tokens, step)
        if not named:
            return (tuple(found), step) if len(found) > 1 and tokens[step - 1].text == "," else ((), k)
        found.append(named[0])
        step = named[1]
    return (), k


def behind_group(tokens: list[Token], k: int, actors: Actors) -> list[Named]:
    """Return three names or more between commas behind the group whose ministers they are, told at token `k` ("of the five Lake countries, Ana Brel, Tom Harl and …, met")."""
    near = range(k + 1, min(k + MAX_GROUP, len(tokens) - 1))
    comma = next((n for n in near if tokens[n].text in {",", "."}), 0)
    if not comma or tokens[comma].text == "." or not tokens[comma + 1].capital:
        return []
    found = list(names_behind(tokens, comma + 1, actors))
    if len(found) <= PAIR or any(each.end - each.begin < PAIR for each in found):
        return []
    end = found[-1].last
    joins = any(tokens[each.start - 1].low == "and" for each in found[1:])
    return found if joins and end < len(tokens) and tokens[end].text in {",", "."} else []


MAX_GROUP: Final = 12
"""Words of the name of a group of states."""


PAIR: Final = 2
MIN_PAIR: Final = 3
"""Words of two peoples with "and" between them."""


def read_sharing(tokens: list[Token], k: int, actors: Actors) -> int | None:
    """Register the two names or more behind a title in the plural that ends at token `k`; return the index after them."""
    shared = shared_title(tokens, k, actors.language) if k + 1 < len(tokens) else None
    listed, begin = states_behind(tokens, k + 1, actors) if shared else ((), k + 1)
    found = list(names_behind(tokens, begin, actors)) if shared and tokens[begin].capital else []
    if shared and not found and tokens[k + 1].low == "of":
        found = each_behind_state(tokens, k + 1, actors) or behind_group(tokens, k + 1, actors)
    if not shared or len(found) < 2 or (listed and len(listed) != len(found)):
        return None
    state, _ = actors.gazetteer.demonym(tokens, shared.first - 1) if shared.first else (None, 0)
    pair = listed or (states_before(tokens, shared.first, actors) if len(found) == PAIR else ())
    found = [
        each._replace(state=each.state or own) for each, own in zip(found, pair or [state] * len(found), strict=True)
    ]
    for each in found:
        name = tuple(t.text for t in tokens[each.begin : each.end])
        span = Span(tokens[each.begin].start, tokens[each.end - 1].end)
        title = shared.title[:1].upper() + shared.title[1:]
        actors.add(Mention(span, name, span, title, shared.words, shared.rank, each.state, None, each.start, each.last))
    return found[-1].last
