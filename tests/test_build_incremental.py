"""A site brought up to date is, byte for byte, the site built from nothing: after any edit, in any order."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from benchmarks.archives import make_record, write_headings
from verbale.archive import CATALOG, open_archive
from verbale.authority import Theme
from verbale.catalog.listings import files_known
from verbale.catalog.scan import begun_look
from verbale.processes import begun_apart
from verbale.recordfile import dump
from verbale.recordjson import dump_json
from verbale.site.build import build_site
from verbale.site.making import make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from verbale.record import Record
    from verbale.site.tasks import Made, Task, Workshop

EDITS = 20
DOCUMENTS = 14
LIMIT = 12
"""Entries on a page: so few that lists split by year, by month and into pages."""


@dataclass(slots=True)
class Desk:
    """An archive that somebody edits at random, and what is in it."""

    root: Path
    rng: random.Random
    records: dict[str, Record]
    themes: dict[str, Theme]
    fresh: int = 1000

    def path(self, number: str) -> Path:
        """The record file of a document, wherever it was moved."""
        return next((self.root / "content/records").rglob(f"{number}.yaml"))

    def any(self) -> str:
        """A document."""
        return self.rng.choice(sorted(self.records))

    def write(self, number: str, record: Record, path: Path | None = None) -> None:
        """Write a record down."""
        self.records[number] = record
        (path or self.path(number)).write_text(dump(record), encoding="utf-8")

    def write_theme(self, theme: Theme) -> None:
        """Write a theme down."""
        self.themes[theme.id] = theme
        broader = f"broader: {theme.broader}\n" if theme.broader else ""
        was = f"was: [{', '.join(theme.was)}]\n" if theme.was else ""
        text = f"---\nlabel: {theme.label}\n{broader}{was}---\n{theme.note or ''}\n"
        (self.root / f"content/themes/{theme.id}.md").write_text(text, encoding="utf-8")

    def bearing(self, theme: str) -> bool:
        """Whether any record has the theme, or any theme is below it."""
        below = any(other.broader == theme for other in self.themes.values())
        borne = {
            t
            for r in self.records.values()
            for items in (r.statements, r.agreed)
            for item in items
            for t in item.themes
        }
        return below or theme in borne


def start(root: Path, seed: int) -> Desk:
    """An archive of a few documents, crowded into few months."""
    write_headings(root)
    desk = Desk(root, random.Random(seed), {}, {})  # noqa: S311 - repeatable, not secret
    for path in sorted((root / "content/themes").glob("*.md")):
        lines = dict(line.split(": ", 1) for line in path.read_text().splitlines() if ": " in line)
        desk.themes[path.stem] = Theme(id=path.stem, label=lines["label"], broader=lines.get("broader"))
    for _ in range(DOCUMENTS):
        add_document(desk)
    return desk


def add_document(desk: Desk) -> None:
    """Add a readout with its record."""
    desk.fresh += 1
    number = str(desk.fresh)
    text, record = make_record(desk.fresh)
    source = replace(record.source, path=f"seeds/{number}.txt")
    record = replace(record, source=source, event=replace(record.event, date=a_date(desk)))
    themes = frozenset(desk.themes)
    statements = tuple(replace(s, themes=tuple(t for t in s.themes if t in themes)) for s in record.statements)
    points = tuple(replace(p, themes=tuple(t for t in p.themes if t in themes)) for p in record.agreed)
    record = replace(record, statements=statements, agreed=points)
    (desk.root / source.path).write_bytes(text.encode())
    (desk.root / f"content/.parsed/{record.id}.json").write_text(dump_json(record), encoding="utf-8")
    desk.write(number, record, desk.root / f"content/records/{number}.yaml")


def a_date(desk: Desk) -> str | None:
    """A date near others, of any precision."""
    month = desk.rng.choice(("2019-11", "2020-01", "2020-02"))
    return desk.rng.choice((f"{month}-{desk.rng.randint(1, 28):02}", f"{month}-03", month, "2020", None))


def remove_document(desk: Desk) -> None:
    """Take a record away; its source stays."""
    if len(desk.records) > 3:
        number = desk.any()
        desk.path(number).unlink()
        del desk.records[number]


def change_statement(desk: Desk) -> None:
    """Correct a statement: another speaker, theme, cue, note."""
    number = desk.any()
    record = desk.records[number]
    place = desk.rng.randrange(1, 16)
    theme = desk.rng.choice(sorted(desk.themes))
    change = desk.rng.choice(
        (
            {"speaker": record.participants[0].id, "basis": "editor"},
            {"speaker": "unknown", "basis": "none"},
            {"themes": (theme,)},
            {"themes": ()},
            {"note": "So says the *minute*."},
            {"note": f"As in [[s02]] of [[record:{record.id}]], by [[speaker:{record.participants[0].id}|him]]."},
            {"cue": "ready to", "basis": "named"},
        ),
    )
    statements = list(record.statements)
    statements[place] = replace(statements[place], **change)
    desk.write(number, replace(record, statements=tuple(statements)))


def change_point(desk: Desk) -> None:
    """Relabel, retheme or remove an agreed point."""
    number = desk.any()
    record = desk.records[number]
    points = list(record.agreed)
    if desk.rng.random() < 0.3 and len(points) > 1:
        points.pop(desk.rng.randrange(len(points)))
    else:
        place = desk.rng.randrange(len(points))
        theme = desk.rng.choice(sorted(desk.themes))
        points[place] = replace(points[place], label=f"Point {desk.rng.random():.6f}", themes=(theme,))
    desk.write(number, replace(record, agreed=tuple(points)))


def change_head(desk: Desk) -> None:
    """Change the title, date, publisher, event or people of a record."""
    number, other = desk.any(), desk.any()
    record = desk.records[number]
    first, second = record.participants
    changed = desk.rng.choice(
        (
            replace(record, title=f"Title {desk.rng.random():.6f}"),
            replace(record, event=replace(record.event, date=a_date(desk))),
            replace(record, event=replace(record.event, id=desk.records[other].event.id)),
            replace(record, source=replace(record.source, publisher="The house of Kestria", retrieved="2024-05-01")),
            replace(record, participants=(replace(first, name=f"{first.name} Jr"), second)),
            replace(record, revised="2025-01-31"),
            replace(record, note="A *note*."),
        ),
    )
    desk.write(number, changed)


def rename_record(desk: Desk) -> None:
    """Give a record another id; the old one leads to it."""
    number = desk.any()
    record = desk.records[number]
    desk.fresh += 1
    desk.write(number, replace(record, id=f"renamed-{desk.fresh}", was=(*record.was, record.id)))


def move_file(desk: Desk) -> None:
    """Move a record's file into a sub-folder, or back."""
    path = desk.path(desk.any())
    folder = desk.root / "content/records"
    target = folder / "old" / path.name if path.parent == folder else folder / path.name
    target.parent.mkdir(exist_ok=True)
    path.rename(target)


