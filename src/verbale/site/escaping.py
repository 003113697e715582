"""Text made safe for HTML; one function for templates and for all HTML that Python writes, and no markup of its own."""

from __future__ import annotations

from collections.abc import Callable
from html import escape as _html_escape
from typing import Final

from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner
except ImportError:
    _escape_inner = _html_escape

escaped_text: Final[Callable[[str], str]] = _escape_inner
"""The inner function of `markupsafe.escape`, in C: a `Markup` around each result costs five times as much."""


def escaped(value: object) -> str:
    """Return a value as text for HTML, in attributes too: strings escaped, `Markup` as it stands, all else as Jinja2 does."""
    if type(value) is str:
        return escaped_text(value)
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else escape(value)
