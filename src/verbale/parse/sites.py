"""Sites that a report says were visited, which a small word behind the name tells; towns and houses are for `places`."""

from __future__ import annotations

import re
from typing import Final

from verbale.parse.actors import Actors
from verbale.span import Span

TOURED: Final = re.compile(
    r"\b(?:toured|visited|inspected|tour of|visit to)\s+the\s+(?P<site>(?P<name>[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,3})(?: [a-z]+)? (?P<noun>[a-z]+))\b"
)
"""What a report says of a site that was visited, which a small word behind its name tells ("toured the Kalder refugee camp")."""


def toured(text: str, sentence: Span, actors: Actors) -> Span | None:
    """Return the site that a sentence says was visited, with the word for what it is."""
    if "tour" not in (low := sentence.of(text).lower()) and "visit" not in low and "inspected" not in low:
        return None
    sites = actors.language.words.sites
    return next((Span(*m.span("site")) for m in TOURED.finditer(text, *sentence) if m["noun"] in sites), None)
