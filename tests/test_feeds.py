"""Feed, sitemap and robots: well-formed, complete, and dated from the records alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from benchmarks.archives import make_record, write_document, write_headings
from verbale.archive import open_archive
from verbale.recordfile import dump
from verbale.site import feeds
from verbale.site.build import build_site

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://readouts.example/archive/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of five documents with a base URL."""
    write_headings(tmp_path)
    for number in range(5):
        write_document(tmp_path, number)
    (tmp_path / "content/site.yaml").write_text(
        f'title: "A & B"\ndescription: Meetings.\nbase_url: {BASE.rstrip("/")}\n'
    )
    return tmp_path


def built(root: Path) -> Path:
    """The folder of the site."""
    build_site(open_archive(root), root / "build", jobs=1)
    return root / "build"


def test_the_feed_has_what_atom_asks_for(root: Path) -> None:
    """RFC 4287: ids, titles, updated and an author; the newest change first."""
    _, record = make_record(2)
    revised = replace(record, revised="2031-04-05", title="A <new> title & more")
    (root / f"content/records/{record.id}.yaml").write_text(dump(revised), encoding="utf-8")
    feed = ET.parse(built(root) / "feed.xml").getroot()  # noqa: S314 - we wrote it
    assert feed.findtext(f"{ATOM}title") == "A & B"
    assert feed.findtext(f"{ATOM}id") == BASE
    assert feed.findtext(f"{ATOM}updated") == "2031-04-05T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "A & B"
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "alternate": BASE,
        "self": f"{BASE}feed.xml",
    }
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 5
    assert entries[0].findtext(f"{ATOM}title") == "A <new> title & more"
    assert entries[0].findtext(f"{ATOM}id") == f"{BASE}records/{record.id}.html"
    assert entries[0].findtext(f"{ATOM}published") == f"{record.event.date}T00:00:00Z"
    dates = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert dates == sorted(dates, reverse=True)


def test_the_sitemap_names_every_page_but_parts_and_redirects(root: Path) -> None:
    """Its addresses are pages that are there; records and points have the date of the record."""
    site = built(root)
    urls = ET.parse(site / "sitemap.xml").getroot().findall(f"{MAP}url")  # noqa: S314
    found = {(url.findtext(f"{MAP}loc") or "").removeprefix(BASE): url.findtext(f"{MAP}lastmod") for url in urls}
    pages = {str(path.relative_to(site)) for path in site.rglob("*.html")} - {"404.html"}
    assert {url for url in found if not (site / url).is_file()} == set()
    assert (
        pages - found.keys() == {page for page in pages if page in {"corrections.html", "search.html"}} - found.keys()
    )
    _, record = make_record(0)
    assert found[f"records/{record.id}.html"] == record.event.date
    assert found[f"points/{record.id}/{record.agreed[0].id}.html"] == record.event.date
    assert f"Sitemap: {BASE}sitemap.xml" in (site / "robots.txt").read_text()


