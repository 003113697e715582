"""The catalog gives back what it was filled with, however much of it is asked for at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.builtsite import Built
from verbale.catalog.catalog import catalog_of
from verbale.catalog.store import open_readonly


def test_any_number_of_statements_may_be_asked_for(example: Built) -> None:
    with closing(open_readonly(example.archive / ".verbale/catalog.sqlite")) as db:
        db.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 999)  # as SQLite had it for long
        catalog = catalog_of(db)
        (_, record), *_ = catalog.record_ranks()
        key = catalog.key(record)
        assert key is not None
        every = list(catalog.entries(key))
        assert len(every) > 1
        assert list(catalog.entries(key, [2])) == [every[1]]
        assert list(catalog.entries(key, range(1, 100_000))) == every
