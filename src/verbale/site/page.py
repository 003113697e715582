"""A page as planned: its address, its template and what the template gets; nothing is rendered or written here.

A template has five names and no others: `page` (the `Page`), `view` (its view, the type that `TEMPLATES` names), `site`
(`views.Site`), `root` (`page.root`: put it before any address from the site's root) and `generator` ("verbale 0.1.0").
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.site.pageviews import (
    CorrectionsView,
    FiguresView,
    GlossaryView,
    HomeView,
    IndexView,
    MatrixView,
    PointView,
    RecordView,
    RedirectView,
    SaidView,
    SpeakerView,
    TermView,
    TextView,
    ThemeView,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

View = (
    HomeView
    | RecordView
    | PointView
    | SpeakerView
    | ThemeView
    | SaidView
    | MatrixView
    | FiguresView
    | TermView
    | GlossaryView
    | IndexView
    | CorrectionsView
    | TextView
    | RedirectView
)
ViewType = type[View]

SECTIONS: Final = ("home", "records", "points", "themes", "speakers", "about", "search", "")
"""What `Page.section` may be: the entry of the navigation that a page belongs to; empty for none."""

TEMPLATES: Final[Mapping[str, ViewType]] = MappingProxyType(
    {
        "home.html": HomeView,
        "record.html": RecordView,
        "point.html": PointView,
        "speaker.html": SpeakerView,
        "theme.html": ThemeView,
        "said.html": SaidView,
        "matrix.html": MatrixView,
        "pictures.html": FiguresView,
        "term.html": TermView,
        "glossary.html": GlossaryView,
        "index.html": IndexView,
        "corrections.html": CorrectionsView,
        "text.html": TextView,
        "search.html": TextView,
        "404.html": TextView,
        "redirect.html": RedirectView,
    }
)
"""The templates that pages are made with, each with the view that it gets (`base.html` and others are parts of these)."""


class Page(NamedTuple):
    """One page of the site.

    `url` is its address from the site's root with `/` and without a leading one (`records/a.html`), which is also its
    path in the output folder. `title` is the page's own, without the site's name; `description` is one plain sentence
    for machines and lists of hits, without markup.
    """

    url: str
    template: str
    view: View
    title: str
    description: str
    section: str = ""

    @property
    def root(self) -> str:
        """Return the way from this page to the site's root: `""`, `"../"`, `"../../"` …."""
        return "../" * self.url.count("/")


class File(NamedTuple):
    """A file of the site that no template makes: its address, as a `Page`'s, and its bytes."""

    url: str
    data: bytes
