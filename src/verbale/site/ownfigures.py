"""The figures of one speaker or one theme, as numbers, where these say more than a list of them; drawn elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verbale.catalog.order import UNDATED
from verbale.site.views import Figure, FigureRow, Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BARS: Final = 8
"""Bars that a figure has at most."""
ENOUGH: Final = 3
"""Themes or verbs from which on lengths, if they differ, are easier to compare than numbers."""
YEARS: Final = 40


def speaker_figures(name: str, themes: Sequence[Link], verbs: Sequence[tuple[str, int]]) -> tuple[Figure, ...]:
    """Return on what a speaker speaks, and with which verbs he is introduced, both the most frequent first."""
    made = []
    rows = [FigureRow(Link(theme.url, theme.label), (theme.count or 0,)) for theme in themes[:BARS]]
    if _differ(rows):
        about = (
            f"Sentences given to {name} on {_which('theme', len(themes))}; a theme counts the narrower ones below it."
        )
        made.append(Figure("themes_compared", "Themes compared", about, ("Theme", "Sentences"), tuple(rows)))
    rows = [FigureRow(Link("", verb), (times,)) for verb, times in verbs[:BARS]]
    if _differ(rows):
        about = f"Sentences by {_which('verb', len(verbs))} with which the sources introduce what {name} says."
        made.append(Figure("verbs_compared", "Verbs compared", about, ("Verb", "Sentences"), tuple(rows)))
    return tuple(made)


def _differ(rows: Sequence[FigureRow]) -> bool:
    return len(rows) >= ENOUGH and rows[0].values[0] >= 2 * rows[-1].values[0]


def _which(word: str, number: int) -> str:
    return f"each {word}" if number <= BARS else f"the {BARS} most frequent of {number} {word}s"


def theme_figures(label: str, years: Mapping[str, int]) -> tuple[Figure, ...]:
    """Return how much is said on a theme in each year, from its sentences by year; nothing of a single year."""
    span = years_of(years)
    if len(span) < 2:
        return ()
    shown = [str(year) for year in span]
    undated = years.get(UNDATED, 0)
    about = f"Sentences on {label} by year of the meeting{f', and {undated:,} without one' if undated else ''}."
    rows = tuple([FigureRow(Link("", year), (years.get(year, 0),)) for year in shown])
    return (Figure("over_the_years", "Over the years", about, ("Year", "Sentences"), rows, upright=True),)


def years_of(years: Iterable[str]) -> range:
    """Return the years from the first to the last, those with nothing included; the last forty where there are more."""
    dated = [int(year) for year in years if year != UNDATED]
    return range(max(min(dated), max(dated) - YEARS + 1), max(dated) + 1) if dated else range(0)
