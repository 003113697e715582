"""The checks of built sites see the faults that they are there for: a made-up site has one of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browsing import Visit
from tests.builtsite import Built, kind_of
from tests.test_links import faults

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry</title>'


def site(folder: Path, body: str, head: str = "") -> Built:
    """A site of one page about a ferry, with a second page to lead to."""
    (folder / "records").mkdir()
    (folder / "records" / "a.html").write_text(f'{HEAD}</head><body><p id="s01">A</p>', encoding="utf-8")
    (folder / "index.html").write_text(f"{HEAD}{head}</head><body><main>{body}</main>", encoding="utf-8")
    return Built(folder, folder)


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ('<a href="records/b.html">', "leads to no file"),
        ('<a href="records/a.html#s02">', "leads to no such place"),
        ('<a href="#s01">', "leads to no such place"),
        ('<a href="records/">', "names a folder"),
        ('<a href="../index.html">', "leads out of the site"),
        ('<a href="/records/a.html">', "is not relative"),
        ('<a href="file:///records/a.html">', "is not relative"),
        ('<a href="//example.org/a.html">', "is not relative"),
        ('<a href="">', "is empty"),
        ('<img src="https://example.org/a.png" alt="">', "would be loaded"),
        ('<img srcset="b.png 2x" alt="">', "leads to no file"),
        ('<p style="background: url(b.png)">', "leads to no file"),
        ("<style>p { background: url('https://example.org/b.png') }</style>", "would be loaded"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "would be loaded"),
    ],
)
def test_a_bad_address_is_seen(tmp_path: Path, body: str, wrong: str) -> None:
    (fault,) = faults(site(tmp_path, body), "index.html")
    assert wrong in fault
    assert fault.startswith("index.html:1: <")


@pytest.mark.parametrize(
    "body",
    [
        '<a href="records/a.html">',
        '<a href="records/a.html#s01">',
        '<a href="https://example.org/" rel="external noopener">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<p id="s01"><a href="#s01">',
    ],
)
def test_a_good_address_passes(tmp_path: Path, body: str) -> None:
    assert faults(site(tmp_path, body), "index.html") == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "home"),
        ("records/index.html", "index"),
        ("records/a.html", "record"),
        ("records/years/2031.html", "period"),
        ("speakers/a/years/2031-05-2.html", "period"),
        ("points/a/b.html", "point"),
        ("about.html", "text"),
    ],
)
def test_kinds_of_page(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_the_browser_hears_and_sees(tmp_path: Path, visit: Callable[..., Visit]) -> None:
    """A message, a request that fails, a page that is too wide, an element that a screen reader cannot name."""
    body = '<div style="width: 500px">A</div><a href="records/a.html"></a><script src="b.js"></script>'
    seen = visit(site(tmp_path, body).root / "index.html", width=360)
    assert seen.overflow() > 0
    assert any("b.js" in message for message in seen.messages)
    assert {address.rsplit("/", 1)[1] for address in seen.requests} == {"index.html", "b.js"}
    assert any(violation.startswith("link-name") for violation in seen.axe())


def test_the_browser_follows_the_scheme_and_goes_without_scripts(tmp_path: Path, visit: Callable[..., Visit]) -> None:
    style = "<style>:root { color-scheme: light dark }</style>"
    page = site(tmp_path, "<p>A</p><script>document.body.dataset.ran = 'yes'</script>", style).root / "index.html"
    assert visit(page).page.get_attribute("body", "data-ran") == "yes"
    dark = visit(page, scheme="dark", javascript=False)
    assert dark.page.get_attribute("body", "data-ran") is None
    assert dark.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is True
