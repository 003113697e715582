"""From a task to the pages and files that it stands for, one at a time; they are not rendered, and nothing is written.

Tasks are small, and whole in themselves: any process that has the catalog can do any of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from verbale.archive import MEDIA
from verbale.errors import BuildError
from verbale.site import addresses, feeds, surveys
from verbale.site.assets import served_bytes
from verbale.site.bibliography import bibliography
from verbale.site.indexview import home_view, points_view, records_view, speakers_view, themes_view
from verbale.site.page import File, Page
from verbale.site.pageviews import TextView
from verbale.site.recordview import corrections_view, point_views, reading_of, record_view
from verbale.site.searchfiles import index_file, leaf_files, record_file
from verbale.site.speakerview import speaker_name, speaker_view
from verbale.site.tasks import Made, Task, Workshop, pages_of, redirect
from verbale.site.text import plain, shorten
from verbale.site.themeview import theme_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from verbale.catalog.answers import Whole
    from verbale.record import Record
    from verbale.site.pageviews import PointView, RecordView

_STATEMENT: Final = re.compile(r"s[0-9]{2,}")
"""Ids of statements, whose addresses are places on their record's page."""


def make(workshop: Workshop, task: Task) -> Iterator[Made]:
    """Give the pages and files of a task; none where what it names is not there any more."""
    return _MAKERS[task.kind](workshop, task)


def _record(workshop: Workshop, task: Task) -> Iterator[Made]:
    shelf = workshop.shelf
    reading = reading_of(shelf, task.id)
    if reading is None:
        yield from _moved_record(workshop, task.id)
        return
    view = record_view(shelf, reading)
    head = view.head
    yield Page(head.url, "record.html", view, head.title, _record_words(view), "records")
    for ref, point in point_views(reading):
        yield Page(ref.url, "point.html", point, ref.label, _point_words(point), "points")
    yield from _retired_points(reading.whole.record, task.id)
    yield from _downloads(workshop, reading.whole, task.id)
    yield record_file(reading, view)


def _record_words(view: RecordView) -> str:
    head = view.head
    return f"{head.date_text}: {head.statements} sentences and {head.points} agreed points, each with its speaker and the reason for it."


def _point_words(view: PointView) -> str:
    return f"{shorten(view.point.text, 120)}: {view.point.act} by the sides, according to the readout of {view.head.date_text}."


def _downloads(workshop: Workshop, whole: Whole, record_id: str) -> Iterator[File]:
    """Give what a reader may take away, under the record's id or an old one."""
    record = whole.record
    yield File(addresses.record_yaml(record_id), _bytes_of(workshop, whole.path))
    yield File(addresses.record_json(record_id), workshop.shelf.catalog.canonical(whole.head.key).encode())
    yield File(addresses.source_text(record_id), _bytes_of(workshop, record.source.path))
    yield from bibliography(record, workshop.site, record_id)


def _bytes_of(workshop: Workshop, path: str) -> bytes:
    try:
        with open(f"{workshop.archive.root}/{path}", "rb") as file:  # noqa: PTH123 - half the time of a path object
            return file.read()
    except OSError as error:
        message = f"{path}: cannot be read any more ({error.strerror}). It went while the site was built: build again."
        raise BuildError(message) from error


def _moved_record(workshop: Workshop, old: str) -> Iterator[Made]:
    """Give what stands at the addresses of a record's old id."""
    new = workshop.shelf.catalog.redirected(addresses.record_page(old))
    reading = reading_of(workshop.shelf, new) if new else None
    if reading is None:
        return
    record = reading.whole.record
    yield redirect(addresses.record_page(old), addresses.record_page(record.id), record.title, "records")
    for point in record.agreed:
        target = addresses.point_page(record.id, point.id)
        yield redirect(addresses.point_page(old, point.id), target, point.label or point.text, "points")
    yield from _retired_points(record, old)
    yield from _downloads(workshop, reading.whole, old)


