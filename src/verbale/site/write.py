"""The only writer of the site: files are gathered beside the output folder and moved in when all of them are there.

Only what a manifest lists is ever deleted, and nothing outside the output folder is touched.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from heapq import merge
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from verbale.errors import BuildError
from verbale.site.addresses import MANIFEST
from verbale.site.manifest import amend_manifest, amendable, splice_manifest, write_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from verbale.site.manifest import Manifest

RUN: Final = 20_000
"""Written files that are held in memory before they are put aside, sorted."""


@dataclass(slots=True)
class Staging:
    """A folder beside the output folder that a build fills; `made` are the folders in it that are known to exist."""

    folder: Path
    made: set[str] = field(default_factory=set)

    def write(self, url: str, data: bytes) -> None:
        """Write one file."""
        parent = url.rpartition("/")[0]
        path = f"{self.folder}/{url}"
        if parent not in self.made:
            os.makedirs(f"{self.folder}/{parent}", exist_ok=True)  # noqa: PTH103 - a path object for each page is slow
            self.made.add(parent)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def staging_beside(out: Path) -> Iterator[Staging]:
    """Give a fresh staging folder on the output folder's own disk; it is gone afterwards, whatever happened.

    Raises `BuildError` where nothing can be written there.
    """
    folder = out.with_name(f".{out.name}.new")
    if out.is_mount():
        folder = out / ".new"
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    except OSError as error:
        message = f"{folder}: cannot be made ({error.strerror}). See that you may write beside the output folder."
        raise BuildError(message) from error
    try:
        yield Staging(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(slots=True)
class Written:
    """What a build made: paths with digests, in any order; beyond `RUN` of them they wait on disk."""

    folder: Path
    count: int = 0
    differing: int = 0
    held: list[str] = field(default_factory=list)
    runs: list[Path] = field(default_factory=list)

    def add(self, url: str, sha256: str, *, differs: bool) -> None:
        """Note a file, and whether it differs from the one that the site has."""
        self.count += 1
        self.differing += differs
        self.held.append(f"{url}\t{sha256}\t{'!' if differs else ''}\n")
        if len(self.held) >= RUN:
            run = self.folder / f".run{len(self.runs)}"
            run.write_text("".join(sorted(self.held)), encoding="utf-8")
            self.runs.append(run)
            self.held = []

    def entries(self) -> Iterator[tuple[str, str, bool]]:
        """Give all files, sorted by the bytes of their paths, each with whether it differs from the one that the site has."""
        with contextlib.ExitStack() as stack:
            files: list[Iterable[str]] = [stack.enter_context(run.open(encoding="utf-8")) for run in self.runs]
            last = ""
            for line in merge(*files, sorted(self.held)):
                url, sha256, differs = line.rstrip("\n").split("\t")
                if url == last:
                    message = f"the site has two files for the address {url}. Give one of them another id."
                    raise BuildError(message)
                last = url
                yield url, sha256, bool(differs)

    def close(self) -> None:
        """Forget what waits on disk."""
        for run in self.runs:
            run.unlink()


class Ending(NamedTuple):
    """How a site is finished: which paths are deleted, sorted, and what is written over the manifest that it has, unless there is a new one."""

    deleted: list[str]
    over: Callable[[BinaryIO], None] | None = None


def finish_manifest(
    place: tuple[Staging, Path],
    head: tuple[str, str, str],
    written: Written,
    old: Manifest | None,
    lost: AbstractSet[str] | None,
) -> Ending:
    """Write the new manifest into the staging folder, where the one in the output folder cannot just be written over.

    `place` are both folders, `head` is generator, look and state. With `lost`, the old manifest's other files stay;
    without, only `written` does.
    """
    staging, out = place
    path = staging.folder / MANIFEST
    if old is not None and lost is not None:
        changes: list[tuple[str, str | None]] = [(url, None) for url in lost]
        changes += [(url, sha256) for url, sha256, differs in written.entries() if differs]
        changes.sort()
        # Millions of lines are not copied for a few digests; but whoever keeps a site by links to its files keeps that one.
        if amendable(old, head, changes) and (out / MANIFEST).stat().st_nlink == 1:
            return Ending([], partial(amend_manifest, old=old, state=head[2], changes=changes))
        with path.open("w+b") as file:
            splice_manifest(file, head, old, changes)
        return Ending(sorted(lost))
    deleted: list[str] = []
    made = ((url, sha256) for url, sha256, _ in written.entries())
    with path.open("w+b") as file:
        write_manifest(file, head, _noting(made, old, deleted))
    return Ending(deleted)


def _noting(new: Iterable[tuple[str, str]], old: Manifest | None, gone: list[str]) -> Iterator[tuple[str, str]]:
    """Give the new files, and note on the way which of the old ones are not among them; both are sorted."""
    former = old.entries() if old else iter(())
    one = next(former, None)
    for url, sha256 in new:
        while one is not None and one[0] < url:
            gone.append(one[0])
            one = next(former, None)
        if one is not None and one[0] == url:
            one = next(former, None)
        yield url, sha256
    gone.extend(url for url, _ in ((one, *former) if one is not None else ()))


def move_in(staging: Staging, out: Path, ending: Ending) -> None:
    """Move all that was gathered into the output folder, delete what is listed, and put the manifest in place last.

    Raises `BuildError` where the disk forbids it; the old manifest then still tells what to make anew.
    """
    try:
        if ending.over:
            _move(os.fspath(staging.folder), os.fspath(out))
            with (out / MANIFEST).open("r+b", buffering=0) as file:
                ending.over(file)
            return
        manifest = staging.folder / MANIFEST
        aside = staging.folder.with_name(f"{staging.folder.name}.manifest")
        manifest.replace(aside)
        try:
            _move(os.fspath(staging.folder), os.fspath(out))
            _delete(out, ending.deleted)
            aside.replace(out / MANIFEST)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        message = f"{error.filename2 or error.filename or out}: {error.strerror}. Make room or mend the rights, and build again."
        raise BuildError(message) from error


def _move(source: str, target: str) -> None:
    """Move a folder's content: whole folders where the target has none, else file by file."""
    os.makedirs(target, exist_ok=True)  # noqa: PTH103 - as above
    with os.scandir(source) as entries:
        found = list(entries)
    for entry in found:
        place = f"{target}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if os.path.islink(place):  # noqa: PTH114
                raise OSError(errno.EEXIST, "a link, where verbale needs a folder of its own", place)
            if os.path.lexists(place):
                _move(entry.path, place)
            else:
                os.rename(entry.path, place)  # noqa: PTH104
        else:
            os.replace(entry.path, place)  # noqa: PTH105


def _delete(out: Path, urls: Iterable[str]) -> None:
    """Delete files of the output folder, and the folders that are empty then; never through a link, never outside."""
    folders: set[PurePosixPath] = set()
    for url in urls:
        pure = PurePosixPath(url)
        if pure.is_absolute() or ".." in pure.parts or any((out / parent).is_symlink() for parent in pure.parents[:-1]):
            continue
        (out / pure).unlink(missing_ok=True)
        folders.update(pure.parents)
    for folder in sorted(folders - {PurePosixPath()}, key=lambda one: len(one.parts), reverse=True):
        with contextlib.suppress(OSError):
            (out / folder).rmdir()
