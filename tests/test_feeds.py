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
