"""How fast sites are built, beside other generators: one table, of one run, with the tools in alternation.

    make .venv/bench.stamp
    .venv/bin/python -m benchmarks.build --documents 1000

Sites lie on a RAM disk where there is one. What is measured: a build from nothing; one word changed in one document; nothing
changed; a theme's label and a speaker's name changed; the memory of all processes together. Each tool's pages are counted,
and the changed word must be on every page that shows it, before a time counts.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import statistics
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.archives import GROUPS, SUBJECTS, make_record, people, theme_id
from benchmarks.measure import measure
from benchmarks.subjects import Subject, subjects, version_of

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 3
MOST_BESIDE = 10_000
"""Documents up to which the loop that only writes files, and the first parse, are measured."""
WORDS = (
    "overjoyed",
    "delighted",
    "reluctant",
    "unwilling",
    "resolved",
    "determined",
    "persuaded",
    "hesitant",
    "entitled",
    "compelled",
)
"""Words that the archives do not have, one for each edit."""


class Figures(NamedTuple):
    """What one tool took on one archive; seconds, the median of the rounds, and megabytes."""

    name: str
    pages: int
    cold: float
    processor: float
    edit: float
    nothing: float
    megabytes: int
    rewritten: int


def workplace() -> Path:
    """Return a folder for sites: on the RAM disk where there is one with room."""
    shared = Path("/dev/shm")  # noqa: S108 - a RAM disk is wanted
    roomy = shared.is_dir() and shutil.disk_usage(shared).free > 8 << 30
    return Path(tempfile.mkdtemp(prefix="verbale-bench-", dir=shared if roomy else None))


def compare(documents: int, rounds: int, work: Path, chosen: Sequence[Subject]) -> list[Figures]:
    """Measure all tools on an archive of so many documents, in turn."""
    folders = {subject.name: work / f"{subject.name}-{documents}" for subject in chosen}
    for subject in chosen:
        subject.write(folders[subject.name], documents)
    cold: dict[str, list[float]] = {subject.name: [] for subject in chosen}
    processor: dict[str, list[float]] = {subject.name: [] for subject in chosen}
    edits: dict[str, list[float]] = {subject.name: [] for subject in chosen}
    still: dict[str, list[float]] = {subject.name: [] for subject in chosen}
    rewritten: dict[str, int] = {}
    for turn in range(rounds):
        for subject in chosen:
            folder = folders[subject.name]
            measured = subject.build_cold(folder)
            cold[subject.name].append(measured.wall)
            processor[subject.name].append(measured.processor)
        for subject in chosen:
            folder = folders[subject.name]
            for place in range(2):
                before = _times(folder / subject.site)
                _settle()
                edits[subject.name].append(_edit(subject, folder, documents // 2 + place, WORDS[turn * 2 + place]))
                after = _times(folder / subject.site)
                rewritten[subject.name] = sum(before.get(path) != time for path, time in after.items())
            still[subject.name].append(subject.build(folder).wall)
    found = []
    for subject in chosen:
        name, folder = subject.name, folders[subject.name]
        pages = subject.pages(folder)
        megabytes = subject.build_cold(folder, memory=True).megabytes
        seconds, work_done, edit, nothing = (
            statistics.median(times[name]) for times in (cold, processor, edits, still)
        )
        found.append(Figures(name, pages, seconds, work_done, edit, nothing, megabytes, rewritten[name]))
    return found


def _edit(subject: Subject, folder: Path, number: int, word: str) -> float:
    """Change a word, build, and make sure that the word is where it must be."""
    subject.edit(folder, number, word)
    taken = subject.build(folder).wall
    _, record = make_record(number)
    theme = record.statements[1].themes[0]
    group = GROUPS[[theme_id(place) for place in range(len(SUBJECTS))].index(theme) // 5].lower()
    pages = subject.pages_with(folder, f" is {word} to ")
    wanted = {f"records/{record.id}", f"speakers/{record.statements[1].speaker}", f"themes/{theme}", f"themes/{group}"}
    missing = {page for page in wanted if not any(found.startswith(page) for found in pages)}
    if missing:
        message = f"{subject.name}: the changed word is not on {', '.join(sorted(missing))}"
        raise AssertionError(message)
    return taken


def _times(site: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in site.rglob("*.html")}


def _settle() -> None:
    """Wait until a file's times tell it from the moment before: a person is slower than that."""
    import time

    time.sleep(0.1)


def start_up(rounds: int = 5) -> float:
    """Return the seconds of `verbale --help`, the median of some."""
    command = [sys.executable, "-m", "verbale", "--help"]
    return statistics.median(measure(command, cwd=Path.cwd()).wall for _ in range(rounds))


