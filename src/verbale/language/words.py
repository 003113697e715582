"""The words of a language as frozen values: verb forms by class, titles, states and the rest; nothing is read from a file here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from verbale.language.classes import Words

REPORTING: Final = frozenset({"say", "think", "act", "joint"})
"""Verb classes that put words or a position in somebody's mouth."""


POSITIONS: Final = frozenset({"say", "act", "joint"})
"""Verb classes whose verbs take a position in running speech, thoughts left out."""


class Form(NamedTuple):
    """One form of a verb: `tail` are the words that must follow it, `tense` is past, present, base, ing or participle."""

    lemma: str
    tail: tuple[str, ...]
    tense: str
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class State:
    """A state or organisation that can be a party: its names, its demonyms and its seats of power, as they are written."""

    id: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    metonyms: tuple[str, ...]
    organisation: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language; every field is a class of words named in the data file, or joined of such for a quick look.

    `words` are the classes that single rules look for, most of what there is. Joined are `mention_openers` (a mention can
    begin with one), `title_heads` (those with which it can only where more of a title follows), `introducers` (a person can
    be introduced behind one that is not capitalised), `beside_states` (a state can stand beside one), `sharing_titles`
    (several names with states can stand behind one), `title_pairs` and `title_ranks` (titles by their first two words, and
    those of one word), `speaking_participles` (forms in "-ing" of verbs that take a position), `organisations` (names of
    `states` that are none), `referring` (a phrase for somebody can begin with one that is not capitalised) and `auxiliaries`
    (forms of "be" and "have").
    """

    code: str
    words: Words
    verbs: Mapping[str, tuple[Form, ...]]
    acts: Mapping[str, str]
    act_nouns: Mapping[str, str]
    expressing: frozenset[str]
    position_nouns: frozenset[str]
    light: frozenset[str]
    stance_adjectives: frozenset[str]
    offices: Mapping[str, str]
    shared_capitals: frozenset[str]
    headquarters: Mapping[str, str]
    agencies: Mapping[str, str]
    domains: Mapping[str, str]
    rubrics: Mapping[str, str]
    praising: frozenset[str]
    joint_heads: frozenset[str]
    joint_modifiers: frozenset[str]
    joint_of: Mapping[str, tuple[tuple[str, ...], ...]]
    joint_bodies: frozenset[str]
    numbers_words: Mapping[str, int]
    titles: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    title_pairs: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], int], ...]]
    title_ranks: Mapping[str, int]
    single_titles: frozenset[str]
    honorifics: frozenset[str]
    honorific_openers: frozenset[str]
    honorific_phrases: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]
    honorific_references: Mapping[str, tuple[tuple[str, ...], ...]]
    francophone: frozenset[str]
    male_words: frozenset[str]
    female_words: frozenset[str]
    role_heads: frozenset[str]
    title_modifiers: frozenset[str]
    mention_openers: frozenset[str]
    title_heads: frozenset[str]
    introducers: frozenset[str]
    beside_states: frozenset[str]
    speaking_participles: frozenset[str]
    capitals: frozenset[str]
    name_particles: frozenset[str]
    openers: frozenset[str]
    between: frozenset[str]
    modals: frozenset[str]
    starters: frozenset[str]
    never_end: frozenset[str]
    may_end: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    times_of_day: frozenset[str]
    undertakings: frozenset[str]
    verb_or_noun: frozenset[str]
    kinds: tuple[tuple[str, tuple[str, ...]], ...]
    media: tuple[str, ...]
    states: tuple[State, ...]
    organisations: frozenset[str]
    offices_served: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]
    departments: frozenset[str]
    portfolio_titles: frozenset[str]
    name_suffixes: frozenset[str]
    ranks: frozenset[str]
    post_nominals: frozenset[str]
    not_in_names: frozenset[str]
    inverting: frozenset[str]
    place_words: frozenset[str]
    not_states: frozenset[str]
    not_bodies: frozenset[str]
    governed: frozenset[str]
    behind_demonym: frozenset[str]
    party_heads: frozenset[str]
    pairs: frozenset[str]
    not_before_subject: frozenset[str]
    guests: frozenset[str]
    hosts: frozenset[str]
    signing: frozenset[str]
    cue_tails: frozenset[str]
    subordinators: frozenset[str]
    object_openers: frozenset[str]
    point_adverbs: frozenset[str]
    complement_prepositions: frozenset[str]
    promising: frozenset[str]
    source_openers: frozenset[str]
    talking: frozenset[str]
    passive_positions: frozenset[str]
    committing: frozenset[str]
    ordinals: frozenset[str]
    salutations: frozenset[str]
    past_times: frozenset[str]
    meeting_nouns: frozenset[str]
    hall_words: frozenset[str]
    formal_words: frozenset[str]
    not_towns: frozenset[str]
    press: frozenset[str]
    small_words: frozenset[str]
    headline_words: frozenset[str]
    units: frozenset[str]
    day_abbreviations: frozenset[str]
    clock_words: frozenset[str]
    addressing: frozenset[str]
    event_words: frozenset[str]
    sole_titles: frozenset[str]
    media_words: frozenset[str]
    papers: frozenset[str]
    not_demonyms: frozenset[str]
    plural_titles: frozenset[str]
    body_words: frozenset[str]
    courtesies: frozenset[str]
    proposals: frozenset[str]
    place_closers: frozenset[str]
    place_openers: frozenset[str]
    withholding: frozenset[str]
    reached: frozenset[str]
    held_in_common: frozenset[str]
    handing: frozenset[str]
    writings: frozenset[str]
    governed_lists: frozenset[str]
    spokespersons: frozenset[str]
    anonymous: frozenset[str]
    indefinite: frozenset[str]
    known_words: frozenset[str]
    courteous: frozenset[str]
    institution_words: frozenset[str]
    travelling: frozenset[str]
    near_times: frozenset[str]
    facing: frozenset[str]
    audiences: frozenset[str]
    views: frozenset[str]
    sharing_titles: frozenset[str]
    counterparts: frozenset[str]
    headships: frozenset[str]
    condoling: frozenset[str]
    inviting: frozenset[str]
    accepting: frozenset[str]
    conveying: frozenset[str]
    greetings: frozenset[str]
    headed: frozenset[str]
    retired: frozenset[str]
    matters: frozenset[str]
    formal_heads: frozenset[str]
    bare_offices: frozenset[str]
    groupings: frozenset[str]
    referring: frozenset[str]
    auxiliaries: frozenset[str]
    giving: frozenset[str]
    own_gifts: frozenset[str]
    state_bodies: frozenset[str]
    restating: frozenset[str]
    cabinets: frozenset[str]
    own_stances: frozenset[str]
    female_names: frozenset[str]
    male_names: frozenset[str]
    instruments: frozenset[str]


def verb_of_cue(cue: str, language: Language) -> str | None:
    """Return the verb by which a cue reports ("He also called for" gives "call for"), or `None` where it has none.

    What stands behind "of", an article or a form of "be" is a noun or an adjective there ("heads of state", "is ready").
    """
    found = re.findall(r"[\w’'-]+", cue.lower())
    for place, word in enumerate(found):
        before = found[place - 1] if place else ""
        for form in language.verbs.get(word, ()):
            if form.tense == "base" and before in language.words.no_verb_behind:
                continue
            if form.classes & REPORTING and tuple(found[place + 1 : place + 1 + len(form.tail)]) == form.tail:
                return form.lemma
    return None
