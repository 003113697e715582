"""Headings and ids of agreed points; it finds no points."""

from __future__ import annotations

import re
from typing import Final

from verbale.parse.identifiers import slug

LABEL_LENGTH: Final = 60


JOINT: Final = re.compile(r"[,;]|\s(?:and|of|in|for|on|with|to|at|under|by|from|as|between|through|based|that|which)\b")


NUMBERED: Final = re.compile(r"s\d+")


LEADING: Final = re.compile(
    r"^(?:(?:the|a|an|their|its|both|all|it is important to|jointly|further|also|to|continue to|work together to|continue)\s+(?:and\s+)?)+",
    re.IGNORECASE,
)


def label_of(words: str) -> str:
    """Return a fair heading for an agreed point: its words without what leads in, cut at a phrase's end."""
    plain = LEADING.sub("", " ".join(words.split()))
    if len(plain) > LABEL_LENGTH:
        cut = plain[:LABEL_LENGTH].rsplit(" ", 1)[0]
        joints = [m.start() for m in JOINT.finditer(cut)]
        place = next((j for j in reversed(joints) if j > LABEL_LENGTH // 3), None)
        plain = cut[:place] if place else cut
    return plain[:1].upper() + plain[1:]


def point_ids(labels: list[str]) -> list[str]:
    """Return the ids of a record's points: slugs of their labels, unique."""
    taken: set[str] = set()
    ids: list[str] = []
    numbers: dict[str, int] = {}
    for label in labels:
        wanted = slug(label, 48)
        if NUMBERED.fullmatch(wanted):
            wanted = f"{wanted}-point"
        given = wanted
        while given in taken:
            numbers[wanted] = numbers.get(wanted, 1) + 1
            given = f"{wanted}-{numbers[wanted]}"
        ids.append(given)
        taken.add(ids[-1])
    return ids
