"""Noun phrases for a person by role, for a party, and for a body that meets; names and titles are for `references`."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.jointphrases import possessive
from verbale.parse.persons import Person, Reference
from verbale.parse.titles import portfolio
from verbale.parse.tokens import Token

ORDER: Final = frozenset({"latter"})
"""Words that mean whoever of two was named last."""


def role(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return "the Kestrian leader", "the visiting leader", "his host", "the Norvanian side" at token `i`."""
    language = actors.language
    words = language.words
    if tokens[i].capital and (led := leader_of(tokens, i, actors)):
        return led
    if tokens[i].low not in words.determiners or tokens[i].low in words.several_determiners:
        return None
    k = i + 1
    if k + 1 < len(tokens) and tokens[k].low in ORDER and tokens[i].low == "the" and not tokens[k + 1].capital:
        several = tuple(p for p in actors.persons if not p.unnamed)
        return Reference("role", i, k + 1, several, (), "role", tokens[k].low) if tokens[k + 1].low != "of" else None
    modifiers: list[str] = []
    state: str | None = None
    while k < len(tokens) and k - i < 6:
        if tokens[k].low in language.role_heads and not (
            k + 1 < len(tokens) and tokens[k + 1].low in language.role_heads
        ):
            break
        named, end = actors.gazetteer.demonym(tokens, k)
        if named:
            state, k = named, end
        elif (
            tokens[k].low in language.title_modifiers
            or tokens[k].low in language.joint_modifiers
            or tokens[k].low in language.role_heads
        ):
            modifiers.append(tokens[k].low)
            k += 1
        elif tokens[k].capital and k + 1 < len(tokens) and tokens[k + 1].low in words.opposites:
            k += 1
        else:
            return None
    if k >= len(tokens) or tokens[k].low not in language.role_heads or possessive(tokens, k + 1):
        return None
    head = tokens[k].low
    end = k + 1
    if tokens[k - 1].text == "-" or (head in {"head", "chief"} and end < len(tokens) and tokens[end].low == "of"):
        if " ".join(t.low for t in tokens[k : k + 3]) not in words.heads_of:
            return head_of_theirs(tokens, i, end, actors)
        end = k + 3
    if head in words.leader_nouns and not state and (of := actors.gazetteer.after_of(tokens, end)):
        if possessive(tokens, of[1]):
            return None
        state, end = of
    if head in language.guests and not state and end + 1 < len(tokens) and tokens[end].low == "from":
        state, end = actors.gazetteer.name(tokens, end + 1) or (state, end)
        while state is None and end + 1 < len(tokens) and tokens[end + 1].capital:
            end += 1
        end += state is None and tokens[end].low != "from"
    if head == "side":
        return Reference("party", i, end, (), (state,), "side", "side") if state else None
    if not state and not modifiers and head in words.role_of_nobody and tokens[i].low == "the" and not actors.persons:
        return None
    if head in words.opposites and (found := counterpart_named(tokens, end, actors)):
        return Reference("person", i, found[1], found[0], (), "name", "")
    pool = [p for p in actors.persons if not state or p.state == state]
    return Reference("role", i, end, tuple(pool), (), "role", " ".join([*modifiers, head]))


