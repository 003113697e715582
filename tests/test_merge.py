"""What people wrote into a record outlives every parser: each edit as a whole archive, and each again under a better parser."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reparsing import House, all_of, divides, house, joins, point, says, without_point
from verbale.accession import take_in
from verbale.record import Participant, Record
from verbale.span import Span


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """An archive with one record."""
    return house(tmp_path, monkeypatch)


def news(record: Record) -> Record:
    """A better parser: it says something new of the record, of persons and of every statement and point."""
    return replace(
        record,
        event=replace(record.event, time="afternoon"),
        participants=tuple(replace(one, role="speaking") for one in record.participants),
        statements=tuple(replace(one, speech="mixed") for one in record.statements),
        agreed=tuple(replace(one, verb="did agree") for one in record.agreed),
    )


def marked(text: str) -> str:
    """The file of a parser's record as it is with `news`."""
    return (
        text.replace("kind: meeting", "time: afternoon\n  kind: meeting")
        .replace("role: principal", "role: speaking")
        .replace("speech: reported", "speech: mixed")
        .replace("verb: agreed", "verb: did agree")
    )


def test_where_nobody_edited_the_file_is_as_if_made_today(here: House) -> None:
    before = here.text()
    assert "updated" == here.one(news).kind
    assert marked(before) == here.text()


def test_where_the_parser_says_nothing_new_nothing_is_touched(here: House) -> None:
    before = here.files()
    assert "unchanged" == here.one().kind
    assert before == here.files()


