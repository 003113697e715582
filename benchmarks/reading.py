"""How a page comes up when it is opened from disk: first paint, what shifts after it, and how long a task holds the browser.

One page of each kind that readers open, the largest of its kind, several times in turn, each in a fresh browser context of
a small and of a large window. First paint counts from the start of the navigation; layout shift is the sum of all that
moved unasked (0.1 is called good); a long task is one over 50 ms by the clock, which runs while other programs have the
processor; the longest task's work is what it took of the processor itself, and says the same on a busy machine. Search has
been asked for a word, and its results are there.

    python -m benchmarks.reading build
    python -m benchmarks.reading build --rounds 9 --word peace
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tools import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDERS: Final = ("records", "themes", "speakers", "points", "glossary")
SINGLE: Final = ("figures", "matrix", "corrections")
WINDOWS: Final = ((360, 740), (1440, 900))
TRACED: Final = ["devtools.timeline", "disabled-by-default-devtools.timeline"]
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
    """What one opening of a page took, in ms but for the shift.

    First paint, layout shift, the longest long task (0: none), and the most that a task took of the processor.
    """

    paint: float
    shift: float
    task: float
    work: float


def pages(site: Path) -> Iterator[tuple[str, Path]]:
    """Names and files of the pages to open."""
    yield "home", site / "index.html"
    for folder in FOLDERS:
        found = [path for path in (site / folder).rglob("*.html") if path.name != "index.html"]
        if found:
            yield folder.removesuffix("s"), max(found, key=_size)
    yield "list", max(site.glob("*/index.html"), key=_size)
    for name in SINGLE:
        yield name, site / f"{name}.html"
    yield "search", site / "search.html"


def _size(path: Path) -> tuple[int, str]:
    return path.stat().st_size, str(path)


def opened(browser: Browser, address: str, window: tuple[int, int]) -> Seen:
    """Open a page in a fresh context and wait until it has settled."""
    width, height = window
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(f"({OBSERVE})()")
    page = context.new_page()
    browser.start_tracing(page=page, categories=TRACED)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(SETTLED)
    paint, shift, task = page.evaluate(READ)
    work = longest(json.loads(browser.stop_tracing()), address)
    context.close()
    return Seen(paint, shift, task, work)


def longest(trace: dict[str, Any], address: str) -> float:
    """Return the most milliseconds of the processor that a task took in the thread that reads the page."""
    events = [event for event in trace["traceEvents"] if event["ph"] == "X"]
    threads = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "ParseHTML" and event["args"].get("beginData", {}).get("url") == address
    }
    return max(
        float(event.get("tdur", event["dur"])) / 1000
        for event in events
        if event["name"] == "RunTask" and (event["pid"], event["tid"]) in threads
    )


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
            "| page | window | first paint | layout shift | longest task over 50 ms | work of a task at most |\n"
            "| --- | --- | --- | --- | --- | --- |"
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
                    f"| {name} | {window[0]} | {paint} | {shift} | {f'{task:.0f} ms' if task else 'none'} "
                    f"| {statistics.median(one.work for one in times):.0f} ms ({max(one.work for one in times):.0f}) |",
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main()
