"""A record read from its lines, where its file has them exactly as `recordfile.dump` lays them out.

It is a short cut past the YAML reader, which takes four times as long: a file with anything else in it (a comment, a note,
a key in another place, an escape) is none of its business and read as YAML. It never gives what that would not give.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final, NamedTuple

from verbale.record import AgreedPoint, Statement
from verbale.span import Span

_SLUG: Final = "[a-z0-9][a-z0-9-]*"
_PLAIN: Final = r"(?:[A-Za-z0-9(“‘«](?:[^\n:#]*[^\n:# ])?)"
"""A plain scalar that no reader takes for anything else; a colon or a hash in it leads to the YAML reader."""
_VALUE: Final = rf'(?:{_PLAIN}|"[^"\\\n]+")'
_LIST: Final = rf"\[({_SLUG}(?:, {_SLUG})*)\]"
_TEXT: Final = rf"    text: (?:>-\n((?:      [^ \n][^\n]*\n)+)|({_VALUE})\n)"
_STATEMENT: Final = re.compile(
    rf"  - id: ({_SLUG})\n"
    r"    paragraph: ([0-9]+)\n"
    r"    at: \[([0-9]+), ([0-9]+)\]\n"
    rf"    speaker: ({_SLUG})\n"
    r"    basis: ([a-z]+)\n"
    rf"(?:    cue: ({_VALUE})\n)?"
    rf"(?:    from: ({_SLUG})\n)?"
    rf"(?:    sides: {_LIST}\n)?"
    rf"(?:    also: {_LIST}\n)?"
    r"    speech: ([a-z]+)\n"
    rf"(?:    themes: {_LIST}\n)?"
    rf"{_TEXT}"
)
_POINT: Final = re.compile(
    rf"  - id: ({_SLUG})\n"
    rf"    statement: ({_SLUG})\n"
    r"    at: \[([0-9]+), ([0-9]+)\]\n"
    r"    act: ([a-z ]+[a-z])\n"
    rf"(?:    verb: ({_VALUE})\n)?"
    rf"(?:    label: ({_VALUE})\n)?"
    rf"(?:    themes: {_LIST}\n)?"
    rf"{_TEXT}"
)
_STATEMENTS: Final = "\nstatements:\n"
_AGREED: Final = ("agreed:\n", "agreed: []\n")
_END: Final = "retired: []\n"
_CONTROL: Final = re.compile("[\0-\t\x0b-\x1f\x7f-\x9f]")
_OTHER: Final = "\u2028\u2029\ufeff\ufffe\uffff"
"""Characters that YAML takes for line ends, or does not take, or that begin a file: they lead to the YAML reader."""


_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\(?:["\\]|u[0-9a-cef][0-9a-f]{3}))*)"')
_ENTRY: Final = re.compile(r'([a-z_]+[0-9]*): (\[[0-9]+, [0-9]+\]|"(?:[^"\\]|\\.)*"|[^",:#\[\]{}?]+)(?:, |$)')
_PLACES: Final = re.compile(r"\[([0-9]+), ([0-9]+)\]")
_WORDS: Final = re.compile(r"\[([^\W_][^,:#\[\]{}?\"]*(?:, [^\W_][^,:#\[\]{}?\"]*)*)\]")


class OtherwiseError(ValueError):
    """A line is not as `dump` writes it."""


class Lines(NamedTuple):
    """A record whose statements and agreed points are read: `head` is the YAML text of all its other keys."""

    head: str
    statements: tuple[Statement, ...]
    agreed: tuple[AgreedPoint, ...]


def read_lines(content: str) -> Lines | None:
    """Return what the lines of a record's text hold, or `None` where it is not wholly laid out as `dump` would."""
    begin = content.find(_STATEMENTS)
    if begin < 0 or _CONTROL.search(content) or any(one in content for one in _OTHER):
        return None
    at = begin + len(_STATEMENTS)
    statements: list[Statement] = []
    while match := _STATEMENT.match(content, at):
        statements.append(_statement(match))
        at = match.end()
    points: list[AgreedPoint] = []
    opening = next((words for words in _AGREED if content.startswith(words, at)), None)
    if not statements or opening is None:
        return None
    at += len(opening)
    while opening == _AGREED[0] and (match := _POINT.match(content, at)):
        points.append(_point(match))
        at = match.end()
    if content[at:] != _END or (opening == _AGREED[0]) != bool(points):
        return None
    return Lines(content[: begin + 1], tuple(statements), tuple(points))


