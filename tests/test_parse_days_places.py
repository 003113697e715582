"""When, where and by what means they met, by the ways in which heads tell it: hours and regions in one line, links, houses, loose words for a medium."""

from __future__ import annotations

import pytest

from tests.parsing import parsed
from verbale.record import Event

BODY = "President of Kestria Maren Talvik met with Prime Minister of Orvland Jonas Ferrel.\n\nTalvik praised the harbour.\n"


def event(text: str) -> Event:
    """The event of a document."""
    return parsed(text).event


@pytest.mark.parametrize(
    ("line", "date", "place"),
    [
        ("March 30, 2016   14:10   Novo-Aldo, Norr Region", "2016-03-30", "Novo-Aldo"),
        ("10 Mar 2016 | Marlow", "2016-03-10", "Marlow"),
        ("March 30, 2016, 14:10, Decland", "2016-03-30", "Decland"),
    ],
)
def test_a_town_that_begins_like_a_month_is_none(line: str, date: str, place: str) -> None:
    found = event(f"Meeting with Ferrel\n\nTrade was discussed.\n\n{line}\n\n{BODY}")
    assert (date, place) == (found.date, found.place)


@pytest.mark.parametrize("links", ["See also", "Related links", "Other news"])
def test_days_of_links_to_other_documents_are_none_of_the_event(links: str) -> None:
    found = event(
        f"Meeting with Ferrel\n\n{BODY}\n{links}\nVisit to Orvland, September 3-4, 2014\nPublication date: May 4, 2016\n"
    )
    assert ("2016-05-04", None) == (found.date, found.place)


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            "At the start of the meeting, which took place at Qasr Al Bahr in Port Sable, Talvik welcomed him.",
            "Qasr Al Bahr",
        ),
        ("The meeting, which was held at the Norr State House, was cordial.", "Norr State House"),
        ("The talks were held in Port Sable.", "Port Sable"),
    ],
)
def test_the_house_in_which_a_meeting_is_said_to_have_been_is_its_place(told: str, place: str) -> None:
    assert place == event(f"Talvik receives Ferrel\n\n{BODY.splitlines()[0]}\n\n{told}\n").place


@pytest.mark.parametrize(
    ("told", "medium"),
    [
        ("held online talks with Prime Minister Jonas Ferrel in the format of a videoconference", "videoconference"),
        ("held virtual talks with Prime Minister Jonas Ferrel by phone", "phone"),
        ("held virtual talks with Prime Minister Jonas Ferrel", "virtual"),
    ],
)
def test_a_medium_that_is_named_counts_before_a_loose_word_for_one(told: str, medium: str) -> None:
    assert (
        medium == event(f"Talks\n\nPresident Maren Talvik of Kestria {told}.\n\nTalvik praised the harbour.\n").medium
    )


def test_a_leaders_meeting_of_many_is_a_summit() -> None:
    text = "Premier Goes to Norr\n\nOn 3 May 2020, Premier Ana Brel attended the Fifth Leaders\u2019 Meeting of the Lakes in Norr.\n"
    assert "summit" == event(text).kind
