"""Which files count as changed: by size, times and inode, and by digest where these cannot tell."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from verbale.catalog import scan as module
from verbale.catalog.scan import Scan, begun_look, compared, doubting, listings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from verbale.catalog.scan import Part

LATER = 10**19
"""A time in nanoseconds at which nothing is fresh."""


def scan(root: Path, known: Mapping[Part, str], now: int) -> Scan:
    """What a look of this process finds."""
    return compared(listings(root), known, now)


def scan_aside(root: Path, known: Mapping[Part, str], meanwhile: int = 0) -> Scan:
    """What a look finds that another process takes with this one, as if long after all changes."""
    with begun_look(root, 1_000, meanwhile) as look:
        return look._replace(began=LATER).compared(known, ["verbale.edtf"])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Folders with a few files."""
    for path in ("content/records/a.yaml", "content/records/old/b.yaml", "content/.parsed/a.json", "seeds/a.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    return tmp_path


def test_a_first_look_finds_every_file(root: Path) -> None:
    (root / "content/records/.hidden.yaml").write_text("")
    (root / "content/.schema").mkdir()
    (root / "content/.schema/record.json").write_text("{}")
    found = scan(root, {}, LATER)
    assert found.changed == [
        "content/.parsed/a.json",
        "content/records/a.yaml",
        "content/records/old/b.yaml",
        "seeds/a.txt",
    ]
    assert found.removed == []


def test_a_second_look_finds_nothing(root: Path) -> None:
    known = scan(root, {}, LATER).listings
    assert scan(root, known, LATER) == Scan([], [], {}, [])


def test_a_change_that_keeps_the_size_and_the_time_is_found(root: Path) -> None:
    """The change time cannot be set back by anybody."""
    known = scan(root, {}, LATER).listings
    path = root / "seeds/a.txt"
    before = path.stat()
    path.write_text("SEEDS/A.TXT")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert scan(root, known, LATER).changed == ["seeds/a.txt"]


def test_a_file_that_another_took_the_place_of_is_found(root: Path) -> None:
    known = scan(root, {}, LATER).listings
    beside = root / "seeds/b.txt"
    beside.write_text("seeds/a.txt")
    beside.replace(root / "seeds/a.txt")
    assert scan(root, known, LATER).changed == ["seeds/a.txt"]


def test_what_is_gone_is_told(root: Path) -> None:
    known = scan(root, {}, LATER).listings
    (root / "content/records/a.yaml").unlink()
    (root / "content/records/old/b.yaml").unlink()
    (root / "content/records/old").rmdir()
    found = scan(root, known, LATER)
    assert found.removed == ["content/records/a.yaml", "content/records/old/b.yaml"]
    assert {folder for folder, _ in found.gone} == {"content/records", "content/records/old"}


def test_a_file_that_changed_just_now_is_read_again_next_time(root: Path) -> None:
    """A second change within a tick of the clock might leave no trace."""
    known = scan(root, {}, time.time_ns()).listings
    assert scan(root, known, LATER).changed == sorted(scan(root, {}, LATER).changed)


def test_a_file_in_doubt_that_goes_is_told(root: Path) -> None:
    known = {folder: doubting(listing, ["a.txt"]) for folder, listing in scan(root, {}, LATER).listings.items()}
    (root / "seeds/a.txt").unlink()
    assert scan(root, known, LATER).removed == ["seeds/a.txt"]


def test_links_are_followed_inside_the_archive_only(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "c.txt"
    outside.write_text("c")
    (root / "seeds/c.txt").symlink_to(outside)
    (root / "seeds/d.txt").symlink_to(root / "seeds/a.txt")
    (root / "seeds/gone.txt").symlink_to(root / "seeds/nowhere.txt")
    found = scan(root, {}, LATER).changed
    assert [path for path in found if path.startswith("seeds/")] == ["seeds/a.txt", "seeds/d.txt"]


def test_another_process_sees_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With many files the look is taken aside; what it finds is what a look here finds."""
    monkeypatch.setattr(module, "MANY", -1)
    known = scan(root, {}, LATER).listings
    assert scan_aside(root, known, 1_000) == Scan([], [], {}, [])
    (root / "seeds/a.txt").write_text("changed")
    (root / "seeds/é.txt").write_text("new")
    assert scan_aside(root, known, 1_000) == scan(root, known, LATER)


def test_two_processes_share_a_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What each looks at are parts of every folder; together they see what one sees, also of a file that changes its part."""
    for number in range(200):
        (root / f"seeds/{number}.txt").write_text("x")
    monkeypatch.setattr(module, "MANY", -1)
    known = scan(root, {}, LATER).listings
    halves = {part < module.PARTS // 2 for folder, part in known if folder == "seeds"}
    assert halves == {True, False}
    for number in range(0, 200, 3):
        (root / "seeds/new").write_text("y")
        (root / "seeds/new").replace(root / f"seeds/{number}.txt")
    for number in range(1, 200, 50):
        (root / f"seeds/{number}.txt").unlink()
    found = scan_aside(root, known)
    assert found == scan(root, known, LATER)
    assert len(found.changed) == 66
    assert found.removed == ["seeds/1.txt", "seeds/101.txt", "seeds/151.txt", "seeds/51.txt"]


@pytest.mark.parametrize("meanwhile", [0, 1_000])
def test_a_process_that_dies_is_no_loss(root: Path, monkeypatch: pytest.MonkeyPatch, meanwhile: int) -> None:
    """Where the look aside comes to nothing, it is taken here."""
    monkeypatch.setattr(module, "MANY", -1)
    here = os.getpid()

    def dying(root: Path, parts: range = range(module.PARTS)) -> dict[Part, str]:
        return listings(root, parts) if os.getpid() == here else os._exit(1)

    monkeypatch.setattr(module, "listings", dying)
    assert scan_aside(root, {}, meanwhile) == scan(root, {}, LATER)


def test_names_with_line_ends_and_tabs_are_passed_over(root: Path) -> None:
    """They could not stand in a listing; nothing else is lost for them."""
    (root / "seeds/two\nlines.txt").write_text("x")
    (root / "seeds/a\ttab.txt").write_text("x")
    assert [path for path in scan(root, {}, LATER).changed if path.startswith("seeds/")] == ["seeds/a.txt"]
