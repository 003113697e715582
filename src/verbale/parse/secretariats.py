"""The organisation of a Secretary-General of whom nothing else is told: by what the text names, a document's number, or the town of a line."""

from __future__ import annotations

import re
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.furniture import Layout
from verbale.parse.persons import Person

OWN_READOUT: Final = re.compile(r"Readout of the Secretary-General['’]s ")
"""How a readout of the United Nations is headed, which need not name them: no other Secretary-General's house has the form."""


LINES: Final = ("dateline", "date-line", "source-line")
"""Lines of the head or foot that name the town, or the agency, from which a document comes."""


def secretaries_general(text: str, actors: Actors, chosen: list[Person], layout: Layout) -> None:
    """Give the one Secretary-General of whom nothing else is told the United Nations, where the text or a line of it names them."""
    found = [p for p in chosen if not p.state and any("secretary-general" in title.lower() for title in p.titles)]
    if len(found) == 1:
        known = "United Nations" if actors.gazetteer.met["United Nations"] else None
        head = "United Nations" if layout.title and OWN_READOUT.match(text, layout.title.start) else None
        found[0].state = known or head or numbered_by(text, actors, layout) or body_of_line(text, actors, layout)


def numbered_by(text: str, actors: Actors, layout: Layout) -> str | None:
    """Return the organisation whose documents bear such a number as a line of the head does ("SG/SM/12131")."""
    lines = [p.span.of(text) for p in layout.furniture if p.kind == "release-line"]
    series = actors.language.words.document_series.items()
    return next((body for sign, body in series if any(line.startswith(sign) for line in lines)), None)


def body_of_line(text: str, actors: Actors, layout: Layout) -> str | None:
    """Return the organisation of a Secretary-General by the town in a line of the head or foot, where the text names no other organisation."""
    bodies = {s.name for s in actors.language.states if s.organisation}
    if any(actors.gazetteer.met[body] for body in bodies):
        return None
    lines = [p.span.of(text) for p in layout.furniture if p.kind in LINES]
    towns = actors.language.headquarters.items()
    return next((body for town, body in towns if any(town in line for line in lines)), None)
