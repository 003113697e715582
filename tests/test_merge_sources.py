"""A source that changes and a vocabulary that grows: ids stay with their sentences, edits stay, and nothing goes unseen."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.reparsing import SOURCE, House, all_of, house, says
from verbale import drafts
from verbale.cli import main
from verbale.errors import BuildError
from verbale.site.build import build_site


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """An archive with one record."""
    return house(tmp_path, monkeypatch)


def texts(here: House) -> dict[str, str]:
    """The words of each statement by its id."""
    return {one.id: one.text for one in here.load().statements}


LABEL = ("    label: Share data on currents\n", "    label: Currents   # ours\n")
SPEAKER = (
    "    speaker: maren-talvik\n    basis: continued\n",
    "    speaker: narrator\n    basis: editor   # we think\n",
)


def test_a_build_stops_and_says_which_command_to_run(here: House) -> None:
    here.archive.at("content/site.yaml").write_text("title: T\ndescription: D\n", encoding="utf-8")
    here.source(("every year", "each year"))
    with pytest.raises(BuildError) as stopped:
        build_site(here.archive, here.archive.at("build"), jobs=1)
    (problem,) = stopped.value.problems
    assert f"Run `verbale parse {SOURCE}`: it takes in what changed and keeps what people wrote." == problem.remedy


def test_a_typo_mended(here: House) -> None:
    here.edit(LABEL, SPEAKER)
    here.source(
        ("March 14, 2024,", "14 March 2024, a Thursday,"),
        ("Ferries carry more people", "Ferries carry many more persons"),
    )
    edited, before = here.text(), texts(here)
    here.one()
    after = texts(here)
    assert list(before) == list(after)
    assert {"s01", "s04"} == {id_ for id_ in before if before[id_] != after[id_]}
    assert "Ferries carry many more persons every year." == after["s04"]
    assert [] == [line for _, new in (LABEL, SPEAKER) for line in new.splitlines() if line not in here.text()]
    assert edited.count("\n") - here.text().count("\n") in {0, 1}
    assert () == here.load().retired


def test_a_paragraph_added(here: House) -> None:
    here.edit(LABEL, SPEAKER)
    before = texts(here)
    here.source(("Ferrel thanked", "Talvik spoke of the seals. She counted them.\n\nFerrel thanked"))
    here.one()
    after = texts(here)
    assert ["s01", "s02", "s03", "s04", "s10", "s11", "s05", "s06", "s07", "s08", "s09"] == list(after)
    assert before == {id_: words for id_, words in after.items() if id_ in before}
    assert [1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6] == [one.paragraph for one in here.load().statements]
    assert ["s02", "s02", None, "s10"] == [one.from_ for one in here.load().statements[2:6]]
    assert "    label: Currents   # ours\n" in here.text()


def test_a_sentence_taken_out_goes_with_its_id_and_its_edits_are_told(here: House) -> None:
    here.edit(
        SPEAKER,
        ("    cue: He stressed\n", "    cue: He stressed\n    # ports!\n    note: A line.\n"),
    )
    here.source((" He stressed that Orvland wants cleaner ports.", ""), (" Ferries carry more people every year.", ""))
    taken = here.parse()
    assert [("gone", "error"), ("gone", "error")] == [(one.code, one.level) for one in taken.all_problems]
    assert [
        (
            "s04 is not in the source any more: “Ferries carry more people every year.”. "
            "It had by hand: speaker 'narrator'; basis 'editor'."
        ),
        (
            "s06 is not in the source any more: “He stressed that Orvland wants cleaner ports.”. "
            "It had by hand: note 'A line.'."
        ),
    ] == [one.message for one in taken.all_problems]
    retired = here.load().retired
    assert [("s04", None), ("s06", "A line.")] == [(gone.id, gone.note) for gone in retired]
    text = here.text()
    assert "# we think" in text
    assert "# ports!" in text
    assert "  # s04 had by hand: speaker 'narrator'; basis 'editor'\n  - {id: s04" in text
    lines = text.splitlines()
    assert ["s04", "s06"] == [lines[one.line - 1].split("id: ")[1][:3] for one in taken.all_problems]
    here.stays()
    here.source(("Ferrel thanked her", "Ferrel came late. Ferrel thanked her"))
    here.one()
    assert "s10" in texts(here)


def test_keys_of_a_persons_own_are_kept_with_what_has_gone(here: House) -> None:
    here.edit(
        (
            "    cue: He stressed\n",
            "    cue: He stressed\n    checked:\n      by: me   # twice\n      on: [a, 'b: c']\n",
        )
    )
    here.source((" He stressed that Orvland wants cleaner ports.", ""))
    (problem,) = here.parse().all_problems
    assert ("gone", "error") == (problem.code, problem.level)
    assert """It had by hand: checked {"by": "me", "on": ["a", "b: c"]}.""" in problem.message
    assert """  # s06 had by hand: checked {"by": "me", "on": ["a", "b: c"]}\n""" in here.text()
    assert "# twice" in here.text()
    here.stays()


