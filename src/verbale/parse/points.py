"""Agreed points: the undertakings and positions that a joint sentence states, each as a span; it attributes nothing.

A joint verb governs one of: "to" with verb phrases, "that" with clauses, a comma with a clause, a modal with verb
phrases, or a noun phrase. Coordinated verb phrases and clauses are points of their own; nouns in a list and what stands
in a subordinate clause are not divided (docs/format.md, "Agreed points").
"""

from __future__ import annotations

from typing import NamedTuple

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.clauses import Clause
from verbale.parse.complements import complement
from verbale.parse.dividing import divide, trimmed
from verbale.parse.governors import act_of, find_governors
from verbale.parse.predicates import tails
from verbale.parse.tokens import Token, index_from
from verbale.span import Span


class Point(NamedTuple):
    """An agreed point: its place, its act, and the source's own verb (`None` where there is none, "will …")."""

    span: Span
    act: str
    verb: str | None


def find_points(
    text: str,
    sentence: list[Token],
    clause: Clause | None,
    actors: Actors,
    *,
    act: str | None = None,
    verb: str | None = None,
) -> list[Point]:
    """Return the agreed points of a joint sentence in order.

    `clause` is the sides' subject and verb; with `act` the sentence is an item that a lead-in governs, or goes on
    without a verb of its own, and is one undertaking or several by itself.
    """
    language = actors.language
    tokens = list(sentence)
    while tokens and tokens[-1].text in {".", ";", ":", ",", "!"}:
        tokens.pop()
    if tokens and tokens[-1].low == "and":
        tokens.pop()
    while tokens and tokens[-1].text in {";", ","}:
        tokens.pop()
    if not tokens:
        return []
    if clause is None:
        start = 1 if tokens[0].low == "to" else 0
        return [Point(part, act or "stated", verb) for part in divide(tokens, start, len(tokens), actors, text)]
    if clause.place == "passive":
        first = index_from(tokens, clause.start, len(tokens))
        return (
            [
                Point(
                    trimmed(tokens, 0, first, text),
                    act_of(clause.predicate.lemma, tokens, first, language)[0],
                    tokens[clause.predicate.first].text,
                )
            ]
            if first
            else []
        )
    if clause.place == "after":
        return content_point(tokens, clause, language, actors, text)
    if clause.subject.word == "neither" or tokens[0].low == "neither":
        return [Point(trimmed(tokens, 0, len(tokens), text), act or "stated", None)]
    drop_source_tag(tokens, language)
    governors = find_governors(tokens, clause, language)
    points: list[Point] = []
    for n, governor in enumerate(governors):
        end = governors[n + 1].first if n + 1 < len(governors) else len(tokens)
        points.extend(
            Point(part, act or governor.act, governor.verb or verb)
            for part in complement(tokens, governor.last, end, actors, text)
        )
    return points


def drop_source_tag(tokens: list[Token], language: Language) -> None:
    """Take off the end of a sentence's tokens what names its source (", the press service said")."""
    comma = next((k for k in range(len(tokens) - 1, max(len(tokens) - 10, 0), -1) if tokens[k].text == ","), None)
    if comma is None or comma + 2 >= len(tokens):
        return
    inverted = tokens[comma + 1].low in language.words.announcing and tokens[comma + 2].low in language.words.articles
    if inverted:
        del tokens[comma:]
    if inverted or tokens[comma + 1].low not in language.source_openers:
        return
    told = any(
        f.tense == "past" and "say" in f.classes for t in tokens[comma + 2 :] for f in language.verbs.get(t.low, ())
    )
    if (told and tokens[comma + 1].low != "as") or tokens[comma + 1].low == "according":
        del tokens[comma:]


def content_point(tokens: list[Token], clause: Clause, language: Language, actors: Actors, text: str) -> list[Point]:
    """Return the point in front of a joint cue (", the two sides agreed"), and those of a relative clause behind it ("…, who agreed to")."""
    first = index_from(tokens, clause.start, len(tokens))
    act, _ = act_of(clause.predicate.lemma, tokens, first, language)
    found = (
        [
            Point(
                trimmed(tokens, 0, first, text),
                act,
                clause.predicate.lemma
                if clause.predicate.first >= len(tokens)
                else tokens[min(clause.predicate.last, len(tokens)) - 1].text,
            )
        ]
        if first > 1
        else []
    )
    for k in range(first, len(tokens) - 2):
        form = next(
            (
                f
                for f in language.verbs.get(tokens[k + 1].low, ())
                if f.tense == "past" and f.lemma in language.acts and tails(tokens, k + 1, f.tail)
            ),
            None,
        )
        if tokens[k].low == "who" and form:
            last = k + 2 + len(form.tail)
            found.extend(
                Point(part, language.acts[form.lemma], tokens[k + 1].text)
                for part in complement(tokens, last, len(tokens), actors, text)
            )
    return found
