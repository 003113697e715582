"""What must always hold of a record: that it says what its source says, everything once, with ids and names in order.

It reads values and returns all faults at once; it opens no file, changes nothing and never raises for a bad record.

The five invariants are those of `docs/format.md`, "What must always hold".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verbale.authority import Authority
from verbale.errors import Fault, Problem
from verbale.record import Record
from verbale.recordfile import placed
from verbale.source import Source
from verbale.span import Span, line_and_column
from verbale.vocabulary import id_faults, reference_faults, vocabulary_faults

Where = tuple[str | int, ...]
_SHOWN: Final = 60
_NEAR: Final = 5000
"""How far around its place misquoted words are looked for, in code points: so that many faults stay linear."""


def verify(record: Record, source: Source, authority: Authority | None, *, path: str, text: str) -> list[Problem]:
    """Return all that is wrong with a record, each with its line; an empty list means that it may be published.

    `path` and `text` are those of the record's file. Themes are checked where an `authority` is given. The time is linear
    in the record, and lines are looked for only where there is a fault.
    """
    return placed(faults(record, source, authority), text, path)


def faults(record: Record, source: Source, authority: Authority | None) -> Iterator[Fault]:
    """Give all that is wrong with a record, in no order."""
    yield from id_faults(record)
    yield from vocabulary_faults(record)
    yield from reference_faults(record, authority)
    if record.source.sha256 != source.sha256:
        yield _changed(record, source)
        return  # every place would be off: one fault says it all
    yield from _text_faults(record, source.text)
    yield from _cover_faults(record, source)
    yield from _point_faults(record)


def _changed(record: Record, source: Source) -> Fault:
    """Return the fault of a source that is not the one that the record was made from (invariant 4)."""
    message = (
        f"the source {source.path} has changed: its SHA-256 is {source.sha256}, the record has {record.source.sha256}."
    )
    remedy = f"Run `verbale parse {source.path}`: it takes in what changed and keeps what people wrote."
    return Fault(("source", "sha256"), "source-changed", message, remedy)


def _text_faults(record: Record, text: str) -> Iterator[Fault]:
    """Give the places that do not hold the words that the record has there (invariant 1), or lie outside the source."""
    items: list[tuple[Where, Span, str]] = [*_spans(record)]
    items += [(("agreed", n), point.at, point.text) for n, point in enumerate(record.agreed)]
    for where, at, said in items:
        if not _lies_in(at, text):
            yield _outside((*where, "at"), at, text)
        elif text[at.start : at.end] != said:
            yield _misquote((*where, "text"), said, at, text)
    facts: list[tuple[Where, Span]] = [(("event", "at", name), at) for name, at in record.event.at.items()]
    facts += [(("participants", n, "at"), one.at) for n, one in enumerate(record.participants) if one.at is not None]
    yield from (_outside(where, at, text) for where, at in facts if not _lies_in(at, text))


def _spans(record: Record) -> Iterator[tuple[Where, Span, str]]:
    """Give what together must be the whole source: where it is in the record and in the source, and its words."""
    for index, piece in enumerate(record.furniture):
        yield ("furniture", index), piece.at, piece.text
    for index, statement in enumerate(record.statements):
        yield ("statements", index), statement.at, statement.text


def _lies_in(at: Span, text: str) -> bool:
    return at.start < at.end <= len(text)


def _outside(where: Where, at: Span, text: str) -> Fault:
    """Return the fault of a place that is empty or not in the source."""
    if at.start >= at.end:
        message = f"the place [{at.start}, {at.end}] is empty: its end must come after its start."
    else:
        message = f"the place [{at.start}, {at.end}] is outside the source, which has {len(text)} characters."
    return Fault(where, "outside-source", message, "Correct the two numbers.")


def _misquote(where: Where, said: str, at: Span, text: str) -> Fault:
    """Return the fault of words that are not the source's; where the source has them elsewhere, say so."""
    there = at.of(text)
    first = next((n for n, (a, b) in enumerate(zip(said, there, strict=False)) if a != b), min(len(said), len(there)))
    begin = max(0, first - 20)
    line, column = line_and_column(text, at.start)
    message = (
        f"not the source's words at [{at.start}, {at.end}] (line {line}, column {column}): "
        f"the record has {_shown(said[begin:])}, the source {_shown(there[begin:])}."
    )
    near = max(0, at.start - _NEAR)
    found = text.find(said, near, at.end + _NEAR)
    if found < 0:
        remedy = "Give the words exactly as the source has them, or correct `at`."
    else:
        remedy = f"The source has these words at [{found}, {found + len(said)}]: correct `at`, or the words."
    return Fault(where, "misquote", message, remedy)


def _shown(words: str) -> str:
    """Quote the first words on one line."""
    plain = words.encode("unicode_escape").decode() if not words.isprintable() else words
    return f"“{plain[:_SHOWN]}…”" if len(plain) > _SHOWN else f"“{plain}”"


def _cover_faults(record: Record, source: Source) -> Iterator[Fault]:
    """Give the words that no furniture or statement has, and those that two have (invariant 2)."""
    text = source.text
    items = sorted((at, where) for where, at, _ in _spans(record) if _lies_in(at, text))
    done = 0
    last: Where = ()
    for at, where in items:
        if at.start > done:
            yield from _gap_faults(Span(done, at.start), where, source)
        else:
            yield from _overlap_faults(Span(at.start, min(done, at.end)), where, last, record, text)
        if at.end > done:
            done, last = at.end, where
    yield from _gap_faults(Span(done, len(text)), last, source)


def _gap_faults(gap: Span, where: Where, source: Source) -> Iterator[Fault]:
    """Give the fault of words that belong to no span; `where` is the item after them, or the last."""
    inner = gap.trim(source.text)
    if inner.start < inner.end:
        line, column = line_and_column(source.text, inner.start)
        message = (
            f"{_shown(inner.of(source.text))} at [{inner.start}, {inner.end}] of {source.path} "
            f"(line {line}, column {column}) is in no statement and no furniture."
        )
        remedy = "Put it into a statement, or add it to `furniture`."
        yield Fault(where, "not-covered", message, remedy)


def _overlap_faults(shared: Span, where: Where, other: Where, record: Record, text: str) -> Iterator[Fault]:
    """Give the fault of words that two spans share."""
    inner = shared.trim(text)
    if inner.start < inner.end:
        message = f"{_shown(inner.of(text))} at [{inner.start}, {inner.end}] is in {_name(other, record)} too."
        yield Fault((*where, "at"), "overlap", message, "Let one of the two end where the other begins.")


def _name(where: Where, record: Record) -> str:
    """Name a statement or a piece of furniture in a message."""
    name, index = where
    if name == "statements":
        return f"statement {record.statements[int(index)].id}"
    piece = record.furniture[int(index)]
    return f"the furniture '{piece.kind}' at {list(piece.at)}"


def _point_faults(record: Record) -> Iterator[Fault]:
    """Give the agreed points that lie outside their statement (invariant 3)."""
    statements = {statement.id: statement for statement in record.statements}
    for index, point in enumerate(record.agreed):
        holder = statements.get(point.statement)
        if holder is not None and not holder.at.contains(point.at):
            message = (
                f"the agreed point '{point.id}' at {list(point.at)} is not inside its statement {holder.id} "
                f"at {list(holder.at)}."
            )
            right = next((other.id for other in record.statements if other.at.contains(point.at)), None)
            remedy = f"It is inside {right}: correct `statement`." if right else "Correct `at` or `statement`."
            yield Fault(("agreed", index, "at"), "point-outside", message, remedy)
