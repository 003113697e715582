"""Abbreviations are those that a document expands itself; marking them leaves its words as they are."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.catalog.abbreviations import expanded_in
from verbale.site.terms import Terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kestrian Fishing Council (KFC) met.", {"KFC": "Kestrian Fishing Council"}),
        ("They joined the League of the Narrow Sea (LNS).", {"LNS": "League of the Narrow Sea"}),
        ("the Norvane-Kestria Trade Area (NKTA)", {"NKTA": "Norvane-Kestria Trade Area"}),
        ("the United Ports (UP) and the Open Sea Forum (OSF)", {"UP": "United Ports", "OSF": "Open Sea Forum"}),
        ("a gross domestic product (GDP) of", {"GDP": "gross domestic product"}),
        ("Ann Lore (Kestria) said", {}),
        ("the Council of Ports (KFC)", {}),
        ("Fishing Council (KFC)", {}),
        ("said Kestria. Fishing Councils (KFC)", {}),
        ("the council (see above) (A)", {}),
        ("Kestrian Fishing Council (KFC), Kestrian Farming Council (KFC)", {}),
        ("(KFC)", {}),
    ],
)
def test_what_a_text_expands(text: str, expected: dict[str, str]) -> None:
    assert expanded_in([text]) == expected


def test_it_is_marked_wherever_else_it_stands() -> None:
    terms = Terms({"KFC": "Kestrian & Fishing Council"})
    assert terms.html("the KFC <met>") == 'the <abbr title="Kestrian &amp; Fishing Council">KFC</abbr> &lt;met&gt;'
    assert "abbr" not in terms.html("the Kestrian & Fishing Council (KFC)")
    assert "abbr" not in terms.html("KFCs and XKFC")


@given(st.text(alphabet="KFC ()<&x", max_size=60))
def test_the_words_stay_as_they_are(text: str) -> None:
    marked = Terms({"KFC": "Kestrian Fishing Council", "FC": "Fishing Club"}).html(text)
    assert html.unescape(re.sub(r"</?abbr[^>]*>", "", marked)) == text
