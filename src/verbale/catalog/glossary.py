"""Where records mention the terms of the glossary, kept as records and terms change; matching is by whole words, as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.catalog.touched import ALL, trace_of
from verbale.jsontext import unpacked

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from verbale.authority import Term
    from verbale.catalog.touched import Touched

Found = dict[str, list[int]]
"""Numbers of statements by term."""


class Matcher(NamedTuple):
    """The words of all terms as one pattern (`None` where there are none), and the term of each."""

    pattern: re.Pattern[str] | None
    terms: Mapping[str, str]


NO_WORDS: Final = Matcher(None, {})
"""What finds nothing."""


def matcher_of(terms: Mapping[str, Term]) -> Matcher:
    """Return what finds terms by their labels and aliases, the longest first."""
    words = {word: term.id for term in terms.values() for word in (term.label, *term.aliases)}
    if not words:
        return NO_WORDS
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return Matcher(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)"), words)


def mentions_in(matcher: Matcher, statements: Iterable[tuple[int, str]]) -> Found:
    """Return where statements mention terms, from their numbers and their JSON."""
    found: Found = {}
    if matcher.pattern is None:
        return found
    for number, data in statements:
        if matcher.pattern.search(data):
            for match in matcher.pattern.finditer(unpacked(data)["text"]):
                numbers = found.setdefault(matcher.terms[match[0]], [])
                if number not in numbers[-1:]:
                    numbers.append(number)
    return found


def put_mentions(db: sqlite3.Connection, matcher: Matcher, record_id: str) -> None:
    """Put in where a record mentions terms; the record itself is there already."""
    if matcher.pattern is None:
        return
    key, rank = db.execute("SELECT key, rank FROM record WHERE id = ?", (record_id,)).fetchone()
    rows = db.execute("SELECT number, data FROM statement WHERE record = ? ORDER BY number", (key,))
    _put(db, key, rank, mentions_in(matcher, rows))


def _put(db: sqlite3.Connection, key: int, rank: str, found: Found) -> None:
    rows = [(term, rank, key, len(n), ",".join(map(str, n))) for term, n in found.items()]
    db.executemany("INSERT INTO mention VALUES (?, ?, ?, ?, ?)", rows)


def find_again(db: sqlite3.Connection, touched: Touched, old: Mapping[str, Term], new: Mapping[str, Term]) -> None:
    """Find all mentions anew where the glossary changed, and add what shows a record whose terms are not what they were."""
    changed = {id_ for id_ in old.keys() | new.keys() if old.get(id_) != new.get(id_)}
    if not changed:
        return
    if bool(old) != bool(new):
        touched.keys.add(ALL)  # every page leads to a glossary where there is one
    for id_ in changed:
        touched.add("term", id_)
    for one in (*old.values(), *new.values()):
        for former in one.was:
            touched.add("term", former)
    matcher = matcher_of(new)
    for key, path, rank in db.execute("SELECT key, path, rank FROM record").fetchall():
        before = mentions_of(db, key)
        after = mentions_in(
            matcher, db.execute("SELECT number, data FROM statement WHERE record = ? ORDER BY number", (key,))
        )
        differs = before != after or not changed.isdisjoint(before)
        if differs:
            _touch(db, touched, path)
        if before != after:
            db.execute("DELETE FROM mention WHERE record = ?", (key,))
            _put(db, key, rank, after)
            _touch(db, touched, path)


def _touch(db: sqlite3.Connection, touched: Touched, path: str) -> None:
    trace = None if touched.all else trace_of(db, path)
    if trace:
        touched.record(trace)


def mentions_of(db: sqlite3.Connection, key: int) -> Found:
    """Return where a record in the catalog mentions terms."""
    rows = db.execute("SELECT term, numbers FROM mention WHERE record = ?", (key,))
    return {term: list(map(int, numbers.split(","))) for term, numbers in rows}


def mentioning(db: sqlite3.Connection, term: str, low: str, high: str) -> Iterator[tuple[int, list[int]]]:
    """Give the records in a stretch of time, newest first, that mention a term: key, numbers of statements."""
    query = "SELECT record, numbers FROM mention WHERE term = ? AND rank BETWEEN ? AND ? ORDER BY rank DESC"
    for record, numbers in db.execute(query, (term, low, high)):
        yield record, list(map(int, numbers.split(",")))


def mention_totals(db: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """Return how many records and statements mention each term that any mentions."""
    rows = db.execute("SELECT term, count(*), sum(statements) FROM mention GROUP BY term")
    return {term: (records, statements) for term, records, statements in rows}
