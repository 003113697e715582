"""Labels of turns in a transcript ("President of Kestria Arman Sadyk (retranslated):"); who they name is decided elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from verbale.language import Language
from verbale.parse.layout import MARKER
from verbale.span import Span

LABEL: Final = re.compile(
    r"(?P<name>[^\W\d_][^:;?!“”\"\n()\[\]]{0,110}?)\s*(?:[(\[](?P<note>[^()\[\]\n]{1,60})[)\]]\s*)?:(?=\s|$|[“\"A-Z])"
)
QUESTION: Final = re.compile(
    r"(?P<name>Q(?:UESTION)?|A(?:NSWER)?)(?:(?:(?<=Q)\d{0,2}\s*[:.]|\s*:)\s*|[ \t\u00a0]{1,4})(?=[A-Z“\"(])"
)
BRACKETED: Final = re.compile(r"[(\[]\s?(?P<name>[A-Z][\w ]{0,30}?)\s*:\s*(?=[A-Z“\"])")
"""A label that stands in the bracket around a question ("(Reporter: Was it cold?)")."""
ATTRIBUTED: Final = re.compile(
    r"(?:(?:quotes?|comments?|remarks|the following (?:quotes?|comments?|statement)?)\s+)(?:(?:is|are|can be|may be)\s+)?attribut(?:able|ed) to\s+(?P<name>[A-Z][^:\n]{2,90}?)\s*:(?=\s*$)",
    re.IGNORECASE,
)
"""A line that names whose words follow ("Quotes attributable to Minister Ana Brel:")."""
MAX_WORDS: Final = 14
MAX_PLACES: Final = 1000
"""Places at which a label's name is looked for: many names with one first word must not each go through all of them."""
WORD: Final = re.compile(r"\w+")
BEFORE_SURNAME: Final = re.compile(r"[A-Z]\w+ $")


def candidate(text: str, paragraph: Span, language: Language) -> tuple[Span, str] | None:
    """Return the place of what could be a turn's label at the start of a paragraph, colon included, and its name."""
    marker = MARKER.match(text, paragraph.start)
    start = marker.end() if marker else paragraph.start
    question = QUESTION.match(text, start, paragraph.end)
    if question:
        return Span(start, question.end()).trim(text), question["name"]
    bracketed = BRACKETED.match(text, start, paragraph.end)
    if bracketed and bracketed["name"].lower() in language.press:
        return Span(start, bracketed.end()).trim(text), bracketed["name"]
    if text.find(":", start, min(paragraph.end, start + 180)) < 0:
        return None
    attributed = ATTRIBUTED.match(text, start, paragraph.end)
    if attributed:
        return Span(start, attributed.end()), attributed["name"].strip()
    found = LABEL.match(text, start, min(paragraph.end, start + 180))
    if not found:
        return None
    parts = found["name"].replace(",", " ").split()
    if len(parts) > MAX_WORDS or not all(
        w[0].isupper() or w.lower() in language.small_words or w[0] in "‘'’" for w in parts
    ):
        return None
    return Span(start, found.end()), found["name"].strip()


def strong(name: str, language: Language) -> bool:
    """Say whether a label names a speaker by itself: with a title, an honorific, or a word for the press."""
    parts = [w.strip(".,").lower() for w in name.split()]
    if not parts:
        return False
    if parts[0] in language.press:
        return len(parts) == 1 or (len(parts) <= 3 and parts[0] in language.words.press_labels)
    titled = any(
        tuple(parts[k : k + len(title)]) == title
        for k, w in enumerate(parts)
        for title, _ in language.titles.get(w, ())
    )
    honoured = parts[0] in language.honorifics and len(parts[0]) > 1
    return (titled or honoured) and len(parts) > 1 and not set(parts) & language.headline_words


