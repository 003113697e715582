"""A new archive is complete, in order, and never made over anything that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.accession import take_in
from verbale.archive import open_archive
from verbale.check import check
from verbale.errors import ArchiveError
from verbale.starting import start_archive


def test_a_new_archive_parses_and_has_no_fault(tmp_path: Path) -> None:
    start_archive(tmp_path / "new")
    archive = open_archive(tmp_path / "new")
    assert [] == [problem for problem in check(archive) if problem.level == "error"]
    taken = take_in(archive)
    assert (["made"], ()) == ([one.kind for one in taken.outcomes], taken.all_problems)
    assert [] == [problem for problem in check(archive) if problem.code != "no-theme"]


def test_all_its_files_are_there_and_named(tmp_path: Path) -> None:
    named = start_archive(tmp_path / "new")
    there = {path.relative_to(tmp_path / "new").as_posix() for path in (tmp_path / "new").rglob("*") if path.is_file()}
    assert {".gitignore", ".gitattributes", "README.md", "content/site.yaml", "content/pages/about.md"} <= set(named)
    assert set(named) == {path for path in there if not path.startswith("content/.schema/")}
    assert 2 == sum(path.startswith("content/themes/") for path in named)


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert start_archive(tmp_path)


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("mine", encoding="utf-8")
    with pytest.raises(ArchiveError, match="not empty"):
        start_archive(tmp_path)
    assert [".hidden"] == [path.name for path in tmp_path.iterdir()]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(ArchiveError, match="a file, not a folder"):
        start_archive(tmp_path / "file")
