"""Who is meant besides whoever was last named: a pronoun for the other, the sides as agents, holders of one title and one of another."""

from __future__ import annotations

import pytest

from tests.parsing import parsed, voices

MET = "President Noor Talvik of Kestria met with Prime Minister Sam Ferrel of Orvland in Port Sable on Friday.\n\n"


def last(text: str) -> str:
    """The speaker of a text's last sentence."""
    return voices(parsed(MET + text + "\n"))[-1][0]


@pytest.mark.parametrize(
    "text",
    [
        "President Talvik invited the Prime Minister to Norr. He accepted the invitation with pleasure.",
        "President Talvik asked for boats. He responded positively to the request.",
        "President Talvik said that nets are dear. He offered Orvland's help in mending them.",
        "President Talvik praised the pier. He pledged Orvland's full support for it.",
        "President Talvik praised the pier. He thanked Kestria for its boats.",
    ],
)
def test_a_pronoun_means_the_other_where_he_answers_or_speaks_for_his_state(text: str) -> None:
    assert "Sam Ferrel" == last(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Talvik asked for boats. He accepted that nets are dear.",
        "President Talvik praised the pier. He welcomed Orvland's support for it.",
        "President Talvik praised the pier. He pledged Kestria's full support for it.",
        "President Talvik praised the pier. He expressed gratitude for Orvland's aid.",
        "President Talvik praised the pier. He thanked Orvland for its boats.",
        "President Talvik noted, Orvland hopes to mend the pier.",
    ],
)
def test_a_pronoun_or_cue_in_front_means_whoever_was_named_before(text: str) -> None:
    assert "Noor Talvik" == last(text)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour committee was instructed by both leaders to report in May.",
        "The study of nets was entrusted by the two sides to a working group.",
        "The new treaty was welcomed by the President and the Prime Minister.",
        "The foreign ministers and the President agreed to mend the pier.",
    ],
)
def test_what_the_sides_did_is_theirs_wherever_they_stand(text: str) -> None:
    assert "joint" == last(text)


def test_a_task_that_the_sides_gave_is_an_agreed_point() -> None:
    text = f"{MET}The harbour committee was instructed by both leaders to report in May.\n"
    assert [("report in May", "decided")] == [(p.text, p.act) for p in parsed(text).agreed]


@pytest.mark.parametrize(
    "text",
    [
        "President Talvik was joined by the Ministers of Fish and of Boats.",
        "Kestria remains in close contact with all partners. The Vice President has held similar talks with others.",
    ],
)
def test_who_came_along_or_has_met_others_is_told(text: str) -> None:
    assert "narrator" == last(text)


def test_the_president_of_a_confederation_is_who_serves_it() -> None:
    text = (
        "President of Kestria Danil Horn met with President of the Helvar Confederation Rega Amst.\n\n"
        "The Head of State praised the pier.\n\nThe President of the Confederation promised nets.\n"
    )
    found = parsed(text)
    assert ["narrator", "Danil Horn", "Rega Amst"] == [who for who, _ in voices(found)]
    assert ["Danil Horn", "Rega Amst"] == [p.name for p in found.participants]


def test_an_honorific_may_stand_before_a_states_name() -> None:
    text = (
        "His Highness Sheikh Radi bin Saqr Al Marzi, President of the UAE, received Her Excellency Elin Kostar, "
        "President of the Republic of Hellara.\n\nHis Highness the UAE President praised the pier.\n\n"
        "Her Excellency the Hellaran President thanked him.\n"
    )
    assert ["Radi bin Saqr Al Marzi", "Elin Kostar"] == [who for who, _ in voices(parsed(text))][1:]


def test_names_with_titles_behind_them_can_stand_in_a_row() -> None:
    text = (
        "We, Ana Brel, Minister of Trade of Kestria, Tom Harl, Minister of Trade of Orvland, and Olga Sten, "
        "Minister of Trade of Norvane, met in Norr.\n\nWe agreed to mend the pier.\n"
    )
    found = [(p.name, p.title, p.state) for p in parsed(text).participants]
    assert [
        (n, "Minister of Trade", s)
        for n, s in (("Ana Brel", "Kestria"), ("Tom Harl", "Orvland"), ("Olga Sten", "Norvane"))
    ] == found


