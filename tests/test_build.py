"""What a build promises: all faults at once, the last good site untouched, and nobody's files but its own."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

import pytest

from benchmarks.archives import make_record, write_document, write_headings
from verbale.archive import open_archive
from verbale.errors import BuildError
from verbale.recordfile import dump, load
from verbale.site.build import Report, build_site
from verbale.site.manifest import amend_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from verbale.record import Record
    from verbale.site.manifest import Manifest


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of six documents."""
    write_headings(tmp_path / "archive")
    for number in range(6):
        write_document(tmp_path / "archive", number)
    return tmp_path / "archive"


def build(root: Path, limit: int = 500) -> Report:
    """Build the archive's site in its own folder."""
    return build_site(open_archive(root), root / "build", jobs=1, limit=limit)


def failing(root: Path) -> list[str]:
    """What a build says that must fail: its problems, or its message where it has none."""
    with pytest.raises(BuildError) as caught:
        build(root)
    return [str(problem) for problem in caught.value.problems] or [str(caught.value)]


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """All files below a folder with bytes and time of change."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def record_path(root: Path, number: int) -> Path:
    """The file of a document's record."""
    return root / f"content/records/{make_record(number)[1].id}.yaml"


def edit(root: Path, number: int, **changes: object) -> Record:
    """Change keys of a record, and return it as it is then."""
    path = record_path(root, number)
    record = replace(load(path.read_text(encoding="utf-8"), "")[0], **changes)  # type: ignore[arg-type]
    path.write_text(dump(record), encoding="utf-8")
    return record


def test_all_faults_are_told_at_once_and_the_site_stays(root: Path) -> None:
    """Three files with faults: each is told with file and line, and no byte of the last site is touched."""
    build(root)
    before = state(root / "build")
    misquoted, strange = record_path(root, 0), record_path(root, 1)
    misquoted.write_text(misquoted.read_text().replace("held talks", "had talks", 1))
    strange.write_text(re.sub(r"speaker: [a-z-]+[0-9]+", "speaker: somebody", strange.read_text(), count=1))
    (root / make_record(2)[1].source.path).write_text("Something else.\n")
    told = failing(root)
    assert [line.split(":")[0] for line in told] == sorted(
        str(record_path(root, number).relative_to(root)) for number in (0, 1, 2)
    )
    assert all(re.match(r"content/records/[^:]+\.yaml:[0-9]+:[0-9]+: ", line) for line in told)
    assert state(root / "build") == before
    assert not list(root.glob(".build*"))


def test_a_mended_archive_builds_what_it_would_have(root: Path) -> None:
    """A fault that came and went leaves no trace in the site."""
    build(root)
    before = state(root / "build")
    path = record_path(root, 0)
    good = path.read_text()
    path.write_text(good.replace("held talks", "had talks", 1))
    failing(root)
    failing(root)
    path.write_text(good)
    build(root)
    assert {name: data for name, (data, _) in state(root / "build").items()} == {n: d for n, (d, _) in before.items()}


def test_a_first_build_that_fails_leaves_nothing(root: Path) -> None:
    """Without a site there is none afterwards either."""
    path = record_path(root, 0)
    path.write_text(path.read_text().replace("held talks", "had talks", 1))
    failing(root)
    assert not (root / "build").exists()


def test_a_template_that_fails_leaves_the_site(root: Path) -> None:
    """Pages are made before any is moved in: the message names template, line and page."""
    build(root)
    before = state(root / "build")
    (root / "templates").mkdir()
    (root / "templates/theme.html").write_text("<p>\n{{ view.nothing_like_this }}</p>\n")
    (told,) = failing(root)
    assert re.search(r"templates/theme\.html:2: the template fails on the page themes/[a-z-]+\.html", told)
    assert state(root / "build") == before


def test_a_second_build_writes_nothing(root: Path) -> None:
    """What is up to date stays as it is, and an edit writes only the pages that show it."""
    build(root)
    before = state(root / "build")
    assert build(root) == Report()
    assert state(root / "build") == before
    record = edit(root, 3, note="Said in a *whisper*.")
    build(root)
    after = state(root / "build")
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        "manifest.json",
        f"records/{record.id}.html",
        f"records/{record.id}.yaml",
        f"records/{record.id}.json",
    }
    assert "<em>whisper</em>" in (root / f"build/records/{record.id}.html").read_text()


def test_a_site_kept_by_links_keeps_its_manifest(root: Path, tmp_path: Path) -> None:
    """Whoever links the files of a site to keep it as it is has them so, also after one word changed."""
    build(root)
    kept = tmp_path / "kept"
    shutil.copytree(root / "build", kept, copy_function=os.link)
    before = state(kept)
    edit(root, 3, note="Said in a *whisper*.")
    build(root)
    assert state(kept) == before
    assert (root / "build/manifest.json").read_bytes() != (kept / "manifest.json").read_bytes()


