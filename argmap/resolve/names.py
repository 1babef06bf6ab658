"""Where every name is declared, across all files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NamedTuple

from argmap.language.ids import is_id, normal
from argmap.language.tree import ClaimLine, Content, Named, Statement, SyntaxFile, Word
from argmap.language.words import STATEMENTS, VERBS
from argmap.model.ids import ClaimId
from argmap.resolve.declared import ANY_WORD, Declared, first_word
from argmap.resolve.holders import compare_own_actors, declare_actor, declare_authors
from argmap.source.finding import Related
from argmap.source.text import Place


class FileNames(NamedTuple):
    """What pass one found in a file.

    Attributes:
        documents: For each statement, the document that it belongs to; empty in a file without one.
        claims: For each statement, for each of its lines, the id of the claim that the line states, if it states one.
    """

    file: SyntaxFile
    documents: tuple[str, ...]
    claims: tuple[tuple[ClaimId | None, ...], ...]


def declare(files: Iterable[SyntaxFile]) -> tuple[Declared, tuple[FileNames, ...]]:
    """Gather all declarations; of two with one name the first stands, and the second is a finding."""
    files = tuple(files)
    declared = Declared()
    for file in files:
        for statement in file.statements:
            for gap in statement.gaps:
                declared.pass_over(file.source.text[gap.start : gap.end])
    found = tuple(_declare_file(file, declared) for file in files)
    for names in found:
        declared.statements += zip(names.file.statements, names.documents, strict=True)
    compare_own_actors(declared)
    return declared, found


def _declare_file(file: SyntaxFile, declared: Declared) -> FileNames:
    heads = [statement.head for statement in file.statements]
    ids_of_documents = (head.id.text for head in heads if isinstance(head, Named) and head.keyword.text == "document")
    document = next(ids_of_documents, "")
    first_claim = next((head for head in heads if isinstance(head, ClaimLine)), None)
    if not document and first_claim is not None:
        document = _stand_in(file, first_claim, declared)
    first_document: Place | None = None
    documents: list[str] = []
    claims: list[tuple[ClaimId | None, ...]] = []
    above: Content | None = None
    above_ids: tuple[ClaimId | None, ...] = ()
    for statement in file.statements:
        head = statement.head
        ids: tuple[ClaimId | None, ...] = ()
        if isinstance(head, Named):
            place = _place(file, head.id)
            if head.keyword.text == "document":
                if first_document is not None:
                    declared.report(
                        "A209",
                        place,
                        "a file has one document, and this is a second",
                        first=Related(first_document, "the first"),
                        help="put it and its claims into a file of their own",
                    )
                    declared.doubtful.add(document)
                document = _declare_document(file, declared, head.id.text, place, first=first_document is None)
                first_document = first_document or place
                declare_authors(declared, statement, file.source.name)
            elif head.keyword.text == "issue":
                if declared.share("issue", head.id.text, place):
                    _declare_positions(file, statement, declared, head.id.text)
                else:
                    declared.pass_over(file.source.text[statement.span.start : statement.span.end])
            elif head.keyword.text == "actor":
                declare_actor(declared, statement, place, document)
            elif head.keyword.text == "term" and document:
                own = declared.own_terms.setdefault(document, {})
                declared.declare(own, "term", head.id.text, place)
            elif head.keyword.text == "term":
                declared.share("term", head.id.text, place)
        elif isinstance(head, ClaimLine):
            ids = _declare_claims(file, statement, declared, document)
        elif statement.gaps and head is None and _first_unread(file, statement) in VERBS:
            declared.doubtful.add(f"{document}.")
        documents.append(document)
        claims.append(ids)
        if head is not None:
            above, above_ids = head, ids
        # What begins as no statement does may belong to the statement above it.
        if statement.gaps and (head is not None or _first_unread(file, statement) not in STATEMENTS):
            subject = above.id.text if isinstance(above, Named) else document
            declared.doubtful.update((subject, f"{document}.{subject}", *filter(None, above_ids)))
    return FileNames(file, tuple(documents), tuple(claims))


def _first_unread(file: SyntaxFile, statement: Statement) -> str:
    """The first word of what could not be read."""
    start = statement.gaps[0].start
    return first_word(file.source.text[start : start + 40])


def _stand_in(file: SyntaxFile, first: ClaimLine, declared: Declared) -> str:
    """An id for a file whose claims have no document, so that they can be checked all the same."""
    if not any(_looks_like_a_document(file, statement) for statement in file.statements):
        declared.report(
            "A210",
            _place(file, first.id or first.verb or first.text.pieces[0]),
            "this claim belongs to no document",
            label="whose claim is it?",
            help="begin the file with `document some-id: TITLE` and, under it, `author some-id: NAME`",
        )
    return _free_name(file, declared)


def _free_name(file: SyntaxFile, declared: Declared) -> str:
    stem = normal(PurePosixPath(file.source.name).stem)
    stem = stem if is_id(stem) else "unnamed"
    name = stem
    while name in declared.shared:
        number = declared.unnamed[stem] = declared.unnamed.get(stem, 0) + 1
        name = f"{stem}-{number}"
    return name


def _declare_document(file: SyntaxFile, declared: Declared, name: str, place: Place, *, first: bool) -> str:
    """The id under which a document is known: another than its own where that is taken, so that claims keep apart."""
    if name in declared.shared:
        if first:
            declared.share("document", name, place)
        declared.namesakes.setdefault(name, []).append(name := _free_name(file, declared))
        declared.doubtful.add(name)
    declared.shared[name] = place
    declared.kinds[name] = "document"
    if not first:
        declared.doubtful.add(name)
    return name


def _looks_like_a_document(file: SyntaxFile, statement: Statement) -> bool:
    from argmap.source.nearest import nearest

    if statement.lines:
        return False
    gap = statement.gaps[0]
    words = ANY_WORD.findall(file.source.text[gap.start : min(gap.end, gap.start + 2000)])
    return any(nearest(word, ["document"]) for word in words[:200] if 5 <= len(word) <= 12)


def _place(file: SyntaxFile, word: Word) -> Place:
    return Place(file.source.name, word.span)


def _declare_positions(file: SyntaxFile, statement: Statement, declared: Declared, issue: str) -> None:
    positions = declared.positions.setdefault(issue, {})
    for line in statement.lines[1:]:
        if isinstance(line.content, Named) and line.content.keyword.text == "position":
            name = line.content.id.text
            declared.declare(positions, "position", name, _place(file, line.content.id))


def _declare_claims(
    file: SyntaxFile, statement: Statement, declared: Declared, document: str
) -> tuple[ClaimId | None, ...]:
    """Ids for all claims that a statement states; one without a name is counted under the nearest that has one."""
    ids: list[ClaimId | None] = []
    named: list[str] = []
    counts = declared.unnamed
    for line in statement.lines:
        above = named[line.parent] if line.parent >= 0 else ""
        content = line.content
        if not isinstance(content, ClaimLine):
            ids.append(None)
            named.append(above)
            continue
        if content.id is not None:
            full = ClaimId.of(document, content.id.text)
            if declared.declare(declared.claims, "claim", full, _place(file, content.id)):
                ids.append(full)
                named.append(full)
                continue
            above = above or full
        number = counts.get(above, 0) + 1
        while f"{above}~{number}" in declared.claims:
            number += 1
        counts[above] = number
        unnamed = ClaimId(f"{above}~{number}")
        declared.claims[unnamed] = Place(file.source.name, line.span)
        ids.append(unnamed)
        named.append(above)
    return tuple(ids)
