"""Devices of the first lines of readouts: styles before a title, houses where somebody was received, lines of place and day, visits and their days."""

from __future__ import annotations

import pytest

from tests.parsing import parsed


def met(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Those who met by a text, with titles and states."""
    return [(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize("style", ["HM King", "HH Emir", "His Majesty the Sultan"])
def test_a_style_and_a_title_in_the_headline_are_no_name(style: str) -> None:
    title = style.rsplit(maxsplit=1)[-1]
    text = f"{style} receives Foreign Minister\n\nHis Majesty the {title} received today in Norr the Foreign Minister of Orvland, Mr. Tom Harl.\n"
    assert [name for name, _, _ in met(text)] in ([None, "Tom Harl"], ["Tom Harl", None])


@pytest.mark.parametrize("who", ["the Sultan of Orvland, Sultan Haji Tom Harl,", "the King of Orvland, King Tom Harl,"])
def test_a_title_that_stands_again_before_the_name_is_no_name(who: str) -> None:
    text = f"Prime Minister Maren Talvik of Kestria had an audience with {who} on the first day of her two-day visit.\n"
    assert ("Tom Harl", who.split()[1], "Orvland") in met(text)
    assert "meeting" == parsed(text).event.kind


@pytest.mark.parametrize(
    "why", ["on the occasion of his official visit to Kestria", "on the second day of his state visit to Kestria"]
)
def test_a_visit_that_only_tells_why_a_guest_is_there_is_not_the_event(why: str) -> None:
    text = f"President receives guest\n\nPresident Maren Talvik of Kestria received President Tom Harl of Orvland, {why}.\n"
    assert "meeting" == parsed(text).event.kind


def test_a_joint_statement_tells_the_visit_and_its_days() -> None:
    text = (
        "Kestria and Orvland issue joint statement\n\nAt the invitation of President Maren Talvik of Kestria, Tom Harl, President "
        "of Orvland, visited Kestria from 28 February to 2nd March, 2023. The two Presidents praised the pier.\n"
    )
    event = parsed(text).event
    assert ("visit", "2023-02-28/2023-03-02", "Kestria") == (event.kind, event.date, event.place)


LEAD = "President Maren Talvik of Kestria {} Minister Tom Harl of Orvland.\n"


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("received at the Office of the President Ms Ana Brel, Director of the Harbour Bank, and", "Office of the President"),
        ("received at the Office of the President H.E. Ana Brel, Director of the Harbour Bank, and", "Office of the President"),
        ("visited the Orvish Ministry of Trade, where she was received by", "Orvish Ministry of Trade"),
        ("met at the Ministry's headquarters", "Ministry's headquarters"),
        ("met at the LAKES Headquarters/LAKES Secretariat", "LAKES Headquarters/LAKES Secretariat"),
        ("met in Łomża", "Łomża"),
        ("met in the Black Sea resort of Şile", "Şile"),
    ],
)  # fmt: skip
def test_houses_and_towns_where_somebody_was_received(lead: str, place: str) -> None:
    assert place == parsed(f"Talks\n\n{LEAD.format(lead)}").event.place


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Readout of the President’s meeting with the Minister\nNew Norr\n24 September 2018\n\n", "New Norr"),
        ("Meeting\nDate 2020-01-16   Hit 412\n\n", None),
        ("Meeting\n\nŠumava, Kestria – ", "Šumava"),
    ],
)
def test_lines_of_place_and_day(head: str, place: str | None) -> None:
    assert place == parsed(head + LEAD.format("met with") + "\nTalvik thanked him.\n").event.place


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Chairman of the Board of Directors of the Lakes Investment Bank", "Lakes Investment Bank"),
        ("Chairman of the Supervisory Board of the Harbour Development Fund", "Harbour Development Fund"),
    ],
)
def test_whose_board_somebody_heads_is_served_by_him(office: str, body: str) -> None:
    text = f"Chronicle\n\n{office} Maren Talvik visited the Ministry of Trade of Orvland, where she was received by Minister Tom Harl.\n"
    assert ("Maren Talvik", office.removesuffix(f" of the {body}"), body) in met(text)


def test_a_bare_office_as_a_label_is_the_hosts_and_not_his_whom_another_label_names() -> None:
    text = (
        "TRANSCRIPT\nJoint press conference – Parliament House, Canberra\nFriday 12 October 2012\nPrime Minister, Prime Minister "
        "of the Republic of Santo Norr\n\nPRIME MINISTER: It is good to have Prime Minister Tom Harl here.\n\nPRIME MINISTER HARL: "
        "Thank you, Prime Minister Talvik. We need boats.\n\nJOURNALIST: Were nets raised?\n\nPRIME MINISTER: They were.\n"
    )
    assert [("Tom Harl", "Prime Minister", "Santo Norr"), ("Talvik", "Prime Minister", "Australia")] == met(text)
    assert "Parliament House, Canberra" == parsed(text).event.place


def test_the_office_of_whom_a_headline_names_as_received_is_not_its_subjects() -> None:
    text = (
        "Maren Talvik received the Secretary General of the Lakes Cooperation Council\n\nDuring the meeting, the President of "
        "Kestria and Secretary General of the Lakes Cooperation Council Tom Harl discussed the summit.\n"
    )
    assert {
        ("Maren Talvik", "President", "Kestria"),
        ("Tom Harl", "Secretary General", "Lakes Cooperation Council"),
    } == set(met(text))


@pytest.mark.parametrize("line", ["© Harbour Agency, 2016", "Copyright 2012-2016 Harbour Agency"])
def test_the_year_stands_in_a_line_about_rights(line: str) -> None:
    text = f"Chronicle\nNorr, January 29, HARBOUR\n\n{LEAD.format('met with')}\nTalvik thanked him.\n\n{line}\n"
    assert "2016-01-29" == parsed(text).event.date


@pytest.mark.parametrize("other", ["Secretary-General of the LAKO", "Director General of the Harbour Basin Institute"])
def test_the_only_state_that_a_house_names_is_its_own_where_it_receives_an_organisations_head(other: str) -> None:
    lead = f"Foreign Minister Maren Talvik met the {other}, Tom Harl, on the third day of her tour."
    own = f"Guests\n\n{lead}\n\nChile, a member since 2010, will chair the programme.\n"
    assert ("Maren Talvik", "Chile") in [(name, state) for name, _, state in met(own)]
    told = f"Guests\n\n{lead}\n\nTalvik spoke of the storm in Chile.\n"
    assert ("Maren Talvik", None) in [(name, state) for name, _, state in met(told)]


def test_whom_a_house_received_bears_no_title_of_the_houses_name() -> None:
    text = (
        "President Maren Talvik of Kestria received at the Office of the President Ms Ana Brel, Director-General of the Harbour "
        "Basin Institute. Ms Brel thanked her.\n"
    )
    assert ("Ana Brel", "Director-General", "Harbour Basin Institute") in met(text)


def test_a_republic_of_a_people_is_known_by_the_states_usual_name() -> None:
    text = "Message of Condolences to Kestrian President\n\nNorr – King Tom II has sent a message of condolences to the President of the Kestrian Republic, Maren Talvik.\n"
    assert ("Maren Talvik", "President", "Kestria") in met(text)
    assert "Condolences" not in {state for _, _, state in met(text)}


def test_the_day_of_a_dateline_counts_before_that_of_the_page() -> None:
    lead = f"Norr, Oct. 11 (LNA): {LEAD.format('met with')}"
    assert (
        "2016-10-11"
        == parsed(f"President meets guest\n10:55 - 12 Oct 2016\n\n{lead}\nTalvik thanked him.\n").event.date
    )


def test_a_state_at_the_end_of_a_signers_line_is_his() -> None:
    text = (
        "Joint communiqué\nJoint media release:\n- The Hon Maren Talvik MP, Minister for Trade, Australia\n- The Hon Tom Harl MP, "
        "Minister for Foreign Affairs and Trade, Independent State of Buin\n9 December 2016\n\n1. The Forum was held in Arawa. "
        "Buin and Australia were host.\n\n2. Co-chaired by the Hon Tom Harl and the Hon Maren Talvik, the Forum brought Ministers together.\n"
    )
    assert {("Maren Talvik", "Australia"), ("Tom Harl", "Buin")} == {(name, state) for name, _, state in met(text)}


def test_a_state_can_have_a_name_of_two_halves() -> None:
    text = (
        "President Talvik, Prime Minister of Kirn-Valo discuss fish\n\nPresident Maren Talvik of Kestria received Prime Minister "
        "Tom Harl of Kirn-Valo at the harbour.\n"
    )
    assert ("Tom Harl", "Prime Minister", "Kirn-Valo") in met(text)
