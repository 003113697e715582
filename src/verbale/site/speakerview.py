"""The view of a speaker's page: who, in what role and when, and all that the sources report of him, record by record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from verbale.record import JOINT
from verbale.site import addresses
from verbale.site.pageviews import Group, Role, SpeakerView
from verbale.site.recordview import sides_of
from verbale.site.views import Link
from verbale.site.voices import VOICE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verbale.catalog.catalog import SpeakerTotal, VoiceData
    from verbale.site.lists import Stretch
    from verbale.site.shelf import Shelf
    from verbale.site.views import Sentence


def speaker_name(shelf: Shelf, total: SpeakerTotal) -> str:
    """Return what the archive calls a speaker."""
    return shelf.labels.speakers.get(total.id) or VOICE_NAMES.get(total.id) or total.name


def speaker_view(shelf: Shelf, total: SpeakerTotal, stretch: Stretch) -> SpeakerView:
    """Return the view of a speaker's page, or of one part of it."""
    shown = list(shelf.catalog.voices(total.id, stretch.low, stretch.high))
    # What sums up the whole is on the first page alone, so that a new statement leaves the others as they are.
    summed = list(shelf.catalog.voices(total.id)) if stretch.part is None else shown
    heading = shelf.catalog.headings.speakers.get(total.id)
    first = stretch.part is None
    groups = tuple([_group(shelf, voice) for voice in shown])
    return SpeakerView(
        total.id,
        speaker_name(shelf, total),
        total.kind,
        addresses.speaker_page(total.id),
        _roles(summed) if first and total.kind == "person" else (),
        heading.aliases if heading and first else (),
        heading.same_as if heading and first else (),
        shelf.note(heading.note) if heading and first else None,
        sum(voice.statements for voice in summed),
        sum(voice.words for voice in summed),
        total.document_words if first else 0,
        len(summed),
        tuple(_counted(voice.verbs for voice in summed)) if first else (),
        _themes(shelf, total.id, summed) if first else (),
        groups if total.id != JOINT else (),
        _by_sides(shelf, groups, shown) if total.id == JOINT else (),
        stretch.pager,
    )


def _group(shelf: Shelf, voice: VoiceData) -> Group:
    standing = shelf.at(voice.record)
    return Group(standing.shown, tuple(shelf.sentences(standing, voice.numbers)) if voice.numbers else ())


def _counted(counts: Iterable[dict[str, int]]) -> list[tuple[str, int]]:
    """Add up counts, the highest first."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return sorted(total.items(), key=lambda item: (-item[1], item[0]))


def _themes(shelf: Shelf, speaker: str, voices: Sequence[VoiceData]) -> tuple[Link, ...]:
    """Return the pages of what a speaker says on each theme, the most frequent first."""
    labels = shelf.labels.themes
    return tuple(
        [
            Link(addresses.said_page(speaker, theme), labels.get(theme, theme), count)
            for theme, count in _counted(voice.themes for voice in voices)
        ]
    )


def _roles(voices: Sequence[VoiceData]) -> tuple[Role, ...]:
    """Return the titles that the records give a person, the latest first, with the first and last date of each."""
    found: dict[tuple[str | None, str | None], list[VoiceData]] = {}
    for voice in voices:
        found.setdefault((voice.title, voice.state), []).append(voice)
    roles = []
    for (title, state), members in found.items():
        dates = sorted(filter(None, (member.rank.partition(" ")[0] for member in members)))
        role = "principal" if any(member.role == "principal" for member in members) else "attending"
        first, last = (dates[0], dates[-1]) if dates else (None, None)
        roles.append(Role(title, state, role, first, last, len(members)))
    return tuple(roles)


def _by_sides(
    shelf: Shelf,
    groups: Sequence[Group],
    voices: Sequence[VoiceData],
) -> tuple[tuple[str, tuple[Group, ...]], ...]:
    """Group joint statements by the set of sides that speak, in the order of their newest statement."""
    found: dict[frozenset[str], list[tuple[str, Group]]] = {}
    for group, voice in zip(groups, voices, strict=True):
        head, _, frame, _ = shelf.at(voice.record)
        by_sides: dict[frozenset[str], tuple[str, list[Sentence]]] = {}
        for sentence in group.sentences:
            sides = sides_of(frame, head, sentence)
            names = " and ".join(filter(None, (", ".join(v.name for v in sides[:-1]), sides[-1].name))) if sides else ""
            by_sides.setdefault(frozenset(v.id for v in sides), (names, []))[1].append(sentence)
        for key, (names, sentences) in by_sides.items():
            found.setdefault(key, []).append((names, Group(group.head, tuple(sentences))))
    return tuple(
        [(members[0][0] or "sides not named", tuple([group for _, group in members])) for members in found.values()]
    )
