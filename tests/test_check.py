"""`verbale check` misses nothing that stops a build, and reads the same with one process or several."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.program import ROOT
from tests.test_archives import copied
from verbale import yamltext
from verbale.archive import open_archive
from verbale.check import as_json, check, summary
from verbale.errors import BuildError, Problem
from verbale.site.build import build_site

ARCHIVES = ROOT / "tests" / "data" / "archives"
BROKEN = sorted(path.name for path in (ARCHIVES / "broken").iterdir())


@pytest.mark.parametrize("name", BROKEN)
def test_what_stops_a_build_is_an_error_of_check_and_nothing_else_is(name: str, tmp_path: Path) -> None:
    for folder in (ARCHIVES / "good/narrow-sea", ARCHIVES / "broken" / name):
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    archive = open_archive(tmp_path)
    errors = {problem for problem in check(archive, jobs=1) if problem.level == "error"}
    try:
        build_site(archive, tmp_path / "build", jobs=1)
        stopping = set()
    except BuildError as error:
        stopping = set(error.problems)
        assert not (tmp_path / "build").exists()
    assert errors == stopping


def test_several_processes_find_the_same(tmp_path: Path) -> None:
    shutil.copytree(ARCHIVES / "good/narrow-sea", tmp_path, dirs_exist_ok=True)
    record = tmp_path / "content/records/2024/talks.yaml"
    text = record.read_text(encoding="utf-8")
    source = (tmp_path / "seeds/talks.txt").read_bytes()
    for number in range(40):
        copy = text.replace("2024-03-14-", f"{number:02}-").replace("seeds/talks", f"seeds/{number:02}")
        (tmp_path / f"content/records/{number:02}.yaml").write_text(copy.replace("[sea]", "[]", 1), encoding="utf-8")
        (tmp_path / f"seeds/{number:02}.txt").write_bytes(source)
    archive = open_archive(tmp_path)
    assert check(archive, jobs=1) == check(archive, jobs=2)
    assert 40 == sum(problem.code == "no-theme" for problem in check(archive))


def test_problems_as_json_have_all_their_parts() -> None:
    problem = Problem("a.yaml", 3, 4, "misquote", "“é”", "Mend it.", "error")
    assert [
        {
            "path": "a.yaml",
            "line": 3,
            "column": 4,
            "code": "misquote",
            "message": "“é”",
            "remedy": "Mend it.",
            "level": "error",
        }
    ] == json.loads(as_json([problem]))
    assert "[]" == as_json([])


def test_summary_counts() -> None:
    error, warning = Problem("a"), Problem("a", level="warning")
    assert "1 error." == summary([error])
    assert "2 errors and 1 warning." == summary([error, error, warning])
    assert "Nothing is wrong, and nothing is left to do." == summary([])


def test_a_link_that_leads_out_is_told_and_stops_nothing(tmp_path: Path) -> None:
    archive = open_archive(shutil.copytree(ARCHIVES / "good/narrow-sea", tmp_path / "a"))
    archive.at("content/records/out.yaml").symlink_to(ROOT / "pyproject.toml")
    archive.at("seeds/out.txt").symlink_to(ROOT / "pyproject.toml")
    assert [("content/records/out.yaml", "link", "warning"), ("seeds/out.txt", "link", "warning")] == [
        (problem.path, problem.code, problem.level) for problem in check(archive)
    ]
    assert build_site(archive, tmp_path / "build", jobs=1).made


def test_accounts_of_one_day_and_the_same_people_with_two_events_are_told(tmp_path: Path) -> None:
    archive = copied(ARCHIVES / "good" / "narrow-sea", tmp_path / "archive")
    path = archive / "content/records/2024/talks.yaml"
    text = path.read_text(encoding="utf-8")
    id_ = yamltext.read(text, "")[0]["id"]
    (archive / "content/records/z.yaml").write_text(text.replace(f"id: {id_}\n", "id: other-3\n"), encoding="utf-8")

    def told() -> list[str]:
        return [str(problem) for problem in check(open_archive(archive)) if problem.code == "two-events"]

    assert [] == told()  # the event's id was replaced too, by one that is not the record's
    joined = (archive / "content/records/z.yaml").read_text(encoding="utf-8")
    (archive / "content/records/z.yaml").write_text(
        joined.replace("  id: other-3\n", "  id: other\n"), encoding="utf-8"
    )
    assert [
        (
            "content/records/z.yaml:15:7: warning: another event than content/records/2024/talks.yaml, which is of the same day "
            f"with the same people. If it was one meeting, write `id: {id_}` here; if not, an id of your own, such as "
            "`other-evening`."
        )
    ] == told()


def test_files_that_nothing_leads_to_are_told(tmp_path: Path) -> None:
    archive = copied(ARCHIVES / "good" / "narrow-sea", tmp_path / "archive")
    for name in ("shown.png", "in template.png", "left.png", "deep/left.pdf"):
        path = archive / "content/media" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    page = archive / "content/pages/more.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntitle: More\n---\n![A port](media/shown.png)\n", encoding="utf-8")
    (archive / "templates").mkdir()
    (archive / "templates/base.html").write_text('<img src="{{ root }}media/in template.png">', encoding="utf-8")
    assert [
        f"content/media/{name}: warning: nothing leads to this file. Remove it, or show it in a note or on a page."
        for name in ("deep/left.pdf", "left.png")
    ] == [str(problem) for problem in check(open_archive(archive))]
