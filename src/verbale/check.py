"""The whole archive looked at by a careful editor: all that stops a build, and all that is left to do.

It reads every file anew, trusts no cache and changes nothing (`mending.py` does).
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from verbale import recordfile
from verbale.archive import (
    GLOSSARY,
    MEDIA,
    PARSED,
    SPEAKERS,
    TEMPLATES,
    THEMES,
    Archive,
    parsed_ids,
    parsed_path,
    read_text,
    record_paths,
    source_paths,
)
from verbale.authority import Authority
from verbale.catalog.glossary import mention_totals
from verbale.catalog.leads import unused_media
from verbale.catalog.loading import refresh
from verbale.catalog.store import open_catalog
from verbale.contents import load_authority, load_glossary, load_pages, load_settings
from verbale.errors import Problem, RecordError
from verbale.formerly import former_id
from verbale.processes import processes_at_hand, work_through
from verbale.record import Record
from verbale.recordjson import load_json
from verbale.registry import Meeting, Voice, meeting_of, second_records, voices_of
from verbale.wishes import wishes

CHUNK = 16
MANY = 200
"""Records from which on several processes are worth their start."""


class Look(NamedTuple):
    """What a look at one record file gave: problems, and what the archive as a whole wants to know."""

    path: str
    problems: tuple[Problem, ...]
    ids: tuple[str, ...] = ()
    source: str = ""
    themes: frozenset[str] = frozenset()
    voices: tuple[Voice, ...] = ()
    meeting: Meeting | None = None


def check(archive: Archive, *, jobs: int | None = None) -> list[Problem]:
    """Return all that is wrong in an archive, and as warnings all that is left to do, in the order of files and lines."""
    paths, refused = record_paths(archive)
    jobs = jobs or (processes_at_hand() if len(paths) >= MANY else 1)
    problems = [*_what_stops_a_build(archive, jobs)]
    authority, wrong = load_authority(archive)
    _, more = load_pages(archive)
    more += load_glossary(archive)[1]
    _, last = load_settings(archive)
    looks = list(_look_at_all(archive, paths, jobs))
    sources, also_refused = source_paths(archive)
    # A build passes over links that lead out, so they stop none.
    problems += [replace(problem, level="warning") for problem in (*refused, *also_refused)]
    problems += [*wrong, *more, *last, *(problem for look in looks for problem in look.problems)]
    if all(look.source for look in looks):  # else what is not read would be told as lacking
        problems += _without_record(sources, looks)
        problems += _unused(authority, looks)
        problems += _left_over(archive, looks)
    problems += _differing_states(archive, looks)
    problems += _parted_accounts(archive, looks)
    problems += second_records(archive, [(look.path, look.source) for look in looks if look.source])
    return sorted(set(problems))


def as_json(problems: Sequence[Problem]) -> str:
    """Return problems as a JSON list of objects, with `path`, `line`, `column`, `code`, `level`, `message`, `remedy`."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=1)


