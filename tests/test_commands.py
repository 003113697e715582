"""Every command explains itself, with an example, and `docs/commands.md` holds what they say."""

from __future__ import annotations

import re

import pytest

from tests.program import ROOT, succeed, verbale
from tests.snapshots import agree

HEAD = """# Commands

What `verbale --help` and each command's `--help` say. This page is written by `make snapshots`.
"""


def commands() -> list[str]:
    """The commands that the program lists, in its order."""
    listed = succeed("--help", cwd=ROOT).split("\nCommands:\n")[1]
    return re.findall(r"^  ([a-z-]+)\s", listed, flags=re.MULTILINE)


@pytest.mark.snapshot
def test_the_documentation_has_the_help_of_every_command() -> None:
    parts = [HEAD]
    for title, arguments in [("verbale", []), *((f"verbale {name}", [name]) for name in commands())]:
        parts.append(f"\n## {title}\n\n```\n{succeed(*arguments, '--help', cwd=ROOT).rstrip()}\n```\n")
    agree(ROOT / "docs" / "commands.md", "".join(parts))


def test_every_command_shows_an_example() -> None:
    without = [
        name for name in commands() if f"verbale {name}" not in succeed(name, "--help", cwd=ROOT).split("\n", 1)[1]
    ]
    assert without == []


@pytest.mark.parametrize("arguments", [["nonsense"], ["build", "--nonsense"], ["--archive"]])
def test_wrong_usage_ends_with_status_2_and_says_what_is_wrong(arguments: list[str]) -> None:
    done = verbale(*arguments, cwd=ROOT)
    assert done.returncode == 2
    assert "Error: " in done.stderr
    assert "Traceback" not in done.stderr
