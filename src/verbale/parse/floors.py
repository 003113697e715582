"""Who alone speaks in a document by its title, its by-line or the line above its text, and whether it is the sides' own statement."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.furniture import Layout
from verbale.parse.labels import of_the_press
from verbale.parse.people import read_mention
from verbale.parse.persons import Person
from verbale.parse.tokens import tokenize
from verbale.span import Span

JOINT_TITLE: Final = re.compile(
    r"\bjoint\b.{0,40}\b(?:statement|communiqu|declaration|press release|vision|announcement)|\b(?:leaders|ministers)['’]? (?:joint )?(?:statement|declaration)|\b(?:declaration|communiqu\S+)\b|\bchair(?:man|woman|person)?['’]s (?:press )?(?:statement|release|summary)",
    re.IGNORECASE,
)


SPEECH_TITLE: Final = re.compile(
    r"\b(?:remarks|speech|address|toast|keynote|intervention|lecture|(?:press|opening|closing|media|national) (?:briefing|conference|occasion|encounter|availability|stakeout)|statement|comment)\b[^,;:\n]{0,60}?\bby\s+",
    re.IGNORECASE,
)


UNDER_TITLE: Final = frozenset({"subtitle", "date-line", "source-line", "release-line"})


HONORIFICS: Final = 20
"""Code points of a line before the name of whose speech it announces ("H.E. Dr. …")."""


BY: Final = re.compile(r"By [A-Z]")


REMARKS: Final = re.compile(
    r"\b(?:made|gave|delivered|issued|had) (?:the following|these|this) (?:\w+ ){0,2}(?:remarks|statement|comments?|speech|address|intervention)\b.*:$",
    re.IGNORECASE,
)
"""What a line says behind which somebody's own words follow."""


NEAR: Final = 70
"""Code points behind "by" within which a title names whose speech it is."""


WE_THE: Final = re.compile(r"\s*(?:\d+\.\s*)?We, ")


def asked(label: str, language: Language) -> bool:
    """Say whether a label is that of a question from the press."""
    name = label.lstrip("([ ").rstrip(" :.0123456789")
    return name.lower() in language.press or of_the_press(name, language)


def by_line(text: str, layout: Layout, actors: Actors) -> Person | None:
    """Return the holder of an office who signs an article above its text ("By Ana Brel, Minister for Trade of Kestria")."""
    lines = [p.span for p in layout.furniture if p.kind in {"subtitle", "source-line"} and BY.match(p.span.of(text))]
    written = [p for p in actors.persons if p.titles and any(line.overlaps(m) for line in lines for m in p.mentions)]
    return written[0] if len(written) == 1 else None


def who_speaks(text: str, layout: Layout, actors: Actors) -> Person | None:
    """Return the one whose speech a document is by its title ("Opening remarks by President X"), where no turns are labelled."""
    if not layout.title or any(p.label and not asked(p.label.of(text), actors.language) for p in layout.body):
        return None
    found = SPEECH_TITLE.search(text, *layout.title)
    if not found:
        return by_line(text, layout, actors) or led_in(text, layout, actors) or line_of_speaker(text, layout, actors)
    named = [
        (m, p)
        for p in actors.persons
        for m in p.mentions
        if found.end() <= m.start < found.end() + NEAR and m.end <= layout.title.end
    ]
    office = read_mention(tokenize(text, found.end(), layout.title.end), 0, actors.language, actors.gazetteer)
    if office and office.title and not office.name and not actors.language.spokespersons.isdisjoint(office.title_words):
        return None
    if office and office.title and not office.name:
        held = [p for p in actors.by_title(office) if p.unnamed or not p.qualified or p.state == office.state]
        return held[0] if len(held) == 1 else None
    if not named:
        return None
    mention, person = min(named, key=lambda pair: pair[0])
    return None if text[mention.end : mention.end + 5].lower() == " and " else person


def line_of_speaker(text: str, layout: Layout, actors: Actors) -> Person | None:
    """Return the holder of an office with whose name or office a line under a speech's title begins ("Ana Brel, Minister for Trade")."""
    words = actors.language.words
    body = layout.body[0].span.start if layout.body else 0
    head = [p.span for p in layout.furniture if p.kind in {"title", *UNDER_TITLE} and p.span.end <= body]
    if not any(words.speeches.search(text, *line) for line in head):
        return None
    lines = [line for line in head if not words.speeches.search(text, *line)]
    named = [
        p
        for p in actors.persons
        if p.titles
        and any(line.overlaps(m) and m.start - line.start < HONORIFICS for line in lines for m in p.mentions)
    ]
    return named[0] if len(named) == 1 else None


def led_in(text: str, layout: Layout, actors: Actors) -> Person | None:
    """Return the one whom the line right before the text says to have spoken it ("Minister Ana Brel made the following remarks:")."""
    body = layout.body[0].span.start if layout.body else 0
    line = next((p.span for p in reversed(layout.furniture) if p.span.end <= body), None)
    if not line or not REMARKS.search(text, *line):
        return None
    named = [p for p in actors.persons if p.titles and any(line.overlaps(m) for m in p.mentions)]
    spokes = actors.language.spokespersons
    return named[0] if len(named) == 1 and spokes.isdisjoint(named[0].title_words) else None


def is_joint(text: str, layout: Layout) -> bool:
    """Say whether a document is the sides' own joint statement, by its title or its first words."""
    first = layout.body[0].span if layout.body else Span(0, 0)
    head = [layout.title] if layout.title else []
    head += [
        p.span
        for p in layout.furniture
        if p.kind in {"release-line", "subtitle"} and p.span.end <= first.start and len(p.span.of(text).split()) < 9
    ]
    return any(JOINT_TITLE.search(line.of(text)) for line in head) or bool(WE_THE.match(first.of(text)[:40]))
