"""Templates are listed, copied out, documented with what they get, and a copy of each makes the site that ours makes."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from tests.builtsite import Built
from tests.program import ROOT, succeed, verbale
from tests.serving import copied
from tests.snapshots import agree
from verbale.archive import Archive, open_archive
from verbale.errors import ArchiveError
from verbale.site import charts, citing, filters, linkeddata, marking, pageviews, plots, views, wording
from verbale.site.assets import default_templates, static_files
from verbale.site.build import build_site
from verbale.site.copying import copy_out, templates_of
from verbale.site.page import TEMPLATES, Page

DOCUMENT = ROOT / "docs" / "templates.md"
MARK = "<!-- What follows is written by `make snapshots`. -->\n"


@pytest.fixture
def archive(example: Built, tmp_path: Path) -> Archive:
    """A copy of the example archive."""
    return open_archive(copied(example.archive, tmp_path / "archive"))


def fields_of(view: Any) -> list[str]:
    """A table of the fields of a view, with what is in each."""
    kinds = {name: kind.__forward_arg__ for name, kind in inspect.get_annotations(view).items()}
    rows = [f"| `{name}` | `{kind.replace('|', 'or')}` |" for name, kind in kinds.items()]
    return ["| field | holds |", "| --- | --- |", *rows, ""]


def about(thing: Any) -> str:
    """What a docstring says, as Markdown."""
    return inspect.cleandoc(thing.__doc__ or "") + "\n"


def blocks_of(name: str) -> list[str]:
    """The blocks that a template has."""
    return re.findall(r"{% block (\w+)", (default_templates() / name).read_text(encoding="utf-8"))


def views_of(module: Any) -> list[Any]:
    """The named tuples of a module, in its order."""
    return [
        thing for thing in vars(module).values() if hasattr(thing, "_fields") and thing.__module__ == module.__name__
    ]


def reference() -> str:
    """What the document says of each template, each view and each filter."""
    lines = ["\n## The templates\n", "| template | for | view | blocks |", "| --- | --- | --- | --- |"]
    for one in templates_of(Archive(Path("/"))):
        if one.name.endswith(".html"):
            view = f"`{TEMPLATES[one.name].__name__}`" if one.name in TEMPLATES else ""
            blocks = ", ".join(f"`{block}`" for block in blocks_of(one.name))
            lines.append(f"| `{one.name}` | {one.purpose} | {view} | {blocks} |")
    lines.append(
        "\n`Record`, `Statement`, `Event`, `Participant` and `SourceEntry` are those of a record, see [format.md](format.md).\n"
    )
    every_view = [*views_of(pageviews), *views_of(views)]
    shown = [view for view in every_view if view in TEMPLATES.values()]
    for view in [*shown, *(view for view in every_view if view not in shown)]:
        lines += [f"## {view.__name__}\n", about(view), *fields_of(view)]
    lines += ["## Filters\n", "| filter | gives |", "| --- | --- |"]
    every = filters.FILTERS | filters.MARKED | marking.FILTERS | plots.FILTERS | charts.FILTERS
    every |= citing.FILTERS | linkeddata.MARKED | {"lane_count": plots.lane_count}
    for name, function in sorted(every.items()):
        words = " ".join(about(function).split("\n\n")[0].split()).removeprefix("Return ").replace("|", "\\|")
        lines.append(f"| `{name}` | {words} |")
    return "\n".join(lines) + "\n"


@pytest.mark.snapshot
def test_the_documentation_says_what_each_template_gets() -> None:
    head = DOCUMENT.read_text(encoding="utf-8").split(MARK)[0]
    agree(DOCUMENT, f"{head}{MARK}{reference()}")


def test_every_template_says_what_it_is_for(archive: Archive) -> None:
    assert [one.name for one in templates_of(archive) if one.name.endswith(".html") and not one.purpose] == []


def test_they_are_listed_with_what_the_archive_has_of_its_own(archive: Archive) -> None:
    (archive.at("templates/static")).mkdir(parents=True)
    archive.at("templates/text.html").write_text('{% extends "verbale/text.html" %}', encoding="utf-8")
    archive.at("templates/static/site.css").write_text("", encoding="utf-8")
    told = succeed("templates", cwd=archive.root).splitlines()
    assert [line.split()[0] for line in told if line.endswith("(the archive's own)")] == [
        "text.html",
        "static/site.css",
    ]
    assert len(told) == len(templates_of(archive))


def test_a_copy_of_everything_makes_the_same_site(archive: Archive) -> None:
    out = archive.at("build")
    build_site(archive, out)
    before = {path: path.read_bytes() for path in out.rglob("*.html")}
    for one in templates_of(archive):
        copy_out(archive, one.name)
    build_site(archive, out)
    assert {path: path.read_bytes() for path in out.rglob("*.html")} == before
    assert all(one.own for one in templates_of(archive))
    copies = {path.relative_to(archive.root / "templates").as_posix() for path in archive.at("templates").rglob("*.*")}
    assert set(static_files((default_templates(),))) < copies


def test_a_copy_goes_where_it_is_wanted_and_takes_the_place_of_nothing(archive: Archive, tmp_path: Path) -> None:
    ours = (default_templates() / "text.html").read_bytes()
    assert succeed("templates", "text.html", cwd=archive.root) == f"Copied to {archive.at('templates/text.html')}.\n"
    assert archive.at("templates/text.html").read_bytes() == ours
    copied_to = copy_out(archive, "static/site.css", tmp_path)
    assert copied_to == tmp_path / "site.css"
    assert copy_out(archive, "text.html", tmp_path / "deep" / "mine.html").read_bytes() == ours
    copied_to.write_text("mine", encoding="utf-8")
    with pytest.raises(ArchiveError, match=r"site\.css: is there already\. Remove it, or name another place"):
        copy_out(archive, "static/site.css", tmp_path)
    assert copied_to.read_text(encoding="utf-8") == "mine"


def test_a_name_that_is_none_is_told_with_the_nearest(archive: Archive) -> None:
    done = verbale("templates", "recrod.html", cwd=archive.root)
    assert (done.returncode, done.stderr) == (1, "there is no template 'recrod.html'. Did you mean 'record.html'?\n")
    assert verbale("templates", "--out", "x", cwd=archive.root).returncode == 2


def test_the_example_of_a_block_is_true(archive: Archive) -> None:
    example = re.search(r"```jinja\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    archive.at("templates").mkdir()
    archive.at("templates/base.html").write_text(example[1], encoding="utf-8")
    build_site(archive, archive.at("build"))
    for page in ("index.html", "about.html", "themes/sea.html"):
        html = (archive.at("build") / page).read_text(encoding="utf-8")
        assert "<p>Kept by the Institute for Coastal History.</p>" in html
        assert "this serif" in html


def test_every_template_gets_what_is_said_and_nothing_else(archive: Archive) -> None:
    """Each name of the table, and each part that it names of one, is there on each page; each filter and test, too."""
    table = DOCUMENT.read_text(encoding="utf-8").split("## What every template gets\n")[1].split("\n## ")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines() if line.startswith("| `")]
    names = {name for row, _ in rows for name in re.findall(r"`(\w+)`", row)}
    assert names == {"page", "view", "site", "root", "generator", *wording.WORDS}
    assert filters.TESTS.keys() == {*re.findall(r"\bis (\w+) %}", DOCUMENT.read_text(encoding="utf-8"))}
    asked = [f"{{{{ {name}|string|length }}}}" for name in sorted(names)]
    parts = re.findall(r"`(\w+)`", next(words for name, words in rows if "`page`" in name))
    assert set(parts) == {*Page._fields} - {"view"}
    asked += [f"{{{{ page.{part}|string|length }}}}" for part in parts]
    archive.at("templates").mkdir()
    block = f"{{% extends 'verbale/base.html' %}}{{% block foot %}}<p>{''.join(asked)} {{{{ page.template }}}}</p>{{% endblock %}}"
    archive.at("templates/base.html").write_text(block, encoding="utf-8")
    build_site(archive, archive.at("build"))
    shown = {
        found[1]
        for path in archive.at("build").rglob("*.html")
        if (found := re.search(r"<p>\d+ (\w+\.html)</p>", path.read_text(encoding="utf-8")))
    }
    assert shown >= {*TEMPLATES} - {"404.html", "redirect.html", "term.html", "glossary.html"}


def test_the_example_of_a_failing_template_is_true(archive: Archive) -> None:
    archive.at("templates").mkdir()
    archive.at("templates/text.html").write_text("{# Mine. #}\n<h1>{{ view.titel }}</h1>\n", encoding="utf-8")
    done = verbale("build", cwd=archive.root)
    assert done.returncode == 1
    told = done.stderr.strip().replace(f"{archive.root}/", "")
    assert f"```\n{told}\n```" in DOCUMENT.read_text(encoding="utf-8")
