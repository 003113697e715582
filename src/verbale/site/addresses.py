"""The addresses of the site, counted from its root; they are permanent, and nothing else in verbale spells one out."""

from __future__ import annotations

from typing import Final

from verbale.catalog.words import key_of

HOME: Final = "index.html"
NOT_FOUND: Final = "404.html"
CORRECTIONS: Final = "corrections.html"
MATRIX: Final = "matrix.html"
FIGURES: Final = "figures.html"
SEARCH: Final = "search.html"
ROBOTS: Final = "robots.txt"
SITEMAP: Final = "sitemap.xml"
FEED: Final = "feed.xml"
MANIFEST: Final = "manifest.json"
STATIC: Final = "static/"


def index_page(kind: str) -> str:
    """Return the index of `records`, `points`, `speakers` or `themes`."""
    return f"{kind}/index.html"


def record_page(record_id: str) -> str:
    """Return a record's page."""
    return f"records/{record_id}.html"


def sentence_anchor(record_id: str, statement_id: str) -> str:
    """Return the place of a statement on its record's page."""
    return f"records/{record_id}.html#{statement_id}"


def record_yaml(record_id: str) -> str:
    """Return the record's own file as a download."""
    return f"records/{record_id}.yaml"


def record_json(record_id: str) -> str:
    """Return the record as canonical JSON."""
    return f"records/{record_id}.json"


def record_citations(record_id: str, ending: str) -> str:
    """Return a record's entries for reference managers: `bib`, `ris` or `csl.json`."""
    return f"records/{record_id}.{ending}"


def source_text(record_id: str) -> str:
    """Return the bytes of the record's source."""
    return f"sources/{record_id}.txt"


def point_page(record_id: str, point_id: str) -> str:
    """Return an agreed point's page."""
    return f"points/{record_id}/{point_id}.html"


def speaker_page(speaker_id: str) -> str:
    """Return the page of a person, of a party or of `joint`."""
    return f"speakers/{speaker_id}.html"


def theme_page(theme_id: str) -> str:
    """Return a theme's page."""
    return f"themes/{theme_id}.html"


def term_page(term_id: str) -> str:
    """Return the page of a term of the glossary."""
    return f"glossary/{term_id}.html"


def said_page(speaker_id: str, theme_id: str) -> str:
    """Return the page of what one speaker says on one theme."""
    return f"speakers/{speaker_id}/themes/{theme_id}.html"


def matrix_page(number: int) -> str:
    """Return page `number`, from 1, of the table of speakers and themes."""
    return MATRIX if number == 1 else f"matrix/{number}.html"


def list_page(kind: str, id_: str) -> str:
    """Return the first page of a list: of a `speaker` or `theme`, or of `records`, `points`, `speakers`, `corrections` …."""
    if kind == "speaker":
        return speaker_page(id_)
    if kind == "term":
        return term_page(id_)
    if kind == "said":
        return said_page(*id_.split(" "))
    if kind == "corrections":
        return CORRECTIONS
    return theme_page(id_) if kind == "theme" else index_page(kind)


def feed_of(page: str) -> str:
    """Return the Atom feed of a speaker or theme, by its page."""
    return f"{page.removesuffix('.html')}.xml"


def text_page(page_id: str) -> str:
    """Return a page that a person wrote."""
    return f"{page_id}.html"


def media(path: str) -> str:
    """Return a picture or file of the archive, by its path in `content/media/`."""
    return f"media/{path}"


def part_page(list_page: str, part: str) -> str:
    """Return one part of a long list: `themes/trade.html` and `2021-06-2` give `themes/trade/years/2021-06-2.html`.

    The parts of `records/index.html` are `records/years/<part>.html`, without `index`.
    """
    folder = list_page.removesuffix(".html").removesuffix("/index")
    return f"{folder}/years/{part}.html"


def numbered_page(list_page: str, number: int) -> str:
    """Return page `number`, from 1, of a list that is not ordered by date: `speakers/index-2.html`."""
    return list_page if number == 1 else f"{list_page.removesuffix('.html')}-{number}.html"


def sitemap_part(name: str) -> str:
    """Return one of several sitemaps."""
    return f"sitemaps/{name}.xml"


def search_file(name: str) -> str:
    """Return a file that search reads, by the name under which it hands its data over."""
    return f"search/{name}.js"


def search_leaf(bits: str) -> str:
    """Return the name of a leaf of search, which its files' names begin with."""
    return f"n{bits}"


def search_folder(bits: str) -> str:
    """Return the beginning of the addresses of a leaf's files."""
    return f"search/{search_leaf(bits)}/"


def search_record(record_id: str) -> str:
    """Return the file that search shows a record's sentences from."""
    return search_file(f"records/{key_of(record_id):011x}")
