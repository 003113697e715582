"""Take the README's picture of a record page from the built reference site: `make site`, then `python tools/picture.py`.

It must not be part of a build or a test: fonts and browsers differ by machine, and so do the bytes of a picture.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import chromium

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "img" / "record.png"
WIDTH, HEIGHT = 1280, 1320


def main() -> None:
    """Photograph the head of the first record's page."""
    pages = sorted(page for page in (ROOT / "build" / "records").glob("*.html") if page.name != "index.html")
    path = chromium.find()
    if not pages or path is None:
        sys.exit("Nothing to photograph: run `make site` and `make test` first.")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(pages[0].as_uri(), wait_until="load")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=OUT)
        browser.close()
    print(f"{OUT.relative_to(ROOT)}: {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
