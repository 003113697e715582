"""An archive is found from inside, listed in order, never left, and written to whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale import archive as archives
from verbale.archive import Archive, write_together
from verbale.errors import ArchiveError, SourceError


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive with nothing in it."""
    for folder in ("seeds", "content/records"):
        (tmp_path / "a" / folder).mkdir(parents=True)
    return archives.open_archive(tmp_path / "a")


def put(archive: Archive, *paths: str) -> None:
    """Write a file at each path."""
    for path in paths:
        archive.at(path).parent.mkdir(parents=True, exist_ok=True)
        archive.at(path).write_text(path, encoding="utf-8")


def test_an_archive_is_found_from_any_folder_inside(archive: Archive) -> None:
    assert archive == archives.find_archive(archive.at("content/records"))


def test_where_there_is_none_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive here or in a folder above"):
        archives.find_archive(tmp_path)


def test_a_named_folder_must_be_one(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with pytest.raises(ArchiveError, match=r"it has no folder 'content/'\."):
        archives.open_archive(tmp_path)


def test_sources_are_listed_in_order_with_those_in_folders(archive: Archive) -> None:
    put(archive, "seeds/b.txt", "seeds/a/z.txt", "seeds/a.txt", "seeds/.hidden", "seeds/.git/c", "seeds/b.txt~")
    assert (["seeds/a.txt", "seeds/a/z.txt", "seeds/b.txt"], []) == archives.source_paths(archive)


def test_only_yaml_files_are_records(archive: Archive) -> None:
    put(archive, "content/records/x/b.yaml", "content/records/a.yaml", "content/records/notes.txt")
    assert (["content/records/a.yaml", "content/records/x/b.yaml"], []) == archives.record_paths(archive)


def test_links_that_lead_out_are_refused(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    put(archive, "seeds/a.txt")
    archive.at("seeds/in.txt").symlink_to(archive.at("seeds/a.txt"))
    archive.at("seeds/out.txt").symlink_to(tmp_path / "secret.txt")
    archive.at("seeds/folder").symlink_to(tmp_path, target_is_directory=True)
    archive.at("seeds/gone.txt").symlink_to(tmp_path / "nothing")
    paths, problems = archives.source_paths(archive)
    assert ["seeds/a.txt", "seeds/in.txt"] == paths
    assert [
        "seeds/folder: a link to a folder, which is not followed. Put the folder itself here.",
        "seeds/gone.txt: a link that leads nowhere. Remove it, or mend it.",
        "seeds/out.txt: a link that leads out of the archive, which is not followed. Put the file itself here.",
    ] == [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "path", ["seeds/../x", "/etc/passwd", "content/site.yaml", "seeds\\a", "seeds", "seeds/out.txt"]
)
def test_a_source_lies_in_seeds(archive: Archive, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    archive.at("seeds/out.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(SourceError, match="not a file of this archive's 'seeds/'"):
        archives.read_source(archive, path)


def test_a_source_that_is_not_there_is_said(archive: Archive) -> None:
    with pytest.raises(SourceError, match=r"seeds/a\.txt: cannot be read \(No such file or directory\)"):
        archives.read_source(archive, "seeds/a.txt")


def test_a_file_is_written_whole_or_not_at_all(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archives.write_text(archive, "content/new/a.txt", "old")

    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ArchiveError, match=r"content/new/a\.txt: cannot be written \(No space left on device\)"):
        archives.write_text(archive, "content/new/a.txt", "new")
    assert ["a.txt"] == [path.name for path in archive.at("content/new").iterdir()]
    assert "old" == archive.at("content/new/a.txt").read_text(encoding="utf-8")


def test_what_somebody_saved_meanwhile_is_not_written_over(archive: Archive) -> None:
    one, two = archive.at("content/one.yaml"), archive.at("content/two.json")
    one.write_text("a", encoding="utf-8")
    texts = {"content/one.yaml": "b", "content/two.json": "b"}
    assert not write_together(archive, texts, {"content/one.yaml": "before"})
    assert not write_together(archive, texts, {"content/two.json": "was there"})
    assert not write_together(archive, texts, {"content/one.yaml": None})
    one.write_bytes(b"\xff")
    assert not write_together(archive, texts, {"content/one.yaml": None})
    assert (b"\xff", ["one.yaml"]) == (
        one.read_bytes(),
        sorted(path.name for path in one.parent.iterdir() if path.is_file()),
    )
    one.write_text("a", encoding="utf-8")
    assert write_together(archive, texts, {"content/one.yaml": "a", "content/two.json": None})
    assert ("b", "b") == (one.read_text(encoding="utf-8"), two.read_text(encoding="utf-8"))


def test_a_file_keeps_its_rights(archive: Archive) -> None:
    path = archive.at("content/one.yaml")
    path.write_text("a", encoding="utf-8")
    for rights in (0o664, 0o640, 0o444):
        path.chmod(rights)
        write_together(archive, {"content/one.yaml": str(rights)})
        assert (rights, str(rights)) == (path.stat().st_mode & 0o777, path.read_text(encoding="utf-8"))


def test_line_ends_are_written_as_they_are(archive: Archive) -> None:
    archives.write_text(archive, "content/a.txt", "a\r\nb\n")
    assert b"a\r\nb\n" == archive.at("content/a.txt").read_bytes()


def test_a_typed_path_is_from_where_one_stands_or_from_the_archive(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put(archive, "seeds/x/a.txt")
    monkeypatch.chdir(archive.at("seeds/x"))
    assert "seeds/x/a.txt" == archives.path_in_archive(archive, "a.txt")
    monkeypatch.chdir(tmp_path)
    assert "seeds/x/a.txt" == archives.path_in_archive(archive, "a/seeds/x/a.txt")
    assert "seeds/x/a.txt" == archives.path_in_archive(archive, "seeds/x/a.txt")
    assert "seeds/x/a.txt" == archives.path_in_archive(archive, str(archive.at("seeds/x/a.txt")))
