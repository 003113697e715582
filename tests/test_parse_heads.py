"""Lines at the head that are no title or no turn, and the state that a visit, an envoy or the house tells."""

from __future__ import annotations

import pytest

from tests.parsing import parsed


def met(text: str) -> list[tuple[str | None, str | None]]:
    """The principals of a text, each with the state."""
    return [(p.name, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize("above", ["KES.GOV > News\n", "Home > News\n", ""])
def test_a_headline_that_quotes_somebody_is_no_turn(above: str) -> None:
    record = parsed(
        f"{above}Minister Talvik: We want the pier mended\nNorr–Port Sable, 16. 3. 2023\n\nMinister of Trade Maren Talvik,"
        " Minister Jonas Ferrel of Orvland and Deputy Prime Minister Ola Sand of Haruland gathered for their trilateral,"
        " which was held in the border town of Port ob Sable.\n\nThe ministers discussed the sea.\n"
    )
    assert "Minister Talvik: We want the pier mended" == record.title
    assert ["Maren Talvik", "Jonas Ferrel", "Ola Sand"] == [p.name for p in record.participants]
    assert ("meeting", "Port ob Sable") == (record.event.kind, record.event.place)


def test_a_single_turn_below_the_title_is_one() -> None:
    record = parsed(
        "Home > News\nTalks in Norr\n\nPresident Talvik: Friends, welcome. The pier is mended.\n\nIt was long.\n"
    )
    assert "Talks in Norr" == record.title


@pytest.mark.parametrize(
    "stay", ["is in Rwanda for a three-day visit", "arrived in Rwanda on an official visit", "is in Rwanda on a visit"]
)
def test_where_a_guest_stays_on_a_visit_is_the_hosts_state(stay: str) -> None:
    assert [("Maren Talvik", "Rwanda"), ("Jonas Ferrel", "Orvland")] == met(
        f"Foreign Minister Maren Talvik met on Monday with Defence Minister Jonas Ferrel of Orvland, who {stay}.\n\nThey spoke of the sea.\n"
    )


def test_where_a_guest_goes_to_a_forum_is_not() -> None:
    assert ("Maren Talvik", None) in met(
        "Foreign Minister Maren Talvik met with Defence Minister Jonas Ferrel of Orvland, who is in Rwanda for the Lakes Forum.\n\nThey spoke.\n"
    )


@pytest.mark.parametrize(
    "said", ["assured the Prime Minister that Italy supports a process", "said that Italy wants a process"]
)
def test_what_somebodys_own_state_supports(said: str) -> None:
    assert ("Maren Talvik", "Italy") in met(
        "President Maren Talvik received the Prime Minister of Orvland, Jonas Ferrel, at Palazzo Bruni.\n\n"
        f"President Talvik {said} led by all.\n"
    )


@pytest.mark.parametrize(
    "envoy", ["Ambassador Jonas Ferrel of Orvland", "Ambassador Jonas Ferrel of the Republic of Orvland"]
)
def test_the_state_behind_an_ambassadors_name_is_his(envoy: str) -> None:
    assert ("Jonas Ferrel", "Orvland") in met(
        f"Ministry of Foreign Affairs of Kestria\n\nTalks in Norr\n\nState Secretary Maren Talvik met {envoy} today.\n\nThey spoke.\n"
    )


def test_an_own_ambassador_among_those_who_came_along_tells_the_state() -> None:
    assert ("Maren Talvik", "Indonesia") in met(
        "President Talvik: The Sea Is Ours\nDate: 13 Nov 2022\n\nPresident Maren Talvik met with Premier of Orvland Jonas"
        " Ferrel on the sidelines of a summit in Phnom Penh, Cambodia, on Saturday.\n\nShe said that the sea is wide.\n\n"
        "Accompanying the President were Minister Ana Brel and Ambassador of the Republic of Indonesia to Cambodia Ola Sand. (XX/YY)\n"
    )
