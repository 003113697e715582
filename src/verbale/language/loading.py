"""Reads `<code>.yaml` into a `Language`; it reads no document.

Forms of regular verbs are made by the spelling rules of English (Quirk et al., *A Comprehensive Grammar*, 3.5-3.10);
irregular ones stand in the data.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Final

import yaml

from verbale.errors import VerbaleError
from verbale.language.classes import Words
from verbale.language.words import POSITIONS, Form, Language, State

SINGLE_LISTS: Final = tuple(
    """
    departments portfolio_titles name_suffixes ranks post_nominals not_in_names inverting place_words not_states not_bodies
    governed behind_demonym party_heads pairs not_before_subject guests hosts signing cue_tails
    subordinators object_openers point_adverbs complement_prepositions promising source_openers talking
    passive_positions committing ordinals salutations past_times meeting_nouns hall_words formal_words
    not_towns press small_words headline_words units day_abbreviations clock_words addressing event_words
    sole_titles media_words papers not_demonyms plural_titles body_words courtesies proposals place_closers place_openers withholding reached institution_words travelling near_times facing audiences views counterparts
    headships groupings condoling inviting accepting conveying greetings headed retired matters formal_heads bare_offices
    giving own_gifts state_bodies female_names male_names instruments restating own_stances cabinets
    held_in_common handing writings governed_lists
    spokespersons courteous anonymous indefinite
    """.split()
)
"""Fields of `Language` that are a list of words in the data file, taken as it stands."""


def words(value: str | Iterable[str]) -> list[str]:
    """Split a folded list ("a, b, c") or pass a list on."""
    return re.split(r"\s*,\s*", value.strip()) if isinstance(value, str) else list(value)


def tokens(value: str) -> tuple[str, ...]:
    """Return the words of a phrase."""
    return tuple(value.split())


def by_first_word(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in phrases:
        table[phrase[0].lower()].append(phrase)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in table.items()}


def by_first_words(phrases: Iterable[tuple[str, ...]]) -> dict[tuple[str, str], tuple[tuple[str, ...], ...]]:
    """Return phrases of two words and more by the first two, longest first."""
    table: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for phrase in phrases:
        table[phrase[0], phrase[1]].append(phrase)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in table.items()}


def inflect(base: str) -> dict[str, tuple[str, ...]]:
    """Return the regular forms of a verb by tense; where a final consonant may be doubled, both spellings."""
    stems: tuple[str, ...] = (
        (base, base + base[-1]) if re.search(r"(?:[^aeiou]|qu)[aeiou][bdfglmnprt]$", base) else (base,)
    )
    past: tuple[str, ...]
    ing: tuple[str, ...]
    if base.endswith("e"):
        past, ing = (base + "d",), (base[:-1] + "ing",)
    elif re.search(r"[^aeiou]y$", base):
        past, ing = (base[:-1] + "ied",), (base + "ing",)
    else:
        past, ing = tuple(s + "ed" for s in stems), tuple(s + "ing" for s in stems)
    if re.search(r"(?:s|x|z|ch|sh)$", base):
        third = base + "es"
    elif re.search(r"[^aeiou]y$", base):
        third = base[:-1] + "ies"
    else:
        third = base + ("es" if base in {"go", "do"} else "s")
    return {"past": past, "ing": ing, "present": (third,)}


def verb_forms(verbs: Mapping[str, str]) -> dict[str, tuple[Form, ...]]:
    """Return the forms of all verbs by their first word in lower case, longer ones first."""
    classes: dict[str, set[str]] = defaultdict(set)
    irregular: dict[str, tuple[str, ...]] = {}
    for name, listed in verbs.items():
        for entry in words(listed):
            lemma, *given = [part.strip() for part in entry.split("/")]
            classes[lemma].add(name)
            if given:
                irregular[lemma] = tuple(part.split()[0] for part in given)
    forms: dict[str, list[Form]] = defaultdict(list)
    for lemma, belongs in classes.items():
        base, *tail = lemma.split()
        regular = inflect(base)
        past = irregular.get(lemma, regular["past"])
        for tense, spelled in {"base": (base,), **regular, "past": past[:1] if lemma in irregular else past}.items():
            for form in spelled:
                forms[form].append(Form(lemma, tuple(tail), tense, frozenset(belongs)))
        for form in past[1:] if lemma in irregular else ():
            forms[form].append(Form(lemma, tuple(tail), "participle", frozenset(belongs)))
    return {
        word: tuple(sorted(set(found), key=lambda f: (-len(f.tail), f.tense != "past", f.lemma)))
        for word, found in forms.items()
    }


def title_table(ranks: Mapping[Any, str]) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Return titles as words in lower case with their rank, by first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for rank, listed in ranks.items():
        for title in words(listed):
            parts = tokens(title.lower())
            table[parts[0]].append((parts, int(rank)))
    return {first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in table.items()}


def title_pairs(
    titles: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]],
) -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], int], ...]]:
    """Return the titles of two words and more with their rank by their first two words, longest first."""
    table: dict[tuple[str, str], list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for entries in titles.values():
        for parts, rank in entries:
            if len(parts) > 1:
                table[parts[0], parts[1]].append((parts, rank))
    return {pair: tuple(found) for pair, found in table.items()}


def read_states(text: str) -> tuple[State, ...]:
    """Read the list of states and organisations (`states.json`)."""
    return tuple(
        State(
            entry["id"],
            entry["name"],
            tuple(entry.get("names", ())),
            tuple(entry.get("demonyms", ())),
            (*entry.get("capital", ()), *entry.get("metonyms", ())),
            entry.get("kind") == "organisation",
        )
        for entry in json.loads(text)
    )


def expression(phrases: Iterable[str], *, behind: str = "", flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Return what finds phrases as whole words in running text, a star standing for the rest of a word.

    Phrases that begin with one letter are tried together: at most words of a text no more than a first letter is looked at.
    """
    tails: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        tails[phrase[0]].append(re.escape(phrase[1:]).replace(r"\*", r"\w*"))
    found = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in tails.items())
    return re.compile(rf"\b(?:{found}){behind}", flags)


