"""Devices met in readouts that were new to the program: names that are titles, priorities by number, counterparts told first."""

from __future__ import annotations

import pytest

from tests.parsing import parsed, voices
from verbale.record import Record


def speakers(text: str) -> list[str]:
    """The speakers of a text's sentences, in order."""
    return [who for who, _ in voices(parsed(text))]


def met(record: Record) -> list[tuple[str | None, str | None, str | None]]:
    """Name, title and state of each principal."""
    return [(p.name, p.title, p.state) for p in record.participants if p.role == "principal"]


def test_a_title_may_be_a_given_name_and_a_palace_stand_before_a_name() -> None:
    text = (
        "H.H. Sheikh Sultan bin Radi Al Marzi, UAE Minister of Fisheries, received today at Al Nura Palace Irena Kostel, "
        "Minister of Energy of the Republic of Slavona.\n\nH.H. Sheikh Sultan praised the pier.\n\n"
        "For her part, Kostel commended the nets.\n"
    )
    found = parsed(text)
    assert [
        ("Sultan bin Radi Al Marzi", "Minister of Fisheries", "United Arab Emirates"),
        ("Irena Kostel", "Minister of Energy", "Slavona"),
    ] == met(found)
    assert ["narrator", "Sultan bin Radi Al Marzi", "Irena Kostel"] == [who for who, _ in voices(found)]
    assert "Al Nura Palace" == found.event.place


def test_priorities_by_number_are_whose_they_were_announced_as() -> None:
    text = (
        "President Maren Talvik of Kestria took part in the summit in Norr.\n\nTalvik outlined a number of priorities.\n\n"
        "1. A transport union. Tariffs should be one.\n\n2. Clean water. Kestria proposes a treaty.\n\n"
        "In conclusion, President Jonas Ferrel of Orvland thanked all.\n"
    )
    assert ["narrator", *["Maren Talvik"] * 5, "Jonas Ferrel"] == speakers(text)


def test_what_the_sides_should_do_goes_on_from_a_persons_speech() -> None:
    text = (
        "President Maren Talvik of Kestria held talks with President Jonas Ferrel of Orvland.\n\nTalvik said that the sea is calm.\n\n"
        "The two sides {} strengthen coordination.\n"
    )
    assert "Maren Talvik" == speakers(text.format("should"))[-1]
    assert "joint" == speakers(text.format("will"))[-1]


def test_a_counterpart_has_the_title_that_comes_later() -> None:
    text = (
        "Kestria and Orvland will mend the pier, the Kestrian president said on Wednesday.\n\n"
        '"We spoke of nets," Maren Talvik told a joint news conference with her Orvish counterpart Jonas Ferrel in Norr.\n\n'
        '- Nets and boats\n\nFor his part, Ferrel praised the pier. "It is long," he said.\n'
    )
    found = parsed(text)
    assert [("Maren Talvik", "Kestria"), ("Jonas Ferrel", "Orvland")] == [(n, s) for n, _, s in met(found)]
    assert ["Jonas Ferrel"] * 2 == [who for who, _ in voices(found)][-2:]
    assert "- Nets and boats" in [f.text for f in found.furniture if f.kind == "sub-heading"]


@pytest.mark.parametrize(
    "subject",
    ["He and his counterparts", "He and his two Orvish colleagues", "Talvik and her counterparts"],
)
def test_somebody_and_counterparts_are_the_sides(subject: str) -> None:
    text = f"President Arn Talvik of Kestria met with friends in Norr. Talvik praised the pier. {subject} agreed to mend it.\n"
    assert "joint" == speakers(text)[-1]


def test_a_letter_given_whole_is_a_letter_of_the_day_under_it() -> None:
    text = (
        "Official web-site of President of Kestria\nTo Her Excellency Mrs. Ana Brel, President of the Republic of Orvland\n"
        "24 May 2016, 11:30\n\nDear Madam President,\n\nI congratulate you on the pier.\n\nRespectfully,\n\nMaren Talvik\n\n"
        "President of the Republic of Kestria\n\nNorr, 23 May 2016\n"
    )
    found = parsed(text).event
    assert ("letter", "2016-05-23") == (found.kind, found.date)


def test_lines_of_the_head_tell_offices_and_states_of_those_who_say_we() -> None:
    text = (
        "Joint communiqué of the Foreign Ministers' Meeting\nJoint statement with:\n"
        "The Hon Henry Tama, Minister of Foreign Affairs of Pelora\n21 July 2022\n\n"
        "We, the Foreign Ministers of Australia and Pelora, met today in Kiriwa, chaired by Australia's Minister for Foreign "
        "Affairs, Senator the Hon Margaret Dun.\n\nWe praise the pier. Minister Tama thanked Australia.\n"
    )
    assert [
        ("Henry Tama", "Minister of Foreign Affairs", "Pelora"),
        ("Margaret Dun", "Minister for Foreign Affairs", "Australia"),
    ] == sorted(met(parsed(text)))


