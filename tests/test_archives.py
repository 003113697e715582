"""Whole archives: the good ones have no fault, and what `verbale check` says of each broken one is so word for word.

A broken archive is `good/narrow-sea` with the files of its folder laid over it; `expected.txt` is what is said.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.program import ROOT
from tests.snapshots import agree
from verbale.cli import main

ARCHIVES = ROOT / "tests" / "data" / "archives"
GOOD = sorted((ARCHIVES / "good").iterdir())
BROKEN = sorted((ARCHIVES / "broken").iterdir())


def said(*arguments: str, archive: Path) -> str:
    """What the program says, errors and warnings first, and its exit status."""
    done = CliRunner().invoke(main, ["--archive", str(archive), *arguments], catch_exceptions=False)
    return f"{done.stderr}{done.stdout}exit {done.exit_code}\n"


def copied(source: Path, target: Path) -> Path:
    """A copy to work on."""
    return shutil.copytree(source, target, ignore=shutil.ignore_patterns("expected.txt"), dirs_exist_ok=True)


@pytest.mark.parametrize("folder", GOOD, ids=lambda path: path.name)
def test_nothing_is_wrong_in_a_good_archive(folder: Path, tmp_path: Path) -> None:
    archive = copied(folder, tmp_path / "archive")
    assert said("check", archive=archive) == "Nothing is wrong, and nothing is left to do.\nexit 0\n"


@pytest.mark.snapshot
@pytest.mark.parametrize("folder", BROKEN, ids=lambda path: path.name)
def test_what_is_wrong_is_told_word_for_word(folder: Path, tmp_path: Path) -> None:
    copied(ARCHIVES / "good" / "narrow-sea", tmp_path / "archive")
    archive = copied(folder, tmp_path / "archive")
    agree(folder / "expected.txt", said("check", archive=archive))


@pytest.mark.parametrize("folder", [*GOOD, *BROKEN], ids=lambda path: path.name)
def test_check_changes_nothing(folder: Path, tmp_path: Path) -> None:
    copied(ARCHIVES / "good" / "narrow-sea", tmp_path / "archive")
    archive = copied(folder, tmp_path / "archive")
    before = {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}
    said("check", archive=archive)
    assert {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()} == before
