"""New sources taken into the archive: each gets its record, its ids for good, and what the parser said of it.

A record that exists is never touched here, and a source that cannot be read costs only itself.

Ids do not depend on how many processes work: drafts are made in any of them, and ids are given in one, in the order of
the sources' paths.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Literal

from verbale.archive import CACHE, PARSED, RECORDS, SEEDS, Archive, is_inside, read_source, source_paths, write_text
from verbale.authority import Authority
from verbale.contents import load_authority
from verbale.drafts import Draft, draft_of, drafter
from verbale.errors import ArchiveError, Problem, SourceError
from verbale.parse.identifiers import KnownIds, actor_id, free
from verbale.processes import processes_at_hand, work_through
from verbale.registry import Entry, Registry, Voice, meet, registry, remember, stamp_of
from verbale.schemas import keep_schemas

CHUNK: Final = 16
"""Sources that a process takes at a time."""
MANY: Final = 48
"""Sources from which on several processes are worth their start."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: `made` (its record is new), `unchanged`, `same` (as another source), `stopped`."""

    source: str
    kind: Literal["made", "unchanged", "same", "stopped"]
    record: str = ""
    problems: tuple[Problem, ...] = ()

    def told(self) -> str:
        """Say it in a line."""
        if self.kind == "same":
            return f"same: {self.source} is the document of {self.record}"
        return f"{self.kind}: {self.record} ({self.source})" if self.record else f"{self.kind}: {self.source}"


@dataclass(frozen=True, slots=True)
class Accession:
    """What became of all the sources of a run, in the order of their paths, and what else is wrong in the archive."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """All problems of the run, sorted."""
        return tuple(sorted({*self.problems, *(problem for one in self.outcomes for problem in one.problems)}))

    def summary(self) -> str:
        """Say how many sources became what."""
        counts: Counter[str] = Counter(one.kind for one in self.outcomes)
        words = {"made": "made", "unchanged": "unchanged", "same": "of a document that has one", "stopped": "stopped"}
        parts = [f"{counts[kind]} {word}" for kind, word in words.items() if counts[kind]]
        return (
            f"{len(self.outcomes)} {'source' if len(self.outcomes) == 1 else 'sources'}: {', '.join(parts) or 'none'}."
        )


@dataclass(slots=True)
class Ledger:
    """What has been given while a run lasts: ids of records, files, ids of actors, sources with their records."""

    archive: Archive
    ids: set[str]
    actors: dict[str, tuple[str, str | None]]
    digests: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


def take_in(
    archive: Archive,
    paths: Sequence[str] | None = None,
    *,
    jobs: int | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Accession:
    """Make the records of all sources that have none, or of those in `paths`, and say what became of each.

    `jobs` are processes to use (by default what the machine has, for many sources); `progress` hears how many of how many
    new sources are done. Raises `ArchiveError` where the archive cannot be written to.
    """
    found, refused = source_paths(archive)
    asked, unknown = (found, refused) if paths is None else _asked(archive, paths, found)
    authority, wrong = load_authority(archive)
    with locked(archive):
        records = registry(archive)
        keep_schemas(archive)
        known, new = _sorted_out(archive, records, asked)
        made = _make_all(archive, authority, records, new, jobs, progress)
    outcomes = sorted([*known, *made], key=lambda one: one.source)
    return Accession(tuple(outcomes), (*unknown, *wrong, *records.problems))


def _asked(archive: Archive, paths: Iterable[str], found: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """Return the sources that are named by path, or that lie in a folder that is, and a problem for each that is none."""
    asked: set[str] = set()
    problems: list[Problem] = []
    for path in paths:
        inside = [one for one in found if one == path or one.startswith(f"{path.rstrip('/')}/")]
        asked.update(inside)
        if not inside:
            there = archive.at(path).exists()
            message = "not a source of this archive." if there else "there is no such file."
            remedy = f"Sources are the files in '{SEEDS}/'." if not is_inside(archive, path, SEEDS) else ""
            problems.append(Problem(path, code="no-source", message=message, remedy=remedy))
    return sorted(asked), problems


def _sorted_out(archive: Archive, records: Registry, paths: Iterable[str]) -> tuple[list[Outcome], list[str]]:
    """Tell the sources that have a record, with what is to say of each, from the new ones."""
    known: list[Outcome] = []
    new: list[str] = []
    for path in paths:
        try:
            digest = read_source(archive, path).sha256
        except SourceError as error:
            message = str(error).removeprefix(f"{path}: ")
            known.append(Outcome(path, "stopped", problems=(Problem(path, code="source", message=message),)))
            continue
        entry = records.find(path, digest)
        if entry is None:
            new.append(path)
        else:
            known.append(_outcome_of_known(archive, path, digest, entry))
    return known, new


def _outcome_of_known(archive: Archive, path: str, digest: str, entry: Entry) -> Outcome:
    """Say how a source stands to the record that it has."""
    if not entry.ids:  # the record cannot be read: that is told once, with its line
        return Outcome(path, "stopped", entry.path)
    if path in entry.sources and digest in entry.digests:
        return Outcome(path, "unchanged", entry.path)
    if path in entry.sources:
        message = f"the document has changed since {entry.path} was made of it."
        remedy = "Put the old document back; save the new one under another name, and it gets a record of its own."
        problem = Problem(path, code="source-changed", message=message, remedy=remedy)
        return Outcome(path, "stopped", entry.path, (problem,))
    if any(archive.at(source).exists() for source in entry.sources):
        return Outcome(path, "same", entry.path)
    message = f"the document of {entry.path}, which calls it {entry.sources[0]}, has another name now."
    problem = Problem(path, code="source-moved", message=message, remedy=f"Write `path: {path}` there.")
    return Outcome(path, "stopped", entry.path, (problem,))


def _make_all(
    archive: Archive,
    authority: Authority,
    records: Registry,
    paths: Sequence[str],
    jobs: int | None,
    progress: Callable[[int, int], None],
) -> list[Outcome]:
    """Make the records of new sources, drafts in several processes, all else here and in order."""
    ledger = Ledger(archive, set(records.ids), dict(records.actors))
    outcomes: list[Outcome] = []
    for draft in _drafts(archive, authority, records, paths, jobs):
        outcomes.append(_enter(ledger, authority, draft))
        progress(len(outcomes), len(paths))
    if ledger.entries:
        remember(archive, [*records.entries, *ledger.entries])
    return outcomes


def _drafts(
    archive: Archive, authority: Authority, records: Registry, paths: Sequence[str], jobs: int | None
) -> Iterator[Draft]:
    start = partial(drafter, archive, authority, records.actors)
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
    id_ = free(draft.base, ledger.ids)
    if id_ != draft.id:
        draft = draft_of(ledger.archive, authority, ledger.actors, draft.path, id_)
    if draft.problems:
        return Outcome(draft.path, "stopped", problems=draft.problems)
    path = _free_path(ledger.archive, id_)
    try:
        write_text(ledger.archive, f"{PARSED}/{id_}.json", draft.parsed)
        write_text(ledger.archive, path, draft.text)
    except ArchiveError as error:
        problem = Problem(draft.path, code="unwritten", message=f"its record was not written: {error}")
        return Outcome(draft.path, "stopped", problems=(problem,))
    ledger.ids.add(id_)
    ledger.digests[draft.digest] = path
    stamp = stamp_of(ledger.archive, path)
    ledger.entries.append(Entry(path, (id_,), (draft.path,), (draft.digest,), draft.voices, stamp))
    for voice in draft.voices:
        meet(ledger.actors, voice)
    return Outcome(draft.path, "made", path)


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
