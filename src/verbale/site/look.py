"""What a site looks like besides what it says: digests of the program, its templates and static files, and the limits.

Where one of these differs from last time, every page is made anew.
"""

from __future__ import annotations

import functools
import hashlib
import os
import sys
from typing import TYPE_CHECKING, Final

import verbale
from verbale.site.assets import static_files, template_folders, templates_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verbale.archive import Archive


LIBRARIES: Final = ("jinja2-", "markdown-", "markupsafe-", "nh3-", "verbale-")


@functools.cache
def program_digest() -> str:
    """Return a SHA-256 in hex over verbale's own code and data, and the versions of what it makes pages with.

    It is that of the program that runs, which stays the same while `verbale serve` builds again and again.
    """
    digest = hashlib.sha256("\n".join(_libraries()).encode())
    root = os.path.dirname(verbale.__file__)  # noqa: PTH120
    for path in sorted(_code(root)):
        with open(path, "rb") as file:  # noqa: PTH123 - a path object for each takes longer than the reading
            digest.update(f"{path[len(root) :]}\0".encode() + hashlib.sha256(file.read()).digest())
    return digest.hexdigest()


def _libraries() -> list[str]:
    """Return name and version of the libraries that pages are made with, as they are installed."""
    # Asking `importlib.metadata` for them takes longer than building a site in which nothing changed.
    names: set[str] = set()
    for folder in sys.path:
        if os.path.isdir(folder) and os.path.basename(folder) in {"site-packages", "dist-packages"}:  # noqa: PTH112, PTH119
            names.update(name.lower() for name in os.listdir(folder))  # noqa: PTH208
    return sorted(name for name in names if name.endswith(".dist-info") and name.startswith(LIBRARIES))


def _code(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir() and entry.name not in {"__pycache__", "templates", "starter"}:
            yield from _code(entry.path)
        elif entry.name.endswith((".py", ".yaml", ".json")):
            yield entry.path


def look_digest(archive: Archive, program: str, limit: int) -> str:
    """Return a SHA-256 in hex over all that every page depends on, but for the archive's content."""
    folders = template_folders(archive.root)
    digest = hashlib.sha256(f"{program}\0{limit}\0{templates_digest(folders)}".encode())
    for url, path in static_files(folders).items():
        digest.update(f"\0{url}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
