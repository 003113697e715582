"""Draws `templates/static/card.png`, the picture that stands for the site where a page of it is mentioned elsewhere.

    python -m tools.card

It is the strip of a readout, large: who speaks when, in two lanes, and through both what the sides say together. No word is
on it, since it stands for any archive; one that wants another puts its own into `templates/static/`. Needs Chromium.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tools import chromium

CARD = Path(__file__).resolve().parents[1] / "templates" / "static" / "card.png"
WIDTH, HEIGHT = 1200, 630
LEFT, TOP, LANE, GAP = 100, 215, 96, 8
CELLS = "n4 j5 b6 a5 a8 a4 b7 b5 b9 j6 a6 b4 j8 j5 j7 n3"
COLOURS = {"a": "#8f4700", "b": "#1b57a6", "j": "#26282c", "n": "#63666c"}


def drawing() -> str:
    """The picture as SVG: a cell is a letter for who speaks and a number for how long."""
    cells = [(cell[0], int(cell[1:])) for cell in CELLS.split()]
    unit = (WIDTH - 2 * LEFT) / sum(length for _, length in cells)
    tall = 2 * LANE + GAP
    rows = {"a": (0, LANE), "b": (LANE + GAP, LANE), "j": (0, tall), "n": ((tall - 12) // 2, 12)}
    shapes, x = [], float(LEFT)
    for who, length in cells:
        y, height = rows[who]
        shapes.append(
            f'<rect x="{round(x)}" y="{TOP + y}" width="{round(x + unit * length) - round(x) - 5}" height="{height}" '
            f'fill="{COLOURS[who]}"/>'
        )
        x += unit * length
    rule = f'<rect x="{LEFT}" y="{TOP + tall + 40}" width="{WIDTH - 2 * LEFT - 5}" height="2" fill="#1a1b1e"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" shape-rendering="crispEdges">'
        f'<rect width="100%" height="100%" fill="#fcfcfa"/>{"".join(shapes)}{rule}</svg>'
    )


def main() -> None:
    """Draw the picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find())
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(f'<body style="margin:0">{drawing()}</body>')
        page.screenshot(path=CARD)
        browser.close()


if __name__ == "__main__":
    main()
