"""Where a meeting was, as its lead or dateline says; other facts of the head are for `header`."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.furniture import Layout, Piece
from verbale.parse.placenames import NAME, WORD, dateline_place, is_hall, named_place, names_house, places
from verbale.parse.sites import toured
from verbale.parse.tokens import titled, tokenize
from verbale.span import Span

WELCOMED: Final = re.compile(
    r"\b(?:welcom(?:ed|es|ing|e(?= to the ))|hosted|hosts|received|receives|greeted)\b(?P<whom>[^;]{1,200}?)\b(?<!according )(?<!thanks )(?<!trip )(?<!visit )(?<!journey )to\s+(?P<the>the\s+)?"
    + NAME
)


CALLED_AT: Final = re.compile(
    r"\b(?:visited|arrived at|called at|came to)\s+(?P<the>the\s+)?" + NAME + r",?\s+where\s+(?:he|she|they|the)\b"
)
"""What a report says of a house to which a guest came ("visited the Ministry of Trade, where he was received by …")."""


VISITED: Final = re.compile(
    r"\b(?:(?:[Vv]isits?|[Tt]rip|[Tt]ravell?ed)\s+to|[Vv]isiting|visited)\s+(?P<the>the\s+)?" + NAME
)


WHERE: Final = re.compile(
    r"^[ \t]*(?:WHERE|Where|VENUE|Venue|LOCATION|Location|PLACE|Place)\s*:\s*(?P<name>[A-Z][^\n:;(]{2,60})$",
    re.MULTILINE,
)
"""The line of a media note that tells where it was."""


GUEST: Final = re.compile(r"\bwho (?:is|was|are|were)\b[^.;,]*$")
"""Words before a visit that only tells why a guest is there."""


CAME_TOGETHER: Final = re.compile(
    r"\b(?:called on|held (?:\w+[ -]){0,4}?(?:talks|discussions|consultations|meeting)|(?:talks|discussions|consultations|meeting) (?:was|were) held|met(?: with)?(?: \w+){0,6}|were received|(?:during|at) (?:the|their) (?:official )?(?:talks|meeting|negotiations|consultations)(?= in ))\b(?! (?:last|in \d))",
    re.IGNORECASE,
)
"""Words of a sentence that tells of the talks themselves, as a joint statement does in its second paragraph."""


ANOTHER_TIME: Final = re.compile(r"\b(?:will|next|last|previous(?:ly)?|earlier|in \d{4}|when they)\b", re.IGNORECASE)
"""Words of a sentence that tells of another meeting."""


HERE: Final = re.compile(r"\bhere\b")


OF_SERVICE: Final = re.compile(rf"\s*({WORD}(?: {WORD}){{0,2}}) \([^()\n]{{2,40}} (?:Service|Agency|Bureau)\)[ \t]*\n")
"""A first line with the town and the service that puts a text out ("Norr (Party Press Service)"): the town of its "here"."""


GREETING: Final = re.compile(
    r"\b(?:[Ww]elcome|(?:to|glad|pleased|happy) (?:see|welcome|receive|greet) you(?: all)?|(?:to )?welcome you(?: all)?)(?: here)? (?:in|to) (?P<the>the )?"
    + NAME
)
"""What a host says to his guest in a transcript ("It is a pleasure to see you here in Port Sable.")."""


HELD: Final = re.compile(r"\b(?:held|took place|convened|gathered) in (?:the )?$")
"""Words right before the name of where a meeting was, though the sentence names another place before it."""


MEETING_AT: Final = re.compile(
    r"\b(?:during|at|in) (?:a|an|their|the) (?:[\w-]+ )?(?:meeting|talks) (?:in|at) (?:the )?$"
)
"""Words right before where a meeting was, whatever place the sentence names of something that they spoke about."""


HELD_AT: Final = re.compile(r"\b(?:held|took place|convened|gathered) at (?:the )?$")


def find_place(text: str, layout: Layout, lead: list[Span], actors: Actors) -> tuple[str, Span] | None:
    """Return the place, with where it stands: what the lead says, else "here", a line of its own, an agency's dateline, or where the visit led."""
    if layout.body and (noted := WHERE.search(text, 0, layout.body[0].span.end)):
        venue = Span(*noted.span("name")).trim(text)
        return venue.of(text), venue
    for sentence in lead[:2]:
        if greeted := named_place(text, WELCOMED.search(text, sentence.start, sentence.end), actors, states=False):
            return greeted.of(text), greeted
        if called := named_place(text, CALLED_AT.search(text, *sentence), actors, states=False):
            return called.of(text), called
    dateline = next((p for p in layout.furniture if p.kind == "dateline"), None)
    found = [c for s in lead[:1] for c in places(text, s, actors)] or [
        c
        for s in lead[1:2]
        for c in places(text, s, actors)
        if actors.language.words.taking_place.search(s.of(text))
        or (c[0] == "in" and actors.language.words.remarked.search(s.of(text)))
        or (c[0] == "at" and talked_there(text, s, c[1], actors.language))
    ]
    towns = [c for c in found if c[0] == "in"]
    if lead and (dateline or not towns) and any(HERE.search(s.of(text)) for s in lead):
        if dateline:
            found = towns = []
        elif put_out := OF_SERVICE.match(text):
            return put_out[1], Span(*put_out.span(1))
    chosen = next((c for c in towns if HELD.search(text, max(0, c[1].start - 25), c[1].start)), None)
    chosen = chosen or next((c for c in found if MEETING_AT.search(text, max(0, c[1].start - 40), c[1].start)), None)
    chosen = chosen or next((c for c in found if c[0] == "at" and told_at(text, c[1], actors.language)), None)
    chosen = chosen or next((c for s in lead[1:2] for c in found if welcomed_at(text, s, c, actors.language)), None)
    chosen = chosen or next(iter(towns or found), None)
    if chosen and (house := house_of_room(text, chosen[1], layout, actors)):
        return house.of(text), house
    if towns and found[0][0] == "at" and text[found[0][1].end : towns[0][1].start].count(" ") > 3:
        chosen = found[0]
    lined = next(
        (span for p in layout.furniture if p.kind == "date-line" and (span := dateline_place(text, p, actors))), None
    )
    if chosen and chosen[0] == "near" and (lined or dateline):
        chosen = None
    if chosen and (lined or dateline) and actors.gazetteer.name(tokenize(text, *chosen[1]), 0):
        chosen = None
    if chosen:
        return chosen[1].of(text), chosen[1]
    body = layout.body[0].span.start if layout.body else 0
    rooms = [
        p
        for p in layout.furniture
        if p.kind in {"subtitle", "date-line"} and p.span.end <= body and is_hall(text, p, actors.language)
    ]
    if rooms:
        words = rooms[0].span.of(text)
        return (titled(words) if words.isupper() else words), rooms[0].span
    led = next((span for s in lead[:1] if (span := toured(text, s, actors) or visited_place(text, s, actors))), None)
    if led and names_house(led.of(text), actors.language):
        return led.of(text), led
    for piece in [
        dateline,
        *(p for p in layout.furniture if p.kind == "date-line"),
        *above_dates(text, layout, actors.language),
    ]:
        if piece and (span := dateline_place(text, piece, actors)):
            if led and piece.span.start > body and not same_state(text, span, led, actors):
                continue
            words = span.of(text)
            return (titled(words) if words.isupper() and len(words) > 3 else words), span
    if led:
        return led.of(text), led
    if layout.title and is_hall(text, Piece("title", layout.title), actors.language):
        return layout.title.of(text), layout.title
    if layout.title and (hall := hall_in_title(text, layout.title, actors.language)):
        return hall.of(text), hall
    headed = next((c[1] for c in places(text, layout.title, actors) if c[0] == "in"), None) if layout.title else None
    if headed and not actors.gazetteer.name(tokenize(text, *headed), 0):
        return headed.of(text), headed
    pictured = next(
        (c[1] for p in layout.furniture if p.kind == "caption" for c in places(text, p.span, actors) if c[0] == "in"),
        None,
    )
    greeting = (GREETING.search(text, *sentence) for sentence in lead[:3])
    spoken = next((span for m in greeting if (span := named_place(text, m, actors, states=False))), None)
    last = pictured or spoken
    return (last.of(text), last) if last else None


