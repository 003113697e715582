"""A page opened in a browser, with all that it said and asked for; nothing is judged here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Request

AXE = Path(__file__).parent / "node" / "node_modules" / "axe-core" / "axe.min.js"
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass(frozen=True)
class Visit:
    """An open page; `messages` are its console messages and errors, `requests` every address that it asked for."""

    page: Page
    messages: list[str]
    requests: list[str]

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window: more than 0 is a sideways scroll."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def axe(self) -> list[str]:
        """Violations of WCAG 2.2 A and AA and of best practice, one line each: rule, help, the elements."""
        self.page.evaluate(axe_source())
        found: dict[str, Any] = self.page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", AXE_RULES
        )
        return [
            f"{violation['id']}: {violation['help']}: {node['target']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]


@cache
def axe_source() -> str:
    """The script of axe-core; `make test` puts it there."""
    return AXE.read_text(encoding="utf-8")


def open_page(context: BrowserContext, address: str) -> Visit:
    """Open an address and wait until it has loaded, listening from before the first byte."""
    page = context.new_page()
    messages: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: messages.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: messages.append(f"error: {error}"))
    page.on("requestfailed", lambda request: messages.extend(_failure(request)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address, wait_until="load")
    return Visit(page, messages, requests)


def _failure(request: Request) -> list[str]:
    """What is to be told of a request that failed: nothing where the browser gave it up because it left the page (a redirect)."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"failed: {request.url}"]
