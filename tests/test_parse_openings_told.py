"""Openings of readouts, device by device: who is named in them, with which office, for which state."""

from __future__ import annotations

import pytest

from tests.parsing import parsed


def principals(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """The principals of a readout, each with title and state."""
    return {(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"}


@pytest.mark.parametrize(
    ("lead", "state"),
    [
        ("Norvoan Foreign Minister Ola Sand today received Foreign Minister Jonas Ferrel.", "Norvoa"),
        ("The Makiban Minister of Trade, Ola Sand, today received Foreign Minister Jonas Ferrel.", "Makiba"),
        ("Foreign Minister Jonas Ferrel today met Kerstani Prime Minister Ola Sand.", "Kerstan"),
        ("Foreign Minister Jonas Ferrel today met his Makiban counterpart Ola Sand.", "Makiba"),
    ],
)
def test_a_people_whose_state_stands_nowhere(lead: str, state: str) -> None:
    assert state in {p[2] for p in principals(f"Ministers meet\n\n{lead}\n")}


def test_no_people_is_made_of_a_surname() -> None:
    found = principals("Ministers meet\n\nPresident Ana Dorvan Foreign Minister Jonas Ferrel met in Norr.\n")
    assert "Dorva" not in {p[2] for p in found}