def hall_in_title(text: str, title: Span, language: Language) -> Span | None:
    """Return the house, with its town, behind the last dash of a title ("Press conference – Parliament House, Norr")."""
    found = LAST_PART.search(text, *title) or AT_HALL.search(text, *title)
    name = found["name"] if found else ""
    words = {w.lower().strip(",") for w in name.split()}
    held = not language.hall_words.isdisjoint(words) and language.titles.keys().isdisjoint(words)
    return Span(*found.span("name")) if found and held else None


AT_HALL: Final = re.compile(rf"\bat (?:the )?(?P<name>{WORD}(?:\s(?:of\s|the\s)*{WORD}){{0,5}}),?(?:\s\d[^\n]*)?$")
"""The end of a title that tells in which house somebody spoke ("… at the Federal Chancellery, 19 September")."""


LAST_PART: Final = re.compile(
    rf"(?:\s[-–—|]|,)\s+(?P<name>{WORD}(?:\s(?:of\s|the\s)*{WORD}){{0,5}}(?:,\s{WORD}(?:\s{WORD})?)?)\s*$"
)


def told_at(text: str, span: Span, language: Language) -> bool:
    """Say whether the text says in so many words that a meeting was in the house that it names ("which took place at Qasr Brel in Norr")."""
    house = not language.hall_words.isdisjoint(span.of(text).lower().split())
    return house and HELD_AT.search(text, max(0, span.start - 25), span.start) is not None


