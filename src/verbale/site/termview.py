"""The views of the glossary: its list, and of each term the page of its mentions, record by record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.authority import TERM_KINDS
from verbale.catalog.glossary import mention_totals, mentioning
from verbale.site import addresses
from verbale.site.pageviews import GlossaryView, Group, TermView
from verbale.site.views import Link

if TYPE_CHECKING:
    from verbale.authority import Term
    from verbale.site.lists import Stretch
    from verbale.site.shelf import Shelf


def term_view(shelf: Shelf, term: Term, stretch: Stretch) -> TermView:
    """Return the view of a term's page, or of one part of it."""
    found = [
        (shelf.at(key), numbers) for key, numbers in mentioning(shelf.catalog.db, term.id, stretch.low, stretch.high)
    ]
    return TermView(
        term.label,
        term.kind,
        tuple([words for words in term.aliases if words != term.label]),
        term.same_as,
        shelf.note(term.note),
        stretch.entries,
        tuple([Group(one.shown, tuple(shelf.sentences(one, numbers))) for one, numbers in found]),
        stretch.pager,
    )


def glossary_view(shelf: Shelf) -> GlossaryView:
    """Return the view of the list of terms, by kind and label, each with the number of sentences that mention it."""
    totals = mention_totals(shelf.catalog.db)
    terms = sorted(shelf.catalog.headings.terms.values(), key=lambda term: (term.label.casefold(), term.id))
    kinds = []
    for kind in TERM_KINDS:
        found = [Link(addresses.term_page(t.id), t.label, totals.get(t.id, (0, 0))[1]) for t in terms if t.kind == kind]
        if found:
            kinds.append((kind, tuple(found)))
    return GlossaryView(len(terms), tuple(kinds))
