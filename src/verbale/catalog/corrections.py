"""What people decided against the parser: where a record differs from what the parser last said of its source; no I/O.

Both are plain values (`recordshape.to_plain`); differences are told in the archive's terms, and names are left as ids.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

STATEMENT_KEYS: Final = ("speaker", "basis", "cue", "from", "speech", "sides", "also", "themes")
POINT_KEYS: Final = ("act", "label", "themes", "statement", "text")
EVENT_KEYS: Final = ("date", "time", "kind", "medium", "place")
PERSON_KEYS: Final = ("name", "title", "state", "role")
PARSERS_OWN: Final = frozenset({"basis", "from"})
"""Keys that follow from another: told only where the speaker is the same."""


LABEL: Final = "label"


class Difference(NamedTuple):
    """One difference: the item's id ("s15", a point's, a person's; empty for the record), what differs, both values."""

    item: str
    what: str
    parser: str
    editor: str


def differences(parsed: Mapping[str, Any], record: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Return where a record differs from what the parser said, in the order of the record."""
    if parsed == record:
        return ()
    return tuple(_all(parsed, record))


def entries_in(found: Sequence[Difference]) -> int:
    """Return how many entries differences make in a list: the labels of agreed points are told together, as one."""
    others = sum(one.what != LABEL for one in found)
    return others + (others < len(found))


def _all(parsed: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[Difference]:
    yield from _keys("", ("title",), parsed, record)
    yield from _keys("", EVENT_KEYS, parsed.get("event", {}), record.get("event", {}))
    yield from _items(
        "participant", PERSON_KEYS, "name", parsed.get("participants", ()), record.get("participants", ())
    )
    yield from _furniture(parsed.get("furniture", ()), record.get("furniture", ()))
    yield from _items("statement", STATEMENT_KEYS, "text", parsed.get("statements", ()), record.get("statements", ()))
    yield from _items("agreed point", POINT_KEYS, "text", parsed.get("agreed", ()), record.get("agreed", ()))


def _keys(item: str, keys: Sequence[str], old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    same_speaker = old.get("speaker") == new.get("speaker")
    for key in keys:
        before, after = _text(old.get(key)), _text(new.get(key))
        if before != after and (same_speaker or key not in PARSERS_OWN):
            yield Difference(item, key, before, after)


def _items(
    kind: str,
    keys: Sequence[str],
    shown: str,
    old: Sequence[Mapping[str, Any]],
    new: Sequence[Mapping[str, Any]],
) -> Iterator[Difference]:
    before = {item["id"]: item for item in old}
    after = {item["id"]: item for item in new}
    # Another id for the same place is another name for the same thing: nothing was added, and nothing removed.
    renamed = {str(item.get("at")): item for item_id, item in before.items() if item_id not in after and item.get("at")}
    for item_id, item in after.items():
        was = before.get(item_id) or renamed.pop(str(item.get("at")), None)
        if was is None:
            yield Difference(item_id, kind, "", _text(item.get(shown)))
        elif item != was:
            yield from _keys(item_id, keys, was, item)
            yield from _bounds(item_id, kind, was, item)
    for item_id, item in before.items():
        if item_id not in after and (not item.get("at") or str(item["at"]) in renamed):
            yield Difference(item_id, kind, _text(item.get(shown)), "")


def _bounds(item_id: str, kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    """Tell a statement that was split or joined; the words of an agreed point and a person are among their keys."""
    if kind == "statement" and old.get("text") != new.get("text"):
        yield Difference(item_id, "words", _text(old.get("text")), _text(new.get("text")))


def _furniture(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> Iterator[Difference]:
    before, after = ([f"{item['kind']}: {item['text']}" for item in items] for items in (old, new))
    taken = [item for item in before if item not in after]
    given = [item for item in after if item not in before]
    for gone, come in zip_longest(taken, given, fillvalue=""):
        yield Difference("", "furniture", gone, come)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
