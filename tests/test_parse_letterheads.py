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


@pytest.mark.parametrize(
    "where",
    [
        "at State House, Norr, on Friday",
        "in Brel House, Norr, with his ministers",
        "at Government Buildings Palace, Norr.",
    ],
)
def test_a_house_and_its_town_are_one_place(where: str) -> None:
    text = f"Talks on nets\n\nPresident Maren Talvik of Kestria met Prime Minister Tom Harl of Orvland {where} Harl praised the pier.\n"
    place = parsed(text).event.place
    assert place is not None
    assert place.endswith(("House, Norr", "Palace, Norr"))


def test_a_house_where_talks_were_is_named_behind_them_too() -> None:
    text = (
        "Levies on nets to go\n\nNORR, 4 May 2024 – President Maren Talvik of Kestria has directed her ministers to lift the levies.\n\n"
        "The President gave the order after bilateral talks with the Vice-President of Orvland, Dr Tom Harl, at Harbour House, Norr.\n"
    )
    assert "Harbour House, Norr" == parsed(text).event.place


def test_a_room_gives_way_to_the_house_that_the_line_of_the_day_names() -> None:
    text = f"Guests from Orvland\n\nTuesday, 5th October 2021, Aumont Palace\n\n{LEAD.replace('in Norr', 'in the Mirror Hall')} Harl praised the pier.\n"
    assert "Aumont Palace" == parsed(text).event.place


def test_a_room_alone_remains_the_place() -> None:
    text = f"Guests from Orvland\n\n{LEAD.replace('in Norr', 'in the Mirror Hall')} Harl praised the pier.\n"
    assert "Mirror Hall" == parsed(text).event.place


@pytest.mark.parametrize("line", ["Castillo de la Ribera. Madrid, 17.05.2022", "17 May 2022, Palacio de Los Olmos"])
def test_a_line_of_house_and_day_may_have_small_words(line: str) -> None:
    text = f"Audience to the Speaker of Parliament\n{line}\n\nThe King received Mr. Tom Harl, Speaker of the National Assembly of Orvland. Harl praised the pier.\n"
    assert (parsed(text).event.place or "") in line
    assert "2022-05-17" == parsed(text).event.date
    assert "de" in (parsed(text).event.place or "").split()


@pytest.mark.parametrize("line", ["Secretariat General – Riyadh", "News Secretariat - Lima"])
def test_an_office_and_a_capital_on_a_line_tell_the_place(line: str) -> None:
    text = f"Secretary General Receives Special Representative\n\n{line}\n\nThe Secretary General, Tom Harl, received at his office the Special Representative of Kestria, Maren Talvik.\n"
    assert line.rsplit(maxsplit=1)[-1] == parsed(text).event.place


@pytest.mark.parametrize("rubric", ["Nets - Norr", "Foreign affairs – Ribera"])
def test_a_rubric_and_a_name_that_is_no_capitals_are_no_place(rubric: str) -> None:
    text = f"Secretary General Receives Special Representative\n\n{rubric}\n\nThe Secretary General, Tom Harl, received at his office the Special Representative of Kestria, Maren Talvik.\n"
    assert parsed(text).event.place is None


@pytest.mark.parametrize("signing", ["Public Relations Officer", "Press Secretary", "Communication Unit"])
def test_who_signs_above_a_date_is_no_place(signing: str) -> None:
    text = f"Talks on nets\n\nPresident Maren Talvik of Kestria met Prime Minister Tom Harl of Orvland. Harl praised the pier.\n\nSigned:\nMira Sol\n{signing}\n27/05/2022\n"
    assert parsed(text).event.place is None


def test_a_town_and_a_weekday_before_a_colon_are_a_dateline() -> None:
    text = "Talks on nets\n\nPort Sable, Friday: President Maren Talvik of Kestria yesterday met Prime Minister Tom Harl of Orvland. Harl praised the pier.\n\n27/05/2022\n"
    event = parsed(text).event
    assert ("Port Sable", "2022-05-26") == (event.place, event.date)


def test_who_met_from_afar_met_nowhere_whatever_the_line_of_the_day_says() -> None:
    text = "Minister Talvik meets with Orvish minister\n\nMay 4, 2024 – Norr, Ribera – Ministry of Trade\n\nThe Minister of Trade of Kestria, Maren Talvik, today met virtually with Tom Harl, Minister of Trade of Orvland. Harl praised the pier.\n"
    assert parsed(text).event.place is None


