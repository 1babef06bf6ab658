"""What mends a finding does, and what is safe adds none; tried on every bad file that there is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from edited import applied
from opened import name_of, opened

from argmap.assist.fixes import Fix, fixes, safe_fixes
from argmap.project.open_project import OpenProject, ProjectState
from argmap.source.finding import Edit, Finding

FOLDER = Path(__file__).parents[2] / "corpus" / "bad"
CASES = sorted(path for path in FOLDER.glob("*/*") if path.is_dir() or path.suffix == ".argmap")
NOT_ALL = {"A004", "A020"}
"""Codes of which one finding stands for some that were not told, so that another takes the place of one mended."""


def project_of(case: Path) -> OpenProject:
    if case.is_dir():
        return OpenProject(case, case / "sources" if (case / "sources").is_dir() else None)
    return OpenProject(case.parent, alone=[case])


def after(case: Path, state: ProjectState, edits: tuple[Edit, ...]) -> ProjectState:
    project = project_of(case)
    for name, text in applied(state, edits).items():
        if text != state.files[name].source.text:
            project.set_text(name, text)
    return project.state()


def codes(state: ProjectState) -> Counter[str]:
    return Counter(finding.code for finding in state.loaded.findings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_every_fix_mends_its_finding_and_a_safe_one_adds_none(case: Path) -> None:
    state = project_of(case).state()
    before = codes(state)
    for finding in state.loaded.findings:
        found = fixes(state, finding)
        for fix in found:
            now = codes(after(case, state, fix.edits))
            if fix.is_safe:
                assert now == before - Counter([finding.code]), fix.title
        if found and case.parent.name not in NOT_ALL:
            best = codes(after(case, state, found[0].edits))
            assert best[finding.code] < before[finding.code], found[0].title


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_all_that_is_safe_is_safe_together(case: Path) -> None:
    state = project_of(case).state()
    for file in state.files:
        edits = safe_fixes(state, file)
        now = codes(after(case, state, edits))
        assert not now - codes(state)
        assert not edits or now != codes(state)


def fixed(root: Path, files: dict[str, str], code: str, title: str) -> dict[str, str]:
    """The files of a project after a fix of that title, by their stems."""
    state = opened(root, files)
    found: list[tuple[Finding, Fix]] = [
        (finding, fix) for finding in state.loaded.findings if finding.code == code for fix in fixes(state, finding)
    ]
    chosen = [fix for _, fix in found if fix.title == title]
    assert chosen, [fix.title for _, fix in found]
    return {Path(name).stem: text for name, text in applied(state, chosen[0].edits).items()}


HEAD = "document first: Trams\n  author a: A\n  date: 2020\n\n"
ISSUE = (
    "issue trams: Should there be trams?\n  position yes: Yes\n    note: Soon\n  position no: No\n  order: yes > no\n"
)


@pytest.mark.parametrize(
    ("text", "code", "title", "wanted"),
    [
        (
            "claims one: Trams\nare good.\n",
            "A010",
            "Go on with the text above, by `|`",
            "claims one: Trams\n  | are good.\n",
        ),
        ("claims one Trams.\n", "A012", "Put a colon before the text", "claims one: Trams.\n"),
        ("claims one:Trams.\n", "A013", "Write a colon and a space", "claims one: Trams.\n"),
        (
            "claims one: (likely) Trams.\n",
            "A220",
            "Put `(likely)` before the colon",
            "claims one (likely): Trams.\n",
        ),
        (
            "claims one: Trams.\n  because two: (sign) Rails.\n",
            "A220",
            "Put `(sign)` behind `because`",
            "claims one: Trams.\n  because (sign) two: Rails.\n",
        ),
        (
            "claims one: Trams.\n    because two: Rails.\n        note: Steel\n    note: All\n",
            "A007",
            "Indent this statement by two spaces a level",
            "claims one: Trams.\n  because two: Rails.\n    note: Steel\n  note: All\n",
        ),
        (
            "claims one: Trams.\n  note: So\n    because two: Rails.\n      note: Steel\n",
            "A018",
            "Indent it one level less",
            "claims one: Trams.\n  note: So\n  because two: Rails.\n    note: Steel\n",
        ),
        (
            "# Why\nreports one from mayor: Trams.\n",
            "A104",
            "Declare the actor `mayor` in this file",
            "actor mayor: Mayor\n\n# Why\nreports one from mayor: Trams.\n",
        ),
        (
            "claims one: Trams.\n  because quiet\n",
            "A103",
            "State the claim `quiet` here",
            "claims one: Trams.\n  because quiet: Quiet.\n",
        ),
        (
            "claims one: Trams.\n  because quiet\n",
            "A103",
            "State the claim `quiet` below",
            "claims one: Trams.\n  because quiet\n\nclaims quiet: Quiet.\n",
        ),
    ],
)
def test_lines_of_a_file(text: str, code: str, title: str, wanted: str, tmp_path: Path) -> None:
    assert fixed(tmp_path, {"first": HEAD + text}, code, title)["first"] == HEAD + wanted


def test_a_position_is_added_behind_the_last_one(tmp_path: Path) -> None:
    files = {"shared": ISSUE, "first": f"{HEAD}claims one: Trams.\n  answers trams: later\n"}
    found = fixed(tmp_path, files, "A102", "Add the position `later`")
    assert found["shared"] == ISSUE.replace("  position no: No\n", "  position no: No\n  position later: Later\n")


def test_an_issue_is_declared_where_the_others_are(tmp_path: Path) -> None:
    files = {"shared/issues": ISSUE, "first": f"{HEAD}claims one: Trams.\n  answers noise: low\n"}
    found = fixed(tmp_path, {f"arguments/{name}.argmap": text for name, text in files.items()}, "A101", _DECLARED)
    assert found["issues"] == f"{ISSUE}\nissue noise: Noise?\n  position low: Low\n"


_DECLARED = "Declare the issue `noise` in arguments/shared/issues.argmap"


def test_an_id_of_before_becomes_that_of_now_and_nobody_is_asked(tmp_path: Path) -> None:
    text = f"{HEAD}claims one: Trams.\n  because two\nclaims second: Rails.\n  was: two\n"
    state = opened(tmp_path, {"first": text})
    edits = safe_fixes(state, name_of("first"))
    assert applied(state, edits)[name_of("first")] == text.replace("because two", "because second")


def test_a_cue_is_set_right_by_the_source(tmp_path: Path) -> None:
    files = {
        "argmap.toml": 'sources = "texts"\n',
        "texts/first.txt": "Of trams.\nWe should build all the trams at once, they say.\n",
        "first": HEAD.replace("  date", "  source: first.txt\n  date")
        + 'claims one: Trams.\n  at: 1 "build all the trams"\nclaims two: Now.\n  at: "build the new trams"\n',
    }
    found = fixed(tmp_path, files, "A505", "Write line 2, where it stands")
    assert '  at: 2 "build all the trams"\n' in found["first"]
    found = fixed(tmp_path, files, "A501", "Write “build all the trams”, as on line 2")
    assert '  at: "build all the trams"\n' in found["first"].replace("  at: 1 ", "")
