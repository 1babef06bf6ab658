"""Findings about one small text that holds what is hard to show."""

from collections.abc import Callable, Mapping

import pytest

from argmap.source.finding import Edit, Finding, Related, Severity
from argmap.source.text import Place, SourceText, Span

NAME = "arguments/a b.argmap"
TEXT = """document demo: 中国 and others
claims opening: A civil war could give room to others.
  because opning
  because (cause) 中国 e\u0301x\u202ex: what
\tbecause tab: \x1b[31mred\x1b[0m
claims last: The end"""


@pytest.fixture
def texts() -> Mapping[str, SourceText]:
    return {
        NAME: SourceText(NAME, TEXT),
        "arguments/other.argmap": SourceText("arguments/other.argmap", "claims x: y\n"),
    }


@pytest.fixture
def place() -> Callable[[str], Place]:
    def find(words: str) -> Place:
        start = TEXT.index(words)
        return Place(NAME, Span(start, start + len(words)))

    return find


@pytest.fixture
def findings(place: Callable[[str], Place]) -> list[Finding]:
    end = len(TEXT)
    return [
        Finding(
            code="A103",
            message="no claim has the id `opning`",
            place=place("opning"),
            label="not stated in this project",
            related=(
                Related(place("opening"), "did you mean this one?"),
                Related(Place("arguments/other.argmap", Span(7, 8)), "or this one"),
            ),
            help="write `because opening`",
            fix=Edit(place("opning"), "opening"),
        ),
        Finding(code="A110", message="hidden", place=place("e\u0301x\u202ex"), label="here", severity=Severity.WARNING),
        Finding(code="A111", message="after a tab", place=place("red"), severity=Severity.NOTE),
        Finding(
            code="A112",
            message="several lines: 100%, of them",
            place=place("opening: A civil war could give room to others.\n  because"),
        ),
        Finding(code="A113", message="the end", place=Place(NAME, Span(end, end)), label="something is missing"),
        Finding(code="A114", message="beyond the text", place=Place(NAME, Span(end + 5, end + 9))),
        Finding(
            code="A001",
            message="cannot be read",
            place=Place("arguments/gone,:.argmap", Span(0, 0)),
            label="no such file",
        ),
    ]
