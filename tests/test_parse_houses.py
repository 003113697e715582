"""Documents of houses that have ways of their own: who speaks in them, sentence by sentence (sections 5, 6 and 9 of docs/genre.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.parsing import parsed, wrong
from tests.program import ROOT

READOUTS = ROOT / "benchmarks" / "gold" / "development"


def speakers(text: str) -> list[str]:
    """Who speaks each sentence of a document, in order."""
    return [s.speaker for s in parsed(text).statements]


def test_the_members_of_a_body_that_the_title_names_are_the_sides() -> None:
    text = (
        "Harbour Council Press Statement on the Attack in Norr\n\n"
        "The members of the Harbour Council condemned the attack. They called for calm.\n\n"
        "The members of the Harbour Council reaffirmed that ports must stay open.\n"
    )
    assert ["joint"] * 3 == speakers(text)


def test_a_commission_that_the_title_names_recommends_as_one() -> None:
    text = (
        "Minutes of the Joint Commission of Kestria and Orvland on Nets and Boats\n\n"
        "The Commission recommended that a working group on nets be set up.\n\n"
        "Several countries called for more boats.\n"
    )
    assert ["joint", "unknown"] == speakers(text)


def test_sides_are_known_by_the_two_states_that_the_title_joins() -> None:
    text = (
        "Minutes of the Kestria-Orvland Commission on Nets\n\n"
        "The Kestrian Side explained its rules for nets. The Orvish Side expressed interest in them.\n"
    )
    assert ["kestria", "orvland"] == speakers(text)


def test_an_organisations_own_statement_is_its_own_throughout() -> None:
    text = (
        "Orvland: Statement by the Spokesperson on the boats\n\n"
        "The European Union condemns the seizure of boats. The EU calls for their release.\n\n"
        "The sea belongs to all. Orvland must respect the treaty.\n\nAll parties should show restraint.\n"
    )
    assert ["european-union"] * 5 == speakers(text)


def test_a_ministrys_own_statement_is_its_states() -> None:
    text = (
        "Statement of the Ministry of Foreign Affairs of the Republic of Kestria\n\n"
        "The Ministry of Foreign Affairs of the Republic of Kestria expresses its concern.\n\n"
        "We call for the release of all boats. Such steps serve nobody.\n"
    )
    assert ["kestria"] * 3 == speakers(text)


def test_a_body_is_known_by_the_initials_behind_its_name() -> None:
    text = (
        "STATEMENT BY THE GENERAL SECRETARIAT\n\n"
        "The General Secretariat of the Harbour League (GS/HL) condemns the seizure of boats.\n\n"
        "The GS/HL calls for calm. It stands ready to help.\n"
    )
    assert ["general-secretariat-of-the-harbour-league"] * 3 == speakers(text)


def test_what_a_statement_is_about_gives_neither_its_place_nor_its_date() -> None:
    event = parsed(
        "Harbour Council Press Statement on the Attack in Norr\n\n"
        "The members of the Harbour Council condemned the attack that took place in Norr on 3 March 2024.\n"
    ).event
    assert (None, None, "statement") == (event.place, event.date, event.kind)


def test_who_published_stands_beside_the_date_and_is_no_place() -> None:
    line = "13.03.2024 Harbour Press Team"
    assert parsed(f"Kestria: Statement on nets\n{line}\n\nKestria condemns the seizure of boats.\n").event.place is None


def test_names_share_a_title_in_the_plural() -> None:
    record = parsed(
        "Three ministers meet in Norr\n\n"
        "Foreign Ministers Elin Soras of Kestria, Ana Lorin of Orvland and Pavel Dorn (Norvania) met in Norr on 3 May 2024. "
        "Ministers Soras and Dorn thanked their host. Lorin praised the harbour.\n"
    )
    assert [
        ("Elin Soras", "Foreign Minister", "Kestria"),
        ("Ana Lorin", "Foreign Minister", "Orvland"),
        ("Pavel Dorn", "Foreign Minister", "Norvania"),
    ] == [(p.name, p.title, p.state) for p in record.participants]
    assert ["narrator", "joint", "ana-lorin"] == [s.speaker for s in record.statements]


def test_a_preamble_is_the_sides_own_and_its_first_line_holds_no_point() -> None:
    record = parsed(
        "Norr Declaration on the Strait\n\n"
        "We, the Presidents of Kestria and Orvland,\nRecalling the treaty of 1992;\nMindful of the boats at sea;\n"
        "Hereby declare as follows:\n1. We will light the cape.\n2. The Sides shall mend the pier.\n"
    )
    assert ["joint"] * 6 == [s.speaker for s in record.statements]
    assert {"s02", "s03", "s05", "s06"} == {a.statement for a in record.agreed}


def test_items_under_a_body_that_acts_have_their_own_verbs() -> None:
    record = parsed(
        "Communiqué of the Harbour Council\n\nThe Harbour Council,\nNoting the report of its chair;\n"
        "Acting under the treaty, the Harbour Council:\n1. Condemns the attack;\n2. Decides to light the cape.\n"
    )
    assert ["condemned", "decided"] == [a.act for a in record.agreed if a.statement > "s03"]


def test_who_asks_for_a_newspaper_or_agency_is_nobody_of_the_document() -> None:
    record = parsed(
        "Press conference by Foreign Minister Ana Lorin\n\n"
        "Foreign Minister Lorin: The cape is lit.\n\nHarbour Daily, Brandt: When will boats sail?\n\n"
        "Foreign Minister Lorin: In May.\n\nHBC: And after that?\n\nForeign Minister Lorin: We shall see.\n"
    )
    assert ["ana-lorin", "unknown", "ana-lorin", "unknown", "ana-lorin"] == [s.speaker for s in record.statements]
    assert ["Ana Lorin"] == [p.name for p in record.participants]


def test_a_speech_answers_questions_without_a_label() -> None:
    text = (
        "Press remarks by High Commissioner Ana Lorin\n\nGood afternoon,\n\nI am glad to be here. We spoke of the cape.\n\n"
        "Q. When will boats sail?\n\nThey will sail in April.\n"
    )
    assert ["ana-lorin"] * 3 + ["unknown", "ana-lorin"] == speakers(text)


def test_an_office_without_a_name_gives_a_speech() -> None:
    text = (
        "Press Statement by Prime Minister during the visit of President of Kestria\n\nYour Excellency, President Talvik,\n\n"
        "I am delighted to welcome President Talvik. We spoke of boats.\n"
    )
    assert ["prime-minister"] * 3 == speakers(text)


def test_nobody_speaks_of_himself_by_title() -> None:
    text = "A guest in Norr\n\nI am glad to welcome President Talvik. Her visit is the first.\n"
    assert "talvik" not in speakers(text)


def test_host_and_guest_are_the_sides() -> None:
    text = (
        "President Maren Talvik received Prime Minister Jonas Ferrel in Norr.\n\nHost and guest agreed to send boats.\n"
    )
    assert ["narrator", "joint"] == speakers(text)


AGENCY = (
    "Deal is near, Talvik says\nBy Hanna Toll\n\n"
    "NORR, Oct 9 (Harbour Press) - Kestrian President Maren Talvik said on Wednesday that a deal could be signed soon.\n\n"
)


def test_in_an_agencys_report_a_paragraph_behind_a_quotation_is_background() -> None:
    text = (
        AGENCY
        + '"We are nearly there," Talvik told reporters.\n\nThe pipe would carry oil to Norr. Work on it stopped in 2014.\n'
    )
    assert ["maren-talvik", "maren-talvik", "narrator", "narrator"] == speakers(text)


def test_the_official_is_the_one_without_a_name() -> None:
    text = (
        AGENCY
        + 'A senior official, who asked not to be named, said the price was open. "That is much," the official said.\n\nAnalysts say it will rise.\n'
    )
    assert ["unknown"] * 3 == speakers(text)[1:]


def test_a_name_between_commas_says_what_its_bearer_says() -> None:
    text = AGENCY + "Kestria's main opposition leader, Irina Vashko, said the price was too high.\n"
    assert "irina-vashko" == speakers(text)[1]


def test_who_stands_beside_another_is_not_the_other() -> None:
    text = (
        AGENCY.replace("said on", "met Orvish Prime Minister Dorotea Cassimi on").replace(
            " that a deal could", ". A deal could"
        )
        + 'Cassimi, standing beside him, struck another note.\n\n"I cannot like all of it," she said.\n'
    )
    assert "dorotea-cassimi" == speakers(text)[-1]


def test_the_conference_whose_chairman_presides_is_no_state() -> None:
    text = (
        "SESSION OF THE CONFERENCE OF HEADS OF STATE\n\n"
        "The Session was chaired by H.E. Maren Talvik, President of the Republic of Kestria and Chairman of the Conference.\n\n"
        "The Conference notes the growth of trade. It commends the Government of Orvland.\n"
    )
    assert ["joint", "joint"] == speakers(text)[1:]


def test_a_speaker_tells_what_his_own_state_will_do() -> None:
    text = (
        "PM call with President Talvik of Kestria\n\nThe Prime Minister spoke to President Maren Talvik of Kestria by phone.\n\n"
        "He stressed that Orvland would always keep the strait open, and raised the case of the Orvland national Tom Harl.\n"
    )
    assert ("Prime Minister", "Orvland") in [(p.title, p.state) for p in parsed(text).participants]


def test_a_guests_visit_is_neither_the_place_nor_the_kind() -> None:
    lead = "President Maren Talvik of Kestria received Jonas Ferrel, Prime Minister of Orvland, who is on a working visit to Kestria."
    event = parsed(f"Talvik and Ferrel discuss boats\n\n{lead}\n").event
    assert (None, "meeting") == (event.place, event.kind)


def test_a_bare_title_means_who_met_before_who_attended() -> None:
    text = (
        "President Nasr Receives Kestrian Foreign Minister\n\n"
        "President Adel Nasr received Kestrian Minister of Foreign Affairs Elin Soras. The meeting was attended by Minister of Foreign Affairs Hany Salem.\n\n"
        "The Minister conveyed to President Nasr the greetings of her President.\n"
    )
    assert "elin-soras" == speakers(text)[-1]


def test_the_name_of_a_body_is_no_persons() -> None:
    text = "Ms. Alice Renn, Managing Director of the International Monetary Fund, thanked President Maren Talvik of Kestria in Norr.\n"
    assert ["Alice Renn", "Maren Talvik"] == [p.name for p in parsed(text).participants]


def test_a_headline_alone_may_name_who_receives() -> None:
    text = (
        "Kassen Bekov receives Prime Minister of Orvland Jonas Ferrel\n\n"
        "The Head of State noted the growth of trade.\n\nIn turn, Jonas Ferrel thanked the President.\n"
    )
    assert ["kassen-bekov", "jonas-ferrel"] == speakers(text)


def test_a_name_and_an_office_may_be_one_line_of_the_head() -> None:
    record = parsed(
        "Department Press Briefing – March 4, 2024\nMatthew Reyes, Department Spokesperson\n\n"
        "MR REYES: Good afternoon.\n\nQUESTION: Is the strait open?\n\nMR REYES: It is.\n"
    )
    assert ["matthew-reyes", "unknown", "matthew-reyes"] == [s.speaker for s in record.statements]
    assert "2024-03-04" == record.event.date


def test_an_article_is_its_writers() -> None:
    text = (
        "Small states need the law\nBy Ana Lorin, Minister for Foreign Affairs of Orvland\n\n"
        "My country signed the treaty. I have seen what it does. The sea forgives nobody.\n"
    )
    assert ["ana-lorin"] * 3 == speakers(text)


def test_a_title_lists_the_states_of_those_who_share_an_office() -> None:
    record = parsed(
        "Meeting of Foreign Ministers of Kestria, Orvland and Norvania\n\n"
        "Foreign Ministers Elin Soras, Ana Lorin and Pavel Dorn met in Norr. They agreed to mend the pier.\n"
    )
    assert ["Kestria", "Orvland", "Norvania"] == [p.state for p in record.participants]


def test_who_joins_a_meeting_takes_no_position() -> None:
    text = (
        "President Maren Talvik met Prime Minister Jonas Ferrel of Orvland in Norr. "
        "Vice President Anne Cole and Minister of Energy Mark Dunn joined the meeting. No further details were given.\n"
    )
    assert ["narrator"] * 3 == speakers(text)


def test_the_text_of_a_statement_is_announced_by_no_one() -> None:
    text = (
        "Foreign Ministers' Statement on Kestria\n\n"
        "The text of the following statement was released by the foreign ministers of Orvland and Norvania.\n\n"
        "We, the foreign ministers, condemn the seizure of boats.\n"
    )
    assert ["joint"] == speakers(text)


def test_the_head_of_the_republic_is_no_states_called_republic() -> None:
    text = "The President of the Republic, Mr Alain Morvan, met Prime Minister Jonas Ferrel of Orvland in Norr on 12 June 2024.\n"
    assert [("Alain Morvan", None), ("Jonas Ferrel", "Orvland")] == [
        (p.name, p.state) for p in parsed(text).participants
    ]


def test_a_council_with_its_day_is_a_title() -> None:
    record = parsed(
        "Press release\nHarbour Affairs Council, 18 March 2024\n\nThe Council discussed nets in Norr at length.\n"
    )
    assert ("Harbour Affairs Council, 18 March 2024", "2024-03-18") == (record.title, record.event.date)


def test_the_head_of_the_house_may_be_known_by_no_name() -> None:
    record = parsed(
        "Meeting with the President of Sarvania\nPresidency of the Republic of Aurelle\n\n"
        "The President of the Republic received Mr Dragan Velić, President of Sarvania, in Norr.\n\n"
        "The President of the Republic reiterated Aurelle’s support for boats. Mr Velić thanked him.\n"
    )
    assert ["narrator", "president-aurelle", "dragan-velic"] == [s.speaker for s in record.statements]


def test_who_leads_a_states_delegation_serves_it() -> None:
    record = parsed(
        "First Dialogue between Maharlan and Vietora\n\nMaharlan and Vietora convened their First Dialogue in Norr on 6 February 2025. "
        "The Maharlan delegation was led by Minister Teresa Lazo, while Minister Hung Nguyen headed the Vietora side.\n\n"
        "Minister Lazo stressed that dialogue remains open. Minister Nguyen proposed a hotline.\n"
    )
    assert [("Teresa Lazo", "Maharlan"), ("Hung Nguyen", "Vietora")] == [(p.name, p.state) for p in record.participants]


def test_a_run_in_heading_stands_before_what_the_sides_intend() -> None:
    text = (
        "President Maren Talvik of Kestria met Prime Minister Jonas Ferrel of Orvland in Norr.\n\nIn brief:\n"
        "- Energy: Both sides intend to sign a treaty.\n- Nets: Prime Minister Ferrel asked for support.\n"
    )
    assert ["joint", "jonas-ferrel"] == speakers(text)[-2:]


def test_a_bodys_name_goes_on_behind_its_word_and_is_no_heads_state() -> None:
    record = parsed(
        "A guest in Kestria\n\n"
        "Norr (CRA) – The President of the Committee of Relief and Aid (CRA), Mirja Kalle, has concluded a visit to Kestria, where she met President Maren Talvik.\n\n"
        '"I saw dark harbours," Ms Kalle said.\n'
    )
    assert [("Mirja Kalle", None), ("Maren Talvik", None)] == [(p.name, p.state) for p in record.participants]
    assert ["narrator", "mirja-kalle"] == [s.speaker for s in record.statements]


def test_the_secretary_general_of_a_body_serves_no_host() -> None:
    text = (
        "Secretary-General Dr. Losa Fetu today held talks with the Prime Minister of Kestria, Hon. Tea Mano, in Paris during an official visit. "
        "The Prime Minister briefed the Secretary-General.\n"
    )
    assert [("Losa Fetu", None), ("Tea Mano", "Kestria")] == [(p.name, p.state) for p in parsed(text).participants]


def test_leaders_of_so_many_countries_and_sherpas_are_the_sides() -> None:
    text = "Leaders of six countries vowed to keep boats safe.\n\nSherpas took note of the report. Several delegations asked for more.\n"
    assert ["joint", "joint", "unknown"] == speakers("Lakes summit in Norr\n\n" + text)


@pytest.mark.parametrize(
    "clauses",
    [
        "1. Reaffirm their commitment to the pact;\n\n2. Call upon all states to mend the pier;\n\n3. Decide to light the cape.\n",
        "Reaffirm their commitment to the pact;\n\nCall upon all states to mend the pier;\n\nDecide to light the cape.\n",
        "(a) Reaffirm their commitment to the pact;\n\n(b) Call upon all states to mend the pier;\n\n(c) Decide to light the cape.\n",
    ],
)
def test_operative_clauses_of_a_declaration_are_points_each(clauses: str) -> None:
    head = "Leaders' Declaration\n\nThe Leaders of the Lakes, meeting in Norr on 4 May 2024,\n\nRecalling the charter of 1992,\n\n"
    record = parsed(head + clauses)
    acts = [(p.act, p.text) for p in record.agreed][-3:]
    assert [
        ("reaffirmed", "their commitment to the pact"),
        ("called for", "all states to mend the pier"),
        ("decided", "light the cape"),
    ] == acts


@pytest.mark.parametrize("word", ["Statement", "Press statement", "Intervention"])
def test_a_statement_by_somebody_is_his_speech(word: str) -> None:
    title = f"{word} by H.E. Ms. Maren Talvik, Permanent Representative, at the Council"
    record = parsed(
        f"{title}\n\n9 April 2024\n\nMr. President,\n\nLet me thank you. We are concerned by the drought.\n\nI thank you.\n"
    )
    assert {"maren-talvik"} == {s.speaker for s in record.statements}


def test_a_joint_statement_by_two_is_nobodys_speech() -> None:
    title = "Joint statement by President Maren Talvik and President Jonas Ferrel"
    record = parsed(f"{title}\n\nWe met in Norr. We are concerned by the drought.\n\nWe welcome the ferry.\n")
    assert "joint" == record.statements[-1].speaker


def test_a_states_president_is_named_between_commas() -> None:
    text = (
        "NORR, May 2 (Harbour Press) - Estavia's president, Lenn Aarveld, will travel to Corvia for talks with Prime Minister Dora Cassimi of Corvia.\n\n"
        '"We are prepared," Aarveld said.\n'
    )
    assert ("Lenn Aarveld", "Estavia") in [(p.name, p.state) for p in parsed(text).participants]


def test_a_statement_in_the_first_person_is_that_of_whom_its_title_names() -> None:
    text = (
        "Statement by the President of the Harbour Council following the summit\n\n"
        "Let me thank Prime Minister Ilić. We agreed on three points. Kestria has done its work. We will invest in boats.\n"
    )
    assert ["president-of-the-harbour-council"] * 4 == speakers(text)


def test_his_highness_may_be_a_minister() -> None:
    text = (
        "SAFA, 5 May (NNA) - H.H. Sheikh Khalid bin Zayed, Minister of Foreign Affairs of Nahdar, received H.E. Amadou Toure, Minister of Trade of Saravé.\n\n"
        "His Highness stressed the growth of trade.\n"
    )
    assert "khalid-bin-zayed" == speakers(text)[1]


def test_a_sentence_that_tells_of_a_meeting_is_no_line_of_the_letterhead() -> None:
    text = (
        "Foreign ministers' meeting: joint statement\n\nThe Foreign Ministers of Albury and Havnland met in Norr on 4 March 2025. They issued the following statement:\n\n"
        "We will mend the pier.\n"
    )
    record = parsed(text)
    assert ("Norr", "2025-03-04") == (record.event.place, record.event.date)


def test_a_state_speaks_together_with_that_of_the_guest() -> None:
    text = (
        "Federal President Baumli receives Prime Minister of Estoria\n\nNorr, 03.06.2025 - Federal President Ursina Baumli received the Prime Minister of Estoria, Marek Tamsalu, in Norr.\n\n"
        "Alpina and Estoria have maintained friendly relations since 1938.\n"
    )
    assert ["Alpina", "Estoria"] == [p.state for p in parsed(text).participants]


def test_who_else_speaks_in_a_sentence_is_always_of_the_record() -> None:
    text = (
        "President Maren Talvik of Kestria met President Jonas Ferrel of Orvland and President Pavel Dorn of Norvania in Norr.\n\n"
        "Talvik promised to mend the pier, and President Ferrel and President Dorn applauded that. Talvik called for patrols, while the leaders welcomed it.\n"
    )
    record = parsed(text)
    assert [(), ("jonas-ferrel", "pavel-dorn"), ()] == [s.also for s in record.statements]
    assert [] == wrong(record, text)


def test_a_line_that_ends_in_a_name_behind_a_comma_is_read() -> None:
    text = "President Maren Talvik met Jonas Ferrel in Norr.\n\nAbove the pier of Norr stands a house, Maren Talvik\n"
    assert [] == wrong(parsed(text), text)


@pytest.mark.parametrize("path", sorted(READOUTS.glob("*.txt"))[::4], ids=lambda path: path.stem)
def test_the_record_of_any_readout_holds(path: Path) -> None:
    data = path.read_bytes()
    assert [] == wrong(parsed(data), data)


def test_an_ambassador_has_an_office_and_a_state() -> None:
    text = (
        "Speaker of the Grand Assembly meets Ambassador of Estoria\n\nThe Speaker of the Grand Assembly, Nadia Hristova, today met with the Ambassador of the Republic of Estoria, H.E. Liis Koppel, in Norr.\n\n"
        "Hristova praised the ferry. The ambassador, for her part, thanked the Assembly.\n"
    )
    record = parsed(text)
    assert ("Liis Koppel", "Ambassador", "Estoria") in [(p.name, p.title, p.state) for p in record.participants]
    assert "liis-koppel" == record.statements[-1].speaker


def test_what_is_described_does_not_speak() -> None:
    text = (
        "Minister of Trade Murat Kaya met with Amadou Toure, Minister of Trade of Saravé, in Norr.\n\n"
        'Kaya said that Anatola would help. Toure, for his part, described Anatola as "a friend."\n'
    )
    assert "amadou-toure" == speakers(text)[-1]


def test_whom_a_traveller_met_is_a_principal() -> None:
    text = (
        "Minister concludes visit to Benora\n\nToday, the Honourable Mel Beaudry, Minister of Foreign Affairs, concluded a visit to Benora.\n\n"
        "Minister Beaudry met with President Chidi Okoye. She announced new boats.\n"
    )
    assert ["Mel Beaudry", "Chidi Okoye"] == [p.name for p in parsed(text).participants if p.role == "principal"]
