"""How well the parser reads a folder of readouts with gold readings: the figures of `docs/accuracy.md`.

A folder holds `NN.txt`, `NN.header.yaml` and, but for openings, `NN.gold.tsv` (format: `benchmarks/gold/README.md`). Printed are the share of
sentences found with their span, of speakers, joint commitments (F1), header fields and furniture, each with a 95 %
interval by resampling readouts, a table by house, which speakers were taken for which, and on demand each miss.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from verbale.authority import Authority
from verbale.language import load
from verbale.parse import parse, read
from verbale.record import Participant, Record
from verbale.source import Source, decode

FIELDS = ("date", "place", "medium", "kind", "name", "title", "state")
"""The fields of the head: four of the event, three of each principal."""
PREFIX = re.compile(r"prefix=(.*?)(?:\s+;|$)")


@dataclass
class Row:
    """One gold row with its place in the source."""

    start: int
    end: int
    speaker: str
    act: str
    kind: str
    note: str
    text: str


@dataclass
class Score:
    """Counts of one readout: right and all by measure, and the misses in words."""

    name: str
    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, measure: str, *, ok: bool) -> None:
        """Count one case of a measure."""
        self.total[measure] += 1
        self.right[measure] += ok


def gold_rows(path: Path, text: str) -> list[Row]:
    """Read a gold file; each row's place is found in the source behind the row before, white space apart."""
    solid = [n for n, char in enumerate(text) if not char.isspace()]
    letters = "".join(text[n] for n in solid)
    rows: list[Row] = []
    at = 0
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        parts = line.split("\t")
        _, words, speaker, act, kind, note = (*parts, *[""] * 6)[:6]
        squeezed = re.sub(r"\s+", "", words.replace("\\n", ""))
        found = letters.find(squeezed, at)
        if found < 0 or not squeezed:
            sys.exit(f"{path}:{number}: this row is not in the source behind the one before: {words[:60]!r}")
        at = found + len(squeezed)
        start, end = solid[found], solid[at - 1] + 1
        prefix = PREFIX.search(note)
        if prefix:
            for char in prefix[1]:
                if not char.isspace() and text[start] == char:
                    start += 1
                    while start < end and text[start].isspace():
                        start += 1
        rows.append(Row(start, end, speaker.strip(), act.strip(), kind.strip(), note, words))
    return rows


def same_speaker(record: Record, speaker: str, gold: str) -> bool:
    """Say whether a statement's speaker is the one that the gold names.

    A person never named is meant by his title, with or without the state; an organisation by its name or its initials.
    """
    if speaker == gold:
        return True
    for p in record.participants:
        if p.id == speaker:
            unnamed = {fold(p.title or ""), fold(f"{p.title} of {p.state}")}
            return fold(gold) in ({fold(p.name)} if p.name else unnamed)
    mine = next((p.name for p in record.parties if p.id == speaker), speaker)
    return usual(mine) == usual(gold)


def usual(name: str) -> str:
    """Return the usual name of a state or organisation ("EU" gives "european union"), for comparison."""
    return next((fold(s.name) for s in load("en").states if name in {s.name, *s.names}), fold(name))


def fold(name: str) -> str:
    """Return a name for comparison."""
    return " ".join(re.sub(r"\bthe\b|[\W_]+", " ", name.casefold()).split())


def score(base: Path) -> Score:
    """Score one readout."""
    result = Score(base.name)
    source = decode(str(base) + ".txt", Path(f"{base}.txt").read_bytes())
    record = parse(source, Authority())
    score_header(result, base, record)
    rows = gold_rows(Path(f"{base}.gold.tsv"), source.text) if Path(f"{base}.gold.tsv").exists() else []
    if rows:
        score_text(result, source, rows, record)
    covered = [False] * len(source.text)
    for start, end in [*(s.at for s in record.statements), *(f.at for f in record.furniture)]:
        covered[start:end] = [True] * (end - start)
    result.count("accounted", ok=all(c or t.isspace() for c, t in zip(covered, source.text, strict=True)))
    return result


