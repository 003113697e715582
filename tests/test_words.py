"""Words for search: what is folded away, what is one word, and postings that say exactly where each word stands."""

from __future__ import annotations

import json
import subprocess
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.program import ROOT
from verbale.catalog.entries import Entry
from verbale.catalog.words import (
    CODE_BITS,
    COMMON,
    DIGITS,
    code_of,
    date_words,
    items_of,
    key_digits,
    key_of,
    places_in,
    unpack_words,
    words_in,
    words_of,
)
from verbale.record import AgreedPoint, Statement
from verbale.span import Span

SCRIPTS = ROOT / "templates/static/scripts/search"
TEXTS = (
    "The Strait must stay open.",
    "Café CAFE\u0301 Łódź Straße œuvre Ægir",
    "Kestria’s “second” line—3,000 tonnes…",
    "МОСКВА Йод ёлка",
    "北京で会談 กรุง",
    "كَتَبَ الكِتَاب ﷺ ½ ﬁne №5",
    "ΟΔΟΣ οδός İstanbul ısı naïve_under",
    "हिन्दी भाषा",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open THE Strait", ["open", "the", "strait"]),
        ("Łódź, Straße; naïve", ["lodz", "strasse", "naive"]),
        ("Talvik’s co-operation", ["talvik", "s", "co", "operation"]),
        ("北京 talks", ["北", "京", "talks"]),
        ("3,000 m²", ["3", "000", "m2"]),
        ("— … ”", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert words_in(text) == expected


def test_the_sites_script_makes_the_same_words() -> None:
    source = (SCRIPTS / "1-words.js").read_text(encoding="utf-8")
    program = f"{source}\nconsole.log(JSON.stringify({json.dumps(TEXTS)}.map(words)))"
    assert json.loads(run_script(program)) == [words_in(text) for text in TEXTS]


@given(
    st.sets(st.integers(0, 5000), min_size=1), st.sets(st.tuples(st.integers(1, 900), st.integers(1, 60)), max_size=9)
)
def test_postings_can_be_read_back(numbers: set[int], points: set[tuple[int, int]]) -> None:
    text = items_of(sorted(numbers), sorted(points))
    assert " " not in text
    assert read_items(text) == (sorted(numbers), sorted(points))


@given(st.lists(st.sampled_from(["the", "of", "in", "rail", "line", "strait", ""]), max_size=90))
def test_places_can_be_read_back_with_the_common_words_beside_them(words: list[str]) -> None:
    written = places_in(words)
    pairs = {f"+{a} {b}" for a, b in pairwise(words) if a in COMMON and b in COMMON}
    assert {term for term in written if term.startswith("+")} == pairs
    for word in {*words} - {""}:
        beside = [tuple(one if one in COMMON else "" for one in around(words, at)) for at in places(words, word)]
        expected = [
            (at, ("", "") if word in COMMON else both) for at, both in zip(places(words, word), beside, strict=True)
        ]
        assert read_places(written[word], common=word in COMMON) == expected


def places(words: list[str], word: str) -> list[int]:
    """Where a word stands."""
    return [at for at, one in enumerate(words) if one == word]


def around(words: list[str], at: int) -> tuple[str, str]:
    """What stands right before and after a place."""
    return words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""


def read_places(text: str, *, common: bool) -> list[tuple[int, tuple[str, str]]]:
    """Places in one text, by the words of their description, each with the common words before and after."""
    found, at, place, more = [], 0, 0, True
    while more:
        beside = ("", "")
        if not common and text[at] == "_":
            at += 1
        elif not common:
            beside = (("", *COMMON)[DIGITS.index(text[at])], ("", *COMMON)[DIGITS.index(text[at + 1])])
            at += 2
        while text[at] == "-":
            place, at = place + 31, at + 1
        more, gap = divmod(DIGITS.index(text[at]), 31)[0] == 1, DIGITS.index(text[at]) % 31
        place, at = place + gap, at + 1
        found.append((place, beside))
    assert at == len(text)
    return found


def test_the_sites_script_reads_postings() -> None:
    cases = [
        ([0], []),
        ([1, 2, 3, 5, 8, 9, 11], []),
        ([31, 32, 4000], [(4000, 1), (4000, 2)]),
        ([], [(7, 40), (900, 1)]),
    ]
    texts = [
        f"{mark}{items_of(numbers, points)}"
        for mark, (numbers, points) in zip([" ", "|", "~0Z", "("], cases, strict=True)
    ]
    source = (SCRIPTS / "3-postings.js").read_text(encoding="utf-8")
    program = f"{source}\nconsole.log(JSON.stringify({json.dumps(texts)}.map(itemsOf)))"
    expected = [[n * 1000 for n in numbers] + [n * 1000 + place for n, place in points] for numbers, points in cases]
    assert json.loads(run_script(program)) == expected


def test_a_place_depends_on_date_and_id_alone_and_is_ordered_by_time() -> None:
    ranks = [" a", "2019 b", "2019-03 c", "2019-03-02 d", "2019-11-30 e", "2020 f", "9999-12-31 g"]
    codes = [code_of(rank) for rank in ranks]
    assert codes == sorted(codes)
    assert 0 <= codes[0] < codes[-1] < 1 << CODE_BITS
    assert [code & (1 << 42) - 1 for code in codes] == [key_of(rank.partition(" ")[2]) for rank in ranks]
    assert len(key_digits(codes[3])) == 7


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2031-06-28", "28 june 2031"),
        ("2031-06-30/2031-07-02", "30 june 2031  1 july 2031  2 july 2031"),
        ("2031-06-28?", "28 june 2031"),
        ("2030-12/2031-01", "december 2030  january 2031"),
        ("2031-21", "spring 2031"),
        ("2031-06-XX", "june 2031"),
        ("XXXX-02-17", "17 february"),
        ("20XX", "2000s"),
        (None, ""),
    ],
)
def test_a_meeting_is_found_by_each_day_month_and_year_of_it(date: str | None, expected: str) -> None:
    assert " ".join(date_words(date)) == expected


