"""The figures of `docs/accuracy.md` are no better than what the parser does with the readouts that it was made with."""

from __future__ import annotations

import re

import pytest

from benchmarks.accuracy import MEASURES, Score, score, share
from tests.program import ROOT

GOLD = ROOT / "benchmarks" / "gold" / "development"
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


def test_every_readout_has_its_reading_its_head_and_its_house() -> None:
    numbers = sorted(path.stem for path in GOLD.glob("*.txt"))
    assert 90 == len(numbers)
    for suffix in (".gold.tsv", ".header.yaml"):
        assert numbers == sorted(path.name.removesuffix(suffix) for path in GOLD.glob(f"*{suffix}"))
    houses = (GOLD / "houses.tsv").read_text(encoding="utf-8").splitlines()
    assert numbers == [line.split("\t")[0] for line in houses]


@pytest.mark.parametrize(("measure", "words"), MEASURES)
def test_the_parser_is_as_good_as_the_document_says(scores: list[Score], measure: str, words: str) -> None:
    measured = share(scores, measure)
    assert measured is not None
    assert measured >= printed()[words] - ROUNDING