def score_text(result: Score, source: Source, rows: list[Row], record: Record) -> None:
    """Score the sentences of a readout: their boundaries, their speakers, what they agree, and what is no sentence."""
    rules = {s.sentence.span.start: s.attribution.rule for s in read(source).statements}
    by_span = {(s.at.start, s.at.end): s for s in record.statements}
    with_points = {p.statement for p in record.agreed}
    for row in (r for r in rows if r.kind == "statement"):
        mine = by_span.get((row.start, row.end))
        result.count("boundaries", ok=mine is not None)
        free = "boundary" in row.note
        if mine is None:
            result.misses.append(f"{result.name}: boundary: {row.text[:90]!r}")
            mine = max(
                record.statements, key=lambda s: min(s.at.end, row.end) - max(s.at.start, row.start), default=None
            )
            if mine is None or mine.at.end <= row.start or mine.at.start >= row.end:
                result.count("speakers", ok=False)
                result.count("speakers, strict", ok=False)
                continue
        ok = same_speaker(record, mine.speaker, row.speaker)
        result.count("speakers", ok=ok or free)
        result.count("speakers, strict", ok=ok)
        if not ok:
            kinds = {p.id: "person" for p in record.participants} | {p.id: "party" for p in record.parties}
            gold_kind = row.speaker if row.speaker in {"joint", "narrator"} else "party" if row.act else "person"
            result.confusion[(gold_kind, kinds.get(mine.speaker, mine.speaker))] += 1
            result.misses.append(
                f"{result.name}: {'boundary ' if free else ''}speaker: gold {row.speaker}, read {mine.speaker} ({rules.get(mine.at.start)}): {row.text[:130]!r}"
            )
        gold_point, my_point = row.speaker == "joint" and bool(row.act), mine.id in with_points
        if not (free and gold_point != my_point):
            result.total["tp"] += gold_point and my_point
            result.total["fp"] += my_point and not gold_point
            result.total["fn"] += gold_point and not my_point
    score_furniture(result, source.text, rows, record)


def score_furniture(result: Score, text: str, rows: list[Row], record: Record) -> None:
    """Count the characters that are furniture or text in both readings."""
    gold, mine = [True] * len(text), [True] * len(text)
    for row in rows:
        if row.kind == "statement":
            gold[row.start : row.end] = [False] * (row.end - row.start)
    for s in record.statements:
        mine[s.at.start : s.at.end] = [False] * (s.at.end - s.at.start)
    wrong = [n for n, char in enumerate(text) if not char.isspace() and gold[n] != mine[n]]
    solid = sum(not char.isspace() for char in text)
    result.total["furniture"] += solid
    result.right["furniture"] += solid - len(wrong)
    free = [(r.start, r.end) for r in rows if "boundary" in r.note]
    wrong = [n for n in wrong if not any(a <= n < b for a, b in free)]
    if wrong:
        result.misses.append(
            f"{result.name}: furniture: {len(wrong)} characters from {text[wrong[0] : wrong[0] + 60]!r}"
        )


def score_header(result: Score, base: Path, record: Record) -> None:
    """Count the fields of the head that agree with the gold's: of the event, and of each principal that the gold has."""
    words = Path(f"{base}.header.yaml").read_text("utf-8")
    gold: dict[str, Any] = yaml.load(words, Loader=yaml.BaseLoader) or {}  # noqa: S506 - it makes strings only
    for key in FIELDS[:4]:
        wanted = gold.get(key) or ""
        if wanted or key in {"place", "medium"}:
            count_field(result, key, "event", wanted, getattr(record.event, key) or "")
    people = [p for p in record.participants if p.role == "principal"]
    principals: list[dict[str, str]] = gold.get("principals") or []
    for one in principals:
        match = next((p for p in people if same_person(p, one)), None)
        for key in FIELDS[4:]:
            if one.get(key):
                read = getattr(match, key, None) or ""
                of = one.get("name") or one["title"]
                count_field(result, key, of, one[key], one[key] if as_good(key, one, read) else read)
    if len(people) > len(principals):
        result.misses.append(f"{result.name}: header: too many principals: {[p.name or p.title for p in people]}")


ORGANS = frozenset({"European Union", "European Commission", "European Council", "European Parliament"})


def as_good(key: str, gold: dict[str, str], read: str) -> bool:
    """Say whether a field reads otherwise than the gold's and as well: of heads of the European Union's organs both the Union and the organ are good, in the title too."""
    if gold.get("state") not in ORGANS:
        return False
    organs = [f" of the {organ}" for organ in ORGANS]
    plain = [next((t.removesuffix(o) for o in organs if t.endswith(o)), t) for t in (read, gold.get("title", ""))]
    return read in ORGANS if key == "state" else key == "title" and bool(read) and plain[0] == plain[1]


def same_person(mine: Participant, gold: dict[str, str]) -> bool:
    """Say whether a participant is the gold's: by name, or by title where neither has a name."""
    if gold.get("name"):
        return fold(mine.name or "") == fold(gold["name"])
    return not mine.name and fold(mine.title or "") == fold(gold.get("title", ""))


def count_field(result: Score, key: str, of: str, gold: str, mine: str) -> None:
    """Count one field of the head."""
    same = usual if key == "state" else fold
    ok = same(mine) == same(gold)
    result.count("header", ok=ok)
    result.count(f"header {key}", ok=ok)
    if not ok:
        result.misses.append(f"{result.name}: header {key} ({of}): gold {gold!r}, read {mine!r}")


