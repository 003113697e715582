"""Records into and out of the catalog's tables, and the sums kept over them; it reads no file and decides on none."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from verbale.catalog.sayings import count_in, count_listed, keep_sums, put_said, take_said
from verbale.catalog.words import code_of
from verbale.jsontext import packed, unpacked

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from verbale.catalog.rows import Rows
    from verbale.catalog.sayings import Sum


def put_in(db: sqlite3.Connection, rows: Rows, sums: Counter[Sum]) -> None:
    """Put a record in, and add its part to `sums`. Raises `sqlite3.IntegrityError` where its id is another's."""
    reach = packed([[voice.speaker for voice in rows.voices], [theme.theme for theme in rows.themes], rows.was])
    added = db.execute(
        "INSERT INTO record VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(rows.id, rows.path, rows.source, rows.rank, rows.event, len(rows.statements), rows.points, rows.words),
            *(rows.title, rows.date, rows.changed, rows.point_ids, rows.corrections),
        ),
    )
    key = added.lastrowid
    sayings = packed(rows.sayings)
    db.execute("INSERT INTO body VALUES (?, ?, ?, ?, ?)", (key, rows.head, reach, rows.rest, sayings))
    put_said(db, key, rows.rank, rows.sayings)
    count_in(sums, rows.sayings)
    count_listed(sums, "speaker", rows.rank, [(voice.speaker, voice.statements) for voice in rows.voices])
    count_listed(sums, "theme", rows.rank, [(theme.theme, theme.statements) for theme in rows.themes])
    db.executemany(
        "INSERT INTO statement VALUES (?, ?, ?, ?, ?)",
        [(key, number, *row) for number, row in enumerate(rows.statements, 1)],
    )
    db.executemany(
        "INSERT INTO voice VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(v.speaker, rows.rank, key, v.statements, v.words, rows.words, v.data) for v in rows.voices],
    )
    db.executemany(
        "INSERT INTO bears VALUES (?, ?, ?, ?, ?, ?)",
        [(t.theme, rows.rank, key, t.statements, t.points, t.data) for t in rows.themes],
    )
    db.executemany("INSERT INTO act VALUES (?, ?, ?)", [(act, key, points) for act, points in rows.acts])
    db.execute("INSERT INTO search VALUES (?, ?, ?)", (code_of(rows.rank), key, rows.search))


def take_out(db: sqlite3.Connection, path: str, sums: Counter[Sum]) -> tuple[tuple[str, ...], str] | None:
    """Take the record of a file out, if there is one, and its part from `sums`; return its ids, old ones too, and its source."""
    query = (
        "SELECT r.key, r.id, r.source, r.rank, b.reach FROM record r JOIN body b ON b.record = r.key WHERE r.path = ?"
    )
    row = db.execute(query, (path,)).fetchone()
    if row is None:
        return None
    key, id_, source, rank, reach = row
    speakers, themes, was = unpacked(reach)
    count_in(sums, take_said(db, key, rank), -1)
    count_listed(sums, "speaker", rank, _statements(db, "voice", "speaker", rank, speakers), -1)
    count_listed(sums, "theme", rank, _statements(db, "bears", "theme", rank, themes), -1)
    for table in ("statement", "body", "act", "search", "mention"):
        db.execute(f"DELETE FROM {table} WHERE record = ?", (key,))  # noqa: S608 - names of our own
    db.executemany("DELETE FROM voice WHERE speaker = ? AND rank = ?", [(speaker, rank) for speaker in speakers])
    db.executemany("DELETE FROM bears WHERE theme = ? AND rank = ?", [(theme, rank) for theme in themes])
    db.execute("DELETE FROM address WHERE owner = ?", (path,))
    db.execute("DELETE FROM lead WHERE owner = ?", (path,))
    db.execute("DELETE FROM record WHERE key = ?", (key,))
    return (id_, *was), source


def _statements(
    db: sqlite3.Connection, table: str, column: str, rank: str, ids: Iterable[str]
) -> Iterator[tuple[str, int]]:
    """Give how many statements the record at a rank has by each of these speakers, or on each of these themes."""
    query = f"SELECT {column}, statements FROM {table} WHERE {column} = ? AND rank = ?"  # noqa: S608 - names of our own
    for id_ in ids:
        yield db.execute(query, (id_, rank)).fetchone()


def sum_up(
    db: sqlite3.Connection, sums: Counter[Sum], speakers: Iterable[str] | None, themes: Iterable[str] | None
) -> set[str]:
    """Bring the sums of speakers and themes up to date (`None` means all of them), and add `sums` to the others.

    Return the speakers whom the latest records call otherwise now: each of their pages has their name.
    """
    keep_sums(db, sums)
    before = _names(db, speakers or ())
    _each(db, "speaker", speakers, _speaker_total)
    _each(db, "theme", themes, _theme_total)
    return {id_ for id_, name in _names(db, before).items() if before[id_] != name}


def _names(db: sqlite3.Connection, speakers: Iterable[str]) -> dict[str, str | None]:
    """Return what speakers are called, `None` for those of whom there is nothing."""
    query = "SELECT name FROM speaker_total WHERE speaker = ?"
    return {id_: (db.execute(query, (id_,)).fetchone() or (None,))[0] for id_ in speakers}


def _each(db: sqlite3.Connection, kind: str, ids: Iterable[str] | None, total: Any) -> None:
    if ids is None:
        db.execute(f"DELETE FROM {kind}_total")  # noqa: S608 - names of our own
        table = "voice" if kind == "speaker" else "bears"
        ids = [id_ for (id_,) in db.execute(f"SELECT DISTINCT {kind} FROM {table}").fetchall()]  # noqa: S608
    for id_ in sorted(ids):
        db.execute(f"DELETE FROM {kind}_total WHERE {kind} = ?", (id_,))  # noqa: S608
        db.executemany(*total(db, id_))


def _speaker_total(db: sqlite3.Connection, speaker: str) -> tuple[str, list[tuple[Any, ...]]]:
    query = "SELECT count(*), sum(statements), sum(words), sum(iif(statements, document_words, 0)) FROM voice WHERE speaker = ?"
    sums = db.execute(query, (speaker,)).fetchone()
    insert = "INSERT INTO speaker_total VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    if not sums[0]:
        return insert, []
    kind, name, qualifier = _described(db, speaker)
    return insert, [(speaker, kind, name, qualifier, *sums)]


def _described(db: sqlite3.Connection, speaker: str) -> tuple[str, str, str | None]:
    """Return what the latest records call a speaker: kind, name, title and state."""
    kind, name, qualifier = "", None, None
    for found in _latest(db, speaker):
        kind = kind or found[0]
        name = name or found[1]
        qualifier = qualifier or ", ".join(filter(None, found[2:4])) or None
        if name and (qualifier or kind != "person"):
            break
    return kind, name or qualifier or speaker, qualifier if name else None


def _latest(db: sqlite3.Connection, speaker: str) -> Iterator[list[Any]]:
    query = "SELECT data FROM voice WHERE speaker = ? ORDER BY rank DESC LIMIT 50"
    for (data,) in db.execute(query, (speaker,)):
        yield unpacked(data)


def _theme_total(db: sqlite3.Connection, theme: str) -> tuple[str, list[tuple[Any, ...]]]:
    query = "SELECT count(*), sum(statements), sum(points) FROM bears WHERE theme = ?"
    sums = db.execute(query, (theme,)).fetchone()
    return "INSERT INTO theme_total VALUES (?, ?, ?, ?)", [(theme, *sums)] if sums[0] else []
