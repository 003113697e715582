"""Pictures and links that people write as HTML tags in Markdown; nothing else of HTML is read here."""

from __future__ import annotations

import re
from html.parser import HTMLParser


def tags_in(text: str) -> list[tuple[bool, str, str, int]]:
    """Return the addresses in the tags of a text: whether of a picture, the address, its words, its place in code points."""
    return _Tags(text).found


class _Tags(HTMLParser):
    """Pictures and links written as HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[bool, str, str, int]] = []
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a picture or a link."""
        values = {name: value or "" for name, value in attrs}
        line, column = self.getpos()
        at = self.starts[line - 1] + column
        if tag == "img":
            self.found.append((True, values.get("src", ""), values.get("alt", ""), at))
        elif tag == "a" and "href" in values:
            self.found.append((False, values["href"], "", at))
