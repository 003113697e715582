"""`docs/format.md` says what the program does: its example is a record, and its tables know every key and word."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.program import ROOT
from verbale import frontmatter, recordfile
from verbale.record import ACTS, BASES, FURNITURE_KINDS, RESERVED_IDS, SPEECHES
from verbale.recordshape import RECORD
from verbale.shapes import Shape
from verbale.source import decode
from verbale.verify import verify
from verbale.vocabulary import ROLES

DOCUMENT = (ROOT / "docs/format.md").read_text(encoding="utf-8")
SOURCE = """\
Talks in Port Sable

President Maren Talvik of Kestria met Prime Minister Jonas Ferrel of Orvland on March 14, 2024. Talvik said that the \
strait must stay open.

The two sides agreed to open a second ferry line.
"""


def example() -> str:
    """The record in the document."""
    found = re.search(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found
    return found[1]


def test_the_example_is_a_record_of_its_source() -> None:
    record, problems = recordfile.load(example(), "docs/format.md")
    assert [] == problems
    source = decode("seeds/talks.txt", SOURCE.encode())
    assert [] == verify(record, source, None, path="docs/format.md", text=example())


def test_the_example_is_as_verbale_writes_it() -> None:
    record, _ = recordfile.load(example(), "docs/format.md")
    assert example() == recordfile.dump(replace(record))


@pytest.mark.parametrize("shape", [RECORD, frontmatter.THEME, frontmatter.SPEAKER, frontmatter.PAGE, frontmatter.SITE])
def test_every_key_is_told(shape: Shape[object]) -> None:
    def untold(shape: Shape[object]) -> list[str]:
        inner = [name for key in shape.keys.values() if key.shape for name in untold(key.shape)]
        return [name for name in shape.keys if f"`{name}`" not in DOCUMENT] + inner

    assert [] == untold(shape)


@pytest.mark.parametrize("words", [ACTS, BASES, FURNITURE_KINDS, SPEECHES, ROLES, sorted(RESERVED_IDS)])
def test_every_word_is_told(words: tuple[str, ...]) -> None:
    assert [] == [word for word in words if f"`{word}`" not in DOCUMENT]
