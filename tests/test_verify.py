"""What must always hold of a record; messages word for word are those of `tests/data/archives/broken`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import invented
from verbale import recordfile
from verbale.authority import Authority, Theme
from verbale.record import Event, Record, Retired, Statement
from verbale.source import decode
from verbale.span import Span
from verbale.verify import faults, verify


def codes(record: Record, authority: Authority | None = None) -> list[str]:
    """The codes of all faults of a record of the invented source, sorted."""
    return sorted(fault.code for fault in faults(record, invented.source(), authority))


def changed(number: int, **values: object) -> Record:
    """The invented record with one statement changed."""
    record = invented.record()
    statements = [*record.statements]
    statements[number] = replace(statements[number], **values)  # type: ignore[arg-type]
    return replace(record, statements=tuple(statements))


def test_a_good_record_has_no_fault() -> None:
    assert [] == codes(invented.record())


def test_spaces_of_any_kind_need_no_place() -> None:
    assert {"\r", "\n", "\u00a0"} <= set(invented.TEXT)  # between the spans of the good record


@pytest.mark.parametrize(
    ("number", "values", "expected"),
    [
        (0, {"text": "Talvik says the strait is open."}, ["misquote"]),
        (0, {"at": Span(0, 0)}, ["not-covered", "outside-source"]),
        (0, {"at": Span(16, 5000)}, ["not-covered", "outside-source"]),
        (0, {"at": Span(16, 40)}, ["misquote", "not-covered"]),
        (1, {"at": Span(30, 86)}, ["misquote", "overlap"]),
        (1, {"speaker": "maren-talvik"}, ["point-not-joint", "point-not-joint"]),
        (1, {"sides": ("maren-talvik", "nobody")}, ["unknown-speaker"]),
        (1, {"also": ("joint",)}, ["unknown-speaker"]),
        (0, {"speaker": "joint", "basis": "guess"}, ["unknown-word"]),
        (0, {"id": "s1"}, ["bad-id"]),
        (0, {"id": "s02"}, ["duplicate-id"]),
        (0, {"id": "fish"}, ["bad-id", "duplicate-id"]),
        (0, {"from_": "s01"}, ["unknown-statement"]),
        (0, {"from_": "s77"}, ["unknown-statement"]),
        (0, {"speech": "sung"}, ["unknown-word"]),
        (0, {"paragraph": 0}, ["bad-number"]),
    ],
)
def test_what_a_statement_may_not_say(number: int, values: dict[str, object], expected: list[str]) -> None:
    assert expected == codes(changed(number, **values))


def test_text_that_no_span_has_is_told_with_its_words() -> None:
    record = replace(invented.record(), furniture=())
    (fault,) = faults(record, invented.source(), None)
    assert "not-covered" == fault.code
    assert "“Talks at Sea” at [0, 12] of seeds/talks.txt (line 1, column 1)" in fault.message


def test_a_changed_source_is_told_once_and_not_as_many_misquotes() -> None:
    source = decode("seeds/talks.txt", invented.TEXT.replace("Sea", "Bay").encode())
    assert ["source-changed"] == [fault.code for fault in faults(invented.record(), source, None)]


def test_a_retired_id_is_an_id_since_its_address_is_made_of_it() -> None:
    record = replace(invented.record(), retired=(Retired(id="../../outside"), Retired(id="s77"), Retired(id="a-b")))
    assert ["bad-id"] == codes(record)


def test_themes_are_checked_where_they_are_known() -> None:
    record = changed(0, themes=("sea", "see"))
    assert [] == codes(record)
    assert ["unknown-theme"] == codes(record, Authority(themes={"sea": Theme(id="sea", label="Sea")}))
    renamed = Authority(themes={"water": Theme(id="water", label="W", was=("see", "sea"))})
    assert ["the theme 'sea' has the id 'water' now.", "the theme 'see' has the id 'water' now."] == [
        one.message for one in faults(record, invented.source(), renamed)
    ]


def test_facts_lie_in_the_source() -> None:
    event = Event(id="x", date="2024", at={"date": Span(3, 2), "place": Span(0, 999), "weather": Span(0, 1)})
    assert ["outside-source", "outside-source", "unknown-word"] == codes(replace(invented.record(), event=event))


def test_problems_have_lines_and_are_sorted() -> None:
    record = replace(changed(0, speaker="maren-talvk", text="No."), furniture=())
    text = recordfile.dump(record)
    problems = verify(record, invented.source(), None, path="r.yaml", text=text)
    assert problems == sorted(problems)
    lines = text.split("\n")
    found = {problem.code: lines[problem.line - 1][problem.column - 1 :] for problem in problems}
    assert "maren-talvk" == found["unknown-speaker"]
    assert found["misquote"].startswith("text:")
    assert found["not-covered"].startswith("id: s01")


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6), st.text("ab \n", max_size=50))
def test_cover_is_every_visible_character_exactly_once(pairs: list[tuple[int, int]], text: str) -> None:
    source = decode("seeds/t.txt", text.encode())
    spans = [Span(*pair) for pair in pairs if pair[0] < pair[1] <= len(text)]
    statements = tuple(
        Statement(id=f"s{n:02}", paragraph=1, at=span, speaker="narrator", basis="narration", text=span.of(text))
        for n, span in enumerate(spans, 1)
    )
    record = replace(
        invented.record(),
        source=replace(invented.record().source, sha256=source.sha256),
        participants=(),
        furniture=(),
        statements=statements,
        agreed=(),
    )
    counts = [sum(s.start <= n < s.end for s in spans) for n, c in enumerate(text) if not c.isspace()]
    found = {fault.code for fault in faults(record, source, None)}
    assert (any(count == 0 for count in counts), any(count > 1 for count in counts)) == (
        "not-covered" in found,
        "overlap" in found,
    )


def test_time_grows_with_the_record_and_no_faster() -> None:
    """Twenty thousand statements, all of them wrong, are told: a quadratic search would not end in time."""
    text = "Ab. " * 20_000
    source = decode("seeds/t.txt", text.encode())
    statements = tuple(
        Statement(
            id=f"s{n:02}", paragraph=1, at=Span(4 * n, 4 * n + 3), speaker="narrator", basis="narration", text="Ac."
        )
        for n in range(20_000)
    )
    record = replace(
        invented.record(),
        source=replace(invented.record().source, sha256=source.sha256),
        participants=(),
        furniture=(),
        statements=statements,
        agreed=(),
    )
    assert 20_000 == sum(fault.code == "misquote" for fault in faults(record, source, None))
