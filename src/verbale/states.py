"""An archive's content as it was, out of git or another folder, put beside what it is; only what differs is read.

It writes nothing; git is asked as a program, and only what it tells about the archive's own folder is used.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from verbale import frontmatter, recordfile
from verbale.archive import (
    CONTENT,
    GLOSSARY,
    PAGES,
    RECORDS,
    SITE,
    SPEAKERS,
    THEMES,
    Archive,
    is_archive,
    markdown_paths,
    open_archive,
    record_paths,
)
from verbale.authority import Authority
from verbale.differences import Others, other_changes, record_changes
from verbale.errors import ArchiveError, RecordError
from verbale.record import Record

FOLDERS: Final = (THEMES, SPEAKERS, GLOSSARY, PAGES)
Texts = Mapping[str, bytes]


def differences_since(archive: Archive, other: str) -> list[str]:
    """Return what has changed since a revision of git, or against the archive in another folder, in lines.

    Raises `ArchiveError` where `other` is neither, and `RecordError` where a file of either state cannot be read.
    """
    folder = Path(other)
    new = dict(_texts(archive))
    old = dict(_texts(open_archive(folder))) if is_archive(folder) else dict(_of_git(archive, other, new))
    before = {path: data for path, data in old.items() if new.get(path) != data}
    after = {path: data for path, data in new.items() if old.get(path) != data}
    return [*record_changes(_records(before), _records(after)), *other_changes(_others(before), _others(after))]


def _texts(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Give the files that people write, with their bytes."""
    paths = [*record_paths(archive)[0], *(path for folder in FOLDERS for path in markdown_paths(archive, folder)[0])]
    for path in (*paths, SITE):
        if archive.at(path).is_file():
            yield path, archive.at(path).read_bytes()


def _of_git(archive: Archive, revision: str, new: Texts) -> Iterator[tuple[str, bytes]]:
    """Give the same files as a revision has them; those that are the same now are not asked for."""
    ids = {}
    for line in _git(archive, "ls-tree", "-r", "-z", "--end-of-options", revision, "--", CONTENT).split(b"\0"):
        head, _, name = line.partition(b"\t")
        path = name.decode("utf-8", "replace")
        if _is_ours(path):
            ids[path] = head.split()[2].decode()
    wanted = {}
    for path, id_ in ids.items():
        data = new.get(path)
        if data is not None and _blob(data, len(id_)) == id_:
            yield path, data
        else:
            wanted[path] = id_
    made = _git(archive, "cat-file", "--batch", given="".join(f"{id_}\n" for id_ in wanted.values()).encode())
    place = 0
    for path in wanted:
        start = made.index(b"\n", place) + 1
        place = start + int(made[place:start].split()[2]) + 1
        yield path, made[start : place - 1]


def _is_ours(path: str) -> bool:
    if path == SITE:
        return True
    names = PurePosixPath(path).parts
    if any(name.startswith(".") or name.endswith("~") for name in names):
        return False
    if path.startswith(f"{RECORDS}/"):
        return path.endswith(".yaml")
    return path.endswith(".md") and path.startswith(tuple(f"{folder}/" for folder in FOLDERS))


def _blob(data: bytes, length: int) -> str:
    """Return git's name for a file's bytes, of 40 (SHA-1) or 64 (SHA-256) digits."""
    digest = hashlib.sha256() if length > 40 else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data) + data)
    return digest.hexdigest()


def _git(archive: Archive, *arguments: str, given: bytes = b"") -> bytes:
    """Run git in the archive's folder. Raises `ArchiveError` where it is not there or does not know what is meant."""
    try:
        done = subprocess.run(["git", *arguments], cwd=archive.root, input=given, capture_output=True, check=True)
    except FileNotFoundError:
        raise ArchiveError("git is not installed; name another folder to compare with.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[0].removeprefix("fatal: ") if said else "git failed"
        message = f"neither an archive's folder nor a revision that git knows here ({reason}). Name one of the two."
        raise ArchiveError(message) from None
    return done.stdout


def _records(texts: Texts) -> dict[str, Record]:
    found = {}
    for path, data in texts.items():
        if path.startswith(f"{RECORDS}/"):
            found[path] = recordfile.load(_decoded(path, data), path)[0]
    return found


def _decoded(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RecordError(f"{path}: not UTF-8 text, so it cannot be compared.") from None


def _others(texts: Texts) -> Others:
    """Return themes, speakers, terms, pages and settings of the files that differ; those that cannot be read are left aside."""
    themes, speakers, terms, pages = {}, {}, {}, {}
    site = None
    for path, data in sorted(texts.items()):
        text, id_ = _decoded(path, data), PurePosixPath(path).stem
        if path.startswith(f"{THEMES}/") and (theme := frontmatter.load_theme(text, path, id_)[0]):
            themes[id_] = theme
        elif path.startswith(f"{SPEAKERS}/") and (speaker := frontmatter.load_speaker(text, path, id_)[0]):
            speakers[id_] = speaker
        elif path.startswith(f"{GLOSSARY}/") and (term := frontmatter.load_term(text, path, id_)[0]):
            terms[id_] = term
        elif path.startswith(f"{PAGES}/") and (page := frontmatter.load_page(text, path, id_)[0]):
            pages[id_] = page
        elif path == SITE:
            site = frontmatter.load_site(text, path)[0]
    return Others(Authority(themes=MappingProxyType(themes), speakers=MappingProxyType(speakers)), terms, pages, site)
