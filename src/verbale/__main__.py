"""`python -m verbale`, and the command `verbale`: the command line, and how it ends."""

from __future__ import annotations

import gc
import os
import sys
from typing import Final

ALLOCATED: Final = 100_000
"""Objects made since the last look for cycles that make another one worth while: Python's own few hundred are made by each
import, of which a command has many; and hardly anything that verbale makes is a cycle."""


def run() -> None:
    """Do what the command line asks, and end at once.

    An interpreter that ends in its own time frees, piece by piece, memory that the system takes back whole: that takes
    up to a tenth of a command. All that a command opened is closed by then.
    """
    gc.set_threshold(ALLOCATED)
    from verbale.cli import main

    try:
        main(prog_name="verbale")
    except SystemExit as end:
        if not isinstance(end.code, int | None):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code or 0)


if __name__ == "__main__":
    run()
