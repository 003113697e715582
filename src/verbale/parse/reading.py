"""What the rules of attribution know of a sentence, and the state that they share; nothing is decided here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from verbale.parse.actors import Actors
from verbale.parse.clauses import Clause
from verbale.parse.persons import Person
from verbale.parse.tokens import Token
from verbale.span import Span


class Voice(NamedTuple):
    """A speaker: a person, a party by name, or joint, narrator, unknown."""

    kind: str
    person: Person | None = None
    party: str | None = None


JOINT = Voice("joint")
NARRATOR = Voice("narrator")
UNKNOWN = Voice("unknown")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the rules see it; `lows` are its words and marks in lower case.

    `front` is the clause at its front, `after` the cues behind it, `second` a clause of another speaker; `inside` says
    that it lies wholly in a quotation, `opens_inside` that it begins in one opened earlier, `owner` is the voice whose
    quotation that is with the index of the sentence that names it, `inner_front`
    the front clause if the quotation is looked into, `headed` that a sub-heading stands before the paragraph, `foreign` that the paragraph is in another language. `tense` is that of the first finite verb.
    """

    index: int
    span: Span
    tokens: list[Token]
    lows: list[str]
    paragraph: int
    first: bool
    label: Person | str | None
    labelled: bool
    marker: str | None
    separated: bool
    front: Clause | None
    after: tuple[Clause, ...]
    second: tuple[Clause, ...]
    inside: bool
    opens_inside: bool
    tense: str
    first_person: bool
    ends_colon: bool
    before_quotation: bool = False
    headed: bool = False
    inner_front: Clause | None = None
    foreign: bool = False

    def text_at(self, place: int, word: str) -> bool:
        """Say whether a word in small letters stands at a place."""
        return any(t.start == place and t.low == word for t in self.tokens)

    @property
    def item(self) -> bool:
        """Say whether a list's marker stands before the paragraph."""
        return self.marker is not None


class Attribution(NamedTuple):
    """Who speaks a sentence and why: `cue` is its place, `origin` the index of the sentence that named the speaker."""

    voice: Voice
    basis: str
    cue: Span | None = None
    origin: int | None = None
    sides: tuple[Voice, ...] = ()
    also: tuple[Voice, ...] = ()
    clause: Clause | None = None
    rule: str = ""


class Frame(NamedTuple):
    """What a document as a whole tells: `statement` that it is the sides' own, in which state it is written, whose speech it is by its title.

    `own` says that it is one party's own statement, `party` whose by its title.
    """

    statement: bool = False
    home: str | None = None
    floor: Person | None = None
    own: bool = False
    party: str | None = None


@dataclass(slots=True)
class Speech:
    """A speech that is open: `block` where it goes on over paragraphs until something closes it, `behind` where its cue stood behind a quotation, `quoted` where it is a letter in quotation marks, `closed` that its last sentence closed them."""

    voice: Voice
    origin: int
    paragraph: int
    block: bool = False
    direct: bool = False
    behind: bool = False
    quoted: bool = False
    closed: bool = False


MAX_RECENT: Final = 50
"""Persons last named who are remembered in their order."""


@dataclass(slots=True)
class State:
    """What the sentences so far leave open.

    `recent` are the persons last named as subjects, newest first; `speech` whose speech is open, `turn` whose turn;
    `home` is the state in which the source is written, `visited` the one that a lead says was visited, `traveller` who went there; `lead` the lead-in that governs a list; `named_at` the sentence that last named each person; `statement` says that the document is the sides' own joint statement, `readout` that somebody meets or speaks in it at all, `floor` is who alone speaks in it by its title or lead, from the sentence `floor_from` on, `own` that it is one party's own statement, `institution` whose; `leading` are the keys of those whom its title and first sentence name, `unnamed` tells that somebody has spoken whom it does not name, `body_met` that the subject of the last sentence was a body that meets, `sender` whose letter the last lead-in announced, `writer` of whose letter was told last, `spoke` is the person who spoke last, `topic` the one with whom the last paragraph began, `told` that somebody's words were reported before any turn.
    """

    actors: Actors
    recent: list[Person] = field(default_factory=list)
    speech: Speech | None = None
    turn: Speech | None = None
    lead: Attribution | None = None
    proposals: Speech | None = None
    proposed: int = 0
    lead_index: int = 0
    lead_marker: str | None = None
    series: str | None = None
    statement: bool = False
    readout: bool = True
    floor: Person | None = None
    floor_from: int = 0
    own: bool = False
    institution: Voice | None = None
    unnamed: bool = False
    turn_labelled: bool = False
    body_met: bool = False
    sender: Person | None = None
    writer: Person | None = None
    home: str | None = None
    visited: str | None = None
    traveller: Person | None = None
    paragraph: int = 0
    position: int = 0
    leading: frozenset[int] = frozenset()
    recent_paragraph: int = 0
    quotation: Speech | None = None
    named_at: dict[int, int] = field(default_factory=dict)
    spoke: Person | None = None
    topic: Person | None = None
    told: bool = False

    def name(self, person: Person) -> None:
        """Put a person first among those last named."""
        if person in self.recent:
            self.recent.remove(person)
        self.recent.insert(0, person)
        del self.recent[MAX_RECENT:]

    def open_in(self, paragraph: int) -> Speech | None:
        """Return the speech that is open in a paragraph: begun there, or going on over paragraphs."""
        if self.speech and (self.speech.paragraph == paragraph or self.speech.block):
            return self.speech
        return None
