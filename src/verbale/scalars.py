"""Texts as YAML scalars that a person can read and that come back exactly, whatever is in them.

It writes single values only: the layout of a file is for those who write files, and nothing here reads YAML.

A plain scalar is used only where every reader of YAML 1.1 and 1.2 takes it for the same string: what would be taken for
a number, a truth value, a time or nothing is quoted (a full date is not: it is what it says).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

WIDTH: Final = 112
"""Columns that a folded line may take with its indentation; a longer word stands alone."""

_PLAIN: Final = re.compile(r"(?:[^\W_]|[(“‘«])(?:[^\s:#]|:(?=\S)| (?=[^\s#])|(?<=\S)#)*")
_FLOW_MARKS: Final = re.compile(r"[,:#\[\]{}?]")
_GUESSED: Final = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|[-+]?[0-9][0-9_,.]*(?:e[-+]?[0-9]*)?|0[xob][0-9a-f_]*|[0-9]+(?::[0-9.]+)+"
    r"|\d{4}-\d\d?-\d\d?(?:t|\s).*)"
)
_SHORT: Final = 40
"""Characters of the longest text of which it is kept whether it is plain: ids, bases and acts come again and again."""
_SINGLE_SPACE: Final = re.compile("(?<! ) (?! )")
_NO_BREAK: Final = re.compile("[\u00a0\u202f]")


def scalar(text: str) -> str:
    """Return a text as the value of a key in block style: plain where that is safe, else in double quotes."""
    plain = _short_is_plain(text) if len(text) <= _SHORT else _is_plain(text)
    return text if plain else quoted(text)


def _is_plain(text: str) -> bool:
    """Say whether every reader of YAML takes a text without quotes for the same string."""
    return text.isprintable() and _PLAIN.fullmatch(text) is not None and not _GUESSED.fullmatch(text)


_short_is_plain: Final = lru_cache(maxsize=2048)(_is_plain)


def flow(text: str) -> str:
    """Return a text as a value inside brackets or braces."""
    return quoted(text) if _FLOW_MARKS.search(text) else scalar(text)


def flow_list(texts: Iterable[str]) -> str:
    """Return texts as a list in brackets."""
    return f"[{', '.join(map(flow, texts))}]"


def quoted(text: str) -> str:
    """Return a text in double quotes on one line; what cannot be seen is written as an escape."""
    words = json.dumps(text, ensure_ascii=False)
    return words if words.isprintable() else "".join(c if c.isprintable() else _escape(c) for c in words)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def block(text: str, indent: int) -> str:
    """Return a long text as a value, its lines indented by `indent` spaces.

    It is folded (`>-`) where folding gives the exact text back, literal (`|-`) where it has line feeds of its own, and in
    double quotes where an editor could damage it unseen: white space at the end of a line or the start of the text, tabs
    and other controls. No-break spaces stay as they are.
    """
    margin = "\n" + " " * indent
    lines = text.split("\n")
    if not all(map(_kept, lines)) or not lines[0] or not lines[-1] or lines[0][0] == " ":
        return quoted(text)
    if len(lines) == 1:
        return f">-{margin}{margin.join(_folded(text, WIDTH - indent))}"
    return "|-" + "".join(f"{margin}{line}" if line else "\n" for line in lines)


def _kept(line: str) -> bool:
    """Say whether a line survives in a block scalar and in a person's editor."""
    return not line.endswith(" ") and (line.isprintable() or _NO_BREAK.sub(" ", line).isprintable())


def _folded(text: str, width: int) -> list[str]:
    """Break a text at single spaces into lines of at most `width`, as far as its words allow."""
    lines: list[str] = []
    if "  " not in text:
        begin = 0
        while len(text) - begin > width:
            end = text.rfind(" ", begin, begin + width + 1)
            end = end if end >= 0 else text.find(" ", begin)
            if end < 0:
                break
            lines.append(text[begin:end])
            begin = end + 1
        return [*lines, text[begin:]]
    line = ""
    for word in _SINGLE_SPACE.split(text):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return lines
