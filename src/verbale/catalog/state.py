"""The states that an archive was read in, and what differed between them, so that any output folder can catch up.

A state is a digest over the paths and digests of all files taken in; it does not depend on the order of events.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from verbale.catalog.touched import Key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_MODULUS: Final = 1 << 256
KEPT: Final = 200
"""Generations that are remembered; an output folder older than these is planned whole."""


def current_state(db: sqlite3.Connection) -> str:
    """Return the state of what the catalog holds, 64 hex digits."""
    row = db.execute("SELECT value FROM meta WHERE key = 'state'").fetchone()
    return row[0] if row else "0" * 64


@dataclass(slots=True)
class Ledger:
    """The files taken in and the state that they make, while these change; `close` writes the state down."""

    db: sqlite3.Connection
    total: int

    def put(self, path: str, sha256: str | None) -> None:
        """Note the digest of a file taken in, or (with `None`) that it is none of ours any more."""
        row = self.db.execute("SELECT sha256 FROM file WHERE path = ?", (path,)).fetchone()
        old = row[0] if row else None
        if old == sha256:
            return
        self.total += _weight(path, sha256) - _weight(path, old)
        if sha256 is None:
            self.db.execute("DELETE FROM file WHERE path = ?", (path,))
        else:
            self.db.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (path, sha256))

    def close(self) -> None:
        """Write the state down."""
        state = f"{self.total % _MODULUS:064x}"
        self.db.execute("INSERT OR REPLACE INTO meta VALUES ('state', ?)", (state,))


def open_ledger(db: sqlite3.Connection) -> Ledger:
    """Return the ledger of a catalog."""
    return Ledger(db, int(current_state(db), 16))


def _weight(path: str, sha256: str | None) -> int:
    if sha256 is None:
        return 0
    return int.from_bytes(hashlib.sha256(f"{path}\0{sha256}".encode()).digest(), "big")


def begin_generation(db: sqlite3.Connection, before: str, keys: Iterable[Key]) -> None:
    """Note that the archive went from state `before` to the present one, and what that touched."""
    (last,) = db.execute("SELECT coalesce(max(number), 0) FROM generation").fetchone()
    if last == 0:
        db.execute("INSERT INTO generation VALUES (1, ?)", (before,))
        last = 1
    number = last + 1
    db.execute("INSERT OR REPLACE INTO generation VALUES (?, ?)", (number, current_state(db)))
    db.executemany("INSERT OR IGNORE INTO touched VALUES (?, ?, ?, ?)", ((number, *key) for key in keys))
    db.execute("DELETE FROM generation WHERE number <= ?", (number - KEPT,))
    db.execute("DELETE FROM touched WHERE generation <= ?", (number - KEPT,))


def touched_since(db: sqlite3.Connection, state: str) -> set[Key] | None:
    """Return what differs between a state and the present one, or `None` where that state is not remembered."""
    if state == current_state(db):
        return set()
    row = db.execute("SELECT number FROM generation WHERE state = ?", (state,)).fetchone()
    if row is None:
        return None
    rows = db.execute("SELECT DISTINCT kind, id, rank FROM touched WHERE generation > ?", (row[0],))
    return {Key(*key) for key in rows}
