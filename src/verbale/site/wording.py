"""The archive's own words for the record's terms, in English; no markup, and nothing about any one document."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from verbale.record import ACTS

BASIS: Final = MappingProxyType(
    {
        "named": "the sentence names its speaker",
        "pronoun": "a pronoun or a title stands for a speaker named before",
        "continued": "no cue here, the speech goes on",
        "joint": "the sides speak together",
        "party": "a state or organisation speaks for itself, outside anyone\u2019s speech",
        "narration": "the source reports an event, and nobody takes a position",
        "none": "no rule applied, and nobody has decided yet",
        "editor": "a person decided it by hand",
    }
)
"""Why a sentence has its speaker, by `Statement.basis`."""

SPEECH: Final = MappingProxyType(
    {"reported": "Reported, not quoted.", "mixed": "Reported, with quoted words.", "direct": "Quoted by the source."}
)
"""Whose words these are, by `Statement.speech`."""

FURNITURE: Final = MappingProxyType(
    {
        "date-line": "date",
        "sub-heading": "sub-heading",
        "source-line": "line on the source",
        "release-line": "release line",
        "share-link": "share link",
        "print-link": "print link",
        "end-mark": "end mark",
        "stage-direction": "stage direction",
        "label": "turn label",
        "marker": "list mark",
    }
)
"""What a stretch of furniture is, by `Furniture.kind`, where the kind itself is not a plain word."""

KINDS: Final = MappingProxyType(
    {"joint": "the sides in one voice", "party": "as a side, not through a person", "person": None}
)
"""What kind of speaker somebody is, where a list has nothing better to say."""

LANGUAGES: Final = MappingProxyType(
    {
        "ar": "Arabic",
        "de": "German",
        "en": "English",
        "es": "Spanish",
        "fa": "Persian",
        "fr": "French",
        "he": "Hebrew",
        "it": "Italian",
        "ja": "Japanese",
        "ko": "Korean",
        "pl": "Polish",
        "pt": "Portuguese",
        "ru": "Russian",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "zh": "Chinese",
    }
)
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})

QUOTATION: Final = MappingProxyType(
    {
        "de": ("\u201e\u201c", "\u201a\u2018"),
        "en": ("\u201c\u201d", "\u2018\u2019"),
        "es": ("\u00ab\u00bb", "\u201c\u201d"),
        "fr": ("\u00ab\u00bb", "\u201c\u201d"),
        "it": ("\u00ab\u00bb", "\u201c\u201d"),
        "pl": ("\u201e\u201d", "\u00ab\u00bb"),
        "pt": ("\u00ab\u00bb", "\u201c\u201d"),
        "ru": ("\u00ab\u00bb", "\u201e\u201c"),
        "uk": ("\u00ab\u00bb", "\u201e\u201c"),
    }
)
"""Quotation marks by language: those that are set first, and those for a quotation that holds such marks itself."""
_WHOLE: Final = re.compile(
    '(?:\u201c[^\u201c\u201d]*\u201d|\u201e[^\u201c-\u201e]*[\u201c\u201d]|\u00ab[^\u00ab\u00bb]*\u00bb|\u00bb[^\u00ab\u00bb]*\u00ab|"[^"]*")[.,!?\u2026]?'
)
"""What stands between quotation marks of its own, from beginning to end."""

STRIPS: Final = (
    "In the figures a lane is a speaker; a cell through all lanes is the sides together, "
    "a hollow one a state or organisation, a thin line the narrator."
)
"""How to read the strips of a list of records."""

WORDS: Final = {
    "BASIS": BASIS,
    "SPEECH": SPEECH,
    "STRIPS": STRIPS,
    "FURNITURE": FURNITURE,
    "KINDS": KINDS,
    "ACTS": ACTS,
}
"""The tables that templates look into."""


def thousands(number: int) -> str:
    """Return a number with a comma between thousands: 6090 gives "6,090"."""
    return f"{number:,}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "1 sentence", "33 sentences"; `many` where an s is not enough."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def language(code: str) -> str:
    """Return a language's English name, or its code (BCP 47) where we have none."""
    return LANGUAGES.get(code.partition("-")[0], code)


def direction(code: str) -> str:
    """Return the direction of a language's script: "rtl" or "ltr"."""
    return "rtl" if code.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def marks_around(text: str, language: str) -> tuple[str, str]:
    """Return the quotation marks to set around a source's words on a page in `language`: none where they have their own.

    Words that hold marks of the first kind get those of the second, since the words themselves stay as they are.
    """
    if _WHOLE.fullmatch(text.strip()):
        return "", ""
    base = language.partition("-")[0]
    first, second = QUOTATION.get(base, QUOTATION["en"])
    opening, closing = tuple(second if any(mark in text for mark in (*first, '"')) else first)
    # French sets off its own marks, with a space at which no line ends.
    return (f"{opening}\u202f", f"\u202f{closing}") if base == "fr" and opening == "\u00ab" else (opening, closing)


def listed(names: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Return names as a sentence lists them: "A", "A and B", "A, B and C"."""
    *most, end = names
    return f"{', '.join(most)} {last} {end}" if most else end


def capital(words: str) -> str:
    """Return words with a capital letter in front, the others as they stand (`str.capitalize` lowers them)."""
    return words[:1].upper() + words[1:]


def possessive(name: str) -> str:
    """Return a name in the genitive: "Ann’s", "Marius’s"."""
    return f"{name}\u2019s"
