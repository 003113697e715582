"""Who met, by the ways in which houses write names, ranks and states: grades of honorifics, retired officers, states of two words, counterparts in a list."""

from __future__ import annotations

import pytest

from tests.parsing import parsed, voices
from verbale.record import Record

HOST = "Mr. Veera Thanak, Minister of Foreign Affairs of Orvland"


def principals(record: Record) -> list[tuple[str | None, str | None, str | None]]:
    """Name, title and state of those who met."""
    return [(p.name, p.title, p.state) for p in record.participants if p.role == "principal"]


def met(whom: str, then: str = "The Orvish Minister was grateful.") -> Record:
    """The record of a report in which the host met somebody."""
    return parsed(f"Outcome of the Meeting\n\nOn 21 August 2009, {HOST}, met {whom} in Port Sable.\n\n{then}\n")


@pytest.mark.parametrize(
    "honorifics",
    [
        "Dato' Sri",
        "Dato’ Seri Utama",
        "Tan Sri Dato' Seri",
        "Datuk Seri Panglima",
        "Puan Sri",
        "Toh Puan",
        "Samdech Techo",
        "Lyonpo",
    ],
)
def test_an_honorific_is_left_out_of_a_name_with_its_grade(honorifics: str) -> None:
    record = met(
        f"H.E. {honorifics} Rosnah Idris, Minister of Foreign Affairs of Kestria,",
        f"{honorifics} Rosnah said that boats sail.",
    )
    assert ("Rosnah Idris", "Minister of Foreign Affairs", "Kestria") in principals(record)
    assert "Rosnah Idris" == voices(record)[-1][0]


def test_a_word_for_a_grade_without_its_honorific_is_a_name() -> None:
    assert ("Sri Mulya", "Foreign Minister", "Kestria") in principals(met("Foreign Minister Sri Mulya of Kestria"))


@pytest.mark.parametrize("rank", ["Gen. (ret.)", "Lt. Gen. (Ret.)", "Gen. (rtd)", "Adm. (retired)"])
def test_a_retired_officers_rank_is_left_out_of_the_name(rank: str) -> None:
    record = met(f"Kestrian Defence Minister {rank} Yoo Brandt", "Minister Yoo Brandt thanked Kestria.")
    assert ("Yoo Brandt", "Defence Minister", "Kestria") in principals(record)


@pytest.mark.parametrize(
    ("whom", "state"),
    [
        ("Prime Minister Ana Brel of Jabal Zayn, who arrived on Friday,", "Jabal Zayn"),
        ("H.E. Ms. Ana Brel, Prime Minister of the Kingdom of Jabal Zayn,", "Jabal Zayn"),
        ("Dr. Ana Brel, Minister for Foreign Affairs of the Republic of Port Orvan.", "Port Orvan"),
        ("President Ana Brel of Khao Luang on Friday", "Khao Luang"),
        ("Foreign Minister Ana Brel of the Republic of Khao Luang", "Khao Luang"),
        ("Prime Minister Ana Brel of Kestria Monday", "Kestria"),
        ("President Ana Brel of Kestria Foreign Minister Tom Harl", "Kestria"),
    ],
)
def test_a_state_of_two_words_is_known_behind_the_name_of_who_serves_it(whom: str, state: str) -> None:
    assert state in [s for _, _, s in principals(met(whom))]


@pytest.mark.parametrize(
    "whom",
    [
        "her counterparts from Lusanga, Rui Tavora, and Nordmark, Solveig Aas, in Norr",
        "counterparts from Lusanga and Nordmark, H.E. Rui Tavora and Solveig Aas",
        "her Lusangan and Nordmark counterparts, Rui Tavora and Solveig Aas",
        "her counterparts Rui Tavora of Lusanga and Solveig Aas of Nordmark",
    ],
)
def test_counterparts_have_the_states_told_before_or_between_their_names(whom: str) -> None:
    text = f"Ministers meet\n\nForeign Minister Ana Brel of Kestria met with {whom}.\n\nNordmark and Lusanga were thanked.\n"
    expected = [("Rui Tavora", "Foreign Minister", "Lusanga"), ("Solveig Aas", "Foreign Minister", "Nordmark")]
    assert expected == principals(parsed(text))[1:]


