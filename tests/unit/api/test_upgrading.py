"""An upgrade writes down what the first version of the language took for granted, and changes no meaning."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap.api.checking import check
from argmap.api.formatting import write_all
from argmap.api.upgrading import upgrade
from argmap.project.corpus_loader import CorpusLoader
from argmap.workspace.errors import RefusedError
from argmap.workspace.project_files import read_input

ISSUE = "issue {}: Should it be done?\n  position yes: It should.\n  position no: It should not.\n"
DOCUMENT = "document one: One\n  author a: A\n\nclaims x: X.\n  answers go: not yes\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "arguments").mkdir()
    (tmp_path / "arguments" / "one.argmap").write_text(DOCUMENT)
    (tmp_path / "arguments" / "shared.argmap").write_text(f"{ISSUE.format('go')}    was: nein\n")
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def codes(root: Path) -> list[str]:
    return [finding.code for finding in check([root], cached=False).findings]


def corpus(root: Path) -> object:
    return CorpusLoader().load(read_input([root])).corpus


def test_it_says_what_was_meant_and_in_which_version(project: Path) -> None:
    before = corpus(project)
    assert "A713" in codes(project)
    write_all(upgrade(project))
    assert files(project) == {
        "argmap.toml": b"language = 2\n",
        "arguments/one.argmap": DOCUMENT.encode(),
        "arguments/shared.argmap": f"{ISSUE.format('go')}    was: nein\n  exhaustive: yes, no\n".encode(),
    }
    assert corpus(project) == before
    assert "A713" not in codes(project)


def test_the_second_time_nothing_changes(project: Path) -> None:
    write_all(upgrade(project))
    after = files(project)
    assert upgrade(project) == ()
    write_all(())
    assert files(project) == after


def test_to_look_writes_nothing(project: Path) -> None:
    before = files(project)
    assert [file.before.name for file in upgrade(project)] == ["arguments/shared.argmap", "argmap.toml"]
    assert files(project) == before


@pytest.mark.parametrize(
    "more",
    [
        "  exhaustive: yes, no\n",
        "  position later: Later.\n",
    ],
)
def test_other_issues_stay(project: Path, more: str) -> None:
    (project / "arguments" / "shared.argmap").write_text(ISSUE.format("go") + more)
    assert "A713" not in codes(project)
    assert [file.before.name for file in upgrade(project)] == ["argmap.toml"]


def test_settings_are_kept_where_they_are(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.argmap]\nsources = "arguments" # here\n')
    write_all(upgrade(project))
    assert (project / "pyproject.toml").read_text() == ('[tool.argmap]\nlanguage = 2\nsources = "arguments" # here\n')
    assert not (project / "argmap.toml").exists()


def test_a_project_of_something_else_gets_settings_of_its_own(project: Path) -> None:
    (project / "pyproject.toml").write_text('[project]\nname = "argmap-texts"\n')
    write_all(upgrade(project))
    assert (project / "argmap.toml").read_text() == "language = 2\n"
    assert (project / "pyproject.toml").read_text() == '[project]\nname = "argmap-texts"\n'


def test_line_ends_and_marks_are_kept(project: Path) -> None:
    path = project / "arguments" / "shared.argmap"
    path.write_bytes(b"\xef\xbb\xbf" + ISSUE.format("go").replace("\n", "\r\n").encode())
    write_all(upgrade(project))
    lines = ISSUE.format("go").replace("\n", "\r\n") + "  exhaustive: yes, no\r\n"
    assert path.read_bytes() == b"\xef\xbb\xbf" + lines.encode()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("arguments/broken.argmap", "isue x: X?\n"),
        ("arguments/broken.argmap", "claims lost: L.\n"),
        ("argmap.toml", "language = \n"),
        ("argmap.toml", 'language = "one"\n'),
        ("pyproject.toml", "[tool.argmap\n"),
        # What the first version allows an actor is an error in the second.
        ("arguments/two.argmap", "document two: T\n  author b: B\nclaims y: Y.\n  answers go: yes from b (unlikely)\n"),
    ],
)
def test_what_cannot_be_upgraded_stays_as_a_whole(project: Path, file: str, text: str) -> None:
    (project / file).write_text(text)
    before = files(project)
    with pytest.raises(RefusedError, match="nothing is upgraded"):
        upgrade(project)
    assert files(project) == before


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_all_files_are_written_or_none(project: Path, failing: int, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "arguments" / "more.argmap").write_text(ISSUE.format("stay"))
    before, planned = files(project), upgrade(project)
    assert len(planned) == 3
    real, count = os.replace, iter(range(9))

    def replace(source: object, target: object) -> None:
        if next(count) == failing:
            raise OSError(28, "no space left")
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(RefusedError, match="nothing is written"):
        write_all(planned)
    assert files(project) == before


def test_what_somebody_saved_meanwhile_is_kept(project: Path) -> None:
    planned = upgrade(project)
    (project / "argmap.toml").write_text('title = "T"\n')
    before = files(project)
    with pytest.raises(RefusedError, match="somebody else changed it"):
        write_all(planned)
    assert files(project) == before


def test_an_actor_may_hold_what_is_below_even_until_then(project: Path) -> None:
    text = "document two: T\n  author b: B\nclaims y: Y.\n  answers go: yes (unlikely)"
    path = project / "arguments" / "two.argmap"
    for holder, version, found in (("", 1, True), (" from b", 1, False), ("", 2, True), (" from b", 2, True)):
        path.write_text(f"{text}{holder}\n")
        (project / "argmap.toml").write_text(f"language = {version}\n")
        assert ("A714" in codes(project)) == found


def test_what_cannot_be_read_is_mended_first_however_little_that_matters_to_the_project(project: Path) -> None:
    (project / "argmap.toml").write_text('[levels]\nA010 = "warning"\n')
    (project / "arguments" / "one.argmap").write_text(DOCUMENT + "  bogus: x\n")
    before = files(project)
    with pytest.raises(RefusedError, match="1 place cannot be read"):
        upgrade(project)
    assert files(project) == before
