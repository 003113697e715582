"""Values as JSON text (RFC 8259) and back; no file is opened here, and no record known.

msgspec does the work, in C. What it writes is, character by character, what Python's `json` writes with
`ensure_ascii=False`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from msgspec import json

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_encoded: Final = json.Encoder().encode

unpacked: Final = json.Decoder().decode
"""Return the value in a JSON text that was written here. Raises `msgspec.DecodeError` where it holds none."""


def reader_of(kind: type[T]) -> Callable[[str], T]:
    """Return a function from a JSON object to the dataclass of which it has the fields; others are passed over."""
    return json.Decoder(kind).decode


def packed(value: Any) -> str:
    """Return a value as JSON without any white space; tuples, named ones too, are arrays."""
    return _encoded(value).decode()


def spaced(value: Any) -> str:
    """Return a value as JSON on one line, with a space after each comma and colon."""
    return json.format(_encoded(value), indent=0).decode()
