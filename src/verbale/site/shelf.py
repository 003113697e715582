"""Records at hand while pages are made: each one's heading and voices are made once for many pages; nothing is rendered."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.glossary import NO_WORDS, Matcher, matcher_of
from verbale.catalog.order import UNDATED, year_of
from verbale.site import addresses, wording
from verbale.site.dates import spelled
from verbale.site.linking import linked
from verbale.site.sentences import Frame, sentence_of
from verbale.site.terms import Terms
from verbale.site.text import TO, converter, markdown
from verbale.site.views import RecordHead
from verbale.site.voices import Labels, labels_of, voices_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verbale.catalog.answers import Head
    from verbale.catalog.catalog import Catalog
    from verbale.catalog.entries import Entry
    from verbale.site.partition import Part
    from verbale.site.views import Sentence

KEPT: Final = 450
"""Records kept at hand in a process, up to a hundred kilobytes each."""
LIMIT: Final = 500
"""Entries that a list may have on one page."""


class Standing(NamedTuple):
    """A record at hand; its statements, with the sentences that show them, are made when the first is asked for."""

    head: Head
    shown: RecordHead
    frame: Frame
    made: dict[int, tuple[Entry, Sentence]]


@dataclass(slots=True)
class Shelf:
    """The catalog with records and parts of lists at hand; `limit` is how many entries a list may have on one page.

    Where all that is about one time is made, all statements of a record are made at once (`eager`).
    """

    catalog: Catalog
    labels: Labels
    limit: int = LIMIT
    eager: bool = False
    standing: dict[int, Standing] = field(default_factory=dict)
    parts: dict[tuple[str, str], tuple[Part, ...]] = field(default_factory=dict)
    timed: dict[tuple[str, str], list[tuple[str, int]]] = field(default_factory=dict)
    glossary: Matcher = NO_WORDS

    def at(self, key: int) -> Standing:
        """Return a record by its key in the catalog, kept at hand as long as there is room."""
        found = self.standing.get(key)
        return found if found is not None else self.put(self.catalog.head(key))

    def put(self, head: Head) -> Standing:
        """Put a record on the shelf and return it."""
        found = self.standing.get(head.key)
        if found is not None:
            return found
        voices = voices_of(head.participants, head.parties, head.speaking, self.labels)
        standing = Standing(
            head,
            shown_head(head),
            Frame(
                head.id,
                voices,
                self.labels,
                partial(self.html, record=head.id),
                Terms(head.expanded, self.glossary, wording.direction(head.language)),
            ),
            {},
        )
        # Where a list runs through all of time, what is kept would push out what comes round again soonest.
        if len(self.standing) < KEPT:
            self.standing[head.key] = standing
        return standing

    def begin(self, *, whole: bool) -> None:
        """Make room for the records of other pages; `whole` is whether all of their statements will be wanted."""
        if whole or len(self.standing) > KEPT // 2:
            self.standing.clear()
        self.eager = whole

    def periods(self, kind: str, id_: str = "") -> list[tuple[str, int]]:
        """Return the months, years and "" (undated) in a list, each with its entries, in order."""
        found = self.timed.get((kind, id_))
        if found is None:
            found = self.catalog.periods(kind, id_)
            # Of a list about one of many, the parts are kept instead: together they are half as long, or less.
            if not id_:
                self.timed[kind, id_] = found
        return found

    def know_length(self, kind: str, id_: str, entries: int) -> None:
        """Take it that a list has so many entries; where they fit one page, when they were is not asked."""
        if entries <= self.limit:
            self.parts[kind, id_] = ()
            self.timed[kind, id_] = [(UNDATED, entries)]

    def forget_list(self, kind: str, id_: str) -> None:
        """Put away what is at hand of a list that is not asked for soon again."""
        self.parts.pop((kind, id_), None)
        self.timed.pop((kind, id_), None)

    def html(self, text: str, record: str = "") -> str:
        """Return Markdown as HTML, in a note of a `record` where that has an id."""
        html = self.catalog.note(text, markdown)
        return linked(self.catalog, self.labels, html, record) if TO in html else html

    def convert_notes(self) -> None:
        """Turn the notes of all themes and speakers into HTML and keep that in the catalog: lists show them at each build."""
        headings = self.catalog.headings
        notes = [one.note for one in headings.themes.values()] + [one.note for one in headings.speakers.values()]
        if any(notes):
            convert = converter()
            for note in filter(None, notes):
                self.catalog.note(note, convert)

    def note(self, text: str | None) -> str | None:
        """Return a note as HTML, `None` where there is none."""
        return self.html(text) if text else None

    def sentences(self, standing: Standing, numbers: Sequence[int] | None = None) -> list[Sentence]:
        """Return sentences of a record, all or those with the numbers given, in order."""
        made = standing.made
        if numbers is None or (self.eager and not made and standing.head.key in self.standing):
            self._make(standing, None)
            return [made[number][1] for number in numbers or sorted(made)]
        missing = [number for number in numbers if number not in made]
        if missing:
            self._make(standing, missing)
        return [made[number][1] for number in numbers]

    def entries(self, standing: Standing) -> tuple[Entry, ...]:
        """Return all statements of a record, in order."""
        self._make(standing, None)
        return tuple([standing.made[number][0] for number in sorted(standing.made)])

    def _make(self, standing: Standing, numbers: Sequence[int] | None) -> None:
        """Make the sentences with these numbers, or all of a record that are not there yet."""
        made = standing.made
        if numbers is None and len(made) == standing.head.statements:
            return
        for entry in self.catalog.entries(standing.head.key, numbers):
            made[entry.number] = entry, sentence_of(standing.frame, entry)


def shelf_of(catalog: Catalog, limit: int = LIMIT) -> Shelf:
    """Return an empty shelf before a catalog."""
    headings = catalog.headings
    labels = labels_of(
        {theme.id: theme.label for theme in headings.themes.values()},
        {speaker.id: speaker.name for speaker in headings.speakers.values()},
    )
    return Shelf(catalog, labels, limit, glossary=matcher_of(headings.terms))


def shown_head(head: Head) -> RecordHead:
    """Return what is shown of a record wherever it is mentioned."""
    date = head.event.date
    return RecordHead(
        head.id,
        addresses.record_page(head.id),
        head.title,
        date,
        spelled(date),
        year_of(head.rank),
        head.event,
        head.publisher,
        head.language,
        head.statements,
        head.points,
    )
