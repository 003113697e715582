"""The build, readable as its table of contents: catalog, plan, pages beside the site, and all of it moved in at once.

The last good site stays as it is until every page of the new one has been made.
"""

from __future__ import annotations

import contextlib
import os
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.archive import CACHE, CATALOG, Archive, parsed_path
from verbale.catalog.loading import Loaded, glance, refresh
from verbale.catalog.state import touched_since
from verbale.catalog.store import Connection, DatabaseError, discard, is_new, open_catalog
from verbale.errors import BuildError
from verbale.processes import apart, processes_at_hand
from verbale.site.guard import refuse_among_sources, refuse_over_others
from verbale.site.look import look_digest, program_digest
from verbale.site.manifest import Manifest, ManifestError, read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from verbale.catalog.scan import Look
    from verbale.catalog.touched import Key
    from verbale.errors import Problem
    from verbale.site.ahead import Ahead
    from verbale.site.rendering import Done
    from verbale.site.write import Written

LIMIT: Final = 500
"""Entries that a list may have on one page."""

NEEDED: Final = (
    "verbale.site.pageviews",
    "verbale.site.render",
    "verbale.site.pages",
    "verbale.site.rendering",
    "verbale.site.write",
    "verbale.site.beside",
)
"""What makes pages, and is not imported where nothing changed."""


class Order(NamedTuple):
    """What a build was asked: where to, how many processes, how long a list may be, whom to tell of progress.

    With `fresh` every file is written, whatever the manifest says is there. The catalog lies in the folder `cache`.
    Pages that somebody looks at are shown `ahead`, where the rest takes its time. A `look` at the archive may have begun.
    """

    archive: Archive
    out: Path
    jobs: int
    limit: int
    progress: Callable[[int, int], None] | None
    fresh: bool
    cache: Path
    ahead: Ahead | None = None
    look: Look | None = None

    @property
    def catalog(self) -> Path:
        """The catalog's file."""
        return self.cache / PurePosixPath(CATALOG).name


class Report(NamedTuple):
    """What a build did: records read, pages and other files made, files written and deleted.

    `warnings` are for addresses that led somewhere before this build, and for a catalog that could not be kept.
    """

    records: int = 0
    made: int = 0
    written: int = 0
    deleted: int = 0
    warnings: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        """Return the report as a sentence for a person."""
        if not self.made:
            return "The site is up to date."
        deleted = f", deleted {self.deleted}" if self.deleted else ""
        return (
            f"Read {_count(self.records, 'record')}, made {_count(self.made, 'file')}, wrote {self.written}{deleted}."
        )


def build_site(  # noqa: PLR0913 - all but two by name, and each of those with what it is by default
    archive: Archive,
    out: Path,
    *,
    jobs: int | None = None,
    limit: int = LIMIT,
    progress: Callable[[int, int], None] | None = None,
    fresh: bool = False,
    ahead: Ahead | None = None,
    look: Look | None = None,
) -> Report:
    """Build the site of an archive into the folder `out`, writing only what differs from what is there.

    What is there is what the manifest in `out` lists; with `fresh` everything is made and written anew.
    `jobs` are the processes to use at most (by default one for each processor); the bytes do not depend on it.
    `progress` is called with how many of how many tasks are done, and may raise to end the build; pages that somebody looks at
    are shown `ahead`. `look` is one at the archive's files that has begun already. Raises `BuildError` with every problem
    found; the site in `out` is then as it was.
    """
    refuse_among_sources(archive, out.resolve())
    with _cache_folder(archive) as (cache, told):
        jobs = jobs or processes_at_hand()
        report = _build_there(Order(archive, out.resolve(), jobs, limit, progress, fresh, cache, ahead, look))
    return report._replace(warnings=(*told, *report.warnings)) if told else report


@contextlib.contextmanager
def _cache_folder(archive: Archive) -> Iterator[tuple[Path, tuple[Problem, ...]]]:
    """Give the folder for the catalog, and what is to be told of it: one of the system's where the archive's cannot be used."""
    folder = archive.at(CACHE)
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
    if folder.is_dir() and os.access(folder, os.W_OK):
        yield folder, ()
        return
    from tempfile import TemporaryDirectory

    from verbale.errors import Problem

    message = "cannot be written to, so the catalog was made in a temporary folder, and the next build begins anew."
    problem = Problem(CACHE, code="cache", message=message, remedy="See that you may write there.", level="warning")
    with TemporaryDirectory(prefix="verbale-") as made:
        yield Path(made), (problem,)


def _build_there(order: Order) -> Report:
    """Build with a catalog in the order's folder; one that is damaged is made anew."""
    path, program = order.catalog, program_digest()
    for attempt in (1, 2):
        db = open_catalog(path, program)
        try:
            return _build(order, db, program)
        except DatabaseError as error:
            if attempt == 2:
                message = f"{path}: the catalog cannot be used ({error}). See that there is room on the disk."
                raise BuildError(message) from error
        finally:
            db.close()
        # A damaged catalog is only a cache: it is made anew from the archive.
        discard(path)
    raise AssertionError


