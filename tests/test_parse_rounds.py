"""Those of a round of heads or ministers who are named with their states alone, and who of a summit's report is a principal."""

from __future__ import annotations

import pytest

from tests.parsing import parsed

HEAD = "PM Talvik: lakes must be open\n\n"
REST = "Talvik said that trade had grown. Orvland and Norland are ready.\n"


def met(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Those who met by a text, with titles in small letters and states."""
    return [(p.name, (p.title or "").lower(), p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize(
    "named",
    [
        "Tom Harl of Orvland, Norland's Per Lund and Maren Talvik all backed the plan.",
        "Maren Talvik praised the plan. Tom Harl of Orvland and Norlandish Prime Minister Per Lund warned of costs.",
        "After Maren Talvik had spoken, Norland's Per Lund and Orvland's Tom Harl took the floor.",
    ],
)
def test_members_of_a_round_are_known_by_name_and_state(named: str) -> None:
    lead = "The prime ministers of the Lakes Group met in Norr on Friday."
    found = met(f"{HEAD}{lead}\n\n{named}\n\n{REST}")
    assert {("Tom Harl", "prime minister", "Orvland"), ("Per Lund", "prime minister", "Norland")} <= set(found)
    assert "Maren Talvik" in {name for name, _, _ in found}


@pytest.mark.parametrize(
    "named", ["The Harbour Bank of Orvland and Norland's Fisheries Council paid.", "Bishop Tom Harl of Orvland prayed."]
)
def test_bodies_and_one_alone_are_no_members_of_a_round(named: str) -> None:
    lead = "The prime ministers of the Lakes Group met in Norr on Friday."
    assert [] == [name for name, title, _ in met(f"{lead}\n\n{named}\n\n{REST}") if title == "prime minister"]


def test_a_name_in_full_is_his_whom_the_headline_names_by_title_and_surname() -> None:
    text = (
        f"{HEAD}The lakes need care.\n\nMaren Talvik, who chairs the group, met Prime Minister Tom Harl of Orvland.\n"
    )
    assert ("Maren Talvik", "prime minister", None) in met(text)


def test_a_retired_generals_rank_stands_between_counterpart_and_name() -> None:
    text = "President Maren Talvik and her Orvish counterpart Gen. (Rtd) Tom Harl met in Norr. Orvland is ready.\n"
    assert ("Tom Harl", "president", "Orvland") in met(text)


@pytest.mark.parametrize(
    "told", ["also made statements", "took the floor", "delivered statements at the opening session", "attended"]
)
def test_heads_who_spoke_at_a_summit_are_principals(told: str) -> None:
    lead = (
        "NORR [KESTRIA], 11 November 2012 – Lakes leaders on Sunday sent boats, at the end of an extraordinary summit."
    )
    heads = f"Kestria's President Maren Talvik opened it. President Tom Harl of Orvland and the interim President of Norland, Mr. Per Lund, {told}."
    event = parsed(f"EXTRAORDINARY SUMMIT ON BOATS\n\n{lead}\n\n{heads}\n").event
    assert ("Norr", "2012-11-11") == (event.place, event.date)
    found = met(f"EXTRAORDINARY SUMMIT ON BOATS\n\n{lead}\n\n{heads}\n")
    assert {("Tom Harl", "president", "Orvland"), ("Per Lund", "interim president", "Norland")} <= set(found)


@pytest.mark.parametrize(
    ("meeting", "title"),
    [
        ("The Sixth Trilateral Meeting of the Ministers of Trade of Sweden, Norway and Denmark", "Minister of Trade"),
        ("The third consultations of the Ministers of Foreign Affairs of Denmark, Sweden and the Kingdom of Norway", "Minister of Foreign Affairs"),
    ],
)  # fmt: skip
def test_those_of_a_meeting_of_ministers_serve_the_states_that_it_lists(meeting: str, title: str) -> None:
    text = (
        f"Press release on the meeting\n\n{meeting} will be held in Bergen on 8 July 2013, hosted by Ms. Maren Talvik, "
        f"{title} of Norway.\n\nAt the meeting, which our Minister H.E. Mr. Tom Harl and {title} of Denmark Per Lund "
        "will attend, boats will be taken up.\n"
    )
    want = {("Maren Talvik", "Norway"), ("Tom Harl", "Sweden"), ("Per Lund", "Denmark")}
    assert {(name, title.lower(), state) for name, state in want} == set(met(text))


def test_whom_a_declarations_heads_name_is_one_of_them_where_they_list_his_state() -> None:
    text = (
        "NORR DECLARATION\n\nWe, the Heads of State and Government of Kestria, Orvland and Suvanna, gathered in the port city of "
        "Norr, Kestria, on 3 May 2024;\n\nDECIDE:\n\n1. To thank President Maren Talvik of Kestria for her work and President Tom "
        "Harl of Norland for his boat, and to elect the President of Orvland, Comandante Per Lund.\n"
    )
    assert [("Maren Talvik", "president", "Kestria"), ("Per Lund", "president", "Orvland")] == met(text)
    assert ("summit", "Norr") == (parsed(text).event.kind, parsed(text).event.place)
