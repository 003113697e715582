"""What is said of one statement, merged three ways: who speaks and why belongs together, themes stand each by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from verbale.merge.values import Item, sets
from verbale.record import JOINT, Statement

TOGETHER: Final = ("speaker", "basis", "cue", "from_", "sides", "also")
"""What belongs to one decision: a person who changes the speaker has decided all of it."""
EDITOR: Final = "editor"


def merged_statement(
    base: Statement | None, file: Statement, parsed: Statement | None, item: Item, *, keep_joint: bool
) -> Statement:
    """Return the file's statement with what the parser says anew; its place and words are already decided.

    `keep_joint` says that a person's agreed point needs the sides to speak here.
    """
    if base is None or parsed is None:
        return file
    values = _decided(base, file, parsed, item)
    if keep_joint and values["speaker"] != JOINT:
        item.note("speaker", base.speaker, file.speaker, parsed.speaker)
        values = _of(file)
    values["speech"] = item.three("speech", base.speech, file.speech, parsed.speech)
    if parsed.text == file.text:
        values["themes"] = sets(base.themes, file.themes, parsed.themes)
    else:  # a person divided it: cue and themes of the parser's are of other words
        values["cue"] = file.cue
    return replace(file, **values)


def _of(statement: Statement) -> dict[str, Any]:
    return {key: getattr(statement, key) for key in TOGETHER}


def _decided(base: Statement, file: Statement, parsed: Statement, item: Item) -> dict[str, Any]:
    """Return who speaks and why."""
    before, mine, now = _of(base), _of(file), _of(parsed)
    if mine in (before, now):
        return now
    if now == before:
        return mine
    by_person = file.speaker != base.speaker or file.basis == EDITOR
    if parsed.speaker != file.speaker:
        if not by_person or parsed.speaker != base.speaker:
            item.note("speaker", base.speaker, file.speaker, parsed.speaker)
        return mine
    if by_person:
        return mine
    return {key: item.three(key, before[key], mine[key], now[key]) for key in TOGETHER}
