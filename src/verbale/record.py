"""The record as frozen values: what one source says, who says it, and where; no I/O, no parsing.

The fields and their meaning are those of `docs/format.md`. Absent facts are `None` or empty; nothing is guessed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from verbale.span import Span

SCHEMA_VERSION: Final = 1
JOINT: Final = "joint"
NARRATOR: Final = "narrator"
UNKNOWN: Final = "unknown"
VOICES: Final = (JOINT, NARRATOR, UNKNOWN)
"""Speakers that are neither a person nor a party."""
RESERVED_IDS: Final = frozenset({"index", "404", *VOICES})
BASES: Final = ("named", "pronoun", "continued", "joint", "party", "narration", "none", "editor")
SPEECHES: Final = ("reported", "mixed", "direct")
ACTS: Final = (
    "decided",
    "agreed",
    "emphasized",
    "stressed",
    "reaffirmed",
    "supported",
    "welcomed",
    "condemned",
    "called for",
    "expressed concern",
    "stated",
)
FURNITURE_KINDS: Final = (
    "breadcrumb",
    "title",
    "subtitle",
    "dateline",
    "date-line",
    "caption",
    "sub-heading",
    "source-line",
    "release-line",
    "share-link",
    "print-link",
    "end-mark",
    "separator",
    "stage-direction",
    "label",
    "marker",
    "notice",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """Where the document came from; all but `path` and `sha256` only as the source or a person gives it."""

    path: str
    sha256: str
    section: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    translation_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The meeting reported; `date` is EDTF (ISO 8601-2), `at` gives the place of each fact that the source states."""

    id: str
    date: str | None = None
    time: str | None = None
    kind: str | None = None
    medium: str | None = None
    place: str | None = None
    at: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person who took part; `role` is `principal` or `attending`; one never named has a title in place of a name."""

    id: str
    name: str | None = None
    title: str | None = None
    state: str | None = None
    role: str = "attending"
    at: Span | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A state or organisation that speaks for itself."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of the source that is nobody's statement."""

    kind: str
    at: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of the body with its one speaker; `paragraph` is 1-based, `from_` the statement that named the speaker."""

    id: str
    paragraph: int
    at: Span
    speaker: str
    basis: str
    text: str
    cue: str | None = None
    from_: str | None = None
    speech: str = "reported"
    sides: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedPoint:
    """One undertaking or shared position that the sides state together, inside the statement that it names."""

    id: str
    statement: str
    at: Span
    act: str
    text: str
    verb: str | None = None
    label: str | None = None
    themes: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """An id of a statement or agreed point that was once given; `into` is the id that took its words up, if any.

    `note` is a person's note on what had the id.
    """

    id: str
    at: Span | None = None
    text: str | None = None
    into: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One source document taken apart: the only thing that the site knows of it."""

    id: str
    title: str
    source: SourceEntry
    event: Event
    language: str = "en"
    participants: tuple[Participant, ...] = ()
    parties: tuple[Party, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreed: tuple[AgreedPoint, ...] = ()
    retired: tuple[Retired, ...] = ()
    was: tuple[str, ...] = ()
    note: str | None = None
    revised: str | None = None
    schema: int = SCHEMA_VERSION
