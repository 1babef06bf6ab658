from collections.abc import Mapping, Sequence

from argmap.report.findings.finding_annotations import github
from argmap.source.finding import Finding
from argmap.source.text import Place, SourceText, Span


def test_commands(findings: Sequence[Finding], texts: Mapping[str, SourceText]) -> None:
    lines = github(findings, texts).splitlines()
    assert lines[0] == (
        "::error file=arguments/a b.argmap,line=3,endLine=3,col=11,endColumn=17,title=A103"
        "::no claim has the id `opning`%0Anot stated in this project%0Awrite `because opening`"
    )
    assert lines[2].startswith("::notice ")
    assert lines[3] == "::error file=arguments/a b.argmap,line=2,endLine=3,title=A112::several lines: 100%25, of them"
    assert lines[6].startswith("::error file=arguments/gone%2C%3A.argmap,line=1,")


def test_no_text_can_start_a_command_of_its_own() -> None:
    finding = Finding(code="A100", message="a\r\n::stop-commands::x\x1b[2J", place=Place("f\n::x", Span(0, 0)))
    assert github([finding], {}) == (
        "::error file=f%0A%3A%3Ax,line=1,endLine=1,col=1,endColumn=1,title=A100"
        "::a<U+000D><U+000A>::stop-commands::x<U+001B>[2J\n"
    )
