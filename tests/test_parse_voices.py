"""Who speaks, by devices that few houses use: words to the press in the first person, offices in other words, plans and calls that are only told."""

from __future__ import annotations

import pytest

from tests.parsing import names, parsed

LEAD = "Kestrian President Tom Harl met with Orvish Prime Minister Ana Brel in Mellin on 4 May 2020."


def voices(text: str) -> list[str]:
    """The speaker of each statement, by name."""
    record = parsed(text)
    known = names(record)
    return [known.get(s.speaker, s.speaker) for s in record.statements]


@pytest.mark.parametrize(
    "lead",
    [
        "On January 28, 2021, Prime Minister Tom Harl held a press occasion at the Prime Minister’s Office.",
        "After the talks in Mellin, President of Kestria Tom Harl spoke to the press.",
        "President Tom Harl of Kestria addressed the nation on Monday evening.",
        "Prime Minister Tom Harl gave a short interview to reporters in Mellin on Monday.",
    ],
)
def test_behind_a_lead_about_words_to_the_press_the_first_person_is_his(lead: str) -> None:
    text = (
        f"Press occasion on the talks\n\n{lead}\n\n(On the talks)\n\nI have just held talks with President Ana Brel of "
        "Orvland. We agreed to open the lake. President Brel reaffirmed that the treaty holds.\n\n(On vaccines)\n\n"
        "This matter did not come up. I cannot say more.\n"
    )
    assert ["narrator", *["Tom Harl"] * 5] == voices(text)
    assert {"Tom Harl", "Ana Brel"} == {p.name for p in parsed(text).participants if p.role == "principal"}


def test_a_line_that_leads_into_remarks_gives_them_to_whom_it_names() -> None:
    text = (
        "Doorstep\n4 May 2020\n\nForeign Minister Tom Harl made the following remarks to reporters before the Council:\n\n"
        "We will speak about the lake today. I hope that we can agree on the tariff.\n\nI cannot say more.\n"
    )
    assert ["Tom Harl"] * 3 == voices(text)


def test_a_report_on_a_press_conference_is_no_speech() -> None:
    text = (
        "Readout\n\nForeign Minister of Kestria Tom Harl held a press conference on his talks with Foreign Minister of Orvland "
        "Ana Brel.\n\nHarl told reporters that trade was growing. I will open the lake, he said. He said that I may come, too.\n\n"
        "The two ministers discussed nets.\n"
    )
    assert ["narrator", "Tom Harl", "Tom Harl", "Tom Harl", "narrator"] == voices(text)


@pytest.mark.parametrize(
    ("before", "said", "speaker"),
    [
        ("Harl spoke of the sea.", "In Brel's view, the ferry will pay.", "Ana Brel"),
        ("Brel spoke of the sea.", "In the Kestrian President's opinion, the ferry will pay.", "Tom Harl"),
        ("Brel spoke of the sea.", "The ferry, in Harl's words, is a bridge that floats.", "Tom Harl"),
        ("Harl spoke of the sea.", "According to government spokesman Per Lund, the ferry will pay.", "Per Lund"),
        ("Harl spoke of the sea.", "It pays, according to a paper released by Brel's office.", "Tom Harl"),
        ("The two sides agreed to mend the pier.", "Brel will visit the harbour before her departure.", "narrator"),
        ("The two sides agreed to mend the pier.", "She will attend a concert.", "narrator"),
        ("Harl spoke of the sea.", "Prime Minister Brel will travel to Sandar tomorrow.", "narrator"),
        ("Harl spoke of the sea.", "Prime Minister Brel will depart on 5 May.", "narrator"),
        ("Harl spoke of the sea.", "She will visit the harbour, and he will buy nets.", "Tom Harl"),
        ("Harl spoke of the sea.", "Brel also called on Speaker Ola Sand and Minister of Trade Per Lund.", "narrator"),
        ("Harl spoke of the sea.", "Brel called on Speaker Ola Sand and Minister Per Lund to open it.", "Ana Brel"),
        ("Brel spoke of the sea.", "President Harl on his part thanked Prime Minister Brel.", "Tom Harl"),
        ("Harl invited Brel to Mellin.", "The invitation was accepted with pleasure.", "narrator"),
        ("Harl invited Brel to Mellin.", "The invitation was accepted by the Prime Minister.", "Ana Brel"),
        ("They had lunch.", "Concern was voiced over the spread of nets.", "joint"),
        ("They had lunch.", "Particular importance was attached to the railway.", "joint"),
        ("They had lunch.", "The parties considered it necessary to open the lake.", "joint"),
        ("They had lunch.", "The parties considered issues of energy.", "narrator"),
        ("They had lunch.", "There was broad agreement that the truce must hold.", "joint"),
        ("They had lunch.", "The views of the observers were voiced as well.", "narrator"),
    ],
)
def test_a_sentence_has_the_speaker_that_its_words_tell(before: str, said: str, speaker: str) -> None:
    text = f"Leaders meet\n\n{LEAD} Also present was government spokesman Per Lund.\n\n{before} {said}\n"
    record = parsed(text)
    known = names(record)
    assert [speaker] == [known.get(s.speaker, s.speaker) for s in record.statements if s.text == said]


