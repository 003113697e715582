"""Where an envoy is sent: the state or organisation behind "to"; other offices are for `offices`."""

from __future__ import annotations

from verbale.language import Language
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.names import followed_by_name
from verbale.parse.tokens import Token, follows


def office_served(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after the organisation to which somebody represents his state at token `i` ("… of Xia to the United Nations")."""
    if i + 2 >= len(tokens) or tokens[i].low != "to":
        return None
    served = language.offices_served.get((tokens[i].low, tokens[i + 1].low), ())
    return next((i + len(p) for p in served if follows(tokens, i, p)), None)


def posted_to(tokens: list[Token], i: int, gazetteer: Gazetteer) -> int | None:
    """Return the index after the state to which an envoy is sent at token `i`, where the name follows at once ("Ambassador to Xia Ana Brel")."""
    if i + 3 >= len(tokens) or tokens[i].low != "to":
        return None
    host = gazetteer.name(tokens, i + 2 if tokens[i + 1].low == "the" else i + 1)
    return host[1] if host and followed_by_name(tokens, host[1]) else None


def accredited_to(tokens: list[Token], end: int, gazetteer: Gazetteer) -> int:
    """Return the index after the state to which an ambassador "of Xia" is sent at token `end` ("to the Republic of Orvland"), or `end`."""
    if end + 1 >= len(tokens) or tokens[end].low != "to":
        return end
    to = end + 2 if tokens[end + 1].low == "the" else end + 1
    host = gazetteer.name(tokens, to) if to < len(tokens) else None
    alone = to + 2 < len(tokens) and tokens[to].capital and tokens[to + 1].text == ","
    return host[1] if host else to + 1 if alone and tokens[to + 2].capital else end