def test_a_large_archive_has_a_sitemap_for_each_year(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of sitemaps, none with too many addresses, together the same addresses as one."""
    one = {url.text for url in ET.parse(built(root) / "sitemap.xml").getroot().iter(f"{MAP}loc")}  # noqa: S314
    monkeypatch.setattr(feeds, "ONE_SITEMAP", 1)
    monkeypatch.setattr(feeds, "SITEMAP_URLS", 4)
    (root / "content/site.yaml").write_text(f"title: Other\ndescription: Meetings.\nbase_url: {BASE}\n")
    site = built(root)
    index = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314
    parts = [(loc.text or "").removeprefix(BASE) for loc in index.iter(f"{MAP}loc")]
    listed = [[url.text for url in ET.parse(site / part).getroot().iter(f"{MAP}loc")] for part in parts]  # noqa: S314
    assert {url for urls in listed for url in urls} == one
    assert sum(map(len, listed)) == len(one)
    assert all(len(urls) <= 4 for part, urls in zip(parts, listed, strict=True) if "pages" not in part)


def test_without_a_base_url_there_is_neither(root: Path) -> None:
    """A feed and a sitemap need whole addresses; when the base URL goes, they go."""
    assert (built(root) / "feed.xml").is_file()
    (root / "content/site.yaml").write_text("title: Other\ndescription: Meetings.\n")
    site = built(root)
    assert not (site / "feed.xml").exists()
    assert not (site / "sitemap.xml").exists()
    assert "Sitemap" not in (site / "robots.txt").read_text()


@pytest.mark.parametrize(
    ("date", "instant"),
    [
        ("2021-06-28", "2021-06-28T00:00:00Z"),
        ("2021-06", "2021-06-01T00:00:00Z"),
        ("2021", "2021-01-01T00:00:00Z"),
        ("2021-06-28T10:15:00", "2021-06-28T10:15:00Z"),
        ("2021-06-28T10:15:00+02:00", "2021-06-28T10:15:00+02:00"),
        ("2021-06-28/2021-06-29", "2021-06-28T00:00:00Z"),
        (None, "1970-01-01T00:00:00Z"),
    ],
)
def test_a_date_becomes_an_instant(date: str | None, instant: str) -> None:
    assert feeds._moment(date) == instant


def entries(feed: Path) -> list[tuple[str, str, str]]:
    """Id, address and summary of each entry."""
    return [
        (
            entry.findtext(f"{ATOM}id") or "",
            next(link.get("href") or "" for link in entry.findall(f"{ATOM}link")),
            entry.findtext(f"{ATOM}summary") or "",
        )
        for entry in ET.parse(feed).getroot().findall(f"{ATOM}entry")  # noqa: S314
    ]


def test_each_speaker_and_theme_has_a_feed_of_its_records(root: Path) -> None:
    """An entry for each record, linked to it, with how much it has; the page names its feed."""
    site = built(root)
    records = [make_record(number)[1] for number in range(5)]
    said: dict[str, dict[str, int]] = {}
    borne: dict[str, set[str]] = {}
    for record in records:
        for statement in record.statements:
            counts = said.setdefault(statement.speaker, {})
            counts[record.id] = counts.get(record.id, 0) + 1
            for theme in statement.themes:
                borne.setdefault(theme, set()).add(record.id)
    for asides in ("narrator", "unknown"):
        said.pop(asides, None)
    present = {person.id for record in records for person in record.participants}
    present |= {party.id for record in records for party in record.parties}
    assert {path.stem for path in (site / "speakers").glob("*.xml")} == said.keys() | present
    for speaker, counts in said.items():
        found = entries(site / f"speakers/{speaker}.xml")
        assert {
            (id_.removeprefix(f"{BASE}speakers/{speaker}.html#"), int(words.split()[0])) for id_, _, words in found
        } == set(counts.items())
        assert {url for _, url, _ in found} == {f"{BASE}records/{record}.html" for record in counts}
        page = (site / f"speakers/{speaker}.html").read_text(encoding="utf-8")
        assert 'type="application/atom+xml" title="' in page.split("</head>")[0]
        assert f'href="../speakers/{speaker}.xml">Feed</a>' in page
    for theme, ids in borne.items():
        found = entries(site / f"themes/{theme}.xml")
        assert ids <= {id_.rpartition("#")[2] for id_, _, _ in found}
    joint = ET.parse(site / "speakers/joint.xml").getroot()  # noqa: S314
    assert joint.findtext(f"{ATOM}title") == "The sides together · A & B"


def test_a_feed_is_bounded_and_begins_with_what_changed_last(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever way the catalog looks for them, the same entries come."""
    _, record = make_record(1)
    (root / f"content/records/{record.id}.yaml").write_text(
        dump(replace(record, revised="2031-04-05")), encoding="utf-8"
    )
    whole = entries(built(root) / "speakers/joint.xml")
    assert len(whole) == 5
    assert whole[0][1] == f"{BASE}records/{record.id}.html"
    for most in (1, 2, 4):
        monkeypatch.setattr(feeds, "LIST_ENTRIES", most)
        build_site(open_archive(root), root / "build", jobs=1, fresh=True)
        assert entries(root / "build/speakers/joint.xml") == whole[:most]


def test_an_edit_reaches_the_feeds_of_its_speakers_and_themes_and_no_other(root: Path) -> None:
    """What is revised comes first in them, though no page shows when a record was revised but its own."""
    site = built(root)
    before = {path: path.read_bytes() for path in site.rglob("*.xml")}
    _, record = make_record(2)
    (root / f"content/records/{record.id}.yaml").write_text(
        dump(replace(record, revised="2031-04-05")), encoding="utf-8"
    )
    built(root)
    changed = {path.relative_to(site).as_posix() for path, data in before.items() if path.read_bytes() != data}
    speakers = {statement.speaker for statement in record.statements} - {"narrator", "unknown"}
    assert {path for path in changed if path.startswith("speakers/")} == {
        f"speakers/{speaker}.xml" for speaker in speakers
    }
    assert f"themes/{next(theme for s in record.statements for theme in s.themes)}.xml" in changed
    assert len([path for path in changed if path.startswith("themes/")]) < len(list((site / "themes").glob("*.xml")))


def test_a_feed_stands_at_the_old_ids_of_its_speaker_too(root: Path) -> None:
    """It is kept up there: whoever follows it misses nothing."""
    _, record = make_record(0)
    speaker = record.participants[0].id
    note = root / f"content/speakers/{speaker}.md"
    note.parent.mkdir(exist_ok=True)
    note.write_text(f"---\nname: {record.participants[0].name}\nwas: [a-former-id]\n---\n", encoding="utf-8")
    site = built(root)
    assert (site / "speakers/a-former-id.xml").read_bytes() == (site / f"speakers/{speaker}.xml").read_bytes()
    revised = dump(replace(record, revised="2031-04-05"))
    (root / f"content/records/{record.id}.yaml").write_text(revised, encoding="utf-8")
    built(root)
    assert b"2031-04-05" in (site / "speakers/a-former-id.xml").read_bytes()
    assert (site / "speakers/a-former-id.xml").read_bytes() == (site / f"speakers/{speaker}.xml").read_bytes()
    note.write_text(f"---\nname: {record.participants[0].name}\n---\n", encoding="utf-8")
    built(root)
    assert not (site / "speakers/a-former-id.xml").exists()
