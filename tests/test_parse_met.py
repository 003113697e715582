"""Who met, when and where, by the devices in which houses tell it: numbered days, houses written small, calls besides the talks, delegations, letters brought."""

from __future__ import annotations

import pytest

from tests.parsing import parsed
from verbale.record import Record

MET = "Kestrian Foreign Minister Tom Harl met with Orvish Foreign Minister Ana Brel"
SAID = "Harl said that trade was growing. Brel said that ties were good.\n"


def principals(record: Record) -> list[tuple[str | None, str | None, str | None]]:
    """Name, title and state of those who met."""
    return [(p.name, p.title, p.state) for p in record.participants if p.role == "principal"]


@pytest.mark.parametrize(
    ("line", "weekday", "date"),
    [
        ("[3/10/2014 6:21:44 PM]", "Monday", "2014-03-10"),
        ("05.04.2016", "Monday", "2016-04-04"),
        ("05/04/2016 09:10", "Tuesday", "2016-04-05"),
        ("12/31/2020 3:00 PM", "Thursday", "2020-12-31"),
        ("Updated 22:08, 30-Nov-2019", "Saturday", "2019-11-30"),
    ],
)
def test_a_day_in_numbers_is_read_by_the_weekday_that_the_lead_names(line: str, weekday: str, date: str) -> None:
    assert date == parsed(f"Ministers meet in Torv\n{line}\n\n{MET} on {weekday} in Torv.\n\n{SAID}").event.date


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("at the Zaren Log residence", "Zaren Log residence"),
        ("in the Belmore castle", "Belmore castle"),
        ("at the Lake Torv guesthouse on 4 May 2020", "Lake Torv guesthouse"),
        ("in Torv", "Torv"),
    ],
)
def test_a_house_may_be_called_so_in_small_letters(where: str, place: str) -> None:
    assert place == parsed(f"Ministers meet\n\n{MET} {where}.\n\n{SAID}").event.place


@pytest.mark.parametrize(
    ("second", "place"),
    [
        ("The two Presidents held talks in Port Mellin on 4 May in a warm atmosphere.", "Port Mellin"),
        ("Official talks were held at Dar House in Port Mellin.", "Dar House"),
        ("The two leaders met in Port Mellin.", "Port Mellin"),
        ("During the talks in Port Mellin, the Presidents reviewed their ties.", "Port Mellin"),
        ("They agreed to hold the next talks in Sandar in 2022.", "Kestria"),
        ("The two ministers met in Sandar in 2019.", "Kestria"),
    ],
)
def test_a_joint_statement_tells_in_its_second_paragraph_where_the_talks_were(second: str, place: str | None) -> None:
    record = parsed(
        "Kestria-Orvland Joint Statement during the State Visit of the President of Orvland\n\n"
        "1. At the invitation of the President of Kestria, Tom Harl, the President of Orvland, Ana Brel, paid a State "
        "Visit to Kestria from 3 to 5 May 2020. She was accompanied by her ministers. Her first visit was in 2012.\n\n"
        f"2. {second}\n\n3. The two sides agreed to open the lake.\n"
    )
    assert place == record.event.place


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        (
            "President receives Orvish Deputy Premier",
            "Harl made the statement while hosting a reception for",
            "meeting",
        ),
        (
            "President receives Orvish minister",
            "Harl received on Monday in Torv, with a letter to the Amir,",
            "meeting",
        ),
        ("President receives letter from Orvish President", "Harl received on Monday a letter from", "letter"),
        ("President receives phone call from Orvish Premier", "Harl received on Monday a phone call from", "call"),
    ],
)
def test_who_is_received_is_met_whatever_he_brings(title: str, lead: str, kind: str) -> None:
    text = f"{title}\n\nPresident Tom {lead} Deputy Premier of Orvland Ana Brel.\n\n{SAID}"
    assert kind == parsed(text).event.kind


@pytest.mark.parametrize(
    "besides",
    [
        "Prior to the meeting, Minister Brel paid a courtesy call on the Prime Minister of Kestria, Ola Sand.",
        "Minister Brel also called on Prime Minister Ola Sand.",
    ],
)
def test_whom_a_guest_met_besides_is_no_principal(besides: str) -> None:
    record = parsed(f"Ministers meet\n\n{MET} in Torv.\n\n{SAID}\n{besides} Prime Minister Sand welcomed the visit.\n")
    assert ["Tom Harl", "Ana Brel"] == [name for name, _, _ in principals(record)]


