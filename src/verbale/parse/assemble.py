"""Puts what the parser found into a record: participants and their roles, ids, labels, themes; it attributes nothing new."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from verbale.authority import Authority
from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.furniture import Layout
from verbale.parse.homes import infer_states
from verbale.parse.identifiers import KnownIds, actor_id
from verbale.parse.names import read_name
from verbale.parse.people import read_mention
from verbale.parse.persons import Person
from verbale.parse.reading import Voice
from verbale.record import Participant, Party
from verbale.span import Span

ROSTER: Final = re.compile(
    r"\b(?:attended|present|joined by|accompanied by|took part|taking part|participated|attending|in attendance|included|was joined|were joined|delegation)\b",
    re.IGNORECASE,
)


SUMMIT: Final = re.compile(r"\bsummit\b", re.IGNORECASE)
LETTER: Final = re.compile(r"\b(?:letter|message)\b", re.IGNORECASE)
BEARER: Final = re.compile(r"\b(?:delivered|handed|presented|conveyed)\b")
GUESTS: Final = re.compile(r"\b(?:attended|participation|took part|chaired|hosted by)\b")


SPOKESPERSON: Final = re.compile(r"spokes|press secretary|interpreter|moderator|correspondent|reporter", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cast:
    """The participants and parties of a record, and the id of each voice."""

    participants: tuple[Participant, ...]
    parties: tuple[Party, ...]
    persons: Mapping[int, str]
    states: Mapping[str, str]

    def id_of(self, voice: Voice) -> str:
        """Return the id that a statement gives for a voice."""
        if voice.kind == "person" and voice.person:
            return self.persons[voice.person.key]
        if voice.kind == "party" and voice.party:
            return self.states[voice.party]
        return voice.kind


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
    heads = [
        p
        for p in actors.persons
        if p.key in told
        and ((p.titles and p.rank < 3) or (p.subject and p.rank == 3 and not p.titles))
        and not p.unnamed
        and not beside(p, actors.text)
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
    if joint and len(heads) < 2:
        leading |= {p.key for p in actors.persons if p.rank == 1 and not p.unnamed and not p.former}
    leading |= bearers_and_guests(actors, statements, lead[:1] + title)
    level = 1 if len(heads) > 1 else 3
    return [
        p
        for p in actors.persons
        if p.key in leading or (p.key in speaking and p.rank <= level and not SPOKESPERSON.search(" ".join(p.titles)))
    ]


def bearers_and_guests(actors: Actors, statements: list[Statement], heading: list[Span]) -> set[int]:
    """Return the keys of those who handed over a letter, and of the heads who a summit's report says attended it."""
    found: set[int] = set()
    summit = any(SUMMIT.search(actors.text, *place) for place in heading)
    letter = any(LETTER.search(actors.text, *place) for place in heading)
    if not summit and not letter:
        return found
    known = [p for p in actors.persons if p.titles and p.state and p.rank < 3 and not p.former and not p.unnamed]
    for s in statements[:6]:
        words = s.sentence.span.of(actors.text)
        named = sorted(
            ((m, p) for p in known for m in p.mentions if s.sentence.span.overlaps(m)), key=lambda pair: pair[0]
        )
        if summit and GUESTS.search(words):
            found |= {p.key for _, p in named if p.rank == 1}
        if letter and (handed := BEARER.search(words)):
            place = s.sentence.span.start + handed.end()
            passive = re.match(r"(?: over)?(?: \S+){0,6}? by\b", words[handed.end() :])
            behind = [p for m, p in named if m.start >= place]
            before = [p for m, p in named if m.start < place]
            found |= {p.key for p in (behind[:1] if passive else before[-1:])}
    return found


def beside(person: Person, text: str) -> bool:
    """Say whether a person's first mention stands behind words that make him a companion ("accompanied by")."""
    before = text[max(0, person.at.start - 250) : person.at.start] if person.at else ""
    near = re.search(
        r"\b(?:together with|alongside|in the presence of|invitation of|behalf of)\s+(?:\S+\s+){0,3}$", before
    )
    return bool(near or re.search(r"\b(?:accompanied|joined|flanked) by\b[^.]*(?:\b[A-Z]\.[^.]*)*$", before))


