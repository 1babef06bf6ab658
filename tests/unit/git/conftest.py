"""git as it is for everybody, whatever runs the tests."""

import os

import pytest
from repository import surroundings


@pytest.fixture(autouse=True)
def own_git_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in surroundings().items():
        monkeypatch.setenv(name, value)
