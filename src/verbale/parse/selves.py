"""What "we" say between commas that we are ("We, the leaders of two old maritime nations, express …"); the sides by other names are for `jointphrases`."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.tokens import Token


def who_alone(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether a comma at token `k` ends what "we" are, and no further words of that follow ("We, the Leaders, gathered at Norr, affirm …")."""
    behind = tokens[k + 1].low if k + 1 < len(tokens) else ""
    return k < len(tokens) and tokens[k].text == "," and behind not in language.words.gathered and behind != "meeting"


def who_we_are(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after what "we" at token `i` says between commas that we are ("We, the leaders of two old maritime nations, express …")."""
    if i + 4 >= len(tokens) or tokens[i + 1].text != "," or tokens[i + 2].low != "the":
        return None
    for k in range(i + 3, min(i + MAX_WE, len(tokens) - 1)):
        forms = language.verbs.get(tokens[k + 1].low, ()) if tokens[k].text == "," else ()
        if any(f.tense in {"base", "present"} and "joint" in f.classes for f in forms):
            return k + 1
    return None


MAX_WE: Final = 60
"""Words and marks from "we" to the comma behind those who say it."""