def test_a_sentence_that_nobody_edited_goes_with_a_word(here: House) -> None:
    here.source((" Ferries carry more people every year.", ""))
    assert [("gone", "warning")] == [(one.code, one.level) for one in here.parse().all_problems]
    assert ["s04"] == [gone.id for gone in here.load().retired]
    here.stays()


def test_equal_sentences_keep_their_order(here: House) -> None:
    here.source(("The meeting ended", "They shook hands.\n\nThey shook hands.\n\nThe meeting ended"))
    here.one()
    here.edit(("  - id: s11\n    paragraph: 6\n", "  - id: s11\n    note: The second time.\n    paragraph: 6\n"))
    here.source(("Talks in Port Sable\n", "Talks in Port Sable\n\nIt rained.\n"))
    here.one()
    (noted,) = (one for one in here.load().statements if one.note)
    assert ("s11", "They shook hands.", 7) == (noted.id, noted.text, noted.paragraph)


def test_a_paragraph_moved_keeps_its_ids(here: House) -> None:
    moved = "Ferrel thanked her for the welcome. He stressed that Orvland wants cleaner ports.\n\n"
    here.edit(("    cue: Ferrel thanked\n", "    cue: Ferrel thanked\n    note: Polite.\n"))
    before = texts(here)
    here.source((moved, ""), ("Talvik said", moved + "Talvik said"))
    here.one()
    assert before == texts(here)
    assert "Polite." == next(one.note for one in here.load().statements if one.id == "s05")


def test_a_persons_split_moves_with_its_words(here: House) -> None:
    here.edit(
        ("    at: [177, 249]\n", "    at: [177, 221]\n"),
        (
            "      She stressed that fishing feeds both coasts, and that storms have grown.\n",
            (
                "      She stressed that fishing feeds both coasts,\n  - {id: s10, paragraph: 2, at: [222, 249], "
                "speaker: narrator, basis: editor, text: and that storms have grown.}\n"
            ),
        ),
    )
    here.source(("March 14", "Thursday, March 14"), ("storms have grown", "the storms have grown"))
    here.one()
    assert "She stressed that fishing feeds both coasts," == texts(here)["s03"]
    assert "and that the storms have grown." == texts(here)["s10"]
    assert "narrator" == next(one.speaker for one in here.load().statements if one.id == "s10")


def test_a_point_narrowed_by_hand_moves_with_its_words(here: House) -> None:
    here.edit(
        ("    at: [425, 447]\n", "    at: [431, 447]\n"),
        ("    text: share data on currents\n", "    text: data on currents\n"),
    )
    here.source(("March 14", "Thursday, March 14"))
    here.one()
    assert "data on currents" == here.load().agreed[1].text


def test_a_better_parser_and_a_changed_source_at_once(here: House) -> None:
    here.edit(LABEL, SPEAKER)
    here.source(("every year", "each year"))
    here.one(all_of(says("s06", speech="direct"), says("s04", cue="Ferries")))
    made = here.load()
    assert ("narrator", "Ferries carry more people each year.") == (made.statements[3].speaker, made.statements[3].text)
    assert "direct" == made.statements[5].speech


def test_a_source_of_other_words_keeps_no_id(here: House) -> None:
    path = here.archive.at(SOURCE)
    path.write_text("Another title\n\nNothing of the former is left here at all.\n", encoding="utf-8")
    here.parse()
    made = here.load()
    assert ["s10"] == [one.id for one in made.statements]
    assert {f"s{n:02d}" for n in range(1, 10)} < {gone.id for gone in made.retired}
    here.stays()


def test_a_theme_renamed(here: House) -> None:
    here.edit(("    themes: [ports]\n", "    themes: [ports, sea] # both\n"))
    here.archive.at("content/themes/sea.md").unlink()
    here.theme("waters", "label: Waters\nterms: [strait, currents, nets]\nwas: [sea]")
    edited = here.text()
    here.one()
    assert edited.replace("sea]", "waters]") == here.text()


def test_two_themes_merged(here: House) -> None:
    for name in ("sea", "ferries"):
        here.archive.at(f"content/themes/{name}.md").unlink()
    here.theme("waters", "label: Waters\nterms: [strait, currents, nets, ferry line, ferries]\nwas: [sea, ferries]")
    here.one()
    themes = [one.themes for one in here.load().statements]
    assert [(), ("waters",), (), ("waters",), (), ("ports",), ("waters",), ("waters",), ()] == themes


