"""The site built, served and built again after each change, until somebody ends it; how a build goes is known elsewhere.

Where a change reaches many pages, those that are open are shown first; a change that comes meanwhile begins the build anew.
"""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.archive import CONTENT, SEEDS, TEMPLATES, Archive, open_archive
from verbale.errors import VerbaleError
from verbale.serving.server import HOST, listen, start_server
from verbale.serving.state import State
from verbale.site.ahead import Ahead
from verbale.site.assets import default_templates
from verbale.site.build import build_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from multiprocessing.connection import Connection
    from pathlib import Path

PATIENCE: Final = 1.0
"""Seconds after which a wait for changes looks up, so that it can be ended on every system."""


class News(NamedTuple):
    """The address that is served, and the state of the site there."""

    address: str
    state: State


class SupersededError(Exception):
    """Something has changed while the site was built."""


class Desk:
    """What a build tells while it lasts: pages that are ready ahead of it, and whether it is still wanted."""

    def __init__(self, pipe: Connection, changed: Event, state: State) -> None:
        self.pipe = pipe
        self.changed = changed
        self.state = state

    def wanted(self) -> tuple[str, ...]:
        """Return the addresses of the pages that are open."""
        self.pipe.send(None)
        pages: tuple[str, ...] = self.pipe.recv()
        return pages

    def show(self, pages: Mapping[str, bytes]) -> None:
        """Show pages before the site of which they are."""
        self.state = State(self.state.version + 1, ahead=tuple(pages.items()))
        self.pipe.send(self.state)

    def look(self, _done: int, _total: int) -> None:
        """Raise `SupersededError` where something has changed."""
        if self.changed.is_set():
            raise SupersededError


def serve(archive: Archive, out: Path, port: int) -> Iterator[News]:
    """Serve the site of an archive on a port of this machine, and give its state after each build, without end.

    The site is built into the folder `out`. Raises `VerbaleError` where the port cannot be had.
    """
    listening = listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    pipe = start_server(listening, out)
    changed, end = Event(), Event()
    state = next_state(archive, out, State())
    pipe.send(state)
    yield News(address, state)
    watcher = Thread(target=_watch, args=(archive, changed, end), daemon=True)
    watcher.start()
    try:
        while True:
            while not changed.wait(PATIENCE):
                pass
            changed.clear()
            desk = Desk(pipe, changed, state)
            try:
                now = next_state(archive, out, state, desk)
            except SupersededError:
                state = desk.state
                continue
            if now != state:
                state = now
                pipe.send(state)
                yield News(address, state)
    finally:
        end.set()
        watcher.join(PATIENCE)


def _watch(archive: Archive, changed: Event, end: Event) -> None:
    from verbale.serving.watching import changes

    for _ in changes(lambda: watched(archive), end):
        changed.set()


def watched(archive: Archive) -> list[Path]:
    """Return the folders whose changes can change the site, whether they are there or not; each once."""
    own = archive.at(TEMPLATES)
    ours = default_templates()
    return [archive.at(SEEDS), archive.at(CONTENT), own, *([] if own.resolve() == ours.resolve() else [ours])]


def next_state(archive: Archive, out: Path, before: State, desk: Desk | None = None) -> State:
    """Build the site, and return its state after that; a `desk` is told of it while it lasts.

    Raises `SupersededError` where something changed meanwhile.
    """
    ahead = Ahead(desk.wanted, desk.show) if desk else None
    try:
        report = build_site(open_archive(archive.root), out, progress=desk.look if desk else None, ahead=ahead)
    except VerbaleError as error:
        return State(_site_of(before), str(error), error.problems, failed=True)
    except OSError as error:
        return State(_site_of(before), f"{error.filename or out}: {error.strerror or error}.", failed=True)
    shown = desk.state.version if desk else before.version
    if report.written or report.deleted or shown != before.version or before.ahead:
        return State(shown + 1, str(report), report.warnings)
    # Words of an earlier build stay, unless it failed: then all is as it was before, and open pages are told.
    return State(before.version, str(report)) if before.failed or not before.words else before


def _site_of(state: State) -> int:
    """Return the number of the site in its folder: pages shown ahead of it are of one that did not come."""
    return state.version + 1 if state.ahead else state.version
