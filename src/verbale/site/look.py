"""What a site looks like besides what it says: digests of the program, its templates and static files, and the limits.

Where one of these differs from last time, every page is made anew.
"""

from __future__ import annotations

import hashlib
import os
from importlib import resources
from typing import TYPE_CHECKING

from verbale.site.assets import static_files, template_folders, templates_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verbale.archive import Archive


def program_digest() -> str:
    """Return a SHA-256 in hex over verbale's own code and data."""
    digest = hashlib.sha256()
    root = str(resources.files("verbale"))
    for path in sorted(_code(root)):
        with open(path, "rb") as file:  # noqa: PTH123 - a path object for each takes longer than the reading
            digest.update(f"{path[len(root) :]}\0".encode() + hashlib.sha256(file.read()).digest())
    return digest.hexdigest()


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
