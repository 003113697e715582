"""What people wrote for the whole archive is read at once, by id; messages are those of `tests/data/archives/broken`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program import ROOT
from verbale.archive import Archive, open_archive
from verbale.contents import load_authority, load_pages, load_settings

SEA = open_archive(ROOT / "tests/data/archives/good/narrow-sea")


def archive_of(folder: Path, **themes: str) -> Archive:
    """An archive with these themes, each with this front matter."""
    for name in ("seeds", "content/themes"):
        (folder / name).mkdir(parents=True)
    for id_, front in themes.items():
        (folder / f"content/themes/{id_}.md").write_text(f"---\nlabel: {id_}\n{front}---\n", encoding="utf-8")
    return open_archive(folder)


def test_themes_and_speakers_have_the_ids_of_their_files() -> None:
    authority, problems = load_authority(SEA)
    assert [] == problems
    assert [("ferries", "sea"), ("sea", None)] == [(theme.id, theme.broader) for theme in authority.themes.values()]
    assert {"jonas-ferrel": "Jonas Ferrel"} == {id_: speaker.name for id_, speaker in authority.speakers.items()}


def test_pages_and_settings() -> None:
    assert ["About"] == [page.title for page in load_pages(SEA)[0]]
    assert "Readouts of the Narrow Sea" == load_settings(SEA)[0].title


def test_an_archive_without_settings_has_the_name_of_its_folder(tmp_path: Path) -> None:
    settings, (problem,) = load_settings(archive_of(tmp_path / "my-readouts"))
    assert ("my-readouts", "warning") == (settings.title, problem.level)


def test_an_archive_without_themes_is_none_the_worse(tmp_path: Path) -> None:
    authority, problems = load_authority(archive_of(tmp_path))
    assert ({}, []) == (dict(authority.themes), problems)


def test_one_fault_does_not_hide_the_other_themes(tmp_path: Path) -> None:
    authority, problems = load_authority(archive_of(tmp_path, a="", b="terms: x\n", c="broader: a\n"))
    assert ["a", "c"] == list(authority.themes)
    assert [("content/themes/b.md", 3, 8)] == [(problem.path, problem.line, problem.column) for problem in problems]


def test_a_circle_is_told_where_it_is_and_not_by_those_below(tmp_path: Path) -> None:
    _, problems = load_authority(archive_of(tmp_path, a="broader: b\n", b="broader: a\n", c="broader: a\n"))
    assert ["content/themes/a.md", "content/themes/b.md"] == [problem.path for problem in problems]


def test_two_files_of_one_id_are_told(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, a="")
    archive.at("content/themes/x").mkdir()
    archive.at("content/themes/x/a.md").write_text("---\nlabel: A\n---\n", encoding="utf-8")
    _, (problem,) = load_authority(archive)
    assert "the id 'a' is given twice, here and by content/themes/a.md." == problem.message


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    archive = archive_of(tmp_path)
    archive.at("content/themes/a.md").write_bytes(b"---\nlabel: caf\xe9\n---\n")
    assert ["content/themes/a.md: not UTF-8 text (byte 14). Save the file as UTF-8."] == [
        str(problem) for problem in load_authority(archive)[1]
    ]


@pytest.mark.parametrize(
    ("broader", "said"),
    [
        ("old", "the broader theme 'old' has the id 'waters' now. Write `broader: waters`."),
        ("watres", "the broader theme 'watres' is not in content/themes. Did you mean 'waters'?"),
        ("trade", "the broader theme 'trade' is not in content/themes. Write that theme, or correct its id here."),
    ],
)
def test_a_broader_theme_that_is_not_there_is_told_with_the_nearest(broader: str, said: str, tmp_path: Path) -> None:
    archive = archive_of(tmp_path / "a", waters="was: [old]\n", sea=f"broader: {broader}\n")
    assert [f"content/themes/sea.md:3:10: {said}"] == [str(problem) for problem in load_authority(archive)[1]]
