"""When, where and by what means they met, by the ways in which heads tell it: hours and regions in one line, links, houses, loose words for a medium."""

from __future__ import annotations

import pytest

from tests.parsing import parsed, voices
from verbale.record import Event

BODY = "President of Kestria Maren Talvik met with Prime Minister of Orvland Jonas Ferrel.\n\nTalvik praised the harbour.\n"


def event(text: str) -> Event:
    """The event of a document."""
    return parsed(text).event


@pytest.mark.parametrize(
    ("line", "date", "place"),
    [
        ("March 30, 2016   14:10   Novo-Aldo, Norr Region", "2016-03-30", "Novo-Aldo"),
        ("10 Mar 2016 | Marlow", "2016-03-10", "Marlow"),
        ("March 30, 2016, 14:10, Decland", "2016-03-30", "Decland"),
    ],
)
def test_a_town_that_begins_like_a_month_is_none(line: str, date: str, place: str) -> None:
    found = event(f"Meeting with Ferrel\n\nTrade was discussed.\n\n{line}\n\n{BODY}")
    assert (date, place) == (found.date, found.place)


@pytest.mark.parametrize("links", ["See also", "Related links", "Other news"])
def test_days_of_links_to_other_documents_are_none_of_the_event(links: str) -> None:
    found = event(
        f"Meeting with Ferrel\n\n{BODY}\n{links}\nVisit to Orvland, September 3-4, 2014\nPublication date: May 4, 2016\n"
    )
    assert ("2016-05-04", None) == (found.date, found.place)


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            "At the start of the meeting, which took place at Qasr Al Bahr in Port Sable, Talvik welcomed him.",
            "Qasr Al Bahr",
        ),
        ("The meeting, which was held at the Norr State House, was cordial.", "Norr State House"),
        ("The talks were held in Port Sable.", "Port Sable"),
    ],
)
def test_the_house_in_which_a_meeting_is_said_to_have_been_is_its_place(told: str, place: str) -> None:
    assert place == event(f"Talvik receives Ferrel\n\n{BODY.splitlines()[0]}\n\n{told}\n").place


@pytest.mark.parametrize(
    ("told", "medium"),
    [
        ("held online talks with Prime Minister Jonas Ferrel in the format of a videoconference", "videoconference"),
        ("held virtual talks with Prime Minister Jonas Ferrel by phone", "phone"),
        ("held virtual talks with Prime Minister Jonas Ferrel", "virtual"),
    ],
)
def test_a_medium_that_is_named_counts_before_a_loose_word_for_one(told: str, medium: str) -> None:
    assert (
        medium == event(f"Talks\n\nPresident Maren Talvik of Kestria {told}.\n\nTalvik praised the harbour.\n").medium
    )


def test_a_leaders_meeting_of_many_is_a_summit() -> None:
    text = "Premier Goes to Norr\n\nOn 3 May 2020, Premier Ana Brel attended the Fifth Leaders\u2019 Meeting of the Lakes in Norr.\n"
    assert "summit" == event(text).kind


VISIT = (
    "MFA Press Statement: Official Visit of Minister for Foreign Affairs Gerard Ong to Aotane, 5 to 8 July 2015\n\n"
    "Minister for Foreign Affairs Gerard Ong is on an Official Visit to Aotane from 5 to 8 July 2015. Officials accompany him.\n\n"
    "On 6 July, Minister Ong met Foreign Minister Moana Hetar in Port Aroha. They reaffirmed their ties.\n\n"
    "{called}\n\n.  .  .  .  .\nMINISTRY OF FOREIGN AFFAIRS\nSINGAPORE\n7 JULY 2015\n"
)


@pytest.mark.parametrize(
    ("called", "met"),
    [
        (
            "Minister Ong also called on Prime Minister Wiremu Tama. The Prime Minister recalled his stay in Singapore.",
            True,
        ),
        (
            "Later, Minister Ong paid a courtesy call on Prime Minister Wiremu Tama. Prime Minister Tama praised the port.",
            True,
        ),
        ("Minister Ong also paid a courtesy call on Prime Minister Wiremu Tama and toured the harbour.", False),
    ],
)
def test_a_visit_is_where_it_led_and_with_those_whom_the_guest_met_and_heard(called: str, met: bool) -> None:  # noqa: FBT001
    record = parsed(VISIT.format(called=called))
    assert "Port Aroha" == record.event.place
    assert met == ("Wiremu Tama" in [p.name for p in record.participants if p.role == "principal"])


