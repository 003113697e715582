"""Links by id and pictures in what people write: led to what they name, followed through every change, told when they break."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.builtsite import Built
from tests.program import ROOT, verbale
from tests.serving import PAGE, RECORD, copied
from verbale.archive import Archive, open_archive
from verbale.errors import BuildError
from verbale.site.build import build_site

ID = "2024-03-14-maren-talvik-jonas-ferrel"
POINT = "open-a-second-ferry-line"
PICTURE = b"\x89PNG\r\n\x1a\n"
ABOUT = "content/pages/about.md"
METHOD = "content/pages/method.md"


@pytest.fixture
def archive(example: Built, tmp_path: Path) -> Archive:
    """A copy of the example archive, with a picture and a file."""
    root = copied(example.archive, tmp_path / "archive")
    (root / "content/media/maps").mkdir(parents=True)
    (root / "content/media/maps/strait.png").write_bytes(PICTURE)
    (root / "content/media/minutes 1.txt").write_text("Minutes.", encoding="utf-8")
    return open_archive(root)


def write(archive: Archive, path: str, text: str) -> None:
    """Write the text of a page, below front matter."""
    archive.at(path).write_text(f"---\ntitle: Method\n---\n{text}\n", encoding="utf-8")


def note(archive: Archive, id_: str, text: str) -> None:
    """Give the entry with an id in the record a note."""
    old = archive.at(RECORD).read_text(encoding="utf-8")
    assert f"- id: {id_}\n" in old
    new = re.sub(rf"(?m)(^  - id: {id_}\n)(    note: .*\n)?", rf"\1    note: {text!r}\n", old)
    archive.at(RECORD).write_text(new, encoding="utf-8")


def build(archive: Archive) -> None:
    """Bring the site up to date, and compare it with one built from nothing."""
    out, fresh = archive.at("build"), archive.at("fresh")
    build_site(archive, out)
    build_site(archive, fresh)
    files = sorted(p.relative_to(fresh) for p in fresh.rglob("*") if p.is_file())
    assert files == sorted(p.relative_to(out) for p in out.rglob("*") if p.is_file())
    assert [p for p in files if (out / p).read_bytes() != (fresh / p).read_bytes()] == []


def shown(archive: Archive, page: str) -> str:
    """A page of the built site."""
    return (archive.at("build") / page).read_text(encoding="utf-8")


def refused(archive: Archive) -> list[str]:
    """What stops the build."""
    with pytest.raises(BuildError) as caught:
        build_site(archive, archive.at("build"))
    return [str(problem) for problem in caught.value.problems]


def test_a_link_leads_to_a_term_by_its_label_and_follows_it_until_it_goes(archive: Archive) -> None:
    path = archive.at("content/glossary/line.md")
    path.parent.mkdir()
    path.write_text("---\nlabel: Ferry Line\nkind: programme\n---\nSee [[theme:sea]].\n", encoding="utf-8")
    write(archive, METHOD, "[[term:line]], [[term:line|that *line*]].")
    note(archive, "s03", "As of [[term:line]].")
    build(archive)
    assert '<a href="glossary/line.html">Ferry Line</a>, <a href="glossary/line.html">that <em>line</em></a>' in shown(
        archive, "method.html"
    )
    assert '<a href="../glossary/line.html">Ferry Line</a>' in shown(archive, f"records/{ID}.html")
    path.rename(path.with_name("route.md"))
    assert refused(archive)[0].startswith(f"{METHOD}:4:1: [[term:line]] leads nowhere.")
    path.with_name("route.md").write_text("---\nlabel: Route\nkind: programme\nwas: [line]\n---\n", encoding="utf-8")
    build(archive)
    assert '<a href="glossary/route.html">Route</a>' in shown(archive, "method.html")
    assert '<a href="../glossary/route.html">Route</a>' in shown(archive, f"records/{ID}.html")
    write(archive, METHOD, "[[term:rout]]")
    note(archive, "s03", "Nothing.")
    assert refused(archive) == [f"{METHOD}:4:1: [[term:rout]] leads nowhere. Did you mean 'route'?"]


def test_links_lead_to_what_they_name_with_its_own_words(archive: Archive) -> None:
    write(
        archive,
        METHOD,
        f"[[theme:sea]], [[speaker:maren-talvik]], [[record:{ID}]], [[record:{ID}#s03]], [[point:{ID}/{POINT}]], "
        f"[[page:about]], [[theme:sea|the *open* sea]], `[[theme:sea]]` and \\[[theme:sea]].",
    )
    build(archive)
    title = "President Maren Talvik Meets Prime Minister Jonas Ferrel of Orvland"
    links = (
        '<a href="themes/sea.html">The sea</a>, <a href="speakers/maren-talvik.html">Maren Talvik</a>, '
        f'<a href="records/{ID}.html">{title}</a>, <a href="records/{ID}.html#s03">{title}, s03</a>, '
        f'<a href="points/{ID}/{POINT}.html">Open a second ferry line</a>, '
        '<a href="about.html">About this archive</a>, <a href="themes/sea.html">the <em>open</em> sea</a>, '
        "<code>[[theme:sea]]</code> and [[theme:sea]]."
    )
    assert links in shown(archive, "method.html")


def test_in_a_record_its_statements_and_points_are_named_alone_and_each_page_finds_its_way(archive: Archive) -> None:
    note(archive, "s03", f"Compare [[s02]] and [[point:{POINT}]].")
    note(archive, POINT, "See [[s02]].")
    build(archive)
    assert f'Compare <a href="../records/{ID}.html#s02">s02</a>' in shown(archive, PAGE)
    assert f'<a href="../points/{ID}/{POINT}.html">Open a second ferry line</a>' in shown(archive, PAGE)
    assert f'See <a href="../../records/{ID}.html#s02">s02</a>' in shown(archive, f"points/{ID}/{POINT}.html")


def test_pictures_and_files_come_with_the_site_and_go_with_their_files(archive: Archive) -> None:
    theme = archive.at("content/themes/sea.md")
    text = theme.read_text(encoding="utf-8")
    theme.write_text(
        f"{text}\n![The strait](media/maps/strait.png) [Minutes](media/minutes%201.txt)\n", encoding="utf-8"
    )
    build(archive)
    page = shown(archive, "themes/sea.html")
    assert '<img alt="The strait" src="../media/maps/strait.png">' in page
    assert '<a href="../media/minutes%201.txt">Minutes</a>' in page
    assert (archive.at("build") / "media/maps/strait.png").read_bytes() == PICTURE
    archive.at("content/media/maps/strait.png").write_bytes(PICTURE * 2)
    build(archive)
    assert (archive.at("build") / "media/maps/strait.png").read_bytes() == PICTURE * 2
    theme.write_text(text, encoding="utf-8")
    archive.at("content/media/maps/strait.png").unlink()
    build(archive)
    assert not (archive.at("build") / "media/maps").exists()


def test_words_follow_what_they_name(archive: Archive) -> None:
    write(archive, METHOD, f"[[theme:sea]], [[speaker:maren-talvik]], [[record:{ID}]], [[point:{ID}/{POINT}]]")
    archive.at("content/speakers").mkdir(exist_ok=True)
    archive.at("content/speakers/jonas-ferrel.md").write_text("---\nname: Jonas Ferrel\n---\nSee [[theme:sea]].\n")
    note(archive, "s02", "On [[theme:sea]].")
    build(archive)
    theme = archive.at("content/themes/sea.md")
    theme.write_text(
        theme.read_text(encoding="utf-8").replace("label: The sea", "label: Waters & coasts"), encoding="utf-8"
    )
    record = archive.at(RECORD)
    record.write_text(
        record.read_text(encoding="utf-8")
        .replace("title: President Maren", "title: When President Maren")
        .replace("label: Open a second", "label: Open one more"),
        encoding="utf-8",
    )
    archive.at("content/speakers/maren-talvik.md").write_text("---\nname: M. Talvik\n---\n", encoding="utf-8")
    build(archive)
    page = shown(archive, "method.html")
    for words in ("Waters &amp; coasts</a>", "M. Talvik</a>", "When President Maren", "Open one more ferry line</a>"):
        assert words in page
    assert "Waters &amp; coasts</a>." in shown(archive, "speakers/jonas-ferrel.html")
    assert 'On <a href="../themes/sea.html">Waters &amp; coasts</a>.' in shown(archive, PAGE)


def test_old_ids_lead_on(archive: Archive) -> None:
    write(archive, METHOD, "[[theme:ocean]] [[record:old-talks#s02]]")
    record, theme = archive.at(RECORD), archive.at("content/themes/sea.md")
    record.write_text(
        record.read_text(encoding="utf-8").replace("\ntitle:", "\nwas: [old-talks]\ntitle:", 1), encoding="utf-8"
    )
    theme.write_text(theme.read_text(encoding="utf-8").replace("label:", "was: [ocean]\nlabel:", 1), encoding="utf-8")
    build(archive)
    assert '<a href="themes/sea.html">The sea</a>' in shown(archive, "method.html")
    assert f'<a href="records/{ID}.html#s02">' in shown(archive, "method.html")


@pytest.mark.parametrize(
    ("link", "remedy"),
    [
        ("[[theme:sae]]", "Did you mean 'sea'?"),
        ("[[speaker:maren-talvk]]", "Did you mean 'maren-talvik'?"),
        ("[[speaker:narrator]]", "Correct it, or take it out."),
        ("[[record:2024-03-14-maren-talvik]]", f"Did you mean '{ID}'?"),
        (f"[[record:{ID}#s99]]", "Did you mean 's09'?"),
        (f"[[point:{ID}/open-second-ferry-line]]", f"Did you mean '{POINT}'?"),
        ("[[page:abuot]]", "Did you mean 'about'?"),
        ("[map](media/maps/strat.png)", "Did you mean 'maps/strait.png'?"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_place(archive: Archive, link: str, remedy: str) -> None:
    write(archive, METHOD, f"First.\n\nSee {link}.")
    written = re.sub(r"\[map\]\((.*)\)", r"\1", link)
    told = [f"{METHOD}:6:5: {written} leads nowhere. {remedy}"]
    assert refused(archive) == told
    assert refused(archive) == told
    checked = verbale("check", cwd=archive.root)
    assert told[0] in checked.stderr
    assert checked.returncode == 1
    write(archive, METHOD, "Nothing.")
    build(archive)


def test_in_a_record_the_place_is_that_of_the_note(archive: Archive) -> None:
    note(archive, "s03", "As in [[s99]], and [[theem:sea]].")
    line = archive.at(RECORD).read_text(encoding="utf-8").split("As in")[0].count("\n") + 1
    remedy = "Links begin with `record:`, `point:`, `theme:`, `speaker:`, `term:`, `page:`; write `\\[[` for a bracket."
    assert refused(archive) == [f"{RECORD}:{line}:11: [[theem:sea]] leads nowhere. {remedy}"]
    note(archive, "s03", "As in [[s99]].")
    assert refused(archive) == [f"{RECORD}:{line}:11: [[s99]] leads nowhere. Did you mean 's09'?"]


def test_what_a_link_names_may_not_go_and_the_link_stay(archive: Archive) -> None:
    write(archive, METHOD, "See ![The strait](media/maps/strait.png) and [[page:sources]].")
    write(archive, "content/pages/sources.md", "Ours.")
    build(archive)
    kept = archive.at("content/pages/sources.md").read_bytes()
    archive.at("content/pages/sources.md").unlink()
    archive.at("content/media/maps/strait.png").unlink()
    for _ in range(2):
        assert [told.split(": ")[1] for told in refused(archive)] == [
            "media/maps/strait.png leads nowhere. Correct it, or take it out.",
            "[[page:sources]] leads nowhere. Correct it, or take it out.",
        ]
    archive.at("content/pages/sources.md").write_bytes(kept)
    archive.at("content/media/maps/strait.png").write_bytes(PICTURE)
    build(archive)


def test_a_picture_without_words_stops_the_build(archive: Archive) -> None:
    write(archive, METHOD, "![](media/maps/strait.png)")
    remedy = "Write them between the brackets: `![what it shows](media/maps/strait.png)`."
    message = "the picture media/maps/strait.png has no words for those who do not see it."
    assert refused(archive) == [f"{METHOD}:4:1: {message} {remedy}"]


def test_tables_footnotes_definitions_and_code(archive: Archive) -> None:
    write(
        archive,
        METHOD,
        "| a | b |\n|---|---|\n| 1 | [[theme:sea]] |\n\nTerm\n: What it means.[^1]\n\n[^1]: A note.\n\n```\n[[theme:none]]\n```",
    )
    build(archive)
    page = shown(archive, "method.html")
    assert '<td><a href="themes/sea.html">The sea</a></td>' in page
    assert "<dt>Term</dt>" in page
    assert 'href="#fn:1"' in page
    assert "<pre><code>[[theme:none]]" in page


def test_a_link_with_words_may_stand_in_a_table_and_its_bar_in_code_stays(archive: Archive) -> None:
    text = "| a | b |\n| --- | --- |\n| [[theme:fishing|fish and nets]] | `[[theme:sea|x]]` |\n\n    [[theme:sea|x]]\n"
    write(archive, METHOD, text)
    build(archive)
    page = shown(archive, "method.html")
    assert '<td><a href="themes/fishing.html">fish and nets</a></td>' in page
    assert "[[theme:sea|x]]" in page
    assert "\ufdd0" not in page


def test_a_note_on_a_sentence_may_have_a_footnote_although_it_is_shown_twice(archive: Archive) -> None:
    note(archive, "s03", "Odd.[^1]\\n\\n[^1]: Says the *minute*.")
    record = archive.at(RECORD)
    text = record.read_text(encoding="utf-8").replace(
        "'Odd.[^1]\\\\n\\\\n[^1]: Says the *minute*.'", '"Odd.[^1]\\n\\n[^1]: Says the *minute*."'
    )
    place = text.index("speaker: maren-talvik", text.index("- id: s03\n"))
    record.write_text(
        text[:place] + "speaker: narrator" + text[place + len("speaker: maren-talvik") :], encoding="utf-8"
    )
    build(archive)
    for page in (PAGE, "corrections.html"):
        html = shown(archive, page)
        assert "Says the <em>minute</em>." in html
        assert "fn:1" not in html
        assert "fnref" not in html


def test_the_example_in_the_documentation_is_true(archive: Archive) -> None:
    document = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8").split("## Notes and pages")[1]
    example, pictures = re.findall(r"```markdown\n(.*?)```", document, re.DOTALL)[:2]
    for name in re.findall(r"media/([\w.-]+)", pictures):
        archive.at(f"content/media/{name}").write_bytes(b"")
    archive.at(METHOD).write_text(f"{example}\n{pictures}", encoding="utf-8")
    build(archive)
    page = shown(archive, "method.html")
    assert "[[" not in page
    assert page.count("<a href") >= 8
    archive.at(METHOD).write_text(example.replace("fishing", "fihsing"), encoding="utf-8")
    assert refused(archive)[0] in document
