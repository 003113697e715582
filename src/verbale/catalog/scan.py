"""Which files of an archive changed since they were last read; no content is read here, and nothing is decided about it.

A file counts as unchanged if size, modification time, change time and inode are; otherwise its digest must decide.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.processes import SilentError, begun_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from verbale.processes import Awaited

ROOTS: Final = ("content", "seeds")
"""The folders of an archive that hold what the catalog reads, below each other as deep as people like."""
UNSURE: Final = "?"
PARTS: Final = 64 if sys.platform == "linux" else 1
"""Parts that a folder is looked at in, by its files' inodes: two processes can share the greatest, and few files' lines are
written anew for one. Elsewhere an inode costs as much as the whole look at a file."""
MANY: Final = 1_000
"""Files from which on a second process takes the look."""
_FRESH: Final = 50_000_000
"""Nanoseconds within which a second change might leave no trace in a file's times (a clock tick is up to 10 ms)."""

Part = tuple[str, int]
"""A folder's path and the number of one of its parts."""


class Scan(NamedTuple):
    """What a look at the folders found: files to read (again), files that are gone, listings to remember, and to forget."""

    changed: list[str]
    removed: list[str]
    listings: dict[Part, str]
    gone: list[Part]


class Look(NamedTuple):
    """A look at an archive's folders that has begun: when, in nanoseconds, which parts are left to this process, and what another finds."""

    root: Path
    began: int
    ours: range
    theirs: Awaited[dict[Part, str]] | None

    def compared(self, known: Mapping[Part, str], meanwhile: Iterable[str] = ()) -> Scan:
        """Return what differs from the listings `known` from last time.

        Until the other process has answered, the modules in `meanwhile` are imported here, one after the other.
        """
        found = listings(self.root, self.ours) if self.ours else {}
        if self.theirs:
            for module in meanwhile:
                if self.theirs.is_there():
                    break
                import_module(module)
            try:
                found |= self.theirs()
            except SilentError:
                # A process that died has said nothing that counts: then the look is taken here.
                found |= listings(self.root, range(self.ours.stop, PARTS))
        return compared(found, known, self.began)


@contextmanager
def begun_look(root: Path, files: int, meanwhile: int = 0) -> Iterator[Look]:
    """Begin to look at the folders of the archive at `root`, which holds about so many files.

    With many, another process takes a part of the look at once: half of what is left of it when this process has done
    something else that takes as long as the look at `meanwhile` files, and all of it where nothing is left then.
    """
    began = time.time_ns()
    if files <= MANY or sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1:
        yield Look(root, began, range(PARTS), None)
        return
    here = range(PARTS * max(files - meanwhile, 0) // (2 * files))
    with begun_apart(partial(listings, root, range(here.stop, PARTS))) as theirs:
        yield Look(root, began, here, theirs)


def listings(root: Path, parts: range = range(PARTS)) -> dict[Part, str]:
    """Return the listing of each folder of the archive at `root`, by parts, or only these parts of each.

    A listing is one line for each file: name, size, mtime_ns, ctime_ns, inode. Paths are relative to the root, with `/`.
    """
    return dict(found for top in ROOTS for found in _listings(os.fspath(root), top, parts))


def compared(found: Mapping[Part, str], known: Mapping[Part, str], began: int) -> Scan:
    """Compare the listings that a look found with those `known` from last time.

    `began` is the time of the look in nanoseconds: a file that changed just before it is read again next time, to be sure.
    """
    changed: list[str] = []
    removed: list[str] = []
    differing: dict[Part, str] = {}
    for part, new in found.items():
        old = known.get(part)
        if old == new:
            continue
        folder = part[0]
        before, after = (set(listing.split("\n")) for listing in (old or "", new))
        fresh: list[str] = []
        for line in after - before:
            name, _, _, changed_at, _ = line.split("\t")
            changed.append(f"{folder}/{name}")
            if int(changed_at) > began - _FRESH:
                fresh.append(name)
        removed += [f"{folder}/{name}" for name in _names(before - after) - _names(after)]
        differing[part] = doubting(new, fresh)
    gone = sorted(known.keys() - found.keys())
    for part in gone:
        removed += [f"{part[0]}/{name}" for name in _names(set(known[part].split("\n")))]
    # A file that another took the place of is in another part now, and is not gone.
    return Scan(sorted(changed), sorted(set(removed).difference(changed)), differing, gone)


def _names(lines: AbstractSet[str]) -> set[str]:
    return {line.partition("\t")[0] for line in lines} - {""}


def doubting(listing: str, names: Iterable[str]) -> str:
    """Return a listing that knows the files in `names` but not their times, so that they are read again next time."""
    doubted = frozenset(names)
    if not doubted:
        return listing
    lines = (line.partition("\t") for line in listing.split("\n"))
    return "\n".join([f"{name}\t{UNSURE if name in doubted else rest}" for name, _, rest in lines if name])


def _listings(root: str, top: str, parts: range) -> Iterator[tuple[Part, str]]:
    """Give the parts of each folder with their listings; hidden ones are passed over, except what `parse` keeps for itself."""
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
                found, others = _files(entries, parts)
        except FileNotFoundError:
            continue
        finally:
            if handle is not None:
                os.close(handle)
        for name, link in sorted(others):
            if link is None and (not name.startswith(".") or name == ".parsed"):
                folders.append(f"{folder}/{name}")
            elif link is not None and link in parts and _leads_inside(root, f"{root}/{folder}/{name}"):
                found[link].append(_line(name, os.stat(f"{root}/{folder}/{name}")))  # noqa: PTH116
        for part, lines in found.items():
            listing = "\n".join(lines)
            if listing.count("\t") != 4 * len(lines) or listing.count("\n") != max(len(lines) - 1, 0):
                # A tab or a line end in a file's name: such a file is none of ours.
                listing = "\n".join([line for line in lines if line.count("\t") == 4 and "\n" not in line])
            if listing:
                yield (folder, part), listing


def _files(
    entries: Iterable[os.DirEntry[str]], parts: range
) -> tuple[defaultdict[int, list[str]], list[tuple[str, int | None]]]:
    """Return the lines of a folder's files by part, and the names of its folders (`None`) and links (the part of each)."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    others: list[tuple[str, int | None]] = []
    low, high = parts.start, parts.stop
    for entry in entries:
        name = entry.name
        if entry.is_file(follow_symlinks=False):
            # Tens of thousands of files come by here: a call for each would be felt.
            part = entry.inode() % PARTS if PARTS > 1 else 0
            if low <= part < high and name[0] != ".":
                s = entry.stat(follow_symlinks=False)
                lines[part].append(f"{name}\t{s.st_size}\t{s.st_mtime_ns}\t{s.st_ctime_ns}\t{s.st_ino}")
        elif entry.is_dir(follow_symlinks=False):
            others.append((name, None))
        elif entry.is_symlink():
            others.append((name, entry.inode() % PARTS))
    return lines, others


def _line(name: str, info: os.stat_result) -> str:
    return f"{name}\t{info.st_size}\t{info.st_mtime_ns}\t{info.st_ctime_ns}\t{info.st_ino}"


def _leads_inside(root: str, path: str) -> bool:
    """Say whether a link ends at something that exists inside the archive."""
    target = os.path.realpath(path)
    return os.path.lexists(target) and os.path.commonpath((os.path.realpath(root), target)) == os.path.realpath(root)
