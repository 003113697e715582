"""The list of states and organisations is in order, complete as to the United Nations, and means one thing by each name."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib import resources
from typing import Any

ENTRIES: list[dict[str, Any]] = json.loads(
    resources.files("verbale").joinpath("language/states.json").read_text(encoding="utf-8")
)
LISTS = ("names", "demonyms", "capital", "metonyms")


def test_entries_are_sorted_and_alike() -> None:
    ids = [entry["id"] for entry in ENTRIES]
    assert ids == sorted(set(ids))
    for entry in ENTRIES:
        assert list(entry) == ["id", "kind", "name", *LISTS], entry["id"]
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["id"])
        assert entry["kind"] in {"state", "organisation"}
        for key in LISTS:
            assert entry[key] == sorted(set(entry[key])), entry["id"]
            assert all(value.strip() == value != "" for value in entry[key]), entry["id"]
        assert entry["name"] not in entry["names"]


def test_all_members_of_the_united_nations_are_there_and_no_territory() -> None:
    """193 members, and six others that meet and sign as states do."""
    assert sum(entry["kind"] == "state" for entry in ENTRIES) == 193 + 6


def test_a_name_or_seat_means_one_side() -> None:
    names = Counter(
        word for entry in ENTRIES for word in {entry["name"], *entry["names"], *entry["capital"], *entry["metonyms"]}
    )
    assert [word for word, times in names.items() if times > 1] == []


def test_peoples_that_share_a_word_are_known() -> None:
    peoples = Counter(word for entry in ENTRIES for word in entry["demonyms"])
    assert sorted(word for word, times in peoples.items() if times > 1) == ["Congolese", "Dominican"]


def test_every_state_has_a_word_for_its_people() -> None:
    assert [entry["id"] for entry in ENTRIES if entry["kind"] == "state" and not entry["demonyms"]] == []


def test_names_are_english() -> None:
    """A name in another language would find ordinary words: Iceland calls itself Ísland."""
    names = {name for entry in ENTRIES for name in (entry["name"], *entry["names"])}
    assert {"Island", "Sakartvelo", "Hrvatska", "Nippon", "Suisse"} & names == set()
