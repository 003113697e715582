"""The joint verbs of a sentence, each with its act; what they govern is divided elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final, NamedTuple

from verbale.language import Form, Language
from verbale.parse.clauses import Clause
from verbale.parse.predicates import tails
from verbale.parse.tokens import Token, end_of, index_from

PLAIN_WILL: Final = frozenset({"will", "shall"})


JOINTS: Final = PLAIN_WILL | {"(", ")"}
"""What besides verbs tells where the joint verbs of a sentence stand."""


class Governor(NamedTuple):
    """A joint verb at tokens `first` to `last` (exclusive) with the act that it is."""

    first: int
    last: int
    act: str
    verb: str | None


def act_of(lemma: str, tokens: list[Token], last: int, language: Language) -> tuple[str, int]:
    """Return the act of a verb, and the token after it, the noun that decides the act included where it governs on."""
    words = language.words
    if lemma in language.expressing:
        for k in range(last, min(len(tokens), last + 7)):
            noun = tokens[k].low
            if noun in language.act_nouns:
                act = language.act_nouns[noun]
                return act, (k + 1 if act == "expressed concern" or noun in words.content_nouns else last)
            if tokens[k].text in {",", ";"} or noun in words.complement_openers:
                break
        return ("agreed" if lemma in {"share", "reach"} else "stated"), last
    if lemma in words.noting and (felt := feeling(tokens, last, language)):
        return felt
    if lemma.startswith("be "):
        return (
            "agreed" if lemma == "be unanimous" else "expressed concern" if lemma in words.worried_phrases else "stated"
        ), last
    return language.acts.get(lemma, "stated"), last


def feeling(tokens: list[Token], last: int, language: Language) -> tuple[str, int] | None:
    """Return the act of the noun behind "noted with [deep]" that ends before token `last` or goes on there, and the token after it."""
    k = (
        last
        if tokens[last - 1].low == "with"
        else last + 1
        if last < len(tokens) and tokens[last].low == "with"
        else len(tokens)
    )
    for n in range(k, min(len(tokens), k + 3)):
        if act := language.act_nouns.get(tokens[n].low):
            return act, n + 1
    return None


def find_governors(tokens: list[Token], clause: Clause, language: Language) -> list[Governor]:
    """Return the joint verbs of a sentence in order: its main verb, a participle of commitment, and verbs joined to them."""
    first = index_from(tokens, clause.start, 0)
    start = min(bisect_left(tokens, clause.end, key=end_of), len(tokens) - 1) + 1
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
    behind = start
    depth = 0
    verbs = language.verbs
    for k in [n for n in range(start, len(tokens)) if tokens[n].low in verbs or tokens[n].low in JOINTS]:
        if k < behind:
            continue
        token = tokens[k]
        if token.low in verbs:
            if depth <= 0 and (governor := joined_verb(tokens, k, language, found)):
                found.append(governor)
                behind = max(governor.last, k + 1)
        elif token.low in PLAIN_WILL and depth <= 0 and joined_will(tokens, k, found, language):
            found.append(Governor(k, k + 1, "stated", None))
            behind = k + 1
        elif token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
    return found


def joined_will(tokens: list[Token], k: int, before: list[Governor], language: Language) -> bool:
    """Say whether a plain "will" at token `k` is joined to the joint verb before it, and in no clause of its own ("committed to the pact and will meet again")."""
    return (
        bool(before)
        and before[-1].verb is not None
        and tokens[k - 1].low == "and"
        and language.words.subordinate_openers.isdisjoint(t.low for t in tokens[before[-1].last : k])
    )


def joined_verb(tokens: list[Token], k: int, language: Language, before: list[Governor]) -> Governor | None:
    """Return the joint verb at token `k` that is joined to the one before: ", and stressed", ", officially deciding"."""
    low = tokens[k].low
    form = next(
        (
            f
            for f in language.verbs.get(low, ())
            if (f.tense in {"past", "ing"} or (f.tense == "present" and k and tokens[k - 1].low == "which"))
            and "joint" in f.classes
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
            and form.lemma not in language.words.noting_verbs
        )
        or not governs(tokens, k, form)
    ):
        subject = back >= 2 and tokens[back].low in language.words.joined_subjects
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
