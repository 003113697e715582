"""An archive of odd documents, for pages that must hold whatever comes: many voices, no date, other scripts, long words.

The documents are written here sentence by sentence with their speakers, so that no page depends on what a parser makes of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from verbale.record import AgreedPoint, Event, Furniture, Participant, Party, Record, SourceEntry, Statement
from verbale.recordfile import dump
from verbale.recordjson import dump_json
from verbale.span import Span

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender"


@dataclass(frozen=True)
class Said:
    """A sentence and who says it; `points` are agreed points in it: act and words."""

    speaker: str
    text: str
    basis: str = "named"
    speech: str = "reported"
    cue: str | None = None
    themes: tuple[str, ...] = ()
    points: tuple[tuple[str, str], ...] = ()
    sides: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Bit:
    """Furniture in a line."""

    kind: str
    text: str


Line = Sequence[Said | Bit]


def document(lines: Iterable[Line], record: Record) -> tuple[str, Record]:
    """The source's text and its record, with the places of everything counted."""
    text = ""
    paragraph = 0
    furniture: list[Furniture] = []
    statements: list[Statement] = []
    points: list[AgreedPoint] = []
    for line in lines:
        paragraph += any(isinstance(item, Said) for item in line)
        for item in line:
            at = Span(len(text), len(text) + len(item.text))
            text += item.text + " "
            if isinstance(item, Bit):
                furniture.append(Furniture(kind=item.kind, at=at, text=item.text))
                continue
            id_ = f"s{len(statements) + 1:02}"
            statements.append(_statement(id_, paragraph, at, item))
            points += _points(id_, at, item, len(points))
        text = text.rstrip(" ") + "\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    made = replace(
        record,
        source=replace(record.source, sha256=sha256),
        furniture=tuple(furniture),
        statements=tuple(statements),
        agreed=tuple(points),
    )
    return text, made


def _statement(id_: str, paragraph: int, at: Span, said: Said) -> Statement:
    return Statement(
        id=id_,
        paragraph=paragraph,
        at=at,
        speaker=said.speaker,
        basis=said.basis,
        text=said.text,
        cue=said.cue,
        speech=said.speech,
        sides=said.sides,
        also=said.also,
        themes=said.themes,
        note=said.note,
    )


def _points(statement: str, at: Span, said: Said, before: int) -> list[AgreedPoint]:
    found = []
    for number, (act, words) in enumerate(said.points, before + 1):
        start = at.start + said.text.index(words)
        found.append(
            AgreedPoint(
                id=f"point-{number}",
                statement=statement,
                at=Span(start, start + len(words)),
                act=act,
                text=words,
                label=words[:60].capitalize(),
                themes=said.themes[:1],
                note="A note on a point." if number == 1 else None,
            )
        )
    return found


def blank(id_: str, title: str, participants: Sequence[Participant] = (), parties: Sequence[Party] = ()) -> Record:
    """A record without a text."""
    return Record(
        id=id_,
        title=title,
        source=SourceEntry(path=f"seeds/{id_}.txt", sha256=""),
        event=Event(id=id_),
        participants=tuple(participants),
        parties=tuple(parties),
    )


def person(id_: str, name: str, state: str, role: str = "principal", title: str | None = "President") -> Participant:
    """Somebody who took part."""
    return Participant(id=id_, name=name, title=title, state=state, role=role)


