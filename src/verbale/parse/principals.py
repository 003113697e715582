"""Who met: the persons of a document who are its principals, by title, lead, roster and speech; it gives no ids."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.companions import above_text, apposed, beside, with_others
from verbale.parse.persons import Person
from verbale.parse.rounds import who_gathered
from verbale.parse.together import brought_together, chairs, former_guest, inviter, of_three_sides
from verbale.span import Span

ROUND: Final = re.compile(
    r"\b(?:meeting|gathering|retreat|talks) of (?:the )?(?:[\w-]+ ){0,3}(?:prime ministers|presidents|premiers|leaders|heads of)\b",
    re.IGNORECASE,
)
"""A meeting of several heads that is called no summit."""


MET: Final = re.compile(
    r"\b(?:met(?: with)?|[Mm]eeting with(?= (?:the )?[\w’-]+ ambassador\b)|held (?:[\w-]+ ){0,4}?(?:talks?|meetings?|conversations?|discussions?|summits?|call) with|called on|was (?:received|briefed|welcomed)(?: in audience)? by|received(?: in audience)? by|spoke (?:[\w-]+ ){0,3}?(?:with|to)|[Tt]alking to|reception for|(?:received|hosted|hosting|receiving) (?=[A-Z]))\s*"
)
"""Words behind which a report names whom a traveller met."""


LONGEST: Final = 250
"""Code points before a name in which its sentence begins."""


SENT: Final = re.compile(
    r"\b(?:letter|message|greetings|invitation|regards|wishes|condolences) (?:from|of)(?:\s+(?:\S*[A-Z.]\S*|the|his|her|of)){0,5}\s+$"
)
"""Words behind which stands who only sent word."""


BESIDES: Final = re.compile(
    r"\b(?:courtesy calls? (?:on|to)|also (?:called on|exchanged)|attended by|in attendance|[Aa]ttending the (?:meeting|talks)|[Tt]aking part in the (?:meeting|talks))\b[^.;]*$"
    r"|^\s*(?:Also|Earlier|Later|Separately|On the same day|The same day|During (?:his|her|the|their) (?:stay|visit))\b[^.;]*\b(?:met|received|talks|called)\b[^.;]*$"
)
"""Words of a sentence behind which it names whom a guest met besides, or who came along."""


MEETINGS: Final = 5
"""Sentences at a report's beginning that tell whom a traveller met, and meetings that each tells of."""


AT_ONCE: Final = 6
"""Code points, an article and a mark at most, before a title at the beginning of a lead ("The Secretary-General met …")."""


NEAR: Final = 30
"""Code points behind such words within which the name or title of the one met begins."""


SPOKESPERSON: Final = re.compile(r"spokes|press secretary|interpreter|moderator|correspondent|reporter", re.IGNORECASE)


