"""What people decided against the parser is told in the open: on the record's page, and for the whole archive together."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.builtsite import Built
from tests.serving import RECORD, copied
from verbale.archive import Archive, open_archive
from verbale.catalog.corrections import Difference, differences, entries_in
from verbale.site.build import build_site


@pytest.fixture
def archive(example: Built, tmp_path: Path) -> Archive:
    """A copy of the example archive."""
    return open_archive(copied(example.archive, tmp_path / "archive"))


def told(archive: Archive, page: str = "corrections.html") -> list[str]:
    """What the main part of a page of the built site says, line by line."""
    html = (archive.at("build") / page).read_text(encoding="utf-8")
    main = html[html.index("<main") : html.index("</main>")]
    lines = [re.sub(r"<[^>]*>", "", f"<p{part}") for part in re.split(r"<(?:p|li|h1|h2)\b", main)]
    return [unescape(" ".join(line.split())) for line in lines if line.strip()]


def edit(archive: Archive, id_: str, old: str, new: str, path: str = RECORD) -> None:
    """Change words in a record, in the entry with an id."""
    text = archive.at(path).read_text(encoding="utf-8")
    start = text.index(f"- id: {id_}\n") if id_ else 0
    place = text.index(old, start)
    archive.at(path).write_text(text[:place] + new + text[place + len(old) :], encoding="utf-8")


def build(archive: Archive, limit: int = 500) -> None:
    """Bring the site up to date, and compare it with one built from nothing."""
    out, fresh = archive.at("build"), archive.at("fresh")
    build_site(archive, out, limit=limit)
    build_site(archive, fresh, limit=limit)
    pages = sorted(p.relative_to(fresh) for p in fresh.rglob("*.html"))
    assert pages == sorted(p.relative_to(out) for p in out.rglob("*.html"))
    assert [p for p in pages if (out / p).read_bytes() != (fresh / p).read_bytes()] == []


def test_an_archive_without_corrections_says_so(archive: Archive) -> None:
    build(archive)
    assert told(archive)[-1:] == [
        "Nobody has corrected anything yet: every record is as the parser read it.",
    ]


def test_a_correction_is_told_with_its_note_and_leads_to_its_sentence(archive: Archive) -> None:
    build(archive)
    edit(archive, "s03", "speaker: maren-talvik", "note: It has the *house's* tone.\n    speaker: narrator")
    edit(archive, "s05", "    speech:", "    themes: [fishing]\n    speech:")
    build(archive)
    lines = told(archive)
    assert "2 corrections in all" in lines
    assert "s03: speaker Maren Talvik → Narrator. It has the house's tone." in lines
    assert "s05: themes added: Fishing" in lines
    page = (archive.at("build") / "corrections.html").read_text(encoding="utf-8")
    record = "records/2024-03-14-maren-talvik-jonas-ferrel.html"
    assert f'<a href="{record}#s03">s03</a>' in page
    assert 'href="../corrections.html"' in (archive.at("build") / record).read_text(encoding="utf-8")


def test_every_page_leads_to_the_corrections(archive: Archive) -> None:
    build(archive)
    for page in archive.at("build").rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if "<footer" in html:
            assert re.search(r'<footer.*href="(?:\.\./)*corrections\.html"', html, re.DOTALL), page


def test_the_list_follows_each_edit_and_its_undoing(archive: Archive) -> None:
    build(archive)
    empty = told(archive)
    edit(archive, "s03", "speaker: maren-talvik", "speaker: narrator")
    build(archive)
    assert len(told(archive)) > len(empty)
    edit(archive, "s03", "speaker: narrator", "note: Why not.\n    speaker: narrator")
    build(archive)
    assert any(line.endswith("Why not.") for line in told(archive))
    edit(archive, "s03", "note: Why not.\n    speaker: narrator", "speaker: maren-talvik")
    build(archive)
    assert told(archive) == empty


def test_corrections_outlive_another_id_given_by_hand(archive: Archive) -> None:
    """What the parser said is kept under the old id until `parse` runs again; it is known by `was`, and watched there."""
    edit(archive, "s03", "speaker: maren-talvik", "speaker: narrator")
    build(archive)
    before = told(archive)
    id_ = RECORD.rpartition("/")[2].removesuffix(".yaml")
    edit(archive, "", f"\nid: {id_}\n", f"\nid: port-sable\nwas: [{id_}]\n")
    build(archive)
    assert told(archive) == before
    reading = archive.at(f"content/.parsed/{id_}.json")
    reading.write_bytes(reading.read_bytes().replace(b'"speaker": "maren-talvik"', b'"speaker": "jonas-ferrel"'))
    build(archive)
    assert "s03: speaker Jonas Ferrel → Narrator" in told(archive)
    reading.rename(reading.with_name("port-sable.json"))
    build(archive)
    assert "s03: speaker Jonas Ferrel → Narrator" in told(archive)
    edit(archive, "", f"was: [{id_}]\n", "")
    build(archive)
    assert "s03: speaker Jonas Ferrel → Narrator" in told(archive)


def test_the_names_in_it_follow_themes_and_speakers(archive: Archive) -> None:
    edit(archive, "s04", "themes: [fishing]", "themes: [sea]")
    edit(archive, "s03", "speaker: maren-talvik", "speaker: jonas-ferrel")
    build(archive)
    assert "s04: themes Fishing → The sea" in told(archive)
    theme = archive.at("content/themes/fishing.md")
    theme.write_text(theme.read_text(encoding="utf-8").replace("label: Fishing", "label: Nets"), encoding="utf-8")
    speakers = archive.at("content/speakers")
    speakers.mkdir(exist_ok=True)
    (speakers / "jonas-ferrel.md").write_text("---\nname: J. Ferrel\n---\n", encoding="utf-8")
    build(archive)
    assert "s04: themes Nets → The sea" in told(archive)
    assert "s03: speaker Maren Talvik → J. Ferrel" in told(archive)


def test_labels_are_counted_and_are_one_entry(archive: Archive) -> None:
    text = archive.at(RECORD).read_text(encoding="utf-8")
    archive.at(RECORD).write_text(re.sub(r"\n    label: ", "\n    label: My ", text), encoding="utf-8")
    build(archive)
    assert "1 correction in all" in told(archive)
    assert f"{text.count('    label: ')} labels of agreed points worded by hand" in told(archive)


def test_a_list_that_outgrows_a_page_is_split_by_year(archive: Archive) -> None:
    for id_ in ("s02", "s03", "s04"):
        edit(archive, id_, "speaker: maren-talvik", "speaker: jonas-ferrel")
    build(archive, limit=2)
    assert (archive.at("build") / "corrections/years/2024.html").exists()
    assert "Corrections, 2024" in told(archive, "corrections/years/2024.html")
    edit(archive, "s04", "speaker: jonas-ferrel", "speaker: maren-talvik")
    build(archive, limit=2)
    assert not (archive.at("build") / "corrections").exists()


def test_what_follows_from_another_change_is_not_told_beside_it() -> None:
    before = {"statements": [{"id": "s01", "at": [0, 4], "speaker": "a", "basis": "named", "text": "Aye."}]}
    after = {"statements": [{"id": "s01", "at": [0, 4], "speaker": "b", "basis": "editor", "text": "Aye."}]}
    assert differences(before, after) == (Difference("s01", "speaker", "a", "b"),)
    assert differences(before, before) == ()


def test_entries_of_a_list() -> None:
    label, speaker = Difference("p", "label", "a", "b"), Difference("s01", "speaker", "a", "b")
    assert [entries_in(found) for found in ((), (label, label), (speaker, label, speaker, label))] == [0, 1, 3]
