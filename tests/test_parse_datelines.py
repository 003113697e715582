"""Datelines: town, region, day and agency in any order that houses use, taken off the first sentence and kept as furniture."""

from __future__ import annotations

import pytest

from tests.parsing import parsed

LEAD = "President Maren Talvik and Orvish Prime Minister Jonas Ferrel agreed to mend the pier."


@pytest.mark.parametrize(
    "line",
    [
        "Port Sable - ",
        "Port Sable – ",
        "PORT SABLE: ",
        "Port Sable, KS - ",
        "Port Sable, 12 May 2023 - ",
        "Port Sable, 12th May 2023: ",
        "Port Sable, May 12th 2023: ",
        "Port Sable (12 May 2023) - ",
        "PORT SABLE (May 12, 2023) – ",
        "Port Sable, the Kestrian Isles, 12 May – ",
        "Port Sable, KESTRIA (12 May 2023) --- ",
        "Port Sable, 12 May 2023 (KIS): ",
        "Port Sable, May 12, KESPRESS ",
        "Port Sable, 12 May, KESPRESS - ",
        "Port Sable, May 12/2023 (KIS) ",
        "PORT SABLE / Kespress / ",
        "PORT SABLE. KESPRESS. ",
        "Port Sable, Friday 12 May 2023 - ",
        "Port Sable – May 12, 2023 – ",
        "Port Sable | 12 May 2023 – ",
        "Port Sable, 12 May 2023.- ",
        "Port Sable.- ",
        "Port Sable, 12 May 2023. ",
        "12 May 2023, Port Sable – ",
        "12 May 2023 (Port Sable) – ",
        "[Port Sable, 12 May 2023] ",
        "Port Sable/Norr, 12 May 2023 – ",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(line: str) -> None:
    found = parsed(f"Leaders agree on pier\n\n{line}{LEAD}\n\nTalvik said that nets are dear.\n")
    assert LEAD == found.statements[0].text
    assert found.event.place
    assert "port sable" == found.event.place.lower()


@pytest.mark.parametrize(
    "lead", ["Kestria - Orvland trade has grown, said Talvik.", "Nets are dear - the sea is rough, said Talvik."]
)
def test_a_hyphen_alone_makes_no_dateline(lead: str) -> None:
    assert lead == parsed(f"Leaders agree on pier\n\n{lead}\n\n{LEAD}\n").statements[0].text
