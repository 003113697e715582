"""For machines: Atom feeds (RFC 4287), the sitemap (sitemaps.org protocol 0.9) and `robots.txt`; dates never from a clock."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.catalog import FIRST, LAST
from verbale.catalog.latest import latest
from verbale.catalog.order import UNDATED, sort_key, year_of
from verbale.catalog.sayings import cells_of
from verbale.record import JOINT
from verbale.site import addresses
from verbale.site.page import File
from verbale.site.saidview import matrix_pages
from verbale.site.wording import capital, count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verbale.catalog.answers import Dated
    from verbale.catalog.catalog import Catalog
    from verbale.site.shelf import Shelf
    from verbale.site.views import Site

FEED_ENTRIES: Final = 30
LIST_ENTRIES: Final = 50
"""Entries in the feed of a speaker or theme."""
ONE_SITEMAP: Final = 2_000
"""Records and agreed points up to which one sitemap holds all; above, a change writes only its year's."""
SITEMAP_URLS: Final = 40_000
"""Addresses in one sitemap; the protocol allows 50,000."""
_SITEMAP: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_EPOCH: Final = "1970-01-01"


def robots(site: Site) -> File:
    """Return `robots.txt`, which welcomes everybody and names the sitemap where there is one."""
    lines = ["User-agent: *", "Allow: /"]
    if site.base_url:
        lines.append(f"Sitemap: {site.base_url}{addresses.SITEMAP}")
    return File(addresses.ROBOTS, ("\n".join(lines) + "\n").encode())


class Subject(NamedTuple):
    """What a feed is about: its address and that of the page that it follows, a title, and a sentence on it."""

    url: str
    page: str
    title: str
    words: str


def feed(shelf: Shelf, site: Site) -> File:
    """Return the Atom feed of the records by the date on which each was last changed or came to be known, newest first."""
    base = site.base_url or ""
    entries = [
        (
            record,
            f"{base}{addresses.record_page(record.id)}",
            f"{record.statements} statements and {record.points} agreed points, each with its speaker and the reason for it.",
        )
        for record in shelf.catalog.dated(FEED_ENTRIES)
    ]
    return _feed(site, Subject(addresses.FEED, "", site.title, site.description), entries)


def feed_of(shelf: Shelf, site: Site, which: tuple[str, str], name: str, url: str | None = None) -> File:
    """Return the feed of a speaker or theme (`which` is kind and id) that is called `name`, at its own or an old address.

    Its entries are the records in which the speaker speaks, or that bear the theme.
    """
    kind, id_ = which
    page = addresses.list_page(kind, id_)
    name = "the sides together" if id_ == JOINT else name
    entries = []
    for record in latest(shelf.catalog.db, kind, id_, LIST_ENTRIES):
        agreed = f" and {count(record.points, 'agreed point')}" if record.points else ""
        about = f"with {name} as the speaker" if kind == "speaker" else f"on {name}"
        words = f"{count(record.statements, 'sentence')}{agreed} {about}."
        entries.append((record, f"{site.base_url}{page}#{record.id}", words))
    words = f"What the sources report {'of' if kind == 'speaker' else 'on'} {name}."
    subject = Subject(addresses.feed_of(page), page, f"{capital(name)} · {site.title}", words)
    made = _feed(site, subject, entries)
    return File(url, made.data) if url else made


def _feed(site: Site, subject: Subject, entries: Sequence[tuple[Dated, str, str]]) -> File:
    """Return a feed; an entry is a record, the id that it has in this feed, and what is said of it."""
    base = site.base_url or ""
    updated = max((moment(record) for record, _, _ in entries), default=f"{_EPOCH}T00:00:00Z")
    author = escape(site.publisher or site.title)
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(site.language)}">\n'
        f"<title>{escape(subject.title)}</title>\n"
        f"<subtitle>{escape(subject.words)}</subtitle>\n"
        f"<id>{escape(base + subject.page)}</id>\n"
        f'<link rel="alternate" href="{escape(base + subject.page)}"/>\n'
        f'<link rel="self" href="{escape(base + subject.url)}"/>\n'
        f"<updated>{updated}</updated>\n"
        f"<author><name>{author}</name></author>\n"
        f"{''.join(_entry(base, *entry) for entry in entries)}</feed>\n"
    )
    return File(subject.url, text.encode())


