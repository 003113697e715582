"""The strip: every sentence has its cell in the lane of its voice, and it is told in words."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from verbale.site.plots import described, lane_count, strip_svg
from verbale.site.stripview import small_strip
from verbale.site.views import Cell, Strip, Voice

ANN = Voice("ann", "Ann", "person", "v-a", 0)
BOB = Voice("bob", "Bob & Co", "person", "v-b", 1)
CEM = Voice("cem", "Cem", "person", "v-c", 2)
DAY = Voice("day", "Day", "person", "v-o", 3)
SEA = Voice("sea", "Sea", "party", "v-p v-a", 0)
ALL = Voice("joint", "Together", "joint", "v-j", -1)
TELLER = Voice("narrator", "Narrator", "narrator", "v-n", -2)


def strip(*voices: Voice, lanes: tuple[Voice, ...] = (ANN, BOB), others: tuple[Voice, ...] = ()) -> Strip:
    width = 100 / len(voices)
    cells = tuple(
        Cell(f"s{n:02}", n, voice, (n - 1) * width, width, f"{n} \u00b7 {voice.name}", n)
        for n, voice in enumerate(voices, 1)
    )
    return Strip(cells, lanes, others)


def cells(svg: str) -> list[dict[str, str]]:
    """The cells with what the frames around them give: class, y, height."""
    frames = ET.fromstring(svg).findall("./g[@class='cells']/{*}svg")  # noqa: S314 - our own
    return [frame.attrib | cell.attrib for frame in frames for cell in frame]


def test_voices_have_their_lanes_and_the_sides_together_have_all() -> None:
    drawn = cells(strip_svg(strip(TELLER, ANN, BOB, SEA, ALL)))
    assert [(cell["class"], cell["y"], cell["height"]) for cell in drawn] == [
        ("v-n", "26", "6"),
        ("v-a", "1", "26"),
        ("v-b", "31", "26"),
        ("v-p v-a", "1", "26"),
        ("v-j", "1", "56"),
    ]


def test_more_voices_than_two_make_lower_lanes_and_others_share_the_last() -> None:
    drawn = cells(strip_svg(strip(ANN, BOB, CEM, DAY, lanes=(ANN, BOB, CEM), others=(DAY,))))
    assert [(cell["y"], cell["height"]) for cell in drawn] == [("1", "18"), ("23", "18"), ("45", "18"), ("67", "18")]


def test_cells_fill_the_width() -> None:
    drawn = cells(strip_svg(strip(*[ANN, BOB, ALL] * 11)))
    right = max(float(cell["x"].rstrip("%")) + float(cell["width"].rstrip("%")) for cell in drawn)
    assert right == pytest.approx(100, abs=0.05)


def test_without_lanes_there_is_still_a_height() -> None:
    told = strip(ALL, TELLER, lanes=())
    assert lane_count(told) == 1
    assert cells(strip_svg(told))[0]["height"] == "26"


def test_a_lane_of_one_other_has_its_name() -> None:
    assert "Lanes from the top: Ann and Day." in described(strip(ANN, DAY, lanes=(ANN,), others=(DAY,)))


def test_the_lane_of_the_sides_together_is_not_called_by_anothers_name() -> None:
    alone = Voice("sea", "Sea", "party", "v-p", 0)
    drawn = small_strip([("joint", 90, 1), ("sea", 20, 2)], {"joint": ALL, "sea": alone})
    assert ((), ()) == (drawn.lanes, drawn.others)
    assert small_strip([("sea", 20, 1)], {"sea": alone}).others == (alone,)


def test_links_are_only_drawn_where_they_lead_somewhere() -> None:
    assert "<a " not in strip_svg(strip(ANN, BOB))
    linked = strip_svg(strip(ANN, BOB), "../records/x.html#")
    assert re.findall(r'href="([^"]+)"', linked) == ["../records/x.html#s01", "../records/x.html#s02"]
    assert "<title>2 \u00b7 Bob &amp; Co</title>" in linked


def test_numbers_of_paragraphs_that_would_touch_are_left_out() -> None:
    svg = ET.fromstring(strip_svg(strip(*[ANN] * 100), ticks=True))  # noqa: S314 - our own
    shown = [text.text for text in svg.findall("./g[@class='ticks']/text")]
    assert shown[:3] == ["1", "4", "7"]
    assert len(shown) < 40


def test_the_figure_is_told_in_words() -> None:
    assert described(strip(TELLER, ANN, BOB, SEA, ALL)) == (
        "The 5 sentences of the document in order, as wide as they are long. Lanes from the top: Ann and Bob & Co. "
        "What the sides say together fills all lanes. A hollow cell is a state or organisation. The narrator is a thin line."
    )
    assert 'aria-label="The 2 sentences' in strip_svg(strip(ANN, BOB))
