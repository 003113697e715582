"""The site built, served and built again after each change, until somebody ends it; how a build goes is known elsewhere.

Where a change reaches many pages, those that are open are shown first; a change that comes meanwhile begins the build anew.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.archive import CONTENT, SEEDS, TEMPLATES, Archive, open_archive
from verbale.errors import VerbaleError
from verbale.serving.server import HOST, listen, start_server
from verbale.serving.state import State
from verbale.site import addresses
from verbale.site.ahead import Ahead
from verbale.site.assets import default_templates
from verbale.site.build import build_site

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from multiprocessing.connection import Connection
    from pathlib import Path

    from verbale.errors import Problem

PATIENCE: Final = 1.0
"""Seconds after which a wait for changes looks up, so that it can be ended on every system."""
BREATH: Final = 0.25
"""Seconds that browsers have for pages that are shown before the site is made."""


class News(NamedTuple):
    """The address that is served, and the state of the site there."""

    address: str
    state: State


class SupersededError(Exception):
    """Something has changed while the site was built."""


class Desk:
    """What a build tells while it lasts: pages that are ready ahead of it, and whether it is still wanted.

    `said` are the paths, from the archive's root, of the files that are said to have changed.
    """

    def __init__(self, pipe: Connection, changed: Event, state: State, said: Collection[str] = ()) -> None:
        self.pipe = pipe
        self.changed = changed
        self.state = state
        self.said = said

    def wanted(self) -> tuple[str, ...]:
        """Return the addresses of the pages that are open."""
        self.pipe.send(None)
        pages: tuple[str, ...] = self.pipe.recv()
        return pages

    def show(self, pages: Mapping[str, bytes]) -> None:
        """Show pages before the site of which they are, and nothing else before it.

        Those that are shown as they are stay, though a build showed them that was broken off; a fault that was told goes.
        """
        ahead = tuple(pages.items())
        if ahead != self.state.ahead or self.state.failed:
            newest = self.state.newest + (ahead != self.state.ahead)
            self.state = State(self.state.version, ahead=ahead, newest=newest)
            self.pipe.send(self.state)
            # Browsers load a page with all the processors that there are: the rest of the site, which nobody waits for, can wait.
            self.changed.wait(BREATH)

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
    told: deque[str] = deque()
    said: set[str] = set()
    state = next_state(archive, out, State())
    pipe.send(state)
    yield News(address, state)
    watcher = Thread(target=_watch, args=(archive, (changed, told), end), daemon=True)
    watcher.start()
    try:
        while True:
            while not changed.wait(PATIENCE):
                pass
            changed.clear()
            said.update(told.popleft() for _ in range(len(told)))
            desk = Desk(pipe, changed, state, said)
            try:
                now = next_state(archive, out, state, desk)
            except SupersededError:
                state = desk.state
                continue
            said.clear()
            if now != state:
                state = now
                pipe.send(state)
                yield News(address, state)
    finally:
        end.set()
        watcher.join(PATIENCE)


def _watch(archive: Archive, signs: tuple[Event, deque[str]], end: Event) -> None:
    """Tell of each change by an event, and before it by the paths that are named with it, until `end` is set."""
    from verbale.serving.watching import changes

    changed, told = signs
    root = f"{archive.root}{os.sep}"
    for paths in changes(lambda: watched(archive), end):
        told.extend(path.removeprefix(root).replace(os.sep, "/") for path in paths if path.startswith(root))
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
    ahead = Ahead(desk.wanted, desk.show, sound=not before.failed, said=desk.said) if desk else None
    loaded = _loaded_by_pages(out)
    try:
        report = build_site(open_archive(archive.root), out, progress=desk.look if desk else None, ahead=ahead)
    except VerbaleError as error:
        return _failed(before, desk, str(error), error.problems)
    except OSError as error:
        return _failed(before, desk, f"{error.filename or out}: {error.strerror or error}.")
    last = desk.state if desk else before
    if last.ahead and _same(out, last) and _loaded_by_pages(out) == loaded:
        # The pages that were shown ahead are those of the site, which takes their number: they need not load again.
        return State(last.newest, str(report), report.warnings, newest=last.newest)
    if report.written or report.deleted or last.newest != before.version:
        return State(last.newest + 1, str(report), report.warnings, newest=last.newest + 1)
    # Words of an earlier build stay, unless it failed: then all is as it was before, and open pages are told.
    return (
        before._replace(words=str(report), problems=(), failed=False) if before.failed or not before.words else before
    )


def _failed(before: State, desk: Desk | None, words: str, problems: tuple[Problem, ...] = ()) -> State:
    """Return the state after a build that failed: the site has its number still, and pages shown ahead of it go back."""
    newest = desk.state.newest if desk else before.newest
    return State(before.version, words, problems, failed=True, newest=newest)


def _same(out: Path, state: State) -> bool:
    """Say whether the site has the pages that were shown ahead of it, byte for byte."""
    return all(_bytes_at(out / address) == data for address, data in state.ahead)


def _bytes_at(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _loaded_by_pages(out: Path) -> dict[Path, tuple[int, int]]:
    """Return size and time of each file that pages of the site load: static files and media."""
    found = {}
    for path in (path for folder in (addresses.STATIC, addresses.media("")) for path in (out / folder).rglob("*")):
        with suppress(FileNotFoundError):
            stat = path.stat()
            found[path] = (stat.st_size, stat.st_mtime_ns)
    return found