def test_a_call_on_a_head_is_the_meeting_where_nobody_else_was_met() -> None:
    record = parsed(
        "Visit by the Foreign Minister\n\nForeign Minister of Orvland Ana Brel visited Kestria from 3 to 5 May 2020.\n\n"
        "She called on Prime Minister of Kestria Tom Harl. Prime Minister Harl welcomed the visit.\n"
    )
    assert ["Ana Brel", "Tom Harl"] == [name for name, _, _ in principals(record)]


def test_those_of_whom_only_the_same_days_second_exchange_tells_are_no_principals() -> None:
    record = parsed(
        "Kestrian, Orvish presidents exchange congratulations\n\nKestrian President Tom Harl and his Orvish counterpart, "
        "Ana Brel, exchanged congratulations on Monday.\n\nHarl said that Kestria and Orvland were close.\n\n"
        "On the same day, Kestrian Premier Ola Sand and Orvish Prime Minister Per Lund also exchanged congratulations. "
        "Sand said that Kestria stands ready. Lund said that Orvland is grateful.\n"
    )
    assert ["Tom Harl", "Ana Brel"] == [name for name, _, _ in principals(record)]


def test_who_is_named_for_a_commitment_in_passing_does_not_speak_beside_the_speaker() -> None:
    record = parsed(
        f"Ministers meet\n\n{MET} in Torv.\n\nHarl said that Kestria supports a new seat, a goal to which President "
        "Dunn has committed. Brel thanked him.\n"
    )
    assert () == record.statements[1].also
    assert ["Tom Harl", "Ana Brel"] == [name for name, _, _ in principals(record)]


def test_whose_letter_a_guest_hands_over_did_not_meet() -> None:
    record = parsed(
        "Amir receives Orvish Foreign Minister\n\nHis Highness the Amir of Kestria Tom Al-Harl received on Monday Foreign "
        "Minister of Orvland Ana Brel, who handed him a letter from President Ola Sand.\n\nBrel said that ties were good.\n"
    )
    assert ["Tom Al-Harl", "Ana Brel"] == [name for name, _, _ in principals(record)]


@pytest.mark.parametrize("state", ["Dar Sulan", "Jebel Tor", "Mira Lune"])
def test_a_state_of_two_words_is_told_from_the_name_behind_it_where_it_stands_alone_elsewhere(state: str) -> None:
    record = parsed(
        f"Kestria FM receives {state} counterpart, discusses trade\n\nForeign Minister Omar Harl received on Sunday "
        f"Foreign Minister of {state} Youssef Brel.\n\nHarl said Kestria stood by {state}, its government and people.\n\n"
        "For his part, Brel voiced his country's gratitude to Kestria.\n"
    )
    assert [
        ("Omar Harl", "Foreign Minister", "Kestria"),
        ("Youssef Brel", "Foreign Minister", state),
    ] == principals(record)
    assert ["youssef-brel"] == [s.speaker for s in record.statements][2:]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Brel meets President of Kestria\n\nPrime Minister Ana Brel, who is on a visit to Kestria, met President Tom Harl.",
            ("Tom Harl", "President", "Kestria"),
        ),
        (
            "Talks\n\nPrime Minister Jan van der Horst of Kestria met President María de la Cruz of Orvland.",
            ("Jan van der Horst", "Prime Minister", "Kestria"),
        ),
        (
            "Talks\n\nEuropean Commissioner for Energy Ana Brel met Kestria's Minister of Energy Tom Harl.",
            ("Ana Brel", "European Commissioner for Energy", "European Union"),
        ),
        (
            "Talks\n\nThe Secretary-General's Special Envoy for the Great Lakes, Ana Brel, met Kestria's Foreign Minister Tom Harl.",
            ("Ana Brel", "Special Envoy for the Great Lakes", None),
        ),
        (
            "Talks\n\nForeign Minister Tom Harl received the newly-appointed Ambassador of Orvland to Kestria, Ana Brel.",
            ("Ana Brel", "Ambassador", "Orvland"),
        ),
    ],
)
def test_an_office_is_read_whole_with_its_state(text: str, found: tuple[str, str, str | None]) -> None:
    met = principals(parsed(f"{text}\n\nHarl said that trade was growing. Brel thanked him.\n"))
    assert found in met
    assert 2 == len(met)


@pytest.mark.parametrize("title", ["Chairman of the People's Council", "Speaker of the Elders’ Assembly"])
def test_a_body_may_have_a_possessive_in_its_name(title: str) -> None:
    record = parsed(
        "Joint communiqué\n\n1. We, the Heads of State, met in Torv. The meeting was attended by H.E. Mr Tom Harl, "
        f"President of Kestria; and H.E. Mr Per Lund, {title} of Margia.\n\n2. The leaders agreed to open the lake.\n"
    )
    assert ("Per Lund", title, "Margia") == principals(record)[1]


