"""Sentences end where English readouts end them: not behind a title, an initial or a number, and exactly at their marks."""

from __future__ import annotations

import pytest

from verbale.language import load
from verbale.parse.sentences import split

ENGLISH = load("en")


def sentences(text: str) -> list[str]:
    """The words of each sentence of a paragraph."""
    return [span.of(text) for span in split(text, 0, len(text), ENGLISH)]


ONE = """\
Gen. Ola Brandt met Lt. Col. Ines Farro and Amb. Tove Lind at the base.
The Rt. Hon. Sir Ewan Pryce was received by H.E. Dr. Mira Talvik.
K. R. Soren and A.P. Dahl signed for the U.S. Department of Fisheries.
M. Yu. Belov wrote to J.R.R. Aske about the lake.
The talks began at 9.30 a.m. on Friday and ended at 6 p.m. local time.
They cited Art. 5, No. 12 and Nos. 14 and 15 of the treaty.
Trade rose by 3.5 percent to US$ 250.75 mn. in a year.
Two firms, e.g. Norr Shipping Co., Ltd. of Bergvik, i.e. the oldest, took part.
The ferry leaves St. Olaf on Jan. 5 and on Feb. 12.
Joseph R. Tarn, Jr. spoke for the guests.
The port (cf. para. 3) belongs to both.
They agreed to (a) mend the pier; (b) dredge the bay; and (c) light the cape.
The paper of 14.03.2024 lists version 2.0 of the form.
"Is the line open?" he asked.
The U.S.-Kestria Council meets in May.
The Minister said: "We will... see."\
"""
TWO = [
    ("He came from the U.S.", "She did not."),
    ("They ended at 6 p.m.", "The dinner followed."),
    ("He said no.", "5 boats went home."),
    ("The firm is Norr Shipping Co. Ltd.", "It builds boats."),
    ("He called it “a good day.”", "She agreed."),
    ("“The road is open.”", "“The bridge is not.”"),
    ("“The road is open”.", "“The bridge is not”."),
    ("They brought fish, nets, etc.", "The rest was left."),
    ("Was it you?!", "It was."),
    ("They met (as in 2019).", "Nobody else came."),
    ("(They met.)", "(Nobody else came.)"),
    ("It rained…", "Then it stopped."),
    ("The ferry is ready.", "“We will sail,” he said."),
    ("Trade rose by 5 per cent.", "€40 mn were spent."),
    ("He thanked the Prime Minister, Mr. Jonas Ferrel.", "Mr. Ferrel replied."),
    ("The treaty is of 1987.", "In 1990 it was amended."),
]


@pytest.mark.parametrize("text", ONE.split("\n"))
def test_one_sentence(text: str) -> None:
    assert [text] == sentences(text)


@pytest.mark.parametrize("pair", TWO, ids=lambda pair: pair[0])
@pytest.mark.parametrize("space", [" ", "  ", "\n", "\r\n", "\u00a0"], ids=["space", "two", "lf", "crlf", "no-break"])
def test_two_sentences(pair: tuple[str, str], space: str) -> None:
    assert list(pair) == sentences(space.join(pair))


def test_a_space_that_was_lost_between_two_sentences() -> None:
    assert ["The ferry is ready.", "Both will sail on Friday."] == sentences(
        "The ferry is ready.Both will sail on Friday."
    )


def test_only_the_stretch_between_the_offsets_is_read() -> None:
    text = "One came. Two stayed. Three left."
    assert [(10, 21)] == split(text, 10, 21, ENGLISH)
    assert [(10, 21)] == split(text, 9, 22, ENGLISH)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0"])
def test_white_space_has_no_sentence(text: str) -> None:
    assert [] == sentences(text)


@pytest.mark.parametrize("text", ["ferry", ".", "...", "“", "?!", "He"])
def test_what_has_no_end_is_one_sentence(text: str) -> None:
    assert [text] == sentences(text)