def _retired_points(record: Record, id_: str) -> Iterator[Made]:
    """Give what stands, under a record's id or an old one, where agreed points had pages that are no more.

    It leads to the point that took the words up, else to where the record's page says what became of it.
    """
    labels = {point.id: point.label or point.text for point in record.agreed}
    for gone in record.retired:
        if _STATEMENT.fullmatch(gone.id):
            continue
        old = addresses.point_page(id_, gone.id)
        if gone.into in labels:
            yield redirect(old, addresses.point_page(record.id, gone.into), labels[gone.into], "points")
        else:
            yield redirect(old, addresses.sentence_anchor(record.id, gone.id), record.title, "points")


def _speaker(workshop: Workshop, task: Task) -> Iterator[Made]:
    shelf = workshop.shelf
    total = shelf.catalog.speaker_total(task.id)
    page = addresses.speaker_page(task.id)
    if total is None:
        new = shelf.catalog.redirected(page)
        target = shelf.catalog.speaker_total(new) if new else None
        if target:
            name = speaker_name(shelf, target)
            yield redirect(page, addresses.speaker_page(target.id), name, "speakers")
            yield from _feed(workshop, task, target.id, name)
        return
    name = speaker_name(shelf, total)
    yield from _feed(workshop, task, task.id, name)
    words = f"What the sources report of {name}, sentence by sentence, record by record."
    for url, title, stretch in pages_of(shelf, task, page, name):
        yield Page(url, "speaker.html", speaker_view(shelf, total, stretch), title, words, "speakers")


def _theme(workshop: Workshop, task: Task) -> Iterator[Made]:
    shelf = workshop.shelf
    themes = shelf.catalog.headings.themes
    theme = themes.get(task.id)
    page = addresses.theme_page(task.id)
    if theme is None:
        new = shelf.catalog.redirected(page)
        if new and new in themes:
            yield redirect(page, addresses.theme_page(new), themes[new].label, "themes")
            yield from _feed(workshop, task, new, themes[new].label)
        return
    yield from _feed(workshop, task, task.id, theme.label)
    words = f"{theme.label}: what the sources report, sentence by sentence, side by side."
    for url, title, stretch in pages_of(shelf, task, page, theme.label):
        yield Page(url, "theme.html", theme_view(shelf, theme, stretch), title, words, "themes")


def _feed(workshop: Workshop, task: Task, id_: str, name: str) -> Iterator[Made]:
    """Give the feed of a speaker or theme with the first page of its list, at the id that the task names."""
    if workshop.site.base_url and "" in task.parts:
        url = addresses.feed_of(addresses.list_page(task.kind, task.id))
        yield feeds.feed_of(workshop.shelf, workshop.site, (task.kind, id_), name, url)


def _records(workshop: Workshop, task: Task) -> Iterator[Made]:
    index = addresses.index_page("records")
    for url, title, stretch in pages_of(workshop.shelf, task, index, "Records"):
        view = records_view(workshop.shelf, stretch)
        yield Page(url, "index.html", view, title, f"{title}: readouts, newest first.", "records")


def _points(workshop: Workshop, task: Task) -> Iterator[Made]:
    index = addresses.index_page("points")
    for url, title, stretch in pages_of(workshop.shelf, task, index, "Agreed points"):
        view = points_view(workshop.shelf, stretch)
        words = f"{title}: what the sides are reported to have agreed, newest first."
        yield Page(url, "index.html", view, title, words, "points")


def _corrections(workshop: Workshop, task: Task) -> Iterator[Made]:
    words = "Where people who keep this archive read a document otherwise than the parser."
    for url, title, stretch in pages_of(workshop.shelf, task, addresses.CORRECTIONS, "Corrections"):
        yield Page(url, "corrections.html", corrections_view(workshop.shelf, stretch), title, words)


