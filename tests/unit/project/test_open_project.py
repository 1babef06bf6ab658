"""A project that stays in memory: unsaved texts, the disk, and how little is done again after a change."""

from collections.abc import Callable
from pathlib import Path

import harbour_town
import pytest

import argmap.resolve.corpus as resolving
from argmap.project.open_project import OpenProject

FIRST, SECOND = "arguments/first.argmap", "arguments/second.argmap"


@pytest.fixture
def project(tmp_path: Path) -> OpenProject:
    root = harbour_town.written(tmp_path / "town").resolve()
    return OpenProject(root, root / "sources")


def codes(project: OpenProject) -> list[str]:
    return [finding.code for finding in project.state().loaded.findings]


def test_an_unsaved_text_stands_before_the_file_until_it_is_dropped(project: OpenProject) -> None:
    before = codes(project)
    text = project.state().loaded.texts[FIRST].text
    project.set_text(FIRST, text.replace("because quiet", "becuase quiet"))
    assert "A010" in codes(project)
    project.drop_text(FIRST)
    assert codes(project) == before


def test_a_file_that_is_not_saved_yet_belongs_to_the_project(project: OpenProject) -> None:
    project.set_text("arguments/third.argmap", "document third: T\n  author c: C\n\nclaims x: It is so.\n")
    assert "third" in project.state().loaded.corpus.documents


def test_what_changes_on_the_disk_is_seen_at_the_next_look(project: OpenProject) -> None:
    assert "second" in project.state().loaded.corpus.documents
    (project.root / SECOND).unlink()
    assert "second" in project.state().loaded.corpus.documents
    project.look()
    assert "second" not in project.state().loaded.corpus.documents


def test_a_state_is_the_same_object_until_something_changes(project: OpenProject) -> None:
    state = project.state()
    project.set_text(FIRST, state.loaded.texts[FIRST].text)
    project.set_text(FIRST, state.loaded.texts[FIRST].text)
    again = project.state()
    assert again.files[SECOND] is state.files[SECOND]
    assert project.state() is again


def test_a_folder_that_vanishes_is_an_empty_project(project: OpenProject) -> None:
    project.state()
    (project.root / "arguments").rename(project.root / "gone")
    project.look()
    assert not project.state().loaded.corpus.documents


def test_files_that_belong_to_no_project_are_checked_alone(tmp_path: Path) -> None:
    file = tmp_path / "alone.argmap"
    file.write_text("claims x: It is so.\n  because y\n", encoding="utf-8")
    project = OpenProject(tmp_path, alone=[file])
    assert {"A210", "A103"} <= set(codes(project))


def many(root: Path, count: int) -> OpenProject:
    issues = "issue trams: Trams?\n  position yes: Yes\n  position no: No\n"
    texts = {"issues": issues} | {
        f"d{number}": f"document d{number}: D {number}\n  author a{number}: A {number}\n\n"
        f"claims main: Trams are good, says {number}.\n  answers trams: yes\n  because: They run.\n"
        for number in range(count)
    }
    for name, text in texts.items():
        path = root / "arguments" / f"{name}.argmap"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return OpenProject(root.resolve())


@pytest.mark.parametrize(
    "edited",
    [
        pytest.param(lambda text: text.replace("run", "run often"), id="a text"),
        pytest.param(lambda text: f"{text}\nclaims more: More.\n  because main\n", id="a new claim"),
        pytest.param(lambda text: f"{text}  because nobody\n", id="an unknown name"),
        pytest.param(lambda text: f"{text}\nclaims bro", id="half a line"),
    ],
)
def test_what_is_done_again_does_not_grow_with_the_project(
    edited: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolved: list[str] = []
    resolve_file = resolving._resolve_file
    monkeypatch.setattr(
        resolving, "_resolve_file", lambda found, look: (resolved.append(look.file), resolve_file(found, look))
    )
    done = []
    for count in (4, 40):
        project = many(tmp_path / str(count), count)
        text = project.state().loaded.texts["arguments/d1.argmap"].text
        resolved.clear()
        made = project.found_anew
        project.set_text("arguments/d1.argmap", edited(text))
        project.state()
        done.append((tuple(resolved), project.found_anew - made))
    assert done[0] == done[1]
    assert done[0][0] == ("arguments/d1.argmap",)