def summit() -> tuple[str, Record]:
    """Seven leaders and a joint communiqué; more voices than there are hues, and a crowd that attends."""
    names = ["Ada Brun", "Ion Celu", "Mo Dahl", "Eva Ferr", "Gus Hale", "Ines Joss", "Kai Lorn"]
    leaders = [
        person(f"leader-{n}", name, f"State of {name.split()[1]}", title="Prime Minister and Minister of Defence")
        for n, name in enumerate(names, 1)
    ]
    crowd = [person(f"guest-{n}", f"Guest Number {n}", "Norvane", "attending", "Deputy") for n in range(1, 19)]
    record = blank(
        "seven-leaders",
        "Communiqué of the Seventh Summit of the Seven Narrow Seas Held under the Chairmanship of the State of Brun",
        [*leaders, *crowd],
        [Party(id="narrow-seas-forum", name="Narrow Seas Forum")],
    )
    lines: list[Line] = [
        [Bit("title", record.title)],
        [Said("narrator", "The seven leaders met on Saturday.", "narration")],
        *([Said(x.id, f"{x.name} spoke of ships.", cue=f"{x.name} spoke", themes=("ships",))] for x in leaders),
        [
            Said("guest-3", "Guest Number 3 agreed with Guest Number 4.", also=("guest-4",)),
            Said("narrow-seas-forum", "The Forum welcomes this.", "party", cue="The Forum welcomes", themes=("ships",)),
        ],
        [Bit("sub-heading", "What the leaders decided")],
        [
            Bit("marker", "•"),
            Said(
                "joint",
                "The leaders agreed to open a line, to close a port and to meet again in a year in which the sea is calm.",
                "joint",
                cue="The leaders agreed",
                themes=("ships", "far-ports"),
                points=(
                    ("agreed", "open a line"),
                    ("agreed", "close a port"),
                    ("agreed", "meet again in a year in which the sea is calm"),
                ),
            ),
        ],
        [
            Bit("marker", "•"),
            Said(
                "joint",
                "Two of them condemned the storm.",
                "joint",
                cue="Two of them condemned",
                points=(("condemned", "the storm"),),
                sides=("leader-1", "leader-7"),
            ),
        ],
        [Bit("end-mark", "***")],
    ]
    event = Event(
        id="seven-leaders", date="2023-05-19/2023-05-21", kind="summit", place="Harbour Town on the Narrow Sea"
    )
    return document(lines, replace(record, event=event))


def calls() -> list[tuple[str, Record]]:
    """Two houses' accounts of one call: no place, a date to the month, notes, and a corrected reading."""
    sides = [person("ann-berg", "Ann Berg", "Kestria"), person("olo-marr", "Olo Marr", "Ostrovia", title="Premier")]
    made = []
    for house, publisher in (("call", "Office of the President of Kestria"), ("call-2", "Ostrovian News Agency")):
        record = blank(house, "President Berg Speaks with Premier Marr on the Telephone", sides)
        source = replace(
            record.source,
            publisher=publisher,
            url=f"https://news.example/{'a-very-long-address-' * 6}{house}",
            published="2024-05-03",
            retrieved="2024-06-01",
            translation_of="a text in Ostrovian",
            section=("Home", "News"),
        )
        event = Event(id="call", date="2024-05", kind="call", medium="telephone", time="evening")
        lines: list[Line] = [
            [Said("narrator", "President Berg spoke with Premier Marr.", "narration", themes=("ships",))],
            [
                Said("ann-berg", "“We kept our word,” Berg said.", speech="direct", cue="Berg said", themes=("ships",)),
                Said("ann-berg", "She called the plan “a bridge” of the decade.", "pronoun", "mixed", "She called"),
                Said(
                    "olo-marr", "Marr <b>disagreed</b> & said so.", cue="Marr", note="Perhaps *ironic*.\n\n- one\n- two"
                ),
            ],
        ]
        whole = replace(record, source=source, event=event, note="A note on **all** of it.", revised="2024-07-01")
        made.append(document(lines, whole))
    return made


def undated() -> tuple[str, Record]:
    """No date, no principal, no known speaker, and words that do not fit a line."""
    record = blank("undated-note", f"A note of {LONG}")
    lines: list[Line] = [
        [Said("unknown", f"The {LONG} said so at https://www.example.org/{'x' * 120}.", "none", themes=("ships",))],
        [Said("narrator", "Nobody else was there.", "narration")],
    ]
    return document(lines, record)


def transcript() -> tuple[str, Record]:
    """Turns with labels, stage directions, everything said as spoken."""
    record = blank(
        "1999-01-02-talk", "A Talk", [person("ann-berg", "Ann Berg", "Kestria"), person("li-o", "Li O", "Norvane")]
    )
    lines: list[Line] = []
    for turn in range(8):
        speaker, label = (("ann-berg", "PRESIDENT BERG:"), ("li-o", "President Li (retranslated):"))[turn % 2]
        lines.append(
            [
                Bit("label", label),
                Said(speaker, f"This is turn {turn}.", speech="direct", themes=("far-ports",)),
                Bit("stage-direction", "(Laughter.)"),
                Said(speaker, "And it goes on.", "continued", "direct"),
            ]
        )
    event = Event(id="talk", date="1999-01-02", kind="talks", place="Gradec")
    return document(lines, replace(record, event=event))


