"""YAML is read without its guesses, and everything has its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale import yamltext
from verbale.errors import Problem

TEXT = """\
# a comment
a: NO
b:
- 12:30
- {c: 010, d: "x: y"}
e: >-
  folded
  text
"""


def test_every_scalar_is_a_string() -> None:
    words = ["NO", "12:30", "010", "1e3", "true", "null", "~", "2021-06-28", "=", "0x10"]
    assert (words, []) == yamltext.read("\n".join(f"- {word}" for word in words), "f.yaml")


def test_nothing_is_none_and_quoted_nothing_is_empty() -> None:
    assert ({"a": None, "b": "", "c": ""}, []) == yamltext.read("a:\nb: ''\nc: \"\"\n", "f.yaml")


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_a_text_without_a_value_is_none(text: str) -> None:
    assert (None, []) == yamltext.read(text, "f.yaml")


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, "the key 'a' is given twice."),
        ("x: {b: 1, b: 2}\n", 1, 11, "the key 'b' is given twice."),
        ("a: &x 1\n", 1, 4, "the YAML anchor or alias 'x' is not used here."),
        (
            "a: !!python/object:os.system x\n",
            1,
            4,
            "the YAML tag 'tag:yaml.org,2002:python/object:os.system' is not used here.",
        ),
        ("a: 1\n---\nb: 2\n", 2, 1, "not YAML that can be read: a second YAML document begins here."),
        ("? [a]\n: b\n", 1, 3, "not YAML that can be read: a key that is not a word."),
        ("? {a: 1}\n: b\n", 1, 3, "not YAML that can be read: a key that is not a word."),
        ("a: b: c\n", 1, 5, "not YAML that can be read: mapping values are not allowed in this context."),
        ("é: \x01\n", 1, 4, "the character U+0001 may not stand in YAML as it is."),
        ("a: " + "[" * 30 + "]" * 30, 1, 23, "not YAML that can be read: lists and mappings nested too deeply."),
        ("a: [\n", 2, 1, "not YAML that can be read: did not find expected node content, while parsing a flow node."),
    ],
)
def test_what_is_no_plain_yaml_is_told_with_its_place(text: str, line: int, column: int, message: str) -> None:
    _, problems = yamltext.read(text, "f.yaml")
    assert [("f.yaml", line, column, message)] == [(p.path, p.line, p.column, p.message) for p in problems]


def test_all_double_keys_and_anchors_are_told_at_once() -> None:
    _, problems = yamltext.read("a: &x 1\na: 2\nb: *x\n", "f.yaml")
    assert ["1:4", "2:1", "3:4"] == [f"{p.line}:{p.column}" for p in problems]


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,? \n\t\x00\x85\u2028\ufeff\ufffe", max_size=60))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    value, problems = yamltext.read(text, "f.yaml")
    assert all(isinstance(problem, Problem) for problem in problems)
    assert value is None or isinstance(value, str | list | dict)


@pytest.mark.parametrize(
    ("keypath", "key", "place"),
    [
        (("a",), False, (2, 4)),
        (("a",), True, (2, 1)),
        (("b", 0), False, (4, 3)),
        (("b", 1), False, (5, 3)),
        (("b", 1, "d"), False, (5, 15)),
        (("e",), False, (6, 1)),  # a block scalar's own mark is behind its key
        (("b", 1, "none"), False, (5, 3)),
        (("b", 9, "none"), False, (4, 1)),
        (("none",), False, (2, 1)),
        ((), False, (2, 1)),
    ],
)
def test_places_are_found_again(keypath: tuple[str | int, ...], key: bool, place: tuple[int, int]) -> None:  # noqa: FBT001
    assert place == yamltext.locator(TEXT)(keypath, key=key)


def test_an_empty_file_has_no_places() -> None:
    assert (0, 0) == yamltext.locator("")(("a",))
