"""`verbale diff` says in the archive's terms what changed since a revision of git, or against another folder."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.program import ROOT
from verbale.cli import main

RECORD = "content/records/2024/talks.yaml"
ID = "2024-03-14-maren-talvik-jonas-ferrel"


def git(folder: Path, *arguments: str) -> None:
    """Run git with settings of its own."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = ["-c", "user.name=A", "-c", "user.email=a@archive.example"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True, env=env)


@pytest.fixture(params=["a repository", "a folder in one"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An archive under git."""
    folder = tmp_path / "house" / "archive"
    shutil.copytree(ROOT / "tests/data/archives/good/narrow-sea", folder)
    top = folder if request.param == "a repository" else folder.parent
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "first")
    return folder


def said(archive: Path, *arguments: str) -> list[str]:
    """What the command says, line by line."""
    done = CliRunner().invoke(main, ["--archive", str(archive), "diff", *arguments], catch_exceptions=False)
    assert 0 == done.exit_code, done.stderr
    return done.stdout.rstrip("\n").split("\n")


def edit(path: Path, *edits: tuple[str, str]) -> None:
    """Replace words of a file."""
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


EDITS = (
    ("title: Talks in Port Sable ", "title: Talks "),
    ("    speaker: jonas-ferrel\n    basis: named\n", "    speaker: narrator\n    basis: editor\n"),
    ("    themes: [ferries]\n    text: >-", "    themes: [sea]\n    note: So.\n    text: >-"),
    ("    label: Data on currents\n", "    label: Currents\n"),
    ("  kind: meeting\n", "  kind: talks\n"),
    ("  - {kind: breadcrumb, at: [0, 4], text: News}\n", ""),
    (
        "  - {id: ferry, into: open-a-second-ferry-line}\n",
        "  - {id: ferry, into: open-a-second-ferry-line}\n  - {id: s05}\n",
    ),
)
LINES = [
    f"record {ID} ({RECORD})",
    "  title: “Talks in Port Sable” → Talks",
    "  event: kind: meeting → talks",
    "  - furniture News",
    "  s03: speaker: Jonas Ferrel → narrator",
    "  s03: basis: named → editor",
    "  s04: themes: + sea, - ferries",
    "  s04: note: nothing → So.",
    "  share-data-on-currents: label: “Data on currents” → Currents",
    "  + retired s05",
]


def test_a_record_against_the_last_revision(archive: Path) -> None:
    assert ["Nothing has changed."] == said(archive)
    edit(archive / RECORD, *EDITS)
    assert LINES == said(archive)
    assert LINES == said(archive, "HEAD")


def test_against_another_folder_and_layout_is_no_change(archive: Path, tmp_path: Path) -> None:
    other = shutil.copytree(archive, tmp_path / "other")
    edit(archive / RECORD, *EDITS)
    assert LINES == said(archive, str(other))
    edit(other / RECORD, *EDITS, ("title: Talks ", "title: 'Talks' "), ("retired:", "# here\nretired:"))
    (other / RECORD).rename(other / "content/records/renamed.yaml")
    assert ["Nothing has changed."] == said(archive, str(other))


def test_records_that_come_go_and_get_other_ids(archive: Path) -> None:
    edit(archive / RECORD, (f"\nid: {ID}\n", "\nid: sable\n"), ("was: [", f"was: [{ID}, "))
    assert [f"record sable ({RECORD})", f"  id: {ID} → sable", f"  was: + {ID}"] == said(archive)
    (archive / RECORD).unlink()
    assert [f"- record {ID} ({RECORD})"] == said(archive)
    git(archive, "commit", "-aqm", "second")
    git(archive, "checkout", "-q", "HEAD~1", "--", ".")
    assert [f"+ record {ID} ({RECORD})"] == said(archive)
    assert ["Nothing has changed."] == said(archive, "HEAD~1")


def test_themes_speakers_terms_pages_and_settings(archive: Path) -> None:
    edit(archive / "content/themes/sea.md", ("label: ", "label: The "))
    (archive / "content/themes/ferries.md").rename(archive / "content/themes/lines.md")
    (archive / "content/speakers/maren-talvik.md").write_text("---\nname: Maren Talvik\n---\n", encoding="utf-8")
    (archive / "content/glossary").mkdir(exist_ok=True)
    (archive / "content/glossary/ferry.md").write_text("---\nlabel: Ferry\nkind: programme\n---\n", encoding="utf-8")
    (archive / "content/pages/about.md").unlink()
    edit(archive / "content/site.yaml", ("title: ", "title: The "))
    lines = said(archive)
    assert [
        "+ theme lines",
        "theme sea",
        "- theme ferries",
        "+ speaker maren-talvik",
        "+ term ferry",
        "- page about",
        "site site.yaml",
    ] == [line for line in lines if not line.startswith(" ")]
    assert "  label: “The sea” → “The The sea”" in lines


def test_the_glossary(archive: Path) -> None:
    folder = archive / "content/glossary"
    folder.mkdir()
    (folder / "line.md").write_text("---\nlabel: Line\nkind: programme\n---\n", encoding="utf-8")
    (folder / "sound.md").write_text("---\nlabel: Sound\nkind: event\n---\n", encoding="utf-8")
    assert ["+ term line", "+ term sound"] == said(archive)
    git(archive, "add", ".")
    git(archive, "commit", "-qm", "terms")
    (folder / "line.md").write_text("---\nlabel: Ferry\nkind: programme\naliases: [Line]\n---\n", encoding="utf-8")
    (folder / "sound.md").rename(folder / "strait.md")
    (folder / "strait.md").write_text(
        "---\nlabel: Sound\nkind: event\nwas: [sound]\n---\nWhat it is.\n", encoding="utf-8"
    )
    lines = said(archive)
    assert ["term line", "term strait"] == [line for line in lines if not line.startswith(" ")]
    assert {"  label: Line → Ferry", "  aliases: + Line", "  id: sound → strait", "  was: + sound"} <= set(lines)


def test_what_is_neither_a_folder_nor_a_revision_is_said(archive: Path) -> None:
    done = CliRunner().invoke(main, ["--archive", str(archive), "diff", "nonsense"])
    assert (1, "") == (done.exit_code, done.stdout)
    assert done.stderr.startswith("neither an archive's folder nor a revision that git knows here (")
    done = CliRunner().invoke(main, ["--archive", str(archive), "diff", "--", "--output=x"])
    assert 1 == done.exit_code
    assert not (archive / "x").exists()


def test_a_theme_that_cannot_be_read_is_told_and_not_taken_for_gone(archive: Path) -> None:
    edit(archive / "content/themes/sea.md", ("label:", "labl:"))
    done = CliRunner().invoke(main, ["--archive", str(archive), "diff"])
    assert (1, "") == (done.exit_code, done.stdout)
    assert done.stderr.startswith("content/themes/sea.md:")
    assert "the theme has no 'label'" in done.stderr


def test_a_record_that_cannot_be_read_is_told(archive: Path) -> None:
    edit(archive / RECORD, ("retired:", "retired: ["))
    done = CliRunner().invoke(main, ["--archive", str(archive), "diff"])
    assert 1 == done.exit_code
    assert f"{RECORD}:" in done.stderr
