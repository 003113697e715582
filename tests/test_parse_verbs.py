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


@pytest.mark.parametrize(
    "words",
    [
        "It was Ferrel's view that nets must be mended.",
        "It was the firm belief of Prime Minister Ferrel that nets must be mended.",
        "It remains to be seen who pays, and it is not Talvik's view that nets must be mended, said Ferrel.",
        "Ferrel's message was simple: nets must be mended.",
        "Ferrel's verdict on the first year of the treaty: a promising start.",
        "Ferrel's thanks went to the crews of both boats.",
        "Ferrel's appeal was addressed to the owners of the boats.",
        "The answer of the Orvish prime minister was a promise to mend the nets.",
        "The conclusion drawn by Ferrel was that nets must be mended.",
        "There was high praise from Ferrel for the crews of both boats.",
        "A word of caution came from Ferrel: nets must be mended.",
        "From Ferrel came the suggestion to mend the nets first.",
        "To quote Ferrel, nets are the sea's handwriting.",
        "To Ferrel's mind, the nets were past mending.",
        "What worried Ferrel was the state of the nets.",
        "What mattered most to Prime Minister Ferrel was that nets should be mended.",
    ],
)
def test_whose_message_it_is_speaks(words: str) -> None:
    assert voice(words) == "Ferrel"


def test_a_pronoun_owns_a_message() -> None:
    assert voice("Ferrel turned to the harbour. His call was for a second pier.") == "Ferrel"
    assert voice("Both spoke of nets. Their shared conviction was that they must be mended.") == "joint"


@pytest.mark.parametrize(
    "words",
    [
        "Ferrel's proposal was rejected by the council.",
        "The question of nets was not on the agenda.",
        "There was no word from the harbour master.",
        "From Norr came the news that the boats had sailed.",
        "What followed was a tour of the harbour.",
    ],
)
def test_a_message_with_which_something_is_done_is_told_of(words: str) -> None:
    assert voice(words) == "narrator"


@pytest.mark.parametrize(
    "phrase",
    ["aired his doubts about the nets", "floated a second pier for trawlers", "zeroed in on the price of nets"],
)
def test_a_verb_that_no_list_has_is_a_position_where_something_is_its_object(phrase: str) -> None:
    assert voice(f"Ferrel {phrase}.") == "Ferrel"


@pytest.mark.parametrize("phrase", ["nodded", "shrugged and smiled", "learned that nets were mended"])
def test_a_verb_that_no_list_has_is_told_of_where_nothing_is(phrase: str) -> None:
    assert voice(f"Ferrel {phrase}.") == "narrator"


@pytest.mark.parametrize(
    "words",
    [
        "Talvik was informed by Ferrel that nets were mended.",
        "Talvik was briefed by her guest on the state of the nets.",
        "It was stressed by Prime Minister Ferrel that nets are dear.",
        "Ferrel made the following statement: “Nets are dear. They must be mended.”",
        "Ferrel addressed the press as follows:",
    ],
)
def test_who_tells_in_the_passive_or_is_announced_speaks(words: str) -> None:
    assert voice(words) == "Ferrel"


def test_who_was_told_by_nobody_who_met_is_told_of() -> None:
    assert voice("Ferrel was briefed by officers of the harbour on the nets.") == "narrator"
    assert voice("Ferrel was welcomed by Talvik on the pier.") == "narrator"


@pytest.mark.parametrize(
    "words",
    [
        "Oskar Lind, a member of the Orvish delegation, said that boats sail.",
        "Oskar Lind, who runs the harbour, later added that boats sail.",
        "Ferrel's spokesman, Oskar Lind, later told reporters that boats sail.",
    ],
)
def test_who_is_presented_by_what_he_is_speaks_for_himself(words: str) -> None:
    assert voice(words) == "Lind"


def test_what_somebody_else_had_said_is_told_in_a_speech() -> None:
    words = "Ferrel reported on the harbour. General Oskar Lind had assured him that boats sail."
    assert voice(words) == "Ferrel"


@pytest.mark.parametrize(
    "phrase",
    [
        "had no objection, on condition that the nets were mended",
        "made no secret of his disappointment",
        "struck an optimistic note about the nets",
        "took a more cautious view of the nets",
        "gave her to understand that nets could be mended",
        "hastened to add that nets are dear",
        "did not fail to mention the nets",
        "went so far as to speak of a crisis",
        "concluded the meeting by expressing hope for the nets",
        "joined her in condemning the tariffs",
        "was full of praise for the crew",
        "was open to the idea",
    ],
)
def test_a_verb_that_leads_to_a_position_is_one(phrase: str) -> None:
    assert voice(f"Ferrel {phrase}.") == "Ferrel"


@pytest.mark.parametrize(
    "phrase",
    ["hastened to the harbour", "joined her in the car", "went to see the nets", "discussed the draft agreement"],
)
def test_a_verb_that_leads_to_a_deed_is_told_of(phrase: str) -> None:
    assert voice(f"Ferrel {phrase}.") == "narrator"


@pytest.mark.parametrize(
    "words",
    [
        "Said Ferrel: “Nets are dear.”",
        "“Nets are dear,” was how Ferrel put it to the fishermen.",
        "No more tariffs on nets – that was the plea of Ferrel.",
    ],
)
def test_a_cue_may_stand_before_or_behind_the_words(words: str) -> None:
    assert voice(words) == "Ferrel"


@pytest.mark.parametrize(
    "words",
    [
        "The two leaders concluded that nets are dear.",
        "Satisfaction was expressed by both sides at the new nets.",
        "Common ground was found on nets.",
        "They spoke with one voice in calling for nets.",
    ],
)
def test_these_are_positions_of_both(words: str) -> None:
    assert voice(words) == "joint"


def test_the_visiting_president_is_who_came() -> None:
    lead = "President Maren Talvik of Kestria paid a visit to Norr and was received by President Jonas Ferrel of Orvland.\n\n"
    last = read(decode("x.txt", f"{lead}The visiting president praised the nets.\n".encode())).statements[-1]
    assert last.attribution.voice.person and last.attribution.voice.person.name[-1] == "Talvik"
