"""What an open page must know of the site: how often it was made, and what stands against making it now; no I/O."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from verbale.errors import Problem


class State(NamedTuple):
    """The site after a build: `version` counts the builds that changed it; `words` tell of the last one.

    Where that one `failed`, the site is still the one before it, and `problems` say why, as far as they have a place; where
    it did not, they are warnings. Pages in `ahead`, by address, are newer than the site, which is being made.
    """

    version: int = 0
    words: str = ""
    problems: tuple[Problem, ...] = ()
    failed: bool = False
    ahead: tuple[tuple[str, bytes], ...] = ()


def message(state: State) -> str:
    """Return what is sent to open pages: a line of JSON with `version` and `fault`, which is `null` where all is well."""
    problems = [str(problem) for problem in state.problems]
    fault = {"words": state.words, "problems": problems} if state.failed else None
    return json.dumps({"version": state.version, "fault": fault}, ensure_ascii=False)
