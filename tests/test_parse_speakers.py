"""What one sentence cannot show: whose document it is, what is learned of a person on the way, what ends a speech."""

from __future__ import annotations

import pytest

from tests.parsing import parsed, voices, wrong
from verbale.language import load, verb_of_cue

MET = "President Maren Talvik of Kestria met with President Jonas Ferrel of Orvland in Port Sable on Friday."


def who(text: str) -> list[str]:
    """The speakers of a text's sentences, in order."""
    return [speaker for speaker, _ in voices(parsed(text))]


@pytest.mark.parametrize(
    ("title", "speaker"), [("Joint Statement of Kestria and Orvland", "joint"), ("Talks at Sea", "narrator")]
)
def test_in_the_sides_own_statement_what_has_no_other_speaker_is_theirs(title: str, speaker: str) -> None:
    assert speaker == who(f"{title}\n\n{MET}\n\nThe strait remains open to all.\n")[-1]


def test_a_pronoun_tells_a_persons_gender_for_what_follows() -> None:
    text = f"{MET}\n\nTalvik praised the ferry. She called for patrols.\n\nFerrel said that boats will come. He thanked Talvik.\n"
    assert ["Maren Talvik", "Maren Talvik", "Jonas Ferrel", "Jonas Ferrel"] == who(text)[1:]
    later = text + "\nTalvik agreed with Ferrel. He offered nets. She offered lights.\n"
    assert ["Jonas Ferrel", "Maren Talvik"] == who(later)[-2:]


def test_a_sub_heading_ends_a_speech() -> None:
    text = f"{MET}\n\nTalvik said that the strait is open.\n\n%s\n\nTrade between neighbours should be easy.\n"
    assert "Maren Talvik" == who(text.replace("%s\n\n", ""))[-1]
    assert "Maren Talvik" != who(text.replace("%s", "Fishing and the sea"))[-1]


def test_a_turn_outlasts_joint_sentences_and_a_report_ends_it() -> None:
    text = (
        f"{MET}\n\nMaren Talvik: Friends, welcome.\n\nThe two sides agreed on nets.\n\nJonas Ferrel: Thank you.\n\n"
        "We are glad.\n\n* * *\n\nMaren Talvik then showed her guest the harbour.\n"
    )
    assert ["Maren Talvik", "Maren Talvik", "Jonas Ferrel", "Jonas Ferrel", "narrator"] == who(text)[1:]


def test_what_each_side_says_in_a_joint_sentence_names_the_sides() -> None:
    record = parsed(f"{MET}\n\nTalvik and Ferrel agreed to mend the pier.\n")
    assert ("maren-talvik", "jonas-ferrel") == record.statements[-1].sides


def test_others_who_speak_in_a_sentence_are_kept() -> None:
    record = parsed(f"{MET}\n\nTalvik praised the ferry, while Ferrel thanked the crew.\n")
    assert ("maren-talvik", ("jonas-ferrel",)) == (record.statements[-1].speaker, record.statements[-1].also)


@pytest.mark.parametrize(
    ("sentence", "speech"),
    [
        ("Talvik said that the strait is open.", "reported"),
        ('Talvik called the strait "a door that must not be shut again".', "mixed"),
        ('"The strait is open," Talvik said.', "direct"),
    ],
)
def test_only_words_inside_quotation_marks_are_direct(sentence: str, speech: str) -> None:
    assert speech == parsed(f"{MET}\n\n{sentence}\n").statements[-1].speech


def test_the_cue_is_the_words_that_mark_the_speaker() -> None:
    record = parsed(f"{MET}\n\nTalvik said that the strait is open. It is wide. She stressed that it is deep.\n")
    assert ["Talvik said", None, "She stressed"] == [s.cue for s in record.statements[1:]]
    assert [None, "s02", "s02"] == [s.from_ for s in record.statements[1:]]


def test_a_person_never_named_is_title_and_state() -> None:
    text = "President Maren Talvik met with the Prime Minister of Orvland on Friday.\n\nThe Prime Minister thanked Talvik.\n"
    record = parsed(text)
    assert ("Prime Minister of Orvland", "The Prime Minister thanked Talvik.") == voices(record)[-1]
    assert [] == wrong(record, text)


