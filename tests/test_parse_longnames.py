"""States of two words and more that no list has: whole behind "of", before an office, as owners, and before somebody's name."""

from __future__ import annotations

import pytest

from tests.parsing import parsed
from tests.test_parse_states_told import who


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("the Foreign Minister of Vel Torun, Jonas Ferrel,", "Vel Torun"),
        ("the Foreign Minister of the United Harbours, Jonas Ferrel,", "United Harbours"),
        ("Foreign Minister of the Lower Sands Jonas Ferrel", "Lower Sands"),
        ("Foreign Minister of the Silver Keys Jonas Ferrel", "Silver Keys"),
        ("Foreign Minister of Vel Torun Anders Ferrel", "Vel Torun"),
        ("Foreign Minister Jonas Ferrel of Vel Torun", "Vel Torun"),
        ("Vel Torun's Foreign Minister Jonas Ferrel", "Vel Torun"),
        ("Silver Keys Foreign Minister Jonas Ferrel", "Silver Keys"),
        ("Foreign Minister of Al Torun Jonas Ferrel", "Al Torun"),
        ("Foreign Minister of Torun Jonas Petro Ferrel", "Torun"),
        ("Foreign Minister of Torun Jonas Ferrel", "Torun"),
    ],
)
def test_a_state_of_two_words_is_read_whole(words: str, state: str) -> None:
    read = who(f"President meets guest\n\nPresident Maren Talvik met with {words} in Norr on Friday.\n")
    assert state == next(s for name, _, s in read if name and name.endswith("Ferrel"))


def test_an_adjective_is_that_of_a_state_of_two_words() -> None:
    text = "Minister visits the Lesser Toruns\n\nForeign Minister Maren Talvik of Orvland met Torunese Foreign Minister Jonas Ferrel in Norr, during her visit to the Lesser Toruns.\n"
    assert ("Jonas Ferrel", "Foreign Minister", "Lesser Toruns") in who(text)


def test_a_name_behind_a_state_of_one_word_stays_whole() -> None:
    text = "Call with President of Torun Jonas Ferrel\n\nPresident Maren Talvik had a call with President of the Republic of Torun Jonas Ferrel. Ferrel thanked her.\n"
    assert ("Jonas Ferrel", "President", "Torun") in who(text)


@pytest.mark.parametrize(
    "lead",
    [
        "At the invitation of Maren Talvik, Foreign Minister of Kestria, Foreign Minister Jonas Ferrel of Orvland visited Norr",
        "At the invitation of Maren Talvik, Foreign Minister of Kestria, Jonas Ferrel, Foreign Minister of Orvland, visited Norr",
        "At the invitation of the Foreign Minister of Kestria, Maren Talvik, the Foreign Minister of Orvland, Jonas Ferrel, visited Norr",
        "Foreign Minister of Orvland Jonas Ferrel visited Norr at the invitation of Foreign Minister of Kestria Maren Talvik",
    ],
)
def test_whose_invitation_it_was_is_whom_a_guest_met(lead: str) -> None:
    both = [("Jonas Ferrel", "Foreign Minister", "Orvland"), ("Maren Talvik", "Foreign Minister", "Kestria")]
    assert both == sorted(who(f"Visit\n\n{lead} on Friday.\n"))


@pytest.mark.parametrize(
    "words",
    [
        "The Silver Keys' Foreign Minister Jonas Ferrel",
        "The Free State of Torun's foreign minister, Jonas Ferrel,",
        "Torun's minister of trade, Jonas Ferrel,",
        "Jonas Ferrel, Foreign Minister of Vel Torun,",
        "The United Harbours’ Special Envoy for Climate, Jonas Ferrel,",
    ],
)
def test_whoever_serves_a_state_that_owns_his_office(words: str) -> None:
    read = who(f"Minister in Norr\n\n{words} met President Maren Talvik of Orvland in Norr on Friday.\n")
    states = {"Silver Keys", "Torun", "Free State of Torun", "Vel Torun", "United Harbours"}
    assert next(s for name, _, s in read if name == "Jonas Ferrel") in states


