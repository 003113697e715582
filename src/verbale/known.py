"""Whose an id is: the one name space of persons and parties in an archive, and the id that a voice of a new record gets.

An id means one person for as long as the archive lives (`docs/format.md`, "Ids"). Nothing is read or written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from types import MappingProxyType

from verbale.authority import Speaker
from verbale.ids import MAX_LENGTH, slug
from verbale.record import RESERVED_IDS, Record


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has an id, as far as records say: a person (never named, perhaps, but with a title) or a party."""

    name: str | None = None
    title: str | None = None
    state: str | None = None
    party: bool = False


@dataclass(frozen=True, slots=True)
class KnownIds:
    """The ids of persons and parties that are given, with their holders, and what people wrote about speakers."""

    holders: Mapping[str, Holder] = field(default_factory=lambda: MappingProxyType({}))
    speakers: Mapping[str, Speaker] = field(default_factory=lambda: MappingProxyType({}))

    def id_for(self, voice: Holder) -> str:
        """Return the id of a voice: the one it has if name and state agree or an alias says so, else a new one.

        A new id is made of the name, or of title and state; where that is another's, the state follows, then a number.
        """
        given = self._by_alias(voice)
        return given or next(id_ for id_ in _candidates(voice) if self._is_free_for(id_, voice))

    def with_voice(self, id_: str, voice: Holder) -> KnownIds:
        """Return these ids and one more; of a voice that is known already, what was not known yet is taken up."""
        known = self.holders.get(id_)
        holder = (
            voice if known is None else replace(known, name=known.name or voice.name, state=known.state or voice.state)
        )
        return self if holder == known else replace(self, holders=MappingProxyType({**self.holders, id_: holder}))

    def _by_alias(self, voice: Holder) -> str | None:
        """Return the id that a person gave to the voice's name by an alias in `content/speakers/`."""
        name = _folded(voice.name)
        return (
            next((one.id for one in self.speakers.values() if name in map(_folded, one.aliases)), None)
            if name
            else None
        )

    def _is_free_for(self, id_: str, voice: Holder) -> bool:
        if id_ in RESERVED_IDS:
            return False
        holder = self.holders.get(id_)
        if holder is None:
            speaker = self.speakers.get(id_)
            return speaker is None or _agree(speaker.name, voice.name)
        return (
            holder.party == voice.party
            and _agree(holder.name, voice.name)
            and (holder.state is None or voice.state is None or _agree(holder.state, voice.state))
        )


def voices_of(record: Record) -> Iterator[tuple[str, Holder]]:
    """Give the ids of a record's persons and parties, each with its holder."""
    for one in record.participants:
        yield one.id, Holder(one.name, one.title, one.state)
    for party in record.parties:
        yield party.id, Holder(party.name, party=True)


def _candidates(voice: Holder) -> Iterator[str]:
    """Give the ids that a voice may have, the best first; never the same twice, and never at an end."""
    state = slug(voice.state or "")
    plain = slug(voice.name or f"{voice.title or ''} {voice.state or ''}") or "unnamed"
    yield plain
    if voice.name and state:
        plain = f"{slug(voice.name, MAX_LENGTH - len(state) - 1) or 'unnamed'}-{state}"
        yield plain
    for number in count(2):
        yield f"{plain[: MAX_LENGTH - len(str(number)) - 1].rstrip('-')}-{number}"


def _agree(one: str | None, other: str | None) -> bool:
    return _folded(one) == _folded(other)


def _folded(name: str | None) -> str:
    """Return a name without what two sources may spell in two ways: case and spaces."""
    return " ".join((name or "").casefold().split())