def test_the_id_of_a_person_never_named_is_made_of_title_and_state() -> None:
    record = parsed(
        "President Maren Talvik met with the Prime Minister of Orvland.\n\nThe Prime Minister thanked Talvik.\n"
    )
    assert "prime-minister-orvland" == record.statements[-1].speaker


@pytest.mark.parametrize(
    "silence",
    [
        "Talvik did not say whether the ferry would sail.",
        "Talvik did not comment on the price.",
        "She has not said who will pay.",
        "The two sides did not say when they will meet again.",
    ],
)
def test_what_was_not_said_is_nobodys_statement(silence: str) -> None:
    assert ["Maren Talvik", "narrator"] == who(f"{MET}\n\nTalvik praised the ferry. {silence}\n")[1:]


def test_a_denial_of_something_else_than_saying_is_a_position() -> None:
    assert "Maren Talvik" == who(f"{MET}\n\nTalvik did not rule out a ferry.\n")[-1]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Talvik's spokesman said that nets are dear.", "Spokesman"),
        ("President Talvik’s spokeswoman said that nets are dear.", "Spokeswoman"),
        ("A spokesperson for Talvik said that nets are dear.", "Spokesperson"),
        ("Nets are dear, a Kestrian Foreign Ministry spokesman said.", "Foreign Ministry spokesman"),
        ("Nets are dear, said a spokesman for Talvik.", "Spokesman"),
    ],
)
def test_who_speaks_for_somebody_is_a_speaker_of_his_own_with_a_title_for_a_name(words: str, title: str) -> None:
    record = parsed(f"{MET}\n\nFerrel praised the ferry. {words}\n")
    speaker = next(p for p in record.participants if p.id == record.statements[-1].speaker)
    assert (None, title, "Kestria", "attending") == (speaker.name, speaker.title, speaker.state, speaker.role)
    assert speaker.id == f"{title.lower().replace(' ', '-')}-kestria"


def test_a_spokesperson_with_a_name_keeps_it() -> None:
    words = "Asked about nets, the spokesperson, Ms. Elin Soras, said that they are dear."
    assert "Elin Soras" == who(f"{MET}\n\n{words}\n")[-1]


def test_what_is_written_in_another_language_is_nobodys() -> None:
    german = "Der Minister traf am Montag die Delegation, und alle sagten, die Netze seien schon lange geflickt."
    record = parsed(f"{german}\n\n{german}\n")
    assert {("unknown", "none")} == {(s.speaker, s.basis) for s in record.statements}
    mixed = parsed(f"{MET}\n\nTalvik praised the ferry.\n\n{german}\n")
    assert ["narrator", "maren-talvik", "unknown"] == [s.speaker for s in mixed.statements]


def test_what_tells_of_nobody_is_no_narration() -> None:
    record = parsed("Preheat the oven to 200 degrees. Mix the flour with two eggs. Serve the cake while it is warm.\n")
    assert {("unknown", "none")} == {(s.speaker, s.basis) for s in record.statements}


@pytest.mark.parametrize(
    ("cue", "verb"),
    [
        ("The two heads of state issued", None),
        ("The two sides are ready", None),
        ("She stands ready", "stand ready"),
        ("He also called for", "call for"),
        ("Both sides support", "support"),
        ("The state of Kestria stated", "state"),
    ],
)
def test_the_verb_of_a_cue_is_no_noun_in_it(cue: str, verb: str | None) -> None:
    assert verb == verb_of_cue(cue, load("en"))


def test_the_houses_own_paper_speaks_for_nobody() -> None:
    text = f"{MET}\n\nTalvik praised the ferry and thanked the crew, the statement said.\n"
    assert "Maren Talvik" == who(text)[-1]
    quoted = f'{MET}\n\n"The two sides agreed to mend the pier in the spring," the Kremlin said in a statement.\n'
    assert "joint" == who(quoted)[-1]


def test_according_to_him_is_he_who_spoke_and_not_the_subject_behind() -> None:
    text = f"{MET}\n\nFerrel praised the ferry. According to him, the President of Kestria valued the visit.\n"
    assert "Jonas Ferrel" == who(text)[-1]


