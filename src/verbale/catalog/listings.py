"""What each folder of the archive held when it was last looked at, kept in the catalog; nothing is looked at here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.catalog.scan import doubting

if TYPE_CHECKING:
    import sqlite3

    from verbale.catalog.scan import Part, Scan


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
