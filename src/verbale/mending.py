"""What is mechanical mended in all files that people write: the text as `fixes.py` has it, written where it differs."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from verbale.archive import (
    GLOSSARY,
    PAGES,
    SCHEMAS,
    SPEAKERS,
    THEMES,
    markdown_paths,
    read_source,
    read_text,
    record_paths,
    write_together,
)
from verbale.archive import SITE as CONFIG
from verbale.errors import SourceError
from verbale.fixes import in_order, mended, source_path, with_schema
from verbale.frontmatter import PAGE, SITE, SPEAKER, TERM, THEME, split
from verbale.schemas import keep_schemas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from verbale.archive import Archive


def fix(archive: Archive) -> list[tuple[str, str, str]]:
    """Mend what is mechanical in all that people write; return the path of each file that changed, its text before and after.

    Raises `ArchiveError` where a file cannot be written.
    """
    done = []
    for path, mend in _menders(archive):
        text, _ = read_text(archive, path)
        while text is not None and (made := mend(text)) != text:
            if write_together(archive, {path: made}, {path: text}):
                done.append((path, text, made))
                break
            text, _ = read_text(archive, path)  # somebody has just saved it
    if done:
        keep_schemas(archive)
    return done


def _menders(archive: Archive) -> Iterator[tuple[str, Callable[[str], str]]]:
    """Give each file that people write, with what mends its text."""
    for path in record_paths(archive)[0]:
        yield path, partial(_record_mended, archive, path)
    kinds = ((THEMES, "theme", THEME), (SPEAKERS, "speaker", SPEAKER), (GLOSSARY, "term", TERM), (PAGES, "page", PAGE))
    for folder, name, shape in kinds:
        for path in markdown_paths(archive, folder)[0]:
            yield path, partial(_front_mended, path, f"{SCHEMAS}/{name}.json", tuple(shape.keys))
    if archive.at(CONFIG).is_file():
        yield CONFIG, partial(_settings_mended, tuple(SITE.keys))


def _record_mended(archive: Archive, path: str, text: str) -> str:
    source = None
    with contextlib.suppress(SourceError):
        source = read_source(archive, source_path(text) or "")
    return with_schema(mended(text, source), f"{SCHEMAS}/record.json", path)


def _front_mended(path: str, schema: str, keys: Sequence[str], text: str) -> str:
    front = split(text)
    made = in_order(front.yaml, keys) + text[len(front.yaml) :] if front else text
    return with_schema(made, schema, path)


def _settings_mended(keys: Sequence[str], text: str) -> str:
    return with_schema(in_order(text, keys), f"{SCHEMAS}/site.json", CONFIG)
