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
    assert last.attribution.voice.person
    assert last.attribution.voice.person.name[-1] == "Talvik"


DEEDS = """
arrived at the palace shortly before noon.
inspected a guard of honour in the courtyard.
laid flowers at the tomb of the unknown sailor.
was greeted by the mayor and a crowd of children.
then proceeded to the National Gallery.
handed over the keys of two ambulances.
presented his host with a model of a ship.
signed the visitors' book.
planted an olive tree in the garden of the residence.
attended a gala dinner hosted by the President.
travelled on to Belmont in the evening.
flew by helicopter to the flood area.
bestowed the Order of the Anchor on his host.
received an honorary doctorate from the university.
unveiled a bust of the poet.
cut the ribbon of the new wing.
watched a parade of the fleet.
strolled through the old town with his wife.
visited the memorial to the victims of the earthquake.
took part in a wreath-laying ceremony.
opened the exhibition of maritime paintings.
launched the digital platform of the chambers.
spoke at the opening of the forum.
held a working lunch with business leaders.
left for home on Saturday.
departed on a special flight.
was accompanied by the ministers of trade and energy.
is on his first visit to the country.
took office in March.
served as ambassador before his election.
won the election with a large majority.
studied law at the University of Norr.
succeeded Anna Holt as prime minister last year.
last visited the country in 2019.
shook hands with members of the delegation.
posed for photographs with his host on the steps.
walked along the pier with fishermen.
chaired the second session of the summit.
exchanged gifts with the President.
tasted local cheese at the market.
drove to the airport in an open car.
boarded a patrol vessel at the naval base.
rang the bell of the stock exchange.
lit a candle in the cathedral.
kissed the flag.
stayed at the Grand Hotel.
dined with the royal family.
addressed the parliament in the afternoon.
gave a lecture at the diplomatic academy.
entered the hall to applause.
joined the President for a walk in the park.
met separately with the Speaker of Parliament.
concluded his visit with a tour of the port.
appointed a new ambassador to Kestria.
brought a letter from the King.
delivered the keynote speech at the conference.
donated two thousand books to the library.
awarded medals to rescue workers.
spent the evening at the opera.
reached the island by boat.
crossed the border on foot.
paused at the monument for a minute of silence.
honoured the fallen with a minute of silence.
witnessed the signing of six agreements.
oversaw the exchange of documents.
observed a demonstration of rescue techniques.
tried his hand at pottery.
played chess with pupils of a primary school.
wore a traditional cloak for the occasion.
paid his respects at the grave of the former president.
queued with voters at a polling station.
sat next to the Queen at dinner.
began his visit with a tour of the old town.
ended the day at a concert of folk music.
rode the new tram with his host.
switched on the lights of the stadium.
gifted the museum an old map.
hosted a reception in honour of the guests.
swore in the new ministers.
opened a consulate in the port city.
and his wife visited an orphanage.
reviewed the troops together with the President.
returned to the capital late at night.
landed at Norr Airport at 9 a.m.
checked on the progress of the works at the site.
conducted a video conference from his office.
skipped the dinner because of a cold.
missed the opening session.
carried a wreath of white lilies.
lowered the flag to half-mast.
""".split("\n")[1:-1]


@pytest.mark.parametrize("deed", DEEDS)
def test_what_somebody_does_is_told_of_behind_a_speech(deed: str) -> None:
    assert voice(f"Talvik said that nets are dear.\n\nFerrel {deed}") == "narrator"
