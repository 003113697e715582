"""An invented source with its record, written by hand for tests that want values and no files."""

from __future__ import annotations

from verbale.record import AgreedPoint, Event, Furniture, Participant, Record, SourceEntry, Statement
from verbale.source import Source, decode
from verbale.span import Span

TEXT = "Talks at Sea\r\n\r\nTalvik said the strait is open.\u00a0The sides agreed to meet, and to fish.\r\n"


def at(words: str) -> Span:
    """The place of words in the source."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def source() -> Source:
    """The source, with line ends of two characters and a no-break space between its sentences."""
    return decode("seeds/talks.txt", TEXT.encode())


def record() -> Record:
    """The record of the source, with nothing wrong in it."""
    return Record(
        id="undated-maren-talvik",
        title="Talks at Sea",
        source=SourceEntry(path="seeds/talks.txt", sha256=source().sha256),
        event=Event(id="undated-maren-talvik"),
        participants=(
            Participant(id="maren-talvik", name="Talvik", role="principal", at=at("Talvik")),
            Participant(id="jonas-ferrel", name="Jonas Ferrel"),
        ),
        furniture=(Furniture(kind="title", at=at("Talks at Sea"), text="Talks at Sea"),),
        statements=(
            statement("s01", "Talvik said the strait is open.", "maren-talvik", "named"),
            statement("s02", "The sides agreed to meet, and to fish.", "joint", "joint"),
        ),
        agreed=(point("meet", "meet"), point("fish", "fish")),
    )


def statement(id_: str, words: str, speaker: str, basis: str) -> Statement:
    """A statement of words of the source."""
    return Statement(id=id_, paragraph=1, at=at(words), speaker=speaker, basis=basis, text=words)


def point(id_: str, words: str) -> AgreedPoint:
    """An agreed point of words of the second statement."""
    return AgreedPoint(id=id_, statement="s02", at=at(words), act="agreed", text=words)