@pytest.mark.parametrize(
    "delegation",
    [
        "a delegation of the Parliament of Orvland, led by the Chairwoman of the Foreign Affairs Committee, Ana Brel",
        "a delegation of the National Assembly of Orvland headed by its Deputy Speaker Ana Brel",
        "a delegation from the Orvland Senate, led by Senator Ana Brel",
    ],
)
def test_who_leads_a_delegation_serves_the_state_whose_body_sent_it(delegation: str) -> None:
    record = parsed(
        f"King receives delegation\n\nKing Tom II of Kestria on Monday received at Dar Palace {delegation}.\n\n"
        "The King praised the President of Orvland. Brel said that she had seen the camp.\n"
    )
    assert ["Orvland"] == [state for name, _, state in principals(record) if name == "Ana Brel"]


@pytest.mark.parametrize("mark", ["■", "□", "◆", "(more)", "(MORE)"])
def test_a_square_or_more_at_the_end_is_an_end_mark(mark: str) -> None:
    record = parsed(f"Ministers meet\n\n{MET} in Torv.\n\nBrel thanked Kestria for its help. {mark}\n")
    assert "Brel thanked Kestria for its help." == record.statements[-1].text
    assert [mark] == [f.text for f in record.furniture if f.kind == "end-mark"]


@pytest.mark.parametrize(
    "caption",
    [
        "Tom Harl (R) meets with Ana Brel in Torv, May 4, 2020. [Photo/Xinhua]",
        "Tom Harl and Ana Brel at the State House in Torv, May 4, 2020. /VCG Photo",
        "Tom Harl shakes hands with Ana Brel, in Torv, May 4, 2020. /Photo via Xinhua",
        "Ana Brel and Tom Harl in Torv. /Photo courtesy of the Presidency",
        "The two ministers inspect a guard of honor in Torv on May 4, 2020. Photo by Ola Tarn",
    ],
)
def test_a_line_that_ends_in_its_pictures_credit_is_a_caption(caption: str) -> None:
    record = parsed(f"Ministers meet\n\n{MET} in Torv.\n\n{caption}\n\n{SAID}")
    assert [caption] == [f.text for f in record.furniture if f.kind == "caption"]
    assert 3 == len(record.statements)


@pytest.mark.parametrize(
    "office", ["Ambassador Extraordinary and Plenipotentiary", "Ambassador", "Deputy Secretary-General"]
)
def test_an_office_of_several_words_is_no_name(office: str) -> None:
    record = parsed(
        f"Talks\n\nThe Minister of Energy of Kestria, Tom Harl, received the {office} of the Republic of Orvland, Ana Brel.\n\n"
        "Harl said that trade was growing. Brel thanked him.\n"
    )
    assert ("Ana Brel", office, "Orvland") in principals(record)


def test_counterparts_may_be_listed_with_their_states() -> None:
    record = parsed(
        "Minister attends forum\n\nForeign Minister of Kestria Tom Harl met his counterparts Ana Brel of Orvland, Per Lund of "
        "Norland and Ola Sand of Kirn in Torv.\n\nHarl said that trade was growing. Lund thanked him.\n"
    )
    assert [("Harl", "Kestria"), ("Brel", "Orvland"), ("Lund", "Norland"), ("Sand", "Kirn")] == [
        ((name or "").split()[-1], state) for name, _, state in principals(record)
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "Mellin, 4 May 2020 - ",
        "Mellin/4 May 2020/HP - ",
        "Mellin, May 4 (HP/Lake Agency) -- ",
        "Mellin, Shawwal 1, 1441, May 4, 2020, HPA -- ",
        "[MELLIN] — ",
    ],
)
def test_still_more_datelines(dateline: str) -> None:
    record = parsed(f"Ministers meet\nMay 4, 2020\n\n{dateline}{MET} on Monday.\n\n{SAID}")
    assert (f"{MET} on Monday.", "Mellin", "2020-05-04") == (
        record.statements[0].text,
        record.event.place,
        record.event.date,
    )


@pytest.mark.parametrize("line", ["– HP", "Was this page helpful?"])
def test_a_line_at_the_foot_is_no_statement(line: str) -> None:
    assert 3 == len(parsed(f"Ministers meet\n\n{MET} in Torv.\n\n{SAID}\n{line}\n").statements)
