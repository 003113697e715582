"""The view of a speaker's page: who, in what role and when, and all that the sources report of him, record by record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.catalog.speaking import counted, titles_held
from verbale.record import JOINT
from verbale.site import addresses
from verbale.site.ownfigures import speaker_figures
from verbale.site.pageviews import Group, Role, SpeakerView
from verbale.site.recordview import sides_of
from verbale.site.views import Link
from verbale.site.voices import VOICE_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verbale.catalog.answers import SpeakerTotal, VoiceData
    from verbale.site.lists import Stretch
    from verbale.site.shelf import Shelf
    from verbale.site.views import Sentence


def speaker_name(shelf: Shelf, total: SpeakerTotal) -> str:
    """Return what the archive calls a speaker."""
    return shelf.labels.speakers.get(total.id) or VOICE_NAMES.get(total.id) or total.name


def speaker_view(shelf: Shelf, total: SpeakerTotal, stretch: Stretch) -> SpeakerView:
    """Return the view of a speaker's page, or of one part of it."""
    shown = list(shelf.catalog.voices(total.id, stretch.low, stretch.high))
    groups = tuple([_group(shelf, voice) for voice in shown])
    view = SpeakerView(
        total.id,
        speaker_name(shelf, total),
        total.kind,
        addresses.speaker_page(total.id),
        *((), (), (), None),
        sum(voice.statements for voice in shown),
        sum(voice.words for voice in shown),
        0,
        len(shown),
        *((), ()),
        groups if total.id != JOINT else (),
        _by_sides(shelf, groups, shown) if total.id == JOINT else (),
        stretch.pager,
        addresses.feed_of(addresses.speaker_page(total.id)) if shelf.catalog.headings.site.base_url else None,
    )
    # What sums up the whole is on the first page alone, so that a new statement leaves the others as they are.
    return _summed_up(shelf, total, view) if stretch.part is None else view


def _summed_up(shelf: Shelf, total: SpeakerTotal, view: SpeakerView) -> SpeakerView:
    """Return the view with what is told of a speaker once."""
    heading = shelf.catalog.headings.speakers.get(total.id)
    verbs, themes = tuple(counted(shelf.catalog.db, "verb", total.id)), _themes(shelf, total.id)
    return view._replace(
        roles=_roles(shelf, total.id) if total.kind == "person" else (),
        aliases=heading.aliases if heading else (),
        same_as=heading.same_as if heading else (),
        note_html=shelf.note(heading.note) if heading else None,
        statements=total.statements,
        words=total.words,
        words_of_documents=total.document_words,
        records=total.records,
        verbs=verbs,
        themes=themes,
        figures=speaker_figures(view.name, themes, verbs),
    )


def _group(shelf: Shelf, voice: VoiceData) -> Group:
    standing = shelf.at(voice.record)
    return Group(standing.shown, tuple(shelf.sentences(standing, voice.numbers)) if voice.numbers else ())


def _themes(shelf: Shelf, speaker: str) -> tuple[Link, ...]:
    """Return the pages of what a speaker says on each theme, the most frequent first."""
    labels = shelf.labels.themes
    return tuple(
        [
            Link(addresses.said_page(speaker, theme), labels.get(theme, theme), count)
            for theme, count in counted(shelf.catalog.db, "said", speaker)
        ]
    )


def _roles(shelf: Shelf, speaker: str) -> tuple[Role, ...]:
    """Return the titles that the records give a person, the latest first, with the first and last date of each."""
    return tuple(
        [
            Role(one.title, one.state, "principal" if one.led else "attending", one.first, one.last, one.records)
            for one in titles_held(shelf.catalog.db, speaker)
        ]
    )


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
