"""Ways to name who speaks, in every place with several verbs: what a table has once, readouts have in any combination."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

from verbale.parse import read
from verbale.source import decode

LEAD = (
    "President Maren Talvik of Kestria met Prime Minister Jonas Ferrel of Orvland in Norr on Friday.\n\n"
    "Talvik said that she hoped for calm.\n\n"
)
PERSON = """
Ferrel; Mr. Ferrel; PM Ferrel; Prime Minister Jonas Ferrel; The Prime Minister; The Orvish prime minister; The Orvish premier
The Orvish leader; The Prime Minister of Orvland; Orvland's prime minister; The guest; Her guest; The visitor
The visiting prime minister; The head of the Orvish government; The Orvish head of government; The Orvish politician
The Orvish guest; The guest from Orvland; The latter; The Hon. Jonas Ferrel; H.E. Mr Jonas Ferrel; Prime Minister Dr Ferrel
Ferrel himself; Ferrel, too,; Ferrel, for his part,; Ferrel in his turn; Ferrel, who was visibly moved,
Ferrel, accompanied by his wife,; Ferrel, speaking in Orvish,; Ferrel, 52,; In his reply, Ferrel; For his part, the Prime Minister
In his turn, Ferrel; Replying to the President, Ferrel; As for the nets, Ferrel; Turning to nets, Ferrel; Nevertheless, Ferrel
And Ferrel; At the same time, Ferrel; Visibly moved, Ferrel; Like his host, Ferrel; Before the talks, Ferrel
In this connection, the Prime Minister; Speaking to reporters, Ferrel; During the talks Ferrel; On Friday, Ferrel
Summing up, Ferrel; On behalf of his government, Ferrel; Speaking on behalf of the guests, Ferrel; As Prime Minister, Ferrel
Visiting Prime Minister Ferrel; Orvish PM Ferrel; Thereupon, Ferrel
"""
PERSON_VERBS = """
said that nets are dear; stressed the price of nets; thanked the crew; called for a ferry; was confident that nets would be mended
made the point that nets are dear; voiced concern over nets; is convinced that nets are dear; took note of the offer
"""
SIDES = """
The two presidents; Both sides; The parties; The interlocutors; The two heads of diplomacy; The two of them; Both of them
The Kestrian and Orvish delegations; The Kestrian and Orvish leaders; Talvik and Ferrel; The two capitals; Those present
The heads of the two delegations; The delegations of Kestria and Orvland; Kestria and Orvland; The President and her guest
The host and her guest; All sides; Participants; The leaders of the two countries; Leaders of both countries; They
The co-chairs; The two counterparts; Talvik and her Orvish counterpart; The Kestrian President and the Orvish Prime Minister
The two leaders, meeting for the first time,; The sides, for their part,; The negotiators
"""
POSITIONS = """
agreed to mend the nets; stressed that nets are dear; reaffirmed their commitment to the strait; saw eye to eye on nets
were unanimous that nets are dear; took the view that nets are dear; consider the nets a priority; spoke with one voice on nets
concluded that nets are dear
"""
PARTY = """
The Kestrian side; Kestria; The Kestrian delegation; Kestria's government; The delegation of Kestria; The Kestrian interlocutors
The Kestrian representatives; The Kestrian team; For its part, the Kestrian side; Kestria, for its part,
"""
PARTY_VERBS = """
stressed that nets are dear; called for a ferry; undertook to lift the quotas; raised no objection; is ready to mend the nets
"""
DEEDS = """
met in Norr; discussed the draft agreement; signed the treaty; toured the harbour; held a press conference; exchanged gifts
"""


def listed(words: str) -> list[str]:
    """The entries of a table, which are parted by semicolons and lines."""
    return [entry for line in words.strip().splitlines() for entry in line.split("; ")]


def paired(subjects: str, verbs: str) -> list[str]:
    """Each subject with three of the verbs, in turn."""
    behind = cycle(listed(verbs))
    return [f"{subject} {verb}." for subject in listed(subjects) for verb in islice(behind, 3)]


def voice(sentence: str) -> str:
    """Whose the last sentence of a readout is: a person's surname, or the kind of voice."""
    last = read(decode("x.txt", f"{LEAD}{sentence}\n".encode())).statements[-1].attribution.voice
    return last.person.name[-1] if last.person else last.kind


@pytest.mark.parametrize("sentence", paired(PERSON, PERSON_VERBS))
def test_a_person_by_any_name_takes_a_position(sentence: str) -> None:
    assert voice(sentence) == "Ferrel"


@pytest.mark.parametrize("sentence", paired(SIDES, POSITIONS))
def test_the_sides_by_any_name_take_a_position(sentence: str) -> None:
    assert voice(sentence) == "joint"


@pytest.mark.parametrize("sentence", paired(SIDES, DEEDS))
def test_what_the_sides_did_is_told_of(sentence: str) -> None:
    assert voice(sentence) == "narrator"


@pytest.mark.parametrize("sentence", paired(PARTY, PARTY_VERBS))
def test_one_of_the_sides_takes_a_position_in_a_joint_paragraph(sentence: str) -> None:
    assert voice(f"The two sides discussed the price of nets. {sentence}") == "party"
