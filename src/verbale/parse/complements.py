"""What a joint verb governs: a clause, verb phrases, an enumeration or a noun phrase; it looks for no verb of its own."""

from __future__ import annotations

from verbale.parse.actors import Actors
from verbale.parse.asides import skip_when
from verbale.parse.dividing import divide, trimmed
from verbale.parse.references import reference
from verbale.parse.tokens import Token
from verbale.span import Span


def complement(tokens: list[Token], start: int, end: int, actors: Actors, text: str) -> list[Span]:
    """Return the points in what a joint verb at the tokens before `start` governs, up to token `end`."""
    language = actors.language
    words = language.words
    while end > start and (
        tokens[end - 1].text in {",", ";"}
        or tokens[end - 1].low in words.complement_ends
        or (tokens[end - 1].low in language.point_adverbs and tokens[end - 1].low != "together")
    ):
        end -= 1
    k = start
    while k < end and (tokens[k].low in words.complement_adverbs and tokens[k - 1].low not in language.promising):
        k += 1
    if k >= end:
        return []
    day = skip_when(tokens, k, language)
    if k < day < end and tokens[day].low in words.complement_openers:
        k = day
    if (
        tokens[k].low in words.before_aside
        and (comma := next((n for n in range(k, min(end, k + 14)) if tokens[n].text == ","), 0))
        and comma + 1 < end
        and tokens[comma + 1].low in {"that", "to"}
    ):
        k = comma + 1
    before = tokens[k - 1].low if k else ""
    if enumerated := enumeration(tokens, k, end):
        return [
            part
            for a, b in enumerated
            for part in (
                clauses(tokens, a, b, actors, text)
                if tokens[a - 1].low == "that"
                else divide(tokens, a, b, actors, text)
            )
        ]
    if tokens[k].text == "," and k + 1 < end:
        aside = next(
            (
                n
                for n in range(k + 1, min(end - 1, k + 12))
                if tokens[n].text == "," and tokens[n + 1].low in {"to", "that"}
            ),
            None,
        )
        k = aside + 1 if aside else k + 1
    if tokens[k].low == "to" and k + 1 < end and tokens[k + 1].low not in words.noun_behind_to:
        return divide(tokens, k + 1, end, actors, text)
    if before in language.promising:
        return divide(tokens, k, end, actors, text)
    if tokens[k].low == "that":
        return clauses(tokens, k + 1, end, actors, text)
    if tokens[k].text == ":" and k + 1 < end:
        k += 1
    if tokens[k - 1].text == "," or tokens[k - 1].text == ":":
        return clauses(tokens, k, end, actors, text)
    if tokens[k].low in language.complement_prepositions and k + 1 < end:
        k += 1
        if tokens[k].low.endswith("ing"):
            return divide(tokens, k, end, actors, text)
        return nominal(tokens, k, end, text)
    return nominal(tokens, k, end, text)


def enumeration(tokens: list[Token], start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of "(a) …; (b) …" between two tokens, without their markers and joining words; none where no such list stands."""
    marks = [
        k
        for k in range(start, end - 2)
        if tokens[k].text == "("
        and tokens[k + 2].text == ")"
        and (len(tokens[k + 1].text) == 1 or tokens[k + 1].low in {"ii", "iii", "iv"})
    ]
    if len(marks) < 2:
        return []
    parts: list[tuple[int, int]] = []
    for n, mark in enumerate(marks):
        a, b = mark + 3, marks[n + 1] if n + 1 < len(marks) else end
        while a < b and tokens[a].low in {"to", "that"}:
            a += 1
        while b > a and (tokens[b - 1].text in {";", ","} or tokens[b - 1].low == "and"):
            b -= 1
        if b > a:
            parts.append((a, b))
    return parts


def nominal(tokens: list[Token], start: int, end: int, text: str) -> list[Span]:
    """Return a noun phrase as one point, a clause that trails behind it with a comma left in."""
    return [trimmed(tokens, start, end, text)]


def clauses(tokens: list[Token], start: int, end: int, actors: Actors, text: str) -> list[Span]:
    """Return the points of "that A and that B": each clause, and within one whose subject is the sides, its verb phrases."""
    cuts = [start]
    cuts += [
        k + 1
        for k in range(start + 1, end - 1)
        if tokens[k].low == "that"
        and (
            tokens[k - 1].low in {"and", ","}
            or (tokens[k - 1].low in {"also", "further"} and tokens[k - 2].low == "and")
        )
    ]
    spans: list[Span] = []
    for n, cut in enumerate(cuts):
        last = cuts[n + 1] - 1 if n + 1 < len(cuts) else end
        while last > cut and (
            tokens[last - 1].text in {",", ";"} or tokens[last - 1].low in actors.language.words.clause_ends
        ):
            last -= 1
        if last > cut:
            spans.extend(clause_points(tokens, cut, last, actors, text))
    return spans


def clause_points(tokens: list[Token], start: int, end: int, actors: Actors, text: str) -> list[Span]:
    """Return the points of one clause; a repeated joint subject with its auxiliary is left out of them."""
    language = actors.language
    subject = reference(tokens[:end], start, actors)
    general = subject and (
        tokens[start].low == "all"
        or (
            subject.word in language.words.countries
            and tokens[start + 1].low not in language.words.few_counted
            and tokens[start].low != "both"
        )
    )
    if (
        subject
        and not general
        and subject.kind == "joint"
        and subject.last < end
        and subject.how in {"sides", "pronoun", "title"}
    ):
        k = subject.last
        modal = False
        while k < end and (tokens[k].low in language.promising or (tokens[k].low == "to" and modal)):
            modal = True
            k += 1
        if k < end and (modal or tokens[k].low not in language.auxiliaries):
            return divide(tokens, k, end, actors, text)
    return [trimmed(tokens, start, end, text)]
