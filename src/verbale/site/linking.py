"""Links to the archive's own things in what people wrote, led to where these are now; faults are told before, by the catalog."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from verbale.catalog.leads import current_record, parts_of
from verbale.mentions import parsed
from verbale.site import addresses
from verbale.site.escaping import escaped
from verbale.site.text import ROOT, TO

if TYPE_CHECKING:
    from verbale.catalog.catalog import Catalog
    from verbale.site.voices import Labels

_LINK: Final = re.compile(rf'<a href="{re.escape(TO)}([^"]*)">(.*?)</a>', re.DOTALL)


def linked(catalog: Catalog, labels: Labels, html: str, record: str = "") -> str:
    """Return the HTML of a text with its links led on, in a note of a `record` where that has an id.

    Addresses are from the site's root and begin with `ROOT`. A link without words of its own gets the label, the name or
    the title of what it leads to.
    """

    def led(found: re.Match[str]) -> str:
        url, label = target_of(catalog, labels, unescape(found[1]), record)
        words = found[2] or escaped(label)
        return f'<a href="{ROOT}{url}">{words}</a>' if url else words

    return _LINK.sub(led, html)


def target_of(catalog: Catalog, labels: Labels, target: str, record: str) -> tuple[str, str]:
    """Return the address and the label of what a link names; no address where it is not there."""
    kind, id_, part = parsed(target, record)
    if kind in {"record", "point"}:
        return _in_record(catalog, (kind, current_record(catalog.db, id_), part), record)
    if kind == "theme":
        id_ = catalog.redirected(addresses.theme_page(id_)) or id_
        return addresses.theme_page(id_), labels.themes.get(id_, id_)
    if kind == "speaker":
        id_ = catalog.redirected(addresses.speaker_page(id_)) or id_
        total = catalog.speaker_total(id_)
        return (addresses.speaker_page(id_), labels.speakers.get(id_) or total.name) if total else ("", id_)
    if kind == "term":
        id_ = catalog.redirected(addresses.term_page(id_)) or id_
        term = catalog.headings.terms.get(id_)
        return (addresses.term_page(id_), term.label) if term else ("", id_)
    id_ = catalog.redirected(addresses.text_page(id_)) or id_
    page = catalog.headings.pages.get(id_)
    return (addresses.text_page(id_), page.title) if page else ("", id_)


def _in_record(catalog: Catalog, target: tuple[str, str, str], own: str) -> tuple[str, str]:
    kind, id_, part = target
    key = catalog.key(id_)
    if key is None:
        return "", id_
    if not part:
        return addresses.record_page(id_), catalog.head(key).title
    label = parts_of(catalog.db, id_).get(part, part)
    if kind == "point":
        return addresses.point_page(id_, part), label
    words = part if id_ == own else f"{catalog.head(key).title}, {part}"
    return addresses.sentence_anchor(id_, part), words
