"""A record as the YAML file that people read and correct: `load` reads it, `dump` writes the first version of it.

It neither opens files nor judges what a record says (`verify.py`), and a file that exists is never dumped anew.

The layout is that of `docs/format.md`, "The record file".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from verbale.errors import Fault, Problem, RecordError
from verbale.record import AgreedPoint, Event, Furniture, Participant, Party, Record, Retired, SourceEntry, Statement
from verbale.recordlines import read_head, read_lines
from verbale.recordshape import from_plain
from verbale.scalars import block, flow, flow_list, scalar
from verbale.span import Span

if TYPE_CHECKING:
    from verbale.yamltext import Keypath

SCHEMA_LINE: Final = "# yaml-language-server: $schema={}\n"
"""The first line of a record: where editors find the JSON Schema, from the record's own folder."""
SCHEMA_PATH: Final = "../.schema/record.json"
_POINT_LINE: Final = 100
ORDER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": "schema id title language was revised note source event participants parties furniture statements agreed retired",
        "source": "path sha256 section publisher url published retrieved translation_of",
        "event": "id date time kind medium place at",
        "participants": "id name title state role note at",
        "parties": "id name",
        "furniture": "kind at text",
        "statements": "id paragraph at speaker basis cue from sides also speech themes note text",
        "agreed": "id statement at act verb label themes note text",
        "retired": "id into text note at",
    }
)
"""In which order `dump` writes keys: of the record (""), of its parts, and of items of its lists."""


def load(content: str, path: str) -> tuple[Record, list[Problem]]:
    """Return the record that a YAML text holds, and warnings (unknown keys, which are left aside).

    `path` names the file in problems. Raises `RecordError` with every problem found, each with line and column, where
    the text is no YAML or not a record.
    """
    laid_out = _laid_out(content, path)
    if laid_out is not None:
        return laid_out, []
    # The YAML library is slow to load, and most records are read without it.
    from verbale import yamltext

    value, problems = yamltext.read(content, path)
    if problems:
        raise RecordError(f"{path}: not a record that can be read.", problems)
    record, faults = from_plain(value)
    found = placed(faults, content, path)
    if record is None:
        raise RecordError(f"{path}: not a record that can be read.", found)
    return record, found


def own_keys(content: str) -> Mapping[tuple[str, int], str]:
    """Return what people wrote under keys of their own, in words on one line, by the list and the position of each item.

    `content` is a text that `load` accepts; such keys are what it warns of.
    """
    from verbale import yamltext

    value = yamltext.read(content, "")[0]
    return {
        (name, index): "; ".join(f"{key} {json.dumps(item[key], ensure_ascii=False)}" for key in own)
        for name, keys in ORDER.items()
        for index, item in enumerate(value.get(name) or () if isinstance(value.get(name), list) else ())
        if (own := [key for key in item if key not in keys.split()])
    }


def _laid_out(content: str, path: str) -> Record | None:
    """Return the record in a text that `dump` could have written; `None` where it must be read as YAML from end to end."""
    lines = read_lines(content)
    if lines is None:
        return None
    value: Any = read_head(lines.head)
    if value is None:
        from verbale import yamltext

        value, problems = yamltext.read(lines.head, path)
        if problems or type(value) is not dict:
            return None
    if not value.keys().isdisjoint(("statements", "agreed", "retired")):
        return None
    record, faults = from_plain(value)
    return None if record is None or faults else replace(record, statements=lines.statements, agreed=lines.agreed)


def placed(faults: Iterable[Fault], content: str, path: str) -> list[Problem]:
    """Return faults in a YAML text as problems with line and column, in the order of lines; composed only if needed."""
    faults = list(faults)
    if not faults:
        return []
    from verbale import yamltext

    place = yamltext.locator(content)
    return sorted(
        Problem(path, *place(fault.where, key=fault.at_key), fault.code, fault.message, fault.remedy, fault.level)
        for fault in faults
    )


def locate(content: str, keypath: Keypath) -> tuple[int, int]:
    """Return the 1-based line and column of the value at `keypath` in a YAML text, or of what is nearest around it."""
    from verbale import yamltext

    return yamltext.locator(content)(keypath)


def dump(record: Record, schema_path: str = SCHEMA_PATH) -> str:
    """Return the YAML text of a record: what `load` gives back exactly, laid out for people.

    `schema_path` is the way from the record's folder to the JSON Schema that editors use.
    """
    lines = [
        f"schema: {record.schema}",
        f"id: {scalar(record.id)}",
        f"title: {scalar(record.title)}",
        f"language: {scalar(record.language)}",
        *_texts("", was=record.was),
        *_optional("", revised=record.revised, note=record.note),
        "source:",
        *_source(record.source),
        "event:",
        *_event(record.event),
        *_listed("participants", map(_participant, record.participants)),
        *_listed("parties", map(_party, record.parties)),
        *_listed("furniture", map(_furniture, record.furniture)),
        *_listed("statements", map(_statement, record.statements)),
        *_listed("agreed", map(_point, record.agreed)),
        *_listed("retired", map(_retired, record.retired)),
    ]
    return SCHEMA_LINE.format(schema_path) + "\n".join(lines) + "\n"


