"""An archive of one invented readout to be cited: with a publisher, an address and a date of publication, or without any of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.odd import Said, document, person
from verbale.record import Event, Party, Record, SourceEntry
from verbale.recordfile import dump
from verbale.recordjson import dump_json

if TYPE_CHECKING:
    from tests.browser.odd import Line

BASE_URL = "https://archive.example/readouts/"
URL = "https://ministry.example/news/talks-at-sea"
PUBLISHER = "Ministry of Ships & Harbours, Kestria"
HARD = "Ferries {fast} & slow: 100% of #1_a ~ ^ \\ $5 <b>"
"""A label with all that BibTeX, HTML and JSON take for their own."""

LINES: list[Line] = [
    [
        Said("narrator", "President Maren Talvik met Prime Minister Jonas Ferrel in Port Sable.", "narration"),
        Said("maren-talvik", "Talvik said that the strait must stay open.", cue="Talvik said"),
        Said(
            "maren-talvik",
            "The well-known, narrow & shallow strait is a road, not a wall, for all who live by it.",
            "continued",
        ),
    ],
    [
        Said("jonas-ferrel", "\u201cWe shall not close it,\u201d Ferrel said.", speech="direct", cue="Ferrel said"),
        Said("jonas-ferrel", "Ferrel called this \u201ca promise\u201d.", speech="mixed", also=("maren-talvik",)),
        Said("orvland", "Orvland will pay for the ferry.", "party"),
        Said("unknown", "It was a long day.", "none"),
    ],
    [
        Said(
            "joint",
            "The two sides agreed to open a second ferry line and to meet again in May.",
            "joint",
            cue="The two sides agreed",
            points=(("agreed", "open a second ferry line"), ("agreed", "meet again in May")),
            themes=("ferries",),
        ),
    ],
    [Said("jonas-ferrel", "\u201cIt stays open.\u201d", "continued", "direct")],
]


def readout(*, published: bool) -> tuple[str, Record]:
    """The readout's text and its record."""
    source = SourceEntry(path="seeds/talks.txt", sha256="")
    if published:
        source = replace(source, publisher=PUBLISHER, url=URL, published="2024-03-15T09:30:00Z")
    record = Record(
        id="talks",
        title="Talks at Sea",
        source=source,
        event=Event(id="talks", date="2024-03-14", kind="meeting", place="Port Sable"),
        participants=(
            person("maren-talvik", "Maren Talvik", "Kestria"),
            person("jonas-ferrel", "Jonas Ferrel", "Orvland", title="Prime Minister"),
        ),
        parties=(Party(id="orvland", name="Orvland"),),
    )
    text, made = document(LINES, record)
    first, *others = made.agreed
    return text, replace(made, agreed=(replace(first, label=HARD), *others))


def write(root: Path, *, published: bool) -> Record:
    """Write the archive into a folder and return its record."""
    text, record = readout(published=published)
    base = f"base_url: {BASE_URL}\n" if published else ""
    files = {
        "content/site.yaml": f"title: Readouts, word by word\ndescription: Of meetings.\n{base}",
        "content/themes/ferries.md": "---\nlabel: Ferries\n---\n",
        record.source.path: text,
        "content/records/talks.yaml": dump(record),
        "content/.parsed/talks.json": dump_json(record),
    }
    for path, words in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(words, encoding="utf-8", newline="")
    return record
