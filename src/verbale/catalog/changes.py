"""The changed files of an archive by what they are, and the records that must be read again for them; digests decide."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.archive import GLOSSARY, MEDIA, PAGES, PARSED, RECORDS, SEEDS, SITE, SPEAKERS, THEMES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from verbale.archive import Archive
    from verbale.catalog.scan import Scan

READ_BY_RECORDS: Final = (f"{SEEDS}/", f"{PARSED}/")
READ_WITH_RECORDS: Final = (f"{RECORDS}/", *READ_BY_RECORDS)
"""The folders whose files are read when a record is."""


class Changes(NamedTuple):
    """The changed files of an archive by what they are."""

    records: tuple[str, ...]
    removed: tuple[str, ...]
    sources: tuple[str, ...]
    parsed: tuple[str, ...]
    headings: tuple[str, ...]
    media: tuple[str, ...]
    digests: dict[str, str | None]


def sorted_out(archive: Archive, db: sqlite3.Connection, found: Scan) -> Changes:
    """Drop the files whose digests are as they were, and tell records, sources and headings apart."""
    digests: dict[str, str | None] = {}
    is_empty = db.execute("SELECT 1 FROM file LIMIT 1").fetchone() is None
    for path in found.changed:
        if is_empty and path.startswith(READ_BY_RECORDS):
            continue
        row = db.execute("SELECT sha256 FROM file WHERE path = ?", (path,)).fetchone()
        # What is read for the first time is digested when it is read, by whichever process does that.
        digest = None if row is None and path.startswith(READ_WITH_RECORDS) else _digest(archive, path)
        if row is None or row[0] != digest:
            digests[path] = digest
    gone = dict.fromkeys(found.removed)

    def within(folder: str, paths: Iterable[str], ending: str = "") -> tuple[str, ...]:
        return tuple([path for path in paths if path.startswith(f"{folder}/") and path.endswith(ending)])

    both = {**digests, **gone}
    headings = [path for folder in (THEMES, SPEAKERS, GLOSSARY, PAGES) for path in within(folder, both, ".md")]
    return Changes(
        within(RECORDS, digests, ".yaml"),
        within(RECORDS, gone, ".yaml"),
        within(SEEDS, both),
        within(PARSED, both, ".json"),
        (*headings, *(path for path in both if path == SITE)),
        within(MEDIA, both),
        both,
    )


def _digest(archive: Archive, path: str) -> str | None:
    try:
        return hashlib.sha256(archive.at(path).read_bytes()).hexdigest()
    except OSError:
        return None


def read_again(db: sqlite3.Connection, changes: Changes) -> set[str]:
    """Return the records whose source, or what the parser said of it, is not what it was."""
    found: set[str] = set()
    for path in changes.sources:
        found.update(p for (p,) in db.execute("SELECT path FROM record WHERE source = ?", (path,)))
    for path in changes.parsed:
        # A record that was renamed by hand claims the page of its old id as well, and reads what is kept under it.
        url = f"records/{PurePosixPath(path).stem}.html"
        found.update(p for (p,) in db.execute("SELECT owner FROM address WHERE url = ? AND owner <> ''", (url,)))
    return found
