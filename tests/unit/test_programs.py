"""Programs are found in folders of the PATH that may be looked into, whatever else stands on it."""

import os
from pathlib import Path

import pytest

from argmap import programs
from argmap.git import file_drivers


def made(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder in which the system lets nobody look at anything, as it does whoever is not its superuser."""
    locked = tmp_path / "locked"
    stat = os.stat

    def refused(path, *words, **how):
        if str(locked) in os.fspath(path):
            raise PermissionError(13, "Permission denied", path)
        return stat(path, *words, **how)

    monkeypatch.setattr(os, "stat", refused)
    monkeypatch.setattr(os, "access", lambda *words: True)
    return locked


@pytest.mark.skipif(os.name != "posix", reason="paths as POSIX has them")
@pytest.mark.parametrize(
    "odd", ["{locked}/bin", "{here}/gone", "{here}/tool/tool", "{long}", "", "{here}/tool/../tool"]
)
def test_a_folder_of_the_path_that_cannot_be_looked_into_is_passed_over(
    odd: str, refusing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = made(tmp_path / "tool", "tool")
    place = odd.format(locked=refusing, here=tmp_path, long="/" + "x" * 5000)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{tmp_path / 'tool'}")
    found = programs.find_program("tool", tmp_path)
    assert found is not None and Path(found).resolve() == tool
    made(tmp_path / "tool", "argmap")
    assert file_drivers.program(tmp_path).endswith("tool/argmap")


def test_what_may_not_be_looked_at_may_be_a_project(refusing: Path, tmp_path: Path, monkeypatch) -> None:
    made(refusing / "bin", "tool")
    monkeypatch.setenv("PATH", str(refusing / "bin"))
    assert programs.find_program("tool", refusing / "bin") is None
