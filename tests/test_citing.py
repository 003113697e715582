"""References in three styles, and addresses of a text at its publisher; nothing is guessed in any of them."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

import pytest

from verbale.record import Event, Record, SourceEntry
from verbale.site import citing
from verbale.site.page import Page
from verbale.site.pageviews import RecordView
from verbale.site.views import RecordHead, Site, Strip


class Given(NamedTuple):
    """What is known of a document."""

    title: str = "Talks at Sea"
    publisher: str | None = "The Ministry"
    published: str | None = "2024-05-02"
    date: str | None = "2024-04-30"
    base_url: str | None = "https://a.example/"


def shown(given: Given) -> dict[str, str]:
    """The references of a record as text, by style."""
    event = Event(id="talks", date=given.date)
    head = RecordHead(
        "talks", "records/talks.html", given.title, given.date, "", "2024", event, given.publisher, "en", 1, 0
    )
    source = SourceEntry(path="seeds/a.txt", sha256="", publisher=given.publisher, published=given.published)
    record = Record(id="talks", title=given.title, source=source, event=event)
    view = RecordView(head, record, (), (), (), Strip((), ()), (), (), (), (), ())
    site = Site("Of & by", "B", base_url=given.base_url)
    page = Page("records/talks.html", "record.html", view, given.title, "", "records")
    return {style: unescape(re.sub(r"<[^>]+>", "", html)) for style, html in citing.references(view, site, page)}


def test_all_that_is_known_is_in_each_style() -> None:
    assert shown(Given()) == {
        "Chicago": "The Ministry. \u201cTalks at Sea.\u201d Readout of April 30, 2024. In Of & by, record talks. "
        "Published May 2, 2024. https://a.example/records/talks.html.",
        "APA": "The Ministry. (2024, May 2). Talks at Sea [Readout of April 30, 2024]. Of & by, record talks. "
        "https://a.example/records/talks.html",
        "MLA": "The Ministry. \u201cTalks at Sea.\u201d Of & by, 2 May 2024, readout of 30 Apr. 2024, record talks, "
        "https://a.example/records/talks.html.",
    }


def test_what_is_not_known_is_not_made_up() -> None:
    """A title that ends in a mark of its own gets no full stop."""
    assert shown(Given("What Now?", None, None, None, None)) == {
        "Chicago": "\u201cWhat Now?\u201d Readout, date not given, publisher not named. In Of & by, record talks.",
        "APA": "What Now? [Readout, date not given, publisher not named]. (n.d.). Of & by, record talks.",
        "MLA": "\u201cWhat Now?\u201d Of & by, readout, date not given, publisher not named, record talks.",
    }


@pytest.mark.parametrize(
    ("date", "american", "apa", "mla"),
    [
        ("2021-11-08", "November 8, 2021", "2021, November 8", "8 Nov. 2021"),
        ("2021-09", "September 2021", "2021, September", "Sept. 2021"),
        ("2021", "2021", "2021", "2021"),
        ("2021-06-28T10:15:00+02:00", "June 28, 2021", "2021, June 28", "28 June 2021"),
        ("2021-06-28/2021-06-29", "28\u201329 June 2021", "28\u201329 June 2021", "28\u201329 June 2021"),
        ("2021-21", "spring 2021", "spring 2021", "spring 2021"),
        ("2021-00-01", "2021-00-01", "2021-00-01", "2021-00-01"),
    ],
)
def test_each_style_has_dates_of_its_own(date: str, american: str, apa: str, mla: str) -> None:
    assert (american, apa, mla) == (citing.american(date), citing.year_first(date), citing.mla(date))


@pytest.mark.parametrize(
    ("url", "text", "expected"),
    [
        ("https://a.example/x", "A short, plain one.", "https://a.example/x#:~:text=A%20short%2C%20plain%20one."),
        ("https://a.example/x#y", "well-known & more", "https://a.example/x#y:~:text=well%2Dknown%20%26%20more"),
        (
            "https://a.example/",
            "One two\nthree\u00a0four five six seven eight nine ten eleven",
            "https://a.example/#:~:text=One%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
        ),
    ],
)
def test_a_link_leads_to_a_text_at_its_publisher(url: str, text: str, expected: str) -> None:
    """What a directive takes for its own signs (comma, hyphen, ampersand) is encoded in the text."""
    assert citing.at_publisher(url, text) == expected
    start, _, end = unquote(expected).partition(":~:text=")[2].partition(",") if len(text) > 30 else ("", "", "")
    assert " ".join(text.split()).startswith(start)
    assert " ".join(text.split()).endswith(end)
