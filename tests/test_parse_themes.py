"""Themes come from the editorial vocabulary alone: whole words, any case, the longest term, the narrowest theme."""

from __future__ import annotations

import pytest

from tests.parsing import parsed
from verbale.authority import Authority, Theme
from verbale.parse.themes import compile_vocabulary, find_themes

THEMES = (
    Theme(id="sea", label="The sea", terms=("sea", "strait", "law of the sea")),
    Theme(id="fishing", label="Fishing", broader="sea", terms=("fishing", "fish stocks", "nets", "U.F.O. treaty")),
    Theme(id="quotas", label="Quotas", broader="fishing", terms=("fishing quotas",)),
    Theme(id="trade", label="Trade", terms=("trade", "nets", "e-commerce")),
    Theme(id="empty", label="Nothing finds it"),
)
AUTHORITY = Authority(themes={theme.id: theme for theme in THEMES})
VOCABULARY = compile_vocabulary(AUTHORITY)


def themes(text: str) -> tuple[str, ...]:
    """The themes of a text."""
    return find_themes(text, 0, len(text), VOCABULARY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They spoke of trade.", ("trade",)),
        ("TRADE and Trade", ("trade",)),
        ("Trade, then the strait.", ("trade", "sea")),
        ("The strait, then trade.", ("sea", "trade")),
        ("trades, tradeable, a seaman, overseas, fish stocksy", ()),
        ("the fish\nstocks", ("fishing",)),
        ("the fish\u00a0stocks", ("fishing",)),
        ("the fish\r\n   stocks", ("fishing",)),
        ("e-commerce grows", ("trade",)),
        ("The U.F.O. treaty holds.", ("fishing",)),
        ("nets", ("fishing", "trade")),
        ("", ()),
    ],
)
def test_whole_words_in_any_case_and_spacing(text: str, found: tuple[str, ...]) -> None:
    assert found == themes(text)


def test_the_longest_term_wins() -> None:
    assert ("quotas",) == themes("The fishing quotas stay.")
    assert ("fishing",) == themes("The fishing quota stays.")


def test_only_the_narrowest_is_given() -> None:
    assert ("fishing",) == themes("Fishing in the strait")
    assert ("quotas", "trade") == themes("The strait, fishing quotas, fish stocks and trade")


def test_only_the_stretch_between_the_offsets_counts() -> None:
    text = "trade | fish stocks | sea"
    assert () == find_themes(text, 0, 4, VOCABULARY)
    assert ("fishing",) == find_themes(text, 8, 19, VOCABULARY)


def test_themes_in_a_circle_are_found() -> None:
    circle = {
        "a": Theme(id="a", label="A", broader="b", terms=("ay",)),
        "b": Theme(id="b", label="B", broader="a", terms=("bee",)),
    }
    vocabulary = compile_vocabulary(Authority(themes=circle))
    assert ("a",) == find_themes("ay", 0, 2, vocabulary)


def test_a_broader_theme_that_is_not_there_does_no_harm() -> None:
    lone = {"a": Theme(id="a", label="A", broader="gone", terms=("ay",))}
    assert ("a",) == find_themes("ay", 0, 2, compile_vocabulary(Authority(themes=lone)))


def test_statements_and_points_have_the_themes_of_their_own_words_and_narration_has_none() -> None:
    text = """\
President Maren Talvik of Kestria met with Prime Minister Jonas Ferrel of Orvland to discuss trade.

Talvik said that trade had grown. The two sides agreed to set fishing quotas and to raise trade.
"""
    record = parsed(text, AUTHORITY)
    assert [(), ("trade",), ("quotas", "trade")] == [s.themes for s in record.statements]
    assert [("quotas",), ("trade",)] == [p.themes for p in record.agreed]
    assert [(), (), ()] == [s.themes for s in parsed(text).statements]
