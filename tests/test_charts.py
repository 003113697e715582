"""Figures: each is named and described, draws every value, and the table beside it says the same numbers."""

from __future__ import annotations

import re
from math import isclose
from xml.etree import ElementTree as ET

import pytest

from tests.builtsite import Built
from verbale.site.charts import COLUMN, LABELS, LARGEST, LETTER, UPRIGHT, chart
from verbale.site.ownfigures import speaker_figures, theme_figures
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


YEARS = Figure(
    "over_the_years",
    "Over the years",
    "Sentences.",
    ("Year", "Sentences"),
    tuple(FigureRow(Link("", str(year)), (number,)) for year, number in ((2019, 4), (2020, 0), (2021, 2))),
    upright=True,
)


def parts(figure: Figure, kind: str) -> list[ET.Element]:
    """The elements of a kind in a figure."""
    return list(ET.fromstring(chart(figure)).iter(kind))  # noqa: S314 - our own


@pytest.mark.parametrize("figure", [BARS, GRID, YEARS])
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


@pytest.mark.parametrize(
    ("label", "room"),
    [("Fish", 4 * LETTER), ("A theme of many, many words", 27 * LETTER), ("é" * 90, LABELS), ("海洋", LABELS)],
)
def test_the_columns_of_a_grid_begin_where_its_labels_end(label: str, room: int) -> None:
    figure = GRID._replace(rows=(FigureRow(Link("", label), (1, 2)),))
    width = int(ET.fromstring(chart(figure)).attrib["width"])  # noqa: S314 - our own
    assert width == min(room, LABELS) + 2 * COLUMN


def test_upright_bars_are_as_tall_as_their_values_and_a_year_of_nothing_has_none() -> None:
    ground, *bars = parts(YEARS, "rect")
    assert [float(bar.attrib["height"]) for bar in bars] == [UPRIGHT, UPRIGHT / 2]
    assert {float(bar.attrib["y"]) + float(bar.attrib["height"]) for bar in bars} == {float(ground.attrib["y"])}
    assert [text.text for text in parts(YEARS, "text")] == ["4", "2019", "2020", "2", "2021"]


def test_of_many_years_some_have_a_label_and_none_is_cut_at_the_edge() -> None:
    rows = tuple(FigureRow(Link("", str(year)), (year % 7,)) for year in range(1990, 2021))
    labels = [text for text in parts(YEARS._replace(rows=rows), "text") if text.attrib["y"] == str(UPRIGHT + 40)]
    assert [text.text for text in labels] == ["1990", "1996", "2002", "2008", "2014", "2020"]
    assert (labels[0].get("x"), labels[0].get("class")) == ("0", None)
    assert (labels[-1].get("x"), labels[-1].get("class")) == ("100%", "e")


def test_a_speaker_has_figures_of_what_differs() -> None:
    themes = [Link(f"{n}", f"Theme {n}", n) for n in range(12, 0, -1)]
    on_what, verbs = speaker_figures("Ann", themes, [("say", 9), ("stress", 3), ("recall", 1)])
    assert [row.values[0] for row in on_what.rows] == [12, 11, 10, 9, 8, 7, 6, 5]
    assert on_what.description.startswith("Sentences given to Ann on the 8 most frequent of 12 themes;")
    assert [row.label.label for row in verbs.rows] == ["say", "stress", "recall"]
    assert speaker_figures("Ann", themes[:2], [("say", 1), ("stress", 1), ("recall", 1)]) == ()


def test_a_theme_has_a_figure_of_its_years_those_of_nothing_too() -> None:
    (figure,) = theme_figures("Sea", {"2021": 3, "2019": 1, "undated": 2})
    assert [(row.label.label, row.values) for row in figure.rows] == [("2019", (1,)), ("2020", (0,)), ("2021", (3,))]
    assert figure.description == "Sentences on Sea by year of the meeting, and 2 without one."
    assert theme_figures("Sea", {"2021": 3, "undated": 2}) == theme_figures("Sea", {}) == ()


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
