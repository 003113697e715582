"""What can go wrong, as data and as exceptions; this module prints nothing and exits nothing.

::

    VerbaleError            the run stops; the message is for the person at the keyboard
    ├── ArchiveError        a folder is not an archive, or cannot be used as one
    ├── SourceError         a source cannot be read as text
    ├── RecordError         a record or front matter file cannot be read; holds its problems
    └── BuildError          the site was not built; holds the problems that stopped it

A `Problem` is a fault that a person must mend; all the problems of a run are shown together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one file.

    `path` is the file as a person would name it (relative to the archive), `line` and `column` are 1-based and 0 where
    the fault has no place; `code` is a short stable word for programs (`misquote`, `unknown-speaker`); `message` says
    what was found, and `remedy` what to do about it. `level` is `error` (nothing is built) or `warning`.
    """

    path: str
    line: int = 0
    column: int = 0
    code: str = ""
    message: str = ""
    remedy: str = ""
    level: str = "error"

    def __str__(self) -> str:
        """Return `path:line:column: message remedy`, leaving out a place that is not known."""
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        words = f"{self.message} {self.remedy}".strip()
        return f"{place}: {'warning: ' if self.level == 'warning' else ''}{words}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a value, before anyone has looked for its line: `where` is the way to it from the top of its file.

    `where` holds the keys of mappings and 0-based positions in lists; with `at_key` the last key itself is meant, not
    its value. The rest is as in `Problem`.
    """

    where: tuple[str | int, ...]
    code: str
    message: str
    remedy: str = ""
    level: str = "error"
    at_key: bool = False


class VerbaleError(Exception):
    """Base of all errors that verbale raises on purpose; `str()` is a message for a person."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class ArchiveError(VerbaleError):
    """A folder is not an archive, or cannot be used as one."""


class SourceError(VerbaleError):
    """A source cannot be read as text."""


class RecordError(VerbaleError):
    """A record or a front matter file cannot be read; `problems` say where and why."""


class BuildError(VerbaleError):
    """The site was not built; `problems` say why, and the last good site is untouched."""
