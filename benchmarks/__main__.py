"""`python -m benchmarks`: builds of 1,000 documents beside the peers; `--full`: of 10,000, and of 100,000 without them."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.accuracy import put_into
from benchmarks.build import run


def main() -> None:
    """Measure builds, print the report, and put it into a document where one is named."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure builds of sites, beside other generators.")
    parser.add_argument("--full", action="store_true", help="10,000 documents, and 100,000 alone; takes an hour")
    parser.add_argument("--into", type=Path, help="a document, to put each report into the section of its size")
    given = parser.parse_args()
    for documents, rounds, peers in ((10_000, 3, None), (100_000, 1, [])) if given.full else ((1_000, 5, None),):
        report = run(documents, rounds, peers=peers)
        print(report, flush=True)
        if given.into:
            put_into(given.into, str(documents), [report])


if __name__ == "__main__":
    main()