def principals(
    actors: Actors, statements: list[Statement], lead: list[Span], title: list[Span], *, joint: bool
) -> list[Person]:
    """Return the persons who meet: those who speak, and those in the title and the first sentence.

    In the sides' own `joint` statement all heads of state and government named there are principals.
    """
    speaking = {
        v.person.key
        for s in statements
        for v in (s.attribution.voice, *s.attribution.also, *s.attribution.sides)
        if v.kind == "person" and v.person
    }
    first = [lead[0]] if lead else []
    told = {p.key for p in actors.persons for m in p.mentions for place in [*first, *title] if place.overlaps(m)}
    opening = frozenset(told)
    heads = [
        p
        for p in actors.persons
        if p.key in told
        and ((p.titles and p.rank < 3) or (p.subject and p.rank == 3 and not p.titles))
        and not p.unnamed
        and not beside(p, actors.text, joint=joint and p.rank == 1)
    ]
    if len(heads) < 2 and lead:
        end = next(
            (
                s.sentence.span.end
                for s in reversed(statements)
                if s.sentence.paragraph == statements[0].sentence.paragraph
            ),
            lead[0].end,
        )
        told |= {p.key for p in actors.persons for m in p.mentions if lead[0].start <= m.start < end}
        heads = [
            p
            for p in actors.persons
            if p.key in told and p.titles and p.rank < 3 and not p.unnamed and not beside(p, actors.text)
        ]
    leading = {p.key for p in heads if not p.former}
    leading |= above_text(actors, first, title)
    if len(heads) < 2:
        leading |= with_others(actors, told, heads)
    if first:
        leading |= {
            p.key
            for p in actors.persons
            if p.unnamed
            and p.rank < 3
            and p.at
            and (p.state or p.at.start - first[0].start < AT_ONCE)
            and first[0].overlaps(p.at)
            and not beside(p, actors.text)
            and not apposed(p.at, actors.text)
        }
    if len(leading) < 2:
        leading |= {p.key for p in actors.persons if p.opposite and p.rank < 3 and not p.former}
    if len(leading) < 2:
        leading |= {p.key for p in actors.persons if p.delegate and (p.state or p.titles)}
        leading |= chairs(actors)
        leading |= met_with(actors, statements) | brought_together(actors, statements)
    leading |= of_three_sides(actors, statements, title)
    leading |= {p.key for p in actors.persons if p.signs and p.rank < 3} if joint else set()
    if not (ours := we_speak_first(statements)):
        leading |= who_gathered(actors, statements)
    leading |= bearers_and_guests(actors, statements, lead[:1] + title)
    leading |= {p.key for p in actors.persons if p.represents} if len(leading) > 1 else set()
    if joint and len(heads) < 2 and len(leading) < 2:
        named = {p.key for p in actors.persons if p.rank == 1 and not p.unnamed and not p.former}
        leading |= named & of_those_listed(actors, statements) if ours else named
    level = 1 if len(heads) > 1 else 3
    sides = {p.state for p in heads if p.state} if len(heads) > 1 else set()
    met = leading | {p.key for p in actors.persons if p.key in speaking and p.rank < 3 and p.titles and not p.unnamed}
    found = [
        p
        for p in actors.persons
        if p.key in leading
        or (
            p.key in speaking
            and p.rank <= level
            and (p.titles or p.subject or p.key in told or len(met) < 2)
            and not SPOKESPERSON.search(" ".join(p.titles))
            and not (len(sides) > 1 and not joint and p.state in sides)
        )
    ]
    letters = any(is_letter(place.of(actors.text), actors.language) for place in title)
    heard = (
        {v.person.key for s in statements if (v := s.attribution.voice).person}
        if on_visit(lead, title, actors.text)
        else set()
    )
    if len(found) < 2 and not letters and (other := inviter(actors, lead) or former_guest(actors, first)):
        found += [other] if other not in found else []
    return found if joint or letters else without_calls(found, opening | heard, actors.text)


def on_visit(lead: list[Span], title: list[Span], text: str) -> bool:
    """Say whether a document tells of a visit and of no talks by its title and first sentence: whom the guest called on, and is heard, he met there."""
    head = " ".join(place.of(text) for place in [*title, *lead[:1]]).lower()
    return "visit" in head and "talks" not in head


def without_calls(found: list[Person], opening: frozenset[int], text: str) -> list[Person]:
    """Return those found without whom a guest met besides or brought a letter of, where two remain and no state goes; `opening` are those named first, and on a visit those heard."""
    kept = [
        p for p in found if not (sent_word(p, text) if p.key in opening else met_besides(p, text) or sent_word(p, text))
    ]
    lost = {p.state for p in found if p.state} - {p.state for p in kept}
    open_still = sum(p.state is None for p in kept)
    return found if len(kept) < 2 or len(lost) > open_still else kept


def sent_word(person: Person, text: str) -> bool:
    """Say whether a person is only named as whose letter or greetings another brought ("handed him a letter from President Brel")."""
    return bool(person.mentions) and all(
        SENT.search(text, max(0, m.start - LONGEST), m.start) is not None for m in person.mentions
    )


def met_besides(person: Person, text: str) -> bool:
    """Say whether a person is first named as one whom a guest met besides the talks ("Brel also called on President Harl")."""
    if not person.mentions:
        return False
    start = person.mentions[0].start
    before = text[max(0, start - LONGEST) : start]
    sentence = re.split(r"[.!?]\s+(?=[A-Z])|\n", before)[-1]
    return BESIDES.search(sentence) is not None


