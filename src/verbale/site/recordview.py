"""The views of a record's page and of its agreed points' pages, from one record and what the archive knows around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from verbale.catalog.glossary import mentions_of
from verbale.catalog.sayings import themes_of, with_broader
from verbale.record import JOINT
from verbale.site import addresses
from verbale.site.bodyview import blocks_of
from verbale.site.pageviews import CorrectionsView, PointView, RecordView
from verbale.site.stripview import strip_of
from verbale.site.views import Correction, Link, Pick, PointRef, Sentence, Tally, Voice
from verbale.site.voices import VOICE_NAMES, principals_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from verbale.catalog.answers import Head, Whole
    from verbale.catalog.entries import Entry
    from verbale.site.lists import Stretch
    from verbale.site.sentences import Frame
    from verbale.site.shelf import Shelf, Standing
    from verbale.site.voices import Labels


class Reading(NamedTuple):
    """A record with all its sentences made, for its own page and those of its points."""

    whole: Whole
    standing: Standing
    sentences: tuple[Sentence, ...]


def reading_of(shelf: Shelf, record_id: str) -> Reading | None:
    """Return a record with its sentences, `None` where there is no such id."""
    key = shelf.catalog.key(record_id)
    if key is None:
        return None
    standing = shelf.at(key)
    whole = shelf.catalog.whole(standing.head, shelf.entries(standing))
    return Reading(whole, standing, tuple(shelf.sentences(standing)))


def record_view(shelf: Shelf, reading: Reading) -> RecordView:
    """Return the view of a record's page."""
    whole, (head, shown, frame, _), sentences = reading
    record = whole.record
    speakers = set(head.speaking)
    on = _on(whole.entries, shelf.catalog.headings.broader())
    before, after = shelf.catalog.neighbours(head.rank)
    return RecordView(
        shown,
        record,
        tuple([voice for voice in frame.voices.values() if voice.id in speakers]),
        tuple([(p, frame.voices[p.id] if p.id in speakers else None) for p in record.participants]),
        blocks_of(sentences, record.furniture, whole.places),
        strip_of(sentences),
        tally_of(sentences),
        tuple(sorted((ref for sentence in sentences for ref in sentence.points), key=lambda ref: ref.number)),
        tuple([frame.labels.theme(theme, len(numbers)) for theme, numbers in on.items()]),
        _picks(sentences, on, frame.labels),
        downloads_of(record.id),
        tuple([shelf.put(other).shown for other in shelf.catalog.other_accounts(head)]),
        _neighbour(before),
        _neighbour(after),
        corrections_of(reading),
        frame.note(record.note),
        _terms(shelf, head.key),
    )


def _terms(shelf: Shelf, key: int) -> tuple[Link, ...]:
    """Return the terms of the glossary that a record mentions, by label."""
    terms = shelf.catalog.headings.terms
    if not terms:
        return ()
    found = [terms[id_] for id_ in mentions_of(shelf.catalog.db, key) if id_ in terms]
    ordered = sorted(found, key=lambda term: (term.label.casefold(), term.id))
    return tuple([Link(addresses.term_page(term.id), term.label) for term in ordered])


def downloads_of(record_id: str) -> tuple[Link, ...]:
    """Return the files of a record that a reader may take away."""
    return (
        Link(addresses.source_text(record_id), "source (text)"),
        Link(addresses.record_yaml(record_id), "record (YAML)"),
        Link(addresses.record_json(record_id), "record (JSON)"),
        Link(addresses.record_citations(record_id, "bib"), "citations (BibTeX)"),
        Link(addresses.record_citations(record_id, "ris"), "citations (RIS)"),
        Link(addresses.record_citations(record_id, "csl.json"), "citations (CSL JSON)"),
    )


def tally_of(sentences: Sequence[Sentence]) -> tuple[Tally, ...]:
    """Return how much of the document each voice has, in order of first statement; `share` is of the words, 0 to 1."""
    counts: dict[str, tuple[Voice, list[int]]] = {}
    for sentence in sentences:
        _, count = counts.setdefault(sentence.voice.id, (sentence.voice, [0, 0]))
        count[0] += 1
        count[1] += sentence.length
    total = sum(words for _, (_, words) in counts.values()) or 1
    return tuple([Tally(voice, number, words, round(words / total, 4)) for voice, (number, words) in counts.values()])


def corrections_of(reading: Reading) -> tuple[Correction, ...]:
    """Return what a person decided against the parser, ids told as names where they have one."""
    voices = reading.standing.frame.voices
    labels = reading.standing.frame.labels
    notes = {s.id: s.note for s in reading.whole.record.statements} | {
        p.id: p.note for p in reading.whole.record.agreed
    }
    persons = {p.id: p.note for p in reading.whole.record.participants}
    record_id = reading.whole.record.id
    found = []
    for item, what, *values in reading.whole.differences:
        parser, editor = (_named(what, value, voices, labels.themes) for value in values)
        url = addresses.sentence_anchor(record_id, item) if item in notes else None
        note = reading.standing.frame.note(notes.get(item) or persons.get(item))
        found.append(Correction(item, what, parser, editor, note, url))
    return tuple(found)


