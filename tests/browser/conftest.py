"""The sites that browser tests look at, and every page of them that is worth a look; nothing is judged here."""

from __future__ import annotations

import pytest

from tests.browser import meetings, odd
from tests.builtsite import Built
from tests.program import succeed


@pytest.fixture(scope="session")
def oddities(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The archive of odd documents, built."""
    archive = tmp_path_factory.mktemp("odd")
    odd.write(archive)
    said = succeed("build", cwd=archive)
    return Built(archive, archive / "build", None, said)


@pytest.fixture(params=["reference", "oddities"])
def site(request: pytest.FixtureRequest) -> Built:
    """The reference archive's site, and the odd one."""
    built: Built = request.getfixturevalue(request.param)
    return built


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """An archive of invented meetings, built."""
    root = tmp_path_factory.mktemp("search")
    meetings.build(root)
    return Built(root, root / "build")