def relabel(documents: int, work: Path, verbale: Subject) -> str:
    """Change a theme's label; say how long that took, and how many pages were written and show it."""
    folder = work / f"verbale-{documents}"
    path = folder / f"content/themes/{theme_id(7)}.md"
    path.write_text(re.sub("label: .*", "label: Peculiar matters", path.read_text(encoding="utf-8")), encoding="utf-8")
    return f"- a theme's label changed: {_written(folder, verbale, 'Peculiar matters')}"


def rename(documents: int, work: Path, verbale: Subject) -> str:
    """Change a speaker's name; say how long that took, and how many pages were written and show it."""
    folder = work / f"verbale-{documents}"
    person = people()[4]
    path = folder / f"content/speakers/{person.id}.md"
    path.write_text("---\nname: Odalric Brandeis\n---\n", encoding="utf-8")
    return f"- a speaker's name changed: {_written(folder, verbale, 'Odalric Brandeis')}"


def _written(folder: Path, verbale: Subject, shown: str) -> str:
    before = _times(folder / verbale.site)
    taken = verbale.build(folder).wall
    after = _times(folder / verbale.site)
    written = sum(before.get(page) != time for page, time in after.items())
    showing = len(verbale.pages_with(folder, shown))
    return f"{taken:.2f} s, {written:,} pages written, {showing:,} show it"


def write_loop(folder: Path, work: Path) -> float:
    """Return the seconds that it takes to write the files of a site and do nothing else."""
    files = [(path.relative_to(folder), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
    target = work / "loop"
    code = "import sys, pickle, pathlib\nfor name, data in pickle.load(open(sys.argv[1], 'rb')):\n"
    code += "    path = pathlib.Path(sys.argv[2]) / name\n    path.parent.mkdir(parents=True, exist_ok=True)\n    path.write_bytes(data)\n"
    import pickle
    import time

    packed = work / "files.pickle"
    packed.write_bytes(pickle.dumps(files))
    loaded = pickle.loads(packed.read_bytes())  # noqa: S301 - our own
    begin = time.perf_counter()
    for name, data in loaded:
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    taken = time.perf_counter() - begin
    shutil.rmtree(target)
    packed.unlink()
    return taken


def parse_all(documents: int, work: Path) -> float:
    """Return the seconds of a first `verbale parse` of so many sources."""
    from benchmarks.archives import write_archive

    folder = work / f"sources-{documents}"
    write_archive(folder, documents, records=False)
    taken = measure([sys.executable, "-m", "verbale", "-q", "--archive", folder, "parse"], cwd=folder).wall
    shutil.rmtree(folder)
    return taken


def table(documents: int, figures: Sequence[Figures], versions: dict[str, str]) -> str:
    """Return the figures as a Markdown table."""
    lines = [
        f"| {documents:,} documents | version | pages | cold s | pages/s | processor s | one word s | pages rewritten | nothing s | MB |",
        "| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    lines += [
        f"| {f.name} | {versions[f.name]} | {f.pages:,} | {f.cold:.2f} | {f.pages / f.cold:,.0f} | {f.processor:.1f} "
        f"| {f.edit:.2f} | {f.rewritten:,} | {f.nothing:.2f} | {f.megabytes} |"
        for f in figures
    ]
    return "\n".join(lines)


def machine() -> str:
    """Return what the figures were measured on."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        found = re.search(r"model name\s*: (.*)", info.read_text())
        model = found[1] if found else model
    load = os.getloadavg()[0]
    processors = len(os.sched_getaffinity(0))
    today = datetime.now(tz=UTC).date()
    return f"{today}, {processors} processors ({model}), Python {platform.python_version()}, load before {load:.1f}"


def run(documents: int, rounds: int, *, peers: Sequence[str] | None = None, parse: bool = True) -> str:
    """Measure everything at one size and return the report; `peers` are the other tools wanted, `None` for all."""
    verbale, *others = subjects()
    chosen = [verbale, *(subject for subject in others if peers is None or subject.name in peers)]
    versions = {subject.name: version_of(subject) for subject in chosen}
    report = [machine(), "", f"Start-up (`verbale --help`): {start_up():.3f} s", ""]
    work = workplace()
    try:
        figures = compare(documents, rounds, work, chosen)
        report += [table(documents, figures, versions), ""]
        if documents <= MOST_BESIDE:
            loop = write_loop(work / f"verbale-{documents}/build", work)
            report.append(f"- a loop that writes verbale's files and does nothing else: {loop:.2f} s")
        report += [relabel(documents, work, verbale), rename(documents, work, verbale)]
        if parse and documents <= MOST_BESIDE:
            report.append(f"- first parse of {documents:,} sources: {parse_all(documents, work):.1f} s")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return "\n".join(report)


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description="Measure how fast sites are built.")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--peers", nargs="*", help="other generators by name; by default all that are installed")
    parser.add_argument("--no-parse", action="store_true", help="without parsing the sources")
    given = parser.parse_args()
    print(run(given.documents, given.rounds, peers=given.peers, parse=not given.no_parse))


if __name__ == "__main__":
    main()