def corrections_view(shelf: Shelf, stretch: Stretch) -> CorrectionsView:
    """Return the view of what people decided against the parser, in all records or in one part of the list."""
    groups = []
    for head in shelf.catalog.heads(stretch.low, stretch.high, corrected=True):
        reading = reading_of(shelf, head.id)
        if reading:
            groups.append((reading.standing.shown, corrections_of(reading)))
    return CorrectionsView(tuple(groups), stretch.entries, stretch.pager)


def point_views(reading: Reading) -> Iterator[tuple[PointRef, PointView]]:
    """Give the views of all agreed points of a record, in order."""
    _, (head, shown, frame, _), sentences = reading
    holders = {ref.number: sentence for sentence in sentences for ref in sentence.points}
    refs = {ref.number: ref for sentence in sentences for ref in sentence.points}
    order = sorted(refs)
    points = {number: point for entry in reading.whole.entries for number, point in entry.points}
    by_theme = _by_theme(sentences)
    for place, number in enumerate(order):
        sentence, point = holders[number], points[number]
        at = sentence.number - 1
        yield (
            refs[number],
            PointView(
                shown,
                reading.whole.record.source,
                refs[number],
                len(order),
                point.verb,
                sentence.statement.cue,
                sides_of(frame, head, sentence),
                sentence,
                sentences[at - 1] if at > 0 else None,
                sentences[at + 1] if at + 1 < len(sentences) else None,
                tuple([ref for ref in sentence.points if ref.number != number]),
                tuple(_elsewhere(frame, point.themes or sentence.statement.themes, by_theme, sentence)),
                refs[order[place - 1]] if place else None,
                refs[order[place + 1]] if place + 1 < len(order) else None,
                frame.note(point.note),
            ),
        )


def sides_of(frame: Frame, head: Head, sentence: Sentence) -> tuple[Voice, ...]:
    """Return who speaks in a joint statement: the sides that it names, else all principals; else nobody."""
    if sentence.voice.id != JOINT:
        return ()
    return sentence.sides or tuple([frame.voices[id_] for id_ in principals_of(head.participants)])


def _neighbour(found: tuple[str, str] | None) -> Link | None:
    return Link(addresses.record_page(found[0]), found[1]) if found else None


def _by_theme(sentences: Sequence[Sentence]) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        for theme in sentence.statement.themes:
            found.setdefault(theme, []).append(sentence)
    return found


def _elsewhere(
    frame: Frame,
    themes: Sequence[str],
    by_theme: dict[str, list[Sentence]],
    own: Sentence,
) -> Iterator[tuple[Link, tuple[Sentence, ...]]]:
    """Give each theme with the other statements of this record that bear on it; none where there are no others."""
    for theme in themes:
        yield frame.labels.theme(theme), tuple([s for s in by_theme.get(theme, ()) if s is not own])


def _on(entries: Sequence[Entry], broader: Mapping[str, str | None]) -> dict[str, list[int]]:
    """Return the numbers of the sentences on each theme, narrower ones included, in order of first mention."""
    above: dict[str, list[str]] = {}
    found: dict[str, list[int]] = {}
    for entry in entries:
        for theme in with_broader(themes_of(entry), broader, above):
            found.setdefault(theme, []).append(entry.number)
    return found


def _picks(sentences: Sequence[Sentence], on: Mapping[str, list[int]], labels: Labels) -> tuple[Pick, ...]:
    """Return what a reader may pick of a record: its voices, then its themes by label."""
    spoken: dict[str, tuple[str, list[int]]] = {}
    for sentence in sentences:
        spoken.setdefault(sentence.voice.id, (sentence.voice.name, []))[1].append(sentence.number)
    themes = sorted([(labels.themes.get(theme, theme), numbers) for theme, numbers in on.items()])
    return tuple(
        [Pick(_letters(place), name, tuple(numbers)) for place, (name, numbers) in enumerate(spoken.values())]
        + [
            Pick(_letters(len(spoken) + place), label, tuple(n), of_theme=True)
            for place, (label, n) in enumerate(themes)
        ]
    )


def _letters(place: int) -> str:
    """Return a short class by place: A to Z, then AA …; a page has it many times, and no other class of ours is large."""
    return f"{_letters(place // 26 - 1) if place >= 26 else ''}{chr(ord('A') + place % 26)}"


def _named(what: str, value: str, voices: Mapping[str, Voice], themes: Mapping[str, str]) -> str:
    """Return a value of the record as a reader knows it: voices by name, themes by label."""
    if what in {"speaker", "sides", "also"}:
        names = {id_: voice.name for id_, voice in voices.items()}
        return ", ".join(names.get(id_) or VOICE_NAMES.get(id_, id_) for id_ in value.split(", "))
    if what == "themes":
        return ", ".join(themes.get(id_, id_) for id_ in value.split(", "))
    return value
