"""The state of the one whom no title and no letterhead places: the only other one of which the document speaks, and in whose capital it is at home."""

from __future__ import annotations

import pytest

from tests.parsing import parsed

LEAD = "Prime Minister Maren Talvik and Vavu's Prime Minister, Sia Fonu, signed an accord"


def states(text: str) -> list[tuple[str | None, str | None]]:
    """Names and states of those who met."""
    return [(p.name, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize(
    ("rest", "state"),
    [
        (" in Wellington today.\n\nThe deal is the twentieth that New Zealand has signed.\n", "New Zealand"),
        (" today.\n\nThe Norwegian leader then flew back to Oslo.\n", "Norway"),
        (" today.\n\nMs Talvik returns to Warsaw on Friday, where Polish divers wait.\n", "Poland"),
        (" today.\n\nTalks will go on in Lima. Peruvian boats sail.\n", "Peru"),
    ],
)
def test_the_only_state_left_is_the_houses_own(rest: str, state: str) -> None:
    assert ("Maren Talvik", state) in states(f"Open skies\n\n{LEAD}{rest}")


@pytest.mark.parametrize(
    "rest",
    [
        " in Oslo today.\n\nThe Norwegian boats sail. Norway, Peru and Vavu will meet.\n",
        " today.\n\nThe talks dealt with peace in Peru.\n",
        " today.\n\nBoats of Norway sail. Norway buys more.\n",
    ],
)
def test_a_third_state_or_a_mere_matter_is_nobodys(rest: str) -> None:
    assert ("Maren Talvik", None) in states(f"Open skies\n\n{LEAD}{rest}")


@pytest.mark.parametrize(
    "words",
    [
        "On behalf of the Government of the Republic of Kestria and myself, I congratulate you.",
        "I thank you on behalf of the people of Kestria.",
    ],
)
def test_who_writes_on_behalf_of_a_state_serves_it(words: str) -> None:
    lead = "Prime Minister Maren Talvik has sent a message of congratulation to the Prime Minister of Vavu, Sia Fonu."
    text = f"Message of congratulation\n\n{lead} The message reads:\n\n“Dear Prime Minister,\n{words} Kestria and Vavu are close.”\n"
    assert ("Maren Talvik", "Kestria") in states(text)
