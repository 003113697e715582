"""Every address in a built site leads somewhere, from disk and under any path, and nothing leads to another's server."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.builtsite import Built, Pointer, css_addresses, kind_of

LEADS_AWAY = {("a", ""), ("a", "license"), ("link", "license"), ("link", "canonical"), ("link", "alternate")}
"""Elements with their `rel` that may name another site: a reader follows them, a browser does not load them."""


def target(site: Built, page: str, pointer: Pointer) -> str | None:
    """What is wrong with one address of a page, or `None`."""
    address = pointer.address
    parts = urlsplit(address)
    if parts.scheme in {"http", "https", "mailto"}:
        rel = " ".join(
            word for word in pointer.rel.split() if word not in {"external", "noopener", "noreferrer", "nofollow"}
        )
        ok = (pointer.element, rel) in LEADS_AWAY or pointer.attribute == "cite"
        return None if ok else "would be loaded from another site"
    if parts.scheme == "data":
        return None
    if parts.scheme or parts.netloc or address.startswith("/"):
        return "is not relative: it would not work from disk or under a path"
    if not address:
        return "is empty"
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    if parts.path.endswith("/") or path.startswith("..") or path == ".":
        return "names a folder, or leads out of the site"
    if path not in site.files:
        return "leads to no file"
    if parts.fragment and path.endswith(".html") and unquote(parts.fragment) not in site.page(path).ids:
        return "leads to no such place in its page"
    return None


def faults(site: Built, page: str) -> list[str]:
    """All that is wrong with a page's addresses, as lines for a person."""
    found = ((pointer, target(site, page, pointer)) for pointer in site.page(page).pointers)
    return [f'{page}:{p.line}: <{p.element} {p.attribute}="{p.address}"> {wrong}' for p, wrong in found if wrong]


def test_every_link_and_anchor_leads_somewhere(built: Built) -> None:
    wrong = [fault for page in built.pages for fault in faults(built, page)]
    assert not wrong, "\n".join(wrong[:40])


def test_ids_are_unique_on_each_page(built: Built) -> None:
    wrong = {}
    for page in built.pages:
        ids = built.page(page).ids
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            wrong[page] = twice
    assert wrong == {}


def test_style_sheets_point_only_to_files_of_the_site(built: Built) -> None:
    sheets = [path for path in built.files if path.endswith(".css")]
    assert sheets
    for sheet in sheets:
        addresses = css_addresses(built.text(sheet))
        places = {
            address: posixpath.normpath(posixpath.join(posixpath.dirname(sheet), address)) for address in addresses
        }
        assert {a: p for a, p in places.items() if p not in built.files} == {}, sheet


def test_every_page_can_be_reached_from_the_home_page(built: Built) -> None:
    seen = {"index.html"}
    waiting = ["index.html"]
    while waiting:
        page = waiting.pop()
        for pointer in built.page(page).pointers:
            path = urlsplit(pointer.address).path
            if pointer.element not in {"a", "form"} or urlsplit(pointer.address).scheme or not path:
                continue
            reached = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
            if reached.endswith(".html") and reached in built.files and reached not in seen:
                seen.add(reached)
                waiting.append(reached)
    # Nobody links to the page for what is not there.
    assert set(built.pages) - seen == {"404.html"}


def test_the_page_for_what_is_not_there_needs_no_other_file(built: Built) -> None:
    """A server sends it at any depth, where a relative address would lead elsewhere."""
    loaded = [p for p in built.page("404.html").pointers if (p.element, p.attribute) != ("a", "href")]
    away = [p for p in loaded if p.rel not in {"canonical", "alternate"} and not p.address.startswith("data:")]
    assert away == []


def test_no_page_loads_a_module_or_data_which_a_browser_forbids_from_disk(built: Built) -> None:
    for page in built.pages:
        text = built.text(page)
        assert 'type="module"' not in text, page
        assert not re.search(r"\bfetch\(|XMLHttpRequest|\bimport\(", text), page


def locations(built: Built, path: str) -> list[str]:
    """The addresses in a sitemap or feed."""
    root = ET.fromstring(built.text(path))  # noqa: S314 - the file is our own
    return [e.text or "" for e in root.iter() if e.tag.endswith("}loc")] + [
        e.get("href", "") for e in root.iter() if e.tag.endswith("}link")
    ]


@pytest.mark.parametrize("path", ["sitemap.xml", "feed.xml"])
def test_published_addresses_are_files_of_the_site(example: Built, path: str) -> None:
    base = example.base_url or ""
    addresses = locations(example, path)
    assert addresses
    for address in addresses:
        assert address.startswith(base), address
        name = urlsplit(address).path.removeprefix(urlsplit(base).path) or "index.html"
        assert unquote(name) in example.files, address


def test_the_sitemap_names_every_page_but_the_one_for_what_is_not_there(example: Built) -> None:
    wanted = {urljoin(example.base_url or "", page) for page in example.pages if page != "404.html"}
    found = {address + ("index.html" if address.endswith("/") else "") for address in locations(example, "sitemap.xml")}
    assert found == wanted


def test_without_a_base_url_nothing_claims_a_public_address(reference: Built) -> None:
    assert {"sitemap.xml", "feed.xml"} & reference.files == set()
    for page in reference.pages:
        assert 'rel="canonical"' not in reference.text(page), page


def test_the_reference_site_has_each_kind_of_page(reference: Built) -> None:
    kinds = {kind_of(page) for page in reference.pages}
    assert {
        "home",
        "index",
        "record",
        "speaker",
        "joint",
        "theme",
        "said",
        "matrix",
        "point",
        "text",
        "not-found",
    } <= kinds
