"""The JSON Schemas that editors use, as the package carries them; what they say is also what `shapes.py` tables say.

The schemas are of draft 2020-12: `record`, `site`, and the front matter of `theme`, `speaker`, `term` and `page`.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from verbale.archive import SCHEMAS, Archive, read_text, write_text

NAMES: Final = ("record", "site", "theme", "speaker", "term", "page")


def schema_text(name: str) -> str:
    """Return the text of one schema, `name` being one of `NAMES`."""
    return files("verbale").joinpath("schema", f"{name}.json").read_text(encoding="utf-8")


def keep_schemas(archive: Archive) -> None:
    """Put the schemas into the archive, where the first line of each record says they are; touch none that is right."""
    for name in NAMES:
        path = f"{SCHEMAS}/{name}.json"
        text = schema_text(name)
        if not archive.at(path).exists() or read_text(archive, path)[0] != text:
            write_text(archive, path, text)
