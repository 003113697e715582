"""The walk in `docs/editing.md` goes as it is written, and so do its examples: commands run, edits fit, output is what is said."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from tests.program import ROOT, verbale
from verbale.archive import open_archive
from verbale.check import check

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


def section(title: str) -> str:
    """A section of the document, with those below it."""
    return re.split(r"^## ", DOCUMENT.split(f"## {title}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]


def messages(words: str) -> list[str]:
    """The messages of `check` that a section shows, without their places, which move with every edit above them."""
    return re.findall(r"^content/records/….yaml:\d+:\d+: (.*)$", words, flags=re.MULTILINE)


def test_the_examples_from_the_reference_archive_are_true(tmp_path: Path) -> None:
    for folder in ("seeds", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (path,) = (tmp_path / "content/records").glob("*.yaml")
    (source,) = (tmp_path / "seeds").glob("*.txt")
    text = path.read_text(encoding="utf-8")

    def errors(changed: str) -> list[str]:
        path.write_text(changed, encoding="utf-8")
        return [f"{one.message} {one.remedy}" for one in check(open_archive(tmp_path)) if one.level == "error"]

    before, after = (words for kind, words in BLOCK.findall(section("Correcting a speaker")) if kind == "yaml")
    assert text.count(before) == 1
    head, words = before.split("    text:")
    corrected = f"{head.split('    speaker:')[0]}{after}    text:{words}"
    assert [] == errors(text.replace(before, corrected))
    (point,) = (words for kind, words in BLOCK.findall(section("Agreed points")) if kind == "yaml")
    assert text.count(point) == 1

    (said,) = messages(section("What can be edited, and what cannot"))
    wrong, right = re.search(r"at (\[\d+, \d+\]).* words at (\[\d+, \d+\])", said).groups()  # type: ignore[union-attr]
    assert text.count(f"at: {right}\n") == 1
    assert said in errors(text.replace(f"at: {right}\n", f"at: {wrong}\n"))

    dividing = section("Dividing and joining")
    (said,) = messages(dividing)
    name, first, start, end, second = re.search(  # type: ignore[union-attr]
        r"'(\S+)' at .* statement (\S+) at \[(\d+), (\d+)\]\. It is inside (\S+):", said
    ).groups()
    old, last = re.search(rf"(  - id: {first}\n(?:    .*\n)*?    at: \[{start}, (\d+)\]\n(?:    .*\n)*)", text).groups()  # type: ignore[union-attr]
    letters = source.read_bytes().decode()
    parts = [letters[int(start) : int(end)], letters[int(end) : int(last)]]
    place = int(last) - len(parts[1].lstrip())
    made = re.sub(r"    text: >-\n(?:      .*\n)*", "    text: ", old.replace(f", {last}]", f", {end}]")) + json.dumps(
        parts[0]
    )
    other = re.sub(rf"id: {first}\n", f"id: {second}\n", made).replace(f"[{start}, {end}]", f"[{place}, {last}]")
    other = other[: other.index("    text: ")] + f"    text: {json.dumps(parts[1].lstrip())}"
    divided = text.replace(old, f"{made}\n{other}\n")
    assert said in errors(divided)
    right_point = rf"(  - id: {name}\n    statement: ){first}\n"
    told = errors(re.sub(right_point, rf"\g<1>{second}\n", divided))
    assert [] == [one for one in told if f"'{name}'" in one]

    (retired,) = (words for kind, words in BLOCK.findall(dividing) if kind == "yaml")
    assert [] == errors(text.replace("retired: []\n", retired))
