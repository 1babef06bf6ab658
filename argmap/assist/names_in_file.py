"""Every name that stands in one file, before it is known what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from argmap.language.ids import is_id
from argmap.language.tree import (
    AnswerField,
    ClaimLine,
    Content,
    Field,
    LinkLine,
    Named,
    Reference,
    Statement,
    SyntaxFile,
    Word,
)
from argmap.language.words import Relation
from argmap.model.ids import ClaimId
from argmap.resolve.fields import separated
from argmap.source.text import Place


class SymbolKind(StrEnum):
    """What sort of thing has a name."""

    DOCUMENT = "document"
    SECTION = "section"
    CLAIM = "claim"
    ISSUE = "issue"
    POSITION = "position"
    ACTOR = "actor"
    TERM = "term"


class Role(StrEnum):
    """What a name does where it stands.

    An author whose name is given is declared there, in each document anew; ``was`` gives the id that something had.
    """

    DECLARES = "declares"
    USES = "uses"
    WAS = "was"


class Symbol(NamedTuple):
    """A thing that has a name.

    Attributes:
        id: In full: ``document.claim``, ``issue.position``; ``document.actor`` and ``document.term`` where they belong
            to one document, else just the id.  A section has no id, and its number among the statements of its file
            instead: ``document#number``.
    """

    kind: SymbolKind
    id: str


class Name(NamedTuple):
    """A name in a file.

    Attributes:
        kind: What it is looked up as.
        word: As it is written, in the form in which ids are compared; a claim, or an end of a link, with its dot.
        document: That of its statement; empty in a file without one.
        issue: That of a position, as it is written; else None.
        now: For a former id, the id that took its place; for a section, what stands for its id.
        either: Whether it may be a position as well, as ends of links may.
        beside: Of an end of ``unrelated-to``, which may be more than that, the other end; else None.
        dot: Where its dot stands in the file; -1 where it has none.
    """

    kind: SymbolKind
    role: Role
    word: Word
    document: str
    issue: Word | None = None
    now: str = ""
    either: bool = False
    beside: Word | None = None
    dot: int = -1


class NamesInFile(NamedTuple):
    """The names in one file.

    Attributes:
        documents: For each statement, the document that it belongs to.
        names: By place.
        starts: Where each begins.
        by_word: The numbers of the names that have a word in them, on either side of a dot.
        below: Where each claim stands that is stated in a line below a gap.
    """

    documents: tuple[str, ...]
    names: tuple[Name, ...]
    starts: tuple[int, ...]
    by_word: Mapping[str, Sequence[int]]
    below: Mapping[str, Place]

    @classmethod
    def of(cls, file: SyntaxFile, documents: tuple[str, ...]) -> NamesInFile:
        """Those of a file of which the documents are known."""
        names = names_of(file, documents)
        by_word: dict[str, list[int]] = {}
        for number, name in enumerate(names):
            for part in set(name.word.text.split(".")):
                by_word.setdefault(part, []).append(number)
        below: dict[str, Place] = {
            ClaimId.of(document, line.content.id.text): Place(file.source.name, line.content.id.span)
            for statement, document in zip(file.statements, documents, strict=True)
            for line in statement.below
            if isinstance(line.content, ClaimLine) and line.content.id is not None
        }
        return cls(documents, names, tuple(name.word.start for name in names), by_word, below)


def names_of(file: SyntaxFile, documents: Sequence[str]) -> tuple[Name, ...]:
    """All names of a file by place, also those in the lines that can be read below a gap.

    Args:
        file: The file.
        documents: For each statement, the document that it belongs to.
    """
    found: list[Name] = []
    for number, (statement, document) in enumerate(zip(file.statements, documents, strict=True)):
        for line in statement.lines:
            above = statement.lines[line.parent].content if line.parent >= 0 else None
            found += _names(line.content, statement, above, document, number)
        for line in statement.below:
            # Under which line it stands is not known, and so not either of what a field there speaks.
            found += _names(line.content, statement, None, document, number)
    found.sort(key=lambda name: name.word.start)
    text = file.source.text
    return tuple(
        name._replace(dot=text.index(".", name.word.start))
        if name.kind is SymbolKind.CLAIM and "." in name.word.text
        else name
        for name in found
    )


def _names(content: Content, statement: Statement, above: Content | None, document: str, number: int) -> Iterator[Name]:
    if isinstance(content, ClaimLine):
        if content.id is not None:
            yield Name(SymbolKind.CLAIM, Role.DECLARES, content.id, document)
        for word in (word for group in content.voices for word in group):
            yield Name(SymbolKind.ACTOR, Role.USES, word, document)
    elif isinstance(content, Reference):
        yield Name(SymbolKind.CLAIM, Role.USES, content.id, document)
    elif isinstance(content, AnswerField):
        yield Name(SymbolKind.ISSUE, Role.USES, content.issue, document)
        yield Name(SymbolKind.POSITION, Role.USES, content.position, document, issue=content.issue)
        for word in content.holders:
            yield Name(SymbolKind.ACTOR, Role.USES, word, document)
    elif isinstance(content, LinkLine):
        ends = (content.source, content.target)
        for word, other in (ends, reversed(ends)):
            beside = other if content.relation.text == Relation.UNRELATED_TO else None
            yield Name(SymbolKind.CLAIM, Role.USES, word, document, either=True, beside=beside)
    elif isinstance(content, Named):
        yield from _declared(content, statement, document)
    elif isinstance(content, Field):
        yield from _in_field(content, statement, above, document, number)


def _declared(content: Named, statement: Statement, document: str) -> Iterator[Name]:
    keyword = content.keyword.text
    if keyword == "author":
        role = Role.DECLARES if content.text is not None else Role.USES
        yield Name(SymbolKind.ACTOR, role, content.id, document)
    elif keyword != "position":
        yield Name(SymbolKind(keyword), Role.DECLARES, content.id, document)
    elif isinstance(statement.head, Named):
        yield Name(SymbolKind.POSITION, Role.DECLARES, content.id, document, issue=statement.head.id)


def _in_field(field: Field, statement: Statement, above: Content | None, document: str, number: int) -> Iterator[Name]:
    head = statement.head
    match field.keyword.text:
        case "section":
            text = field.text.pieces[0]
            yield Name(SymbolKind.SECTION, Role.DECLARES, text, document, now=f"{document}#{number}")
        case "thesis":
            for word in _members(field, "\n"):
                yield Name(SymbolKind.CLAIM, Role.USES, word, document)
        case "silent":
            for word in _members(field, ","):
                yield Name(SymbolKind.ISSUE, Role.USES, word, document)
        case "speaks-for":
            for word in _members(field, "\n"):
                yield Name(SymbolKind.ACTOR, Role.USES, word, document)
        case ("order" | "compatible" | "exhaustive") as keyword if isinstance(head, Named):
            for word in _members(field, ">" if keyword == "order" else ","):
                yield Name(SymbolKind.POSITION, Role.USES, word, document, issue=head.id)
        case "was":
            for word in _members(field, ","):
                yield from _former(word, above, head, document)


def _members(field: Field, between: str) -> Iterator[Word]:
    return (word.normal for piece in field.text.pieces for word in separated(piece, between))


def _former(word: Word, above: Content | None, head: Content | None, document: str) -> Iterator[Name]:
    if not is_id(word.text):
        return
    if isinstance(above, ClaimLine) and above.id is not None:
        yield Name(SymbolKind.CLAIM, Role.WAS, word, document, now=above.id.text)
    elif isinstance(above, Named):
        keyword = above.keyword.text
        kind = SymbolKind.ACTOR if keyword == "author" else SymbolKind(keyword)
        issue = head.id if kind is SymbolKind.POSITION and isinstance(head, Named) else None
        yield Name(kind, Role.WAS, word, document, issue=issue, now=above.id.text)
