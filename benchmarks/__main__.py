"""`python -m benchmarks`: builds at 1,000 documents beside the peers; `--full` at 10,000, and at 100,000 without them."""

from __future__ import annotations

import argparse

from benchmarks.build import run


def main() -> None:
    """Measure builds and print the report."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure builds of sites, beside other generators.")
    parser.add_argument("--full", action="store_true", help="10,000 documents, and 100,000; takes an hour")
    given = parser.parse_args()
    if given.full:
        print(run([10_000], rounds=3))
        print(run([100_000], rounds=1, peers=[]))
    else:
        print(run([1_000], rounds=3))


if __name__ == "__main__":
    main()
