"""Where notes and pages lead inside the archive, kept with the files that they stand in: a lead that ends nowhere is a fault.

Faults are looked for whenever anything changed, since what a note leads to may go while the note stays as it is.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final, NamedTuple

from verbale import recordfile
from verbale.archive import GLOSSARY, MEDIA, PAGES, RECORDS, SPEAKERS, THEMES, Archive, read_text
from verbale.catalog.touched import trace_of
from verbale.errors import Fault, Problem
from verbale.ids import did_you_mean
from verbale.jsontext import unpacked
from verbale.mentions import KINDS, Mention, is_good, mentions_in, pictures_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from verbale.catalog.headings import Headings
    from verbale.catalog.touched import Touched
    from verbale.record import AgreedPoint, Participant, Record, Statement

_FOLDERS: Final = {
    "theme": "themes/",
    "speaker": "speakers/",
    "term": "glossary/",
    "record": "records/",
    "point": "records/",
    "page": "",
}


class Lead(NamedTuple):
    """One mention with its place in a file (1-based), and the address that must be there for it."""

    owner: str
    line: int
    column: int
    kind: str
    id: str
    part: str
    url: str
    written: str


def notes_of(record: Record) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give the notes of a record, each with the way to it from the top of the file."""
    if record.note:
        yield ("note",), record.note
    lists: tuple[tuple[str, Sequence[Participant | Statement | AgreedPoint]], ...] = (
        ("participants", record.participants),
        ("statements", record.statements),
        ("agreed", record.agreed),
    )
    for key, items in lists:
        for index, item in enumerate(items):
            if item.note:
                yield (key, index, "note"), item.note


def record_leads(record: Record, path: str, text: str) -> tuple[tuple[Lead, ...], list[Problem]]:
    """Return where a record's notes lead, and what is wrong with these as far as the record itself can tell."""
    leads: list[Lead] = []
    faults: list[Fault] = []
    for where, note in notes_of(record):
        faults += [Fault(where, code, message, remedy) for _, code, message, remedy in faults_in(note, record.id)]
        mentions = [mention for mention in mentions_in(note, record.id) if is_good(mention)]
        leads += [_lead(mention, path, recordfile.locate(text, where)) for mention in mentions]
    return tuple(leads), recordfile.placed(faults, text, path)


def heading_leads(archive: Archive, headings: Headings) -> tuple[list[Lead], list[Problem]]:
    """Return where the texts of themes, speakers and pages lead, and what is wrong with these in themselves."""
    leads: list[Lead] = []
    problems: list[Problem] = []
    for path, body in _texts(headings):
        mentions = [mention for mention in mentions_in(body) if is_good(mention)]
        faults = list(faults_in(body))
        if mentions or faults:
            content = (read_text(archive, path)[0] or "").replace("\r\n", "\n")
            # The body is the end of its file, but for white space around it.
            start = max(content.rfind(body), 0)
            leads += [_lead(mention, path, _place(content, start + mention.at)) for mention in mentions]
            problems += [Problem(path, *_place(content, start + at), *fault) for at, *fault in faults]
    return leads, problems


def _texts(headings: Headings) -> Iterator[tuple[str, str]]:
    for theme in headings.themes.values():
        yield f"{THEMES}/{theme.id}.md", theme.note or ""
    for speaker in headings.speakers.values():
        yield f"{SPEAKERS}/{speaker.id}.md", speaker.note or ""
    for term in headings.terms.values():
        yield f"{GLOSSARY}/{term.id}.md", term.note or ""
    for page in headings.pages.values():
        yield f"{PAGES}/{page.id}.md", page.body


def _place(content: str, at: int) -> tuple[int, int]:
    return content.count("\n", 0, at) + 1, at - content.rfind("\n", 0, at)


def _lead(mention: Mention, path: str, place: tuple[int, int]) -> Lead:
    kind, id_, part, _, written = mention
    url = f"{MEDIA}/{id_}" if kind == "media" else f"{_FOLDERS[kind]}{id_}.html"
    return Lead(path, *place, kind, id_, part, url, written)


def faults_in(text: str, record: str = "") -> Iterator[tuple[int, str, str, str]]:
    """Give what is wrong with links and pictures of a text in themselves: place, code, message, remedy."""
    for mention in mentions_in(text, record):
        if not is_good(mention):
            yield mention.at, "dead-link", f"{mention.written} leads nowhere.", _remedy(mention)
    for picture in pictures_in(text):
        if not picture.address.startswith("media/"):
            message = f"the picture {picture.address or '(no address)'} is not one of the archive's own."
            yield picture.at, "picture", message, f"Put it into {MEDIA}/, and write `![…](media/name.png)`."
        elif not picture.alt.strip():
            message = f"the picture {picture.address} has no words for those who do not see it."
            yield (
                picture.at,
                "no-alt",
                message,
                f"Write them between the brackets: `![what it shows]({picture.address})`.",
            )


def _remedy(mention: Mention) -> str:
    if mention.kind == "media":
        return f"Name a file in {MEDIA}/."
    if mention.kind not in KINDS:
        return f"Links begin with {', '.join(f'`{kind}:`' for kind in KINDS)}; write `\\[[` for a bracket."
    if mention.kind in {"record", "point"} and not mention.id:
        part = mention.part or "s01"
        return f"Outside a record's notes say of which record: `[[{'record:ID#' if mention.kind == 'record' else 'point:ID/'}{part}]]`."
    return "Ids are small letters, digits and single hyphens."


def keep_leads(db: sqlite3.Connection, leads: Sequence[Lead]) -> None:
    """Put leads into the catalog."""
    db.executemany("INSERT INTO lead VALUES (?, ?, ?, ?, ?, ?, ?, ?)", leads)