def test_a_soldier_who_serves_no_more_may_hold_an_office() -> None:
    text = "Maren Talvik, President of Kestria, was received by General Pras Wong (Ret.), Prime Minister of Orvland.\n\nGeneral Pras thanked her.\n"
    assert ("Pras Wong", "Prime Minister", "Orvland") in [(p.name, p.title, p.state) for p in parsed(text).participants]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Talvik was quoted as saying that nets are dear.", "Noor Talvik"),
        ("Ferrel is reported to have said that the pier is old.", "Sam Ferrel"),
        ("The position of Orvland was set out by the Prime Minister.", "Sam Ferrel"),
        ("For his part, visiting Orvish Prime Minister Sam Ferrel praised the pier.", "Sam Ferrel"),
        ('Ferrel nodded. "Nets," he quipped, "are like friends."', "Sam Ferrel"),
        ("Consensus emerged on the need for lights.", "joint"),
    ],
)
def test_ways_to_say_that_somebody_spoke(text: str, speaker: str) -> None:
    assert speaker == last(text)


def test_a_given_name_hints_whom_a_pronoun_means() -> None:
    text = (
        "President Daniel Brandt met with President Lucia Ferrand of Kestria. Daniel Brandt praised the pier. "
        "She noted that nets are dear.\n"
    )
    assert "Lucia Ferrand" == voices(parsed(text))[-1][0]


def test_a_title_that_begins_with_a_verbs_form_opens_no_clause_of_a_declaration() -> None:
    text = (
        "Joint Press Release on the Dialogue\n\n1. Deputy Minister Ana Tol of Kestria and State Secretary Jan Feld of Orvland "
        "met in Norr.\n\n2. Both sides praised the pier.\n\n3. State Secretary Feld called on Foreign Minister Olga Ruun.\n"
    )
    assert "narrator" == voices(parsed(text))[-1][0]


def test_who_heads_a_section_of_a_ministry_serves_its_state() -> None:
    text = (
        "Consultations were held in Norr between the Deputy Minister of Trade of Kestria, Ana Tol, and the Director "
        "General for Europe of the Ministry of Trade of Orvland, Jan Feld.\n\nHer Orvish colleague praised the pier.\n"
    )
    found = parsed(text)
    assert ("Jan Feld", "Orvland") in [(p.name, p.state) for p in found.participants]
    assert "Jan Feld" == voices(found)[-1][0]


def test_an_agency_may_tell_the_office_first_and_the_bare_name_later() -> None:
    text = (
        "NORR (Harbour News) - Kestria's president said on Thursday there was no deal yet with Orvland, but added talks "
        'would go on.\n\n"We are not there," Maren Talvik told a news conference in Norr after meeting Orvish Prime Minister '
        'Jonas Ferrel.\n\n"No government could," one official said on condition of anonymity.\n'
    )
    found = parsed(text)
    assert ["Maren Talvik", "Maren Talvik", "unknown"] == [who for who, _ in voices(found)]
    assert ("Maren Talvik", "Kestria") in [(p.name, p.state) for p in found.participants]


def test_those_who_chair_a_dialogue_are_principals_with_what_their_office_is_for() -> None:
    text = (
        "The European Union and Zamora held their fifth dialogue in Norr on 14 June 2022.\n\nZamora provided an update on "
        "its reforms and reiterated its invitation.\n\nThe dialogue was co-chaired by Mr Ove Lind, Deputy Managing Director for "
        "Africa at the European Harbour Service, and by Ms Ada Nwosu, Permanent Secretary of the Ministry of Justice of Zamora.\n"
    )
    found = parsed(text)
    assert "Zamora" == voices(found)[1][0]
    assert ["Deputy Managing Director for Africa", "Permanent Secretary of the Ministry of Justice"] == [
        p.title for p in found.participants if p.role == "principal"
    ]
