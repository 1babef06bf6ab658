from collections.abc import Mapping, Sequence

from pytest_regressions.file_regression import FileRegressionFixture

from argmap.report.findings.full import full
from argmap.report.terminal_text import COLOURED
from argmap.source.finding import Finding
from argmap.source.text import Place, SourceText, Span

Texts = Mapping[str, SourceText]


def test_layout(findings: Sequence[Finding], texts: Texts, file_regression: FileRegressionFixture) -> None:
    file_regression.check(full(findings, texts), encoding="utf-8")


def test_colours_change_nothing_but_colours(findings: Sequence[Finding], texts: Texts) -> None:
    coloured = full(findings, texts, COLOURED)
    assert "\x1b[1;31merror[A103]\x1b[0m" in coloured
    for code in ("\x1b[0m", *(f"\x1b[{colour}m" for colour in COLOURED.colours.values())):
        coloured = coloured.replace(code, "")
    assert coloured == full(findings, texts)


def test_nothing_found_is_nothing_said(texts: Texts) -> None:
    assert full([], texts) == ""


def test_a_long_line_is_cut_around_the_place() -> None:
    source = SourceText("x", "before " * 100_000 + "HERE" + " after" * 100_000)
    start = source.text.index("HERE")
    finding = Finding(code="A100", message="m", place=Place("x", Span(start, start + 4)), label="this")
    rows = full([finding], {"x": source}, width=60).splitlines()
    assert max(map(len, rows)) <= 60
    assert rows[3].startswith("1 | …") and rows[3].endswith("…")
    assert rows[3].index("HERE") == rows[4].index("^^^^ this")


def test_the_number_of_a_line_has_its_room() -> None:
    source = SourceText("x", "\n" * 99 + "here")
    finding = Finding(code="A100", message="m", place=Place("x", Span(99, 103)))
    assert full([finding], {"x": source}).splitlines()[1:] == [
        "   --> x:100:1",
        "    |",
        "100 | here",
        "    | ^^^^",
    ]
