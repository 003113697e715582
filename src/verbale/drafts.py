"""A source turned into the texts of its record, in any process; what the archive makes of them is for `accession.py`.

Nothing is written here, and no fault of one source, not even one of the parser, reaches another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from verbale import recordfile
from verbale.archive import Archive, read_source
from verbale.authority import Authority
from verbale.errors import Fault, Problem, SourceError
from verbale.parse import KnownIds, Vocabulary, compile_vocabulary, parse
from verbale.record import Record
from verbale.recordjson import dump_json
from verbale.registry import Meeting, Voice, meeting_of, voices_of
from verbale.source import Source
from verbale.verify import faults


class Draft(NamedTuple):
    """What became of one source: its record's texts (empty where there is a problem) and what decides about its ids.

    `base` is the record's id without a number, `text` the YAML and `parsed` the JSON of the record with the id `id`.
    """

    path: str
    digest: str = ""
    id: str = ""
    base: str = ""
    voices: tuple[Voice, ...] = ()
    text: str = ""
    parsed: str = ""
    meeting: Meeting | None = None
    problems: tuple[Problem, ...] = ()


Actors = Mapping[str, tuple[str, str | None]]


def drafter(archive: Archive, authority: Authority, actors: Actors) -> Callable[[Sequence[str]], list[Draft]]:
    """Return the function that makes drafts of sources, given by their paths, where `actors` have their ids already."""
    return partial(_drafts, archive, authority, dict(actors))


def _drafts(archive: Archive, authority: Authority, actors: Actors, paths: Sequence[str]) -> list[Draft]:
    vocabulary = compile_vocabulary(authority)
    return [draft_of(archive, authority, actors, path, vocabulary=vocabulary) for path in paths]


def draft_of(
    archive: Archive,
    authority: Authority,
    actors: Actors,
    path: str,
    id_: str | None = None,
    event: str | None = None,
    *,
    vocabulary: Vocabulary | None = None,
) -> Draft:
    """Return the draft of one source; with `id_` and `event` the record and its event get these ids, whatever the parser would give."""
    try:
        source = read_source(archive, path)
    except SourceError as error:
        message = str(error).removeprefix(f"{path}: ")
        return Draft(path, problems=(Problem(path, code="source", message=message),))
    record, problems = reading(source, authority, actors, vocabulary)
    if record is None:
        return Draft(path, source.sha256, problems=problems)
    record = record if id_ is None else replace(record, id=id_)
    base = record.event.id
    record = record if event is None else replace(record, event=replace(record.event, id=event))
    text, parsed = recordfile.dump(record), dump_json(record)
    voices, meeting = tuple(voices_of(record)), meeting_of(record)
    return Draft(source.path, source.sha256, record.id, base, voices, text, parsed, meeting)


def reading(
    source: Source, authority: Authority, actors: Actors, vocabulary: Vocabulary | None = None
) -> tuple[Record | None, tuple[Problem, ...]]:
    """Return what the parser says of a source, or why it says nothing: no fault of its own leaves this function."""
    if not source.text.strip():
        message, remedy = "the document is empty.", "Put the text of the press release into it, or remove it."
        return None, (Problem(source.path, code="empty", message=message, remedy=remedy),)
    try:
        record = parse(source, authority, known=KnownIds(actors=MappingProxyType(actors)), vocabulary=vocabulary)
    except Exception as error:  # noqa: BLE001 - a fault of the parser must not cost the other sources
        message = f"verbale failed on this document ({type(error).__name__}: {error})."
        return None, (_our_fault(source.path, message),)
    broken = list(faults(record, source, authority))
    return (None if broken else record), tuple(_our_fault(source.path, _told(fault)) for fault in broken)


def _told(fault: Fault) -> str:
    where = ".".join(map(str, fault.where))
    return f"verbale's reading of this document breaks the rules of a record ({where}): {fault.message}"


def _our_fault(path: str, message: str) -> Problem:
    return Problem(path, code="parser", message=message, remedy="This is a fault of verbale: please report it.")