def house_of_room(text: str, span: Span, layout: Layout, actors: Actors) -> Span | None:
    """Return the house that a line with the day names, where the text names only a room ("in the Main Hall")."""
    if span.of(text).lower().split()[-1] not in {"hall", "room"} or " of " in span.of(text):
        return None
    named = (dateline_place(text, p, actors) for p in layout.furniture if p.kind == "date-line")
    return next(
        (h for h in named if h and not actors.language.words.great_houses.isdisjoint(h.of(text).lower().split())), None
    )


def talked_there(text: str, sentence: Span, span: Span, language: Language) -> bool:
    """Say whether a sentence names a house behind the talks that were there ("gave the directive after talks with … at State House")."""
    house = not language.hall_words.isdisjoint(span.of(text).lower().replace(",", "").split())
    return (
        house
        and TALKS_AT.search(text, sentence.start, span.start) is not None
        and ANOTHER_TIME.search(text, *sentence) is None
    )


def welcomed_at(text: str, sentence: Span, place: tuple[str, Span], language: Language) -> bool:
    """Say whether a sentence behind the first names the house at which a guest was welcomed ("She welcomed him at Qasr Brel in Norr")."""
    return place[0] == "at" and sentence.overlaps(place[1]) and talked_there(text, sentence, place[1], language)


TALKS_AT: Final = re.compile(
    r"\b(?:after|during|following|at|in|held|had) (?:[\w-]+ ){0,3}?(?:talks|meeting|discussions|consultations|audience)\b[^;]*? at (?:the )?$"
    r"|\b(?:welcomed|received|greeted|hosted) [^;]*? at (?:the )?$"
)
"""Words between talks and the house where they were."""


def place_told(text: str, sentences: list[Span], actors: Actors) -> tuple[str, Span] | None:
    """Return where sentences behind the lead say that the sides came together ("The two Presidents held talks in Port Sable")."""
    for sentence in sentences:
        told = CAME_TOGETHER.search(text, *sentence)
        if not told or ANOTHER_TIME.search(text, *sentence):
            continue
        for word, span in places(text, sentence, actors):
            if word == "at" and actors.language.hall_words.isdisjoint(span.of(text).lower().split()):
                continue
            if span.start >= told.start() and not actors.gazetteer.name(tokenize(text, *span), 0):
                return span.of(text), span
    return None


def seat_told(text: str, sentences: list[Span], state: Span, actors: Actors) -> Span | None:
    """Return the capital of a state that was, or will be, visited, where sentences behind the lead name it ("the meetings that she will hold in Norr")."""
    named = (span for s in sentences for word, span in places(text, s, actors) if word == "in")
    return next((span for span in named if same_state(text, span, state, actors)), None)


def visited_place(text: str, sentence: Span, actors: Actors) -> Span | None:
    """Return where a sentence says that a visit led; that a guest "is visiting" his host's state tells no place in it."""
    found = VISITED.search(text, *sentence)
    span = named_place(text, found, actors, states=True)
    guest = found is not None and GUEST.search(text, sentence.start, found.start())
    return None if span and guest and actors.gazetteer.name(tokenize(text, *span), 0) else span


def same_state(text: str, town: Span, visited: Span, actors: Actors) -> bool:
    """Say whether a town is the seat of the state that a visit led to: else the line was written elsewhere."""
    seat = actors.gazetteer.metonym(tokenize(text, *town), 0)
    state = actors.gazetteer.name(tokenize(text, *visited), 0)
    return seat is not None and state is not None and seat[0] == state[0]


def alone_in_line(text: str, piece: Piece, language: Language) -> bool:
    """Say whether a line of the head is a name in capitals and nothing that a town has not in its own ("New York")."""
    words = piece.span.of(text).replace(",", "").split()
    lows = [w.lower() for w in words]
    spoken = any(w in language.titles or w in language.verbs or w in language.weekdays for w in lows)
    return (
        all(w[0].isupper() for w in words) and not spoken and not set(words) & (language.not_towns | language.starters)
    )


def names_office(line: str, language: Language) -> bool:
    """Say whether a short line is the office or unit of whoever signs, and no town ("Public Relations Officer")."""
    low = {w.lower() for w in line.split()}
    return bool(low & (language.titles.keys() | language.words.offices_signing))


def above_dates(text: str, layout: Layout, language: Language) -> list[Piece]:
    """Return the short lines of the head or foot right above a date ("New Delhi / March 13, 2019"), and a town that is the foot's last line."""
    pairs = zip(layout.furniture, layout.furniture[1:], strict=False)
    last = layout.furniture[-1:]
    alone = [p for p in last if p.kind == "notice" and p.span.of(text) in language.capitals]
    return alone + [
        p
        for p, following in pairs
        if (p.kind == "notice" or (p.kind in {"subtitle", "release-line"} and alone_in_line(text, p, language)))
        and following.kind == "date-line"
        and len(p.span.of(text).split()) < 4
        and not names_office(p.span.of(text), language)
        and language.not_towns.isdisjoint(p.span.of(text).replace(",", "").split())
        and not text[p.span.end : following.span.start].strip()
    ]
