"""A record that exists read against today's parser, in any process: the texts of what it becomes, and what a person is told.

Nothing is written here; what cannot be merged or would break the record leaves its file as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from verbale import recordfile
from verbale.archive import PARSED, Archive, read_source, read_text
from verbale.authority import Authority
from verbale.drafts import Actors, reading
from verbale.edits import SpliceError
from verbale.errors import Fault, Problem, RecordError, SourceError
from verbale.merge import Merged, merge
from verbale.parse import Vocabulary, compile_vocabulary
from verbale.record import Record
from verbale.recordjson import dump_json, load_json
from verbale.registry import Meeting, Voice, meeting_of, voices_of
from verbale.source import Source
from verbale.splice import spliced
from verbale.verify import faults


class Known(NamedTuple):
    """A source that has a record: the paths of both, and of what the parser last said of it (empty where it is not kept)."""

    path: str
    record: str
    parsed: str


class Reparse(NamedTuple):
    """What became of one record: its text before and after, and the files to write, all or none (`None`: to remove).

    `writes` is empty where nothing is new, or something stopped it: `stopped` tells the two apart.
    """

    path: str
    record: str
    before: str = ""
    after: str = ""
    writes: Mapping[str, str | None] = {}
    digest: str = ""
    ids: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()
    new_voices: tuple[Voice, ...] = ()
    meeting: Meeting | None = None
    problems: tuple[Problem, ...] = ()
    stopped: bool = False


def reparser(archive: Archive, authority: Authority, actors: Actors) -> Callable[[Sequence[Known]], list[Reparse]]:
    """Return the function that reads records against today's parser, where `actors` have their ids already."""
    return partial(_reparses, archive, authority, dict(actors), compile_vocabulary(authority))


def _reparses(
    archive: Archive, authority: Authority, actors: Actors, vocabulary: Vocabulary, known: Sequence[Known]
) -> list[Reparse]:
    return [reparse_of(archive, authority, actors, one, vocabulary) for one in known]


def reparse_of(
    archive: Archive, authority: Authority, actors: Actors, known: Known, vocabulary: Vocabulary | None = None
) -> Reparse:
    """Return what one record becomes; who has many compiles the `vocabulary` of the authority once."""
    text, unreadable = read_text(archive, known.record)
    if text is None:
        return _stopped(known, (unreadable,) if unreadable else ())
    try:
        source = read_source(archive, known.path)
        file, unknown = recordfile.load(text, known.record)
        base = _base(archive, known)
    except SourceError as error:
        message = str(error).removeprefix(f"{known.path}: ")
        return _stopped(known, (Problem(known.path, code="source", message=message),))
    except RecordError as error:
        return _stopped(known, error.problems)
    wrong = list(faults(file, source, None)) if file.source.sha256 == source.sha256 else []
    if wrong:
        return _stopped(known, recordfile.placed(wrong, text, known.record))
    parsed, problems = reading(source, authority, actors, vocabulary)
    if parsed is None:
        return _stopped(known, problems)
    merged = merge(base, file, parsed, source, authority, recordfile.own_keys(text) if unknown else {})
    return _written(archive, known, (text, file), merged, (source, authority))


def _base(archive: Archive, known: Known) -> Record | None:
    """Return what the parser last said, if that is kept."""
    if not known.parsed:
        return None
    text, problem = read_text(archive, known.parsed)
    if text is None:
        raise RecordError("", (problem,) if problem else ())
    return load_json(text, known.parsed)


def _written(
    archive: Archive, known: Known, before: tuple[str, Record], merged: Merged, against: tuple[Source, Authority]
) -> Reparse:
    """Return the texts of a merge, unless it breaks the rules of a record or cannot be written without loss."""
    (text, file), record = before, merged.record
    broken = list(faults(record, *against))
    if broken:
        return _stopped(known, recordfile.placed(_as_in_file(broken, merged), text, known.record))
    try:
        after = text if record == file else spliced(text, file, record, merged.origins, merged.remarks)
        same = recordfile.load(after, known.record)[0] == record
    except (SpliceError, RecordError):
        after, same = text, False
    if not same:
        message = (
            "what the parser says anew cannot be put into this file without laying it out anew; it stays as it is."
        )
        lone = "\r" in text.replace("\r\n", "")
        remedy = "Save it with line ends LF or CR LF." if lone else "This is a fault of verbale: please report it."
        return _stopped(known, (Problem(known.record, code="splice", message=message, remedy=remedy),))
    home = f"{PARSED}/{record.id}.json"
    said = dump_json(merged.parsed)
    writes: dict[str, str | None] = {}
    if after != text:
        writes[known.record] = after
    if known.parsed != home or read_text(archive, home)[0] != said:
        writes[home] = said
        writes |= {known.parsed: None} if known.parsed not in {home, ""} else {}
    problems = recordfile.placed(_told(merged, known), after, known.record)
    had = {voice.id for voice in voices_of(file)}
    return Reparse(
        known.path,
        known.record,
        text,
        after,
        writes,
        against[0].sha256,
        (record.id, *record.was),
        tuple(voices_of(record)),
        tuple(voice for voice in voices_of(record) if voice.id not in had),
        meeting_of(record),
        tuple(problems),
    )


def _stopped(known: Known, problems: Sequence[Problem]) -> Reparse:
    return Reparse(known.path, known.record, problems=tuple(problems), stopped=True)


def _as_in_file(broken: Sequence[Fault], merged: Merged) -> Iterator[Fault]:
    """Say that a merge was not written, with the places in the file as it is."""
    for fault in broken:
        where = fault.where
        if len(where) > 1 and isinstance(where[1], int) and where[0] in merged.origins:
            came = merged.origins[str(where[0])][where[1]]
            where = (where[0],) if came is None else (where[0], came, *where[2:])
        message = (
            f"not brought up to date, since with today's reading the record would break its rules: {fault.message}"
        )
        yield replace(fault, where=where, message=message)


def _told(merged: Merged, known: Known) -> Iterator[Fault]:
    """Tell conflicts and what has gone, at the places of the new file."""
    if not known.parsed:
        message = (
            "what the parser said of this record before was not kept, so all that stands here counts as a person's."
        )
        yield Fault((), "no-base", message, "It is kept from now on.", level="warning")
    for conflict in merged.conflicts:
        where: tuple[str | int, ...] = tuple(part for part in conflict.key.split(".") if part)
        items = getattr(merged.record, conflict.name) if conflict.name else ()
        for index, item in enumerate(items):
            if conflict.id in {getattr(item, "id", None), getattr(item, "text", None)}:
                where = (conflict.name, index, *where)
                break
        yield Fault(where, "conflict", conflict.message, "What is here stays.")
    ids = [one.id for one in merged.record.retired]
    for gone in merged.gone:
        words = " ".join(gone.text.split())
        edits = f" It had by hand: {gone.edits}." if gone.edits else ""
        message = f"{gone.id} is not in the source any more: “{words}”.{edits}"
        level = "error" if gone.edits else "warning"
        yield Fault(("retired", ids.index(gone.id)), "gone", message, "Its id stays here, retired.", level=level)
