"""A sign whenever something changes in folders, with what is said to have changed; what that means is for others to find out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from watchfiles import watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from threading import Event

    from watchfiles import Change

STEP: Final = 10
"""Milliseconds of quiet after which a change counts as done: an editor replaces a file in less."""
MOST: Final = 200
"""Milliseconds after which a change is told although others follow it."""
PATIENCE: Final = 50
"""Milliseconds after which we look whether the folders themselves are still the same."""


def changes(folders: Callable[[], Sequence[Path]], end: Event | None = None) -> Iterator[frozenset[str]]:
    """Give a sign after each change in the folders, and one soon after watching began, for what happened before.

    A sign has the paths that the system names, which need not be all: none where a folder was replaced.

    `folders` is asked again now and then: one that is new is watched too, and one that was replaced is watched anew.
    It goes on until `end` is set.
    """
    while end is None or not end.is_set():
        watched = _identities(folders())
        begun = False
        for found in watch(
            *(path for path, _ in watched),
            watch_filter=_counts,
            debounce=MOST,
            step=STEP,
            rust_timeout=PATIENCE,
            yield_on_timeout=True,
            stop_event=end,
        ):
            if found or not begun:
                yield frozenset(path for _, path in found)
            begun = True
            if _identities(folders()) != watched:
                break


def _counts(_: Change, path: str) -> bool:
    """Say whether a file is one of an archive's, not what an editor keeps beside it."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return not name.endswith(("~", ".swp", ".swx", ".tmp")) and not name.startswith((".#", "#", "4913"))


def _identities(folders: Sequence[Path]) -> list[tuple[Path, int]]:
    """Return the folders that are there, each with what tells it from another of its name."""
    found = []
    for folder in folders:
        try:
            found.append((folder, folder.stat().st_ino))
        except OSError:
            continue
    return found
