"""Record files read, verified against their sources and taken apart into rows, in one process or several.

It only reads; what becomes of the rows is for `loading.py`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from verbale import recordfile
from verbale.archive import PARSED, Archive, read_source
from verbale.catalog import rows
from verbale.catalog.corrections import differences
from verbale.catalog.leads import record_leads
from verbale.errors import Problem, RecordError, SourceError, VerbaleError
from verbale.recordjson import dump_json
from verbale.recordshape import to_plain
from verbale.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from verbale.authority import Authority
    from verbale.catalog.corrections import Difference
    from verbale.catalog.leads import Lead
    from verbale.record import Record

CHUNK: Final = 32
"""Records that a process reads at a time."""

Verbs = dict[tuple[str, str], str | None]


class Reading(NamedTuple):
    """What came of one record file: its rows, or the problems that stand against them; `files` are digests by path."""

    path: str
    rows: rows.Rows | None
    files: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    leads: tuple[Lead, ...] = ()


class Desk(NamedTuple):
    """What reading needs: the archive, its themes and speakers, and verbs by cue.

    `recall` looks a cue up that is not among `verbs` and returns nothing or a list of one verb; only in one process.
    """

    archive: Archive
    authority: Authority
    broader: Mapping[str, str | None]
    verbs: Verbs
    recall: Callable[[str, str], Sequence[str | None]] | None = None


def read_all(desk: Desk, paths: Sequence[str], jobs: int) -> Iterator[tuple[Sequence[Reading], Verbs]]:
    """Give the readings of record files in the order of `paths`, chunk by chunk, with the verbs of cues met in them."""
    chunks = [paths[start : start + CHUNK] for start in range(0, len(paths), CHUNK)]
    if jobs == 1 or len(chunks) < 2 * jobs:
        yield from map(_reader(desk), chunks)
        return
    from verbale.processes import work_through

    yield from work_through(jobs, partial(_reader, desk._replace(recall=None)), chunks)


def _reader(desk: Desk) -> Callable[[Sequence[str]], tuple[Sequence[Reading], Verbs]]:
    return partial(_read_chunk, desk)


def _read_chunk(desk: Desk, paths: Sequence[str]) -> tuple[Sequence[Reading], Verbs]:
    known = set(desk.verbs)
    readings = [read_record(desk, path) for path in paths]
    return readings, {key: verb for key, verb in desk.verbs.items() if key not in known}


def read_record(desk: Desk, path: str) -> Reading:
    """Read one record file, its source, and what the parser last said of it."""
    try:
        data = desk.archive.at(path).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        return _stopped(path, "unreadable", f"cannot be read ({error.strerror}).", "Change its permissions.")
    except UnicodeDecodeError as error:
        return _stopped(path, "not-utf-8", f"not UTF-8 text (byte {error.start}).", "Save the file as UTF-8.")
    try:
        record, _ = recordfile.load(text, path)
    except RecordError as error:
        return Reading(path, None, (), error.problems)
    try:
        source = read_source(desk.archive, record.source.path)
    except SourceError as error:
        line, column = recordfile.locate(text, ("source", "path"))
        return Reading(path, None, (), (Problem(path, line, column, "no-source", f"its source: {error}"),))
    problems = tuple(
        problem for problem in verify(record, source, desk.authority, path=path, text=text) if problem.level == "error"
    )
    leads, dead = record_leads(record, path, text)
    problems += tuple(dead)
    if problems:
        return Reading(path, None, (), problems)
    files = [(path, hashlib.sha256(data).hexdigest()), (source.path, source.sha256)]
    canonical = dump_json(record)
    found, parsed = _differences(desk.archive, record, canonical)
    given = rows.Desk(desk.broader, found, _verb_finder(desk, record.language))
    made = rows.rows_of(record, canonical, path, source, given)
    return Reading(path, made, (*files, *parsed), (), leads)


def _stopped(path: str, code: str, message: str, remedy: str) -> Reading:
    return Reading(path, None, (), (Problem(path, code=code, message=message, remedy=remedy),))


def _differences(
    archive: Archive, record: Record, canonical: str
) -> tuple[tuple[Difference, ...], Iterable[tuple[str, str]]]:
    """Return where a person overruled the parser; nothing where it is not known what the parser said."""
    path, data = _last_said(archive, record)
    if data is None:
        return (), ()
    digest = (path, hashlib.sha256(data).hexdigest())
    if data == canonical.encode():
        return (), (digest,)
    try:
        parsed: Any = json.loads(data)
        return differences(parsed, to_plain(record)), (digest,)
    except (ValueError, KeyError, TypeError, AttributeError):
        # `verbale check` tells of a file that is not what `parse` wrote; the site can do without it.
        return (), (digest,)


def _last_said(archive: Archive, record: Record) -> tuple[str, bytes | None]:
    """Return the path and bytes of what the parser last said; of a record renamed by hand, `parse` has yet to move it."""
    for id_ in (record.id, *record.was):
        path = f"{PARSED}/{id_}.json"
        with contextlib.suppress(OSError):
            return path, archive.at(path).read_bytes()
    return "", None


def _verb_finder(desk: Desk, language: str) -> Callable[[str], str | None]:
    """Return a function from a cue to its verb; the words of the language are loaded only for a cue not met before."""

    def verb_of(cue: str) -> str | None:
        key = (language, cue)
        if key not in desk.verbs:
            known = desk.recall(language, cue) if desk.recall else ()
            desk.verbs[key] = known[0] if known else _verb(language, cue)
        return desk.verbs[key]

    return verb_of


def _verb(language: str, cue: str) -> str | None:
    from verbale.language import load, verb_of_cue

    try:
        return verb_of_cue(cue, load(language))
    except VerbaleError:
        return None