@pytest.mark.parametrize(
    ("holder", "called"),
    [
        ("European Council President Tom Harl", "The Council President"),
        ("European Council President Tom Harl", "The European Council President"),
        ("General Secretary of the Communist Party Tom Harl", "The Party chief"),
        ("General Secretary Tom Harl", "The Party leader"),
        ("Ambassador Tom Harl", "The Ambassador"),
        ("Deputy PM Tom Harl", "The Deputy PM"),
        ("Head of State Tom Harl", "The President"),
        ("Kestrian Deputy Prime Minister Tom Harl", "Deputy PM Harl"),
        ("Kestrian National Assembly Chairman Tom Harl", "The National Assembly Chairman"),
    ],
)
def test_an_office_is_called_by_other_words_too(holder: str, called: str) -> None:
    text = f"Talks\n\n{holder} met Orvish Minister of Trade Ana Brel on Monday.\n\n{called} stressed that trade was growing.\n"
    assert "Tom Harl" == voices(text)[1]


SPOKEN = "I am glad to be here. We have agreed to open the lake. Let me add one thing.\n\nThank you.\n"


@pytest.mark.parametrize(
    "head",
    [
        "Statement to the press\n\nTom Harl, President of Kestria",
        "Speech at the Lake Forum\n\nForeign Minister Tom Harl, Mellin, 4 May 2020",
        "Opening remarks\nMinister for Trade of Orvland Tom Harl\n4 May 2020",
        "Keynote address\n\nH.E. Dr. Tom Harl, Minister of Energy of Kestria",
    ],
)
def test_a_speech_is_whose_name_and_office_stand_under_its_title(head: str) -> None:
    assert ["Tom Harl"] * 4 == voices(f"{head}\n\n{SPOKEN}")


def test_a_dated_line_with_a_name_gives_the_town_behind_it() -> None:
    text = f"Speech at the Lake Forum\n\nForeign Minister Tom Harl, Mellin, 4 May 2020\n\n{SPOKEN}"
    assert "Mellin" == parsed(text).event.place


def test_a_letter_that_opens_in_quotation_marks_is_its_senders_to_the_end() -> None:
    text = (
        "Letter from President Harl\n\nPresident of Kestria Tom Harl sent a letter to President of Orvland Ana Brel.\n\n"
        'The letter reads:\n\n"Dear Ms President,\n\nI congratulate you on Independence Day.\n\n'
        'I am convinced that our ties will grow.\n\nYours sincerely,\nTom Harl"\n'
    )
    assert ["Tom Harl"] * 3 == voices(text)[2:5]


@pytest.mark.parametrize("again", ["The Orvish leader thanked him.", "The Orvish President thanked him."])
def test_a_state_that_only_its_peoples_name_tells_is_known_by_that(again: str) -> None:
    text = f"Talks\n\nPresident Tom Harl of Kestria met with Orvish President Ana Brel.\n\nHarl spoke of the sea. {again}\n"
    assert ["narrator", "Tom Harl", "Ana Brel"] == voices(text)


