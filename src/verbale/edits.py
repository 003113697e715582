"""Cutting and inserting among the children of a YAML mapping or list, comments always kept; it knows no record.

Places are offsets into a text, in code points, as `yamltext.nodes` gives them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from verbale.yamltext import Node

Places = Sequence[tuple[int, int]]
"""Where each child of a node begins (its key or dash) and ends."""
Added = Sequence[tuple[int, str]]
"""What is inserted: the position of the child that it follows (-1: none), and its text."""
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)


class Edit(NamedTuple):
    """The words from `start` to `end` replaced by `text`; one that inserts has an empty range."""

    start: int
    end: int
    text: str


class SpliceError(ValueError):
    """Two edits want the same place, or there is nothing to edit."""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made, all places being those of the text before; lines end as they do in the text.

    Insertions at one place stand in the order in which they are given. Raises `SpliceError` where edits overlap.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    parts: list[str] = []
    done = 0
    for start, end, made in sorted(edits, key=lambda edit: edit[:2]):
        if start < done:
            raise SpliceError("two edits of one place")
        parts += [text[done:start], made.replace("\n", newline)]
        done = end
    return "".join([*parts, text[done:]])


def block_edits(text: str, node: Node, places: Places, removed: Collection[int], added: Added) -> Iterator[Edit]:
    """Give the edits that take children out of a node in block style and put others in, each on lines of its own."""
    margin = " " * (places[0][0] - _line_start(text, places[0][0]))
    kept = [index for index in range(len(places)) if index not in removed]
    behind_dash = bool(text[_line_start(text, places[0][0]) : places[0][0]].strip())
    run = _first_run(removed) if behind_dash else 0
    if run and kept:
        words = comments(text, places[0][0], places[run][0], node)
        yield Edit(places[0][0], places[run][0], "".join(f"{each}\n{margin}" for each in words))
    for index in sorted(set(removed) - set(range(run))):
        begin, end = _line_before(text, places[index][0]), line_end(text, places[index][1])
        words = comments(text, max(begin, 0), end, node)
        lines = "".join(f"\n{margin}{each}" for each in words)
        yield Edit(begin, end, lines) if begin >= 0 else Edit(0, end, lines.removeprefix("\n"))
    first = places[kept[0] if kept else 0][0]
    for anchor, made in added:
        if anchor >= 0:
            end = line_end(text, places[anchor][1])
            yield Edit(end, end, f"\n{margin}{made}")
        elif node.kind == "list" or not kept:
            yield Edit(_line_before(text, first), _line_before(text, first), f"\n{margin}{made}")
        else:
            yield Edit(first, first, f"{made}\n{margin}")


def flow_edits(text: str, node: Node, places: Places, removed: Collection[int], added: Added) -> Iterator[Edit]:
    """Give the edits that take children out of a node in brackets or braces and put others in."""
    count = len(places)
    index = 0
    while index < count:
        if index not in removed:
            index += 1
            continue
        last = index
        while last + 1 in removed:
            last += 1
        begin = places[index - 1][1] if index else places[0][0]
        end = places[last][1] if index or last + 1 == count else places[last + 1][0]
        words = comments(text, begin, end, node)
        yield Edit(begin, end, "".join(f" {each}\n " for each in words))
        index = last + 1
    kept = [index for index in range(count) if index not in removed]
    leading = [made for anchor, made in added if anchor < 0]
    if leading and kept:
        yield Edit(places[kept[0]][0], places[kept[0]][0], "".join(f"{made}, " for made in leading))
    elif leading:
        yield Edit(node.start + 1, node.start + 1, ", ".join(leading))
    yield from (Edit(places[anchor][1], places[anchor][1], f", {made}") for anchor, made in added if anchor >= 0)


def comments(text: str, start: int, end: int, node: Node) -> list[str]:
    """Return the comments that stand between two places of a node, none of them inside a value."""
    values = list(_values(text, node, start, end))
    found: list[str] = []
    while start < end:
        match = _COMMENT.search(text, start, end)
        if match is None:
            break
        inside = next((last for first, last in values if first <= match.start() < last), None)
        if inside is None:
            found.append(match.group().rstrip())
        start = match.end() if inside is None else inside
    return found


def _values(text: str, node: Node, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the places of all single values; a block's first line, which may hold a comment, is not one."""
    if node.end < start or node.start > end:
        return
    if node.kind == "scalar":
        yield (line_end(text, node.start) if node.style in {">", "|"} else node.start), node.end
    for child in (*node.items, *(each for pair in node.pairs for each in pair)):
        yield from _values(text, child, start, end)


def line_end(text: str, place: int) -> int:
    """Return where the line of a place ends, before its line feed."""
    end = text.find("\n", place)
    if end < 0:
        return len(text)
    return end - 1 if end > place and text[end - 1] == "\r" else end


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _line_before(text: str, place: int) -> int:
    """Return where the line before that of a place ends, before its line feed; -1 if there is none."""
    start = _line_start(text, place)
    return start - 2 if text[start - 2 : start] == "\r\n" else start - 1


def _first_run(removed: Collection[int]) -> int:
    """Return how many children from the first on are removed."""
    run = 0
    while run in removed:
        run += 1
    return run
