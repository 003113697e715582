"""Puts what the parser found into a record: participants and their roles, ids, labels, themes; it attributes nothing new."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from verbale.authority import Authority
from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.furniture import Layout
from verbale.parse.identifiers import KnownIds, actor_id
from verbale.parse.inferring import infer_states
from verbale.parse.names import read_name
from verbale.parse.people import read_mention
from verbale.parse.persons import Person
from verbale.parse.principals import principals
from verbale.parse.reading import Voice
from verbale.parse.tokens import titled
from verbale.record import Participant, Party
from verbale.span import Span

MINOR: Final = re.compile(
    r"head of|^(?:prince|princess|senator|sens?|dr|prof|professor|sir|dame|mp|member|doctor|lord|baroness|sheikha?"
    r"|(?:lt\.? |lieutenant |maj\.? |major |brig\.? |field |senior )?(?:gen|general|colonel|col|admiral|adm|marshal|captain|capt)\.?)$",
    re.IGNORECASE,
)
"""Titles beside which a person is called by another that he has."""


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


def is_roster(words: str, language: Language) -> bool:
    """Say whether a sentence may tell who was there."""
    return (
        any(map(words.lower().__contains__, language.words.attendance_signs))
        and language.words.attendance.search(words) is not None
    )


def attending(
    text: str, actors: Actors, statements: list[Statement], chosen: list[Person]
) -> list[tuple[str, str | None, str | None, Span, Person | None]]:
    """Return those whom rosters name besides the principals: name, title, state, place, and the person where one is known."""
    words = actors.language.words
    found: list[tuple[str, str | None, str | None, Span, Person | None]] = []
    seen = {p.key for p in chosen}
    for s in statements:
        if s.attribution.voice.kind != "narrator" or not is_roster(s.sentence.span.of(text), actors.language):
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
                (k == 0 or tokens[k - 1].text in {",", ":"} or tokens[k - 1].low in words.before_attending)
                and end < len(tokens)
                and (tokens[end].text in {",", ";", ".", "("} or tokens[end].low in words.behind_attending)
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
            Participant(
                id=id_, name=name_of(p), title=title_of(p, actors.language), state=state, role="principal", at=p.at
            )
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
                        name=name_of(p),
                        title=p.titles[0] if p.titles else p.past,
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


def name_of(person: Person) -> str | None:
    """Return a person's name, one that stands in capitals throughout with first capitals only ("PRESIDENT TALVIK:" gives "Talvik")."""
    words = person.spelled.split(" ")
    shouted = len(words) > 1 or any(t.isupper() and len(t) > 3 for t in person.titles)
    capitals = all(w.isupper() and (len(w) > 3 or shouted) for w in words)
    return (titled(person.spelled) if capitals else person.spelled) or None


def title_of(person: Person, language: Language) -> str | None:
    """Return a person's first title, an office before "Head of State", capitals of a label or headline made small."""
    title = first_title(person, language)
    if not title or "/" in title:
        return title
    words = title.split(" ")
    if sum(w.isupper() for w in words) * 2 <= len(words):
        return title
    return " ".join(w.capitalize() if len(w) > 4 and w.isupper() else w for w in words).replace(" OF ", " of ")


def first_title(person: Person, language: Language) -> str | None:
    """Return a person's first title as written, an office before "Head of State"."""
    spelled = language.words.titles_spelled
    if person.titles and (
        longer := next((t for t in person.titles[1:] if t.startswith(person.titles[0] + " and ")), None)
    ):
        return longer
    if person.titles and (
        person.titles[0].lower() in language.words.plain_titles or person.titles[0].lower() in spelled
    ):
        first = person.titles[0].lower()
        fuller = next(
            (t for t in person.titles[1:] if first in t.lower().split() and not t.lower().startswith("vice")), None
        )
        if fuller or first in spelled:
            return fuller or spelled[first]
    return next((t for t in person.titles if not MINOR.search(t)), person.titles[0] if person.titles else person.past)
