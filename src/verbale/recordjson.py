"""A record as canonical JSON: the same record always gives the same bytes; no file is opened here.

It is what `parse` keeps of its own reading (`content/.parsed/<id>.json`), and what the site offers for download.

The layout is JSON (RFC 8259) in UTF-8 with the keys in the order of `docs/format.md`, one entry of a list a line, so that
git shows a change as one line.
"""

from __future__ import annotations

import json
from typing import Any

from verbale.errors import Problem, RecordError
from verbale.jsontext import spaced
from verbale.record import Record
from verbale.recordshape import from_plain, to_plain


def dump_json(record: Record) -> str:
    """Return a record as canonical JSON, with a line feed at the end."""
    parts = [f"{spaced(name)}: {_entries(value)}" for name, value in to_plain(record).items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _entries(value: Any) -> str:
    """Return a list of mappings with one a line, anything else on one line."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(map(spaced, value)) + "\n]"
    return spaced(value)


def load_json(content: str, path: str) -> Record:
    """Return the record that a JSON text holds. Raises `RecordError`, with `path` in its problems, where it holds none."""
    remedy = "It is verbale's own: restore it from the archive's history."
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        problem = Problem(path, code="json", message=f"not JSON that can be read: {error}.", remedy=remedy)
        raise RecordError(f"{path}: not a record that can be read.", [problem]) from None
    record, faults = from_plain(value)
    if record is None:
        problems = [Problem(path, code=fault.code, message=fault.message, remedy=remedy) for fault in faults]
        raise RecordError(f"{path}: not a record that can be read.", problems)
    return record