READERS: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        "frozenset[str]": lambda value: frozenset(words(value)),
        "Mapping[str, str]": dict,
        "Mapping[str, frozenset[str]]": lambda value: {k: frozenset(v) for k, v in value.items()},
        "tuple[tuple[str, ...], ...]": lambda value: tuple(tokens(phrase) for phrase in value),
        "Mapping[str, tuple[tuple[str, ...], ...]]": lambda value: by_first_word(tokens(phrase) for phrase in value),
        "AnyCase": lambda value: expression(words(value), behind=r"\b"),
        "AsWritten": lambda value: expression(words(value), behind=r"\b", flags=0),
        "Ending": lambda value: expression(words(value), behind=r"\s+$"),
    }
)
"""How a class of words is read out of the data file, by the kind of value that its field in `Words` has."""


def read_classes(data: Mapping[str, Any], file: str) -> Words:
    """Return the classes of words that rules look for; raise `VerbaleError` where the file lacks one or has one that no rule looks for."""
    kinds = {field.name: str(field.type) for field in fields(Words)}
    for name in [*kinds, *data]:
        if name not in data:
            message = f"{file}: words: class '{name}' is missing. A rule looks for it: add it with its words."
            raise VerbaleError(message)
        if name not in kinds:
            message = f"{file}: words: no rule looks for class '{name}'. Take it out, or mend its name."
            raise VerbaleError(message)
    return Words(**{name: READERS[kind](data[name]) for name, kind in kinds.items()})


