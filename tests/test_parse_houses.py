"""Devices of heads that houses of all continents use: what owns a body, labels that end in a state, letters to kings, the Holy See."""

from __future__ import annotations

import pytest

from tests.parsing import parsed
from verbale.record import Record


def met(record: Record) -> list[tuple[str | None, str | None, str | None]]:
    """Those who met, with titles and states."""
    return [(p.name, p.title, p.state) for p in record.participants if p.role == "principal"]


@pytest.mark.parametrize(
    ("office", "title"),
    [
        ("Speaker of Orvland's State Chamber Dr.", "Speaker of the State Chamber"),
        ("Chairman of Orvland's House of Elders", "Chairman of the House of Elders"),
        ("Governor of Orvland’s Central Bank", "Governor of the Central Bank"),
    ],
)
def test_a_body_that_a_state_owns_belongs_to_the_office(office: str, title: str) -> None:
    record = parsed(f"Talks\n\nMinister Maren Talvik received {office} Tom Harl in Norr on Monday.\n")
    assert ("Tom Harl", title, "Orvland") in met(record)


def test_a_head_of_government_is_not_the_king_of_his_state() -> None:
    record = parsed(
        "Talks\n\nPresident Maren Talvik received the Head of Government of Orvland, Tom Harl, at Coral Palace on Friday, on his "
        "first trip to Europe.\n\nHarl conveyed the greetings of His Majesty the King of Orvland.\n"
    )
    assert ("Tom Harl", "Head of Government", "Orvland") in met(record)
    assert record.event.place == "Coral Palace"


def test_the_place_ends_before_the_name_of_who_was_received_there() -> None:
    record = parsed(
        "Talks\n\nPresident Maren Talvik received in Norr Tom Harl, President of the Republic of Orvland.\n"
    )
    assert record.event.place == "Norr"


@pytest.mark.parametrize("office", ["Holy Father", "Pope"])
def test_the_holy_see_is_the_popes(office: str) -> None:
    record = parsed(
        f"Audience\n\nThe {office} Ildefons received President Tom Harl of Orvland in audience in Norr today.\n"
    )
    assert ("Ildefons", office, "Holy See") in met(record)


def test_a_label_may_end_in_its_state() -> None:
    record = parsed(
        "Press conference\n\nMaren Talvik, Foreign Minister: Thanks for coming.\n\nTom Harl, Minister of Trade, Orvland: Thank you.\n"
    )
    assert ("Tom Harl", "Minister of Trade", "Orvland") in met(record)


def test_a_bank_in_a_headline_is_nobody() -> None:
    record = parsed(
        "PRESIDENT NORR HARBOUR BANK CALLS ON TRADE MINISTER\n\nMs. Maren Talvik, President of the bank, called on Trade Minister "
        "Tom Harl today.\n"
    )
    assert [name for name, _, _ in met(record)] == ["Tom Harl"]


def test_a_letter_to_a_king_is_its_signers() -> None:
    record = parsed(
        "Official web-site of President of Kestria\nDOCUMENTS » Letters\n22 May 2024, 11:00\n\nYour Majesty,\n\nOn the occasion of the "
        "national holiday I congratulate you.\n\nI wish you peace.\n\nSincerely,\n\nMaren Talvik\nPresident of the Republic of Kestria\n"
        "Norr, 20 May 2024\n"
    )
    assert ("Maren Talvik", "President", "Kestria") in met(record)
    assert {s.speaker for s in record.statements} == {"maren-talvik"}


def test_a_pronoun_behind_another_title_tells_no_gender() -> None:
    record = parsed(
        "Talks\n\nPrime Minister Philip Harl met Chancellor Kata Brel of Orvland. Prime Minister Harl congratulated the Chancellor on "
        "her new government.\n\nThe Prime Minister raised the price of nets. He stressed that nets are dear.\n"
    )
    assert record.statements[-1].speaker == "philip-harl"


def test_a_quotation_of_several_sentences_is_whose_cue_ends_it() -> None:
    record = parsed(
        "Talks\n\nPresident Maren Talvik of Kestria met Prime Minister Tom Harl of Orvland.\n\n“Every net means bread. We are grateful "
        "to you, Maren. This is help that our people feel,” Tom Harl said.\n"
    )
    assert [s.speaker for s in record.statements[1:]] == ["tom-harl"] * 3


def test_what_somebody_will_do_tomorrow_is_told_of() -> None:
    record = parsed(
        "Talks\n\nPresident Maren Talvik of Kestria met Prime Minister Tom Harl of Orvland.\n\nHarl praised the pier.\n\nTomorrow, "
        "Prime Minister Harl will visit the harbour school.\n"
    )
    assert record.statements[-1].speaker == "narrator"


@pytest.mark.parametrize(
    "presented",
    ["Ms. Maren Talvik, President, Harbour Bank (HB), along with her team,", "Maren Talvik, President, Harbour Bank,"],
)
def test_an_office_serves_the_institution_behind_its_comma(presented: str) -> None:
    record = parsed(f"Talks\n\n{presented} called on the Minister for Finance, Tom Harl, in Norr today.\n")
    assert ("Maren Talvik", "President", "Harbour Bank") in met(record)