def dump_item(name: str, item: Any) -> str:
    """Return one item of the list `name` as `dump` writes it behind "- ", further lines indented by four."""
    return _ITEMS[name](item)


def _optional(margin: str, **values: str | None) -> Iterator[str]:
    """Give a line for each text that there is."""
    for name, value in values.items():
        if value:
            yield f"{margin}{name}: {block(value, len(margin) + 2) if name == 'note' else scalar(value)}"


def _texts(margin: str, **values: Sequence[str]) -> Iterator[str]:
    """Give a line for each list that is not empty."""
    for name, value in values.items():
        if value:
            yield f"{margin}{name}: {flow_list(value)}"


def _listed(name: str, items: Iterable[str]) -> Iterator[str]:
    """Give a key with its items, each of one line or more."""
    first = True
    for item in items:
        if first:
            yield f"{name}:"
            first = False
        yield f"  - {item}"
    if first:
        yield f"{name}: []"


def _place(at: Span) -> str:
    return f"[{at.start}, {at.end}]"


def _source(source: SourceEntry) -> Iterator[str]:
    """Give the lines of `source`; publisher and url stand there empty too, for a person to fill in."""
    yield f"  path: {scalar(source.path)}"
    yield f"  sha256: {scalar(source.sha256)}"
    yield from _texts("  ", section=source.section)
    yield f"  publisher: {scalar(source.publisher)}" if source.publisher else "  publisher:"
    yield f"  url: {scalar(source.url)}" if source.url else "  url:"
    yield from _optional(
        "  ", published=source.published, retrieved=source.retrieved, translation_of=source.translation_of
    )


def _event(event: Event) -> Iterator[str]:
    yield f"  id: {scalar(event.id)}"
    yield from _optional(
        "  ", date=event.date, time=event.time, kind=event.kind, medium=event.medium, place=event.place
    )
    if event.at:
        yield f"  at: {{{', '.join(f'{flow(name)}: {_place(at)}' for name, at in event.at.items())}}}"


def _braces(at: Span | None, **values: str | None) -> str:
    """Return one item on one line; its place comes last."""
    parts = [f"{name}: {flow(value)}" for name, value in values.items() if value]
    if at is not None:
        parts.append(f"at: {_place(at)}")
    return f"{{{', '.join(parts)}}}"


def _participant(one: Participant) -> str:
    return _braces(one.at, id=one.id, name=one.name, title=one.title, state=one.state, role=one.role, note=one.note)


def _party(party: Party) -> str:
    return _braces(None, id=party.id, name=party.name)


def _furniture(piece: Furniture) -> str:
    return f"{{kind: {flow(piece.kind)}, at: {_place(piece.at)}, text: {flow(piece.text)}}}"


def _retired(gone: Retired) -> str:
    return _braces(gone.at, id=gone.id, into=gone.into, text=gone.text, note=gone.note)


def _statement(statement: Statement) -> str:
    sides = _texts("    ", sides=statement.sides, also=statement.also) if statement.sides or statement.also else ()
    lines = [
        f"id: {scalar(statement.id)}",
        f"    paragraph: {statement.paragraph}",
        f"    at: {_place(statement.at)}",
        f"    speaker: {scalar(statement.speaker)}",
        f"    basis: {scalar(statement.basis)}",
        *([f"    cue: {scalar(statement.cue)}"] if statement.cue else ()),
        *([f"    from: {scalar(statement.from_)}"] if statement.from_ else ()),
        *sides,
        f"    speech: {scalar(statement.speech)}",
        *([f"    themes: {flow_list(statement.themes)}"] if statement.themes else ()),
        *([f"    note: {block(statement.note, 6)}"] if statement.note else ()),
        f"    text: {block(statement.text, 6)}",
    ]
    return "\n".join(lines)


def _point(point: AgreedPoint) -> str:
    short = len(point.text) <= _POINT_LINE
    lines = [
        f"id: {scalar(point.id)}",
        f"    statement: {scalar(point.statement)}",
        f"    at: {_place(point.at)}",
        f"    act: {scalar(point.act)}",
        *_optional("    ", verb=point.verb, label=point.label),
        *_texts("    ", themes=point.themes),
        *_optional("    ", note=point.note),
        f"    text: {scalar(point.text) if short else block(point.text, 6)}",
    ]
    return "\n".join(lines)


_ITEMS: Final[Mapping[str, Callable[[Any], str]]] = MappingProxyType(
    {
        "participants": _participant,
        "parties": _party,
        "furniture": _furniture,
        "statements": _statement,
        "agreed": _point,
        "retired": _retired,
    }
)
