"""A speaker in all records at once, summed up by the database: of many thousand records no one is read here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


class Held(NamedTuple):
    """A title that records give a person: with which state, whether he led a meeting so, first and last date, records."""

    title: str | None
    state: str | None
    led: bool
    first: str | None
    last: str | None
    records: int


def titles_held(db: sqlite3.Connection, speaker: str) -> Iterator[Held]:
    """Give the titles that records give a person, the latest first; dates are EDTF, `None` where no record has one."""
    query = (
        "SELECT data ->> 2 AS title, data ->> 3 AS state, coalesce(max(data ->> 4 = 'principal'), 0), "
        "min(nullif(substr(rank, 1, instr(rank, ' ') - 1), '')), max(nullif(substr(rank, 1, instr(rank, ' ') - 1), '')), "
        "count(*) FROM voice WHERE speaker = ? GROUP BY title, state ORDER BY max(rank) DESC"
    )
    for title, state, led, first, last, records in db.execute(query, (speaker,)):
        yield Held(title, state, bool(led), first, last, records)


def counted(db: sqlite3.Connection, kind: str, speaker: str) -> list[tuple[str, int]]:
    """Return how many statements of a speaker have each verb (`verb`) or bear on each theme (`said`), the most first."""
    query = "SELECT b, number FROM tally WHERE kind = ? AND a = ? ORDER BY number DESC, b"
    return db.execute(query, (kind, speaker)).fetchall()
