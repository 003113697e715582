"""Which files of search to make anew after a change: those of the leaves in which a touched record is or was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.catalog import searching
from verbale.catalog.words import code_of
from verbale.site import addresses
from verbale.site.leaves import leaves_of
from verbale.site.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from verbale.catalog.store import Connection
    from verbale.catalog.touched import Key
    from verbale.site.manifest import Manifest


def all_leaves(db: Connection) -> Iterator[Task]:
    """Give a task for each leaf."""
    return (Task("leaf", leaf.bits) for leaf in leaves_of(searching.codes(db)))


def changed_leaves(db: Connection, touched: AbstractSet[Key], old: Manifest) -> tuple[list[Task], list[str]]:
    """Return the tasks after a change, and the beginnings of the paths of all leaves that are made anew or gone."""
    now = {leaf.bits: leaf for leaf in leaves_of(searching.codes(db))}
    start = addresses.search_file(addresses.search_leaf("")).removesuffix(".js")
    before = set(old.folders(start))
    reached = set(_codes(db, touched))
    made = [
        bits
        for bits, leaf in now.items()
        if bits not in before or any(leaf.low <= code <= leaf.high for code in reached)
    ]
    return [Task("leaf", bits) for bits in made], [
        addresses.search_folder(bits) for bits in (*made, *sorted(before - now.keys()))
    ]


def _codes(db: Connection, touched: AbstractSet[Key]) -> Iterable[int]:
    """Give where the touched records are, and where those were that moved in time or went."""
    for key in touched:
        if key.kind == "record":
            code = searching.code(db, key.id)
            if code is not None:
                yield code
        elif key.kind == "list" and key.id == "records" and key.rank:
            yield code_of(key.rank)
