"""Entries for reference managers: whole files against expected ones, and read again by what stands for a reader of each format."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests import citable
from tests.snapshots import agree
from verbale.record import Record
from verbale.site.bibliography import bibliography
from verbale.site.views import Site

EXPECTED = Path(__file__).parent / "data" / "citations"
ENDINGS = ("bib", "ris", "csl.json")


def files(*, published: bool) -> dict[str, str]:
    """The three files of the readout, by ending."""
    _, record = citable.readout(published=published)
    return written(record, published=published)


def written(record: Record, *, published: bool) -> dict[str, str]:
    """The three files of a record, by ending."""
    site = Site("Readouts, word by word", "Of meetings.", base_url=citable.BASE_URL if published else None)
    made = {file.url: file.data.decode() for file in bibliography(record, site)}
    assert list(made) == [f"records/{record.id}.{ending}" for ending in ENDINGS]
    return dict(zip(ENDINGS, made.values(), strict=True))


@pytest.mark.snapshot
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("published", [True, False], ids=["published", "bare"])
def test_a_file_is_the_expected_one(ending: str, *, published: bool) -> None:
    name = "published" if published else "bare"
    agree(EXPECTED / f"{name}.{ending}", files(published=published)[ending].replace("\r\n", "\n"))


def test_ris_has_the_line_ends_and_the_order_of_its_specification() -> None:
    """Each line is a tag of two signs, two spaces, a hyphen and a space; TY begins an entry, ER ends it; CR LF ends a line."""
    lines = files(published=True)["ris"].split("\r\n")
    assert lines.pop() == ""
    assert [line for line in lines if not re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line)] == []
    tags = [line[:2] for line in lines]
    assert [tags[0], tags[-1]] == ["TY", "ER"]
    assert tags.count("TY") == tags.count("ER") == 3
    assert all(tags[place + 1] == "TY" for place, tag in enumerate(tags[:-1]) if tag == "ER")


def test_bibtex_has_its_braces_in_pairs_whatever_the_words() -> None:
    text = re.sub(r"\\[&%$#_{}]", "", files(published=True)["bib"])
    depth, closed = 0, 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
        closed += sign == "}" and depth == 0
    assert (depth, closed) == (0, 3)
    assert not re.search(r"(?<!\\)[%$&]", text.replace(citable.BASE_URL, ""))


def test_csl_has_an_item_for_the_record_and_for_each_point() -> None:
    items = json.loads(files(published=True)["csl.json"])
    assert [item["id"] for item in items] == ["talks", "talks:point-1", "talks:point-2"]
    assert {item["URL"] for item in items} == {
        f"{citable.BASE_URL}{url}"
        for url in ("records/talks.html", "points/talks/point-1.html", "points/talks/point-2.html")
    }
    assert items[1]["title"] == citable.HARD
    assert items[0]["author"] == [{"literal": citable.PUBLISHER}]
    assert items[0]["issued"] == {"date-parts": [[2024, 3, 15]]}


def test_the_day_of_the_meeting_is_never_given_for_that_of_publication() -> None:
    made = files(published=False)
    assert not re.search(r"year|PY  -|DA  -|issued", "".join(made.values()))
    assert all("14 March 2024" in text for text in made.values())
    assert all("author" not in text and "AU  -" not in text for text in made.values())


@pytest.mark.parametrize(
    ("published", "bib", "ris", "csl"),
    [
        ("2024", "  year = {2024},\n  language", "DA  - 2024///", [[2024]]),
        ("2024-03", "  year = {2024},\n  month = mar,\n", "DA  - 2024/03//", [[2024, 3]]),
        ("2024-03-15/2024-03-16", "  month = mar,\n", "DA  - 2024/03/15/", [[2024, 3, 15]]),
        ("202X", None, None, None),
        ("2024-21", None, None, None),
    ],
)
def test_a_date_is_given_as_far_as_it_is_known(
    published: str, bib: str | None, ris: str | None, csl: list[list[int]] | None
) -> None:
    _, record = citable.readout(published=True)
    made = written(replace(record, source=replace(record.source, published=published)), published=True)
    item = json.loads(made["csl.json"])[0]
    if bib is None or ris is None or csl is None:
        assert ("year" in made["bib"], "DA  -" in made["ris"], "issued" in item) == (False, False, False)
    else:
        assert bib in made["bib"]
        assert ris in made["ris"]
        assert item["issued"] == {"date-parts": csl}


def test_words_over_several_lines_stand_on_one() -> None:
    _, record = citable.readout(published=True)
    record = replace(
        record, title="Talks\r\n at Sea", agreed=(replace(record.agreed[0], label=None, text="open\na line"),)
    )
    made = written(record, published=True)
    assert "title = {{Talks at Sea}}" in made["bib"]
    assert "TI  - open a line\r\n" in made["ris"]
    assert json.loads(made["csl.json"])[1]["title"] == "open a line"
