"""An archive on disk: a folder with `seeds/` and `content/`; what is in it, in sorted order, and never outside it.

It opens, lists, reads and writes files, and knows nothing of what they mean (`contents.py` reads what people wrote).
"""

from __future__ import annotations

import codecs
import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from verbale.errors import ArchiveError, Problem, SourceError
from verbale.source import Source, decode

SEEDS: Final = "seeds"
CONTENT: Final = "content"
RECORDS: Final = "content/records"
THEMES: Final = "content/themes"
SPEAKERS: Final = "content/speakers"
PAGES: Final = "content/pages"
GLOSSARY: Final = "content/glossary"
MEDIA: Final = "content/media"
PARSED: Final = "content/.parsed"
SCHEMAS: Final = "content/.schema"
SITE: Final = "content/site.yaml"
TEMPLATES: Final = "templates"
CACHE: Final = ".verbale"
CATALOG: Final = ".verbale/catalog.sqlite"


@dataclass(frozen=True, slots=True)
class Archive:
    """The folder that holds an archive; paths inside it are `str`, relative to it, with `/`."""

    root: Path

    def at(self, path: str) -> Path:
        """Return where a path of the archive is on this machine."""
        return self.root / path


def find_archive(start: Path) -> Archive:
    """Return the nearest archive from `start` upwards. Raises `ArchiveError` where there is none."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if is_archive(folder):
            return Archive(folder)
    message = (
        f"{start}: no archive here or in a folder above. An archive is a folder with '{SEEDS}/' and '{CONTENT}/'; "
        "`verbale init DIR` makes one, `--archive DIR` names one."
    )
    raise ArchiveError(message)


def open_archive(root: Path) -> Archive:
    """Return the archive in exactly this folder. Raises `ArchiveError` where it is none."""
    if is_archive(root):
        return Archive(root.resolve())
    if not root.exists():
        raise ArchiveError(f"{root}: there is no such folder. `verbale init DIR` makes an archive.")
    if not root.is_dir():
        raise ArchiveError(f"{root}: a file, not an archive's folder.")
    lacking = " and ".join(f"'{name}/'" for name in (SEEDS, CONTENT) if not (root / name).is_dir())
    message = f"{root}: not an archive: it has no folder {lacking}. `verbale init DIR` makes an archive."
    raise ArchiveError(message)


def is_archive(folder: Path) -> bool:
    """Say whether a folder is an archive."""
    return (folder / SEEDS).is_dir() and (folder / CONTENT).is_dir()


def source_paths(archive: Archive) -> tuple[list[str], list[Problem]]:
    """Return the paths of all sources, sorted, and a problem for each that is refused."""
    return _listed(archive, SEEDS, "")


def record_paths(archive: Archive) -> tuple[list[str], list[Problem]]:
    """Return the paths of all record files in any sub-folder, sorted, and a problem for each that is refused."""
    return _listed(archive, RECORDS, ".yaml")


def parsed_path(archive: Archive, ids: Iterable[str]) -> str | None:
    """Return where the parser's reading of a record is kept, under its id or an old one, or `None`."""
    paths = (f"{PARSED}/{id_}.json" for id_ in ids)
    return next((path for path in paths if archive.at(path).is_file()), None)


def parsed_ids(archive: Archive) -> list[str]:
    """Return the ids under which readings of the parser are kept, sorted."""
    return sorted(path.stem for path in archive.at(PARSED).glob("*.json"))


def markdown_paths(archive: Archive, folder: str) -> tuple[list[str], list[Problem]]:
    """Return the paths of all Markdown files in `THEMES`, `SPEAKERS` or `PAGES`, sorted, and problems."""
    return _listed(archive, folder, ".md")


def _listed(archive: Archive, folder: str, ending: str) -> tuple[list[str], list[Problem]]:
    """List a folder with its sub-folders; hidden files and an editor's backups (`~`) are none of ours."""
    found: list[str] = []
    problems: list[Problem] = []
    for path, entry in _walk(archive.at(folder), folder):
        if entry.is_symlink():
            problem = _refused(archive, path, entry)
            if problem:
                problems.append(problem)
                continue
        if not _is_unicode(path):
            shown = path.encode("utf-8", "replace").decode()
            problems.append(Problem(shown, code="name", message="the name is not UTF-8.", remedy="Rename the file."))
        elif entry.is_file() and path.endswith(ending):
            found.append(path)
    return sorted(found), sorted(problems)


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Give every entry below a folder that is no folder itself, with its path in the archive."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name.endswith("~"):
                    continue
                path = f"{prefix}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    yield from _walk(folder / entry.name, path)
                else:
                    yield path, entry
    except FileNotFoundError:
        return


