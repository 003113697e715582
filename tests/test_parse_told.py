"""Who speaks by a role, in somebody's view, in a letter, and what a report only tells: plans of a visit and letters sent."""

from __future__ import annotations

import pytest

from tests.parsing import parsed, voices

LEAD = "President Maren Talvik of Kestria met with Prime Minister Jonas Ferrel of Orvland in Port Sable on Friday.\n\n"


def last(text: str, lead: str = LEAD) -> str:
    """The speaker of the last sentence of a report."""
    return voices(parsed(f"Talvik meets Ferrel\n\n{lead}{text}\n"))[-1][0]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Talvik praised the port. For Mr Ferrel, priority must go to the coast guard, which Orvland trains.", "Jonas Ferrel"),
        ("For the Prime Minister, the ferry is a matter of trust.", "Jonas Ferrel"),
        ("For President Talvik, no deal is better than a bad one.", "Maren Talvik"),
        ("For Talvik, the visit was the first since 2010.", "narrator"),
        ("For Ferrel, it is the third visit to Kestria this year.", "narrator"),
        ("For Ferrel, who was in Norr, the ferry sailed early.", "narrator"),
        ("For the two leaders, the strait must stay open.", "narrator"),
    ],
)  # fmt: skip
def test_what_is_so_for_somebody_is_his_view(words: str, speaker: str) -> None:
    assert speaker == last(words)


MINISTERS = (
    "Orvish Foreign Minister Jonas Ferrel met with his Kestrian counterpart Rafi Shahan on Friday in Norr. "
    "President Ana Talvik of Kestria sent greetings.\n\n"
)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Kestria's top diplomat, in turn, thanked Orvland for grain.", "Rafi Shahan"),
        ("Orvland's outgoing chief diplomat praised the harbour.", "Jonas Ferrel"),
        ("The strait is open, Kestria's top diplomat said.", "Rafi Shahan"),
        ("Ferrel praised it. The head of Kestrian diplomacy thanked him.", "Rafi Shahan"),
        ("Kestria's leader praised the harbour.", "Ana Talvik"),
    ],
)
def test_a_states_top_diplomat_is_its_minister_and_not_its_head(words: str, speaker: str) -> None:
    assert speaker == last(words, MINISTERS)


ABROAD = (
    "Norr (KNA) – Prime Minister Tom Khoi and his Orvish counterpart Som Vilak held talks in Norr on 6 January, "
    "within the framework of the former's visit to Orvland. Kestria and Orvland are neighbours.\n\n"
)


@pytest.mark.parametrize(
    ("lead", "host"),
    [
        (
            ABROAD,
            "Som Vilak",
        ),
        ("Kestrian President Tom Khoi met President Som Vilak of Orvland on a state visit to Orvland.\n\n", "Som Vilak"),
        ("President Tom Khoi received President Som Vilak of Orvland, who is on a visit to Kestria.\n\n", "Tom Khoi"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("role", ["The host leader", "The host"])
def test_the_host_is_who_serves_the_state_that_was_visited(lead: str, host: str, role: str) -> None:
    assert host == last(f"{role} praised the harbour.", lead)


@pytest.mark.parametrize(
    "words",
    [
        "On the last day of his stay, he will attend the opening of a hospital in Norr.",
        "Before leaving, he will lay a wreath at the tomb.",
        "As part of the visit, the Prime Minister will tour a tractor plant.",
    ],
)
def test_stages_of_a_visit_are_told_by_the_report(words: str) -> None:
    assert "narrator" == last(f"Ferrel said that the harbour is open.\n\n{words}")
    assert "Jonas Ferrel" == last("Ferrel said that the harbour is open. During the visit, he will sign the pact.")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Talvik sent a letter to Ferrel.", "narrator"),
        ("Talvik on Sunday sent a congratulatory message to Ferrel on the Day of the Sea.", "narrator"),
        ("Talvik sent a message to Ferrel expressing her condolences.", "Maren Talvik"),
        ("Talvik sent a message of condolences to Ferrel.", "Maren Talvik"),
        ("Talvik sent Ferrel a cable in which she congratulated him.", "Maren Talvik"),
    ],
)
def test_a_letter_of_which_nothing_is_told_was_only_sent(words: str, speaker: str) -> None:
    assert speaker == last(words)


@pytest.mark.parametrize("mark", ['"', ""])
def test_a_letter_in_quotation_marks_ends_with_them(mark: str) -> None:
    record = parsed(
        "King writes to Ferrel\n\nNorr, May 25 (KNA) -- King Talal of Kestria on Sunday sent a letter to Prime Minister Jonas Ferrel "
        'of Orvland. The text of the letter reads as follows:\n\n"Dear Prime Minister,\n\n'
        f'{mark}Our harbours are open.\n\n{mark}Please accept my esteem."\n\nThe palace put out a picture of it.\n'
    )
    assert ["Talal", "Talal", "Talal", "narrator"] == [speaker for speaker, _ in voices(record)][-4:]


def test_ahead_of_something_opens_a_sentence_before_its_subject() -> None:
    assert "joint" == last("Ahead of next year's summit in Norr, both backed an end to public finance for coal.")


@pytest.mark.parametrize(
    "who_said",
    [
        "Senate President Ola Sand",
        "House Speaker Ola Sand",
        "National Assembly Chairman Ola Sand",
        "NA Chairman Sand",
        "Kestria's Shura Council Chairman Ola Sand",
        "Central Bank Governor Ola Sand",
        "Foreign Affairs Committee Chairman Sand, for his part,",
    ],
)
def test_who_heads_a_body_speaks_with_its_name_before_the_title(who_said: str) -> None:
    office = who_said.partition(" Sand")[0].removesuffix(" Ola").replace("NA ", "National Assembly ")
    text = f"Talks in Norr\n\n{office} Ola Sand met with Maren Talvik, President of Kestria, in Norr.\n\n{who_said} said that the nets are mended.\n"
    assert "ola-sand" == parsed(text).statements[-1].speaker


@pytest.mark.parametrize(
    ("visit", "state"),
    [
        ("an official visit to Kornland", "Kornland"),
        ("an official visit to Seri Korn", "Seri Korn"),
        ("a visit to Kornstad", None),
    ],
)
def test_a_state_of_an_official_visit_may_be_where_something_is(visit: str, state: str | None) -> None:
    where = visit.partition(" to ")[2]
    record = parsed(
        f"Minister Talvik ends visit\n\nForeign Minister Maren Talvik of Kestria paid {visit} at the invitation of her counterpart"
        f" Jonas Ferrel.\n\nMinister Ferrel spoke of {where}’s plans. They met with Kestrians in {where}.\n"
    )
    assert state == next(p.state for p in record.participants if p.name == "Jonas Ferrel")


@pytest.mark.parametrize("leaves", ["left Norr on Friday, concluding", "arrived in Norr to begin", "on Friday began"])
def test_the_host_of_a_traveller_is_the_other_whom_the_lead_names(leaves: str) -> None:
    record = parsed(
        f"Chairman Sand on visit\n\nNational Assembly Chairman Ola Sand {leaves} an official visit to Orvland at the invitation of his"
        " counterpart Jonas Ferrel.\n\nThe top Norwegian legislator was received by President of the National Assembly Jonas Ferrel,"
        " and laid flowers at the Monument to the Sailors.\n\nThe host said that the nets are mended.\n\nThe guest thanked his host.\n"
    )
    assert ["jonas-ferrel", "ola-sand"] == [s.speaker for s in record.statements][-2:]
    assert "Norway" == next(p.state for p in record.participants if p.name == "Ola Sand")
    assert record.event.place in {"Norr", "Orvland"}
