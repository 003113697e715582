"""When and where they met and what it was, as houses begin: datelines without a dash, a town first, a call under another headline."""

from __future__ import annotations

import pytest

from tests.parsing import parsed
from verbale.record import Event

LEAD = "President Maren Talvik of Kestria met with Prime Minister Jonas Ferrel of Orvland"
REST = "\n\nTalvik said that the two countries share a sea. The two sides agreed to exchange data.\n"


def event(text: str) -> Event:
    """The event of a text."""
    return parsed(text + REST).event


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"In Norr, {LEAD} and with members of the Harbour Council.", "Norr"),
        (f"{LEAD} and discussed the coming conference in Brussels during a meeting at the Pentagon today.", "Pentagon"),
        (
            "President Maren Talvik of Kestria received a delegation of Orvland led by Jonas Ferrel, according to Trend.",
            None,
        ),
        (
            "YEREVAN, SEPTEMBER 4, ARMENPRESS. President Maren Talvik received Minister Jonas Ferrel of Orvland.",
            "Yerevan",
        ),
        ("Doha: HH the Amir Talal bin Ali met with Minister Jonas Ferrel of Orvland on Monday.", "Doha"),
        (
            "President Maren Talvik received yesterday at Harbour Palace Qatar’s Minister of Trade Jonas Ferrel.",
            "Harbour Palace",
        ),
        (f"New York\n\n21 September 2017\n\nReadout of the Secretary-General’s meeting\n\n{LEAD}.", "New York"),
    ],
)
def test_where_they_met(text: str, place: str | None) -> None:
    assert place == event(text).place


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Kestrian, Orvish premiers agree to prepare their meeting\n\nPremier Maren Talvik and her Orvish counterpart, Jonas Ferrel, had a telephone conversation on Friday.",
            "call",
        ),
        (
            "President Maren Talvik of Kestria has received a delegation led by Minister Jonas Ferrel of Orvland. She recalled her visit to Orvland and the summit of the Lakes.",
            "meeting",
        ),
        (
            "Amir Receives Congratulations From Crown Prince\n\nThe Amir Talal bin Ali has received a message from the Crown Prince Nasser bin Ali, expressing congratulations.",
            "letter",
        ),
        (
            "President Talvik, Chair of the Authority of Heads of State, pays a Working Visit to the Commission\n\nPresident Maren Talvik of Kestria paid a working visit to the Commission in Norr.",
            "visit",
        ),
    ],
)
def test_what_it_was(text: str, kind: str) -> None:
    assert kind == event(text).kind


def test_today_is_the_day_of_the_release() -> None:
    text = "April 17, 2017\n\nReadout of the President's Call\n\nPresident Maren Talvik spoke today with Prime Minister Jonas Ferrel of Orvland about the flood of the harbour on April 4th."
    assert "2017-04-17" == event(text).date


def test_an_american_hour_tells_that_the_month_stands_first() -> None:
    text = "Secretary Vane’s Call\n01/08/2022 08:01 PM EST\nSecretary of State Mark Vane spoke today with Minister Jonas Ferrel of Orvland."
    assert "2022-01-08" == event(text).date
