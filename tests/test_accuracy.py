"""The figures of `docs/accuracy.md` are no better than what the parser does with the readouts that it was made with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.accuracy import MEASURES, Score, score, share
from tests.program import ROOT
from verbale.record import ACTS

GOLD = ROOT / "benchmarks" / "gold" / "development"
UNSEEN = GOLD.parent / "unseen"
OPENINGS = [GOLD.parent / "openings", GOLD.parent / "openings-unseen"]
READINGS = sorted(GOLD.parent.rglob("*.gold.tsv"))
DOCUMENT = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
ROUNDING = 0.05


def printed() -> dict[str, float]:
    """The document's figures for the development set, by the measure's words."""
    section = re.search(r"<!-- development -->(.*?)<!-- end -->", DOCUMENT, re.DOTALL)
    assert section
    rows = re.findall(r"^\| ([^|]+) \| ([\d.]+) \| [\d.]+-[\d.]+ \| \d+ \|$", section[1], re.MULTILINE)
    return {words: float(figure) for words, figure in rows}


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    """The score of each readout of the development set."""
    return [score(path.with_suffix("")) for path in sorted(GOLD.glob("*.txt"))]


def numbers(folder: Path) -> list[str]:
    """The numbers of the readouts in a folder."""
    return sorted(path.stem for path in folder.glob("*.txt"))


def solid(words: str) -> str:
    """Words without white space, and without the sign for a line break that the readings have."""
    return re.sub(r"\s|\\n", "", words)


def test_the_sets_are_as_large_as_the_documents_say() -> None:
    assert (504, 80) == (len(numbers(GOLD)), len(numbers(UNSEEN)))


@pytest.mark.parametrize("folder", [GOLD, UNSEEN], ids=lambda folder: folder.name)
def test_every_readout_has_its_reading_its_head_and_its_house(folder: Path) -> None:
    for suffix in (".gold.tsv", ".header.yaml"):
        assert numbers(folder) == sorted(path.name.removesuffix(suffix) for path in folder.glob(f"*{suffix}"))
    houses = (folder / "houses.tsv").read_text(encoding="utf-8").splitlines()
    assert numbers(folder) == sorted(line.split("\t")[0] for line in houses)


def test_there_are_as_many_openings_as_the_documents_say() -> None:
    assert [270, 50] == [len(numbers(folder)) for folder in OPENINGS]


@pytest.mark.parametrize("folder", OPENINGS, ids=lambda folder: folder.name)
def test_every_opening_has_its_head_and_its_house(folder: Path) -> None:
    heads = [path.name.removesuffix(".header.yaml") for path in sorted(folder.glob("*.header.yaml"))]
    houses = (folder / "houses.tsv").read_text(encoding="utf-8").splitlines()
    assert numbers(folder) == heads == sorted(line.split("\t")[0] for line in houses)


def test_an_opening_is_scored_by_its_head_alone() -> None:
    found = score(min(OPENINGS[0].glob("*.txt")).with_suffix(""))
    assert {key for key in found.total if not key.startswith("header")} == {"accounted"}
    assert found.total["header"] > 0


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.name.removesuffix(".gold.tsv"))
def test_a_reading_is_of_its_form_and_leaves_nothing_out(path: Path) -> None:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert {6} == {len(row) for row in rows}
    assert {row[4] for row in rows} <= {"statement", "furniture"}
    assert {row[3] for row in rows} <= {"", *ACTS}
    assert [] == [row for row in rows if row[4] == "furniture" and (row[2] != "narrator" or row[3])]
    source = path.with_name(path.name.replace(".gold.tsv", ".txt")).read_bytes().decode("utf-8-sig")
    assert solid(source) == "".join(solid(row[1]) for row in rows)


@pytest.mark.parametrize(("measure", "words"), MEASURES)
def test_the_parser_is_as_good_as_the_document_says(scores: list[Score], measure: str, words: str) -> None:
    measured = share(scores, measure)
    assert measured is not None
    assert measured >= printed()[words] - ROUNDING
