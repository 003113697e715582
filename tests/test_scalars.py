"""Any text comes back from its scalar as it was, for our reader and for others."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from verbale import scalars, yamltext

LONG = "The ministers agreed to meet again in the spring and to publish the figures of the year before. " * 3


@settings(max_examples=500, deadline=None)
@given(strategies.text, st.integers(1, 8))
def test_every_text_comes_back(text: str, indent: int) -> None:
    document = (
        f"a: {scalars.scalar(text)}\n"
        f"b: {{c: {scalars.flow(text)}, d: {scalars.flow_list([text, text])}}}\n"
        f"e:\n{' ' * (indent - 1)} f: {scalars.block(text, indent + 1)}\n"
        f"{' ' * (indent - 1)} g: h\n"
    )
    expected = {"a": text, "b": {"c": text, "d": [text, text]}, "e": {"f": text, "g": "h"}}
    assert (expected, []) == yamltext.read(document, "f.yaml")


@settings(max_examples=300, deadline=None)
@given(strategies.text)
def test_other_readers_take_it_for_the_same_text(text: str) -> None:
    loaded = yaml.safe_load(f"a: {scalars.scalar(text)}\nb: [{scalars.flow(text)}]\nc: {scalars.block(text, 2)}\n")
    assert [text, text] == [str(loaded["a"]), str(loaded["b"][0])]  # a full date stays plain, and is a date for them
    assert text == loaded["c"]


@pytest.mark.parametrize("text", ["NO", "12:30", "010", "~", "null", "1_000", "1.5", "0x1F", "yes", "2021-06-28 12:30"])
def test_what_yaml_would_guess_is_quoted(text: str) -> None:
    assert f'"{text}"' == scalars.scalar(text)


@pytest.mark.parametrize(
    "text", ["2021-06-28", "seeds/a.txt", "https://a.example/b?c#d", "Who is it?", "“Words”", "O'Neil"]
)
def test_what_is_clear_stays_plain(text: str) -> None:
    assert text == scalars.scalar(text)


def test_what_cannot_be_seen_is_escaped() -> None:
    assert '"a\\u00a0b"' == scalars.scalar("a\u00a0b")
    assert '"a\\u0085\\u2028\\ufeff\\U000e0001"' == scalars.scalar("a\u0085\u2028\ufeff\U000e0001")


def test_long_text_is_folded_at_the_width() -> None:
    lines = scalars.block(LONG.strip(), 6).split("\n")
    assert ">-" == lines[0]
    assert all(line.startswith("      T") or len(line) > 6 for line in lines[1:])
    assert max(map(len, lines)) <= scalars.WIDTH


def test_lines_of_a_text_stay_lines() -> None:
    assert "|-\n  one\n    two\n\n  three" == scalars.block("one\n  two\n\nthree", 2)


@pytest.mark.parametrize("text", [" a", "a ", "a \nb", "a\tb", "\na", "a\n", "a\r\nb"])
def test_what_an_editor_could_damage_unseen_is_quoted(text: str) -> None:
    assert scalars.block(text, 2).startswith('"')
