"""Invented meetings to search in, and what must be found in them, counted from the records themselves; nothing is judged here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.archives import make_record, write_archive
from verbale.archive import open_archive
from verbale.catalog.words import date_words, words_in
from verbale.recordfile import dump
from verbale.site.build import build_site

if TYPE_CHECKING:
    from verbale.record import Record

DOCUMENTS = 150
RECORDS = [make_record(number)[1] for number in range(DOCUMENTS)]
ACCENTED = 5
"""The number of the record whose title has an accent and a mark that HTML would take for its own."""
SEVERAL_DAYS = 7
"""The number of the record of a meeting that went on for some days."""
RECORDS[SEVERAL_DAYS] = replace(
    RECORDS[SEVERAL_DAYS], event=replace(RECORDS[SEVERAL_DAYS].event, date="2010-06-29/2010-07-02")
)
TITLE = "Žofín <talks> & “accords”"


def build(root: Path) -> None:
    """Write the archive and build it into `build/`; one record has a title of its own."""
    write_archive(root, DOCUMENTS)
    record = replace(RECORDS[ACCENTED], title=TITLE)
    (root / f"content/records/{record.id}.yaml").write_text(dump(record), encoding="utf-8")
    several = RECORDS[SEVERAL_DAYS]
    (root / f"content/records/{several.id}.yaml").write_text(dump(several), encoding="utf-8")
    build_site(open_archive(root), root / "build", jobs=1)


def said(count: int) -> str:
    """How the page tells a number of results."""
    if count > 2000:
        return "More than 2,000 results, newest first"
    return {0: "Nothing found", 1: "1 result"}.get(count, f"{count:,} results, newest first")


def hits(fits: Callable[[list[str]], bool], which: Callable[[Record, str], bool] = lambda _, __: True) -> int:
    """How many titles, sentences, and agreed points whose sentence is none, fit: counted from the records themselves."""
    total = 0
    for number, record in enumerate(RECORDS):
        title = TITLE if number == ACCENTED else record.title
        total += fits([*words_in(title), "", *date_words(record.event.date)]) and which(record, "")
        good = {s.id for s in record.statements if fits(words_in(s.text)) and which(record, s.speaker)}
        points = {
            p.statement + p.id
            for p in record.agreed
            if fits([*words_in(p.text), *words_in(p.label or "")])
            and p.statement not in good
            and which(record, "joint")
        }
        total += len(good) + len(points)
    return total


def adjacent(words: list[str], phrase: list[str]) -> bool:
    """Whether words stand next to one another."""
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words)))
