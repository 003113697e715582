"""Which files of an archive changed since they were last read; no content is read here, and nothing is decided about it.

A file counts as unchanged if size, modification time, change time and inode are; otherwise its digest must decide.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib import import_module
from select import select
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from verbale.processes import uninterrupted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

ROOTS: Final = ("content", "seeds")
"""The folders of an archive that hold what the catalog reads, below each other as deep as people like."""
_ASIDE: Final = ROOTS[:1]
_HERE: Final = ROOTS[1:]
"""What a second process looks at, and what is looked at here: seeds are a third of an archive's files."""
UNSURE: Final = "?"
MANY: Final = 1_000
"""Files from which on a second process takes the look."""
_FRESH: Final = 50_000_000
"""Nanoseconds within which a second change might leave no trace in a file's times (a clock tick is up to 10 ms)."""


class Scan(NamedTuple):
    """What a look at the folders found: files to read (again), files that are gone, and the listings to remember."""

    changed: list[str]
    removed: list[str]
    listings: dict[str, str]
    gone_folders: list[str]


def scan(root: Path, known: Mapping[str, str], now: int, tops: Sequence[str] = ROOTS) -> Scan:
    """Compare folders of the archive at `root`, those in `tops` and below, with the listings `known` from last time.

    A listing is one line for each file: name, size, mtime_ns, ctime_ns, inode. Paths are relative to the root, with `/`;
    `now` is the time in nanoseconds: a file that changed just before it is read again next time, to be sure.
    """
    changed: list[str] = []
    removed: list[str] = []
    listings: dict[str, str] = {}
    left = {folder: listing for folder, listing in known.items() if folder.partition("/")[0] in tops}
    for folder, new in (found for top in tops for found in _listings(os.fspath(root), top)):
        old = left.pop(folder, None)
        if old == new:
            continue
        before, after = (set(listing.split("\n")) - {""} for listing in (old or "", new))
        fresh: list[str] = []
        for line in after - before:
            name, _, _, changed_at, _ = line.split("\t")
            changed.append(f"{folder}/{name}")
            if int(changed_at) > now - _FRESH:
                fresh.append(name)
        removed += [f"{folder}/{name}" for name in _names(before - after) - _names(after)]
        listings[folder] = doubting(new, fresh)
    for folder, old in left.items():
        removed += [f"{folder}/{name}" for name in _names(set(old.split("\n")) - {""})]
    return Scan(sorted(changed), sorted(removed), listings, sorted(left))


def scan_aside(root: Path, known: Mapping[str, str], now: int, meanwhile: Iterable[str]) -> Scan:
    """Return `scan(root, known, now)`, with another process to take the greater part of the look where there are many files.

    Until that one has answered, the modules in `meanwhile` are imported here, one after the other: what takes a change in
    and makes pages takes as long to import as the look takes.
    """
    many = sum(listing.count("\n") for listing in known.values()) > MANY
    if not many or sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1:
        return scan(root, known, now)
    reading, writing = os.pipe()
    with uninterrupted():
        child = os.fork()
        if child == 0:
            _look(root, known, now, writing)
    os.close(writing)
    with open(reading, "rb") as pipe:  # noqa: PTH123 - it is no path
        ours = scan(root, known, now, _HERE)
        for module in meanwhile:
            if select([pipe], [], [], 0)[0]:
                break
            import_module(module)
        answer = pipe.read()
    os.waitpid(child, 0)
    # A process that died has said nothing that counts: then the look is taken here.
    theirs = Scan(*marshal.loads(answer)) if answer else scan(root, known, now, _ASIDE)  # noqa: S302 - our own process wrote it
    return Scan(
        sorted([*ours.changed, *theirs.changed]),
        sorted([*ours.removed, *theirs.removed]),
        {**ours.listings, **theirs.listings},
        sorted([*ours.gone_folders, *theirs.gone_folders]),
    )


def _look(root: Path, known: Mapping[str, str], now: int, writing: int) -> NoReturn:
    """Take the look in a process of its own, which does nothing else and leaves nothing behind."""
    try:
        found = scan(root, known, now, _ASIDE)
        with open(writing, "wb") as pipe:
            pipe.write(marshal.dumps((found.changed, found.removed, found.listings, found.gone_folders)))
    finally:
        os._exit(0)


def _names(lines: AbstractSet[str]) -> set[str]:
    return {line.partition("\t")[0] for line in lines}


def doubting(listing: str, names: Iterable[str]) -> str:
    """Return a listing that knows the files in `names` but not their times, so that they are read again next time."""
    doubted = frozenset(names)
    if not doubted:
        return listing
    lines = (line.partition("\t") for line in listing.split("\n"))
    return "\n".join([f"{name}\t{UNSURE if name in doubted else rest}" for name, _, rest in lines if name])


def _listings(root: str, top: str) -> Iterator[tuple[str, str]]:
    """Give each folder with its listing; hidden ones are passed over, except what `parse` keeps for itself."""
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            handle = os.open(f"{root}/{folder}", os.O_RDONLY) if os.scandir in os.supports_fd else None
        except (FileNotFoundError, NotADirectoryError):
            continue
        try:
            # By the folder's handle the system need not find the folder again for each file.
            with os.scandir(f"{root}/{folder}" if handle is None else handle) as entries:
                lines, others = _files(entries)
        except FileNotFoundError:
            continue
        finally:
            if handle is not None:
                os.close(handle)
        for name, is_folder in sorted(others, key=_records_last):
            if is_folder and (not name.startswith(".") or name == ".parsed"):
                folders.append(f"{folder}/{name}")
            elif not is_folder and _leads_inside(root, f"{root}/{folder}/{name}"):
                lines.append(_line(name, os.stat(f"{root}/{folder}/{name}")))  # noqa: PTH116
        listing = "\n".join(lines)
        if listing.count("\t") != 4 * len(lines) or listing.count("\n") != max(len(lines) - 1, 0):
            # A tab or a line end in a file's name: such a file is none of ours.
            listing = "\n".join([line for line in lines if line.count("\t") == 4 and "\n" not in line])
        yield folder, listing


def _records_last(other: tuple[str, bool]) -> tuple[bool, str]:
    """Put the folder of records last, as the last one is looked into first: most changes are there."""
    return other[0] == "records", other[0]


def _files(entries: Iterable[os.DirEntry[str]]) -> tuple[list[str], list[tuple[str, bool]]]:
    """Return the lines of a folder's files, and its folders (`True`) and links (`False`) by name."""
    lines: list[str] = []
    others: list[tuple[str, bool]] = []
    for entry in entries:
        name = entry.name
        if entry.is_file(follow_symlinks=False):
            if name[0] != ".":
                # Tens of thousands of files come by here: a call of `_line` for each would be felt.
                s = entry.stat(follow_symlinks=False)
                lines.append(f"{name}\t{s.st_size}\t{s.st_mtime_ns}\t{s.st_ctime_ns}\t{s.st_ino}")
        elif entry.is_dir(follow_symlinks=False):
            others.append((name, True))
        elif entry.is_symlink():
            others.append((name, False))
    return lines, others


def _line(name: str, info: os.stat_result) -> str:
    return f"{name}\t{info.st_size}\t{info.st_mtime_ns}\t{info.st_ctime_ns}\t{info.st_ino}"


def _leads_inside(root: str, path: str) -> bool:
    """Say whether a link ends at something that exists inside the archive."""
    target = os.path.realpath(path)
    return os.path.lexists(target) and os.path.commonpath((os.path.realpath(root), target)) == os.path.realpath(root)
