"""How soon a browser shows what was saved while `verbale serve` runs: seconds from the end of the save to the frame that has it.

For each kind of edit a page is open in Chromium, scrolled down; the time is the browser's own, taken in the first frame after
the page was loaded again. An archive of the size asked for is written by `benchmarks.archives`; with `--archive` a copy of
one that is there is served.

    python -m benchmarks.serve --documents 10000
    python -m benchmarks.serve --archive .
"""

from __future__ import annotations

import argparse
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks.archives import write_archive
from tools import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCROLLED: Final = 120
"""Pixels that the page is scrolled down before an edit, and must still be after it."""
SHIFT: Final = 5
"""Pixels by which fonts that come late move it."""
PATIENCE: Final = 120_000
"""Milliseconds to wait for an edit to show."""
PAUSE: Final = 1.0
"""Seconds between two edits, in which the rest of the site is made."""
WATCH: Final = """
addEventListener("DOMContentLoaded", () => {
  requestAnimationFrame(() => { window.shownAt = performance.timeOrigin + performance.now(); });
  new MutationObserver(() => { window.changedAt = performance.timeOrigin + performance.now(); })
    .observe(document.documentElement, { childList: true });
});
"""


class Edit(NamedTuple):
    """A kind of edit: its name, the page that shows it, and what saves it so that `word` is on that page."""

    name: str
    page: str
    save: Callable[[str], None]


def save(path: Path, text: str) -> None:
    """Put a file in the stead of another, as editors do."""
    beside = path.with_name(f".{path.name}~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def edits_of(archive: Path) -> list[Edit]:
    """Return the edits, made on the archive's first record and the first theme that it has."""
    record = min((archive / "content/records").rglob("*.yaml"))
    written = record.read_text(encoding="utf-8")
    id_ = re.search(r"^id: (\S+)", written, re.MULTILINE)
    named = re.search(r"themes: \[([a-z0-9-]+)", written)
    if id_ is None or named is None:
        message = f"{record}: no record with a theme."
        raise SystemExit(message)
    theme = archive / f"content/themes/{named[1]}.md"
    label = theme.read_text(encoding="utf-8")
    template = archive / "templates/record.html"
    page = f"records/{id_[1]}.html"

    def put_template(word: str) -> None:
        template.parent.mkdir(exist_ok=True)
        text = '{% extends "verbale/record.html" %}{% block foot %}<p>' + word + "</p>{{ super() }}{% endblock %}"
        save(template, text)

    return [
        Edit("note", page, lambda word: save(record, f"{written}note: {word}\n")),
        Edit("title", page, lambda word: save(record, re.sub(r"(?m)^title: .*", f"title: {word}", written))),
        Edit("theme", page, lambda word: save(theme, re.sub(r"(?m)^label: .*", f"label: {word}", label))),
        Edit("template", page, put_template),
    ]


def measure(archive: Path, rounds: int) -> Iterator[str]:
    """Give a line for each kind of edit."""
    from playwright.sync_api import sync_playwright

    path = chromium.find()
    if path is None:
        raise SystemExit(chromium.HELP)
    with _served(archive) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        page = browser.new_context(viewport={"width": 800, "height": 600}).new_page()
        page.add_init_script(WATCH)
        for edit in edits_of(archive):
            times = [_shown(page, address, edit, f"Word{number}{edit.name}") for number in range(rounds)]
            yield f"| {edit.name} | {statistics.median(times):.0f} | {max(times):.0f} |"
        record = next(each for each in edits_of(archive) if each.name == "title")
        yield f"| fault, and its end | {' | '.join(f'{each:.0f}' for each in _faulted(page, record))} |"
        browser.close()


def _shown(page: Page, address: str, edit: Edit, word: str) -> float:
    """Save an edit and return the milliseconds until the page shows it."""
    with page.expect_request("**/.verbale/events*"):
        page.goto(f"{address}{edit.page}")
    # What an edit before this one changed elsewhere has come by then.
    time.sleep(PAUSE)
    page.wait_for_function(f"scrollTo({{top: {SCROLLED}, behavior: 'instant'}}) ?? true")
    edit.save(word)
    saved = time.time() * 1000
    condition = f"document.body?.textContent.includes('{word}') && window.shownAt"
    shown = float(page.wait_for_function(condition, timeout=PATIENCE).json_value())
    page.wait_for_function(f"Math.abs(scrollY - {SCROLLED}) < {SHIFT}")
    return shown - saved


def _faulted(page: Page, edit: Edit) -> Iterator[float]:
    """Save a record with a fault, then mend it; give the milliseconds until the overlay is there, and until it is gone."""
    time.sleep(PAUSE)
    for word, there in (('"', "!!"), ("Mended", "!")):
        edit.save(word)
        saved = time.time() * 1000
        condition = (
            f"{there}document.querySelector('verbale-fault') && Math.max(window.changedAt ?? 0, window.shownAt ?? 0)"
        )
        yield float(page.wait_for_function(condition, timeout=PATIENCE).json_value()) - saved
        time.sleep(PAUSE)


@contextmanager
def _served(archive: Path) -> Iterator[str]:
    """Serve an archive on a free port, and give the address."""
    command = [sys.executable, "-m", "verbale", "--archive", str(archive), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            found = next(filter(None, (re.match(r"Serving (\S+)", line) for line in process.stdout or ())))
            yield found[1]
        finally:
            process.send_signal(signal.SIGINT)


def main() -> None:
    """Measure, and print a table in milliseconds."""
    parser = argparse.ArgumentParser(prog="benchmarks.serve", description="Measure how soon a saved edit is seen.")
    parser.add_argument("--archive", type=Path, help="an archive to copy and serve")
    parser.add_argument("--documents", type=int, default=1000, help="else the size of one that is written")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="verbale-serve-") as folder:
        archive = Path(folder) / "archive"
        if given.archive:
            for name in ("seeds", "content"):
                shutil.copytree(given.archive / name, archive / name)
        else:
            write_archive(archive, given.documents)
        print("| edit | median ms | most ms |\n| --- | ---: | ---: |")
        for line in measure(archive, given.rounds):
            print(line, flush=True)


if __name__ == "__main__":
    main()
