"""Coordinated verb phrases as spans of their own; nouns in a list and what stands in a subordinate clause are not divided."""

from __future__ import annotations

from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.tokens import Token
from verbale.span import Span

TRAILING: Final = ",;:.–—- "


def unopened(tokens: list[Token]) -> bool:
    """Say whether the quotation mark at the end of tokens closes a quotation that began before them."""
    marks = [t.text for t in tokens if t.text in {"“", "”", '"'}]
    return marks.count('"') % 2 == 1 if tokens[-1].text == '"' else marks.count("”") > marks.count("“")


def divide(tokens: list[Token], start: int, end: int, actors: Actors, text: str) -> list[Span]:
    """Return the verb phrases that are coordinated between two tokens."""
    language = actors.language
    words = language.words
    cuts: list[tuple[int, int]] = []
    begin = start
    gerunds = tokens[start].low.endswith("ing") or any(
        tokens[k].low.endswith("ing") and tokens[k - 1].low in words.before_gerund
        for k in range(start + 1, min(end, start + 4))
    )
    subordinate = nested = False
    parallel = any(
        tokens[n - 1].text == ","
        and tokens[n + 1].low in language.undertakings
        and tokens[n + 1].low not in language.verb_or_noun
        for n in [n for n in range(start + 1, end - 1) if tokens[n].low == "and"]
    )
    behind = start + 1
    dividing, subordinators = words.dividing, language.subordinators
    stops = [
        n
        for n in range(behind, end)
        if tokens[n].low in dividing or tokens[n].low in subordinators or tokens[n].text in {",", ";"}
    ]
    for k in stops:
        if k < behind:
            continue
        low = tokens[k].low
        if (
            (low in subordinators and tokens[k - 1].text == ",")
            or low in words.relatives
            or (low == "so" and k + 1 < end and tokens[k + 1].low in {"as", "that"})
            or (low == "in" and k + 1 < end and tokens[k + 1].low == "order")
        ):
            subordinate = True
        elif (
            low == "to"
            and k + 1 < end
            and tokens[k - 1].low not in {"and", ","}
            and not actors.gazetteer.name(tokens, k + 1)
            and tokens[k + 1].low not in language.object_openers
        ):
            nested = True
        if (
            tokens[k].text in {",", ";"}
            or low == "and"
            or (
                low == "as"
                and tokens[k + 1 : k + 3]
                and tuple(t.low for t in tokens[k : k + 3]) == ("as", "well", "as")
            )
        ):
            following, strong = skip_joint(tokens, k, end)
            if (
                following < end
                and has_object(tokens, begin, k, language)
                and opens_point(
                    tokens,
                    following,
                    end,
                    language,
                    Joint(
                        gerunds=gerunds,
                        bare=low == "and" and tokens[k - 1].text != ",",
                        nested=nested,
                        subordinate=subordinate,
                        strong=strong,
                        parallel=parallel,
                    ),
                )
            ):
                cuts.append((begin, k))
                begin = following
                subordinate = nested = False
                gerunds = gerunds or tokens[following].low.endswith("ing")
                behind = following
            elif strong:
                behind = following
    cuts.append((begin, end))
    return [trimmed(tokens, a, b, text) for a, b in cuts if b > a]


def has_object(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Say whether the verb phrase begun at a token has more than its adverbs and its verb."""
    found = 0
    for k in range(start, end):
        low = tokens[k].low
        if low not in language.point_adverbs and not low.endswith("ly"):
            found += 1
            if found > 1:
                return True
    return False


def skip_joint(tokens: list[Token], k: int, end: int) -> tuple[int, bool]:
    """Return the index after a comma or "and" at token `k` and what joins besides ("and to", "as well as"), and whether "to" stood there."""
    strong = tokens[k].text == ";"
    step = k + 1
    if tokens[k].low == "as":
        step = k + 3
    elif step < end and tokens[step].low == "and":
        step += 1
    elif tuple(t.low for t in tokens[step : step + 3]) == ("as", "well", "as"):
        step += 3
    if step < end and tokens[step].low == "also":
        step += 1
    if step < end and tokens[step].low == "to":
        return step + 1, True
    return step, strong


class Joint(NamedTuple):
    """What stands before a coordinated verb phrase.

    `gerunds` says that the phrases are of the form "deepening …", `bare` that "and" joins them without a comma,
    `nested` and `subordinate` that an infinitive or clause inside the phrase before is open, `strong` that "to", a
    semicolon or the like joins them, `parallel` that the last of them has a comma before its "and".
    """

    gerunds: bool
    bare: bool
    nested: bool
    subordinate: bool
    strong: bool
    parallel: bool


def opens_point(tokens: list[Token], k: int, end: int, language: Language, joint: Joint) -> bool:
    """Say whether a coordinated verb phrase of its own begins at token `k`."""
    word = k
    while word < end - 1 and (tokens[word].low in language.point_adverbs or tokens[word].low.endswith("ly")):
        word += 1
    low = tokens[word].low
    if joint.strong:
        return (
            word > k
            or low in language.undertakings
            or any(f.tense == "base" for f in language.verbs.get(low, ()))
            or tokens[k - 1].low == "to"
        )
    if joint.subordinate or (joint.bare and joint.nested):
        return False
    following = tokens[word + 1] if word + 1 < end else None
    if (
        joint.gerunds
        and low.endswith("ing")
        and following
        and following.text not in {",", "and", "."}
        and following.low != "of"
    ):
        return low not in language.words.stopping_gerunds
    if low not in language.undertakings or following is None or not tokens[word].text.islower():
        return False
    if following.low == "and" and word + 2 < end:
        return (
            tokens[word + 2].low in language.undertakings and word + 3 < end and tokens[word + 3].text not in {",", "."}
        )
    if following.low in language.words.not_verb_before or following.text in {",", ".", ";", ":", ")"}:
        return False
    if low in language.verb_or_noun:
        return (
            joint.parallel
            or following.low in language.object_openers
            or following.low.endswith("ly")
            or word > k
            or following.text[0].isdigit()
        )
    return True


def trimmed(tokens: list[Token], start: int, end: int, text: str) -> Span:
    """Return the span of tokens without joining words and marks at its end."""
    while end > start + 1 and (
        tokens[end - 1].text in TRAILING
        or (tokens[end - 1].text in {"”", '"'} and unopened(tokens[start:end]))
        or (tokens[end - 1].low in {"and", "to"} and tokens[end - 1].text.islower())
    ):
        end -= 1
    return Span(tokens[start].start, tokens[end - 1].end).trim(text)
