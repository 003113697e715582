"""What making pages starts from: a task, and all that any task needs; with what makers of lists have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from verbale.site import addresses
from verbale.site.lists import stretches
from verbale.site.page import File, Page
from verbale.site.pageviews import RedirectView
from verbale.site.views import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from verbale.archive import Archive
    from verbale.site.lists import Stretch
    from verbale.site.shelf import Shelf
    from verbale.site.views import Site

Made = Page | File


class Task(NamedTuple):
    """What to make: a kind, an id where the kind needs one, and of a list the names of the parts ("" is the first page).

    `time` is the year or month that it is about: tasks about one time are best done together.
    """

    kind: str
    id: str = ""
    parts: tuple[str, ...] = ("",)
    time: str = ""


class Workshop(NamedTuple):
    """What making pages needs: the catalog, the archive's files, what the site says of itself, and what its static files are made of."""

    shelf: Shelf
    archive: Archive
    site: Site
    static: Mapping[str, tuple[Path, ...]]


def redirect(old: str, new: str, title: str, section: str) -> Page:
    """Return the page at an old address, which leads to the new one."""
    return Page(old, "redirect.html", RedirectView(Link(new, title)), title, f"{title}: this page has moved.", section)


def pages_of(shelf: Shelf, task: Task, page: str, title: str) -> Iterator[tuple[str, str, Stretch]]:
    """Give address, title and stretch of each page of a list that a task asks for and the list has."""
    for name, stretch in stretches(shelf, (task.kind, task.id), task.parts, page, title):
        period = stretch.pager.period
        number = f", page {stretch.pager.number}" if stretch.pager.number > 1 else ""
        whole_title = f"{title}, {period}{number}" if period else title
        yield addresses.part_page(page, name) if name else page, whole_title, stretch
