"""What commands have in common at a terminal: which archive, how much is said, how errors and progress are told; no command."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from verbale.errors import Problem, VerbaleError

if TYPE_CHECKING:
    from verbale.archive import Archive

PATIENCE: Final = 2.0
"""Seconds of work after which a person at a terminal is shown how far it is."""


def _volume(ctx: click.Context, param: click.Parameter, *, wanted: bool) -> None:
    """Take `--verbose` or `--quiet` after a command's name, where people write it too."""
    if not wanted:
        return
    more = 1 if param.name == "verbose" else -1
    session = ctx.find_object(Session) or Session(None, 0)
    if session.volume == -more:
        raise click.UsageError("--verbose and --quiet cannot both be given.")
    ctx.obj = replace(session, volume=more)


class Command(click.Command):
    """A command that takes the options for how much is said also after its name."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for short, name, words in (("-v", "verbose", "Say more."), ("-q", "quiet", "Say nothing but what is wrong.")):
            self.params.append(
                click.Option(
                    [short, f"--{name}"],
                    is_flag=True,
                    expose_value=False,
                    callback=lambda ctx, param, value: _volume(ctx, param, wanted=value),
                    help=words,
                )
            )


class Group(click.Group):
    """Commands whose errors are told in a line each, without a traceback."""

    command_class = Command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error that a person can mend ends it with status 1."""
        try:
            return super().invoke(ctx)
        except VerbaleError as error:
            tell(error.problems)
            click.echo(str(error), err=True)
            return ctx.exit(1)
        except BrokenPipeError:
            raise
        except OSError as error:
            click.echo(f"{error.filename or 'verbale'}: {error.strerror or error}.", err=True)
            return ctx.exit(1)


@dataclass(frozen=True, slots=True)
class Session:
    """What holds for all commands: where the archive is, and how much is said (-1 quiet, 0, 1 verbose)."""

    folder: Path | None
    volume: int

    def archive(self) -> Archive:
        """Return the archive that was named, else the nearest upwards."""
        from verbale.archive import find_archive, open_archive

        return open_archive(self.folder) if self.folder else find_archive(Path.cwd())

    def say(self, words: str, volume: int = 0) -> None:
        """Print a line, unless less is wanted."""
        if self.volume >= volume:
            click.echo(words)


class Progress:
    """A bar for work that takes long, on a terminal; called with how many of how many are done."""

    def __init__(self, label: str, session: Session) -> None:
        self.label = label
        self.begun = time.monotonic()
        self.wanted = session.volume >= 0 and sys.stderr.isatty()
        self.shown = 0
        self.bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        """Show how far the work is."""
        if self.bar is None and self.wanted and time.monotonic() - self.begun > PATIENCE:
            self.bar = click.progressbar(length=total, label=self.label, file=sys.stderr)
        if self.bar is not None:
            self.bar.update(done - self.shown)
            self.shown = done
            if done == total:
                self.bar.render_finish()


def tell(problems: Sequence[Problem]) -> None:
    """Print problems, one a line, where errors go."""
    for problem in problems:
        click.echo(str(problem), err=True)


def show_diff(lines: Sequence[str]) -> None:
    """Print a unified diff, coloured on a terminal."""
    styles: dict[str, dict[str, Any]] = {"+": {"fg": "green"}, "-": {"fg": "red"}, "@": {"fg": "cyan"}}
    for line in lines:
        style = {"bold": True} if line.startswith(("+++", "---")) else styles.get(line[:1], {})
        click.echo(click.style(line, **style) if style else line)
