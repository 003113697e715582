"""Ids of records, persons, parties, statements and points: made once, by the rules of docs/format.md, section "Ids"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from verbale.authority import Authority
from verbale.language import load
from verbale.record import RESERVED_IDS

MAX_SLUG: Final = 80


LEFT_OUT: Final = re.compile(r"['’.]")


IN_SLUG: Final = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class KnownIds:
    """Ids that an archive has given: of records, and of persons and parties with the name and state that they stand for."""

    records: frozenset[str] = frozenset()
    actors: Mapping[str, tuple[str, str | None]] = field(default_factory=lambda: MappingProxyType({}))


def slug(words: str, limit: int = MAX_SLUG) -> str:
    """Return words as a slug: transliterated to ASCII, small letters and digits, single hyphens, cut at a word."""
    if not words.isascii():
        from anyascii import anyascii

        words = anyascii(words)
    made = "-".join(IN_SLUG.findall(LEFT_OUT.sub("", words.lower())))
    if len(made) > limit:
        made = made[:limit].rsplit("-", 1)[0] if "-" in made[:limit] else made[:limit]
    return made.strip("-") or "x"


def free(wanted: str, taken: Collection[str]) -> str:
    """Return `wanted`, or the first of `wanted-2`, `wanted-3` … that is not taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def actor_id(name: str, state: str | None, known: KnownIds, authority: Authority, given: Collection[str]) -> str:
    """Return the id of a person or party: the one that exists where name and state agree or an alias says so, else a new one.

    `given` are ids of others in the same record. An alias may have a title before it and be in capitals, as labels are.
    """
    for speaker in authority.speakers.values():
        alias = bool(speaker.aliases) and any(spells(a, name) for a in speaker.aliases)
        if alias or name == speaker.name:
            met = known.actors.get(speaker.id)
            if speaker.id not in given and (alias or met is None or agrees(met[1], state)):
                return speaker.id
    base = slug(name, 60)
    for candidate in (base, f"{base}-{slug(state, 18)}" if state else None):
        if candidate is None or candidate in given or candidate in RESERVED_IDS:
            continue
        met = known.actors.get(candidate)
        if met is None or (met[0] == name and agrees(met[1], state)):
            return candidate
    return free(f"{base}-{slug(state, 18)}" if state else f"{base}-2", {*given, *known.actors, *RESERVED_IDS})


def spells(alias: str, name: str) -> bool:
    """Say whether an alias is a name, capitals and a title before it apart ("PRESIDENT TALVIK" is "Talvik")."""
    if len(alias) < len(name) or alias[-1:].lower() != name[-1:].lower():
        return False
    whole, end = alias.casefold(), name.casefold()
    if whole == end:
        return True
    title = tuple(whole.removesuffix(f" {end}").split())
    return whole.endswith(f" {end}") and any(words == title for words, _ in load("en").titles.get(title[0], ()))


def agrees(one: str | None, other: str | None) -> bool:
    """Say whether two states can be one person's: equal, or one not known."""
    return one is None or other is None or one == other


def record_id(date: str | None, principals: list[str], title: str) -> str:
    """Return the id of a record by date and its principals' ids, the first two, without a number for one that is taken."""
    day = re.split(r"[/]", date)[0].lower() if date else "undated"
    if not principals:
        who = slug(" ".join(title.split()[:6]) or "untitled", 60)
    else:
        shown = [p[:30].rstrip("-") for p in principals[:2]]
        who = "-".join([*shown, *(["and-others"] if len(principals) > 2 else [])])
    return slug(f"{day}-{who}")
