"""What templates ask beyond a view's fields: groupings, counts, words and attributes."""

from __future__ import annotations

import pytest

from verbale.record import Event, Participant, Record, SourceEntry, Statement
from verbale.site import filters, wording
from verbale.site.views import Cell, Link, Piece, PointRef, Sentence, Strip, Turn, Voice
from verbale.span import Span

ANN = Voice("ann", "Ann", "person", "v-a", 0)
BOB = Voice("bob", "Bob", "person", "v-b", 1)
SEA = Voice("sea", "Sea Forum", "party", "v-p", 2)
ALL = Voice("joint", "Together", "joint", "v-j", -1)


def point(number: int, act: str, sentence: int) -> PointRef:
    return PointRef(number, f"p-{number}", f"Point {number}", act, "words", f"points/a/p-{number}.html", sentence)


def statement(speaker: str = "ann", speech: str = "reported") -> Statement:
    return Statement(id="s01", paragraph=1, at=Span(0, 2), speaker=speaker, basis="named", text="A.", speech=speech)


def sentence(voice: Voice, *, themes: tuple[str, ...] = (), points: tuple[PointRef, ...] = ()) -> Sentence:
    links = tuple(Link(f"themes/{theme}.html", theme) for theme in themes)
    return Sentence(statement(), 1, "records/a.html#s01", voice, (Piece("A."),), links, points)


def test_points_are_grouped_while_act_and_sentence_stay_the_same() -> None:
    points = [point(1, "agreed", 3), point(2, "agreed", 3), point(3, "stressed", 3), point(4, "agreed", 5)]
    grouped = [(act, at, [p.number for p in group]) for act, at, group in filters.by_act(points)]
    assert grouped == [("agreed", 3, [1, 2]), ("stressed", 3, [3]), ("agreed", 5, [4])]


def test_a_speech_lasts_until_another_speaks() -> None:
    cells = [Cell(f"s{n}", n, voice, 0, 1, "") for n, voice in enumerate([ANN, ANN, BOB, ANN], 1)]
    told = [(voice.name, cell.number, count) for voice, cell, count in filters.speeches(cells)]
    assert told == [("Ann", 1, 2), ("Bob", 3, 1), ("Ann", 4, 1)]


def test_a_turns_themes_come_once_in_order() -> None:
    turn = Turn(ANN, again=False, items=(sentence(ANN, themes=("b", "a")), sentence(ANN, themes=("a", "c"))))
    assert [theme.label for theme in filters.turn_themes(turn)] == ["b", "a", "c"]


def test_a_turns_points_come_in_order() -> None:
    first, second = point(1, "agreed", 1), point(2, "agreed", 2)
    turn = Turn(ALL, again=False, items=(sentence(ALL, points=(first,)), sentence(ALL, points=(second,))))
    assert filters.turn_points(turn) == [first, second]


def test_sentences_are_gathered_by_voice() -> None:
    spoken = [sentence(ANN), sentence(BOB), sentence(ANN)]
    assert [(voice.name, len(group)) for voice, group in filters.by_voice(spoken)] == [("Ann", 2), ("Bob", 1)]


def test_the_narrator_is_not_counted_among_those_who_are_quoted() -> None:
    said = (statement("narrator"), statement(), statement(speech="direct"), statement("joint", "mixed"))
    record = Record(id="a", title="A", source=SourceEntry(path="", sha256=""), event=Event(id="a"), statements=said)
    assert filters.quoted(record) == (3, 1, 1)


def test_the_key_of_a_strip_names_whom_no_lane_names() -> None:
    strip = Strip(tuple(Cell("s", 1, voice, 0, 1, "") for voice in (ANN, ALL, SEA, ALL, BOB)), (ANN, BOB))
    assert [filters.keyed(voice) for voice in filters.strip_keys(strip)] == ["together", "Sea Forum, as a side"]


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (Participant(id="a", name="Ann", title="President", state="Kestria", role="principal"), "President, Kestria"),
        (Participant(id="a", name="Ann", role="attending"), "attending"),
        (Participant(id="a", title="Prime Minister", state="Ostrovia", role="principal"), "Ostrovia"),
        (Participant(id="a", name="Ann", role="principal"), ""),
    ],
)
def test_a_participants_capacity_repeats_no_title_that_stands_for_a_name(person: Participant, expected: str) -> None:
    assert filters.capacity(person) == expected


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (Event(id="a", kind="call", medium="video link", place="Rome"), "Call by video link, Rome"),
        (Event(id="a", medium="telephone"), "Telephone"),
        (Event(id="a", kind="call", medium="phone call"), "Phone call"),
        (Event(id="a"), ""),
    ],
)
def test_a_meetings_setting_leaves_out_what_is_not_known(event: Event, expected: str) -> None:
    assert filters.setting(event) == expected


