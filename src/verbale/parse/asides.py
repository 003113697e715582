"""What may stand between a subject and its verb: a day, an occasion, a set phrase; the verb itself is for `predicates`."""

from __future__ import annotations

from verbale.language import Language
from verbale.parse.tokens import Token, follows


def skip_when(tokens: list[Token], k: int, language: Language) -> int:
    """Return the index after a day between subject and verb ("on Tuesday", "on 3 May", "today (May 12)", "late Monday"), or `k`."""
    low = tokens[k].low
    step = k + 1 if low in language.words.before_day else k
    if step >= len(tokens):
        return k
    if tokens[step].capital and tokens[step].low in language.weekdays:
        return step + 1
    if low == "on" and step + 1 < len(tokens):
        pair = (tokens[step], tokens[step + 1])
        if any(t.low in language.months for t in pair) and any(t.text.isdigit() for t in pair):
            return step + 2
    return k


def skip_occasion(tokens: list[Token], k: int, language: Language) -> int:
    """Return the index after an occasion between subject and verb ("during the meeting", "in a statement"), or `k`."""
    for end in range(k + 1, min(len(tokens) - 1, k + 5)):
        low = tokens[end].low
        if low in language.meeting_nouns or low in language.words.spoken_occasions:
            verbs = language.verbs.get(tokens[end + 1].low, ())
            return end + 1 if any(f.tense == "past" and f.classes & {"say", "act", "joint"} for f in verbs) else k
        if tokens[end].capital or not low.isalpha():
            return k
    return k


def skip_aside(tokens: list[Token], k: int, language: Language) -> int:
    """Return the index after a set phrase between subject and verb ("first of all", "on this occasion"), or `k`."""
    phrases = language.words.asides.get(tokens[k].low, ())
    return next((k + len(phrase) for phrase in phrases if follows(tokens, k, phrase)), k)
