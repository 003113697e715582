"""A record taken apart into the rows of the catalog, and its parts put together again from them; no I/O.

Rows are plain tuples and compact JSON: they travel between processes and are read back by the hundred thousand.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from verbale.catalog.abbreviations import expanded_in
from verbale.catalog.canonical import cut
from verbale.catalog.corrections import entries_in
from verbale.catalog.entries import Entry, entries_of
from verbale.catalog.order import rank_of, year_of
from verbale.catalog.places import furniture_places
from verbale.catalog.sayings import said_in, sayings_of, themes_of, with_broader
from verbale.catalog.words import words_of
from verbale.jsontext import packed, reader_of, unpacked
from verbale.record import VOICES, AgreedPoint, Record, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from verbale.catalog.corrections import Difference
    from verbale.catalog.sayings import Sayings
    from verbale.source import Source


class Desk(NamedTuple):
    """What rows are made with: the theme above each theme, where people overruled the parser, and the verb in a cue."""

    broader: Mapping[str, str | None]
    differences: tuple[Difference, ...]
    verb_of: Callable[[str], str | None]


class VoiceRow(NamedTuple):
    """One speaker in one record: how much he says in it (0 statements where he is only present), and `data`."""

    speaker: str
    statements: int
    words: int
    data: str


class ThemeRow(NamedTuple):
    """One theme in one record, narrower themes included; `data` are the numbers of its statements and points."""

    theme: str
    statements: int
    points: int
    data: str


class StatementRow(NamedTuple):
    """One statement: the number of the one that it goes on from, its canonical JSON, and its agreed points.

    `points` has a line for each: its number, a tab, its canonical JSON.
    """

    from_number: int | None
    data: str
    points: str | None


class Rows(NamedTuple):
    """All that the catalog holds of one record; `changed` is the last date of it that is known.

    `head`, `rest` and `search` (`words.words_of`) are JSON.
    """

    path: str
    id: str
    source: str
    rank: str
    event: str
    points: int
    words: int
    title: str
    date: str | None
    changed: str | None
    point_ids: str
    corrections: int
    head: str
    rest: str
    statements: tuple[StatementRow, ...]
    voices: tuple[VoiceRow, ...]
    themes: tuple[ThemeRow, ...]
    acts: tuple[tuple[str, int], ...]
    sayings: Sayings
    was: tuple[str, ...]
    search: str


def rows_of(
    record: Record,
    canonical: str,
    path: str,
    source: Source,
    desk: Desk,
) -> Rows:
    """Return the rows of a record of which `canonical` is the JSON (`recordjson.dump_json`)."""
    entries = entries_of(record)
    lengths = {entry.number: len(entry.statement.text.split()) for entry in entries}
    frame, statements, points = cut(canonical)
    by_id = {statement.id: line for statement, line in zip(record.statements, statements, strict=True)}
    rest = {
        "frame": frame,
        "order": _order(record, entries),
        "places": furniture_places(record, source.text),
        "differences": desk.differences,
        "strip": [(e.statement.speaker, len(e.statement.text), e.statement.paragraph) for e in entries],
    }
    said = said_in(entries, desk.broader)
    verbs = _verbs(entries, desk.verb_of)
    rank = rank_of(record.event.date, record.id)
    themes = tuple(_themes(record, entries, desk.broader))
    return Rows(
        path,
        record.id,
        record.source.path,
        rank,
        record.event.id,
        len(record.agreed),
        sum(lengths.values()),
        record.title,
        record.event.date,
        record.revised or record.source.retrieved or record.source.published or record.event.date,
        " ".join([point.id for point in record.agreed]),
        entries_in(desk.differences),
        packed(_head(record)),
        packed(rest),
        tuple([StatementRow(e.from_number, by_id[e.statement.id], _points(e, points)) for e in entries]),
        tuple(_voices(record, entries, lengths, verbs, said)),
        themes,
        tuple(sorted(Counter(point.act for point in record.agreed).items())),
        sayings_of(record, year_of(rank), said, verbs),
        record.was,
        words_of(
            record.title, record.event.date, rank, entries, [(theme.theme, *unpacked(theme.data)) for theme in themes]
        ),
    )


def _order(record: Record, entries: Iterable[Entry]) -> list[int] | None:
    """Return the numbers of the statements in the order of the file, where that is not the source's."""
    numbers = {entry.statement.id: entry.number for entry in entries}
    order = [numbers[statement.id] for statement in record.statements]
    return None if order == sorted(order) else order


