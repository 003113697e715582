"""`verbale check --fix` mends what is mechanical, shows it, and touches nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.invented import record, source
from tests.program import ROOT
from tests.test_archives import copied
from tests.test_merge import LAYOUTS, reordered
from verbale import mending, recordfile, yamltext
from verbale.archive import open_archive
from verbale.cli import main
from verbale.fixes import in_order, mended, source_path, with_schema
from verbale.record import Record

TEXT = recordfile.dump(record())


def test_what_is_right_stays() -> None:
    assert TEXT == mended(TEXT, source())
    assert TEXT == mended(TEXT, None)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("at: [16, 47]", "at: [15, 47]"),
        ("at: [16, 47]", "at: [16, 48]"),
        ("at: [68, 72]", "at: [67,  73]"),
        ("at: [0, 12]", "at: [0, 14]"),
        ("at: [48, 86]", "at: [100, 200]"),
    ],
)
def test_places_off_are_put_right(right: str, wrong: str) -> None:
    made = mended(TEXT.replace(right, wrong), source())
    assert TEXT == made.replace(",  ", ", ")


def test_a_place_in_doubt_is_left_to_people() -> None:
    text = TEXT.replace("text: meet", "text: s").replace("at: [68, 72]", "at: [1, 2]")
    assert text == mended(text, source())


@pytest.mark.parametrize("gone", ["  sha256: {}\n", " {}"])
def test_a_digest_that_is_missing_is_added(gone: str) -> None:
    words = gone.format(source().sha256)
    assert 1 == TEXT.count(words)
    assert TEXT == mended(TEXT.replace(words, ""), source())


def test_keys_are_put_in_order_with_their_comments() -> None:
    text = (
        reordered(TEXT)
        .replace("    speech:", "    # how\n    speech:")
        .replace("basis: named", "basis: named  # by cue")
    )
    made = mended(text, source())
    assert TEXT == made.replace("    # how\n", "").replace("  # by cue", "")
    assert "    # how\n    speech: reported\n" in made
    assert made == mended(made, source())


def test_keys_in_braces_and_of_the_record_are_put_in_order() -> None:
    line = "  - {kind: title, at: [0, 12], text: Talks at Sea}\n"
    text = TEXT.replace(line, "  - {text: Talks at Sea, at: [0, 12], kind: title}\n").replace("schema: 1\n", "")
    assert TEXT == mended(text + "schema: 1\n", source())


def test_an_unknown_key_goes_with_the_one_before_it() -> None:
    text = TEXT.replace(
        "id: undated-maren-talvik\ntitle: Talks at Sea\n", "title: Talks at Sea\nmine: 1\nid: undated-maren-talvik\n", 1
    )
    made = mended(text, source())
    assert "id: undated-maren-talvik\ntitle: Talks at Sea\nmine: 1\nlanguage: en\n" in made


@given(strategies.record)
def test_what_the_program_wrote_is_in_order(made: Record) -> None:
    text = recordfile.dump(made)
    assert text == mended(text, None)


@pytest.mark.parametrize("name", [name for name in LAYOUTS if name != "a byte-order mark"])
def test_every_layout_holds_what_it_held(name: str) -> None:
    text = LAYOUTS[name](TEXT.replace("at: [16, 47]", "at: [16, 48]"))
    made = mended(text, source())
    assert record() == recordfile.load(made, "r.yaml")[0]
    assert text.count("#") == made.count("#")


@pytest.mark.parametrize(
    "text", ["", "a: [", "- 1", "source: x\n", "statements: [{at: [1], text: a}, 3]\n", "source:\n"]
)
def test_what_cannot_be_mended_comes_back(text: str) -> None:
    assert text == mended(text, source())
    assert source_path(text) is None


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.integers(0, len(TEXT) - 1), st.integers(0, 30), st.text("a:[]{}#-\n '\"0", max_size=4))
def test_no_damage_makes_it_fail_or_lose_a_value(start: int, size: int, put: str) -> None:
    text = TEXT[:start] + put + TEXT[start + size :]
    value, problems = yamltext.read(mended(text, None), "")
    assert (value, bool(problems)) == (yamltext.read(text, "")[0], bool(yamltext.read(text, "")[1]))


def test_the_command_shows_what_it_mends(tmp_path: Path) -> None:
    archive = copied(ROOT / "tests/data/archives/good/narrow-sea", tmp_path / "archive")
    path = archive / "content/records/2024/talks.yaml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("at: [166, 210]", "at: [165, 210]"), encoding="utf-8")
    done = CliRunner().invoke(main, ["--archive", str(archive), "check", "--fix"])
    assert (0, before) == (done.exit_code, path.read_text(encoding="utf-8"))
    assert "-    at: [165, 210]\n+    at: [166, 210]\n" in done.stdout
    assert done.stdout.endswith("1 file mended. Nothing is wrong, and nothing is left to do.\n")


THEME = """---
# yaml-language-server: $schema=../../.schema/theme.json
was: [nets]
# What finds it.
terms:
  - nets
