r"""What Markdown that people write leads to: the archive's own things by their ids, its pictures and files; nothing is opened.

::

    link    ::=  "[[" target [ "|" words ] "]]"
    target  ::=  statement                                  of the same record: [[s15]]
              |  "record:" id [ "#" statement ]             [[record:2031-05-04-talks#s15]]
              |  "point:" [ id "/" ] id                     of the same record, or of another
              |  ( "theme:" | "speaker:" | "term:" | "page:" ) id

What stands in code is no link; `\[[` is a bracket. Pictures and files lie in `content/media/`, and their address begins
with `media/`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from verbale.ids import is_slug

if TYPE_CHECKING:
    from collections.abc import Iterator

BAR: Final = "\ufdd0"
"""Stands for the `|` of a link while tables look for theirs: a code point that is no character."""
LINK: Final = rf"\[\[([^\[\]|{BAR}\n]+)(?:[|{BAR}]([^\[\]\n]+))?\]\]"
"""A link: target and words (a regular expression, so that Markdown and this module agree)."""
MEDIA: Final = "media/"
KINDS: Final = ("record", "point", "theme", "speaker", "term", "page")
_LINK: Final = re.compile(rf"(?<!\\){LINK}")
_CODE: Final = re.compile(
    r"^ {0,3}(?P<fence>```+|~~~+).*?(?:^ {0,3}(?P=fence)|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
_ADDRESS: Final = r"(?:<([^<>\n]*)>|([^\s()<>]*))"
_INLINE: Final = re.compile(rf"(?<!\\)(!?)\[([^\[\]]*)\]\(\s*{_ADDRESS}")
_NAMED: Final = re.compile(r"(?<!\\)(!?)\[([^\[\]]+)\](?:\[([^\[\]]*)\])?(?![\[(:])")
_DEFINED: Final = re.compile(rf"^ {{0,3}}\[([^\[\]^][^\[\]]*)\]:\s*{_ADDRESS}", re.MULTILINE)


class Mention(NamedTuple):
    """One thing that a text leads to.

    `kind` is one of `KINDS`, `media`, or what somebody wrote instead; `id` its id, or its path in `content/media/`; `part`
    a statement (`s15`) of a record or the point of one; `at` its place in the text, `written` the words there.
    """

    kind: str
    id: str
    part: str
    at: int
    written: str


class Picture(NamedTuple):
    """A picture in a text: its address, the words for those who do not see it, and its place."""

    address: str
    alt: str
    at: int


def parsed(target: str, record: str = "") -> tuple[str, str, str]:
    """Return kind, id and part of a link's target, in a note of a `record` where that has an id.

    A kind that does not exist is returned as it is, a target that names no record has an empty id.
    """
    kind, colon, rest = target.strip().partition(":")
    if not colon:
        return "record", record, kind
    if kind == "record":
        id_, _, part = rest.partition("#")
        return kind, id_, part
    if kind == "point":
        id_, _, part = rest.rpartition("/")
        return kind, id_ or record, part
    return kind, rest, ""


def mentions_in(text: str, record: str = "") -> Iterator[Mention]:
    """Give what a Markdown text leads to inside the archive, in order; `record` is the one whose note it is, if any."""
    if "[[" not in text and MEDIA not in text:
        return
    bare = _without_code(text)
    for found in _LINK.finditer(bare):
        yield Mention(*parsed(found[1], record), found.start(), found[0])
    for _, address, _, at in _addresses(bare):
        if address.startswith(MEDIA):
            yield Mention("media", unquote(address.removeprefix(MEDIA).partition("#")[0]), "", at, address)


def pictures_in(text: str) -> Iterator[Picture]:
    """Give the pictures in a Markdown text, in whatever way they are written."""
    if "![" in text or "<img" in text.lower():
        for is_picture, address, alt, at in _addresses(_without_code(text)):
            if is_picture:
                yield Picture(address, alt, at)


def with_bar(text: str) -> str:
    """Return a text with `BAR` in the stead of the `|` of each link that is one, so that no table takes it for its own."""
    if "|" not in text or "[[" not in text:
        return text
    places = [found.start(2) - 1 for found in _LINK.finditer(_without_code(text)) if found[2]]
    pieces = [text[start:end] for start, end in zip([0, *(at + 1 for at in places)], [*places, None], strict=True)]
    return BAR.join(pieces)


def in_words(text: str) -> str:
    """Return a text in which links are the words that they show as far as these are known without the archive."""
    return _LINK.sub(lambda found: found[2] or found[1].rpartition(":")[2], text) if "[[" in text else text


def is_good(mention: Mention) -> bool:
    """Say whether a mention has the form that it must have; whether it leads anywhere is another question."""
    if mention.kind == "media":
        return bool(mention.id) and ".." not in mention.id.split("/")
    return mention.kind in KINDS and is_slug(mention.id) and (mention.kind != "point" or bool(mention.part))


def _without_code(text: str) -> str:
    """Return a text with blanks for code and comments, so that all else stays where it is."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _addresses(text: str) -> Iterator[tuple[bool, str, str, int]]:
    """Give the addresses in a text: whether of a picture, the address, its words, its place."""
    for found in _INLINE.finditer(text):
        yield found[1] == "!", found[3] or found[4] or "", found[2], found.start()
    defined = {found[1].casefold(): found[2] or found[3] or "" for found in _DEFINED.finditer(text)}
    if defined:
        for found in _NAMED.finditer(text):
            name = (found[3] or found[2]).casefold()
            if name in defined:
                yield found[1] == "!", defined[name], found[2], found.start()
    if "<" in text:
        # Few notes have tags, and the parser of them takes longer to import than all notes to read.
        from verbale.tags import tags_in

        yield from tags_in(text)