def test_an_occasion_may_stand_before_the_verb() -> None:
    assert "Jonas Ferrel" == who(f"{MET}\n\nFerrel during the meeting expressed concern about the nets.\n")[-1]


def test_talks_that_the_sides_continue_are_no_position() -> None:
    assert "narrator" == who(f"{MET}\n\nThe two sides continued their consultations over lunch.\n")[-1]


def test_his_majesty_tells_nothing_of_the_gender_of_whom_is_named_beside_it() -> None:
    text = f"{MET}\n\nTalvik looked forward to the visit of His Majesty the King. The visit, she added, would be the first.\n"
    assert "Maren Talvik" == who(text)[-1]


def test_who_speaks_without_a_title_is_known_by_the_full_name_elsewhere() -> None:
    text = (
        "The Kestrian president on Monday received his guest.\n\nSpeaking beside Jonas Ferrel, Maren Talvik thanked Orvland "
        "for the boats.\n\nTalvik said that nets are dear.\n\nFerrel, for his part, conveyed his condolences.\n"
    )
    assert ["Maren Talvik", "Maren Talvik", "Jonas Ferrel"] == who(text)[1:]


def test_a_speech_is_its_speakers_by_its_title() -> None:
    title = "Opening remarks by President Maren Talvik at the talks with Prime Minister Jonas Ferrel"
    record = parsed(f"{title}\n\nWe are happy to receive you.\n\nI thank you for the ferry.\n\nThe strait is open.\n")
    assert [("maren-talvik", "named"), ("maren-talvik", "continued"), ("maren-talvik", "continued")] == [
        (s.speaker, s.basis) for s in record.statements
    ]
    both = title.replace(" at the talks with", " and")
    assert "maren-talvik" != parsed(f"{both}\n\nWe are happy.\n\nI thank you for the ferry.\n").statements[0].speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "The President and the Prime Ministers reaffirmed the treaty.",
        "The Prime Minister and the Foreign Ministers opposed the new fee.",
        "The President and the Heads of State noted the need for patrols.",
    ],
)
def test_one_title_and_a_plural_one_are_the_sides(sentence: str) -> None:
    assert "joint" == who(f"{MET}\n\n{sentence}\n")[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kestria and Orvland share a 200-km border, which a railway crosses.",
        "The two countries have shared a currency since 1999.",
        "The two leaders sent greetings to each other.",
        "Kestria and Orvland sent each other messages on the day of the lake.",
    ],
)
def test_what_lies_between_the_sides_or_goes_from_one_to_the_other_is_no_position(sentence: str) -> None:
    assert "narrator" == who(f"{MET}\n\n{sentence}\n")[-1]


def test_the_sides_that_share_a_view_take_a_position() -> None:
    assert "joint" == who(f"{MET}\n\nKestria and Orvland share the view that the lake needs patrols.\n")[-1]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("The Joint Committee reviewed the treaty.", "It reaffirmed the will of both sides to open ports."),
        ("The Summit discussed the state of the lake.", "It called for patrols."),
        ("The Association Council took stock of the ferry.", "It also welcomed the new pier."),
    ],
)
def test_it_goes_on_with_a_body_whose_work_was_told(before: str, sentence: str) -> None:
    head = "Summit and Association Council of Kestria and Orvland, Joint Committee on the lake\n\n"
    assert ["narrator", "joint"] == who(f"{head}{MET}\n\n{before} {sentence}\n")[1:]


@pytest.mark.parametrize(
    "notice",
    [
        "A summary of the report will be transmitted to the Council.",
        "The full text will be published next week.",
        "A transcript is available on request.",
    ],
)
def test_what_becomes_of_a_paper_is_the_sources_notice(notice: str) -> None:
    assert (
        "narrator"
        == who(f"{MET}\n\nTalvik is grateful to the crew. She reiterates that it needs rest.\n\n{notice}\n")[-1]
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "– We live by the same sea. The ferry must sail, says President Maren Talvik.",
        "– The ferry must sail, says Talvik.",
        "– It will cost us dear. We will pay, says the President of Kestria.",
    ],
)
def test_a_speech_behind_a_dash_may_have_its_cue_in_the_present(sentence: str) -> None:
    assert {"Maren Talvik"} == set(who(f"{MET}\n\n{sentence}\n")[1:])


