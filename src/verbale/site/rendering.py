"""Tasks carried out: pages rendered, compared with what the site has, and put beside it where they differ.

In one process or in several, the files are the same; nothing of the site itself is touched here.
"""

from __future__ import annotations

import hashlib
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.archive import Archive
from verbale.catalog.catalog import catalog_of
from verbale.catalog.store import open_readonly
from verbale.processes import work_through
from verbale.site import addresses
from verbale.site.assets import served, static_files, template_folders
from verbale.site.making import make
from verbale.site.manifest import read_manifest
from verbale.site.page import File
from verbale.site.render import Renderer, compile_all, render, renderer
from verbale.site.shelf import shelf_of
from verbale.site.tasks import Task, Workshop
from verbale.site.views import Link, Site
from verbale.site.write import Staging

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from verbale.catalog.catalog import Catalog
    from verbale.catalog.store import Connection
    from verbale.site.manifest import Manifest
    from verbale.site.pages import Plan

BYTECODE: Final = "templates"
FEW: Final = 40
"""Tasks that are done before a second process would be ready."""
CHUNK: Final = 60
"""Records that a process does at a time, with the lists that show them."""


Done = list[tuple[str, str, bool]]
"""What came of some tasks: files made, as paths with digests, and whether each differs from the one that the site has."""


class Kit(NamedTuple):
    """All that making and rendering needs, in one process."""

    workshop: Workshop
    renderer: Renderer
    generator: str


class Place(NamedTuple):
    """Where another process finds all this: archive, catalog, output folder, staging folder, entries on a page."""

    archive: Archive
    catalog: Path
    out: Path
    staging: Path
    limit: int


def kit_of(archive: Archive, db: Connection, folder: Path, limit: int) -> Kit:
    """Return the kit for an archive and its catalog, which lies in `folder`, where templates are kept compiled."""
    catalog = catalog_of(db)
    site = site_of(catalog)
    folders = template_folders(archive.root)
    generator = catalog.remember("generator", lambda: f"verbale {installed_version()}")
    workshop = Workshop(shelf_of(catalog, limit), archive, site, served(static_files(folders)))
    return Kit(workshop, renderer(folders, site, generator, _cache(folder)), generator)


def compile_templates(archive: Archive, folder: Path) -> None:
    """Compile an archive's templates, and keep that in the folder of its catalog.

    One that cannot be compiled is told when a page needs it.
    """
    compile_all(template_folders(archive.root), _cache(folder))


def _cache(folder: Path) -> Path:
    cache = folder / BYTECODE
    cache.mkdir(parents=True, exist_ok=True)
    return cache


def installed_version() -> str:
    """Return the version of verbale that is installed."""
    # Looking it up takes a tenth of the time that one changed page does, so it is kept with the catalog.
    from importlib import metadata

    return metadata.version("verbale")


def site_of(catalog: Catalog) -> Site:
    """Return what every page shows of the site: `site.yaml`, and the pages that people wrote, `about` first."""
    settings = catalog.headings.site
    base = f"{settings.base_url.rstrip('/')}/" if settings.base_url else None
    pages = sorted(catalog.headings.pages.values(), key=lambda page: (page.id != "about", page.id))
    return Site(
        settings.title,
        settings.description,
        base,
        settings.publisher,
        settings.licence,
        settings.language,
        tuple([Link(addresses.text_page(page.id), page.title) for page in pages]),
        addresses.FEED if base else None,
        addresses.index_page("glossary") if catalog.headings.terms else None,
    )


def carry_out(kit: Kit, staging: Staging, old: Manifest | None, tasks: Sequence[Task]) -> Done:
    """Make the pages and files of tasks, and put beside the site those that differ from what it has."""
    done: Done = []
    kit.workshop.shelf.begin(whole=any(task.time for task in tasks[:1]))
    for task in tasks:
        former = _former(old, task)
        for made in make(kit.workshop, task):
            data = made.data if isinstance(made, File) else render(kit.renderer, made).encode()
            sha256 = hashlib.sha256(data).hexdigest()
            differs = former(made.url) != sha256
            if differs:
                staging.write(made.url, data)
            done.append((made.url, sha256, differs))
    return done


def _former(old: Manifest | None, task: Task) -> Callable[[str], str | None]:
    """Return the function from a path to the digest of the file that the site has there."""
    if old is None:
        return lambda _: None
    # The many files of one folder are found faster all at once.
    return dict(old.entries_under(addresses.search_folder(task.id))).get if task.kind == "leaf" else old.sha256


def carry_out_all(
    kit: Kit, place: Place, jobs: int, plan: Plan, old: Manifest | None
) -> Generator[tuple[int, Done], None, None]:
    """Give what came of the tasks of a plan, chunk by chunk, each with its number of tasks, done by `jobs` processes at most."""
    staging = Staging(place.staging)
    if jobs > 1 and plan.size > FEW:
        yield from work_through(jobs, partial(_worker, place, compare=old is not None), chunks_of(plan.tasks))
    else:
        for chunk in chunks_of(plan.tasks):
            yield len(chunk), carry_out(kit, staging, old, chunk)


def _worker(place: Place, *, compare: bool) -> Callable[[Sequence[Task]], tuple[int, Done]]:
    """Return the function that a process of its own carries tasks out with."""
    kit = kit_of(place.archive, open_readonly(place.catalog), place.catalog.parent, place.limit)
    old = read_manifest(place.out) if compare else None
    staging = Staging(place.staging)

    def work(tasks: Sequence[Task]) -> tuple[int, Done]:
        return len(tasks), carry_out(kit, staging, old, tasks)

    return work


def chunks_of(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Give tasks in lists for one process: those about a year together, as far as it can keep their records at hand."""
    for (year, id_), timed in groupby(tasks, key=lambda task: (task.time[:4], "" if task.time else task.id)):
        if id_:
            # A speaker's page and what he says on each theme show the same records.
            yield list(timed)
            continue
        if not year:
            yield from ([task] for task in timed)
            continue
        chunk: list[Task] = []
        records = 0
        for task in timed:
            if records >= CHUNK and task.kind != "record":
                yield chunk
                chunk, records = [], 0
            chunk.append(task)
            records += task.kind == "record"
        yield chunk
