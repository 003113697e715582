"""The order of records in time: what of an EDTF date (ISO 8601-2) puts them in order, and the years and months of it."""

from __future__ import annotations

import re
from typing import Final

UNDATED: Final = "undated"
_BEGINNING: Final = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?(?![0-9])")


def rank_of(date: str | None, record_id: str) -> str:
    """Return the text that puts records in order: beginning of the date, then id; undated records come first of all."""
    return f"{sort_key(date)} {record_id}"


def sort_key(date: str | None) -> str:
    """Return the beginning of a date as far as it is known ("2021-06"); nothing where not even the year is."""
    match = _BEGINNING.match(date or "")
    return match.group() if match else ""


def year_of(rank: str) -> str:
    """Return the year in a rank or date, four digits, or "undated"."""
    return rank[:4] if rank[:4].isdigit() else UNDATED


def period_of(rank: str) -> str:
    """Return the month in a rank ("2021-06"), else its year, else "undated"."""
    return rank[:7] if rank[4:5] == "-" else year_of(rank)