@pytest.mark.parametrize(
    ("language", "around", "expected"),
    [
        ("en", "en", ""),
        ("fr", "en", ' lang="fr"'),
        ("ar", "en", ' lang="ar" dir="rtl"'),
        ("en", "ar", ' lang="en" dir="ltr"'),
    ],
)
def test_text_in_another_language_says_so_and_turns_where_its_script_does(
    language: str, around: str, expected: str
) -> None:
    assert filters.foreign(language, around) == expected


def test_text_that_is_not_to_be_turned_only_names_its_language() -> None:
    assert filters.foreign("en", "ar", turned=False) == ' lang="en"'


def test_a_note_inside_a_paragraph_keeps_its_words_and_loses_its_blocks() -> None:
    html = '<p>One <em>and</em></p>\n<ul>\n<li>two <a href="x">link</a></li>\n</ul>'
    assert filters.phrasing(html) == 'One <em>and</em> two <a href="x">link</a>'


@pytest.mark.parametrize(("share", "expected"), [(0, "0"), (0.001, "under 1"), (0.354, "35"), (1, "100")])
def test_a_little_is_not_nothing(share: float, expected: str) -> None:
    assert filters.percent(share) == expected


def test_the_smallest_bar_can_be_seen() -> None:
    links = [Link("a", "2001", 1), Link("b", "2002", 1000)]
    assert [filters.part_of(link, links) for link in links] == ["1", "100"]


def test_numbers_and_names_are_told_as_a_sentence_tells_them() -> None:
    assert wording.count(1, "sentence") == "1 sentence"
    assert wording.count(2100, "sentence") == "2,100 sentences"
    assert wording.count(2, "undertaking or position", "undertakings and positions") == "2 undertakings and positions"
    assert [wording.listed(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == ["A", "A and B", "A, B and C"]
    assert wording.capital("video link, Rome") == "Video link, Rome"
    assert [wording.language(code) for code in ("en", "en-GB", "tlh")] == ["English", "English", "tlh"]


def test_every_basis_speech_and_kind_of_furniture_has_its_words() -> None:
    from verbale.record import BASES, FURNITURE_KINDS, SPEECHES

    assert set(wording.BASIS) == set(BASES)
    assert set(wording.SPEECH) == set(SPEECHES)
    assert set(wording.FURNITURE) <= set(FURNITURE_KINDS)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("the strait", "en", "\u201cthe strait\u201d"),
        ("the strait", "fr", "\u00ab\u202fthe strait\u202f\u00bb"),
        ("the strait", "de-CH", "\u201ethe strait\u201c"),
        ("the strait", "tlh", "\u201cthe strait\u201d"),
        ("\u201cWe sail,\u201d she said.", "en", "\u2018\u201cWe sail,\u201d she said.\u2019"),
        ('He said "no".', "en", '\u2018He said "no".\u2019'),
        ("\u00ab Oui \u00bb, dit-elle.", "fr", "\u201c\u00ab Oui \u00bb, dit-elle.\u201d"),
        ("\u00ab Oui \u00bb, dit-elle.", "en", "\u201c\u00ab Oui \u00bb, dit-elle.\u201d"),
        ("\u201cWe sail.\u201d", "en", "\u201cWe sail.\u201d"),
        ("\u201eJa\u201c.", "en", "\u201eJa\u201c."),
        ("\u00ab Oui. \u00bb", "en", "\u00ab Oui. \u00bb"),
        ("\u201cA\u201d and \u201cB\u201d", "en", "\u2018\u201cA\u201d and \u201cB\u201d\u2019"),
    ],
)
def test_quotation_marks_are_never_doubled(text: str, language: str, expected: str) -> None:
    """The source's characters stay as they are; the marks around them are those of the page's language."""
    opening, closing = wording.marks_around(text, language)
    assert f"{opening}{text}{closing}" == expected


def test_words_in_marks_keep_their_language_and_are_escaped() -> None:
    assert filters.in_marks("a <b>", "en", "en") == '\u201c<span class="src">a &lt;b&gt;</span>\u201d'
    assert filters.in_marks("\u0646\u0639\u0645", "ar", "en") == (
        '\u201c<span class="src" lang="ar" dir="rtl">\u0646\u0639\u0645</span>\u201d'
    )
