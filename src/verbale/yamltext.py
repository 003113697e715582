"""YAML as verbale reads it: every scalar a string, nothing guessed; the one reader of the files that people write.

It knows no record: it turns a text into plain values, finds the place of a value again, and decides nothing else.

The YAML is 1.1 as libyaml reads it, one document, without anchors, aliases, tags or keys that are not words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import yaml

from verbale.errors import Problem
from verbale.span import line_and_column

try:
    from yaml import CBaseLoader as Reader
except ImportError:  # PyYAML was built without libyaml: the same events, some ten times slower
    from yaml import BaseLoader as Reader  # type: ignore[assignment]

Keypath = Sequence[str | int]
"""The way to a value from the top: keys of mappings and 0-based positions in lists."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value where it stands in a YAML text: from `start` to `end`, in code points, without what is behind its last word.

    A mapping has `pairs` of key and value, a list has `items`; `flow` says that it is in brackets or braces. A scalar has
    its `value` and `style`: `'`, `"`, `>`, `|`, or nothing where it is plain; `empty` where nothing stands there.
    """

    start: int
    end: int
    kind: str
    flow: bool = False
    style: str = ""
    value: str = ""
    pairs: tuple[tuple[Node, Node], ...] = ()
    items: tuple[Node, ...] = ()

    @property
    def empty(self) -> bool:
        """Say whether there is a key and no value."""
        return self.kind == "scalar" and self.start == self.end

    def get(self, key: str) -> tuple[Node, Node] | None:
        """Return a key of a mapping with its value."""
        return next(((name, value) for name, value in self.pairs if name.value == key), None)


MAX_DEPTH: Final = 20
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANK_LINES: Final = re.compile(r"(?:\r?\n[ \t]*)+\Z")
_QUOTE: Final = 'A text that begins with &, * or ! goes in double quotes: "…".'


def read(text: str, path: str) -> tuple[Any, list[Problem]]:
    """Return the value of a YAML text, and what is wrong with it.

    A value is `None` (nothing after the colon), a `str`, a `list` of values or a `dict` of `str` to values. `path` names
    the file in problems. Where the text is no YAML, the value is `None`; a key given twice, an anchor, an alias and a
    tag are problems too. A caller uses the value only when there is no problem.
    """
    problems: list[Problem] = []

    def report(event: Any, code: str, message: str, remedy: str) -> None:
        mark = event.start_mark
        problems.append(Problem(path, mark.line + 1, mark.column + 1, code, message, remedy))

    try:
        value = _build(Reader(text), report)
    except yaml.MarkedYAMLError as error:
        return None, [*problems, _syntax_problem(path, error)]
    except yaml.YAMLError:
        return None, [*problems, _unprintable_problem(path, text)]
    return value, problems


def _build(reader: Any, report: Callable[[Any, str, str, str], None]) -> Any:
    """Put the reader's events together: a loop with a stack of its own, so that no text can exhaust Python's."""
    top: list[Any] = []
    holder: Any = top
    key: str | None = None
    stack: list[tuple[Any, str | None]] = []
    next_event = reader.get_event
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value: Any = event.value or (None if not event.style else "")
        elif kind is yaml.MappingStartEvent:
            value = {}
        elif kind is yaml.SequenceStartEvent:
            value = []
        elif kind is yaml.AliasEvent:
            value = None
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            holder, key = stack.pop()
            continue
        elif kind is yaml.DocumentStartEvent and top:
            raise _stop(event, "a second YAML document begins here")
        else:
            continue
        if event.anchor is not None:
            report(event, "yaml", f"the YAML anchor or alias '{event.anchor}' is not used here.", _QUOTE)
        elif event.tag is not None:
            report(event, "yaml", f"the YAML tag '{event.tag}' is not used here.", _QUOTE)
        if type(holder) is list:
            holder.append(value)
        elif key is None:
            if type(value) is not str:
                raise _stop(event, "a key that is not a word")
            if value in holder:
                report(event, "duplicate-key", f"the key '{value}' is given twice.", "Keep one of the two.")
            key = value
            continue
        else:
            holder[key] = value
            key = None
        if type(value) is dict or type(value) is list:
            if len(stack) == MAX_DEPTH:
                raise _stop(event, "lists and mappings nested too deeply")
            stack.append((holder, key))
            holder, key = value, None
    return top[0] if top else None


def _stop(event: Any, words: str) -> yaml.MarkedYAMLError:
    """Return the error for a text after which reading on makes no sense."""
    return yaml.MarkedYAMLError(problem=words, problem_mark=event.start_mark)


def _syntax_problem(path: str, error: yaml.MarkedYAMLError) -> Problem:
    """Tell a syntax error in the YAML library's words, with its place."""
    mark = error.problem_mark or error.context_mark
    words = ", ".join(part for part in (error.problem, error.context) if part)
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    remedy = 'Look for a missing quote, a colon inside a text (put the text in "…") or an indentation that is off.'
    return Problem(path, line, column, "yaml", f"not YAML that can be read: {words}.", remedy)


def _unprintable_problem(path: str, text: str) -> Problem:
    """Tell which character YAML does not allow, and where."""
    found = _UNPRINTABLE.search(text)
    start = found.start() if found else 0
    code = ord(text[start])
    message = f"the character U+{code:04X} may not stand in YAML as it is."
    remedy = f'Remove it, or write \\u{code:04x} inside "…".'
    return Problem(path, *line_and_column(text, start), "yaml", message, remedy)


def locator(text: str) -> Callable[..., tuple[int, int]]:
    """Return a function from a keypath to the 1-based line and column of its value in `text`, which `read` accepts.

    The text is composed at once, so call this only when a line is needed. For a key that is not there, the place is that
    of the nearest mapping or list around it. With `key=True` it is the place of the last key itself, as it is for a text
    in block style.
    """
    root = Reader(text).get_single_node()

    def place(keypath: Keypath, *, key: bool = False) -> tuple[int, int]:
        node, mark = root, root.start_mark if root else None
        for depth, step in enumerate(keypath, 1):
            child = _child(node, step)
            if child is None:
                break
            name, node = child
            at_key = depth == len(keypath) and (key or getattr(node, "style", None) in {">", "|"})
            mark = (name if at_key else node).start_mark
        return (mark.line + 1, mark.column + 1) if mark else (0, 0)

    return place


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """Return the nodes of a step's key (or item) and value."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in reversed(node.value) if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def nodes(text: str) -> Node | None:
    """Return where every value stands in a text that `read` accepts, or `None` for an empty one."""
    root = Reader(text).get_single_node()
    return None if root is None else _node(root, text)


def _node(node: yaml.Node, text: str) -> Node:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.MappingNode):
        pairs = tuple((_node(key, text), _node(value, text)) for key, value in node.value)
        end = end if node.flow_style else pairs[-1][1].end
        return Node(start, end, "mapping", flow=node.flow_style, pairs=pairs)
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_node(item, text) for item in node.value)
        end = end if node.flow_style else items[-1].end
        return Node(start, end, "list", flow=node.flow_style, items=items)
    style = str(getattr(node, "style", None) or "")
    if style in {">", "|"}:
        blank = _BLANK_LINES.search(text, start, end)
        end = blank.start() if blank else end
    return Node(start, end, "scalar", style=style, value=str(node.value))
