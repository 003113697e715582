"""Documents of houses that have ways of their own: who speaks in them, sentence by sentence (sections 5, 6 and 9 of docs/genre.md)."""

from __future__ import annotations

from tests.parsing import parsed


def speakers(text: str) -> list[str]:
    """Who speaks each sentence of a document, in order."""
    return [s.speaker for s in parsed(text).statements]


def test_the_members_of_a_body_that_the_title_names_are_the_sides() -> None:
    text = (
        "Harbour Council Press Statement on the Attack in Norr\n\n"
        "The members of the Harbour Council condemned the attack. They called for calm.\n\n"
        "The members of the Harbour Council reaffirmed that ports must stay open.\n"
    )
    assert ["joint"] * 3 == speakers(text)


def test_a_commission_that_the_title_names_recommends_as_one() -> None:
    text = (
        "Minutes of the Joint Commission of Kestria and Orvland on Nets and Boats\n\n"
        "The Commission recommended that a working group on nets be set up.\n\n"
        "Several countries called for more boats.\n"
    )
    assert ["joint", "unknown"] == speakers(text)


def test_sides_are_known_by_the_two_states_that_the_title_joins() -> None:
    text = (
        "Minutes of the Kestria-Orvland Commission on Nets\n\n"
        "The Kestrian Side explained its rules for nets. The Orvish Side expressed interest in them.\n"
    )
    assert ["kestria", "orvland"] == speakers(text)
