"""What pages ask of the catalog: records, statements and relations, by query; it only reads, and knows no page.

A place in time is a rank (`order.py`); a stretch of it is a lowest and a highest rank, both inclusive.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.answers import Dated, Head, SpeakerTotal, VoiceData, Whole, head_of
from verbale.catalog.canonical import joined
from verbale.catalog.headings import Headings, kept_headings
from verbale.catalog.listing import ENTRIES, PERIOD
from verbale.catalog.rows import unpack
from verbale.catalog.sayings import listed
from verbale.jsontext import unpacked
from verbale.recordshape import from_plain

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from verbale.catalog.entries import Entry

FIRST: Final = ""
LAST: Final = "~"
"""Ranks before and after all others."""
MOST_NUMBERS: Final = 500
"""Numbers of statements that one query names: SQLite takes 999 everywhere, and more as it was compiled."""
_HEAD: Final = (
    "SELECT r.key, r.id, r.rank, r.statements, r.points, b.head FROM record r JOIN body b ON b.record = r.key"
)
_DATED: Final = "SELECT id, title, date, changed, statements, points FROM record"


class Catalog(NamedTuple):
    """The catalog as it is asked; `headings` are what people wrote for the whole archive; notes are kept if `writable`."""

    db: sqlite3.Connection
    headings: Headings
    writable: bool = False

    def record_ranks(self) -> Iterator[tuple[str, str]]:
        """Give the rank and id of all records, in order."""
        return self.db.execute("SELECT rank, id FROM record ORDER BY rank")

    def key(self, record_id: str) -> int | None:
        """Return the key of a record, `None` where there is no such id."""
        row = self.db.execute("SELECT key FROM record WHERE id = ?", (record_id,)).fetchone()
        return row[0] if row else None

    def whole(self, head: Head, entries: tuple[Entry, ...]) -> Whole:
        """Return a record whose statements are at hand."""
        query = "SELECT r.path, b.rest FROM record r JOIN body b ON b.record = r.key WHERE r.key = ?"
        path, data = self.db.execute(query, (head.key,)).fetchone()
        rest = unpacked(data)
        record, _ = from_plain(unpacked(rest["frame"]))
        assert record is not None  # noqa: S101 - it was read once already
        points = sorted((numbered for entry in entries for numbered in entry.points), key=lambda numbered: numbered[0])
        numbers = rest["order"] or range(1, len(entries) + 1)
        record = replace(
            record,
            statements=tuple([entries[number - 1].statement for number in numbers]),
            agreed=tuple([point for _, point in points]),
        )
        return Whole(head, path, record, entries, tuple(rest["places"]), tuple(map(tuple, rest["differences"])))

    def head(self, key: int) -> Head:
        """Return what is shown of a record, by its key."""
        return head_of(self.db.execute(f"{_HEAD} WHERE r.key = ?", (key,)).fetchone())

    def heads(self, low: str = FIRST, high: str = LAST, limit: int = -1, *, corrected: bool = False) -> list[Head]:
        """Return the records in a stretch of time, newest first, or those where a person overruled the parser."""
        which = "r.corrections AND r.rank" if corrected else "r.rank"
        rows = self.db.execute(
            f"{_HEAD} WHERE {which} BETWEEN ? AND ? ORDER BY r.rank DESC LIMIT ?", (low, high, limit)
        )
        return [head_of(row) for row in rows]

    def neighbours(self, rank: str) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
        """Return the records before and after a place in time, each by id and title."""
        before = "SELECT id, title FROM record WHERE rank < ? ORDER BY rank DESC LIMIT 1"
        after = "SELECT id, title FROM record WHERE rank > ? ORDER BY rank LIMIT 1"
        return self.db.execute(before, (rank,)).fetchone(), self.db.execute(after, (rank,)).fetchone()

    def other_accounts(self, head: Head) -> list[Head]:
        """Return the other records of a record's event, in order."""
        rows = self.db.execute(f"{_HEAD} WHERE r.event = ? AND r.key <> ? ORDER BY r.rank", (head.event.id, head.key))
        return [head_of(row) for row in rows]

    def entries(self, key: int, numbers: Sequence[int] | None = None) -> Iterator[Entry]:
        """Give the statements of a record, in order, all or those with the numbers given."""
        query = "SELECT number, from_number, data, points FROM statement WHERE record = ?{} ORDER BY number"
        if numbers is None or len(numbers) > MOST_NUMBERS:
            wanted = None if numbers is None else frozenset(numbers)
            for row in self.db.execute(query.format(""), (key,)):
                if wanted is None or row[0] in wanted:
                    yield unpack(*row)
            return
        # With a place for each number there are few queries, and SQLite keeps what it compiled of them.
        chosen = f" AND number IN ({','.join('?' * len(numbers))})"
        for row in self.db.execute(query.format(chosen), (key, *numbers)):
            yield unpack(*row)

    def canonical(self, key: int) -> str:
        """Return the canonical JSON of a record."""
        (data,) = self.db.execute("SELECT rest FROM body WHERE record = ?", (key,)).fetchone()
        rest = unpacked(data)
        rows = self.db.execute("SELECT data, points FROM statement WHERE record = ? ORDER BY number", (key,)).fetchall()
        points = [line.partition("\t") for _, found in rows if found for line in found.split("\n")]
        lines = [rows[number - 1][0] for number in rest["order"] or range(1, len(rows) + 1)]
        return joined(rest["frame"], lines, [line for _, _, line in sorted(points, key=lambda one: int(one[0]))])

    def strip(self, key: int) -> list[tuple[str, int, int]]:
        """Return speaker, length in code points and paragraph of each statement of a record."""
        (data,) = self.db.execute("SELECT json_extract(rest, '$.strip') FROM body WHERE record = ?", (key,)).fetchone()
        return [tuple(cell) for cell in unpacked(data)]

    def periods(self, kind: str, id_: str = "") -> list[tuple[str, int]]:
        """Return the months ("2021-06"), years ("2021") and "" (undated) in a list, each with its entries, in order."""
        if kind in {"speaker", "theme"}:
            return listed(self.db, kind, id_)
        query = f"SELECT {PERIOD} AS period, sum(entries) FROM (SELECT rank, {ENTRIES[kind]}) GROUP BY period ORDER BY period"  # noqa: S608
        return self.db.execute(query, (id_,)).fetchall()

    def ranks(self, kind: str, id_: str, low: str, high: str) -> list[tuple[str, int]]:
        """Return the ranks of a list in a stretch of time, each with its entries, in order."""
        query = f"SELECT rank, {ENTRIES[kind]} AND rank BETWEEN ? AND ? ORDER BY rank"
        return self.db.execute(query, (id_, low, high)).fetchall()

    def voices(self, speaker: str, low: str = FIRST, high: str = LAST) -> Iterator[VoiceData]:
        """Give a speaker's records in a stretch of time, newest first."""
        query = (
            "SELECT record, rank, statements, words, data FROM voice WHERE speaker = ? AND rank BETWEEN ? AND ? "
            "ORDER BY rank DESC"
        )
        for record, rank, statements, words, data in self.db.execute(query, (speaker, low, high)):
            yield VoiceData(record, rank, statements, words, *unpacked(data))

    def bearing(self, theme: str, low: str = FIRST, high: str = LAST) -> Iterator[tuple[int, list[int], list[int]]]:
        """Give the records that bear a theme, newest first: key, numbers of statements, numbers of points."""
        query = "SELECT record, data FROM bears WHERE theme = ? AND rank BETWEEN ? AND ? ORDER BY rank DESC"
        for record, data in self.db.execute(query, (theme, low, high)):
            statements, points = unpacked(data)
            yield record, statements, points

    def speaker_total(self, speaker: str) -> SpeakerTotal | None:
        """Return the sums of one speaker."""
        row = self.db.execute("SELECT * FROM speaker_total WHERE speaker = ?", (speaker,)).fetchone()
        return SpeakerTotal(*row) if row else None

    def speaker_totals(self) -> list[SpeakerTotal]:
        """Return the sums of all speakers, those who say most first."""
        rows = self.db.execute("SELECT * FROM speaker_total ORDER BY statements DESC, records DESC, speaker")
        return [SpeakerTotal(*row) for row in rows]

    def theme_totals(self) -> dict[str, tuple[int, int, int]]:
        """Return records, statements and agreed points of each theme that any record bears."""
        return {theme: tuple(sums) for theme, *sums in self.db.execute("SELECT * FROM theme_total")}

    def sums(self) -> tuple[int, int, int]:
        """Return how many records, statements and agreed points there are."""
        row = self.db.execute("SELECT count(*), coalesce(sum(statements), 0), coalesce(sum(points), 0) FROM record")
        records, statements, points = row.fetchone()
        return records, statements, points

    def acts(self) -> list[tuple[str, int]]:
        """Return how many agreed points are put by each act."""
        return self.db.execute("SELECT act, sum(points) FROM act GROUP BY act").fetchall()

    def dated(self, limit: int) -> list[Dated]:
        """Return the records that were last changed, latest first."""
        rows = self.db.execute(f"{_DATED} ORDER BY changed DESC, rank DESC LIMIT ?", (limit,))
        return [Dated(*row) for row in rows]

    def dated_points(self, low: str = FIRST, high: str = LAST) -> Iterator[tuple[Dated, list[str]]]:
        """Give the records in a stretch of time, in order, each with the ids of its agreed points."""
        query = _DATED.replace(" FROM", ", point_ids FROM") + " WHERE rank BETWEEN ? AND ? ORDER BY rank"
        for *dated, point_ids in self.db.execute(query, (low, high)):
            yield Dated(*dated), point_ids.split()

    def remember(self, key: str, find_out: Callable[[], str]) -> str:
        """Return what holds as long as the program is the same, found out once."""
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        value: str = row[0] if row else find_out()
        if not row and self.writable:
            self.db.execute("INSERT INTO meta VALUES (?, ?)", (key, value))
        return value

    def note(self, markdown: str, convert: Callable[[str], str]) -> str:
        """Return a note as HTML, by `convert` where it was not seen before."""
        row = self.db.execute("SELECT html FROM note WHERE markdown = ?", (markdown,)).fetchone()
        if row:
            html: str = row[0]
            return html
        html = convert(markdown)
        if self.writable:
            self.db.execute("INSERT INTO note VALUES (?, ?)", (markdown, html))
        return html

    def redirected(self, url: str) -> str | None:
        """Return the id that took the place of an old address, `None` where the address is none."""
        row = self.db.execute("SELECT target FROM address WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None

    def old_urls(self, prefix: str) -> list[str]:
        """Return the old addresses below a folder (`records/`), sorted."""
        query = "SELECT url FROM address WHERE target IS NOT NULL AND url >= ? AND url < ? ORDER BY url"
        return [url for (url,) in self.db.execute(query, (prefix, f"{prefix}~"))]


def catalog_of(db: sqlite3.Connection) -> Catalog:
    """Return a catalog to ask."""
    return Catalog(db, kept_headings(db), writable=not db.execute("PRAGMA query_only").fetchone()[0])
