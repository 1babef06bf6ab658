"""What is called otherwise now: by the ids that `was` lines give, the ids that took their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.language.ids import is_id
from argmap.language.tree import ClaimLine, Field, Named, Statement
from argmap.resolve.declared import Space
from argmap.resolve.fields import separated

FormerNames = dict[tuple[Space, str], list[str]]
"""By space and former id, the ids of what says that it had it, in the order of the files."""


def former_names(statements: Iterable[tuple[Statement, str]]) -> FormerNames:
    """What the statements of a file say, each with the document to which it belongs."""
    found: FormerNames = {}
    for statement, document in statements:
        for number, line in enumerate(statement.lines):
            content = line.content
            if isinstance(content, Field) and content.keyword.text == "was" and number:
                renamed = _renamed(statement, line.parent, document)
                if renamed is not None:
                    space, now = renamed
                    for former in _ids(content):
                        names = found.setdefault((space, former), [])
                        if now not in names and now != former:
                            names.append(now)
    return found


def joined(found: Iterable[FormerNames]) -> FormerNames:
    """What several files say, in their order."""
    all_of_them: FormerNames = {}
    for names in found:
        for key, ids in names.items():
            known = all_of_them.setdefault(key, [])
            known += (now for now in ids if now not in known)
    return all_of_them


def _ids(field: Field) -> Iterator[str]:
    words = (word for piece in field.text.pieces for word in separated(piece, ","))
    return (word.normal.text for word in words if is_id(word.text))


def _renamed(statement: Statement, number: int, document: str) -> tuple[Space, str] | None:
    """What a `was` line below a line is about; None where that is nothing that others name."""
    content = statement.lines[number].content
    if isinstance(content, ClaimLine) and content.id is not None:
        return Space("claim", document), content.id.text
    if not isinstance(content, Named):
        return None
    name = content.id.text
    match content.keyword.text:
        case "document":
            return Space("document"), document
        case "issue":
            return Space("issue"), name
        case "position":
            head = statement.head
            return Space("position", head.id.text if isinstance(head, Named) else ""), name
        case ("actor" | "term") as kind:
            return Space(kind, document), name
        case "author":
            return Space("actor"), name
        case _:
            return None