def _points(entry: Entry, lines: Sequence[str]) -> str | None:
    return "\n".join([f"{number}\t{lines[number - 1]}" for number, _ in entry.points]) or None


def _head(record: Record) -> list[Any]:
    """Return what is shown of a record wherever it is mentioned, with what its voices need."""
    event = record.event
    return [
        record.title,
        [event.id, event.date, event.time, event.kind, event.medium, event.place],
        record.source.publisher,
        record.language,
        [[p.id, p.name, p.title, p.state, p.role] for p in record.participants],
        [[p.id, p.name] for p in record.parties],
        list(dict.fromkeys(entry.speaker for entry in record.statements)),
        expanded_in(statement.text for statement in record.statements),
    ]


_statement: Final = reader_of(Statement)
_point: Final = reader_of(AgreedPoint)


def unpack(number: int, from_number: int | None, data: str, points: str | None) -> Entry:
    """Return the statement in a row of the catalog."""
    # No string of JSON can hold a quotation mark that is not escaped: this is the key.
    statement = _statement(data.replace('"from": ', '"from_": ', 1))
    return Entry(number, statement, tuple(map(_numbered, points.split("\n"))) if points else (), from_number)


def _numbered(line: str) -> tuple[int, AgreedPoint]:
    number, _, data = line.partition("\t")
    return int(number), _point(data)


def _verbs(entries: Iterable[Entry], verb_of: Callable[[str], str | None]) -> dict[str, dict[str, int]]:
    """Count the verbs of cues by speaker."""
    verbs: dict[str, dict[str, int]] = {}
    for entry in entries:
        statement = entry.statement
        verb = verb_of(statement.cue) if statement.cue else None
        if verb:
            counts = verbs.setdefault(statement.speaker, {})
            counts[verb] = counts.get(verb, 0) + 1
    return verbs


def _voices(
    record: Record,
    entries: Iterable[Entry],
    lengths: Mapping[int, int],
    verbs: Mapping[str, Mapping[str, int]],
    on: Mapping[str, Mapping[str, list[int]]],
) -> Iterable[VoiceRow]:
    numbers: dict[str, list[int]] = {}
    for entry in entries:
        numbers.setdefault(entry.statement.speaker, []).append(entry.number)
    known: dict[str, list[Any]] = {p.id: ["person", p.name, p.title, p.state, p.role] for p in record.participants}
    known |= {p.id: ["party", p.name, None, None, None] for p in record.parties}
    known |= {voice: [voice, None, None, None, None] for voice in VOICES if voice in numbers}
    for speaker, described in known.items():
        said = numbers.get(speaker, [])
        themes = {theme: len(found) for theme, found in on.get(speaker, {}).items()}
        data = packed([*described, said, verbs.get(speaker, {}), themes])
        yield VoiceRow(speaker, len(said), sum([lengths[number] for number in said]), data)


def _themes(record: Record, entries: Iterable[Entry], broader: Mapping[str, str | None]) -> Iterable[ThemeRow]:
    statements: dict[str, list[int]] = {}
    points: dict[str, list[int]] = {}
    above: dict[str, list[str]] = {}
    for entry in entries:
        for theme in with_broader(themes_of(entry), broader, above):
            statements.setdefault(theme, []).append(entry.number)
    for number, point in enumerate(record.agreed, 1):
        for theme in with_broader(point.themes, broader, above):
            points.setdefault(theme, []).append(number)
    for theme, said in statements.items():
        agreed = points.get(theme, [])
        yield ThemeRow(theme, len(said), len(agreed), packed([said, agreed]))
