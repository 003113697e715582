"""Who speaks in a record, with the place and colour that the page gives each voice; hues go by the order of ids, never by nation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from verbale.record import JOINT, NARRATOR, UNKNOWN, Participant, Party
from verbale.site import addresses
from verbale.site.views import Link, Voice

HUES: Final = ("v-a", "v-b", "v-c", "v-d")
ALL_LANES: Final = -1
NO_LANE: Final = -2
VOICE_NAMES: Final = MappingProxyType({JOINT: "Together", NARRATOR: "Narrator", UNKNOWN: "Unknown"})
_QUALIFIERS: Final = MappingProxyType(
    {
        JOINT: "the sides in one voice",
        NARRATOR: "the source itself reports",
        UNKNOWN: "no speaker could be told",
    },
)
_CSS: Final = MappingProxyType({JOINT: "v-j", NARRATOR: "v-n", UNKNOWN: "v-u"})


class Labels(NamedTuple):
    """What the archive calls its themes and speakers: label by theme id, name by speaker id."""

    themes: Mapping[str, str]
    speakers: Mapping[str, str]
    links: Mapping[str, Link]

    def theme(self, theme_id: str, count: int | None = None) -> Link:
        """Return the link to a theme's page."""
        return Link(addresses.theme_page(theme_id), self.themes.get(theme_id, theme_id), count)

    def theme_links(self, theme_ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Return the links to the pages of themes, in the order given."""
        return tuple([self.links.get(theme_id) or self.theme(theme_id) for theme_id in theme_ids])


def labels_of(themes: Mapping[str, str], speakers: Mapping[str, str]) -> Labels:
    """Return what the archive calls its themes and speakers, with the links that most statements need made once."""
    links = {theme_id: Link(addresses.theme_page(theme_id), label) for theme_id, label in themes.items()}
    return Labels(themes, speakers, links)


def described(title: str | None, state: str | None) -> str | None:
    """Return "President, Kestria", one of the two alone, or `None`."""
    return ", ".join(filter(None, (title, state))) or None


def person_name(person: Participant, labels: Labels) -> str:
    """Return what the archive calls a participant: its own name for him, else the record's, else his title and state."""
    return labels.speakers.get(person.id) or person.name or described(person.title, person.state) or person.id


def voices_of(
    participants: Sequence[Participant],
    parties: Sequence[Party],
    speaking: Sequence[str],
    labels: Labels,
) -> dict[str, Voice]:
    """Return the voices of a record by id, in order: participants, parties, then joint, narrator and unknown.

    Principals have a hue and a lane each, up to four: lanes in order of mention, hues in order of their ids, so that two who
    meet again have the same ones, whoever is named first. All others share one lane after these.
    A record without principals gives them to whoever speaks first; `speaking` are its speakers in order.
    """
    with_lane = _with_lanes(participants, speaking)
    rest = len(with_lane)
    hues = dict(zip(sorted(with_lane), HUES, strict=False))
    voices: dict[str, Voice] = {}
    for person in participants:
        lane = with_lane.get(person.id, rest)
        name = person_name(person, labels)
        qualifier = described(person.title, person.state) if person.name or person.id in labels.speakers else None
        css = hues.get(person.id, "v-o")
        voices[person.id] = Voice(person.id, name, "person", css, lane, addresses.speaker_page(person.id), qualifier)
    for party in parties:
        lane, hue = next(
            ((with_lane[p.id], hues[p.id]) for p in participants if p.state == party.name and p.id in with_lane),
            (rest, ""),
        )
        name = labels.speakers.get(party.id) or party.name
        css, page = f"v-p {hue}".rstrip(), addresses.speaker_page(party.id)
        voices[party.id] = Voice(party.id, name, "party", css, lane, page, "as a side, not through a person")
    return voices | _NOBODYS


def principals_of(participants: Sequence[Participant]) -> tuple[str, ...]:
    """Return the ids of the principals in order of mention."""
    return tuple([person.id for person in participants if person.role == "principal"])


def _with_lanes(participants: Sequence[Participant], speaking: Sequence[str]) -> dict[str, int]:
    leading = principals_of(participants)
    if not leading:
        persons = {person.id for person in participants}
        leading = tuple([speaker for speaker in speaking if speaker in persons])
    return {person_id: lane for lane, person_id in enumerate(leading[: len(HUES)])}


_NOBODYS: Final = {
    voice_id: Voice(
        voice_id,
        name,
        voice_id,
        _CSS[voice_id],
        ALL_LANES if voice_id == JOINT else NO_LANE,
        addresses.speaker_page(JOINT) if voice_id == JOINT else None,
        _QUALIFIERS[voice_id],
    )
    for voice_id, name in VOICE_NAMES.items()
}
"""The voices that are nobody's own; the same in every record."""
