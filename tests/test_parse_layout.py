"""A source's layout changes no words: line ends, marks and spaces count as they stand, and wrapped lines are one paragraph."""

from __future__ import annotations

import pytest

from tests.parsing import parsed, voices, wrong
from verbale.parse.layout import paragraphs

PLAIN = """\
Home > News
President Talvik Meets Prime Minister of Orvland

On March 14, 2024, President Maren Talvik of Kestria met with Prime Minister Jonas Ferrel of Orvland in Port Sable.

Talvik said that the two countries share a sea. Fishing communities on both coasts should gain from it.

Ferrel thanked the President for her welcome. The two sides agreed to open a second ferry line and to exchange data.
"""
READ = [
    (
        "narrator",
        "On March 14, 2024, President Maren Talvik of Kestria met with Prime Minister Jonas Ferrel of Orvland in Port Sable.",
    ),
    ("Maren Talvik", "Talvik said that the two countries share a sea."),
    ("Maren Talvik", "Fishing communities on both coasts should gain from it."),
    ("Jonas Ferrel", "Ferrel thanked the President for her welcome."),
    ("joint", "The two sides agreed to open a second ferry line and to exchange data."),
]
WRAPPED = """\
                         PRESS RELEASE

President Maren Talvik of Kestria met on 14 March 2024 with Prime
Minister Jonas Ferrel of Orvland in Port Sable, where the two opened
the new ferry terminal.

Talvik said that the two countries share a sea and a long history, and
that the ferry line had brought their peoples closer. Fishing
communities on both coasts should gain from it.

The two sides agreed to open a second ferry line before the summer and
to exchange data on the state of the sea.
"""


def spaced(words: str) -> str:
    """Words with every run of white space as one space."""
    return " ".join(words.split())


def test_a_line_is_a_paragraph() -> None:
    record = parsed(PLAIN)
    assert READ == voices(record)
    assert [1, 2, 2, 3, 3] == [s.paragraph for s in record.statements]
    assert ["breadcrumb", "title"] == [f.kind for f in record.furniture]


@pytest.mark.parametrize("end", ["\r\n", "\n\n", "\n \n", "\r\n\r\n"])
def test_line_ends_change_places_and_nothing_else(end: str) -> None:
    text = PLAIN.replace("\n", end)
    record = parsed(text)
    assert READ == voices(record)
    assert [text.index(words) for _, words in READ] == [s.at.start for s in record.statements]
    assert [] == wrong(record, text)


def test_a_byte_order_mark_is_not_counted() -> None:
    data = b"\xef\xbb\xbf" + PLAIN.encode()
    assert [s.at for s in parsed(PLAIN).statements] == [s.at for s in parsed(data).statements]
    assert [] == wrong(parsed(data), data)


def test_no_break_spaces_separate_words_and_stay() -> None:
    text = PLAIN.replace(" ", "\u00a0")
    assert [(who, words.replace(" ", "\u00a0")) for who, words in READ] == voices(parsed(text))


def test_characters_outside_the_basic_plane_count_once() -> None:
    text = PLAIN.replace("a sea.", "a sea 🌊 of fish.")
    record = parsed(text)
    assert text.index("Fishing") == record.statements[2].at.start
    assert [] == wrong(record, text)


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    record = parsed(WRAPPED)
    assert [1, 2, 2, 3] == [s.paragraph for s in record.statements]
    assert ["narrator", "Maren Talvik", "Maren Talvik", "joint"] == [who for who, _ in voices(record)]
    assert ["open a second ferry line before the summer", "exchange data on the state of the sea"] == [
        spaced(p.text) for p in record.agreed
    ]
    assert [] == wrong(record, WRAPPED)


def test_a_statement_keeps_the_line_breaks_inside_it() -> None:
    (first, *_) = parsed(WRAPPED).statements
    assert 2 == first.text.count("\n")
    assert first.text in WRAPPED


def test_wrapped_text_with_other_line_ends_reads_the_same() -> None:
    mine = [(who, spaced(words)) for who, words in voices(parsed(WRAPPED))]
    assert mine == [(who, spaced(words)) for who, words in voices(parsed(WRAPPED.replace("\n", "\r\n")))]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("breadcrumb", "Home > Press > Readouts"),
        ("share-link", "Suggest to a Friend"),
        ("notice", "When using our materials, an active link to harbour.example is required."),
        ("notice", "Reproduction of materials is permitted only with the consent of the agency."),
        ("end-mark", "Enditem"),
        ("separator", "###"),
        ("separator", "* * *"),
        ("sub-heading", "Fishing and the sea"),
        ("stage-direction", "(Applause.)"),
        ("caption", "Talvik and Ferrel at the terminal. (Photo: Harbour Press)"),
        ("source-line", "Source: Harbour Press"),
        ("print-link", "Print"),
    ],
)
def test_a_line_of_furniture_is_nobodys_statement(kind: str, line: str) -> None:
    paragraphs = PLAIN.split("\n\n")
    lines = (
        [*paragraphs[:-1], line, paragraphs[-1]] if kind in {"sub-heading", "stage-direction"} else [*paragraphs, line]
    )
    text = "\n\n".join([line, *paragraphs] if kind == "breadcrumb" else lines)
    record = parsed(text)
    assert (kind, line) in [(f.kind, f.text) for f in record.furniture]
    assert READ == voices(record)