@pytest.mark.parametrize(
    "whom", ["her counterparts from Italy, Spain and Malta", "counterparts from France and Germany in Norr"]
)
def test_states_without_names_are_nobodys(whom: str) -> None:
    text = f"Ministers meet\n\nForeign Minister Ana Brel of Kestria met with {whom}.\n\nBrel spoke of trade.\n"
    assert ["Ana Brel"] == [name for name, _, _ in principals(parsed(text))]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("Government of Kestria", "Kestria"),
        ("GOVERNMENT OF SAINT ARVEL", "Saint Arvel"),
        ("MINISTRY OF FOREIGN AFFAIRS OF KESTRIA", "Kestria"),
        ("Ministry of Trade", None),
    ],
)
def test_a_letterhead_tells_a_state_that_stands_nowhere_else(line: str, state: str | None) -> None:
    text = f"{line}\nPrime Minister meets the High Commissioner\n\n3 May 2016\n\nPrime Minister Ola Sand met with the High Commissioner of Canada, Ana Brel.\n\nSand thanked Canada.\n"
    assert ("Ola Sand", "Prime Minister", state) in principals(parsed(text))


@pytest.mark.parametrize(
    ("where", "state"),
    [
        ("in Yerevan", "Armenia"),
        ("in Lima", "Peru"),
        ("in Nairobi on the sidelines of the forum", None),
        ("in Geneva", None),
    ],
)
def test_talks_in_a_capital_tell_the_state_of_who_receives(where: str, state: str | None) -> None:
    text = f"Ministers meet\n\nForeign Minister Ola Sand met with Foreign Minister Ana Brel of Kestria {where}.\n\nBrel spoke of trade.\n"
    assert ("Ola Sand", "Foreign Minister", state) in principals(parsed(text))


@pytest.mark.parametrize(
    "foot",
    [
        "For Kestria: Ana Brel\nFor the Republic of Orvland: Ola Sand\n",
        "FOR THE GOVERNMENT OF KESTRIA\nAna Brel\nPresident\n\nFOR THE GOVERNMENT OF ORVLAND\nH.E. Ola Sand\nPrime Minister\n",
        "For Kestria\nAna Brel\n\nFor Orvland\nOla Sand\n",
    ],
)
def test_who_signs_a_joint_statement_has_there_his_full_name_and_state(foot: str) -> None:
    text = (
        "Joint Statement of the Leaders of Kestria and Orvland\n\nNorr, 3 May 2020\n\nWe, the leaders of Kestria and Orvland, "
        "met today in Norr. President Brel hosted the talks.\n\nWe look forward to our next meeting, to be hosted by Prime "
        "Minister Sand.\n\n"
    )
    expected = [("Ana Brel", "President", "Kestria"), ("Ola Sand", "Prime Minister", "Orvland")]
    assert expected == principals(parsed(text + foot))
    assert not any(
        name and "information" in name
        for name, _, _ in principals(parsed(text + "For further information: press office\n"))
    )


@pytest.mark.parametrize(
    ("head", "both", "title"),
    [
        ("Tom Harl met with President of Kestria Ana Brel\n\nThe President of Kestria came to the Forum.", "The Presidents", "President"),
        ("Call with President of Kestria Ana Brel\n\nTom Harl had a telephone conversation with President of Kestria Ana Brel.", "The two Presidents", "President"),
        ("Call with President of Kestria Ana Brel\n\nTom Harl had a telephone conversation with President of Kestria Ana Brel.", "They", None),
        ("President of Kestria Ana Brel met with Tom Harl\n\nThe meeting took place in Port Sable.", "The Presidents", None),
    ],
)  # fmt: skip
def test_a_head_without_a_title_has_the_one_that_both_have_in_the_plural(
    head: str, both: str, title: str | None
) -> None:
    text = f"{head} {both} noted that trade was growing.\n\nTom Harl drew attention to the need for roads. Ana Brel thanked him.\n"
    assert [title] == [p.title for p in parsed(text).participants if p.name == "Tom Harl"]