@pytest.mark.parametrize(
    "line",
    [
        "The text of the following joint statement was issued by the Governments of Kestria and Orvland.",
        "In response to questions, the Spokesperson’s Office has the following to say:",
        "Asked about the boat, the Foreign Ministry had this to say:",
    ],
)
def test_a_line_that_puts_words_out_is_no_statement(line: str) -> None:
    record = parsed(f"Note on the lake\n\n{line}\n\n{MET}\n\nTalvik said that the strait is open.\n")
    assert ["narrator", "maren-talvik"] == [s.speaker for s in record.statements]
    assert "release-line" == next(f.kind for f in record.furniture if f.text == line)


@pytest.mark.parametrize(
    "lead",
    [
        "The full text of the message from the President of Orvland reads:",
        "The text of the telegram sent by President Ferrel to President Talvik reads as follows:",
        "The letter of Jonas Ferrel states:",
    ],
)
@pytest.mark.parametrize(
    "marks", [("“Madam President,", "“", "”"), ("“Excellency,", "“", "”"), ("Dear Madam President,", "", "")]
)
def test_a_letter_is_whose_its_lead_in_says(lead: str, marks: tuple[str, str, str]) -> None:
    greeting, opened, closed = marks
    letter = (
        f"{lead}\n\n{greeting}\n\n{opened}On this day it gives me great pleasure to greet you. What our fathers had was trust."
        f"\n\n{opened}Since then the two sides have agreed on much.{closed}\n"
    )
    assert ["narrator", *["Jonas Ferrel"] * 4] == who(f"{MET}\n\n{letter}")[1:]


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Presidential Spokesman Ola Brandt, the conversation lasted for an hour.",
        "Foreign Ministry Spokeswoman Ola Brandt told a briefing that the ferry would sail.",
        "Government Spokesperson Ola Brandt said the talks had been frank.",
    ],
)
def test_a_named_spokesperson_speaks_under_the_title_of_the_office(sentence: str) -> None:
    record = parsed(f'{MET}\n\n{sentence} "We will see what the week brings," the spokesperson added.\n')
    assert "ola-brandt" == record.statements[1].speaker
    assert "principal" != next(p.role for p in record.participants if p.name == "Ola Brandt")


@pytest.mark.parametrize(
    "who_met",
    [
        "Lena Marsk, speaker of the National Assembly of Kestria",
        "Lena Marsk, chairwoman of the State Council of Kestria",
        "Lena Marsk, head of the Harbour Commission of Kestria",
    ],
)
def test_who_heads_a_body_of_a_state_is_known_by_it(who_met: str) -> None:
    text = f"{MET}\n\nAlso on Friday, {who_met}, met with Ferrel.\n\nMarsk said that nets are dear.\n"
    assert "Lena Marsk" == who(text)[-1]
    assert "Kestria" == next(p.state for p in parsed(text).participants if p.name == "Lena Marsk")


@pytest.mark.parametrize(
    "lead",
    [
        "The message reads:",
        "The text of the message says:",
        "The message runs as follows:",
        "The message reads, in part:",
        "The message states in particular:",
        "The message says, among other things:",
    ],
)
def test_a_message_that_was_told_of_before_is_its_senders(lead: str) -> None:
    told = "Talvik received a message of greeting from Jonas Ferrel."
    message = '"Please accept my congratulations. Our countries have always stood together."'
    assert ["Jonas Ferrel"] * 2 == who(f"{MET}\n\n{told}\n\n{lead}\n\n{message}\n")[-2:]
    sent = "Ferrel sent a letter to the President of Kestria."
    assert ["Jonas Ferrel"] * 2 == who(f"{MET}\n\n{sent}\n\n{lead.replace('message', 'letter')}\n\n{message}\n")[-2:]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("We, the Ministers of the Lakes, met in Norr on 4 May 2024.", "narrator"),
        ("We, the Heads of State of the Lakes Community (LC), gathered in Norr to discuss the ferry.", "narrator"),
        ("We, the Ministers of the Lakes, met in Norr on 4 May 2024 and agreed to open the strait.", "joint"),
    ],
)
def test_that_we_met_is_no_position(lead: str, speaker: str) -> None:
    assert [speaker, "joint"] == who(
        f"Communiqué of the Ministers of the Lakes\n\n{lead}\n\nWe welcome the new ferry.\n"
    )


