"""The catalog's file: its tables, its version, and a connection to it; what they mean to an archive is known elsewhere.

The file is a cache. Deleting it costs time and nothing else; one that is damaged, older or newer is made anew.

::

    folder, file      what the archive's files were when they were last read
    record, body, statement, voice, bears, said, mention, act
                      records taken apart, and the relations that pages need
    search            the words of each record with the places where they stand (`words.py`)
    heading           what people wrote once for the whole archive: themes, speakers, pages, `site.yaml`
    address           which file claims which address; unique, whatever the case of its letters
    speaker_total, theme_total
                      sums over `voice` and `bears`, kept as these change
    tally             other sums, kept by adding and taking away (`sayings.py`)
    lead              where notes and pages lead inside the archive, by the files that they stand in
    note, verb        notes as HTML and the verbs of cues, so that Markdown and a language are loaded only for new ones
    generation, touched
                      each state of the archive that was read, and what differed from the one before
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Connection = sqlite3.Connection
DatabaseError = sqlite3.DatabaseError
"""What anybody may meet who holds a catalog, so that nobody else need know that it is SQLite."""

APPLICATION_ID: Final = 0x76_62_61_6C
"""Tells a catalog from other SQLite files (`PRAGMA application_id`): "vbal"."""

SCHEMA: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE folder (path TEXT, part INTEGER, listing TEXT NOT NULL, PRIMARY KEY (path, part)) WITHOUT ROWID;
CREATE TABLE file (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE record (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL UNIQUE, source TEXT NOT NULL,
    rank TEXT NOT NULL UNIQUE, event TEXT NOT NULL, statements INTEGER NOT NULL, points INTEGER NOT NULL,
    words INTEGER NOT NULL, title TEXT NOT NULL, date TEXT, changed TEXT, point_ids TEXT NOT NULL,
    corrections INTEGER NOT NULL
);
CREATE INDEX record_event ON record (event);
CREATE INDEX record_source ON record (source);
CREATE INDEX record_sums ON record (rank, statements, points);
CREATE INDEX record_changed ON record (changed, rank);
CREATE TABLE body (
    record INTEGER PRIMARY KEY, head TEXT NOT NULL, reach TEXT NOT NULL, rest TEXT NOT NULL, sayings TEXT NOT NULL
);
CREATE TABLE statement (
    record INTEGER, number INTEGER, from_number INTEGER, data TEXT NOT NULL, points TEXT, PRIMARY KEY (record, number)
) WITHOUT ROWID;
CREATE TABLE voice (
    speaker TEXT, rank TEXT, record INTEGER NOT NULL, statements INTEGER NOT NULL, words INTEGER NOT NULL,
    document_words INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (speaker, rank)
) WITHOUT ROWID;
CREATE TABLE bears (
    theme TEXT, rank TEXT, record INTEGER NOT NULL, statements INTEGER NOT NULL, points INTEGER NOT NULL,
    data TEXT NOT NULL, PRIMARY KEY (theme, rank)
) WITHOUT ROWID;
CREATE TABLE said (
    speaker TEXT, theme TEXT, rank TEXT, record INTEGER NOT NULL, statements INTEGER NOT NULL, numbers TEXT NOT NULL,
    PRIMARY KEY (speaker, theme, rank)
) WITHOUT ROWID;
CREATE TABLE mention (
    term TEXT, rank TEXT, record INTEGER NOT NULL, statements INTEGER NOT NULL, numbers TEXT NOT NULL,
    PRIMARY KEY (term, rank)
) WITHOUT ROWID;
CREATE INDEX mention_record ON mention (record);
CREATE TABLE tally (kind TEXT, a TEXT, b TEXT, number INTEGER NOT NULL, PRIMARY KEY (kind, a, b)) WITHOUT ROWID;
CREATE TABLE search (code INTEGER PRIMARY KEY, record INTEGER NOT NULL, data TEXT NOT NULL);
CREATE UNIQUE INDEX search_record ON search (record);
CREATE TABLE act (act TEXT, record INTEGER, points INTEGER NOT NULL, PRIMARY KEY (act, record)) WITHOUT ROWID;

CREATE TABLE heading (kind TEXT, id TEXT, data TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE address (url TEXT COLLATE NOCASE PRIMARY KEY, owner TEXT NOT NULL, target TEXT) WITHOUT ROWID;
CREATE INDEX address_owner ON address (owner);

CREATE TABLE lead (
    owner TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
    part TEXT NOT NULL, url TEXT NOT NULL, written TEXT NOT NULL
);
CREATE INDEX lead_owner ON lead (owner);

CREATE TABLE speaker_total (
    speaker TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, qualifier TEXT, records INTEGER NOT NULL,
    statements INTEGER NOT NULL, words INTEGER NOT NULL, document_words INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE theme_total (
    theme TEXT PRIMARY KEY, records INTEGER NOT NULL, statements INTEGER NOT NULL, points INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE note (markdown TEXT PRIMARY KEY, html TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE verb (language TEXT, cue TEXT, verb TEXT, PRIMARY KEY (language, cue)) WITHOUT ROWID;

CREATE TABLE generation (number INTEGER PRIMARY KEY, state TEXT NOT NULL UNIQUE);
CREATE TABLE touched (
    generation INTEGER, kind TEXT, id TEXT, rank TEXT, PRIMARY KEY (generation, kind, id, rank)
) WITHOUT ROWID;
"""


def open_catalog(path: Path, program: str) -> sqlite3.Connection:
    """Return a connection to the catalog at `path`, made anew unless it is a sound one of this `program`.

    `program` stands for the code that fills the catalog: what another program wrote is not read.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        try:
            db = _connect(path)
            if _is_ours(db, program):
                # The first load writes much, and would write it twice with a log beside the file; later ones write little.
                db.execute("PRAGMA journal_mode = WAL")
                return db
            db.close()
        except sqlite3.DatabaseError:
            pass
    return _create(path, program)


def is_new(db: sqlite3.Connection) -> bool:
    """Say whether a catalog has not been filled yet."""
    return db.execute("SELECT 1 FROM folder LIMIT 1").fetchone() is None


def open_readonly(path: Path) -> sqlite3.Connection:
    """Return a connection that only reads, for a process that makes pages."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    db.execute("PRAGMA cache_size = -4000")
    db.execute("PRAGMA query_only = 1")
    return db


def discard(path: Path) -> None:
    """Remove a catalog with all that SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None, timeout=60)
    # With WAL this survives a crash of the program; after a power cut the last builds may have to be done again.
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA cache_size = -16000")
    return db


def _is_ours(db: sqlite3.Connection, program: str) -> bool:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return False
    row = db.execute("SELECT value FROM meta WHERE key = 'program'").fetchone()
    return bool(row) and row[0] == program


def _create(path: Path, program: str) -> sqlite3.Connection:
    discard(path)
    db = _connect(path)
    db.executescript(f"BEGIN; {SCHEMA} PRAGMA application_id = {APPLICATION_ID}; COMMIT;")
    db.execute("INSERT INTO meta VALUES ('program', ?)", (program,))
    return db


@contextlib.contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Make one change of all that happens inside, or none where an exception leaves it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