def share(scores: list[Score], measure: str) -> float | None:
    """Return a measure over readouts, in per cent; F1 of points from its counts."""
    if measure == "points":
        tp, fp, fn = (sum(s.total[k] for s in scores) for k in ("tp", "fp", "fn"))
        return 200 * tp / (2 * tp + fp + fn) if tp + fp + fn else None
    total = sum(s.total[measure] for s in scores)
    return 100 * sum(s.right[measure] for s in scores) / total if total else None


def interval(scores: list[Score], measure: str, rounds: int = 1000) -> tuple[float, float]:
    """Return the 95 % interval of a measure by resampling readouts, seeded."""
    chance = random.Random(0)  # noqa: S311
    values = sorted(
        v for _ in range(rounds) if (v := share(chance.choices(scores, k=len(scores)), measure)) is not None
    )
    return (values[int(0.025 * len(values))], values[int(0.975 * len(values)) - 1]) if values else (0.0, 0.0)


MEASURES: list[tuple[str, str]] = [
    ("boundaries", "sentence boundaries"),
    ("speakers", "speakers (rows of two good readings count)"),
    ("speakers, strict", "speakers (the gold's reading only)"),
    ("points", "joint commitments, F1"),
    ("header", "header fields"),
    ("furniture", "furniture, in characters"),
    ("accounted", "sources wholly accounted for"),
]


def table(scores: list[Score], write: Callable[[str], None]) -> None:
    """Write the table of measures, of those that the readings allow."""
    write("| measure | % | 95 % interval | n |")
    write("| --- | --: | --- | --: |")
    for key, words in MEASURES:
        value = share(scores, key)
        low, high = interval(scores, key)
        n = sum(s.total[key] for s in scores) if key != "points" else sum(s.total["tp"] + s.total["fn"] for s in scores)
        if value is not None:
            write(f"| {words} | {value:.1f} | {low:.1f}-{high:.1f} | {n} |")


def field_table(scores: list[Score], write: Callable[[str], None]) -> None:
    """Write how often each field of the head agrees."""
    write("| field of the head | % | n |")
    write("| --- | --: | --: |")
    for key in FIELDS:
        value = share(scores, f"header {key}")
        write(
            f"| {key} | {'-' if value is None else f'{value:.1f}'} | {sum(s.total[f'header {key}'] for s in scores)} |"
        )


def house_table(scores: list[Score], folders: list[Path], write: Callable[[str], None]) -> None:
    """Write a row for each house that a `houses.tsv` in the folders names, unless each readout has one of its own."""
    files = [file for folder in folders for file in sorted(folder.rglob("houses.tsv"))]
    houses = dict(line.split("\t", 1) for file in files for line in file.read_text("utf-8").splitlines())
    if 2 * len(set(houses.values())) > len(houses):
        return
    write("| house | readouts | sentences | boundaries | speakers | header |")
    write("| --- | --: | --: | --: | --: | --: |")
    for house in sorted(set(houses.values())):
        if group := [s for s in scores if houses.get(s.name) == house]:
            shares = " | ".join(f"{share(group, m) or 0:.1f}" for m in ("boundaries", "speakers", "header"))
            write(f"| {house} | {len(group)} | {sum(s.total['boundaries'] for s in group)} | {shares} |")


def confusion_table(scores: list[Score], write: Callable[[str], None]) -> None:
    """Write which kind of speaker was taken for which, the commonest first."""
    confusion: Counter[tuple[str, str]] = sum((s.confusion for s in scores), Counter())
    write("| gold | read | n |")
    write("| --- | --- | --: |")
    for (gold, mine), n in confusion.most_common():
        write(f"| {gold} | {mine} | {n} |")


def put_into(document: Path, name: str, tables: list[str]) -> None:
    """Put tables into a document, between `<!-- name -->` and `<!-- end -->`."""
    section = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end -->)", re.DOTALL)
    body = "\n".join(["", *tables, "", ""])
    document.write_text(section.sub(lambda _: body, document.read_text("utf-8"), count=1), "utf-8")


def main() -> None:
    """Score the folders given."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--misses", action="store_true", help="print each miss with the rule that caused it")
    options.add_argument("--only", default="", help="names that match this expression")
    options.add_argument(
        "--into", type=Path, help="a document, to put the tables into the section of the folder's name"
    )
    chosen = options.parse_args()
    files = [p for folder in chosen.folders for p in folder.rglob("*.header.yaml")]
    found = {Path(str(p).removesuffix(".header.yaml")) for p in files}
    scores = [score(base) for base in sorted(found) if re.search(chosen.only, base.name)]
    tables: list[str] = []
    table(scores, tables.append)
    tables.append("")
    field_table(scores, tables.append)
    tables.append("")
    house_table(scores, chosen.folders, tables.append)
    print(f"{len(scores)} readouts\n", *tables, "", sep="\n")
    if chosen.into:
        put_into(chosen.into, chosen.folders[0].name, tables)
    confusion_table(scores, print)
    if chosen.misses:
        print("", *(miss for s in scores for miss in s.misses), sep="\n")


if __name__ == "__main__":
    main()