def _statement(match: re.Match[str]) -> Statement:
    id_, paragraph, start, end, speaker, basis, cue, from_, sides, also, speech, themes, folded, value = match.groups()
    return Statement(
        id=id_,
        paragraph=int(paragraph),
        at=Span(int(start), int(end)),
        speaker=speaker,
        basis=basis,
        text=_text(folded, value),
        cue=_value(cue) if cue else None,
        from_=from_,
        speech=speech,
        sides=_listed(sides),
        also=_listed(also),
        themes=_listed(themes),
    )


def _point(match: re.Match[str]) -> AgreedPoint:
    id_, statement, start, end, act, verb, label, themes, folded, value = match.groups()
    return AgreedPoint(
        id=id_,
        statement=statement,
        at=Span(int(start), int(end)),
        act=act,
        text=_text(folded, value),
        verb=_value(verb) if verb else None,
        label=_value(label) if label else None,
        themes=_listed(themes),
    )


def _text(folded: str | None, value: str) -> str:
    """Return a text: a folded one's lines are joined by spaces, which is all that YAML does where none is indented."""
    return folded[6:-1].replace("\n      ", " ") if folded else _value(value)


def _value(written: str) -> str:
    return written[1:-1] if written[0] == '"' else written


def _listed(listed: str | None) -> tuple[str, ...]:
    return tuple(listed.split(", ")) if listed else ()


def read_head(head: str) -> dict[str, Any] | None:
    """Return the plain values in the YAML text of a record's other keys, `None` where that is not laid out as we do.

    The values are those that `yamltext.read` gives: every scalar a string, nothing after a colon `None`.
    """
    top: dict[str, Any] = {}
    last = ""
    try:
        for number, line in enumerate(head.split("\n")[:-1]):
            if number == 0 and line.startswith("# yaml-language-server: "):
                continue
            if line.startswith("  - {") and line.endswith("}"):
                _held(top, last, list).append(_braces(line[5:-1]))
            elif line.startswith("  "):
                _put(_held(top, last, dict), *_key_and_value(line[2:]))
            else:
                last, value = _key_and_value(line)
                _put(top, last, value)
    except OtherwiseError:
        return None
    return top


def _held(top: dict[str, Any], key: str, kind: type) -> Any:
    """Return the list or mapping that lines below a key fill."""
    if key in top and top[key] is None:
        top[key] = kind()
    if type(top.get(key)) is not kind:
        raise OtherwiseError
    return top[key]


def _put(holder: dict[str, Any], key: str, value: Any) -> None:
    if key in holder:
        raise OtherwiseError
    holder[key] = value


def _key_and_value(line: str) -> tuple[str, Any]:
    key, colon, value = line.partition(":")
    if not colon or not key.isidentifier() or not key.isascii() or (value and (value[0] != " " or value == " ")):
        raise OtherwiseError
    return key, _any(value[1:]) if value else None


def _any(written: str) -> Any:
    """Return the value of a scalar, of words in brackets, or of places in braces."""
    if written == "[]":
        return []
    if written[0] == "[":
        words = _WORDS.fullmatch(written)
        if not words:
            raise OtherwiseError
        return [_plain(word) for word in words[1].split(", ")]
    if written[0] == "{":
        return _braces(written[1:-1]) if written[-1] == "}" else _plain(written)
    return _quoted(written) if written[0] == '"' else _plain(written)


def _braces(inside: str) -> dict[str, Any]:
    """Return what stands between braces: scalars and places by name."""
    found: dict[str, Any] = {}
    at = 0
    while at < len(inside):
        match = _ENTRY.match(inside, at)
        if not match:
            raise OtherwiseError
        key, written = match.groups()
        place = _PLACES.fullmatch(written)
        _put(found, key, list(place.groups()) if place else _any(written))
        at = match.end()
    if not found or inside.endswith(", "):
        raise OtherwiseError
    return found


def _plain(written: str) -> str:
    """Return a plain scalar, if no reader could take it for anything else."""
    first = written[0]
    if not (first.isalnum() or first in "(“‘«") or written[-1] in " :" or ": " in written or " #" in written:
        raise OtherwiseError
    return written


def _quoted(written: str) -> str:
    match = _QUOTED.fullmatch(written)
    if not match or not match[1]:
        raise OtherwiseError
    text: str = json.loads(written) if "\\" in written else match[1]
    return text
