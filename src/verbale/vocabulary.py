"""The words and names inside a record: ids of the right form and given once, known words, references that lead somewhere.

It needs no source and no file; the places of words are `verify.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from verbale.authority import Authority, Theme
from verbale.edtf import is_date
from verbale.errors import Fault
from verbale.ids import did_you_mean, id_fault
from verbale.record import ACTS, BASES, FURNITURE_KINDS, JOINT, SPEECHES, VOICES, Record, Statement

ROLES: Final = ("principal", "speaking", "attending")
FACTS: Final = ("date", "time", "kind", "medium", "place")
_STATEMENT_ID: Final = re.compile(r"s[0-9]{2,}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")

Where = tuple[str | int, ...]


def id_faults(record: Record) -> Iterator[Fault]:
    """Give the ids that have not the form of an id, and those given twice (invariant 5).

    Persons and parties are one name space; statements, agreed points and retired ids are another.
    """
    yield from _forms((("id",), record.id), (("event", "id"), record.event.id))
    voices = [(("participants", n, "id"), one.id) for n, one in enumerate(record.participants)]
    voices += [(("parties", n, "id"), one.id) for n, one in enumerate(record.parties)]
    yield from _forms(*voices)
    yield from _twice(voices)
    points = [(("agreed", n, "id"), point.id) for n, point in enumerate(record.agreed)]
    yield from _forms(*points)
    items: list[tuple[Where, str]] = [(("statements", n, "id"), one.id) for n, one in enumerate(record.statements)]
    for where, id_ in items:
        if not _STATEMENT_ID.fullmatch(id_):
            message = f"'{id_}' is no id of a statement."
            yield Fault(where, "bad-id", message, "Write an s and a number of two digits or more, as in s01.")
    items += points
    gone: list[tuple[Where, str]] = [(("retired", n, "id"), one.id) for n, one in enumerate(record.retired)]
    yield from _forms(*gone)
    yield from _twice([*items, *gone])


def _forms(*ids: tuple[Where, str]) -> Iterator[Fault]:
    for where, id_ in ids:
        unfit = id_fault(id_)
        if unfit:
            yield Fault(where, "bad-id", *unfit)


def _twice(ids: Iterable[tuple[Where, str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for where, id_ in ids:
        if id_ in seen:
            message = f"the id '{id_}' is given twice in this record."
            yield Fault(where, "duplicate-id", message, "Give this one an id that was never used.")
        seen.add(id_)


def vocabulary_faults(record: Record) -> Iterator[Fault]:
    """Give the values that are not among the words that their key knows."""
    for index, one in enumerate(record.participants):
        yield from _unknown_word(("participants", index, "role"), one.role, ROLES)
        if one.name is None and one.title is None:
            message = f"the participant '{one.id}' has neither name nor title."
            yield Fault(("participants", index), "nameless", message, "Add `name:` or `title:`.")
    for index, piece in enumerate(record.furniture):
        yield from _unknown_word(("furniture", index, "kind"), piece.kind, FURNITURE_KINDS)
    for index, statement in enumerate(record.statements):
        if statement.basis not in BASES:
            yield from _unknown_word(("statements", index, "basis"), statement.basis, BASES)
        if statement.speech not in SPEECHES:
            yield from _unknown_word(("statements", index, "speech"), statement.speech, SPEECHES)
        if statement.paragraph < 1:
            message = "paragraphs count from 1."
            yield Fault(("statements", index, "paragraph"), "bad-number", message, "Correct the number.")
    for index, point in enumerate(record.agreed):
        yield from _unknown_word(("agreed", index, "act"), point.act, ACTS)
    if not _LANGUAGE.fullmatch(record.language):
        message = f"'{record.language}' is no language tag of BCP 47."
        yield Fault(("language",), "bad-language", message, "Write it as in en, fr, pt-BR.")
    for name in record.event.at:
        yield from _unknown_word(("event", "at", name), name, FACTS)
    dates: list[tuple[Where, str | None]] = [
        (("event", "date"), record.event.date),
        (("source", "published"), record.source.published),
        (("source", "retrieved"), record.source.retrieved),
        (("revised",), record.revised),
    ]
    for where, date in dates:
        if date is not None and not is_date(date.partition("T")[0]):
            message = f"'{date}' is no date of EDTF."
            yield Fault(
                where, "bad-date", message, "Write it as in 2021-06-28, 2021-06, XXXX-06-28, 2021-06-28/2021-06-29."
            )


def _unknown_word(where: Where, word: str, known: Collection[str]) -> Iterator[Fault]:
    if word not in known:
        message = (
            f"'{word}' is no {where[-1]} that verbale knows." if where[-1] != word else f"'{word}' is no fact here."
        )
        near = did_you_mean(word, known)
        yield Fault(where, "unknown-word", message, near or f"Choose one of: {', '.join(known)}.")


def reference_faults(record: Record, authority: Authority | None) -> Iterator[Fault]:
    """Give the speakers, sides, statements and themes that are named and not there."""
    people = {one.id for one in record.participants} | {party.id for party in record.parties}
    speakers = people | set(VOICES)
    statements = {statement.id: statement for statement in record.statements}
    themes = None if authority is None else authority.themes
    for index, statement in enumerate(record.statements):
        where = ("statements", index)
        if statement.speaker not in speakers:
            yield _unknown_speaker((*where, "speaker"), statement.speaker, speakers)
        for name, ids in (("sides", statement.sides), ("also", statement.also)):
            for position, id_ in enumerate(ids):
                if id_ not in people:
                    yield _unknown_speaker((*where, name, position), id_, people)
        if statement.from_ is not None:
            yield from _from_faults((*where, "from"), statement, statements)
        if statement.themes and themes is not None:
            yield from _theme_faults((*where, "themes"), statement.themes, themes)
    for index, point in enumerate(record.agreed):
        where = ("agreed", index)
        yield from _statement_faults((*where, "statement"), point.id, point.statement, statements)
        if point.themes and themes is not None:
            yield from _theme_faults((*where, "themes"), point.themes, themes)
    known = {*statements, *(point.id for point in record.agreed), *(gone.id for gone in record.retired)}
    for index, gone in enumerate(record.retired):
        if gone.into is not None and gone.into not in known:
            message = f"'{gone.into}' is no statement or agreed point of this record."
            yield Fault(("retired", index, "into"), "unknown-statement", message, did_you_mean(gone.into, known))


def _unknown_speaker(where: Where, id_: str, known: Collection[str]) -> Fault:
    message = f"the speaker '{id_}' is neither a participant nor a party of this record."
    return Fault(
        where, "unknown-speaker", message, did_you_mean(id_, known) or "Add it to `participants` or `parties`."
    )


def _from_faults(where: Where, statement: Statement, statements: dict[str, Statement]) -> Iterator[Fault]:
    """Give what is wrong with the statement that is said to have named the speaker."""
    id_ = statement.from_ or ""
    if id_ not in statements:
        message = f"'{id_}' is no statement of this record."
        yield Fault(
            where, "unknown-statement", message, did_you_mean(id_, statements) or "Correct it, or take `from` out."
        )
    elif id_ == statement.id:
        message = f"the statement {id_} cannot name its own speaker."
        yield Fault(where, "unknown-statement", message, "Name the statement that does, or take `from` out.")


def _statement_faults(where: Where, point: str, id_: str, statements: dict[str, Statement]) -> Iterator[Fault]:
    """Give what is wrong with the statement that an agreed point names."""
    if id_ not in statements:
        message = f"'{id_}' is no statement of this record."
        yield Fault(
            where, "unknown-statement", message, did_you_mean(id_, statements) or "Name the one that holds the point."
        )
    elif statements[id_].speaker != JOINT:
        message = f"the agreed point '{point}' is in {id_}, which is not a joint statement."
        remedy = f"Give {id_} the speaker {JOINT}, or move the point to `retired`."
        yield Fault(where, "point-not-joint", message, remedy)


def _theme_faults(where: Where, ids: Iterable[str], themes: Mapping[str, Theme]) -> Iterator[Fault]:
    for position, id_ in enumerate(ids):
        if id_ not in themes:
            message = f"the theme '{id_}' is not in content/themes."
            remedy = did_you_mean(id_, themes) or f"Write content/themes/{id_}.md, or take it out here."
            now = next((one.id for one in themes.values() if id_ in one.was), None)
            if now is not None:
                message = f"the theme '{id_}' has the id '{now}' now."
                remedy = "Run `verbale parse`: it writes that wherever it is needed."
            yield Fault((*where, position), "unknown-theme", message, remedy)
