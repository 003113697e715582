"""What is mechanical in a file mended in its text: places off, a digest that is missing, keys out of order, a lost schema.

It changes no words and no decision; comments and layout stay, and no file is opened here.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from verbale import yamltext
from verbale.edits import Edit, SpliceError, applied, block_edits, flow_edits, line_end
from verbale.recordfile import ORDER
from verbale.shapes import UnfitError, span
from verbale.source import Source
from verbale.span import Span
from verbale.yamltext import Node, nodes

QUOTING: Final = ("furniture", "statements", "agreed")
_MANY: Final = 1000
_SCHEMA: Final = re.compile(r"(---[ \t]*\r?\n)?# yaml-language-server: \$schema=(\S+)")


def mended(text: str, source: Source | None) -> str:
    """Return a record's file with what is mechanical mended; `source` is its document, where that can be read.

    What cannot be read as YAML comes back as it is.
    """
    value, problems = yamltext.read(text, "")
    if problems or not isinstance(value, dict):
        return text
    root = nodes(text)
    if root is None:
        return text
    edits = [*_digest(text, root, value, source)]
    if source:
        edits += [edit for name in QUOTING for edit in _places(root, value, name, source.text)]
    try:
        made = applied(text, edits)
        ordered = _sorted(_sorted(made, inner=True), inner=False)
    except SpliceError:
        return text
    same = yamltext.read(ordered, "") == yamltext.read(made, "")
    return ordered if same else made


def in_order(text: str, keys: Sequence[str]) -> str:
    """Return the text of a mapping, as of `site.yaml` or front matter with its fence above, with its keys as `keys` have them."""
    value, problems = yamltext.read(text, "")
    root = nodes(text) if not problems and isinstance(value, dict) else None
    if root is None:
        return text
    try:
        made = applied(text, [*_ordered(text, root, keys)])
    except SpliceError:
        return text
    return made if yamltext.read(made, "")[0] == value else text


def with_schema(text: str, schema: str, path: str) -> str:
    """Return a file's text with the line that names its JSON Schema leading to `schema`; a file without one gets none.

    Both `schema` and `path`, the file's own, are paths of the archive. Schemas elsewhere on the web are left alone.
    """
    found = _SCHEMA.match(text)
    if found is None or "://" in found[2] or not found[2].endswith(f"/{posixpath.basename(schema)}"):
        return text
    right = posixpath.relpath(schema, posixpath.dirname(path))
    return text[: found.start(2)] + right + text[found.end(2) :]


def source_path(text: str) -> str | None:
    """Return the path of the document that a record's file names, if it names one."""
    value, problems = yamltext.read(text, "")
    source = value.get("source") if isinstance(value, dict) and not problems else None
    path = source.get("path") if isinstance(source, dict) else None
    return path if isinstance(path, str) else None


def _digest(text: str, root: Node, value: Mapping[str, Any], source: Source | None) -> Iterator[Edit]:
    """Give the edit that adds the digest of the source where there is none."""
    entry, pair = value.get("source"), root.get("source")
    if source is None or pair is None or not isinstance(entry, dict) or entry.get("sha256"):
        return
    node = pair[1]
    here = node.get("sha256")
    if here is not None:
        space = "" if text[here[1].start - 1] == " " else " "
        yield Edit(here[1].start, here[1].end, f"{space}{source.sha256}")
        return
    places = [(name.start, each.end) for name, each in node.pairs]
    anchor = next((n for n, (name, _) in enumerate(node.pairs) if name.value == "path"), len(places) - 1)
    edits = flow_edits if node.flow else block_edits
    yield from edits(text, node, places, set(), [(anchor, f"sha256: {source.sha256}")])


def _places(root: Node, value: Mapping[str, Any], name: str, text: str) -> Iterator[Edit]:
    """Give the edits of places whose words stand elsewhere, where there is no doubt about where."""
    items, pair = value.get(name), root.get(name)
    if not isinstance(items, list) or pair is None:
        return
    for item, node in zip(items, pair[1].items, strict=True):
        place = node.get("at") if isinstance(item, dict) else None
        words = item.get("text") if isinstance(item, dict) else None
        if place is None or not isinstance(words, str) or len(place[1].items) != 2:
            continue
        try:
            at = span(item["at"])
        except UnfitError:
            continue
        right = _right_place(at, words, text)
        if right is not None and right != at:
            numbers = zip(place[1].items, right, at, strict=True)
            yield from (Edit(each.start, each.end, str(new)) for each, new, old in numbers if new != old)


def _right_place(at: Span, words: str, text: str) -> Span | None:
    """Return where words stand: the only place, or the one that differs from `at` by white space alone."""
    if at.of(text) == words or not words.strip():
        return at
    found: list[Span] = []
    start = text.find(words)
    while start >= 0 and len(found) < _MANY:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    if len(found) == 1:
        return found[0]
    return next((place for place in found if place.trim(text) == at.trim(text)), None)


def _sorted(text: str, *, inner: bool) -> str:
    """Put keys in the order of the format: those of items, source and event (`inner`), or the record's own."""
    root = nodes(text)
    if root is None or root.kind != "mapping":
        return text
    if not inner:
        return applied(text, _ordered(text, root, ORDER[""].split()))
    edits: list[Edit] = []
    for name, node in root.pairs:
        for each in (node,) if node.kind == "mapping" else node.items:
            edits += _ordered(text, each, ORDER.get(name.value, "").split())
    return applied(text, edits)


def _ordered(text: str, node: Node, keys: Sequence[str]) -> Iterator[Edit]:
    """Give the edit that sorts a mapping's keys; a key that is unknown stays behind the one before it."""
    ranks: list[tuple[int, int]] = []
    last = -1
    for index, (name, _) in enumerate(node.pairs):
        last = keys.index(name.value) if name.value in keys else last
        ranks.append((last, index))
    order = [index for _, index in sorted(ranks)]
    if order == sorted(order):
        return
    if node.flow:
        for here, index in enumerate(order):
            (name, value), (other, its) = node.pairs[here], node.pairs[index]
            if here != index:
                yield Edit(name.start, value.end, text[other.start : its.end])
        return
    yield from _ordered_lines(text, node, order)


def _ordered_lines(text: str, node: Node, order: Sequence[int]) -> Iterator[Edit]:
    """Give the edit for a mapping in block style: what stands above a key, and behind it, goes with it."""
    begin = node.pairs[0][0].start
    margin = "\n" + " " * (begin - (text.rfind("\n", 0, begin) + 1))
    ends = [line_end(text, value.end) for _, value in node.pairs]
    parts = [margin + text[begin : ends[0]]]
    for before, end in pairwise(ends):
        part = text[before:end].replace("\r\n", "\n")
        if not part.startswith(margin) or part[len(margin)] == " ":
            return
        parts.append(part)
    parts[0] = parts[0].replace("\r\n", "\n")
    yield Edit(begin, ends[-1], "".join(parts[index] for index in order).removeprefix(margin))
