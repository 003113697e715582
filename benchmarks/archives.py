"""Archives of any size, of invented states and people: sources as houses write them, with the records that they stand for.

The same numbers always give the same bytes. No meeting, person or state here is real.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from verbale.record import (
    AgreedPoint,
    Event,
    Furniture,
    Participant,
    Record,
    SourceEntry,
    Statement,
)
from verbale.recordfile import dump
from verbale.recordjson import dump_json
from verbale.span import Span

SPEAKERS: Final = 50
THEMES: Final = 40
FIRST_DAY: Final = date(2001, 1, 8)
DAYS: Final = 24 * 365
"""The days over which the meetings are spread."""
STATES: Final = tuple(
    "Kestria Norvane Ostrova Belmaria Tarsund Velloria Qarresh Ilmara Dunmark Sorrentia Havelin Mirdasht Aldovia "
    "Pravona Zeltania Corvane Ustria Lethmar Brennia Galdor Ysmere Fenwall Orsinia Thessale Mandrova".split(),
)
CITIES: Final = tuple(
    f"{state[:4]}{end}" for state, end in zip(STATES, ("burg", "stad", "port", "grad", "ville") * 5, strict=True)
)
FIRST_NAMES: Final = tuple("Anton Mirela Jorun Davit Selma Ruben Ilse Tomas Nadia Viktor".split())
FAMILY_NAMES: Final = tuple(
    "Dorn Velmark Istrati Quell Harrow Sandoz Mirov Tallis Brandt Okonde Feryn Lasko Varga Nimmo Petrel Osk Rinne "
    "Calder Zoric Ashmole Duran Hollis Kaspar Mond Tessin".split(),
)
TITLES: Final = ("President", "Foreign Minister")
SUBJECTS: Final = tuple(
    "rail freight, river navigation, grain trade, power grids, wind energy, gas transit, student exchanges, language "
    "teaching, museum loans, film archives, customs procedures, border posts, road safety, civil aviation, sea rescue, "
    "fishery quotas, forest fires, flood control, drinking water, air quality, plant health, veterinary controls, "
    "vaccine production, hospital partnerships, medical training, space research, polar stations, nuclear safety, "
    "arms control, peacekeeping, landmine clearance, refugee return, prisoner exchanges, legal assistance, tax "
    "treaties, investment guarantees, currency swaps, digital identity, cyber security, data protection".replace(
        "\n", " "
    ).split(", "),
)
GROUPS: Final = tuple("Transport Energy Culture Borders Environment Health Security Finance".split())
VERBS: Final = tuple("deepen expand support modernise protect finance coordinate restore simplify accelerate".split())
NOUNS: Final = tuple(
    "cooperation programmes projects agreements consultations standards exchanges investments partnerships initiatives".split(),
)
MANNERS: Final = tuple(
    "in the coming years; on an equal footing; in line with the treaty in force; with due regard for local needs; at all "
    "levels; through the joint commission; as soon as conditions allow; in both directions; without further delay; for "
    "the benefit of the border regions".split("; "),
)
REASONS: Final = tuple(
    "because the people of both countries expect results; which has proved its worth in difficult times; so that trade "
    "can grow in a balanced way; while each side keeps its own priorities; as the ministers had proposed last autumn; "
    "although much remains to be done; and this deserves patient work; which serves the stability of the whole region".split(
        "; "
    ),
)
CUES: Final = ("said that", "noted that", "stressed that", "pointed out that", "recalled that")
JOINT: Final = (("agreed to", "agreed"), ("reaffirmed their readiness to", "reaffirmed"), ("decided to", "decided"))


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person."""

    id: str
    name: str
    title: str
    state: str

    @property
    def family(self) -> str:
        """The family name."""
        return self.name.split()[-1]