def change_theme(desk: Desk) -> None:
    """Relabel, annotate, move or remove a theme, add one, or give one another id."""
    theme = desk.themes[desk.rng.choice(sorted(desk.themes))]
    leaf = not any(other.broader == theme.id for other in desk.themes.values())
    kind = desk.rng.randrange(5)
    if kind == 0:
        desk.write_theme(replace(theme, label=f"Label {desk.rng.random():.6f}"))
    elif kind == 1:
        desk.write_theme(replace(theme, note=f"Scope {desk.rng.random():.6f}."))
    elif kind == 2 and leaf:
        desk.write_theme(
            replace(theme, broader=desk.rng.choice(("transport", "health", None))) if theme.broader else theme
        )
    elif kind == 3 and not desk.bearing(theme.id):
        (desk.root / f"content/themes/{theme.id}.md").unlink()
        del desk.themes[theme.id]
        desk.fresh += 1
        desk.write_theme(replace(theme, id=f"theme-{desk.fresh}", was=(*theme.was, theme.id)))
    else:
        desk.fresh += 1
        desk.write_theme(
            Theme(id=f"theme-{desk.fresh}", label="A new theme", broader=theme.id if theme.broader is None else None)
        )


def change_speaker(desk: Desk) -> None:
    """Say something of a person for the whole archive, or take it back."""
    person = desk.records[desk.any()].participants[0]
    path = desk.root / f"content/speakers/{person.id}.md"
    if path.exists() and desk.rng.random() < 0.5:
        path.unlink()
    else:
        was = f"was: [old-{person.id}]\n" if desk.rng.random() < 0.5 else ""
        path.write_text(f"---\nname: Name {desk.rng.random():.4f}\n{was}---\nA *note*.\n", encoding="utf-8")