def right_to_left() -> tuple[str, Record]:
    """A document in Arabic."""
    people = [person("salim", "سليم", "كستريا", title="الرئيس"), person("nura", "نورا", "نورفان", title="الوزيرة")]
    record = blank("2022-02-02-salim-nura", "الرئيس يستقبل الوزيرة في العاصمة", people)
    lines: list[Line] = [
        [Said("narrator", "استقبل الرئيس الوزيرة يوم الأحد.", "narration")],
        [Said("salim", "وقال الرئيس إن السفن جاهزة.", cue="وقال الرئيس", themes=("ships",))],
        [
            Said(
                "joint",
                "واتفق الجانبان على فتح الميناء.",
                "joint",
                cue="واتفق الجانبان",
                points=(("agreed", "فتح الميناء"),),
            )
        ],
    ]
    event = Event(id="salim", date="2022-02-02", kind="meeting", place="العاصمة")
    return document(lines, replace(record, event=event, language="ar"))


def strait_talk() -> tuple[str, Record]:
    """A document in French that sets off its marks with plain spaces and quotes words from right to left."""
    sides = [person("ann-berg", "Ann Berg", "Kestria"), person("olo-marr", "Olo Marr", "Ostrovia")]
    record = blank("2021-03-03-berg-marr", "La pr\u00e9sidente Berg re\u00e7oit M. Marr : \u00ab Un jour \u00bb", sides)
    lines: list[Line] = [
        [
            Said(
                "ann-berg",
                "La pr\u00e9sidente a dit : \u00ab Nous avons tenu parole \u00bb, puis \u00ab rien \u00bb de plus !",
                speech="mixed",
                cue="La pr\u00e9sidente a dit",
                themes=("ships",),
            ),
            Said(
                "olo-marr",
                "M. Marr a lu \u201c\u05e9\u05dc\u05d5\u05dd\u201d, 3 fois.",
                speech="mixed",
                cue="M. Marr a lu",
            ),
            Said("olo-marr", "\u00ab Oui \u00bb.", "continued", "direct"),
        ],
    ]
    event = Event(id="strait", date="2021-03-03", kind="meeting", place="Gradec")
    return document(lines, replace(record, event=event, language="fr"))


def endless() -> tuple[str, Record]:
    """More sentences than a figure has room for."""
    sides = [person("ann-berg", "Ann Berg", "Kestria"), person("olo-marr", "Olo Marr", "Ostrovia")]
    record = blank("2020-10-10-long", "A Long Day", sides)
    lines: list[Line] = [
        [
            Said(
                ("ann-berg", "olo-marr", "joint")[p % 3],
                f"Sentence {p}.{n} is here.",
                "named",
                themes=("ships",) if p < 5 else (),
            )
            for n in range(6)
        ]
        for p in range(21)
    ]
    return document(lines, replace(record, event=Event(id="long", date="2020-10-10", kind="meeting")))


def write(root: Path) -> None:
    """Write the archive into a folder that exists."""
    files = {
        "content/site.yaml": "title: Odd readouts\ndescription: Documents that are not easy to show.\nlicence: CC0\n",
        "content/themes/ships.md": "---\nlabel: Ships\nwas: [boats]\n---\nWhat floats.\n",
        "content/themes/far-ports.md": f"---\nlabel: Ports far from {LONG}\nbroader: ships\n---\nA | table\n--|--\n1 | 2\n",
        "content/themes/unused.md": "---\nlabel: Nobody speaks of this\n---\n",
        "content/speakers/ann-berg.md": "---\nname: Ann Berg\naliases: [A. Berg]\nsame_as: [https://people.example/ann]\n---\nBorn by the sea.\n",
        "content/pages/about.md": f"---\ntitle: About\n---\nText with `{LONG}`.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Quoted.\n",
        "content/pages/terms.md": "---\ntitle: Terms\n---\nMore.\n",
    }
    for source, record in [summit(), *calls(), undated(), transcript(), right_to_left(), strait_talk(), endless()]:
        files[record.source.path] = source
        files[f"content/records/{record.id}.yaml"] = dump(record)
        parsed = record
        if record.id == "call":
            first, *others = record.statements
            parsed = replace(record, statements=(first, *(replace(s, speaker="olo-marr") for s in others)))
        files[f"content/.parsed/{record.id}.json"] = dump_json(parsed)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="")
