"""Further verbs of a sentence's subject, and clauses of other speakers behind it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from verbale.language import POSITIONS, Language, load
from verbale.parse.actors import Actors
from verbale.parse.clauses import Clause
from verbale.parse.cuesbehind import BEFORE_CUE, clause_behind
from verbale.parse.predicates import Predicate, tails
from verbale.parse.tokens import Token, places

JOINING_MARKS: Final = frozenset({",", ";"})


@lru_cache(maxsize=4)
def joint_words(code: str) -> frozenset[str]:
    """Return the words and marks of a language at which a clause of a sentence may end or begin."""
    language = load(code)
    return BEFORE_CUE | JOINING_MARKS | language.words.joining_clauses | language.speaking_participles


def joints_of(words: list[str], language: Language) -> list[int]:
    """Return where a clause may end or begin in a sentence of these words in lower case."""
    return places(words, joint_words(language.code))


def second_clauses(
    tokens: list[Token],
    words: list[str],
    joints: list[int],
    front: Clause | None,
    actors: Actors,
    heard: dict[int, Clause | None],
) -> tuple[Clause, ...]:
    """Return further verbs of the front's subject and clauses of other speakers behind it.

    `words` are the tokens in lower case, `joints` those at which a clause may end or begin, `heard` the clauses asked for
    before.
    """
    if not front:
        return ()
    found: list[Clause] = []
    language = actors.language
    for k in joints:
        if k < front.predicate.last:
            continue
        if words[k] in language.speaking_participles:
            follows_on = tokens[k - 1].text == "," or tokens[k - 1].low.endswith("ly")
            if follows_on and (clause := same_subject(tokens, k, front, language, ing=True)):
                found.append(clause)
            continue
        if words[k] not in JOINING_MARKS and words[k] not in language.words.joining_clauses:
            continue
        step = k + 1
        while step < len(words) and (words[step] in language.words.behind_joint or words[step].endswith("ly")):
            step += 1
        if step >= len(tokens):
            break
        clause = same_subject(tokens, step, front, language) or clause_behind(tokens, step, actors, heard)
        if clause and clause.predicate.classes & POSITIONS and not (found and found[-1].start == clause.start):
            found.append(clause)
    return tuple(found)


def same_subject(tokens: list[Token], k: int, front: Clause, language: Language, *, ing: bool = False) -> Clause | None:
    """Return the clause of a verb at token `k` that shares the front's subject ("met … and thanked")."""
    forms = language.verbs.get(tokens[k].low)
    if not forms:
        return None
    wanted = {"ing"} if ing else {"past", "present"} if tokens[k - 1].low == "which" else {"past"}
    form = next((f for f in forms if f.tense in wanted and f.classes & POSITIONS and tails(tokens, k, f.tail)), None)
    if not form:
        return None
    last = k + 1 + len(form.tail)
    return Clause(
        front.subject,
        Predicate(form.lemma, form.classes, "past", k, last),
        "behind",
        tokens[k].start,
        tokens[last - 1].end,
    )
