from collections.abc import Mapping, Sequence

from argmap.report.findings.finding_lines import concise
from argmap.source.finding import Finding
from argmap.source.text import SourceText


def test_one_line_a_finding(findings: Sequence[Finding], texts: Mapping[str, SourceText]) -> None:
    assert concise(findings, texts).split("\n") == [
        "arguments/a b.argmap:3:11: error[A103] no claim has the id `opning`",
        "arguments/a b.argmap:4:22: warning[A110] hidden",
        "arguments/a b.argmap:5:20: note[A111] after a tab",
        "arguments/a b.argmap:2:8: error[A112] several lines: 100%, of them",
        "arguments/a b.argmap:6:21: error[A113] the end",
        "arguments/a b.argmap:6:21: error[A114] beyond the text",
        "arguments/gone,:.argmap:1:1: error[A001] cannot be read",
        "",
    ]
