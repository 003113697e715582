"""Records at hand while pages are made: each one's heading and voices are made once for many pages; nothing is rendered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.order import year_of
from verbale.site import addresses
from verbale.site.dates import spelled
from verbale.site.sentences import Frame, sentence_of
from verbale.site.views import RecordHead
from verbale.site.voices import Labels, labels_of, voices_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verbale.catalog.catalog import Catalog, Head
    from verbale.catalog.entries import Entry
    from verbale.site.partition import Part
    from verbale.site.views import Sentence

KEPT: Final = 600
"""Records kept at hand in a process, up to a hundred kilobytes each."""
LIMIT: Final = 500
"""Entries that a list may have on one page."""


class Standing(NamedTuple):
    """A record at hand; its statements, with the sentences that show them, are made when the first is asked for."""

    head: Head
    shown: RecordHead
    frame: Frame
    made: list[tuple[Entry, Sentence]]


@dataclass(slots=True)
class Shelf:
    """The catalog with records and parts of lists at hand; `limit` is how many entries a list may have on one page."""

    catalog: Catalog
    labels: Labels
    limit: int = LIMIT
    standing: dict[int, Standing] = field(default_factory=dict)
    parts: dict[tuple[str, str], tuple[Part, ...]] = field(default_factory=dict)

    def at(self, key: int) -> Standing:
        """Return a record by its key in the catalog."""
        found = self.standing.get(key)
        return found if found is not None else self.put(self.catalog.head(key))

    def put(self, head: Head) -> Standing:
        """Put a record on the shelf and return it."""
        found = self.standing.get(head.key)
        if found is not None:
            return found
        if len(self.standing) >= KEPT:
            for key in list(self.standing)[: KEPT // 4]:
                del self.standing[key]
        voices = voices_of(head.participants, head.parties, head.speaking, self.labels)
        standing = Standing(head, shown_head(head), Frame(head.id, voices, self.labels), [])
        self.standing[head.key] = standing
        return standing

    def sentences(self, key: int, numbers: Sequence[int] | None = None) -> list[Sentence]:
        """Return sentences of a record, all or those with the numbers given, in order."""
        made = self._made(key)
        return [sentence for _, sentence in made] if numbers is None else [made[number - 1][1] for number in numbers]

    def entries(self, key: int) -> tuple[Entry, ...]:
        """Return all statements of a record, in order."""
        return tuple([entry for entry, _ in self._made(key)])

    def _made(self, key: int) -> list[tuple[Entry, Sentence]]:
        standing = self.at(key)
        if not standing.made:
            standing.made.extend((entry, sentence_of(standing.frame, entry)) for entry in self.catalog.entries(key))
        return standing.made


def shelf_of(catalog: Catalog, limit: int = LIMIT) -> Shelf:
    """Return an empty shelf before a catalog."""
    headings = catalog.headings
    labels = labels_of(
        {theme.id: theme.label for theme in headings.themes.values()},
        {speaker.id: speaker.name for speaker in headings.speakers.values()},
    )
    return Shelf(catalog, labels, limit)


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
