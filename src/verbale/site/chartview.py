"""The figures of the whole archive, as numbers: who speaks how much, on what and how, who meets whom and when; drawn elsewhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from verbale.catalog.order import UNDATED, year_of
from verbale.catalog.sayings import ASIDE, cells_of, sums_of
from verbale.record import ACTS
from verbale.site import addresses
from verbale.site.ownfigures import years_of
from verbale.site.pageviews import FiguresView
from verbale.site.speakerview import speaker_name
from verbale.site.views import Figure, FigureRow, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from verbale.catalog.answers import SpeakerTotal
    from verbale.site.shelf import Shelf

SPEAKERS: Final = 12
"""Speakers in a list of bars."""
ACROSS: Final = 6
"""Speakers or persons in the columns of a grid."""
DOWN: Final = 12
YEARS: Final = 12


def figures_view(shelf: Shelf) -> FiguresView:
    """Return the view of the page of figures; a figure of which there is nothing to show is left out."""
    heard = [t for t in shelf.catalog.speaker_totals() if t.statements and t.id not in ASIDE]
    records, statements, _ = shelf.catalog.sums()
    styles = _styles(shelf) if records == 1 else {}
    made = [
        _words(shelf, heard, styles),
        _grid_of(shelf, heard[:ACROSS], styles, "themes"),
        _grid_of(shelf, heard[:ACROSS], styles, "verbs"),
        _acts(shelf),
    ]
    if records > 1:
        made += [_meetings(shelf), _themes_by_year(shelf), _met(shelf)]
    return FiguresView(records, statements, tuple([figure for figure in made if figure.rows]))


def _styles(shelf: Shelf) -> Mapping[str, str]:
    """Return the classes of voices where one record is the whole archive: colour means a speaker of one record."""
    (head,) = shelf.catalog.heads()
    return {voice.id: voice.css for voice in shelf.put(head).frame.voices.values()}


def _words(shelf: Shelf, heard: Sequence[SpeakerTotal], styles: Mapping[str, str]) -> Figure:
    everybody = [total for total in shelf.catalog.speaker_totals() if total.words]
    every = sum(total.words for total in everybody) or 1
    shown = sorted(heard, key=lambda total: (-total.words, total.id))[:SPEAKERS]
    rows = [
        FigureRow(
            Link(addresses.speaker_page(total.id), speaker_name(shelf, total)),
            (total.words, round(100 * total.words / every)),
            styles.get(total.id, ""),
        )
        for total in shown
    ]
    return Figure(
        "words",
        "Who is given how many words",
        f"Words of the sentences that are given to each speaker, and their share of all {every:,} words, the narrator’s included.",
        ("Speaker", "Words", "Per cent"),
        tuple(rows),
    )


def _grid_of(shelf: Shelf, heard: Sequence[SpeakerTotal], styles: Mapping[str, str], what: str) -> Figure:
    """Return the figure of `themes` or `verbs` by speaker."""
    db = shelf.catalog.db
    if what == "themes":
        found = {t.id: {theme: n for _, theme, n in cells_of(db, "speaker", t.id)} for t in heard}
    else:
        found = {t.id: {verb: n for (_, verb), n in sums_of(db, "verb", t.id).items()} for t in heard}
    rows = _top(found.values(), DOWN)
    title, words, first = {
        "themes": ("Who speaks on what", "Sentences on the most frequent themes, by speaker", "Theme"),
        "verbs": (
            "With which verbs",
            "The verbs with which the sources introduce what each speaker says, by sentences",
            "Verb",
        ),
    }[what]
    label: Callable[[str], Link] = shelf.labels.theme if what == "themes" else lambda verb: Link("", verb)
    return Figure(
        what,
        title,
        f"{words}.",
        (first, *(speaker_name(shelf, total) for total in heard)),
        tuple([FigureRow(label(row), tuple([found[t.id].get(row, 0) for t in heard])) for row in rows]),
        grid=True,
        styles=tuple([styles.get(total.id, "") for total in heard]),
    )


def _acts(shelf: Shelf) -> Figure:
    rows = [FigureRow(Link("", act), (points,)) for act, points in shelf.catalog.acts()]
    return Figure(
        "acts",
        "How the sides agree",
        "Agreed points by the act that puts them.",
        ("Act", "Points"),
        tuple(sorted(rows, key=lambda row: ACTS.index(row.label.label))),
    )


def _meetings(shelf: Shelf) -> Figure:
    years: Counter[str] = Counter()
    for period, records in shelf.periods("records"):
        years[year_of(period)] += records
    shown = [str(year) for year in years_of(years)]
    shown += [UNDATED] if years[UNDATED] else []
    index = addresses.index_page("records")
    split = sum(years.values()) > shelf.limit
    rows = [FigureRow(Link(addresses.part_page(index, y) if split and years[y] else "", y), (years[y],)) for y in shown]
    return Figure("meetings", "When they meet", "Records by year of the meeting.", ("Year", "Records"), tuple(rows))


def _themes_by_year(shelf: Shelf) -> Figure:
    sums = sums_of(shelf.catalog.db, "year")
    years = sorted({year for _, year in sums if year != UNDATED})[-YEARS:]
    found: dict[str, dict[str, int]] = {year: {} for year in years}
    for (theme, year), number in sums.items():
        if year in found:
            found[year][theme] = number
    rows = _top(found.values(), DOWN)
    return Figure(
        "years",
        "Themes over the years",
        f"Sentences on the most frequent themes, by year{' (the last ' + str(YEARS) + ')' if len(years) == YEARS else ''}.",
        ("Theme", *years),
        tuple([FigureRow(shelf.labels.theme(t), tuple([found[y].get(t, 0) for y in years])) for t in rows]),
        grid=True,
    )


def _met(shelf: Shelf) -> Figure:
    pairs = sums_of(shelf.catalog.db, "met")
    both: dict[str, Counter[str]] = {}
    for (a, b), number in pairs.items():
        both.setdefault(a, Counter())[b] += number
        both.setdefault(b, Counter())[a] += number
    persons = sorted(both, key=lambda id_: (-both[id_].total(), id_))
    names = {id_: _name(shelf, id_) for id_ in persons[:DOWN]}
    across = persons[:ACROSS]
    return Figure(
        "met",
        "Who meets whom",
        "Records in which both lead their side, for those who meet most.",
        ("Person", *(names[id_] for id_ in across)),
        tuple(
            [
                FigureRow(Link(addresses.speaker_page(id_), names[id_]), tuple([both[id_][other] for other in across]))
                for id_ in persons[:DOWN]
            ]
        ),
        grid=True,
    )


def _name(shelf: Shelf, speaker: str) -> str:
    total = shelf.catalog.speaker_total(speaker)
    return speaker_name(shelf, total) if total else speaker


def _top(counts: Iterable[Mapping[str, int]], limit: int) -> list[str]:
    """Return what is counted most in all, the most frequent first."""
    totals: Counter[str] = Counter()
    for count in counts:
        totals.update(count)
    return [one for one, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))[:limit]]
