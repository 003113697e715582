"""Sentence cases as data: their files, what an extract's record says, and where the two differ.

A case is a title, an extract and the expected lines, each part ended by a line with a single dot (`tests/data/cases/README.md`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.parsing import names, parsed
from verbale.record import JOINT, Record

CASES = Path(__file__).parent / "data" / "cases"
KNOWN_MISSES = CASES / "known-misses.md"


@dataclass(frozen=True)
class Expected:
    """One expected line: whose sentence it is with its act, or a piece of furniture with its kind; then its points."""

    speaker: str
    act: str
    text: str
    points: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Case:
    """One case: the rule as a sentence, the extract, what is expected of it."""

    title: str
    extract: str
    expected: tuple[Expected, ...]


def read_cases(path: Path) -> list[Case]:
    """The cases of a file; a malformed one fails with its title."""
    parts = re.split(r"^\.\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(parts) % 3 == 1, f"{path.name}: a case lacks one of its three dots, somewhere before {parts[-1][:60]!r}"
    assert not parts[-1].strip(), f"{path.name}: text behind the last case"
    heads = parts[0:-1:3]
    return [
        Case(title.strip().splitlines()[-1], extract, tuple(expected_lines(expected, title)))
        for title, extract, expected in zip(heads, parts[1::3], parts[2::3], strict=True)
    ]


def expected_lines(text: str, title: str) -> Iterator[Expected]:
    """The expected lines of a case, each with the points below it."""
    blocks = re.split(r"\n(?!\+)", text.strip("\n"))
    assert blocks != [""], f"{title.strip()}: nothing is expected"
    for block in blocks:
        first, *below = block.split("\n")
        speaker, act, words = (part.strip() for part in first.split("|", 2))
        points = [line.removeprefix("+").split("|", 1) for line in below]
        yield Expected(speaker, act, words, tuple((a.strip(), w.strip()) for a, w in points))


def reading(case: Case) -> Record:
    """The record that an extract gives, with no editorial vocabulary."""
    return parsed(case.extract)


def differences(case: Case, record: Record) -> list[str]:
    """What a record says differently from a case, in words; expected lines are looked for in their order."""
    found: list[str] = []
    known, behind = names(record), 0
    for line in case.expected:
        if line.speaker == "furniture":
            if not any((f.kind, f.text) == (line.act, line.text) for f in record.furniture):
                found.append(f"no furniture of kind {line.act!r}: {line.text!r}")
            continue
        mine = next((s for s in record.statements if s.text == line.text and s.at.start >= behind), None)
        if mine is None:
            found.append(f"no such sentence: {line.text!r}")
            continue
        behind = mine.at.end
        if known.get(mine.speaker, mine.speaker) != line.speaker:
            found.append(f"speaker {line.speaker!r} expected, {mine.speaker!r} read: {line.text!r}")
        points = tuple((p.act, p.text) for p in record.agreed if p.statement == mine.id)
        if line.points and points != line.points:
            found.append(f"points {line.points} expected, {points} read")
        if points and not line.points and line.act == "-":
            found.append(f"no point expected, {points} read")
        if line.speaker == JOINT and mine.speaker != JOINT and line.act != "-":
            found.append(f"the act {line.act!r} is lost: {line.text!r}")
    return found