@pytest.mark.parametrize("house", ["Harbour League Headquarters", "Lake League Headquarters/Lake League Secretariat"])
def test_a_visit_to_a_house_is_there_and_not_in_the_town_of_the_dateline(house: str) -> None:
    text = f"Secretary-General receives Minister\n\nNORR – The Secretary-General of the Lake Union, Maren Talvik, received the Minister of Trade of Orvland, Tom Harl, on his first official visit to the {house}. Harl praised the pier.\n"
    assert house == parsed(text).event.place


@pytest.mark.parametrize("sits", ["PM", "President"])
def test_a_house_called_by_an_office_is_a_place_and_nobody(sits: str) -> None:
    text = f"Talks on nets\n\nThe Prime Minister of Kestria, Maren Talvik, praised the pier. She was talking to the Minister of Trade of Orvland, Tom Harl, who called on her at the {sits} House along with a delegation.\n"
    assert ["Maren Talvik", "Tom Harl"] == [name for name, _, _ in met(text)]
    assert f"{sits} House" == parsed(text).event.place
    assert "meeting" == parsed(text).event.kind


def test_a_paper_issued_behind_talks_tells_of_talks() -> None:
    text = "Kestria and Orvland on nets\n\nThis was said in a joint communiqué issued following talks between Minister of Trade Maren Talvik of Kestria and Minister of Trade Tom Harl of Orvland. Harl praised the pier.\n"
    assert "talks" == parsed(text).event.kind


def test_how_a_meeting_came_about_may_open_the_sentence() -> None:
    text = "Harl meets Talvik\n2020-02-15\n\nWithin the framework of the Norr Security Conference, a meeting took place between Minister of Trade Maren Talvik of Kestria and Minister of Trade Tom Harl of Orvland.\n"
    assert "Norr" == parsed(text).event.place


@pytest.mark.parametrize(
    ("line", "day"), [("Port Sable July 4/2023 /HNA/ ", "2023-07-04"), ("Port Sable, 4 July 2023 /HNA/ ", "2023-07-04")]
)
def test_an_agency_between_strokes_ends_a_dateline(line: str, day: str) -> None:
    text = f"Kestria keen on Space Science\n\n{line}Minister of Trade Maren Talvik of Kestria held talks with Minister of Trade Tom Harl of Orvland.\n"
    event = parsed(text).event
    assert ("Port Sable", day) == (event.place, event.date)


def test_the_year_stands_beside_that_of_another_calendar() -> None:
    text = f"Talks on nets\n\n{LEAD.replace(' 2024', '')} Harl praised the pier.\n\nJuche 113 (2024)\n"
    assert "2024-05-04" == parsed(text).event.date


def test_a_headline_in_capitals_with_who_says_it_is_no_turn() -> None:
    text = "HARBOUR HOUSE PRESS RELEASE\n\nPRESIDENT TALVIK: WE’LL DEEPEN TRADE TIES WITH ORVLAND\n\nPresident Maren Talvik of Kestria met Tom Harl, Prime Minister of Orvland. Harl praised the pier.\n"
    assert "PRESIDENT TALVIK: WE’LL DEEPEN TRADE TIES WITH ORVLAND" == parsed(text).title


@pytest.mark.parametrize("where", ["at the Presidential Villa, Abuja", "at Harbour House, Nairobi"])
def test_the_town_of_a_house_tells_the_hosts_state(where: str) -> None:
    text = f"Vice President Talvik and Prime Minister Harl on trade\n\nVice President Maren Talvik says that boats will sail.\n\nTalvik stated this when she received in audience the Prime Minister of the Republic of Orvland, Tom Harl, {where}.\n"
    assert {"Nigeria" if "Abuja" in where else "Kenya", "Orvland"} == {state for _, _, state in met(text)}
    assert where.removeprefix("at ").removeprefix("the ") == parsed(text).event.place


def test_the_capital_of_the_state_that_will_be_visited_is_the_place() -> None:
    text = "Visit of the Minister of Trade of Kestria\n\nMr. Tom Harl, Minister of Trade of Kestria, will pay an official visit to Türkiye on 23-25 June 2023. During the meetings that Minister Maren Talvik will hold with her counterpart in Ankara, nets will be discussed.\n"
    assert "Ankara" == parsed(text).event.place