@dataclass(slots=True)
class Draft:
    """A document while it is written, with what each part of it is."""

    text: str = ""
    furniture: list[Furniture] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    points: list[AgreedPoint] = field(default_factory=list)
    paragraph: int = 0

    def line(self, kind: str, words: str) -> None:
        """Add a line of furniture."""
        start = len(self.text)
        self.furniture.append(Furniture(kind=kind, at=Span(start, start + len(words)), text=words))
        self.text += f"{words}\n"

    def begin(self) -> None:
        """Begin a paragraph."""
        self.paragraph += 1
        self.text = self.text.rstrip(" ") + ("\n" if self.statements else "")

    def say(self, words: str, **facts: object) -> Statement:
        """Add a statement to the paragraph."""
        start = len(self.text)
        statement = Statement(
            id=f"s{len(self.statements) + 1:02}",
            paragraph=self.paragraph,
            at=Span(start, start + len(words)),
            text=words,
            **facts,  # type: ignore[arg-type]
        )
        self.statements.append(statement)
        self.text += f"{words} "
        return statement


def people() -> tuple[Person, ...]:
    """Return the speakers: for each state a president and a foreign minister."""
    found = []
    for number in range(SPEAKERS):
        name = f"{FIRST_NAMES[number % 10]} {FAMILY_NAMES[(number * 7) % 25]}"
        found.append(
            Person(f"{name.lower().replace(' ', '-')}-{number}", name, TITLES[number % 2], STATES[number // 2])
        )
    return tuple(found)


def theme_id(number: int) -> str:
    """Return the id of a subject's theme."""
    return SUBJECTS[number].replace(" ", "-")


def make_record(number: int, seed: str = "verbale") -> tuple[str, Record]:
    """Return the source text and the record of document `number`: twenty statements, six agreed points."""
    rng = random.Random(f"{seed} {number}")  # noqa: S311 - repeatable, not secret
    first, second = rng.sample(people(), 2)
    day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    state_at = STATES.index(first.state)
    subjects = rng.sample(range(THEMES), 6)
    draft = Draft()
    title = f"{first.title} {first.name} Meets with {second.title} {second.name} of {second.state}"
    draft.line("title", title)
    draft.begin()
    spelled = f"{day.day} {day:%B} {day.year}"
    draft.say(
        f"On {spelled}, {first.title} {first.name} of {first.state} held talks with {second.title} {second.name} of "
        f"{second.state} in {CITIES[state_at]}.",
        speaker="narrator",
        basis="narration",
    )
    for speaker, count in ((first, 5), (second, 5), (first, 3), (second, 2)):
        _speech(draft, rng, speaker, count, subjects)
    for size in (3, 2, 1):
        _agreement(draft, rng, size, subjects)
    draft.begin()
    draft.say("Senior officials of both sides attended the meeting.", speaker="narrator", basis="narration")
    text = draft.text.rstrip(" ") + "\n"
    return text, _record(number, draft, text, title, (first, second), day)


def _speech(draft: Draft, rng: random.Random, speaker: Person, count: int, subjects: list[int]) -> None:
    draft.begin()
    cue_verb = rng.choice(CUES)
    named = draft.say(
        f"{speaker.family} {cue_verb} {_clause(rng, speaker, subjects[0])}.",
        speaker=speaker.id,
        basis="named",
        cue=f"{speaker.family} {cue_verb}",
        themes=(theme_id(subjects[0]),),
    )
    for turn in range(1, count):
        subject = subjects[turn % 4]
        words = _clause(rng, speaker, subject)
        draft.say(
            f"{words[0].upper()}{words[1:]}.",
            speaker=speaker.id,
            basis="continued",
            from_=named.id,
            themes=(theme_id(subject),),
        )


def _clause(rng: random.Random, speaker: Person, subject: int) -> str:
    return f"{speaker.state} is ready to {_undertaking(rng, subject)} {rng.choice(MANNERS)}, {rng.choice(REASONS)}"


def _undertaking(rng: random.Random, subject: int) -> str:
    return f"{rng.choice(VERBS)} {rng.choice(NOUNS)} in {SUBJECTS[subject]}"


def _agreement(draft: Draft, rng: random.Random, size: int, subjects: list[int]) -> None:
    draft.begin()
    words, act = JOINT[size % 3]
    chosen = rng.sample(subjects, size)
    parts = [f"{_undertaking(rng, subject)} {rng.choice(MANNERS)}" for subject in chosen]
    joined = parts[0] if size == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    cue = f"The two sides {words.split()[0]}"
    sentence = draft.say(
        f"The two sides {words} {joined}.",
        speaker="joint",
        basis="joint",
        cue=cue,
        themes=tuple(theme_id(subject) for subject in chosen),
    )
    offset = sentence.at.start + len(f"The two sides {words} ")
    for part, subject in zip(parts, chosen, strict=True):
        at = draft.text.index(part, offset)
        label = " ".join(part.split()[:5]).capitalize()
        draft.points.append(
            AgreedPoint(
                id=f"{theme_id(subject)}-{len(draft.points) + 1}",
                statement=sentence.id,
                at=Span(at, at + len(part)),
                act=act,
                verb=words.split()[0],
                text=part,
                label=label,
                themes=(theme_id(subject),),
            ),
        )
        offset = at + len(part)


def _record(
    number: int,
    draft: Draft,
    text: str,
    title: str,
    persons: tuple[Person, Person],
    day: date,
) -> Record:
    id_ = f"{day}-{persons[0].id}-{persons[1].id}-{number}"
    return Record(
        id=id_,
        title=title,
        source=SourceEntry(path=source_path(number), sha256=hashlib.sha256(text.encode()).hexdigest()),
        event=Event(id=id_, date=str(day), kind="talks", place=CITIES[STATES.index(persons[0].state)]),
        participants=tuple(
            Participant(id=one.id, name=one.name, title=one.title, state=one.state, role="principal") for one in persons
        ),
        furniture=tuple(draft.furniture),
        statements=tuple(draft.statements),
        agreed=tuple(draft.points),
    )


def source_path(number: int) -> str:
    """Return the path of document `number` in its archive."""
    return f"seeds/{number:07}.txt"


def write_headings(root: Path) -> None:
    """Write what stands beside the records: the site's settings, forty themes below eight, a page."""
    for folder in (
        "seeds",
        "content/records",
        "content/.parsed",
        "content/themes",
        "content/pages",
        "content/speakers",
    ):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "content/site.yaml").write_text(
        "title: Invented meetings\ndescription: Readouts of meetings that never were.\n"
    )
    (root / "content/pages/about.md").write_text("---\ntitle: About\n---\nNothing here is *real*.\n")
    for group in GROUPS:
        (root / f"content/themes/{group.lower()}.md").write_text(f"---\nlabel: {group}\n---\nAll of {group.lower()}.\n")
    for number, subject in enumerate(SUBJECTS):
        broader = GROUPS[number // 5].lower()
        front = f"---\nlabel: {subject.capitalize()}\nbroader: {broader}\nterms: [{subject}]\n---\n"
        (root / f"content/themes/{theme_id(number)}.md").write_text(f"{front}What is said of {subject}.\n")


def write_document(root: Path, number: int, *, records: bool = True) -> str:
    """Write document `number` into an archive, with its record where wanted; return the record's path."""
    text, record = make_record(number)
    (root / record.source.path).write_bytes(text.encode())
    path = f"content/records/{record.id}.yaml"
    if records:
        (root / path).write_text(dump(record), encoding="utf-8")
        (root / f"content/.parsed/{record.id}.json").write_text(dump_json(record), encoding="utf-8")
    return path


def write_archive(root: Path, count: int, *, records: bool = True) -> None:
    """Write an archive of `count` documents; without `records` they are left to be parsed."""
    write_headings(root)
    for number in range(count):
        write_document(root, number, records=records)


def main() -> None:
    """Write an archive from the command line."""
    parser = argparse.ArgumentParser(description="Write an archive of invented meetings.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--sources-only", action="store_true", help="leave the records to `verbale parse`")
    given = parser.parse_args()
    write_archive(given.folder, given.documents, records=not given.sources_only)


if __name__ == "__main__":
    main()
