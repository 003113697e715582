"""Our sentence boundaries beside those of libraries, on the sentences that people marked in `benchmarks/gold`.

Each segmenter gets the body's paragraphs one by one and is compared with the gold's sentences in them. A
boundary is where one sentence of a paragraph ends and another follows. Line breaks of wrapped text are given as spaces, since
two of the three take them for boundaries; labels and bullets in front of a first sentence are not given to any.

    pip install sentencex pysbd
    python -m benchmarks.segmenters benchmarks/gold/development
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.accuracy import Row, gold_rows
from verbale.language import load
from verbale.parse.sentences import split
from verbale.source import decode

Segmenter = Callable[[str], list[str]]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's text, and the places in it where a gold sentence begins or ends that is not its own first or last."""

    text: str
    ends: frozenset[int]


def paragraphs(base: Path) -> list[Paragraph]:
    """The paragraphs of one readout with the ends of their sentences; furniture on lines of its own is left out, a stage direction inside counts as one."""
    text = decode(f"{base}.txt", Path(f"{base}.txt").read_bytes()).text
    numbered: dict[str, list[Row]] = {}
    lines = [line for line in Path(f"{base}.gold.tsv").read_text("utf-8").splitlines() if line.strip()]
    for line, row in zip(lines, gold_rows(Path(f"{base}.gold.tsv"), text), strict=True):
        number = line.split("\t", 1)[0]
        if number != "0":
            numbered.setdefault(number, []).append(row)
    made: list[Paragraph] = []
    for rows in numbered.values():
        start, end = rows[0].start, rows[-1].end
        unwrapped = text[start:end].replace("\r", " ").replace("\n", " ")
        made.append(Paragraph(unwrapped, frozenset(row.end - start for row in rows[:-1])))
    return made


def ends_of(segments: list[str], text: str) -> frozenset[int] | None:
    """The places where segments end, or `None` where they are not the text: a segmenter that alters it has no places."""
    found: set[int] = set()
    at = 0
    for segment in segments:
        words = segment.strip()
        if not words:
            continue
        place = text.find(words, at)
        if place < 0 or text[at:place].strip():
            return None
        at = place + len(words)
        found.add(at)
    return frozenset(found - {len(text.rstrip())})


def ours() -> Segmenter:
    """The parser's own rules."""
    english = load("en")
    return lambda text: [span.of(text) for span in split(text, 0, len(text), english)]


def sentencex() -> Segmenter:
    """The library `sentencex` (Wikimedia)."""
    library = import_module("sentencex")
    return lambda text: list(library.segment("en", text))


def pysbd() -> Segmenter:
    """The library `pysbd`."""
    segmenter = import_module("pysbd").Segmenter(language="en", clean=False)
    return lambda text: list(segmenter.segment(text))


def measure(name: str, segmenter: Segmenter, given: list[Paragraph]) -> str:
    """One row of the table: boundaries found and wanted, paragraphs wholly right or altered, speed."""
    right = extra = missed = whole = altered = 0
    begun = time.perf_counter()
    answers = [segmenter(paragraph.text) for paragraph in given]
    seconds = time.perf_counter() - begun
    for paragraph, segments in zip(given, answers, strict=True):
        ends = ends_of(segments, paragraph.text)
        if ends is None:
            altered += 1
            missed += len(paragraph.ends)
            continue
        right += len(ends & paragraph.ends)
        extra += len(ends - paragraph.ends)
        missed += len(paragraph.ends - ends)
        whole += ends == paragraph.ends
    precision, recall = 100 * right / max(1, right + extra), 100 * right / max(1, right + missed)
    size = sum(len(paragraph.text) for paragraph in given)
    shares = f"{100 * whole / len(given):.1f} | {altered} | {size / seconds / 1e6:.1f}"
    return f"| {name} | {extra} | {missed} | {precision:.1f} | {recall:.1f} | {shares} |"


def main() -> None:
    """Compare the segmenters that are installed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+", type=Path)
    bases = sorted(p for folder in options.parse_args().folders for p in folder.rglob("*.gold.tsv"))
    given = [p for base in bases for p in paragraphs(Path(str(base).removesuffix(".gold.tsv")))]
    wanted = sum(len(p.ends) for p in given)
    print(f"{len(bases)} readouts, {len(given)} paragraphs, {wanted} boundaries inside them\n")
    print("| segmenter | boundaries too many | missed | precision | recall | paragraphs right, % | altered | MB/s |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: |")
    print(measure("verbale", ours(), given))
    for name, make in (("sentencex", sentencex), ("pysbd", pysbd)):
        if find_spec(name):
            print(measure(name, make(), given))
        else:
            print(f"| {name} | not installed | | | | | | |")


if __name__ == "__main__":
    main()
