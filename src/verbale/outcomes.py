"""What a run of `verbale parse` did, source by source, in words; it does nothing and writes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import unified_diff
from typing import Final, Literal

from verbale.errors import Problem

WORDS: Final = (
    ("made", "made"),
    ("updated", "brought up to date"),
    ("unchanged", "unchanged"),
    ("same", "of a document that has one"),
    ("stopped", "stopped"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source.

    `made` (its record is new), `updated` (what the parser says anew is in it), `unchanged`, `same` (as another source) or
    `stopped`. `before` and `after` are the record's texts, where they differ.
    """

    source: str
    kind: Literal["made", "updated", "unchanged", "same", "stopped"]
    record: str = ""
    problems: tuple[Problem, ...] = ()
    before: str = ""
    after: str = ""

    def told(self) -> str:
        """Say it in a line."""
        if self.kind == "same":
            return f"same: {self.source} is the document of {self.record}"
        return f"{self.kind}: {self.record} ({self.source})" if self.record else f"{self.kind}: {self.source}"

    def diff(self) -> list[str]:
        """Return how the record's file changes, as a unified diff, a line an item."""
        return unified(self.record, self.before, self.after)


@dataclass(frozen=True, slots=True)
class Accession:
    """What became of all the sources of a run, in the order of their paths, and what else is wrong in the archive."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """All problems of the run, sorted."""
        return tuple(sorted({*self.problems, *(problem for one in self.outcomes for problem in one.problems)}))

    def summary(self) -> str:
        """Say how many sources became what."""
        counts: Counter[str] = Counter(one.kind for one in self.outcomes)
        parts = [f"{counts[kind]} {word}" for kind, word in WORDS if counts[kind]]
        return (
            f"{len(self.outcomes)} {'source' if len(self.outcomes) == 1 else 'sources'}: {', '.join(parts) or 'none'}."
        )


def unified(path: str, before: str, after: str) -> list[str]:
    """Return how the text of a file changes, as a unified diff, a line an item."""
    return list(unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm=""))
