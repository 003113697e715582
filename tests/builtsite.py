"""A built site as tests look at it: its files, and what each page holds and points to; nothing is judged here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

POINTERS = ("href", "src", "poster", "data", "action", "formaction", "xlink:href", "cite")
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']+)""")


@dataclass(frozen=True)
class Pointer:
    """An address in a page, with the element and the `rel` of the place where it stands; `line` is 1-based."""

    element: str
    attribute: str
    rel: str
    address: str
    line: int


class Reader(HTMLParser):
    """Collects ids and addresses of a page, inline styles included."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.pointers: list[Pointer] = []
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one element names and where it points."""
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        rel, line = values.get("rel", ""), self.getpos()[0]
        for name in POINTERS:
            if name in values:
                self.pointers.append(Pointer(tag, name, rel, values[name], line))
        for part in filter(None, values.get("srcset", "").split(",")):
            self.pointers.append(Pointer(tag, "srcset", rel, part.split()[0], line))
        for address in css_addresses(values.get("style", "")):
            self.pointers.append(Pointer(tag, "style", rel, address, line))
        self.in_style = tag == "style"

    def handle_data(self, data: str) -> None:
        """Read the addresses in an inline style sheet."""
        if self.in_style:
            self.pointers += [Pointer("style", "url", "", a, self.getpos()[0]) for a in css_addresses(data)]

    def handle_endtag(self, tag: str) -> None:
        """Leave an inline style sheet."""
        if tag == "style":
            self.in_style = False


def css_addresses(css: str) -> list[str]:
    """The addresses in a style sheet, those of `data:` left out."""
    found = [first or second for first, second in CSS_URL.findall(css)]
    return [address for address in found if not address.startswith("data:")]


@dataclass(frozen=True)
class Built:
    """An archive's folder and its site; `messages` is what the build said."""

    archive: Path
    root: Path
    base_url: str | None = None
    messages: str = ""
    _read: dict[str, Reader] = field(default_factory=dict, repr=False)

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file's path from the site's root, with `/`."""
        return frozenset(p.relative_to(self.root).as_posix() for p in self.root.rglob("*") if p.is_file())

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The HTML pages among the files, sorted."""
        return tuple(sorted(path for path in self.files if path.endswith(".html")))

    def text(self, path: str) -> str:
        """A file's text."""
        return (self.root / path).read_text(encoding="utf-8")

    def page(self, path: str) -> Reader:
        """What a page holds; each is read once."""
        if path not in self._read:
            reader = Reader()
            reader.feed(self.text(path))
            reader.close()
            self._read[path] = reader
        return self._read[path]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """One page of each kind there is, the largest of its kind: where a layout breaks, it breaks first."""
        groups: dict[str, list[str]] = {}
        for path in self.pages:
            groups.setdefault(kind_of(path), []).append(path)
        return {
            kind: max(paths, key=lambda path: ((self.root / path).stat().st_size, path))
            for kind, paths in sorted(groups.items())
        }


KINDS = (
    ("home", r"index\.html"),
    ("not-found", r"404\.html"),
    ("index", r"(?:records|speakers|themes|points)/index\.html"),
    ("joint", r"speakers/joint\.html"),
    ("glossary", r"glossary/index\.html"),
    ("term", r"glossary/[^/]+(?:/years/.*)?\.html"),
    ("figures", r"figures\.html"),
    ("matrix", r"matrix(?:/\d+)?\.html"),
    ("said", r"speakers/[^/]+/themes/[^/]+(?:/years/.*)?\.html"),
    ("period", r"(?:records|(?:speakers|themes)/[^/]+)/years/.*\.html"),
    ("record", r"records/[^/]+\.html"),
    ("speaker", r"speakers/[^/]+\.html"),
    ("theme", r"themes/[^/]+\.html"),
    ("point", r"points/[^/]+/[^/]+\.html"),
    ("corrections", r"corrections(?:/years/.*)?\.html"),
    ("search", r"search\.html"),
    ("text", r"[^/]+\.html"),
)
"""The kinds of page by their addresses, the first that fits."""


def kind_of(path: str) -> str:
    """The kind of page at an address; an address of no kind is a fault of the test or of the site."""
    for kind, pattern in KINDS:
        if re.fullmatch(pattern, path):
            return kind
    raise AssertionError(f"{path} is no kind of page that tests know (tests/builtsite.py, KINDS)")
