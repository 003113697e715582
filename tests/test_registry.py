"""The registry knows records by their sources, and whose an id is, from the files or from what it kept of them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.program import ROOT
from verbale import recordfile, registry
from verbale.archive import Archive, open_archive

TALKS = (ROOT / "tests/data/archives/good/narrow-sea/content/records/2024/talks.yaml").read_text(encoding="utf-8")
DIGEST = "1a20cc53a1d49ee305c38c246d3f5a74217add8fb92dfa5c9ef4bcad1fda8cda"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive with one record."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content/records").mkdir(parents=True)
    (tmp_path / "content/records/talks.yaml").write_text(TALKS, encoding="utf-8")
    return open_archive(tmp_path)


def test_a_record_is_found_by_its_source_or_its_digest(archive: Archive) -> None:
    found = registry.registry(archive)
    assert found.entries[0] == found.find("seeds/talks.txt", "") == found.find("seeds/other.txt", DIGEST)
    assert found.find("seeds/other.txt", "0" * 64) is None
    assert {"2024-03-14-maren-talvik-jonas-ferrel", "2024-03-14-talks"} == found.ids
    assert {"maren-talvik": ("Maren Talvik", "Kestria"), "jonas-ferrel": ("Jonas Ferrel", "Orvland")} == found.actors


def test_what_is_kept_is_what_was_read(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    first = registry.registry(archive)

    def unread(*_: object) -> None:
        pytest.fail("a file that did not change is not read again")

    monkeypatch.setattr(recordfile, "load", unread)
    assert first == registry.registry(archive)


def test_a_changed_file_is_read_again_and_a_lost_one_forgotten(archive: Archive) -> None:
    registry.registry(archive)
    path = archive.at("content/records/talks.yaml")
    path.write_text(TALKS.replace("Kestria", "Norvane"), encoding="utf-8")
    assert ("Maren Talvik", "Norvane") == registry.registry(archive).actors["maren-talvik"]
    path.unlink()
    assert () == registry.registry(archive).entries
    assert {} == json.loads(archive.at(registry.KEPT).read_text(encoding="utf-8"))["rows"]


def test_a_file_that_cannot_be_read_holds_all_that_it_might_be_of(archive: Archive) -> None:
    archive.at("content/records/talks.yaml").write_text(TALKS + "oops: [", encoding="utf-8")
    found = registry.registry(archive)
    assert found.find("seeds/talks.txt", "") == found.find("", DIGEST) == found.entries[0]
    assert (frozenset(), {}) == (found.ids, found.actors)
    assert ["yaml"] == [problem.code for problem in found.problems]


def test_an_archive_that_may_not_be_written_to_is_read_all_the_same(archive: Archive) -> None:
    archive.at(".verbale").write_text("a file where the folder goes", encoding="utf-8")
    assert 1 == len(registry.registry(archive).entries)


def test_a_person_never_named_goes_by_title_and_state(archive: Archive) -> None:
    path = archive.at("content/records/talks.yaml")
    path.write_text(TALKS.replace("name: Maren Talvik, ", ""), encoding="utf-8")
    os.utime(path)
    assert ("President of Kestria", "Kestria") == registry.registry(archive).actors["maren-talvik"]
