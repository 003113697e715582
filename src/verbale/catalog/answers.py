"""What the catalog answers with: records where they are mentioned, and speakers, as frozen values; nothing is asked here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from verbale.jsontext import unpacked
from verbale.record import Event, Participant, Party, Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verbale.catalog.entries import Entry


class Head(NamedTuple):
    """A record where it is mentioned: its facts, and the people that its voices are made of."""

    key: int
    id: str
    rank: str
    statements: int
    points: int
    title: str
    event: Event
    publisher: str | None
    language: str
    participants: tuple[Participant, ...]
    parties: tuple[Party, ...]
    speaking: tuple[str, ...]
    expanded: Mapping[str, str]


class Whole(NamedTuple):
    """A record with what the catalog worked out about it."""

    head: Head
    path: str
    record: Record
    entries: tuple[Entry, ...]
    places: tuple[int, ...]
    differences: tuple[tuple[str, str, str, str], ...]


class VoiceData(NamedTuple):
    """One speaker in one record."""

    record: int
    rank: str
    statements: int
    words: int
    kind: str
    name: str | None
    title: str | None
    state: str | None
    role: str | None
    numbers: Sequence[int]
    verbs: dict[str, int]
    themes: dict[str, int]


class SpeakerTotal(NamedTuple):
    """A speaker in the whole archive, with what the latest records call him."""

    id: str
    kind: str
    name: str
    qualifier: str | None
    records: int
    statements: int
    words: int
    document_words: int


class Dated(NamedTuple):
    """A record for machines; `changed` is the last date of it that is known, as EDTF or RFC 3339."""

    id: str
    title: str
    date: str | None
    changed: str | None
    statements: int
    points: int


def head_of(row: tuple[Any, ...]) -> Head:
    """Return what is shown of a record from a row: key, id, rank, statements, points, and `head` of `rows.Rows`."""
    key, id_, rank, statements, points, data = row
    title, event, publisher, language, participants, parties, speaking, expanded = unpacked(data)
    event_id, date, time, kind, medium, place = event
    return Head(
        *(key, id_, rank, statements, points, title),
        Event(id=event_id, date=date, time=time, kind=kind, medium=medium, place=place),
        publisher,
        language,
        tuple([Participant(id=i, name=n, title=t, state=s, role=r) for i, n, t, s, r in participants]),
        tuple([Party(id=i, name=n) for i, n in parties]),
        tuple(speaking),
        expanded,
    )
