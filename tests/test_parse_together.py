"""Persons whom only their long offices, or sentences behind the lead, tell as those who met."""

from __future__ import annotations

import pytest

from tests.parsing import parsed


def met(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Those who met by a text, with titles and states."""
    return {(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"}


@pytest.mark.parametrize("region", ["North America", "Western Hemisphere Affairs", "Latin America and the Caribbean"])
def test_an_office_for_a_part_of_the_world_is_read_whole(region: str) -> None:
    text = f"Talks on nets\n\nUndersecretary for {region} Maren Talvik of Kestria met today with the Foreign Minister of Orvland, Tom Harl. Harl praised the pier.\n"
    assert ("Maren Talvik", f"Undersecretary for {region}", "Kestria") in met(text)


@pytest.mark.parametrize(
    "office",
    [
        "Tánaiste and Minister for Trade and Minister for Defence",
        "Deputy Prime Minister and Minister for Trade and Minister for Defence",
        "Chairperson-in-Office and Prime Minister and Minister for Europe and Foreign Affairs",
    ],
)
def test_an_office_of_three_parts_is_one(office: str) -> None:
    text = f"Talks on nets\n\nThe {office}, Maren Talvik, met today with Tom Harl, Foreign Minister of Orvland. Harl praised the pier.\n"
    assert ("Maren Talvik", office) in {(name, title) for name, title, _ in met(text)}


def test_a_first_vice_minister_behind_a_name_is_one() -> None:
    text = "Consultations\n\nState Secretary Maren Talvik of Kestria welcomed Tom Harl, First Vice Minister of Trade of the Republic of Orvland, for talks.\n"
    assert ("Tom Harl", "First Vice Minister of Trade", "Orvland") in met(text)


@pytest.mark.parametrize("particle", ["arap", "ole"])
def test_a_small_word_in_a_name_ends_no_name(particle: str) -> None:
    text = f"Talks on nets\n\nPresident Tom Harl {particle} Sang of Kestria met Prime Minister Maren Talvik of Orvland. Sang praised the pier.\n"
    assert (f"Tom Harl {particle} Sang", "President", "Kestria") in met(text)


@pytest.mark.parametrize("title", ["TRIPARTITE TALKS ON THE LAKE", "TRILATERAL MEETING ON THE LAKE"])
def test_of_three_sides_one_each_met(title: str) -> None:
    text = (
        f"{title}\n\nNORR, 4 May 2024 – The Minister of Trade of Kestria, Maren Talvik, led her team at talks on the ferry.\n\n"
        "The Minister of Ports of Orvland, Tom Harl, and the African Union Special Envoy for the Lake, Mira Sol, sat across the table.\n"
    )
    assert {"Maren Talvik", "Tom Harl", "Mira Sol"} == {name for name, _, _ in met(text)}


def test_those_between_whom_talks_were_are_named_behind_the_lead() -> None:
    text = (
        "Kestria and Orvland on nets\n\nKestria and Orvland reaffirmed their will to mend nets.\n\nThis was said in a communiqué issued following "
        "talks between Minister of Trade, Maren Talvik, and Orvish Minister of Trade, Communities and Ports, Tom Harl.\n"
    )
    assert {"Maren Talvik", "Tom Harl"} == {name for name, _, _ in met(text)}


def test_who_will_meet_a_counterpart_is_one_of_two() -> None:
    text = (
        "Visit of the Minister of Trade of Kestria\n\nMr. Tom Harl, Minister of Trade of Kestria, will pay an official visit to Türkiye on 23-25 June 2023. "
        "During the meetings that Minister Maren Talvik will hold with her counterpart in Ankara, nets will be discussed.\n"
    )
    assert {"Maren Talvik", "Tom Harl"} == {name for name, _, _ in met(text)}


def test_a_formal_name_without_a_short_one_ends_at_its_head() -> None:
    text = "Talks\n\nPresident Tom Harl of Kestria met Prime Minister of the Orvish Federation Maren van Talvik. Talvik praised the pier.\n"
    assert ("Maren van Talvik", "Prime Minister", "Orvish Federation") in met(text)


def test_an_envoy_is_sent_by_a_head_for_a_matter() -> None:
    text = "Talks\n\nForeign Minister of Kestria Maren Talvik met with Special Envoy of the Prime Minister of Orvland for Reconstruction Tom Harl, who has arrived in Norr. Harl praised Orvland.\n"
    assert ("Tom Harl", "Orvland") in {(name, state) for name, _, state in met(text)}


@pytest.mark.parametrize("body", ["Federation Council", "Confederation Council"])
def test_a_body_that_is_called_after_the_federation_is_read_whole(body: str) -> None:
    text = f"Talks\n\nForeign Minister of Kestria Maren Talvik held talks with an Orvish delegation led by Deputy Chairperson of the {body}, Tom Harl.\n\nHarl praised Orvland.\n"
    assert ("Tom Harl", f"Deputy Chairperson of the {body}") in {(name, title) for name, title, _ in met(text)}


def test_who_heads_a_mission_for_a_state_serves_a_body() -> None:
    text = "Talks\n\nA discussion between President Maren Talvik and Mr. Tom Harl, Senior Mission Chief for Kenya of the International Monetary Fund, took place today. Talvik praised the pier.\n"
    assert ("Tom Harl", "Senior Mission Chief for Kenya", "International Monetary Fund") in met(text)


@pytest.mark.parametrize("body", ["Lao Women’s Union", "Laos – Kestria Friendship Group", "Lao company Mekong Power"])
def test_whose_body_a_delegation_is_from_tells_its_leaders_state(body: str) -> None:
    text = f"Reception\n\nVice President Maren Talvik of Kestria hosted a reception for a delegation from the {body} led by its President Tom Harl. Harl praised the pier.\n"
    assert ("Tom Harl", "President", "Laos") in met(text)


def test_a_headline_with_who_says_it_above_a_date_is_no_turn() -> None:
    text = (
        "HARBOUR PRESS\nPresident of Kestria: I look forward to welcoming you to Norr\n24.05.2022 [12:10]\n\n"
        'President of Kestria Maren Talvik has sent a letter to President of the Republic of Orvland Tom Harl.\n\nThe letter reads:\n\n"Dear Mr. President, I praise the pier."\n'
    )
    assert {"Maren Talvik", "Tom Harl"} == {name for name, _, _ in met(text)}


@pytest.mark.parametrize("line", ["gob.mx", "Press office: press@trade.gob.mx", "www.trade.gob.mx/news"])
def test_a_governments_address_on_the_web_tells_whose_house_writes(line: str) -> None:
    text = f"{line}\nTalks on nets\n\nUndersecretary for Trade Maren Talvik met today with Tom Harl, Foreign Minister of the Republic of Orvland. Harl praised the pier.\n"
    assert ("Maren Talvik", "Mexico") in {(name, state) for name, _, state in met(text)}


def test_a_rubric_of_one_house_tells_whose_it_is() -> None:
    text = "BRIEFING ROOM\n\nPresident Talvik’s Call with Prime Minister Tom Harl of Orvland\n\nPresident Maren Talvik spoke by phone today with Prime Minister Tom Harl. Harl praised the pier of Orvland.\n"
    assert ("Maren Talvik", "United States") in {(name, state) for name, _, state in met(text)}


def test_what_somebody_is_quoted_with_may_begin_with_his_state() -> None:
    text = "Talvik and Harl meet\n\nFederal Chancellor Maren Talvik met Prime Minister Tom Harl of Orvland.\n\n“Germany stands by its nets,” said the Chancellor.\n"
    assert ("Maren Talvik", "Germany") in {(name, state) for name, _, state in met(text)}


def test_colleagues_of_two_peoples_are_named_in_their_order() -> None:
    text = "Ministers gather\n\nMinister of Trade Maren Talvik of Finland is hosting her Norwegian and Swedish colleagues, Minister of Trade Tom Harl and Minister of Ports Mira Sol, in Norr.\n"
    assert {("Tom Harl", "Norway"), ("Mira Sol", "Sweden")} < {(name, state) for name, _, state in met(text)}


def test_a_friendship_group_is_of_the_first_of_its_two_states() -> None:
    text = "Reception\n\nHanoi – Vice Chairman of the National Assembly Tom Harl received a delegation from the Orvland – Vietnam Friendship Group led by its President Maren Talvik. Talvik praised Orvland.\n"
    assert ("Maren Talvik", "Orvland") in {(name, state) for name, _, state in met(text)}


def test_a_deputy_head_who_is_minister_too_has_both_offices_before_the_name() -> None:
    text = "Harl meets Talvik\n\nA meeting took place between Vice Prime Minister, Minister of Trade of Kestria Maren Talvik and Minister of Trade of Orvland Tom Harl. Harl praised the pier.\n"
    assert ("Maren Talvik", "Vice Prime Minister, Minister of Trade", "Kestria") in met(text)


def test_don_is_no_part_of_a_monarchs_name() -> None:
    text = "Audience\n\nH.M. The King Don Harl of Kestria granted an audience to Maren Talvik, Speaker of the National Assembly of Orvland.\n\nThe audience went ahead in the office of Don Harl.\n"
    assert ("Harl", "King") in {(name, title) for name, title, _ in met(text)}


@pytest.mark.parametrize("whose", ["its", "their"])
def test_who_heads_a_delegation_is_named_behind_its_office_and_a_comma(whose: str) -> None:
    text = f"Reception\n\nPrime Minister Maren Talvik of Kestria received a delegation from the Orvish company Mekong Power, headed by {whose} Executive Director, Ms. Mira Sol, in the presence of the press. Sol praised Orvland.\n"
    assert ("Mira Sol", "Executive Director") in {(name, title) for name, title, _ in met(text)}
