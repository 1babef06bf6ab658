import pytest

from argmap.report.findings.finding_lines import summary_line
from argmap.source.finding import Finding, Severity
from argmap.source.text import Place, Span

E, W, N = Severity


@pytest.mark.parametrize(
    ("severities", "line"),
    [
        ([], "no findings"),
        ([E], "1 error"),
        ([W, E, E], "2 errors, 1 warning"),
        ([N, N, W], "1 warning, 2 notes"),
    ],
)
def test_counts_in_words(severities: list[Severity], line: str) -> None:
    place = Place("x", Span(0, 0))
    assert summary_line([Finding(code="A100", message="m", place=place, severity=s) for s in severities]) == line
