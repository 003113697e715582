"""Agreed points: the undertakings and positions that a joint sentence states, each as a span; it attributes nothing.

A joint verb governs one of: "to" with verb phrases, "that" with clauses, a comma with a clause, a modal with verb
phrases, or a noun phrase. Coordinated verb phrases and clauses are points of their own; nouns in a list and what stands
in a subordinate clause are not divided (docs/format.md, "Agreed points").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from verbale.language import Form, Language
from verbale.parse.actors import Actors
from verbale.parse.clauses import BE, HAVE, Clause, tails
from verbale.parse.references import reference
from verbale.parse.tokens import Token
from verbale.span import Span

NOT_VERB_AFTER: Final = frozenset({",", "and", "or", ".", ";", "of", ":", ")", "between", "among"})
TRAILING: Final = ",;:.–—- "


@dataclass(frozen=True, slots=True)
class Point:
    """An agreed point: its place, its act, and the source's own verb (`None` where there is none, "will …")."""

    span: Span
    act: str
    verb: str | None


@dataclass(frozen=True, slots=True)
class Governor:
    """A joint verb at tokens `first` to `last` (exclusive) with the act that it is."""

    first: int
    last: int
    act: str
    verb: str | None


def act_of(lemma: str, tokens: list[Token], last: int, language: Language) -> tuple[str, int]:
    """Return the act of a verb, and the token after it, the noun that decides the act included where it governs on."""
    if lemma in language.expressing:
        for k in range(last, min(len(tokens), last + 7)):
            noun = tokens[k].low
            if noun in language.act_nouns:
                act = language.act_nouns[noun]
                return act, (
                    k + 1
                    if act == "expressed concern"
                    or noun
                    in {
                        "hope",
                        "confidence",
                        "readiness",
                        "willingness",
                        "determination",
                        "view",
                        "views",
                        "belief",
                        "conviction",
                        "intention",
                        "desire",
                        "wish",
                        "support",
                        "satisfaction",
                        "appreciation",
                        "opinion",
                        "understanding",
                        "consensus",
                        "agreement",
                        "commitment",
                    }
                    else last
                )
            if tokens[k].text in {",", ";"} or noun in {"that", "to", "on"}:
                break
        return ("agreed" if lemma in {"share", "reach"} else "stated"), last
    if lemma.startswith("be "):
        return (
            "agreed"
            if lemma == "be unanimous"
            else "expressed concern"
            if lemma in {"be concerned", "be worried", "be alarmed"}
            else "stated"
        ), last
    return language.acts.get(lemma, "stated"), last


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
        first = next((k for k, t in enumerate(tokens) if t.start >= clause.start), len(tokens))
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
    inverted = tokens[comma + 1].low in {"said", "reported", "announced"} and tokens[comma + 2].low in {
        "a",
        "the",
        "an",
    }
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
    first = next((k for k, t in enumerate(tokens) if t.start >= clause.start), len(tokens))
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


def unopened(tokens: list[Token]) -> bool:
    """Say whether the quotation mark at the end of tokens closes a quotation that began before them."""
    marks = [t.text for t in tokens if t.text in {"“", "”", '"'}]
    return marks.count('"') % 2 == 1 if tokens[-1].text == '"' else marks.count("”") > marks.count("“")


def find_governors(tokens: list[Token], clause: Clause, language: Language) -> list[Governor]:
    """Return the joint verbs of a sentence in order: its main verb, a participle of commitment, and verbs joined to them."""
    first = next((k for k, t in enumerate(tokens) if t.start >= clause.start), 0)
    start = next((k for k, t in enumerate(tokens) if t.end >= clause.end), len(tokens) - 1) + 1
    predicate = clause.predicate
    found: list[Governor] = []
    if predicate.modal and predicate.lemma != "like":
        modal = next((k for k in range(first, start) if tokens[k].low == predicate.modal), start - 1)
        found.append(Governor(modal, modal + 1, "stated", None))
    elif predicate.classes & {"joint", "say", "act", "think"} and (
        predicate.classes & {"joint"} or not predicate.classes & {"narrate"}
    ):
        verb_at = next(
            (
                k
                for k in range(start - 1, first - 1, -1)
                if any(f.lemma == predicate.lemma for f in language.verbs.get(tokens[k].low, ()))
            ),
            start - 1,
        )
        act, last = act_of(predicate.lemma, tokens, start, language)
        found.append(
            Governor(verb_at, last, act, text_of(tokens, verb_at, last if act == "expressed concern" else start))
        )
    elif predicate.classes == {"be"} or not predicate.classes:
        found.append(Governor(start - 1, start - 1 if not predicate.classes else start, "stated", None))
    k = start
    depth = 0
    while k < len(tokens):
        depth += (tokens[k].text == "(") - (tokens[k].text == ")")
        if depth <= 0 and tokens[k].low in language.verbs and (governor := joined_verb(tokens, k, language, found)):
            found.append(governor)
            k = governor.last
            continue
        k += 1
    return found


