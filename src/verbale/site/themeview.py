"""The view of a theme's page: what the sources report on it, record by record, in columns by speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.catalog.sayings import sums_of
from verbale.record import JOINT
from verbale.site import addresses
from verbale.site.ownfigures import theme_figures
from verbale.site.pageviews import ThemeGroup, ThemeView
from verbale.site.voices import principals_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verbale.authority import Theme
    from verbale.site.lists import Stretch
    from verbale.site.shelf import Shelf
    from verbale.site.views import Link, PointRef, Sentence, Voice


def theme_view(shelf: Shelf, theme: Theme, stretch: Stretch) -> ThemeView:
    """Return the view of a theme's page, or of one part of it."""
    groups = tuple(
        [
            _group(shelf, key, numbers, set(points))
            for key, numbers, points in shelf.catalog.bearing(theme.id, stretch.low, stretch.high)
        ],
    )
    if stretch.part is None:
        records, statements, points = shelf.catalog.theme_totals().get(theme.id, (0, 0, 0))
    else:
        records, statements, points = len(groups), stretch.entries, sum(len(group.points) for group in groups)
    themes = shelf.catalog.headings.themes
    years = {} if stretch.part else {year: n for (_, year), n in sums_of(shelf.catalog.db, "year", theme.id).items()}
    return ThemeView(
        theme.id,
        theme.label,
        addresses.theme_page(theme.id),
        shelf.note(theme.note),
        shelf.labels.theme(theme.broader) if theme.broader and theme.broader in themes else None,
        narrower_of(shelf, theme.id),
        statements,
        points,
        records,
        groups,
        stretch.pager,
        addresses.feed_of(addresses.theme_page(theme.id)) if shelf.catalog.headings.site.base_url else None,
        theme_figures(theme.label, years),
    )


def narrower_of(shelf: Shelf, theme_id: str) -> tuple[Link, ...]:
    """Return the themes right below one, by label."""
    below = [theme for theme in shelf.catalog.headings.themes.values() if theme.broader == theme_id]
    return tuple([shelf.labels.theme(theme.id) for theme in sorted(below, key=lambda theme: (theme.label, theme.id))])


def _group(shelf: Shelf, key: int, numbers: Sequence[int], points: set[int]) -> ThemeGroup:
    standing = shelf.at(key)
    voices = standing.frame.voices
    columns: dict[str, list[Sentence]] = {}
    refs: list[PointRef] = []
    total = 0
    for sentence in shelf.sentences(standing, numbers):
        columns.setdefault(sentence.voice.id, []).append(sentence)
        refs += [ref for ref in sentence.points if ref.number in points]
        total += sentence.length
    ordered = sorted(columns, key=lambda id_: _column(voices[id_]))
    return ThemeGroup(
        standing.shown,
        tuple(
            [
                (
                    voices[id_],
                    round(sum([sentence.length for sentence in columns[id_]]) / (total or 1), 4),
                    tuple(columns[id_]),
                )
                for id_ in ordered
            ],
        ),
        tuple(sorted(refs, key=lambda ref: ref.number)),
        tuple([voices[id_].name for id_ in principals_of(standing.head.participants) if id_ not in columns]),
    )


def _column(voice: Voice) -> tuple[float, bool, str]:
    """Put the first principal left, what the sides say together after it, then the others; the narrator comes last."""
    if voice.id == JOINT:
        return 0.5, False, ""
    return (float(voice.lane) if voice.lane >= 0 else 99.0), voice.kind != "person", voice.id
