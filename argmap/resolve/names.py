"""Where every name is declared, across all files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.language.ids import is_id, normal
from argmap.language.tree import ClaimLine, Content, Named, Statement, SyntaxFile, Word
from argmap.language.words import STATEMENTS, VERBS
from argmap.model.ids import ClaimId, owned
from argmap.resolve.declared import ANY_WORD, Declared, Told, Unread, first_word
from argmap.resolve.holders import compare_own_actors, declare_actor, declare_authors, names_of
from argmap.source.finding import Related
from argmap.source.text import Place

if TYPE_CHECKING:
    from argmap.resolve.former_names import FormerNames

Begins = tuple[tuple[int, str], ...]
"""The statements from which on a file belongs to a document, and its id; the first is 0."""


class FileNames(Told):
    """What a file declares in the spaces of its own documents: no other file has a say in it.

    Attributes:
        heads: The numbers of its statements that declare something by an id and are no claims.
        begins: Which of its statements belong to which documents; to the empty id, where it has none.
        documents: For each statement, the document that it belongs to.
        claims: The places of the claims by full id.
        stated: For each statement, for each of its lines, the id of the claim that the line states, if it states one.
        actors: The places of the actors of its documents, by document.
        terms: The places of their terms, likewise.
        called: What these actors are called, other names included, by document, then by id.
        unread: What may be declared where nothing could be read.
    """

    def __init__(self, file: SyntaxFile, heads: tuple[int, ...], begins: Begins) -> None:
        super().__init__()
        self.file = file
        self.heads = heads
        self.begins = begins
        self.documents = tuple(_spread(begins, len(file.statements)))
        self.claims: dict[str, Place] = {}
        self.actors: dict[str, dict[str, Place]] = {}
        self.terms: dict[str, dict[str, Place]] = {}
        self.called: dict[str, dict[str, tuple[str, ...]]] = {}
        self.unread = Unread()
        self.stated = tuple(self._declared())

    @cached_property
    def former(self) -> FormerNames:
        """What its `was` lines say."""
        from argmap.resolve.former_names import former_names

        return former_names(zip(self.file.statements, self.documents, strict=True))

    @property
    def own(self) -> Iterator[tuple[str, str]]:
        """All that its documents have for themselves: of what kind it is, and its id in full."""
        yield from (("claim", claim) for claim in self.claims)
        for kind, spaces in (("actor", self.actors), ("term", self.terms)):
            yield from ((kind, owned(document, name)) for document, names in spaces.items() for name in names)

    def is_first(self, number: int, declared: Declared) -> bool:
        """Whether one of its heads is the first to declare its id."""
        head = self.file.statements[number].head
        assert isinstance(head, Named)
        document, kind, name, place = (
            self.documents[number],
            head.keyword.text,
            head.id.text,
            _place(self.file, head.id),
        )
        if document and kind in ("actor", "term"):
            return (self.actors if kind == "actor" else self.terms)[document].get(name) == place
        return kind == "document" or declared.shared.get(name) == place

    def _declared(self) -> Iterator[tuple[ClaimId | None, ...]]:
        file = self.file
        above: Content | None = None
        above_ids: tuple[ClaimId | None, ...] = ()
        unnamed: dict[str, int] = {}
        for statement, document in zip(file.statements, self.documents, strict=True):
            head = statement.head
            ids: tuple[ClaimId | None, ...] = ()
            for gap in statement.gaps:
                self.unread.pass_over(file.source.text[gap.start : gap.end])
            if isinstance(head, Named) and document and head.keyword.text in ("actor", "term"):
                self._declare_own(statement, head, document)
            elif isinstance(head, ClaimLine):
                ids = self._declare_claims(statement, document, unnamed)
            elif statement.gaps and head is None and _first_unread(file, statement) in VERBS:
                self.doubtful.add(f"{document}.")
            if head is not None:
                above, above_ids = head, ids
            # What begins as no statement does may belong to the statement above it.
            if statement.gaps and (head is not None or _first_unread(file, statement) not in STATEMENTS):
                subject = above.id.text if isinstance(above, Named) else document
                self.doubtful.update((subject, f"{document}.{subject}", *filter(None, above_ids)))
            yield ids

    def _declare_own(self, statement: Statement, head: Named, document: str) -> None:
        kind, name = head.keyword.text, head.id.text
        space = (self.actors if kind == "actor" else self.terms).setdefault(document, {})
        if self.declare(space, kind, name, _place(self.file, head.id)) and kind == "actor":
            self.called.setdefault(document, {})[name] = tuple(names_of(statement))

    def _declare_claims(
        self, statement: Statement, document: str, counts: dict[str, int]
    ) -> tuple[ClaimId | None, ...]:
        """Ids for all claims of a statement; one without a name is counted under the nearest that has one."""
        ids: list[ClaimId | None] = []
        named: list[str] = []
        for line in statement.lines:
            above = named[line.parent] if line.parent >= 0 else ""
            content = line.content
            if not isinstance(content, ClaimLine):
                ids.append(None)
                named.append(above)
                continue
            if content.id is not None:
                full = ClaimId.of(document, content.id.text)
                if self.declare(self.claims, "claim", full, _place(self.file, content.id)):
                    ids.append(full)
                    named.append(full)
                    continue
                above = above or full
            number = counts.get(above, 0) + 1
            while f"{above}~{number}" in self.claims:
                number += 1
            counts[above] = number
            unnamed = ClaimId(f"{above}~{number}")
            self.claims[unnamed] = Place(self.file.source.name, line.span)
            ids.append(unnamed)
            named.append(above)
        return tuple(ids)


_NOTHING: Mapping[str, FileNames] = MappingProxyType({})


def declare(
    files: Iterable[SyntaxFile], before: Mapping[str, FileNames] = _NOTHING
) -> tuple[Declared, tuple[FileNames, ...]]:
    """Gather all declarations; of two with one name the first stands, and the second is a finding.

    Args:
        files: The files.
        before: What files declared for themselves in an earlier state, by name.
    """
    files = tuple(files)
    known = [names if names is not None and names.file is file else None for file, names in _paired(files, before)]
    heads = [names.heads if names is not None else _heads(file) for file, names in zip(files, known, strict=True)]
    declared = Declared(
        ids_of_documents=frozenset(
            head.id.text
            for file, numbers in zip(files, heads, strict=True)
            for head in (file.statements[number].head for number in numbers)
            if isinstance(head, Named) and head.keyword.text == "document"
        )
    )
    found = []
    for file, numbers, names in zip(files, heads, known, strict=True):
        begins = _declare_shared(file, numbers, declared)
        own = names if names is not None and names.begins == begins else FileNames(file, numbers, begins)
        declared.take(own)
        found.append(own)
    compare_own_actors(declared)
    return declared, tuple(found)


def _paired(
    files: Iterable[SyntaxFile], before: Mapping[str, FileNames]
) -> Iterator[tuple[SyntaxFile, FileNames | None]]:
    return ((file, before.get(file.source.name)) for file in files)


def _heads(file: SyntaxFile) -> tuple[int, ...]:
    return tuple(number for number, one in enumerate(file.statements) if isinstance(one.head, Named))


def _spread(begins: Begins, count: int) -> Iterator[str]:
    for (start, document), (end, _) in pairwise((*begins, (count, ""))):
        yield from (document for _ in range(start, end))


def _declare_shared(file: SyntaxFile, heads: tuple[int, ...], declared: Declared) -> Begins:
    """Declare what all files share; which statements belong to which documents."""
    first: tuple[str, Place] | None = None
    begins: list[tuple[int, str]] = []
    own = ""
    for number in heads:
        head = file.statements[number].head
        if isinstance(head, Named) and head.keyword.text == "document":
            # What stands above it belongs to it, too.
            place = _place(file, head.id)
            own = _declare_document(file, declared, head.id.text, place, first=True)
            first = own, place
            break
    else:
        first_claim = next((one.head for one in file.statements if isinstance(one.head, ClaimLine)), None)
        own = _stand_in(file, first_claim, declared) if first_claim is not None else ""
    begins.append((0, own))
    for number in heads:
        statement = file.statements[number]
        head = statement.head
        assert isinstance(head, Named)
        place, document = _place(file, head.id), begins[-1][1]
        if head.keyword.text == "document":
            if first is not None and place != first[1]:
                declared.report(
                    "A209",
                    place,
                    "a file has one document, and this is a second",
                    first=Related(first[1], "the first"),
                    help="put it and its claims into a file of their own",
                )
                declared.doubtful.add(document)
                begins.append((number, _declare_document(file, declared, head.id.text, place, first=False)))
            declare_authors(declared, statement, file.source.name)
        elif head.keyword.text == "issue":
            if declared.share("issue", head.id.text, place):
                _declare_positions(file, statement, declared, head.id.text)
            else:
                declared.unread.pass_over(file.source.text[statement.span.start : statement.span.end])
        elif head.keyword.text == "actor" and not document:
            declare_actor(declared, statement, place)
        elif head.keyword.text == "term" and not document:
            declared.share("term", head.id.text, place)
    return tuple(begins)


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
    """A name that nothing has, for a document whose own is taken, or that has none."""
    stem = normal(PurePosixPath(file.source.name).stem)
    stem = stem if is_id(stem) else "unnamed"
    name = stem
    while name in declared.shared or name in declared.ids_of_documents or name in declared.made:
        number = declared.unnamed[stem] = declared.unnamed.get(stem, 0) + 1
        name = f"{stem}-{number}"
    declared.made.add(name)
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
