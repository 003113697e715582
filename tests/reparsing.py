"""An archive with one record that people edit and a parser that improves; the tests say what must come of it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.smallparser import SEED, Change, small_parse
from verbale import drafts, recordfile
from verbale.accession import take_in
from verbale.archive import Archive, open_archive, read_source
from verbale.contents import load_authority
from verbale.outcomes import Accession, Outcome
from verbale.record import Record
from verbale.recordjson import load_json
from verbale.span import Span
from verbale.verify import verify

THEMES = {
    "sea": "label: Sea\nterms: [strait, currents, nets]",
    "ferries": "label: Ferries\nterms: [ferry line, ferries]",
    "ports": "label: Ports\nterms: [ports]",
}
SOURCE = "seeds/talks.txt"


@dataclass
class House:
    """The archive, and where its one record is."""

    archive: Archive
    monkeypatch: pytest.MonkeyPatch
    record: str = "content/records/2024-03-14-talks.yaml"
    parsed: str = "content/.parsed/2024-03-14-talks.json"

    def parse(self, change: Change = lambda record: record, *, dry: bool = False) -> Accession:
        """Run `verbale parse` with the small parser, its readings changed by `change`."""

        def parser(*arguments: Any, **options: Any) -> Record:
            return change(small_parse(*arguments, **options))

        self.monkeypatch.setattr(drafts, "parse", parser)
        shutil.rmtree(self.archive.at(".verbale"), ignore_errors=True)
        return take_in(self.archive, jobs=1, dry=dry)

    def one(self, change: Change = lambda record: record) -> Outcome:
        """Parse, and return what became of the one source; nothing may be told, and a second run changes nothing."""
        taken = self.parse(change)
        assert [] == [str(problem) for problem in taken.all_problems]
        self.stays(change)
        return taken.outcomes[0]

    def stays(self, change: Change = lambda record: record) -> None:
        """Parse again: nothing may change, and the record must hold."""
        before = self.files()
        taken = self.parse(change)
        assert (["unchanged"], ()) == ([one.kind for one in taken.outcomes], taken.all_problems)
        assert before == self.files()
        assert [] == self.problems()

    def problems(self) -> list[str]:
        """What is wrong with the record."""
        source = read_source(self.archive, SOURCE)
        authority, _ = load_authority(self.archive)
        return [str(one) for one in verify(self.load(), source, authority, path=self.record, text=self.text())]

    def text(self) -> str:
        """The record's file."""
        return self.archive.at(self.record).read_bytes().decode()

    def load(self) -> Record:
        """The record."""
        return recordfile.load(self.text(), self.record)[0]

    def said(self) -> Record:
        """What is kept of the parser's saying."""
        return load_json(self.archive.at(self.parsed).read_text(encoding="utf-8"), self.parsed)

    def write(self, text: str) -> None:
        """Save the record, as a person does."""
        self.archive.at(self.record).write_bytes(text.encode())

    def edit(self, *edits: tuple[str, str]) -> None:
        """Replace words of the record's file, each of which stands there once."""
        text = self.text()
        for old, new in edits:
            assert 1 == text.count(old), old
            text = text.replace(old, new)
        self.write(text)

    def source(self, *edits: tuple[str, str]) -> None:
        """Change the document, as a house does."""
        path = self.archive.at(SOURCE)
        text = path.read_bytes().decode()
        for old, new in edits:
            assert 1 == text.count(old), old
            text = text.replace(old, new)
        path.write_bytes(text.encode())

    def theme(self, id_: str, matter: str) -> None:
        """Write a theme's file."""
        self.archive.at(f"content/themes/{id_}.md").write_text(f"---\n{matter}\n---\n", encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Everything below content/."""
        found = sorted(self.archive.at("content").rglob("*"))
        return {path.relative_to(self.archive.root).as_posix(): path.read_bytes() for path in found if path.is_file()}


def house(folder: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """An archive whose one source has just been taken in."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "content/themes").mkdir(parents=True)
    (folder / SOURCE).write_bytes(SEED.encode())
    made = House(open_archive(folder), monkeypatch)
    for id_, matter in THEMES.items():
        made.theme(id_, matter)
    assert "made" == made.parse().outcomes[0].kind
    return made


def says(id_: str, **values: Any) -> Change:
    """A parser that says something else of a statement."""
    return lambda record: replace(
        record, statements=tuple(replace(one, **values) if one.id == id_ else one for one in record.statements)
    )


def all_of(*changes: Change) -> Change:
    """Several changes, one after the other."""

    def change(record: Record) -> Record:
        for each in changes:
            record = each(record)
        return record

    return change


def divides(words: str) -> Change:
    """A parser that begins a new statement at these words."""

    def change(record: Record) -> Record:
        made = []
        for one in record.statements:
            place = one.text.find(words)
            if place <= 0:
                made.append(one)
                continue
            first = one.text[:place].rstrip()
            made.append(replace(one, text=first, at=Span(one.at.start, one.at.start + len(first))))
            rest = Span(one.at.start + place, one.at.end)
            made.append(replace(one, at=rest, text=one.text[place:], basis="continued", cue=None, from_=one.id))
        return numbered(replace(record, statements=tuple(made)))

    return change


def joins(words: str) -> Change:
    """A parser that takes the statement with these words together with the next."""

    def change(record: Record) -> Record:
        made = list(record.statements)
        index = next(n for n, one in enumerate(made) if words in one.text)
        one, other = made[index : index + 2]
        text = f"{one.text} {other.text}"
        made[index : index + 2] = [replace(one, text=text, at=Span(one.at.start, other.at.end))]
        return numbered(replace(record, statements=tuple(made)))

    return change


def without_point(id_: str) -> Change:
    """A parser that does not find an agreed point."""
    return lambda record: replace(record, agreed=tuple(point for point in record.agreed if point.id != id_))


def point(id_: str, **values: Any) -> Change:
    """A parser that says something else of an agreed point."""
    return lambda record: replace(
        record, agreed=tuple(replace(one, **values) if one.id == id_ else one for one in record.agreed)
    )


def numbered(record: Record) -> Record:
    """Number statements anew, as a parser does."""
    ids = {one.at.start: f"s{n:02d}" for n, one in enumerate(record.statements, 1)}

    def names(start: int) -> str:
        return ids[max(each for each in ids if each <= start)]

    starts = {one.id: one.at.start for one in reversed(record.statements)}
    return replace(
        record,
        statements=tuple(
            replace(one, id=ids[one.at.start], from_=names(starts[one.from_]) if one.from_ else None)
            for one in record.statements
        ),
        agreed=tuple(replace(each, statement=names(each.at.start)) for each in record.agreed),
    )
