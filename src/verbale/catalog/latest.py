"""The records of one speaker or theme that were changed last; a query only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verbale.catalog.answers import Dated

if TYPE_CHECKING:
    import sqlite3

_ROWS: Final = {"speaker": ("voice", "speaker", "0"), "theme": ("bears", "theme", "s.points")}
"""Of each kind the table, its column of ids, and the number of agreed points."""


def latest(db: sqlite3.Connection, kind: str, id_: str, limit: int) -> list[Dated]:
    """Return the records in which a speaker speaks, or that bear a theme, as far as they do; what was changed last first."""
    table, column, points = _ROWS[kind]
    (records,) = db.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?", (id_,)).fetchone()  # noqa: S608
    (total,) = db.execute("SELECT coalesce(max(key), 0) FROM record").fetchone()
    # Whoever is in many records is soon met among the latest; of whoever is in few, these are sooner put in order.
    pairs = ("record r CROSS JOIN {0} s" if records * records > limit * total else "{0} s CROSS JOIN record r").format(
        table
    )
    rows = db.execute(
        f"SELECT r.id, r.title, r.date, r.changed, s.statements, {points} FROM {pairs} "  # noqa: S608
        f"WHERE s.{column} = ? AND s.rank = r.rank AND s.statements ORDER BY r.changed DESC, r.rank DESC LIMIT ?",
        (id_, limit),
    )
    return [Dated(*row) for row in rows]
