"""The manifest: found in without being read whole, and spliced to what would have been written anew."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.site.manifest import (
    Manifest,
    amend_manifest,
    amendable,
    read_manifest,
    splice_manifest,
    write_manifest,
)

if TYPE_CHECKING:
    from pathlib import Path

SOME = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

HEAD = ("verbale 1", "a" * 64, "b" * 64)
urls = st.text("ab-./é 0z", min_size=1, max_size=12)
digests = st.text("0123456789abcdef", min_size=64, max_size=64)
listings = st.dictionaries(urls, digests, max_size=30)


def by_bytes(listing: dict[str, str]) -> list[tuple[str, str]]:
    """A listing as a manifest has it."""
    return sorted(listing.items(), key=lambda item: item[0].encode())


def written(listing: dict[str, str], head: tuple[str, str, str] = HEAD) -> bytes:
    """A manifest written from nothing."""
    file = io.BytesIO()
    write_manifest(file, head, by_bytes(listing))
    return file.getvalue()


def read(folder: Path, data: bytes) -> Manifest:
    """A manifest read from a folder."""
    (folder / "manifest.json").write_bytes(data)
    manifest = read_manifest(folder)
    assert manifest is not None
    return manifest


@SOME
@given(listings, urls)
def test_it_is_json_and_every_entry_is_found(
    tmp_path_factory: pytest.TempPathFactory, listing: dict[str, str], other: str
) -> None:
    data = written(listing)
    assert json.loads(data) == {"generator": HEAD[0], "look": HEAD[1], "state": HEAD[2], "files": listing}
    manifest = read(tmp_path_factory.getbasetemp(), data)
    assert {url: manifest.sha256(url) for url in listing} == listing
    assert manifest.sha256(other) == listing.get(other)
    assert list(manifest.entries()) == by_bytes(listing)
    assert list(manifest.under(other)) == [url for url, _ in by_bytes(listing) if url.startswith(other)]


@SOME
@given(listings, st.dictionaries(urls, st.none() | digests, max_size=10))
def test_a_splice_gives_what_writing_anew_gives(
    tmp_path_factory: pytest.TempPathFactory, listing: dict[str, str], changes: dict[str, str | None]
) -> None:
    old = read(tmp_path_factory.getbasetemp(), written(listing))
    expected = {url: digest for url, digest in {**listing, **changes}.items() if digest is not None}
    head = ("verbale 2", "c" * 64, "d" * 64)
    file = io.BytesIO()
    splice_manifest(file, head, old, sorted(changes.items(), key=lambda item: item[0].encode()))
    assert file.getvalue() == written(expected, head)


@SOME
@given(st.dictionaries(urls, digests, min_size=1, max_size=30), st.data())
def test_digests_written_over_give_what_writing_anew_gives(
    tmp_path_factory: pytest.TempPathFactory, listing: dict[str, str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()
    old = read(folder, written(listing))
    changes = data.draw(st.dictionaries(st.sampled_from(sorted(listing)), digests))
    head = (HEAD[0], HEAD[1], "d" * 64)
    assert amendable(old, head, by_bytes(changes))
    with (folder / "manifest.json").open("r+b", buffering=0) as file:
        amend_manifest(file, old, head[2], by_bytes(changes))
    assert (folder / "manifest.json").read_bytes() == written({**listing, **changes}, head)


def test_what_would_not_fit_is_not_written_over(tmp_path: Path) -> None:
    """Another program or look, a path that is new or goes: then the manifest is written anew."""
    old = read(tmp_path, written({"a": "0" * 64}))
    generator, look, state = HEAD
    assert not amendable(old, ("verbale 10", look, state), [])
    assert not amendable(old, (generator, "e" * 64, state), [])
    assert not amendable(old, HEAD, [("b", "1" * 64)])
    assert not amendable(old, HEAD, [("a", None)])
