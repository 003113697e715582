"""What a person sees of re-parsing: diffs before anything is written, exit status 1 for conflicts, and why a speaker speaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.reparsing import SOURCE, House, house, says
from tests.smallparser import small_parse
from verbale import drafts
from verbale.cli import main


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """An archive with one record."""
    return house(tmp_path, monkeypatch)


def run(here: House, *arguments: str, colour: bool = False) -> Result:
    """Run `verbale parse`."""
    return CliRunner().invoke(
        main, ["--archive", str(here.archive.root), "parse", *arguments], catch_exceptions=False, color=colour
    )


def better(here: House) -> None:
    """From now on the parser gives s04 to both sides."""
    here.archive.at(".verbale/parsed.json").unlink(missing_ok=True)
    change = says("s04", speaker="joint", basis="joint", from_=None)
    here.monkeypatch.setattr(drafts, "parse", lambda *a, **o: change(small_parse(*a, **o)))


def test_a_dry_run_shows_a_coloured_diff(here: House) -> None:
    better(here)
    before = here.files()
    done = run(here, "--dry-run", colour=True)
    assert (0, before) == (done.exit_code, here.files())
    assert "\x1b[31m-    speaker: maren-talvik\x1b[0m\n" in done.stdout
    assert "\x1b[32m+    speaker: joint\x1b[0m\n" in done.stdout
    assert f"\x1b[1m--- {here.record}\x1b[0m\n" in done.stdout
    assert done.stdout.endswith("1 source: 1 brought up to date. Nothing was written.\n")
    assert "\x1b" not in run(here, "-n").stdout


def test_a_dry_run_makes_nothing_of_a_new_source(here: House) -> None:
    here.archive.at("seeds/new.txt").write_text("New talks\n\nThe day began.\n", encoding="utf-8")
    before = here.files()
    done = run(here, "-n", "seeds/new.txt")
    assert (0, before) == (done.exit_code, here.files())
    assert "made: content/records/2024-03-14-talks-2.yaml (seeds/new.txt)\n" in done.stdout


def test_conflicts_end_with_status_1_and_their_line(here: House) -> None:
    here.edit(("    speaker: maren-talvik\n    basis: continued\n", "    speaker: narrator\n    basis: editor\n"))
    better(here)
    line = here.text().splitlines().index("    speaker: narrator", here.text().splitlines().index("  - id: s04")) + 1
    done = run(here)
    assert (
        f"{here.record}:{line}:14: s04: both changed 'speaker': here 'narrator', the parser now 'joint' "
        "(it said 'maren-talvik'). What is here stays.\n"
    ) == done.stderr
    assert 1 == done.exit_code
    assert (0, "") == (run(here).exit_code, run(here).stderr)


def test_why_each_sentence_has_its_speaker(here: House) -> None:
    before = here.files()
    done = run(here, "--explain", SOURCE)
    assert (0, "", before) == (done.exit_code, done.stderr, here.files())
    assert done.stdout.startswith(f"{SOURCE}\n\ns01   On March 14, 2024, President Maren Talvik")
    assert "s02   Talvik said that the strait must stay open.\n      → Maren Talvik, named (rule " in done.stdout
    assert "; cue “Talvik said”\n" in done.stdout
    assert "      also: → " in done.stdout
    assert max(len(line) for line in done.stdout.splitlines() if not line.startswith("      →")) <= 100
    assert done.stdout == run(here, "--explain").stdout == run(here, "--explain", "seeds").stdout


def test_what_cannot_be_explained_is_told(here: House) -> None:
    here.archive.at("seeds/bad.txt").write_bytes(b"\xff")
    done = run(here, "--explain", "seeds/bad.txt", "seeds/none.txt")
    assert (1, "") == (done.exit_code, done.stdout)
    assert [
        "seeds/none.txt: not a source of this archive.",
        "seeds/bad.txt: not UTF-8 text (byte 0). Save the document as UTF-8 and parse it again.",
    ] == done.stderr.splitlines()
