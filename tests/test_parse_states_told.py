"""States and titles that a house's own forms tell: the pair in a headline, a state behind a comma, a counterpart's own office."""

from __future__ import annotations

import pytest

from tests.parsing import parsed

Who = tuple[str | None, str | None, str | None]


def who(text: str) -> list[Who]:
    """The principals of a text, each with title and state."""
    return [(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Japan-U.S. Foreign Ministers’ Telephone Talk\n\nMr. SUGI Taro, Minister for Foreign Affairs, held a telephone talk with the Honorable Mark Vane, Secretary of State of the United States of America.",
            [
                ("SUGI Taro", "Minister for Foreign Affairs", "Japan"),
                ("Mark Vane", "Secretary of State", "United States"),
            ],
        ),
        (
            "Japan-Germany Foreign Ministers’ Telephone Talk\n\nMr. SUGI Taro, Minister for Foreign Affairs, held a telephone talk with H.E. Dr. Karl Brandt, Federal Minister for Foreign Affairs, Germany. They spoke of boats.",
            [
                ("SUGI Taro", "Minister for Foreign Affairs", "Japan"),
                ("Karl Brandt", "Federal Minister for Foreign Affairs", "Germany"),
            ],
        ),
        (
            "Readout of the Secretary-General’s meeting with Mr. Jonas Ferrel, President of Orvland\n\nThe Secretary-General met with Mr. Jonas Ferrel, President of Orvland. They spoke of the African Union.",
            [(None, "Secretary-General", "United Nations"), ("Jonas Ferrel", "President", "Orvland")],
        ),
        (
            "Prince Talal bin Ali, Saudi Crown Prince and Prime Minister, received on Wednesday a message from King Karl VI of Spain.",
            [("Talal bin Ali", "Crown Prince and Prime Minister", "Saudi Arabia"), ("Karl VI", "King", "Spain")],
        ),
        (
            "The Amir of Qatar, Talal bin Ali, held talks with President of the United States of America HE President Mark Vane, in Doha.",
            [("Talal bin Ali", "Amir", "Qatar"), ("Mark Vane", "President", "United States")],
        ),
        (
            "Japan’s Acting Secretary of Trade Mark Vane met with the Minister of Trade of Orvland, Jonas Ferrel. Secretary Vane spoke of boats.",
            [("Mark Vane", "Acting Secretary of Trade", "Japan"), ("Jonas Ferrel", "Minister of Trade", "Orvland")],
        ),
    ],
)
def test_who_met(text: str, expected: list[Who]) -> None:
    assert expected == who(f"{text}\n\nThe two sides agreed to mend the pier.\n")


def test_a_counterpart_has_the_office_that_the_headline_gives_him() -> None:
    text = (
        "Minister Talvik to host the Minister of Trade and Ports of Zimbabwe, Dr Joe Moyo, on a visit\n\n"
        "The Minister of Fisheries, Dr Maren Talvik, will host her Zimbabwean counterpart, Dr Joe Moyo, in Cape Town.\n"
    )
    assert ("Joe Moyo", "Minister of Trade and Ports", "Zimbabwe") in who(text)


def test_ambassadors_received_in_turn_are_principals() -> None:
    text = (
        "President Maren Talvik of Kestria received the ambassadors of Russia and China.\n\n"
        "During the meeting with Russian ambassador Alexey Grom the Head of State spoke of trade.\n\n"
        "At the meeting with Chinese ambassador Zhang Lin, the sides spoke of the summit.\n"
    )
    assert ["Maren Talvik", "Alexey Grom", "Zhang Lin"] == [name for name, _, _ in who(text)]


def test_half_of_a_state_s_name_is_no_state() -> None:
    text = (
        "Party General Secretary Lê Văn Hòa received in Hà Nội Wu Kelin, Foreign Minister of China, who is in Việt Nam "
        "to chair the Steering Committee for Việt Nam-China Cooperation. Minister Wu praised Việt Nam.\n"
    )
    assert "Nam" not in [state for _, _, state in who(text)]


def test_all_whom_a_host_met_in_turn_are_listed_with_semicolons() -> None:
    text = (
        "President Maren Talvik of Kestria met a number of world leaders in Norr.\n\n"
        "Talvik held separate meetings with Nasser Al Sabah, Prime Minister of Kuwait; Karim Saeed, Prime Minister of Yemen; "
        "and Kira Gerova, Managing Director of the Harbour Fund (HF).\n\nThe meetings dealt with trade.\n"
    )
    assert ["Maren Talvik", "Nasser Al Sabah", "Karim Saeed", "Kira Gerova"] == [name for name, _, _ in who(text)]


def test_an_ambassador_is_no_prime_minister() -> None:
    text = (
        "ISLAMABAD (Harbour News) – US Ambassador to Pakistan Mark Vane on Friday called on Prime Minister Omar Khan.\n\n"
        "The US Ambassador and Prime Minister Omar Khan discussed trade.\n"
    )
    assert [("Mark Vane", "Ambassador", "United States"), ("Omar Khan", "Prime Minister", "Pakistan")] == who(text)


def test_a_capital_and_a_colon_tell_the_house() -> None:
    text = (
        "Islamabad: Prime Minister Omar Khan received a telephone call from British Prime Minister Mark Vane today.\n"
    )
    assert ("Omar Khan", "Prime Minister", "Pakistan") == who(text)[0]


def test_who_stands_in_for_an_ambassador_is_sent_somewhere() -> None:
    text = "Georgian Foreign Minister Gia Kiria met Charge d’Affaires ad interim of the U.S. to Georgia Nick Berl on Friday.\n"
    assert ("Nick Berl", "Charge d’Affaires ad interim", "United States") == who(text)[1]
