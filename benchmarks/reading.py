"""How a page comes up when it is opened from disk: first paint, what shifts after it, and how long a script holds the browser.

One page of each kind that readers open, the largest of its kind, several times in turn, each in a fresh browser context of
a small and of a large window. First paint counts from the start of the navigation; layout shift is the sum of all that
moved unasked (0.1 is called good); a long task is one over 50 ms. Search has been asked for a word, and its results are there.

    python -m benchmarks.reading build
    python -m benchmarks.reading build --rounds 9 --word peace
"""

from __future__ import annotations

import argparse
import os
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tools import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDERS: Final = ("records", "themes", "speakers", "points")
WINDOWS: Final = ((360, 740), (1440, 900))
SETTLED: Final = 700
"""Milliseconds after which fonts and results have come."""
OBSERVE: Final = """() => {
  window.seen = {shift: 0, tasks: []};
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.seen.shift += one.value;
  }).observe({type: "layout-shift", buffered: true});
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) window.seen.tasks.push(one.duration);
  }).observe({type: "longtask", buffered: true});
}"""
READ: Final = """() => {
  const [first] = performance.getEntriesByName("first-contentful-paint");
  return [first ? first.startTime : NaN, window.seen.shift, Math.max(0, ...window.seen.tasks)];
}"""


class Seen(NamedTuple):
    """What one opening of a page took: first paint in ms, layout shift, the longest long task in ms (0: none)."""

    paint: float
    shift: float
    task: float


def pages(site: Path) -> Iterator[tuple[str, Path]]:
    """Names and files of the pages to open."""
    yield "home", site / "index.html"
    for folder in FOLDERS:
        found = [path for path in (site / folder).rglob("*.html") if path.name != "index.html"]
        if found:
            yield folder.removesuffix("s"), max(found, key=lambda path: (path.stat().st_size, str(path)))
    yield "search", site / "search.html"


def opened(browser: Browser, address: str, window: tuple[int, int]) -> Seen:
    """Open a page in a fresh context and wait until it has settled."""
    width, height = window
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(f"({OBSERVE})()")
    page = context.new_page()
    page.goto(address, wait_until="load")
    page.wait_for_timeout(SETTLED)
    told: list[Any] = page.evaluate(READ)
    context.close()
    return Seen(*told)


def main() -> None:
    """Open the pages of a site and print a table."""
    parser = argparse.ArgumentParser(prog="benchmarks.reading", description="Measure how pages come up from disk.")
    parser.add_argument("site", type=Path, help="a folder that `verbale build` wrote")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--word", default="cooperation", help="what search is asked for")
    given = parser.parse_args()
    path = chromium.find()
    if path is None:
        parser.error(chromium.HELP)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        busy = (
            f"{os.getloadavg()[0]:.1f} processes waiting on {os.cpu_count()} cores" if hasattr(os, "getloadavg") else ""
        )
        print(f"Chromium {browser.version}, median of {given.rounds}, worst in brackets; {busy}\n")
        print(
            "| page | window | first paint | layout shift | longest task over 50 ms |\n| --- | --- | --- | --- | --- |"
        )
        for name, file in pages(given.site.resolve()):
            address = file.as_uri() + (f"?q={given.word}" if name == "search" else "")
            for window in WINDOWS:
                times = [opened(browser, address, window) for _ in range(given.rounds)]
                paint = (
                    f"{statistics.median(one.paint for one in times):.0f} ms ({max(one.paint for one in times):.0f})"
                )
                shift = f"{statistics.median(one.shift for one in times):.3f} ({max(one.shift for one in times):.3f})"
                task = max(one.task for one in times)
                print(
                    f"| {name} | {window[0]} | {paint} | {shift} | {f'{task:.0f} ms' if task else 'none'} |", flush=True
                )
        browser.close()


if __name__ == "__main__":
    main()
