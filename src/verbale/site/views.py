"""What views are made of: frozen values for pages, with every address counted from the site's root; no queries here.

A template turns an address into a relative link with its page's `root` (`""`, `"../"`, …), so that a site works from
disk and under any path. Dates are EDTF with a spelled form beside them. They are named tuples, which take a quarter of a frozen
dataclass's time to make, and less to import.
"""

from __future__ import annotations

from typing import NamedTuple

from verbale.record import Event, Statement


class Link(NamedTuple):
    """An address from the site's root, with its text, and a count where one is shown beside it."""

    url: str
    label: str
    count: int | None = None  # type: ignore[assignment]  # it hides a method of tuples, which nobody needs here


class Site(NamedTuple):
    """What `content/site.yaml` says of the whole archive.

    `pages` are the pages that people wrote (`content/pages/`), `about.html` first, for navigation and footer; `feed` is
    the address of the Atom feed from the site's root, which there is only where a base URL is set.
    """

    title: str
    description: str
    base_url: str | None = None
    publisher: str | None = None
    licence: str | None = None
    language: str = "en"
    pages: tuple[Link, ...] = ()
    feed: str | None = None
    glossary: str | None = None


class Voice(NamedTuple):
    """A speaker as one record shows it.

    `kind` is person, party, joint, narrator or unknown. `css` are the classes that set its colour and line style:
    `v-a`, `v-b`, `v-c`, `v-d` by the order of the principals' ids, `v-o` for others, `v-j`, `v-n`, `v-u`, and `v-p` beside the hue of
    a party's principal. `lane` is the strip's lane: 0, 1, … for principals and others, -1 for all lanes, -2 for none.
    `qualifier` is a title and state, or a word that says what kind of voice this is.
    """

    id: str
    name: str
    kind: str
    css: str
    lane: int
    url: str | None = None
    qualifier: str | None = None


class PointRef(NamedTuple):
    """An agreed point where it is mentioned: `number` counts from 1 in its record."""

    number: int
    id: str
    label: str
    act: str
    text: str
    url: str
    sentence: int
    themes: tuple[Link, ...] = ()


class Piece(NamedTuple):
    """A slice of a sentence: the source's words, whether they are the cue, and the agreed point that they belong to; `html` has terms marked."""

    text: str
    cue: bool = False
    point: PointRef | None = None
    point_starts: bool = False
    html: str | None = None


class Correction(NamedTuple):
    """One place where the record differs from what the parser said: `what` in the archive's terms ("speaker")."""

    item: str
    what: str
    parser: str
    editor: str
    note_html: str | None = None
    url: str | None = None


class Sentence(NamedTuple):
    """A statement as a page shows it: `number` counts from 1 in its record, `pieces` joined are the source's words.

    `html` are the words as HTML where no agreed point is in them: these are the same on every page, and made once.
    `length` counts its words.
    """

    statement: Statement
    number: int
    url: str
    voice: Voice
    pieces: tuple[Piece, ...]
    themes: tuple[Link, ...] = ()
    points: tuple[PointRef, ...] = ()
    sides: tuple[Voice, ...] = ()
    also: tuple[Voice, ...] = ()
    from_number: int | None = None
    note_html: str | None = None
    html: str | None = None
    length: int = 0


class FurnitureItem(NamedTuple):
    """Furniture, on its own or between the sentences of a paragraph."""

    kind: str
    text: str


class Turn(NamedTuple):
    """A run of one voice inside a paragraph; `again` where the voice goes on from the turn before."""

    voice: Voice
    again: bool
    items: tuple[Sentence | FurnitureItem, ...]


class Block(NamedTuple):
    """A paragraph of the body with its turns, or (number `None`) furniture on a line of its own, in source order."""

    number: int | None
    turns: tuple[Turn, ...] = ()
    furniture: tuple[FurnitureItem, ...] = ()


class Cell(NamedTuple):
    """A statement in the strip: `x` and `width` in per cent of the document's length; `tick` is a paragraph's number."""

    sentence_id: str
    number: int
    voice: Voice
    x: float
    width: float
    title: str
    tick: int | None = None


class Strip(NamedTuple):
    """Who spoke when: the cells in order, and the voices that have lanes."""

    cells: tuple[Cell, ...]
    lanes: tuple[Voice, ...]
    others: tuple[Voice, ...] = ()


class Tally(NamedTuple):
    """How much of a document a voice has: statements and words (runs of non-space)."""

    voice: Voice
    statements: int
    words: int
    share: float


class Pick(NamedTuple):
    """What a reader may pick of a record: all by one voice, or all on one theme; `numbers` are those of its sentences.

    `key` is a class for these sentences on the page, in capitals.
    """

    key: str
    label: str
    numbers: tuple[int, ...]
    of_theme: bool = False


class FigureRow(NamedTuple):
    """A row of a figure and of its table: the label, its address empty where it has none, and the values."""

    label: Link
    values: tuple[int, ...]
    css: str = ""


class Figure(NamedTuple):
    """A figure, as bars of each row's first value, `upright` beside one another, or (`grid`) a disc for each value.

    `columns` are the heads of its table.

    `styles` are the classes of the voices that the columns of a grid stand for, where these have colours.
    """

    id: str
    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    grid: bool = False
    styles: tuple[str, ...] = ()
    upright: bool = False


class RecordHead(NamedTuple):
    """A record where it is mentioned: enough for a heading, a line of facts and a reference."""

    id: str
    url: str
    title: str
    date: str | None
    date_text: str
    year: str
    event: Event
    publisher: str | None
    language: str
    statements: int
    points: int


class Pager(NamedTuple):
    """Where a long list is split: into years, a long year into months, a long month into pages.

    On the list's first page `years` has all years with counts, and the list shows the newest entries only. On a part
    `period` names the stretch of time ("2021", "June 2021", "undated"), `whole` leads back to the first page, `years`
    has no counts (so that a new entry leaves the other parts as they are), and `months` are those of a year that has
    pages for its months. `number` of `total` are the pages of one month or year; `previous` and `next` lead to the part
    before and after in time. A list on one page has the defaults.
    """

    number: int = 1
    total: int = 1
    previous: Link | None = None
    next: Link | None = None
    years: tuple[Link, ...] = ()
    period: str | None = None
    months: tuple[Link, ...] = ()
    whole: Link | None = None