label: Fishing  # as people say
---
was: [this] is the text, and stays.
"""


def test_keys_of_front_matter_and_of_the_site_are_put_in_order_with_their_comments(tmp_path: Path) -> None:
    archive = copied(ROOT / "tests/data/archives/good/narrow-sea", tmp_path / "archive")
    theme, site = archive / "content/themes/deep/nets-and-lines.md", archive / "content/site.yaml"
    theme.parent.mkdir()
    theme.write_text(THEME.replace("../../", "../"), encoding="utf-8")
    kept = site.read_text(encoding="utf-8")
    site.write_text("# Ours.\n\nlanguage: en\n# Above.\ntitle: T\ndescription: D\n", encoding="utf-8")
    assert kept
    term = archive / "content/glossary/ferry.md"
    term.parent.mkdir(exist_ok=True)
    term.write_text(
        "---\n# yaml-language-server: $schema=../../term.json\nkind: programme\nlabel: F\n---\n", encoding="utf-8"
    )
    done = CliRunner().invoke(main, ["--archive", str(archive), "check", "--fix"])
    assert theme.read_text(encoding="utf-8") == (
        "---\n# yaml-language-server: $schema=../../.schema/theme.json\nlabel: Fishing  # as people say\n"
        "# What finds it.\nterms:\n  - nets\nwas: [nets]\n---\nwas: [this] is the text, and stays.\n"
    )
    assert site.read_text(encoding="utf-8") == "# Ours.\n\n# Above.\ntitle: T\ndescription: D\nlanguage: en\n"
    assert "+# yaml-language-server: $schema=../../.schema/theme.json\n" in done.stdout
    assert "-language: en\n" in done.stdout
    assert term.read_text(encoding="utf-8") == (
        "---\n# yaml-language-server: $schema=../.schema/term.json\nlabel: F\nkind: programme\n---\n"
    )
    assert "3 files mended." in done.stdout
    assert (archive / "content/.schema/theme.json").is_file()
    again = CliRunner().invoke(main, ["--archive", str(archive), "check", "--fix"])
    assert "0 files mended." in again.stdout


def test_what_is_saved_while_a_file_is_mended_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = open_archive(copied(ROOT / "tests/data/archives/good/narrow-sea", tmp_path / "archive"))
    site = archive.at("content/site.yaml")
    site.write_text("description: D\ntitle: T\n", encoding="utf-8")
    saves = ["description: D\ntitle: Mine\n"]

    def saved_meanwhile(text: str, keys: Sequence[str]) -> str:
        if saves and text.startswith("description"):
            site.write_text(saves.pop(), encoding="utf-8")
        return in_order(text, keys)

    monkeypatch.setattr(mending, "in_order", saved_meanwhile)
    mending.fix(archive)
    assert "title: Mine\ndescription: D\n" == site.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text", ["", "---\n", "no front matter", "---\n- a\n---\n", "---\na: [\n---\n", "---\nb: 1\nb: 2\n---\n"]
)
def test_front_matter_that_cannot_be_read_comes_back(text: str, tmp_path: Path) -> None:
    archive = copied(ROOT / "tests/data/archives/good/narrow-sea", tmp_path / "archive")
    theme = archive / "content/themes/odd.md"
    theme.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["--archive", str(archive), "check", "--fix"])
    assert (1, text) == (done.exit_code, theme.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("../.schema/record.json", "../../.schema/record.json"),
        ("https://ours.example/record.json", "https://ours.example/record.json"),
        ("../own.json", "../own.json"),
    ],
)
def test_a_record_that_was_moved_is_led_to_its_schema(line: str, right: str) -> None:
    text = "# yaml-language-server: $schema={}\nid: a\n"
    assert text.format(right) == with_schema(
        text.format(line), "content/.schema/record.json", "content/records/2024/a.yaml"
    )
    assert "id: a\n" == with_schema("id: a\n", "content/.schema/record.json", "content/records/a.yaml")
