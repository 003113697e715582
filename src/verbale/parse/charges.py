"""What an envoy is sent for, behind "for"; the office before it is for `titles`."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.tokens import Token

NAMED_AT_ONCE: Final = 2
"""Words behind "for" of which the last two are a name, where there are more ("Special Envoy for the Lakes Ana Brel met")."""


MAX_CHARGE: Final = 6
"""Words of what an envoy is sent for."""


def charged_with(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after what an envoy is sent for at token `i`, where a comma and his name follow ("for the Lakes, Ana Brel")."""
    k = i + 2 if i + 1 < len(tokens) and tokens[i + 1].low == "the" else i + 1
    start = k
    while (
        k < len(tokens)
        and k - start < MAX_CHARGE
        and (tokens[k].capital or (k > start and tokens[k].low in language.words.linking))
    ):
        if k == start + 1 and tokens[k].low == "of" and tokens[start].low not in language.matters:
            return k  # "Special Envoy for Climate of Xia"
        k += 1
    named = k + 1 < len(tokens) and tokens[k].text == "," and tokens[k + 1].capital
    matter = next((n for n in range(k - 1, start, -1) if tokens[n].low in language.matters), k)
    if not named and k - matter > NAMED_AT_ONCE and tokens[matter + 1].capital:
        return matter + 1
    if (
        k - start > NAMED_AT_ONCE
        and not named
        and k < len(tokens)
        and language.matters.isdisjoint(t.low for t in tokens[k - 2 : k])
    ):
        return k - 2 if all(t.capital and t.text.replace("-", "").isalpha() for t in tokens[k - 3 : k]) else None
    return k if k > start and named else None
