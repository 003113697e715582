"""The program is general: nothing in it knows the document that the archive began with, neither its names nor its words."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from tests.program import ROOT

SRC = ROOT / "src"
SEEDS = sorted((ROOT / "seeds").rglob("*.txt"))
STATES = SRC / "verbale" / "language" / "states.json"
PHRASE = 4
"""Words that in this order are somebody's sentence and no longer the genre's."""
COMMON = frozenset(
    "President June Republic Treaty International United Nations Party Home Report Video Meeting Friend With Suggest He Today Holds".split()
)
"""Words of the genre that a document writes with a capital: titles, months, heads of organisations, navigation."""


GENRE = frozenset(
    tuple(line.split())
    for line in """\
the two sides agreed
two sides agreed to
of the two countries
expressed concern about the
he also called for
it is important to
suggest to a friend""".split("\n")
)
"""Runs of four words that hundreds of readouts share: devices of `docs/genre.md`."""


@cache
def program() -> dict[Path, str]:
    """The texts of the program, but for the list of states, which was taken as a whole from elsewhere."""
    kinds = {".py", ".yaml", ".json", ".md", ".txt"}
    files = [
        path for path in SRC.rglob("*") if path.suffix in kinds and path != STATES and "__pycache__" not in path.parts
    ]
    return {path: path.read_text(encoding="utf-8") for path in files}


@cache
def state_words() -> frozenset[str]:
    """The words of states' names, peoples and capitals."""
    entries = json.loads(STATES.read_text(encoding="utf-8"))
    lists = [[e["name"], *e["names"], *e["demonyms"], *e["capital"], *e["metonyms"]] for e in entries]
    return frozenset(word for words in lists for name in words for word in re.findall(r"\w+", name))


def names(seed: str) -> set[str]:
    """The words of a document that are written with a capital only, without the words of states and of the genre."""
    small = set(re.findall(r"\b[a-z]+\b", seed))
    capital = set(re.findall(r"\b[A-Z]\w+\b", seed))
    return {word for word in capital if word.lower() not in small} - state_words() - COMMON


def phrases(text: str) -> set[tuple[str, ...]]:
    """All runs of four words of a text."""
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[n:] for n in range(PHRASE)), strict=False))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_no_name_of_a_source_stands_in_the_program(seed: Path) -> None:
    wanted = names(seed.read_text(encoding="utf-8"))
    assert len(wanted) > 10
    found = {
        (word, path.relative_to(ROOT).as_posix())
        for path, text in program().items()
        for word in wanted & set(re.findall(r"\w+", text))
    }
    assert set() == found


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_no_phrase_of_a_source_stands_in_the_program(seed: Path) -> None:
    wanted = phrases(seed.read_text(encoding="utf-8")) - GENRE
    assert len(wanted) > 200
    found = {
        (" ".join(phrase), path.relative_to(ROOT).as_posix())
        for path, text in program().items()
        for phrase in wanted & phrases(text)
    }
    assert set() == found


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_no_id_of_a_source_stands_in_the_program(seed: Path) -> None:
    stem = seed.stem.split("_")[-1]
    assert [] == [path.name for path, text in program().items() if stem in text]
