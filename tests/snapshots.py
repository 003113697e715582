"""Expected texts that a person reads and a program can write anew: `make snapshots`, then read the diff like code."""

from __future__ import annotations

import os
from pathlib import Path

OVERWRITE = os.environ.get("SNAPSHOTS") == "overwrite"


def agree(path: Path, actual: str) -> None:
    """Compare a text with the expected one in a file; with SNAPSHOTS=overwrite the file becomes what it should be."""
    if OVERWRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, encoding="utf-8", newline="\n")
        return
    assert path.is_file(), f"{path} is missing: `make snapshots` writes it"
    assert path.read_text(encoding="utf-8") == actual, f"{path} differs: if it should, `make snapshots` writes it anew"
