"""The rooms of `docs/architecture.md` are those of the code, and data flows one way through them."""

from __future__ import annotations

import ast
import re
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.program import ROOT

SRC = ROOT / "src" / "verbale"
DOCUMENT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NO_IO = ("parse/", "verify.py", "record.py", "span.py")
IO = frozenset({"os", "pathlib", "io", "subprocess", "sqlite3", "shutil", "tempfile", "socket", "urllib"})


def rooms() -> list[str]:
    """The lines of the drawing, in order: `name.py` or `folder/`."""
    block = re.search(r"```rooms\n(.*?)```", DOCUMENT, re.DOTALL)
    assert block
    return [line.split()[0] for line in block[1].splitlines() if line.strip()]


def owners() -> dict[str, list[str]]:
    """Each library with the places that may import it, out of the table."""
    table: dict[str, list[str]] = {}
    for left, right in re.findall(r"^\| (`[^|]+`) \| (`[^|]+`) \|$", DOCUMENT, re.MULTILINE):
        for library in re.findall(r"`(\w+)`", left):
            table[library] = re.findall(r"`([^`]+)`", right)
    return table


@cache
def modules() -> dict[str, Path]:
    """Every module by its dotted name."""
    found = {}
    for path in sorted(SRC.rglob("*.py")):
        parts = path.relative_to(SRC.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(path: Path) -> frozenset[str]:
    """The dotted names that a module imports, wherever in it, for the type checker too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                names.add(full if full in modules() else str(node.module))
    return frozenset(names)


def room(path: Path) -> str | None:
    """The line of the drawing for a module; `None` for the package itself, which holds a version and no more."""
    parts = path.relative_to(SRC).parts
    return f"{parts[0]}/" if len(parts) > 1 else None if parts[0] == "__init__.py" else parts[0]


def is_in(path: Path, places: list[str] | tuple[str, ...]) -> bool:
    """Whether a module is one of the places (`site/render.py`, `site/`)."""
    name = path.relative_to(SRC).as_posix()
    return any(name == place or (place.endswith("/") and name.startswith(place)) for place in places)


def test_the_drawing_names_every_room_and_no_other() -> None:
    assert sorted(rooms()) == sorted({name for path in modules().values() if (name := room(path))})


@pytest.mark.parametrize("name", modules())
def test_a_module_imports_only_from_above(name: str) -> None:
    order = rooms()
    path = modules()[name]
    here = room(path)
    for imported in imports(path) & modules().keys():
        there = room(modules()[imported])
        if there is None or there == here:
            continue
        assert here is not None, f"{name} imports {imported}: the package itself imports nothing"
        assert order.index(there) < order.index(here), f"{name} imports {imported}, which is below it"


def test_there_are_no_circles() -> None:
    graph = {name: imports(path) & modules().keys() - {name} for name, path in modules().items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_the_record_is_the_only_bridge_from_parser_to_site() -> None:
    for name, path in modules().items():
        if room(path) in {"site/", "catalog/"}:
            assert {i for i in imports(path) if i.startswith("verbale.parse")} == set(), name


@pytest.mark.parametrize("name", [name for name, path in modules().items() if is_in(path, NO_IO)])
def test_rooms_that_do_no_io(name: str) -> None:
    path = modules()[name]
    assert {i.split(".")[0] for i in imports(path)} & IO == set()
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert [c.lineno for c in calls if isinstance(c.func, ast.Name) and c.func.id in {"open", "print", "input"}] == []


def test_nobody_imports_the_command_line() -> None:
    assert [n for n, p in modules().items() if "verbale.cli" in imports(p)] == ["verbale.__main__"]


def test_each_library_has_its_place() -> None:
    table = owners()
    assert table
    for name, path in modules().items():
        for library in {i.split(".")[0] for i in imports(path)} & table.keys():
            assert is_in(path, table[library]), f"{name} imports {library}; only {table[library]} may"


def test_every_library_that_we_depend_on_is_imported_and_no_other() -> None:
    import sys
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=!~ ;\[]", line)[0] for line in project["dependencies"]}
    used = {i.split(".")[0] for path in modules().values() for i in imports(path)}
    others = used - set(sys.stdlib_module_names) - {"verbale", "markupsafe"}
    assert {"yaml" if name == "pyyaml" else name for name in needed} == others


@pytest.mark.parametrize("name", modules())
def test_a_module_says_what_it_is_for(name: str) -> None:
    docstring = ast.get_docstring(ast.parse(modules()[name].read_text(encoding="utf-8")))
    assert docstring, f"{name} has no docstring"
    assert docstring.splitlines()[0].endswith((".", ";", ",", ":")), (
        f"{name}: the first line of its docstring is no sentence"
    )
