"""What holds of the parser for any text: it never fails, loses nothing, says nothing twice, and says the same again."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.parsing import parsed, wrong
from verbale import recordfile
from verbale.record import ACTS, BASES, FURNITURE_KINDS, SPEECHES, Record
from verbale.span import Span

PIECES = """\
President Maren Talvik|Prime Minister Jonas Ferrel of Orvland|Talvik|Ferrel|the President|His Majesty|his counterpart|He|She|They
The two sides|Both|We|I|It|Kestria|the Kestrian side|the U.S.|H.E. Mr.|Dr.|No. 5|Jan. 5, 2024|on March 14|Friday
met with|said that|said,|, he added,|agreed to|and to|will|should|stressed the need for|expressed concern about|was agreed|hoped
discussed|signed|attended the meeting|, said Talvik|according to Ferrel|as follows:|“|”|"|'|(|)|[|]|—|-|•|1.|(a)|;|:|,|.|?|!|…
the lake|a ferry|fish stocks|, nets and boats|Home > News|###|Talvik:|PRESIDENT TALVIK:|Q|(Applause.)|PORT SABLE, March 14 (HP) --\
"""
WORDS = st.sampled_from([piece for line in PIECES.split("\n") for piece in line.split("|")])
GAPS = st.sampled_from([" ", " ", " ", "", "\n", "\n\n", "\r\n", "\u00a0", "  ", "\t", "\u2028", "\x85"])
PROSE = st.lists(st.tuples(WORDS, GAPS), min_size=5, max_size=80).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
ANY = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=300)
SOME = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ODD = {
    "nothing": "",
    "white space": " \r\n\u00a0\t\n",
    "a word": "ferry",
    "a full stop": ".",
    "only marks": "?! … ;; -- “” ... ((( ))) • •",
    "an opened quotation": "Talvik said: “The ferry is ready. It sails today.\n\nFerrel agreed. “And so do we.",
    "closed before opened": "”The ferry” is ready.” Talvik said.“",
    "brackets": "(" * 500 + "Talvik said." + "]" * 500,
    "labels alone": "Talvik:\nFerrel:\nTalvik:\n",
    "titles alone": "President Prime Minister Foreign Minister of the of and President.",
    "numbers": "1.\n2.\n3. 4. 5.\n1.1.1. 2024-03-14 14.03.2024 3.5",
    "capitals": "PRESIDENT MAREN TALVIK MET PRIME MINISTER JONAS FERREL. THE TWO SIDES AGREED TO MEET.",
    "other scripts": "Президент встретился с премьером. 两国元首会晤。 التقى الرئيس. ประธานาธิบดี",
    "combining marks": "T̃a̰lv̈ik s̈aid̃ that̄ the f̂erry iŝ rea̋dy. He̋ agre̋ed.",
    "directions": "\u202eTalvik said that\u202c the\u200b ferry\u2060 is ready.\ufeff He agreed.",
    "carriage returns": "Talvik said.\rFerrel said.\r\rBoth agreed.",
    "impossible dates": "On February 30, 2024, and 99 March 0000, 0000-00-00, President Talvik met Prime Minister Ferrel on Monday.",
}
LONG = {
    "a long line": ("Talvik said that the ferry is ready. " * 5500, 30),
    "a long word": ("x" * 200_000, 30),
    "many quotation marks": ("“”\"'" * 20_000, 30),
    "many opened quotations": ("Talvik said “" * 10_000, 30),
    "many paragraphs": ("Talvik said that the ferry is ready.\n\n" * 3000, 30),
    "many commas": ("The two sides agreed to " + "mend, " * 15_000 + "end.", 8),
    "many and": ("The two sides agreed to mend " + "and mend " * 15_000 + "it.", 8),
}
"""Texts with the seconds of processor time that they may take on a slow machine: a rule that is not linear takes far more."""


def check(text: str) -> Record:
    """Parse a text and look at all that must hold of its record."""
    record = parsed(text)
    assert [] == wrong(record, text)
    spans = sorted([*(s.at for s in record.statements), *(f.at for f in record.furniture)])
    covered = [n for span in spans for n in range(*span) if not text[n].isspace()]
    assert [n for n, character in enumerate(text) if not character.isspace()] == covered
    assert sorted(s.at for s in record.statements) == [s.at for s in record.statements]
    assert sorted(p.at for p in record.agreed) == [p.at for p in record.agreed]
    assert [span for span in spans if not trimmed(span, text)] == []
    assert [p.at for p in record.agreed if not trimmed(p.at, text)] == []
    assert {s.basis for s in record.statements} <= {*BASES} - {"editor"}
    assert {s.speech for s in record.statements} <= {*SPEECHES}
    assert {f.kind for f in record.furniture} <= {*FURNITURE_KINDS}
    assert {p.act for p in record.agreed} <= {*ACTS}
    joint = {s.id for s in record.statements if s.speaker == "joint"}
    assert {p.statement for p in record.agreed} <= joint
    numbers = [s.paragraph for s in record.statements]
    assert sorted(numbers) == numbers
    return record


def trimmed(span: Span, text: str) -> bool:
    """Say whether a span holds something, with no white space at either end."""
    return span.trim(text) == span != Span(span.start, span.start)


@SOME
@given(PROSE)
def test_whatever_looks_like_a_readout(text: str) -> None:
    check(text)


@SOME
@given(ANY)
def test_whatever_text(text: str) -> None:
    check(text)


@SOME
@given(PROSE)
def test_twice_the_same(text: str) -> None:
    assert parsed(text) == parsed(text)


@SOME
@given(PROSE)
def test_the_record_comes_back_from_its_file(text: str) -> None:
    record = parsed(text)
    assert (record, []) == recordfile.load(recordfile.dump(record), "record.yaml")


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts(text: str) -> None:
    check(text)


def test_a_clause_that_ends_before_it_says_anything() -> None:
    check("President Maren Talvik\nagreed to President Maren Talvik They said that ")


@pytest.mark.parametrize(("text", "seconds"), LONG.values(), ids=LONG)
def test_long_texts_in_time(text: str, seconds: float) -> None:
    begun = time.process_time()
    check(text)
    assert time.process_time() - begun < seconds


def test_nothing_is_kept_from_one_text_to_the_next() -> None:
    """A name learned in one document is not known in another."""
    text = "Talvik said that the ferry is ready.\n"
    before = parsed(text)
    parsed("President Maren Talvik of Kestria met Prime Minister Jonas Ferrel. Talvik said that the ferry is ready.\n")
    assert before == parsed(text)
