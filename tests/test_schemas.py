"""The schemas that editors use and the tables that the program uses say the same."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.program import ROOT, succeed
from verbale import frontmatter, recordfile, schemas
from verbale.archive import Archive
from verbale.recordshape import RECORD, from_plain, to_plain
from verbale.shapes import Shape
from verbale.vocabulary import id_faults, vocabulary_faults

SHAPES: dict[str, Shape[Any]] = {
    "record": RECORD,
    "site": frontmatter.SITE,
    "theme": frontmatter.THEME,
    "speaker": frontmatter.SPEAKER,
    "term": frontmatter.TERM,
    "page": frontmatter.PAGE,
}
TALKS = ROOT / "tests/data/archives/good/narrow-sea/content/records/2024/talks.yaml"
FOUND_ELSEWHERE = {("source", "path"), ("source", "sha256")}
"""What the schema can only know in part: the program looks for the file, and compares its digest."""

Path_ = tuple[str | int, ...]


def validator(name: str) -> jsonschema.Draft202012Validator:
    """The validator of one published schema."""
    return jsonschema.Draft202012Validator(json.loads(schemas.schema_text(name)))


def talks() -> dict[str, Any]:
    """A record as plain values, with as many keys as one can have."""
    plain = to_plain(recordfile.load(TALKS.read_text(encoding="utf-8"), "r")[0])
    plain["parties"] = [{"id": "kestria", "name": "Kestria"}]
    plain["statements"][1] |= {"from": "s01", "also": ["kestria"], "note": "N"}
    plain["source"] |= {"section": ["A"], "url": "https://a.example", "published": "2024-03-15"}
    plain["retired"][0] |= {"at": [1, 2], "text": "w"}
    return plain


def paths(value: Any, here: Path_ = ()) -> Iterator[Path_]:
    """Every place in plain values."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*here, step)
        yield from paths(inner, (*here, step))


def changed(path: Path_, change: Callable[[Any, Any], None]) -> dict[str, Any]:
    """The record with one place changed."""
    plain = copy.deepcopy(talks())
    holder: Any = plain
    for step in path[:-1]:
        holder = holder[step]
    change(holder, path[-1])
    return plain


def put(new: Any) -> Callable[[Any, Any], None]:
    """The change that puts a value there."""

    def change(holder: Any, step: Any) -> None:
        holder[step] = new

    return change


def remove(holder: Any, step: Any) -> None:
    """The change that takes a value away."""
    del holder[step]


def add(holder: Any, step: Any) -> None:
    """The change that adds a key that nobody knows, to the mapping there or around."""
    there = holder if isinstance(holder, dict) else holder[step]
    if isinstance(there, dict):
        there["unheard"] = "x"


def accepted(plain: dict[str, Any]) -> bool:
    """Whether the program has nothing to say of a record's keys and words."""
    record, faults = from_plain(plain)
    return record is not None and not faults and not [*id_faults(record), *vocabulary_faults(record)]


def test_the_schemas_are_schemas() -> None:
    for name in schemas.NAMES:
        jsonschema.Draft202012Validator.check_schema(json.loads(schemas.schema_text(name)))


@pytest.mark.parametrize("name", schemas.NAMES)
def test_the_same_keys_are_known_and_required(name: str) -> None:
    def compare(shape: Shape[Any], schema: dict[str, Any]) -> None:
        assert set(shape.keys) == set(schema["properties"])
        assert sorted(shape.required.values()) == sorted(schema["required"])
        assert schema["additionalProperties"] is False
        for key, kind in shape.keys.items():
            if kind.shape is not None:
                inner = schema["properties"][key]
                compare(kind.shape, inner["items"] if kind.many else inner)

    compare(SHAPES[name], json.loads(schemas.schema_text(name)))


def test_every_key_says_what_it_is_for() -> None:
    def undescribed(schema: dict[str, Any], here: str) -> Iterator[str]:
        for key, inner in schema.get("properties", {}).items():
            if "description" not in inner and "$ref" not in inner and "anyOf" not in inner:
                yield f"{here}.{key}"
            yield from undescribed(inner.get("items") or inner, f"{here}.{key}")

    assert [] == [key for name in schemas.NAMES for key in undescribed(json.loads(schemas.schema_text(name)), name)]


def test_the_record_to_change_is_good() -> None:
    assert accepted(talks())
    validator("record").validate(talks())


@pytest.mark.parametrize(
    "change", [remove, add, *map(put, [None, "", "x", "two words", 7, -7, [], {}, [7], ["x"], [1, 2]])]
)
def test_schema_and_program_accept_the_same_records(change: Callable[[Any, Any], None]) -> None:
    schema = validator("record")
    plain = talks()
    places = [path for path in paths(plain) if path not in FOUND_ELSEWHERE]
    assert len(places) > 100
    differing = []
    for path in places:
        value = changed(path, change)
        if accepted(value) != schema.is_valid(value):
            differing.append((path, "program" if accepted(value) else "schema"))
    assert [] == differing


def test_each_can_be_printed(tmp_path: Path) -> None:
    assert [schemas.schema_text(name) for name in schemas.NAMES] == [
        succeed("schema", name, cwd=tmp_path) for name in schemas.NAMES
    ]


def test_the_archive_gets_the_schemas_once(tmp_path: Path) -> None:
    schemas.keep_schemas(Archive(tmp_path))
    files = {path: path.stat().st_mtime_ns for path in sorted((tmp_path / "content/.schema").iterdir())}
    assert sorted(f"{name}.json" for name in schemas.NAMES) == [path.name for path in files]
    schemas.keep_schemas(Archive(tmp_path))
    assert files == {path: path.stat().st_mtime_ns for path in files}


def name_their_schemas(content: Path) -> set[str]:
    """Look whether each file below `content/` names a schema that is there; return the folders that have files."""
    written = [path for path in content.rglob("*") if path.suffix in {".yaml", ".md"}]
    for path in written:
        lines = path.read_text(encoding="utf-8").removeprefix("---\n").splitlines()
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", lines[0])
        assert named, path
        schema = json.loads((path.parent / named[1]).read_text(encoding="utf-8"))
        # An editor needs nothing from elsewhere to understand it.
        assert set() == set(re.findall(r'"\$(?:ref|id)": "(?!#)[^"]*"', json.dumps(schema)))
    return {path.parent.name for path in written}


def test_every_file_of_a_new_archive_names_a_schema_that_is_there(tmp_path: Path) -> None:
    archive = tmp_path / "a"
    succeed("init", archive, cwd=tmp_path)
    succeed("parse", cwd=archive)
    assert {"records", "themes", "pages", "content"} == name_their_schemas(archive / "content")


def test_every_file_of_this_archive_names_its_schema() -> None:
    assert {"records", "themes", "speakers", "glossary", "pages", "content"} <= name_their_schemas(ROOT / "content")
