"""Sentence boundaries: a paragraph's span to the spans of its sentences; it knows abbreviations, not speakers."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import Language
from verbale.span import Span

CLOSERS: Final = "\"'”’»)]"
STOP: Final = re.compile(
    r"[.!?…”\"](?:(?<=[.!?…])(?<![.!?…]{2})(?P<marks>[.!?…]*+[\"'”’»)\]]*+)(?=\s|$|[“«])"
    r"|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]{2,}[ ,]|(?:He|It|We|In|On|At) )|(?<=[0-9)][.!?])(?=[A-Z][a-z]+[ ,])"
    r"|(?<=[a-z]{2}[.!?][”\"])(?=[“A-Z]))"
)
"""A mark that may end a sentence: before white space, before an opening quotation mark, or where a space was lost.

Of a row of marks only the first is tried: what stands behind the row is the same for all of them.
"""
BEFORE_WORD: Final = re.compile(r"[\s(\[“”\"‘]")
NEXT_WORD: Final = re.compile(r"[\s]*([\"'“‘«(\[]*)([^\s\"'“”‘’«(\[]+)?")
INITIAL: Final = re.compile(r"(?:[A-Z]|[A-Z][a-z])(?:\.[A-Z])*$")
LIST_NUMBER: Final = re.compile(r"(?:^|[;:,(]\s*|\band\s+)(?:\d{1,2}|[a-z]|[ivx]{1,4})$")
LONGEST_NUMBER: Final = 4
"""Letters of the longest list number ("viii")."""
QUOTED_CUE: Final = re.compile(
    r"\s+(?:[A-Z][\w.’'-]*\s+){0,6}?(?:(?:he|she|they|the\s+[\w\s]{1,40}?)\s+)?(?:also\s+|then\s+)?(?P<verb>[a-z]+)\b"
)


def split(text: str, start: int, end: int, language: Language) -> list[Span]:
    """Return the sentences of `text` between two offsets, without the white space around them, in order."""
    spans: list[Span] = []
    begin = seen = start
    depth = 0
    for found in STOP.finditer(text, start, end):
        stop = found.end()
        if stop >= end:
            break
        mark = stop if found["marks"] is None else found.start()
        depth += text.count("(", seen, mark) - text.count(")", seen, mark)
        seen = mark
        if ends_sentence(text, begin, mark, stop, end, language, bracketed=depth > 0):
            spans.append(Span(begin, stop).trim(text))
            begin = seen = stop
            depth = 0
    spans.append(Span(begin, end).trim(text))
    return [span for span in spans if span.start < span.end]


def ends_sentence(
    text: str, begin: int, mark: int, stop: int, end: int, language: Language, *, bracketed: bool
) -> bool:
    """Say whether the marks from `mark` to `stop` end the sentence that begins at `begin`; `bracketed` they stand in a bracket."""
    following = NEXT_WORD.match(text, stop, end)
    opening, word = (following.group(1), following.group(2) or "") if following else ("", "")
    if not word or not (word[0].isupper() or word[0].isdigit() or opening or word[0] in "•–—-€$£"):
        return False
    marks = text[mark:stop]
    if bracketed and ")" not in marks:
        closing = text.find(")", stop, min(end, stop + 160))
        if closing >= 0 and text.find("(", stop, closing) < 0:
            return False
    closed = marks.rstrip(CLOSERS) != marks
    if closed and not opening and quoted_cue(text, stop, marks, language):
        return False
    if marks[:1] == "." and "!" not in marks and "?" not in marks:
        if marks.startswith("..") or (closed and word[0].islower()):
            return not word[0].islower()
        return not abbreviation(text, begin, mark, word, language, closed=closed)
    return word[0].isupper() or word[0].isdigit() or bool(opening)


def quoted_cue(text: str, stop: int, marks: str, language: Language) -> bool:
    """Say whether a question or exclamation that ends a quotation is followed by its cue ("“Why?” Brel asked")."""
    if marks[-1] not in "\"”’'" or marks[0] not in "!?":
        return False
    found = QUOTED_CUE.match(text, stop)
    return found is not None and any(
        "say" in form.classes and form.tense == "past" for form in language.verbs.get(found["verb"], ())
    )


def abbreviation(text: str, begin: int, mark: int, following: str, language: Language, *, closed: bool) -> bool:
    """Say whether the full stop at `mark` belongs to the word before it and ends nothing."""
    before = text[max(begin, mark - 40) : mark]
    word = BEFORE_WORD.split(before[before.rfind(" ") + 1 :])[-1]
    tail = word.rsplit("-", 1)[1] if "-" in word else ""
    if tail in language.never_end:
        return True
    if tail in language.may_end:
        word = tail
    bracketed = word and text[mark - len(word) - 1 : mark - len(word)] == "("
    bare = following.strip('.,;:!?”’")')
    plain = len(word) > LONGEST_NUMBER and word.isalpha()
    if (
        not plain
        and LIST_NUMBER.search(text, max(begin, mark - 8), mark)
        and (
            mark - begin <= 3
            or (not text[mark - 1].isalpha() and text[max(begin, mark - 8) : mark].strip()[0] in ";:,(")
        )
    ):
        return True
    if word in language.never_end:
        return not (word[0].islower() and bare in language.starters) and not (
            word == "No" and not following[0].isdigit()
        )
    if word in language.may_end:
        zone = re.match(r"\s*[A-Z]\w+ time\b", text[mark + 1 : mark + 40]) if word.lower() in {"a.m", "p.m"} else None
        aside = text[mark + 1 : mark + 3].lstrip()[:1] == "(" and bare not in language.starters
        opened = bool(zone) or aside or stays_open(word, bare, language, early=mark - begin < 25)
        return opened and not subject_behind(text, mark + 1, bare, language) and (not closed or bool(bracketed))
    if INITIAL.match(word) and (
        len(word) != 2 or preceded_by_initial(text, mark - len(word)) or re.fullmatch(r"[A-Z]\.", following)
    ):
        return not (bare in language.starters and len(bare) > 1) and not closed
    return False


def subject_behind(text: str, start: int, word: str, language: Language) -> bool:
    """Say whether the word behind an abbreviation is the subject of a verb of speaking ("at the U.N. Kestria reaffirmed"), and no office or body of a state."""
    found = SPEAKS.match(text, start)
    if not found or word.lower() in language.titles or word.lower() in language.body_words | language.institution_words:
        return False
    forms = language.verbs.get(found["verb"], ())
    return any(f.tense == "past" and f.classes & {"say", "act"} and not f.tail for f in forms)


SPEAKS: Final = re.compile(r"\s+[A-Z][a-z]{2,}\s+(?P<verb>[a-z]+ed|said|told|took|gave)\s")
"""A word that is capitalised, and a verb of the past behind it."""


def stays_open(word: str, following: str, language: Language, *, early: bool) -> bool:
    """Say whether an abbreviation that may end a sentence does not, by the word after it; `early` means near the sentence's start."""
    if following in language.starters or (word == "D.C" and following.lower() in language.titles):
        return False
    if word.lower() in {"a.m", "p.m"}:
        low = following.lower()
        return following in language.clock_words or low in language.weekdays or low in language.months
    if word.lower() in {"a.m", "p.m"} and following.lower() in language.titles and early:
        return True
    if word.lower() in language.months or word in language.day_abbreviations:
        return following[:1].isdigit()
    return word not in language.units


def preceded_by_initial(text: str, start: int) -> bool:
    """Say whether an initial stands right before `start` ("M. Yu. Belov")."""
    return bool(re.search(r"\b[A-Z]\.\s?$", text[max(0, start - 4) : start]))
