"""Whose an id is: the one name space of persons and parties in an archive, and the id that a voice of a new record gets.

An id means one person for as long as the archive lives (`docs/format.md`, "Ids"). Nothing is read or written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from types import MappingProxyType
from typing import Any, Final

from verbale.authority import Speaker
from verbale.ids import MAX_LENGTH, slug
from verbale.record import RESERVED_IDS, Record

EMPTY: Final[Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has an id, as far as records say: a person (never named, perhaps, but with a title) or a party."""

    name: str | None = None
    title: str | None = None
    state: str | None = None
    party: bool = False


@dataclass(frozen=True, slots=True)
class KnownIds:
    """The ids of persons and parties that are given, with their holders, and what people wrote about speakers.

    `added` are those of the record in hand, over `holders`; `names` are the names that speaker files give to their ids,
    and `aliases` the ids of other names, spelled as `folded` does. `known_ids` makes one.
    """

    holders: Mapping[str, Holder] = EMPTY
    added: Mapping[str, Holder] = EMPTY
    names: Mapping[str, str] = EMPTY
    aliases: Mapping[str, str] = EMPTY

    def id_for(self, voice: Holder) -> str:
        """Return the id of a voice: the one it has if name and state agree or an alias says so, else a new one.

        A new id is made of the name, or of title and state; where that is another's, the state follows, then a number.
        """
        alias = self.aliases.get(folded(voice.name))
        return alias or next(id_ for id_ in _candidates(voice) if self._is_free_for(id_, voice))

    def with_voice(self, id_: str, voice: Holder) -> KnownIds:
        """Return these ids and one more; of a voice that is known already, what was not known yet is taken up."""
        holder = joined(self._holder(id_), voice)
        return replace(self, added=MappingProxyType({**self.added, id_: holder}))

    def _holder(self, id_: str) -> Holder | None:
        return self.added.get(id_) or self.holders.get(id_)

    def _is_free_for(self, id_: str, voice: Holder) -> bool:
        if id_ in RESERVED_IDS:
            return False
        holder = self._holder(id_)
        if holder is None:
            return id_ not in self.names or folded(self.names[id_]) == folded(voice.name)
        return (
            holder.party == voice.party
            and folded(holder.name) == folded(voice.name)
            and (holder.state is None or voice.state is None or folded(holder.state) == folded(voice.state))
        )


def known_ids(holders: Mapping[str, Holder], speakers: Iterable[Speaker]) -> KnownIds:
    """Return what is known where records have given `holders` their ids, and people wrote about `speakers`."""
    speakers = tuple(speakers)
    names = {speaker.id: speaker.name for speaker in speakers}
    aliases = {folded(alias): speaker.id for speaker in reversed(speakers) for alias in speaker.aliases}
    return KnownIds(holders=holders, names=MappingProxyType(names), aliases=MappingProxyType(aliases))


def joined(known: Holder | None, voice: Holder) -> Holder:
    """Return what is known of a holder after one more record."""
    if known is None:
        return voice
    return replace(known, name=known.name or voice.name, state=known.state or voice.state)


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


def folded(name: str | None) -> str:
    """Return a name without what two sources may spell in two ways: case and spaces."""
    return " ".join((name or "").casefold().split())
