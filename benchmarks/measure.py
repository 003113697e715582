"""A command timed from outside: wall time, processor time of all its processes, and the memory that they have together."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN = {"PYTHONDONTWRITEBYTECODE": ""}
"""Programs in Python keep their bytecode, as they do for a user, whatever the shell that measures them says."""
INTERVAL = 0.05
"""Seconds between two looks at the memory."""


class Measured(NamedTuple):
    """What a command took: seconds on the wall, seconds of processors, and megabytes at the highest (0: not looked at)."""

    wall: float
    processor: float
    megabytes: int


def measure(command: Sequence[str | Path], *, cwd: Path, memory: bool = False) -> Measured:
    """Run a command to its end and say what it took. Raises `subprocess.CalledProcessError` where it fails.

    With `memory` the process tree is looked at again and again, which takes time of its own: not together with times.
    """
    before = time.perf_counter()
    with subprocess.Popen(
        list(map(str, command)),
        cwd=cwd,
        env={**os.environ, **_PLAIN},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        peak = [0]
        watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
        if memory:
            watcher.start()
        output = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args, output)
    return Measured(wall, usage.ru_utime + usage.ru_stime, peak[0] // 1024)


def _watch(process: subprocess.Popen[bytes], peak: list[int]) -> None:
    while process.returncode is None:
        peak[0] = max(peak[0], sum(map(_kilobytes, _tree(process.pid))))
        time.sleep(INTERVAL)


def _tree(pid: int) -> list[int]:
    """Return a process and all below it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(below for child in children for below in _tree(int(child)))]


def _kilobytes(pid: int) -> int:
    """Return a process's share of memory (PSS: what several have in common is divided among them)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
