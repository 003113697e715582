"""The document whole: paragraphs, turns, and furniture where the source has it."""

from __future__ import annotations

from typing import Any

from verbale.catalog.entries import entries_of
from verbale.catalog.places import OWN_LINE, WITH_LAST, WITH_NEXT, furniture_places
from verbale.record import Event, Furniture, Participant, Record, SourceEntry, Statement
from verbale.site.bodyview import blocks_of
from verbale.site.sentences import Frame, sentence_of
from verbale.site.views import Block, Sentence
from verbale.site.voices import labels_of, voices_of
from verbale.span import Span

PEOPLE = (
    Participant(id="dorn", name="Ada Dorn", title="President", state="Kestria", role="principal"),
    Participant(id="osk", name="Ben Osk", title="President", state="Norvane", role="principal"),
)


def document(*lines: list[tuple[str, str]]) -> tuple[str, Record]:
    """A source and its record, out of lines of pieces: a kind of furniture, or a speaker behind "=", and the words."""
    text = ""
    furniture: list[Furniture] = []
    statements: list[Statement] = []
    for paragraph, line in enumerate(lines, 1):
        for kind, words in line:
            at = Span(len(text), len(text) + len(words))
            if kind.startswith("="):
                basis = "named" if kind[1:] in {"dorn", "osk"} else "narration"
                id_ = f"s{len(statements) + 1:02}"
                statements.append(
                    Statement(id=id_, paragraph=paragraph, at=at, speaker=kind[1:], basis=basis, text=words),
                )
            else:
                furniture.append(Furniture(kind=kind, at=at, text=words))
            text += f"{words} "
        text = f"{text[:-1]}\n"
    record = Record(
        id="a",
        title="A",
        source=SourceEntry(path="seeds/a.txt", sha256="0"),
        event=Event(id="a"),
        participants=PEOPLE,
        furniture=tuple(furniture),
        statements=tuple(statements),
    )
    return text, record


def blocks(text: str, record: Record) -> tuple[Block, ...]:
    """The blocks of a record's page."""
    labels = labels_of({}, {})
    voices = voices_of(record.participants, (), ["dorn", "osk"], labels)
    frame = Frame("a", voices, labels, str)
    sentences = [sentence_of(frame, entry) for entry in entries_of(record)]
    return blocks_of(sentences, record.furniture, furniture_places(record, text))


def outline(found: tuple[Block, ...]) -> list[Any]:
    """Blocks as plain words: number and turns (voice, "again", items), or furniture alone."""
    return [
        [item.text for item in block.furniture]
        if block.number is None
        else (
            block.number,
            *(
                (
                    turn.voice.id,
                    *(["again"] if turn.again else []),
                    *(item.number if isinstance(item, Sentence) else item.text for item in turn.items),
                )
                for turn in block.turns
            ),
        )
        for block in found
    ]


def test_a_readout_is_paragraphs_of_turns() -> None:
    """A voice that goes on in the next paragraph is marked; one that returns later is not."""
    text, record = document(
        [("title", "They Meet")],
        [("=narrator", "They met."), ("=dorn", "Dorn said so."), ("=dorn", "It is so.")],
        [("=dorn", "More of it.")],
        [("=osk", "Osk agreed."), ("=dorn", "Dorn was glad.")],
        [("share-link", "Tell a friend")],
    )
    assert outline(blocks(text, record)) == [
        ["They Meet"],
        (2, ("narrator", 1), ("dorn", 2, 3)),
        (3, ("dorn", "again", 4)),
        (4, ("osk", 5), ("dorn", 6)),
        ["Tell a friend"],
    ]


def test_furniture_inside_a_paragraph_stands_in_its_turn() -> None:
    """A dateline before, a label before each turn, a stage direction between and behind."""
    text, record = document(
        [("dateline", "KESTRIA CITY, 3 May —"), ("=narrator", "They met.")],
        [("label", "Dorn:"), ("=dorn", "Welcome."), ("stage-direction", "(Applause.)"), ("=dorn", "Thank you.")],
        [("label", "Osk:"), ("=osk", "Thank you."), ("stage-direction", "(Laughter.)")],
        [("end-mark", "End")],
    )
    assert furniture_places(record, text) == (WITH_NEXT, WITH_NEXT, WITH_NEXT, WITH_NEXT, WITH_LAST, OWN_LINE)
    assert outline(blocks(text, record)) == [
        (1, ("narrator", "KESTRIA CITY, 3 May —", 1)),
        (2, ("dorn", "Dorn:", 2, "(Applause.)", 3)),
        (3, ("osk", "Osk:", 4, "(Laughter.)")),
        ["End"],
    ]


def test_a_label_on_a_line_of_its_own_belongs_to_what_follows() -> None:
    text, record = document([("label", "PRESIDENT DORN:")], [("=dorn", "Welcome.")])
    assert furniture_places(record, text) == (WITH_NEXT,)
    assert outline(blocks(text, record)) == [(2, ("dorn", "PRESIDENT DORN:", 1))]


def test_furniture_between_two_lines_of_a_paragraph_parts_it() -> None:
    """A caption in the middle of a paragraph: the words go on after it, under the same number."""
    text, record = document([("=dorn", "First.")], [("caption", "A picture")], [("=dorn", "Second.")])
    assert outline(blocks(text, record)) == [(1, ("dorn", 1)), ["A picture"], (3, ("dorn", "again", 2))]


def test_nothing_of_the_document_is_lost() -> None:
    """All furniture and all statements are in the blocks, in the order of the source, words unaltered."""
    text, record = document(
        [("marker", "•"), ("=dorn", "One."), ("marker", "•"), ("=osk", "Two.")],
        [("label", "left alone:")],
    )
    pieces = []
    for block in blocks(text, record):
        pieces += [item.text for item in block.furniture]
        for turn in block.turns:
            for item in turn.items:
                pieces += [piece.text for piece in item.pieces] if isinstance(item, Sentence) else [item.text]
    assert "".join("".join(pieces).split()) == "".join(text.split())
