"""A record's file brought from one record to another by cutting and inserting, so that all else in it keeps its bytes.

It decides nothing about what a record says; comments, order of keys, quotes, blank lines and layout are never its business.

Whoever uses it reads the result back and compares: what cannot be spliced (two edits in one place) is a `SpliceError`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from verbale.edits import Edit, SpliceError, applied, block_edits, flow_edits, line_end
from verbale.record import Record
from verbale.recordfile import ORDER, dump_item
from verbale.recordshape import RECORD, to_plain
from verbale.scalars import block, flow, flow_list, quoted, scalar
from verbale.shapes import Key
from verbale.yamltext import Node, nodes

Origins = Mapping[str, Sequence[int | None]]
"""For each list of a record the position that each new item had in the old list; `None` where it is new."""
LISTS: Final = ("participants", "parties", "furniture", "statements", "agreed", "retired")
LONG: Final = frozenset({"note", "text"})


def spliced(text: str, before: Record, after: Record, origins: Origins, remarks: Mapping[str, str]) -> str:
    """Return a record's file `text`, which holds `before`, with as few changes as make it hold `after`.

    `remarks` are comments to put above new items, by the item's id. Raises `SpliceError` where it cannot be done.
    """
    root = nodes(text)
    if root is None:
        raise SpliceError("nothing is there")
    old, new = to_plain(before), to_plain(after)
    rest = {name: RECORD.keys[name] for name in ORDER[""].split() if name not in LISTS}
    edits, own = _mapping_parts(text, root, old, new, rest)
    for name in LISTS:
        if old.get(name) != new.get(name) or list(origins[name]) != list(range(len(old.get(name, ())))):
            edits += _list_edits(text, root, name, before, after, origins[name], remarks)
    return applied(text, [*edits, *own])


def _mapping_edits(
    text: str, node: Node, old: Mapping[str, Any], new: Mapping[str, Any], keys: Mapping[str, Key | None]
) -> Iterator[Edit]:
    """Give the edits of a mapping whose keys come in the order of `keys`."""
    for part in _mapping_parts(text, node, old, new, keys):
        yield from part


def _mapping_parts(
    text: str, node: Node, old: Mapping[str, Any], new: Mapping[str, Any], keys: Mapping[str, Key | None]
) -> tuple[list[Edit], list[Edit]]:
    """Return the edits inside of a mapping's values, and those of its own keys: what is inside comes first in one place."""
    places = {name.value: index for index, (name, _) in enumerate(node.pairs)}
    column = _column(text, node.pairs[0][0].start) if node.pairs else 0
    removed = {places[name] for name in keys if name in places and old.get(name) is not None and new.get(name) is None}
    inside: list[Edit] = []
    added: list[tuple[int, str]] = []
    anchor = -1
    for name, key in keys.items():
        here = places.get(name)
        value = new.get(name)
        if here is not None and here not in removed:
            anchor = here
            if old.get(name) != value:
                inside += _value_edits(text, node, here, old.get(name), value, key, column)
        elif here is None and value is not None and old.get(name) != value:
            added.append((anchor, f"{name}: {_rendered(name, value, column, in_flow=node.flow)}"))
    edits = flow_edits if node.flow else block_edits
    return inside, list(edits(text, node, [(name.start, value.end) for name, value in node.pairs], removed, added))


def _value_edits(
    text: str, parent: Node, index: int, old: Any, new: Any, key: Key | None, column: int
) -> Iterator[Edit]:
    """Give the edits of one value of a mapping."""
    name, node = parent.pairs[index]
    if node.empty:
        space = "" if text[node.start - 1] == " " else " "
        yield Edit(node.start, node.start, space + _rendered(name.value, new, column, in_flow=parent.flow))
    elif isinstance(new, dict):
        yield from _mapping_edits(
            text, node, old or {}, new, key.shape.keys if key and key.shape else dict.fromkeys({**new, **(old or {})})
        )
    elif isinstance(new, list):
        yield from _items_edits(text, node, old or [], new)
    else:
        yield _scalar_edit(text, node, new, column, in_flow=parent.flow)


def _scalar_edit(text: str, node: Node, value: Any, column: int, *, in_flow: bool) -> Edit:
    """Return the edit of a single value, its quotes or its block kept as far as the new value allows."""
    words = str(value)
    if node.style in {">", "|"}:
        head, _, _ = text[node.start : node.end].partition("\n")
        remark = head[head.index("#") :].rstrip() if "#" in head else ""
        first, *lines = block(words, column + 2).split("\n")
        made = "\n".join([f"{first} {remark}" if remark else first, *lines])
    elif node.style == "'" and words.isprintable():
        made = "'" + words.replace("'", "''") + "'"
    elif node.style:
        made = quoted(words)
    elif isinstance(value, int):
        made = words
    else:
        made = flow(words) if in_flow else scalar(words)
    return Edit(node.start, node.end, made)


