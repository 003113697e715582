"""The glossary: terms are found as whole words, the longest first; each has its mentions; an edit reaches what shows it."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path

import pytest

from tests.builtsite import Built
from verbale.archive import Archive, open_archive
from verbale.authority import Term
from verbale.catalog.glossary import matcher_of, mentions_in
from verbale.check import check
from verbale.contents import load_glossary
from verbale.site.build import build_site
from verbale.site.terms import Terms
from verbale.site.text import ROOT

TERMS = {
    "union": Term(id="union", label="Union", kind="organisation", aliases=("Sea Union", "SU")),
    "forum": Term(id="forum", label="Sea Union Forum", kind="event"),
}
MATCHER = matcher_of(TERMS)


def found(*texts: str) -> dict[str, list[int]]:
    """Where texts mention the terms."""
    return mentions_in(MATCHER, [(n, json.dumps({"text": text, "note": "Union"})) for n, text in enumerate(texts, 1)])


def test_words_are_whole_as_written_and_the_longest_wins() -> None:
    assert found("The Union met.", "the union", "Unions", "the Sea Union Forum", "the Sea Union, SU and Union") == {
        "union": [1, 5],
        "forum": [4],
    }


def test_no_terms_are_found_by_nothing() -> None:
    assert mentions_in(matcher_of({}), [(1, '{"text": "Union"}')]) == {}


def test_a_term_is_marked_and_its_words_stay() -> None:
    terms = Terms({"SU": "Sea <Union>"}, MATCHER)
    marked = terms.html("In SU & the Sea Union Forum.")
    link = f'<a class="g" href="{ROOT}glossary/'
    assert marked == (
        f'In {link}union.html"><abbr title="Sea &lt;Union&gt;">SU</abbr></a> &amp; the {link}forum.html">Sea Union Forum</a>.'
    )
    assert html.unescape(re.sub(r"<[^>]*>", "", marked)) == "In SU & the Sea Union Forum."
    assert "<a " not in terms.html("In SU", linked=False)


@pytest.fixture
def archive(example: Built, tmp_path: Path) -> Archive:
    """A copy of the example archive."""
    root = tmp_path / "archive"
    shutil.copytree(example.archive, root, ignore=shutil.ignore_patterns("build", ".verbale"))
    return open_archive(root)


def write(archive: Archive, id_: str, text: str) -> None:
    """Write an entry of the glossary."""
    path = archive.at(f"content/glossary/{id_}.md")
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_faults_are_told_with_their_lines(archive: Archive) -> None:
    write(archive, "a", "---\nlabel: Ferry\nkind: boat\n---\n")
    write(archive, "b", "---\nlabel: Strait\nkind: event\n---\n")
    write(archive, "c", "---\nlabel: Straits\nkind: event\naliases: [Sound, Strait]\n---\n")
    terms, problems = load_glossary(archive)
    assert set(terms) == {"b", "c"}
    assert [(p.path, p.line, p.code) for p in problems if p.code == "term-twice"] == [
        ("content/glossary/c.md", 4, "term-twice")
    ]
    assert any(p.path == "content/glossary/a.md" and p.line == 3 and "organisation" in p.message for p in problems)


def test_a_term_has_a_page_with_its_mentions_and_goes_with_its_file(archive: Archive) -> None:
    out = archive.at("build")
    build_site(archive, out, jobs=1)
    assert not (out / "glossary").exists()
    record = next(path for path in sorted((out / "records").glob("*.html")) if path.name != "index.html")
    words = re.search(r'<span class="w">(?:<i>[^<]*</i>)?[^<]*?\b([a-z]{4,})\b', record.read_text())
    assert words is not None
    write(archive, "thing", f"---\nlabel: {words[1]}\nkind: document\nwas: [matter]\n---\nA *note*.\n")
    build_site(archive, out, jobs=1)
    page = (out / "glossary/thing.html").read_text()
    assert "<em>note</em>" in page
    assert f"{record.name}#s" in page
    assert 'href="../glossary/thing.html"' in record.read_text()
    assert "glossary/index.html" in (out / "index.html").read_text()
    assert "thing.html" in (out / "glossary/matter.html").read_text()
    archive.at("content/glossary/thing.md").unlink()
    build_site(archive, out, jobs=1)
    assert not list((out / "glossary").glob("*.html")) if (out / "glossary").exists() else True
    assert "glossary/" not in record.read_text()


def test_a_record_tells_the_terms_that_it_mentions_and_check_those_that_none_does(archive: Archive) -> None:
    write(archive, "ferry", "---\nlabel: ferry\nkind: programme\n---\n")
    write(archive, "cable", "---\nlabel: Cable Accord\nkind: document\n---\n")
    build_site(archive, archive.at("build"), jobs=1)
    record = next(path for path in sorted(archive.at("build/records").glob("*.html")) if path.name != "index.html")
    assert re.findall(r'<li><a href="../glossary/[^>]*>[^<]*', record.read_text()) == [
        '<li><a href="../glossary/ferry.html">ferry'
    ]
    told = [str(one) for one in check(archive, jobs=1) if one.code == "unused-term"]
    assert told == [
        "content/glossary/cable.md:1:1: warning: no record mentions this term. Add the words that documents use as `aliases`, or remove the file."
    ]


def test_the_reference_archives_terms_are_all_mentioned(reference: Built) -> None:
    terms, problems = load_glossary(open_archive(reference.archive))
    assert problems == []
    assert len(terms) > 5
    for term in terms.values():
        assert re.search(r'<a class="n(?: q)?"', reference.text(f"glossary/{term.id}.html")), term.id
