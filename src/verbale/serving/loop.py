"""The site built, served and built again after each change, until somebody ends it; how a build goes is known elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from verbale.archive import CONTENT, SEEDS, TEMPLATES, Archive, open_archive
from verbale.errors import VerbaleError
from verbale.serving.server import HOST, listen, start_server
from verbale.serving.state import State
from verbale.site.assets import default_templates
from verbale.site.build import build_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class News(NamedTuple):
    """The address that is served, and the state of the site there."""

    address: str
    state: State


def serve(archive: Archive, out: Path, port: int) -> Iterator[News]:
    """Serve the site of an archive on a port of this machine, and give its state after each build, without end.

    The site is built into the folder `out`. Raises `VerbaleError` where the port cannot be had.
    """
    from verbale.serving.watching import changes

    listening = listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    pipe = start_server(listening, out)
    state = next_state(archive, out, State())
    pipe.send(state)
    yield News(address, state)
    for _ in changes(lambda: watched(archive)):
        now = next_state(archive, out, state)
        if now != state:
            state = now
            pipe.send(state)
            yield News(address, state)


def watched(archive: Archive) -> list[Path]:
    """Return the folders whose changes can change the site, whether they are there or not; each once."""
    own = archive.at(TEMPLATES)
    ours = default_templates()
    return [archive.at(SEEDS), archive.at(CONTENT), own, *([] if own.resolve() == ours.resolve() else [ours])]


def next_state(archive: Archive, out: Path, before: State) -> State:
    """Build the site, and return its state after that."""
    try:
        report = build_site(open_archive(archive.root), out)
    except VerbaleError as error:
        return State(before.version, str(error), error.problems, failed=True)
    except OSError as error:
        return State(before.version, f"{error.filename or out}: {error.strerror or error}.", failed=True)
    if report.written or report.deleted:
        return State(before.version + 1, str(report), report.warnings)
    # Words of an earlier build stay, unless it failed: then all is as it was before, and open pages are told.
    return State(before.version, str(report)) if before.failed or not before.words else before
