"""Templates: found by name, an archive's own first, strict about what is missing, and plain about what fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.errors import BuildError
from verbale.site import quick
from verbale.site.assets import default_templates, static_files, template_folders, templates_digest
from verbale.site.page import TEMPLATES, Page
from verbale.site.pageviews import RedirectView, TextView
from verbale.site.quick import QuickGenerator
from verbale.site.render import render, renderer
from verbale.site.views import Link, Site

SITE = Site("Readouts & more", "What was said.", pages=(Link("about.html", "About"),))
PAGE = Page("deep/er/a.html", "text.html", TextView("A <b>", "<p>Safe.</p>"), "A <b>", "Words.", "about")


def shown(page: Page, *own: Path, site: Site = SITE, cache: Path | None = None) -> str:
    return render(renderer((*own, default_templates()), site, "verbale 0", cache), page)


def test_every_kind_of_page_has_its_template() -> None:
    found = {path.name for path in default_templates().glob("*.html")}
    assert set(TEMPLATES) <= found


def test_text_is_escaped_and_addresses_are_relative_to_the_page() -> None:
    html = shown(PAGE)
    assert "<title>A &lt;b&gt; · Readouts &amp; more</title>" in html
    assert '<link rel="stylesheet" href="../../static/site.css">' in html
    assert '<a href="../../about.html"' in html
    assert "<p>Safe.</p>" in html


def test_a_page_is_the_same_each_time_with_and_without_compiled_templates(tmp_path: Path) -> None:
    assert shown(PAGE) == shown(PAGE, cache=tmp_path) == shown(PAGE, cache=tmp_path)
    assert any(tmp_path.iterdir())


def test_damaged_compiled_templates_cost_nothing(tmp_path: Path) -> None:
    expected = shown(PAGE, cache=tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:20])
    assert shown(PAGE, cache=tmp_path) == expected


def test_what_another_generator_compiled_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, cache = tmp_path / "own", tmp_path / "cache"
    own.mkdir()
    cache.mkdir()
    (own / "text.html").write_text("{{ view.title }}")
    monkeypatch.setattr(QuickGenerator, "visit_Output", lambda self, _node, _frame: self.writeline("yield 'other'"))
    monkeypatch.setattr(quick, "__file__", str(tmp_path / "other.py"))
    (tmp_path / "other.py").write_text("another generator")
    assert shown(PAGE, own, cache=cache) == "other"
    monkeypatch.undo()
    assert shown(PAGE, own, cache=cache) == "A &lt;b&gt;"


def test_macros_calls_and_loops_are_jinjas(tmp_path: Path) -> None:
    (tmp_path / "parts.html").write_text(
        "{% macro item(text, mark='-') %}{{ mark }}{{ text }}{{ caller(text) if caller is defined else '' }}{% endmacro %}"
    )
    (tmp_path / "text.html").write_text(
        "{% from 'parts.html' import item %}{% import 'parts.html' as parts %}"
        "{% for n in range(2) %}{{ item(n) }}{{ parts.item(n, mark=view.title) }}{{ loop.cycle('a', 'b') }}{% endfor %}"
        "{% call(one) item('x') %}[{{ one }}]{% endcall %}"
    )
    assert shown(PAGE, tmp_path) == "-0A &lt;b&gt;0a-1A &lt;b&gt;1b-x[x]"


def test_an_archives_own_template_comes_first_and_may_build_on_ours(tmp_path: Path) -> None:
    own = '{% extends "verbale/text.html" %}{% block foot %}<p>Ours.</p>{% endblock %}'
    (tmp_path / "text.html").write_text(own)
    html = shown(PAGE, tmp_path)
    assert "<p>Ours.</p>" in html
    assert "<p>Safe.</p>" in html
    assert "this serif" not in html


def test_what_a_view_does_not_have_is_an_error_that_names_template_line_and_page(tmp_path: Path) -> None:
    template = tmp_path / "text.html"
    template.write_text("<p>One</p>\n<p>{{ view.titel }}</p>\n")
    with pytest.raises(BuildError) as caught:
        shown(PAGE, tmp_path)
    assert str(caught.value) == (
        f"{template}:2: the template fails on the page deep/er/a.html: 'TextView' object has no attribute 'titel'. "
        "Mend it, or remove it to use verbale's own."
    )


def test_a_name_that_no_template_gets_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "text.html").write_text("{{ viev }}")
    with pytest.raises(BuildError, match=r"text\.html:1: .*'viev' is undefined"):
        shown(PAGE, tmp_path)


def test_a_template_that_is_not_one_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "text.html").write_text("<p>\n{% if view %}\n")
    with pytest.raises(BuildError, match=r"text\.html:2: the template fails on the page deep/er/a\.html"):
        shown(PAGE, tmp_path)


def test_a_missing_template_is_told_with_the_folders_that_were_searched(tmp_path: Path) -> None:
    (tmp_path / "text.html").write_text('{% include "nowhere.html" %}')
    with pytest.raises(BuildError) as caught:
        shown(PAGE, tmp_path)
    assert "there is no template 'nowhere.html' for the page deep/er/a.html" in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_source_text_is_never_markup(tmp_path: Path) -> None:
    (tmp_path / "text.html").write_text("{{ view.title }}|{{ view.title|capital }}|{{ 3|counted(view.title) }}")
    assert shown(PAGE, tmp_path) == "A &lt;b&gt;|A &lt;b&gt;|3 A &lt;b&gt;s"


def test_a_moved_page_names_its_new_address_three_ways() -> None:
    html = shown(
        Page("records/old.html", "redirect.html", RedirectView(Link("records/new.html", "New")), "New", "", "records")
    )
    assert '<meta http-equiv="refresh" content="0; url=../records/new.html">' in html
    assert '<link rel="canonical" href="../records/new.html">' in html
    assert '<a href="../records/new.html">New</a>' in html


def test_only_a_published_site_claims_an_address() -> None:
    published = Site("A", "B", base_url="https://archive.example/x/", feed="feed.xml")
    assert '<link rel="canonical" href="https://archive.example/x/deep/er/a.html">' in shown(PAGE, site=published)
    assert 'href="../../feed.xml"' in shown(PAGE, site=published)
    assert "canonical" not in shown(PAGE)


def test_the_page_for_what_is_not_there_links_only_to_an_absolute_address() -> None:
    page = Page("404.html", "404.html", TextView("There is no such page", ""), "There is no such page", "")
    assert "href" not in shown(page)
    published = Site("A", "B", base_url="https://archive.example/x/")
    assert 'href="https://archive.example/x/index.html"' in shown(page, site=published)


def test_an_archives_own_files_come_first(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    (own / "static").mkdir(parents=True)
    (own / "static" / "site.css").write_text("b{}")
    (own / "static" / "more.js").write_text("1")
    (own / "static" / ".hidden").write_text("1")
    folders = template_folders(tmp_path)
    found = static_files(folders)
    assert folders == (own, default_templates())
    assert found["static/site.css"] == own / "static" / "site.css"
    assert {"static/more.js", "static/icon.svg", "static/fonts/OFL.txt"} <= set(found)
    assert "static/.hidden" not in found
    assert list(found) == sorted(found)


def test_without_templates_of_its_own_an_archive_has_ours(tmp_path: Path) -> None:
    assert template_folders(tmp_path) == (default_templates(),)


def test_the_digest_of_templates_follows_names_and_bytes_and_no_static_file(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    folders = template_folders(tmp_path)
    seen = [templates_digest(folders)]
    (own / "text.html").write_text("a")
    seen.append(templates_digest(folders))
    (own / "text.html").write_text("b")
    seen.append(templates_digest(folders))
    (own / "text.html").rename(own / "home.html")
    seen.append(templates_digest(folders))
    assert len(set(seen)) == len(seen)
    (own / "static").mkdir()
    (own / "static" / "site.css").write_text("c")
    assert templates_digest(folders) == seen[-1]
