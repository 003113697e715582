"""Statements looked up by their place and by their id, in the time that a dictionary takes; it changes nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verbale.record import Statement
from verbale.span import Span


@dataclass(frozen=True, slots=True)
class Places:
    """Statements of one source, none of which overlap, by place and id."""

    starts: tuple[int, ...]
    items: tuple[Statement, ...]
    ids: Mapping[str, Statement]

    def holding(self, at: Span) -> Statement | None:
        """Return the statement that a place lies in."""
        index = bisect_right(self.starts, at.start) - 1
        return self.items[index] if index >= 0 and self.items[index].at.contains(at) else None

    def touching(self, at: Span) -> Statement | None:
        """Return the first statement that shares something with a place."""
        index = max(bisect_right(self.starts, at.start) - 1, 0)
        return next((one for one in self.items[index : index + 2] if one.at.overlaps(at)), None)


def places(statements: Iterable[Statement]) -> Places:
    """Return statements as they are looked up."""
    items = tuple(sorted(statements, key=lambda one: one.at))
    return Places(tuple(one.at.start for one in items), items, {one.id: one for one in items})