def test_what_broke_off_while_files_moved_in_is_made_up_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The manifest tells the old state until all is in its place, so that the next build makes the same pages again."""
    build(root)
    edit(root, 3, note="Said in a *whisper*.")

    def broken(file: BinaryIO, old: Manifest, changes: list[tuple[str, str | None]], **_: object) -> None:
        amend_manifest(file, old, old.state, changes[:1])
        raise OSError(5, "broke off")

    with monkeypatch.context() as patched:
        patched.setattr("verbale.site.write.amend_manifest", broken)
        assert "broke off" in failing(root)[0]
    build(root)
    build_site(open_archive(root), root / "cold", jobs=1)
    assert {name: data for name, (data, _) in state(root / "build").items()} == {
        name: data for name, (data, _) in state(root / "cold").items()
    }


def test_a_label_is_written_where_it_is_shown(root: Path) -> None:
    """A theme's label changes: only pages that show it are written, and none shows the old one."""
    build(root)
    before = state(root / "build")
    theme = make_record(0)[1].statements[1].themes[0]
    path = root / f"content/themes/{theme}.md"
    path.write_text(re.sub("label: .*", "label: Quite another label", path.read_text()))
    build(root)
    after = state(root / "build")
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {
        "manifest.json",
        *(name for name, (data, _) in after.items() if b"Quite another label" in data),
    }
    assert f"themes/{theme}.html" in changed


def test_files_of_others_stay(root: Path) -> None:
    """A person's files in the output folder are never touched, whatever is deleted around them."""
    build(root)
    (root / "build/CNAME").write_text("readouts.example\n")
    record = make_record(0)[1]
    (root / f"build/points/{record.id}/mine.html").write_text("mine")
    (root / "build/records/extra").mkdir()
    record_path(root, 0).unlink()
    build(root)
    left = {name for name in state(root / "build") if record.id in name}
    assert left == {f"points/{record.id}/mine.html"}
    assert (root / "build/CNAME").read_text() == "readouts.example\n"
    assert (root / "build/records/extra").is_dir()


def test_what_is_gone_leaves_no_empty_folders(root: Path) -> None:
    """The folder of a record's points goes with the record."""
    build(root)
    record = make_record(0)[1]
    assert (root / f"build/points/{record.id}").is_dir()
    record_path(root, 0).unlink()
    build(root)
    assert not (root / f"build/points/{record.id}").exists()


def test_the_manifest_lists_what_was_written(root: Path) -> None:
    """Every file but the manifest, sorted, each with its digest."""
    build(root)
    edit(root, 2, title="Another title")
    build(root)
    listed = json.loads((root / "build/manifest.json").read_text())["files"]
    found = {name: hashlib.sha256(data).hexdigest() for name, (data, _) in state(root / "build").items()}
    del found["manifest.json"]
    assert listed == found
    assert list(listed) == sorted(listed)


@pytest.mark.parametrize("damage", ["", "{}", '{\n"generator": "x",\n', "garbage \x00"])
def test_a_damaged_manifest_costs_nothing(root: Path, damage: str) -> None:
    """Without a manifest that can be trusted all is made anew, and nothing is deleted."""
    build(root)
    before = {name: data for name, (data, _) in state(root / "build").items()}
    (root / "build/manifest.json").write_text(damage)
    (root / "build/other.html").write_text("other")
    build(root)
    assert {name: data for name, (data, _) in state(root / "build").items()} == before | {"other.html": b"other"}


def test_a_manifest_whose_lines_were_changed_is_not_trusted(root: Path) -> None:
    """A line that verbale would not write: nothing of it is deleted, all is made anew."""
    build(root)
    path = root / "build/manifest.json"
    path.write_text(re.sub(r'"points/[^\n]*\n', '"points/x/../../../../precious": 7,\n', path.read_text(), count=1))
    (root / "precious").write_text("precious")
    edit(root, 0, title="Another title")
    build(root)
    assert (root / "precious").read_text() == "precious"
    assert "Another title" in (root / "build/records/index.html").read_text()


def test_paths_that_lead_out_are_never_deleted(root: Path) -> None:
    """A manifest that names a file outside of the folder has no power over it."""
    build(root)
    path = root / "build/manifest.json"
    digest = "0" * 64
    path.write_text(path.read_text().replace('"files": {\n', f'"files": {{\n"../precious": "{digest}",\n', 1))
    (root / "precious").write_text("precious")
    (root / "content/site.yaml").write_text("title: Another\ndescription: Site.\n")
    build(root)
    assert (root / "precious").read_text() == "precious"


