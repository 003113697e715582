"""Which words may be ids; what gets which id is decided where records are made."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from verbale.record import RESERVED_IDS

MAX_LENGTH: Final = 80
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_slug(id_: str) -> bool:
    """Say whether a word has the form of an id: small letters, digits and single hyphens, at most 80 characters."""
    return len(id_) <= MAX_LENGTH and _SLUG.fullmatch(id_) is not None


def id_fault(id_: str) -> tuple[str, str] | None:
    """Return what is wrong with an id and what to do, or `None`."""
    if id_ in RESERVED_IDS:
        return f"the id '{id_}' is reserved.", "Choose another."
    if not is_slug(id_):
        return (
            f"'{id_}' is no id.",
            f"An id is small letters, digits and single hyphens, at most {MAX_LENGTH} characters.",
        )
    return None


def did_you_mean(id_: str, known: Collection[str]) -> str:
    """Return "Did you mean 'x'?" with the nearest of the ids known, or nothing."""
    # Only a fault needs it: an edit without one would wait for the import.
    from difflib import get_close_matches

    close = get_close_matches(id_, sorted(known), 1)
    return f"Did you mean '{close[0]}'?" if close else ""
