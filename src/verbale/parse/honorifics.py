"""Honorifics before a name ("H.E. Mr."), and the gender that they and titles tell."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.tokens import Token, follows

MAX_HONORIFICS: Final = 12


def gender_of(parts: tuple[str, ...], language: Language) -> str | None:
    """Return the gender that titles and honorifics tell, `male` or `female`."""
    words = [part.lower() for part in parts]
    for word in (" ".join(words), *words):
        if word in language.female_words:
            return "female"
        if word in language.male_words:
            return "male"
    return None


def opens_honorific(token: Token, language: Language) -> bool:
    """Say whether an honorific can begin with a word."""
    return token.low in language.honorific_openers or token.text in {"H", "S"}


def skip_honorifics(tokens: list[Token], i: int, language: Language) -> tuple[int, tuple[str, ...]]:
    """Return the index after honorifics at token `i` ("H.E. Mr."), and the honorifics."""
    if i >= len(tokens) or not opens_honorific(tokens[i], language):
        return i, ()
    taken: list[str] = []
    while i < len(tokens) and len(taken) < MAX_HONORIFICS:
        low = tokens[i].low
        if low in {"h", "s"} and [t.low for t in tokens[i + 1 : i + 4]] == [".", "e", "."]:
            if low == "s" and not (i + 4 < len(tokens) and tokens[i + 4].low in language.honorifics):
                break
            taken.append("h.e")
            i += 4
            continue
        phrases = language.honorific_phrases.get((low, tokens[i + 1].low), ()) if i + 1 < len(tokens) else ()
        if phrase := next((p for p in phrases if follows(tokens, i, p)), None):
            taken.append(" ".join(phrase))
            i += len(phrase)
            if i < len(tokens) and tokens[i].text == "." and tokens[i].start == tokens[i - 1].end:
                i += 1
        elif low in language.honorifics and tokens[i].capital:
            if len(tokens[i].text) == 1 and not (i + 1 < len(tokens) and tokens[i + 1].capital):
                break
            if low in language.titles and i + 1 < len(tokens) and tokens[i + 1].low in {"of", "to"}:
                break
            taken.append(low)
            i += 1
            if i < len(tokens) and tokens[i].text in {".", "’", "'"} and tokens[i].start == tokens[i - 1].end:
                i += 1
        elif taken and low in language.words.honorific_grades and graded(tokens, i, taken, language):
            taken.append(low)
            i += 1
        elif taken and tokens[i].text == "(" and (closed := bracketed_honorific(tokens, i, language)):
            taken.append(tokens[i + 1].low)
            i = closed
        else:
            break
    return i, tuple(taken)


def graded(tokens: list[Token], i: int, taken: list[str], language: Language) -> bool:
    """Say whether the word for a grade at token `i` goes on with the honorifics `taken`, and is no name of its own ("Dato' Sri Ana Brel")."""
    words = language.words
    held = taken[-1] in words.graded_honorifics or taken[-1] in words.honorific_grades
    return held and i + 1 < len(tokens) and tokens[i].capital and tokens[i + 1].capital


def bracketed_honorific(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after an honorific, or a rank's "(ret.)", in brackets at token `i` ("Dr. (Smt.) Ana Brel", "Gen. (ret.) Ola Brandt")."""
    if i + 3 >= len(tokens) or not (tokens[i + 1].low in language.honorifics or tokens[i + 1].low in language.retired):
        return None
    end = i + 3 if tokens[i + 2].text == "." else i + 2
    return end + 1 if end + 1 < len(tokens) and tokens[end].text == ")" and tokens[end + 1].capital else None
