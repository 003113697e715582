"""The texts that people write beside the records: themes, speakers, pages and `site.yaml`, from text to frozen values.

Files are opened elsewhere (`archive.py`), and Markdown stays as it is written.

A theme, speaker or page is Markdown below front matter: YAML between two lines of `---` at the top of the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from verbale import yamltext
from verbale.authority import TERM_KINDS, SiteSettings, Speaker, Term, TextPage, Theme
from verbale.errors import Fault, Problem
from verbale.recordfile import placed
from verbale.shapes import NOTHING, Shape, UnfitError, address, addresses, ids, shape, text, texts

T = TypeVar("T")


def _term_kind(value: Any) -> str:
    words = text(value)
    if words not in TERM_KINDS:
        wanted = f"one of {', '.join(TERM_KINDS)}"
        raise UnfitError(wanted, "Write one of these.")
    return words


THEME: Final = shape("the theme", Theme, label=text, broader=text, terms=texts, was=ids)
SPEAKER: Final = shape("the speaker", Speaker, name=text, aliases=texts, same_as=addresses, was=ids)
TERM: Final = shape("the term", Term, label=text, kind=_term_kind, aliases=texts, same_as=addresses, was=ids)
PAGE: Final = shape("the page", TextPage, title=text, description=text, was=ids)
SITE: Final = shape(
    "the site",
    SiteSettings,
    title=text,
    description=text,
    base_url=address,
    publisher=text,
    licence=text,
    language=text,
)
_FENCE: Final = re.compile(r"^---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Front:
    """A Markdown file taken apart: its front matter with the fence above it (so that lines count right), and its body."""

    yaml: str
    body: str


def load_theme(content: str, path: str, id_: str) -> tuple[Theme | None, list[Problem]]:
    """Return the theme in a file's text, or `None`, and all problems. `id_` is the file's name without its ending."""
    return _load(content, path, THEME, {"id": id_}, body="note")


def load_speaker(content: str, path: str, id_: str) -> tuple[Speaker | None, list[Problem]]:
    """Return the speaker in a file's text, or `None`, and all problems. `id_` is the file's name without its ending."""
    return _load(content, path, SPEAKER, {"id": id_}, body="note")


def load_term(content: str, path: str, id_: str) -> tuple[Term | None, list[Problem]]:
    """Return the term in a file's text, or `None`, and all problems. `id_` is the file's name without its ending."""
    return _load(content, path, TERM, {"id": id_}, body="note")


def load_page(content: str, path: str, id_: str) -> tuple[TextPage | None, list[Problem]]:
    """Return the page in a file's text, or `None`, and all problems. `id_` is the file's name without its ending."""
    return _load(content, path, PAGE, {"id": id_}, body="body")


def load_site(content: str, path: str) -> tuple[SiteSettings | None, list[Problem]]:
    """Return what the text of `site.yaml` says, or `None`, and all problems."""
    return _read(content, path, SITE, NOTHING)


def split(content: str) -> Front | None:
    """Take a file's text apart at its fences, or return `None` where it has no front matter."""
    fence = _FENCE.match(content)
    if fence is None:
        return None
    return Front(content[: fence.end("yaml")], content[fence.end() :].replace("\r\n", "\n").strip())


def _load(
    content: str, path: str, kind: Shape[T], given: Mapping[str, Any], body: str
) -> tuple[T | None, list[Problem]]:
    """Read front matter of one kind; the Markdown below it becomes the attribute `body`."""
    front = split(content)
    if front is None:
        message = "the file has no front matter."
        remedy = "Begin it with a line '---', then the keys, then a line '---'; the text comes below."
        return None, [Problem(path, 1, 1, "no-front-matter", message, remedy)]
    return _read(front.yaml, path, kind, {**given, body: front.body} if front.body else given)


def _read(content: str, path: str, kind: Shape[T], given: Mapping[str, Any]) -> tuple[T | None, list[Problem]]:
    """Read YAML of one kind, with attributes `given` from elsewhere."""
    value, problems = yamltext.read(content, path)
    if problems:
        return None, problems
    faults: list[Fault] = []
    found = kind.read({} if value is None else value, (), faults, given)
    return found, placed(faults, content, path)
