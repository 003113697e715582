"""Single values merged three ways: what the parser said, what the file says, what the parser says today.

The side that changed wins; where both did, the file's stays and a conflict tells of the other. No places, no files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeVar

from verbale.shapes import written
from verbale.span import Span

T = TypeVar("T")
_SHOWN: Final = 70


class Conflict(NamedTuple):
    """One thing that a person and the parser have both changed: the list and the id of its item, its key, the words.

    `name` and `id` are empty for the record itself; `key` is as files have it, with dots (`event.date`).
    """

    name: str
    id: str
    key: str
    message: str


@dataclass(frozen=True, slots=True)
class Item:
    """Where a conflict would be: a list of the record, and the item's id."""

    name: str
    id: str
    conflicts: list[Conflict]

    def three(self, key: str, base: T, file: T, parsed: T) -> T:
        """Merge one value, and note a conflict where there is one."""
        if file in (base, parsed):
            return parsed
        if parsed != base:
            self.note(key, base, file, parsed)
        return file

    def note(self, key: str, base: Any, file: Any, parsed: Any) -> None:
        """Note that both have changed a value."""
        name = f"{self.id}: " if self.id else ""
        words = f"{name}both changed '{written(key)}': here {shown(file)}, the parser now {shown(parsed)} (it said {shown(base)})."
        self.conflicts.append(Conflict(self.name, self.id, written(key), words))

    def tell(self, key: str, words: str) -> None:
        """Note a conflict in words of its own."""
        self.conflicts.append(Conflict(self.name, self.id, key, f"{self.id}: {words}"))


def sets(base: Sequence[str], file: Sequence[str], parsed: Sequence[str]) -> tuple[str, ...]:
    """Merge lists in which each value stands or falls by itself, as themes do."""
    if tuple(file) in (tuple(base), tuple(parsed)):
        return tuple(parsed)
    kept = [each for each in file if each not in base or each in parsed]
    return (*kept, *(each for each in parsed if each not in base and each not in kept))


def shown(value: Any) -> str:
    """Name a value in a message."""
    if value is None or value == ():
        return "nothing"
    if isinstance(value, Span):
        return f"[{value.start}, {value.end}]"
    if isinstance(value, tuple):
        return f"'{', '.join(value)}'"
    words = " ".join(str(value).split())
    return f"'{words[:_SHOWN]}…'" if len(words) > _SHOWN else f"'{words}'"


def quoted(texts: Iterable[str]) -> str:
    """Name passages in a message: the beginning and the end of each."""
    half = _SHOWN // 2
    plain = (" ".join(text.split()) for text in texts)
    return " | ".join(f"“{words}”" if len(words) <= _SHOWN else f"“{words[:half]}…{words[-half:]}”" for words in plain)
