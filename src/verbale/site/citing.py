"""How a record, a sentence of it or an agreed point is cited; what is quoted is the readout, never whom it reports.

Nothing is guessed: a document that names no publisher is cited without one and says so, and the date of the meeting is never
given for that of publication. There is no date of access, since addresses and texts stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from verbale.record import SourceEntry
from verbale.site.dates import MONTHS, spelled
from verbale.site.escaping import escaped
from verbale.site.filters import foreign
from verbale.site.views import PointView, RecordHead, RecordView, Site

if TYPE_CHECKING:
    from verbale.site.page import Page

NOT_NAMED: Final = "a publisher not named"
_DAY: Final = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_MLA_MONTHS: Final = tuple("Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split())
_ENDS: Final = (".", "?", "!", "\u2026")
_FEW: Final = 10
"""Words of a sentence that a link to a text names in full; of a longer one it names the first and the last."""


class Work(NamedTuple):
    """What a reference is made of: the document, the archive that has it, and where in it; `url` where the site has one."""

    head: RecordHead
    source: SourceEntry
    site: Site
    place: str
    url: str | None


def work_of(view: RecordView | PointView, site: Site, page: Page) -> Work:
    """Return what a record's page, or that of an agreed point, is cited by."""
    url = f"{site.base_url}{page.url}" if site.base_url else None
    if isinstance(view, RecordView):
        return Work(view.head, view.record.source, site, view.head.id, url)
    return Work(view.head, view.source, site, f"{view.head.id}#{view.sentence.statement.id}", url)


def references(view: RecordView | PointView, site: Site, page: Page) -> tuple[tuple[str, str], ...]:
    """Return the names of three styles, each with the page's reference in it as HTML.

    The styles are the Chicago Manual's (17th ed., bibliography), APA (7th ed.) and MLA (9th ed.). In each the class `loc`
    marks the place in the archive, and `u` the address with what stands before it, which may be empty.
    """
    work = work_of(view, site, page)
    return ("Chicago", _chicago(work)), ("APA", _apa(work)), ("MLA", _mla(work))


def _chicago(work: Work) -> str:
    published = f" Published {american(work.source.published)}." if work.source.published else ""
    about = _readout(work, american(work.head.date))
    name, place = _archive(work)
    ended = f"{_author(work)}\u201c{_title(work, '.')}\u201d {about}. In <i>{name}</i>, {place}.{published}"
    return f"{ended[:-1]}{_address(work, '. ')}."


def _apa(work: Work) -> str:
    date = _day(work.source.published)
    when = f"({year_first(date)})." if date else "(n.d.)."
    what = f"<i>{_title(work)}</i> [{_readout(work, american(work.head.date))}]."
    first = f"{_author(work)}{when} {what}" if work.source.publisher else f"{what} {when}"
    return f"{first} {', '.join(_archive(work))}.{_address(work, ' ')}"


def _mla(work: Work) -> str:
    published = f"{mla(work.source.published)}, " if work.source.published else ""
    about = _readout(work, mla(work.head.date)).replace("Readout", "readout", 1)
    name, place = _archive(work)
    return f"{_author(work)}\u201c{_title(work, '.')}\u201d <i>{name}</i>, {published}{about}, {place}{_address(work, ', ')}."


def _author(work: Work) -> str:
    name = work.source.publisher
    return f"{escaped(name)}{'' if name.endswith('.') else '.'} " if name else ""


def _title(work: Work, stop: str = "") -> str:
    """Return the document's title as HTML, with a full stop where it does not end in a mark of its own."""
    title = work.head.title
    theirs = foreign(work.head.language, work.site.language)
    end = "" if title.endswith(_ENDS) else stop
    return f'<span class="src"{theirs}>{escaped(title)}</span>{end}'


def _readout(work: Work, date: str) -> str:
    of = f"Readout of {date}" if work.head.date else "Readout, date not given"
    return of if work.source.publisher else f"{of}, publisher not named"


def _archive(work: Work) -> tuple[str, str]:
    """Return what the archive is called, and the place in it."""
    return escaped(work.site.title), f'record <span class="loc">{escaped(work.place)}</span>'


def _address(work: Work, before: str) -> str:
    shown = f"{before}{escaped(work.url)}" if work.url else ""
    return f'<span class="u" data-sep="{before}">{shown}</span>'


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