def test_terms_added_give_what_the_parser_gives_and_leave_what_a_person_set(here: House) -> None:
    here.edit(("    themes: [ports]\n", "    themes: [sea]\n"))
    here.theme("coasts", "label: Coasts\nterms: [coasts, cleaner, welcome]")
    here.one()
    themes = {one.id: one.themes for one in here.load().statements}
    assert (("coasts",), ("coasts",), ("sea", "coasts")) == (themes["s03"], themes["s05"], themes["s06"])
    here.theme("coasts", "label: Coasts\nterms: [coasts]")
    here.one()
    themes = {one.id: one.themes for one in here.load().statements}
    assert (("coasts",), (), ("sea",)) == (themes["s03"], themes["s05"], themes["s06"])


def test_a_speaker_renamed(here: House) -> None:
    here.archive.at("content/speakers").mkdir()
    here.archive.at("content/speakers/talvik.md").write_text("---\nname: Maren Talvik\nwas: [maren-talvik]\n---\n")
    edited = here.text()
    here.one()
    assert edited.replace("maren-talvik", "talvik") == here.text()


def test_the_reading_keeps_what_was_once_given(here: House) -> None:
    here.edit(("  - id: share-data-on-currents\n", "  - id: currents\n"))
    here.one()
    assert ["share-data-on-currents"] == [gone.id for gone in here.said().retired]
    assert "currents" in {one.id for one in here.said().agreed}