@pytest.mark.parametrize("word", ["Foreign", "Deputy", "Senior", "Labour", "Interior"])
def test_a_word_before_a_title_that_is_no_people_is_no_state(word: str) -> None:
    record = parsed(
        f"Talks\n\n{word} Minister Tom Harl met {word} Minister of Orvland Ana Brel on Monday.\n\n{word} Minister Harl "
        f"spoke of the sea. {word} Minister Brel thanked him.\n"
    )
    assert word not in {p.state for p in record.participants}


@pytest.mark.parametrize("ministry", ["Foreign Affairs", "Trade and Fisheries"])
def test_a_ministrys_statement_tells_its_state_without_more(ministry: str) -> None:
    text = (
        f"Statement by the Ministry of {ministry} of Kestria on the lake\n\nThe Ministry of {ministry} of Kestria condemns the "
        "attack on the ferry.\n\nWe call on all sides to show restraint.\n"
    )
    assert ["Kestria"] * 2 == voices(text)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Leaders attending the summit spoke highly of the pier.", "joint"),
        ("Ministers present at the conference welcomed the pier.", "joint"),
        ("The participants of the meeting arranged to stay in touch.", "joint"),
        ("Delegates taking part in the forum stressed the need for nets.", "joint"),
        ("The summit adopted a declaration, deciding to mend the pier.", "joint"),
        ("Kigali and Port Sable agreed to mend the pier.", "joint"),
        ("The interlocutors paid special attention to nets.", "narrator"),
        ("The interlocutors paid special attention to nets and agreed to mend them.", "joint"),
    ],
)
def test_the_sides_by_where_they_were_and_by_their_capitals(sentence: str, speaker: str) -> None:
    lead = "President Maren Talvik of Kestria met President Jonas Ferrel of Orvland in Norr."
    assert speaker == parsed(f"{lead}\n\n{sentence}\n").statements[-1].speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The head of the Orvish government thanked all for the nets.", "jonas-ferrel"),
        ("The head of the government of Orvland urged patience.", "jonas-ferrel"),
        ("The Head of the Government welcomed the nets.", "jonas-ferrel"),
        ("“The nets are dear,” the Chief Executive told Ferrel.", "maren-talvik"),
    ],
)
def test_heads_by_what_they_are_heads_of(sentence: str, speaker: str) -> None:
    lead = "President Maren Talvik received the Prime Minister of Orvland, Jonas Ferrel, in Norr."
    assert speaker == parsed(f"{lead}\n\nThe Orvish guest praised the pier.\n\n{sentence}\n").statements[-1].speaker


def test_what_is_listed_behind_a_persons_title_is_his() -> None:
    text = (
        "On May 3, Secretary of State Maren Talvik took part in the Lake Forum. The Secretary:\n\n• Welcomed the pier;\n"
        "• Announced aid for nets; and\n• Met with fishers.\n\nThe Secretary also praised the lake. Ministers endorsed the plan.\n"
    )
    who = "maren-talvik"
    assert [who, who, who, "narrator", who, "joint"] == [s.speaker for s in parsed(text).statements[1:]]


def test_a_spokesman_is_named_behind_whom_he_speaks_for() -> None:
    text = (
        "President Maren Talvik received Jonas Ferrel, Prime Minister of Orvland.\n\nThe Spokesman for the Presidency, "
        "Counselor Elin Soras, said the two spoke of nets.\n"
    )
    found = parsed(text)
    assert "elin-soras" == found.statements[-1].speaker
    assert "Spokesman for the Presidency" == next(p.title for p in found.participants if p.name == "Elin Soras")


def test_a_bare_title_means_any_minister_though_one_is_called_by_no_more() -> None:
    text = (
        "The Minister of Foreign Affairs, Maren Talvik, received her Orvish counterpart Jonas Ferrel.\n\n“Nets are dear,” "
        "Talvik remarked. The Minister reaffirmed the need for fish.\n\nMinister Ferrel agreed.\n"
    )
    assert "maren-talvik" == parsed(text).statements[2].speaker


def test_a_highness_is_who_was_introduced_as_one() -> None:
    text = (
        "President His Highness Sheikh Maren bin Talvik received a call from His Excellency Jonas Ferrel, President of Orvland."
        "\n\nPresident Ferrel voiced his condolences. His Highness thanked him for the nets.\n"
    )
    assert "maren-bin-talvik" == parsed(text).statements[-1].speaker