def test_a_link_in_the_output_folder_is_not_followed(root: Path, tmp_path: Path) -> None:
    """Nothing is written through a link that somebody put in place of a folder."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "build").mkdir()
    (root / "build/records").symlink_to(elsewhere)
    assert "a link, where verbale needs a folder of its own" in failing(root)[0]
    assert not list(elsewhere.iterdir())


@pytest.mark.parametrize("damage", [b"", b"not a database, but long enough to be looked at" * 100])
def test_a_damaged_catalog_is_made_anew(root: Path, damage: bytes) -> None:
    """The catalog is a cache: whatever happens to it, the site is the same."""
    build(root)
    before = state(root / "build")
    for path in (root / ".verbale").glob("catalog.sqlite*"):
        path.unlink()
    (root / ".verbale/catalog.sqlite").write_bytes(damage)
    build(root)
    assert state(root / "build") == before


def test_a_catalog_damaged_inside_is_made_anew(root: Path) -> None:
    """A file that opens as a database and fails in the middle."""
    build(root)
    path = root / ".verbale/catalog.sqlite"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    edit(root, 0, title="Another title")
    build(root)
    assert "Another title" in (root / "build/records/index.html").read_text()


def test_all_collisions_are_told_with_both_files(root: Path) -> None:
    """Two records of one id, an old id that is in use, a page where the site has its own."""
    first, second = make_record(0)[1], make_record(1)[1]
    shutil.copy(record_path(root, 0), root / "content/records/zz-copy.yaml")
    edit(root, 2, was=(second.id,))
    (root / "content/pages/search.md").write_text("---\ntitle: Search\n---\n")
    told = "\n".join(failing(root))
    assert (
        f"copy.yaml:3:5: the address records/{first.id}.html is claimed by content/records/{first.id}.yaml too." in told
    )
    assert re.search(rf"\.yaml:[0-9]+:[0-9]+: the address records/{second.id}\.html is claimed by", told)
    assert "content/pages/search.md: the address search.html is the site's own." in told


def test_old_addresses_lead_to_new_ones(root: Path) -> None:
    """Record, points, theme and page under their old ids; downloads are there under both."""
    record = edit(root, 0, was=("old-id",))
    theme = record.statements[1].themes[0]
    path = root / f"content/themes/{theme}.md"
    path.write_text(path.read_text().replace("label:", "was: [old-theme]\nlabel:", 1))
    (root / "content/pages/about.md").write_text("---\ntitle: About\nwas: [colophon]\n---\nWords.\n")
    build(root)
    site = root / "build"
    assert f'href="../records/{record.id}.html"' in (site / "records/old-id.html").read_text()
    point = record.agreed[0].id
    assert f"../../points/{record.id}/{point}.html" in (site / f"points/old-id/{point}.html").read_text()
    assert f"../themes/{theme}.html" in (site / "themes/old-theme.html").read_text()
    assert "about.html" in (site / "colophon.html").read_text()
    assert (site / "records/old-id.yaml").read_bytes() == (site / f"records/{record.id}.yaml").read_bytes()


def test_a_theme_that_went_is_told_by_the_records_that_have_it(root: Path) -> None:
    """The records did not change, and yet they do not fit any more."""
    build(root)
    theme = make_record(0)[1].statements[1].themes[0]
    (root / f"content/themes/{theme}.md").unlink()
    told = failing(root)
    assert any(f"the theme '{theme}' is not in content/themes" in line for line in told)
    assert all(line.startswith("content/records/") for line in told)


def test_downloads_are_the_files_themselves(root: Path) -> None:
    """The YAML and the source are copied byte for byte, line ends and all."""
    text, record = make_record(0)
    build(root)
    assert (root / f"build/sources/{record.id}.txt").read_bytes() == text.encode()
    assert (root / f"build/records/{record.id}.yaml").read_bytes() == record_path(root, 0).read_bytes()
    parsed = (root / f"content/.parsed/{record.id}.json").read_bytes()
    assert (root / f"build/records/{record.id}.json").read_bytes() == parsed


def test_what_a_person_decided_is_said(root: Path) -> None:
    """A speaker changed by hand is told on the record's page, in the archive's terms."""
    path = record_path(root, 0)
    record = load(path.read_text(), "")[0]
    statements = list(record.statements)
    statements[2] = replace(statements[2], speaker="narrator", basis="editor")
    edit(root, 0, statements=tuple(statements))
    build(root)
    page = (root / f"build/records/{record.id}.html").read_text()
    name = next(person.name for person in record.participants if person.id == record.statements[2].speaker)
    assert f"speaker <del>{name}</del> → <ins>Narrator</ins>" in page


def test_long_lists_are_split_and_hold_everything_once(root: Path) -> None:
    """By year, then month, then pages: each record is in exactly one part, with an address that says which."""
    ids = []
    for number in range(6, 30):
        write_document(root, number)
        record = edit(root, number, event=replace(make_record(number)[1].event, date=f"1999-0{1 + number % 3}-11"))
        ids.append(record.id)
    build(root, limit=5)
    site = root / "build/records/years"
    parts = {path.stem: path.read_text() for path in site.glob("1999-*.html")}
    assert sorted(parts) == ["1999-01", "1999-01-2", "1999-02", "1999-02-2", "1999-03", "1999-03-2"]
    for id_ in ids:
        assert sum(f"records/{id_}.html" in page for page in parts.values()) == 1
    assert all(
        f'href="../../records/years/1999-0{month}.html"' in (site / "1999.html").read_text() for month in (1, 2, 3)
    )


@pytest.mark.parametrize("where", ["content", "seeds", ".", "..", "templates", "content/records"])
def test_a_site_never_goes_among_what_people_write(root: Path, where: str) -> None:
    """Neither into their folders nor around them, and nothing is written in the attempt."""
    before = state(root.parent)
    with pytest.raises(BuildError, match="a site cannot go there"):
        build_site(open_archive(root), root / where, jobs=1)
    assert state(root.parent) == before


def test_a_folder_of_somebody_elses_keeps_its_files(root: Path, tmp_path: Path) -> None:
    """Without a manifest in it, a folder's files of the same names are not verbale's to replace."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "CNAME").write_text("readouts.example")
    (other / "index.html").write_text("mine")
    with pytest.raises(BuildError, match=r"verbale did not write index\.html,"):
        build_site(open_archive(root), other, jobs=1)
    assert {name: data for name, (data, _) in state(other).items()} == {
        "CNAME": b"readouts.example",
        "index.html": b"mine",
    }
    (other / "index.html").unlink()
    build_site(open_archive(root), other, jobs=1)
    assert (other / "CNAME").read_text() == "readouts.example"


