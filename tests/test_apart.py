"""Signs stay with their words and runs of another direction are isolated, in markup alone."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.site.apart import set_apart
from verbale.site.escaping import escaped
from verbale.site.terms import Terms


def test_french_marks_stay_with_their_words() -> None:
    assert set_apart("Il dit : « Bien », puis « rien » ?", "ltr") == (
        'Il di<span class="nw">t :</span> <span class="nw">« B</span>ie<span class="nw">n »</span>, puis '
        '<span class="nw">« r</span>ie<span class="nw">n » ?</span>'
    )


def test_what_needs_no_care_gets_no_markup() -> None:
    for html in ("Plain words, all of them.", "“We kept our word,” she said: so it was.", "«Без пробелов», сказал он."):
        assert set_apart(html, "ltr") == html


def test_words_from_right_to_left_are_isolated_as_one_run() -> None:
    assert set_apart("He said “שלום לכם, 2 פעמים”, 3 times.", "ltr") == (
        "He said “<bdi>שלום לכם, 2 פעמים</bdi>”, 3 times."
    )


def test_words_from_left_to_right_are_isolated_where_the_document_runs_the_other_way() -> None:
    assert set_apart("قال NATO Council، 3 سفن.", "rtl") == "قال <bdi>NATO Council</bdi>، 3 سفن."


def test_markup_is_left_alone() -> None:
    html = '<a class="g" href="/.root/glossary/a.html"><abbr title="שלום : x">SU</abbr></a> שלום'
    assert set_apart(html, "ltr") == html[: -len("שלום")] + "<bdi>שלום</bdi>"
    latin = '<a class="g" href="/.root/glossary/a.html">سفن &amp; SU</a>'
    assert set_apart(latin, "rtl") == latin.replace("SU", "<bdi>SU</bdi>")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@given(text=st.text(st.sampled_from("aZ «»‹›!?:;<&\"'אבגمرحبا,.12é中 ")))
def test_no_character_is_added_or_lost(text: str, direction: str) -> None:
    assert unescape(re.sub(r"</?(?:bdi|span)[^>]*>", "", set_apart(escaped(text), direction))) == text


def test_a_long_row_of_signs_takes_no_longer_than_its_length() -> None:
    row = "א" + "\u060c " * 20_000
    assert set_apart(row, "ltr").startswith("<bdi>א")


def test_the_sentences_of_a_record_are_set_so() -> None:
    assert Terms({}).html("« A") == '<span class="nw">« A</span>'
    assert Terms({}, direction="rtl").html("سفن A") == "سفن <bdi>A</bdi>"
