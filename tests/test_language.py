"""The words of a language stand in its data file, the rules in Python; what a rule looks for is found, and no word stands twice."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from tests.program import ROOT
from verbale.errors import VerbaleError
from verbale.language import Words, load
from verbale.language.loading import expression, read_classes

PARSE = ROOT / "src/verbale/parse"
DATA = (ROOT / "src/verbale/language/en.yaml").read_text(encoding="utf-8")
CLASSES = DATA.partition("\nwords:\n")[2].partition("\n\n")[0]

TERMS = frozenset(
    """
    say think act joint narrate be have
    past present base perfect modal participle ing none
    person role pronoun party body first place narrator unknown continued
    title sides
    title subtitle caption notice dateline date-line source-line release-line share-link print-link breadcrumb separator
    end-mark stage-direction
    """.split()
)
"""verbale's own terms: classes of verbs, tenses, kinds of speakers and subjects, bases, how a joint subject is put, kinds of furniture."""

EXCEPTIONS = {
    ("clauses.py", "ing ly ed"): "endings of words",
    ("complements.py", "ii iii iv"): "numerals that mark the items of a list",
    ("dividing.py", "as well as"): "one phrase",
}
"""Lists of words that stay in Python, each with the reason."""


ALTERNATIVES = re.compile(r"(?:\\b)?\((?:\?:)?(?:[a-zA-Z ]{2,}\|){2,}[a-zA-Z ]+\)(?:\\b)?")
"""An expression of nothing but words."""


def words_in(node: ast.AST) -> list[str]:
    """The words that a set, a list, a tuple, the keys of a dict or a text split into words gives."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        texts: list[ast.expr | None] = list(node.elts)
    elif isinstance(node, ast.Dict):
        texts = list(node.keys)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        value = node.func.value
        return value.value.split() if isinstance(value, ast.Constant) and isinstance(value.value, str) else []
    else:
        return []
    found = [text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)]
    if any("\\" in text or "(?:" in text for text in found):
        return []  # an expression, with the words without which it finds nothing
    return [word for word in found if re.fullmatch(r"[^\W\d_][\w’'. -]*", word) and "_" not in word]


def lists_of_words(path: Path) -> Iterator[tuple[int, str]]:
    """The lists of three words and more in a module that are none of verbale's own terms, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in {"__all__", "__slots__"}
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = node.value if ALTERNATIVES.fullmatch(node.value) else ""
        else:
            words = words_in(node)
            found = " ".join(words) if len(words) > 2 and not TERMS.issuperset(words) and id(node) not in names else ""
        if found and isinstance(node, ast.expr):
            yield node.lineno, found


def test_no_list_of_words_stands_in_a_rule() -> None:
    """Three words and more are a class of words: it belongs to the data file, under a name and with a comment."""
    found = {
        (path.name, words): f"{path.relative_to(ROOT)}:{line}: {words}"
        for path in sorted(PARSE.rglob("*.py"))
        for line, words in lists_of_words(path)
    }
    assert [place for key, place in found.items() if key not in EXCEPTIONS] == []
    assert [key for key in EXCEPTIONS if key not in found] == [], "exceptions that are none any more"


def test_each_class_is_told_of_and_used() -> None:
    """A class has a comment in the data file and a rule that looks for it."""
    lines = CLASSES.splitlines()
    named = [(m[1], lines[n - 1]) for n, line in enumerate(lines) if (m := re.match(r"  (\w+):", line))]
    assert [field.name for field in fields(Words)] == [name for name, _ in named]
    assert [name for name, before in named if not before.startswith("  # ")] == []
    code = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src/verbale").rglob("*.py")))
    used = set(re.findall(r"\b(?:words|classes)\.(\w+)", code))
    assert [name for name, _ in named if name not in used] == []


def test_no_two_classes_are_alike() -> None:
    """A set of words that two rules look for is one class."""
    words = load("en").words
    kinds = [f"{field.type} {getattr(words, field.name)}" for field in fields(Words) if field.type != "frozenset[str]"]
    sets = [getattr(words, field.name) for field in fields(Words) if field.type == "frozenset[str]"]
    assert [found for found, count in Counter([*kinds, *sets]).items() if count > 1] == []


def data_of_classes(**changed: object) -> dict[str, object]:
    """A data file's classes, each with a word."""
    kinds = {"Mapping": {"a": "b"}, "tuple[tuple": ["a b"]}
    data = {
        field.name: next((v for k, v in kinds.items() if str(field.type).startswith(k)), "a") for field in fields(Words)
    }
    return {name: value for name, value in {**data, **changed}.items() if value is not None}


def test_a_class_that_is_missing_is_named() -> None:
    """The message tells the file, the class and what to do."""
    assert read_classes(data_of_classes(articles="un, une"), "fr.yaml").articles == {"un", "une"}
    with pytest.raises(VerbaleError) as caught:
        read_classes(data_of_classes(articles=None), "fr.yaml")
    assert str(caught.value) == (
        "fr.yaml: words: class 'articles' is missing. A rule looks for it: add it with its words."
    )


def test_a_class_that_no_rule_looks_for_is_named() -> None:
    """A misspelt class is both missing and one too many."""
    with pytest.raises(VerbaleError) as caught:
        read_classes(data_of_classes(artikles="un"), "fr.yaml")
    assert str(caught.value) == "fr.yaml: words: no rule looks for class 'artikles'. Take it out, or mend its name."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met.", "met"),
        ("The Meeting ended.", "Meeting"),
        ("The Talks Between them", "Talks Between"),
        ("Two communiqués", "communiqués"),
        ("a metre of talks", None),
    ],
)
def test_phrases_are_found_as_whole_words(text: str, found: str | None) -> None:
    """A phrase is found whole, in capitals or not; a star stands for the rest of a word."""
    match = expression(["meeting", "met", "talks between", "communiqu*"], behind=r"\b").search(text)
    assert (match.group() if match else None) == found
