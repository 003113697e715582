"""What pages say to machines: JSON-LD that parses, names what is there, and makes nobody say what is only reported."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

from tests import citable
from verbale.archive import open_archive
from verbale.site.build import build_site

if TYPE_CHECKING:
    from pathlib import Path

HERE = "https://disk.example/site/"
"""Where a site without an address is taken to lie."""


class Site:
    """The readout's site; `data(page)` is a page's graph by type, with all addresses made whole."""

    def __init__(self, root: Path, *, published: bool) -> None:
        citable.write(root, published=published)
        (root / "content/speakers").mkdir()
        (root / "content/speakers/maren-talvik.md").write_text(
            "---\nname: Maren Talvik\naliases: [M. Talvik]\nsame_as: [https://people.example/mt]\n---\n",
            encoding="utf-8",
        )
        build_site(open_archive(root), root / "build", jobs=1)
        self.root = root / "build"
        self.base = citable.BASE_URL if published else HERE

    def html(self, page: str) -> str:
        """A page."""
        return (self.root / page).read_text(encoding="utf-8")

    def data(self, page: str) -> dict[str, dict[str, Any]]:
        """The nodes at the top of a page's graph, by type."""
        (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', self.html(page))
        found = json.loads(text)
        assert found["@context"] == "https://schema.org"
        nodes = [self._whole(node, self.base + page) for node in found["@graph"]]
        return {node["@type"]: node for node in nodes}

    def _whole(self, value: Any, page: str, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self._whole(one, page, name) for name, one in value.items()}
        if isinstance(value, list):
            return [self._whole(one, page, key) for one in value]
        return urljoin(page, value) if key in {"@id", "url", "item"} else value

    def there(self, address: str) -> bool:
        """Whether an address of the site is a page of it, and its fragment an id on that page."""
        path, _, fragment = address.removeprefix(self.base).partition("#")
        return (self.root / path).is_file() and (not fragment or f'id="{fragment}"' in self.html(path))


@pytest.fixture(scope="module", params=[True, False], ids=["published", "bare"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with an address, and without one."""
    return Site(tmp_path_factory.mktemp("linked"), published=request.param)


def addresses(value: Any) -> list[str]:
    """All addresses in a node."""
    if isinstance(value, dict):
        return [
            *(one for key in ("@id", "url", "item") for one in listed(value.get(key)) if isinstance(one, str)),
            *(address for one in value.values() for address in addresses(one)),
        ]
    return [address for one in value for address in addresses(one)] if isinstance(value, list) else []


def listed(value: Any) -> list[Any]:
    """A value as a list."""
    return value if isinstance(value, list) else [value]


def test_a_readout_is_a_work_about_an_event_that_mentions_people(site: Site) -> None:
    work = site.data("records/talks.html")["CreativeWork"]
    assert work["@id"] == f"{site.base}records/talks.html#the_text"
    assert work["name"] == "Talks at Sea"
    assert work["inLanguage"] == "en"
    assert work["about"] == {
        "@type": "Event",
        "identifier": "talks",
        "name": "Meeting, Port Sable",
        "startDate": "2024-03-14",
        "location": {"@type": "Place", "name": "Port Sable"},
    }
    assert [(one["@type"], one["name"], one.get("jobTitle")) for one in work["mentions"]] == [
        ("Person", "Maren Talvik", "President"),
        ("Person", "Jonas Ferrel", "Prime Minister"),
        ("Organization", "Orvland", None),
    ]
    known = (work.get("publisher"), work.get("sameAs"), work.get("datePublished"))
    house = {"@type": "Organization", "name": citable.PUBLISHER}
    published = site.base == citable.BASE_URL
    assert known == ((house, citable.URL, "2024-03-15T09:30:00Z") if published else (None, None, None))


def test_only_what_is_quoted_is_a_quotation(site: Site) -> None:
    """All else is a part of the readout that mentions who the readout says is speaking."""
    parts = site.data("records/talks.html")["CreativeWork"]["hasPart"]
    place, people = f"{site.base}records/talks.html#", f"{site.base}speakers/"
    quotations = [part for part in parts if part["@type"] == "Quotation"]
    assert quotations == [
        {"@type": "Quotation", "@id": f"{place}{id_}", "spokenByCharacter": {"@id": f"{people}jonas-ferrel.html"}}
        for id_ in ("s04", "s09")
    ]
    told = {
        url.removeprefix(place): [one["@id"].removeprefix(people) for one in listed(part["mentions"])]
        for part in parts
        if part["@type"] == "CreativeWork"
        for url in part["url"]
    }
    both = ["maren-talvik.html", "jonas-ferrel.html"]
    assert told == {
        "s02": ["maren-talvik.html"],
        "s03": ["maren-talvik.html"],
        "s05": both[::-1],
        "s06": ["orvland.html"],
        "s08": both,
    }
    assert "spokenByCharacter" not in json.dumps([part for part in parts if part["@type"] != "Quotation"])


def test_a_point_is_a_part_of_its_readout(site: Site) -> None:
    data = site.data("points/talks/point-1.html")
    point = data["CreativeWork"]
    assert point["@id"] == f"{site.base}points/talks/point-1.html"
    assert (point["name"], point["text"]) == (citable.HARD, "open a second ferry line")
    assert point["isPartOf"]["@id"] == f"{site.base}records/talks.html#the_text"
    assert [one["name"] for one in point["mentions"]] == ["Maren Talvik", "Jonas Ferrel"]
    assert point["keywords"] == [{"@type": "DefinedTerm", "@id": f"{site.base}themes/ferries.html", "name": "Ferries"}]
    steps = data["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["name"] for step in steps] == ["Readouts, word by word", "Records", "Talks at Sea"]


def test_speakers_themes_and_the_archive_are_what_they_are(site: Site) -> None:
    person = site.data("speakers/maren-talvik.html")["Person"]
    assert person["name"] == "Maren Talvik"
    assert person["alternateName"] == ["M. Talvik"]
    assert person["sameAs"] == ["https://people.example/mt"]
    assert person["jobTitle"] == ["President"]
    assert site.data("speakers/orvland.html")["Organization"]["name"] == "Orvland"
    assert list(site.data("speakers/joint.html")) == ["BreadcrumbList"]
    term = site.data("themes/ferries.html")["DefinedTerm"]
    assert (term["name"], term["inDefinedTermSet"]["@type"]) == ("Ferries", "DefinedTermSet")
    assert site.data("index.html")["WebSite"]["description"] == "Of meetings."


def test_every_address_in_it_is_there(site: Site) -> None:
    pages = [path.relative_to(site.root).as_posix() for path in site.root.rglob("*.html")]
    seen = 0
    for page in pages:
        if "ld+json" in site.html(page):
            for address in addresses(list(site.data(page).values())):
                seen += 1
                assert address == site.base or site.there(address), f"{page}: {address}"
    assert seen > 50


def test_no_word_of_a_document_ends_the_script(site: Site) -> None:
    assert "<b>" in citable.HARD
    for page in ("points/talks/point-1.html", "points/talks/point-2.html"):
        (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site.html(page))
        assert not set("<>&") & set(text)


def test_reference_managers_find_their_tags(site: Site) -> None:
    def tags(page: str) -> dict[str, str]:
        found = re.findall(r'<meta name="citation_(\w+)" content="([^"]*)">', site.html(page))
        return {name: unescape(value) for name, value in found}

    known = {"title": "Talks at Sea", "language": "en"}
    if site.base == citable.BASE_URL:
        known |= {
            "publisher": citable.PUBLISHER,
            "publication_date": "2024/03/15",
            "public_url": f"{site.base}records/talks.html",
        }
    assert tags("records/talks.html") == known
    assert tags("points/talks/point-1.html")["title"] == citable.HARD
    assert tags("speakers/orvland.html") == {}


def test_a_published_page_can_be_shown_elsewhere(site: Site) -> None:
    """Open Graph: whole addresses alone, so only where the archive has one."""
    found = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', site.html("records/talks.html")))
    if site.base == HERE:
        assert found == {}
        return
    assert found["title"] == "Talks at Sea"
    assert found["site_name"] == "Readouts, word by word"
    assert found["type"] == "article"
    assert found["url"] == f"{site.base}records/talks.html"
    picture = found["image"].removeprefix(site.base)
    assert (site.root / picture).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
