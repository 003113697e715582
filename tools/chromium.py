"""Find a Chromium for the browser tests, and with `--install` bring one where there is none.

It must not pick a browser silently that does not start: each candidate has to tell its version first.

Looked at in this order: the variable CHROMIUM; the usual names on PATH; the usual place on macOS; the one that
Playwright's installer brought. `--install` tries Playwright's installer, then apt; else it says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
HELP = """No Chromium was found, and none could be installed here. Browser tests need one. Either
  - install it with your system's packages (Debian, Ubuntu: apt-get install chromium; Fedora: dnf install chromium;
    macOS: brew install --cask chromium), or
  - set CHROMIUM to the path of a Chromium or Chrome that is there,
and run `make test` again."""


def candidates() -> Iterator[str]:
    """Paths where a Chromium may be, the best first."""
    yield from filter(None, [os.environ.get("CHROMIUM")])
    yield from filter(None, map(shutil.which, NAMES))
    yield MAC
    yield from filter(None, [of_playwright()])


def of_playwright() -> str | None:
    """Where Playwright's installer puts its Chromium; `None` without Playwright."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def starts(path: str) -> bool:
    """Whether the program is there and tells its version (a snap's stand-in is there, and does not)."""
    if not Path(path).is_file():
        return False
    try:
        told = subprocess.run([path, "--version"], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0 and bool(told.stdout.strip())


def find() -> str | None:
    """The path of a Chromium that starts, or `None`."""
    wanted = os.environ.get("CHROMIUM")
    if wanted and not starts(wanted):
        sys.exit(f"CHROMIUM is set to {wanted}, which does not start. Set it to a Chromium, or unset it.")
    return next((path for path in candidates() if starts(path)), None)


def install() -> None:
    """Bring a Chromium: by Playwright's installer, else as root by apt. Neither's failure ends the run."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    run([sys.executable, "-m", "playwright", "install", *(["--with-deps"] if root else []), "chromium"])
    if find() is None and root and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "update", "-qq"], quiet)
        run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"], quiet)


def run(command: list[str], env: dict[str, str] | None = None) -> None:
    """Run an installer with its output on stderr, so that stdout holds the path alone."""
    print("+", " ".join(command), file=sys.stderr)
    subprocess.run(command, check=False, stdout=sys.stderr, env=env)


def main() -> None:
    """Print the path; exit 1 with words on what to do where there is none."""
    path = find()
    if path is None and "--install" in sys.argv[1:]:
        install()
        path = find()
    if path is None:
        sys.exit(HELP)
    print(path)


if __name__ == "__main__":
    main()
