"""Where templates and static files are found, an archive's own before ours, and what is served of them; nothing is written here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import verbale

STATIC: Final = "static"
SCRIPTS: Final = f"{STATIC}/scripts/"
"""Below it, each folder of modules is served as one classic script: `static/scripts/site/*.js` as `static/site.js`."""
_COMMENT: Final = re.compile(r"(?m)^[ \t]*(?:/\*(?!!).*?\*/|//[^\n]*$)[ \t]*", re.DOTALL)
"""A comment that begins a line, but for a licence's (`/*!`)."""
_LITERAL: Final = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|(?<![\w)\]] )(?<![\w)\]])/(?:\[(?:\\.|[^]\\])*\]|\\.|[^/[\\])+/)"""
)
"""A string or a regular expression, which unlike a division follows no value."""
_SPACES: Final = (
    (re.compile(r"(?:(?<=[\w)\]])|^) ([-+/]) (?=[\w([]|$)"), r"\1"),
    (re.compile(r" ?([=<>!&|?:,;*%{}()\[\]]+) ?"), r"\1"),
)
"""Spaces that signs do not need: + and - keep theirs beside one another, and a division is told by its own."""
_ENDED: Final = re.compile(r"([{};,])\n")


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


def served(files: Mapping[str, Path]) -> dict[str, tuple[Path, ...]]:
    """Return what is served of static files: each address with the files that it is made of, in order, sorted.

    Modules below `SCRIPTS` come together by folder, in the order of their names, unless a file has that address already.
    """
    scripts: dict[str, tuple[Path, ...]] = {}
    for url, path in sorted(files.items()):
        folder, _, name = url.removeprefix(SCRIPTS).partition("/")
        if url.startswith(SCRIPTS) and name.endswith(".js"):
            script = f"{STATIC}/{folder}.js"
            scripts[script] = (*scripts.get(script, ()), path)
    plain = {url: (path,) for url, path in files.items() if not url.startswith(SCRIPTS)}
    return dict(sorted({**scripts, **plain}.items()))


def served_bytes(paths: tuple[Path, ...]) -> bytes:
    """Return the bytes served of a static file, or of the modules that make one script.

    Modules share one function's scope, so that what one of them defines the others can call and nothing else sees;
    no module system is needed, which pages opened from disk don't have. A style sheet and modules are served without
    the comments and white space that begin their lines, modules without most spaces; all else is served as it stands.
    """
    first = paths[0]
    if first.suffix == ".js" and first.parent.parent.name == "scripts":
        modules = "\n".join([path.read_text(encoding="utf-8") for path in paths])
        return f'(() => {{\n"use strict";\n{"".join(map(_tight, _bare(modules).splitlines()))}}})();\n'.encode()
    if first.suffix == ".css":
        # A line that ends a rule, a declaration or a selector needs no line end after it.
        return _ENDED.sub(r"\1", _bare(first.read_text(encoding="utf-8"))).encode()
    return first.read_bytes()


def _bare(text: str) -> str:
    """Return code without the comments and white space that begin its lines, and without empty lines."""
    lines = [line.strip() for line in _COMMENT.sub("", text).splitlines()]
    return "".join([f"{line}\n" for line in lines if line])


def _tight(line: str) -> str:
    """Return a line of a script without spaces around signs, and its end where it needs one; as it stands if something in it is not plain."""
    parts = _LITERAL.split(line)
    if any(set(part.replace(" / ", "")) & {"/", '"', "'", "`"} for part in parts[::2]):
        return f"{line}\n"
    # Every other part is a literal.
    for pattern, tight in _SPACES:
        parts[::2] = [pattern.sub(tight, part) for part in parts[::2]]
    return "".join(parts) + ("" if line.endswith(("{", ";", ",")) else "\n")


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