def test_a_decade_is_found_by_its_name_and_by_each_of_its_years() -> None:
    assert [word for word in date_words("203X") if word] == [*(f"{2030 + year}" for year in range(10)), "2030s"]


def test_a_records_words_have_titles_statements_points_and_what_a_reader_narrows_by() -> None:
    point = AgreedPoint(
        id="p", statement="s02", at=Span(0, 4), act="agreed", text="open a line", label="Ferry", themes=("ferries",)
    )
    entries = [
        Entry(1, statement("s01", "maren-talvik", "The strait is open.", ("trade",))),
        Entry(2, statement("s02", "joint", "They agreed to open a line.", ()), ((1, point),)),
    ]
    themes = [("trade", [1], []), ("ferries", [2], [1]), ("transport", [2], [1])]
    year, speakers, borne, cells, postings = unpack_words(
        words_of("Open talks", "2024-03-14", "2024-03-14 x", entries, themes)
    )
    assert (year, speakers, borne, cells) == ("2024", ["maren-talvik", "joint"], ["trade", "ferries"], "aAbB1B")
    assert postings["open"].split() == [
        "012.21".replace("012", items_of([0, 1, 2])),
        "_0" + beside("is", "") + "3" + beside("to", "a") + "3" + beside("", "a") + "0",
    ]
    assert {
        term: read_items(postings[term].partition(" ")[0])
        for term in ("strait", "ferry", "@joint", "=agreed", "#transport", "talks")
    } == {
        "strait": ([1], []),
        "ferry": ([], [(2, 1)]),
        "@joint": ([2], [(2, 1)]),
        "=agreed": ([], [(2, 1)]),
        "#transport": ([2], [(2, 1)]),
        "talks": ([0], []),
    }


def beside(before: str, after: str) -> str:
    """Two digits for what stands beside a place."""
    return "".join(DIGITS[COMMON.index(word) + 1] if word else "0" for word in (before, after))


def statement(id_: str, speaker: str, text: str, themes: tuple[str, ...]) -> Statement:
    """A statement."""
    return Statement(
        id=id_, paragraph=1, at=Span(0, len(text)), speaker=speaker, basis="named", text=text, themes=themes
    )


def read_items(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """What postings say, by the words of their description (`catalog/words.py`)."""
    said, _, agreed = text.partition(".")
    if said.startswith("!"):
        numbers = [
            6 * at + bit for at, digit in enumerate(said[1:]) for bit in range(6) if DIGITS.index(digit) >> bit & 1
        ]
    else:
        numbers = summed(differences(said))
    pairs = differences(agreed)
    return numbers, list(zip(summed(pairs[::2]), pairs[1::2], strict=True))


def differences(text: str) -> list[int]:
    """Numbers written in digits of 32, the lowest first, all but the last raised by 32."""
    found, value, factor = [], 0, 1
    for digit in map(DIGITS.index, text):
        value += digit % 32 * factor
        factor *= 32
        if digit < 32:
            found.append(value)
            value, factor = 0, 1
    return found


def summed(numbers: list[int]) -> list[int]:
    """Each number with all before it."""
    return [sum(numbers[: at + 1]) for at in range(len(numbers))]


def run_script(program: str) -> str:
    """What a script prints in Node."""
    node = ROOT / ".venv/bin/node"
    command = [str(node) if node.exists() else "node", "--eval", program]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
