"""Where templates and static files are found: an archive's own before ours, by name; nothing is rendered or written here."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import verbale

STATIC: Final = "static"


def default_templates() -> Path:
    """Return the folder of the templates that come with verbale: in the installed package, else in the checkout."""
    packaged = Path(verbale.__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "templates"


def template_folders(archive: Path) -> tuple[Path, ...]:
    """Return the folders to look in, first match wins: the archive's `templates/` where it has one, then ours."""
    own, ours = archive / "templates", default_templates()
    return (own, ours) if own.is_dir() and not own.samefile(ours) else (ours,)


def static_files(folders: tuple[Path, ...]) -> dict[str, Path]:
    """Return the files to copy by address from the site's root (`static/site.css`), sorted; an archive's own win."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        for path in (folder / STATIC).rglob("*"):
            if path.is_file() and not _hidden(path, folder):
                found[path.relative_to(folder).as_posix()] = path
    return dict(sorted(found.items()))


def template_files(folders: tuple[Path, ...]) -> list[Path]:
    """Return every template in the folders, in their order and sorted within each; static files are none."""
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and STATIC not in path.relative_to(folder).parts[:1] and not _hidden(path, folder)
    ]


def templates_digest(folders: tuple[Path, ...]) -> str:
    """Return a SHA-256 in hex over names and bytes of all templates: when it differs, every page is planned anew."""
    digest = hashlib.sha256()
    for path in template_files(folders):
        folder = next(folder for folder in folders if path.is_relative_to(folder))
        for part in (str(folders.index(folder)), path.relative_to(folder).as_posix(), path.read_bytes()):
            data = part.encode() if isinstance(part, str) else part
            digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
