"""What templates ask of a view beyond its fields: small groupings, counts and attributes; no look at other pages."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from verbale.record import NARRATOR
from verbale.site import addresses, dates, wording
from verbale.site.escaping import escaped
from verbale.site.views import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from verbale.record import Event, Participant, Record
    from verbale.site.pageviews import RecordEntry, RecordView, SpeakerEntry, ThemeEntry
    from verbale.site.views import Cell, FurnitureItem, Link, Pick, PointRef, Strip, Turn, Voice

PHRASING: Final = frozenset("a abbr b br cite code del em i ins mark q s small span strong sub sup".split())
"""Elements that may stand inside a sentence's reason, which is itself inside a paragraph."""
_FOOT: Final = re.compile(
    r'<sup id="fnref[^>]*>.*?</sup>|<a [^>]*footnote-backref[^>]*>.*?</a>|(?<=[a-z0-9]) id="[^"]*"'
)
"""Ids, and what leads to and from footnotes: a note may be shown twice on a page, where no id may be."""
_TAG = re.compile(r"</?([a-z][a-z0-9]*)[^>]*>")


def by_act(points: Iterable[PointRef]) -> list[tuple[str, int, list[PointRef]]]:
    """Group neighbours that have an act and a sentence in common: act, sentence's number, points."""
    return [
        (act, sentence, list(group))
        for (act, sentence), group in groupby(points, key=lambda point: (point.act, point.sentence))
    ]


def on_theme(voice: Voice, theme: str) -> str:
    """Return the address of what a voice says on a theme; there is one wherever it says anything and has pages."""
    return addresses.said_page(voice.id, theme)


def speeches(cells: Iterable[Cell]) -> list[tuple[Voice, Cell, int]]:
    """Group a strip's cells into speeches: the voice, its first cell, the number of sentences until another speaks."""
    found = []
    for _, group in groupby(cells, key=lambda cell: cell.voice.id):
        run = list(group)
        found.append((run[0].voice, run[0], len(run)))
    return found


def marks(view: RecordView) -> dict[int, str]:
    """Return the classes of a record's sentences, by number: `s`, and what a reader may pick them by."""
    found: dict[int, list[str]] = {}
    for pick in view.picks:
        for number in pick.numbers:
            found.setdefault(number, ["s"]).append(pick.key)
    return {number: " ".join(keys) for number, keys in found.items()}


def turn_marks(turn: Turn, marked: dict[int, str]) -> str:
    """Return the classes that the sentences of a turn have, each once."""
    keys = {key: None for item in turn.items if isinstance(item, Sentence) for key in marked[item.number].split()[1:]}
    return " ".join(keys)


def picking(picks: Iterable[Pick]) -> str:
    """Return the style that shows what a reader picks, for `.s` and `.turn`; those for the letters A to Z stand in `record.css`."""
    rules = ",".join([f".bar:has([value={pick.key}]:checked)~div .{pick.key}" for pick in picks if len(pick.key) > 1])
    return f"<style>{rules}{{--show:var(--i)}}</style>" if rules else ""


def by_voice(spoken: Iterable[Sentence]) -> list[tuple[Voice, list[Sentence]]]:
    """Group sentences of one record by voice, in order of first sentence."""
    found: dict[str, tuple[Voice, list[Sentence]]] = {}
    for sentence in spoken:
        found.setdefault(sentence.voice.id, (sentence.voice, []))[1].append(sentence)
    return list(found.values())


def turn_points(turn: Turn) -> list[PointRef]:
    """Return the agreed points of a turn in order."""
    return [point for item in turn.items if isinstance(item, Sentence) for point in item.points]


def turn_themes(turn: Turn) -> list[Link]:
    """Return the themes of a turn's sentences, each once, in order of first mention."""
    themes = {theme.url: theme for item in turn.items if isinstance(item, Sentence) for theme in item.themes}
    return list(themes.values())


def sentences(items: Sequence[Sentence | FurnitureItem]) -> list[Sentence]:
    """Return the sentences among a turn's items."""
    return [item for item in items if isinstance(item, Sentence)]


def is_sentence(item: Sentence | FurnitureItem) -> bool:
    """Tell a sentence from furniture between sentences."""
    return isinstance(item, Sentence)


def quoted(record: Record) -> tuple[int, int, int]:
    """Count the sentences that somebody is said to say: all, wholly quoted, partly quoted."""
    said = [statement.speech for statement in record.statements if statement.speaker != NARRATOR]
    return len(said), said.count("direct"), said.count("mixed")


def samples(view: RecordView) -> list[tuple[Sentence, str]]:
    """Pick up to three short sentences that show how to read a document: one with a cue, one without, one with a point."""
    every = [item for block in view.blocks for turn in block.turns for item in sentences(turn.items)]
    every.sort(key=lambda sentence: len(sentence.statement.text))
    wanted: list[tuple[str, Callable[[Sentence], bool]]] = [
        ("cue", lambda s: s.statement.basis == "named" and s.pieces[0].cue and s.voice.kind == "person"),
        ("continued", lambda s: s.statement.basis == "continued" and not s.points),
        ("point", lambda s: s.statement.speaker == "joint" and len(s.points) == 1),
    ]
    picked = [(next(filter(fits, every), None), kind) for kind, fits in wanted]
    return [(sentence, kind) for sentence, kind in picked if sentence is not None]