def forget_heading_leads(db: sqlite3.Connection) -> None:
    """Take out all leads but those of records."""
    db.execute(f"DELETE FROM lead WHERE owner NOT LIKE '{RECORDS}/%'")  # noqa: S608 - a name of our own


_LOST: Final = """
SELECT * FROM lead WHERE kind IN ('theme', 'term', 'record', 'point', 'page')
    AND NOT EXISTS (SELECT 1 FROM address a WHERE a.url = lead.url)
UNION SELECT * FROM lead WHERE kind = 'media' AND NOT EXISTS (SELECT 1 FROM file f WHERE f.path = lead.url)
UNION SELECT * FROM lead WHERE kind = 'speaker' AND NOT EXISTS (
    SELECT 1 FROM speaker_total t WHERE t.speaker NOT IN ('narrator', 'unknown')
        AND t.speaker = coalesce((SELECT a.target FROM address a WHERE a.url = lead.url), lead.id))
"""


def leading_nowhere(db: sqlite3.Connection, headings: Headings, faulty: Sequence[str] = ()) -> Iterator[Problem]:
    """Give a problem for each lead whose end is not there (any more).

    What may be in a record that could not be taken in is not told: `faulty` are the texts of such records' files.
    """
    lost = {Lead(*row) for row in db.execute(_LOST)}
    known: dict[str, dict[str, str]] = {}
    for lead in (Lead(*row) for row in db.execute("SELECT * FROM lead WHERE part <> ''")):
        parts = known.setdefault(lead.id, {})
        if lead not in lost and not parts:
            parts.update(parts_of(db, current_record(db, lead.id)))
        if lead not in lost and lead.part not in parts:
            lost.add(lead)
    for lead in sorted(lost):
        if lead.kind in {"record", "point", "speaker"} and any(lead.id in text for text in faulty):
            continue
        wanted, there = lead.id, _there(db, headings, lead.kind)
        if lead.part and lead.id in there:
            wanted, there = lead.part, known[lead.id]
        remedy = did_you_mean(wanted, there) or "Correct it, or take it out."
        yield Problem(lead.owner, lead.line, lead.column, "dead-link", f"{lead.written} leads nowhere.", remedy)


def current_record(db: sqlite3.Connection, id_: str) -> str:
    """Return the id that a record has now, by it or an old one."""
    row = db.execute("SELECT target FROM address WHERE url = ?", (f"records/{id_}.html",)).fetchone()
    return row[0] if row and row[0] else id_


def parts_of(db: sqlite3.Connection, record: str) -> dict[str, str]:
    """Return what can be led to in a record: statements (those retired, too) and agreed points by id, with their labels."""
    row = db.execute(
        "SELECT r.key, json_extract(b.rest, '$.frame') FROM record r JOIN body b ON b.record = r.key WHERE r.id = ?",
        (record,),
    ).fetchone()
    if row is None:
        return {}
    found = {item["id"]: item["id"] for item in unpacked(row[1]).get("retired", ())}
    for data, points in db.execute("SELECT data, points FROM statement WHERE record = ?", (row[0],)):
        id_ = unpacked(data)["id"]
        found[id_] = id_
        for line in points.split("\n") if points else ():
            point = unpacked(line.partition("\t")[2])
            found[point["id"]] = point.get("label") or point["text"]
    return found


def _there(db: sqlite3.Connection, headings: Headings, kind: str) -> Collection[str]:
    """Return the ids that a link of a kind may name."""
    if kind == "theme":
        return headings.themes.keys()
    if kind == "term":
        return headings.terms.keys()
    if kind == "page":
        return headings.pages.keys()
    if kind == "media":
        return media_in(db)
    query = (
        "SELECT speaker FROM speaker_total WHERE speaker NOT IN ('narrator', 'unknown')"
        if kind == "speaker"
        else "SELECT id FROM record"
    )
    return {id_ for (id_,) in db.execute(query)}


def gather_leading(db: sqlite3.Connection, touched: Touched) -> None:
    """Add the pages that show notes which lead to what is touched: links show labels, names and titles."""
    if touched.all or not db.execute("SELECT 1 FROM lead LIMIT 1").fetchone():
        return
    urls = {f"{_FOLDERS[key.kind]}{key.id}.html" for key in touched.keys if key.kind in _FOLDERS}
    owners = {owner for owner, url in db.execute("SELECT DISTINCT owner, url FROM lead") if url in urls}
    for owner in owners:
        folder, _, name = owner.rpartition("/")
        if owner.startswith(f"{RECORDS}/"):
            trace = trace_of(db, owner, placed=touched.placed)
            if trace:
                touched.record(trace)
        else:
            kinds = {THEMES: "theme", SPEAKERS: "speaker", GLOSSARY: "term", PAGES: "page"}
            kind = next(kind for top, kind in kinds.items() if folder == top or folder.startswith(f"{top}/"))
            touched.add(kind, name.removesuffix(".md"))


def media_in(db: sqlite3.Connection) -> list[str]:
    """Return the archive's pictures and files by their paths in `content/media/`, sorted."""
    query = f"SELECT substr(path, {len(MEDIA) + 2}) FROM file WHERE path LIKE '{MEDIA}/%' ORDER BY path"  # noqa: S608
    return [path for (path,) in db.execute(query)]


def unused_media(db: sqlite3.Connection) -> list[str]:
    """Return the pictures and files that no note, theme, speaker or page leads to, sorted."""
    led = {path for (path,) in db.execute("SELECT id FROM lead WHERE kind = 'media'")}
    return [path for path in media_in(db) if path not in led]