def test_a_speech_behind_a_dash_may_end_in_a_name_and_its_verb() -> None:
    text = f"{MET}\n\n– The cable was mended in a week. That is a record, Talvik says.\n"
    assert ["Maren Talvik"] * 2 == who(text)[1:]


@pytest.mark.parametrize(
    "sides",
    [
        "President Maren Talvik and her Orvish counterpart Jonas Ferrel",
        "President Maren Talvik and her counterpart, Jonas Ferrel,",
        "Kestria's President Maren Talvik and her Norrish colleague Jonas Ferrel",
    ],
)
def test_somebody_and_a_counterpart_by_name_are_the_sides(sides: str) -> None:
    record = parsed(f"{MET}\n\n{sides} agreed on Monday to mend the pier.\n")
    assert "joint" == record.statements[-1].speaker
    assert ["mend the pier"] == [p.text for p in record.agreed]


def test_talking_about_something_is_no_position() -> None:
    assert ["narrator", "joint"] == who(f"{MET}\n\nThe two leaders talked about nets. They agreed to mend the pier.\n")[
        1:
    ]


@pytest.mark.parametrize("verb", ["announced", "stated today", "declared"])
def test_a_spokesperson_who_puts_the_words_out_is_nobody_who_speaks(verb: str) -> None:
    record = parsed(
        f"Readout\n\nGovernment spokesperson Ola Brandt {verb}:\n\n{MET}\n\nTalvik said that nets are dear.\n"
    )
    assert ["narrator", "maren-talvik"] == [s.speaker for s in record.statements]


TWO = "President Maren Talvik of Kestria met President Jonas Ferrel of Orvland.\n\n"


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        ("Talvik praised the pier. He, in turn, thanked her.", "jonas-ferrel"),
        ("Talvik praised the pier. For his part, he spoke warmly of nets.", "jonas-ferrel"),
        ("Ferrel praised the pier. She, for her part, urged patience.", "maren-talvik"),
        ("Talvik praised the pier. He praised the nets in turn and went home.", "jonas-ferrel"),
    ],
)
def test_who_answers_is_the_other(paragraph: str, speaker: str) -> None:
    assert speaker == parsed(TWO + paragraph).statements[-1].speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("On trade, Orvland is willing to work with all, the president said.", "jonas-ferrel"),
        ("Kestria stands ready to host the games, the president noted.", "maren-talvik"),
        ("Orvland will always keep its word, said the president.", "jonas-ferrel"),
    ],
)
def test_a_bare_title_behind_what_a_state_wishes_is_that_of_its_head(sentence: str, speaker: str) -> None:
    other = {"jonas-ferrel": "Talvik", "maren-talvik": "Ferrel"}[speaker]
    assert speaker == parsed(f"{TWO}{other} said that nets are dear.\n\n{sentence}\n").statements[-1].speaker


def test_cues_inside_what_a_house_is_quoted_with_count() -> None:
    text = (
        "A spokesperson said:\n\n“Prime Minister Maren Talvik spoke to Prime Minister Jonas Ferrel of Orvland today.\n\n"
        "“She paid tribute to the crews. It was vital, Mr Ferrel added, that ships sail. The treaty, Talvik said, must stand.”\n"
    )
    assert ["maren-talvik", "jonas-ferrel", "maren-talvik"] == [s.speaker for s in parsed(text).statements[1:]]


def test_a_list_numbered_like_its_lead_in_begins_with_one() -> None:
    text = (
        "Kestria-Orvland Joint Statement\n\n"
        + TWO
        + "6. Both sides voiced concern over nets.\n\n7. The following papers were "
        "signed:\n\n1. Memorandum on Fish;\n2. Agreement on Nets; and\n3. Programme for Piers.\n\n8. The two sides agreed to meet.\n"
    )
    assert ["narrator"] * 4 + ["joint"] == [s.speaker for s in parsed(text).statements[-5:]]
