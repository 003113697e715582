"""The strip of who spoke when, as inline SVG; it draws what the view says, and everything it shows is escaped here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verbale.site.escaping import escaped
from verbale.site.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verbale.site.views import Cell, Strip, Tally

TALL: Final = 26
LOW: Final = 18
"""A lane's height in CSS pixels: with two lanes at most, and with more."""
GAP: Final = 4
FEW: Final = 2
THIN: Final = 6
TICKS: Final = 20
"""Room below the lanes for the numbers of paragraphs."""
NARROW_TICK: Final = 2.6
"""Two numbers of paragraphs nearer than this, in per cent of the width, would touch."""


def lane_count(strip: Strip) -> int:
    """Return the number of lanes that a strip is drawn with: at least one, so that joint cells have a height."""
    return max(1, len(strip.lanes) + bool(strip.others))


def lane_height(strip: Strip) -> int:
    """Return the height of one lane in CSS pixels."""
    return TALL if lane_count(strip) <= FEW else LOW


def strip_svg(strip: Strip, href: str | None = None, *, ticks: bool = False) -> str:
    """Draw a strip, as wide as the page gives it; lengths are in per cent, so that nothing is squeezed.

    `href` comes before a sentence's id in its cell's link (`#` on the record's own page); `None` gives no links.
    `ticks` adds the numbers of paragraphs below.
    """
    lanes, height = lane_count(strip), lane_height(strip)
    total = lanes * (height + GAP) - GAP + 2
    places = [(cell, f'x="{_n(cell.x)}%" width="{_n(cell.width)}%"') for cell in strip.cells]
    drawn: dict[str, list[str]] = {}
    for cell, at in places:
        drawn.setdefault(f'class="{cell.voice.css}" {_lane(cell, lanes, height, total)}', []).append(f"<rect {at}/>")
    # Cells of a kind stand in a frame that gives them their place and height; the style makes them fill it.
    cells = "".join([f"<svg {frame}>{''.join(rects)}</svg>" for frame, rects in drawn.items()])
    parts = [
        f'<svg width="100%" height="{total + TICKS if ticks else total}"',
        f' role="{"img" if href is None else "group"}" aria-label="{escaped(described(strip))}">',
        f'<g class="cells">{cells}</g>',
    ]
    if ticks:
        parts.append(
            f'<g class="ticks" aria-hidden="true" transform="translate(0 {total + TICKS - 4})">{_ticks(strip)}</g>'
        )
    if href is not None:
        before = escaped(href)
        links = [
            f'<a href="{before}{cell.sentence_id}"><title>{escaped(cell.title)}</title><rect {at}/></a>'
            for cell, at in places
        ]
        parts.append(f'<g class="hits">{"".join(links)}</g>')
    return "".join([*parts, "</svg>"])


def share_svg(tally: Sequence[Tally]) -> str:
    """Draw how the words of a document are shared among its voices, in a row; the table below it has the numbers."""
    parts, left = [], 0.0
    for entry in tally:
        wide = 100 * entry.share
        place = f' x="{left:.1f}%"' if left else ""
        parts.append(f'<rect class="{entry.voice.css}"{place} width="{max(wide - 0.3, 0.2):.1f}%" height="12"/>')
        left += wide
    said = listed([f"{entry.voice.name} {100 * entry.share:.0f} %" for entry in tally])
    label = escaped(f"Shares of the words: {said}")
    return f'<svg role="img" aria-label="{label}" width="100%" height="12">{"".join(parts)}</svg>'


def described(strip: Strip) -> str:
    """Say in words how a strip is to be read."""
    kinds = {cell.voice.kind for cell in strip.cells}
    names = [voice.name for voice in strip.lanes] + (
        [strip.others[0].name if len(strip.others) == 1 else "others"] if strip.others else []
    )
    said = [f"The {len(strip.cells)} sentences of the document in order, as wide as they are long."]
    if names:
        said.append(f"Lanes from the top: {listed(names)}.")
    if "joint" in kinds:
        said.append("What the sides say together fills all lanes.")
    if "party" in kinds:
        said.append("A hollow cell is a state or organisation.")
    if "narrator" in kinds:
        said.append("The narrator is a thin line.")
    return " ".join(said)


def _lane(cell: Cell, lanes: int, height: int, total: int) -> str:
    lane = cell.voice.lane
    if cell.voice.kind in {"narrator", "unknown"}:
        return f'y="{(total - THIN) // 2}" height="{THIN}"'
    if lane < 0:
        return f'y="1" height="{total - 2}"'
    return f'y="{1 + min(lane, lanes - 1) * (height + GAP)}" height="{height}"'


def _ticks(strip: Strip) -> str:
    drawn, last = [], -100.0
    for cell in strip.cells:
        if cell.tick is None or cell.x - last < NARROW_TICK:
            continue
        at_end = cell.x > 100 - NARROW_TICK
        place = 'class="e" x="100%"' if at_end else f'x="{_n(cell.x)}%"'
        drawn.append(f"<text {place}>{cell.tick}</text>")
        last = cell.x
    return "".join(drawn)


def _n(number: float) -> str:
    return f"{round(number, 2):g}"


FILTERS: Final[dict[str, Callable[..., str]]] = {"share": share_svg, "strip": strip_svg}
