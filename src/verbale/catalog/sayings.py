"""Who says what on which theme in a record, and sums over that which are kept as records come and go; no look at pages.

A theme counts what bears on it and on all themes below it, here as everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.order import UNDATED, period_of
from verbale.jsontext import unpacked
from verbale.record import NARRATOR, UNKNOWN

if TYPE_CHECKING:
    import sqlite3
    from collections import Counter
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from verbale.catalog.entries import Entry
    from verbale.record import Record

ASIDE: Final = frozenset({NARRATOR, UNKNOWN})
"""Voices that are nobody's, and have no pages."""
Sum = tuple[str, str, str]
"""What a sum is of: `said` with speaker and theme (statements), `verb` with speaker and verb (statements), `year` with theme
and year (statements), `met` with two persons who led a meeting (records), `speaker` and `theme` with the id of one and a
period (entries of its list)."""


CELL: Final = "substr(?1, 1, instr(?1, ' ') - 1), substr(?1, instr(?1, ' ') + 1)"
"""Speaker and theme out of the id of a cell, which has a space between them, in SQL."""


class Sayings(NamedTuple):
    """What one record adds: numbers of statements by speaker and theme, and its part of each sum."""

    said: tuple[tuple[str, str, tuple[int, ...]], ...]
    sums: tuple[tuple[str, str, str, int], ...]


def themes_of(entry: Entry) -> Sequence[str]:
    """Return the themes of a statement and of the agreed points in it, each once."""
    if not entry.points:
        return entry.statement.themes
    found = dict.fromkeys(entry.statement.themes)
    for _, point in entry.points:
        found.update(dict.fromkeys(point.themes))
    return list(found)


def with_broader(
    themes: Sequence[str], broader: Mapping[str, str | None], above: dict[str, list[str]]
) -> Iterable[str]:
    """Return themes and all those above them, each once; `above` remembers what is above each."""
    for theme in themes:
        if theme not in above:
            chain: dict[str, None] = {}
            step: str | None = theme
            while step is not None and step not in chain:
                chain[step] = None
                step = broader.get(step)
            above[theme] = list(chain)
    if len(themes) == 1:
        return above[themes[0]]
    return dict.fromkeys(one for theme in themes for one in above[theme])


def said_in(entries: Iterable[Entry], broader: Mapping[str, str | None]) -> dict[str, dict[str, list[int]]]:
    """Return the numbers of the statements of each speaker on each theme, narrower themes included."""
    above: dict[str, list[str]] = {}
    found: dict[str, dict[str, list[int]]] = {}
    for entry in entries:
        themes = themes_of(entry)
        if themes:
            own = found.setdefault(entry.statement.speaker, {})
            for theme in with_broader(themes, broader, above):
                own.setdefault(theme, []).append(entry.number)
    return found


def sayings_of(
    record: Record, year: str, said: Mapping[str, Mapping[str, list[int]]], verbs: Mapping[str, Mapping[str, int]]
) -> Sayings:
    """Return what a record of a year ("2021", "undated") adds, from its statements by speaker and theme, and its verbs."""
    cells = [
        (speaker, theme, tuple(numbers))
        for speaker, themes in said.items()
        if speaker not in ASIDE
        for theme, numbers in themes.items()
    ]
    sums = [("said", speaker, theme, len(numbers)) for speaker, theme, numbers in cells]
    sums += [
        ("verb", s, verb, times) for s, counts in verbs.items() if s not in ASIDE for verb, times in counts.items()
    ]
    years: dict[str, int] = {}
    for themes in said.values():
        for theme, numbers in themes.items():
            years[theme] = years.get(theme, 0) + len(numbers)
    sums += [("year", theme, year, number) for theme, number in years.items()]
    leading = sorted({person.id for person in record.participants if person.role == "principal"})
    sums += [("met", a, b, 1) for place, a in enumerate(leading) for b in leading[place + 1 :]]
    return Sayings(tuple(cells), tuple(sums))


