"""Where a site may go: never among what people write, never over files that verbale did not write."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from verbale.archive import CONTENT, SEEDS, Archive
from verbale.errors import BuildError
from verbale.site.addresses import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WRITTEN_BY_PEOPLE: Final = (SEEDS, CONTENT, "templates")
SHOWN: Final = 5
"""Files that a message names."""


def refuse_among_sources(archive: Archive, out: Path) -> None:
    """Raise `BuildError` where a site in `out` would lie in, or around, a folder in which people write, or a file is there."""
    file = next((path for path in (out, *out.parents) if path.exists() and not path.is_dir()), None)
    if file:
        raise BuildError(
            f"{file}: a file, where the folder of the site would be. Give `--out` a folder, such as `build`."
        )
    for name in WRITTEN_BY_PEOPLE:
        folder = archive.at(name).resolve()
        if out in (folder, *folder.parents) or folder in out.parents:
            message = (
                f"{out}: a site cannot go there, for it would mix with what people write in {folder}. "
                "Give `--out` a folder of its own, such as `build`."
            )
            raise BuildError(message)


def refuse_over_others(staging: Path, out: Path) -> None:
    """Raise `BuildError` where files of a folder without a manifest would be lost to the staged ones.

    A file that is the same byte for byte is not lost. A folder with a manifest is verbale's own.
    """
    if not out.is_dir() or (out / MANIFEST).exists():
        return
    lost = sorted(url for url in _files(staging, "") if _differs(staging / url, out / url))
    if lost:
        more = f" and {len(lost) - SHOWN} more" if len(lost) > SHOWN else ""
        message = (
            f"{out}: verbale did not write {', '.join(lost[:SHOWN])}{more}, and the site has files of these names. "
            "Move them away, or give `--out` another folder."
        )
        raise BuildError(message)


def _files(folder: Path, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder / entry.name, f"{prefix}{entry.name}/")
            elif prefix or entry.name != MANIFEST:
                yield f"{prefix}{entry.name}"


def _differs(new: Path, there: Path) -> bool:
    return there.is_file() and there.read_bytes() != new.read_bytes()
