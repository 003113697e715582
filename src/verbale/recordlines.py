"""Statements and agreed points read from their lines, where a file has them exactly as `recordfile.dump` lays them out.

It is a short cut past the YAML reader, which takes four times as long: a file with anything else in it (a comment, a note,
a key in another place, an escape) is none of its business and read as YAML. It never gives what that would not give.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

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
_OTHER: Final = re.compile("[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML takes for line ends, or does not take, or that begin a file: they lead to the YAML reader."""


class Lines(NamedTuple):
    """A record whose statements and agreed points are read: `head` is the YAML text of all its other keys."""

    head: str
    statements: tuple[Statement, ...]
    agreed: tuple[AgreedPoint, ...]


def read_lines(content: str) -> Lines | None:
    """Return what the lines of a record's text hold, or `None` where it is not wholly laid out as `dump` would."""
    begin = content.find(_STATEMENTS)
    if begin < 0 or _OTHER.search(content):
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
