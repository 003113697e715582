"""`manifest.json`: what verbale wrote into an output folder, by path and SHA-256; it is read here and written in `write.py`.

The paths stand sorted, one a line, so that one is found in a file of any size without reading it whole.
"""

from __future__ import annotations

import json
import mmap
import re
from typing import IO, TYPE_CHECKING, BinaryIO, Final, NamedTuple

from verbale.site.addresses import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LINE: Final = re.compile(rb'"((?:[^"\\]|\\.)+)": "([0-9a-f]{64})",?')
_HEAD: Final = re.compile(rb'\{\n"generator": "(.*)",\n"look": "([0-9a-f]*)",\n"state": "([0-9a-f]*)",\n"files": \{\n')
_TAIL: Final = b"}\n}\n"


class ManifestError(ValueError):
    """A manifest is not one that verbale wrote."""


class Manifest(NamedTuple):
    """A manifest that exists; `look` and `state` tell from what program and templates, and what archive, it was built."""

    look: str
    state: str
    body: bytes | mmap.mmap
    start: int
    end: int

    def sha256(self, url: str) -> str | None:
        """Return the digest of a file by its path in the folder, `None` where verbale wrote no such file."""
        at = self.place(url)
        return self._entry(at)[1] if self.holds(at, url) else None

    def under(self, prefix: str) -> Iterator[str]:
        """Give the paths that begin with `prefix`, sorted."""
        return (url for url, _ in self.entries_under(prefix))

    def entries_under(self, prefix: str) -> Iterator[tuple[str, str]]:
        """Give the paths that begin with `prefix` with their digests, sorted."""
        at = self.place(prefix)
        while at < self.end:
            url, sha256 = self._entry(at)
            if not url.startswith(prefix):
                return
            yield url, sha256
            at = self.after(at)

    def folders(self, prefix: str) -> Iterator[str]:
        """Give what stands between `prefix` and the next `/` in the paths that begin with it, each once, sorted."""
        at = self.place(prefix)
        while at < self.end:
            name, slash, _ = self._entry(at)[0].removeprefix(prefix).partition("/")
            if not self._entry(at)[0].startswith(prefix) or not slash:
                return
            yield name
            # All that begins with the folder sorts before what follows the slash in the alphabet.
            at = self.place(f"{prefix}{name}0")

    def entries(self) -> Iterator[tuple[str, str]]:
        """Give all paths with their digests, sorted."""
        at = self.start
        while at < self.end:
            yield self._entry(at)
            at = self.after(at)

    def place(self, url: str) -> int:
        """Return where the first line begins whose path is not before `url`."""
        key = url.encode()
        low, high = self.start, self.end
        while low < high:
            middle = (low + high) // 2
            line = max(self.body.rfind(b"\n", low, middle) + 1, low)
            if self._key(line) < key:
                low = self.after(line)
            else:
                high = line
        return low

    def holds(self, at: int, url: str) -> bool:
        """Say whether the line at `at` is that of `url`."""
        return at < self.end and self._entry(at)[0] == url

    def after(self, at: int) -> int:
        """Return where the line after the one at `at` begins."""
        return self.body.find(b"\n", at) + 1

    def _key(self, at: int) -> bytes:
        return self.body[at + 1 : self.body.find(b'"', at + 1)]

    def _entry(self, at: int) -> tuple[str, str]:
        match = _LINE.match(self.body, at)
        if not match:
            raise ManifestError
        url = match[1]
        return json.loads(b'"' + url + b'"') if b"\\" in url else url.decode(), match[2].decode()


def read_manifest(folder: Path) -> Manifest | None:
    """Return an output folder's manifest; `None` where it has none, or one that verbale did not write."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            body: bytes | mmap.mmap = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    head = _HEAD.match(body)
    if not head or body[-len(_TAIL) :] != _TAIL:
        return None
    manifest = Manifest(head[2].decode(), head[3].decode(), body, head.end(), len(body) - len(_TAIL))
    try:
        for prefix in ("", "m", "s"):
            next(manifest.under(prefix), None)
    except ManifestError:
        return None
    return manifest


def write_manifest(file: IO[bytes], head: tuple[str, str, str], entries: Iterable[tuple[str, str]]) -> None:
    """Write a manifest; `head` is generator, look and state, `entries` are paths with digests, sorted by bytes."""
    file.write(_opening(head))
    between = b""
    for url, sha256 in entries:
        file.write(between + _line(url, sha256))
        between = b",\n"
    file.write(b"\n" + _TAIL if between else _TAIL)


def splice_manifest(
    file: IO[bytes], head: tuple[str, str, str], old: Manifest, changes: Iterable[tuple[str, str | None]]
) -> None:
    """Write a manifest with the entries of `old` but for `changes`: paths, sorted, with digests, or `None` to leave out.

    What lies between two changes is copied as it stands, whatever its size.
    """
    file.write(_opening(head))
    begin = file.tell()
    at = old.start
    for url, sha256 in changes:
        place = old.place(url)
        _copy(file, old, at, place)
        at = old.after(place) if old.holds(place, url) else place
        if sha256 is not None:
            file.write(_line(url, sha256) + b",\n")
    _copy(file, old, at, old.end)
    if file.tell() > begin:
        file.seek(-2, 1)
        file.write(b"\n")
    file.write(_TAIL)


def amendable(old: Manifest, head: tuple[str, str, str], changes: Iterable[tuple[str, str | None]]) -> bool:
    """Say whether a manifest would differ from `old` by its state and by digests alone, so that these can be written over it."""
    opening = _HEAD.match(old.body)
    known = opening and (json.loads(b'"' + opening[1] + b'"'), old.look) == head[:2] and len(old.state) == len(head[2])
    return bool(known) and all(sha256 is not None and old.sha256(url) is not None for url, sha256 in changes)


def amend_manifest(file: BinaryIO, old: Manifest, state: str, changes: Iterable[tuple[str, str | None]]) -> None:
    """Write digests and the state over those of `old`, which is what the unbuffered `file` holds and is `amendable`.

    The state is written last: as long as it is the old one, all that changed since is made again.
    """
    for url, sha256 in changes:
        line = _LINE.match(old.body, old.place(url))
        assert line  # noqa: S101 - it is amendable
        file.seek(line.start(2))
        file.write((sha256 or "").encode())
    opening = _HEAD.match(old.body)
    assert opening  # noqa: S101 - it was read
    file.seek(opening.start(3))
    file.write(state.encode())


def _copy(file: IO[bytes], old: Manifest, start: int, end: int) -> None:
    """Copy whole lines, each with a comma at its end."""
    with memoryview(old.body) as body:
        file.write(body[start:end])
    if start < end == old.end:
        file.seek(-1, 1)
        file.write(b",\n")


def _opening(head: tuple[str, str, str]) -> bytes:
    generator, look, state = head
    return f'{{\n"generator": {json.dumps(generator)},\n"look": "{look}",\n"state": "{state}",\n"files": {{\n'.encode()


def _line(url: str, sha256: str) -> bytes:
    return f'{json.dumps(url, ensure_ascii=False)}: "{sha256}"'.encode()
