"""What a careful editor wants to know of a record that breaks no rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.invented import record
from verbale.authority import Authority
from verbale.parse import parse
from verbale.record import NARRATOR
from verbale.source import decode
from verbale.wishes import wishes

ENGLISH = (
    "Talks in Port Sable\n\nPresident Maren Talvik of Kestria met Prime Minister Jonas Ferrel of Orvland on March 14, 2024. "
    "Talvik said that the strait must stay open for the ships of both states. She thanked him for the visit.\n"
)
SPANISH = (
    "Reunión en Puerto Arena\n\nLa presidenta de Kestria recibió al primer ministro de Orvland. Subrayó que las dos partes "
    "mantienen relaciones de amistad y acordó ampliar la cooperación en materia de energía, transporte y pesca.\n"
)
MARKUP = f"<p>{ENGLISH}</p><p class='end'>More&nbsp;news</p>\n"


def codes(text: str) -> list[str]:
    """The codes of what is told of a new document, but for missing themes and unknown voices."""
    made = parse(decode("seeds/a.txt", text.encode()), Authority())
    return [wish.code for wish in wishes(made, made) if wish.code not in {"no-theme", "unknown-voice"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, []),
        (SPANISH, ["nobody", "not-english"]),
        (MARKUP, ["markup"]),
        ("The harbour is open. It was built by the town for the ships.\n", ["nobody"]),
        ("Port Sable. 14.\n", ["nobody"]),
    ],
)
def test_a_document_that_is_no_readout_is_told(text: str, expected: list[str]) -> None:
    found = codes(text)
    assert [code for code in found if code in expected] == expected
    assert set(found) == set(expected)


def test_a_document_in_which_nobody_speaks_is_told() -> None:
    mute = [replace(one, speaker=NARRATOR, basis="narration", cue=None) for one in record().statements]
    told = list(wishes(replace(record(), statements=tuple(mute)), None))
    assert ["nobody speaks in any statement."] == [wish.message for wish in told if wish.code == "nobody"]
    assert all(wish.level == "warning" for wish in told)


def test_one_that_a_person_says_is_in_another_language_is_left_to_him() -> None:
    made = parse(decode("seeds/a.txt", SPANISH.encode()), Authority())
    assert "not-english" not in [wish.code for wish in wishes(replace(made, language="es-419"), None)]


def test_a_text_that_speaks_of_a_tag_is_no_markup() -> None:
    assert "markup" not in codes(ENGLISH.replace("the visit", "the note <b>"))