def attending(
    text: str, actors: Actors, statements: list[Statement], chosen: list[Person]
) -> list[tuple[str, str | None, str | None, Span, Person | None]]:
    """Return those whom rosters name besides the principals: name, title, state, place, and the person where one is known."""
    found: list[tuple[str, str | None, str | None, Span, Person | None]] = []
    seen = {p.key for p in chosen}
    for s in statements:
        if s.attribution.voice.kind != "narrator" or not ROSTER.search(s.sentence.span.of(text)):
            continue
        tokens = s.sentence.tokens
        k = 0
        while k < len(tokens):
            person, end = actors.name_at(tokens, k)
            mention = (
                read_mention(tokens, k, actors.language, actors.gazetteer)
                if tokens[k].capital or tokens[k].low == "the"
                else None
            )
            if mention and mention.name and mention.name_span:
                known = actors.find(mention)
                if known and known.key not in seen:
                    seen.add(known.key)
                    found.append(
                        (
                            known.label,
                            known.titles[0] if known.titles else None,
                            known.state,
                            known.at or mention.span,
                            known,
                        )
                    )
                k = mention.last
                continue
            if len(person) == 1 and end > k:
                if person[0].key not in seen and not person[0].titles:
                    seen.add(person[0].key)
                    found.append(
                        (person[0].label, None, person[0].state, Span(tokens[k].start, tokens[end - 1].end), person[0])
                    )
                k = end
                continue
            end = read_name(tokens, k, actors.language)
            bounded = (
                (k == 0 or tokens[k - 1].text in {",", ":"} or tokens[k - 1].low in {"and", "by", "were", "with"})
                and end < len(tokens)
                and (
                    tokens[end].text in {",", ";", ".", "("}
                    or tokens[end].low in {"and", "attended", "were", "participated"}
                )
            )
            if (
                2 <= end - k <= 4
                and bounded
                and not actors.gazetteer.name(tokens, k)
                and actors.gazetteer.demonym(tokens, k)[0] is None
            ):
                span = Span(tokens[k].start, tokens[end - 1].end)
                found.append((" ".join(span.of(text).split()), None, None, span, None))
            k = max(end, k + 1)
    return found


def cast(
    text: str,
    actors: Actors,
    statements: list[Statement],
    layout: Layout,
    known: KnownIds,
    authority: Authority,
    *,
    joint: bool,
) -> Cast:
    """Return participants and parties with their ids, in the order of first mention."""
    lead = [s.sentence.span for s in statements[:2]]
    chosen = sorted(
        principals(
            actors, statements, lead, [p.span for p in layout.furniture if p.kind in {"title", "subtitle"}], joint=joint
        ),
        key=lambda p: p.at or Span(0, 0),
    )
    infer_states(text, actors, chosen, statements, layout)
    given: dict[str, None] = {}
    persons: dict[int, str] = {}
    shown: list[Participant] = []
    for p in chosen:
        id_ = actor_id(p.label, p.state, known, authority, given)
        given[id_] = None
        persons[p.key] = id_
        state = actors.gazetteer.shown(p.state) if p.state else None
        shown.append(
            Participant(id=id_, name=p.spelled or None, title=title_of(p), state=state, role="principal", at=p.at)
        )
    for name, title, state, at, person in attending(text, actors, statements, chosen):
        id_ = actor_id(name, state, known, authority, given)
        given[id_] = None
        shown.append(Participant(id=id_, name=name, title=title, state=state, role="attending", at=at))
        if person:
            persons[person.key] = id_
    for s in statements:
        for voice in (s.attribution.voice, *s.attribution.also, *s.attribution.sides):
            if voice.person and voice.person.key not in persons:
                id_ = actor_id(voice.person.label, voice.person.state, known, authority, given)
                given[id_] = None
                persons[voice.person.key] = id_
                p = voice.person
                shown.append(
                    Participant(
                        id=id_,
                        name=p.spelled or None,
                        title=p.titles[0] if p.titles else None,
                        state=p.state,
                        role="attending",
                        at=p.at,
                    )
                )
    states: dict[str, str] = {}
    for s in statements:
        for voice in (s.attribution.voice, *s.attribution.also, *s.attribution.sides):
            if voice.party and voice.party not in states:
                states[voice.party] = actor_id(voice.party, None, known, authority, given)
                given[states[voice.party]] = None
    return Cast(
        tuple(shown),
        tuple(Party(id=i, name=actors.gazetteer.shown(n)) for n, i in states.items()),
        MappingProxyType(persons),
        MappingProxyType(states),
    )


def title_of(person: Person) -> str | None:
    """Return a person's first title, an office before "Head of State", capitals of a label or headline made small."""
    title = first_title(person)
    if not title or "/" in title:
        return title
    return " ".join(w.capitalize() if len(w) > 4 and w.isupper() else w for w in title.split(" ")).replace(
        " OF ", " of "
    )


def first_title(person: Person) -> str | None:
    """Return a person's first title as written, an office before "Head of State"."""
    spelled = {"pm": "Prime Minister", "amb": "Ambassador"}
    if person.titles and (
        longer := next((t for t in person.titles[1:] if t.startswith(person.titles[0] + " and ")), None)
    ):
        return longer
    if person.titles and person.titles[0].lower() in {"minister", "secretary", "pm", "amb", "president", "premier"}:
        first = person.titles[0].lower()
        fuller = next(
            (t for t in person.titles[1:] if first in t.lower().split() and not t.lower().startswith("vice")), None
        )
        if fuller or first in spelled:
            return fuller or spelled[first]
    minor = re.compile(
        r"head of|^(?:senator|sens?|dr|prof|professor|sir|dame|mp|member|doctor|lord|baroness|sheikha?"
        r"|(?:lt\.? |lieutenant |maj\.? |major |brig\.? |field |senior )?(?:gen|general|colonel|col|admiral|adm|marshal|captain|capt)\.?)$",
        re.IGNORECASE,
    )
    return next((t for t in person.titles if not minor.search(t)), person.titles[0] if person.titles else None)
