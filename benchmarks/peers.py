"""The same archive as a site of another generator: the same pages with the same text, in the way its users would write it.

Their pages are plain on purpose, so that the generators are compared and not their designs.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.archives import GROUPS, SUBJECTS, make_record, people, theme_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verbale.record import Record, Statement

LAYOUTS: Final = Path(__file__).parent
NAMES: Final = {person.id: f"{person.name}, {person.title}, {person.state}" for person in people()} | {
    "joint": "Together",
    "narrator": "Narrator",
}
ABOVE: Final = {theme_id(number): GROUPS[number // 5].lower() for number in range(len(SUBJECTS))}
LABELS: Final = {theme_id(number): subject.capitalize() for number, subject in enumerate(SUBJECTS)} | {
    group.lower(): group for group in GROUPS
}


def statement_data(number: int, statement: Statement) -> dict[str, Any]:
    """Return what a page shows of a statement; its themes are given with the ones above them."""
    return {
        "id": statement.id,
        "number": number,
        "paragraph": statement.paragraph,
        "speaker": statement.speaker,
        "name": NAMES[statement.speaker],
        "basis": statement.basis,
        "cue": statement.cue or "",
        "text": statement.text,
        "themes": list(statement.themes),
        "under": sorted({*statement.themes, *(ABOVE[theme] for theme in statement.themes)}),
    }


def record_data(record: Record) -> dict[str, Any]:
    """Return the front matter of a record."""
    statements = [statement_data(number, one) for number, one in enumerate(record.statements, 1)]
    return {
        "title": record.title,
        "date": record.event.date,
        "url": f"/records/{record.id}.html",
        "place": record.event.place,
        "sha256": record.source.sha256,
        "present": [NAMES[person.id] for person in record.participants],
        "speakers": sorted({one.speaker for one in record.statements} - {"narrator"}),
        "themes": sorted({theme for one in statements for theme in one["under"]}),
        "statements": statements,
        "points": [
            {"id": p.id, "label": p.label, "text": p.text, "act": p.act, "statement": p.statement}
            for p in record.agreed
        ],
    }


def point_data(record: Record) -> Iterator[dict[str, Any]]:
    """Give the front matter of each agreed point's page."""
    for place, point in enumerate(record.agreed):
        yield {
            "title": point.label,
            "date": record.event.date,
            "url": f"/points/{record.id}/{point.id}.html",
            "record": f"/records/{record.id}",
            "place": place,
            "statement": int(point.statement[1:]) - 1,
            "theme": point.themes[0],
        }


def write_hugo(root: Path, documents: int) -> None:
    """Write a Hugo site of `documents` records into a folder."""
    shutil.copytree(LAYOUTS / "hugo", root, dirs_exist_ok=True)
    for number in range(documents):
        _, record = make_record(number)
        _write(root / f"content/records/{record.id}.md", record_data(record))
        for data, point in zip(point_data(record), record.agreed, strict=True):
            _write(root / f"content/points/{record.id}/{point.id}.md", data)
    for kind, labels in (("speakers", NAMES), ("themes", LABELS)):
        for id_, label in labels.items():
            _write(root / f"content/{kind}/{id_}/_index.md", {"title": label, "term": id_})


def write_eleventy(root: Path, documents: int) -> None:
    """Write an Eleventy site of `documents` records into a folder."""
    shutil.copytree(LAYOUTS / "eleventy", root, dirs_exist_ok=True)
    (root / "package.json").write_text('{"private": true}\n')
    (root / "labels.json").write_text(json.dumps({"speakers": NAMES, "themes": LABELS}))
    for number in range(documents):
        _, record = make_record(number)
        _write_eleventy(root / f"content/records/{record.id}.md", "record", record_data(record))
        for data, point in zip(point_data(record), record.agreed, strict=True):
            _write_eleventy(root / f"content/points/{record.id}/{point.id}.md", "point", data)


def _write_eleventy(path: Path, kind: str, data: dict[str, Any]) -> None:
    data = {**data, "layout": f"{kind}.11ty.cjs", "tags": [kind], "permalink": data["url"], "day": data["date"]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---json\n{json.dumps(data, ensure_ascii=False, indent=1)}\n---\n", encoding="utf-8")


def write_pelican(root: Path, documents: int) -> None:
    """Write a Pelican site of `documents` records into a folder."""
    shutil.copytree(LAYOUTS / "pelican", root, dirs_exist_ok=True)
    # It is no module of ours, and so no type checker need know Pelican.
    (root / "pelicanconf.py.txt").rename(root / "pelicanconf.py")
    for number in range(documents):
        _, record = make_record(number)
        data = record_data(record)
        data |= {
            "slug": record.id,
            "day": data["date"],
            "authors": ",".join(data["speakers"]),
            "tags": ",".join(data["themes"]),
        }
        del data["url"], data["speakers"], data["themes"]
        _write(root / f"content/records/{record.id}.json", data)
        for given, point in zip(point_data(record), record.agreed, strict=True):
            del given["url"]
            _write(
                root / f"content/points/{record.id}/{point.id}.json", given | {"slug": point.id, "record": record.id}
            )


def _write(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Write a peer's site from the command line."""
    parser = argparse.ArgumentParser(description="Write the benchmark's site for another generator.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    given = parser.parse_args()
    write_hugo(given.folder, given.documents)


if __name__ == "__main__":
    main()
