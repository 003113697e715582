"""Verbs and turns of phrase by which somebody takes a position, and those that tell of what was done: each is one of the language's data."""

from __future__ import annotations

import pytest

from verbale.parse import read
from verbale.source import decode

LEAD = "President Maren Talvik of Kestria met Prime Minister Jonas Ferrel of Orvland in Norr on Friday.\n\nThe sea was calm.\n\n"


def voice(words: str) -> str:
    """Whose the last sentence of a readout is: a person's surname, or the kind of voice."""
    last = read(decode("x.txt", f"{LEAD}{words}\n".encode())).statements[-1].attribution.voice
    return last.person.name[-1] if last.person else last.kind


@pytest.mark.parametrize(
    "phrase",
    [
        "took the position that nets must be mended",
        "took issue with the tariffs",
        "gave credit to the crew",
        "gave the green light to the plan",
        "made the case for a ferry",
        "made a plea for calm",
        "made it plain that nets must be mended",
        "left no doubt that nets must be mended",
        "set great store by the ferry",
        "laid particular emphasis on the ferry",
        "threw his weight behind the ferry",
        "came out against the tariffs",
        "struck a note of hope",
        "invoked the treaty of 1990",
        "extolled the crew",
        "envisaged a ferry",
        "was more cautious",
        "was moved by the welcome",
        "bore witness to the friendship",
        "aligned himself with the plan",
        "posited that boats will sail",
        "surmised that boats will sail",
        "feared that there is no time",
        "was in favour of the ferry",
        "was at pains to explain the plan",
        "closed by thanking the crew",
        "himself thanked the crew",
        "first of all thanked the crew",
    ],
)
def test_it_is_a_position_that_somebody_takes(phrase: str) -> None:
    assert "Ferrel" == voice(f"Ferrel {phrase}.")


@pytest.mark.parametrize(
    "phrase",
    [
        "came to terms on nets",
        "settled on a plan for nets",
        "converged on the need for nets",
        "were of the same opinion on nets",
        "were in favour of a ferry",
        "threw their weight behind the plan",
        "established a fund",
        "launched a dialogue on nets",
        "stood against tariffs",
        "rededicated themselves to the treaty",
    ],
)
def test_it_is_a_position_that_the_sides_take(phrase: str) -> None:
    assert "joint" == voice(f"The two leaders {phrase}.")


@pytest.mark.parametrize(
    "words",
    [
        "Ferrel visited that harbour.",
        "Ferrel laid a wreath.",
        "Ferrel toured a yard that makes boats.",
        "Ferrel learned that the boats had sailed.",
        "Ferrel took a walk.",
        "The two leaders looked back on the year.",
        "The two leaders compared notes on nets.",
        "The two leaders unveiled a plaque.",
        "The two leaders adopted a roadmap.",
    ],
)
def test_it_is_told_of(words: str) -> None:
    assert "narrator" == voice(words)


@pytest.mark.parametrize(
    "words",
    [
        "The ferry's role was great, as Ferrel visited.",
        "Orvland's leader and Talvik visited the harbour.",
        "The harbour was quiet, Ferrel was told.",
        "The leader's message was read.",
        "Ferrel's position was that of Foreign Minister.",
    ],
)
def test_what_only_looks_like_a_cue_is_told_of(words: str) -> None:
    assert "narrator" == voice(words)


@pytest.mark.parametrize(
    "words",
    [
        "Along with Talvik, Ferrel praised the harbour.",
        "Inter alia, Ferrel praised the harbour.",
        "They met in the U.S. Along the way, Ferrel praised the harbour.",
    ],
)
def test_a_subject_comes_behind_what_opens_its_sentence(words: str) -> None:
    assert "Ferrel" == voice(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ferrel's view is that nets are dear.",
        "Ferrel's main message was that nets are dear.",
        "His view was that nets are dear.",
        "The hope of Ferrel was to see more boats.",
        "Nets are dear, as Ferrel told reporters.",
    ],
)
def test_somebodys_message_and_what_he_told_others_are_his(words: str) -> None:
    assert "Ferrel" == voice(f"Ferrel thanked his host. {words}")


def test_what_both_noted_is_the_sides_own() -> None:
    assert "joint" == voice("Trade grew, as the two leaders noted.")
