"""Sources taken into the archive: a new one gets its record, its ids for good, and what the parser said of it.

What becomes of a record that exists is for `upkeep.py`, and a source that cannot be read costs only itself.

Ids do not depend on how many processes work: drafts are made in any of them, and ids are given in one, in the order of
the sources' paths.
"""

from __future__ import annotations

import contextlib
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import Final

from verbale.archive import CACHE, PARSED, RECORDS, SEEDS, Archive, is_inside, read_source, source_paths, write_together
from verbale.authority import Authority
from verbale.contents import load_authority
from verbale.drafts import Actors, Draft, draft_of, drafter
from verbale.errors import ArchiveError, Problem, SourceError
from verbale.outcomes import Accession, Outcome
from verbale.parse.identifiers import KnownIds, actor_id, free
from verbale.processes import processes_at_hand, work_through
from verbale.registry import (
    Entry,
    Registry,
    Voice,
    meet,
    registry,
    remember,
    second_records,
    stamp_of,
    without_document,
)
from verbale.reparse import Known
from verbale.schemas import keep_schemas
from verbale.upkeep import Run, bring_up_to_date, known_of, note_made, readings_without_record

CHUNK: Final = 16
"""Sources that a process takes at a time."""
A_SAVE: Final = 0.2
"""Seconds that an editor may take to save a file."""
MANY: Final = 48
"""Sources from which on several processes are worth their start."""


@dataclass(slots=True)
class Ledger:
    """What has been given while a run lasts: ids of records, of actors and of events, sources with their records.

    `former` are ids of records that are no more, by their sources' paths and digests.
    """

    archive: Archive
    ids: set[str]
    actors: dict[str, tuple[str, str | None]]
    dry: bool = False
    former: Mapping[str, str] = field(default_factory=dict)
    events: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


