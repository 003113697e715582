"""Lines and paragraphs of a source as spans; white space is skipped here and nothing is judged by its words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from verbale.span import Span

LINE: Final = re.compile(r"[^\r\n]+")
WRAP_WIDTH: Final = 110
"""Code points: a document with a longer line is not hard-wrapped."""
WRAP_BREAKS: Final = 3
MARKER: Final = re.compile(
    r"(?:[•●▪■◦‣·*–—○□◇◆►▶➢✓✔-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)[ \t\u00a0]+|\d{1,2}(?:[ \u00a0]{2,}|\t+)(?=[A-Z“])"
)
"""A bullet or a list number at the start of a line."""


def lines(text: str) -> list[Span]:
    """Return the lines of `text` that are not blank, without the white space at their ends."""
    found = (Span(m.start(), m.end()).trim(text) for m in LINE.finditer(text))
    return [span for span in found if span.start < span.end]


def wrap_width(text: str, found: list[Span]) -> int:
    """Return the width in code points at which a hard-wrapped text breaks its lines, or 0 where it isn't hard-wrapped."""
    near = [(a, b) for a, b in pairwise(found) if text.count("\n", a.end, b.start) < 2]
    width = max((span.end - span.start for pair in near for span in pair), default=0)
    if width > WRAP_WIDTH:
        return 0
    broken = 0
    for here, after in pairwise(found):
        runs_on = text[here.end - 1] not in ".!?:;”\"'’)" and (here.end - here.start) * 3 > width * 2
        if (
            runs_on
            and "\n" not in text[here.end : after.start].replace("\n", "", 1)
            and not MARKER.match(text, after.start)
        ):
            broken += 1
    return width if broken >= WRAP_BREAKS else 0


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of `text`: its lines, or in hard-wrapped text runs of lines up to a blank one.

    A line that ends although the next word would have fitted ends its paragraph too: headings and lists stay apart.
    """
    found = lines(text)
    width = wrap_width(text, found)
    if not width:
        return found
    joined: list[Span] = []
    for here in found:
        if joined and continues(text, joined[-1], here, width):
            joined[-1] = Span(joined[-1].start, here.end)
        else:
            joined.append(here)
    return joined


def continues(text: str, before: Span, here: Span, width: int) -> bool:
    """Say whether in text wrapped at `width` a line goes on with the paragraph before it."""
    if text.count("\n", before.end, here.start) > 1:
        return False
    if MARKER.match(text, here.start) and (
        text[here.start] in "•●▪■◦‣·○□◇◆►▶➢✓✔"
        or text[before.end - 1] in '.;:!?”"'
        or text[before.start : before.end].endswith((" and", " or"))
    ):
        return False
    if text[here.start].islower():
        return True
    last = before.end - max(text.rfind("\n", before.start, before.end) + 1, before.start)
    word = text[here.start : here.end].split(None, 1)[0]
    return last + 1 + len(word) > width - 12
