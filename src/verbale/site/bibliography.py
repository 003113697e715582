"""A record and its agreed points for reference managers: BibTeX, RIS and CSL JSON; text in, text out.

What is not known is left out: without a date of publication there is none, and the day of the meeting stands in the note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from verbale.jsontext import spaced
from verbale.site import addresses
from verbale.site.citing import NOT_NAMED
from verbale.site.dates import spelled
from verbale.site.page import File

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verbale.record import AgreedPoint, Record
    from verbale.site.views import Site

_TEX: Final = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "\\": "\\textbackslash{}",
}
_SPECIAL: Final = re.compile(r"[&%$#_{}~^\\]")
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATE: Final = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?(?=$|[T/])")
_SPACE: Final = re.compile(r"\s+")
_BAD_IN_URL: Final = re.compile(r"[{}\\\s]")


class Item(NamedTuple):
    """One entry: its key, title, place in the archive, address from the site's root, and a note in words."""

    key: str
    title: str
    place: str
    url: str
    note: str


def bibliography(record: Record, site: Site, name: str | None = None) -> Iterator[File]:
    """Give a record's entries as three files, under its id or (`name`) an old one.

    BibTeX is for BibTeX and biblatex, in UTF-8; RIS has the tags and line ends of its specification; CSL JSON is the
    schema csl-data.json 1.0.
    """
    items = tuple(_items(record))
    id_ = name or record.id
    for ending, text in (("bib", _bibtex), ("ris", _ris), ("csl.json", _csl)):
        yield File(addresses.record_citations(id_, ending), text(record, site, items).encode())


def _items(record: Record) -> Iterator[Item]:
    publisher = record.source.publisher or NOT_NAMED
    date = f" of {spelled(record.event.date)}" if record.event.date else ""
    about = f"Readout{date}, as reported by {publisher}"
    yield Item(record.id, _line(record.title), record.id, addresses.record_page(record.id), about)
    for point in record.agreed:
        yield Item(
            f"{record.id}:{point.id}",
            _line(point.label or point.text),
            f"{record.id}#{point.statement}",
            addresses.point_page(record.id, point.id),
            _agreed(point, f"Readout{date}", publisher),
        )


def _agreed(point: AgreedPoint, readout: str, publisher: str) -> str:
    return f"\u201c{_line(point.text)}\u201d, {point.act} by the sides as reported by {publisher}. {readout}"


def _line(text: str) -> str:
    """Return a text on one line."""
    return _SPACE.sub(" ", text) if "\n" in text or "\r" in text else text


def _published(record: Record) -> tuple[str, str | None, str | None] | None:
    """Return year, month and day of publication, as far as they are known."""
    match = _DATE.match(record.source.published or "")
    return (match[1], match[2], match[3]) if match else None


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda match: _TEX[match[0]], text)


def _bibtex(record: Record, site: Site, items: tuple[Item, ...]) -> str:
    date = _published(record)
    publisher = record.source.publisher
    shared = f"  author = {{{{{_tex(_line(publisher))}}}}},\n" if publisher else ""
    if date:
        shared += f"  year = {{{date[0]}}},\n"
        shared += f"  month = {_MONTHS[int(date[1]) - 1]},\n" if date[1] else ""
    shared += f"  language = {{{_tex(record.language)}}},\n"
    name = _tex(_line(site.title))
    return "\n".join(
        [
            f"@misc{{{item.key},\n"
            f"  title = {{{{{_tex(item.title)}}}}},\n"
            f"{shared}"
            f"  howpublished = {{\\emph{{{name}}}, record {_tex(item.place)}}},\n"
            f"{_bibtex_url(site, item.url)}"
            f"  note = {{{_tex(item.note)}}}\n"
            "}\n"
            for item in items
        ]
    )


def _bibtex_url(site: Site, url: str) -> str:
    if not site.base_url:
        return ""
    address = _BAD_IN_URL.sub(lambda match: f"%{ord(match[0]):02X}", f"{site.base_url}{url}")
    return f"  url = {{{address}}},\n"


def _ris(record: Record, site: Site, items: tuple[Item, ...]) -> str:
    date = _published(record)
    publisher = _line(record.source.publisher or "")
    # A comma would make of a house a person with a first name.
    shared = [("PB" if "," in publisher else "AU", publisher)] if publisher else []
    if date:
        shared += [("PY", date[0]), ("DA", f"{date[0]}/{date[1] or ''}/{date[2] or ''}/")]
    shared += [("T2", _line(site.title)), ("LA", record.language)]
    lines: list[tuple[str, str]] = []
    for item in items:
        lines += [("TY", "ELEC"), ("ID", item.key), ("TI", item.title), *shared, ("AV", f"record {item.place}")]
        lines += [("UR", f"{site.base_url}{item.url}")] if site.base_url else []
        lines += [("N1", item.note), ("ER", "")]
    return "".join([f"{tag}  - {value}\r\n" for tag, value in lines])


def _csl(record: Record, site: Site, items: tuple[Item, ...]) -> str:
    date = _published(record)
    shared: dict[str, Any] = {"container-title": site.title, "language": record.language}
    if record.source.publisher:
        shared["author"] = [{"literal": record.source.publisher}]
    if date:
        shared["issued"] = {"date-parts": [[int(part) for part in date if part]]}
    entries = []
    for item in items:
        address = {"URL": f"{site.base_url}{item.url}"} if site.base_url else {}
        own = {"id": item.key, "type": "webpage", "title": item.title}
        entries.append(
            spaced({**own, **shared, "archive_location": f"record {item.place}", **address, "note": item.note})
        )
    return "[\n" + ",\n".join(entries) + "\n]\n"
