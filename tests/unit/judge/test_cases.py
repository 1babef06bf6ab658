"""Small projects with the verdict that each must get; each file says why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from parsing import parser

from argmap.check.answers import answers_to_issues
from argmap.check.kept import Kept, parts_of
from argmap.compare.comparison import Comparison, compare
from argmap.compare.disputes import disputes
from argmap.compare.representation import Fidelity, representations
from argmap.compare.unanswered import unanswered
from argmap.judge.holder import Holder
from argmap.model.ids import IssueId
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText
from argmap.wording.verdict_reasons import turn_words

CASES = sorted((Path(__file__).parent / "cases").glob("*.argmap"))
FIDELITIES = {
    "faithful, in part: the original also gives another answer": Fidelity.FAITHFUL_IN_PART,
    "quotes a concession": Fidelity.QUOTES_CONCESSION,
}
FINDINGS = {
    "A701": "below-even",
    "A702": "from-under-denial",
    "A703": "denied-emphasis",
    "A704": "two-answers",
    "A705": "on-a-concession",
    "A706": "many-issues",
    "A707": "silent-thesis",
    "A708": "duty-on-fact",
    "A709": "mixed-scales",
    "A710": "no-horizon",
    "A711": "same-yet-opposed",
    "A712": "years-apart",
}


def project(case: Path) -> Comparison:
    _, *parts = re.split(r"^# ([\w-]+\.argmap)$", case.read_text(), flags=re.MULTILINE)
    files = [
        parser().parse(SourceText(name, text.lstrip("\n"))) for name, text in zip(parts[::2], parts[1::2], strict=True)
    ]
    assert [finding.message for file in files for finding in file.findings] == []
    return compare(resolve([file.value for file in files], version=2).value)


def verdict(comparison: Comparison, issue: str, names: list[str]) -> str:
    one, other = map(Holder.of, names)
    found = comparison.align(one, other, IssueId(issue))
    assert found is None or found.mirrored() == comparison.align(other, one, IssueId(issue))
    # Nothing is told of somebody to whom nothing is ascribed.
    if found is None or not (found.one.stances and found.other.stances):
        return "none"
    return found.verdict.value if found.reason is None else f"{found.verdict.value}:{found.reason.value}"


def findings(comparison: Comparison) -> set[str]:
    kept = Kept()
    return {
        FINDINGS[finding.code]
        for finding in answers_to_issues(comparison.corpus, parts_of(comparison.corpus, kept), kept)
    }


def taken_up(comparison: Comparison, claim: str) -> str:
    both = [(found, found.mirrored()) for found in comparison.disagreements()]
    left = {
        premise for pair in both for side in pair for each in unanswered(comparison, side) for premise in each.premises
    }
    return "no" if claim in left else "yes"


def turns(comparison: Comparison) -> set[str]:
    found = disputes(comparison.disagreements(), comparison)
    return {
        turn_words(side.turn.reasons)
        for dispute in found
        for crux in dispute.turns_on
        for side in (crux.one, crux.other)
        if side.turn.reasons
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_verdict(case: Path) -> None:
    expected = re.search(r"^# expect: (\S+) (.*)$", case.read_text(), re.MULTILINE)
    assert expected is not None
    subject, what = expected.groups()
    word, _, rest = what.partition(" ")
    comparison = project(case)
    if word == "trap":
        assert findings(comparison) == {rest} - {"none"}
    elif word.startswith("fair:"):
        (report,) = representations(comparison)
        told = what.removeprefix("fair:")
        assert report.fidelity is (FIDELITIES[told] if told in FIDELITIES else Fidelity(told))
    elif word == "taken-up":
        claim, expected_answer = rest.split()
        assert taken_up(comparison, claim) == expected_answer
    elif word == "disputes":
        assert len(disputes(comparison.disagreements(), comparison)) == int(rest)
    elif word == "turns":
        assert turns(comparison) == {rest}
    else:
        found = verdict(comparison, subject, rest.split() or ["a", "b"])
        assert (found if ":" in word else found.partition(":")[0]) == word
