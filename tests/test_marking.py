"""A sentence marked up: what stands between the tags is the source, whatever it holds and wherever the marks lie."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from verbale.record import AgreedPoint, Statement
from verbale.site.escaping import escaped
from verbale.site.marking import number, own_number, words
from verbale.site.sentences import pieces_of
from verbale.site.views import PointRef, Sentence, Voice
from verbale.span import Span

VOICE = Voice("joint", "Together", "joint", "v-j", -1)


class _Words(HTMLParser):
    """The text of a page as it is read, the numbers of points left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.in_number = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.in_number = self.in_number or tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        self.in_number = self.in_number and tag != "sup"

    def handle_data(self, data: str) -> None:
        if not self.in_number:
            self.text += data


def read(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return parser.text


def sentence(
    text: str, cue: str | None = None, spans: tuple[tuple[int, int], ...] = (), speech: str = "reported"
) -> Sentence:
    statement = Statement(
        id="s07",
        paragraph=1,
        at=Span(10, 10 + len(text)),
        speaker="joint",
        basis="joint",
        text=text,
        cue=cue,
        speech=speech,
    )
    refs = [
        (
            Span(10 + start, 10 + end),
            ref(n, AgreedPoint(id=f"p-{n}", statement="s07", at=Span(0, 0), act="agreed", text="")),
        )
        for n, (start, end) in enumerate(spans, 1)
    ]
    return Sentence(statement, 7, "records/a.html#s07", VOICE, pieces_of(statement, refs))


def ref(n: int, point: AgreedPoint) -> PointRef:
    return PointRef(n, point.id, "Label", point.act, point.text, f"points/a/{point.id}.html", 7)


@st.composite
def marked(draw: st.DrawFn) -> Sentence:
    text = draw(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
    places = st.integers(0, len(text))
    ends = sorted(draw(st.lists(places, max_size=6)))
    spans = tuple((a, b) for a, b in zip(ends[::2], ends[1::2], strict=False) if a < b)
    start = draw(places)
    cue = text[start : start + draw(st.integers(0, 10))] or None
    return sentence(text, cue, spans)


@given(marked())
def test_the_words_are_the_sources_whatever_is_marked(made: Sentence) -> None:
    assert read(words(made, "../", ids=True)) == made.statement.text
    assert read(words(made, "", own="p-1")) == made.statement.text


@given(st.text(), st.integers())
def test_text_is_escaped_as_markupsafe_does(text: str, whole: int) -> None:
    assert escaped(text) == str(escape(text))
    assert escaped(whole) == str(escape(whole))
    assert escaped(Markup(text)) == text  # noqa: S704 - what it is trusted for
    assert escaped(None) == "None"


def test_a_plain_sentence_has_no_markup() -> None:
    assert words(sentence("A < B."), "../") == "A &lt; B."


def test_cue_and_points_are_marked_and_numbered() -> None:
    made = sentence("The two agreed to sail and to fish.", "The two agreed", ((18, 22), (30, 34)))
    assert words(made, "../") == (
        "<i>The two agreed</i> to "
        '<sup><span class="vh">point </span>1</sup><a class="pt" href="../points/a/p-1.html">sail</a> and to '
        '<sup><span class="vh">point </span>2</sup><a class="pt" href="../points/a/p-2.html">fish</a>.'
    )


def test_the_point_that_a_page_is_about_is_marked_and_not_linked() -> None:
    made = sentence("They sail and fish.", None, ((5, 9), (14, 18)))
    html = words(made, "../../", own="p-2")
    assert '<b class="pt here">fish</b>' in html
    assert html.count("<a ") == 1


def test_a_point_with_a_cue_inside_bears_its_id_once() -> None:
    made = sentence("They will sail far.", "will", ((5, 18),))
    html = words(made, "", ids=True)
    assert html.count('id="p-1"') == 1
    assert html.count("<sup>") == 1
    assert "<i>will</i>" in html


def test_a_number_that_is_not_that_of_the_id_tells_the_id() -> None:
    split = sentence("A.")._replace(number=8)
    assert own_number(split) == '<a class="n" href="#s07" data-id="#s07" aria-label="Sentence 8">8</a>'


def test_a_number_leads_to_the_sentence_and_says_that_it_is_quoted() -> None:
    assert number(sentence("A."), "../") == '<a class="n" href="../records/a.html#s07" aria-label="Sentence 7">7</a>'
    assert (
        own_number(sentence("A.", speech="direct"))
        == '<a class="n q" href="#s07" aria-label="Sentence 7, quoted">7</a>'
    )