def _items_edits(text: str, node: Node, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Edit]:
    """Give the edits of a list of single values."""
    if node.kind != "list" or not node.items or len(node.items) != len(old):
        yield Edit(node.start, node.end, _plain_list(new))
        return
    if len(old) == len(new) and all(isinstance(value, int) for value in new):
        pairs = zip(node.items, old, new, strict=True)
        yield from (_scalar_edit(text, item, b, 0, in_flow=True) for item, a, b in pairs if a != b)
        return
    removed: set[int] = set()
    added: list[tuple[int, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            removed |= set(range(i1, i2))
            anchor = next((n for n in reversed(range(i1)) if n not in removed), -1)
            words = [flow(each) if node.flow else scalar(each) for each in new[j1:j2]]
            added += [(anchor, each if node.flow else f"- {each}") for each in words]
    if node.flow:
        yield from flow_edits(text, node, [(item.start, item.end) for item in node.items], removed, added)
    else:
        yield from block_edits(text, node, _dashes(text, node), removed, added)


def _list_edits(
    text: str,
    root: Node,
    name: str,
    before: Record,
    after: Record,
    origin: Sequence[int | None],
    remarks: Mapping[str, str],
) -> Iterator[Edit]:
    """Give the edits of a list of mappings: items changed, items gone, items new behind those that they follow."""
    held, wanted = (to_plain(record).get(name, []) for record in (before, after))
    pair = root.get(name)
    node = pair[1] if pair and pair[1].kind == "list" else None
    keys = RECORD.keys[name].shape
    in_flow = root.flow or bool(node and node.flow and node.items)
    column = _column(text, node.start) if node and not node.flow else 2
    added: list[tuple[int, str]] = []
    anchor = -1
    for item, plain, came in zip(getattr(after, name), wanted, origin, strict=True):
        if came is None:
            remark = remarks.get(plain.get("id", ""), "")
            made = _flow_map(plain) if in_flow else _behind_dash(dump_item(name, item), column, remark)
            added.append((anchor, made))
            continue
        anchor = came
        if node and keys and held[came] != plain:
            yield from _mapping_edits(text, node.items[came], held[came], plain, keys.keys)
    removed = set(range(len(held))) - set(origin)
    if node and pair and node.items:
        edits = flow_edits if in_flow else block_edits
        places = [(item.start, item.end) for item in node.items] if in_flow else _dashes(text, node)
        if not wanted and not in_flow:
            yield Edit(pair[0].end + 1, pair[0].end + 1, " []")
        yield from edits(text, node, places, removed, added)
    else:
        yield from _first_items(text, root, name, [made for _, made in added], in_flow=in_flow)


def _first_items(text: str, root: Node, name: str, added: Sequence[str], *, in_flow: bool) -> Iterator[Edit]:
    """Give the edits that put items where a list is empty or not there."""
    pair = root.get(name)
    lines = f" [{', '.join(added)}]" if in_flow else "".join(f"\n  {made}" for made in added)
    if pair is None:
        places = [(key.start, value.end) for key, value in root.pairs]
        edits = flow_edits if root.flow else block_edits
        yield from edits(text, root, places, set(), [(_before(root, name), f"{name}:{lines}")])
    elif root.flow:
        yield Edit(pair[1].start, pair[1].end, lines)
    else:
        if not pair[1].empty:
            yield Edit(pair[0].end + 1, pair[1].end, "")
        end = line_end(text, pair[1].end)
        yield Edit(end, end, lines)


def _before(root: Node, name: str) -> int:
    """Return the position of the key of a record behind which a key that is not there belongs."""
    order = list(RECORD.keys)
    ahead = set(order[: order.index(name)])
    return max((index for index, (key, _) in enumerate(root.pairs) if key.value in ahead), default=len(root.pairs) - 1)


def _behind_dash(made: str, column: int, remark: str) -> str:
    """Return a new item of a list in block style whose dashes stand in `column`, a remark above it."""
    first, *lines = made.split("\n")
    shift = column - 2
    moved = [" " * shift + line if shift > 0 and line else line[-shift:] if shift < 0 else line for line in lines]
    above = f"# {remark}\n{' ' * column}" if remark else ""
    return above + "\n".join([f"- {first}", *moved])


def _dashes(text: str, node: Node) -> list[tuple[int, int]]:
    """Return for each item of a list in block style where its dash stands and where it ends."""
    column = _column(text, node.start)
    places = []
    for item in node.items:
        line = text.rfind("\n", 0, item.start) + 1
        while text[line : line + column + 1] != " " * column + "-":
            if not line:
                raise SpliceError("a line ends as no line of ours does")
            line = text.rfind("\n", 0, line - 1) + 1
        places.append((line + column, item.end))
    return places


def _rendered(name: str, value: Any, column: int, *, in_flow: bool) -> str:
    """Return a value as it is written where there was none."""
    if isinstance(value, dict):
        return _flow_map(value)
    if isinstance(value, list):
        return _plain_list(value)
    if in_flow:
        return flow(str(value)) if isinstance(value, str) else str(value)
    return block(value, column + 2) if name in LONG else scalar(value) if isinstance(value, str) else str(value)


def _plain_list(value: Sequence[Any]) -> str:
    if all(isinstance(each, int) for each in value) and value:
        return f"[{', '.join(map(str, value))}]"
    return flow_list(value)


def _flow_map(value: Mapping[str, Any]) -> str:
    return f"{{{', '.join(f'{name}: {_rendered(name, each, 0, in_flow=True)}' for name, each in value.items())}}}"


def _column(text: str, start: int) -> int:
    return start - (text.rfind("\n", 0, start) + 1)