@pytest.mark.parametrize(
    ("whom", "principal"),
    [
        ("Acting Foreign Minister of Pashtan Amir Muttaqi", ("Amir Muttaqi", "Acting Foreign Minister", "Pashtan")),
        ("President of Kestria Sultan Berdi", ("Sultan Berdi", "President", "Kestria")),
        ("Prime Minister of the Republic of Kestria Prince Faisal", ("Faisal", "Prime Minister", "Kestria")),
        ("Taoiseach Aoife Brel in Dublin", ("Aoife Brel", "Taoiseach", "Ireland")),
    ],
)
def test_a_title_may_be_a_given_name_behind_the_state_that_is_served(
    whom: str, principal: tuple[str, str, str]
) -> None:
    assert principal in principals(met(whom))


@pytest.mark.parametrize("title", ["HM King receives phone call from French President", "HH Amir receives Harl"])
def test_an_honorific_in_capitals_begins_no_name(title: str) -> None:
    text = f"{title}\n\nHis Majesty King Hassan IV of Kestria received on Monday a phone call from President Tom Harl of Orvland.\n\nHarl spoke of trade.\n"
    assert ["Hassan IV", "Tom Harl"] == [name for name, _, _ in principals(parsed(text))]


@pytest.mark.parametrize(
    "honorifics",
    ["the Honourable Ratu", "H.E. Reverend Sir", "Rt. Hon. Ntate", "The Rt. Hon.", "Mag.", "Ato", "Sardar"],
)
def test_a_style_of_any_people_is_left_out_of_a_name(honorifics: str) -> None:
    record = met(f"{honorifics} Rosnah Idris, Minister of Foreign Affairs of Kestria,")
    assert ("Rosnah Idris", "Minister of Foreign Affairs", "Kestria") in principals(record)


@pytest.mark.parametrize("honorifics", ["Ratu", "Rt. Hon. Ntate", "Sardar", "Rev."])
def test_a_style_between_title_and_name_is_no_name(honorifics: str) -> None:
    record = met(f"the Prime Minister of Kestria, {honorifics} Rosnah Idris,")
    assert ("Rosnah Idris", "Prime Minister", "Kestria") in principals(record)


@pytest.mark.parametrize("to", ["our country", "the country"])
def test_an_ambassador_to_the_houses_own_country_keeps_his_name(to: str) -> None:
    record = met(f"the newly appointed Ambassador of the Republic of Kestria to {to} Yun Tae Gyu")
    assert ("Yun Tae Gyu", "Ambassador", "Kestria") in principals(record)


def test_an_opposite_number_is_a_counterpart() -> None:
    record = met("his Norwegian opposite number, Ana Brel,", "The two exchanged views.")
    assert ("Ana Brel", "Minister of Foreign Affairs", "Norway") in principals(record)


@pytest.mark.parametrize("office", ["vice-president of the Presidium", "vice-president of the Board"])
def test_who_sits_in_the_presidium_of_an_assembly_has_it_in_the_title(office: str) -> None:
    text = "On 5 May 2014, Paek Sun Ho, {} of the Supreme People's Assembly, met Foreign Minister Ana Brel of Kestria.\n\nPaek was grateful.\n"
    assert ("Paek Sun Ho", f"{office} of the Supreme People's Assembly") in [
        p[:2] for p in principals(parsed(text.format(office)))
    ]


def test_an_initial_written_close_to_a_surname_is_the_given_name() -> None:
    record = met(
        "Mr. Isamu Kita, Governor of the Bank of Kestria,", "In response, Governor I.Kita said that boats sail."
    )
    assert "Isamu Kita" == voices(record)[-1][0]


@pytest.mark.parametrize("state", ["Porto Brava", "New Cambria", "Santa Rosalia", "Cape Orvan"])
def test_a_state_of_two_words_before_a_title_is_known_by_the_first(state: str) -> None:
    assert ("Ana Brel", "Foreign Minister", state) in principals(met(f"{state} Foreign Minister Ana Brel"))


@pytest.mark.parametrize("words", ["New Deputy", "Central Committee", "New Trade", "Old City"])
def test_an_office_or_body_before_a_title_is_no_state(words: str) -> None:
    assert words not in [s for _, _, s in principals(met(f"{words} Chairman Ana Brel"))]
