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


def test_an_organisations_own_statement_is_its_own_throughout() -> None:
    text = (
        "Orvland: Statement by the Spokesperson on the boats\n\n"
        "The European Union condemns the seizure of boats. The EU calls for their release.\n\n"
        "The sea belongs to all. Orvland must respect the treaty.\n\nAll parties should show restraint.\n"
    )
    assert ["european-union"] * 5 == speakers(text)


def test_a_ministrys_own_statement_is_its_states() -> None:
    text = (
        "Statement of the Ministry of Foreign Affairs of the Republic of Kestria\n\n"
        "The Ministry of Foreign Affairs of the Republic of Kestria expresses its concern.\n\n"
        "We call for the release of all boats. Such steps serve nobody.\n"
    )
    assert ["kestria"] * 3 == speakers(text)


def test_a_body_is_known_by_the_initials_behind_its_name() -> None:
    text = (
        "STATEMENT BY THE GENERAL SECRETARIAT\n\n"
        "The General Secretariat of the Harbour League (GS/HL) condemns the seizure of boats.\n\n"
        "The GS/HL calls for calm. It stands ready to help.\n"
    )
    assert ["general-secretariat-of-the-harbour-league"] * 3 == speakers(text)


def test_what_a_statement_is_about_gives_neither_its_place_nor_its_date() -> None:
    event = parsed(
        "Harbour Council Press Statement on the Attack in Norr\n\n"
        "The members of the Harbour Council condemned the attack that took place in Norr on 3 March 2024.\n"
    ).event
    assert (None, None, "statement") == (event.place, event.date, event.kind)


def test_who_published_stands_beside_the_date_and_is_no_place() -> None:
    line = "13.03.2024 Harbour Press Team"
    assert parsed(f"Kestria: Statement on nets\n{line}\n\nKestria condemns the seizure of boats.\n").event.place is None
