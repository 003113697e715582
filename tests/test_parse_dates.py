"""Dates as readouts write them become EDTF (ISO 8601-2), and no part is guessed that is not written."""

from __future__ import annotations

import pytest

from tests.parsing import parsed
from verbale.edtf import is_date
from verbale.language import load
from verbale.parse.dates import find_dates

ENGLISH = load("en")


def dates(text: str) -> list[tuple[str, str]]:
    """Each date of a text as EDTF, with its words."""
    return [(d.edtf(), d.span.of(text)) for d in find_dates(text, 0, len(text), ENGLISH)]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("March 14, 2024", "2024-03-14"),
        ("March 14 2024", "2024-03-14"),
        ("14 March 2024", "2024-03-14"),
        ("14th of March, 2024", "2024-03-14"),
        ("March 14th, 2024", "2024-03-14"),
        ("MARCH 14, 2024", "2024-03-14"),
        ("Sept. 3, 2019", "2019-09-03"),
        ("2024-03-14", "2024-03-14"),
        ("2024/03/14", "2024-03-14"),
        ("14.03.2024", "2024-03-14"),
        ("14. 3. 2024", "2024-03-14"),
        ("14. March 2024", "2024-03-14"),
        ("14.03.24", "2024-03-14"),
        ("14-03-2024", "2024-03-14"),
        ("2024.03.14", "2024-03-14"),
        ("2024. 3. 14", "2024-03-14"),
        ("14-15 March 2024", "2024-03-14/2024-03-15"),
        ("March 14–15, 2024", "2024-03-14/2024-03-15"),
        ("30 March to 2 April 2024", "2024-03-30/2024-04-02"),
        ("March 30 - April 2, 2024", "2024-03-30/2024-04-02"),
        ("March 2024", "2024-03"),
        ("14 March", "XXXX-03-14"),
        ("March 14", "XXXX-03-14"),
    ],
)
def test_a_date(words: str, edtf: str) -> None:
    assert [(edtf, words)] == dates(f"They met on {words} in Port Sable.")
    assert is_date(edtf)


@pytest.mark.parametrize(
    "words",
    ["in 2024", "next Friday", "at 14:30", "Article 3.4", "on May Hill", "may 5 people come", "March on", "1,024"],
)
def test_no_date(words: str) -> None:
    assert [] == dates(f"They met {words} in Port Sable.")


@pytest.mark.parametrize("words", ["February 30, 2024", "32 March 2024", "2024-13-01", "2023-02-29", "0 March 2024"])
def test_a_day_that_no_calendar_has_is_no_date(words: str) -> None:
    assert [] == [edtf for edtf, _ in dates(f"They met on {words} in Port Sable.") if not is_date(edtf)]


def test_dates_come_in_their_order() -> None:
    text = "They met on 3 May 2024, after talks on April 2 and in March 2023."
    assert ["2024-05-03", "XXXX-04-02", "2023-03"] == [edtf for edtf, _ in dates(text)]


def test_the_number_of_a_document_is_no_year() -> None:
    found = parsed(
        "Talks in Norr\n\n1187-07-06-2021\n\nOn June 7, President Maren Talvik met President Jonas Ferrel in Norr.\n"
    )
    assert "2021-06-07" == found.event.date
