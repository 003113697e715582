"""Who claims which address: two files must never lead to one page; all collisions are told, and none is settled here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.archive import PAGES, SPEAKERS, THEMES
from verbale.errors import Problem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from verbale.catalog.headings import Headings
    from verbale.catalog.rows import Rows

SITES_OWN: Final = (
    "index.html",
    "404.html",
    "search.html",
    "corrections.html",
    "records/index.html",
    "points/index.html",
    "points/years/",
    "speakers/index.html",
    "speakers/joint.html",
    "themes/index.html",
)


class Claim(NamedTuple):
    """An address, the file that claims it, and where it leads: to itself (`None`) or to the page of a newer id."""

    url: str
    owner: str
    target: str | None = None


def claims_of(rows: Rows) -> list[Claim]:
    """Return what a record claims: its page, the folder of its points, and its old addresses."""
    claims = [Claim(f"records/{rows.id}.html", rows.path), Claim(f"points/{rows.id}/", rows.path)]
    for old in rows.was:
        claims += [Claim(f"records/{old}.html", rows.path, rows.id), Claim(f"points/{old}/", rows.path, rows.id)]
    return claims


def heading_claims(headings: Headings) -> Iterator[Claim]:
    """Give what themes, speakers and pages claim, with the site's own pages."""
    for url in SITES_OWN:
        yield Claim(url, "")
    kinds = (
        (THEMES, "themes/", headings.themes),
        (SPEAKERS, "speakers/", headings.speakers),
        (PAGES, "", headings.pages),
    )
    for folder, prefix, ones in kinds:
        for one in ones.values():
            owner = f"{folder}/{one.id}.md"
            yield Claim(f"{prefix}{one.id}.html", owner)
            for old in one.was:
                yield Claim(f"{prefix}{old}.html", owner, one.id)


def collisions(
    db: sqlite3.Connection,
    claims: Iterable[Claim],
    replaced: Callable[[str], bool] = lambda _: False,
) -> list[Problem]:
    """Return a problem for each address that is claimed twice.

    `claims` are those of the files read now; those that the catalog has count too, but for owners that are `replaced`.
    """
    owners: dict[str, Claim] = {}
    problems: dict[tuple[str, str], Problem] = {}
    for claim in claims:
        other = owners.setdefault(claim.url.lower(), claim)
        if other is claim:
            held = db.execute("SELECT owner FROM address WHERE url = ?", (claim.url,)).fetchone()
            if held is None or replaced(held[0]):
                continue
            other = Claim(claim.url, held[0])
        problem = _problem(claim, other)
        problems.setdefault((problem.path, claim.url.split("/")[-1]), problem)
    return sorted(problems.values())


def keep_claims(db: sqlite3.Connection, claims: Sequence[Claim]) -> None:
    """Put claims that do not collide into the catalog."""
    db.executemany("INSERT INTO address VALUES (?, ?, ?)", claims)


def _problem(claim: Claim, other: Claim) -> Problem:
    mine, theirs = sorted((claim, other), key=lambda one: one.owner, reverse=True)
    if not theirs.owner:
        message = f"the address {claim.url} is the site's own."
    elif theirs.owner == mine.owner:
        message = f"the address {claim.url} is claimed twice by this file."
    else:
        message = f"the address {claim.url} is claimed by {theirs.owner} too."
    return Problem(
        mine.owner, code="address", message=message, remedy="Give one of them another id, or take it out of `was`."
    )