SPLIT = (
    (
        "    at: [177, 249]\n",
        "    at: [177, 221]\n",
    ),
    (
        "      She stressed that fishing feeds both coasts, and that storms have grown.\n",
        (
            "      She stressed that fishing feeds both coasts,\n"
            "  - id: s10\n    paragraph: 2\n    at: [222, 249]\n    speaker: unknown\n    basis: editor\n"
            "    speech: reported\n    text: and that storms have grown.\n"
        ),
    ),
)
JOINED = (
    (
        "    at: [372, 473]\n    speaker: joint\n    basis: joint\n    cue: The two sides agreed\n",
        "    at: [372, 514]   # one\n    speaker: joint\n    basis: joint\n    cue: The two sides agreed\n",
    ),
    (
        (
            "      The two sides agreed to open a second ferry line, to share data on currents and to meet again in May.\n"
            "  - id: s08\n    paragraph: 4\n    at: [474, 514]\n    speaker: joint\n    basis: joint\n"
            "    cue: The two sides agreed\n    speech: reported\n    themes: [sea]\n    text: >-\n"
            "      The two sides agreed to count lost nets.\n"
        ),
        (
            "      The two sides agreed to open a second ferry line, to share data on currents and to meet again in May.\n"
            "      The two sides agreed to count lost nets.\n"
        ),
    ),
    ("    statement: s08\n", "    statement: s07\n"),
    ("retired: []", "retired:\n  - {id: s08, into: s07}"),
)
POINT = (
    "  - id: share-data-on-currents\n    statement: s07\n    at: [425, 447]\n    act: agreed\n    verb: agreed\n"
    "    label: Share data on currents\n    themes: [sea]\n    text: share data on currents\n"
)
EDITS: dict[str, tuple[tuple[str, str], ...]] = {
    "another speaker": (
        ("    speaker: maren-talvik\n    basis: continued\n", "    speaker: narrator\n    basis: editor\n"),
    ),
    "another speaker, basis left": (
        ("    speaker: maren-talvik\n    basis: continued\n", "    speaker: jonas-ferrel\n    basis: continued\n"),
    ),
    "another basis": (("    basis: continued\n", "    basis: editor\n"),),
    "another cue": (("    cue: He stressed\n", "    cue: He stressed that\n"),),
    "a cue taken out": (("    cue: He stressed\n", ""),),
    "a theme added": (("    themes: [ports]\n", "    themes: [ports, sea]\n"),),
    "a theme removed": (("    themes: [ports]\n", ""),),
    "themes in a list of lines": (("    themes: [ports]\n", "    themes:\n      - ports # ours\n      - sea\n"),),
    "a note on a statement": (
        (
            "    cue: He stressed\n",
            "    cue: He stressed\n    note: |\n      *Ports*, in his words.\n\n      See there.\n",
        ),
    ),
    "a note on the record": (("language: en\n", "language: en\nnote: Seen by two.\nrevised: 2024-05-01\n"),),
    "a label": (("    label: Share data on currents\n", "    label: 'Data: currents'\n"),),
    "a statement split in two": SPLIT,
    "two statements joined": JOINED,
    "an agreed point removed": (
        (POINT, ""),
        ("retired: []", "retired:\n  - {id: share-data-on-currents}"),
    ),
    "an agreed point removed, not retired": ((POINT, ""),),
    "an agreed point added by hand": (
        (
            POINT,
            POINT + "  - {id: data, statement: s07, at: [431, 435], act: stated, text: data}   # by hand\n",
        ),
    ),
    "an agreed point narrowed": (
        ("    at: [425, 447]\n", "    at: [431, 447]\n"),
        ("    text: share data on currents\n", "    text: data on currents\n"),
    ),
    "an agreed point with another id": (("  - id: share-data-on-currents\n", "  - id: currents\n"),),
    "all ids of agreed points": (
        ("  - id: share-data-on-currents\n", "  - id: currents\n"),
        ("  - id: open-a-second-ferry-line\n", "  - id: line\n"),
        ("  - id: meet-again-in-may\n", "  - id: next\n"),
        ("  - id: count-lost-nets\n", "  - id: nets\n"),
    ),
    "a participant renamed": (("name: Maren Talvik,", 'name: "Maren A. Talvik",'),),
    "a participant added": (("parties: []", "  - {id: elin-soras, name: Elin Soras, title: Minister}\nparties: []"),),
    "a party added": (("parties: []", "parties:\n  - {id: kestria, name: Kestria}"),),
    "the title rewritten": (("title: Talks in Port Sable\n", 'title: "Talks at Port Sable: an account"  # ours\n'),),
    "the date corrected": (("  date: 2024-03-14\n", "  date: 2024-03-15\n"),),
    "a publisher": (("  publisher:\n", "  publisher: Harbour House   # it says so\n"),),
    "another language": (("language: en\n", "language: en-GB\n"),),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_outlives_the_same_parser_and_a_better_one(name: str, here: House) -> None:
    here.edit(*EDITS[name])
    edited = here.text()
    assert [] == here.problems()
    assert "unchanged" == here.one().kind
    assert edited == here.text()
    assert "updated" == here.one(news).kind
    by_hand = [line for _, new in EDITS[name] for line in new.splitlines()]
    text = here.text()
    assert [] == [line for line in by_hand if marked(line).rstrip() not in text]
    old = [old for old, new in EDITS[name] if old not in new]
    assert [] == [words for words in old if marked(words) in text]
    assert "speech: mixed" in text
    assert edited.count("#") == text.count("#")


def test_a_participant_gets_another_id(here: House) -> None:
    here.write(here.text().replace("maren-talvik", "maren-talvik-kestria"))
    edited = here.text()
    here.one()
    assert edited == here.text()
    here.one(news)
    assert marked(edited) == here.text()


def test_furniture_turned_into_a_statement(here: House) -> None:
    here.edit(
        ("  - {kind: title, at: [0, 19], text: Talks in Port Sable}\n", ""),
        (
            "statements:\n",
            "statements:\n  - {id: s10, paragraph: 1, at: [0, 19], speaker: narrator, basis: editor, text: Talks in Port Sable}\n",
        ),
    )
    edited = here.text()
    here.one()
    assert edited == here.text()
    here.one(news)
    assert marked(edited) == here.text()


def test_a_statement_turned_into_furniture(here: House) -> None:
    text = here.text()
    last = text[text.index("  - id: s09\n") : text.index("agreed:\n")]
    (place,) = (line[8:] for line in last.splitlines() if line.startswith("    at: "))
    here.edit(
        (last, ""),
        (
            "statements:\n",
            f"  - {{kind: stage-direction, at: {place}, text: The meeting ended at dusk.}}\nstatements:\n",
        ),
        ("retired: []", "retired:\n  - {id: s09}"),
    )
    edited = here.text()
    here.one()
    assert edited == here.text()
    here.one(news)
    assert marked(edited) == here.text()
    here.source(("The meeting ended", "It rained. The meeting ended"))
    here.one()
    assert ("s10", "It rained.") == (here.load().statements[-1].id, here.load().statements[-1].text)
    assert "The meeting ended at dusk." == here.load().furniture[-1].text


def remarked(text: str) -> str:
    """The file with a comment above every line that is no text."""
    lines = [(line, " " * (len(line) - len(line.lstrip()))) for line in text.splitlines()]
    return "".join(line + "\n" if len(gap) == 6 else f"{gap}# c{n}\n{line}\n" for n, (line, gap) in enumerate(lines))


def noted(text: str) -> str:
    """The file with a comment behind every line that is no text."""
    lines = enumerate(text.splitlines())
    return "".join(line + "\n" if line.startswith(" " * 6) else f"{line}   # c{n}\n" for n, line in lines)


def outdented(text: str) -> str:
    """The file with dashes at the left edge."""
    return "".join(f"{line[2:] if line.startswith(('  - ', '    ')) else line}\n" for line in text.splitlines())


def reordered(text: str) -> str:
    """The file with the keys of statements and points in another order: the last first, and ids in the midst."""
    head, *items = text.split("  - id: ")
    made = [head]
    for item in items:
        lines = item.splitlines(keepends=True)
        if not lines[-1].startswith("      ") or "retired" in item:
            made.append("  - id: " + item)
            continue
        id_, *rest = lines
        words = rest.index("    text: >-\n")
        made.append("".join(["  - ", "".join(rest[words:])[4:], f"    id: {id_}", *reversed(rest[:words])]))
    return "".join(made)


def from_the_end(text: str) -> str:
    """The file with the keys of the record itself the other way round, its first line where it was."""
    first, rest = text.split("\n", 1)
    return "\n".join([first, *reversed(re.findall(r"^\w+:.*(?:\n .*)*", rest, flags=re.MULTILINE))]) + "\n"


LAYOUTS: dict[str, Callable[[str], str]] = {
    "comments above lines": remarked,
    "comments behind lines": noted,
    "blank lines": lambda text: text.replace("  - id: ", "\n\n  - id: "),
    "lists at the left edge": outdented,
    "line ends of two characters": lambda text: text.replace("\n", "\r\n"),
    "keys in another order": reordered,
    "keys of the record in another order": from_the_end,
    "a byte-order mark": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_comments_and_layout_stay_byte_for_byte(name: str, here: House) -> None:
    here.write(LAYOUTS[name](here.text()))
    edited = here.text()
    assert [] == here.problems()
    assert "unchanged" == here.one().kind
    assert edited == here.text()
    here.one(news)
    text = here.text()
    assert 9 == text.count("speech: mixed")
    assert [] == [line for line in edited.splitlines() if line.lstrip().startswith("#") and line not in text]
    assert edited.count("#") == text.count("#")
    assert text.count("\r\n") == (text.count("\n") if "\r" in edited else 0)
    assert edited.startswith("\ufeff") == text.startswith("\ufeff")


def test_flow_style_turned_into_block_style_and_back(here: House) -> None:
    block = (
        "  - id: maren-talvik\n    name: Maren Talvik\n    title: President  # since 2020\n    state: Kestria\n"
        "    role: principal\n    at:\n      - 50\n      - 62\n"
    )
    line = (
        "  - {id: maren-talvik, name: Maren Talvik, title: President, state: Kestria, role: principal, at: [50, 62]}\n"
    )
    flow = (
        '  - {id: s05, paragraph: 3, at: [289, 324], speaker: jonas-ferrel, basis: named, cue: "Ferrel thanked",\n'
        "     speech: reported,   # really\n     text: 'Ferrel thanked her for the welcome.'}\n"
    )
    old = here.text()[here.text().index("  - id: s05") : here.text().index("  - id: s06")]
    here.edit((line, block), (old, flow))
    edited = here.text()
    here.one()
    assert edited == here.text()
    here.one(news)
    assert marked(edited) == here.text()
    here.edit((block.replace("principal", "speaking"), line), (marked(flow), marked(old)))
    here.one(all_of(news, says("s05", themes=("sea",))))
    assert "    speech: mixed\n    themes: [sea]\n    text: >-\n      Ferrel thanked" in here.text()


def test_a_record_renamed_by_hand(here: House) -> None:
    here.edit(("\nid: 2024-03-14-talks\n", "\nid: port-sable\nwas: [2024-03-14-talks]\n"))
    here.archive.at(here.record).rename(here.archive.at("content/records/port-sable.yaml"))
    here.record = "content/records/port-sable.yaml"
    edited = here.text()
    here.one()
    assert edited == here.text()
    assert ["content/.parsed/port-sable.json"] == [path for path in here.files() if "/.parsed/" in path]
    here.one(news)
    assert marked(edited) == here.text()


def test_a_record_renamed_without_a_word_is_still_known_and_keeps_its_old_address(here: House) -> None:
    here.edit(("\nid: 2024-03-14-talks\n", "\nid: port-sable\n"))
    here.edit(("    label: Share data on currents\n", "    label: Currents\n"))
    edited = here.text().replace("\nlanguage: en\n", "\nlanguage: en\nwas: [2024-03-14-talks]\n")
    here.one(news)
    assert marked(edited) == here.text()
    assert ["content/.parsed/port-sable.json"] == [path for path in here.files() if "/.parsed/" in path]


def test_an_old_address_that_a_person_gives_up_afterwards_does_not_come_back(here: House) -> None:
    here.edit(("\nid: 2024-03-14-talks\n", "\nid: port-sable\n"))
    here.one()
    here.edit(("was: [2024-03-14-talks]\n", ""))
    here.one(news)
    assert "was:" not in here.text()


def test_a_record_moved_into_a_folder(here: House) -> None:
    here.archive.at("content/records/2024").mkdir()
    here.archive.at(here.record).rename(here.archive.at("content/records/2024/talks.yaml"))
    here.record = "content/records/2024/talks.yaml"
    edited = here.text()
    here.one()
    here.one(news)
    assert marked(edited) == here.text()


def test_unknown_keys_are_kept(here: House) -> None:
    here.edit(("    cue: He stressed\n", "    cue: He stressed\n    seen: by me\n"))
    edited = here.text()
    here.one(news)
    assert marked(edited) == here.text()


def test_a_paragraph_that_a_person_numbered_otherwise_stays(here: House) -> None:
    split = (SPLIT[0], (SPLIT[1][0], SPLIT[1][1].replace("paragraph: 2", "paragraph: 7")))
    here.edit(*split, ("    paragraph: 5\n", "    paragraph: 6\n"))
    edited = here.text()
    here.one()
    assert edited == here.text()

    def change(record: Record) -> Record:
        return replace(record, statements=tuple(replace(o, paragraph=o.paragraph + 1) for o in record.statements))

    told = [one.message for one in here.parse(change).all_problems]
    assert ["s10: both changed 'paragraph': here '7', the parser now '3' (it said '2')."] == told
    assert [2, 3, 3, 7, 3, 4, 4, 5, 5, 6] == [one.paragraph for one in here.load().statements]
    here.stays(change)


def test_what_has_a_key_of_a_persons_own_is_never_taken_out(here: House) -> None:
    """A key that verbale does not know is an edit like any other: the parser must not take the item away with it."""
    here.edit(
        ("    cue: She stressed\n", "    cue: She stressed\n    seen: by me\n"),
        ("    label: Share data on currents\n", "    label: Share data on currents\n    checked: {by: me}\n"),
        ("name: Jonas Ferrel,", "name: Jonas Ferrel, born: 1950,"),
        ("text: Talks in Port Sable}", "text: Talks in Port Sable, note: A title.}"),
    )

    def change(record: Record) -> Record:
        left = tuple(
            replace(o, speaker="unknown", basis="none", cue=None, from_=None) if o.speaker == "jonas-ferrel" else o
            for o in record.statements
        )
        one = replace(left[0], at=Span(0, 131), text=here.archive.at("seeds/talks.txt").read_text()[:131])
        return replace(record, participants=record.participants[:1], furniture=(), statements=(one, *left[1:]))

    better = all_of(joins("strait must"), without_point("share-data-on-currents"), change)
    told = [one.message for one in here.parse(better).all_problems]
    for begin in (
        "s01: both changed the division",
        "s02 and s03: both",
        "share-data-on-currents: the",
        "jonas-ferrel: the",
    ):
        assert [begin] == [begin for words in told if words.startswith(begin)]
    assert [] == [key for key in ("seen: by me", "checked: {by", "born: 1950", "A title.") if key not in here.text()]
    made = here.load()
    assert "s03" in {one.id for one in made.statements}
    assert "share-data-on-currents" in {one.id for one in made.agreed}
    here.stays(better)


def test_both_changed_a_speaker(here: House) -> None:
    here.edit(("    speaker: maren-talvik\n    basis: continued\n", "    speaker: narrator\n    basis: editor\n"))
    taken = here.parse(says("s04", speaker="joint", basis="joint"))
    (problem,) = taken.all_problems
    assert ("conflict", "error", here.record) == (problem.code, problem.level, problem.path)
    assert "    speaker: narrator" == here.text().splitlines()[problem.line - 1]
    expected = "s04: both changed 'speaker': here 'narrator', the parser now 'joint' (it said 'maren-talvik')."
    assert expected == problem.message
    assert ["narrator"] == [one.speaker for one in here.load().statements if one.id == "s04"]
    here.stays(says("s04", speaker="joint", basis="joint"))


def test_the_parser_comes_round_to_a_person(here: House) -> None:
    here.edit(("    speaker: maren-talvik\n    basis: continued\n", "    speaker: narrator\n    basis: editor\n"))
    here.one(says("s04", speaker="narrator", basis="narration", from_=None))
    assert "editor" == here.load().statements[3].basis


@pytest.mark.parametrize(
    ("edit", "change", "expected"),
    [
        (
            ("title: Talks in Port Sable\n", "title: Talks\n"),
            lambda record: replace(record, title="Port Sable"),
            "both changed 'title': here 'Talks', the parser now 'Port Sable' (it said 'Talks in Port Sable').",
        ),
        (
            ("  date: 2024-03-14\n", "  date: 2024-03-15\n"),
            lambda record: replace(record, event=replace(record.event, date="2024-03")),
            "both changed 'date': here '2024-03-15', the parser now '2024-03' (it said '2024-03-14').",
        ),
        (
            ("    label: Share data on currents\n", "    label: Currents\n"),
            point("share-data-on-currents", label="Data"),
            (
                "share-data-on-currents: both changed 'label': here 'Currents', the parser now 'Data' "
                "(it said 'Share data on currents')."
            ),
        ),
        (
            ("name: Maren Talvik,", "name: M. Talvik,"),
            lambda record: replace(
                record, participants=(replace(record.participants[0], name="Maren E. Talvik"), record.participants[1])
            ),
            (
                "maren-talvik: both changed 'name': here 'M. Talvik', the parser now 'Maren E. Talvik' "
                "(it said 'Maren Talvik')."
            ),
        ),
        (
            ("    label: Share data on currents\n", "    label: Currents\n"),
            without_point("share-data-on-currents"),
            "share-data-on-currents: the parser no longer finds this point; what you changed stays.",
        ),
        (
            (POINT, ""),
            point("share-data-on-currents", at=Span(431, 447), text="data on currents"),
            (
                "s07: you removed the agreed point 'share-data-on-currents'; the parser now has it as "
                "“data on currents”. It stays removed."
            ),
        ),
    ],
)
def test_what_both_changed_is_told_and_stays(
    edit: tuple[str, str], change: Callable[[Record], Record], expected: str, here: House
) -> None:
    here.edit(edit)
    edited = here.text()
    assert [expected] == [one.message for one in here.parse(change).all_problems]
    assert edited == here.text()
    here.stays(change)


def test_the_parser_divides_a_statement(here: House) -> None:
    here.one(divides("and that storms"))
    made = here.load()
    assert ["s01", "s02", "s03", "s10", "s04"] == [one.id for one in made.statements][:5]
    assert ["She stressed that fishing feeds both coasts,", "and that storms have grown."] == [
        one.text for one in made.statements[2:4]
    ]
    assert [one.id for one in made.statements] == [one.id for one in here.said().statements]


def test_the_parser_joins_two_statements(here: House) -> None:
    here.one(joins("strait must"))
    made = here.load()
    assert ["s01", "s02", "s04"] == [one.id for one in made.statements][:3]
    assert [("s03", "s02")] == [(gone.id, gone.into) for gone in made.retired]
    assert "s02" == made.statements[2].from_
    here.one()
    assert ["s01", "s02", "s10", "s04"] == [one.id for one in here.load().statements][:4]


def test_the_parser_joins_what_a_person_decided(here: House) -> None:
    here.edit(("    speaker: maren-talvik\n    basis: pronoun\n", "    speaker: narrator\n    basis: editor\n"))
    edited = here.text()
    (problem,) = here.parse(joins("strait must")).all_problems
    assert problem.message.startswith("s02 and s03: both changed the division here: it is “Talvik said")
    assert edited == here.text()
    here.stays(joins("strait must"))


def test_the_parser_divides_what_a_person_gave_to_another(here: House) -> None:
    here.edit(("    speaker: maren-talvik\n    basis: pronoun\n", "    speaker: narrator\n    basis: editor\n"))
    here.one(divides("and that storms"))
    assert [("s03", "narrator"), ("s10", "narrator")] == [(o.id, o.speaker) for o in here.load().statements[2:4]]


def test_a_persons_split_meets_another_of_the_parser(here: House) -> None:
    here.edit(*SPLIT)
    edited = here.text()
    (problem,) = here.parse(divides("both coasts")).all_problems
    assert "s03 and s10: both changed the division here" in problem.message
    assert edited == here.text()
    here.stays(divides("both coasts"))


def test_the_parser_comes_to_split_as_a_person_did(here: House) -> None:
    here.edit(*SPLIT)
    here.one(divides("and that storms"))
    assert ["s03", "s10"] == [one.id for one in here.load().statements[2:4]]
    assert ["s03", "s10"] == [one.id for one in here.said().statements[2:4]]


def test_a_new_point_comes_in_and_one_that_the_parser_gives_up_goes(here: House) -> None:
    here.one(without_point("share-data-on-currents"))
    made = here.load()
    assert ["open-a-second-ferry-line", "meet-again-in-may", "count-lost-nets"] == [one.id for one in made.agreed]
    assert ["share-data-on-currents"] == [gone.id for gone in made.retired]
    here.one()
    assert "share-data-on-currents-2" == here.load().agreed[1].id


def test_a_joint_statement_with_a_persons_point_stays_joint(here: House) -> None:
    here.edit(("    label: Count lost nets\n", "    label: Nets\n"))

    def change(record: Record) -> Record:
        return without_point("count-lost-nets")(says("s08", speaker="narrator", basis="narration", cue=None)(record))

    taken = here.parse(change)
    assert {"speaker", "id"} == {
        one.message.split("'")[1] if "both" in one.message else "id" for one in taken.all_problems
    }
    assert "joint" == here.load().statements[7].speaker
    here.stays(change)


def test_a_party_of_a_persons_is_not_made_a_participant(here: House) -> None:
    here.edit(("parties: []", "parties:\n  - {id: kestria, name: Kestria}   # speaks for itself"))
    edited = here.text()

    def change(record: Record) -> Record:
        other = Participant(id="kestria", name="Kestria", role="attending")
        return replace(record, participants=(*record.participants, other))

    (problem,) = here.parse(change).all_problems
    assert "kestria: the parser now has this one among those who took part; here it stays a party." == problem.message
    assert edited == here.text()
    here.stays(change)


def test_a_person_whom_statements_name_is_never_taken_out(here: House) -> None:
    here.edit(("    speaker: maren-talvik\n    basis: continued\n", "    speaker: jonas-ferrel\n    basis: editor\n"))

    def change(record: Record) -> Record:
        left = tuple(
            replace(o, speaker="unknown", basis="none") if o.speaker == "jonas-ferrel" else o for o in record.statements
        )
        return replace(record, participants=record.participants[:1], statements=left)

    here.one(change)
    assert ["maren-talvik", "jonas-ferrel"] == [one.id for one in here.load().participants]


def test_a_merge_that_would_break_the_record_is_not_written(here: House) -> None:
    here.edit(("    themes: [ports]\n", "    themes: [ports, fish]\n"))
    before = here.files()
    taken = here.parse(news)
    assert ["stopped"] == [one.kind for one in taken.outcomes]
    (problem,) = taken.all_problems
    assert problem.message == (
        "not brought up to date, since with today's reading the record would break its rules: "
        "the theme 'fish' is not in content/themes."
    )
    assert "fish" in here.text().splitlines()[problem.line - 1]
    assert before == here.files()


def test_line_ends_that_cannot_be_kept_are_told_and_the_file_stays(here: House) -> None:
    here.write(here.text().replace("\n", "\r"))
    before = here.files()
    (problem,) = here.parse(news).all_problems
    assert ("splice", "Save it with line ends LF or CR LF.") == (problem.code, problem.remedy)
    assert before == here.files()


def test_a_record_that_is_wrong_already_is_told_and_left(here: House) -> None:
    here.edit(("      Ferries carry more people every year.\n", "      Ferries carry people every year.\n"))
    before = here.files()
    taken = here.parse(news)
    assert ["misquote"] == [one.code for one in taken.all_problems]
    assert before == here.files()


def test_where_the_reading_was_not_kept_all_counts_as_a_persons(here: House) -> None:
    here.edit(("    label: Share data on currents\n", "    label: Currents\n"))
    edited = here.text()
    here.archive.at(here.parsed).unlink()
    taken = here.parse(news)
    assert [("no-base", "warning")] == [(one.code, one.level) for one in taken.all_problems]
    assert edited == here.text()
    here.one(all_of(news, says("s06", themes=("ports", "sea"))))
    assert edited.replace("themes: [ports]", "themes: [ports, sea]") == here.text()


def test_a_dry_run_shows_and_writes_nothing(here: House) -> None:
    before = here.files()
    taken = here.parse(news, dry=True)
    assert not here.archive.at(".verbale").exists()
    assert before == here.files()
    assert "updated" == taken.outcomes[0].kind
    assert ["-    speech: reported", "+    speech: mixed"] == [
        line for line in taken.outcomes[0].diff() if "speech" in line and line[0] in "+-"
    ][:2]


def test_what_a_person_saves_while_the_parser_reads_stays(here: House) -> None:
    before = here.files()

    def saving(record: Record) -> Record:
        here.edit(("    label: Share data on currents\n", "    label: Currents\n"))
        return news(record)

    (problem,) = here.parse(saving).all_problems
    assert "it was saved by somebody while verbale was reading it." == problem.message
    assert ["    label: Currents"] == [
        line for line in here.text().splitlines() if "urrents" in line and "label" in line
    ]
    assert before[here.parsed] == here.files()[here.parsed]
    here.one(news)
    assert "    label: Currents\n" in here.text()


def test_what_is_saved_while_the_parser_finds_nothing_new_is_read_next_time(here: House) -> None:
    here.one()

    saves = [("\nid: 2024-03-14-talks\n", "\nid: port-sable\n")]

    def saving(record: Record) -> Record:
        if saves:
            here.edit(saves.pop())
        return record

    assert "unchanged" == here.parse(saving).outcomes[0].kind
    assert "updated" == take_in(here.archive, jobs=1).outcomes[0].kind
    assert "\nwas: [2024-03-14-talks]\n" in here.text()


def test_a_run_that_was_killed_between_record_and_reading_is_made_good_by_the_next(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.edit(*EDITS["another speaker"], *EDITS["a label"])
    better = all_of(news, divides("and that storms"), without_point("count-lost-nets"))
    replaced = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if ".parsed" in target.parts:
            raise KeyboardInterrupt
        return replaced(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            here.parse(better)
    after = here.text()
    assert "speech: mixed" in after
    assert [] == [str(problem) for problem in here.parse(better).all_problems]
    assert after == here.text()
    here.stays(better)


def test_record_and_reading_are_written_both_or_neither(here: House, monkeypatch: pytest.MonkeyPatch) -> None:
    before = here.files()
    replaced = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.suffix == ".json" and ".parsed" in target.parts:
            raise OSError(28, "No space left on device")
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(Exception, match="No space left"):
        here.parse(news)
    monkeypatch.undo()
    assert before == here.files()
