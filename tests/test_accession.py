"""New sources get their records and ids for good; what is there is never touched, and no source costs another."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from verbale import drafts, recordfile
from verbale.accession import take_in
from verbale.archive import Archive, open_archive
from verbale.check import check
from verbale.outcomes import Accession
from verbale.parse import parse
from verbale.record import Record

TALKS = (
    "{title}\n\nPresident Maren Talvik of {state} met Prime Minister Jonas Ferrel of Orvland on March {day}, 2024. "
    "Talvik said that the strait must stay open. {more}\n"
)


def talks(day: int = 14, state: str = "Kestria", more: str = "", title: str = "Talks in Port Sable") -> str:
    """A readout of two leaders of invented states."""
    return TALKS.format(day=day, state=state, more=more, title=title)


def archive_of(folder: Path, sources: Mapping[str, str | bytes]) -> Archive:
    """An archive with these sources."""
    (folder / "content").mkdir(parents=True)
    for name, text in sources.items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return open_archive(folder)


def files(archive: Archive) -> dict[str, bytes]:
    """Everything below content/."""
    found = sorted(archive.at("content").rglob("*"))
    return {path.relative_to(archive.root).as_posix(): path.read_bytes() for path in found if path.is_file()}


def told(taken: Accession) -> dict[str, str]:
    """What became of each source."""
    return {one.source.removeprefix("seeds/"): one.kind for one in taken.outcomes}


def record(archive: Archive, path: str) -> Record:
    """A record of the archive."""
    text = archive.at(path).read_text(encoding="utf-8")
    found, problems = recordfile.load(text, path)
    assert [] == problems
    return found


def test_a_source_gets_a_record_and_what_the_parser_said(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"2024/talks.txt": talks()})
    taken = take_in(archive)
    assert ({"2024/talks.txt": "made"}, ()) == (told(taken), taken.all_problems)
    id_ = "2024-03-14-maren-talvik-jonas-ferrel"
    assert taken.outcomes[0].record == f"content/records/{id_}.yaml"
    assert {f"content/records/{id_}.yaml", f"content/.parsed/{id_}.json"} <= files(archive).keys()
    made = record(archive, f"content/records/{id_}.yaml")
    assert (id_, "seeds/2024/talks.txt", id_) == (made.id, made.source.path, made.event.id)
    assert id_ == json.loads(files(archive)[f"content/.parsed/{id_}.json"])["id"]


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks(), "b.txt": talks(15)})
    take_in(archive)
    path = archive.at("content/records/2024-03-14-maren-talvik-jonas-ferrel.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("title: Talks", "title: My talks"), encoding="utf-8")
    before = files(archive)
    assert {"a.txt": "unchanged", "b.txt": "unchanged"} == told(take_in(archive))
    assert before == files(archive)


def test_accounts_of_one_meeting_are_numbered_in_the_order_of_their_paths(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {name: talks(more=f"He saw {name}.") for name in ("c.txt", "a.txt", "b.txt")})
    taken = take_in(archive)
    stem = "2024-03-14-maren-talvik-jonas-ferrel"
    made = {one.source: record(archive, one.record) for one in taken.outcomes}
    assert {"seeds/a.txt": stem, "seeds/b.txt": f"{stem}-2", "seeds/c.txt": f"{stem}-3"} == {
        source: one.id for source, one in made.items()
    }
    assert {stem} == {one.event.id for one in made.values()}
    later = archive.at("seeds/0.txt")
    later.write_text(talks(more="It was late."), encoding="utf-8")
    assert f"content/records/{stem}-4.yaml" == take_in(archive).outcomes[0].record


MIRROR = (
    "Visit\n\nPrime Minister Jonas Ferrel of Orvland met President Maren Talvik of Kestria on March 14, 2024. "
    "Ferrel said that the strait must stay open.\n"
)


@pytest.mark.parametrize("runs", [1, 2])
def test_accounts_that_name_the_same_sides_in_another_order_are_of_one_event(runs: int, tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks(), "c.txt": talks(day=15)})
    if runs == 2:
        take_in(archive)
    archive.at("seeds/b.txt").write_text(MIRROR, encoding="utf-8")
    made = {one.source: record(archive, one.record) for one in take_in(archive).outcomes}
    assert ["2024-03-14-maren-talvik-jonas-ferrel", "2024-03-14-jonas-ferrel-maren-talvik"] == [
        made[f"seeds/{name}.txt"].id for name in "ab"
    ]
    first, second, other = (made[f"seeds/{name}.txt"].event.id for name in "abc")
    assert first == second == "2024-03-14-maren-talvik-jonas-ferrel"
    assert other == "2024-03-15-maren-talvik-jonas-ferrel"
    assert {"unchanged"} == {one.kind for one in take_in(archive).outcomes}


def test_a_persons_word_on_which_event_it_was_holds(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks()})
    path = archive.at(take_in(archive).outcomes[0].record)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n  id: 2024-03-14-maren-talvik-jonas-ferrel", "\n  id: summit"), encoding="utf-8")
    archive.at("seeds/b.txt").write_text(MIRROR, encoding="utf-8")
    made = take_in(archive).outcomes
    assert ["summit", "summit"] == [record(archive, one.record).event.id for one in made]


def test_an_id_means_one_person_even_within_a_run(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks(14), "b.txt": talks(15, "Norvane"), "c.txt": talks(16)})
    made = [record(archive, one.record) for one in take_in(archive).outcomes]
    assert ["maren-talvik", "maren-talvik-norvane", "maren-talvik"] == [one.participants[0].id for one in made]
    assert "2024-03-15-maren-talvik-norvane-jonas-ferrel" == made[1].id
    assert {"maren-talvik-norvane"} == {one.speaker for one in made[1].statements if one.basis == "named"}


def test_ids_do_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    states = ("Kestria", "Norvane", "Ostrovia")
    sources = {
        f"{number:02}.txt": talks(number % 5 + 1, states[number % 3], f"It was meeting {number}.")
        for number in range(50)
    }
    alone, together = archive_of(tmp_path / "1", sources), archive_of(tmp_path / "2", sources)
    assert {"made"} == set(told(take_in(alone, jobs=1)).values()) == set(told(take_in(together, jobs=2)).values())
    assert files(alone) == files(together)


def test_a_bad_source_costs_only_itself(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, {"a.txt": b"caf\xe9", "b.txt": talks(), "c.txt": b"a\0b", "d.txt": " \n", "e.txt": "?"}
    )
    taken = take_in(archive)
    assert {"a.txt": "stopped", "b.txt": "made", "c.txt": "stopped", "d.txt": "stopped", "e.txt": "made"} == told(taken)
    assert [
        "seeds/a.txt: not UTF-8 text (byte 3). Save the document as UTF-8 and parse it again.",
        "seeds/c.txt: holds a NUL character, so it is not a text file. Save the document as plain text.",
        "seeds/d.txt: the document is empty. Put the text of the press release into it, or remove it.",
    ] == [str(problem) for problem in taken.all_problems]


def test_a_failing_parser_costs_only_one_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(source: Any, *arguments: Any, **options: Any) -> Record:
        if source.path == "seeds/a.txt":
            raise IndexError("list index out of range")
        made = parse(source, *arguments, **options)
        return made if source.path == "seeds/c.txt" else replace(made, furniture=())

    monkeypatch.setattr(drafts, "parse", failing)
    archive = archive_of(tmp_path, {"a.txt": talks(14), "b.txt": talks(15), "c.txt": talks(16)})
    taken = take_in(archive, jobs=1)
    assert {"a.txt": "stopped", "b.txt": "stopped", "c.txt": "made"} == told(taken)
    first, second = map(str, taken.all_problems)
    assert first == (
        "seeds/a.txt: verbale failed on this document (IndexError: list index out of range). "
        "This is a fault of verbale: please report it."
    )
    assert "breaks the rules of a record" in second
    assert "“Talks in Port Sable” at [0, 19]" in second


def test_a_changed_source_is_taken_into_its_record(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks()})
    path = take_in(archive).outcomes[0].record
    archive.at("seeds/a.txt").write_text(talks(more="He left."), encoding="utf-8")
    taken = take_in(archive)
    assert ({"a.txt": "updated"}, ()) == (told(taken), taken.all_problems)
    assert "He left." == record(archive, path).statements[-1].text
    assert {"a.txt": "unchanged"} == told(take_in(archive))


def test_the_record_of_a_source_that_moved_names_its_new_place(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks()})
    path = take_in(archive).outcomes[0].record
    before = archive.at(path).read_text(encoding="utf-8")
    archive.at("seeds/2024").mkdir()
    archive.at("seeds/a.txt").rename(archive.at("seeds/2024/b.txt"))
    dry = take_in(archive, dry=True)
    assert before == archive.at(path).read_text(encoding="utf-8")
    taken = take_in(archive)
    assert ({"2024/b.txt": "updated"}, ()) == (told(taken), taken.all_problems)
    assert dry.outcomes[0].diff() == taken.outcomes[0].diff() != []
    assert before.replace("path: seeds/a.txt", "path: seeds/2024/b.txt") == archive.at(path).read_text(encoding="utf-8")
    assert '"path": "seeds/2024/b.txt"' in next(archive.at("content/.parsed").glob("*.json")).read_text(
        encoding="utf-8"
    )
    assert {"2024/b.txt": "unchanged"} == told(take_in(archive))


def test_a_source_that_moved_and_was_copied_has_one_record(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks()})
    take_in(archive)
    archive.at("seeds/c.txt").write_text(talks(), encoding="utf-8")
    archive.at("seeds/a.txt").rename(archive.at("seeds/b.txt"))
    assert {"b.txt": "updated", "c.txt": "same"} == told(take_in(archive))
    assert {"b.txt": "unchanged", "c.txt": "same"} == told(take_in(archive))


def test_a_record_whose_source_went_is_told(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks(), "b.txt": talks(day=15)})
    path = take_in(archive).outcomes[0].record
    archive.at("seeds/a.txt").unlink()
    taken = take_in(archive)
    assert {"b.txt": "unchanged"} == told(taken)
    assert [
        (
            f"{path}:7:9: its document seeds/a.txt is not there. Put it back, or remove this record too; a document that "
            "was changed and renamed at once must get its old name back first."
        )
    ] == [str(problem) for problem in taken.all_problems]
    assert () == take_in(archive, ["seeds/b.txt"]).all_problems


def test_a_second_record_of_one_source_is_told_with_its_line(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks()})
    path = take_in(archive).outcomes[0].record
    text = archive.at(path).read_text(encoding="utf-8")
    archive.at("content/records/z.yaml").write_text(text.replace("\nid: ", "\nid: z-", 1), encoding="utf-8")
    told_now = [str(problem) for problem in take_in(archive).all_problems]
    assert [
        (
            f"content/records/z.yaml:7:9: warning: seeds/a.txt is the document of {path} too, which alone is brought up "
            "to date. Remove one of the two records."
        )
    ] == told_now
    assert told_now[0] in [str(problem) for problem in check(archive)]


def test_a_copy_of_a_source_gets_no_second_record(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks(), "b.txt": talks()})
    assert {"a.txt": "made", "b.txt": "same"} == told(take_in(archive))
    assert {"a.txt": "unchanged", "b.txt": "same"} == told(take_in(archive))


def test_a_record_that_cannot_be_read_keeps_its_source(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks()})
    path = archive.at(take_in(archive).outcomes[0].record)
    path.write_text(path.read_text(encoding="utf-8") + "oops: [\n", encoding="utf-8")
    before = files(archive)
    taken = take_in(archive)
    assert ({"a.txt": "stopped"}, ["yaml"]) == (told(taken), [problem.code for problem in taken.all_problems])
    assert before == files(archive)


@pytest.mark.parametrize("left", ["", "# A comment\n", "schema: 1\nid: 2024-03-14-mar", "\x00"])
def test_a_record_that_was_emptied_or_cut_off_gets_no_second_one(left: str, tmp_path: Path) -> None:
    """What an editor leaves that is just saving, or a full disk: the record's id and its reading stay the person's."""
    archive = archive_of(tmp_path, {"a.txt": talks(), "b.txt": talks(more="It was late.")})
    path = archive.at(take_in(archive).outcomes[0].record)
    whole = path.read_bytes()
    path.write_text(left, encoding="utf-8")
    archive.at("seeds/c.txt").write_text(talks(more="It was early."), encoding="utf-8")
    before = files(archive)
    taken = take_in(archive)
    assert {"a.txt": "stopped", "b.txt": "unchanged", "c.txt": "made"} == told(taken)
    assert "it had a record, which may be one of those that cannot be read." in [
        one.message for one in taken.all_problems
    ]
    assert before == {path: data for path, data in files(archive).items() if path in before}
    path.write_bytes(whole)
    assert {"unchanged"} == set(told(take_in(archive)).values())


def test_a_record_that_is_away_while_it_is_saved_gets_no_second_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks()})
    path = archive.at(take_in(archive).outcomes[0].record)
    away = path.rename(path.with_name("record.yaml~"))
    monkeypatch.setattr("time.sleep", lambda _: away.rename(path))
    assert {"a.txt": "unchanged"} == told(take_in(archive))
    path.unlink()
    monkeypatch.setattr("time.sleep", lambda _: None)
    assert {"a.txt": "made"} == told(take_in(archive))


def test_a_file_of_a_person_is_never_written_over(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks()})
    made = archive.at(take_in(archive).outcomes[0].record)
    made.write_text(made.read_text(encoding="utf-8").replace(": 2024-03-14-maren", ": our-maren"), encoding="utf-8")
    take_in(archive)
    text = made.read_text(encoding="utf-8")
    made.write_text(text.replace("was: [2024-03-14-maren-talvik-jonas-ferrel]\n", ""), encoding="utf-8")
    kept = made.read_bytes()
    archive.at("seeds/b.txt").write_text(talks(more="It was late."), encoding="utf-8")
    taken = take_in(archive)
    stem = "content/records/2024-03-14-maren-talvik-jonas-ferrel"
    assert [f"{stem}.yaml", f"{stem}.2.yaml"] == [one.record for one in taken.outcomes]
    assert kept == made.read_bytes()


@pytest.mark.parametrize("dry", [True, False])
def test_an_id_that_a_record_had_before_is_not_given_again(dry: bool, tmp_path: Path) -> None:  # noqa: FBT001
    archive = archive_of(tmp_path, {"a.txt": talks()})
    made = archive.at(take_in(archive).outcomes[0].record)
    made.write_text(made.read_text(encoding="utf-8").replace("\nid: 2024", "\nid: our-2024"), encoding="utf-8")
    archive.at("seeds/b.txt").write_text(talks(more="It was late."), encoding="utf-8")
    taken = take_in(archive, dry=dry)
    assert {"a.txt": "updated", "b.txt": "made"} == told(taken)
    assert "content/records/2024-03-14-maren-talvik-jonas-ferrel-2.yaml" == taken.outcomes[1].record
    assert "\nwas: [2024-03-14-maren-talvik-jonas-ferrel]\n" in taken.outcomes[0].after


@pytest.mark.parametrize(
    "damage", [None, b"", b"{", b'{"version": 3, "rows": {"a": 3}}', b'{"version": 99, "rows": {}}', b"[]"]
)
def test_what_is_kept_for_speed_may_be_lost_or_damaged(tmp_path: Path, damage: bytes | None) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks()})
    take_in(archive)
    kept = archive.at(".verbale/records.json")
    if damage is None:
        kept.unlink(missing_ok=True)
    else:
        kept.write_bytes(damage)
    assert {"a.txt": "unchanged"} == told(take_in(archive))


def test_only_the_sources_that_are_named(tmp_path: Path) -> None:
    named = {"x/b.txt": talks(2), "x/c.txt": talks(3), "d.txt": talks(4)}
    others = {"a.txt": talks(1), "x-y.txt": talks(5), "x0.txt": talks(6)}
    archive = archive_of(tmp_path, named | others)
    taken = take_in(archive, ["seeds/x", "seeds/d.txt", "seeds/none.txt", "content"])
    assert {"x/b.txt": "made", "x/c.txt": "made", "d.txt": "made"} == told(taken)
    assert [
        "content: not a source of this archive. Sources are the files in 'seeds/'.",
        "seeds/none.txt: there is no such file.",
    ] == [str(problem) for problem in taken.all_problems]


def test_progress_is_told(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks(1), "b.txt": talks(2)})
    steps: list[tuple[int, int]] = []
    take_in(archive, progress=lambda done, total: steps.append((done, total)))
    assert [(1, 2), (2, 2)] == steps


def test_runs_at_the_same_time_give_no_id_twice(tmp_path: Path) -> None:
    sources = {f"{n:02}.txt": talks(more=f"It was meeting {n}.") for n in range(24)}
    archive = archive_of(tmp_path, sources)
    runs = [
        subprocess.Popen([sys.executable, "-m", "verbale", "-q", "parse", "seeds"], cwd=archive.root) for _ in range(3)
    ]
    assert [0, 0, 0] == [run.wait(60) for run in runs]
    records = [record(archive, path) for path in files(archive) if path.startswith("content/records/")]
    assert 24 == len(records) == len({one.id for one in records}) == len({one.source.path for one in records})


def test_records_just_made_need_no_second_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = archive_of(tmp_path, {"a.txt": talks(1), "b.txt": talks(2)})
    take_in(archive)

    def unread(*_: object) -> None:
        pytest.fail("a record that did not change is not read again")

    monkeypatch.setattr(recordfile, "load", unread)
    assert {"a.txt": "unchanged", "b.txt": "unchanged"} == told(take_in(archive))
