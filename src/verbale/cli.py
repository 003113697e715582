"""The command line: arguments in, one call, a report out; nothing is decided here but the exit status.

Exit status 0: all is well; 1: something that the user can mend; 2: wrong usage. Each command imports what it needs, so
that `verbale --version` starts as fast as click does.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from verbale.terminal import Group, Progress, Session, show_diff, tell

if TYPE_CHECKING:
    from verbale.archive import Archive

FEW: Final = 20
"""Lines that may tell of single files without being asked to."""
MEANWHILE: Final = 30_000
"""Files that are looked at in the time that a build takes to begin: to import what makes pages, to open the catalog."""


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with `verbale init my-archive`; `verbale COMMAND --help` has examples.",
)
@click.option(
    "--archive",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The archive's folder; by default the nearest one upwards.",
)
@click.option("-v", "--verbose", is_flag=True, help="Say more.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@click.version_option(package_name="verbale")
@click.pass_context
def main(ctx: click.Context, folder: Path | None, *, verbose: bool, quiet: bool) -> None:
    """Who said what, according to whom: official readouts taken apart and published as an archive."""
    if verbose and quiet:
        raise click.UsageError("--verbose and --quiet cannot both be given.")
    ctx.obj = Session(folder, int(verbose) - int(quiet))


@main.command(
    epilog="\b\nExamples:\n  verbale parse\n  verbale parse --dry-run seeds/2024\n  ls seeds/*.txt | verbale parse -\n"
    "  verbale parse --explain seeds/talks.txt"
)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-n", "--dry-run", "dry", is_flag=True, help="Show what would change in records, and write nothing.")
@click.option("--explain", is_flag=True, help="Say of each sentence which rule decided who speaks; write nothing.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to use; by default what the machine has.")
@click.pass_obj
def parse(session: Session, sources: tuple[str, ...], jobs: int | None, *, dry: bool, explain: bool) -> None:
    """Make records of sources, and bring those that exist up to date.

    Every document in seeds/ that has none gets its record in content/records/. Into a record that exists comes what
    the parser says differently from last time: after a change of the document, of themes, or of verbale itself. What a
    person wrote stays; where both changed the same thing, that is told, and the exit status is 1. SOURCE is a file or
    folder in seeds/; `-` reads paths from standard input, one a line.
    """
    from verbale.accession import take_in

    archive = session.archive()
    paths = _given(archive, sources)
    if explain:
        sys.exit(_explain(archive, paths))
    taken = take_in(archive, paths, jobs=jobs, dry=dry, progress=Progress("Parsing", session))
    for one in taken.outcomes:
        session.say(one.told(), 1 if len(taken.outcomes) > FEW else 0)
        show_diff(one.diff() if dry and one.kind == "updated" else [])
    tell(taken.all_problems)
    session.say(taken.summary() + (" Nothing was written." if dry else ""))
    sys.exit(1 if any(problem.level == "error" for problem in taken.all_problems) else 0)


def _explain(archive: Archive, paths: Sequence[str] | None) -> int:
    """Show why each sentence has its speaker; return the exit status."""
    from verbale.explain import explained

    told = list(explained(archive, paths))
    for words, _ in told:
        click.echo(words, nl=bool(words))
    tell([problem for _, problem in told if problem])
    return int(any(problem for _, problem in told))


def _given(archive: Archive, sources: Sequence[str]) -> list[str] | None:
    """Return the sources named on the command line or on standard input as paths of the archive; `None` for all."""
    from verbale.archive import path_in_archive

    if not sources:
        return None
    lines = [line for one in sources for line in (sys.stdin.read().splitlines() if one == "-" else [one])]
    return [path_in_archive(archive, line) for line in lines if line.strip()]


@main.command(epilog="\b\nExamples:\n  verbale build\n  verbale build --out /srv/www/readouts")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the site goes; by default build/ in the archive.",
)
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to use; by default what the machine has.")
@click.option("--fresh", is_flag=True, help="Write every file anew, also those that seem to be there.")
@click.pass_obj
def build(session: Session, out: Path | None, jobs: int | None, *, fresh: bool) -> None:
    """Make the site.

    All records are verified first. If anything is wrong, all of it is told, and the last site stays as it is.
    Files that somebody changed or deleted in the site are not noticed: --fresh puts them back.
    """
    from verbale.archive import CATALOG
    from verbale.catalog.listings import files_known
    from verbale.catalog.scan import begun_look

    archive = session.archive()
    out = out or archive.at("build")
    with begun_look(archive.root, files_known(archive.at(CATALOG)), MEANWHILE) as look:
        from verbale.site.build import build_site

        progress = Progress("Building", session)
        report = build_site(archive, out, jobs=jobs, progress=progress, fresh=fresh, look=look)
    tell(report.warnings)
    session.say(str(report))


@main.command(
    epilog="\b\nExamples:\n  verbale check\n  verbale check --fix\n  verbale check --format json > problems.json"
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How problems are told.")
@click.option("--fix", "mend", is_flag=True, help="First mend what is mechanical, and show it.")
@click.pass_obj
def check(session: Session, form: str, *, mend: bool) -> None:
    """Say what is wrong in the archive, and what is left to do.

    Errors stop a build; warnings do not: unknown speakers, statements without a theme, unused themes, unknown keys.
    Mechanical are places that miss their words by white space, or whose words stand in one other place alone; a
    digest of the source that is missing; keys that are not in the order of the format, in records, site.yaml and the
    front matter of themes, speakers, terms and pages; a first line that misses the JSON Schema of a file that was moved.
    """
    from verbale.check import as_json, check, summary
    from verbale.mending import fix
    from verbale.outcomes import unified

    archive = session.archive()
    fixed = fix(archive) if mend else []
    for path, before, after in fixed:
        show_diff(unified(path, before, after) if form == "text" else [])
    done = f"{len(fixed)} file{'' if len(fixed) == 1 else 's'} mended. " if mend else ""
    problems = check(archive)
    if form == "json":
        click.echo(as_json(problems))
    else:
        tell(problems)
        session.say(done + summary(problems))
    sys.exit(1 if any(problem.level == "error" for problem in problems) else 0)


@main.command(
    "diff", epilog="\b\nExamples:\n  verbale diff\n  verbale diff v1.2\n  verbale diff ../archive-of-last-year"
)
@click.argument("other", default="HEAD", metavar="[REV|FOLDER]")
@click.pass_obj
def diff_(session: Session, other: str) -> None:
    """Say in the archive's terms what has changed.

    Compares the archive as it is with a revision of git (by default the last one) or with another folder.
    """
    from verbale.states import differences_since

    lines = differences_since(session.archive(), other)
    for line in lines:
        click.echo(line if line.startswith(" ") else click.style(line, bold=True))
    session.say("" if lines else "Nothing has changed.")


@main.command(epilog="\b\nExamples:\n  verbale serve\n  verbale serve --port 0")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port on this machine; 0 is any that is free.",
)
@click.pass_obj
def serve(session: Session, port: int) -> None:
    """Show the site in a browser while you write.

    The site is built into build/, served on this machine alone, and built again as soon as a document, a record, a
    theme or a template is saved; pages that are open follow. What is wrong is shown over the page, with file and line,
    until it is mended. Ctrl-C ends it.
    """
    from verbale.serving.loop import serve as begin

    archive = session.archive()
    address = ""
    try:
        for news in begin(archive, archive.at("build"), port):
            tell(news.state.problems)
            if news.state.failed:
                click.echo(news.state.words, err=True)
            else:
                session.say(news.state.words)
            if not address:
                session.say(f"Serving {news.address} until Ctrl-C.")
            address = news.address
    except KeyboardInterrupt:
        session.say("")


@main.command(
    epilog="\b\nExamples:\n  verbale templates\n  verbale templates record.html\n"
    "  verbale templates static/site.css --out site.css"
)
@click.argument("name", required=False, metavar="[NAME]")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Where the copy goes; by default templates/ in the archive.",
)
@click.pass_obj
def templates(session: Session, name: str | None, out: Path | None) -> None:
    """List the templates, or copy one out to start from.

    What lies in the archive's templates/ under the name of one of ours takes its place. To change a part only, write a
    file of that name that begins with {% extends "verbale/NAME" %} and holds the blocks that are to be others.
    """
    from verbale.site.copying import copy_out, templates_of

    archive = session.archive()
    if name:
        session.say(f"Copied to {copy_out(archive, name, out)}.")
        return
    if out:
        raise click.UsageError("--out needs the NAME of a template.")
    for one in templates_of(archive):
        own = "the archive's own" if one.own else ""
        click.echo(f"{one.name:<18} {' '.join(filter(None, (one.purpose, own and f'({own})')))}".rstrip())


@main.command(epilog="\b\nExamples:\n  verbale init my-archive")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.pass_obj
def init(session: Session, folder: Path) -> None:
    """Make a new archive in DIR, with an example readout.

    DIR must be new or empty. Its README says what comes next.
    """
    from verbale.starting import start_archive

    for path in start_archive(folder):
        session.say(str(folder / path), 1)
    session.say(f"A new archive is in {folder}. Next: cd {folder} && verbale parse && verbale build")


@main.command(epilog="\b\nExamples:\n  verbale schema record\n  verbale schema site > site.schema.json")
@click.argument("name", type=click.Choice(["record", "site", "theme", "speaker", "term", "page"]))
def schema(name: str) -> None:
    """Print a JSON Schema: of a record, of site.yaml, or of the front matter of a theme, speaker, term or page."""
    from verbale.schemas import schema_text

    click.echo(schema_text(name), nl=False)