def take_in(
    archive: Archive,
    paths: Sequence[str] | None = None,
    *,
    jobs: int | None = None,
    dry: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Accession:
    """Make the records of all sources that have none, or of those in `paths`, bring the others up to date, and say so.

    `jobs` are processes to use (by default what the machine has, for many sources); `progress` hears how many of how many
    sources are done; with `dry` nothing is written. Raises `ArchiveError` where the archive cannot be written to.
    """
    found, refused = source_paths(archive)
    asked, unknown = (found, refused) if paths is None else _asked(archive, paths, found)
    authority, wrong = load_authority(archive)
    with contextlib.nullcontext() if dry else locked(archive):
        records = registry(archive, keep=not dry)
        if not dry:
            keep_schemas(archive)
        outcomes, known, new, digests = _sorted_out(archive, records, asked)
        lost = readings_without_record(archive, records) if new else {}
        if _had_records(lost, new, digests):
            # An editor that is just saving has taken the file away, or emptied it, for a moment.
            time.sleep(A_SAVE)
            records = registry(archive, keep=not dry)
            outcomes, known, new, digests = _sorted_out(archive, records, asked)
            lost = readings_without_record(archive, records) if new else {}
            held = _had_records(lost, new, digests)
            if held and any(not entry.ids for entry in records.entries):
                new = [path for path in new if path not in held]
                outcomes += [Outcome(path, "stopped", problems=(_waiting(path),)) for path in held]
        total = len(known) + len(new)
        counted = iter(range(1, total + 1))

        def done(more: int) -> None:
            for _ in range(more):
                progress(next(counted), total)

        run = Run(archive, authority, dict(records.actors), jobs, dry)
        kept, changed = bring_up_to_date(run, known_of(archive, records, known), digests, done)
        now = [changed.get(entry.path, entry) for entry in records.entries]
        made, entries = _make_all(run, now, lost, new, done)
        if entries:
            note_made(run, [Known(one.sources[0], one.path, f"{PARSED}/{one.ids[0]}.json") for one in entries], digests)
        if (changed or entries) and not dry:
            remember(archive, [*now, *entries])
    everything = sorted([*outcomes, *kept, *made], key=lambda one: one.source)
    homeless = (
        without_document(archive, records, {*found, *(entry.sources[0] for _, entry in known)}) if paths is None else ()
    )
    twice = second_records(archive, [(entry.path, entry.sources[0]) for entry in records.entries if entry.ids])
    return Accession(tuple(everything), (*unknown, *wrong, *records.problems, *homeless, *twice))


def _asked(archive: Archive, paths: Iterable[str], found: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """Return the sources that are named by path, or that lie in a folder that is, and a problem for each that is none."""
    asked: set[str] = set()
    problems: list[Problem] = []
    files, ordered = frozenset(found), sorted(found)
    for path in paths:
        folder = f"{path.rstrip('/')}/"
        # "0" comes after "/": what lies in a folder stands together.
        below = ordered[bisect_left(ordered, folder) : bisect_left(ordered, f"{folder[:-1]}0")]
        inside = [path] if path in files else below
        asked.update(inside)
        if not inside:
            there = archive.at(path).exists()
            message = "not a source of this archive." if there else "there is no such file."
            remedy = f"Sources are the files in '{SEEDS}/'." if not is_inside(archive, path, SEEDS) else ""
            problems.append(Problem(path, code="no-source", message=message, remedy=remedy))
    return sorted(asked), problems


def _sorted_out(
    archive: Archive, records: Registry, paths: Iterable[str]
) -> tuple[list[Outcome], list[tuple[str, Entry]], list[str], dict[str, str]]:
    """Tell the sources of which there is only something to say from those with a record and the new ones, with digests.

    A source is also known by its digest: under another name, it is that of a record whose own source is not there.
    """
    told: list[Outcome] = []
    known: list[tuple[str, Entry]] = []
    moved: set[str] = set()
    new: list[str] = []
    digests: dict[str, str] = {}
    for path in paths:
        try:
            digests[path] = digest = read_source(archive, path).sha256
        except SourceError as error:
            message = str(error).removeprefix(f"{path}: ")
            told.append(Outcome(path, "stopped", problems=(Problem(path, code="source", message=message),)))
            continue
        entry = records.find(path, digest)
        if entry is None:
            new.append(path)
        elif not entry.ids:  # the record cannot be read: that is told once, with its line
            told.append(Outcome(path, "stopped", entry.path))
        elif path in entry.sources:
            known.append((path, entry))
        elif entry.path in moved or archive.at(entry.sources[0]).exists():
            told.append(Outcome(path, "same", entry.path))
        else:
            moved.add(entry.path)
            known.append((path, entry))
    return told, known, new, digests


def _had_records(lost: Mapping[str, str], paths: Iterable[str], digests: Mapping[str, str]) -> list[str]:
    """Return those of the sources without a record of which a reading is kept: they had one."""
    return [path for path in paths if path in lost or digests[path] in lost]


def _waiting(path: str) -> Problem:
    message = "it had a record, which may be one of those that cannot be read."
    return Problem(path, code="record-unread", message=message, remedy="Mend these, and run `verbale parse` again.")


def _make_all(
    run: Run, records: Sequence[Entry], lost: Mapping[str, str], paths: Sequence[str], done: Callable[[int], None]
) -> tuple[list[Outcome], list[Entry]]:
    """Make the records of new sources, drafts in several processes, all else here and in order.

    What `records` have is not given again, nor what those had whose readings are `lost`: but to their own sources.
    """
    former = {source: PurePosixPath(path).stem for source, path in lost.items()}
    ids = {*former.values(), *(id_ for entry in records for id_ in entry.ids)}
    ledger = Ledger(run.archive, ids, run.actors, run.dry, former)
    for entry in records:
        if entry.meeting:
            ledger.events.setdefault(entry.meeting[1:], entry.meeting.id)
    outcomes: list[Outcome] = []
    for draft in _drafts(run.archive, run.authority, dict(run.actors), paths, run.jobs):
        outcomes.append(_enter(ledger, run.authority, draft))
        done(1)
    return outcomes, ledger.entries


def _drafts(
    archive: Archive, authority: Authority, actors: Actors, paths: Sequence[str], jobs: int | None
) -> Iterator[Draft]:
    start = partial(drafter, archive, authority, actors)
    chunks = [paths[first : first + CHUNK] for first in range(0, len(paths), CHUNK)]
    jobs = jobs or (processes_at_hand() if len(paths) >= MANY else 1)
    done = work_through(jobs, start, chunks) if jobs > 1 else map(start(), chunks)
    for drafts in done:
        yield from drafts


def _enter(ledger: Ledger, authority: Authority, draft: Draft) -> Outcome:
    """Give a draft its ids for good and write its record."""
    if draft.problems:
        return Outcome(draft.path, "stopped", problems=draft.problems)
    if draft.digest in ledger.digests:
        return Outcome(draft.path, "same", ledger.digests[draft.digest])
    if not _ids_hold(ledger, authority, draft.voices):
        draft = draft_of(ledger.archive, authority, ledger.actors, draft.path)
    own = ledger.former.get(draft.path) or ledger.former.get(draft.digest)
    id_ = free(draft.base, ledger.ids - {own} if own else ledger.ids)
    event = ledger.events.get(draft.meeting[1:], draft.base) if draft.meeting else draft.base
    if (id_, event) != (draft.id, draft.base):
        draft = draft_of(ledger.archive, authority, ledger.actors, draft.path, id_, event)
    if draft.problems:
        return Outcome(draft.path, "stopped", problems=draft.problems)
    path = _free_path(ledger.archive, id_)
    if not ledger.dry:
        try:
            texts = {path: draft.text, f"{PARSED}/{id_}.json": draft.parsed}
            while not write_together(ledger.archive, texts, {path: None}):  # somebody has just put a file there
                path = _free_path(ledger.archive, id_)
                texts = {path: draft.text, f"{PARSED}/{id_}.json": draft.parsed}
        except ArchiveError as error:
            problem = Problem(draft.path, code="unwritten", message=f"its record was not written: {error}")
            return Outcome(draft.path, "stopped", problems=(problem,))
        stamp = stamp_of(ledger.archive, path)
        ledger.entries.append(Entry(path, (id_,), (draft.path,), (draft.digest,), draft.voices, stamp, draft.meeting))
    ledger.ids.add(id_)
    if draft.meeting:
        ledger.events.setdefault(draft.meeting[1:], draft.meeting.id)
    ledger.digests[draft.digest] = path
    for voice in draft.voices:
        meet(ledger.actors, voice)
    return Outcome(draft.path, "made", path, after=draft.text)


def _ids_hold(ledger: Ledger, authority: Authority, voices: Iterable[Voice]) -> bool:
    """Say whether each voice would get the same id now that earlier sources of this run have given theirs."""
    known = KnownIds(actors=ledger.actors)
    given: list[str] = []
    for voice in voices:
        if actor_id(voice.name, voice.state, known, authority, given) != voice.id:
            return False
        given.append(voice.id)
    return True


def _free_path(archive: Archive, id_: str) -> str:
    """Return where a new record goes: the file of its name, unless a person's file is there."""
    number = 1
    path = f"{RECORDS}/{id_}.yaml"
    while archive.at(path).exists():
        number += 1
        path = f"{RECORDS}/{id_}.{number}.yaml"
    return path


@contextlib.contextmanager
def locked(archive: Archive) -> Iterator[None]:
    """Let one run at a time give ids: a second one waits. Where the system has no such locks, it is left to people."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    lock = archive.at(f"{CACHE}/parse.lock")
    try:
        lock.parent.mkdir(exist_ok=True)
        held = lock.open("w")
        fcntl.flock(held, fcntl.LOCK_EX)
    except OSError as error:
        raise ArchiveError(f"{lock}: cannot be locked ({error.strerror}). See that you may write there.") from error
    with held:
        yield