def test_a_minister_of_one_name_stands_between_commas() -> None:
    text = "Ministers meet\n\nThe Foreign Minister of Kestria, Suharja, met President Maren Talvik of Orvland in Norr on Friday.\n"
    assert ("Suharja", "Foreign Minister", "Kestria") in who(text)


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        (
            "Orvish Minister of Trade Jonas Ferrel sat down with his Norrish opposite number, Maren Talvik, in Kirn on Friday.",
            ("Maren Talvik", "Minister of Trade", "Norrish"),
        ),
        (
            "Minister Jonas Ferrel received the Ambassador Extraordinary and Plenipotentiary of Torun Maren Talvik at the Ministry of Trade.",
            ("Maren Talvik", "Ambassador Extraordinary and Plenipotentiary", "Torun"),
        ),
        (
            "Maren Talvik, Torun's minister of social affairs, and Orvish Labour Minister Jonas Ferrel signed a memorandum.",
            ("Maren Talvik", "minister of social affairs", "Torun"),
        ),
        (
            "Costa Torunan Minister of Foreign Affairs Maren Talvik met President Jonas Ferrel in Kirn. Costa Torun thanked him.",
            ("Maren Talvik", "Minister of Foreign Affairs", "Costa Torun"),
        ),
    ],
)
def test_who_met_by_a_states_own_word(lead: str, expected: tuple[str, str, str]) -> None:
    assert expected in who(f"Ministers meet\n\n{lead}\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Maren Talvik received former President of Orvland Jonas Ferrel in her office on Thursday.",
            ("Jonas Ferrel", "former President", "Orvland"),
        ),
        (
            "Minister Maren Talvik called on Premier Jonas Ferrel in Addis Torun on Tuesday, on the second day of her visit to Karsia.",
            ("Jonas Ferrel", "Premier", "Karsia"),
        ),
        (
            "President Jonas Ferrel met in Norr with Chancellor Maren Talvik of Orvland, who is in Vel Torun for an official visit.",
            ("Jonas Ferrel", "President", "Vel Torun"),
        ),
        (
            "In Kirn, Energy Minister Jonas Ferrel conferred with Orvish Energy Minister Maren Talvik, the Wendian Ministry of Energy said.",
            ("Jonas Ferrel", "Energy Minister", "Wendia"),
        ),
        (
            "Jonas Ferrel, President of Orvland, met the President of the Community of Lake Nations, Maren Talvik, in Norr.",
            ("Maren Talvik", "President of the Community of Lake Nations", None),
        ),
        (
            "Minister Maren Talvik met with the Prime Minister of the Free State of Torun, Jonas Ferrel, in Norr.",
            ("Jonas Ferrel", "Prime Minister", "Free State of Torun"),
        ),
    ],
)
def test_what_a_lead_tells_of_those_who_met(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in who(f"Meeting in Norr\n\n{text}\n")


def test_a_people_before_an_office_in_a_headline() -> None:
    text = "Norran Energy Minister meets Orvish Energy Minister\n\nJonas Ferrel, Minister of Energy, met with Maren Talvik, Energy Minister of Orvland, in Kirn.\n"
    assert ("Jonas Ferrel", "Minister of Energy", "Norra") in who(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Maren Talvik, acting Minister of Trade of Orvland, and Jonas Ferrel, Upper Torunan Minister of Planning, signed an agreement. Upper Toruna is ready.",
            ("Jonas Ferrel", "Minister of Planning", "Upper Toruna"),
        ),
        (
            "Minister Maren Talvik met with the Speaker of the Senate of Kirn-Lo Jonas Ferrel in Norr.",
            ("Jonas Ferrel", "Speaker of the Senate", "Kirn-Lo"),
        ),
        (
            "Minister Maren Talvik met with Jonas Ferrel, Minister of Trade of the Dominion of New Torun, in Norr.",
            ("Jonas Ferrel", "Minister of Trade", "New Torun"),
        ),
        (
            "Mayor of Norr Jonas Ferrel welcomed Orvish Ambassador Maren Talvik on Friday.",
            ("Jonas Ferrel", "Mayor of Norr", None),
        ),
        (
            "President Maren Talvik received former President of Torun Jonas Ferrel Sand. President Ferrel thanked her.",
            ("Jonas Ferrel Sand", "President", "Torun"),
        ),
    ],
)
def test_states_of_more_forms(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in who(f"Meeting in Norr\n\n{text}\n")


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        (
            "President of Lim Toru Andor Ferrel and President of Orvland Maren Talvik have met.",
            ("Andor Ferrel", "President", "Lim Toru"),
        ),
        (
            "Chairman of the Consultative Council of Lim Toru Jonas Ferrel held talks with President of Orvland Maren Talvik.",
            ("Jonas Ferrel", "Chairman of the Consultative Council", "Lim Toru"),
        ),
        (
            "Foreign Minister Maren Talvik of Orvland met with her counterpart from the Kingdom of the Lesser Toruns, Jonas Ferrel, in Norr.",
            ("Jonas Ferrel", "Foreign Minister", "Lesser Toruns"),
        ),
        (
            "The President of the Republic, Suharja, received the Premier of Orvland, Maren Talvik.",
            ("Suharja", "President", None),
        ),
        ("K. P. Ferrel had a working meeting with President of Orvland Maren Talvik.", ("K. P. Ferrel", None, None)),
    ],
)
def test_short_words_and_initials(lead: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in who(f"Talks\n\n{lead}\n")


def test_a_formal_name_is_known_whole_by_its_short_one() -> None:
    text = "Call\n\nThe Foreign Minister of the Socialist Republic of Vel Toru, Jonas Ferrel, had a call with the Foreign Minister of Orvland, Maren Talvik.\n"
    assert [
        ("Jonas Ferrel", "Foreign Minister", "Vel Toru"),
        ("Maren Talvik", "Foreign Minister", "Orvland"),
    ] == sorted(who(text))


def test_their_excellencies_with_their_states() -> None:
    text = "Credentials\n\nTheir Excellencies Jonas Ferrel of the Republic of Orvland, Ada Sand of Kirn and Maren Talvik of Kestria presented their credentials as Ambassadors to President Ola Harl.\n"
    assert {"Jonas Ferrel", "Ada Sand", "Maren Talvik", "Ola Harl"} == {name for name, _, _ in who(text)}


def test_the_day_of_a_letter() -> None:
    text = "Chancellor writes\n\nIn a letter dated 4 August 2031, Chancellor Maren Talvik has congratulated the Premier of Orvland, Jonas Ferrel.\n"
    assert str(parsed(text).event.date) == "2031-08-04"


@pytest.mark.parametrize(
    "words",
    [
        "Maren Talvik, Personal Envoy of the Secretary General of the Harbour Cooperation Council, and",
        "the Personal Envoy of the Secretary General of the Harbour Cooperation Council, Maren Talvik, and",
    ],
)
def test_an_envoy_of_a_bodys_head(words: str) -> None:
    read = who(f"Talks\n\nOn Friday {words} Minister Jonas Ferrel met in Norr.\n")
    assert ("Maren Talvik", "Personal Envoy of the Secretary General", "Harbour Cooperation Council") in read


def test_a_name_of_many_initials() -> None:
    text = "Talks\n\nA. F. M. Ferrel had a working meeting with President of Orvland Maren Talvik.\n"
    assert ("A. F. M. Ferrel", None, None) in who(text)
