"""Markdown that people write (notes, themes, speakers, pages) turned into safe HTML; source text never goes through here."""

from __future__ import annotations

import re
from typing import Final

EXTENSIONS: Final = ("tables", "footnotes", "def_list", "attr_list", "sane_lists", "toc", "md_in_html")
_LINK: Final = re.compile(r"!?\[([^]]*)\](?:\([^)]*\)|\[[^]]*\])?")
_MARKS: Final = re.compile(r"<[^>]+>|[*_`\\]+|^\s*(?:>|[-+*] )", re.MULTILINE)
_ATTRIBUTES: Final = {
    "a": {"href", "title", "id", "class"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}


def markdown(text: str) -> str:
    """Return Markdown as HTML that holds no script, style or form, whatever it was given."""
    # Both libraries take longer to import than a build takes in which no note has changed.
    import nh3
    from markdown import Markdown

    html = Markdown(extensions=list(EXTENSIONS), output_format="html").convert(text)
    return nh3.clean(html, attributes=_ATTRIBUTES, link_rel=None)


def plain(text: str, limit: int = 200) -> str:
    """Return the words of a Markdown text's first paragraph without its marks, cut at a word within `limit` characters.

    It is for descriptions and lists, where a mark too many does no harm and Markdown itself would take too long.
    """
    paragraph = next((part for part in text.split("\n\n") if part.strip() and not part.lstrip().startswith("#")), "")
    words = _MARKS.sub("", _LINK.sub(r"\1", paragraph))
    return shorten(" ".join(words.split()), limit)


def shorten(words: str, limit: int) -> str:
    """Return `words`, cut after a whole word with an ellipsis where they are longer than `limit` characters."""
    if len(words) <= limit:
        return words
    cut = words.rfind(" ", 0, limit)
    return words[: cut if cut > 0 else limit].rstrip(" ,;:.") + "\u2026"
