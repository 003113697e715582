"""A statement together with what belongs to it, so that any page can show it without its whole record; no I/O.

Numbers count from 1 in a record: statements in the order of the source, agreed points in the order of the record.
"""

from __future__ import annotations

from typing import NamedTuple

from verbale.record import AgreedPoint, Record, Statement


class Entry(NamedTuple):
    """A statement, its number, the agreed points inside it with theirs, and the number of the statement it goes on from."""

    number: int
    statement: Statement
    points: tuple[tuple[int, AgreedPoint], ...] = ()
    from_number: int | None = None


def entries_of(record: Record) -> tuple[Entry, ...]:
    """Return a record's statements in the order of the source, each with its agreed points."""
    ordered = sorted(record.statements, key=lambda statement: statement.at)
    numbers = {statement.id: number for number, statement in enumerate(ordered, 1)}
    points: dict[str, list[tuple[int, AgreedPoint]]] = {}
    for number, point in enumerate(record.agreed, 1):
        points.setdefault(point.statement, []).append((number, point))
    return tuple(
        [
            Entry(number, statement, tuple(points.get(statement.id, ())), numbers.get(statement.from_ or ""))
            for number, statement in enumerate(ordered, 1)
        ],
    )
