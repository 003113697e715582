"""The archive brought into the catalog: what changed since last time is read, verified and taken in, file by file.

A file with a fault is not taken in, and is read again next time; nothing is built as long as there is one. With a fault in
what holds for all records (themes, pages and the like) nothing is taken in at all: what was read is only told.
"""

from __future__ import annotations

import sqlite3
from contextlib import nullcontext, suppress
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.archive import (
    MEDIA,
    PARSED,
    RECORDS,
    TEMPLATES,
    read_text,
)
from verbale.catalog.changes import Changes, read_again, sorted_out
from verbale.catalog.listings import known_listings, remember
from verbale.catalog.scan import Scan, begun_look
from verbale.catalog.state import current_state
from verbale.catalog.store import transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from verbale.archive import Archive
    from verbale.catalog.headings import Headings
    from verbale.catalog.reading import Desk
    from verbale.catalog.scan import Look
    from verbale.catalog.state import Ledger
    from verbale.catalog.touched import Touched
    from verbale.errors import Problem


NEEDED: Final = (
    "verbale.catalog.headings",
    "verbale.catalog.intake",
    "verbale.catalog.leads",
    "verbale.catalog.reading",
    "verbale.catalog.touched",
)
"""What takes changed files in, and is not imported where nothing changed."""


GLANCED: Final = 8
"""Files that a glance takes in at most: with more, somebody has changed the archive rather than edited a file."""


class Loaded(NamedTuple):
    """What a load came to: the state of the archive, the records read, and what stands against building it."""

    state: str
    records: int
    problems: tuple[Problem, ...]


class UnsoundError(Exception):
    """Something that holds for all records has a fault: what a load came to is told, and none of it stays."""

    def __init__(self, records: int, problems: Sequence[Problem]) -> None:
        self.records = records
        self.problems = tuple(problems)


class _GlancedError(Exception):
    """A glance is over: nothing of what it took in stays."""


def refresh(
    archive: Archive,
    db: sqlite3.Connection,
    jobs: int,
    meanwhile: Sequence[str] = (),
    early: Callable[[], None] = lambda: None,
    look: Look | None = None,
) -> Loaded:
    """Bring the catalog up to date with the archive, with `jobs` processes at most.

    `meanwhile` names modules that the caller will need if anything changed; they may be imported on the way. `early` is
    called where the catalog has all that changed before it is known what that reaches, which can take longer. `look` is
    one at the archive that the caller has begun.
    """
    known = known_listings(db)
    files = sum(listing.count("\n") + 1 for listing in known.values())
    with nullcontext(look) if look else begun_look(archive.root, files) as begun:
        found = begun.compared(known, (*NEEDED, *meanwhile))
    if not (found.changed or found.removed or found.listings or found.gone):
        return Loaded(current_state(db), 0, ())
    try:
        with transaction(db):
            changes = sorted_out(archive, db, found)
            records, problems = _take_in(archive, db, changes, jobs, early)
            remember(db, found, {problem.path for problem in problems})
    except UnsoundError as stopped:
        records, problems = stopped.records, [*stopped.problems]
    return Loaded(current_state(db), records, tuple(sorted(problems)))


def glance(archive: Archive, db: sqlite3.Connection, said: Collection[str], seen: Callable[[], None]) -> None:
    """Call `seen` while the catalog has the files that are said to have changed, before all files are looked at.

    `said` are paths from the archive's root. Nothing of it stays, and where anything stands against one of the files,
    nothing is seen: what changed indeed, and whether all of it is sound, is for `refresh` to find out.
    """
    paths = sorted(path for path in said if archive.at(path).is_file())
    if not 0 < len(paths) <= GLANCED:
        return

    def seen_once() -> None:
        seen()
        raise _GlancedError

    with suppress(UnsoundError, _GlancedError), transaction(db):
        changes = sorted_out(archive, db, Scan(paths, [], {}, []))
        if changes.digests and not _take_in(archive, db, changes, 1, seen_once)[1]:
            seen_once()
        raise _GlancedError


def _take_in(
    archive: Archive,
    db: sqlite3.Connection,
    changes: Changes,
    jobs: int,
    early: Callable[[], None],
) -> tuple[int, list[Problem]]:
    """Take the changed files in; return how many records were read, and all problems.

    Raises `UnsoundError` where what was taken in must not stay.
    """
    from verbale.catalog.claims import old_speakers
    from verbale.catalog.headings import kept_headings
    from verbale.catalog.intake import sum_up
    from verbale.catalog.leads import gather_leading, leading_nowhere
    from verbale.catalog.state import begin_generation, open_ledger
    from verbale.catalog.touched import MOST, Touched, gather

    before = current_state(db)
    again = set(changes.records) | read_again(db, changes)
    first = db.execute("SELECT 1 FROM record LIMIT 1").fetchone() is None
    touched = Touched(placed=archive.at(TEMPLATES).is_dir(), all=first or len(again) > MOST)
    ledger = open_ledger(db)
    problems: list[Problem] = []
    if changes.headings:
        problems += _take_headings(archive, db, changes, (ledger, touched, again), early)
    unsound = bool(problems)
    headings = kept_headings(db)
    again -= set(changes.removed)
    for path in sorted({*changes.removed, *again}):
        _leave(db, ledger, touched, path)
    records = sorted(again)
    problems += _take_records(db, ledger, touched, _desk(archive, headings), (records, jobs))
    problems += old_speakers(db, headings)
    for path in changes.media:
        ledger.put(path, changes.digests[path])
        touched.add("media", path.removeprefix(f"{MEDIA}/"))
    gather(db, touched)
    gather_leading(db, touched)
    ledger.close()
    every = touched.all
    for id_ in sum_up(db, touched.sums, None if every else touched.speakers(), None if every else touched.themes()):
        touched.add("speaker", id_)
    faulty = {problem.path for problem in problems if problem.path.startswith(f"{RECORDS}/")}
    problems += leading_nowhere(db, headings, [read_text(archive, path)[0] or "" for path in sorted(faulty)])
    if unsound:
        raise UnsoundError(len(records), problems)
    if current_state(db) != before or touched.keys:
        begin_generation(db, before, touched.keys)
    return len(records), problems


