"""What each word of a file is: attitudes, names and whose they are, strengths, cues; for colours with a meaning."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from argmap.assist.occurrences import Occurrence, Role, SymbolKind, document_at, occurrences_in
from argmap.language.tree import (
    AnswerField,
    ClaimLine,
    Content,
    Field,
    LinkLine,
    Named,
    PlaceField,
    Reference,
    Statement,
    SyntaxFile,
    Word,
)
from argmap.language.words import OPEN, Attitude
from argmap.model.ids import ClaimId
from argmap.project.open_project import ProjectState
from argmap.source.text import SourceText, Span


class TokenType(StrEnum):
    """What a word is, by the names that the Language Server Protocol has for what is nearest to it in programs."""

    VERB = "keyword"
    """What the author does with a claim."""
    STEP = "macro"
    """What a premise does to the claim above it."""
    FIELD = "property"
    """The first word of any other line."""
    RELATION = "operator"
    """Of a link, and the small words inside lines."""
    DOCUMENT = "namespace"
    SECTION = "struct"
    CLAIM = "variable"
    ISSUE = "enum"
    POSITION = "enumMember"
    ACTOR = "class"
    TERM = "type"
    STRENGTH = "modifier"
    SCHEME = "decorator"
    CUE = "string"
    NUMBER = "number"
    COMMENT = "comment"


class TokenModifier(StrEnum):
    """What else can be said of a name, likewise; the last two are words of ours."""

    DECLARED = "declaration"
    FORMER = "deprecated"
    BUILT_IN = "defaultLibrary"
    """The position that every issue has."""
    FOREIGN = "foreign"
    """It belongs to another document."""
    REJECTED = "rejected"
    """A claim that its author denies or doubts."""


class SemanticToken(NamedTuple):
    """A word, on one line.

    Attributes:
        modifiers: Sorted.
    """

    span: Span
    type: TokenType
    modifiers: tuple[TokenModifier, ...] = ()


def semantic_tokens(state: ProjectState, file: str, within: Span | None = None) -> tuple[SemanticToken, ...]:
    """What the words of a file are, by place; none of them overlap.

    Args:
        state: The project.
        file: The name of the file.
        within: Only those that stand in this range; by default all.
    """
    syntax = state.files.get(file)
    if syntax is None:
        return ()
    wanted = within or Span(0, len(syntax.source.text))
    names = {one.place.span.start: _name(state, one, file) for one in occurrences_in(state, file, within)}
    found = {**{token.span.start: token for token in _words(syntax, wanted)}, **names}
    tokens = (found[start] for start in sorted(found))
    shown = [token for token in tokens if wanted.start <= token.span.start and token.span.end <= wanted.end]
    end = 0
    kept = []
    for token in shown:
        if token.span.start >= end and token.span.end > token.span.start:
            kept.append(token)
            end = token.span.end
    return tuple(kept)


def _name(state: ProjectState, one: Occurrence, file: str) -> SemanticToken:
    kind, name = one.symbol
    modifiers = {Role.DECLARES: [TokenModifier.DECLARED], Role.WAS: [TokenModifier.FORMER], Role.USES: []}[one.role]
    if kind is SymbolKind.POSITION and name.endswith(f".{OPEN}"):
        modifiers.append(TokenModifier.BUILT_IN)
    if kind is SymbolKind.CLAIM:
        claim = state.loaded.corpus.claims.get(ClaimId(name))
        if claim is not None and claim.attitude in (Attitude.DENIES, Attitude.DOUBTS):
            modifiers.append(TokenModifier.REJECTED)
    has_home = kind in (SymbolKind.CLAIM, SymbolKind.DOCUMENT)
    if has_home and name.partition(".")[0] != document_at(state, file, one.place.span.start):
        modifiers.append(TokenModifier.FOREIGN)
    return SemanticToken(one.place.span, TokenType[kind.name], tuple(sorted(modifiers)))


def _words(syntax: SyntaxFile, wanted: Span) -> Iterator[SemanticToken]:
    source = syntax.source
    for statement in syntax.statements:
        if statement.span.end >= wanted.start and statement.span.start <= wanted.end:
            yield from _in_statement(statement, source)
            yield from _comments(statement, source)


def _in_statement(statement: Statement, source: SourceText) -> Iterator[SemanticToken]:
    for line in (*statement.lines, *statement.below):
        for word, kind in _in_line(line.content, source.text):
            if word is not None:
                yield SemanticToken(word.span, kind)


def _in_line(content: Content, text: str) -> Iterator[tuple[Word | None, TokenType]]:
    match content:
        case ClaimLine():
            yield content.step, TokenType.STEP
            yield from ((scheme, TokenType.SCHEME) for scheme in content.schemes)
            yield content.verb, TokenType.VERB
            yield content.strength, TokenType.STRENGTH
            before = content.id or content.verb or content.step
            for number, group in enumerate(content.voices):
                if group and before is not None:
                    small = "quoting" if number else "from"
                    yield _between(small, before.span.end, group[0].start, text), TokenType.RELATION
                    before = group[-1]
        case Reference():
            yield content.step, TokenType.STEP
            yield from ((scheme, TokenType.SCHEME) for scheme in content.schemes)
        case AnswerField():
            yield content.keyword, TokenType.FIELD
            if content.negated:
                yield _between("not", content.issue.span.end, content.position.start, text), TokenType.RELATION
            yield content.strength, TokenType.STRENGTH
            if content.holders:
                begin, end = content.position.span.end, content.holders[0].start
                yield _between("from", begin, end, text), TokenType.RELATION
        case PlaceField():
            yield content.keyword, TokenType.FIELD
            yield content.line or content.page, TokenType.NUMBER
            yield content.cue, TokenType.CUE
        case LinkLine():
            yield content.keyword, TokenType.FIELD
            yield content.relation, TokenType.RELATION
            yield content.confidence, TokenType.NUMBER
        case Named() | Field():
            yield content.keyword, TokenType.FIELD


def _between(word: str, start: int, end: int, text: str) -> Word | None:
    """A small word that stands between two others and has no place of its own in the syntax."""
    at = text.rfind(word, start, end)
    return Word(word, at) if at >= 0 else None


def _comments(statement: Statement, source: SourceText) -> Iterator[SemanticToken]:
    start = statement.span.start
    for line in source.text[start : statement.span.end].split("\n"):
        said = line.lstrip(" \t")
        if said.startswith("#"):
            begin = start + len(line) - len(said)
            yield SemanticToken(Span(begin, begin + len(said.rstrip())), TokenType.COMMENT)
        start += len(line) + 1
