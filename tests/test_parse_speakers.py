"""What one sentence cannot show: whose document it is, what is learned of a person on the way, what ends a speech."""

from __future__ import annotations

import pytest

from tests.parsing import parsed, voices, wrong

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
