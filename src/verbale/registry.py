"""Which records an archive has, of which sources, and who is in them: all that is needed to take a new source in.

It keeps what it learned in `.verbale/` so that it reads only files that changed; that cache may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from verbale import recordfile
from verbale.archive import CACHE, Archive, read_text, record_paths, write_text
from verbale.errors import ArchiveError, Problem, RecordError
from verbale.record import Record

KEPT: Final = f"{CACHE}/records.json"
VERSION: Final = 3
_PATH: Final = re.compile(r"\bseeds/[^\s\"'#]+")
_DIGEST: Final = re.compile(r"\b[0-9a-f]{64}\b")


class Voice(NamedTuple):
    """An id of a person or party in one record, with the name (of one never named, title and state) and the state."""

    id: str
    name: str
    state: str | None


class Meeting(NamedTuple):
    """What tells that records are of one event: its id in a record, the date, and who met, whoever is named first."""

    id: str
    date: str
    principals: tuple[str, ...]


class Entry(NamedTuple):
    """What the registry knows of one record file.

    `ids` are the record's id and its old ones; for a file that cannot be read they are empty, and `sources` and `digests`
    are all that its text might mean. `stamp` tells whether the file is still the one that was read.
    """

    path: str
    ids: tuple[str, ...]
    sources: tuple[str, ...]
    digests: tuple[str, ...]
    voices: tuple[Voice, ...] = ()
    stamp: tuple[int, ...] = ()
    meeting: Meeting | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Registry:
    """The records of an archive by their sources, the ids that are given, and who holds the ids of voices."""

    entries: tuple[Entry, ...]
    by_source: dict[str, Entry]
    by_digest: dict[str, Entry]
    ids: frozenset[str]
    actors: dict[str, tuple[str, str | None]]
    problems: tuple[Problem, ...]

    def find(self, source: str, digest: str) -> Entry | None:
        """Return the record of a source: the one that names its path, else one with its digest."""
        return self.by_source.get(source) or self.by_digest.get(digest)


def registry(archive: Archive, *, keep: bool = True) -> Registry:
    """Return what records an archive has; files that cannot be read are among its problems, and hold their sources.

    With `keep` what was learned is kept for next time.
    """
    paths, problems = record_paths(archive)
    kept = _kept(archive)
    entries: list[Entry] = []
    for path in paths:
        stamp = stamp_of(archive, path)
        known = kept.get(path)
        entries.append(known if known and known.stamp == stamp else _read(archive, path, stamp))
    if keep and (len(kept) != len(entries) or any(kept.get(entry.path) is not entry for entry in entries)):
        remember(archive, entries)
    return _gathered(tuple(entries), problems)


def stamp_of(archive: Archive, path: str) -> tuple[int, ...]:
    """Return size, times of change and inode of a file: what is another when the file is."""
    info = archive.at(path).stat()
    return info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino


def without_document(archive: Archive, records: Registry, sources: Collection[str]) -> Iterator[Problem]:
    """Give the records of documents that are not among the archive's `sources`."""
    for entry in records.entries:
        if entry.ids and entry.sources[0] not in sources and not archive.at(entry.sources[0]).exists():
            message = f"its document {entry.sources[0]} is not there."
            remedy = (
                "Put it back, or remove this record too; a document that was changed and renamed at once must get its old "
                "name back first."
            )
            yield _at_source(archive, entry.path, "no-source", message, remedy, "error")


def second_records(archive: Archive, records: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Give the records, each given with its document's path, of documents that have one already."""
    first: dict[str, str] = {}
    for path, source in records:
        if first.setdefault(source, path) != path:
            message = f"{source} is the document of {first[source]} too, which alone is brought up to date."
            remedy = "Remove one of the two records."
            yield _at_source(archive, path, "second-record", message, remedy, "warning")


def _at_source(archive: Archive, path: str, code: str, message: str, remedy: str, level: str) -> Problem:
    text, _ = read_text(archive, path)
    line, column = recordfile.locate(text or "", ("source", "path"))
    return Problem(path, line, column, code, message, remedy, level)


def voices_of(record: Record) -> Iterator[Voice]:
    """Give the persons and parties of a record."""
    for one in record.participants:
        title = " of ".join(word for word in (one.title, one.state) if word)
        yield Voice(one.id, one.name or title, one.state)
    for party in record.parties:
        yield Voice(party.id, party.name, None)


def meeting_of(record: Record) -> Meeting | None:
    """Return the event of a record, where its date and at least two who met are known."""
    principals = tuple(sorted(one.id for one in record.participants if one.role == "principal"))
    date = record.event.date
    return Meeting(record.event.id, date, principals) if date and len(principals) > 1 else None


def meet(actors: dict[str, tuple[str, str | None]], voice: Voice) -> None:
    """Take up what one more record says of the holder of an id: a state that was not known before."""
    known = actors.get(voice.id)
    if known is None or known[1] is None:
        actors[voice.id] = (known[0] if known else voice.name, voice.state)


def _gathered(entries: tuple[Entry, ...], problems: list[Problem]) -> Registry:
    by_source: dict[str, Entry] = {}
    by_digest: dict[str, Entry] = {}
    actors: dict[str, tuple[str, str | None]] = {}
    for entry in entries:
        problems += entry.problems
        for source in entry.sources:
            by_source.setdefault(source, entry)
        for digest in entry.digests:
            by_digest.setdefault(digest, entry)
        for voice in entry.voices:
            meet(actors, voice)
    ids = frozenset(id_ for entry in entries for id_ in entry.ids)
    return Registry(entries, by_source, by_digest, ids, actors, tuple(problems))


def _read(archive: Archive, path: str, stamp: tuple[int, ...]) -> Entry:
    """Read one record file; of one that cannot be read, take every source that it might be of."""
    text, problem = read_text(archive, path)
    if text is None:
        return Entry(path, (), (), (), problems=(problem,) if problem else ())
    try:
        record, _ = recordfile.load(text, path)
    except RecordError as error:
        return Entry(path, (), tuple(_PATH.findall(text)), tuple(_DIGEST.findall(text)), problems=error.problems)
    source = record.source
    return Entry(
        path,
        (record.id, *record.was),
        (source.path,),
        (source.sha256,),
        tuple(voices_of(record)),
        stamp,
        meeting_of(record),
    )


def _kept(archive: Archive) -> dict[str, Entry]:
    """Return the entries kept last time, or none where they are damaged or of another version."""
    text, _ = read_text(archive, KEPT)
    try:
        value = json.loads(text or "{}")
        rows = value["rows"] if value.get("version") == VERSION else {}
        return {path: _from_row(path, row) for path, row in rows.items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def remember(archive: Archive, entries: Iterable[Entry]) -> None:
    """Keep entries for next time, if the archive may be written to; nothing depends on it."""
    rows = {entry.path: entry[1:7] for entry in entries if not entry.problems}
    with contextlib.suppress(ArchiveError):
        write_text(archive, KEPT, json.dumps({"version": VERSION, "rows": rows}, ensure_ascii=False))


def _from_row(path: str, row: Any) -> Entry:
    ids, sources, digests, voices, stamp, meeting = row
    known = tuple(Voice(*voice) for voice in voices)
    event = Meeting(meeting[0], meeting[1], tuple(meeting[2])) if meeting else None
    return Entry(path, tuple(ids), tuple(sources), tuple(digests), known, tuple(stamp), event)
