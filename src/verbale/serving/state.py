"""What an open page must know of the site: how often it was made, and what stands against making it now; no I/O."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from verbale.errors import Problem


class State(NamedTuple):
    """The site after a build: `version` is the number of the site in its folder, `words` tell of the last build.

    Where that one `failed`, the site is still the one before it, and `problems` say why, as far as they have a place; where
    it did not, they are warnings. Pages in `ahead`, by address, are newer than the site, which is being made: their number
    is `newest`, the greatest that was ever given.
    """

    version: int = 0
    words: str = ""
    problems: tuple[Problem, ...] = ()
    failed: bool = False
    ahead: tuple[tuple[str, bytes], ...] = ()
    newest: int = 0

    def number_of(self, page: str) -> int:
        """Return the number of the page at an address: where an open one has another, it is loaded again."""
        return self.newest if any(address == page for address, _ in self.ahead) else self.version


def message(state: State, page: str) -> str:
    """Return what is sent to a page that is open: a line of JSON with `version` and `fault`, `null` where all is well."""
    problems = [str(problem) for problem in state.problems]
    fault = {"words": state.words, "problems": problems} if state.failed else None
    return json.dumps({"version": state.number_of(page), "fault": fault}, ensure_ascii=False)
