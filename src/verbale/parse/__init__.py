"""A source to a record, by the rules of the genre; no I/O, and nothing here knows any one document."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from verbale.authority import Authority
from verbale.language import Language, load
from verbale.parse.actors import Actors
from verbale.parse.assemble import Cast, cast
from verbale.parse.attribution import Statement, attribute_all
from verbale.parse.called import states_of_roles
from verbale.parse.collecting import collect
from verbale.parse.counterparts import share_plural_title
from verbale.parse.floors import is_joint, who_speaks
from verbale.parse.furniture import Layout, Piece, lay_out
from verbale.parse.header import Header, read_header
from verbale.parse.headings import label_of, point_ids
from verbale.parse.homes import home_state, settle_home, share_state
from verbale.parse.identifiers import KnownIds, free, record_id
from verbale.parse.institutions import institution, is_statement
from verbale.parse.letters import signer
from verbale.parse.points import Point, find_points
from verbale.parse.reading import Frame
from verbale.parse.signatures import sign_for_states
from verbale.parse.themes import Vocabulary, compile_vocabulary, find_themes
from verbale.parse.tokens import tokenize
from verbale.record import AgreedPoint, Event, Furniture, Record, SourceEntry
from verbale.record import Statement as RecordStatement
from verbale.source import Source

__all__ = ["KnownIds", "Reading", "Vocabulary", "compile_vocabulary", "parse", "read"]


OPENING: Final = 8
"""Sentences of the body in which facts of the event are looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A source taken apart, before it is a record: what `parse --explain` shows."""

    source: Source
    layout: Layout
    actors: Actors
    statements: list[Statement]
    stages: list[Piece]
    header: Header


def read(source: Source, *, language: str = "en", why: bool = False) -> Reading:
    """Take a source apart; with `why` each statement carries what every rule would have answered."""
    words = load(language)
    text = source.text
    layout = lay_out(text, words)
    spoken = [p for p in layout.body if not p.label_only]
    streams = {p.span.start: tokenize(text, *p.span) for p in spoken}
    actors = collect(
        text,
        list(streams.values()),
        [p.label for p in layout.body if p.label],
        layout.title,
        words,
        [p.span for p in layout.furniture if may_name(text, p, words)],
    )
    signing = signer(text, layout, actors)
    sign_for_states(text, layout, actors)
    if layout.body:
        share_plural_title(actors, layout.body[0].span.end)
    states_of_roles(actors, streams.values())
    home = home_state(text, layout, actors)
    settle_home(actors, home, streams.values())
    share_state(actors)
    joint = is_joint(text, layout)
    floor = signing or (None if joint else who_speaks(text, layout, actors))
    own = not joint and is_statement(text, layout)
    statements, stages = attribute_all(
        text,
        layout.body,
        streams,
        actors,
        frame=Frame(joint, home, floor, own, institution(text, layout, actors) if own else None),
        why=why,
    )
    header = read_header(text, layout, actors, [s.sentence.span for s in statements[:OPENING]])
    return Reading(source, layout, actors, statements, stages, header)


def may_name(text: str, piece: Piece, language: Language) -> bool:
    """Say whether a line around the text may present a person: a caption, or a line of the head; a dated one where it has a title."""
    if piece.kind == "date-line":
        return not language.titles.keys().isdisjoint(piece.span.of(text).lower().replace(",", " ").split())
    return piece.kind in {"caption", "subtitle", "release-line", "source-line"}


def parse(
    source: Source,
    authority: Authority,
    *,
    known: KnownIds = KnownIds(),  # noqa: B008 - frozen
    vocabulary: Vocabulary | None = None,
    language: str = "en",
) -> Record:
    """Return the record of a source: who says each sentence and why, what the sides agreed, and where it stands.

    `authority` gives themes and speakers, `known` the ids that the archive has given already; a record's id that is
    taken gets `-2`, `-3`, while its event keeps the id without. A caller with many sources compiles `vocabulary` of the
    authority's themes once.
    """
    reading = read(source, language=language)
    terms = compile_vocabulary(authority) if vocabulary is None else vocabulary
    return record_of(reading, load(language), authority, terms, known)


def record_of(
    reading: Reading, language: Language, authority: Authority, vocabulary: Vocabulary, known: KnownIds
) -> Record:
    """Return the record that a reading makes."""
    text, layout, header = reading.source.text, reading.layout, reading.header
    people = cast(text, reading.actors, reading.statements, layout, known, authority, joint=is_joint(text, layout))
    title = " ".join(layout.title.of(text).split()) if layout.title else "Untitled"
    event_id = record_id(header.date, [p.id for p in people.participants if p.role == "principal"], title)
    statements = [record_statement(s, people, text, vocabulary) for s in reading.statements]
    points = agreed(reading, text)
    labels = [label_of(point.span.of(text)) for _, point in points]
    ids = point_ids(labels)
    return Record(
        id=free(event_id, known.records),
        title=title,
        language=language.code,
        source=SourceEntry(
            path=reading.source.path, sha256=reading.source.sha256, section=header.section, publisher=header.publisher
        ),
        event=Event(
            id=event_id,
            date=header.date,
            time=header.time,
            kind=header.kind,
            medium=header.medium,
            place=header.place,
            at=MappingProxyType(dict(sorted(header.at.items()))),
        ),
        participants=people.participants,
        parties=people.parties,
        furniture=tuple(
            Furniture(kind=p.kind, at=p.span, text=p.span.of(text))
            for p in sorted([*layout.furniture, *reading.stages], key=lambda p: p.span)
        ),
        statements=tuple(statements),
        agreed=tuple(
            AgreedPoint(
                id=ids[n],
                statement=statement_id(index),
                at=point.span,
                act=point.act,
                verb=point.verb,
                label=labels[n],
                themes=find_themes(text, *point.span, vocabulary),
                text=point.span.of(text),
            )
            for n, (index, point) in enumerate(points)
        ),
    )


def statement_id(index: int) -> str:
    """Return the id of the statement at a 0-based index."""
    return f"s{index + 1:02d}"


def record_statement(s: Statement, people: Cast, text: str, vocabulary: Vocabulary) -> RecordStatement:
    """Return a statement as the record has it."""
    a = s.attribution
    from_ = (
        statement_id(a.origin)
        if a.origin is not None and a.basis in {"pronoun", "continued"} and a.origin != s.sentence.index
        else None
    )
    sides = tuple(dict.fromkeys(people.id_of(v) for v in a.sides)) if a.voice.kind == "joint" else ()
    return RecordStatement(
        id=statement_id(s.sentence.index),
        paragraph=s.sentence.paragraph,
        at=s.sentence.span,
        speaker=people.id_of(a.voice),
        basis=a.basis,
        cue=a.cue.of(text) if a.cue and a.basis != "narration" else None,
        from_=from_,
        speech=s.speech,
        sides=sides,
        also=tuple(people.id_of(v) for v in a.also) if a.also else (),
        themes=find_themes(text, *s.sentence.span, vocabulary) if a.voice.kind != "narrator" else (),
        text=s.sentence.span.of(text),
    )


def agreed(reading: Reading, text: str) -> list[tuple[int, Point]]:
    """Return the agreed points of all joint statements in order, each with the index of its statement."""
    found: list[tuple[int, Point]] = []
    act: tuple[str, str | None] = ("stated", None)
    for s in reading.statements:
        a = s.attribution
        if a.voice.kind != "joint":
            continue
        own = a.rule == "list_item" and a.clause is not None and a.clause.start >= s.sentence.span.start
        lead = a.rule == "list_item" and not own
        clause = None if lead or (a.basis == "continued" and not own) else a.clause
        if a.rule == "sides_listed":
            continue
        if unfinished(s, text) or (s.sentence.ends_colon and not clause and next_is_item(reading, s)):
            act = ("stated", None)
            continue
        if s.sentence.ends_colon and clause:
            points = find_points(text, s.sentence.tokens, clause, reading.actors)
            act = (points[0].act, points[0].verb) if points else ("stated", None)
            if reading.statements[-1] is not s and next_is_item(reading, s):
                continue
        points = find_points(
            text, s.sentence.tokens, clause, reading.actors, act=act[0] if lead else None, verb=act[1] if lead else None
        )
        found.extend((s.sentence.index, p) for p in points)
    return found


def unfinished(s: Statement, text: str) -> bool:
    """Say whether a line of a preamble only names whose declaration it is ("The Harbour Council,"), and holds no point."""
    tokens = s.sentence.tokens
    return (
        text[s.sentence.span.end - 1] == ","
        and s.sentence.first
        and not tokens[0].low.endswith("ing")
        and tokens[0].low in {"the", "we"}
    )


def next_is_item(reading: Reading, s: Statement) -> bool:
    """Say whether the statement behind one is an item of its list."""
    return s.sentence.index + 1 < len(reading.statements) and reading.statements[s.sentence.index + 1].sentence.item
