"""Our templates and static files as a start for an archive's own: told by name, and one copied out; nothing is overwritten."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.archive import TEMPLATES
from verbale.errors import ArchiveError
from verbale.ids import did_you_mean
from verbale.site.assets import default_templates, static_files, template_files

if TYPE_CHECKING:
    from verbale.archive import Archive

_PURPOSE: Final = re.compile(r"\{#\s*(.*?)\s*#\}", re.DOTALL)


class Template(NamedTuple):
    """A template or static file: its name, what it is for (as its first line says), whether the archive has its own."""

    name: str
    purpose: str
    own: bool


def templates_of(archive: Archive) -> list[Template]:
    """Return all templates and static files that verbale brings, in the order of their names, templates first."""
    own = archive.at(TEMPLATES)
    apart = not (own.is_dir() and own.samefile(default_templates()))
    return [Template(name, _purpose(path), apart and (own / name).is_file()) for name, path in _ours().items()]


def copy_out(archive: Archive, name: str, out: Path | None = None) -> Path:
    """Copy one of our templates or static files to where it takes the place of ours, or to `out`; return where it is.

    `out` is a file, or a folder that is there. Raises `ArchiveError` where there is no such template, or something stands
    there already.
    """
    ours = _ours()
    if name not in ours:
        remedy = did_you_mean(name, ours) or "`verbale templates` lists them."
        message = f"there is no template '{name}'. {remedy}"
        raise ArchiveError(message)
    target = out or archive.at(TEMPLATES) / name
    if target.is_dir():
        target /= Path(name).name
    if target.exists():
        message = f"{target}: is there already. Remove it, or name another place with --out."
        raise ArchiveError(message)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(ours[name].read_bytes())
    except OSError as error:
        message = f"{target}: cannot be written ({error.strerror}). Name another place with --out."
        raise ArchiveError(message) from error
    return target


def _ours() -> dict[str, Path]:
    folder = default_templates()
    templates = {path.relative_to(folder).as_posix(): path for path in template_files((folder,))}
    return {**templates, **static_files((folder,))}


def _purpose(path: Path) -> str:
    if path.suffix != ".html":
        return ""
    found = _PURPOSE.match(path.read_text(encoding="utf-8"))
    return " ".join(found[1].split()) if found else ""
