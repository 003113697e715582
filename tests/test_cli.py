"""What a person at the keyboard sees: lines, exit status, and never a traceback; help pages are in `test_commands.py`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.program import succeed, verbale
from verbale import cli, terminal
from verbale.archive import Archive
from verbale.cli import main


def run(*arguments: str, archive: Path | None = None, given: str | None = None) -> Result:
    """Run the program inside this process."""
    before = ["--archive", str(archive)] if archive else []
    return CliRunner().invoke(main, [*before, *arguments], input=given, catch_exceptions=False)


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """A new archive with its example."""
    assert 0 == run("init", str(tmp_path / "new")).exit_code
    return tmp_path / "new"


RECORD = "content/records/2024-03-14-maren-talvik-jonas-ferrel.yaml"
SOURCE = "seeds/2024-03-14-kestria-orvland.txt"


def test_init_says_what_comes_next(tmp_path: Path) -> None:
    done = run("init", str(tmp_path / "new"))
    assert (
        f"A new archive is in {tmp_path}/new. Next: cd {tmp_path}/new && verbale parse && verbale build\n"
        == done.stdout
    )


def test_parse_build_and_check_one_after_the_other(started: Path) -> None:
    done = run("parse", archive=started)
    assert (0, f"made: {RECORD} ({SOURCE})\n1 source: 1 made.\n") == (done.exit_code, done.stdout)
    assert f"unchanged: {RECORD} ({SOURCE})\n1 source: 1 unchanged.\n" == run("parse", archive=started).stdout
    assert 0 == run("build", archive=started).exit_code
    assert (started / "build/index.html").is_file()
    assert 0 == run("check", archive=started).exit_code


def test_quiet_says_only_what_is_wrong(started: Path) -> None:
    (started / "seeds/bad.txt").write_bytes(b"\xff")
    done = run("-q", "parse", archive=started)
    expected = "seeds/bad.txt: not UTF-8 text (byte 0). Save the document as UTF-8 and parse it again.\n"
    assert (1, "", expected) == (done.exit_code, done.stdout, done.stderr)


def test_many_sources_are_summed_up_unless_more_is_asked_for(started: Path) -> None:
    for number in range(cli.FEW):
        (started / f"seeds/{number}.txt").write_text(f"Title {number}\n\nText {number}.\n", encoding="utf-8")
    assert "21 sources: 21 made.\n" == run("parse", archive=started).stdout
    assert 22 == len(run("-v", "parse", archive=started).stdout.splitlines())


def test_sources_may_come_from_standard_input(started: Path) -> None:
    (started / "seeds/other.txt").write_text("Other\n\nText.\n", encoding="utf-8")
    done = run("parse", "-", archive=started, given=f"{SOURCE}\n\nseeds/none.txt\n")
    assert (1, "seeds/none.txt: there is no such file.\n") == (done.exit_code, done.stderr)
    assert f"made: {RECORD} ({SOURCE})\n1 source: 1 made.\n" == done.stdout


def test_a_failed_build_tells_all_and_keeps_the_site(started: Path) -> None:
    run("parse", archive=started)
    run("build", archive=started)
    before = (started / "build/index.html").read_bytes()
    record = started / RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace("act: agreed", "act: agred").replace("share a sea", "share the sea"), encoding="utf-8"
    )
    done = run("build", archive=started)
    assert 1 == done.exit_code
    lines = done.stderr.splitlines()
    assert "The site was not built: 4 problems. The last one is as it was." == lines[-1]
    assert all(line.startswith(f"{RECORD}:") for line in lines[:-1])
    assert 5 == len(lines)
    assert before == (started / "build/index.html").read_bytes()


@pytest.mark.parametrize("command", ["parse", "build", "check"])
def test_where_there_is_no_archive_it_is_said(command: str, tmp_path: Path) -> None:
    done = verbale(command, cwd=tmp_path)
    assert (1, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith(f"{tmp_path}: no archive here or in a folder above.")
    assert 1 == done.stderr.count("\n")


def test_a_file_where_a_folder_should_be_is_said(started: Path) -> None:
    (started / ".verbale").write_text("mine", encoding="utf-8")
    done = run("parse", archive=started)
    assert 1 == done.exit_code
    assert "cannot be locked" in done.stderr
    assert 1 == done.stderr.count("\n")


def test_an_error_of_the_system_is_a_line(monkeypatch: pytest.MonkeyPatch, started: Path) -> None:
    def fail(_archive: Archive) -> None:
        raise OSError(28, "No space left on device", "/full")

    monkeypatch.setattr("verbale.check.check", fail)
    done = run("check", archive=started)
    assert (1, "/full: No space left on device.\n") == (done.exit_code, done.stderr)


def test_quiet_and_verbose_are_not_both_wanted() -> None:
    assert 2 == run("-q", "-v", "check").exit_code


def test_no_bar_is_shown_where_nobody_looks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "PATIENCE", -1)
    progress = terminal.Progress("Parsing", terminal.Session(None, 0))
    progress(1, 2)
    assert ("", "") == tuple(capsys.readouterr())


def test_a_bar_is_shown_on_a_terminal_after_a_while(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = terminal.Progress("Parsing", terminal.Session(None, 0))
    progress(1, 3)
    assert "" == capsys.readouterr().err
    monkeypatch.setattr(terminal, "PATIENCE", -1)
    progress(2, 3)
    progress(3, 3)
    shown = capsys.readouterr().err
    assert "Parsing" in shown
    assert "100%" in shown


@pytest.mark.parametrize("arguments", [["-q", "parse"], ["parse", "-q"], ["parse", "--quiet"]])
def test_how_much_is_said_may_stand_before_and_after_the_command(arguments: list[str], started: Path) -> None:
    assert succeed(*arguments, cwd=started) == ""


def test_more_is_said_after_the_command_too(tmp_path: Path) -> None:
    assert f"{Path('a') / 'README.md'}\n" in succeed("init", "a", "-v", cwd=tmp_path)


@pytest.mark.parametrize("arguments", [["-q", "parse", "-v"], ["-v", "parse", "-q"], ["parse", "-v", "-q"]])
def test_quiet_and_verbose_are_not_both_wanted_wherever_they_stand(arguments: list[str], started: Path) -> None:
    done = verbale(*arguments, cwd=started)
    assert done.returncode == 2
    assert "--verbose and --quiet cannot both be given." in done.stderr


@pytest.mark.parametrize("what", ["a file", "a link that leads nowhere"])
def test_a_cache_that_cannot_be_written_stops_no_build(what: str, started: Path, tmp_path: Path) -> None:
    succeed("parse", cwd=started)
    shutil.rmtree(started / ".verbale")
    if what == "a file":
        (started / ".verbale").write_text("")
    else:
        (started / ".verbale").symlink_to(tmp_path / "gone" / "far")
    done = verbale("build", "--out", tmp_path / "site", cwd=started)
    assert done.returncode == 0
    assert done.stderr == (
        ".verbale: warning: cannot be written to, so the catalog was made in a temporary folder, and the next build begins "
        "anew. See that you may write there.\n"
    )
    assert (tmp_path / "site/index.html").is_file()
    assert verbale("build", "--out", tmp_path / "site", cwd=started).stdout == "The site is up to date.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--archive", "none", "check"], "none: there is no such folder. `verbale init DIR` makes an archive.\n"),
        (["--archive", "README.md", "check"], "README.md: a file, not an archive's folder.\n"),
        (
            ["init", "README.md/new"],
            "README.md/new: cannot be made (Not a directory). Name a folder in a place where you may write.\n",
        ),
    ],
)
def test_a_place_that_cannot_be_is_said_with_what_to_do(arguments: list[str], words: str, started: Path) -> None:
    done = verbale(*arguments, cwd=started)
    assert (done.returncode, done.stderr) == (1, words)


@pytest.mark.parametrize("out", ["README.md", "README.md/site"])
def test_a_site_where_a_file_is_is_refused(out: str, started: Path) -> None:
    succeed("parse", cwd=started)
    before = (started / "README.md").read_bytes()
    done = verbale("build", "--out", out, cwd=started)
    words = "a file, where the folder of the site would be. Give `--out` a folder, such as `build`.\n"
    assert (done.returncode, done.stderr) == (1, f"{started.resolve() / 'README.md'}: {words}")
    assert before == (started / "README.md").read_bytes()