def _take_headings(
    archive: Archive,
    db: sqlite3.Connection,
    changes: Changes,
    gathered: tuple[Ledger, Touched, set[str]],
    early: Callable[[], None],
) -> list[Problem]:
    """Take changed headings in, and add the records that must be read again because a theme moved or went.

    With problems, which are returned, what is taken in serves only to find more of them.
    """
    from verbale.catalog.claims import collisions, heading_claims, keep_claims
    from verbale.catalog.glossary import find_again
    from verbale.catalog.headings import keep_headings, kept_headings, read_headings, stood_in_for
    from verbale.catalog.leads import forget_heading_leads, heading_leads, keep_leads
    from verbale.catalog.touched import gather_headings

    ledger, touched, again = gathered
    old = kept_headings(db)
    new, problems = read_headings(archive)
    leads, dead = heading_leads(archive, new)
    problems += dead
    if problems:
        new = stood_in_for(new, problems)
    claims = list(heading_claims(new))
    problems += collisions(db, archive, claims, lambda owner: not owner.startswith(RECORDS) or owner in changes.digests)
    for theme in old.themes.values():
        if theme.id not in new.themes or new.themes[theme.id].broader != theme.broader:
            query = "SELECT r.path FROM bears b JOIN record r ON r.key = b.record WHERE b.theme = ?"
            again.update(path for (path,) in db.execute(query, (theme.id,)))
    db.execute(f"DELETE FROM address WHERE owner NOT LIKE '{RECORDS}/%'")  # noqa: S608 - a name of our own
    keep_claims(db, claims, some=bool(problems))
    forget_heading_leads(db)
    keep_leads(db, leads)
    keep_headings(db, new)
    if not (problems or again or changes.removed):
        early()
    gather_headings(db, touched, old, new)
    find_again(db, touched, old.terms, new.terms)
    for path in changes.headings:
        ledger.put(path, changes.digests[path])
    return problems


def _desk(archive: Archive, headings: Headings) -> Desk:
    """Return what reading records needs."""
    from verbale.catalog.reading import Desk

    return Desk(archive, headings.authority(), headings.broader(), {})


def _leave(db: sqlite3.Connection, ledger: Ledger, touched: Touched, path: str) -> None:
    """Take the record of a file out, with its files, and remember what it was."""
    from verbale.catalog.intake import take_out
    from verbale.catalog.touched import trace_of

    trace = None if touched.all else trace_of(db, path, placed=touched.placed)
    if trace:
        touched.was(trace)
    gone = take_out(db, path, touched.sums)
    if gone:
        ids, source = gone
        for file in (path, *(f"{PARSED}/{id_}.json" for id_ in ids)):
            ledger.put(file, None)
        if not db.execute("SELECT 1 FROM record WHERE source = ?", (source,)).fetchone():
            ledger.put(source, None)


def _take_records(
    db: sqlite3.Connection,
    ledger: Ledger,
    touched: Touched,
    desk: Desk,
    work: tuple[Sequence[str], int],
) -> Iterator[Problem]:
    """Read records and take them in, giving the problems of those that cannot be."""
    if not work[0]:
        return
    from verbale.catalog.claims import claims_of, collisions, keep_claims
    from verbale.catalog.glossary import matcher_of, put_mentions
    from verbale.catalog.headings import kept_headings
    from verbale.catalog.intake import put_in
    from verbale.catalog.leads import keep_leads
    from verbale.catalog.reading import read_all
    from verbale.catalog.touched import trace_of

    matcher = matcher_of(kept_headings(db).terms)
    for readings, verbs in read_all(desk._replace(recall=partial(_verb_known, db)), *work):
        db.executemany(
            "INSERT OR REPLACE INTO verb VALUES (?, ?, ?)",
            [(*key, verb) for key, verb in verbs.items()],
        )
        for reading in readings:
            if reading.rows is None:
                yield from reading.problems
                continue
            claims = claims_of(reading.rows)
            clashes = collisions(db, desk.archive, claims)
            if clashes:
                yield from clashes
                continue
            keep_claims(db, claims)
            put_in(db, reading.rows, touched.sums)
            keep_leads(db, reading.leads)
            put_mentions(db, matcher, reading.rows.id)
            if not touched.all:
                touched.is_now(trace_of(db, reading.path, placed=touched.placed))
            for path, digest in reading.files:
                ledger.put(path, digest)


def _verb_known(db: sqlite3.Connection, language: str, cue: str) -> Sequence[str | None]:
    row = db.execute("SELECT verb FROM verb WHERE language = ? AND cue = ?", (language, cue)).fetchone()
    return row or ()
