"""A record's canonical JSON cut into its statements and agreed points, and put together again; no record is read of it.

One entry stands on one line (`recordjson.py`), so that a line is a statement, and a statement can be kept as its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_STATEMENTS: Final = '"statements": ['
_POINTS: Final = '"agreed": ['


def cut(canonical: str) -> tuple[str, list[str], list[str]]:
    """Return canonical JSON without the entries of `statements` and `agreed`, and these as lines without their commas."""
    lines = canonical.split("\n")
    statements, points = _taken_out(lines, _STATEMENTS), _taken_out(lines, _POINTS)
    return "\n".join(lines), statements, points


def joined(frame: str, statements: Sequence[str], points: Sequence[str]) -> str:
    """Return the canonical JSON that was cut into these."""
    lines = frame.split("\n")
    for opening, entries in ((_STATEMENTS, statements), (_POINTS, points)):
        if entries:
            place = lines.index(opening) + 1
            lines[place:place] = [",\n".join(entries)]
    return "\n".join(lines)


def _taken_out(lines: list[str], opening: str) -> list[str]:
    """Take the entries after an opening line out of the lines and return them."""
    if opening not in lines:
        return []
    start = lines.index(opening) + 1
    end = next(place for place in range(start, len(lines)) if lines[place].startswith("]"))
    entries = [line.removesuffix(",") for line in lines[start:end]]
    del lines[start:end]
    return entries
