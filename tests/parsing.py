"""What parser tests share: a text parsed as a source of its own, and a record's statements in words."""

from __future__ import annotations

from verbale.authority import Authority
from verbale.parse import KnownIds, parse
from verbale.record import Record
from verbale.source import Source, decode
from verbale.verify import faults

NOTHING_DECIDED = Authority()
NOTHING_GIVEN = KnownIds()


def source(text: str | bytes) -> Source:
    """A text as a source; bytes as they stand."""
    return decode("seeds/readout.txt", text if isinstance(text, bytes) else text.encode())


def parsed(text: str | bytes, authority: Authority = NOTHING_DECIDED, known: KnownIds = NOTHING_GIVEN) -> Record:
    """The record of a text."""
    return parse(source(text), authority, known=known)


def names(record: Record) -> dict[str, str]:
    """The speakers of a record by id: a name; of a person never named, title and state."""
    persons = {p.id: p.name or " of ".join(w for w in (p.title, p.state) if w) for p in record.participants}
    return persons | {p.id: p.name for p in record.parties}


def voices(record: Record) -> list[tuple[str, str]]:
    """Speaker and words of each statement, in order."""
    known = names(record)
    return [(known.get(s.speaker, s.speaker), s.text) for s in record.statements]


def wrong(record: Record, text: str | bytes) -> list[str]:
    """What the invariants of a record have against it, in words."""
    return [fault.message for fault in faults(record, source(text), NOTHING_DECIDED)]