def of_the_press(name: str, language: Language) -> bool:
    """Say whether a label names who asks for a newspaper, broadcaster or agency ("Harbour Daily, Brandt", "AFP"), and no person with an office."""
    parts = [w.strip(".,") for w in name.split()]
    if any(w.lower() in language.titles or w.lower() in language.honorifics for w in parts):
        return False
    return any(w.lower() in language.media_words for w in parts) or (
        len(parts) == 1 and 1 < len(name) < 6 and name.isupper() and name.isalpha()
    )


def first_word(name: str) -> str:
    """Return the first word of a label's name."""
    found = WORD.search(name)
    return found.group() if found else name


def places_of_words(text: str, words: set[str]) -> dict[str, list[int]]:
    """Return where some words stand in a text."""
    places: dict[str, list[int]] = {word: [] for word in words}
    for m in WORD.finditer(text):
        if m.group() in places:
            places[m.group()].append(m.start())
    return places


def places_of(name: str, text: str, places: Mapping[str, list[int]]) -> Iterator[int]:
    """Return where a name stands in a text, one place after the other, looked for where its first word stands first."""
    return (place for place in places[first_word(name)][:MAX_PLACES] if text.startswith(name, place))


def is_surname(name: str, text: str, place: int) -> bool:
    """Say whether the word at a place follows a capitalised one and is no label."""
    end = place + len(name)
    return (
        text[end : end + 1] != ":"
        and not text[end : end + 1].isalnum()
        and bool(BEFORE_SURNAME.search(text, max(0, place - 80), place))
    )


def quotes_somebody(line: str) -> bool:
    """Say whether a line with a label, the first of its own in a document, is a headline that gives somebody's words ("Minister Brel: We want the pier mended")."""
    return line[-1] not in ".!?…:" and len(line.split()) < HEADLINE


HEADLINE: Final = 20
"""Words that a headline has fewer than."""


def find_labels(text: str, found: list[Span], language: Language, taken: frozenset[int]) -> dict[int, tuple[Span, str]]:
    """Return the labels of a document by the index of their paragraph, the `taken` ones left out; none where it is no transcript."""
    possible = {
        n: label
        for n, paragraph in enumerate(found)
        if n not in taken and (label := candidate(text, paragraph, language))
    }
    sure = {n for n, (_, name) in possible.items() if strong(name, language)}
    if not sure and not possible:
        return {}
    names = Counter(name for _, name in possible.values())
    told = set(" ".join(possible[n][1] for n in sure).split())
    accepted: dict[int, tuple[Span, str]] = {}
    starts = {span.start for span, _ in possible.values()}
    places = places_of_words(text, {first_word(name) for name in names})
    met = {
        name
        for name in names
        if len(name.split()) > 1
        and any(m not in starts and text[max(0, m - 4) : m].lower() != "the " for m in places_of(name, text, places))
    }
    if len(met) > 1 or sure:
        met |= {
            name
            for name in names
            if len(name.split()) == 1 and any(is_surname(name, text, m) for m in places_of(name, text, places))
        }
    for n, (span, name) in possible.items():
        if n in sure:
            if name.lower() in {"q", "a"} and span.of(text)[-1] not in {":", "."} and len(sure) < 3:
                continue
            accepted[n] = (span, name)
            continue
        parts = name.split()
        known = all(part in told or part.upper() in told or part.lower() in language.small_words for part in parts)
        repeated = len(parts) > 1 and (
            names[name] > 1 or (len(sure) > 1 and len(parts) < 4 and all(w[0].isupper() for w in parts))
        )
        if known or repeated or (name in met and (len(met) > 1 or sure or names[name] > 1)):
            accepted[n] = (span, name)
    if accepted:
        accepted |= {
            n: label for n, label in possible.items() if n not in accepted and of_the_press(label[1], language)
        }
    if len(accepted) == 1:
        (only,) = accepted
        if only < 2 and not text[: found[only].start].strip():
            return {}
        if all(n in taken for n in range(only)) and quotes_somebody(found[only].of(text)):
            return {}
    if len(accepted) > 1:
        accepted |= {
            n: label
            for n, label in possible.items()
            if n not in accepted and 1 < len(label[1].split()) < 4 and all(w[0].isupper() for w in label[1].split())
        }
    return accepted
