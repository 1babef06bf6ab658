"""Argdown text -> its blocks, by a grammar of our own (Lark, LALR).

Argdown refuses a file with any error in it.  Here a block that cannot be read does not spoil the others, and what is
left out or mended is told to the caller, with its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, cast

from lark import Lark, Token, Transformer, UnexpectedToken
from lark.lexer import Lexer as LarkLexer

from argmap.exchange.argdown.elements import (
    Block,
    Element,
    Heading,
    Inference,
    Listed,
    Numbered,
    RawData,
    Relation,
    Source,
    Structure,
    Symbol,
)
from argmap.exchange.argdown.inline import wording
from argmap.exchange.argdown.lexer import BLANK, Lexer, Word

Tell = Callable[[str, str, str, int], None]
"""Told of what is not in the result as it was: ``changed`` or ``dropped``, a noun, the reason, the line."""

_SPELLINGS = {"+": "<+", "-": "<-", "_": "<_"}
_OPEN = (Word.INDENT, Word.LIST_INDENT)
_NO_PARENT = "it stands no deeper than a line above that it could relate to"


def parsed(text: str, tell: Tell) -> Source:
    """What a text in Argdown holds; its line ends are LF."""
    lexer = Lexer(text)
    reader = _Blocks(tell)
    for token in lexer.tokens():
        reader.feed(token)
    reader.finish()
    return Source(reader.blocks, lexer.front_matter, lexer.comments)


class _Blocks:
    """Tokens into blocks; where a token cannot stand, a new block begins with it."""

    def __init__(self, tell: Tell) -> None:
        self.blocks: list[Block] = []
        self._tell = tell
        self._grammar = _grammar()
        self._parser = self._grammar.parse_interactive()
        self._fed = 0
        self._open = 0
        self._closed_early = 0
        self._structure = ""
        self._waiting: Token | None = None

    def feed(self, token: Token) -> None:
        """Take one token in."""
        if token.type == BLANK:
            if self._structure in ("premises", "inference"):
                self._waiting = token
            else:
                self.finish()
            return
        if self._waiting is not None:
            if token.type in (Word.NUMBER, Word.INFERENCE):
                self._tell("changed", "empty line", "it parted a premise-conclusion structure", token.line or 0)
            else:
                self.finish()
            self._waiting = None
        if token.type == Word.DEDENT and self._closed_early:
            self._closed_early -= 1
            return
        if not self._fits(token):
            self._mend(token)

    def _fits(self, token: Token) -> bool:
        try:
            self._parser.feed_token(token)
        except UnexpectedToken:
            return False
        self._fed += 1
        self._open += (token.type in _OPEN) - (token.type == Word.DEDENT)
        if token.type == Word.NUMBER:
            self._structure = "conclusion" if self._structure in ("inference", "conclusion") else "premises"
        elif token.type == Word.INFERENCE:
            self._structure = "inference"
        elif not self._structure:
            self._structure = "other"
        return True

    def _mend(self, token: Token) -> None:
        """A token that cannot stand where it stands begins a block of its own, or is left out."""
        line = token.line or 0
        if token.type == Word.RELATION:
            self._tell("dropped", "relation", _NO_PARENT, line)
            self._close()
        elif token.type in _OPEN or token.type == Word.DEDENT:
            self._closed_early += token.type in _OPEN
        elif token.type == Word.DATA:
            self._tell("dropped", "data block", "it stands behind nothing that can have data", line)
        elif self._fed:
            self._tell("changed", "block", "an empty line is missing before it", line)
            self._close()
            if not self._fits(token):
                self._mend(token)
        elif token.type == Word.INFERENCE:
            self._tell("dropped", "inference", "no numbered premise stands before it", line)
        else:
            self._tell("dropped", "line", "it cannot be read", line)

    def _close(self) -> None:
        """End the block, whatever is still open in it."""
        self._closed_early += self._open
        self.finish()

    def finish(self) -> None:
        """End the block."""
        if self._fed:
            for _ in range(self._open):
                self._parser.feed_token(Token(Word.DEDENT, ""))
            self.blocks.append(cast("Block", self._parser.feed_token(Token("$END", ""))))
            self._parser = self._grammar.parse_interactive()
        self._fed = self._open = 0
        self._structure = ""
        self._waiting = None


class _Builder(Transformer[Token, Any]):
    """A reduced rule -> what it stands for."""

    def start(self, children: list[Any]) -> Block:
        return cast("Block", children[0])

    def statement(self, children: list[Any]) -> Element:
        return _element(children, is_argument=False)

    def argument(self, children: list[Any]) -> Element:
        return _element(children, is_argument=True)

    def relations(self, children: list[Relation]) -> list[Relation]:
        return children

    def relation(self, children: list[Any]) -> Relation:
        symbol, element = children
        return Relation(Symbol(_SPELLINGS.get(str(symbol), str(symbol))), element, symbol.line)

    def structure(self, children: list[Numbered | Inference]) -> Structure:
        return Structure(children)

    def numbered(self, children: list[Any]) -> Numbered:
        return Numbered(children[1], children[0].line)

    def inference(self, children: list[Any]) -> Inference:
        head = children[0]
        rules = [wording(rule).text for rule in str(head).split(",")]
        relations = children[-1] if isinstance(children[-1], list) else []
        return Inference([rule for rule in rules if rule], head.line, _data(children[1:]), relations)

    def heading(self, children: list[Any]) -> Heading:
        text = next((str(one) for one in children if one.type == Word.TEXT), "")
        return Heading(len(children[0]), wording(text), children[0].line, _data(children[1:]))

    def list_block(self, children: list[Any]) -> Listed:
        return Listed([element for one in children for element in one])

    def item(self, children: list[Any]) -> list[Element]:
        return [children[1], *(element for one in children[2:] for element in one)]


def _element(children: list[Any], *, is_argument: bool) -> Element:
    head = children[0]
    text = children[1] if head.type != Word.TEXT else head
    said = wording(str(text))
    return Element(
        title="" if head is text else str(head),
        wording=said,
        line=head.line,
        is_argument=is_argument,
        is_reference=head is not text and not said.text,
        data=_data(children[1:]),
        relations=children[-1] if isinstance(children[-1], list) else [],
    )


def _data(children: list[Any]) -> RawData | None:
    found = (one for one in children if isinstance(one, Token) and one.type == Word.DATA)
    return next((RawData(str(one), one.line or 0) for one in found), None)


class _NoLexer(LarkLexer):
    """Tokens are fed one by one."""

    def __init__(self, _: object) -> None: ...

    def lex(self, *_: object) -> Iterator[Token]:
        """None."""
        return iter(())


@cache
def _grammar() -> Lark:
    text = files("argmap.exchange.argdown").joinpath("argdown.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", lexer=_NoLexer, transformer=_Builder(), maybe_placeholders=False)
