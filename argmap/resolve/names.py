"""Where every name is declared, across all files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

import attrs

from argmap.language.ids import is_id, normal
from argmap.language.tree import ClaimLine, Named, Statement, SyntaxFile, Word
from argmap.model.ids import ClaimId
from argmap.source.finding import Finding, Related
from argmap.source.text import Place

_ANY_WORD = re.compile(r"[^\s:,()\"|#]+")
_PART = re.compile(r"[^.;!?'_]+")
_MOST_SEARCHES = 500


@attrs.define
class Declared:
    """All declarations, and the findings about them.

    Attributes:
        shared: Documents, issues, shared actors and shared terms: one space, so that ``x.y`` has one meaning.
        kinds: What each of these is: ``document``, ``issue``, ``actor`` or ``term``.
        positions: By issue, then by position.
        own_actors: Actors that belong to one document, by document.
        claims: By full id.
        names: The names of authors and shared actors by id, and where each was given first.
        ids_of_names: The same the other way round.
        only_authors: Actors that no ``actor`` statement has declared so far, but an ``author`` line.
        namesakes: Documents whose id another document had before, under that id.
        doubtful: Ids about which something could not be read or understood (see `Corpus.doubtful`).
        unnamed: How many ids have been made by adding a number to a name.
    """

    shared: dict[str, Place] = attrs.field(factory=dict)
    kinds: dict[str, str] = attrs.field(factory=dict)
    positions: dict[str, dict[str, Place]] = attrs.field(factory=dict)
    own_actors: dict[str, dict[str, Place]] = attrs.field(factory=dict)
    own_terms: dict[str, dict[str, Place]] = attrs.field(factory=dict)
    claims: dict[str, Place] = attrs.field(factory=dict)
    names: dict[str, tuple[str, Place]] = attrs.field(factory=dict)
    ids_of_names: dict[str, tuple[str, Place]] = attrs.field(factory=dict)
    only_authors: set[str] = attrs.field(factory=set)
    namesakes: dict[str, list[str]] = attrs.field(factory=dict)
    doubtful: set[str] = attrs.field(factory=set)
    unnamed: dict[str, int] = attrs.field(factory=dict)
    findings: list[Finding] = attrs.field(factory=list)
    _unread: set[str] = attrs.field(factory=set)
    _searches: int = 0

    def of_kind(self, kind: str) -> Iterator[str]:
        """The shared names of one kind."""
        return (name for name, its in self.kinds.items() if its == kind)

    def may_be_unread(self, name: str) -> bool:
        """Whether a name occurs in a gap: its declaration may be there, so nobody should be told that it is unknown."""
        return name in self._unread

    def may_search(self) -> bool:
        """Whether to look for what an unknown name may mean; in a project full of them that would take minutes."""
        self._searches += 1
        return self._searches <= _MOST_SEARCHES

    def pass_over(self, text: str) -> None:
        """Keep the words of a text from which nothing is read."""
        for word in _ANY_WORD.findall(text):
            self._unread.add(normal(word))
            if not word.replace("-", "").isalnum():
                # What is no id may be one with a mark too many.
                self._unread.update(normal(part) for part in _PART.findall(word))

    def doubts(self) -> frozenset[str]:
        """All ids about which something could not be read or understood, those that are named in a gap included."""
        if not self._unread:
            return frozenset(self.doubtful)
        actors = (f"{document}.{actor}" for document, own in self.own_actors.items() for actor in own)
        known = (*self.shared, *self.claims, *actors)
        named = (name for name in known if name in self._unread or name.rpartition(".")[2] in self._unread)
        return frozenset(self.doubtful.union(named))


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
    for document, own in declared.own_actors.items():
        for name, place in own.items():
            if name in declared.shared:
                declared.doubtful.add(f"{document}.{name}")
                _declare_in(declared, declared.shared, "actor", name, place, first_kind=declared.kinds[name])
    return declared, found


def _declare_file(file: SyntaxFile, declared: Declared) -> FileNames:
    document = _first_document(file)
    has_claims = any(_is_claim(statement) for statement in file.statements)
    if not document and has_claims:
        document = _stand_in(file, declared)
    first_document: Place | None = None
    documents: list[str] = []
    claims: list[tuple[ClaimId | None, ...]] = []
    for statement in file.statements:
        head = statement.lines[0].content if statement.lines else None
        ids: tuple[ClaimId | None, ...] = ()
        if isinstance(head, Named):
            place = _place(file, head.id)
            if head.keyword.text == "document":
                if first_document is not None:
                    declared.findings.append(_second_document(place, first_document))
                    declared.doubtful.add(document)
                document = _declare_document(file, declared, head.id.text, place, first=first_document is None)
                first_document = first_document or place
                _declare_authors(file, statement, declared)
            elif head.keyword.text == "issue":
                if _declare_shared(declared, "issue", head.id.text, place):
                    _declare_positions(file, statement, declared, head.id.text)
                else:
                    declared.pass_over(file.source.text[statement.span.start : statement.span.end])
            elif head.keyword.text == "actor":
                _declare_actor(declared, head, place, document)
            elif head.keyword.text == "term" and document:
                own = declared.own_terms.setdefault(document, {})
                _declare_in(declared, own, "term", head.id.text, place)
            elif head.keyword.text == "term":
                _declare_shared(declared, "term", head.id.text, place)
        elif isinstance(head, ClaimLine):
            ids = _declare_claims(file, statement, declared, document)
        documents.append(document)
        claims.append(ids)
        if statement.gaps:
            subject = head.id.text if isinstance(head, Named) else document
            declared.doubtful.update((subject, f"{document}.{subject}", *filter(None, ids)))
    return FileNames(file, tuple(documents), tuple(claims))


def _first_document(file: SyntaxFile) -> str:
    for statement in file.statements:
        head = statement.lines[0].content if statement.lines else None
        if isinstance(head, Named) and head.keyword.text == "document":
            return head.id.text
    return ""


def _is_claim(statement: Statement) -> bool:
    return bool(statement.lines) and isinstance(statement.lines[0].content, ClaimLine)


def _stand_in(file: SyntaxFile, declared: Declared) -> str:
    """An id for a file whose claims have no document, so that they can be checked all the same."""
    first = next(statement for statement in file.statements if _is_claim(statement))
    head = first.lines[0].content
    assert isinstance(head, ClaimLine)
    if not any(_looks_like_a_document(file, statement) for statement in file.statements):
        declared.findings.append(
            Finding(
                code="A210",
                message="this claim belongs to no document",
                place=_place(file, head.id or head.verb or Word("", first.span.start)),
                label="whose claim is it?",
                help="begin the file with `document some-id: TITLE` and, under it, `author some-id: NAME`",
            )
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
            _declare_shared(declared, "document", name, place)
        declared.namesakes.setdefault(name, []).append(name := _free_name(file, declared))
    declared.shared[name] = place
    declared.kinds[name] = "document"
    if not first:
        declared.doubtful.add(name)
    return name


def _second_document(place: Place, first: Place) -> Finding:
    return Finding(
        code="A209",
        message="a file has one document, and this is a second",
        place=place,
        related=(Related(first, "the first"),),
        help="put it and its claims into a file of their own",
    )


def _looks_like_a_document(file: SyntaxFile, statement: Statement) -> bool:
    from argmap.source.nearest import nearest

    if statement.lines:
        return False
    gap = statement.gaps[0]
    words = _ANY_WORD.findall(file.source.text[gap.start : min(gap.end, gap.start + 2000)])
    return any(nearest(word, ["document"]) for word in words[:200] if 5 <= len(word) <= 12)


def _place(file: SyntaxFile, word: Word) -> Place:
    return Place(file.source.name, word.span)


def _declare_shared(declared: Declared, kind: str, name: str, place: Place) -> bool:
    if not _declare_in(declared, declared.shared, kind, name, place, first_kind=declared.kinds.get(name, kind)):
        return False
    declared.kinds[name] = kind
    return True


def _declare_in(
    declared: Declared, space: dict[str, Place], kind: str, name: str, place: Place, *, first_kind: str = ""
) -> bool:
    first = space.get(name)
    if first is None:
        space[name] = place
        return True
    first_kind = first_kind or kind
    taken = f" by {'an' if first_kind[0] in 'aeiou' else 'a'} {first_kind}" if first_kind != kind else ""
    if taken:
        # Nothing of this kind has the name now, and each use of it would be a finding of its own.
        declared.pass_over(name)
    declared.findings.append(
        Finding(
            code="A110",
            message=f"the {kind} id `{name}` is taken{taken}",
            place=place,
            label="here again",
            related=(Related(first, f"the {first_kind} stands here"),),
            help="give one of them another id",
        )
    )
    return False


def _declare_positions(file: SyntaxFile, statement: Statement, declared: Declared, issue: str) -> None:
    positions = declared.positions.setdefault(issue, {})
    for line in statement.lines[1:]:
        if isinstance(line.content, Named) and line.content.keyword.text == "position":
            name = line.content.id.text
            _declare_in(declared, positions, "position", name, _place(file, line.content.id))


def _declare_actor(declared: Declared, head: Named, place: Place, document: str) -> None:
    name = head.id.text
    if not document:
        if name in declared.only_authors:
            declared.only_authors.remove(name)
            declared.shared[name] = place
        elif not _declare_shared(declared, "actor", name, place):
            return
        if head.text is not None:
            _declare_name(declared, name, head.text.text, place)
        return
    _declare_in(declared, declared.own_actors.setdefault(document, {}), "actor", name, place)


def _declare_authors(file: SyntaxFile, statement: Statement, declared: Declared) -> None:
    for line in statement.lines[1:]:
        content = line.content
        if not (isinstance(content, Named) and content.keyword.text == "author" and content.text is not None):
            continue
        name, place = content.id.text, _place(file, content.id)
        if declared.kinds.get(name, "actor") != "actor":
            _declare_shared(declared, "actor", name, place)
            continue
        if name not in declared.shared:
            declared.shared[name] = place
            declared.kinds[name] = "actor"
            declared.only_authors.add(name)
        _declare_name(declared, name, content.text.text, place)


def _declare_name(declared: Declared, actor: str, name: str, place: Place) -> None:
    """One id for one name, and one name for one id."""
    known_name, first = declared.names.setdefault(actor, (name, place))
    if known_name != name:
        _refuse_name(declared, f"`{actor}` is called {known_name} elsewhere", place, first)
        return
    known_actor, first = declared.ids_of_names.setdefault(name, (actor, place))
    if known_actor != actor:
        _refuse_name(declared, f"{name} has the id `{known_actor}` elsewhere", place, first)


def _refuse_name(declared: Declared, message: str, place: Place, first: Place) -> None:
    declared.findings.append(
        Finding(
            code="A111",
            message=message,
            place=place,
            label="is this the same holder?",
            related=(Related(first, "declared here"),),
            help="use one id and one spelling for one holder, and different ids for two",
        )
    )


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
            full = f"{document}.{content.id.text}"
            if _declare_claim(declared, full, content.id.text, _place(file, content.id)):
                ids.append(ClaimId(full))
                named.append(full)
                continue
            above = above or full
        counts[above] = number = counts.get(above, 0) + 1
        full = f"{above}~{number}"
        while full in declared.claims:
            number += 1
            full = f"{above}~{number}"
        counts[above] = number
        declared.claims[full] = Place(file.source.name, line.span)
        ids.append(ClaimId(full))
        named.append(above)
    return tuple(ids)


def _declare_claim(declared: Declared, full: str, name: str, place: Place) -> bool:
    first = declared.claims.get(full)
    if first is None:
        declared.claims[full] = place
        return True
    declared.findings.append(
        Finding(
            code="A110",
            message=f"the claim id `{name}` is taken",
            place=place,
            label="here again",
            related=(Related(first, "a claim of this document has it here"),),
            help=f"give one of them another id, or, if it is the same claim, write only `{name}` without its text",
        )
    )
    return False
