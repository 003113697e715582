"""Pages that somebody is looking at, made before the rest of the site: nothing is written, and nothing of it is kept.

They are the pages that the whole build makes a little later, byte for byte.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.site import addresses
from verbale.site.making import make
from verbale.site.page import Page
from verbale.site.render import render
from verbale.site.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from verbale.site.manifest import Manifest
    from verbale.site.rendering import Kit

MOST: Final = 4
"""Pages that are made ahead: more would be waited for."""
_YEARS: Final = "/years/"
_LISTS: Final = ("speakers", "themes", "records", "points")


class Ahead(NamedTuple):
    """Who looks: `wanted` gives the addresses of the pages that are open, and `show` takes their new bytes.

    `show` may be called several times in a build, each time with all that differs from the site as far as is known then. The
    site that is there is `sound` where nothing stood against the last build. `said` are the paths, from the archive's root, of
    files of which somebody says that they changed since: others may have, too.
    """

    wanted: Callable[[], Iterable[str]]
    show: Callable[[Mapping[str, bytes]], None]
    sound: bool = True
    said: Collection[str] = ()


def task_of(url: str) -> Task | None:
    """Return the task that makes a page, `None` for one that is made with the whole site only."""
    page, _, part = url.removesuffix(".html").partition(_YEARS)
    parts = (part,) if part else ("",)
    folder, _, name = page.rpartition("/")
    if url == addresses.HOME:
        return Task("home")
    if page in _LISTS or (folder in _LISTS and name == "index"):
        kind = folder or page
        return Task(kind, "", parts) if kind in {"records", "points"} else Task(kind)
    if folder == "records":
        return Task("record", name)
    if folder.startswith("points/"):
        return Task("record", folder.removeprefix("points/"))
    if folder in {"speakers", "themes"}:
        return Task(folder.removesuffix("s"), name, parts)
    if url in {addresses.CORRECTIONS, addresses.FIGURES}:
        return Task(page)
    return Task("page", name) if page == name and url.endswith(".html") else None


def show_ahead(kit: Kit, ahead: Ahead, old: Manifest | None) -> None:
    """Make the pages that are open, and show those that differ from what the site has, of which `old` tells.

    Where none of those that are open can be made without the whole site, nothing is shown.
    """
    pages: dict[str, bytes] = {}
    for url in sorted(set(ahead.wanted()))[:MOST]:
        task = task_of(url)
        for made in make(kit.workshop, task) if task else ():
            if made.url == url and isinstance(made, Page):
                pages[url] = render(kit.renderer, made).encode()
                break
    if pages:
        ahead.show({url: data for url, data in pages.items() if old is None or _differs(old, url, data)})


def _differs(old: Manifest, url: str, data: bytes) -> bool:
    return old.sha256(url) != hashlib.sha256(data).hexdigest()