@pytest.mark.parametrize("marker", ["1.", "(a)", "•", "-", "–", "(ii)"])
def test_a_marker_is_not_part_of_the_statement(marker: str) -> None:
    text = f"{PLAIN.rstrip()}\n\nThe two sides decided to:\n\n{marker} mend the pier;\n\n{marker} dredge the bay.\n"
    record = parsed(text)
    assert ["mend the pier;", "dredge the bay."] == [s.text for s in record.statements[-2:]]
    assert [marker, marker] == [f.text.strip() for f in record.furniture if f.kind == "marker"]
    assert [("decided", "mend the pier"), ("decided", "dredge the bay")] == [
        (p.act, p.text) for p in record.agreed[-2:]
    ]


def test_a_label_is_not_part_of_the_statement() -> None:
    text = f"{PLAIN.rstrip()}\n\nMaren Talvik: Dear friends, we have met. It was time.\n\nJonas Ferrel: We have.\n"
    record = parsed(text)
    assert ["Maren Talvik:", "Jonas Ferrel:"] == [f.text.strip() for f in record.furniture if f.kind == "label"]
    assert [
        ("Maren Talvik", "Dear friends, we have met."),
        ("Maren Talvik", "It was time."),
        ("Jonas Ferrel", "We have."),
    ] == voices(record)[-3:]
    assert {"direct"} == {s.speech for s in record.statements[-3:]}


def test_lines_longer_than_anyone_wraps_are_paragraphs() -> None:
    words = "of the agenda: the ferry and what it carries over the strait in winter"
    short = [f"Item {number} {words}" for number in range(5)]
    long = [f"{line} and who pays for it when the ice is thick" for line in short]
    assert [1, 5] == [len(paragraphs("\n".join(lines))) for lines in (short, long)]


def test_a_heading_in_capitals_is_no_item_of_the_agenda_above_it() -> None:
    agenda = "The Session adopted the following Agenda:\n1. Trade in fish\n2. Other business\n\n"
    parts = "1. TRADE IN FISH\n\nThe two sides noted that trade had grown.\n\n2. OTHER BUSINESS\n\nThe two sides agreed to meet.\n"
    record = parsed(f"{PLAIN.rstrip()}\n\n{agenda}{parts}")
    assert ["1. TRADE IN FISH", "2. OTHER BUSINESS"] == [f.text for f in record.furniture if f.kind == "sub-heading"]
    assert ["Trade in fish", "Other business"] == [
        s.text for s in record.statements if s.text.istitle() or len(s.text) < 16
    ]


@pytest.mark.parametrize(
    ("end", "mark"),
    [
        ("fish./.", "./."),
        ("fish. ./.", "./."),
        ("fish. PND", "PND"),
        ("fish. /End/", "/End/"),
        ("fish. -ENDS-", "-ENDS-"),
        ("fish. – Ends –", "– Ends –"),
        ("fish. [ENDS]", "[ENDS]"),
        ("fish. # # #", "# # #"),
        ("fish. KNA/AK/1830", "KNA/AK/1830"),
        ("fish. //", "//"),
        ("fish.\n\n//Petra// S.H.", "//Petra// S.H."),
    ],
)
def test_an_agencys_end_mark_is_no_part_of_the_last_sentence(end: str, mark: str) -> None:
    found = parsed(
        f"President Maren Talvik met President Jonas Ferrel of Orvland.\n\nThey spoke at length of {end}\n\n(Source: Norr Press)\n"
    )
    assert "They spoke at length of fish" == found.statements[-1].text.rstrip(".")
    assert mark in [f.text for f in found.furniture]


def test_a_quoted_line_in_capitals_is_a_sub_heading() -> None:
    lead = "President Maren Talvik met President Jonas Ferrel of Orvland."
    found = parsed(f"Talks\n\n{lead}\n\n“WE STAND BY THE FISHERS”\n\nTalvik said that nets are dear.\n")
    assert [lead, "Talvik said that nets are dear."] == [s.text for s in found.statements]


@pytest.mark.parametrize("item", ["Talks with Gen. LEE", "Aid from the U.S. WTO", "A pier (see p. 3) below"])
def test_an_item_that_ends_without_a_stop_keeps_its_last_word(item: str) -> None:
    lead = "President Maren Talvik met President Jonas Ferrel of Orvland. They discussed:"
    found = parsed(f"Talks\n\n{lead}\n\n• {item}\n• Nets and fish\n")
    assert item in [s.text for s in found.statements]
