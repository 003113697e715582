"""Whose own statement a document is by its title, where no person gives it and no sides join in it ("Statement by the Ministry of … on …")."""

from __future__ import annotations

import re
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.furniture import Layout
from verbale.parse.roles import party
from verbale.parse.tokens import tokenize

STATEMENT: Final = re.compile(
    r"\b(?:statement|declaration|comment)s?\b(?P<by>\s+(?:by|of|from)\s+(?:the\s+)?(?:(?:spokesperson|spokesman|spokeswoman)\s+(?:of|for)\s+(?:the\s+)?)?)?",
    re.IGNORECASE,
)
MAX_TITLE: Final = 300


def is_statement(text: str, layout: Layout) -> bool:
    """Say whether a document calls itself a statement in its title, and nobody's turns are labelled in it."""
    title = layout.title
    return bool(
        title
        and title.end - title.start < MAX_TITLE
        and not any(p.label for p in layout.body)
        and STATEMENT.search(text, *title)
    )


def institution(text: str, layout: Layout, actors: Actors) -> str | None:
    """Return the party whose statement a document is, where its title names one ("Statement by the Government of Kestria")."""
    found = STATEMENT.search(text, *layout.title) if layout.title else None
    if not layout.title or not found or not found["by"]:
        return None
    tokens = tokenize(text, found.end(), layout.title.end)
    named = party(tokens, 0, actors) if tokens else None
    return named.parties[0] if named and named.how != "metonym" else None
