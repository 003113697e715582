"""Why each sentence of a source has its speaker: the rule that decided, and those that would have answered otherwise.

It reads sources and writes nothing; what it tells is the parser's reading, whatever a person made of the record since.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from verbale.archive import Archive, read_source, source_paths
from verbale.errors import Problem, SourceError
from verbale.parse import Reading, read
from verbale.parse.reading import Attribution, Voice
from verbale.source import Source

WIDTH: Final = 100
MARGIN: Final = "      "


def explained(archive: Archive, paths: Sequence[str] | None) -> Iterator[tuple[str, Problem | None]]:
    """Give for each source (all, or those in `paths`, which may be folders) its explanation, or why there is none."""
    found, _ = source_paths(archive)
    asked = found if paths is None else [one for one in found if any(_within(one, path) for path in paths)]
    for path in paths or ():
        if not any(_within(one, path) for one in found):
            yield "", Problem(path, code="no-source", message="not a source of this archive.")
    for path in asked:
        try:
            yield explanation(read_source(archive, path)), None
        except SourceError as error:
            yield "", Problem(path, code="source", message=str(error).removeprefix(f"{path}: "))


def _within(source: str, path: str) -> bool:
    return source == path or source.startswith(f"{path.rstrip('/')}/")


def explanation(source: Source) -> str:
    """Return what the parser makes of a source, sentence by sentence, for a terminal."""
    reading = read(source, why=True)
    lines = [source.path, ""]
    for number, statement in enumerate(reading.statements, 1):
        words = " ".join(statement.sentence.span.of(source.text).split())
        lines += textwrap.wrap(words, WIDTH, initial_indent=f"s{number:02d}".ljust(6), subsequent_indent=MARGIN)
        lines.append(MARGIN + _answer(statement.attribution, reading))
        lines += [
            f"{MARGIN}also: {_answer(other, reading)}" for other in _told(statement.attribution, statement.others)
        ]
        lines.append("")
    return "\n".join(lines)


def _told(decided: Attribution, others: Sequence[Attribution]) -> Iterator[Attribution]:
    """Give the other rules that applied, once each."""
    seen = {decided.rule}
    for other in others:
        if other.rule not in seen:
            seen.add(other.rule)
            yield other


def _answer(attribution: Attribution, reading: Reading) -> str:
    """Say who speaks by a rule, and what it went by."""
    who = _name(attribution.voice, reading)
    parts = [f"→ {who}, {attribution.basis} (rule {attribution.rule or 'none'})"]
    if attribution.cue:
        parts.append(f"cue “{' '.join(attribution.cue.of(reading.source.text).split())}”")
    if attribution.origin is not None:
        parts.append(f"from s{attribution.origin + 1:02d}")
    if attribution.also:
        parts.append("with " + ", ".join(_name(voice, reading) for voice in attribution.also))
    return "; ".join(parts)


def _name(voice: Voice, reading: Reading) -> str:
    if voice.party:
        return reading.actors.gazetteer.shown(voice.party)
    return voice.person.label if voice.person else voice.kind
