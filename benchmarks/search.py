"""What search reads of a built site, in bytes, for questions that are hard for it: common words, beginnings, phrases.

python -m benchmarks.archives 5000 /tmp/archive && verbale build /tmp/archive && python -m benchmarks.search /tmp/archive/build
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlencode, urlsplit

from tools import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUESTIONS: Final = (
    {"q": "vaccine production"},
    {"q": "the "},
    {"q": "the of and"},
    {"q": "the zzz"},
    {"q": "a*"},
    {"q": "deepen exchanges in*"},
    {"q": '"in the"'},
    {"q": '"that the"'},
    {"q": '"of the the"'},
    {"q": '"in both directions"'},
    {"q": '"both directions in"'},
    {"q": '"the people of both countries"'},
    {"q": '"wind energy projects"'},
    {"q": '"the treaty in force" dorn'},
    {"q": '"rail freight" "without further delay"'},
    {"q": "ready", "year": "2010"},
    {"q": "the", "theme": "rail-freight"},
    {"q": "in", "act": "agreed"},
    {"q": "2012"},
    {"q": "June 2012"},
    {"q": "would she him be or its been has his they"},
    {"q": "de* ex* in* co* pr* zz*"},
)
"""What is asked of an archive of `benchmarks.archives`."""


def read(root: Path, browser: Browser, asked: dict[str, str]) -> tuple[int, int, str]:
    """Return how many files of search a question reads, their bytes, and what the page says came of it."""
    files: set[Path] = set()
    page = browser.new_page()
    page.on("request", lambda request: files.add(Path(unquote(urlsplit(request.url).path))))
    page.goto(f"{(root / 'search.html').as_uri()}?{urlencode(asked)}")
    page.wait_for_function("document.getElementById('search_status').textContent")
    page.wait_for_load_state("networkidle")
    said = page.inner_text("#search_status")
    page.close()
    ours = [file for file in files if file.is_relative_to(root / "search")]
    return len(ours), sum(file.stat().st_size for file in ours), said


def main() -> None:
    """Print a line for each question."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("site", type=Path, help="a built site")
    root = parser.parse_args().site.resolve()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find())
        for asked in QUESTIONS:
            files, size, said = read(root, browser, asked)
            print(f"{size / 1000:6.0f} kB {files:4} files  {' '.join(f'{k}={v}' for k, v in asked.items())}: {said}")
        browser.close()


if __name__ == "__main__":
    main()
