"""The views of the home page and of the indexes: the whole archive at a glance, and its lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verbale.catalog.order import year_of
from verbale.record import ACTS
from verbale.site import addresses
from verbale.site.pageviews import HomeView, IndexView, RecordEntry, SpeakerEntry, ThemeEntry
from verbale.site.recordview import reading_of, record_view
from verbale.site.speakerview import speaker_name
from verbale.site.stripview import small_strip
from verbale.site.text import plain
from verbale.site.views import Link, Pager
from verbale.site.voices import principals_of

if TYPE_CHECKING:
    from verbale.catalog.answers import Head, SpeakerTotal
    from verbale.site.lists import Stretch
    from verbale.site.shelf import Shelf
    from verbale.site.views import PointRef, RecordHead, Voice

NEWEST_AT_HOME: Final = 20
SPEAKERS_AT_HOME: Final = 12
STRIPS: Final = 40
"""Records on one page up to which each has its strip."""


def home_view(shelf: Shelf) -> HomeView:
    """Return the view of the front page: one record's, or a timeline of many."""
    records, statements, points = shelf.catalog.sums()
    newest = shelf.catalog.heads(limit=NEWEST_AT_HOME)
    lead = None
    if records == 1:
        reading = reading_of(shelf, newest[0].id)
        lead = record_view(shelf, reading) if reading else None
    refs = lead.points if lead else ()
    return HomeView(
        records,
        statements,
        points,
        tuple([record_entry(shelf, head, strip=True) for head in newest]),
        lead,
        _years(shelf),
        theme_tree(shelf, with_voices=lead is not None),
        tuple([speaker_entry(shelf, total) for total in _heard(shelf)[:SPEAKERS_AT_HOME]]),
        tuple([(act, found) for act in ACTS if (found := tuple([ref for ref in refs if ref.act == act]))]),
        tuple(sorted(shelf.catalog.acts(), key=lambda item: ACTS.index(item[0]))),
    )


def records_view(shelf: Shelf, stretch: Stretch) -> IndexView:
    """Return the view of the index of records, or of one part of it."""
    heads = _heads(shelf, stretch)
    strip = len(heads) <= STRIPS
    entries = tuple([record_entry(shelf, head, strip=strip) for head in heads])
    return IndexView("records", "Records", records=entries, total=stretch.entries, pager=stretch.pager)


def points_view(shelf: Shelf, stretch: Stretch) -> IndexView:
    """Return the view of the index of agreed points, or of one part of it."""
    points = tuple([_with_points(shelf, head) for head in _heads(shelf, stretch) if head.points])
    return IndexView("points", "Agreed points", points=points, total=stretch.entries, pager=stretch.pager)


def speakers_view(shelf: Shelf, number: int) -> tuple[IndexView, int]:
    """Return the view of page `number`, from 1, of the index of speakers, and how many pages there are."""
    totals = [total for total in shelf.catalog.speaker_totals() if total.id not in {"narrator", "unknown"}]
    pages = -(-len(totals) // shelf.limit) or 1
    shown = totals[(number - 1) * shelf.limit : number * shelf.limit]
    entries = tuple([speaker_entry(shelf, total) for total in shown])
    pager = Pager() if pages == 1 else _numbered(addresses.index_page("speakers"), "Speakers", number, pages)
    return IndexView("speakers", "Speakers", speakers=entries, total=len(totals), pager=pager), pages


def themes_view(shelf: Shelf) -> IndexView:
    """Return the view of the index of themes."""
    total = len(shelf.catalog.headings.themes)
    single = shelf.catalog.sums()[0] == 1
    return IndexView("themes", "Themes", themes=theme_tree(shelf, with_voices=single), total=total)


def record_entry(shelf: Shelf, head: Head, *, strip: bool) -> RecordEntry:
    """Return a record in a list."""
    _, shown, frame, _ = shelf.put(head)
    principals = tuple([frame.voices[id_] for id_ in principals_of(head.participants)])
    return RecordEntry(shown, principals, small_strip(shelf.catalog.strip(head.key), frame.voices) if strip else None)


def speaker_entry(shelf: Shelf, total: SpeakerTotal) -> SpeakerEntry:
    """Return a speaker in a list."""
    url = addresses.speaker_page(total.id)
    return SpeakerEntry(
        Link(url, speaker_name(shelf, total)), total.kind, total.qualifier, total.records, total.statements
    )


def theme_tree(shelf: Shelf, *, with_voices: bool) -> tuple[ThemeEntry, ...]:
    """Return the themes without a broader one, by label, each with those below it."""
    totals = shelf.catalog.theme_totals()
    below: dict[str | None, list[str]] = {}
    themes = shelf.catalog.headings.themes
    for theme in sorted(themes.values(), key=lambda theme: (theme.label, theme.id)):
        below.setdefault(theme.broader if theme.broader in themes else None, []).append(theme.id)

    def entry(theme_id: str) -> ThemeEntry:
        theme = themes[theme_id]
        _, statements, points = totals.get(theme_id, (0, 0, 0))
        return ThemeEntry(
            shelf.labels.theme(theme_id),
            plain(theme.note) if theme.note else None,
            statements,
            points,
            tuple([entry(narrower) for narrower in below.get(theme_id, ())]),
            _theme_voices(shelf, theme_id) if with_voices else (),
        )

    return tuple([entry(theme_id) for theme_id in below.get(None, ())])


def _theme_voices(shelf: Shelf, theme_id: str) -> tuple[tuple[Voice, int], ...]:
    """Count a theme's statements by voice; only where one record is the whole archive, or the counts would not end."""
    counts: dict[str, tuple[Voice, int]] = {}
    for key, numbers, _ in shelf.catalog.bearing(theme_id):
        for sentence in shelf.sentences(shelf.at(key), numbers):
            voice = sentence.voice
            counts[voice.id] = (voice, counts.get(voice.id, (voice, 0))[1] + 1)
    return tuple(counts.values())


def _heads(shelf: Shelf, stretch: Stretch) -> list[Head]:
    return shelf.catalog.heads(stretch.low, stretch.high)


def _with_points(shelf: Shelf, head: Head) -> tuple[RecordHead, tuple[PointRef, ...]]:
    standing = shelf.put(head)
    refs = [ref for sentence in shelf.sentences(standing) for ref in sentence.points]
    return standing.shown, tuple(sorted(refs, key=lambda ref: ref.number))


def _heard(shelf: Shelf) -> list[SpeakerTotal]:
    totals = shelf.catalog.speaker_totals()
    return [total for total in totals if total.statements and total.id not in {"narrator", "unknown"}]


def _years(shelf: Shelf) -> tuple[Link, ...]:
    """Return the years of the archive with their records, newest first, each with its page where the list is split."""
    counts: dict[str, int] = {}
    for period, entries in shelf.periods("records"):
        counts[year_of(period)] = counts.get(year_of(period), 0) + entries
    index = addresses.index_page("records")
    split = sum(counts.values()) > shelf.limit
    return tuple(
        [
            Link(addresses.part_page(index, year) if split else f"{index}#y_{year}", year, count)
            for year, count in reversed(counts.items())
        ],
    )


def _numbered(list_page: str, title: str, number: int, pages: int) -> Pager:
    def link(to: int) -> Link | None:
        return Link(addresses.numbered_page(list_page, to), f"{title}, page {to}") if 1 <= to <= pages else None

    return Pager(number, pages, link(number - 1), link(number + 1))
