"""Which pages a change of the archive can reach, as keys; too many is harmless, since only pages that differ are written.

A key is kind, id and rank. Kinds are `record`; `speaker` and `theme` (one place in their lists by rank, or with an empty
rank all of them); `said` (what a speaker says on a theme, as "speaker theme"); `term`; `list` (by rank `records`, `points`,
`corrections`, `strips`: the lists of records short enough to show who speaks when, and `sums`: whatever counts a record in);
`page`; and `all`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.sayings import sayings_in
from verbale.jsontext import unpacked
from verbale.record import JOINT

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from verbale.catalog.headings import Headings
    from verbale.catalog.sayings import Sum

MOST: Final = 4_000
"""Changed records up to which keys are kept one by one; above, all pages are planned."""
WHOLE: Final = ""


class Key(NamedTuple):
    """One place that a change reaches."""

    kind: str
    id: str = ""
    rank: str = WHOLE


ALL: Final = Key("all")


class Trace(NamedTuple):
    """What a record was or is, as far as other pages show it.

    `head` is all that its heading and voices are made of, `was` its old ids. `shown` has a number for what each list
    shows of it, by kind and id of the list; equal numbers mean that nothing differs.
    """

    id: str
    rank: str
    event: str
    head: tuple[object, ...]
    was: tuple[str, ...]
    shown: Mapping[tuple[str, str], int]


@dataclass(slots=True)
class Touched:
    """The keys that a load gathers, and the records as they were and as they are.

    `placed` is whether lists may show where in its source a statement stands: ours never do, an archive's own may.
    """

    placed: bool = False
    keys: set[Key] = field(default_factory=set)
    before: dict[str, Trace] = field(default_factory=dict)
    after: dict[str, Trace] = field(default_factory=dict)
    all: bool = False
    sums: Counter[Sum] = field(default_factory=Counter)

    def was(self, trace: Trace) -> None:
        """Remember a record that leaves the catalog, perhaps to come back changed."""
        self._remember(self.before, trace)

    def is_now(self, trace: Trace | None) -> None:
        """Remember a record that came into the catalog."""
        if trace:
            self._remember(self.after, trace)

    def add(self, *key: str) -> None:
        """Add a key."""
        self.keys.add(Key(*key))

    def record(self, trace: Trace, besides: Mapping[tuple[str, str], int] = MappingProxyType({})) -> None:
        """Add what reaches a record's own pages, and the lists that show anything of it but what is `besides` too."""
        self.keys.update(Key("record", id_) for id_ in (trace.id, *trace.was))
        for (kind, id_), number in trace.shown.items():
            if besides.get((kind, id_)) != number:
                self.keys.add(Key(kind, id_, trace.rank))

    def _remember(self, where: dict[str, Trace], trace: Trace) -> None:
        if len(where) >= MOST:
            self.all = True
        if not self.all:
            where[trace.id] = trace

    def speakers(self) -> set[str]:
        """Return the speakers whose sums may differ."""
        return {key.id for key in self.keys if key.kind == "speaker"}

    def themes(self) -> set[str]:
        """Return the themes whose sums may differ."""
        return {key.id for key in self.keys if key.kind == "theme"}


def gather(db: sqlite3.Connection, touched: Touched) -> None:
    """Add the keys that the changed records reach, once the catalog has them as they are now."""
    if touched.all:
        touched.keys.add(ALL)
        return
    for id_ in touched.before.keys() | touched.after.keys():
        old, new = touched.before.get(id_), touched.after.get(id_)
        if old and new and (old.rank, old.event, old.head) == (new.rank, new.event, new.head):
            touched.record(old, new.shown)
            touched.record(new, old.shown)
            continue
        for trace in filter(None, (old, new)):
            touched.record(trace)
            touched.keys.update(_around(db, trace))


def _around(db: sqlite3.Connection, trace: Trace) -> Iterable[Key]:
    """Give the records that show this one's heading: its neighbours in time, and other accounts of its event."""
    before = "SELECT id FROM record WHERE rank < ? ORDER BY rank DESC LIMIT 1"
    after = "SELECT id FROM record WHERE rank > ? ORDER BY rank LIMIT 1"
    event = "SELECT id FROM record WHERE event = ?"
    for query, value in ((before, trace.rank), (after, trace.rank), (event, trace.event)):
        for (id_,) in db.execute(query, (value,)):
            yield Key("record", id_)


