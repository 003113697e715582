"""Records that exist brought up to date with their sources, the parser and the vocabulary of today.

It writes each record together with what the parser said of it, or neither, and never one that a person is just saving.

A record that was read by this parser, with these themes, speakers and source, and has not changed since, is passed over:
what is kept in `.verbale/` tells, and may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, NamedTuple

from verbale.archive import CACHE, PARSED, Archive, parsed_ids, parsed_path, read_text, write_text, write_together
from verbale.authority import Authority
from verbale.errors import ArchiveError, Problem, RecordError
from verbale.outcomes import Outcome
from verbale.parse.identifiers import KnownIds, actor_id
from verbale.processes import processes_at_hand, work_through
from verbale.recordjson import load_json
from verbale.registry import Entry, Registry, Voice, meet, stamp_of
from verbale.reparse import Known, Reparse, reparse_of, reparser

KEPT: Final = f"{CACHE}/parsed.json"
CHUNK: Final = 16
MANY: Final = 48
"""Records from which on several processes are worth their start."""


class Run(NamedTuple):
    """What holds for all records of a run; with `dry` nothing is written."""

    archive: Archive
    authority: Authority
    actors: dict[str, tuple[str, str | None]]
    jobs: int | None
    dry: bool


def known_of(archive: Archive, records: Registry, sources: Iterable[tuple[str, Entry]]) -> list[Known]:
    """Return sources that have a record, with where the parser's last saying of each is kept.

    A person may have given a record another id: then that is found by the source that it names.
    """
    lost: dict[str, str] | None = None
    found = []
    for path, entry in sources:
        parsed = parsed_path(archive, entry.ids)
        if parsed is None:
            lost = readings_without_record(archive, records) if lost is None else lost
            parsed = lost.get(path) or next((lost[each] for each in entry.digests if each in lost), None)
        found.append(Known(path, entry.path, parsed or ""))
    return found


def readings_without_record(archive: Archive, records: Registry) -> dict[str, str]:
    """Return by source, its path or its digest, the readings of the parser whose id no record has."""
    found = {}
    for id_ in parsed_ids(archive):
        if id_ not in records.ids:
            path = f"{PARSED}/{id_}.json"
            with contextlib.suppress(RecordError):
                source = load_json(read_text(archive, path)[0] or "", path).source
                found[source.path] = found[source.sha256] = path
    return found


def bring_up_to_date(
    run: Run, known: Sequence[Known], digests: Mapping[str, str], done: Callable[[int], None]
) -> tuple[list[Outcome], dict[str, Entry]]:
    """Bring records up to date; return what became of each, and the registry's entries of those that changed.

    `digests` are those of the sources by path; `done` hears how many more records are done. Ids that new persons get are
    added to `run.actors`.
    """
    state = _state(run.authority)
    kept = _kept(run.archive)
    marks = {one: _mark(run.archive, one, digests[one.path], state) for one in known}
    old = [one for one in known if kept.get(one.record) == marks[one]]
    outcomes = [Outcome(one.path, "unchanged", one.record) for one in old]
    done(len(old))
    entries: dict[str, Entry] = {}
    waiting = [one for one in known if one not in set(old)]
    for one, made in zip(waiting, _all(run, waiting), strict=True):
        outcome, entry = _entered(run, one, made)
        outcomes.append(outcome)
        if entry:
            entries[one.record] = entry
        if outcome.kind != "stopped":
            # What was not written is known as it was when it was read: it may have been saved since.
            kept[one.record] = _mark(run.archive, one, digests[one.path], state) if made.writes else marks[one]
        done(1)
    if waiting and not run.dry:
        _keep(run.archive, kept)
    return outcomes, entries


def note_made(run: Run, made: Sequence[Known], digests: Mapping[str, str]) -> None:
    """Remember that records were just made by this parser."""
    state = _state(run.authority)
    _keep(
        run.archive,
        _kept(run.archive) | {one.record: _mark(run.archive, one, digests[one.path], state) for one in made},
    )


def _all(run: Run, known: Sequence[Known]) -> Iterator[Reparse]:
    start = partial(reparser, run.archive, run.authority, run.actors)
    chunks = [known[first : first + CHUNK] for first in range(0, len(known), CHUNK)]
    jobs = run.jobs or (processes_at_hand() if len(known) >= MANY else 1)
    for made in work_through(jobs, start, chunks) if jobs > 1 else map(start(), chunks):
        yield from made


def _entered(run: Run, known: Known, made: Reparse) -> tuple[Outcome, Entry | None]:
    """Write what one record became, all or nothing."""
    if not _ids_hold(run, made.new_voices):
        made = reparse_of(run.archive, run.authority, run.actors, known)
    if made.stopped:
        return Outcome(known.path, "stopped", known.record, made.problems), None
    changed = made.after != made.before
    if made.writes and not run.dry and not write_together(run.archive, made.writes, {known.record: made.before}):
        message = "it was saved by somebody while verbale was reading it."
        problem = Problem(known.record, code="saved", message=message, remedy="Run `verbale parse` again.")
        return Outcome(known.path, "stopped", known.record, (problem,)), None
    for voice in made.new_voices:
        meet(run.actors, voice)
    outcome = Outcome(
        known.path, "updated" if changed else "unchanged", known.record, made.problems, made.before, made.after
    )
    if not changed:
        return outcome, None
    stamp = stamp_of(run.archive, known.record)
    return outcome, Entry(known.record, made.ids, (known.path,), (made.digest,), made.voices, stamp, made.meeting)


def _ids_hold(run: Run, voices: Iterable[Voice]) -> bool:
    """Say whether each new voice would get the same id now that earlier records of this run have given theirs."""
    known = KnownIds(actors=run.actors)
    for voice in voices:
        if voice.id in run.actors and actor_id(voice.name, voice.state, known, run.authority, ()) != voice.id:
            return False
    return True


def _state(authority: Authority) -> str:
    """Return a digest of all that decides what the parser says of a source."""
    digest = hashlib.sha256(repr((sorted(authority.themes.items()), sorted(authority.speakers.items()))).encode())
    package = files("verbale")
    for name in ("parse", "language", "merge"):
        for data in _contents(package / name):
            digest.update(data)
    return digest.hexdigest()


def _contents(folder: Traversable) -> Iterator[bytes]:
    for item in sorted(folder.iterdir(), key=lambda one: one.name):
        if item.is_dir():
            if item.name != "__pycache__":
                yield from _contents(item)
        else:
            yield item.read_bytes()


def _mark(archive: Archive, known: Known, digest: str, state: str) -> str:
    """Return what is another as soon as a record, its source, what was said of it, or the parser is."""
    said = stamp_of(archive, known.parsed) if known.parsed and archive.at(known.parsed).exists() else ()
    return hashlib.sha256(repr((known.path, stamp_of(archive, known.record), said, digest, state)).encode()).hexdigest()


def _keep(archive: Archive, marks: Mapping[str, str]) -> None:
    """Keep marks for next time, if the archive may be written to; nothing depends on it."""
    with contextlib.suppress(ArchiveError):
        write_text(archive, KEPT, json.dumps(marks))


def _kept(archive: Archive) -> dict[str, str]:
    """Return the marks of last time, or none where they are damaged."""
    text, _ = read_text(archive, KEPT)
    try:
        value = json.loads(text or "{}")
    except ValueError:
        return {}
    return {path: mark for path, mark in value.items() if isinstance(mark, str)} if isinstance(value, dict) else {}
