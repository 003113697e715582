"""Terms in a sentence: abbreviations that its source expands, and what the archive's glossary has; the words stay as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.glossary import NO_WORDS, Matcher
from verbale.site import addresses
from verbale.site.apart import set_apart
from verbale.site.escaping import escaped
from verbale.site.text import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

_ABBREVIATION: Final = re.compile(r"(?<!\w)[A-Z][A-Za-z]{0,8}[A-Z][a-z]?(?!\w)")


class Terms(NamedTuple):
    """What is marked in the sentences of one record.

    `expanded` has the words that its source gives for abbreviations, `glossary` finds the archive's own terms, `direction`
    is that of its script.
    """

    expanded: Mapping[str, str]
    glossary: Matcher = NO_WORDS
    direction: str = "ltr"

    def html(self, text: str, *, linked: bool = True) -> str:
        """Return a slice of a sentence as HTML with its terms marked; without the marks it is the slice, escaped.

        Where it is a link itself (not `linked`) only abbreviations are marked. Addresses begin with `ROOT`.
        """
        return set_apart(self._marked(text, linked=linked), self.direction)

    def _marked(self, text: str, *, linked: bool) -> str:
        pattern = self.glossary.pattern
        if not linked or pattern is None:
            return self._abbreviated(text, 0, len(text))
        parts, end = [], 0
        for match in pattern.finditer(text):
            url = addresses.term_page(self.glossary.terms[match[0]])
            inner = self._abbreviated(text, *match.span())
            parts += [self._abbreviated(text, end, match.start()), f'<a class="g" href="{ROOT}{url}">{inner}</a>']
            end = match.end()
        return "".join([*parts, self._abbreviated(text, end, len(text))])

    def _abbreviated(self, text: str, start: int, stop: int) -> str:
        """Return a part of a slice as HTML with its abbreviations marked."""
        if not self.expanded:
            return escaped(text[start:stop])
        parts, end = [], start
        for match in _ABBREVIATION.finditer(text, start, stop):
            words = self.expanded.get(match[0])
            if words is None or text[: match.start()].endswith(f"{words} ("):
                continue
            parts += [escaped(text[end : match.start()]), f'<abbr title="{escaped(words)}">{match[0]}</abbr>']
            end = match.end()
        return "".join([*parts, escaped(text[end:stop])])


NO_TERMS: Final = Terms({})
"""Nothing to mark."""
