"""A record's JSON is kept as lines, and given back byte for byte."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.strategies import record as records
from verbale.catalog.canonical import cut, joined
from verbale.record import Record
from verbale.recordjson import dump_json

SOME = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SOME
@given(records)
def test_what_was_cut_is_joined_again(record: Record) -> None:
    """Each statement and each agreed point is a line, and nothing is lost between them."""
    canonical = dump_json(record)
    frame, statements, points = cut(canonical)
    assert (len(statements), len(points)) == (len(record.statements), len(record.agreed))
    assert joined(frame, statements, points) == canonical
