"""Themes, speakers, pages and settings are read from Markdown with front matter, each fault with its line."""

from __future__ import annotations

import pytest

from verbale import frontmatter
from verbale.authority import SiteSettings, Speaker, TextPage, Theme


def test_a_theme_is_its_front_matter_and_its_text() -> None:
    text = "---\nlabel: The sea\nbroader: world\nterms:\n  - sea\n  - NO\nwas: [waters]\n---\n\nOne.\n\nTwo.\n"
    theme = Theme(id="sea", label="The sea", broader="world", terms=("sea", "NO"), was=("waters",), note="One.\n\nTwo.")
    assert (theme, []) == frontmatter.load_theme(text, "content/themes/sea.md", "sea")


def test_a_speaker_needs_only_a_name() -> None:
    assert (Speaker(id="a-b", name="A. B."), []) == frontmatter.load_speaker("---\nname: A. B.\n---\n", "f.md", "a-b")


def test_a_page_may_hold_rules_like_fences() -> None:
    page = TextPage(id="about", title="About", body="One\n\n---\n\nTwo")
    assert (page, []) == frontmatter.load_page("---\ntitle: About\n---\nOne\n\n---\n\nTwo\n", "f.md", "about")


def test_settings_of_a_site() -> None:
    settings = SiteSettings(title="T", description="D", base_url="https://a.example/", language="fr")
    text = "# yes\ntitle: T\ndescription: D\nbase_url: https://a.example/\nlanguage: fr\npublisher:\n"
    assert (settings, []) == frontmatter.load_site(text, "content/site.yaml")


def test_line_ends_of_another_system_change_nothing() -> None:
    text = "---\nlabel: L\n---\nOne.\n\nTwo.\n"
    assert frontmatter.load_theme(text, "f", "l") == frontmatter.load_theme(text.replace("\n", "\r\n"), "f", "l")


def test_lines_count_from_the_top_of_the_file() -> None:
    found, problems = frontmatter.load_theme("---\nlabel: L\nterms: no\nlables: x\n---\n", "f.md", "l")
    assert found is None
    assert [(3, 8), (4, 1)] == [(problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize(
    "text", ["", "label: L\n", "---\nlabel: L\n", "text\n---\nlabel: L\n---\n", "---", " ---\n---\n"]
)
def test_a_file_without_front_matter_is_told(text: str) -> None:
    found, problems = frontmatter.load_theme(text, "f.md", "l")
    assert found is None
    assert ["no-front-matter"] == [problem.code for problem in problems]


def test_empty_front_matter_lacks_its_keys() -> None:
    _, problems = frontmatter.load_theme("---\n---\n", "f.md", "l")
    assert ["the theme has no 'label'."] == [problem.message for problem in problems]


@pytest.mark.parametrize("address", ["a.example", "ftp://a.example", "javascript:x", "https://a b.example"])
def test_an_address_is_one_of_the_web(address: str) -> None:
    found, problems = frontmatter.load_site(f"title: T\ndescription: D\nbase_url: {address}\n", "site.yaml")
    assert found is None
    assert [(3, 11)] == [(problem.line, problem.column) for problem in problems]
