"""Words and marks: each with its place, and where they stand is found once for a text."""

from __future__ import annotations

from verbale.parse.tokens import lows, places, places_in, standing, tokenize, words_of
from verbale.span import Span

TEXT = "“We agree,” Brel’s aide said; the U.S. – Kestria pact stands."


def test_each_word_or_mark_stands_at_its_place() -> None:
    """What a token says is what the text has there, in lower case too, with its capital."""
    for token in tokenize(TEXT, 1):
        assert TEXT[token.start : token.end] == token.text
        assert (token.text.lower(), token.text[0].isupper()) == (token.low, token.capital)
    assert ["we", "agree", ",", "”", "brel", "’s", "aide"] == lows(tokenize(TEXT, 1))[:7]


def test_where_words_stand_is_the_same_found_one_by_one_or_for_all() -> None:
    """An index of a text gives the places that going through it gives, in order."""
    words = lows(tokenize(f"{TEXT} The pact, said Brel, stands."))
    for wanted in (frozenset({"pact", "said"}), frozenset({","}), frozenset({"treaty"}), frozenset[str]()):
        assert places(words, wanted) == places_in(standing(words), wanted)


def test_a_sentence_is_cut_out_of_its_paragraph() -> None:
    """The tokens between two places are those of that stretch alone, as many as are wanted, also where one is cut through."""
    words = words_of(tokenize(TEXT))
    for span in (Span(0, 11), Span(12, 29), Span(14, 40), Span(30, len(TEXT))):
        alone = tokenize(TEXT, *span)
        cut, low = words.between(TEXT, span, 5)
        assert [(t.text, t.start) for t in alone[:5]] == [(t.text, t.start) for t in cut]
        assert lows(alone)[:5] == low
