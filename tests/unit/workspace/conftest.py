"""git as it is for everybody, whatever runs the tests."""

import pytest
from repository import surround


@pytest.fixture(autouse=True)
def own_git_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    surround(monkeypatch)
