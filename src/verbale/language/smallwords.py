"""The first classes of words, those of small words that stand around names and clauses; the others are in `classes`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Classes of small words by their names under `words` in the data file, in its order."""

    articles: frozenset[str]
    definite: frozenset[str]
    determiners: frozenset[str]
    several_determiners: frozenset[str]
    before_known_person: frozenset[str]
    possessives_of_one: frozenset[str]
    inside_phrase: frozenset[str]
    noun_behind_to: frozenset[str]
    body_articles: frozenset[str]
    before_second_state: frozenset[str]
    each_words: frozenset[str]
    each_heads: frozenset[str]
    all_words: frozenset[str]
    few_counted: frozenset[str]
    subject_pronouns: frozenset[str]
    singular_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    pronoun_genders: Mapping[str, str]
    gendered: Mapping[str, str]
    first_person: frozenset[str]
    linking: frozenset[str]
    inside_bodies: frozenset[str]
    inside_institutions: frozenset[str]
    small_in_titles: frozenset[str]
    title_goes_on: frozenset[str]
    behind_body: frozenset[str]
    before_portfolio: frozenset[str]
    before_ministry: frozenset[str]
    at_places: frozenset[str]
    before_listed_states: frozenset[str]
    before_owner: frozenset[str]
    before_partner: frozenset[str]
    in_turn_openers: frozenset[str]
    from_whom: frozenset[str]
    conceding: frozenset[str]
    relatives: frozenset[str]
    subordinate_openers: frozenset[str]
    taking_word: frozenset[str]
    joining_clauses: frozenset[str]
    behind_joint: frozenset[str]
    dividing: frozenset[str]
    not_verb_before: frozenset[str]
    qualifiers: frozenset[str]
    behind_office: frozenset[str]
    before_charge: frozenset[str]
    addressed: frozenset[str]
    boards: frozenset[str]
    board_members: frozenset[str]
    unnamed_openers: frozenset[str]
    before_event: frozenset[str]
    present_at: Mapping[str, tuple[tuple[str, ...], ...]]
    clause_pronouns: frozenset[str]
