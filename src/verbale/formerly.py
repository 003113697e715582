"""Ids that things had before and that lead nowhere now: what to write so that their addresses lead on; nothing is changed.

It knows of a record's old id by the parser's reading that is kept under it.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from typing import Final

from verbale import recordfile
from verbale.archive import GLOSSARY, PAGES, PARSED, SPEAKERS, THEMES, Archive, read_text
from verbale.errors import Problem, RecordError
from verbale.recordjson import load_json

FOLDERS: Final = {"themes/": THEMES, "speakers/": SPEAKERS, "glossary/": GLOSSARY, "": PAGES}
"""Where the files are that may have `was`, by the folder of their pages."""
_POINT: Final = re.compile(r"points/(?P<record>[^/]+)/(?P<id>[^/]+)\.html")
_NUMBERED: Final = re.compile(r"index(?:-\d+)?")


def former_id(archive: Archive, old: str, record_of: Callable[[str], str | None]) -> Problem | None:
    """Return a warning at the record that had the id `old`, or `None` where it is not known which one had.

    `record_of` finds the file of the record of a source, if it has no reading under its own id.
    """
    path = None
    with contextlib.suppress(RecordError):
        text, _ = read_text(archive, f"{PARSED}/{old}.json")
        path = record_of(load_json(text, "").source.path) if text else None
    if path is None:
        return None
    line, column = recordfile.locate(read_text(archive, path)[0] or "", ("id",))
    message = f"this record had the id '{old}' before, whose addresses lead nowhere now."
    remedy = f"Write `was: [{old}]` below `id`, or run `verbale parse`, which does."
    return Problem(path, line, column, "renamed", message, remedy, "warning")


def lost_address(archive: Archive, url: str, record_of: Callable[[str], str | None]) -> Problem | None:
    """Return a warning for a page of a site that is there no more; `None` where it had no address for good.

    For good are the pages of records, themes, speakers and terms, and those that people wrote.
    """
    folder, _, name = url.rpartition("/")
    prefix = f"{folder}/" if folder else ""
    old = name.removesuffix(".html")
    if not name.endswith(".html") or prefix not in {"records/", *FOLDERS} or _NUMBERED.fullmatch(old):
        return None
    renamed = former_id(archive, old, record_of) if prefix == "records/" else None
    if renamed:
        return renamed
    where = "the record" if prefix == "records/" else f"the file in {FOLDERS[prefix]}"
    remedy = f"If it has another id now, write `was: [{old}]` in {where} that has it."
    return Problem(url, code="lost-address", message="this address leads nowhere now.", remedy=remedy, level="warning")


def lost_point(archive: Archive, url: str, file_of: Callable[[str], str | None]) -> Problem | None:
    """Return a warning for the page of an agreed point that is there no more, though its record is; else `None`.

    `file_of` finds the file of a record by its id.
    """
    found = _POINT.fullmatch(url)
    path = file_of(found["record"]) if found else None
    if found is None or path is None:
        return None
    line, column = recordfile.locate(read_text(archive, path)[0] or "", ("retired",))
    message = f"the agreed point '{found['id']}' had a page, whose address leads nowhere now."
    remedy = f"Write `{{id: {found['id']}}}` into `retired`, with `into:` and the id of the point that has its words, if one has."
    return Problem(path, line, column, "lost-address", message, remedy, "warning")
