"""What search asks of the catalog: the places of records in it and their words; it only reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verbale.catalog.store import Connection


def codes(db: Connection) -> list[int]:
    """Return the places of all records in search (`words.code_of`), in order."""
    # The rows are long; the index has the codes too, and is short.
    return sorted([code for (code,) in db.execute("SELECT code FROM search INDEXED BY search_record")])


def code(db: Connection, record_id: str) -> int | None:
    """Return a record's place in search, `None` where there is no such id."""
    query = "SELECT s.code FROM search s JOIN record r ON r.key = s.record WHERE r.id = ?"
    row = db.execute(query, (record_id,)).fetchone()
    return row[0] if row else None


def words(db: Connection, low: int, high: int) -> Iterator[tuple[int, str]]:
    """Give the places of records in a stretch of search, in order, each with its words (`words.words_of`)."""
    return db.execute("SELECT code, data FROM search WHERE code BETWEEN ? AND ? ORDER BY code", (low, high))
