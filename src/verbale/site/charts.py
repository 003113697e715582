"""Figures of numbers as inline SVG: bars, and grids of discs; each has its title and description, and a table says the same.

Everything is ink, or the colour of a speaker by his class; lengths are such that a figure is read at any width.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from verbale.site.escaping import escaped
from verbale.site.text import shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from verbale.site.views import Figure

ROW: Final = 42
"""A bar with its label above, in CSS pixels."""
UPRIGHT: Final = 120
"""The height of the tallest upright bar, in CSS pixels."""
SOME: Final = 6
"""Labels below upright bars that a narrow window has room for."""
LABELS: Final = 216
COLUMN: Final = 84
LINE: Final = 34
HEAD: Final = 44
LARGEST: Final = 13
"""A grid's measures in CSS pixels: the most room for labels, a column, a line, the heads, the radius of the largest disc."""
LABEL: Final = 29
"""Characters of a label that a grid has room for."""
LETTER: Final = 8
"""Room for a letter of a label: where all are short the columns begin sooner, so that a narrow window shows more of them."""


def chart(figure: Figure) -> str:
    """Return a figure as SVG."""
    drawn, size = (_grid if figure.grid else _upright if figure.upright else _bars)(figure)
    title, about = escaped(figure.title), escaped(figure.description)
    names = f"{figure.id}_t {figure.id}_d"
    head = f'<title id="{figure.id}_t">{title}</title><desc id="{figure.id}_d">{about}</desc>'
    return f'<svg role="img" aria-labelledby="{names}" {size}>{head}{drawn}</svg>'


def _bars(figure: Figure) -> tuple[str, str]:
    """Draw a bar for the first value of each row, its label and the value above it."""
    most = max(row.values[0] for row in figure.rows) or 1
    parts = []
    for place, row in enumerate(figure.rows):
        y = place * ROW
        style = f' class="{row.css}"' if row.css else ""
        parts.append(
            f'<text y="{y + 16}">{escaped(row.label.label)}</text>'
            f'<text class="e" x="100%" y="{y + 16}">{row.values[0]:,}</text>'
            f'<rect{style} y="{y + 23}" width="{100 * row.values[0] / most:.2f}%" height="10"/>'
        )
    return "".join(parts), f'width="100%" height="{len(figure.rows) * ROW}"'


def _upright(figure: Figure) -> tuple[str, str]:
    """Draw a bar upwards for the first value of each row; the value above and the label below, of many some alone."""
    most = max(row.values[0] for row in figure.rows) or 1
    step, every = 100 / len(figure.rows), -(-len(figure.rows) // SOME)
    parts = [f'<rect y="{UPRIGHT + 20}" width="100%" height="1"/>']
    for place, row in enumerate(figure.rows):
        value = row.values[0]
        tall = max(UPRIGHT * value / most, 1) if value else 0
        middle, top = f"{(place + 0.5) * step:.2f}%", UPRIGHT + 20 - tall
        if value:
            left, wide = f"{(place + 0.15) * step:.2f}%", f"{0.7 * step:.2f}%"
            parts.append(f'<rect x="{left}" y="{top:.1f}" width="{wide}" height="{tall:.1f}"/>')
        if value and (every == 1 or value == most):
            parts.append(f'<text class="c" x="{middle}" y="{top - 5:.1f}">{value:,}</text>')
        if place % every == 0:
            # Half of a label at an edge would be outside, where bars are narrow.
            edge = {0: 'x="0"', len(figure.rows) - 1: 'class="e" x="100%"'} if every > 1 else {}
            where = edge.get(place, f'class="c" x="{middle}"')
            parts.append(f'<text {where} y="{UPRIGHT + 40}">{escaped(row.label.label)}</text>')
    return "".join(parts), f'width="100%" height="{UPRIGHT + 46}"'


def _grid(figure: Figure) -> tuple[str, str]:
    """Draw a disc for each value, its area as large as that; a dash where there is nothing."""
    most = max(max(row.values, default=0) for row in figure.rows) or 1
    labels = [shorten(row.label.label, LABEL) for row in figure.rows]
    # Signs of other scripts may be twice as wide.
    room = min(LABELS, LETTER * max(map(len, labels))) if "".join(labels).isascii() else LABELS
    parts = []
    for place, name in enumerate(figure.columns[1:]):
        x = room + place * COLUMN + COLUMN // 2
        *before, last = _two_lines(name)
        above = "".join([f'<tspan x="{x}" y="14">{escaped(line)}</tspan>' for line in before])
        parts.append(f'<text class="c">{above}<tspan x="{x}" y="32">{escaped(last)}</tspan></text>')
    for line, (label, row) in enumerate(zip(labels, figure.rows, strict=True)):
        y = HEAD + line * LINE + LINE // 2
        parts.append(f'<text y="{y + 5}">{escaped(label)}</text>')
        for place, value in enumerate(row.values):
            x = room + place * COLUMN + COLUMN // 2
            if not value:
                parts.append(f'<text class="c" x="{x}" y="{y + 5}">–</text>')
                continue
            css = figure.styles[place] if figure.styles else ""
            style = f' class="{css}"' if css else ""
            radius = max(1.5, LARGEST * sqrt(value / most))
            parts.append(
                f'<circle{style} cx="{x - 10}" cy="{y}" r="{radius:.1f}"/><text x="{x + 10}" y="{y + 5}">{value:,}</text>'
            )
    width, height = room + COLUMN * (len(figure.columns) - 1), HEAD + LINE * len(figure.rows)
    return "".join(parts), f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'


def _two_lines(name: str) -> list[str]:
    """Break a name that is too long for a column at the space nearest to its middle."""
    if len(name) < 12 or " " not in name:
        return [shorten(name, 13)]
    at = min((place for place, sign in enumerate(name) if sign == " "), key=lambda place: abs(place - len(name) / 2))
    return [shorten(name[:at], 13), shorten(name[at + 1 :], 13)]


FILTERS: Final[dict[str, Callable[..., str]]] = {"chart": chart}
