"""How a record, a sentence of it or an agreed point is cited; what is quoted is the readout, never whom it reports.

Nothing is guessed: a document that names no publisher is cited without one and says so, and the date of the meeting is never
given for that of publication. There is no date of access, since addresses and texts stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from verbale.edtf import MONTHS
from verbale.record import SourceEntry
from verbale.site.dates import spelled
from verbale.site.escaping import escaped
from verbale.site.filters import foreign
from verbale.site.pageviews import PointView, RecordView
from verbale.site.views import Site
from verbale.site.wording import marks_around

if TYPE_CHECKING:
    from verbale.site.page import Page

NOT_NAMED: Final = "a publisher not named"
_DAY: Final = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_MLA_MONTHS: Final = tuple("Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split())
_ENDS: Final = (".", "?", "!", "\u2026")
_FEW: Final = 10
"""Words of a sentence that a link to a text names in full; of a longer one it names the first and the last."""


class Document(NamedTuple):
    """What a reference says of a document, and of the archive that has it; `published` and `date` (of the meeting) are EDTF."""

    title: str
    language: str
    publisher: str | None
    published: str | None
    date: str | None
    archive: str
    archive_language: str


class Style(NamedTuple):
    """A reference as HTML around what differs from place to place: the place, then `sep` and the address where there is one."""

    name: str
    before: str
    after: str
    sep: str
    end: str


def references(view: RecordView | PointView, site: Site, page: Page) -> list[tuple[str, str]]:
    """Return the names of three styles, each with the page's reference in it as HTML.

    The styles are the Chicago Manual's (17th ed., bibliography), APA (7th ed.) and MLA (9th ed.). In each the class `loc`
    marks the place in the archive, and `u` the address with what stands before it, which may be empty.
    """
    head = view.head
    if isinstance(view, RecordView):
        source, place = view.record.source, head.id
    else:
        source, place = view.source, f"{head.id}#{view.sentence.statement.id}"
    url = f"{site.base_url}{page.url}" if site.base_url else ""
    document = Document(
        *(head.title, head.language, source.publisher, source.published, head.date, site.title, site.language)
    )
    return [(style.name, _filled(style, place, url)) for style in _styles(document)]


def _filled(style: Style, place: str, url: str) -> str:
    shown = escaped(f"{style.sep}{url}") if url else ""
    return (
        f'{style.before}<span class="loc">{escaped(place)}</span>{style.after}'
        f'<span class="u" data-sep="{style.sep}">{shown}</span>{style.end}'
    )


@lru_cache(maxsize=4)
def _styles(document: Document) -> tuple[Style, ...]:
    """Return a document's reference in each style; the points of a record, which come one after another, share them."""
    house, archive = document.publisher or "", escaped(document.archive)
    author = f"{escaped(house)}{'' if house.endswith('.') else '.'} " if house else ""
    title = f'<span class="src"{foreign(document.language, document.archive_language)}>{escaped(document.title)}</span>'
    opening, closing = marks_around(document.title, document.archive_language)
    quoted = f"{opening}{title}{'' if document.title.endswith(_ENDS) else '.'}{closing}"
    unnamed = "" if house else ", publisher not named"
    of = f"eadout of {american(document.date)}{unnamed}" if document.date else f"eadout, date not given{unnamed}"
    of_mla = f"eadout of {mla(document.date)}{unnamed}" if document.date else of
    when = f"({year_first(document.published)})." if document.published else "(n.d.)."
    what = f"<i>{title}</i> [R{of}]."
    chicago = f" Published {american(document.published)}" if document.published else ""
    day = f"{mla(document.published)}, " if document.published else ""
    return (
        Style("Chicago", f"{author}{quoted} R{of}. In <i>{archive}</i>, record ", chicago and f".{chicago}", ". ", "."),
        Style("APA", f"{author}{f'{when} {what}' if house else f'{what} {when}'} {archive}, record ", ".", " ", ""),
        Style("MLA", f"{author}{quoted} <i>{archive}</i>, {day}r{of_mla}, record ", "", ", ", "."),
    )


def by(source: SourceEntry) -> str:
    """Return who reports."""
    return source.publisher or NOT_NAMED


def _day(date: str | None) -> str | None:
    """Return a date without its time of day."""
    return date.partition("T")[0] if date else None


def _parts(date: str | None) -> tuple[str, int, int] | None:
    match = _DAY.fullmatch(_day(date) or "")
    if not match or int(match[2] or 1) > len(MONTHS) or match[2] == "00":
        return None
    return match[1], int(match[2] or 0), int(match[3] or 0)


def american(date: str | None) -> str:
    """Return a date as "June 28, 2021", as far as it is known; what is no plain date is spelled as on the pages."""
    parts = _parts(date)
    if not parts or not parts[1]:
        return spelled(_day(date))
    year, month, day = parts
    return f"{MONTHS[month - 1]} {day}, {year}" if day else f"{MONTHS[month - 1]} {year}"


def year_first(date: str | None) -> str:
    """Return a date as APA has it, "2021, June 28"; what is no plain date is spelled as on the pages."""
    parts = _parts(date)
    if not parts or not parts[1]:
        return spelled(_day(date))
    year, month, day = parts
    return f"{year}, {MONTHS[month - 1]}{f' {day}' if day else ''}"


def mla(date: str | None) -> str:
    """Return a date as MLA has it, "28 Nov. 2021"; what is no plain date is spelled as on the pages."""
    parts = _parts(date)
    if not parts or not parts[1]:
        return spelled(_day(date))
    year, month, day = parts
    return f"{f'{day} ' if day else ''}{_MLA_MONTHS[month - 1]} {year}"


def at_publisher(url: str, text: str) -> str:
    """Return the address of a text on a page that is elsewhere: a URL with a text directive (WICG, URL fragment text directives).

    A browser that does not know them shows the page from its top.
    """
    words = text.split()
    few = len(words) <= _FEW
    parts = [" ".join(words)] if few else [" ".join(words[: _FEW // 2]), " ".join(words[-_FEW // 2 :])]
    directive = ",".join([quote(part, safe="").replace("-", "%2D") for part in parts])
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


FILTERS: Final[dict[str, Callable[..., object]]] = {
    "at_publisher": at_publisher,
    "by": by,
    "references": references,
}
