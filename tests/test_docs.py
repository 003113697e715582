"""What the documentation says is so: its links lead somewhere, its example does what it shows, its commands exist."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program import ROOT, succeed

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("README.md")])
CODE = re.compile(r"`([a-z][a-z0-9-]*)`")
NOT_OF_CHECK = {"accession.py", "build.py", "drafts.py", "explain.py", "reparse.py", "upkeep.py"}
"""Modules whose problems `parse`, `build` and `explain` alone tell."""


def prose(text: str) -> str:
    """A document without its code blocks."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def blocks(text: str, language: str) -> list[str]:
    """The code blocks in one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.DOTALL | re.MULTILINE)


def anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, as code hosts make them."""
    heads = re.findall(r"^#+ (.+)$", prose(path.read_text(encoding="utf-8")), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def place(path: Path) -> str:
    """A document's path as a test's name."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=place)
def test_links_lead_somewhere(document: Path) -> None:
    for address in re.findall(r"\]\(([^)\s]+)\)", prose(document.read_text(encoding="utf-8"))):
        if re.match(r"https?:|mailto:", address):
            continue
        path, _, fragment = address.partition("#")
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), f"{place(document)}: {address}"
        if fragment:
            assert fragment in anchors(target), f"{place(document)}: {address}"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the README's readout, parsed as the README says."""
    folder = tmp_path_factory.mktemp("readme") / "archive"
    succeed("init", folder, cwd=folder.parent)
    (readout,) = blocks(README, "text")
    (folder / "seeds" / "ferry.txt").write_text(readout, encoding="utf-8")
    command = next(
        line for block in blocks(README, "console") for line in block.splitlines() if "verbale parse" in line
    )
    succeed(*command.removeprefix("$ verbale ").split(), cwd=folder)
    return folder


def test_the_example_gives_the_record_that_the_readme_shows(archive: Path) -> None:
    path = re.search(r"`(content/records/[\w-]+\.yaml)`", README)
    assert path
    record = (archive / path[1]).read_text(encoding="utf-8")
    excerpts = blocks(README, "yaml")[0].split("…\n")
    places = [record.find(excerpt) for excerpt in excerpts]
    assert -1 not in places, record
    assert places == sorted(places)


def test_the_example_becomes_a_page(archive: Path) -> None:
    succeed("build", cwd=archive)
    page = (archive / "build" / "records" / "2031-05-04-ilva-norrin-tomas-hale.html").read_text(encoding="utf-8")
    assert "a joint flood service" in page


def test_every_command_that_is_shown_exists() -> None:
    known = set(re.findall(r"^  ([a-z]+)\s", succeed("--help", cwd=ROOT).split("Commands:")[1], flags=re.MULTILINE))
    for document in DOCUMENTS:
        shown = set(re.findall(r"(?:^\$ |`)verbale ([a-z]+)", document.read_text(encoding="utf-8"), flags=re.MULTILINE))
        assert shown <= known, place(document)


def test_every_make_target_that_is_shown_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))
    for document in DOCUMENTS:
        shown = set(re.findall(r"(?:^\$ |`)make ([a-z-]+)", document.read_text(encoding="utf-8"), flags=re.MULTILINE))
        assert shown <= known, place(document)


def codes_in(tree: ast.AST) -> Iterator[str]:
    """The codes of all problems and faults that a module makes."""
    places = {"Problem": 3, "Fault": 1, "_wish": 1, "_stopped": 1, "_at_source": 2}
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        place = places.get(getattr(call.func, "id", ""))
        if place is not None:
            # A place that is unpacked stands for line and column.
            early = any(isinstance(one, ast.Starred) for one in call.args[:place])
            given = [
                *call.args[place - early : place - early + 1],
                *(k.value for k in call.keywords if k.arg == "code"),
            ]
            yield from (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_every_code_that_check_gives_is_explained() -> None:
    """`check --format json` gives codes to programs: what they mean stands in one of the two tables of `editing.md`."""
    section = (
        (ROOT / "docs/editing.md")
        .read_text(encoding="utf-8")
        .split("## What `verbale check` tells\n")[1]
        .split("\n## ")[0]
    )
    explained = {
        code for line in section.splitlines() if line.startswith("| `") for code in CODE.findall(line.split("|")[1])
    }
    files = [path for path in (ROOT / "src/verbale").rglob("*.py") if path.name not in NOT_OF_CHECK]
    given = {code for path in files for code in codes_in(ast.parse(path.read_text(encoding="utf-8")))}
    assert given - explained - {"lost-address"} == set()
    # Codes of dates and the like are given by tables of their own.
    named = " ".join(path.read_text(encoding="utf-8") for path in files)
    assert [code for code in sorted(explained) if f'"{code}"' not in named] == []
