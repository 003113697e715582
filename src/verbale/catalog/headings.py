"""What people wrote once for the whole archive, kept in the catalog: themes, speakers, pages and `site.yaml`.

Their files are read by `contents.py`; here they are compared with last time and kept as JSON.
"""

from __future__ import annotations

import dataclasses
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from verbale.archive import GLOSSARY, PAGES, SPEAKERS, THEMES
from verbale.authority import TERM_KINDS, Authority, SiteSettings, Speaker, Term, TextPage, Theme
from verbale.jsontext import packed, unpacked

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from verbale.archive import Archive
    from verbale.errors import Problem

_TUPLES: Final = frozenset({"terms", "aliases", "same_as", "was"})
_SITE: Final = "site"


class Headings(NamedTuple):
    """Themes, speakers and pages by id, and what `site.yaml` says."""

    themes: Mapping[str, Theme]
    speakers: Mapping[str, Speaker]
    pages: Mapping[str, TextPage]
    site: SiteSettings
    terms: Mapping[str, Term] = MappingProxyType({})

    def authority(self) -> Authority:
        """Return the themes and speakers alone."""
        return Authority(themes=self.themes, speakers=self.speakers)

    def broader(self) -> dict[str, str | None]:
        """Return the theme above each theme."""
        return {theme.id: theme.broader for theme in self.themes.values()}


def read_headings(archive: Archive) -> tuple[Headings, list[Problem]]:
    """Return the headings as the archive's files have them now, and the problems that forbid to use them."""
    from verbale import contents

    authority, problems = contents.load_authority(archive)
    pages, more = contents.load_pages(archive)
    site, others = contents.load_settings(archive)
    terms, wrong = contents.load_glossary(archive)
    headings = Headings(
        dict(authority.themes), dict(authority.speakers), {page.id: page for page in pages}, site, dict(terms)
    )
    return headings, [problem for problem in (*problems, *more, *others, *wrong) if problem.level == "error"]


def stood_in_for(headings: Headings, problems: Iterable[Problem]) -> Headings:
    """Return headings with something of the same id in place of each file that cannot be used: what names it is right."""
    lost: dict[str, list[str]] = {THEMES: [], SPEAKERS: [], GLOSSARY: [], PAGES: []}
    for folder, ids in lost.items():
        ids += [PurePosixPath(one.path).stem for one in problems if one.path.startswith(f"{folder}/")]
    return Headings(
        {**{id_: Theme(id=id_, label=id_) for id_ in lost[THEMES]}, **headings.themes},
        {**{id_: Speaker(id=id_, name=id_) for id_ in lost[SPEAKERS]}, **headings.speakers},
        {**{id_: TextPage(id=id_, title=id_, body="") for id_ in lost[PAGES]}, **headings.pages},
        headings.site,
        {**{id_: Term(id=id_, label=id_, kind=TERM_KINDS[0]) for id_ in lost[GLOSSARY]}, **headings.terms},
    )


def kept_headings(db: sqlite3.Connection) -> Headings:
    """Return the headings as the catalog has them."""
    found: dict[str, dict[str, Any]] = {"theme": {}, "speaker": {}, "term": {}, "page": {}, _SITE: {}}
    types = {"theme": Theme, "speaker": Speaker, "term": Term, "page": TextPage, _SITE: SiteSettings}
    for kind, id_, data in db.execute("SELECT kind, id, data FROM heading ORDER BY kind, id"):
        values = {key: tuple(value) if key in _TUPLES else value for key, value in unpacked(data).items()}
        found[kind][id_] = types[kind](**values)
    site = found[_SITE].get(_SITE, SiteSettings(title="", description=""))
    return Headings(found["theme"], found["speaker"], found["page"], site, found["term"])


def keep_headings(db: sqlite3.Connection, headings: Headings) -> None:
    """Put the headings into the catalog in place of those there."""
    db.execute("DELETE FROM heading")
    db.executemany("INSERT INTO heading VALUES (?, ?, ?)", _rows(headings))


def _rows(headings: Headings) -> Iterator[tuple[str, str, str]]:
    kinds: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("theme", headings.themes),
        ("speaker", headings.speakers),
        ("term", headings.terms),
        ("page", headings.pages),
        (_SITE, {_SITE: headings.site}),
    )
    for kind, ones in kinds:
        for id_, one in ones.items():
            yield kind, id_, packed(dataclasses.asdict(one))
