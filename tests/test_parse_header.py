"""The facts of the head: what the source says of the event, each with its place, and nothing that it does not say."""

from __future__ import annotations

import pytest

from tests.parsing import parsed
from verbale.record import Event

LEAD = "President Maren Talvik of Kestria met with Prime Minister Jonas Ferrel of Orvland"
REST = "\n\nTalvik said that the two countries share a sea. The two sides agreed to exchange data.\n"


def event(lead: str, head: str = "") -> Event:
    """The event of a readout with a lead and what stands above it."""
    return parsed(head + lead + REST).event


def test_everything_that_is_said_has_its_place() -> None:
    text = f"On the morning of March 14, 2024, {LEAD} via video link in Port Sable." + REST
    found = parsed(text).event
    assert ("2024-03-14", "morning", "video link", "Port Sable") == (found.date, found.time, found.medium, found.place)
    words = {key: span.of(text) for key, span in found.at.items()}
    assert {"date": "March 14, 2024", "time": "morning", "medium": "video link", "place": "Port Sable"} == words


def test_what_is_not_said_is_left_out() -> None:
    found = event(f"{LEAD}.")
    assert (None, None, None, None) == (found.date, found.time, found.medium, found.place)
    assert {} == found.at


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        (f"{LEAD} in Port Sable.", "meeting"),
        ("President Maren Talvik spoke by phone with Prime Minister Jonas Ferrel of Orvland.", "call"),
        ("President Maren Talvik of Kestria held talks with Prime Minister Jonas Ferrel of Orvland.", "talks"),
        ("The leaders of Kestria, Orvland and Suvanna held their third summit in Port Sable.", "summit"),
    ],
)
def test_the_kind_of_event(lead: str, kind: str) -> None:
    assert kind == event(lead).kind


def test_a_call_has_no_place() -> None:
    head = "SABLE HARBOUR, March 14 (Harbour Press) -- "
    assert (
        event("President Maren Talvik spoke by phone with Prime Minister Jonas Ferrel of Orvland.", head).place is None
    )


def test_the_year_may_stand_above_the_text() -> None:
    head = "President Talvik Meets Prime Minister Ferrel\n\nMarch 15, 2024\n\n"
    assert "2024-03-14" == event(f"On March 14, {LEAD} in Port Sable.", head).date


def test_a_weekday_is_counted_back_from_the_day_of_publication() -> None:
    head = "President Talvik Meets Prime Minister Ferrel\n\nMarch 15, 2024\n\n"
    assert "2024-03-13" == event(f"{LEAD} on Wednesday in Port Sable.", head).date


def test_a_range_of_days() -> None:
    assert "2024-03-14/2024-03-15" == event(f"{LEAD} on 14-15 March 2024 in Port Sable.").date


def test_the_date_of_a_treaty_is_not_the_meetings() -> None:
    head = "Talks in Port Sable\n\nMarch 15, 2024\n\n"
    assert "2024-03-15" == event(f"{LEAD} to discuss the treaty of May 3, 1987.", head).date


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("SABLE HARBOUR, March 14 (Harbour Press) -- ", "Sable Harbour"),
        ("Sable (HP) – ", "Sable"),
        ("NORR. HARBOUR PRESS – ", "Norr"),
        ("PORT SABLE, March 14 (Harbour Press) -- ", "Port Sable"),
    ],
)
def test_a_dateline_gives_the_place_where_the_lead_gives_none(line: str, place: str) -> None:
    assert place == event(f"{LEAD} on Thursday.", f"Talks at Sea\n\n{line}").place


def test_a_town_on_a_line_of_its_own_gives_the_place_where_the_lead_gives_none() -> None:
    assert "Madrid" == event(f"{LEAD} on Thursday.", "Talks at Sea\n\nMarch 14, 2024\n\nMadrid, Spain\n\n").place


@pytest.mark.parametrize(
    ("lead", "speech"),
    [
        (
            "Foreign Minister Maren Talvik called German Foreign Minister Jonas Ferrel.",
            "Talvik regretted the EU's probe, and hoped that the EU would end it.",
        ),
        (
            "Prime Minister Maren Talvik met with the Prime Minister of Orvland, Jonas Ferrel.",
            "Talvik congratulated Ferrel on the invitation to join NATO. The door of NATO is open, she said.",
        ),
        pytest.param(
            "Queen Maren Talvik held talks with President Jonas Ferrel of Orvland.",
            "The Queen spoke of Cyprus, of aid for Cyprus, and of peace.",
            marks=pytest.mark.xfail(
                strict=True, reason="what a document mentions most is taken for the state it lacks"
            ),
        ),
    ],
)
def test_what_a_speech_is_about_is_not_the_speakers_state(lead: str, speech: str) -> None:
    assert [None] == [p.state for p in parsed(f"{lead}\n\n{speech}\n").participants if p.name == "Maren Talvik"]


@pytest.mark.xfail(strict=True, reason="the state behind the host's title is given to the guest, whose name follows it")
def test_a_state_belongs_to_the_title_in_front_of_it() -> None:
    lead = (
        "At the invitation of His Excellency Jonas Ferrel, President of the Republic of Chad, "
        "Her Excellency Maren Talvik, President of the Republic of Kestria, paid a State Visit to Chad."
    )
    record = parsed(f"{lead}\n\nTalvik said that Kestria is near.\n")
    assert {"Jonas Ferrel": "Chad", "Maren Talvik": "Kestria"} == {p.name: p.state for p in record.participants}


def test_the_section_is_the_breadcrumb() -> None:
    record = parsed(f"Home > Press > Readouts\nTalks at Sea\n\n{LEAD}." + REST)
    assert ("Home", "Press", "Readouts") == record.source.section
    assert "Talks at Sea" == record.title


def test_the_publisher_is_what_a_source_line_says() -> None:
    assert "Harbour Press" == parsed(f"Talks at Sea\n\n{LEAD}.{REST}\nSource: Harbour Press\n").source.publisher
    assert parsed(f"Talks at Sea\n\n{LEAD}.{REST}").source.publisher is None


def test_those_who_met_are_principals_and_those_who_came_along_are_not() -> None:
    roster = "\nForeign Minister Elin Soras and Minister of Fisheries Tomas Brandt attended the meeting.\n"
    people = parsed(f"Talks at Sea\n\n{LEAD} in Port Sable.{REST}{roster}").participants
    assert [
        ("Maren Talvik", "President", "Kestria", "principal"),
        ("Jonas Ferrel", "Prime Minister", "Orvland", "principal"),
        ("Elin Soras", "Foreign Minister", None, "attending"),
        ("Tomas Brandt", "Minister of Fisheries", None, "attending"),
    ] == [(p.name, p.title, p.state, p.role) for p in people]


def test_a_minister_who_only_speaks_is_no_principal_where_heads_met() -> None:
    heads = LEAD.replace("Prime Minister Jonas", "President Jonas")
    people = parsed(
        f"Talks at Sea\n\n{heads} in Port Sable.{REST}\nForeign Minister Elin Soras said that nets are dear.\n"
    )
    assert [("Maren Talvik", "principal"), ("Jonas Ferrel", "principal"), ("Elin Soras", "attending")] == [
        (p.name, p.role) for p in people.participants
    ]
