"""What did one say on the other: each filled cell of the table leads to its sentences, and the table stays of a size."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.archives import make_record, write_headings
from verbale.archive import open_archive
from verbale.catalog.entries import entries_of
from verbale.catalog.sayings import said_in, themes_of
from verbale.contents import load_authority
from verbale.recordfile import dump
from verbale.site.build import build_site
from verbale.site.saidview import ACROSS

DOCUMENTS = 60
CELL = re.compile(r'<td><a href="((?:\.\./)?speakers/([^/"]+)/themes/([^"]+)\.html)">([\d,]+)</a></td>')


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty invented readouts with fifty speakers and forty-eight themes, built."""
    root = tmp_path_factory.mktemp("matrix")
    write_headings(root)
    for number in range(DOCUMENTS):
        text, record = make_record(number)
        path = f"seeds/{number}.txt"
        (root / path).write_bytes(text.encode())
        record = replace(record, source=replace(record.source, path=path))
        (root / f"content/records/{number}.yaml").write_text(dump(record), encoding="utf-8")
    build_site(open_archive(root), root / "build", jobs=1)
    return root


def expected(root: Path) -> Counter[tuple[str, str]]:
    """Sentences by speaker and theme, counted from the records: a theme has those of the themes below it."""
    authority, _ = load_authority(open_archive(root))
    found: Counter[tuple[str, str]] = Counter()
    for number in range(DOCUMENTS):
        _, record = make_record(number)
        for entry in entries_of(record):
            themes = set(themes_of(entry))
            themes |= {above for theme in themes if (above := authority.themes[theme].broader)}
            found.update((entry.statement.speaker, theme) for theme in themes)
    return found


def pages(root: Path) -> list[str]:
    """The pages of the table."""
    build = root / "build"
    return [path.read_text() for path in (build / "matrix.html", *sorted((build / "matrix").glob("*.html")))]


def test_a_theme_leads_from_each_speakers_column_to_all_he_says_on_it(archive: Path) -> None:
    build, led = archive / "build", 0
    for page in sorted((build / "themes").glob("*.html")):
        text = page.read_text()
        heads = re.findall(r'<h3[^>]*><b>(?:<a href="\.\./([^"]+)">)?([^<]+)', text)
        assert all(bool(url) == (name not in {"Narrator", "Unknown"}) for url, name in heads)
        assert all((build / url).is_file() and url.endswith(f"/themes/{page.name}") for url, _ in heads if url)
        led += len(heads)
    assert led > 100


def test_a_theme_says_of_whom_nothing_is_recorded(archive: Path) -> None:
    authority, _ = load_authority(open_archive(archive))
    expected = Counter[str]()
    for number in range(DOCUMENTS):
        _, record = make_record(number)
        on: dict[str, set[str]] = {}
        for entry in entries_of(record):
            for theme in themes_of(entry):
                for one in {theme, authority.themes[theme].broader} - {None}:
                    on.setdefault(str(one), set()).add(entry.statement.speaker)
        leading = {person.id for person in record.participants if person.role == "principal"}
        expected.update(theme for theme, speakers in on.items() if leading - speakers)
    for theme, records in expected.items():
        text = (archive / f"build/themes/{theme}.html").read_text()
        assert text.count("Nothing recorded on this by ") == records, theme


def test_the_table_counts_what_the_records_say(archive: Path) -> None:
    found = {(s, t): int(n.replace(",", "")) for page in pages(archive) for _, s, t, n in CELL.findall(page)}
    counted = {cell: number for cell, number in expected(archive).items() if cell[0] not in {"narrator", "unknown"}}
    assert counted == found


def test_each_cell_leads_to_its_sentences_and_empty_ones_to_nothing(archive: Path) -> None:
    build = archive / "build"
    for page in pages(archive):
        for url, _, _, number in CELL.findall(page):
            said = (build / url.removeprefix("../")).read_text()
            assert int(number.replace(",", "")) == len(re.findall('<a class="n(?: q)?"', said))
    filled = {path.relative_to(build).as_posix() for path in build.glob("speakers/*/themes/*.html")}
    assert filled == {url.removeprefix("../") for page in pages(archive) for url, *_ in CELL.findall(page)}


def test_a_page_of_the_table_has_few_columns_and_is_light(archive: Path) -> None:
    made = pages(archive)
    assert len(made) > 2
    for page in made:
        assert page.count('<th scope="col">') <= ACROSS
        assert len(page.encode()) < 100_000


def test_an_edit_reaches_only_the_cells_of_its_words(archive: Path, tmp_path: Path) -> None:
    root = tmp_path / "archive"
    shutil.copytree(archive, root)
    before = {path: path.stat().st_mtime_ns for path in root.glob("build/speakers/*/themes/*.html")}
    _, record = make_record(0)
    place, said = next((n, s) for n, s in enumerate(record.statements) if s.themes and s.speaker != "narrator")
    statements = (*record.statements[:place], replace(said, note="A *note*."), *record.statements[place + 1 :])
    changed = replace(record, source=replace(record.source, path="seeds/0.txt"), statements=statements)
    (root / "content/records/0.yaml").write_text(dump(changed), encoding="utf-8")
    assert build_site(open_archive(root), root / "build", jobs=1).written < 10
    after = {path: path.stat().st_mtime_ns for path in root.glob("build/speakers/*/themes/*.html")}
    assert before.keys() == after.keys()
    rewritten = {path for path, when in after.items() if when != before[path]}
    assert {path.parts[-3] for path in rewritten} <= {said.speaker}


def test_old_ids_lead_to_the_page_under_the_new_ones(archive: Path, tmp_path: Path) -> None:
    root = tmp_path / "archive"
    shutil.copytree(archive, root)
    speaker, theme = next(cell for cell in sorted(expected(archive)) if cell[0] not in {"joint", "narrator", "unknown"})
    (root / f"content/speakers/{speaker}.md").write_text("---\nname: Somebody\nwas: [somebody-else]\n---\n")
    build_site(open_archive(root), root / "build", jobs=1)
    old = root / f"build/speakers/somebody-else/themes/{theme}.html"
    assert f"../../../speakers/{speaker}/themes/{theme}.html" in old.read_text()
    (root / f"content/speakers/{speaker}.md").unlink()
    build_site(open_archive(root), root / "build", jobs=1)
    assert not old.exists()


def test_a_theme_has_what_is_below_it() -> None:
    _, record = make_record(1)
    said = said_in(entries_of(record), {theme: "all" for s in record.statements for theme in s.themes})
    assert all(set(themes["all"]) == {n for numbers in themes.values() for n in numbers} for themes in said.values())