def gather_headings(db: sqlite3.Connection, touched: Touched, old: Headings, new: Headings) -> None:
    """Add the keys that changed headings reach: what shows a label or name is what mentions the theme or speaker."""
    if old.site != new.site or _titles(old) != _titles(new):
        touched.keys.add(ALL)
    for id_ in old.pages.keys() | new.pages.keys():
        if old.pages.get(id_) != new.pages.get(id_):
            touched.add("page", id_)
    for ones, kind in (
        (old.speakers, "speaker"),
        (new.speakers, "speaker"),
        (old.themes, "theme"),
        (new.themes, "theme"),
    ):
        touched.keys.update(Key(kind, former) for one in ones.values() for former in one.was)
    for page in (*old.pages.values(), *new.pages.values()):
        touched.keys.update(Key("page", former) for former in page.was)
    for id_ in old.speakers.keys() | new.speakers.keys():
        before, after = old.speakers.get(id_), new.speakers.get(id_)
        if before != after:
            touched.add("speaker", id_)
            if (before and before.name) != (after and after.name):
                _naming(db, touched, id_)
    for id_ in old.themes.keys() | new.themes.keys():
        was, now = old.themes.get(id_), new.themes.get(id_)
        if was != now:
            near = {id_, was and was.broader, now and now.broader}
            near |= {theme.id for theme in (*old.themes.values(), *new.themes.values()) if theme.broader == id_}
            touched.keys.update(Key("theme", theme) for theme in near if theme)
            if (was and was.label) != (now and now.label):
                _labelling(db, touched, id_)
                _correcting(db, touched, id_)


def _titles(headings: Headings) -> list[tuple[str, str]]:
    return [(page.id, page.title) for page in headings.pages.values()]


def _correcting(db: sqlite3.Connection, touched: Touched, theme: str) -> None:
    """Add what is reached by the records that the parser alone gave a theme: their corrections tell its label."""
    query = (
        "SELECT r.path FROM record r JOIN body b ON b.record = r.key "
        "WHERE r.corrections AND instr(json_extract(b.rest, '$.differences'), ?)"
    )
    for (path,) in db.execute(query, (theme,)).fetchall():
        trace = trace_of(db, path, placed=touched.placed)
        if trace:
            touched.record(trace)


def _naming(db: sqlite3.Connection, touched: Touched, speaker: str) -> None:
    """Add what shows a speaker's name: records that he takes part in, and lists with statements in which he stands.

    Where the sides speak together, they may be named without the statement itself naming them.
    """
    query = "SELECT record FROM voice WHERE speaker = ? LIMIT ?"
    said = "SELECT number FROM statement WHERE record = ? AND (instr(data, ?) OR instr(data, ?))"
    keys = [key for (key,) in db.execute(query, (speaker, MOST + 1))]

    def numbers_of(key: int) -> set[int]:
        return {number for (number,) in db.execute(said, (key, f'"{speaker}"', f'"{JOINT}"'))}

    _showing(db, touched, keys, numbers_of)


def _labelling(db: sqlite3.Connection, touched: Touched, theme: str) -> None:
    """Add what shows a theme's label: records that bear it, and lists with the statements that do."""
    rows = db.execute("SELECT record, data FROM bears WHERE theme = ? LIMIT ?", (theme, MOST + 1)).fetchall()
    bearing = {key: set(unpacked(data)[0]) for key, data in rows}
    _showing(db, touched, list(bearing), bearing.__getitem__)


