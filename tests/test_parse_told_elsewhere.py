"""Devices by which a head is told away from its name: an office that stands alone, a list behind a group, states in order."""

from __future__ import annotations

import pytest

from tests.parsing import parsed


def met(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Those who met by a text, with titles and states."""
    return [(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize(
    ("title", "bare"), [("Federal Chancellor", "Chancellor"), ("Prime Minister", "Prime Minister")]
)
def test_an_office_without_its_holders_name_tells_his_state(title: str, bare: str) -> None:
    text = (
        f"STATEMENT BY THE PRESIDENT OF KESTRIA MAREN TALVIK\n\nYour Excellency {title} Tom Harl,\n\nI welcome the {bare} of "
        "Orvland, who is visiting our country for the first time.\n\nWe exchanged views at length.\n"
    )
    assert ("Tom Harl", title, "Orvland") in met(text)


def test_an_office_named_beside_its_namesake_is_another_ones() -> None:
    text = (
        "President Maren Talvik and Prime Minister Tom Harl of Orvland met in Norr.\n\nPresident Talvik told Prime Minister "
        "Harl that she had invited the President of Suvanna.\n"
    )
    assert "Suvanna" not in {state for _, _, state in met(text)}


@pytest.mark.parametrize("group", ["five Lake countries", "Nordic and Lake states", "Harbour Five"])
def test_ministers_are_listed_behind_their_group(group: str) -> None:
    text = (
        f"Joint statement\n\nThe Foreign Ministers of the {group}, Tom Harl, Ana Brel, Ola Brandt and Eva Soras, met today in "
        "Norr under the chairmanship of Ida Talvik of Kestria.\n\nThey agreed to mend the pier.\n"
    )
    names = ["Tom Harl", "Ana Brel", "Ola Brandt", "Eva Soras", "Ida Talvik"]
    assert [(name, "Foreign Minister") for name in names] == [(name, title) for name, title, _ in met(text)]
    assert ("Ida Talvik", "Foreign Minister", "Kestria") in met(text)


def test_leaders_of_several_titles_serve_the_states_listed_in_their_order() -> None:
    text = (
        "Joint Statement on the Trilateral Leaders' Meeting of Norway, Denmark and Sweden\n\nPresident Talvik hosted Prime "
        "Minister Harl and Chancellor Brel at Norr Lodge today.\n\nNorway, Denmark and Sweden will each name a coordinator.\n"
    )
    assert [("Talvik", "Norway"), ("Harl", "Denmark"), ("Brel", "Sweden")] == [(n, s) for n, _, s in met(text)]


@pytest.mark.parametrize("occasion", ["At the initiative of the Orvish side", "On the eve of the fair"])
def test_a_bare_name_behind_the_occasion_is_the_houses_own_head(occasion: str) -> None:
    text = (
        f"Telephone conversation with President of Orvland Tom Harl\n\n{occasion}, Maren Talvik had a telephone conversation "
        "with President of Orvland Tom Harl.\n\nThe presidents spoke of nets.\n"
    )
    assert [("Maren Talvik", "President", None), ("Tom Harl", "President", "Orvland")] == met(text)


@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dash_between_gaps_joins_two_offices(dash: str) -> None:
    text = (
        "Meeting in Norr\n\nPresident Maren Talvik of Kestria met with His Excellency Tom Harl, Deputy Prime Minister "
        f"{dash} Minister of Foreign Affairs of the Republic of Orvland, on Monday.\n"
    )
    assert ("Tom Harl", f"Deputy Prime Minister {dash} Minister of Foreign Affairs", "Orvland") in met(text)


@pytest.mark.parametrize("office", ["Diplomatic Adviser", "Foreign Policy Advisor"])
def test_an_adviser_of_a_head_who_was_spoken_with_is_a_principal(office: str) -> None:
    text = (
        f"Talks\n\nForeign Minister Maren Talvik of Kestria spoke with Tom Harl, {office} to the President of Orvland, by "
        "telephone.\n"
    )
    assert ("Tom Harl", f"{office} to the President", "Orvland") in met(text)


def test_a_name_that_a_title_addresses_elsewhere_ends_a_state_of_two_words() -> None:
    text = (
        "Visit\n\nForeign Minister Tom Harl of Kestria is in Norr at the invitation of Foreign Minister of Nord Selland Ana "
        "Brel.\n\nMinister Harl was hosted to lunch by Minister Ana today. Minister Ana praised the boats.\n"
    )
    assert ("Ana Brel", "Foreign Minister", "Nord Selland") in met(text)


def test_a_surname_that_a_title_addresses_elsewhere_leaves_the_given_name() -> None:
    text = (
        "Visit\n\nForeign Minister Tom Harl of Kestria received Foreign Minister of Selland Ana Lund Brel.\n\nMinister Harl "
        "thanked Minister Brel. Minister Brel praised the boats.\n"
    )
    assert ("Ana Lund Brel", "Foreign Minister", "Selland") in met(text)


@pytest.mark.parametrize(
    "among", ["with the participation of H.E. Mr. Tom Harl, H.E. Ms. Ana Brel and", "by H.E. Mr. Tom Harl, H.E. Ms. Ana Brel and"]
)  # fmt: skip
def test_styled_names_serve_the_states_of_their_round_in_order(among: str) -> None:
    text = (
        "Press release on the trilateral meeting\n\nThe third Trilateral Meeting of the Ministers of Trade of Norway, Denmark and "
        f"Sweden will be held in Bergen on 17 March 2023 {among} H.E. Mr. Per Lund.\n\nFerries are on the agenda.\n"
    )
    want = {("Tom Harl", "Norway"), ("Ana Brel", "Denmark"), ("Per Lund", "Sweden")}
    assert {(name, "Minister of Trade", state) for name, state in want} == set(met(text))


@pytest.mark.parametrize("met_with", ["met", "also held talks with"])
def test_a_traveller_met_both_whom_and_joins(met_with: str) -> None:
    text = (
        "Chairperson concludes visit\n\nThe Chairperson of the Harbour League, Ana Brel, today ended a two-day trip to both "
        f"banks.\n\nIn Norr, Brel {met_with} President Tom Harl and Prime Minister Per Lund.\n"
    )
    assert {"Tom Harl", "Per Lund"} <= {name for name, _, _ in met(text)}
