"""Which files of an archive changed since they were last read; no content is read here, and nothing is decided about it.

A file counts as unchanged if size, modification time, change time and inode are; otherwise its digest must decide.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

ROOTS: Final = ("content", "seeds")
"""The folders of an archive that hold what the catalog reads, below each other as deep as people like."""
UNSURE: Final = "?"
_FRESH: Final = 50_000_000
"""Nanoseconds within which a second change might leave no trace in a file's times (a clock tick is up to 10 ms)."""


class Scan(NamedTuple):
    """What a look at the folders found: files to read (again), files that are gone, and the listings to remember."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    listings: Mapping[str, str]
    gone_folders: tuple[str, ...]


def scan(root: Path, known: Mapping[str, str], now: int) -> Scan:
    """Compare the folders of the archive at `root` with the listings `known` from last time.

    A listing is one line for each file: name, size, mtime_ns, ctime_ns, inode. Paths are relative to the root, with `/`;
    `now` is the time in nanoseconds: a file that changed just before it is read again next time, to be sure.
    """
    found = {folder: listing for top in ROOTS for folder, listing in _listings(os.fspath(root), top)}
    changed: list[str] = []
    removed: list[str] = []
    for folder in sorted(found.keys() | known.keys()):
        old, new = known.get(folder, ""), found.get(folder, "")
        if old != new:
            before, after = set(old.split("\n")), set(new.split("\n"))
            names = {line.partition("\t")[0] for line in after - before if line}
            lost = {line.partition("\t")[0] for line in before if line} - {
                line.partition("\t")[0] for line in after if line
            }
            changed.extend(f"{folder}/{name}" for name in sorted(names))
            removed.extend(f"{folder}/{name}" for name in sorted(lost))
    fresh = {folder: _settled(listing, now) for folder, listing in found.items() if listing != known.get(folder)}
    return Scan(tuple(changed), tuple(removed), fresh, tuple(sorted(known.keys() - found.keys())))


def doubting(listing: str, names: AbstractSet[str]) -> str:
    """Return a listing that knows the files in `names` but not their times, so that they are read again next time."""
    lines = (line.partition("\t")[::2] for line in listing.split("\n") if line)
    return "\n".join(f"{name}\t{UNSURE if name in names else rest}" for name, rest in lines)


def _settled(listing: str, now: int) -> str:
    """Doubt the files that changed within the last moment before `now`."""
    fresh = set()
    for line in listing.split("\n"):
        if line and int(line.split("\t")[3]) > now - _FRESH:
            fresh.add(line.partition("\t")[0])
    return doubting(listing, fresh) if fresh else listing


def _listings(root: str, top: str) -> Iterator[tuple[str, str]]:
    """Give each folder with its listing; hidden ones are passed over, except what `parse` keeps for itself."""
    folders = [top]
    while folders:
        folder = folders.pop()
        lines = []
        try:
            entries = sorted(os.scandir(f"{root}/{folder}"), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        for entry in entries:
            name = entry.name
            if name.startswith(".") and name != ".parsed":
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(f"{folder}/{name}")
                continue
            if "\n" in name or "\t" in name or (entry.is_symlink() and not _leads_inside(root, entry.path)):
                continue
            info = entry.stat()
            if stat.S_ISREG(info.st_mode):
                lines.append(f"{name}\t{info.st_size}\t{info.st_mtime_ns}\t{info.st_ctime_ns}\t{info.st_ino}")
        yield folder, "\n".join(lines)


def _leads_inside(root: str, path: str) -> bool:
    """Say whether a link ends at something that exists inside the archive."""
    target = os.path.realpath(path)
    return os.path.lexists(target) and os.path.commonpath((os.path.realpath(root), target)) == os.path.realpath(root)
