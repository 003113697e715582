"""Figures: each is named and described, draws every value, and the table beside it says the same numbers."""

from __future__ import annotations

import re
from math import isclose
from xml.etree import ElementTree as ET

import pytest

from tests.builtsite import Built
from verbale.site.charts import LARGEST, chart
from verbale.site.views import Figure, FigureRow, Link

BARS = Figure(
    "words",
    "Who <speaks>",
    "Words & their share.",
    ("Speaker", "Words", "Per cent"),
    (
        FigureRow(Link("speakers/ann.html", "Ann & Co"), (1200, 75), "v-a"),
        FigureRow(Link("", "Bob"), (300, 19)),
        FigureRow(Link("", "Cem"), (0, 0)),
    ),
)
GRID = Figure(
    "themes",
    "On what",
    "Sentences.",
    ("Theme", "Maren of Kestria", "Bob"),
    (FigureRow(Link("", "Fish"), (16, 4)), FigureRow(Link("", "Sea"), (0, 1))),
    grid=True,
    styles=("v-a", "v-b"),
)


def parts(figure: Figure, kind: str) -> list[ET.Element]:
    """The elements of a kind in a figure."""
    return list(ET.fromstring(chart(figure)).iter(kind))  # noqa: S314 - our own


@pytest.mark.parametrize("figure", [BARS, GRID])
def test_a_figure_has_a_title_and_a_description(figure: Figure) -> None:
    root = ET.fromstring(chart(figure))  # noqa: S314 - our own
    ids = {element.get("id"): element.text for element in root}
    assert [ids[name] for name in root.attrib["aria-labelledby"].split()] == [figure.title, figure.description]


def test_bars_are_as_long_as_their_values() -> None:
    assert [bar.get("width") for bar in parts(BARS, "rect")] == ["100.00%", "25.00%", "0.00%"]
    assert [bar.get("class") for bar in parts(BARS, "rect")] == ["v-a", None, None]
    assert [text.text for text in parts(BARS, "text")] == ["Ann & Co", "1,200", "Bob", "300", "Cem", "0"]


def test_the_area_of_a_disc_is_its_value_and_nothing_is_a_dash() -> None:
    radii = [float(disc.attrib["r"]) for disc in parts(GRID, "circle")]
    assert radii[0] == LARGEST
    assert isclose(radii[1] * 2, radii[0], abs_tol=0.2)
    assert isclose(radii[2] * 4, radii[0], abs_tol=0.3)
    assert [disc.get("class") for disc in parts(GRID, "circle")] == ["v-a", "v-b", "v-b"]
    assert [text.text for text in parts(GRID, "text") if text.text == "–"] == ["–"]


def test_a_figure_of_nothing_is_drawn() -> None:
    nothing = BARS._replace(rows=(FigureRow(Link("", "Ann"), (0, 0)),))
    assert [bar.get("width") for bar in parts(nothing, "rect")] == ["0.00%"]
    assert parts(GRID._replace(rows=(FigureRow(Link("", "Sea"), (0, 0)),)), "circle") == []


def test_every_figure_of_a_site_has_its_numbers_as_a_table(built: Built) -> None:
    page = built.text("figures.html")
    figures = page.split('<figure class="fig wide">')[1:]
    assert len(figures) >= 3
    for figure in figures:
        drawn = re.findall(r">([\d,]+)</text>", figure.split("</svg>")[0])
        table = re.findall(r"<td>([\d,]+)</td>", figure)
        assert drawn
        assert set(drawn) <= set(table)


def test_words_are_those_of_the_record(reference: Built) -> None:
    page, record = reference.text("figures.html"), reference.text(reference.kinds["record"])
    tally = re.search(r'<table class="tally">.*?</table>', record, re.DOTALL)
    assert tally is not None
    for name, words in re.findall(r">([^<]+)</a></th><td>\d+</td><td>([\d,]+)</td>", tally[0]):
        assert re.search(rf">{name}</text><text[^>]*>{words}</text>", page), name
