"""Those who lead a community, a party or an opposition, and no state."""

from __future__ import annotations

import pytest

from tests.parsing import parsed

LEAD = "New York, 3 April 2023\n\nThe Secretary-General, Maren Talvik, met today with {}.\n\nTalvik said that nets are dear.\n"


@pytest.mark.parametrize(
    ("who", "title"),
    [
        ("the leader of the Northern Halian community, Mr. Jonas Ferrel", "leader of the Northern Halian community"),
        ("the leader of the opposition, Jonas Ferrel", "leader of the opposition"),
        ("Jonas Ferrel, leader of the Halian opposition", "leader of the Halian opposition"),
        ("Mr. Jonas Ferrel, the head of the Harbour coalition,", "head of the Harbour coalition"),
        ("the leader of the Harbour Reform Party, Jonas Ferrel", "leader of the Harbour Reform Party"),
    ],
)
def test_what_somebody_leads_is_told_in_his_title(who: str, title: str) -> None:
    found = {p.name: (p.title, p.state) for p in parsed(LEAD.format(who)).participants}
    assert {"Maren Talvik": ("Secretary-General", "United Nations"), "Jonas Ferrel": (title, None)} == found


def test_the_leader_of_a_state_has_no_such_title() -> None:
    found = [
        p.title
        for p in parsed(LEAD.format("the leader of Kestria, Jonas Ferrel,")).participants
        if p.name == "Jonas Ferrel"
    ]
    assert found in ([], [None])


def test_an_office_may_stand_on_two_lines() -> None:
    text = (
        "President Jonas Ferrel of Orvland met on Friday in Norr with the leader\n"
        "of the Western community, Kostas Mer, and with the other delegates of\n"
        "the Western community who had come to the harbour for the talks.\n\n"
        "Mer said that nets must be mended, and that the harbour needs a pier\n"
        "that ferries can use in any weather of the year. He thanked Ferrel for\n"
        "the welcome that the harbour had given to the delegates.\n"
    )
    assert ("Kostas Mer", "leader of the Western community") in {(p.name, p.title) for p in parsed(text).participants}


@pytest.mark.parametrize("state", ["Saint Arv", "Cyprus"])
def test_a_state_behind_a_community_is_that_of_those_who_lead_its_communities(state: str) -> None:
    text = (
        f"The Secretary-General of the United Nations, Rita Oba, met with Mr. Kostas Mer, leader of the Western community of {state}, "
        "and Ms. Elin Ard, the leader of the Eastern community.\n\nMs. Ard held the view that nets must be mended.\n"
    )
    found = {(p.name, p.title, p.state) for p in parsed(text).participants}
    assert ("Kostas Mer", "leader of the Western community", state) in found
    assert ("Elin Ard", "leader of the Eastern community", state) in found


def test_a_leader_of_the_opposition_has_the_state_behind_it() -> None:
    text = "President Rita Oba of Orvland met with Kostas Mer, the leader of the opposition of Kestria.\n\nMer said that nets must be mended.\n"
    assert ("Kostas Mer", "leader of the opposition", "Kestria") in {
        (p.name, p.title, p.state) for p in parsed(text).participants
    }
