"""Who is named beside another as his companion, and who of those is of the other side, or only named in a letterhead."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.persons import Person, canonical
from verbale.span import Span

TOGETHER: Final = re.compile(
    r"\b(?:together with|alongside|joined by)\s+(?:(?:the|his|her|H\.E\.|Mr\.?|Ms\.?|Dr\.?|[A-Z][\w’'-]+|[\w-]+n)\s+){0,3}$"
)
"""Words before somebody who did the same as the one named before him."""


FAR: Final = 80
"""Code points before a name among which such words stand."""


def with_others(actors: Actors, told: Container[int], heads: Sequence[Person]) -> set[int]:
    """Return the keys of those told of as beside the one head, who are of another state, or hold the same office ("together with Orvish Foreign Minister Harl, today opened …")."""
    if len(heads) != 1:
        return set()
    head, language = heads[0], actors.language
    offices = {canonical(t, language) for t in head.titles}
    found = set()
    for p in actors.persons:
        if p.key not in told or p is head or p.unnamed or p.former or not p.titles or p.rank > 2 or not p.at:
            continue
        if not TOGETHER.search(actors.text, max(0, p.at.start - FAR), p.at.start):
            continue
        foreign = p.state is not None and p.state != head.state and p.qualified
        if foreign or (p.rank == 1 and not offices.isdisjoint(canonical(t, language) for t in p.titles)):
            found.add(p.key)
    return found


def above_text(actors: Actors, first: Sequence[Span], title: Sequence[Span]) -> set[int]:
    """Return the keys of those whom only a line above the text names, and the lead calls by their office ("Office of President Brel of Xia", "Today the President met …")."""
    if not first:
        return set()
    lead = first[0].of(actors.text)
    found = set()
    for p in actors.persons:
        if p.rank > 2 or not p.mentions or p.mentions[0].start >= first[0].start:
            continue
        if p.unnamed or p.former or not p.titles:
            continue
        if any(m.start >= first[0].start for m in p.mentions) or any(s.overlaps(m) for s in title for m in p.mentions):
            continue
        if any(re.search(rf"\b[Tt]he {re.escape(t.split(' of ')[0])}\b(?! of\b| [A-Z])", lead) for t in p.titles):
            found.add(p.key)
    return found


def apposed(place: Span, text: str) -> bool:
    """Say whether a title without its article stands behind a comma, as that of whoever is named before it."""
    return text[: place.start].rstrip().endswith(",") and not text.startswith(("the ", "The "), place.start)


def beside(person: Person, text: str, *, joint: bool = False) -> bool:
    """Say whether a person's first mention stands behind words that make him a companion ("accompanied by").

    The head who invites is one of the sides of a `joint` statement.
    """
    before = text[max(0, person.at.start - 250) : person.at.start] if person.at else ""
    near = re.search(
        r"\b(?:together with|alongside|in the presence of|invitation of|behalf of)\s+(?:\S+\s+){0,3}$", before
    )
    near = None if near and ((joint and "invitation" in near.group()) or near.group().endswith(" by ")) else near
    return bool(
        near
        or re.search(
            r"\b(?:(?:accompanied|joined|flanked) by|, (?:also )?attended by)\b[^.]*(?:\b[A-Z]\.[^.]*)*$", before
        )
    )