def _refused(archive: Archive, path: str, entry: os.DirEntry[str]) -> Problem | None:
    """Return why a symbolic link is refused: it is broken, a folder's, or leads out of the archive."""
    target = Path(entry.path).resolve()
    if not target.exists():
        return Problem(path, code="link", message="a link that leads nowhere.", remedy="Remove it, or mend it.")
    if target.is_dir():
        message = "a link to a folder, which is not followed."
        return Problem(path, code="link", message=message, remedy="Put the folder itself here.")
    if not target.is_relative_to(archive.root):
        message = "a link that leads out of the archive, which is not followed."
        return Problem(path, code="link", message=message, remedy="Put the file itself here.")
    return None


def _is_unicode(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_inside(archive: Archive, path: str, folder: str) -> bool:
    """Say whether a path that a file gives lies inside a folder of the archive, links followed."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or "\\" in path or ".." in pure.parts or not path.startswith(f"{folder}/"):
        return False
    return archive.at(path).resolve().is_relative_to(archive.root)


def path_in_archive(archive: Archive, given: str) -> str:
    """Return a path that a person typed as one of the archive: from where he stands, else from the archive's folder."""
    typed = Path.cwd() / given
    for path in (typed, typed.parent.resolve() / typed.name):
        if path.is_relative_to(archive.root) and path.exists():
            return path.relative_to(archive.root).as_posix()
    return given


def read_source(archive: Archive, path: str) -> Source:
    """Return the source at a path of the archive.

    Raises `SourceError` where the path leads out of `seeds/`, the file cannot be read or is no UTF-8 text.
    """
    if not is_inside(archive, path, SEEDS):
        message = f"{path}: not a file of this archive's '{SEEDS}/'. Copy the document there."
        raise SourceError(message)
    try:
        return decode(path, archive.at(path).read_bytes())
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}). Put the document back, or change its permissions."
        raise SourceError(message) from error


def read_text(archive: Archive, path: str) -> tuple[str | None, Problem | None]:
    """Return the text of a file that a person wrote, or `None` and why it cannot be read."""
    try:
        return archive.at(path).read_bytes().decode("utf-8-sig"), None
    except OSError as error:
        return None, Problem(path, code="unreadable", message=f"cannot be read ({error.strerror}).")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 text (byte {error.start})."
        return None, Problem(path, code="not-utf-8", message=message, remedy="Save the file as UTF-8.")


def write_text(archive: Archive, path: str, text: str) -> None:
    """Write a file whole or not at all, making its folder. Raises `ArchiveError` where it cannot be written."""
    target = archive.at(path)
    beside = target.with_name(f".{target.name}.{os.getpid()}~")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(text.encode())
        beside.replace(target)
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}). See that there is room and that you may write there."
        raise ArchiveError(message) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def write_together(
    archive: Archive, texts: Mapping[str, str | None], read: Mapping[str, str | None] = MappingProxyType({})
) -> bool:
    """Write several files, or none of them; one whose text is `None` is removed. A link, a byte-order mark and rights stay.

    `read` gives files as they were read (`None`: there was none). If one is another now, somebody has just saved it:
    nothing is written, and `False` returned. Raises `ArchiveError` where one cannot be written: all are as they were.
    """
    targets: dict[str, Path] = {}
    staged: dict[Path, Path] = {}
    done: dict[Path, bytes | None] = {}
    path = ""
    try:
        for path, text in texts.items():
            targets[path] = target = archive.at(path).resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                staged[target] = _staged(target, text)
        # Last of all, so that no time is left in which a person's save could be written over.
        if not all(_is_still(archive, path, text) for path, text in read.items()):
            return False
        for path, target in targets.items():  # noqa: B007 - the message says which it was
            done[target] = target.read_bytes() if target.exists() else None
            if target in staged:
                staged[target].replace(target)
            else:
                target.unlink(missing_ok=True)
    except OSError as error:
        for target, data in done.items():
            with contextlib.suppress(OSError):
                target.unlink(missing_ok=True) if data is None else _put_back(target, data)
        message = f"{path}: cannot be written ({error.strerror}). See that there is room and that you may write there."
        raise ArchiveError(message) from error
    finally:
        for beside in staged.values():
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    return True


def _is_still(archive: Archive, path: str, text: str | None) -> bool:
    return archive.at(path).exists() == (text is not None) and read_text(archive, path)[0] == text


def _staged(target: Path, text: str) -> Path:
    """Write a file's new text beside it, with its byte-order mark and its rights; return where."""
    beside = target.with_name(f".{target.name}.{os.getpid()}~")
    there = target.exists()
    mark = codecs.BOM_UTF8 if there and _has_mark(target) else b""
    beside.write_bytes(mark + text.encode())
    if there:
        with contextlib.suppress(OSError):
            _copy_rights(target, beside)
    return beside


def _put_back(target: Path, data: bytes) -> None:
    """Give a file its bytes back: whole or not at all, since there may be no room."""
    beside = target.with_name(f".{target.name}.{os.getpid()}~")
    beside.write_bytes(data)
    _copy_rights(target, beside)
    beside.replace(target)


def _copy_rights(one: Path, other: Path) -> None:
    # Loaded where it is needed: a build looks at its files all the sooner.
    import shutil

    shutil.copymode(one, other)


def _has_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(3) == codecs.BOM_UTF8
