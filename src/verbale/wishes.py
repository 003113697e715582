"""What a careful editor wants to know of a record that is not wrong: all of it warnings, none of it stops a build.

It reads one record and what the parser said of the same source; what only the whole archive shows is `check.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.errors import Fault
from verbale.record import NARRATOR, UNKNOWN, Record


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
    bare = [one.id for one in record.statements if not one.themes and one.speaker != NARRATOR]
    if bare:
        yield _wish(("statements",), "no-theme", f"statements without a theme: {_some(bare)}.", at_key=True)
    bare = [point.id for point in record.agreed if not point.themes]
    if bare:
        yield _wish(("agreed",), "no-theme", f"agreed points without a theme: {_some(bare)}.", at_key=True)


def _some(ids: list[str], limit: int = 12) -> str:
    """Name ids, the first ones of many."""
    shown = ", ".join(ids[:limit])
    return shown if len(ids) <= limit else f"{shown} and {len(ids) - limit} more"


def _wish(where: tuple[str | int, ...], code: str, message: str, remedy: str = "", *, at_key: bool = False) -> Fault:
    remedy = remedy or "Add `themes:` there, or a term to a theme in content/themes."
    return Fault(where, code, message, remedy, level="warning", at_key=at_key)
