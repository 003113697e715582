"""The pages that look across the archive: who says what on what, terms, figures; like `making.py`, for tasks of their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.catalog.sayings import cells_of
from verbale.site import addresses
from verbale.site.chartview import figures_view
from verbale.site.lists import parts_of
from verbale.site.page import Page
from verbale.site.saidview import matrix_views, old_said_pages, said_view
from verbale.site.speakerview import speaker_name
from verbale.site.tasks import Made, Task, Workshop, pages_of, redirect
from verbale.site.termview import glossary_view, term_view

if TYPE_CHECKING:
    from collections.abc import Iterator


def said(workshop: Workshop, task: Task) -> Iterator[Made]:
    """Give the pages of what one speaker says on one theme, and what stands at their old addresses."""
    shelf = workshop.shelf
    speaker, theme = task.id.split(" ")
    total, heading = shelf.catalog.speaker_total(speaker), shelf.catalog.headings.themes.get(theme)
    if total is None or heading is None or not (parts_of(shelf, "said", task.id) or shelf.periods("said", task.id)):
        return
    page = addresses.said_page(speaker, theme)
    title = f"{speaker_name(shelf, total)} on {heading.label}"
    words = f"What the sources report of {speaker_name(shelf, total)} on {heading.label}, sentence by sentence."
    for url, whole_title, stretch in pages_of(shelf, task, page, title):
        yield Page(url, "said.html", said_view(shelf, total, heading, stretch), whole_title, words, "speakers")
    if "" in task.parts:
        for url in old_said_pages(shelf, speaker, theme):
            yield redirect(url, page, title, "speakers")


def cells(workshop: Workshop, task: Task) -> Iterator[Made]:
    """Give the first pages of all that a speaker says by theme, which show the same records."""
    shelf = workshop.shelf
    for speaker, theme, statements in cells_of(shelf.catalog.db, "speaker", task.id):
        cell = f"{speaker} {theme}"
        shelf.know_length("said", cell, statements)
        yield from said(workshop, Task("said", cell))
        shelf.forget_list("said", cell)


def matrix(workshop: Workshop, _: Task) -> Iterator[Made]:
    """Give the pages of the table of speakers and themes."""
    words = "Who is reported to say how much on what: sentences by speaker and theme."
    for view in matrix_views(workshop.shelf):
        number = view.pager.number
        title = f"Speakers and themes, page {number}" if number > 1 else "Speakers and themes"
        yield Page(addresses.matrix_page(number), "matrix.html", view, title, words, "speakers")


def term(workshop: Workshop, task: Task) -> Iterator[Made]:
    """Give the pages of a term of the glossary, or what stands at its old address."""
    shelf = workshop.shelf
    terms = shelf.catalog.headings.terms
    page = addresses.term_page(task.id)
    term = terms.get(task.id)
    if term is None:
        new = shelf.catalog.redirected(page)
        if new and new in terms:
            yield redirect(page, addresses.term_page(new), terms[new].label, "")
        return
    words = f"{term.label}: what it is, and where the sources mention it."
    for url, title, stretch in pages_of(shelf, task, page, term.label):
        yield Page(url, "term.html", term_view(shelf, term, stretch), title, words)


def glossary(workshop: Workshop, _: Task) -> Iterator[Made]:
    """Give the list of terms, where there are any."""
    if workshop.shelf.catalog.headings.terms:
        words = "Organisations, documents, programmes and events that the sources mention."
        view = glossary_view(workshop.shelf)
        yield Page(addresses.index_page("glossary"), "glossary.html", view, "Glossary", words)


def figures(workshop: Workshop, _: Task) -> Iterator[Made]:
    """Give the page of figures."""
    words = "Who is given how many words, on what and with which verbs; how the sides agree; who meets whom, and when."
    yield Page(addresses.FIGURES, "pictures.html", figures_view(workshop.shelf), "Figures", words)
