"""Take the README's three pictures from the built reference site: `make site`, then `python tools/picture.py`.

They must not be part of a build or a test: fonts and browsers differ by machine, and so do the bytes of a picture.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import chromium

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT: Final = Path(__file__).resolve().parent.parent
OUT: Final = ROOT / "docs" / "img"
WIDTH: Final = 1280


def largest(pages: Iterable[Path]) -> Path | None:
    """Return the largest page that is not the index of a folder."""
    return max(
        (page for page in pages if page.name != "index.html"), key=lambda page: page.stat().st_size, default=None
    )


def main() -> None:
    """Photograph the head of a record's page, of a theme's and of the figures."""
    site = ROOT / "build"
    path = chromium.find()
    record, theme, figures = (
        largest(site.glob("records/*.html")),
        largest(site.glob("themes/*.html")),
        largest(site.glob("figures.html")),
    )
    if not record or not theme or not figures or path is None:
        sys.exit("Nothing to photograph: run `make site` and `make test` first.")
    OUT.mkdir(parents=True, exist_ok=True)
    pictures: tuple[tuple[str, Path, int, Literal["light", "dark"]], ...] = (
        ("record", record, 1320, "light"),
        ("theme", theme, 1180, "light"),
        ("figures", figures, 1180, "dark"),
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        for name, file, height, scheme in pictures:
            page = browser.new_page(viewport={"width": WIDTH, "height": height}, color_scheme=scheme)
            page.goto(file.as_uri(), wait_until="load")
            page.evaluate("document.fonts.ready")
            out = OUT / f"{name}.png"
            page.screenshot(path=out)
            print(f"{out.relative_to(ROOT)}: {out.stat().st_size} bytes")
        browser.close()


if __name__ == "__main__":
    main()