def joined_verb(tokens: list[Token], k: int, language: Language, before: list[Governor]) -> Governor | None:
    """Return the joint verb at token `k` that is joined to the one before: ", and stressed", ", officially deciding"."""
    low = tokens[k].low
    form = next(
        (
            f
            for f in language.verbs.get(low, ())
            if (f.tense in {"past", "ing"} or (f.tense == "present" and k and tokens[k - 1].low == "which"))
            and f.classes & {"joint"}
            and tails(tokens, k, f.tail)
        ),
        None,
    )
    if not form or k == 0:
        return None
    back = k - 1
    while back > 0 and (
        tokens[back].low in language.point_adverbs
        or (tokens[back].low in language.between and tokens[back].low not in {"all", "both"})
        or tokens[back].low.endswith("ly")
    ):
        back -= 1
    if form.tense == "ing":
        follows = (tokens[back].text == "," and not before) or (
            tokens[back].low == "and" and before and (before[-1].verb or "").endswith("ing")
        )
        if not follows or form.lemma not in language.acts:
            return None
    elif tokens[back].low == "which" and not before and form.lemma in language.acts:
        pass
    elif (
        tokens[back].low not in {"and", ",", "but"}
        or (
            form.lemma not in language.acts
            and form.lemma not in language.expressing
            and form.lemma not in {"note", "hope", "believe"}
        )
        or not governs(tokens, k, form)
    ):
        subject = back >= 2 and tokens[back].low in {
            "two",
            "sides",
            "leaders",
            "they",
            "both",
            "ministers",
            "parties",
            "presidents",
        }
        if not subject or form.lemma not in language.acts or before:
            return None
    last = k + 1 + len(form.tail)
    act, last = act_of(form.lemma, tokens, last, language)
    return Governor(
        k if tokens[back].text == "," or tokens[back].low == "and" else back,
        last,
        act,
        text_of(tokens, k, last if act == "expressed concern" else k + 1 + len(form.tail)),
    )


def governs(tokens: list[Token], k: int, form: Form) -> bool:
    """Say whether a past form behind "and" is a verb with a complement and no participle ("stressed the need", "signed in 2001")."""
    following = tokens[k + 1 + len(form.tail)].low if k + 1 + len(form.tail) < len(tokens) else ""
    return (bool(following) and following not in {"by", "in", ",", "."}) or form.lemma == "agree"


def text_of(tokens: list[Token], first: int, last: int) -> str:
    """Return the words of tokens, single-spaced."""
    return " ".join(t.text for t in tokens[first:last])


def complement(tokens: list[Token], start: int, end: int, actors: Actors, text: str) -> list[Span]:
    """Return the points in what a joint verb at the tokens before `start` governs, up to token `end`."""
    language = actors.language
    while end > start and (
        tokens[end - 1].text in {",", ";"}
        or tokens[end - 1].low in {"and", "but", "also", "further", "jointly"}
        or (tokens[end - 1].low in language.point_adverbs and tokens[end - 1].low != "together")
    ):
        end -= 1
    k = start
    while k < end and (
        tokens[k].low in {"also", "further", "again", "jointly", "both"} and tokens[k - 1].low not in language.promising
    ):
        k += 1
    if k >= end:
        return []
    if (
        tokens[k].low in {"in", "for", "at", "during", "with", "over", "as"}
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
    if tokens[k].low == "to" and k + 1 < end and tokens[k + 1].low not in {"the", "a", "their"}:
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
            tokens[last - 1].text in {",", ";"} or tokens[last - 1].low in {"and", "also", "further", "that"}
        ):
            last -= 1
        spans.extend(clause_points(tokens, cut, last, actors, text))
    return spans


def clause_points(tokens: list[Token], start: int, end: int, actors: Actors, text: str) -> list[Span]:
    """Return the points of one clause; a repeated joint subject with its auxiliary is left out of them."""
    language = actors.language
    subject = reference(tokens[:end], start, actors)
    general = subject and (
        tokens[start].low == "all"
        or (
            subject.word in {"countries", "nations", "states", "governments", "members"}
            and tokens[start + 1].low not in {"two", "three", "both"}
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
        if k < end and (modal or tokens[k].low not in BE | HAVE):
            return divide(tokens, k, end, actors, text)
    return [trimmed(tokens, start, end, text)]


def divide(tokens: list[Token], start: int, end: int, actors: Actors, text: str) -> list[Span]:
    """Return the verb phrases that are coordinated between two tokens."""
    language = actors.language
    cuts: list[tuple[int, int]] = []
    begin = start
    gerunds = tokens[start].low.endswith("ing") or any(
        tokens[k].low.endswith("ing") and tokens[k - 1].low in {"continue", "start", "begin", "keep", "resume"}
        for k in range(start + 1, min(end, start + 4))
    )
    subordinate = nested = False
    parallel = any(
        tokens[n].text == ","
        and tokens[n + 1].low == "and"
        and tokens[n + 2].low in language.undertakings
        and tokens[n + 2].low not in language.verb_or_noun
        for n in range(start, end - 2)
    )
    k = start + 1
    while k < end:
        low = tokens[k].low
        if (
            (low in language.subordinators and tokens[k - 1].text == ",")
            or low in {"which", "who", "whose", "where", "whether"}
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
                k = following
                continue
            k = max(k + 1, following if following > k + 1 and strong else k + 1)
            continue
        k += 1
    cuts.append((begin, end))
    return [trimmed(tokens, a, b, text) for a, b in cuts if b > a]


def has_object(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Say whether the verb phrase begun at a token has more than its adverbs and its verb."""
    return (
        sum(tokens[k].low not in language.point_adverbs and not tokens[k].low.endswith("ly") for k in range(start, end))
        > 1
    )


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
        return low not in {
            "including",
            "concerning",
            "regarding",
            "following",
            "according",
            "ranging",
            "excluding",
            "being",
            "having",
            "depending",
        }
    if low not in language.undertakings or following is None or not tokens[word].text.islower():
        return False
    if following.low == "and" and word + 2 < end:
        return (
            tokens[word + 2].low in language.undertakings and word + 3 < end and tokens[word + 3].text not in {",", "."}
        )
    if following.low in NOT_VERB_AFTER:
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
