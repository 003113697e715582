"""What people wrote for the whole archive, read from its folder at once: themes, speakers, pages, `site.yaml`.

It checks their ids and what is above what; records have `verify.py`, and addresses the catalog. Nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Protocol, TypeVar

from verbale import frontmatter, recordfile
from verbale.archive import GLOSSARY, PAGES, SITE, SPEAKERS, THEMES, Archive, markdown_paths, read_text
from verbale.authority import Authority, SiteSettings, Term, TextPage
from verbale.errors import Fault, Problem
from verbale.ids import did_you_mean, id_fault


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """The id in use."""


T = TypeVar("T", bound=Named)
Loader = Callable[[str, str, str], tuple[T | None, list[Problem]]]


def load_authority(archive: Archive) -> tuple[Authority, list[Problem]]:
    """Return the archive's themes and speakers, and all that is wrong with their files."""
    themes, texts, problems = _load_all(archive, THEMES, frontmatter.load_theme)
    speakers, _, more = _load_all(archive, SPEAKERS, frontmatter.load_speaker)
    authority = Authority(themes=themes, speakers=speakers)
    problems += more
    for theme in themes.values():
        fault = _broader_fault(authority, theme.id)
        if fault:
            path, text = texts[theme.id]
            problems += recordfile.placed([fault], text, path)
    return authority, problems


def load_pages(archive: Archive) -> tuple[tuple[TextPage, ...], list[Problem]]:
    """Return the pages that people wrote, in the order of their ids, and all that is wrong with their files."""
    pages, _, problems = _load_all(archive, PAGES, frontmatter.load_page)
    return tuple(pages.values()), problems


def load_glossary(archive: Archive) -> tuple[Mapping[str, Term], list[Problem]]:
    """Return the terms of the glossary, and all that is wrong with their files: no two may have the same words."""
    terms, texts, problems = _load_all(archive, GLOSSARY, frontmatter.load_term)
    owners: dict[str, str] = {}
    for term in terms.values():
        for place, words in enumerate((term.label, *term.aliases), -1):
            other = owners.setdefault(words, term.id)
            if other != term.id:
                path, text = texts[term.id]
                where = ("label",) if place < 0 else ("aliases", place)
                message = f"'{words}' is a word for '{other}' too."
                fault = Fault(where, "term-twice", message, "Leave it to one of the two.")
                problems += recordfile.placed([fault], text, path)
    return terms, problems


def load_settings(archive: Archive) -> tuple[SiteSettings, list[Problem]]:
    """Return what `site.yaml` says, and all that is wrong with it; without one the archive has its folder's name."""
    settings = SiteSettings(title=archive.root.name, description="")
    if not archive.at(SITE).exists():
        message, remedy = (
            "there is no such file, so the site has no title.",
            "Write one with `title:` and `description:`.",
        )
        return settings, [Problem(SITE, code="no-site", message=message, remedy=remedy, level="warning")]
    text, unreadable = read_text(archive, SITE)
    if text is None or unreadable:
        return settings, [unreadable] if unreadable else []
    found, problems = frontmatter.load_site(text, SITE)
    return found or settings, problems


def _load_all(
    archive: Archive, folder: str, load: Loader[T]
) -> tuple[Mapping[str, T], Mapping[str, tuple[str, str]], list[Problem]]:
    """Load a folder of Markdown files by id, with path and front matter of each."""
    paths, problems = markdown_paths(archive, folder)
    found: dict[str, T] = {}
    places: dict[str, tuple[str, str]] = {}
    for path in paths:
        text, unreadable = read_text(archive, path)
        if text is None:
            problems += [unreadable] if unreadable else []
            continue
        id_ = PurePosixPath(path).stem
        one, faults = load(text, path, id_)
        problems += faults
        unfit = id_fault(id_)
        if unfit:
            message, remedy = unfit
            problems.append(
                Problem(path, code="bad-id", message=message, remedy=f"{remedy} The file's name is the id.")
            )
        elif id_ in found:
            message = f"the id '{id_}' is given twice, here and by {places[id_][0]}."
            problems.append(Problem(path, code="duplicate-id", message=message, remedy="Rename one of the two files."))
        elif one is not None:
            found[id_] = one
            front = frontmatter.split(text)
            places[id_] = (path, front.yaml if front else "")
    return MappingProxyType(dict(sorted(found.items()))), places, problems


def _broader_fault(authority: Authority, id_: str) -> Fault | None:
    """Return what is wrong with the themes above a theme: one that is not there, or a circle."""
    seen = [id_]
    broader = authority.themes[id_].broader
    if broader is not None and broader not in authority.themes:
        now = next((theme.id for theme in authority.themes.values() if broader in theme.was), None)
        if now is not None:
            message = f"the broader theme '{broader}' has the id '{now}' now."
            return Fault(("broader",), "unknown-theme", message, f"Write `broader: {now}`.")
        message = f"the broader theme '{broader}' is not in {THEMES}."
        remedy = did_you_mean(broader, authority.themes) or "Write that theme, or correct its id here."
        return Fault(("broader",), "unknown-theme", message, remedy)
    while broader is not None and broader in authority.themes:
        if broader in seen:
            if broader != id_:
                return None  # the circle is above this theme, and told there
            message = f"the theme is broader than itself: {' > '.join([*seen, broader])}."
            return Fault(("broader",), "theme-circle", message, "Take `broader` out of one of these.")
        seen.append(broader)
        broader = authority.themes[broader].broader
    return None