def met_with(actors: Actors, statements: list[Statement]) -> set[int]:
    """Return the keys of heads and ministers whom the first sentences say a traveller met ("met with President X")."""
    found: set[int] = set()
    held = [p for p in actors.persons if p.titles and p.rank < 3 and not p.former and not p.unnamed]
    for s in statements[:MEETINGS]:
        front = s.sentence.front
        if front and MET.search(actors.text, *s.sentence.span):
            found |= {p.key for p in front.subject.persons if p in held and front.subject.how == "name"}
        for met in islice(MET.finditer(actors.text, *s.sentence.span), MEETINGS):
            near = range(met.end(), met.end() + NEAR)
            named = [(m, p) for p in held for m in p.mentions if m.start in near]
            found |= {p.key for _, p in named}
            if named and ";" in actors.text[met.end() : s.sentence.span.end]:
                found |= {
                    p.key for p in held for m in p.mentions if listed_behind(m, met.end(), s.sentence.span, actors)
                }
            ends = {m.end for m, p in named if p.rank == 1}
            found |= {p.key for p in held if p.rank == 1 and any(joined_to(m, ends, actors.text) for m in p.mentions)}
    return found


def listed_behind(place: Span, start: int, sentence: Span, actors: Actors) -> bool:
    """Say whether a mention stands in a list with semicolons behind a meeting ("held meetings with A, Premier of Xia; B, Premier of Yia; and C")."""
    if not start < place.start < sentence.end:
        return False
    return actors.text[start : place.start].rstrip().removesuffix(" and").endswith(";")


def joined_to(place: Span, ends: set[int], text: str) -> bool:
    """Say whether "and" joins a head to one whose mention ends at one of some places ("met President Brel and Prime Minister Harl")."""
    before = text[max(0, place.start - 5) : place.start]
    return before.endswith(" and ") and place.start - 5 in ends


def is_summit(words: str, language: Language) -> bool:
    """Say whether a title or lead tells of a meeting of several heads; cheap signs of one are looked for first."""
    low = words.lower()
    if ("summit" in low or "heads of state" in low) and language.words.summits.search(words):
        return True
    return " of " in low and ROUND.search(words) is not None


def is_letter(words: str, language: Language) -> bool:
    """Say whether a title or lead tells of a letter."""
    low = words.lower()
    return ("letter" in low or "message" in low) and language.words.letters_titled.search(words) is not None


def we_speak_first(statements: list[Statement]) -> bool:
    """Say whether those who met say "we" and are not named in it ("We, the Leaders of the Lakes, …"): whom they name later, they thank or welcome."""
    return any(s.sentence.lows[:2] == ["we", ","] for s in statements[:3])


def of_those_listed(actors: Actors, statements: list[Statement]) -> set[int]:
    """Return the keys of those whose states are listed where "we" say who they are ("We, the Presidents of Kestria and Orvland, …")."""
    first = next((s.sentence.tokens for s in statements[:3] if s.sentence.lows[:2] == ["we", ","]), [])
    listed = {found[0] for k in range(len(first)) if (found := actors.gazetteer.name(first, k))}
    return {p.key for p in actors.persons if p.state in listed}


def bearers_and_guests(actors: Actors, statements: list[Statement], heading: list[Span]) -> set[int]:
    """Return the keys of those who handed over a letter, and of the heads who a summit's report says attended it."""
    found: set[int] = set()
    summit = any(is_summit(place.of(actors.text), actors.language) for place in heading)
    letter = any(is_letter(place.of(actors.text), actors.language) for place in heading)
    if not summit and not letter:
        return found
    known = [p for p in actors.persons if p.titles and p.state and p.rank < 3 and not p.former]
    listed = False
    for n, s in enumerate(statements):
        listed = listed and s.sentence.item
        if n > 5 and not listed:
            break
        words = s.sentence.span.of(actors.text)
        named = sorted(
            ((m, p) for p in known for m in p.mentions if s.sentence.span.overlaps(m)), key=lambda pair: pair[0]
        )
        if summit and (listed or actors.language.words.guests_told.search(words)):
            begin = s.sentence.span.start + AT_ONCE
            found |= {p.key for m, p in named if p.rank == 1 or (listed and m.start < begin)}
            listed = listed or s.sentence.ends_colon
        named = [(m, p) for m, p in named if not p.unnamed]
        if letter and (handed := actors.language.words.bearing.search(words)):
            place = s.sentence.span.start + handed.end()
            passive = re.match(r"(?: over)?(?: \S+){0,6}? by\b", words[handed.end() :])
            behind = [p for m, p in named if m.start >= place]
            before = [p for m, p in named if m.start < place]
            found |= {p.key for p in (behind[:1] if passive else before[-1:])}
    return found