def put_said(db: sqlite3.Connection, key: int | None, rank: str, sayings: Sayings) -> None:
    """Put what a record says by speaker and theme in; its sums are for `keep_sums`."""
    db.executemany(
        "INSERT INTO said VALUES (?, ?, ?, ?, ?, ?)",
        [(speaker, theme, rank, key, len(n), ",".join(map(str, n))) for speaker, theme, n in sayings.said],
    )


def take_said(db: sqlite3.Connection, key: int, rank: str) -> Sayings:
    """Take what a record says out and return it."""
    sayings = sayings_in(db, key)
    cells = [(speaker, theme, rank) for speaker, theme, _ in sayings.said]
    db.executemany("DELETE FROM said WHERE speaker = ? AND theme = ? AND rank = ?", cells)
    return sayings


def sayings_in(db: sqlite3.Connection, key: int) -> Sayings:
    """Return what a record in the catalog adds."""
    (data,) = db.execute("SELECT sayings FROM body WHERE record = ?", (key,)).fetchone()
    return Sayings(*unpacked(data))


def count_in(sums: Counter[Sum], sayings: Sayings, times: int = 1) -> None:
    """Add a record's part to sums, or with -1 take it away."""
    for kind, a, b, number in sayings.sums:
        sums[kind, a, b] += times * number


def count_listed(
    sums: Counter[Sum], kind: str, rank: str, statements: Iterable[tuple[str, int]], times: int = 1
) -> None:
    """Add a record's entries in the lists of its speakers or themes to sums; where nobody is heard to speak, it is one entry."""
    period = period_of(rank)
    for id_, number in statements:
        sums[kind, id_, "" if period == UNDATED else period] += times * max(number, 1)


def keep_sums(db: sqlite3.Connection, changes: Counter[Sum]) -> None:
    """Add changes to the sums that are kept."""
    rows = [(*of, number) for of, number in changes.items() if number]
    db.executemany(
        "INSERT INTO tally VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET number = number + excluded.number", rows
    )
    db.executemany("DELETE FROM tally WHERE kind = ? AND a = ? AND b = ? AND number = 0", [row[:3] for row in rows])


def cells_of(db: sqlite3.Connection, kind: str = "", id_: str = "") -> Iterator[tuple[str, str, int]]:
    """Give speaker, theme and number of statements where a speaker says anything on a theme; of one speaker, or theme."""
    which = {"": "? = ''", "speaker": "a = ?", "theme": "b = ?"}[kind]
    return db.execute(f"SELECT a, b, number FROM tally WHERE kind = 'said' AND {which} ORDER BY a, b", (id_,))  # noqa: S608


def said_on(db: sqlite3.Connection, cell: str, low: str, high: str) -> Iterator[tuple[int, list[int]]]:
    """Give the records in a stretch of time, newest first, in which a speaker speaks on a theme: key, numbers of statements.

    `cell` is speaker and theme with a space between them.
    """
    query = f"SELECT record, numbers FROM said WHERE (speaker, theme) = ({CELL}) AND rank BETWEEN ?2 AND ?3 ORDER BY rank DESC"  # noqa: S608
    for record, numbers in db.execute(query, (cell, low, high)):
        yield record, list(map(int, numbers.split(",")))


def listed(db: sqlite3.Connection, kind: str, id_: str) -> list[tuple[str, int]]:
    """Return the periods in the list of a speaker or theme, each with its entries: counting its rows takes long where there are many."""
    return db.execute("SELECT b, number FROM tally WHERE kind = ? AND a = ? ORDER BY b", (kind, id_)).fetchall()


def sums_of(db: sqlite3.Connection, kind: str, of: str = "") -> dict[tuple[str, str], int]:
    """Return the sums of a kind, all or those `of` one speaker or theme."""
    which = " AND a = ?2" if of else " AND ?2 = ''"
    rows = db.execute(f"SELECT a, b, number FROM tally WHERE kind = ?1{which} ORDER BY a, b", (kind, of))  # noqa: S608
    return {(a, b): number for a, b, number in rows}
