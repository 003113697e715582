"""A second process after a change of a few records: it makes what search reads while this one plans the pages, then makes pages too."""

from __future__ import annotations

import sys
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from verbale.catalog.store import open_readonly
from verbale.processes import Awaited, Shared, begun_apart
from verbale.site.rendering import FEW, Done, carry_out, carry_out_all, chunks_of, kit_of
from verbale.site.searchplan import changed_leaves
from verbale.site.write import Staging

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from verbale.catalog.store import Connection
    from verbale.catalog.touched import Key
    from verbale.site.manifest import Manifest
    from verbale.site.pages import Plan
    from verbale.site.rendering import Kit, Place
    from verbale.site.tasks import Task

MANY: Final = 200
"""Records from which on a leaf of search is worth a second process."""
RECORDS: Final = 8
MOST: Final = 40
"""Records and keys that a change may touch and still be small: the pages that show them are done before more processes would be ready."""


@dataclass(slots=True)
class Beside:
    """The process: what it works out (paths in search that are not there any more; what came of its tasks), and tasks for it or this one."""

    result: Awaited[tuple[set[str], list[tuple[int, Done]]]]
    left: Shared[Sequence[Task]]
    gone: AbstractSet[str] = frozenset()

    def carry_out(
        self, kit: Kit, place: Place, jobs: int, plan: Plan, old: Manifest | None
    ) -> Generator[tuple[int, Done], None, None]:
        """Do as `rendering.carry_out_all` does, with the process's help; what came of search is given last."""
        if plan.size > FEW:
            self.left.fill(())
            yield from carry_out_all(kit, place, jobs, plan, old)
        else:
            staging = Staging(place.staging)
            self.left.fill(list(chunks_of(plan.tasks)))
            for chunk in self.left:
                yield len(chunk), carry_out(kit, staging, old, chunk)
        self.gone, done = self.result()
        yield from done


@contextmanager
def begun_beside(
    db: Connection, place: Place, touched: AbstractSet[Key] | None, old: Manifest | None, jobs: int
) -> Iterator[Beside | None]:
    """Begin to make what search reads after a change that touched these keys of a catalog, in a process of its own.

    There is none where `touched` or `old` is `None` or the change is not small, where the archive is, or where two processes are too many.
    """
    if not touched or not old or jobs == 1 or sys.platform != "linux" or not _is_worth_it(db, touched):
        yield None
        return
    left: Shared[Sequence[Task]] = Shared()
    with closing(left):

        def work() -> tuple[set[str], list[tuple[int, Done]]]:
            db = open_readonly(place.catalog)
            leaves, folders = changed_leaves(db, touched, old)
            kit, staging = kit_of(place.archive, db, place.catalog.parent, place.limit), Staging(place.staging)
            done = carry_out(kit, staging, old, leaves)
            gone = {url for folder in folders for url in old.under(folder)} - {url for url, _, _ in done}
            return gone, [(0, done), *((len(chunk), carry_out(kit, staging, old, chunk)) for chunk in left)]

        with begun_apart(work) as result:
            yield Beside(result, left)


def _is_worth_it(db: Connection, touched: AbstractSet[Key]) -> bool:
    records = sum(key.kind == "record" for key in touched)
    some = db.execute("SELECT 1 FROM record LIMIT ?", (MANY + 1,)).fetchall()
    return 0 < records <= RECORDS and len(touched) <= MOST and len(some) > MANY