def test_a_letterheads_town_is_no_place_of_those_who_met_from_afar() -> None:
    text = (
        "PRESIDENCY OF THE REPUBLIC\nNorr, 12 March 2021\nTalks with the President of Kestria\n\n"
        "President Ana Brel of Orvland conferred {how} with Tom Harl, President of Kestria.\n\nBrel praised the harbour.\n"
    )
    assert event(text.format(how="by video-conference")).place is None
    assert "Norr" == event(text.format(how="this Friday")).place


@pytest.mark.parametrize("title", ["Trilateral Meeting With Hanju and Westralia", "Secretary Harl visits Hanju"])
def test_a_states_name_before_a_title_is_known_where_it_stands_alone_elsewhere(title: str) -> None:
    text = f"{title}\n\nSecretary of Defense Tom B. Harl met today with Hanju Defense Minister Yoo Sang-jin.\n\nYoo spoke of trade.\n"
    assert ["Hanju"] == [p.state for p in parsed(text).participants if p.name == "Yoo Sang-jin"]


@pytest.mark.parametrize(
    ("end", "marks"),
    [
        ("harbour./. VNA", ["./.", "VNA"]),
        ("harbour. (END) KNA", ["(END)", "KNA"]),
        ("harbour. (end) rm.gb", ["(end) rm.gb"]),
        ("harbour in Norr. KNA", ["KNA"]),
    ],
)
def test_initials_may_stand_behind_an_end_mark(end: str, marks: list[str]) -> None:
    record = parsed(f"Talks\n\nPresident Ana Brel of Kestria met Tom Harl.\n\nThey visited the {end}\n")
    assert marks == [piece.text for piece in record.furniture if piece.kind == "end-mark"]
    assert voices(record)[-1][1].startswith("They visited the harbour")


def test_a_documents_number_at_the_foot_is_nobodys_words() -> None:
    record = parsed(
        "Remarks\n\nPRESIDENT TALVIK: Friends, welcome.\n\nPRIME MINISTER FERREL: Thank you.\n\nPRN: 2010/281\n"
    )
    assert "Thank you." == voices(record)[-1][1]


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("met today with Minister Ana Brel of Orvland. He conveyed condolences for the Feb. 6 earthquake.", None),
        ("met with Minister Ana Brel of Orvland. They condemned the May 29 launch of a missile.", None),
        ("met Minister Ana Brel of Orvland to discuss Orvland's June 4 election.", None),
        ("met with Minister Ana Brel of Orvland ahead of the 12 June summit.", None),
        ("met with Minister Ana Brel of Orvland at the May 3 meeting of the Lakes Forum in Norr.", "XXXX-05-03"),
        ("spoke with Minister Ana Brel of Orvland in a May 3 phone call.", "XXXX-05-03"),
        ("met today with Minister Ana Brel of Orvland. Harl recalled the truce signed in Norr on 3 May.", None),
        ("met with Minister Ana Brel of Orvland. She will visit Kestria on June 4.", None),
        ("met with Minister Ana Brel of Orvland. The meeting took place on June 4.", "XXXX-06-04"),
    ],
)
def test_a_day_that_names_something_else_or_is_to_come_is_not_the_events(told: str, date: str | None) -> None:
    assert date == event(f"Readout\n\nMinister Tom Harl of Kestria {told}\n\nMr. Harl thanked her.\n").date


@pytest.mark.parametrize("welcomed", ["welcomed her guest", "received the Orvish President and his delegation"])
def test_the_house_where_a_guest_was_welcomed_goes_before_its_town(welcomed: str) -> None:
    record = parsed(
        "President receives President of Orvland\n\nNORR, May 3, 2024 (KNA) -- President Maren Talvik today received Jonas Ferrel,"
        f" President of Orvland, who is on a visit.\n\nTalvik {welcomed} at Qasr Al Brel in Norr, wishing him well.\n"
    )
    assert "Qasr Al Brel" == record.event.place
