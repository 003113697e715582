"""Ids that things had before: what leads nowhere now is told, with what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program import succeed, verbale

ID = "2024-03-14-maren-talvik-jonas-ferrel"
RENAMED = (
    f"content/records/{ID}.yaml:3:5: warning: this record had the id '{ID}' before, whose addresses lead nowhere now. "
    f"Write `was: [{ID}]` below `id`, or run `verbale parse`, which does."
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The example, parsed and built."""
    succeed("init", "a", cwd=tmp_path)
    for command in ("parse", "build"):
        succeed(command, cwd=tmp_path / "a")
    return tmp_path / "a"


def rename(archive: Path) -> Path:
    """Give the record another id, and say nothing of the old one."""
    record = archive / f"content/records/{ID}.yaml"
    record.write_text(
        record.read_text(encoding="utf-8").replace(f"\nid: {ID}\n", "\nid: port-sable\n"), encoding="utf-8"
    )
    return record


def test_a_build_tells_of_a_record_that_was_renamed_without_a_word(archive: Path) -> None:
    rename(archive)
    done = verbale("build", cwd=archive)
    assert (0, f"{RENAMED}\n") == (done.returncode, done.stderr)
    assert not (archive / f"build/records/{ID}.html").exists()
    assert "" == verbale("build", cwd=archive).stderr


def test_a_build_from_nothing_tells_it_too(archive: Path) -> None:
    rename(archive)
    (archive / ".verbale/catalog.sqlite").unlink()
    assert f"{RENAMED}\n" == verbale("build", "--fresh", cwd=archive).stderr


def test_check_tells_it_until_parse_has_mended_it(archive: Path) -> None:
    record = rename(archive)
    for _ in range(2):
        assert RENAMED in verbale("check", cwd=archive).stderr.splitlines()
    succeed("parse", cwd=archive)
    assert f"\nwas: [{ID}]\n" in record.read_text(encoding="utf-8")
    assert "renamed" not in succeed("check", "--format", "json", cwd=archive)
    assert "" == verbale("build", cwd=archive).stderr
    assert "port-sable" in (archive / f"build/records/{ID}.html").read_text(encoding="utf-8")


def test_a_record_renamed_with_its_old_id_is_no_matter(archive: Path) -> None:
    record = rename(archive)
    record.write_text(record.read_text(encoding="utf-8") + f"was: [{ID}]\n", encoding="utf-8")
    assert "" == verbale("build", cwd=archive).stderr


def test_a_theme_renamed_without_a_word_is_told(archive: Path) -> None:
    theme = archive / "content/themes/fishing.md"
    theme.rename(theme.with_name("fisheries.md"))
    record = archive / f"content/records/{ID}.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("[fishing]", "[fisheries]"), encoding="utf-8")
    about = archive / "content/pages/about.md"
    about.write_text(about.read_text(encoding="utf-8").replace("theme:fishing", "theme:fisheries"), encoding="utf-8")
    assert verbale("build", cwd=archive).stderr == (
        "themes/fishing.html: warning: this address leads nowhere now. If it has another id now, write `was: [fishing]` in "
        "the file in content/themes that has it.\n"
    )


def test_a_term_that_went_is_told_and_the_list_of_terms_is_not(archive: Path) -> None:
    term = archive / "content/glossary/ferry.md"
    term.parent.mkdir()
    term.write_text("---\nlabel: ferry line\nkind: programme\n---\n", encoding="utf-8")
    assert "" == verbale("build", cwd=archive).stderr
    assert (archive / "build/glossary/index.html").is_file()
    term.unlink()
    assert verbale("build", cwd=archive).stderr == (
        "glossary/ferry.html: warning: this address leads nowhere now. If it has another id now, write `was: [ferry]` in "
        "the file in content/glossary that has it.\n"
    )


def test_a_point_that_got_another_id_or_went_is_told_until_it_is_retired(archive: Path) -> None:
    record = archive / f"content/records/{ID}.yaml"
    text = record.read_text(encoding="utf-8").replace("exchange-data-on-the-state-of-the-sea\n", "data\n")
    record.write_text(text, encoding="utf-8")
    line = text.splitlines().index("retired: []") + 1
    assert verbale("build", cwd=archive).stderr == (
        f"content/records/{ID}.yaml:{line}:10: warning: the agreed point 'exchange-data-on-the-state-of-the-sea' had a page, "
        "whose address leads nowhere now. Write `{id: exchange-data-on-the-state-of-the-sea}` into `retired`, with `into:` "
        "and the id of the point that has its words, if one has.\n"
    )
    gone = "retired:\n  - {id: exchange-data-on-the-state-of-the-sea, into: data}"
    record.write_text(text.replace("retired: []", gone), encoding="utf-8")
    assert "" == verbale("build", cwd=archive).stderr
    page = archive / f"build/points/{ID}/exchange-data-on-the-state-of-the-sea.html"
    assert f"points/{ID}/data.html" in page.read_text(encoding="utf-8")


def test_points_of_a_record_that_went_are_not_told_one_by_one(archive: Path) -> None:
    (archive / f"content/records/{ID}.yaml").unlink()
    (archive / "content/pages/about.md").write_text("---\ntitle: About\n---\n", encoding="utf-8")
    told = verbale("build", cwd=archive).stderr
    assert f"records/{ID}.html: warning: this address leads nowhere now." in told
    assert "agreed point" not in told
