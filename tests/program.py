"""The program as a person runs it, in a process of its own; holds no expectation about what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def verbale(*arguments: str | Path, cwd: Path, python: str | Path = sys.executable) -> subprocess.CompletedProcess[str]:
    """Run `python -m verbale …` in `cwd` and return what it said and its exit status, whatever that is."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VERBALE"))}
    return subprocess.run(
        [python, "-m", "verbale", *map(str, arguments)],
        cwd=cwd,
        env={**env, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=110,
    )


def succeed(*arguments: str | Path, cwd: Path, python: str | Path = sys.executable) -> str:
    """Run the program, which must succeed, and return its standard output."""
    done = verbale(*arguments, cwd=cwd, python=python)
    assert done.returncode == 0, (
        f"verbale {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stdout}{done.stderr}"
    )
    return done.stdout
