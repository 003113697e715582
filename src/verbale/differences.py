"""What changed between two states of an archive, in the archive's own terms; values in, lines out, nothing is opened.

Records are known again by their ids (old ones too), then by their sources; what only moved or was laid out anew is no change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, Final, NamedTuple

from verbale.authority import Authority, SiteSettings, Term, TextPage
from verbale.record import Record
from verbale.recordshape import to_plain

HEAD: Final = ("id", "title", "language", "was", "note", "revised")
PARTS: Final = ("source", "event")
NAMES: Final = {
    "participants": "participant",
    "parties": "party",
    "furniture": "furniture",
    "statements": "statement",
    "agreed": "agreed point",
    "retired": "retired",
}
PLACES: Final = frozenset({"at", "sha256"})
_SHOWN: Final = 80


def record_changes(old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[str]:
    """Give what changed in records, each state by path: a line for each record, and below it one for each change."""
    before = dict(old)
    pairs: list[tuple[str, Record, Record | None]] = []
    for path, record in sorted(new.items()):
        found = _same_record(record, before)
        pairs.append((path, record, before.pop(found) if found else None))
    for path, record, was in pairs:
        if was is None:
            yield f"+ record {record.id} ({path})"
            continue
        lines = list(_changes(was, record))
        if lines:
            yield f"record {record.id} ({path})"
            yield from (f"  {line}" for line in lines)
    yield from (f"- record {record.id} ({path})" for path, record in sorted(before.items()))


def _same_record(record: Record, others: Mapping[str, Record]) -> str | None:
    """Return the path of the record that this one was."""
    tests: Sequence[Callable[[Record], bool]] = (
        lambda other: other.id == record.id,
        lambda other: other.id in record.was,
        lambda other: other.source.path == record.source.path,
    )
    return next((path for test in tests for path, other in others.items() if test(other)), None)


def _changes(old: Record, new: Record) -> Iterator[str]:
    before, after = to_plain(old), to_plain(new)
    names = {one.id: one.name or one.title or one.id for record in (old, new) for one in record.participants}
    names |= {party.id: party.name for record in (old, new) for party in record.parties}
    yield from _keys("", HEAD, before, after, names)
    for part in PARTS:
        one, other = before.get(part, {}), after.get(part, {})
        yield from _keys(part, _all_keys(one, other), one, other, names)
        if one.get("sha256") != other.get("sha256"):
            yield "source: the document changed"
    for name, word in NAMES.items():
        yield from _items(word, before.get(name, []), after.get(name, []), names)


def _items(
    word: str, old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], names: Mapping[str, str]
) -> Iterator[str]:
    """Give what changed in a list: items by id, furniture by its words."""
    before, after = ({item.get("id", item.get("text")): item for item in items} for items in (old, new))
    for key, item in after.items():
        if key not in before:
            yield f"+ {word} {_named(key, item)}"
        elif item != before[key]:
            label = key if "id" in item else f"{word} {_short(key)}"
            yield from _keys(label, _all_keys(before[key], item), before[key], item, names)
    yield from (f"- {word} {_named(key, item)}" for key, item in before.items() if key not in after)


def _named(key: str, item: Mapping[str, Any]) -> str:
    words = item.get("text") or item.get("name") or item.get("title")
    return f"{key}: {_short(words)}" if words and "id" in item else _short(key) if "id" not in item else str(key)


def _all_keys(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    return [key for key in {**new, **old} if key not in PLACES]


def _keys(
    label: str, keys: Iterable[str], old: Mapping[str, Any], new: Mapping[str, Any], names: Mapping[str, str]
) -> Iterator[str]:
    """Give what changed in a mapping, key by key."""
    for key in keys:
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        place = f"{label}: " if label else ""
        if isinstance(before, list) and isinstance(after, list):
            words = [f"+ {each}" for each in after if each not in before] + [
                f"- {each}" for each in before if each not in after
            ]
            yield f"{place}{key}: {', '.join(words) or 'another order'}"
        else:
            yield f"{place}{key}: {_shown(key, before, names)} → {_shown(key, after, names)}"


def _shown(key: str, value: Any, names: Mapping[str, str]) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return ", ".join(names.get(str(each), str(each)) for each in value)
    return names.get(value, _short(str(value))) if key == "speaker" else _short(str(value))


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return f"“{plain[:_SHOWN]}…”" if len(plain) > _SHOWN else f"“{plain}”" if " " in plain else plain


class Others(NamedTuple):
    """What an archive holds besides records, in one state."""

    authority: Authority
    terms: Mapping[str, Term]
    pages: Mapping[str, TextPage]
    settings: SiteSettings | None


def other_changes(old: Others, new: Others) -> Iterator[str]:
    """Give what changed in themes, speakers, the glossary, pages and `site.yaml`."""
    sides: tuple[tuple[str, Mapping[str, Any], Mapping[str, Any]], ...] = (
        ("theme", old.authority.themes, new.authority.themes),
        ("speaker", old.authority.speakers, new.authority.speakers),
        ("term", old.terms, new.terms),
        ("page", old.pages, new.pages),
        (
            "site",
            {"site.yaml": old.settings} if old.settings else {},
            {"site.yaml": new.settings} if new.settings else {},
        ),
    )
    for word, before, after in sides:
        left = dict(before)
        for id_, item in after.items():
            was = next((each for each in (id_, *getattr(item, "was", ())) if each in left), None)
            if was is None:
                yield f"+ {word} {id_}"
                continue
            lines = list(_values(left.pop(was), item))
            if lines:
                yield f"{word} {id_}"
                yield from (f"  {line}" for line in lines)
        yield from (f"- {word} {id_}" for id_ in left)


def _values(old: Any, new: Any) -> Iterator[str]:
    plain = [{each.name: getattr(one, each.name) for each in fields(one)} for one in (old, new)]
    before, after = ({k: list(v) if isinstance(v, tuple) else v for k, v in one.items()} for one in plain)
    yield from _keys("", after, before, after, {})
