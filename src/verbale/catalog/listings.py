"""What each folder of the archive held when it was last looked at, kept in the catalog; nothing is looked at here."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Final

from verbale.catalog.scan import doubting

if TYPE_CHECKING:
    from pathlib import Path

    from verbale.catalog.scan import Part, Scan


FILES: Final = 3
"""Files that a record comes with, itself included: its source, and what the parser said of it."""


def files_known(catalog: Path) -> int:
    """Return about how many files the archive of a catalog has; 0 where that is not known."""
    with contextlib.suppress(sqlite3.DatabaseError):
        uri = f"{catalog.absolute().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as db:
            (last,) = db.execute("SELECT max(key) FROM record").fetchone()
            return FILES * (last or 0)
    return 0


def known_listings(db: sqlite3.Connection) -> dict[Part, str]:
    """Return the listing of each part of each folder."""
    return {(path, part): listing for path, part, listing in db.execute("SELECT path, part, listing FROM folder")}


def remember(db: sqlite3.Connection, found: Scan, faulty: set[str]) -> None:
    """Keep the listings that a look found, but for the files with faults, which are to be read again."""
    listings = dict(found.listings)
    doubted: dict[str, set[str]] = {}
    for path in faulty:
        folder, _, name = path.rpartition("/")
        doubted.setdefault(folder, set()).add(name)
    for folder, names in doubted.items():
        # A record may fail for its source's or a theme's sake, and its own folder be as it was.
        kept = db.execute("SELECT path, part, listing FROM folder WHERE path = ?", (folder,))
        before = {(path, part): listing for path, part, listing in kept if (path, part) not in found.gone}
        for part, listing in {**before, **listings}.items():
            made = doubting(listing, names) if part[0] == folder else listing
            if made != listing:
                listings[part] = made
    db.executemany("DELETE FROM folder WHERE path = ? AND part = ?", found.gone)
    db.executemany(
        "INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", [(*part, listing) for part, listing in listings.items()]
    )
