"""What people decided once for the whole archive: its subject headings, its voices and its terms; no I/O, no matching.

The fields are those of the front matter in `content/themes/`, `content/speakers/` and `content/glossary/` (`docs/format.md`); `note` is the
Markdown below it. An authority holds no facts of a single record: titles and dates of a person come from the records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

TERM_KINDS: Final = ("organisation", "document", "programme", "event")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A subject heading: `terms` are the words that find it, `broader` the id of the theme above it, `was` its old ids."""

    id: str
    label: str
    broader: str | None = None
    terms: tuple[str, ...] = ()
    note: str | None = None
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person or party: `aliases` are other names that mean this id, `same_as` addresses elsewhere, `was` old ids."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    note: str | None = None
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the glossary: `kind` is one of `TERM_KINDS`, `aliases` are other words for it, `was` its old ids."""

    id: str
    label: str
    kind: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    note: str | None = None
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """The themes and speakers of an archive by id, in the order of their ids."""

    themes: Mapping[str, Theme] = field(default_factory=lambda: MappingProxyType({}))
    speakers: Mapping[str, Speaker] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """A page that a person wrote: `content/pages/<id>.md`; `body` is Markdown."""

    id: str
    title: str
    description: str | None = None
    body: str = ""
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """What `content/site.yaml` says of the whole archive."""

    title: str
    description: str
    base_url: str | None = None
    publisher: str | None = None
    licence: str | None = None
    language: str = "en"
