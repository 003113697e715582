"""What a browser gets for an address: a file of the site, with the script that keeps pages up to date put into a page."""

from __future__ import annotations

import hashlib
import mimetypes
from http import HTTPStatus
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from verbale.serving.state import State

OWN: Final = "/.verbale/"
EVENTS: Final = f"{OWN}events"
SCRIPT: Final = f"{OWN}reload.js"
HTML: Final = "text/html; charset=utf-8"
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": HTML,
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".yaml": "text/plain; charset=utf-8",
}
"""Types of what a site holds, whatever the machine's own table says."""
_NOTHING: Final = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Nothing is built yet</title></head>
<body><p>Nothing is built yet. This page will show the site as soon as it is there.</p></body></html>
"""


class Answer(NamedTuple):
    """Status, content type and bytes; and the tag of a file by which a browser asks whether it is still the same.

    The tag is a strong one (RFC 9110, 8.8.3); pages, which say more than their file, have none.
    """

    status: HTTPStatus
    kind: str
    data: bytes
    tag: str = ""


def answer(root: Path, target: str, state: State, known: str | None = None) -> Answer:
    """Return what the site in the folder `root` has at a request's target; for what it lacks, its page for that.

    `state` is that of the site before the file was read, so that a page which is older than its number loads again.
    `known` are the tags of what the browser has, if any (RFC 9110, 13.1.2): a file that it has is not sent again.
    """
    path = path_of(target)
    if path == SCRIPT:
        script = (resources.files("verbale") / "serving" / "reload.js").read_bytes()
        return _file(_TYPES[".js"], script, known)
    page = address_of(path)
    ahead = dict(state.ahead).get(page)
    found = (".html", ahead) if ahead is not None else _read(root, path)
    if found is not None:
        ending, data = found
        kind = _TYPES.get(ending) or mimetypes.types_map.get(ending, "application/octet-stream")
        if kind != HTML:
            return _file(kind, data, known)
        return Answer(HTTPStatus.OK, kind, with_script(data, state.number_of(page)))
    lacking = _read(root, "/404.html")
    if lacking is None:
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, HTML, with_script(_NOTHING, state.version))
    return Answer(HTTPStatus.NOT_FOUND, HTML, with_script(lacking[1], state.version))


def _file(kind: str, data: bytes, known: str | None) -> Answer:
    """Return a file with its tag, or that the browser has it."""
    tag = f'"{hashlib.sha256(data).hexdigest()}"'
    if known is not None and tag in known:
        return Answer(HTTPStatus.NOT_MODIFIED, kind, b"", tag)
    return Answer(HTTPStatus.OK, kind, data, tag)


def path_of(target: str) -> str:
    """Return the path of a request's target; any text is one, so that none can be a fault of ours (RFC 9112, 3.2.1)."""
    return unquote(target.partition("?")[0])


def address_of(path: str) -> str:
    """Return the address of the page at a request's path, counted from the site's root."""
    return (f"{path}index.html" if path.endswith("/") else path).lstrip("/")


def with_script(page: bytes, version: int) -> bytes:
    """Return a page with the script at its end; the script loads the page again when its number is another."""
    tag = f'<script src="{SCRIPT}" data-version="{version}"></script>\n'.encode()
    end = page.rfind(b"</body>")
    return page[:end] + tag + page[end:] if end >= 0 else page + tag


def _read(root: Path, path: str) -> tuple[str, bytes] | None:
    """Return ending and bytes of the file at a path of the site, a folder's index for the folder; none outside it."""
    try:
        file = (root / address_of(path)).resolve()
        inside = file.is_relative_to(root.resolve()) and file.is_file()
        return (file.suffix.lower(), file.read_bytes()) if inside else None
    except (OSError, ValueError):
        # A name that no file can have, or a file that went just now.
        return None
