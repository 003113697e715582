"""What each template gets: a view for each kind of page, of the parts in `views.py`; no queries here."""

from __future__ import annotations

from typing import NamedTuple

from verbale.record import Participant, Record, SourceEntry
from verbale.site.views import (
    Block,
    Correction,
    Figure,
    Link,
    Pager,
    Pick,
    PointRef,
    RecordHead,
    Sentence,
    Strip,
    Tally,
    Voice,
)


class RecordView(NamedTuple):
    """A record page."""

    head: RecordHead
    record: Record
    voices: tuple[Voice, ...]
    present: tuple[tuple[Participant, Voice | None], ...]
    blocks: tuple[Block, ...]
    strip: Strip
    tally: tuple[Tally, ...]
    points: tuple[PointRef, ...]
    themes: tuple[Link, ...]
    picks: tuple[Pick, ...]
    downloads: tuple[Link, ...]
    other_accounts: tuple[RecordHead, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    corrections: tuple[Correction, ...] = ()
    note_html: str | None = None
    terms: tuple[Link, ...] = ()


class PointView(NamedTuple):
    """An agreed point's page: its sentence, the ones before and after, and who else here speaks of its themes."""

    head: RecordHead
    source: SourceEntry
    point: PointRef
    total: int
    verb: str | None
    cue: str | None
    sides: tuple[Voice, ...]
    sentence: Sentence
    before: Sentence | None
    after: Sentence | None
    siblings: tuple[PointRef, ...]
    elsewhere: tuple[tuple[Link, tuple[Sentence, ...]], ...]
    previous: PointRef | None
    next: PointRef | None
    note_html: str | None = None


class Group(NamedTuple):
    """Statements of one record on a speaker's or a theme's page."""

    head: RecordHead
    sentences: tuple[Sentence, ...]


class Role(NamedTuple):
    """A title that the records give a person, with the first and last date on which they do."""

    title: str | None
    state: str | None
    role: str
    first: str | None
    last: str | None
    records: int


class SpeakerView(NamedTuple):
    """A speaker's page, or one part of it.

    A group without sentences is a record in which the speaker was present and is not reported to have spoken. Joint
    statements are in `by_sides` alone, grouped by set of sides. On a part (`pager.period`), sums are those of the part, and what
    sums up the whole (roles, verbs, themes, figures) is empty. `feed` is there only where the site has a base URL.
    """

    id: str
    name: str
    kind: str
    url: str
    roles: tuple[Role, ...]
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    note_html: str | None
    statements: int
    words: int
    words_of_documents: int
    records: int
    verbs: tuple[tuple[str, int], ...]
    themes: tuple[Link, ...]
    groups: tuple[Group, ...]
    by_sides: tuple[tuple[str, tuple[Group, ...]], ...] = ()
    pager: Pager = Pager()
    feed: str | None = None
    figures: tuple[Figure, ...] = ()


class SaidView(NamedTuple):
    """What one speaker says on one theme (narrower themes included), or one part of it; sums are those of what is shown."""

    name: str
    kind: str
    speaker: Link
    theme: Link
    statements: int
    records: int
    groups: tuple[Group, ...]
    pager: Pager = Pager()


class MatrixRow(NamedTuple):
    """A theme with what each of the speakers says on it, in their order; `None` where nothing is recorded.

    `depth` is how many themes are above it.
    """

    theme: Link
    depth: int
    cells: tuple[Link | None, ...]


class MatrixView(NamedTuple):
    """The table of speakers and themes, or one page of it: who says how much on what.

    `shown` of `speakers` are in the table (those who say most), `themes` is how many rows are left out at its end.
    """

    heads: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    shown: int
    speakers: int
    left_out: int
    pager: Pager = Pager()


class TermView(NamedTuple):
    """A term of the glossary, or one part of its page: what it is, and where it is mentioned; `kind` as in its file."""

    label: str
    kind: str
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    note_html: str | None
    statements: int
    groups: tuple[Group, ...]
    pager: Pager = Pager()


class GlossaryView(NamedTuple):
    """The list of all terms by kind; a link's count is the number of sentences."""

    total: int
    kinds: tuple[tuple[str, tuple[Link, ...]], ...]


class FiguresView(NamedTuple):
    """The page of figures of the whole archive."""

    records: int
    statements: int
    figures: tuple[Figure, ...]


class ThemeGroup(NamedTuple):
    """What one record has on a theme, in columns by speaker; `share` is a column's part of the words, `silent` are the principals without any."""

    head: RecordHead
    columns: tuple[tuple[Voice, float, tuple[Sentence, ...]], ...]
    points: tuple[PointRef, ...] = ()
    silent: tuple[str, ...] = ()


class ThemeView(NamedTuple):
    """A theme's page, or one part of it; narrower themes are part of it, and on a part sums are those of the part.

    `feed` is there only where the site has a base URL.
    """

    id: str
    label: str
    url: str
    note_html: str | None
    broader: Link | None
    narrower: tuple[Link, ...]
    statements: int
    points: int
    records: int
    groups: tuple[ThemeGroup, ...]
    pager: Pager = Pager()
    feed: str | None = None
    figures: tuple[Figure, ...] = ()


class SpeakerEntry(NamedTuple):
    """A speaker in a list."""

    link: Link
    kind: str
    qualifier: str | None
    records: int
    statements: int


class ThemeEntry(NamedTuple):
    """A theme in a list; `voices` are the counts by speaker, where one record makes the whole archive."""

    link: Link
    note: str | None
    statements: int
    points: int
    narrower: tuple[ThemeEntry, ...] = ()
    voices: tuple[tuple[Voice, int], ...] = ()


class RecordEntry(NamedTuple):
    """A record in a list; the strip is `None` where the list is long."""

    head: RecordHead
    principals: tuple[Voice, ...]
    strip: Strip | None = None


class HomeView(NamedTuple):
    """The front page: one record's, or a timeline of many."""

    records: int
    statements: int
    points: int
    newest: tuple[RecordEntry, ...]
    lead: RecordView | None
    years: tuple[Link, ...]
    themes: tuple[ThemeEntry, ...]
    speakers: tuple[SpeakerEntry, ...]
    acts: tuple[tuple[str, tuple[PointRef, ...]], ...]
    act_counts: tuple[tuple[str, int], ...]


class IndexView(NamedTuple):
    """`records/`, `speakers/`, `themes/` and `points/` index pages and the year pages of records."""

    kind: str
    title: str
    records: tuple[RecordEntry, ...] = ()
    speakers: tuple[SpeakerEntry, ...] = ()
    themes: tuple[ThemeEntry, ...] = ()
    points: tuple[tuple[RecordHead, tuple[PointRef, ...]], ...] = ()
    total: int = 0
    pager: Pager = Pager()


class CorrectionsView(NamedTuple):
    """`corrections.html`, or one part of it: the records in which a person overruled the parser, with all such places."""

    groups: tuple[tuple[RecordHead, tuple[Correction, ...]], ...]
    total: int
    pager: Pager = Pager()


class TextView(NamedTuple):
    """A page that a person wrote in Markdown (`content/pages/`), or the 404 page with an empty body."""

    title: str
    html: str


class RedirectView(NamedTuple):
    """What stands at an old address (`was:`, `retired:`): the page that took its place, or that tells what became of it."""

    target: Link
