import pickle
from pathlib import Path

import pytest
from lark import Lark
from lark.exceptions import GrammarError

from argmap.language import parse_table, parser
from argmap.language.lexer import GROUPS, LineLexer
from argmap.language.words import FIELDS, KEYWORDS, STATEMENTS, STEPS, VERBS
from argmap.source.text import SourceText

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
    grouped = frozenset().union(*GROUPS.values())
    assert not words & grouped
    assert words | grouped == KEYWORDS
    assert STATEMENTS | STEPS | FIELDS == KEYWORDS
    assert VERBS < STATEMENTS
    assert not STEPS & (STATEMENTS | FIELDS)
    assert not STATEMENTS & FIELDS


def test_a_word_is_a_statement_where_the_grammar_begins_one() -> None:
    lark = Lark(GRAMMAR, parser="lalr", lexer=LineLexer)
    by_name = {terminal.name: {terminal.pattern.value} for terminal in lark.terminals if terminal.pattern} | GROUPS
    session = lark.parse_interactive("")
    assert set().union(*(by_name[name] for name in session.accepts())) == STATEMENTS


def test_the_parse_table_beside_the_grammar_is_that_of_the_grammar() -> None:
    kept = Path(parse_table.__file__).with_name("parse_table.json").read_text(encoding="utf-8")
    assert kept == parse_table.serialized(LineLexer), "python -m argmap.language.parse_table prints what it should be"


def test_the_table_is_computed_where_another_version_of_lark_made_the_one_that_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = SourceText("x", "claims a: A.\n  because: b\n  and: c\n    unless: d\nnothing\n")
    kept = parser.Parser().parse(text)
    monkeypatch.setattr(parse_table, "__version__", "0")
    monkeypatch.setattr(Lark, "load", lambda _: pytest.fail("the table of another version is no table"))
    assert parser.Parser().parse(text) == kept


def test_nothing_is_unpickled(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("load", "loads", "Unpickler"):
        monkeypatch.setattr(pickle, name, lambda *_: pytest.fail("a pickle can run any code"))
    assert parser.Parser().parse(SourceText("x", "claims a: A.\n")).value.statements