def change_term(desk: Desk) -> None:
    """Put a word of some document into the glossary, change an entry, give it another id, or take it out."""
    folder = desk.root / "content/glossary"
    folder.mkdir(exist_ok=True)
    path = folder / f"{desk.rng.choice(('trade', 'council'))}.md"
    kind = desk.rng.randrange(4)
    if path.exists() and kind == 0:
        path.unlink()
    elif path.exists() and kind == 1:
        desk.fresh += 1
        text = path.read_text(encoding="utf-8").replace("kind: ", f"was: [{path.stem}]\nkind: ", 1)
        path.unlink()
        (folder / f"term-{desk.fresh}.md").write_text(text.replace("label: ", "label: Old ", 1), encoding="utf-8")
    else:
        spoken = desk.records[desk.any()].statements[desk.rng.randrange(16)].text.strip(".").split()
        first = desk.rng.randrange(len(spoken) - 1)
        words = " ".join(spoken[first : first + 2]).strip(",;:")
        if any(words in other.read_text(encoding="utf-8") for other in folder.glob("*.md")):
            return
        path.write_text(
            f"---\nlabel: {path.stem}\nkind: event\naliases: ['{words}']\n---\nA *note*.\n", encoding="utf-8"
        )


def change_site(desk: Desk) -> None:
    """Change the settings, a page, a template or a static file."""
    root = desk.root
    kind = desk.rng.randrange(5)
    if kind == 0:
        base = desk.rng.choice(("", "base_url: https://readouts.example/archive\n"))
        settings = f"title: Title {desk.rng.random():.4f}\ndescription: Of meetings.\n{base}"
        (root / "content/site.yaml").write_text(settings, encoding="utf-8")
    elif kind == 1:
        name = desk.rng.choice(("about", "method"))
        was = "was: [older]\n" if name == "method" else ""
        text = f"---\ntitle: On {name}\n{was}---\nWords {desk.rng.random():.4f}.\n"
        (root / f"content/pages/{name}.md").write_text(text, encoding="utf-8")
    elif kind == 2:
        (root / "content/pages/method.md").unlink(missing_ok=True)
    elif kind == 3:
        (root / "templates").mkdir(exist_ok=True)
        override = f'{{% extends "verbale/text.html" %}}{{% block head %}}<meta name="x" content="{desk.rng.random():.4f}">{{% endblock %}}'
        (root / "templates/text.html").write_text(override, encoding="utf-8")
    else:
        shutil.rmtree(root / "templates", ignore_errors=True)


def change_media(desk: Desk) -> None:
    """Add a file, change or remove it."""
    folder = desk.root / "content/media"
    folder.mkdir(exist_ok=True)
    path = folder / desk.rng.choice(("map.txt", "list.txt"))
    if path.exists() and desk.rng.random() < 0.5:
        path.unlink()
    else:
        path.write_text(f"{desk.rng.random():.4f}", encoding="utf-8")


CHANGES: tuple[Callable[[Desk], None], ...] = (
    *(add_document, remove_document, change_statement, change_statement, change_point, change_head, change_head),
    *(rename_record, move_file, change_theme, change_theme, change_speaker, change_site, change_media),
    *(change_term, change_term),
)


