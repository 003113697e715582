"""Markdown that people write (notes, themes, speakers, pages) turned into safe HTML; source text never goes through here."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Final

from verbale.mentions import BAR, LINK, MEDIA, in_words, with_bar

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown.inlinepatterns import InlineProcessor

EXTENSIONS: Final = ("tables", "footnotes", "def_list", "fenced_code", "attr_list", "sane_lists", "toc", "md_in_html")
ROOT: Final = "/.root/"
"""What addresses from the site's root begin with until it is known on which page the text stands."""
TO: Final = "/.to/"
"""What a link to the archive's own things leads to until it is known where they are: kind and id follow."""
_LINK: Final = re.compile(r"!?\[([^]]*)\](?:\([^)]*\)|\[[^]]*\])?")
_MARKS: Final = re.compile(r"<[^>]+>|[*_`\\]+|^\s*(?:>|[-+*] )", re.MULTILINE)
_MEDIA: Final = re.compile(rf'\b(src|href)="{MEDIA}')
_IMAGE: Final = re.compile(r'<img(?:\s+[\w-]+="[^"]*")*\s*/?>')
_ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
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
    return converter()(text)


def converter() -> Callable[[str], str]:
    """Return a function that does what `markdown` does, for many texts: it takes longer to make than a text to convert."""
    # Both libraries take longer to import than a build takes in which no note has changed.
    import nh3
    from markdown import Markdown

    # By their names it would look through all packages that are installed, which takes thrice as long as all the rest.
    extensions = [import_module(f"markdown.extensions.{name}").makeExtension() for name in EXTENSIONS]
    processor = Markdown(extensions=extensions, output_format="html")
    # After escapes and code, which are none of ours, and before Markdown's own links.
    processor.inlinePatterns.register(_links(), "own-links", 175)

    def convert(text: str) -> str:
        made = processor.reset().convert(with_bar(text)).replace(BAR, "|")
        html = nh3.clean(made, attributes=_ATTRIBUTES, link_rel=None)
        return _IMAGE.sub(_own_image, _MEDIA.sub(rf'\1="{ROOT}{MEDIA}', html))

    return convert


def _own_image(image: re.Match[str]) -> str:
    """Return an image as it is, or a link in its place where it lies elsewhere: a page loads nothing from other hosts."""
    attributes = dict(_ATTRIBUTE.findall(image[0]))
    address = attributes.get("src", "")
    if not _ELSEWHERE.match(address):
        return image[0]
    words = attributes.get("alt", "").replace("<", "&lt;").replace(">", "&gt;")
    return f'<a href="{address}">{words or address}</a>'


def _links() -> InlineProcessor:
    """Return what makes a link of `[[theme:trade]]`: it leads to `TO`, and is empty where the archive has the words."""
    from xml.etree.ElementTree import Element

    from markdown.inlinepatterns import InlineProcessor

    class Links(InlineProcessor):
        def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
            link = Element("a", href=f"{TO}{m[1].strip()}")
            link.text = m[2].strip() if m[2] else None
            return link, m.start(), m.end()

    return Links(LINK)


def plain(text: str, limit: int = 200) -> str:
    """Return the words of a Markdown text's first paragraph without its marks, cut at a word within `limit` characters.

    It is for descriptions and lists, where a mark too many does no harm and Markdown itself would take too long.
    """
    paragraph = next((part for part in text.split("\n\n") if part.strip() and not part.lstrip().startswith("#")), "")
    words = _MARKS.sub("", _LINK.sub(r"\1", in_words(paragraph)))
    return shorten(" ".join(words.split()), limit)


def shorten(words: str, limit: int) -> str:
    """Return `words`, cut after a whole word with an ellipsis where they are longer than `limit` characters."""
    if len(words) <= limit:
        return words
    cut = words.rfind(" ", 0, limit)
    return words[: cut if cut > 0 else limit].rstrip(" ,;:.") + "\u2026"