def test_the_example_with_the_real_parser(tmp_path: Path) -> None:
    run = CliRunner()
    folder = tmp_path / "new"
    assert 0 == run.invoke(main, ["init", str(folder)]).exit_code
    arguments = ["--archive", str(folder), "parse"]
    assert 0 == run.invoke(main, arguments).exit_code
    (record,) = (folder / "content/records").glob("*.yaml")
    (source,) = (folder / "seeds").glob("*.txt")
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("basis: continued", "basis: editor   # ours", 1), encoding="utf-8")
    done = run.invoke(main, arguments)
    assert (0, "unchanged") == (done.exit_code, done.stdout.split(":")[0])
    source.write_text("A line above\n\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    before = record.read_bytes()
    done = run.invoke(main, [*arguments, "--dry-run"])
    assert (before, True) == (record.read_bytes(), done.stdout.endswith("1 brought up to date. Nothing was written.\n"))
    run.invoke(main, arguments)
    assert b"basis: editor   # ours" in record.read_bytes()
    assert 0 == run.invoke(main, ["--archive", str(folder), "build"]).exit_code
    shutil.rmtree(folder / ".verbale")
    done = run.invoke(main, arguments)
    assert (0, "unchanged") == (done.exit_code, done.stdout.split(":")[0])


def test_records_that_cannot_have_changed_are_passed_over(here: House, monkeypatch: pytest.MonkeyPatch) -> None:
    from verbale.accession import take_in

    here.one()
    take_in(here.archive, jobs=1)

    def fail(*_: object, **__: object) -> None:
        pytest.fail("it was read by this parser already")

    fail.__module__, fail.__qualname__ = drafts.parse.__module__, drafts.parse.__qualname__  # type: ignore[attr-defined]
    monkeypatch.setattr(drafts, "parse", fail)
    assert ["unchanged"] == [one.kind for one in take_in(here.archive, jobs=1).outcomes]
    here.edit(LABEL)
    with pytest.raises(pytest.fail.Exception):
        take_in(here.archive, jobs=1)


def test_participants_ids_are_the_files(here: House) -> None:
    here.write(here.text().replace("maren-talvik", "m-talvik"))
    here.one(
        lambda record: replace(record, participants=tuple(replace(one, state="Both") for one in record.participants))
    )
    assert {"m-talvik", "jonas-ferrel"} == {one.id for one in here.said().participants}
    assert ["Both", "Both"] == [one.state for one in here.load().participants]


def test_a_theme_that_a_person_took_out_stays_out_until_the_parser_gives_it_up_too(here: House) -> None:
    """Where both have dropped it, nothing tells any more who did: then it is new when the parser finds it again."""

    def themes() -> tuple[str, ...]:
        return next(one.themes for one in here.load().statements if one.id == "s06")

    assert ("ports",) == themes()
    here.edit(("    themes: [ports]\n", ""))
    here.one()
    here.one(says("s06", themes=("ports", "sea")))
    assert ("sea",) == themes()
    here.one(says("s06", themes=()))
    assert () == themes()
    here.one(says("s06", themes=("ports",)))
    assert ("ports",) == themes()


def redirect(here: House, old: str) -> str:
    """Where the page of an old theme leads once the site is built."""
    site = here.archive.at("content/site.yaml")
    site.write_text("title: T\ndescription: D\n", encoding="utf-8")
    build_site(here.archive, here.archive.at("build"), jobs=1)
    page = here.archive.at(f"build/themes/{old}.html").read_text(encoding="utf-8")
    return page.partition('http-equiv="refresh" content="0; url=')[2].partition('"')[0]


def test_a_theme_divided(here: House) -> None:
    """The old id goes to one of the parts; what a person set follows it, what the parser set is found anew."""
    here.edit(("    themes: [ports]\n", "    themes: [ports, sea] # both\n"))
    here.archive.at("content/themes/sea.md").unlink()
    here.theme("strait", "label: Strait\nterms: [strait]\nwas: [sea]")
    here.theme("nets", "label: Nets\nterms: [nets]")
    here.theme("currents", "label: Currents\nterms: [currents]\nbroader: strait")
    with pytest.raises(BuildError, match="not built") as stopped:
        redirect(here, "sea")
    assert {"the theme 'sea' has the id 'strait' now."} == {one.message for one in stopped.value.problems}
    here.one()
    themes = {one.id: one.themes for one in here.load().statements if one.themes}
    expected = {
        "s02": ("strait",),
        "s04": ("ferries",),
        "s06": ("ports", "strait"),
        "s07": ("ferries", "currents"),
        "s08": ("nets",),
    }
    assert expected == themes
    assert "    themes: [ports, strait] # both\n" in here.text()
    assert [("ferries",), ("currents",), (), ("nets",)] == [one.themes for one in here.load().agreed]
    assert "../themes/strait.html" == redirect(here, "sea")
    assert here.archive.at("build/themes/nets.html").is_file()


def test_old_pages_of_themes_that_were_merged_lead_on(here: House) -> None:
    here.archive.at("content/themes/sea.md").unlink()
    here.archive.at("content/themes/ferries.md").unlink()
    here.theme("waters", "label: Waters\nterms: [strait, ferries]\nwas: [sea, ferries]")
    here.one()
    assert ["../themes/waters.html"] * 2 == [redirect(here, old) for old in ("sea", "ferries")]


def test_a_build_between_renaming_a_speaker_and_parsing_says_what_to_run(here: House) -> None:
    site = here.archive.at("content/site.yaml")
    site.write_text("title: T\ndescription: D\n", encoding="utf-8")
    here.archive.at("content/speakers").mkdir()
    here.archive.at("content/speakers/talvik.md").write_text("---\nname: Maren Talvik\nwas: [maren-talvik]\n---\n")
    with pytest.raises(BuildError) as stopped:
        build_site(here.archive, here.archive.at("build"), jobs=1)
    (problem,) = stopped.value.problems
    assert f"the old id 'maren-talvik' is still used by {here.record}." == problem.message
    assert problem.remedy.startswith("Run `verbale parse`, which writes 'talvik' there")
    here.one()
    build_site(here.archive, here.archive.at("build"), jobs=1)
    old = here.archive.at("build/speakers/maren-talvik.html").read_text(encoding="utf-8")
    assert 'url=../speakers/talvik.html"' in old


def test_the_page_of_a_point_that_went_says_what_became_of_it(here: House) -> None:
    """Its address was given for good: it leads to what took its words up, or to where the record tells that it went."""
    here.archive.at("content/site.yaml").write_text("title: T\ndescription: D\n", encoding="utf-8")
    folder = here.archive.at("build/points/2024-03-14-talks")

    def led(name: str) -> str:
        page = (folder / f"{name}.html").read_text(encoding="utf-8")
        return page.partition('http-equiv="refresh" content="0; url=../../')[2].partition('"')[0]

    build_site(here.archive, here.archive.at("build"), jobs=1)
    assert "" == led("share-data-on-currents")
    here.source((", to share data on currents", ""))
    here.parse()
    here.edit(
        ("  - id: count-lost-nets\n", "  - id: nets\n"),
        ("retired:\n", "retired:\n  - {id: count-lost-nets, into: nets}\n"),
    )
    for out in ("build", "fresh"):
        build_site(here.archive, here.archive.at(out), jobs=1)
    assert "records/2024-03-14-talks.html#share-data-on-currents" == led("share-data-on-currents")
    assert "points/2024-03-14-talks/nets.html" == led("count-lost-nets")
    record = here.archive.at("build/records/2024-03-14-talks.html").read_text(encoding="utf-8")
    assert '<li id="share-data-on-currents">' in record
    pages = [sorted(path.name for path in here.archive.at(f"{out}/points").rglob("*")) for out in ("build", "fresh")]
    assert pages[0] == pages[1]
    here.edit(("\nid: 2024-03-14-talks\n", "\nid: sable\nwas: [2024-03-14-talks]\n"))
    build_site(here.archive, here.archive.at("build"), jobs=1)
    assert "records/sable.html#share-data-on-currents" == led("share-data-on-currents")
    assert "points/sable/nets.html" == led("count-lost-nets")
    assert here.archive.at("build/points/sable/count-lost-nets.html").is_file()