def test_a_fresh_build_puts_back_what_somebody_changed(root: Path) -> None:
    """A build goes by the manifest alone; a fresh one writes every file."""
    build(root)
    before = {name: data for name, (data, _) in state(root / "build").items()}
    (root / "build/records/index.html").unlink()
    (root / "build/index.html").write_text("changed")
    assert str(build(root)) == "The site is up to date."
    build_site(open_archive(root), root / "build", jobs=1, fresh=True)
    assert {name: data for name, (data, _) in state(root / "build").items()} == before


def test_a_fault_in_what_holds_for_all_hides_no_other_and_makes_none(root: Path) -> None:
    """A page without title, a theme that is not one, a link to nothing: each is told, though it was not there at first."""
    (root / "content/pages").mkdir(exist_ok=True)
    page, theme = root / "content/pages/more.md", next(iter(sorted((root / "content/themes").glob("*.md"))))
    path = record_path(root, 1)
    record = load(path.read_text(encoding="utf-8"), "r")[0]
    named = next(one for one in record.statements if one.themes)
    text = path.read_text(encoding="utf-8")
    text = text.replace(f"themes: [{', '.join(named.themes)}]", f"themes: [{named.themes[0]}, no-such-theme]", 1)
    note = f"note: See [[page:more]], [[theme:{theme.stem}]], [[record:{record.id}]] and [[page:moer]].\nsource:"
    other = record_path(root, 2)
    good = other.read_text(encoding="utf-8")
    for _ in range(2):
        page.write_text("---\ntilte: More\n---\n", encoding="utf-8")
        matter = theme.read_text(encoding="utf-8")
        theme.write_text(matter.replace("label:", "labl:"), encoding="utf-8")
        path.write_text(text, encoding="utf-8")
        other.write_text(good.replace("source:", note, 1), encoding="utf-8")
        told = failing(root)
        for words in (
            "the page has no 'title'",
            "the theme has no 'label'",
            "the theme 'no-such-theme' is not in",
            "[[page:moer]] leads nowhere. Did you mean 'more'?",
        ):
            assert [words] == [words for one in told if words in one], told
        assert 4 == len(told)
        page.write_text("---\ntitle: More\n---\n", encoding="utf-8")
        theme.write_text(matter, encoding="utf-8")
        assert 2 == len(failing(root))
        path.write_text(text.replace(", no-such-theme", ""), encoding="utf-8")
        other.write_text(good, encoding="utf-8")
        build(root)


def test_a_record_that_was_read_beside_a_fault_elsewhere_is_read_again(root: Path) -> None:
    build(root)
    path, site = record_path(root, 1), root / "content/site.yaml"
    text, settings = path.read_text(encoding="utf-8"), site.read_text(encoding="utf-8")
    path.write_text(text.replace("themes: [", "themes: [no-such-theme, ", 1), encoding="utf-8")
    site.write_text(f"{settings}\nterms: [a", encoding="utf-8")
    assert 2 == len(failing(root))
    site.write_text(settings, encoding="utf-8")
    assert ["no-such-theme"] == [one.split("'")[1] for one in failing(root)]
