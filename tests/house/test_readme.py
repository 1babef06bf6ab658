"""The README says what is so: its commands, its first project, its map, its finding, its table of commands."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from textwrap import wrap

import pytest
from repository import Git

from argmap.api.checking import Checked, check
from argmap.api.comparing import compare, report
from argmap.api.diffing import Form, diff, told
from argmap.api.diffing import report as changes
from argmap.api.loaded_corpus import load
from argmap.api.rendering import pictures, render
from argmap.cli.check import shown
from argmap.cli.main import COMMANDS
from argmap.language.words import Attitude, Degree, Relation
from argmap.model.ids import DocumentId
from argmap.render.stamp import stamp_of

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ACTION = (ROOT / ".github" / "actions" / "argmap-diff" / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


EXAMPLE = ROOT / "argmap" / "examples" / "bike-lanes"
MOST_LINES, MOST_OUTPUT = 250, 25


@pytest.fixture
def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first project of the README: the example that `argmap new` writes."""
    project = shutil.copytree(EXAMPLE, tmp_path / "project")
    monkeypatch.chdir(project)
    return project


def checked() -> Checked:
    return check(["arguments"], cached=False)


def test_it_is_short() -> None:
    assert len(README.splitlines()) <= MOST_LINES
    assert max(len(block.splitlines()) for block in blocks("text")) <= MOST_OUTPUT


def test_the_quick_start_is_two_commands_of_one_line() -> None:
    section = README.split("## Quick start\n")[1].split("\n## ")[0]

    assert [len(block.splitlines()) for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL)] == [1, 1]


def test_the_first_project_is_the_one_shown_and_nothing_is_wrong_with_it(first: Path) -> None:
    files = ("questions", "office", "traders")
    texts = ((first / "arguments" / f"{name}.argmap").read_text(encoding="utf-8") for name in files)
    shown_files = [f"# arguments/{name}.argmap\n{text}" for name, text in zip(files, texts, strict=True)]
    assert blocks("argmap") == ["\n".join(shown_files)]
    assert {path.stem for path in (first / "arguments").iterdir()} == set(files)
    assert checked().findings == ()


def test_the_map_of_the_first_text_is_the_one_shown(first: Path) -> None:
    (picture,) = pictures(load(first).corpus, DocumentId("office"))
    drawn = render(picture)
    shown_map = ROOT / ".readme" / "bike-lanes.svg"

    # To accept a new look: argmap render office -o .readme/bike-lanes.svg, in that project.
    assert stamp_of(drawn) == stamp_of(shown_map.read_bytes())
    assert drawn == shown_map.read_bytes().replace(b"\r\n", b"\n")


def test_the_finding_shown_is_the_one_found(first: Path) -> None:
    office = first / "arguments" / "office.argmap"
    office.write_text(office.read_text(encoding="utf-8").replace("because safer", "becuase safer"), encoding="utf-8")

    assert shown(checked(), "full").startswith(blocks("text")[1])


def test_the_comparison_shown_is_the_one_found(first: Path) -> None:
    loaded = load(first)
    assert blocks("text")[0] in report(compare(loaded.corpus), texts=loaded.texts, width=100)


@pytest.fixture
def pull_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the files of this one, and the change that the README shows in its working tree."""
    (patch,) = blocks("diff")
    shutil.copytree(ROOT / "arguments", tmp_path / "arguments")
    shutil.copy(ROOT / "argmap.toml", tmp_path)
    git = Git.new(tmp_path)
    git.commit()
    git("apply", "--unidiff-zero", "-", stdin=patch.encode())
    for name in [name for name in os.environ if name.startswith(("GITHUB_", "GIT_", "CI_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_pull_request_shown_changes_what_is_shown(pull_request: Path) -> None:
    found = told(diff())
    comment = "\n".join(
        line.removeprefix(">").removeprefix(" ")
        for line in ACTION.split("<!-- comment -->\n\n")[1].split("\n\n<!-- end -->")[0].splitlines()
    )

    # To accept what is shown now: argmap diff with --width 100, with --format markdown and with -o, in such a project.
    assert changes(found, Form.TEXT, width=100).decode() in blocks("text")
    assert changes(found, Form.MARKDOWN).decode().split("\n", 1)[1].rstrip("\n") == comment


def test_the_pull_request_is_told_in_fifteen_lines_and_a_comment_of_one_screen(pull_request: Path) -> None:
    found = told(diff())
    comment = changes(found, Form.MARKDOWN).decode()
    lines = [line for line in comment.split("\n") if not line.startswith("<!--")]

    # About so many letters stand on a line of a comment that is 880 pixels wide.
    assert sum(len(wrap(line, 110)) or 1 for line in lines) <= 40
    assert len(changes(found, Form.TEXT, width=100).decode().splitlines()) <= 15


def test_the_picture_of_the_pull_request_is_the_one_shown(pull_request: Path) -> None:
    shown_picture = ROOT / ".readme" / "pull-request.svg"

    assert changes(told(diff()), Form.SVG) == shown_picture.read_bytes().replace(b"\r\n", b"\n")


def test_the_language_on_one_page_has_every_verb_strength_and_relation() -> None:
    words = {word.value for words in (Attitude, Degree, Relation) for word in words}

    assert {word for word in words if f"`{word}`" not in README} == set()


def test_the_table_of_commands_has_every_command() -> None:
    assert {name for name in COMMANDS if f" `argmap {name}" not in README.split("## Commands")[1]} == set()
