"""What tests share: the sites they look at and the browser they look with; no test and no expectation stands here."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.builtsite import Built
from tests.program import ROOT, succeed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browsing import Visit

BASE_URL = "https://archive.example/readouts/"
"""Where the example archive says that it will be published; nobody can own a name under `.example` (RFC 2606)."""


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The reference archive of this repository, copied, parsed again and built."""
    archive = tmp_path_factory.mktemp("reference")
    for folder in ("seeds", "content"):
        shutil.copytree(ROOT / folder, archive / folder)
    succeed("parse", cwd=archive)
    said = succeed("build", "--out", archive / "site", cwd=archive)
    return Built(archive, archive / "site", None, said)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A new archive as `verbale init` makes it, with a base URL, parsed and built."""
    archive = tmp_path_factory.mktemp("example") / "archive"
    succeed("init", archive, cwd=archive.parent)
    settings = archive / "content" / "site.yaml"
    kept = [line for line in settings.read_text(encoding="utf-8").splitlines() if not line.startswith("base_url:")]
    settings.write_text("\n".join([*kept, f"base_url: {BASE_URL}", ""]), encoding="utf-8")
    succeed("parse", cwd=archive)
    said = succeed("build", cwd=archive)
    return Built(archive, archive / "build", BASE_URL, said)


@pytest.fixture(scope="session", params=["reference", "example"])
def built(request: pytest.FixtureRequest) -> Built:
    """Each of the two sites in turn."""
    site: Built = request.getfixturevalue(request.param)
    return site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium with its true policy for `file://`; a machine without one fails, since nothing may pass unseen."""
    from playwright.sync_api import sync_playwright

    from tools import chromium

    path = chromium.find()
    if path is None:
        pytest.fail(chromium.HELP)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens pages: `visit(path, width=360, scheme="dark", javascript=False)`, each in a browser context of its own."""
    from tests.browsing import open_page

    with ExitStack() as stack:

        def opened(
            path: Path,
            *,
            query: str = "",
            fragment: str = "",
            width: int = 1280,
            scheme: Literal["light", "dark"] = "light",
            javascript: bool = True,
        ) -> Visit:
            address = path.resolve().as_uri() + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=javascript
            )
            stack.callback(context.close)
            return open_page(context, address)

        yield opened