def summary(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are, in words."""
    errors = sum(problem.level == "error" for problem in problems)
    counts = ((errors, "error"), (len(problems) - errors, "warning"))
    words = [f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts if number]
    return f"{' and '.join(words)}." if words else "Nothing is wrong, and nothing is left to do."


def _what_stops_a_build(archive: Archive, jobs: int) -> Iterable[Problem]:
    """Return what a build of the archive from nothing would be stopped by, else the files that it would show nowhere."""
    with tempfile.TemporaryDirectory(prefix="verbale-") as folder:
        db = open_catalog(Path(folder) / "catalog.sqlite", "check")
        try:
            problems = refresh(archive, db, jobs).problems
            return problems or [*_unseen(archive, unused_media(db)), *_unmentioned(archive, mention_totals(db))]
        finally:
            db.close()


def _unseen(archive: Archive, media: Sequence[str]) -> Iterator[Problem]:
    """Give the pictures and files that no text leads to, nor a template of the archive's own."""
    own = archive.at(TEMPLATES)
    texts = [path.read_bytes() for path in sorted(own.rglob("*")) if path.is_file()] if media else []
    for path in media:
        if not any(f"media/{path}".encode() in text for text in texts):
            message, remedy = "nothing leads to this file.", "Remove it, or show it in a note or on a page."
            yield Problem(f"{MEDIA}/{path}", code="unused-media", message=message, remedy=remedy, level="warning")


def _unmentioned(archive: Archive, mentions: Collection[str]) -> Iterator[Problem]:
    """Give the terms of the glossary that no sentence has; `mentions` are the ids of those that one has."""
    for id_ in sorted(load_glossary(archive)[0].keys() - set(mentions)):
        message, remedy = (
            "no record mentions this term.",
            "Add the words that documents use as `aliases`, or remove the file.",
        )
        yield Problem(f"{GLOSSARY}/{id_}.md", 1, 1, "unused-term", message, remedy, "warning")


def _look_at_all(archive: Archive, paths: Sequence[str], jobs: int) -> Iterator[Look]:
    chunks = [paths[first : first + CHUNK] for first in range(0, len(paths), CHUNK)]
    start = partial(_looker, archive)
    for looks in work_through(jobs, start, chunks) if jobs > 1 else map(start(), chunks):
        yield from looks


def _looker(archive: Archive) -> Callable[[Sequence[str]], list[Look]]:
    return lambda paths: [look_at(archive, path) for path in paths]


def look_at(archive: Archive, path: str) -> Look:
    """Read one record file and what the parser said of it, and return what is left to do there."""
    text, unreadable = read_text(archive, path)
    if text is None:
        return Look(path, (unreadable,) if unreadable else ())
    try:
        record, problems = recordfile.load(text, path)
    except RecordError as error:
        return Look(path, error.problems)
    parsed, wrong = _parsed(archive, record)
    problems += recordfile.placed(wishes(record, parsed), text, path)
    themes = frozenset(
        chain(
            chain.from_iterable(statement.themes for statement in record.statements),
            chain.from_iterable(point.themes for point in record.agreed),
        )
    )
    ids = (record.id, *record.was)
    return Look(
        path, (*problems, *wrong), ids, record.source.path, themes, tuple(voices_of(record)), meeting_of(record)
    )


def _parsed(archive: Archive, record: Record) -> tuple[Record | None, tuple[Problem, ...]]:
    """Return what the parser last said of a record, if it is kept and can be read."""
    path = parsed_path(archive, (record.id, *record.was))
    if path is None:
        return None, ()
    text, unreadable = read_text(archive, path)
    if text is None:
        return None, (unreadable,) if unreadable else ()
    try:
        return load_json(text, path), ()
    except RecordError as error:
        # A build can do without it, so it is no error here.
        return None, tuple(replace(problem, level="warning") for problem in error.problems)


def _without_record(sources: Sequence[str], looks: Iterable[Look]) -> Iterator[Problem]:
    """Give the sources of which no record was made."""
    taken = {look.source for look in looks}
    for path in sources:
        if path not in taken:
            message = "no record has been made of this document."
            yield Problem(path, code="no-record", message=message, remedy="Run `verbale parse`.", level="warning")


def _left_over(archive: Archive, looks: Sequence[Look]) -> Iterator[Problem]:
    """Give the readings of the parser that belong to no record."""
    ids = {id_ for look in looks for id_ in look.ids}
    records = {look.source: look.path for look in reversed(looks) if parsed_path(archive, look.ids) is None}
    for id_ in parsed_ids(archive):
        if id_ not in ids:
            renamed = former_id(archive, id_, records.get)
            if renamed:
                yield renamed
                continue
            message = f"no record has the id '{id_}'."
            remedy = f"If a record had it, write `was: [{id_}]` there; if it is gone, remove this file."
            yield Problem(f"{PARSED}/{id_}.json", code="no-record", message=message, remedy=remedy, level="warning")


def _unused(authority: Authority, looks: Sequence[Look]) -> Iterator[Problem]:
    """Give the themes that no record has, neither they nor narrower ones, and the speakers that none names."""
    themes = {theme for look in looks for theme in look.themes}
    for theme in sorted(themes & authority.themes.keys()):
        broader = authority.themes[theme].broader
        while broader is not None and broader in authority.themes and broader not in themes:
            themes.add(broader)
            broader = authority.themes[broader].broader
    for id_ in sorted(authority.themes.keys() - themes):
        remedy = "Add terms that find it, or remove the file."
        yield Problem(f"{THEMES}/{id_}.md", 1, 1, "unused-theme", "no record has this theme.", remedy, "warning")
    voices = {voice.id for look in looks for voice in look.voices}
    for id_ in sorted(authority.speakers.keys() - voices):
        remedy = "The file's name is the id: correct it, or remove the file."
        yield Problem(
            f"{SPEAKERS}/{id_}.md", 1, 1, "unused-speaker", "no record names this speaker.", remedy, "warning"
        )


def _parted_accounts(archive: Archive, looks: Iterable[Look]) -> Iterator[Problem]:
    """Give the records that have an event of their own, by their own id, while another is of the same day and the same people."""
    first: dict[tuple[str, tuple[str, ...]], tuple[str, str]] = {}
    for look in looks:
        if look.meeting is None or re.sub(r"-\d+$", "", look.ids[0]) != look.meeting.id:
            continue
        id_, path = first.setdefault(look.meeting[1:], (look.meeting.id, look.path))
        if id_ != look.meeting.id:
            message = f"another event than {path}, which is of the same day with the same people."
            remedy = f"If it was one meeting, write `id: {id_}` here; if not, an id of your own, such as `{look.meeting.id}-evening`."
            line, column = recordfile.locate(read_text(archive, look.path)[0] or "", ("event", "id"))
            yield Problem(look.path, line, column, "two-events", message, remedy, "warning")


def _differing_states(archive: Archive, looks: Iterable[Look]) -> Iterator[Problem]:
    """Give the ids that one record gives to a person of one state, and another to one of another."""
    first: dict[str, tuple[str, str]] = {}
    for look in looks:
        for index, voice in enumerate(look.voices):
            if voice.state is None:
                continue
            state, path = first.setdefault(voice.id, (voice.state, look.path))
            if state != voice.state:
                message = f"'{voice.id}' is of {voice.state} here, and of {state} in {path}."
                remedy = f"If these are two persons, give one another id (`{voice.id}-…`) here and in the statements."
                text, _ = read_text(archive, look.path)
                line, column = recordfile.locate(text or "", ("participants", index, "state"))
                yield Problem(look.path, line, column, "two-states", message, remedy, "warning")
