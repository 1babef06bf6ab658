"""Whatever the text, an editor colours all of it, and calls nothing an error that the language allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsing import parser
from thoroughness import examples

from argmap.resolve.corpus import resolve
from argmap.source.finding import Severity
from argmap.source.text import SourceText
from tests.property.strategies import ISSUES, damaged, documents, words_of_the_language

lexer = pytest.importorskip("argmap.editors.pygments_lexer", reason="comes with the extra `test`")


def assert_coloured(text: str) -> None:
    # Pygments itself gives a lexer no other line ends.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = list(lexer.ArgmapLexer().get_tokens_unprocessed(text))
    errors = [value for _, kind, value in found if kind is lexer.Error]
    assert "".join(value for _, _, value in found) == text
    if errors:
        outcomes = [parser().parse(SourceText(f"{number}.argmap", said)) for number, said in enumerate((ISSUES, text))]
        findings = [*outcomes[1].findings, *resolve([outcome.value for outcome in outcomes]).findings]
        assert Severity.ERROR in {finding.severity for finding in findings}


@given(documents())
@examples(100)
def test_what_can_be_read_holds_no_error(text: str) -> None:
    assert_coloured(text)


@given(documents().flatmap(damaged))
@examples(100)
def test_nor_does_what_is_left_of_it(text: str) -> None:
    assert_coloured(text)


@given(st.text() | words_of_the_language)
@examples(100)
def test_nor_does_any_text(text: str) -> None:
    assert_coloured(text)
