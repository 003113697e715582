"""The walk in `docs/editing.md` goes as it is written: its commands run, its edits fit, its output is what is said."""

from __future__ import annotations

import re
from pathlib import Path

from tests.program import ROOT, verbale

DOCUMENT = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"`((?:content|seeds)/[^`<>…]+\.\w+)`")


def test_ten_minutes(tmp_path: Path) -> None:
    section = re.split(r"^## ", DOCUMENT.split("## Ten minutes\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    here = tmp_path
    done = 0
    for block in BLOCK.finditer(section):
        kind, words = block.groups()
        if kind == "console":
            here = typed(words, here)
        else:
            path = here / FILE.findall(section[: block.start()])[-1]
            path.write_text(changed(path, words) if kind == "diff" else words, encoding="utf-8")
        done += 1
    assert done == 7
    pages = "".join(path.read_text(encoding="utf-8") for path in (here / "build/records").glob("*.html"))
    assert "It has no cue, and speaks of both coasts from outside." in pages
    assert "open a customs office in each port" in pages
    assert "Goods across the sea" in (here / "build/themes/trade.html").read_text(encoding="utf-8")


def typed(words: str, here: Path) -> Path:
    """Type commands, look for the lines shown below each, and return the folder that one is in at the end."""
    said = ""
    for line in words.splitlines():
        command = line.removeprefix("$ ").split()
        if not line.startswith("$ "):
            assert line in said.splitlines(), said
        elif command[0] == "cd":
            here /= command[1]
        else:
            done = verbale(*command[1:], cwd=here)
            assert done.returncode == 0, done.stderr
            said = done.stdout
    return here


def changed(path: Path, words: str) -> str:
    """A file with lines taken out and put in as a diff shows them."""
    lines = words.splitlines(keepends=True)
    old, new = ("".join(line[1:] for line in lines if line[0] in marks) for marks in (" -", " +"))
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, text
    return text.replace(old, new)