def _entry(base: str, record: Dated, id_: str, words: str) -> str:
    published = f"<published>{_moment(record.date)}</published>\n" if sort_key(record.date) else ""
    return (
        "<entry>\n"
        f"<title>{escape(record.title)}</title>\n"
        f"<id>{escape(id_)}</id>\n"
        f'<link rel="alternate" href="{escape(base + addresses.record_page(record.id))}"/>\n'
        f"{published}<updated>{moment(record)}</updated>\n"
        f"<summary>{escape(words)}</summary>\n"
        "</entry>\n"
    )


def moment(record: Dated) -> str:
    """Return when a record was last changed as far as the archive knows, as RFC 3339 has it."""
    return _moment(record.changed)


def _moment(date: str | None) -> str:
    """Return a date or the beginning of a period as an instant; what was never dated has the first of all instants."""
    if date and "T" in date:
        day, _, clock = date.partition("T")
        return f"{day}T{clock if clock.endswith('Z') or '+' in clock else clock + 'Z'}"
    key = sort_key(date) or _EPOCH
    return f"{key}{'-01' * (2 - key.count('-'))}T00:00:00Z"


def sitemap(shelf: Shelf, site: Site) -> Iterator[File]:
    """Give the sitemap, or an index of sitemaps by year where there are many addresses, with the one of other pages."""
    base = escape(site.base_url or "")
    general = [_url(base, url, None) for url in _general(shelf.catalog)]
    years = sitemap_years(shelf.catalog)
    if not years:
        yield _urlset(addresses.SITEMAP, [*general, *_records(shelf.catalog, base, FIRST, LAST)])
        return
    yield _urlset(addresses.sitemap_part("pages"), general)
    names = ["pages", *(name for year, count in years.items() for name in _names(year, count))]
    listed = "".join(f"<sitemap><loc>{base}{addresses.sitemap_part(name)}</loc></sitemap>\n" for name in names)
    yield File(addresses.SITEMAP, _document("sitemapindex", listed))


def sitemap_years(catalog: Catalog) -> dict[str, int]:
    """Return the years that have sitemaps of their own, with their addresses; none where one sitemap holds all."""
    counts: dict[str, int] = {}
    for kind in ("records", "points"):
        for period, entries in catalog.periods(kind):
            counts[year_of(period)] = counts.get(year_of(period), 0) + entries
    return dict(sorted(counts.items())) if sum(counts.values()) > ONE_SITEMAP else {}


def sitemap_of_year(shelf: Shelf, site: Site, year: str) -> Iterator[File]:
    """Give the sitemap of a year's records and agreed points, in several files if need be."""
    low = " " if year == UNDATED else year
    urls = list(_records(shelf.catalog, escape(site.base_url or ""), low, f"{low}~"))
    for name, start in zip(_names(year, len(urls)), range(0, len(urls), SITEMAP_URLS), strict=True):
        yield _urlset(addresses.sitemap_part(name), urls[start : start + SITEMAP_URLS])


def _names(year: str, count: int) -> list[str]:
    return [year if number == 1 else f"{year}-{number}" for number in range(1, -(-count // SITEMAP_URLS) + 1)]


def _general(catalog: Catalog) -> Iterator[str]:
    """Give the pages that are not a record's own; parts of lists are found from these."""
    yield from (addresses.HOME, *map(addresses.index_page, ("records", "points", "speakers", "themes")))
    yield from (addresses.SEARCH, addresses.CORRECTIONS, addresses.FIGURES)
    yield from map(addresses.matrix_page, range(1, matrix_pages(catalog) + 1))
    yield from (addresses.said_page(speaker, theme) for speaker, theme, _ in cells_of(catalog.db))
    yield from map(addresses.text_page, catalog.headings.pages)
    yield from map(addresses.theme_page, catalog.headings.themes)
    if catalog.headings.terms:
        yield addresses.index_page("glossary")
        yield from map(addresses.term_page, catalog.headings.terms)
    for total in catalog.speaker_totals():
        if total.kind not in {"narrator", "unknown"}:
            yield addresses.speaker_page(total.id)


def _records(catalog: Catalog, base: str, low: str, high: str) -> Iterator[str]:
    for record, points in catalog.dated_points(low, high):
        changed = moment(record)[:10] if sort_key(record.changed) else None
        yield _url(base, addresses.record_page(record.id), changed)
        for point in points:
            yield _url(base, addresses.point_page(record.id, point), changed)


def _url(base: str, url: str, changed: str | None) -> str:
    date = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{base}{escape(url)}</loc>{date}</url>\n"


def _urlset(url: str, urls: Iterable[str]) -> File:
    return File(url, _document("urlset", "".join(urls)))


def _document(kind: str, inside: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{kind} {_SITEMAP}>\n{inside}</{kind}>\n'.encode()
