"""Firefox takes each file on disk for a stranger to all others: pages must be whole there too, and search must find the same."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from tests.browser.meetings import RECORDS, TITLE, adjacent, hits, said
from tests.builtsite import Built
from tests.firefox import Firefox, started
from tools import firefox as installed

ARROW_DOWN, ENTER, ESCAPE = "\ue015", "\ue007", "\ue00c"
STATUS = "return document.getElementById('search_status')?.textContent"
HITS = "return [...document.querySelectorAll('#search_hits .w')].map(one => one.textContent)"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox with a new profile."""
    path = installed.find()
    if path is None:
        pytest.skip(installed.HELP)
    with started(path, tmp_path_factory.mktemp("profile")) as one:
        yield one


def ask(firefox: Firefox, archive: Built, **asked: str) -> str:
    """What the page of search says came of a question."""
    firefox.open(f"{(archive.root / 'search.html').resolve().as_uri()}?{urlencode(asked)}")
    return str(firefox.wait(STATUS))


def test_firefox_lets_no_page_read_a_file_so_that_scripts_hand_data_over(firefox: Firefox, archive: Built) -> None:
    firefox.open((archive.root / "search.html").resolve().as_uri())
    firefox.run("fetch('search/index.js').then(() => window.came = 'read', () => window.came = 'refused')")
    assert firefox.wait("return window.came") == "refused"
    firefox.errors()


def test_search_finds_in_firefox_what_the_records_hold(firefox: Firefox, archive: Built) -> None:
    words = hits(lambda found: {"rail", "freight", "projects"} <= set(found))
    beginning = hits(lambda found: any(word.startswith("vacc") for word in found))
    phrase = hits(lambda found: adjacent(found, ["in", "both", "directions"]))
    speaker = RECORDS[0].participants[0].id
    theirs = hits(lambda found: "ready" in found, lambda _, who: who == speaker)
    assert min(words, beginning, phrase, theirs) > 0
    assert ask(firefox, archive, q="freight PROJECTS rail ") == said(words)
    assert ask(firefox, archive, q="vacc*") == said(beginning)
    assert ask(firefox, archive, q='"in both directions"') == said(phrase)
    assert ask(firefox, archive, q="ready", speaker=speaker) == said(theirs)
    assert ask(firefox, archive, q="in ") == said(hits(lambda found: "in" in found))
    assert ask(firefox, archive, q="zofin") == said(1)
    assert firefox.run("return document.querySelector('#search_hits h2').innerText") == TITLE
    assert firefox.errors() == []


def test_keys_and_narrowing_work_in_firefox(firefox: Firefox, archive: Built) -> None:
    ask(firefox, archive, q="vaccine ")
    first = firefox.wait(f"{HITS}[0]")
    firefox.press(ARROW_DOWN)
    assert firefox.run("return document.activeElement.textContent") == first
    firefox.press(ESCAPE)
    assert firefox.run("return document.activeElement.name") == "q"
    firefox.run("document.querySelector('#search_narrow summary').click()")
    count = firefox.wait("return document.querySelector('#search_by_speaker a .num')?.textContent")
    firefox.run("document.querySelector('#search_by_speaker a').click()")
    firefox.wait(f"{STATUS} === arguments[0]", said(int(count.split()[0])))
    firefox.press(ARROW_DOWN, ENTER)
    assert firefox.wait("return document.querySelector('.s:target .w')?.textContent")
    firefox.tell("WebDriver:Back")
    assert firefox.wait(STATUS) == said(int(count.split()[0]))
    assert firefox.errors() == []


def test_no_kind_of_page_has_an_error_in_firefox(firefox: Firefox, reference: Built) -> None:
    for path in reference.kinds.values():
        firefox.open((reference.root / path).resolve().as_uri())
        assert firefox.run("return document.querySelector('h1') !== null"), path
    assert firefox.errors() == []
