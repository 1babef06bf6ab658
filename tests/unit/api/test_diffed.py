"""What differs, in the hands of whoever asked for it."""

import json
from pathlib import Path

import tram_town

import argmap
from argmap import Diffed
from argmap.api.diffing import Form, report, told


def edited(folder: Path, old: str, new: str) -> Diffed:
    """A project before and after an edit of its first document."""
    for side in ("before", "after"):
        for name, text in tram_town.FILES.items():
            path = folder / side / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace(old, new) if side == "after" else text, encoding="utf-8")
    return argmap.diff("before", "after", cwd=folder)


def test_it_says_between_what_and_how_much(tmp_path: Path) -> None:
    same = edited(tmp_path, "", "")
    assert repr(same) == "before -> after: No stance changed, and nothing else that anybody says did."
    changed = edited(tmp_path, "  answers air: no\n", "")
    assert repr(changed) == "before -> after: 2 stances retracted and 1 agreement lost."


def test_its_records_are_those_of_the_published_json(tmp_path: Path) -> None:
    changed = edited(tmp_path, "  answers air: no\n", "")

    records = changed.to_records()
    assert len(records) == len(changed.changes) > 0
    assert records == json.loads(report(told(changed), Form.JSON))["changes"]


def test_it_is_a_picture_too(tmp_path: Path) -> None:
    changed = edited(tmp_path, "  answers air: no\n", "")

    picture = changed.picture()
    assert (repr(picture), picture.svg.encode()) == ("picture changes.svg", report(told(changed), Form.SVG))


def test_what_cannot_be_read_is_not_removed_however_little_that_matters_to_the_project(tmp_path: Path) -> None:
    for side in ("before", "after"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "argmap.toml").write_text('[levels]\nA010 = "warning"\n', encoding="utf-8")
    changed = edited(tmp_path, "because ", "becuase ")
    assert changed.partial
    assert not [change.rule for change in changed.changes if change.rule.endswith("-removed")]
