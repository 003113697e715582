"""States and unions that a document names in short, in lists and in chains, and no treaty or project that it shortens too."""

from __future__ import annotations

import pytest

from tests.parsing import parsed, voices

REST = "\n\nThe sides agreed to open the strait.\n"


def said(text: str) -> list[str]:
    """The speakers of a text's sentences, in order."""
    return [speaker for speaker, _ in voices(parsed(text))]


def met(text: str) -> list[tuple[str | None, str | None]]:
    """Those who met by a text, with their states."""
    return [(p.name, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize(
    ("lead", "sentence", "speaker"),
    [
        (
            "The Harbour Union (HU) and the Republic of Kestria held the third meeting of their council in Norr.",
            "While welcoming the law, the HU stressed the need for patrols.",
            "Harbour Union",
        ),
        (
            "Foreign Minister Maren Talvik met the Foreign Minister of the Republic of Maristan (ROM) Ilya Sorn in Norr.",
            "The ROM appreciated the support.",
            "Maristan",
        ),
        (
            "Ministers of the Association of Coastal Lakes (ACL) and of Kestria met in Norr on Friday.",
            "The ACL took note of the new pier.",
            "Association of Coastal Lakes",
        ),
    ],
)
def test_initials_in_brackets_stand_for_the_name_before_them(lead: str, sentence: str, speaker: str) -> None:
    assert speaker == said(f"{lead}\n\n{sentence}\n")[-1]


def test_a_treaty_in_short_is_no_party() -> None:
    lead = "Foreign Minister Jonas Ferrel of Orvland signed the Partnership and Fisheries Agreement (PFA) in Norr."
    record = parsed(f"{lead}\n\nThe PFA covers nets and boats. Trade under the PFA has grown.\n")
    assert not any("Agreement" in p.name for p in record.parties)


def test_the_name_may_stand_behind_a_state_and_its_initials() -> None:
    lead = "Foreign Minister of Orvland Jonas Ferrel and Foreign Minister of the Republic of Maristan (ROM) Ilya Sorn met in Norr."
    assert [("Jonas Ferrel", "Orvland"), ("Ilya Sorn", "Maristan")] == met(lead + REST)


@pytest.mark.parametrize(
    "lines",
    [
        "The text of the following statement was released by the Governments of the Commonwealth of Kestria, Orvland, and Maristan.",
        "The peoples of Kestria, Orvland and Maristan share the lake.",
        "Statement on the meeting of the ministers of Orvland, Kestria and Maristan",
    ],
)
def test_a_list_with_a_known_state_tells_the_others(lines: str) -> None:
    lead = "Foreign Minister Jonas Ferrel of Orvland met Foreign Minister Ilya Sorn of Maristan in Norr."
    assert "Kestria" == said(f"{lines}\n\n{lead}\n\nKestria reiterated its support for the ferry.\n")[-1]


@pytest.mark.parametrize("chain", ["Kestria–Orvland–Maristan", "Orvland-Kestria-Maristan", "Kestria–Orvland"])
def test_a_chain_with_a_known_state_tells_the_others_and_whose_the_one_left_over_is(chain: str) -> None:
    title = f"Joint Statement on the {chain} Foreign Ministers’ Meeting"
    lead = (
        "Secretary of State Maren Talvik, Foreign Minister of Orvland Jonas Ferrel, and Foreign Minister of Maristan Ilya "
        "Sorn met in Norr. Kestria will host the next meeting."
    )
    found = met(f"{title}\n\n{lead}{REST}")
    assert [("Maren Talvik", "Kestria"), ("Jonas Ferrel", "Orvland"), ("Ilya Sorn", "Maristan")] == found
