"""A new archive with an example in it, copied from the package; it never writes into a folder that holds anything."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from verbale.archive import Archive, write_text
from verbale.errors import ArchiveError
from verbale.schemas import keep_schemas

HIDDEN: Final = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}
"""Files that the package carries under another name, so that no tool takes them for its own."""


def start_archive(folder: Path) -> list[str]:
    """Make an archive in a folder that is empty or not there, and return the paths of its files, sorted.

    Raises `ArchiveError` where the folder holds anything or cannot be written to.
    """
    if folder.exists() and not folder.is_dir():
        raise ArchiveError(f"{folder}: a file, not a folder. Name a folder that is new or empty.")
    if folder.is_dir() and any(folder.iterdir()):
        raise ArchiveError(f"{folder}: not empty. Name a folder that is new or empty; nothing was changed.")
    archive = Archive(folder.absolute())
    made = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{folder}: cannot be made ({error.strerror}). Name a folder in a place where you may write."
        raise ArchiveError(message) from error
    for path, text in _starter(files("verbale") / "starter", ""):
        write_text(archive, path, text)
        made.append(path)
    keep_schemas(archive)
    return sorted(made)


def _starter(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    """Give each file of the starter with its path in the archive."""
    for item in sorted(folder.iterdir(), key=lambda one: one.name):
        name = HIDDEN.get(item.name, item.name)
        if item.is_dir():
            yield from _starter(item, f"{prefix}{name}/")
        else:
            yield f"{prefix}{name}", item.read_bytes().decode()
