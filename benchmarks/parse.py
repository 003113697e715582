"""How fast the parser is on one core: readouts in a second beside a sentence segmenter alone, and time by length of document.

The texts are the readouts of `benchmarks/gold/development`, in the order of their numbers: the same bytes each time.
The segmenter finds sentences only, and is there to show what reading a text costs at least.

    pip install sentencex
    python -m benchmarks.parse
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from verbale.authority import Authority
from verbale.parse import compile_vocabulary, parse
from verbale.source import Source, decode

HERE: Final = Path(__file__).parent
GOLD: Final = HERE / "gold" / "development"
SEEDS: Final = HERE.parent / "seeds"
SIZES: Final = (10_000, 100_000, 1_000_000, 10_000_000)
"""Code points of the documents that show how time grows."""


def sources(folder: Path) -> list[Source]:
    """The documents of a folder in the order of their names."""
    return [decode(path.name, path.read_bytes()) for path in sorted(folder.glob("*.txt"))]


def of_length(texts: list[str], length: int) -> str:
    """A document of `length` code points: the texts one behind the other, as often as it takes."""
    one = "\n\n".join(texts) + "\n\n"
    return (one * (length // len(one) + 1))[:length]


def seconds(run: Callable[[], object], rounds: int) -> float:
    """Processor time of the quickest of some rounds: the others were disturbed."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        run()
        best = min(best, time.process_time() - begun)
    return best


def segmenter() -> Callable[[str], object] | None:
    """The segmentation of an English text by sentencex, where it is installed."""
    if find_spec("sentencex") is None:
        return None
    segment = import_module("sentencex").segment
    return lambda text: list(segment("en", text))


def rate(name: str, documents: list[Source], rounds: int) -> None:
    """Print how many of some documents are parsed in a second, and segmented alone."""
    authority = Authority()
    vocabulary = compile_vocabulary(authority)
    characters = sum(len(source.text) for source in documents)
    parsed = sum(seconds(lambda s=s: parse(s, authority, vocabulary=vocabulary), rounds) for s in documents)  # type: ignore[misc]
    print(f"{name}: {len(documents)} of {characters // len(documents)} code points on average")
    print(f"  verbale    {len(documents) / parsed:8.0f} a second, {parsed / len(documents) * 1000:6.2f} ms each")
    if segment := segmenter():
        cut = sum(seconds(lambda s=s: segment(s.text), rounds) for s in documents)  # type: ignore[misc]
        print(
            f"  sentencex  {len(documents) / cut:8.0f} a second, {cut / len(documents) * 1000:6.2f} ms each (sentences only)"
        )


def growth(texts: list[str], sizes: tuple[int, ...]) -> None:
    """Print the time of one document by its length: where it is in proportion, the last column stays the same."""
    authority = Authority()
    print("one document of a length")
    for size in sizes:
        source = Source("long.txt", of_length(texts, size), "0" * 64)
        taken = seconds(lambda s=source: parse(s, authority), 3 if size < SIZES[-1] else 1)  # type: ignore[misc]
        print(f"  {size:>10} code points  {taken:8.2f} s  {taken / size * 1e6:6.2f} s for a million")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=7, help="of each document, of which the quickest counts")
    asked.add_argument("--up-to", type=int, default=SIZES[-1], help="code points of the longest document")
    given = asked.parse_args()
    gold = sources(GOLD)
    rate("readouts of the gold", gold, given.rounds)
    rate("sources of this archive", sources(SEEDS), given.rounds * 5)
    growth([source.text for source in gold], tuple(size for size in SIZES if size <= given.up_to))


if __name__ == "__main__":
    main()
