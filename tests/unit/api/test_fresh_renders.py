"""What a build finds with what it kept from earlier ones is what it would find without: after any edit."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from argmap.api.building import build
from argmap.workspace.errors import UnsafeNameError
from argmap.workspace.renders import checked_name

FILES = {
    "shared.argmap": """issue go: Should it be done?
  position yes: It should
  position no: It should not
issue pay: Who should pay?
  position city: The city
  position state: The state
actor ministry: The ministry
""",
    "a.argmap": """document a: View a
  author author-a: Author A
  date: 2020
claims it: It should be done.
  answers go: yes
  because b.far
  because ready: All is ready.
    unless c.late
claims town-pays: The city pays.
  answers pay: city
""",
    "b.argmap": """document b: View b
  author author-b: Author B
claims not-it: It should not be done.
  answers go: no
  because far: The goal is far away.
claims state-pays: The state pays.
  answers pay: state
""",
    "c.argmap": """document c: View c
  author author-c: Author C
claims perhaps: It may be done.
  answers go: yes
  because late: It is late by then.
  because reports said from ministry: The ministry says so.
""",
    "d.argmap": """document d: View d
  author author-d: Author D
claims apart: This answers nothing.
  because own: It is linked to another.
""",
    "links.argmap": """link d.own in-tension-with a.ready: Not both are so.
""",
    "e.argmap": """document e: View e
  author author-e: Author E
claims apart: This concerns nobody else.
  because own: It stands for itself.
""",
}
EDITS = {
    "words of a claim": ("b.argmap", "The goal is far away", "The goal is far off"),
    "words of an exception": ("c.argmap", "It is late by then", "It is too late by then"),
    "a verb elsewhere": ("b.argmap", "because far", "because denies far"),
    "a holder elsewhere": ("c.argmap", "because late", "because reports late from ministry"),
    "the name of an author": ("b.argmap", "Author B", "Author Two"),
    "the name of an actor": ("shared.argmap", "The ministry", "The old ministry"),
    "the title of a document": ("b.argmap", "View b", "Another view"),
    "the date of a document": ("a.argmap", "date: 2020", "date: 2021"),
    "words of an answer": ("shared.argmap", "It should not\n", "It must not\n"),
    "a question": ("shared.argmap", "Should it be done?", "Should that be done?"),
    "a stance less": ("b.argmap", "  answers pay: state\n", ""),
    "a stance turned round": ("c.argmap", "answers go: yes", "answers go: no"),
    "a document with another id": ("e.argmap", "document e:", "document ee:"),
    "a link": ("links.argmap", "in-tension-with", "same-as"),
    "a link between answers": ("links.argmap", "link d", "link pay.state entails go.yes: P.\nlink d"),
    "nobody concerned": ("e.argmap", "It stands for itself", "It stands alone"),
}


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its renders, beside the cache of that build."""
    folder = tmp_path_factory.mktemp("built")
    written(folder / "project")
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("ARGMAP_CACHE", str(folder / "cache"))
        built = build(folder / "project")
    assert {finding.code for finding in built.checked.findings} <= {"A713"}
    assert built.pictures > len(FILES)
    return folder


@pytest.fixture
def project(built_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose renders are fresh, and known to be."""
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "cache"))
    copytree(built_once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "project"


def written(root: Path) -> None:
    (root / "arguments").mkdir(parents=True)
    for name, text in FILES.items():
        (root / "arguments" / name).write_text(text, encoding="utf-8")


def renders(root: Path) -> dict[str, bytes]:
    folder = root / "renders"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / "arguments" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    EDITS,
)
def test_after_any_edit_it_is_what_a_first_build_makes(project: Path, tmp_path: Path, name: str) -> None:
    edit(project, *EDITS[name])
    told = build(project, only_check=True)
    assert told.drawn == 0
    stale = {change.name for change in told.changes}
    before = renders(project)
    build(project)
    again = renders(project)

    (project / "renders").rename(tmp_path / "old renders")
    build(project, cached=False)
    assert renders(project) == again
    assert {name for name in before.keys() | again.keys() if before.get(name) != again.get(name)} == stale
    assert build(project).changes == build(project, only_check=True, cached=False).changes == ()


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("words of a claim", {"a.svg", "b.svg"}),
        ("words of an exception", {"a.svg", "c.svg"}),
        ("nobody concerned", {"e.svg"}),
        ("a link", {"a.svg", "d.svg"}),
    ],
)
def test_a_map_is_drawn_again_where_it_shows_what_changed_and_only_there(
    project: Path, name: str, drawn: set[str]
) -> None:
    edit(project, *EDITS[name])
    changed = {change.name for change in build(project).changes}
    assert {each for each in changed if "/" not in each and each.endswith(".svg")} == drawn


def test_pictures_that_come_or_go_change_the_links_of_others(project: Path) -> None:
    before = renders(project)
    edit(project, *EDITS["a stance turned round"])
    build(project)
    after = renders(project)
    assert before.keys() - after.keys() == {"compare/b--c.go.svg"}
    assert after.keys() - before.keys() == {"compare/a--c.go.svg"}
    assert any(b"b--c.go.svg" in content for content in before.values())
    assert not any(b"b--c.go.svg" in content for content in after.values())
    assert any(b"a--c.go.svg" in content for content in after.values())


def test_nothing_is_taken_from_what_is_kept_unless_it_may_be(project: Path, tmp_path: Path) -> None:
    (kept,) = {path.parent.parent for path in (tmp_path / "cache").glob("?/*")}
    assert kept == tmp_path / "cache"
    for path in kept.glob("?/*"):
        path.unlink()
    assert build(project, cached=False).changes == ()
    assert not list(kept.glob("?/*"))
    assert build(project).drawn == 0
    assert list(kept.glob("?/*"))


def test_what_was_made_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_CACHE", "")
    written(tmp_path)
    first = build(tmp_path)
    assert first.drawn == len(first.changes) == len(renders(tmp_path))
    assert first.pictures == sum(name.endswith(".svg") for name in renders(tmp_path))
    again = build(tmp_path)
    assert (again.drawn, again.changes, again.pictures) == (0, (), first.pictures)
    edit(tmp_path, *EDITS["nobody concerned"])
    assert build(tmp_path).drawn == 1


def test_where_there_are_errors_nothing_is_made_or_counted(project: Path) -> None:
    edit(project, "d.argmap", "because own", "becuase own")
    before = renders(project)
    built = build(project)
    assert built.refused
    assert (built.pictures, built.drawn, built.changes, built.failures) == (0, 0, (), {})
    assert renders(project) == before


def test_a_name_of_a_render_has_as_many_bytes_as_a_file_may() -> None:
    longest = "a" * 251 + ".svg"
    assert checked_name(longest) == longest
    with pytest.raises(UnsafeNameError):
        checked_name("a" + longest)
    with pytest.raises(UnsafeNameError):
        checked_name("ä" * 126 + ".svg")
