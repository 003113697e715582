"""Devices of the first lines of readouts: styles before a title, houses where somebody was received, lines of place and day, visits and their days."""

from __future__ import annotations

import pytest

from tests.parsing import parsed


def met(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Those who met by a text, with titles and states."""
    return [(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize("style", ["HM King", "HH Emir", "His Majesty the Sultan"])
def test_a_style_and_a_title_in_the_headline_are_no_name(style: str) -> None:
    title = style.rsplit(maxsplit=1)[-1]
    text = f"{style} receives Foreign Minister\n\nHis Majesty the {title} received today in Norr the Foreign Minister of Orvland, Mr. Tom Harl.\n"
    assert [name for name, _, _ in met(text)] in ([None, "Tom Harl"], ["Tom Harl", None])


@pytest.mark.parametrize("who", ["the Sultan of Orvland, Sultan Haji Tom Harl,", "the King of Orvland, King Tom Harl,"])
def test_a_title_that_stands_again_before_the_name_is_no_name(who: str) -> None:
    text = f"Prime Minister Maren Talvik of Kestria had an audience with {who} on the first day of her two-day visit.\n"
    assert ("Tom Harl", who.split()[1], "Orvland") in met(text)
    assert "meeting" == parsed(text).event.kind


@pytest.mark.parametrize(
    "why", ["on the occasion of his official visit to Kestria", "on the second day of his state visit to Kestria"]
)
def test_a_visit_that_only_tells_why_a_guest_is_there_is_not_the_event(why: str) -> None:
    text = f"President receives guest\n\nPresident Maren Talvik of Kestria received President Tom Harl of Orvland, {why}.\n"
    assert "meeting" == parsed(text).event.kind


def test_a_joint_statement_tells_the_visit_and_its_days() -> None:
    text = (
        "Kestria and Orvland issue joint statement\n\nAt the invitation of President Maren Talvik of Kestria, Tom Harl, President "
        "of Orvland, visited Kestria from 28 February to 2nd March, 2023. The two Presidents praised the pier.\n"
    )
    event = parsed(text).event
    assert ("visit", "2023-02-28/2023-03-02", "Kestria") == (event.kind, event.date, event.place)


LEAD = "President Maren Talvik of Kestria {} Minister Tom Harl of Orvland.\n"


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("received at the Office of the President Ms Ana Brel, Director of the Harbour Bank, and", "Office of the President"),
        ("received at the Office of the President H.E. Ana Brel, Director of the Harbour Bank, and", "Office of the President"),
        ("visited the Orvish Ministry of Trade, where she was received by", "Orvish Ministry of Trade"),
        ("met at the Ministry's headquarters", "Ministry's headquarters"),
        ("met at the LAKES Headquarters/LAKES Secretariat", "LAKES Headquarters/LAKES Secretariat"),
        ("met in Łomża", "Łomża"),
        ("met in the Black Sea resort of Şile", "Şile"),
    ],
)  # fmt: skip
def test_houses_and_towns_where_somebody_was_received(lead: str, place: str) -> None:
    assert place == parsed(f"Talks\n\n{LEAD.format(lead)}").event.place


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Readout of the President’s meeting with the Minister\nNew Norr\n24 September 2018\n\n", "New Norr"),
        ("Meeting\nDate 2020-01-16   Hit 412\n\n", None),
        ("Meeting\n\nŠumava, Kestria – ", "Šumava"),
    ],
)
def test_lines_of_place_and_day(head: str, place: str | None) -> None:
    assert place == parsed(head + LEAD.format("met with") + "\nTalvik thanked him.\n").event.place
