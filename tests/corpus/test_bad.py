"""Every bad input has the findings that were accepted for it: one cause, one report."""

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.api.checking import check
from argmap.report.findings.full import full
from argmap.source.codes import SEVERITIES

FOLDER = Path(__file__).with_name("bad")
CASES = sorted(path for path in FOLDER.glob("*/*") if path.is_dir() or path.suffix == ".argmap")
DRAFTS = {code for code in SEVERITIES if code.startswith("A8")}
"""Codes that are found in drafts alone."""
BESIDE = {"A020": {"A010"}}
"""Codes that cannot stand alone, and what stands beside them."""


def story(case: Path) -> str:
    return f"{case.parent.name}-{case.stem}"


@pytest.mark.parametrize("case", CASES, ids=story)
def test_findings_are_the_accepted_ones(
    case: Path, file_regression: FileRegressionFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = case.parent.name
    if case.is_dir():
        monkeypatch.chdir(case)
        sources = "sources" if (case / "sources").is_dir() else None
        checked = check(sources=sources, cached=False, as_drafts=code in DRAFTS)
    else:
        monkeypatch.chdir(case.parent)
        checked = check([case.name], cached=False)

    assert {finding.code for finding in checked.findings} - BESIDE.get(code, set()) == {code}
    accepted = case.with_suffix(".findings.txt")
    file_regression.check(full(checked.findings, checked.texts), fullpath=accepted, encoding="utf-8", newline="")
