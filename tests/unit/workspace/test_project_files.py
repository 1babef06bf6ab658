from pathlib import Path

import pytest

from argmap.workspace.errors import NoProjectError
from argmap.workspace.project_files import find_project
from argmap.workspace.settings import Settings


def test_the_nearest_folder_upwards(tmp_path: Path) -> None:
    deep = tmp_path / "project" / "arguments" / "more"
    deep.mkdir(parents=True)
    (tmp_path / "arguments").mkdir()
    (deep / "a.argmap").write_bytes(b"")
    for start in (deep, deep / "a.argmap", tmp_path / "project"):
        assert find_project(start).root == (tmp_path / "project").resolve()
    assert find_project(tmp_path).root == tmp_path.resolve()


def test_a_project_without_settings_has_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "arguments").mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n[not toml", encoding="utf-8")
    project = find_project(tmp_path)
    assert project.settings == Settings()
    assert project.settings_files == ()


def test_a_file_called_arguments_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "arguments").write_bytes(b"")
    with pytest.raises(NoProjectError):
        find_project(tmp_path)


def test_a_start_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    for start in (tmp_path / "circle", tmp_path / "a\0b"):
        with pytest.raises(NoProjectError):
            find_project(start)