def by_year(entries: Iterable[RecordEntry]) -> list[tuple[str, list[RecordEntry]]]:
    """Group a list of records by year, keeping its order."""
    return [(year, list(group)) for year, group in groupby(entries, key=lambda entry: entry.head.year)]


def opening(view: RecordView) -> Sentence | None:
    """Return the document's first sentence where the narrator tells what happened, for a front page to begin with."""
    first = next((sentences(turn.items) for block in view.blocks for turn in block.turns), [])
    return first[0] if first and first[0].voice.kind == "narrator" else None


def columns(view: RecordView) -> list[Voice]:
    """Return the voices that a table by speaker has columns for: the principals, the sides together after the first."""
    persons = list(view.strip.lanes)
    return [*persons[:1], *(voice for voice in view.voices if voice.kind == "joint"), *persons[1:]]


def times_of(theme: ThemeEntry, voice: Voice) -> int:
    """Return how many sentences of one voice bear on a theme."""
    return next((times for other, times in theme.voices if other.id == voice.id), 0)


def said_by(theme: ThemeEntry, voice: Voice) -> str:
    """Return the address of what one voice says on a theme."""
    return addresses.said_page(voice.id, theme.link.url.rpartition("/")[2].removesuffix(".html"))


def css_of(view: RecordView, speaker: SpeakerEntry) -> str:
    """Return the classes that a speaker has in a record, or those of one without a lane."""
    return next((voice.css for voice in view.voices if voice.url == speaker.link.url), "v-o")


def part_of(link: Link, links: Iterable[Link]) -> str:
    """Return a link's count in per cent of the largest, for a bar; at least 1, so that it can be seen."""
    return f"{max(1, 100 * (link.count or 0) / max(other.count or 0 for other in links)):.0f}"


def setting(event: Event) -> str:
    """Return what kind of meeting it was, through what medium and where: "Call by video link, Rome", "Phone call"; may be empty."""
    told = bool(event.kind and event.medium and event.medium.split()[-1] == event.kind)
    kind = wording.capital(" by ".join(filter(None, (None if told else event.kind, event.medium))))
    return ", ".join(filter(None, (kind, event.place)))


def strip_keys(strip: Strip) -> list[Voice]:
    """Return the voices whose cells a reader cannot tell by a lane's name, each once, in order of first sentence."""
    named = {voice.id for voice in strip.lanes}
    return list({cell.voice.id: cell.voice for cell in strip.cells if cell.voice.id not in named}.values())


def keyed(voice: Voice) -> str:
    """Return what the key of a strip calls a voice."""
    words = {"joint": "together", "narrator": "narrator", "unknown": "speaker unknown"}
    return words.get(voice.kind) or (f"{voice.name}, as a side" if voice.kind == "party" else voice.name)


def capacity(person: Participant) -> str:
    """Return in what capacity somebody took part: "President, Kestria", "attending", "Minister, attending"."""
    title = person.title if person.name else None
    return ", ".join(filter(None, (title, person.state, "attending" if person.role == "attending" else None)))


def foreign(language: str, around: str, *, turned: bool = True) -> str:
    """Return the attributes, with a space in front, of text in another language than what is around it; else nothing.

    Where the two scripts run in different directions the text gets its own, unless it is not to be `turned`.
    """
    if language == around:
        return ""
    direction = wording.direction(language)
    own = f' dir="{direction}"' if turned and direction != wording.direction(around) else ""
    return f' lang="{escaped(language)}"{own}'


def in_marks(text: str, language: str, around: str) -> str:
    """Return a source's words as HTML inside quotation marks (see `wording.marks_around`).

    `language` is that of the words, `around` that of the page.
    """
    opening, closing = wording.marks_around(text, around)
    return f'{opening}<span class="src"{foreign(language, around)}>{escaped(text)}</span>{closing}'


def phrasing(html: str) -> str:
    """Return safe HTML without elements that must not stand inside a paragraph; their words stay."""
    bare = _FOOT.sub("", html)
    return " ".join(_TAG.sub(lambda tag: tag[0] if tag[1] in PHRASING else " ", bare).split())


def percent(share: float) -> str:
    """Return a share of one in whole per cent, "under 1" where there is a little."""
    return "under 1" if 0 < share < 0.005 else f"{share * 100:.0f}"


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "by_act": by_act,
    "by_voice": by_voice,
    "by_year": by_year,
    "capital": wording.capital,
    "capacity": capacity,
    "columns": columns,
    "counted": wording.count,
    "css_of": css_of,
    "direction": wording.direction,
    "keyed": keyed,
    "keys": strip_keys,
    "language": wording.language,
    "listed": wording.listed,
    "marks_around": wording.marks_around,
    "marks": marks,
    "on_theme": on_theme,
    "opening": opening,
    "part_of": part_of,
    "percent": percent,
    "possessive": wording.possessive,
    "quoted": quoted,
    "said_by": said_by,
    "samples": samples,
    "setting": setting,
    "speeches": speeches,
    "spelled": dates.spelled,
    "thousands": wording.thousands,
    "times_of": times_of,
    "turn_marks": turn_marks,
    "turn_points": turn_points,
    "turn_themes": turn_themes,
}
MARKED: Final[dict[str, Callable[..., str]]] = {
    "foreign": foreign,
    "in_marks": in_marks,
    "phrasing": phrasing,
    "picking": picking,
}
"""Filters whose strings are HTML already."""
TESTS: Final = {"sentence": is_sentence}
