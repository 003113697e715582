"""Words that a line must not part, and words that run the other way, given their markup; no character is added or changed."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_RIGHT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Hebrew, Arabic, Syriac, Thaana and all that is written from right to left."""
_LEFT: Final = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u058f\u1e00-\u1fff"
"""Latin, Greek, Cyrillic, Armenian: what a text from right to left quotes as it stands."""
_ODD: Final = re.compile(f"[\u00ab\u00bb\u2039\u203a{_RIGHT}]| [!?:;]")


@cache
def _set(run: str) -> re.Pattern[str]:
    """Return what to look for where words of the letters `run` go against the text; tags and entities are found only to be left alone.

    Compiling it takes as long as some pages, and most documents need none.
    """
    # The words of one run may have digits and signs between them, but no other letters, and no markup.
    words = rf"[{run}](?:(?:[^\w<>&{run}]|[0-9])*+[{run}])*+"
    # A sign with the space that French puts beside it, and the letter beyond, which the space would otherwise end a line before.
    kept = r"[\u00ab\u2039] [^\s<>&]|[^\s<>&;](?: [\u00bb\u203a!?:;])+"
    return re.compile(f"<[^>]*>|&[^;]*;|(?P<turned>{words})|(?P<kept>{kept})")


def set_apart(html: str, direction: str) -> str:
    """Return a slice of a source, as HTML, in which lines break and scripts turn as they should.

    `direction` is that of the document: "ltr" or "rtl". A run of words that goes the other way is isolated (`bdi`), so that
    the signs and figures after it stay in their order. Quotation marks and other signs that are set off by plain spaces stay
    on the line of the word that they belong to (`.nw`).
    """
    if direction == "rtl":
        return _set(_LEFT).sub(_marked, html)
    return html if html.isascii() or not _ODD.search(html) else _set(_RIGHT).sub(_marked, html)


def _marked(match: re.Match[str]) -> str:
    if match["turned"]:
        return f"<bdi>{match[0]}</bdi>"
    return f'<span class="nw">{match[0]}</span>' if match["kept"] else match[0]
