"""Devices around the text: letterheads above a path, headlines with a full stop, what a kicker or lead says of the kind, houses in other languages."""

from __future__ import annotations

import pytest

from tests.parsing import parsed

LEAD = "President Maren Talvik of Kestria met Prime Minister Tom Harl of Orvland on 4 May 2024 in Norr."


def met(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Those who met by a text, with titles and states."""
    return [(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize("house", ["QUERINAL HOUSE", "CHAMBER OF THE REPUBLIC\nSENATE", "Royal Household"])
def test_the_name_of_a_house_above_a_path_is_no_title(house: str) -> None:
    text = f"{house}\nHome > News > Africa\n\nWorking lunch for the Prime Minister of Orvland\n\n{LEAD} Talvik praised the pier.\n"
    assert "Working lunch for the Prime Minister of Orvland" == parsed(text).title


def test_a_headline_above_a_path_remains_the_title() -> None:
    text = f"President Talvik meets Prime Minister Harl\nHome > News > Africa\nFor the pier\n\n{LEAD} Talvik praised the pier.\n"
    assert "President Talvik meets Prime Minister Harl" == parsed(text).title


@pytest.mark.parametrize(
    "headline", ["Working lunch with the President of Orvland.", "Telephone conversation with the Emir of Orvland."]
)
def test_a_headline_that_ends_in_a_full_stop_is_one_below_a_date_too(headline: str) -> None:
    text = f"QUERINAL\nHome / News / Africa\n\n21 June 2023\n{headline}\n\n{LEAD} Talvik praised the pier.\n"
    assert headline == parsed(text).title


def test_a_sentence_below_a_date_is_no_headline() -> None:
    text = f"Talvik and Harl meet\n\n21 June 2023\nThe two praised the pier.\n\n{LEAD}\n"
    assert "Talvik and Harl meet" == parsed(text).title


@pytest.mark.parametrize("kicker", ["Inaugural visit", "Farewell visit", "State visit"])
def test_a_kicker_tells_the_kind(kicker: str) -> None:
    text = f"Chancellery of Kestria\n{kicker}\nA new chapter for the two shores\n\n{LEAD}\n"
    assert "visit" == parsed(text).event.kind


@pytest.mark.parametrize("did", ["visited the battery", "toured the locks", "today inspected the locks"])
def test_a_lead_of_those_who_went_somewhere_together_tells_of_a_visit(did: str) -> None:
    text = f"Allies at the locks\n\nPrime Minister Maren Talvik of Kestria and Prime Minister Tom Harl of Orvland {did} at Tarn. Harl praised the pier.\n"
    assert "visit" == parsed(text).event.kind


@pytest.mark.parametrize("how", ["a meeting by video conference", "a session via video conference"])
def test_a_meeting_by_a_link_is_no_call(how: str) -> None:
    text = f"Kestria and Orvland on debt\n\nMinister of Trade Maren Talvik of Kestria held {how} with Minister of Trade Tom Harl of Orvland. Harl praised the pier.\n"
    assert ("meeting", "video conference") == (parsed(text).event.kind, parsed(text).event.medium)


@pytest.mark.parametrize(
    "house", ["palais de l'Aubépine", "palacio de la Ribera", "palazzo del Pozzo", "hôtel d’Aumont"]
)
def test_a_house_with_its_languages_small_words_is_a_place(house: str) -> None:
    text = f"Lunch for the Prime Minister\n\nPresident Maren Talvik of Kestria gave a lunch at the {house} for Prime Minister Tom Harl of Orvland. Harl praised the pier.\n"
    assert house == parsed(text).event.place
