"""`python -m verbale`, and the command `verbale`: the command line, and how it ends."""

from __future__ import annotations

import os
import sys

from verbale.cli import main


def run() -> None:
    """Do what the command line asks, and end at once.

    An interpreter that ends in its own time frees, piece by piece, memory that the system takes back whole: that takes
    up to a tenth of a command. All that a command opened is closed by then.
    """
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
