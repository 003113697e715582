"""For machines: the Atom feed (RFC 4287), the sitemap (sitemaps.org protocol 0.9) and `robots.txt`; dates never from a clock."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from verbale.catalog.catalog import FIRST, LAST
from verbale.catalog.order import UNDATED, sort_key, year_of
from verbale.catalog.sayings import cells_of
from verbale.site import addresses
from verbale.site.page import File
from verbale.site.saidview import matrix_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verbale.catalog.catalog import Catalog, Dated
    from verbale.site.shelf import Shelf
    from verbale.site.views import Site

FEED_ENTRIES: Final = 30
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


def feed(shelf: Shelf, site: Site) -> File:
    """Return the Atom feed of the newest records, by the date on which each was last changed or came to be known."""
    base = site.base_url or ""
    records = shelf.catalog.dated(FEED_ENTRIES)
    updated = max((moment(record) for record in records), default=f"{_EPOCH}T00:00:00Z")
    author = escape(site.publisher or site.title)
    entries = "".join(_entry(base, record) for record in records)
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(site.language)}">\n'
        f"<title>{escape(site.title)}</title>\n"
        f"<subtitle>{escape(site.description)}</subtitle>\n"
        f"<id>{escape(base)}</id>\n"
        f'<link rel="alternate" href="{escape(base)}"/>\n'
        f'<link rel="self" href="{escape(base)}{addresses.FEED}"/>\n'
        f"<updated>{updated}</updated>\n"
        f"<author><name>{author}</name></author>\n"
        f"{entries}</feed>\n"
    )
    return File(addresses.FEED, text.encode())


def _entry(base: str, record: Dated) -> str:
    url = f"{base}{addresses.record_page(record.id)}"
    words = f"{record.statements} statements and {record.points} agreed points, each with its speaker and the reason for it."
    published = f"<published>{_moment(record.date)}</published>\n" if sort_key(record.date) else ""
    return (
        "<entry>\n"
        f"<title>{escape(record.title)}</title>\n"
        f"<id>{escape(url)}</id>\n"
        f'<link rel="alternate" href="{escape(url)}"/>\n'
        f"{published}<updated>{moment(record)}</updated>\n"
        f"<summary>{words}</summary>\n"
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
