from pathlib import Path

import pytest
from lark import Lark
from lark.exceptions import GrammarError

from argmap.language import parser
from argmap.language.lexer import LineLexer
from argmap.language.words import FIELDS, KEYWORDS, STATEMENTS, STEPS, VERBS

GRAMMAR = Path(parser.__file__).with_name("argmap.lark").read_text(encoding="utf-8")


def built(grammar: str) -> Lark:
    """In strict mode, Lark refuses a grammar whose conflicts it would else resolve in silence."""
    return Lark(grammar, parser="lalr", lexer=LineLexer, strict=True)


def test_the_grammar_has_no_conflicts() -> None:
    built(GRAMMAR)


def test_a_conflict_would_be_found() -> None:
    with pytest.raises(GrammarError):
        built(GRAMMAR.replace("because conjunct*", "because conjunct* conjunct*"))


def test_the_grammar_and_the_vocabulary_name_the_same_words() -> None:
    lark = Lark(GRAMMAR, parser="lalr", lexer=LineLexer)
    words = {terminal.pattern.value for terminal in lark.terminals if terminal.pattern}
    assert words == KEYWORDS
    assert STATEMENTS | STEPS | FIELDS == KEYWORDS
    assert VERBS < STATEMENTS
    assert not STEPS & (STATEMENTS | FIELDS)
    assert not STATEMENTS & FIELDS


def test_a_word_is_a_statement_where_the_grammar_begins_one() -> None:
    lark = Lark(GRAMMAR, parser="lalr", lexer=LineLexer)
    by_name = {terminal.name: terminal.pattern.value for terminal in lark.terminals if terminal.pattern}
    session = lark.parse_interactive("")
    assert {by_name[name] for name in session.accepts()} == STATEMENTS
