"""Who claims which address: two files must never lead to one page; all collisions are told, and none is settled here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from verbale.archive import GLOSSARY, PAGES, SPEAKERS, THEMES, read_text
from verbale.catalog.words import key_of
from verbale.errors import Problem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from verbale.archive import Archive
    from verbale.catalog.headings import Headings
    from verbale.catalog.rows import Rows

SITES_OWN: Final = (
    "index.html",
    "404.html",
    "search.html",
    "corrections.html",
    "matrix.html",
    "figures.html",
    "records/index.html",
    "points/index.html",
    "points/years/",
    "speakers/index.html",
    "speakers/joint.html",
    "themes/index.html",
    "glossary/index.html",
)


class Claim(NamedTuple):
    """An address, the file that claims it, and where it leads: to itself (`None`) or to the page of a newer id.

    `where` is the way to the id in the file, for a message.
    """

    url: str
    owner: str
    target: str | None = None
    where: tuple[str | int, ...] = ()


def claims_of(rows: Rows) -> list[Claim]:
    """Return what a record claims: its page, the folder of its points, and its old addresses."""
    claims = [
        Claim(f"records/{rows.id}.html", rows.path, None, ("id",)),
        Claim(f"points/{rows.id}/", rows.path, None, ("id",)),
        # Two ids might have one key: that is all but impossible, and search could not tell them apart.
        Claim(f"search/records/{key_of(rows.id):011x}.js", rows.path, None, ("id",)),
    ]
    for place, old in enumerate(rows.was):
        claims += [
            Claim(f"records/{old}.html", rows.path, rows.id, ("was", place)),
            Claim(f"points/{old}/", rows.path, rows.id, ("was", place)),
        ]
    return claims


def heading_claims(headings: Headings) -> Iterator[Claim]:
    """Give what themes, speakers and pages claim, with the site's own pages."""
    for url in SITES_OWN:
        yield Claim(url, "")
    kinds = (
        (THEMES, "themes/", headings.themes),
        (SPEAKERS, "speakers/", headings.speakers),
        (GLOSSARY, "glossary/", headings.terms),
        (PAGES, "", headings.pages),
    )
    for folder, prefix, ones in kinds:
        for one in ones.values():
            owner = f"{folder}/{one.id}.md"
            yield Claim(f"{prefix}{one.id}.html", owner)
            for place, old in enumerate(one.was):
                yield Claim(f"{prefix}{old}.html", owner, one.id, ("was", place))


def collisions(
    db: sqlite3.Connection,
    archive: Archive,
    claims: Iterable[Claim],
    replaced: Callable[[str], bool] = lambda _: False,
) -> list[Problem]:
    """Return a problem for each id whose addresses another file claims too.

    `claims` are those of the files read now; those that the catalog has count too, but for owners that are `replaced`.
    """
    owners: dict[str, str] = {}
    problems: dict[tuple[str, tuple[str | int, ...]], Problem] = {}
    for claim in claims:
        other = owners.get(claim.url.lower())
        if other is None:
            owners[claim.url.lower()] = claim.owner
            held = db.execute("SELECT owner FROM address WHERE url = ?", (claim.url,)).fetchone()
            if held is None or replaced(held[0]):
                continue
            other = held[0]
        if (claim.owner, claim.where) not in problems:
            problems[claim.owner, claim.where] = _problem(archive, claim, other)
    return sorted(problems.values())


def keep_claims(db: sqlite3.Connection, claims: Sequence[Claim], *, some: bool = False) -> None:
    """Put claims that do not collide into the catalog; with `some`, those of them that do not."""
    insert = "INSERT OR IGNORE" if some else "INSERT"
    db.executemany(f"{insert} INTO address VALUES (?, ?, ?)", [claim[:3] for claim in claims])


def old_speakers(db: sqlite3.Connection, headings: Headings) -> Iterator[Problem]:
    """Give a problem for each old id of a speaker that records still use."""
    for speaker in headings.speakers.values():
        for old in speaker.was:
            query = "SELECT r.path FROM voice v JOIN record r ON r.key = v.record WHERE v.speaker = ? ORDER BY r.path LIMIT 1"
            row = db.execute(query, (old,)).fetchone()
            if row:
                message = f"the old id '{old}' is still used by {row[0]}."
                remedy = f"Run `verbale parse`, which writes '{speaker.id}' there, or take '{old}' out of `was`."
                yield Problem(f"{SPEAKERS}/{speaker.id}.md", code="duplicate-id", message=message, remedy=remedy)


def _problem(archive: Archive, claim: Claim, other: str) -> Problem:
    if not other:
        message = f"the address {claim.url} is the site's own."
    elif other == claim.owner:
        message = f"the address {claim.url} is claimed twice by this file."
    else:
        message = f"the address {claim.url} is claimed by {other} too."
    remedy = "Take it out of `was`." if claim.target else "Give one of the two another id."
    return Problem(claim.owner, *_place(archive, claim), "address", message, remedy)


def _place(archive: Archive, claim: Claim) -> tuple[int, int]:
    """Return line and column of the id in its file; a theme's, a speaker's or a page's own is the file's name."""
    from verbale import frontmatter, recordfile

    text, _ = read_text(archive, claim.owner)
    front = frontmatter.split(text) if text and claim.owner.endswith(".md") else None
    return recordfile.locate(front.yaml if front else text, claim.where) if text and claim.where else (0, 0)