def _speakers(workshop: Workshop, _: Task) -> Iterator[Made]:
    index = addresses.index_page("speakers")
    number = pages = 1
    while number <= pages:
        view, pages = speakers_view(workshop.shelf, number)
        words = "Persons, states and organisations that the sources report to speak."
        title = f"Speakers, page {number}" if number > 1 else "Speakers"
        yield Page(addresses.numbered_page(index, number), "index.html", view, title, words, "speakers")
        number += 1


def _themes(workshop: Workshop, _: Task) -> Iterator[Made]:
    view = themes_view(workshop.shelf)
    yield Page(
        addresses.index_page("themes"), "index.html", view, "Themes", "The archive's subject headings.", "themes"
    )


def _home(workshop: Workshop, _: Task) -> Iterator[Made]:
    view = home_view(workshop.shelf)
    site = workshop.site
    yield Page(addresses.HOME, "home.html", view, site.title, site.description, "home")


def _text(workshop: Workshop, task: Task) -> Iterator[Made]:
    shelf = workshop.shelf
    pages = shelf.catalog.headings.pages
    page = pages.get(task.id)
    url = addresses.text_page(task.id)
    if page is None:
        new = shelf.catalog.redirected(url)
        if new and new in pages:
            yield redirect(url, addresses.text_page(new), pages[new].title, "")
        return
    words = page.description or plain(page.body)
    section = "about" if page.id == "about" else ""
    yield Page(url, "text.html", TextView(page.title, shelf.html(page.body)), page.title, words, section)


def _search(workshop: Workshop, _: Task) -> Iterator[Made]:
    words = f"Search every sentence and agreed point of {workshop.site.title}."
    yield Page(addresses.SEARCH, "search.html", TextView("Search", ""), "Search", words, "search")


def _search_index(workshop: Workshop, _: Task) -> Iterator[Made]:
    yield index_file(workshop.shelf, workshop.site)


def _leaf(workshop: Workshop, task: Task) -> Iterator[Made]:
    yield from leaf_files(workshop.shelf, task.id)


def _not_found(workshop: Workshop, _: Task) -> Iterator[Made]:
    title = "There is no such page"
    words = f"{title} in {workshop.site.title}."
    yield Page(addresses.NOT_FOUND, "404.html", TextView(title, ""), title, words)


def _machines(workshop: Workshop, _: Task) -> Iterator[Made]:
    yield feeds.robots(workshop.site)
    if workshop.site.base_url:
        yield feeds.feed(workshop.shelf, workshop.site)
        yield from feeds.sitemap(workshop.shelf, workshop.site)


def _sitemap(workshop: Workshop, task: Task) -> Iterator[Made]:
    if workshop.site.base_url and task.id in feeds.sitemap_years(workshop.shelf.catalog):
        yield from feeds.sitemap_of_year(workshop.shelf, workshop.site, task.id)


def _media(workshop: Workshop, task: Task) -> Iterator[Made]:
    path = f"{MEDIA}/{task.id}"
    if workshop.archive.at(path).is_file():
        yield File(addresses.media(task.id), _bytes_of(workshop, path))


def _static(workshop: Workshop, task: Task) -> Iterator[Made]:
    yield File(task.id, served_bytes(workshop.static[task.id]))


_MAKERS: Mapping[str, Callable[[Workshop, Task], Iterator[Made]]] = {
    "record": _record,
    "speaker": _speaker,
    "theme": _theme,
    "said": surveys.said,
    "cells": surveys.cells,
    "matrix": surveys.matrix,
    "figures": surveys.figures,
    "term": surveys.term,
    "glossary": surveys.glossary,
    "records": _records,
    "points": _points,
    "corrections": _corrections,
    "speakers": _speakers,
    "themes": _themes,
    "home": _home,
    "page": _text,
    "not-found": _not_found,
    "search": _search,
    "search-index": _search_index,
    "leaf": _leaf,
    "machines": _machines,
    "sitemap": _sitemap,
    "media": _media,
    "static": _static,
}
