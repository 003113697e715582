"""Sentence by sentence: who speaks, where sentences end, what is agreed, as the cases in `tests/data/cases` say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import CASES, KNOWN_MISSES, Case, differences, read_cases, reading

FILES = sorted(path for path in CASES.rglob("*.md") if path.name != "README.md")
MET = [
    pytest.param(case, id=f"{path.parent.name}/{path.stem}: {case.title}")
    for path in FILES
    if path != KNOWN_MISSES
    for case in read_cases(path)
]
MISSED = [pytest.param(case, id=case.title) for case in read_cases(KNOWN_MISSES)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_has_cases(path: Path) -> None:
    assert read_cases(path)


def test_no_two_cases_have_one_title() -> None:
    titles = [case.title for path in FILES for case in read_cases(path)]
    assert sorted(set(titles)) == sorted(titles)


def test_what_is_expected_stands_in_the_extract() -> None:
    for path in FILES:
        for case in read_cases(path):
            for line in case.expected:
                assert line.text in case.extract, case.title
                assert [w for _, w in line.points if w not in line.text] == [], case.title


@pytest.mark.parametrize("case", MET)
def test_case(case: Case) -> None:
    assert [] == differences(case, reading(case))


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="a known miss; when it passes, move it to its device")
@pytest.mark.parametrize("case", MISSED)
def test_known_miss(case: Case) -> None:
    assert [] == differences(case, reading(case))