def _showing(
    db: sqlite3.Connection, touched: Touched, records: Sequence[int], numbers_of: Callable[[int], AbstractSet[int]]
) -> None:
    """Add the records with these keys, and the lists that show any of the statements whose numbers `numbers_of` gives."""
    if len(records) > MOST:
        touched.keys.add(ALL)
        return
    query = "SELECT r.id, r.rank, r.corrections, b.reach FROM record r JOIN body b ON b.record = r.key WHERE r.key = ?"
    for key in records:
        id_, rank, corrected, reach = db.execute(query, (key,)).fetchone()
        speakers, themes, was = unpacked(reach)
        touched.keys.update(Key("record", one) for one in (id_, *was))
        touched.keys.update(Key("list", one, rank) for one in ("records", "strips", "points"))
        if corrected:
            touched.add("list", "corrections", rank)
        numbers = numbers_of(key)
        for (kind, of), shown, _ in _lists(db, key, rank, speakers, themes):
            if not numbers.isdisjoint(shown):
                touched.add(kind, of, rank)


def trace_of(db: sqlite3.Connection, path: str, *, placed: bool = False) -> Trace | None:
    """Return the trace of a file's record as the catalog has it; `placed` as in `Touched`."""
    query = (
        "SELECT r.key, r.id, r.rank, r.event, r.statements, r.points, r.words, b.head, b.reach, "
        "json_extract(b.rest, '$.strip'), iif(r.corrections, b.rest, NULL), r.changed "
        "FROM record r JOIN body b ON b.record = r.key WHERE r.path = ?"
    )
    row = db.execute(query, (path,)).fetchone()
    if row is None:
        return None
    key, id_, rank, event, statements, points, words, head, reach, strip, corrected, changed = row
    speakers, themes, was = unpacked(reach)
    rows = db.execute("SELECT number, from_number, data, points FROM statement WHERE record = ?", (key,)).fetchall()
    said = {
        number: (from_number, data, agreed) if placed else (from_number, *_unplaced(data, agreed))
        for number, from_number, data, agreed in rows
    }
    shown = {
        ("list", "records"): hash((head, statements, points)),
        ("list", "strips"): hash(strip),
        ("list", "points"): hash(tuple([agreed for _, _, agreed in said.values()])),
    }
    if corrected:
        # Corrections are told with the notes of what they are about, wherever in the record these are.
        shown["list", "corrections"] = hash((corrected, tuple(rows)))
    counted: list[object] = [head, statements, points, words, changed, shown["list", "points"]]
    for which, numbers, besides in _lists(db, key, rank, speakers, themes):
        sums = {"speaker": (words, changed, besides), "theme": (changed, besides)}.get(which[0], besides)
        shown[which] = hash((sums, *[said[number] for number in numbers]))
        counted += which, tuple(numbers), besides
    shown["list", "sums"] = hash(tuple(counted))
    return Trace(id_, rank, event, (head, statements, points), tuple(was), shown)


def _lists(
    db: sqlite3.Connection, key: int, rank: str, speakers: Iterable[str], themes: Iterable[str]
) -> Iterator[tuple[tuple[str, str], Sequence[int], str]]:
    """Give the lists by speaker, theme and term that show statements of a record: kind and id, which statements, what else."""
    for speaker in speakers:
        data, words = db.execute(
            "SELECT data, words FROM voice WHERE speaker = ? AND rank = ?", (speaker, rank)
        ).fetchone()
        yield ("speaker", speaker), unpacked(data)[5], f"{words} {data}"
    for theme in themes:
        (data,) = db.execute("SELECT data FROM bears WHERE theme = ? AND rank = ?", (theme, rank)).fetchone()
        yield ("theme", theme), unpacked(data)[0], data
    for term, found in db.execute("SELECT term, numbers FROM mention WHERE record = ?", (key,)).fetchall():
        yield ("term", term), list(map(int, found.split(","))), found
    for speaker, theme, numbers in sayings_in(db, key).said:
        yield ("said", f"{speaker} {theme}"), numbers, ""


_AT: Final = re.compile(r'"at": \[(\d+), (\d+)\]')


def _unplaced(statement: str, points: str | None) -> tuple[str, str | None]:
    """Return a statement's line without its place in the source, and those of its points with places counted from there.

    One more word in a document moves all that comes after it, and changes nothing that a list shows of that.
    """
    place = _AT.search(statement)
    assert place is not None  # noqa: S101 - every statement has one
    begin = int(place[1])
    if points is not None:
        points = _AT.sub(lambda at: f"{int(at[1]) - begin}–{int(at[2]) - begin}", points)
    return statement[: place.start()] + statement[place.end() :], points