def test_a_sentence_ends_with_an_abbreviation_before_somebody_who_speaks() -> None:
    text = "The leaders called for reform of the U.N. Kestria reaffirmed its support. The U.S. President praised it.\n"
    assert [
        "The leaders called for reform of the U.N.",
        "Kestria reaffirmed its support.",
        "The U.S. President praised it.",
    ] == [s.text for s in parsed(text).statements]


def test_documents_that_were_signed_are_told_though_their_list_counts_with_an_i() -> None:
    text = (
        "Joint Statement on the Visit of the President of Kestria to Orvland\n\nThe two sides praised the pier.\n\n"
        "The following documents were signed: (i) MoU on nets; (ii) MoU on boats.\n"
    )
    assert "narrator" == speakers(text)[-1]


def test_whom_a_visitor_met_later_serves_the_state_that_he_went_to() -> None:
    text = (
        "Minister for Fish Lim Keng is on an official visit to Port Wess, Kingdom of Lomava, from 12 to 15 November 2019.\n\n"
        "Minister Lim had an audience with His Majesty King Taufa II. His Majesty praised Singapore. Lomava is an island.\n\n"
        "MINISTRY OF FISH\nSINGAPORE\n14 NOVEMBER 2019\n"
    )
    assert ("Taufa II", "Lomava") in [(p.name, p.state) for p in parsed(text).participants]


@pytest.mark.parametrize(
    ("lead", "principals"),
    [
        (
            "Tom Harl, Kestria's foreign minister, met President of Orvland Ana Brel",
            ["foreign minister of Kestria", "President of Orvland"],
        ),
        (
            "Minister of Trade Tom Harl of Kestria met with the Rt Hon Ana Brel MP, Secretary of State for Trade of Orvland,",
            ["Minister of Trade of Kestria", "Secretary of State for Trade of Orvland"],
        ),
        (
            "HRH Prince Tom bin Harl, Crown Prince and Prime Minister of Kestria, received President of Orvland Ana Brel",
            ["Crown Prince and Prime Minister of Kestria", "President of Orvland"],
        ),
        (
            "Tom Harl, special envoy of the President of Kestria, met with President Ana Brel of Orvland",
            ["special envoy of the President of Kestria", "President of Orvland"],
        ),
        (
            "General Secretary of the Communist Party of Kestria and State President Tom Harl met with Ana Brel, President of Orvland,",
            ["General Secretary of the Communist Party of Kestria", "President of Orvland"],
        ),
        (
            "Assistant Secretary of State for Lake and River Affairs Tom Harl met with President Ana Brel of Orvland",
            ["Assistant Secretary of State for Lake and River Affairs of United States", "President of Orvland"],
        ),
        (
            "The foreign ministers of Kestria and Orvland, Tom Harl and Ana Brel, met",
            ["Foreign minister of Kestria", "Foreign minister of Orvland"],
        ),
        (
            "Director-General of the International Harbour Agency (IHA) Tom Harl met with Foreign Minister TOVE BREL of Orvland",
            ["Director-General of International Harbour Agency", "Foreign Minister of Orvland"],
        ),
        (
            "Kestrian FM Tom Harl met with President Ana Brel of Orvland",
            ["Foreign Minister of Kestria", "President of Orvland"],
        ),
    ],
)
def test_offices_with_their_states(lead: str, principals: list[str]) -> None:
    found = met(parsed(f"{lead} in Norr.\n\nKestria praised the pier. Mr Harl thanked Ms Brel.\n"))
    assert principals == [f"{title} of {state}" for _, title, state in found]


def test_a_spokesperson_is_named_behind_his_office_before_what_he_says() -> None:
    text = (
        "In response to media queries regarding comments by the Foreign Minister of Orvland, the Official Spokesperson, Shri "
        'Arjun Bag, said:\n\n"We have seen the comments. They are unwarranted."\n'
    )
    assert ["Arjun Bag"] * 3 == speakers(text)


def test_a_dateline_may_end_in_an_agencys_name_and_a_stop() -> None:
    text = "NORR, Kestria, 3 June. Lakenews. President Maren Talvik met with President Jonas Ferrel of Orvland.\n"
    assert ["NORR, Kestria, 3 June. Lakenews."] == [f.text for f in parsed(text).furniture if f.kind == "dateline"]
