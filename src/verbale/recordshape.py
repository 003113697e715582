"""The keys of a record, from YAML or JSON to frozen values and back to plain ones; no text is read or written here.

`src/verbale/schema/record.json` says the same to editors; it does not judge what a record says (`verify.py`).
"""

from __future__ import annotations

from typing import Any, Final

from verbale.errors import Fault
from verbale.record import (
    SCHEMA_VERSION,
    AgreedPoint,
    Event,
    Furniture,
    Participant,
    Party,
    Record,
    Retired,
    SourceEntry,
    Statement,
)
from verbale.shapes import UnfitError, ids, number, plain, shape, span, spans, text, texts

RECORD: Final = shape(
    "the record",
    Record,
    schema=number,
    id=text,
    title=text,
    language=text,
    source=shape(
        "the source",
        SourceEntry,
        path=text,
        sha256=text,
        section=texts,
        publisher=text,
        url=text,
        published=text,
        retrieved=text,
        translation_of=text,
    ),
    event=shape("the event", Event, id=text, date=text, time=text, kind=text, medium=text, place=text, at=spans),
    participants=[
        shape("a participant", Participant, id=text, name=text, title=text, state=text, role=text, at=span, note=text)
    ],
    parties=[shape("a party", Party, id=text, name=text)],
    furniture=[shape("a piece of furniture", Furniture, kind=text, at=span, text=text)],
    statements=[
        shape(
            "a statement",
            Statement,
            id=text,
            paragraph=number,
            at=span,
            speaker=text,
            basis=text,
            cue=text,
            from_=text,
            speech=text,
            sides=texts,
            also=texts,
            themes=texts,
            note=text,
            text=text,
        )
    ],
    agreed=[
        shape(
            "an agreed point",
            AgreedPoint,
            id=text,
            statement=text,
            at=span,
            act=text,
            verb=text,
            label=text,
            themes=texts,
            note=text,
            text=text,
        )
    ],
    retired=[shape("a retired id", Retired, id=text, at=span, text=text, into=text, note=text)],
    was=ids,
    note=text,
    revised=text,
)
"""The keys of a record and what each holds, in the order in which files have them."""


def from_plain(value: Any) -> tuple[Record | None, list[Fault]]:
    """Return the record that plain values (of YAML or JSON) hold, `None` if they hold none, and what was found."""
    version = value.get("schema") if isinstance(value, dict) else None
    if version is not None:
        newer = _newer(version)
        if newer:
            return None, [newer]
    faults: list[Fault] = []
    return RECORD.read(value, (), faults), faults


def _newer(version: Any) -> Fault | None:
    """Return the fault of a record that a later verbale wrote: nothing else in it need be as it is here."""
    try:
        found = number(version)
    except UnfitError:
        return None
    if found == SCHEMA_VERSION:
        return None
    message = f"the record is of schema {found}; this verbale reads schema {SCHEMA_VERSION}."
    return Fault(("schema",), "schema-version", message, "Install the verbale that wrote it.")


def to_plain(record: Record) -> dict[str, Any]:
    """Return a record as plain values in the order of `RECORD`, leaving out what is absent or empty."""
    return plain(record, RECORD)
