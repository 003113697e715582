"""Which pages to make: all of them, or those that a change of the archive can have reached; one task at a time.

A page planned in vain costs time only: what comes out as it was is not written.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.leads import media_in
from verbale.catalog.order import period_of, year_of
from verbale.catalog.sayings import cells_of
from verbale.site import addresses
from verbale.site.addresses import list_page
from verbale.site.feeds import sitemap_years
from verbale.site.indexview import NEWEST_AT_HOME, STRIPS
from verbale.site.lists import NEWEST, parts_of
from verbale.site.partition import holds
from verbale.site.saidview import old_said_pages
from verbale.site.searchplan import all_leaves, changed_leaves
from verbale.site.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from verbale.catalog.catalog import Catalog
    from verbale.catalog.touched import Key
    from verbale.site.manifest import Manifest
    from verbale.site.partition import Part
    from verbale.site.tasks import Workshop
    from verbale.site.write import Written

TOGETHER: Final = 8
"""Parts of one list that a task makes together."""
_ASIDE: Final = frozenset({"narrator", "unknown"})
_MACHINES: Final = Task("machines")
_OVERALL: Final = (
    *map(Task, ("home", "matrix", "figures", "glossary", "speakers", "themes", "search-index")),
    _MACHINES,
)
"""What is about the whole archive; all but the last shows sums, and what people are called."""


class Plan(NamedTuple):
    """What to make, how many tasks that is (about), and what of the old site may be gone.

    `families` are beginnings of paths: what the old site has there and was not made again is gone, and so are the paths
    in `gone`. A plan of the whole site has `whole` set: all that was not made is gone.
    """

    tasks: Iterable[Task]
    size: int
    families: tuple[str, ...] = ()
    gone: frozenset[str] = frozenset()
    whole: bool = False

    def lost(self, old: Manifest, written: Written) -> AbstractSet[str] | None:
        """Return the paths of the old site to delete, `None` for all that were not made."""
        if self.whole:
            return None
        made = {url for url, _, _ in written.entries()}
        return self.gone | {url for family in self.families for url in old.under(family) if url not in made}


def plan_all(workshop: Workshop) -> Plan:
    """Return the plan of the whole site; its tasks are drawn one at a time."""
    catalog = workshop.shelf.catalog
    size = catalog.sums()[0] + len(catalog.speaker_totals()) + len(catalog.headings.themes)
    return Plan(_all_tasks(workshop), size, whole=True)


def _all_tasks(workshop: Workshop) -> Iterator[Task]:
    """Give all tasks, those about one time together, so that a process has at hand what many of them show."""
    catalog = workshop.shelf.catalog
    timed: dict[str, list[Task]] = {}
    lists = [("speaker", total.id) for total in catalog.speaker_totals() if total.id not in _ASIDE]
    lists += [("theme", theme) for theme in catalog.headings.themes]
    lists += [("term", term) for term in catalog.headings.terms]
    cells = {speaker: list(found) for speaker, found in groupby(cells_of(catalog.db), key=lambda cell: cell[0])}
    for kind, id_ in (*lists, ("records", ""), ("points", ""), ("corrections", "")):
        yield Task(kind, id_)
        for part in parts_of(workshop.shelf, kind, id_):
            timed.setdefault(part.period, []).append(Task(kind, id_, (part.name,), part.period))
        workshop.shelf.forget_list(kind, id_)
        if kind == "speaker" and id_ in cells:
            yield Task("cells", id_)
            for task in _split_cells(workshop, cells[id_]):
                timed.setdefault(task.time, []).append(task)
    yield from _OVERALL
    yield from (Task("page", page) for page in catalog.headings.pages)
    yield Task("not-found")
    yield Task("search")
    yield from all_leaves(catalog.db)
    yield from (Task("static", url) for url in workshop.static)
    yield from (Task("media", path) for path in media_in(catalog.db))
    for kind, folder in (
        ("record", "records/"),
        ("speaker", "speakers/"),
        ("theme", "themes/"),
        ("term", "glossary/"),
        ("page", ""),
    ):
        for url in catalog.old_urls(folder):
            if folder or "/" not in url:
                yield Task(kind, url.removeprefix(folder).removesuffix(".html"))
    if workshop.site.base_url:
        yield from (Task("sitemap", year) for year in sitemap_years(catalog))
    for period, records in groupby(catalog.record_ranks(), key=lambda record: period_of(record[0])):
        for time in (year_of(period), period):
            yield from timed.pop(time, ())
        yield from (Task("record", id_, time=period) for _, id_ in records)
    yield from (task for tasks in timed.values() for task in tasks)


def _split_cells(workshop: Workshop, cells: Iterable[tuple[str, str, int]]) -> Iterator[Task]:
    """Give the tasks for the parts of what a speaker says on each theme, where that is too much for one page."""
    for speaker, theme, statements in cells:
        if statements > workshop.shelf.limit:
            cell = f"{speaker} {theme}"
            for part in parts_of(workshop.shelf, "said", cell):
                yield Task("said", cell, (part.name,), part.period)
            workshop.shelf.forget_list("said", cell)


def plan_changed(workshop: Workshop, touched: AbstractSet[Key], old: Manifest, *, search: bool = True) -> Plan:
    """Return what to make of a site, of which `old` tells the files, after changes that touched these keys; without `search`, the leaves of search are left out."""
    catalog = workshop.shelf.catalog
    tasks, families = _overall(catalog, touched)
    gone: set[str] = set()
    ranks: dict[tuple[str, str], set[str]] = {}
    strips: set[str] = set()
    for key in sorted(touched):
        if key.kind == "record":
            tasks.append(Task("record", key.id))
            families += _record_family(key.id)
        elif key.kind == "page":
            tasks.append(Task("page", key.id))
            families.append(addresses.text_page(key.id))
        elif key.kind == "media":
            tasks.append(Task("media", key.id))
            families.append(addresses.media(key.id))
        elif key.kind == "list" and key.id == "strips":
            strips.add(key.rank)
        elif key.kind == "list":
            if key.id != "sums":
                ranks.setdefault((key.id, ""), set()).add(key.rank)
        elif key.id not in _ASIDE:
            ranks.setdefault((key.kind, key.id), set()).add(key.rank)
            if not key.rank and key.kind in {"speaker", "theme"}:
                now = catalog.redirected(list_page(key.kind, key.id)) or key.id
                for speaker, theme, _ in cells_of(catalog.db, key.kind, now):
                    ranks.setdefault(("said", f"{speaker} {theme}"), set())
                families += _cells_gone(workshop, key, old)
    if ("records", "") in ranks:
        ranks["records", ""] |= strips
    else:
        tasks += _strip_tasks(workshop, strips)
    for (kind, id_), places in ranks.items():
        parts, lost = _parts_to_make(workshop, (kind, id_), places, old)
        tasks += _list_tasks(kind, id_, parts)
        families.append(list_page(kind, id_))
        if kind == "said":
            families += old_said_pages(workshop.shelf, *id_.split(" "))
        if kind in {"speaker", "theme"}:
            families.append(addresses.feed_of(list_page(kind, id_)))
            former = [one for one in _former(workshop, kind, id_) if (kind, one) not in ranks]
            tasks += [Task(kind, one) for one in former]
            families += [addresses.feed_of(list_page(kind, one)) for one in former]
        gone |= lost
    if search:
        leaves, folders = changed_leaves(workshop.shelf.catalog.db, touched, old)
        tasks += leaves
        families += folders
    if workshop.site.base_url:
        years, folders = _sitemaps(workshop, ranks.get(("records", ""), set()), old)
        tasks += [Task("sitemap", year) for year in years]
        families += folders
    return Plan(tasks, len(tasks), tuple(families), frozenset(gone))


def _overall(catalog: Catalog, touched: AbstractSet[Key]) -> tuple[list[Task], list[str]]:
    """Return the tasks for what is about the whole archive, as far as these keys reach it, and the beginnings of its paths."""
    machines = [addresses.FEED, addresses.SITEMAP]
    headings = any(key.kind == "page" or (not key.rank and key.kind in {"speaker", "theme", "term"}) for key in touched)
    # The only record of an archive is shown on its front page, and counted by voice on that of themes.
    if headings or any(key.id == "sums" for key in touched) or catalog.sums()[0] == 1:
        speakers = f"{addresses.index_page('speakers').removesuffix('.html')}-"
        counted = [speakers, addresses.matrix_page(2).partition("2")[0], addresses.index_page("glossary")]
        return list(_OVERALL), [*machines, *counted]
    newest = {head.rank for head in catalog.heads(limit=NEWEST_AT_HOME)}
    home = any(key.id == "strips" and key.rank in newest for key in touched)
    return [Task("home"), _MACHINES] if home else [_MACHINES], machines


def _former(workshop: Workshop, kind: str, id_: str) -> tuple[str, ...]:
    """Return the old ids of a speaker or theme at which its feed stands too, where there are feeds."""
    if not workshop.site.base_url:
        return ()
    headings = workshop.shelf.catalog.headings
    heading = headings.speakers.get(id_) if kind == "speaker" else headings.themes.get(id_)
    return heading.was if heading else ()


def _record_family(record_id: str) -> Iterator[str]:
    """Give the beginnings of all addresses of a record."""
    yield addresses.record_page(record_id).removesuffix("html")
    yield addresses.point_page(record_id, "").removesuffix(".html")
    yield addresses.source_text(record_id)
    yield addresses.search_record(record_id)


def _cells_gone(workshop: Workshop, key: Key, old: Manifest) -> Iterator[str]:
    """Give the beginnings of paths that an id, which was a speaker's or a theme's, had with others' ids."""
    catalog = workshop.shelf.catalog
    if key.kind == "speaker" and catalog.speaker_total(key.id) is None:
        yield addresses.said_page(key.id, "").removesuffix(".html")
    elif key.kind == "theme" and key.id not in catalog.headings.themes:
        ending = addresses.said_page("", key.id).partition("/")[2]
        yield from (url for url in old.under("speakers/") if url.endswith(ending))