def files_of(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def cold(desk: Desk, scratch: Path) -> dict[str, bytes]:
    """The site built from nothing, from a copy of the archive."""
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(desk.root, scratch / "archive", ignore=shutil.ignore_patterns(".verbale", "build"))
    build_site(open_archive(scratch / "archive"), scratch / "out", jobs=1, limit=LIMIT)
    return files_of(scratch / "out")


@pytest.mark.parametrize("seed", range(5))
def test_a_site_after_edits_is_the_site_from_nothing(tmp_path: Path, seed: int) -> None:
    """Twenty edits at random for each seed, and the sites compared after each of them."""
    desk = start(tmp_path / "archive", seed)
    archive = open_archive(desk.root)
    done = []
    for _ in range(EDITS):
        change = desk.rng.choice(CHANGES)
        change(desk)
        done.append(change.__name__)
        build_site(archive, desk.root / "build", jobs=1, limit=LIMIT)
        expected, found = cold(desk, tmp_path / "cold"), files_of(desk.root / "build")
        differing = {path for path in expected.keys() | found.keys() if expected.get(path) != found.get(path)}
        assert (done, set()) == (done, differing)


def test_a_second_output_folder_catches_up(tmp_path: Path) -> None:
    """Two folders are built from one catalog in turn; each ends with the site from nothing."""
    desk = start(tmp_path / "archive", 99)
    archive = open_archive(desk.root)
    for folder in ("one", "two"):
        build_site(archive, tmp_path / folder, jobs=1, limit=LIMIT)
    for folder in ("one", "one", "two", "one"):
        change_head(desk)
        change_statement(desk)
        build_site(archive, tmp_path / folder, jobs=1, limit=LIMIT)
        assert files_of(tmp_path / folder) == cold(desk, tmp_path / "cold")


def test_two_processes_write_what_one_does(tmp_path: Path) -> None:
    """The bytes do not depend on the number of processes."""
    root = tmp_path / "archive"
    desk = start(root, 7)
    for _ in range(90):
        add_document(desk)
    expected = cold(desk, tmp_path / "cold")
    build_site(open_archive(root), root / "build", jobs=2, limit=LIMIT)
    assert files_of(root / "build") == expected


@pytest.mark.parametrize("few", [3, 1_000])
def test_files_made_beside_by_a_second_process_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """Where there are many records, one process makes a leaf of search first, the other plans; many pages take more of them."""
    monkeypatch.setattr("verbale.site.beside.MANY", 0)
    monkeypatch.setattr("verbale.site.beside.MOST", 1_000)
    for module in ("rendering", "beside"):
        monkeypatch.setattr(f"verbale.site.{module}.FEW", few)
    apart: list[object] = []

    def noted(work: Callable[[], object]) -> AbstractContextManager[Callable[[], object]]:
        apart.append(work)
        return begun_apart(work)

    monkeypatch.setattr("verbale.site.beside.begun_apart", noted)
    desk = start(tmp_path / "archive", 98)
    archive = open_archive(desk.root)
    for change in (change_statement, add_document, remove_document):
        change(desk)
        build_site(archive, desk.root / "build", jobs=2, limit=LIMIT)
        assert files_of(desk.root / "build") == cold(desk, tmp_path / "cold")
    assert apart


def test_files_of_search_that_went_are_gone_when_a_second_process_made_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word by which alone a shard was there leaves the archive, and the shard goes with it."""
    monkeypatch.setattr("verbale.site.beside.MANY", 0)
    monkeypatch.setattr("verbale.site.beside.MOST", 1_000)
    desk = start(tmp_path / "archive", 97)
    archive = open_archive(desk.root)
    build_site(archive, desk.root / "build", jobs=2, limit=LIMIT)
    before = {path for path in files_of(desk.root / "build") if path.startswith("search/")}
    number = desk.any()
    record = desk.records[number]
    for title in (f"{record.title} Ωmega", record.title):
        desk.write(number, replace(record, title=title))
        build_site(archive, desk.root / "build", jobs=2, limit=LIMIT)
        found = {path for path in files_of(desk.root / "build") if path.startswith("search/")}
        assert (found == before) == (title == record.title)
        assert files_of(desk.root / "build") == cold(desk, tmp_path / "cold")


def test_a_file_that_changes_after_a_look_has_begun_is_in_the_next_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build may begin to look at the files before anything else; whatever happens then is not lost."""
    monkeypatch.setattr("verbale.catalog.scan.MANY", 0)
    desk = start(tmp_path / "archive", 96)
    archive = open_archive(desk.root)
    build_site(archive, desk.root / "build", limit=LIMIT)
    files = files_known(archive.at(CATALOG))
    assert files >= 3 * len(desk.records)
    change_statement(desk)
    with begun_look(archive.root, files, files) as look:
        change_statement(desk)
        build_site(archive, desk.root / "build", limit=LIMIT, look=look)
    with begun_look(archive.root, files, files) as look:
        build_site(archive, desk.root / "build", limit=LIMIT, look=look)
    assert files_of(desk.root / "build") == cold(desk, tmp_path / "cold")


def test_what_only_counts_is_not_made_again_for_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = start(tmp_path / "archive", 97)
    archive = open_archive(desk.root)
    build_site(archive, desk.root / "build", jobs=1, limit=LIMIT)
    made: list[str] = []

    def noted(workshop: Workshop, task: Task) -> Iterator[Made]:
        made.append(task.kind)
        return make(workshop, task)

    monkeypatch.setattr("verbale.site.rendering.make", noted)
    number = desk.any()
    record = desk.records[number]
    first, *others = record.statements
    desk.write(number, replace(record, statements=(replace(first, note="So says the *minute*."), *others)))
    build_site(archive, desk.root / "build", jobs=1, limit=LIMIT)
    assert {"record", "leaf"} <= set(made)
    assert {"matrix", "figures", "themes", "speakers", "search-index"}.isdisjoint(made)
    assert files_of(desk.root / "build") == cold(desk, tmp_path / "cold")
