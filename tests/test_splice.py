"""A file is brought from one record to another by few edits: it says the new record exactly, and keeps every comment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.invented import record, statement
from verbale import recordfile
from verbale.edits import Edit, SpliceError, applied
from verbale.record import Party, Record, Retired
from verbale.recordshape import to_plain
from verbale.scalars import flow
from verbale.span import Span
from verbale.splice import LISTS, spliced


def as_dumped(made: Record) -> str:
    """The file as the program makes it."""
    return recordfile.dump(made)


def commented(made: Record) -> str:
    """The same with comments behind keys that begin a list or an item, and above them."""
    lines = recordfile.dump(made).splitlines()
    return "".join(
        f"{line}  # by hand {n}\n" if line[:1] > " " and line.endswith(":") else f"{line}\n"
        for n, line in enumerate(lines)
    )


def in_braces(made: Record) -> str:
    """The record as one mapping in braces, a list's item a line."""
    return _flow(to_plain(made), 0) + "\n"


def in_lines(made: Record) -> str:
    """The record with every list and mapping in block style."""
    return "".join(_block(to_plain(made), 0)) + "\n"


def _flow(value: object, depth: int) -> str:
    gap = "\n" + " " * depth
    if isinstance(value, dict):
        return "{" + ", ".join(f"{gap}{name}: {_flow(each, depth + 1)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(each, depth + 1) for each in value) + "]"
    return flow(value) if isinstance(value, str) else str(value)


def _block(value: object, depth: int) -> Sequence[str]:
    gap = "\n" + " " * depth
    if isinstance(value, dict):
        return [f"{gap}{name}:{''.join(_block(each, depth + 1))}" for name, each in value.items()]
    if isinstance(value, list):
        mark = " # by hand" if value and isinstance(value[0], dict) else ""
        return [f"{gap}-{mark}{''.join(_block(each, depth + 2))}" for each in value] if value else [" []"]
    return [f" {flow(value) if isinstance(value, str) else value}"]


LAYOUTS = (as_dumped, commented, in_braces, in_lines)


@st.composite
def changes(draw: st.DrawFn) -> tuple[Record, Record, dict[str, list[int | None]]]:
    """Two records, and which items of the second were in the first, in order."""
    before, after = draw(strategies.record), draw(strategies.record)
    origins: dict[str, list[int | None]] = {}
    for name in LISTS:
        count, wanted = len(getattr(before, name)), len(getattr(after, name))
        kept = sorted(draw(st.sets(st.integers(0, count - 1), max_size=wanted))) if count and wanted else []
        places = sorted(draw(st.permutations(range(wanted)))[: len(kept)])
        found: list[int | None] = [None] * wanted
        for place, index in zip(places, kept, strict=True):
            found[place] = index
        origins[name] = found
    return before, after, origins


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=50, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(changes())
def test_the_file_says_the_new_record_and_keeps_every_comment(
    layout: Callable[[Record], str], change: tuple[Record, Record, dict[str, list[int | None]]]
) -> None:
    before, after, origins = change
    text = layout(before)
    assert before == recordfile.load(text, "r.yaml")[0]
    made = spliced(text, before, after, origins, {})
    assert after == recordfile.load(made, "r.yaml")[0]
    assert made.count("# by hand") == text.count("# by hand")


def same(made: Record) -> dict[str, list[int | None]]:
    """All items where they were."""
    return {name: list(range(len(getattr(made, name)))) for name in LISTS}


def test_nothing_changes_where_nothing_is_new() -> None:
    text = commented(record())
    assert text == spliced(text, record(), record(), same(record()), {})


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("title: Talks at Sea", "It: ended", 'title: "It: ended"'),
        ("title: 'Talks at Sea'", "It's over", "title: 'It''s over'"),
        ('title: "Talks at Sea"', "Over", 'title: "Over"'),
        ("title: >-  # ours\n  Talks\n  at Sea", "Over", "title: >- # ours\n  Over"),
        ("title: Talks\n  at Sea # two", "Over", "title: Over # two"),
        ("title:    Talks at Sea", "NO", 'title:    "NO"'),
    ],
)
def test_a_value_keeps_its_quotes_its_block_and_its_remark(old: str, value: str, new: str) -> None:
    before = record()
    text = recordfile.dump(before).replace("title: Talks at Sea", old, 1)
    made = spliced(text, before, replace(before, title=value), same(before), {})
    assert text.replace(old, new) == made


def test_items_come_in_behind_those_that_they_follow_and_in_the_files_own_layout() -> None:
    before = record()
    text = recordfile.dump(before).replace("\n    ", "\n   ").replace("\n  - ", "\n - ").replace("\n   - ", "\n - ")
    assert before == recordfile.load(text, "r.yaml")[0]
    new = statement("s03", "Talvik said the strait is open.", "unknown", "none")
    after = replace(before, statements=(before.statements[0], new, before.statements[1]))
    made = spliced(text, before, after, {**same(before), "statements": [0, None, 1]}, {})
    assert "\n - id: s03\n   paragraph: 1\n   at: [16, 47]\n   speaker: unknown\n" in made
    assert text == made.replace(made[made.index(" - id: s03") : made.index(" - id: s02")], "")


def test_a_remark_stands_above_a_new_item_and_a_missing_list_gets_its_place() -> None:
    before = record()
    text = recordfile.dump(before).replace("parties: []\n", "").replace("retired: []", "retired:  # none")
    after = replace(before, parties=(Party(id="kestria", name="Kestria"),), retired=(Retired(id="s07", text="So."),))
    made = spliced(text, before, after, {**same(before), "parties": [None], "retired": [None]}, {"s07": "by hand"})
    assert (
        "jonas-ferrel, name: Jonas Ferrel, role: attending}\nparties:\n  - {id: kestria, name: Kestria}\nfurniture:"
        in made
    )
    assert made.endswith("retired:  # none\n  # by hand\n  - {id: s07, text: So.}\n")


def test_comments_of_what_goes_stay() -> None:
    before = record()
    text = recordfile.dump(before).replace(
        "    act: agreed\n    text: meet\n", "    act: agreed # why\n    text: meet # x # y\n"
    )
    after = replace(before, agreed=before.agreed[1:])
    made = spliced(text, before, after, {**same(before), "agreed": [1]}, {})
    assert "agreed:\n  # why\n  # x # y\n  - id: fish\n" in made


def test_a_number_sign_in_a_text_is_no_comment() -> None:
    before = replace(record(), note="a # b\n# c")
    made = spliced(recordfile.dump(before), before, record(), same(before), {})
    assert "# b" not in made
    assert "# c" not in made


def test_two_edits_of_one_place_are_refused() -> None:
    with pytest.raises(SpliceError):
        applied("abcdef", [Edit(0, 3, "x"), Edit(2, 4, "y")])
    with pytest.raises(SpliceError):
        spliced("", record(), replace(record(), title="x"), same(record()), {})
    assert "a12f" == applied("abcdef", [Edit(1, 1, "1"), Edit(1, 5, "2")])
    assert Span(0, 0) == Span(0, 0)