@lru_cache(maxsize=4)
def load(code: str) -> Language:
    """Return the words of a language by its code (`en`).

    Raises `VerbaleError` where verbale has no data for it.
    """
    folder = resources.files(__package__)
    file = folder / f"{code}.yaml"
    if not file.is_file():
        message = f"language '{code}': verbale has no words for it. It reads 'en'."
        raise VerbaleError(message)
    data = yaml.load(file.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader
    spoken = [f"{whom} {noun}" for whom in words(data["spoken_for"]) for noun in words(data["spokespersons"])]
    deputies = [f"{word} {title}" for word in data["deputies"] for title in data["deputized"]]
    ranks = {2: ", ".join([data["titles"][2], *deputies]), 3: ", ".join([data["titles"][3], *spoken])}
    classes = read_classes(data["words"], file.name)
    titles = title_table({**data["titles"], **ranks})
    months = {name.lower(): n for n, name in enumerate(data["months"], 1)}
    verbs = verb_forms(data["verbs"])
    honorifics = [tokens(h) for h in words(data["honorifics"])]
    states = read_states((folder / "states.json").read_text("utf-8"))
    return Language(
        code=code,
        words=classes,
        verbs=verbs,
        known_words=frozenset(
            {*verbs, *(w for name in ("function_words", "openers", "between") for w in words(data[name]))}
        ),
        acts={lemma: act for act, lemmas in data["acts"].items() for lemma in lemmas},
        act_nouns={noun: act for act, nouns in data["act_nouns"].items() for noun in nouns},
        expressing=frozenset(data["expressing"]),
        position_nouns=frozenset(words(data["position_nouns"])),
        light=frozenset(data["light"]),
        stance_adjectives=frozenset(words(data["stance_adjectives"])),
        offices=dict(data["offices"]),
        shared_capitals=frozenset(data["shared_capitals"]),
        headquarters=dict(data["headquarters"]),
        agencies=dict(data["agencies"]),
        domains=dict(data["domains"]),
        rubrics=dict(data["rubrics"]),
        praising=frozenset(data["praising"]),
        joint_heads=frozenset(w.lower() for w in words(data["joint_heads"])),
        joint_modifiers=frozenset(words(data["joint_modifiers"])),
        joint_of=by_first_word(tokens(p) for p in data["joint_of"]),
        joint_bodies=frozenset(data["joint_bodies"]),
        numbers_words={word: n for n, word in enumerate(data["numbers_words"], 2)},
        titles=titles,
        title_pairs=title_pairs(titles),
        title_ranks={
            first: rank for first, entries in titles.items() for parts, rank in reversed(entries) if len(parts) == 1
        },
        single_titles=frozenset(
            first for first, entries in titles.items() if any(len(parts) == 1 for parts, _ in entries)
        )
        | classes.title_openers,
        honorifics=frozenset(h[0].lower() for h in honorifics if len(h) == 1),
        honorific_openers=frozenset(h[0].lower() for h in honorifics),
        honorific_phrases=by_first_words(tuple(w.lower() for w in h) for h in honorifics if len(h) > 1),
        honorific_references=by_first_word(tokens(p) for p in data["honorific_references"]),
        francophone=frozenset(data["francophone"]),
        male_words=frozenset(w.lower() for w in data["male_words"]),
        female_words=frozenset(w.lower() for w in data["female_words"]),
        role_heads=frozenset(data["role_heads"] if isinstance(data["role_heads"], list) else words(data["role_heads"])),
        title_modifiers=frozenset(words(data["title_modifiers"])),
        capitals=frozenset(name for state in states for name in state.metonyms),
        mention_openers=frozenset({*titles, *words(data["title_modifiers"]), *(h[0].lower() for h in honorifics)}),
        title_heads=frozenset(first for first, entries in titles.items() if all(len(parts) > 1 for parts, _ in entries))
        - {*words(data["title_modifiers"]), *(h[0].lower() for h in honorifics)},
        introducers=frozenset({*titles, *words(data["plural_titles"]), "the"}),
        sharing_titles=frozenset({*words(data["plural_titles"]), *words(data["counterparts"])}),
        beside_states=frozenset({*titles, *words(data["governed"]), *words(data["behind_demonym"])}),
        speaking_participles=frozenset(
            word for word, forms in verbs.items() if any(f.tense == "ing" and f.classes & POSITIONS for f in forms)
        ),
        name_particles=frozenset(data["name_particles"]),
        openers=frozenset(words(data["openers"])),
        between=frozenset(words(data["between"])),
        modals=frozenset(data["modals"]),
        starters=frozenset(words(data["starters"])),
        never_end=frozenset(words(data["abbreviations"]["before_name"])),
        may_end=frozenset(words(data["abbreviations"]["may_end"])),
        months={**months, **{k.lower(): int(v) for k, v in data["month_abbreviations"].items()}},
        weekdays={name.lower(): n for n, name in enumerate(data["weekdays"])},
        times_of_day=frozenset(data["times_of_day"]),
        undertakings=frozenset(words(data["undertakings"])),
        verb_or_noun=frozenset(data["verb_or_noun"]),
        kinds=tuple((kind, tuple(phrases)) for kind, phrases in data["kinds"].items()),
        media=tuple(data["media"]),
        states=states,
        organisations=frozenset(s.name for s in states if s.organisation),
        auxiliaries=classes.be | classes.have,
        referring=classes.determiners | classes.subject_pronouns | classes.qualifiers | classes.reference_openers,
        offices_served=by_first_words(tokens(p) for p in words(data["offices_served"])),
        **{name: frozenset(words(data[name])) for name in SINGLE_LISTS},
    )
