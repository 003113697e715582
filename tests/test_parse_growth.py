"""Work grows with the length of a document and no faster, however odd the document is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import product
from types import FrameType
from typing import Final

import pytest

from verbale.authority import Authority
from verbale.parse import parse
from verbale.source import Source

SHORT: Final = 6_000
"""Code points: long enough that what is done once for each document hardly counts."""


TIMES: Final = 4


def people() -> str:
    """Sentences that name persons with one first name, each with another surname."""
    return "".join(
        f"President Ana B{''.join(letters)} said so.\n" for letters in product("aeiou", "kl", "aeiou", "mnrst", "aeiou")
    )


ODD: Final = {
    "one letter": "a",
    "one capital": "A",
    "capitals": "A ",
    "initials": "A. ",
    "straight quotation marks": '"',
    "curly quotation marks": "“",
    "single quotation marks": "’",
    "opened quotations": "“one two three four ",
    "said": "said ",
    "commas": ",",
    "cues": "Brel said, ",
    "opening brackets": "(",
    "closing brackets": ")",
    "brackets": "[(])",
    "full stops": ".",
    "hyphens": "a-",
    "dashes": "— ",
    "no spaces": "Thetwosidesagreed.",
    "digits": "1",
    "dates": "14 March 2024 ",
    "line breaks": "\n",
    "lines of a letter": "a\r\n",
    "labels": "Brel: Yes, we can.\n",
    "items": "1. to open it\n",
    "numbers in brackets": "(a) to open it; ",
    "titles": "President ",
    "joined titles": "Minister and ",
    "titles of": "President of the ",
    "one line": "The two sides agreed to open a ferry line and to build a bridge, and President Brel said that it was good. ",
    "one sentence": "the two sides agreed to open a ferry line and President Brel said that it was good, ",
    "marks of no width": "\u200b",
}


def repeated(words: str, length: int) -> str:
    """Words one behind the other, as often as a length takes."""
    return (words * (length // len(words) + 1))[:length]


def calls(text: str) -> int:
    """How many functions are called to parse a document: a measure of work that no clock and no other program disturbs."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    source, before = Source("odd.txt", text, "0" * 64), sys.getprofile()
    sys.setprofile(called)
    try:
        parse(source, Authority())
    finally:
        sys.setprofile(before)
    return count


def grows_as_it_should(make: Callable[[int], str]) -> None:
    """Assert that a document four times as long takes no more than about four times the work."""
    calls(make(100))  # what is loaded once is loaded now
    short, long = calls(make(SHORT)), calls(make(SHORT * TIMES))
    assert long <= 1.25 * TIMES * short, f"{short} calls for {SHORT} code points, {long} for {TIMES} times as many"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("words", ODD.values(), ids=ODD.keys())
def test_odd_documents_take_work_in_proportion(words: str) -> None:
    grows_as_it_should(lambda length: repeated(words, length))


@pytest.mark.timeout(60)
def test_a_crowd_with_one_first_name_takes_work_in_proportion() -> None:
    grows_as_it_should(lambda length: people()[:length])


@pytest.mark.timeout(60)
def test_many_unknown_states_take_work_in_proportion() -> None:
    grows_as_it_should(lambda length: "".join(f"The President of Xia{n} spoke. " for n in range(length // 28)))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("gap", [" ", "\t", "\u00a0", ".", "-", "A ", "a, "], ids=repr)
def test_no_pattern_tries_every_way_to_cut_a_long_run(gap: str) -> None:
    """Searching is no call: a pattern that goes over a run again from each of its places would take minutes here."""
    text = f"Brel{repeated(gap, 60_000)}spoke of ferries"
    record = parse(Source("odd.txt", text, "0" * 64), Authority())
    assert (record.furniture or record.statements)[0].at.start == 0
