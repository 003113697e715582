"""No page of the reference archive is heavy: what a browser loads for it, fonts left out, in bytes as they lie on disk."""

from __future__ import annotations

import posixpath

from tests.builtsite import Built, css_addresses

PAGE = 100_000
SCRIPT = 15_000
"""All scripts that a page asks for by itself."""
RECORD_HTML = 58_500
STYLE = 19_500
"""All style sheets of a page, that for print included, for which no screen waits."""
FONTS = 120_000
LOADED = {("link", "stylesheet"), ("link", "icon"), ("script", ""), ("img", "")}


def size(built: Built, path: str) -> int:
    """A file's bytes."""
    return (built.root / path).stat().st_size


def loads(built: Built, page: str) -> set[str]:
    """The files that a browser fetches for a page, the page left out, fonts among them."""
    here = posixpath.dirname(page)
    found = {
        posixpath.normpath(posixpath.join(here, p.address))
        for p in built.page(page).pointers
        if (p.element, p.rel) in LOADED and not p.address.startswith("data:")
    }
    sheets = {path for path in found if path.endswith(".css")}
    for sheet in sheets:
        found |= {
            posixpath.normpath(posixpath.join(posixpath.dirname(sheet), address))
            for address in css_addresses(built.text(sheet))
        }
    return found


def test_pages_are_light(reference: Built) -> None:
    for page in reference.pages:
        others = {path for path in loads(reference, page) if not path.endswith(".woff2")}
        assert size(reference, page) + sum(size(reference, path) for path in others) <= PAGE, page


def test_the_record_page_is_light(reference: Built) -> None:
    assert size(reference, reference.kinds["record"]) <= RECORD_HTML


def test_style_is_light(reference: Built) -> None:
    for page in reference.pages:
        assert sum(size(reference, path) for path in loads(reference, page) if path.endswith(".css")) <= STYLE, page


def test_scripts_are_light(reference: Built) -> None:
    for page in reference.pages:
        assert sum(size(reference, path) for path in loads(reference, page) if path.endswith(".js")) <= SCRIPT, page


def test_fonts_are_light(reference: Built) -> None:
    assert 0 < sum(size(reference, path) for path in reference.files if path.endswith(".woff2")) <= FONTS
