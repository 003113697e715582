"""Records at hand while pages are made: each one's heading and voices are made once for many pages; nothing is rendered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.order import year_of
from verbale.site import addresses
from verbale.site.dates import spelled
from verbale.site.sentences import Frame
from verbale.site.views import RecordHead
from verbale.site.voices import Labels, voices_of

if TYPE_CHECKING:
    from verbale.catalog.catalog import Catalog, Head

KEPT: Final = 1_000
"""Records kept at hand in a process, some kilobytes each."""
LIMIT: Final = 500
"""Entries that a list may have on one page."""


class Standing(NamedTuple):
    """A record at hand."""

    head: Head
    shown: RecordHead
    frame: Frame


@dataclass(slots=True)
class Shelf:
    """The catalog with the records at hand; `limit` is the number of entries that a list may have on one page."""

    catalog: Catalog
    labels: Labels
    limit: int = LIMIT
    standing: dict[int, Standing] = field(default_factory=dict)

    def at(self, key: int) -> Standing:
        """Return a record by its key in the catalog."""
        found = self.standing.get(key)
        return found if found is not None else self.put(self.catalog.head(key))

    def put(self, head: Head) -> Standing:
        """Put a record on the shelf and return it."""
        if len(self.standing) >= KEPT:
            self.standing.clear()
        voices = voices_of(head.participants, head.parties, head.speaking, self.labels)
        standing = Standing(head, shown_head(head), Frame(head.id, voices, self.labels))
        self.standing[head.key] = standing
        return standing


def shelf_of(catalog: Catalog, limit: int = LIMIT) -> Shelf:
    """Return an empty shelf before a catalog."""
    headings = catalog.headings
    labels = Labels(
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
