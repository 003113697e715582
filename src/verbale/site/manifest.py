"""`manifest.json`: what verbale wrote into an output folder, by path and SHA-256; it is read here and written in `write.py`.

The paths stand sorted, one a line, so that one is found in a file of any size without reading it whole.
"""

from __future__ import annotations

import json
import mmap
import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from verbale.site.addresses import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LINE: Final = re.compile(rb'"((?:[^"\\]|\\.)+)": "([0-9a-f]{64})",?')
_HEAD: Final = re.compile(rb'\{\n"generator": "(.*)",\n"look": "([0-9a-f]*)",\n"state": "([0-9a-f]*)",\n"files": \{\n')
_TAIL: Final = b"}\n}\n"


class ManifestError(ValueError):
    """A manifest is not one that verbale wrote."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that exists; `look` and `state` tell from what program and templates, and what archive, it was built."""

    look: str
    state: str
    body: bytes | mmap.mmap
    start: int
    end: int

    def sha256(self, url: str) -> str | None:
        """Return the digest of a file by its path in the folder, `None` where verbale wrote no such file."""
        at = self._at(url.encode())
        found = self._entry(at) if at < self.end else None
        return found[1] if found and found[0] == url else None

    def under(self, prefix: str) -> Iterator[str]:
        """Give the paths that begin with `prefix`, sorted."""
        at = self._at(prefix.encode())
        while at < self.end:
            url, _ = self._entry(at)
            if not url.startswith(prefix):
                return
            yield url
            at = self._next(at)

    def entries(self) -> Iterator[tuple[str, str]]:
        """Give all paths with their digests, sorted."""
        at = self.start
        while at < self.end:
            yield self._entry(at)
            at = self._next(at)

    def _at(self, key: bytes) -> int:
        """Return where the first line whose path is not before `key` begins."""
        low, high = self.start, self.end
        while low < high:
            middle = (low + high) // 2
            line = max(self.body.rfind(b"\n", low, middle) + 1, low)
            if self._key(line) < key:
                low = self._next(line)
            else:
                high = line
        return low

    def _next(self, at: int) -> int:
        return self.body.find(b"\n", at) + 1

    def _key(self, at: int) -> bytes:
        return self.body[at + 1 : self.body.find(b'"', at + 1)]

    def _entry(self, at: int) -> tuple[str, str]:
        match = _LINE.match(self.body, at)
        if not match:
            raise ManifestError
        return json.loads(b'"' + match[1] + b'"'), match[2].decode()


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


def write_manifest(file: IO[bytes], generator: str, look: str, state: str, entries: Iterable[tuple[str, str]]) -> None:
    """Write a manifest; `entries` are paths with digests, sorted by the bytes of the paths."""
    head = f'{{\n"generator": {json.dumps(generator)},\n"look": "{look}",\n"state": "{state}",\n"files": {{\n'
    file.write(head.encode())
    between = b""
    for url, sha256 in entries:
        file.write(b"%b%b" % (between, f'{json.dumps(url, ensure_ascii=False)}: "{sha256}"'.encode()))
        between = b",\n"
    if between:
        file.write(b"\n")
    file.write(_TAIL)
