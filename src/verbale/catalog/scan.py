"""Which files of an archive changed since they were last read; no content is read here, and nothing is decided about it.

A file counts as unchanged if size, modification time, change time and inode are; otherwise its digest must decide.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
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
    listings: dict[str, str] = {}
    for folder in sorted(found.keys() | known.keys()):
        old, new = known.get(folder), found.get(folder, "")
        if old == new:
            continue
        before, after = (set(listing.split("\n")) - {""} for listing in (old or "", new))
        differing = [line.split("\t") for line in sorted(after - before)]
        changed += [f"{folder}/{name}" for name, *_ in differing]
        removed += [f"{folder}/{name}" for name in sorted(_names(before - after) - _names(after))]
        if folder in found:
            listings[folder] = doubting(new, [name for name, *times in differing if int(times[2]) > now - _FRESH])
    return Scan(tuple(changed), tuple(removed), listings, tuple(sorted(known.keys() - found.keys())))


def _names(lines: AbstractSet[str]) -> set[str]:
    return {line.partition("\t")[0] for line in lines}


def doubting(listing: str, names: Iterable[str]) -> str:
    """Return a listing that knows the files in `names` but not their times, so that they are read again next time."""
    lines = f"\n{listing}\n"
    for name in names:
        start = lines.find(f"\n{name}\t") + 1
        if start:
            lines = f"{lines[:start]}{name}\t{UNSURE}{lines[lines.index(chr(10), start) :]}"
    return lines[1:-1]


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
        for name, is_folder in others:
            if is_folder and (not name.startswith(".") or name == ".parsed"):
                folders.append(f"{folder}/{name}")
            elif not is_folder and _leads_inside(root, f"{root}/{folder}/{name}"):
                lines.append(_line(name, os.stat(f"{root}/{folder}/{name}")))  # noqa: PTH116
        yield folder, "\n".join(lines)


def _files(entries: Iterable[os.DirEntry[str]]) -> tuple[list[str], list[tuple[str, bool]]]:
    """Return the lines of a folder's files, and its folders (`True`) and links (`False`) by name."""
    lines: list[str] = []
    others: list[tuple[str, bool]] = []
    for entry in entries:
        name = entry.name
        if entry.is_file(follow_symlinks=False):
            if name[0] != "." and "\n" not in name and "\t" not in name:
                info = entry.stat(follow_symlinks=False)
                lines.append(_line(name, info))
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
