"""Every kind of change, and the edits that change nothing, each in a story whose accepted result a reader can judge."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.diff.differ import diff
from argmap.diff.rule import Rule
from argmap.diff.significance import judge
from argmap.project.corpus_loader import Loaded, load_sides
from argmap.report.difference.difference_page import oneline, terminal_page
from argmap.report.difference.difference_report import DiffReport
from argmap.report.terminal import terminal
from argmap.workspace.project_files import Input
from argmap.workspace.reader import SUFFIX, read_file

STORIES = sorted(path for path in Path(__file__).with_name("diff").iterdir() if path.is_dir())
NOTHING, PARTIAL = "nothing-", "partial-"
UNNAMED = re.compile(r"~\d")
stories = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


@stories
def test_tells_the_accepted_story(story: Path, file_regression: FileRegressionFixture) -> None:
    file_regression.check(
        terminal(terminal_page(told(story)), 100), fullpath=story / "changes.txt", encoding="utf-8", newline=""
    )


@stories
def test_the_other_way_round_it_is_the_mirror_image(story: Path) -> None:
    old, new = sides(story)
    mirrored = Counter(change.mirror.rule for change in diff(old.corpus, new.corpus).changes)
    assert Counter(change.rule for change in diff(new.corpus, old.corpus).changes) == mirrored


@stories
def test_nothing_differs_from_itself(story: Path) -> None:
    for side in sides(story):
        assert diff(side.corpus, side.corpus).changes == ()


@stories
def test_is_about_what_its_name_says(story: Path) -> None:
    found = told(story)
    assert (not found.difference.changes) is story.name.startswith(NOTHING)
    assert bool(found.partial) is story.name.startswith(PARTIAL)


@stories
def test_no_premise_is_called_by_a_number(story: Path) -> None:
    found = told(story)
    assert not UNNAMED.search(terminal(terminal_page(found)))
    assert not UNNAMED.search(oneline(found))


def test_every_kind_of_change_is_in_a_story() -> None:
    assert {judged.change.rule for story in STORIES for judged in told(story).judged} == set(Rule)


@cache
def sides(story: Path) -> tuple[Loaded, Loaded]:
    """What was and what is, each a file or a folder of files."""
    return load_sides(side(story, "old"), side(story, "new"))


def side(story: Path, name: str) -> Input:
    folder = story / name
    found = sorted(folder.rglob(f"*{SUFFIX}")) if folder.is_dir() else [folder.with_suffix(SUFFIX)]
    return Input(
        project=None,
        readings=tuple(read_file(path, path.relative_to(story).as_posix(), story) for path in found),
    )


@cache
def told(story: Path) -> DiffReport:
    old, new = sides(story)
    difference = diff(old.corpus, new.corpus)
    return DiffReport(
        difference=difference,
        judged=tuple(judge(difference.changes)),
        partial=tuple(sorted({error.place.file for side in (old, new) for error in side.errors})),
        old_texts=old.texts,
        new_texts=new.texts,
    )
