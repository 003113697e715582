"""A parser of a few lines for one invented house, so that tests of merging do not hang on what the real one reads.

It takes texts like `SEED`: a title, then paragraphs of plain sentences; it keeps the contract of a record and no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType
from typing import Any

from verbale.authority import Authority
from verbale.parse.identifiers import slug
from verbale.parse.themes import compile_vocabulary, find_themes
from verbale.record import AgreedPoint, Event, Furniture, Participant, Record, SourceEntry, Statement
from verbale.source import Source
from verbale.span import Span

SEED = """Talks in Port Sable

On March 14, 2024, President Maren Talvik of Kestria met Prime Minister Jonas Ferrel of Orvland in Port Sable.

Talvik said that the strait must stay open. She stressed that fishing feeds both coasts, and that storms have grown. Ferries carry more people every year.

Ferrel thanked her for the welcome. He stressed that Orvland wants cleaner ports.

The two sides agreed to open a second ferry line, to share data on currents and to meet again in May. The two sides agreed to count lost nets.

The meeting ended at dusk.
"""
PERSONS = (
    ("Maren Talvik", "maren-talvik", "President", "Kestria", ("Talvik", "She")),
    ("Jonas Ferrel", "jonas-ferrel", "Prime Minister", "Orvland", ("Ferrel", "He")),
)
Change = Callable[[Record], Record]


def small_parse(source: Source, authority: Authority, **_: Any) -> Record:
    """Return the record of a text like `SEED`."""
    text = source.text
    lines = [Span(*found.span()) for found in re.finditer(r"\S[^\n]*", text)]
    vocabulary = compile_vocabulary(authority)

    def themes(at: Span) -> tuple[str, ...]:
        return find_themes(text, *at, vocabulary)

    statements = tuple(_statements(text, lines[1:], themes))
    date = text.find("March 14, 2024")
    return Record(
        id="2024-03-14-talks",
        title=lines[0].of(text),
        source=SourceEntry(path=source.path, sha256=source.sha256),
        event=Event(
            id="2024-03-14-talks",
            date="2024-03-14",
            kind="meeting",
            at=MappingProxyType({"date": Span(date, date + 14)} if date >= 0 else {}),
        ),
        participants=tuple(_persons(text)),
        furniture=(Furniture(kind="title", at=lines[0], text=lines[0].of(text)),),
        statements=statements,
        agreed=tuple(_points(text, statements, themes)),
    )


def _persons(text: str) -> Iterator[Participant]:
    for name, id_, title, state, _ in PERSONS:
        start = text.find(name)
        if start >= 0:
            at = Span(start, start + len(name))
            yield Participant(id=id_, name=name, title=title, state=state, role="principal", at=at)


def _statements(text: str, lines: Sequence[Span], themes: Callable[[Span], tuple[str, ...]]) -> Iterator[Statement]:
    number = 0
    for paragraph, line in enumerate(lines, 1):
        speaker, named = "narrator", ""
        for found in re.finditer(r"\S.*?\.(?=\s|$)", line.of(text)):
            number += 1
            at = Span(*found.span()).shift(line.start)
            first = re.split(r"\W", at.of(text))[0]
            who = next((one for one in PERSONS if first in one[4]), None)
            id_, cue, basis, from_ = f"s{number:02d}", None, "narration", None
            if who:
                basis = "named" if first == who[4][0] else "pronoun"
                from_ = named or None if basis == "pronoun" else None
                speaker, cue, named = who[1], " ".join(at.of(text).split()[:2]), named or id_
            elif at.of(text).startswith("The two sides agreed"):
                speaker, cue, basis = "joint", "The two sides agreed", "joint"
            elif speaker not in {"narrator", "joint"}:
                basis, from_ = "continued", named
            yield Statement(
                id=id_,
                paragraph=paragraph,
                at=at,
                speaker=speaker,
                basis=basis,
                cue=cue,
                from_=from_,
                themes=() if speaker == "narrator" else themes(at),
                text=at.of(text),
            )


def _points(
    text: str, statements: Sequence[Statement], themes: Callable[[Span], tuple[str, ...]]
) -> Iterator[AgreedPoint]:
    for statement in statements:
        if statement.speaker == "joint":
            for found in re.finditer(r"(?<=\bto ).+?(?=, to | and to |\.$)", statement.text):
                at = Span(*found.span()).shift(statement.at.start)
                words = at.of(text)
                yield AgreedPoint(
                    id=slug(words, 48),
                    statement=statement.id,
                    at=at,
                    act="agreed",
                    verb="agreed",
                    label=words.capitalize(),
                    themes=themes(at),
                    text=words,
                )
