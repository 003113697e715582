"""The gender that the text itself reveals of its persons, by pronouns beside their names; a given name is no more than a hint."""

from __future__ import annotations

from collections import Counter
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.persons import Person, folded
from verbale.parse.reading import Sentence
from verbale.parse.tokens import Token, places

POSSESSIVES: Final = frozenset({"his", "her"})


def vote_genders(sentences: list[Sentence], actors: Actors) -> None:
    """Give persons the gender of the pronouns in sentences that mention nobody else, and of those that open the next one."""
    words = actors.language.words
    votes: dict[int, Counter[str]] = {}
    against_name: dict[int, Counter[str]] = {}
    before: Person | None = None
    named = {
        *words.gendered,
        *actors.by_word,
        *(word.lower() for p in actors.persons for word in p.name),
    }
    named |= {word.replace("ss", "ß") for word in actors.by_word if "ss" in word}
    for s in sentences:
        met: dict[int, Person] = {}
        heard: list[str] = []
        behind = 0
        for k in places(s.lows, named):
            if k < behind:
                continue
            people, end = actors.name_at(s.tokens, k)
            if len(people) == 1 and end > k:
                met[people[0].key] = people[0]
                behind = end
            elif (
                s.tokens[k].low in words.gendered
                and (met or k == 0)
                and not honours(s.tokens, k, actors)
                and not (s.tokens[k].low == "him" and s.tokens[k - 1].low in words.beside_whom and s.lows[0] in named)
            ):
                heard.append(words.gendered[s.tokens[k].low])
        first = words.gendered.get(s.tokens[0].low) if s.tokens else None
        if len(met) == 2 and (other := object_pronoun(s, list(met.values()), actors.language)):
            votes.setdefault(other[0].key, Counter())[other[1]] += 1
        whom = next(iter(met.values())) if len(met) == 1 and first is None else before if not met and first else None
        if whom and heard:
            hinted = of_given_name(whom.name[0] if whom.name else "", actors.language)
            if hinted in {None, heard[0]}:
                votes.setdefault(whom.key, Counter())[heard[0]] += 1
            elif met:
                # "Brel congratulated the Chancellor on forming her government": a second pronoun must confirm it.
                against_name.setdefault(whom.key, Counter())[heard[0]] += 1
        others = met or (s.front and s.front.subject.kind in {"person", "role"})
        before = next(iter(met.values())) if len(met) == 1 else None if others else before
    votes |= {key: count for key, count in against_name.items() if key not in votes and count.total() > 1}
    for person in actors.persons:
        counted = votes.get(person.key)
        if counted and person.gender is None:
            (best, n), *rest = counted.most_common()
            if not rest or n > 2 * rest[0][1]:
                person.gender = best
        if person.gender is None and len(person.name) > 1:
            person.likely = of_given_name(person.name[0], actors.language)


def of_given_name(name: str, language: Language) -> str | None:
    """Return the gender of most who bear a given name, where the language's lists have it."""
    return "female" if name in language.female_names else "male" if name in language.male_names else None


def honours(tokens: list[Token], k: int, actors: Actors) -> bool:
    """Say whether a possessive at token `k` is part of an honorific ("His Majesty"), which need not be of the person named beside it."""
    return k + 1 < len(tokens) and (tokens[k].low, tokens[k + 1].low) in actors.language.honorific_phrases


def object_pronoun(s: Sentence, met: list[Person], language: Language) -> tuple[Person, str] | None:
    """Return whom of two persons a pronoun that is an object means, with its gender: the one who is not the subject ("thanked Brel and commended her")."""
    words = language.words
    if (
        not s.front
        or not s.front.predicate.reports
        or s.front.subject.kind != "person"
        or len(s.front.subject.persons) != 1
    ):
        return None
    others = [p for p in met if p is not s.front.subject.persons[0]]
    for k, token in enumerate(s.tokens[:-1]):
        following = s.tokens[k + 1]
        if (
            token.low in {"him", "her"}
            and (not following.text[0].isalpha() or following.low in words.behind_object)
            and token.start > s.front.end
        ):
            return (others[0], words.gendered[token.low]) if len(others) == 1 else None
    return None


def reveal_genders(sentences: list[Sentence], actors: Actors) -> None:
    """Note the gender of persons beside whose name a possessive stands ("Brel, for her part", "President Brel on his election")."""
    for s in sentences:
        tokens = s.tokens
        for k in places(s.lows, POSSESSIVES):
            token = tokens[k]
            if k < 2 or honours(tokens, k, actors):
                continue
            if tokens[k - 1].low in actors.language.words.before_gender:
                back = k - 2 if tokens[k - 2].text != "," else k - 3
                people = actors.by_word.get(folded(tokens[back].text), []) if back >= 0 else []
                if len(people) == 1 and people[0].gender is None:
                    people[0].gender = "male" if token.low == "his" else "female"
