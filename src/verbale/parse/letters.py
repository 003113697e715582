"""Who signs a letter: the name under its closing words, with the office below it; what a letter reports is read elsewhere."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.bare import office_below
from verbale.parse.furniture import Layout
from verbale.parse.persons import Person
from verbale.parse.tokens import tokenize
from verbale.span import Span

CLOSING: Final = re.compile(
    r"(?:yours |most )?(?:sincerely|faithfully|respectfully|truly)(?: yours)?,?|(?:with )?(?:kind|best|warm) (?:regards|wishes),?|yours,?",
    re.IGNORECASE,
)
MAX_SALUTATION: Final = 10


def is_salutation(line: str, language: Language) -> bool:
    """Say whether a line greets whom a letter is for ("Dear Prime Minister,")."""
    words = line.split()
    return (
        1 < len(words) < MAX_SALUTATION
        and line[-1] in ",!:"
        and words[0].lower() in language.salutations
        and all(w[0].isupper() or w.lower() in language.small_words for w in words)
    )


def lines_of(text: str, span: Span) -> list[Span]:
    """Return the lines of a piece of the foot, which may have an office with place and day below it."""
    found, start = [], span.start
    for line in span.of(text).split("\n"):
        found.append(Span(start, start + len(line)).trim(text))
        start += len(line) + 1
    return found


def signer(text: str, layout: Layout, actors: Actors) -> Person | None:
    """Return who signs a document that opens with a salutation, registered with the office under the name; `None` where nobody does."""
    if not layout.body or not is_salutation(layout.body[0].span.of(text), actors.language):
        return None
    foot = [p.span for p in layout.furniture if p.span.start > layout.body[-1].span.start]
    for n, span in enumerate(foot[:-1]):
        if not CLOSING.fullmatch(span.of(text)):
            continue
        lines = [line for one in foot[n + 1 : n + 3] for line in lines_of(text, one)]
        below = tokenize(text, *lines[1]) if len(lines) > 1 else []
        return office_below(tokenize(text, *lines[0]), below, actors)
    return None
