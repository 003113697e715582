"""What a careful editor wants to know of a record that is not wrong: all of it warnings, none of it stops a build.

It reads one record and what the parser said of the same source; what only the whole archive shows is `check.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from verbale.errors import Fault
from verbale.language import load
from verbale.record import NARRATOR, UNKNOWN, Furniture, Record, Statement

ENOUGH: Final = 150
"""Letters of a document from which on its words tell its language."""
FREQUENT: Final = 0.15
"""The share that the most frequent words of its language have at least in a text: English readouts have from 0.28 up."""
TAGS: Final = 3
"""Tags and references from which on a document is markup, and no longer a text that speaks of some."""
_TAG: Final = re.compile(r"</?(?:[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>|&(?:[a-z]+[0-9]*|#[0-9]+);", re.IGNORECASE)


def wishes(record: Record, parsed: Record | None) -> Iterator[Fault]:
    """Give what is left to do in a record; `parsed` is what the parser last said of it, if that is kept."""
    said = {} if parsed is None else {statement.id: statement for statement in parsed.statements}
    for index, statement in enumerate(record.statements):
        where = ("statements", index)
        before = said.get(statement.id)
        if statement.speaker == UNKNOWN:
            message = f"nobody is known to say {statement.id}."
            yield _wish((*where, "speaker"), "unknown-voice", message, "Say who does, and write `basis: editor`.")
        elif statement.basis == "none":
            message = f"{statement.id} has a speaker, but `basis: none`."
            yield _wish((*where, "basis"), "no-basis", message, "Write `basis: editor` if you decided it.")
        elif before is not None and before.speaker != statement.speaker and statement.basis != "editor":
            message = f"a person gave {statement.id} to {statement.speaker} (the parser: {before.speaker})."
            yield _wish((*where, "basis"), "basis-not-editor", message, "Write `basis: editor`.")
    yield from _strange(record)
    bare = [one.id for one in record.statements if not one.themes and one.speaker != NARRATOR]
    if bare:
        yield _wish(("statements",), "no-theme", f"statements without a theme: {_some(bare)}.", at_key=True)
    bare = [point.id for point in record.agreed if not point.themes]
    if bare:
        yield _wish(("agreed",), "no-theme", f"agreed points without a theme: {_some(bare)}.", at_key=True)


def _strange(record: Record) -> Iterator[Fault]:
    """Give the signs that the document is none that the parser can read, whatever it made of it."""
    remedy = "Look whether this is a readout of a meeting; if it is, name who takes part and who speaks."
    if not record.participants and not record.parties:
        yield _wish(("participants",), "nobody", "nobody takes part.", remedy, at_key=True)
    elif all(one.speaker in (NARRATOR, UNKNOWN) for one in record.statements):
        yield _wish(("statements",), "nobody", "nobody speaks in any statement.", remedy, at_key=True)
    pieces: list[Furniture | Statement] = [*record.furniture, *record.statements]
    text = " ".join(piece.text for piece in pieces)
    tags = _TAG.findall(text)
    if len(tags) >= TAGS:
        message = f"the document looks like markup: it has {len(tags)} tags and references such as {tags[0]}."
        remedy = "Put the text alone into the source, as a reader sees it, and run `verbale parse`."
        yield _wish(("source", "path"), "markup", message, remedy)
    words = re.findall(r"[^\W\d_]+", text.lower())
    if record.language.partition("-")[0] != "en" or sum(map(len, words)) < ENOUGH:
        return
    frequent = load("en").known_words
    if sum(word in frequent for word in words) < FREQUENT * len(words):
        message = "the document does not read like English, which is all that verbale can take apart."
        yield _wish(("language",), "not-english", message, "Do not trust who is said to speak; correct `language`.")


def _some(ids: list[str], limit: int = 12) -> str:
    """Name ids, the first ones of many."""
    shown = ", ".join(ids[:limit])
    return shown if len(ids) <= limit else f"{shown} and {len(ids) - limit} more"


def _wish(where: tuple[str | int, ...], code: str, message: str, remedy: str = "", *, at_key: bool = False) -> Fault:
    remedy = remedy or "Add `themes:` there, or a term to a theme in content/themes."
    return Fault(where, code, message, remedy, level="warning", at_key=at_key)