def leader_of(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return "Kestria's leader", "Kestria's top diplomat" at token `i`."""
    words = actors.language.words
    owner = i + 1
    while owner + 1 < len(tokens) and owner - i < MAX_OWNER and tokens[owner].capital:
        owner += 1
    if owner + 1 >= len(tokens) or tokens[owner].low not in {"'s", "’s"}:
        return None
    k = owner + 1
    while k < len(tokens) - 1 and tokens[k].low in actors.language.title_modifiers:
        k += 1
    sent = tokens[k].low in words.diplomats and k > owner + 1
    if not (sent or tokens[k].low in words.leader_nouns):
        return None
    named = actors.gazetteer.name(tokens, i)
    if not named or named[1] != owner or possessive(tokens, k + 1):
        return None
    pool = tuple(p for p in actors.persons if p.state == named[0] and (p.rank == MINISTER or not sent))
    return Reference("role", i, k + 1, pool, (), "role", tokens[k].low) if pool else None


MINISTER: Final = 2
"""The rank of those who lead a state's diplomacy."""


MAX_OWNER: Final = 6
"""Words of a state's name before the mark of what is its."""


def head_of_theirs(tokens: list[Token], i: int, of: int, actors: Actors) -> Reference | None:
    """Return "the head of the Kestrian government", "the head of Kestrian diplomacy" at token `i`, its "of" at token `of`."""
    k = of + 2 if of + 1 < len(tokens) and tokens[of + 1].low == "the" else of + 1
    state, end = actors.gazetteer.demonym(tokens, k)
    if state and end < len(tokens) and tokens[end].low in actors.language.headed:
        end += 1
    elif (
        k < len(tokens)
        and tokens[k].low in actors.language.headed
        and (named := actors.gazetteer.after_of(tokens, k + 1))
    ):
        state, end = named
    else:
        return None
    heads = tokens[end - 1].low not in actors.language.words.headed_by_ministers
    own = [p for p in actors.persons if p.state == state and p.rank <= MINISTER]
    pool = tuple(p for p in own if (p.rank < MINISTER) == heads) or (() if heads else tuple(own))
    return Reference("role", i, end, pool, (), "role", "leader") if pool and not possessive(tokens, end) else None


def counterpart_named(tokens: list[Token], k: int, actors: Actors) -> tuple[tuple[Person, ...], int] | None:
    """Return whom a name behind "counterpart" at token `k` means, and the index after it ("her Norvanian counterpart Ana Brel")."""
    comma = k < len(tokens) and tokens[k].text == ","
    people, end = actors.name_at(tokens, k + comma) if k + comma < len(tokens) else ([], k)
    if not people or possessive(tokens, end) or (comma and not (end < len(tokens) and tokens[end].text == ",")):
        return None
    return tuple(people), end + comma


def party(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return the state or organisation at token `i`, by name, as "the … government", or by its seat."""
    language = actors.language
    k = i + 1 if tokens[i].low == "the" and i + 1 < len(tokens) else i
    if (
        tokens[k].low in {"government", "delegation"}
        and (governed := actors.gazetteer.after_of(tokens, k + 1))
        and not possessive(tokens, governed[1])
    ):
        return Reference("party", i, governed[1], (), (governed[0],), "side", "government")
    if tokens[k].low == "ministry" and (served := ministry_of(tokens, k, actors)):
        return served._replace(first=i)
    named = actors.gazetteer.name(tokens, k)
    if named:
        name, end = named
        of = end + 1 if possessive(tokens, end) else end
        if of < len(tokens) and (served := ministry_of(tokens, of, actors, named=name)):
            return served._replace(first=i)
        if end + 1 < len(tokens) and tokens[end].text == "(" and tokens[end + 1].text.isupper():
            end += 3
        if end < len(tokens) and tokens[end].text == "." and "." in tokens[end - 1].text:
            end += 1
        if possessive(tokens, end):
            head = party_head(tokens, end + 1, language)
            return Reference("party", i, head, (), (name,), "side", "") if head else None
        if head := party_head(tokens, end, language):
            return Reference("party", i, head, (), (name,), "side", tokens[head - 1].low)
        if (
            end < len(tokens)
            and tokens[end].start > tokens[end - 1].end
            and tokens[end].capital
            and tokens[end].low not in actors.language.months
            and tokens[end].text not in actors.language.starters
        ):
            return None
        return Reference("party", i, end, (), (name,), "name", "")
    if k > i:
        adjective, end = actors.gazetteer.demonym(tokens, k)
        head = party_head(tokens, end, language) if adjective else None
        if (
            adjective
            and not head
            and end < len(tokens)
            and (served := ministry_of(tokens, end, actors, named=adjective))
        ):
            return served._replace(first=i)
        if adjective and head and not possessive(tokens, head):
            return Reference("party", i, head, (), (adjective,), "side", tokens[head - 1].low)
    seat = actors.gazetteer.metonym(tokens, k)
    if seat and not possessive(tokens, seat[1]):
        return Reference("party", i, seat[1], (), (seat[0],), "metonym", "")
    return None


def ministry_of(tokens: list[Token], k: int, actors: Actors, *, named: str | None = None) -> Reference | None:
    """Return the state whose ministry stands at token `k` ("the Ministry of Foreign Affairs of Kestria", "Kestria's Ministry of Trade")."""
    if k + 2 >= len(tokens) or tokens[k].low != "ministry" or tokens[k + 1].low not in {"of", "for"}:
        return None
    end = portfolio(tokens, k + 1, actors.language)
    if end == k + 1:
        return None
    state = actors.gazetteer.after_of(tokens, end) if named is None else (named, end)
    return (
        Reference("party", k, state[1], (), (state[0],), "side", "ministry")
        if state and not possessive(tokens, state[1])
        else None
    )


def party_head(tokens: list[Token], k: int, language: Language) -> int | None:
    """Return the index after a word at token `k` by which a state is meant ("side", "government", "foreign ministry")."""
    if k < len(tokens) and tokens[k].low in language.party_heads:
        return k + 1
    if k + 1 < len(tokens) and tokens[k].low in language.departments and tokens[k + 1].low == "ministry":
        return k + 2
    return None


def body(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return a document or a body that meets, at token `i` ("The joint statement", "The Summit"): the sides speak in it."""
    words = actors.language.words
    if tokens[i].low not in words.body_articles:
        return unarticled(tokens, i, actors)
    k = i + 1
    while (
        k < len(tokens)
        and k - i < 7
        and (
            tokens[k].capital
            or tokens[k].low in words.before_paper_noun
            or (tokens[k].low == "and" and k > i + 1 and k + 1 < len(tokens) and tokens[k + 1].capital)
        )
        and tokens[k].low not in actors.language.joint_bodies
    ):
        k += 1
    while (
        k + 1 < len(tokens)
        and tokens[k].low in actors.language.joint_bodies
        and tokens[k + 1].low in actors.language.joint_bodies
    ):
        k += 1
    if k < len(tokens) and tokens[k].low in actors.language.joint_bodies and not possessive(tokens, k + 1):
        proper = (tokens[k].capital and tokens[k].low in words.meeting_bodies) or (
            tokens[k].capital and tokens[k].low in words.named_bodies
        )
        if (tokens[k].low in words.told_bodies and not tokens[k].capital) or (
            proper and tokens[k].low not in actors.titled and tokens[k].low not in words.meeting_bodies
        ):
            return None
        return Reference("body", i, k + 1, (), (), "body", tokens[k].low)
    return None


def unarticled(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return the body that meets by its bare name, where the title has it ("Summit noted", "Council welcomed"), at token `i`."""
    token = tokens[i]
    if (
        not token.capital
        or token.low not in actors.language.joint_bodies
        or token.low not in actors.titled
        or i + 1 >= len(tokens)
        or tokens[i + 1].capital
        or possessive(tokens, i + 1)
    ):
        return None
    return Reference("body", i, i + 1, (), (), "body", token.low)