def _list_tasks(kind: str, id_: str, parts: Iterable[Part]) -> Iterator[Task]:
    names = ["", *(part.name for part in parts)]
    for start in range(0, len(names), TOGETHER):
        yield Task(kind, id_, tuple(names[start : start + TOGETHER]))


def _strip_tasks(workshop: Workshop, ranks: AbstractSet[str]) -> Iterator[Task]:
    """Give the tasks for the lists of records that hold these places and are short enough to show strips."""
    parts = parts_of(workshop.shelf, "records")
    short = [part for part in parts if part.entries <= STRIPS and any(holds(part, rank) for rank in ranks)]
    if ranks and (short or not parts or min(NEWEST, workshop.shelf.limit) <= STRIPS):
        yield from _list_tasks("records", "", short)


def _parts_to_make(
    workshop: Workshop,
    which: tuple[str, str],
    ranks: AbstractSet[str],
    old: Manifest,
) -> tuple[list[Part], set[str]]:
    """Return the parts of a list that hold a place touched, or all where it is split anew, and the pages that went."""
    page = list_page(*which)
    parts = parts_of(workshop.shelf, *which)
    now = {addresses.part_page(page, part.name) for part in parts}
    before = set(old.under(addresses.part_page(page, "").removesuffix(".html")))
    everything = "" in ranks or now != before
    return [part for part in parts if everything or any(holds(part, rank) for rank in ranks)], before - now


def _sitemaps(workshop: Workshop, ranks: AbstractSet[str], old: Manifest) -> tuple[list[str], list[str]]:
    """Return the years whose sitemaps to make (all where they are new), and the beginnings of their paths."""
    years = sitemap_years(workshop.shelf.catalog)
    folder = addresses.sitemap_part("").removesuffix(".xml")
    if not years:
        return [], [folder]
    touched = {year_of(rank) for rank in ranks}
    if not any(old.under(folder)):
        touched |= years.keys()
    return sorted(touched), [f"{folder}{year}" for year in sorted(touched)]
