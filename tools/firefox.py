"""Find a Firefox for the browser tests, and with `--install` bring one where that is possible.

A Firefox in a snap does not count: it sees neither our temporary folders nor pages in them.

Looked at in this order: the variable FIREFOX; the usual names on PATH; the usual place on macOS. `--install` tries apt as
root. Elsewhere nobody can bring one without asking, so that its tests are skipped and say so; but where apt should have
brought one and did not, that is an error.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.chromium import run, starts

NAMES = ("firefox-esr", "firefox")
MAC = "/Applications/Firefox.app/Contents/MacOS/firefox"
HELP = """No Firefox was found: the tests of search in Firefox are skipped. To run them, install it with your system's packages
(Debian: apt-get install firefox-esr; Fedora: dnf install firefox; macOS: brew install --cask firefox; not a snap), or set
FIREFOX to the path of one that is there, and run `make test` again."""


def candidates() -> Iterator[str]:
    """Paths where a Firefox may be, the best first."""
    yield from filter(None, map(shutil.which, NAMES))
    yield MAC


def is_snap(path: str) -> bool:
    """Whether a program is a snap's, or the script that stands for one."""
    file = Path(path).resolve()
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return file.is_relative_to("/snap") or file.name == "snap" or b"/snap/" in opened.read(4096)


def find() -> str | None:
    """The path of a Firefox that starts, or `None`."""
    wanted = os.environ.get("FIREFOX")
    if wanted and not starts(wanted):
        sys.exit(f"FIREFOX is set to {wanted}, which does not start. Set it to a Firefox, or unset it.")
    if wanted:
        return wanted
    return next((path for path in candidates() if not is_snap(path) and starts(path)), None)


def install() -> str | None:
    """Bring a Firefox as root by apt and return its path; an error where that fails, `None` where it is not possible."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return None
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], quiet)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "firefox-esr"], quiet)
    return find() or sys.exit("apt-get brought no Firefox that starts (above is what it said).")


def main() -> None:
    """Print the path; where there is none, print an empty line, and on stderr what to do."""
    path = find()
    if path is None and "--install" in sys.argv[1:]:
        path = install()
    if path is None:
        print(HELP, file=sys.stderr)
    print(path or "")


if __name__ == "__main__":
    main()