def _build(order: Order, db: Connection, program: str) -> Report:
    """Bring the catalog up to date and the site after it."""
    show = partial(_show_ahead, order, db)
    look = look_digest(order.archive, program, order.limit)
    old = read_manifest(order.out)
    if old and not is_new(db) and order.ahead and order.ahead.sound:
        # What is said to have changed, or the templates have, most often changed alone: it is shown before all files are looked at.
        if old.look == look:
            glance(order.archive, db, order.ahead.said, show)
        else:
            show()
    # A first load holds the names of all files in memory, which the pages have a better use for.
    loaded = (
        apart(partial(_first_load, order, program), partial(_get_ready, order))
        if is_new(db)
        else refresh(order.archive, db, order.jobs, NEEDED, show, order.look)
    )
    if loaded.problems:
        message = f"The site was not built: {_count(len(loaded.problems), 'problem')}. The last one is as it was."
        raise BuildError(message, loaded.problems)
    touched = touched_since(db, old.state) if old and old.look == look and not order.fresh else None
    if touched is not None and not touched:
        return Report(loaded.records)
    if touched and any(key.kind == "all" for key in touched):
        touched = None
    show()
    try:
        made, written, deleted = _make_site(order, db, (look, loaded.state), old, touched)
    except ManifestError:
        # Somebody changed the manifest: nothing of what it lists can be trusted, and so nothing is deleted.
        made, written, deleted = _make_site(order, db, (look, loaded.state), None, None)
    return Report(loaded.records, made, written, len(deleted), _lost(order.archive, db, deleted))


def _first_load(order: Order, program: str) -> Loaded:
    """Fill a new catalog, by a connection of this process's own."""
    db = open_catalog(order.catalog, program)
    try:
        return refresh(order.archive, db, order.jobs)
    finally:
        db.close()


def _get_ready(order: Order) -> None:
    """Compile the templates once, while the archive is loaded: each process that makes pages would have to."""
    from verbale.site import rendering

    rendering.compile_templates(order.archive, order.cache)


def _show_ahead(order: Order, db: Connection) -> None:
    """Show the pages that somebody looks at, made of what the catalog has now."""
    if order.ahead:
        from verbale.site import rendering
        from verbale.site.ahead import show_ahead

        kit = rendering.kit_of(order.archive, db, order.cache, order.limit)
        show_ahead(kit, order.ahead, read_manifest(order.out))


def _make_site(
    order: Order,
    db: Connection,
    digests: tuple[str, str],
    old: Manifest | None,
    touched: AbstractSet[Key] | None,
) -> tuple[int, int, Sequence[str]]:
    """Make what is planned beside the site, then move it in; return how many files were made and written, and which deleted."""
    from verbale.site import beside, pages, rendering, write

    with write.staging_beside(order.out) as staging:
        place = rendering.Place(order.archive, order.catalog, order.out, staging.folder, order.limit)
        with beside.begun_beside(db, place, touched, old, order.jobs) as second:
            kit = rendering.kit_of(order.archive, db, order.cache, order.limit)
            if touched and old:
                plan = pages.plan_changed(kit.workshop, touched, old, search=not second)
            else:
                kit.workshop.shelf.convert_notes()
                plan = pages.plan_all(kit.workshop)
            written = write.Written(staging.folder)
            carry_out = second.carry_out if second else rendering.carry_out_all
            _note(order, carry_out(kit, place, order.jobs, plan, None if order.fresh else old), plan.size, written)
            lost = plan.lost(old, written) if old else None
            if second and lost is not None:
                lost = lost | second.gone
        head = (kit.generator, *digests)
        ending = write.finish_manifest((staging, order.out), head, written, old, lost)
        written.close()
        refuse_over_others(staging.folder, order.out)
        write.move_in(staging, order.out, ending)
    return written.count, written.differing, ending.deleted


def _lost(archive: Archive, db: Connection, deleted: Sequence[str]) -> tuple[Problem, ...]:
    """Return a warning for each address among deleted pages that was given for good."""
    if not deleted:
        return ()
    from verbale.formerly import lost_address, lost_point

    def record_of(source: str) -> str | None:
        rows = db.execute("SELECT id, path FROM record WHERE source = ? ORDER BY path", (source,))
        return next((path for id_, path in rows if parsed_path(archive, (id_,)) is None), None)

    def file_of(id_: str) -> str | None:
        row = db.execute("SELECT path FROM record WHERE id = ?", (id_,)).fetchone()
        return row[0] if row else None

    found = {lost_address(archive, url, record_of) for url in deleted}
    found |= {lost_point(archive, url, file_of) for url in deleted}
    return tuple(sorted(problem for problem in found if problem))


def _note(order: Order, carried: Generator[tuple[int, Done], None, None], size: int, written: Written) -> None:
    """Note the files of a plan of so many tasks as they are made, and tell how far it is."""
    done = 0
    # Where `progress` raises, the processes must have ended before the folder that they write to goes.
    with contextlib.closing(carried):
        for tasks, files in carried:
            for url, sha256, differs in files:
                written.add(url, sha256, differs=differs)
            done += tasks
            if order.progress:
                order.progress(done, size)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