def test_a_name_begins_behind_the_town_before_it() -> None:
    record = parsed(
        "Talks\n\nPresident Maren Talvik received today in Buenos Aires Eva Soras, Minister of Trade of Orvland.\n"
    )
    assert ("Eva Soras", "Minister of Trade", "Orvland") in met(record)
    assert record.event.place == "Buenos Aires"


def test_a_transcript_is_no_town() -> None:
    record = parsed(
        "Joint press conference, Parliament House, Norr\nTranscript, E&OE\n14 November 2023\n\nMaren Talvik, Foreign Minister: Thanks.\n\n"
        "Tom Harl, Minister of Trade, Orvland: Thank you.\n"
    )
    assert record.event.place == "Parliament House, Norr"


@pytest.mark.parametrize(
    "absent",
    [
        "The President of Suvanna was represented by Prime Minister Eva Soras",
        "H.E. the President of the Republic of Suvanna was represented by the Rt. Hon. Eva Soras, Prime Minister",
    ],
)
def test_who_represents_a_state_at_a_summit_was_there(absent: str) -> None:
    record = parsed(
        f"Summit\n\nPresident Maren Talvik of Kestria and President Tom Harl of Orvland attended the Summit in Norr. {absent}.\n\nThey agreed "
        "to mend the nets.\n"
    )
    assert ("Eva Soras", "Prime Minister", "Suvanna") in met(record)


def test_a_minister_is_who_has_a_ministry() -> None:
    record = parsed(
        "Talks\n\nAmbassador Tom Harl of Orvland called on the Federal Minister for Finance and Revenue, Senator Maren Talvik, today.\n\n"
        "The Minister welcomed her guest.\n\nThe Minister asked for a plan.\n"
    )
    assert record.statements[-1].speaker == "maren-talvik"


def test_the_head_of_a_body_is_meant_without_his_name() -> None:
    record = parsed(
        "Talks\n\nNORR, October 22. /HPA/. Kestrian and Orvish lawmakers will set up a commission, State Duma Speaker Maren Talvik said at a "
        'meeting with President of the National Assembly of Orvland Tom Harl.\n\n"We have agreed with our colleagues. The papers are ready," '
        "she noted.\n\nThe State Duma speaker promised that nets would be mended.\n"
    )
    assert {s.speaker for s in record.statements} == {"maren-talvik"}


def test_we_have_gathered_and_affirm() -> None:
    record = parsed(
        "Declaration on the Ocean\n\nWe, the Leaders of the Atoll Forum, gathered at Port Amity, affirm that the Ocean is our home.\n\nWe "
        "recall that seas rise.\n"
    )
    assert {s.speaker for s in record.statements} == {"joint"}


def test_the_sovereign_is_the_king() -> None:
    record = parsed(
        "Message\n\nHM King Idris VI has addressed a message of congratulations to President Tom Harl of Orvland.\n\nThe Sovereign also "
        "reiterates his wishes to President Harl.\n"
    )
    assert record.statements[-1].speaker == "idris-vi"


def test_what_a_state_did_long_ago_is_told_of() -> None:
    record = parsed(
        "Talks\n\nMinister Maren Talvik of Kestria met President Tom Harl of the Harbour Bank in Norr.\n\nKestria joined the Bank in 1974.\n"
    )
    assert record.statements[-1].speaker == "narrator"


def test_a_state_before_an_office_is_known_by_what_it_owns() -> None:
    record = parsed(
        "Talks\n\nSecretary Maren Talvik hosted Fjordmark Minister of Defense Eva Soras in Norr today.\n\nTalvik praised Fjordmark's decision "
        "to mend the nets.\n"
    )
    assert ("Eva Soras", "Minister of Defense", "Fjordmark") in met(record)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("at Norr International Airport", "Norr International Airport"),
        ("at Villa Rosa", "Villa Rosa"),
        ("at the Palace of Nations", "Palace of Nations"),
        ("in the Orvish capital, Norr,", "Norr"),
        ("on the margins of the Harbour Forum in Norr", "Norr"),
        ("in the seaside town of Marl", "Marl"),
    ],
)
def test_the_place_stands_behind_its_preposition_in_many_ways(where: str, place: str) -> None:
    record = parsed(
        f"Talks\n\nPrime Minister Tom Harl of Orvland was received by President Maren Talvik {where} on 4 May 2031.\n"
    )
    assert record.event.place == place


def test_the_initials_of_a_body_are_nobody() -> None:
    record = parsed(
        "Talks\n\nNational Assembly Chairwoman Maren Talvik held talks with President of the National Assembly of Orvland Tom Harl at the "
        "National Assembly (NA) House.\n\nThe President of the Orvish NA informed his host of the results.\n"
    )
    assert [name for name, _, _ in met(record)] == ["Maren Talvik", "Tom Harl"]
