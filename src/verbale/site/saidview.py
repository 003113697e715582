"""What did one say on the other: the views of a speaker's words on one theme, and of the table of all speakers and themes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verbale.catalog.sayings import ASIDE, cells_of, said_on
from verbale.record import JOINT
from verbale.site import addresses
from verbale.site.pageviews import Group, MatrixRow, MatrixView, SaidView
from verbale.site.speakerview import speaker_name
from verbale.site.views import Link, Pager

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verbale.authority import Theme
    from verbale.catalog.answers import SpeakerTotal
    from verbale.catalog.catalog import Catalog
    from verbale.site.lists import Stretch
    from verbale.site.shelf import Shelf

ACROSS: Final = 10
"""Speakers that one page of the table has columns for."""
SPEAKERS: Final = 50
THEMES: Final = 60
"""Speakers and themes, those with most sentences first, that the table has at all; their own pages have the rest."""


def said_view(shelf: Shelf, total: SpeakerTotal, theme: Theme, stretch: Stretch) -> SaidView:
    """Return the view of what a speaker says on a theme, or of one part of it."""
    found = list(said_on(shelf.catalog.db, f"{total.id} {theme.id}", stretch.low, stretch.high))
    standing = [(shelf.at(key), numbers) for key, numbers in found]
    shown = tuple([Group(one.shown, tuple(shelf.sentences(one, numbers))) for one, numbers in standing])
    # The first page of a split list tells how much there is in all, as its years do.
    records = len(shown) if stretch.part or not stretch.pager.years else _records(shelf, f"{total.id} {theme.id}")
    return SaidView(
        speaker_name(shelf, total),
        total.kind,
        Link(addresses.speaker_page(total.id), speaker_name(shelf, total)),
        shelf.labels.theme(theme.id),
        stretch.entries,
        records,
        shown,
        stretch.pager,
    )


def _records(shelf: Shelf, cell: str) -> int:
    return sum(1 for _ in said_on(shelf.catalog.db, cell, "", "~"))


def old_said_pages(shelf: Shelf, speaker: str, theme: str) -> Iterator[str]:
    """Give the addresses that a page had under old ids of its speaker or its theme."""
    headings = shelf.catalog.headings
    person, subject = headings.speakers.get(speaker), headings.themes.get(theme)
    speakers = (speaker, *(person.was if person else ()))
    themes = (theme, *(subject.was if subject else ()))
    yield from (addresses.said_page(s, t) for s in speakers for t in themes if (s, t) != (speaker, theme))


def matrix_views(shelf: Shelf) -> Iterator[MatrixView]:
    """Give the pages of the table of speakers and themes: themes in the order of their tree, speakers by what they say."""
    counts = {(speaker, theme): number for speaker, theme, number in cells_of(shelf.catalog.db)}
    heard = _heard(shelf.catalog)
    # What the sides say together comes first, the comparison that most people look for.
    top = sorted(heard[:SPEAKERS], key=lambda total: total.id != JOINT)
    rows, left_out = _themes(shelf)
    pages = [top[start : start + ACROSS] for start in range(0, len(top), ACROSS)] or [[]]
    for number, page in enumerate(pages, 1):
        yield MatrixView(
            tuple([Link(addresses.speaker_page(t.id), speaker_name(shelf, t), t.statements) for t in page]),
            tuple([_row(shelf, theme, depth, page, counts) for theme, depth in rows]),
            len(top),
            len(heard),
            left_out,
            Pager(number, len(pages), _page(number - 1, len(pages)), _page(number + 1, len(pages))),
        )


def matrix_pages(catalog: Catalog) -> int:
    """Return how many pages the table of speakers and themes has."""
    return -(-min(len(_heard(catalog)), SPEAKERS) // ACROSS) or 1


def _heard(catalog: Catalog) -> list[SpeakerTotal]:
    return [total for total in catalog.speaker_totals() if total.statements and total.id not in ASIDE]


def _page(number: int, pages: int) -> Link | None:
    label = f"Speakers {(number - 1) * ACROSS + 1} to {number * ACROSS}"
    return Link(addresses.matrix_page(number), label) if 1 <= number <= pages else None


def _row(
    shelf: Shelf, theme: str, depth: int, page: list[SpeakerTotal], counts: dict[tuple[str, str], int]
) -> MatrixRow:
    label = shelf.labels.themes.get(theme, theme)
    cells = []
    for total in page:
        count = counts.get((total.id, theme))
        cells.append(Link(addresses.said_page(total.id, theme), "", count) if count else None)
    return MatrixRow(Link(addresses.theme_page(theme), label), depth, tuple(cells))


def _themes(shelf: Shelf) -> tuple[list[tuple[str, int]], int]:
    """Return the themes that anything bears on, each with its depth, in the order of their tree, and how many are left out."""
    totals = shelf.catalog.theme_totals()
    themes = shelf.catalog.headings.themes
    kept = set(sorted(totals, key=lambda theme: (-totals[theme][1], theme))[:THEMES])
    below: dict[str | None, list[str]] = {}
    for theme in sorted(kept & themes.keys(), key=lambda id_: (themes[id_].label, id_)):
        above = themes[theme].broader
        below.setdefault(above if above in kept else None, []).append(theme)

    def walk(theme: str | None, depth: int) -> Iterator[tuple[str, int]]:
        for one in below.get(theme, ()):
            yield one, depth
            yield from walk(one, depth + 1)

    return list(walk(None, 0)), len(totals) - len(kept)
