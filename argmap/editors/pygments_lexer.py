"""The lexer of Pygments, for documentation, notebooks and terminals: ``pygmentize -l argmap``.

Pygments finds it by itself, and nothing else imports it.
"""

from __future__ import annotations

from typing import ClassVar

from pygments.lexer import RegexLexer, default
from pygments.token import (
    Comment,
    Error,
    Generic,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)

from argmap.editors.syntax import BAR, BLANKS, COMMENT, PROSE, START, TEXTS, UNREAD, WORD_ENDS, Rule, Sort, contexts

TOKENS = {
    Sort.COMMENT: Comment.Single,
    Sort.STATEMENT: Keyword.Declaration,
    Sort.VERB: Keyword.Type,
    Sort.DENIAL: Generic.Deleted,
    Sort.STEP: Keyword,
    Sort.FIELD: Name.Attribute,
    Sort.JOINING_WORD: Operator.Word,
    Sort.OWN_ID: Name.Function,
    Sort.FOREIGN_ID: Name.Namespace,
    Sort.ISSUE: Name.Variable,
    Sort.POSITION: Name.Constant,
    Sort.HOLDER: Name.Class,
    Sort.STRENGTH: Name.Builtin,
    Sort.SCHEME: Name.Decorator,
    Sort.RELATION: Keyword,
    Sort.CONSTANT: Keyword.Constant,
    Sort.NUMBER: Number,
    Sort.DATE: Literal.Date,
    Sort.CUE: String.Double,
    Sort.TITLE: Generic.Heading,
    Sort.TEXT: Text,
    Sort.DENIED_TEXT: Generic.Deleted,
    Sort.BAR: Punctuation,
    Sort.MARK: Punctuation,
    Sort.ERROR: Error,
}


def _states() -> dict[str, list[object]]:
    """The contexts as states: one is left where its line ends, unless a text may go on."""
    states: dict[str, list[object]] = {}
    for name, rules in contexts().items():
        states[name] = [_rule(name, rule) for rule in (*rules, *UNREAD)]
        if name != START:
            states[name] = [(BLANKS, Whitespace), (r"\n", Whitespace, "#pop"), *states[name]]
    states["root"] = [(rf"[ \t]*{COMMENT}", Comment.Single), (r"[ \t]*\n|[ \t]+\Z", Whitespace), *states.pop(START)]
    for name, sort in TEXTS.items():
        between = f"between lines of {name}"
        states[name] = [
            (BLANKS, Whitespace),
            (PROSE, TOKENS[sort]),
            (r"\n", Whitespace, ("#pop", between)),
        ]
        states[between] = [
            (rf"([ \t]*)({COMMENT})", Comment.Single),
            (r"[ \t]*\n", Whitespace),
            (rf"[ \t]*{BAR}", Punctuation, ("#pop", name)),
            default("#pop"),
        ]
    return states


def _rule(context: str, rule: Rule) -> tuple[object, ...]:
    pattern = rf"{rule.pattern}(?={WORD_ENDS}|$)" if rule.whole else rule.pattern
    if not rule.next:
        return pattern, TOKENS[rule.sort]
    return pattern, TOKENS[rule.sort], rule.next if context == START else ("#pop", rule.next)


class ArgmapLexer(RegexLexer):  # type: ignore[misc]
    """Argument files."""

    name = "argmap"
    aliases: ClassVar = ["argmap"]
    filenames: ClassVar = ["*.argmap"]
    mimetypes: ClassVar = ["text/x-argmap"]
    tokens = _states()
