"""An id is small letters, digits and single hyphens."""

from __future__ import annotations

import pytest

from verbale.ids import did_you_mean, id_fault, is_slug


@pytest.mark.parametrize("id_", ["a", "sea-trade", "2021-06-28-a-b", "x" * 80, "404s"])
def test_ids(id_: str) -> None:
    assert is_slug(id_)
    assert id_fault(id_) is None


@pytest.mark.parametrize("id_", ["", "A", "a--b", "-a", "a-", "a_b", "a b", "é", "a/b", "..", "x" * 81, "a\n"])
def test_no_ids(id_: str) -> None:
    assert not is_slug(id_)
    assert id_fault(id_) is not None


@pytest.mark.parametrize("id_", ["index", "404", "joint", "narrator", "unknown"])
def test_reserved_ids(id_: str) -> None:
    assert (f"the id '{id_}' is reserved.", "Choose another.") == id_fault(id_)


def test_the_nearest_id_is_offered() -> None:
    assert "Did you mean 'maren-talvik'?" == did_you_mean("maren-talvk", {"maren-talvik", "jonas-ferrel"})
    assert "" == did_you_mean("sea", {"maren-talvik"})
