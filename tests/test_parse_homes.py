"""Whose head or minister somebody is, where no title tells: by the house, the town, what he says and what the other says."""

from __future__ import annotations

import pytest

from tests.parsing import parsed

LEAD = "President Maren Talvik {} Prime Minister Jonas Ferrel of Orvland{}."


def state(text: str) -> str | None:
    """The state of Maren Talvik."""
    return next(p.state for p in parsed(text).participants if p.name == "Maren Talvik")


@pytest.mark.parametrize(
    "line",
    ["KIGALI, 12 May 2023 – {}", "{}\n\nKigali\n12 May 2023", "Kigali, 12 May 2023\n\n{}"],
)
def test_a_head_without_a_state_serves_that_in_whose_capital_his_house_writes(line: str) -> None:
    lead = LEAD.format("received", " for talks on fish")
    assert "Rwanda" == state("President receives guest\n\n" + line.format(lead) + "\n")


def test_an_agencys_dateline_tells_the_state() -> None:
    assert "Qatar" == state("HH meets PM\n\n(QNA) - " + LEAD.format("received", "") + "\n\nTalvik thanked him.\n")


def test_a_call_was_made_from_home_even_beside_an_organisation() -> None:
    call = "KIGALI, 12 May 2023 – President Maren Talvik spoke by phone with Secretary-General Jonas Ferrel of the United Nations."
    assert "Rwanda" == state(f"Call\n\n{call}\n\nTalvik thanked him.\n")


@pytest.mark.parametrize("where", [" on the margins of the Harbour Forum", " at the General Assembly"])
def test_a_town_where_both_are_guests_tells_no_state(where: str) -> None:
    lead = LEAD.format("met", where)
    assert state(f"Leaders meet\n\nKIGALI, 12 May 2023 – {lead}\n\nTalvik thanked him.\n") is None


@pytest.mark.parametrize(
    "said",
    [
        "Talvik invited Ferrel to visit Kestria.",
        "Talvik invited the Prime Minister to pay an official visit to Kestria.",
        "Ferrel accepted an invitation to visit Kestria next year.",
        "Talvik welcomed Prime Minister Ferrel to Kestria.",
        "Talvik said that Kestria was ready to buy boats.",
        "Talvik conveyed the greetings of the King of Kestria.",
        "Talvik affirmed Kestria's keenness to trade.",
        "Talvik said Kestria valued the friendship.",
        "Talvik indicated that Kestria is committed to the treaty.",
        "Ferrel commended Kestria's patience. Ferrel appreciated Kestria for its boats.",
        "Ferrel congratulated the government and people of Kestria on the feast.",
    ],
)
def test_what_is_said_of_a_visit_or_of_ones_own_tells_the_state(said: str) -> None:
    formal = "Boats of the Republic of Kestria were seen."
    assert "Kestria" == state(f"Leaders meet\n\n{LEAD.format('met', '')}\n\n{said}\n\n{formal}\n")


@pytest.mark.parametrize(
    "said",
    [
        "Talvik conveyed her greetings to the King of Kestria.",
        "Ferrel commended Kestria's patience.",
        "Talvik welcomed the return of peace to Kestria.",
    ],
)
def test_praise_once_or_peace_elsewhere_tells_no_state(said: str) -> None:
    formal = "Boats of the Republic of Kestria were seen."
    assert state(f"Leaders meet\n\n{LEAD.format('met', '')}\n\n{said}\n\n{formal}\n") is None


def test_a_secretary_general_is_known_by_the_town_of_his_seat() -> None:
    text = (
        "Meeting of the Secretary-General with the President of Orvland\n\nThe Secretary-General met with "
        "H.E. Mr. Jonas Ferrel, President of Orvland. They discussed fish.\n\n{}, 3 April 2023\n"
    )
    found = [[p.state for p in parsed(text.format(town)).participants if not p.name] for town in ("New York", "Norr")]
    assert [["United Nations"], [None]] == found


def test_those_whom_a_traveller_met_on_a_visit_serve_the_state_that_he_visited() -> None:
    text = (
        "Minister of Trade Maren Talvik of Orvland paid an official visit to Kestria on 13 April 2023. She called on "
        "President Jonas Ferrel of Kestria and held talks with the Minister of Fisheries, H.E. Elin Soras.\n\nBoth Ministers "
        "praised the pier. Soras said that nets are dear.\n"
    )
    assert {"Maren Talvik": "Orvland", "Jonas Ferrel": "Kestria", "Elin Soras": "Kestria"} == {
        p.name: p.state for p in parsed(text).participants
    }


@pytest.mark.parametrize(("town", "home"), [("KIGALI", "Rwanda"), ("VIENNA", None)])
def test_who_meets_the_head_of_an_organisation_is_at_home_unless_it_has_its_seat_there(
    town: str, home: str | None
) -> None:
    lead = "President Maren Talvik received Director-General Jonas Ferrel of the United Nations."
    assert home == state(f"Talks\n\n{town}, 12 May 2023 – {lead}\n")


def test_a_delegations_leader_serves_the_state_from_which_it_came() -> None:
    text = (
        "Cabinet Secretary Maren Talvik held talks with a delegation from Kestria led by the Minister for Trade, Hon. Jonas "
        "Ferrel.\n\nTalvik said that nets are dear. Ferrel spoke of fish in Kestria.\n"
    )
    assert [None, "Kestria"] == [p.state for p in parsed(text).participants]


def test_a_guest_does_not_serve_the_state_in_which_several_met() -> None:
    text = (
        "NORR, Kestria – Vice President Maren Talvik met with leaders of the Lake Forum in Norr today, including Prime Minister "
        "Elin Soras of Kestria and President Jonas Ferrel of Orvland.\n\nThe Vice President praised Kestria.\n"
    )
    assert state(text) is None


def test_a_people_is_linked_to_the_state_that_a_headline_writes_in_capitals() -> None:
    text = "KESTRIA, ORVLAND SIGN DEAL\n\nFisheries Minister Maren Talvik and her Orvish counterpart Jonas Ferrel signed a paper in Norr.\n"
    assert "Orvland" == next(p.state for p in parsed(text).participants if p.name == "Jonas Ferrel")


@pytest.mark.parametrize(("told", "home"), [("", "Equatoria"), (" She had been in Equatoria before.", None)])
def test_a_name_that_is_only_visited_is_a_state_unless_something_was_in_it(told: str, home: str | None) -> None:
    text = (
        "Envoy concludes visit to Equatoria\n\nLIBRA, 12 May 2023 – Special Envoy Elin Soras of Orvland concluded today a visit to "
        f"Equatoria, during which she met with President Maren Talvik.{told}\n\nSoras said that nets are dear.\n"
    )
    assert home == state(text)
