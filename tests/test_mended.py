"""What stopped a build and was mended leaves nothing behind: the site is the one that was there before, to the byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builtsite import Built
from tests.serving import RECORD, copied
from verbale.archive import open_archive
from verbale.errors import BuildError
from verbale.site.build import build_site


def changed_source(root: Path) -> Path:
    """The source, changed upstream."""
    (path,) = (root / "seeds").glob("*.txt")
    path.write_text(path.read_text(encoding="utf-8").replace("Talvik", "Talvyk"), encoding="utf-8")
    return path


def lost_theme(root: Path) -> Path:
    """A theme that records have, taken away."""
    path = root / "content/themes/fishing.md"
    path.unlink()
    return path


def broken_record(root: Path) -> Path:
    """A record with a slip of the pen."""
    path = root / RECORD
    path.write_text(path.read_text(encoding="utf-8").replace("speaker: ", "speaker: x", 1), encoding="utf-8")
    return path


@pytest.mark.parametrize("spoil", [changed_source, lost_theme, broken_record])
@pytest.mark.parametrize("attempts", [1, 2])
def test_a_fault_that_is_mended_leaves_the_site_as_it_was(
    example: Built, tmp_path: Path, spoil: Callable[[Path], Path], attempts: int
) -> None:
    archive = open_archive(copied(example.archive, tmp_path / "archive"))
    out = archive.at("build")
    build_site(archive, out)
    before = contents(out)
    kept = {
        path: path.read_bytes() for path in archive.root.rglob("*.*") if "build" not in path.parts and path.is_file()
    }
    path = spoil(archive.root)
    for _ in range(attempts):
        with pytest.raises(BuildError):
            build_site(archive, out)
        assert contents(out) == before
    path.write_bytes(kept[path])
    build_site(archive, out)
    assert contents(out) == before


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
