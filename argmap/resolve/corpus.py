"""All files of a project -> one corpus; of one state after another, what nothing has changed is taken over.

Of lines under one that could not be read, unknown names are told, and no more is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from argmap.language.tree import (
    AnswerField,
    ClaimLine,
    Field,
    Line,
    LinkLine,
    Named,
    Reference,
    Statement,
    SyntaxFile,
    Word,
)
from argmap.language.words import SCHEMES, Kind
from argmap.model.actor import Actor, Term
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document, Section
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId
from argmap.model.issue import Issue
from argmap.model.link import Link, Unrelated
from argmap.resolve import documents as records
from argmap.resolve.brackets import look_behind_the_colon, refuse_schemes, schemes_of, strength_of, understood
from argmap.resolve.circles import circles
from argmap.resolve.claims import claims_of
from argmap.resolve.declared import Declared
from argmap.resolve.fields import separated
from argmap.resolve.links import link_of
from argmap.resolve.lookup import FileLookups, Lookup
from argmap.resolve.names import FileNames, declare
from argmap.source.finding import Finding, Outcome
from argmap.source.text import Place, Span


@attrs.define(eq=False, repr=False)
class _FileRecords:
    """The records of one file.

    Attributes:
        names: What it declares; the records are of just this.
        first: The numbers of its heads that are the first to declare their ids.
        doubtful_homes: Those of its documents about which something is doubtful.
        noted: What came of looking names up.
        outward: Whether a claim of it has a premise in another file.
        circles: The circles of support within the file, where they have been looked for.
    """

    names: FileNames
    first: tuple[int, ...]
    doubtful_homes: frozenset[str]
    noted: FileLookups = attrs.field(factory=FileLookups)
    documents: dict[DocumentId, Document] = attrs.field(factory=dict)
    issues: dict[IssueId, Issue] = attrs.field(factory=dict)
    actors: dict[str, Actor] = attrs.field(factory=dict)
    terms: dict[str, Term] = attrs.field(factory=dict)
    claims: dict[ClaimId, Claim] = attrs.field(factory=dict)
    links: list[Link] = attrs.field(factory=list)
    unrelated: list[Unrelated] = attrs.field(factory=list)
    outward: frozenset[ClaimId] = frozenset()
    circles: tuple[Finding, ...] | None = None


def resolve(
    files: Iterable[SyntaxFile], *, schemes: frozenset[str] = frozenset(SCHEMES), version: int = 1
) -> Outcome[Corpus]:
    """The records of all files, in the order of the files; what names nothing known is left out, with a finding.

    Args:
        files: The files.
        schemes: The argumentation schemes that the project knows.
        version: Of the language.  In the first, positions called just ``yes`` and ``no`` are exhaustive.
    """
    return Resolver().resolve(files, schemes=schemes, version=version)


class Resolver:
    """Resolves one state of a project after another.

    A file is resolved again where its syntax is another, where what it declares stands otherwise among all files, or
    where an id that it names means something else.  A file in which a name means nothing as it is written is resolved
    again whatever changes: what may be meant depends on all names that there are.

    Attributes:
        declared: What the last state declares.
    """

    def __init__(self) -> None:
        self._records: dict[str, _FileRecords] = {}
        self.declared = Declared()
        self._read_as: tuple[frozenset[str], int] = (frozenset(), 0)

    def resolve(self, files: Iterable[SyntaxFile], *, schemes: frozenset[str], version: int) -> Outcome[Corpus]:
        """One state, as the function of this name does."""
        if self._read_as != (schemes, version):
            self._records, self._read_as = {}, (schemes, version)
        before = {name: found.names for name, found in self._records.items()}
        declared, names = declare(files, before)
        changed = _changed(self.declared, declared)
        found = [self._of_file(one, declared, changed) for one in names]
        self.declared = declared
        self._records = {one.names.file.source.name: one for one in found}
        return _corpus(found, declared)

    def _of_file(self, names: FileNames, declared: Declared, changed: set[str]) -> _FileRecords:
        first = tuple(number for number in names.heads if names.is_first(number, declared))
        known = self._records.get(names.file.source.name)
        homes = frozenset(document for _, document in names.begins) & declared.doubtful
        if (
            known is not None
            and known.names is names
            and known.first == first
            and known.doubtful_homes == homes
            and not known.noted.guesses
            and known.noted.asked.isdisjoint(changed)
        ):
            return known
        found = _FileRecords(names, first, homes)
        schemes, version = self._read_as
        found.noted.doubtful |= names.doubtful | homes
        _resolve_file(found, Lookup(declared, found.noted, names.file.source.name, "", schemes, version))
        return found


def _changed(before: Declared, now: Declared) -> set[str]:
    """The ids that mean something else than before, or nothing any more."""
    found = {name for name, kind in now.kinds.items() if before.kinds.get(name) != kind}
    found.update(name for name in before.kinds if name not in now.kinds)
    for name, positions in now.positions.items():
        if before.positions.get(name, {}).keys() != positions.keys():
            found.add(name)
    for documents in (before.namesakes, now.namesakes):
        found.update(name for name in documents if before.namesakes.get(name) != now.namesakes.get(name))
    same = {id(one) for one in now.files} & {id(one) for one in before.files}
    old, new = ({each for one in state.files if id(one) not in same for each in one.own} for state in (before, now))
    return found.union(name for _, name in old ^ new)


def _resolve_file(found: _FileRecords, project: Lookup) -> None:
    names = found.names
    file = names.file
    heads: dict[str, Statement] = {}
    sections: dict[str, list[Section]] = {}
    claims: dict[str, list[ClaimId]] = {}
    lookup = project
    has_gap = False
    for number, (statement, document) in enumerate(zip(file.statements, names.documents, strict=True)):
        if lookup.document != document:
            lookup = project.inside(document)
        head = statement.head
        if isinstance(head, ClaimLine):
            own = sections.get(document)
            section = len(own) - 1 if own else None
            for claim in claims_of(statement, names.stated[number], lookup, section):
                found.claims[claim.id] = claim
                claims.setdefault(document, []).append(claim.id)
        elif isinstance(head, Field):
            above = sections.setdefault(document, [])
            above.append(records.section(statement, lookup, above, after_gap=has_gap))
        elif isinstance(head, LinkLine):
            link = link_of(statement, lookup)
            if isinstance(link, Link):
                found.links.append(link)
            elif link is not None:
                found.unrelated.append(link)
        elif isinstance(head, Named) and number in found.first:
            if head.keyword.text == "document":
                heads[document] = statement
            else:
                _resolve_named(head, statement, lookup, found)
        has_gap = has_gap or bool(statement.gaps)
        if statement.below:
            look_up_below(statement.below, lookup)
    for document, identifiers in claims.items():
        if document not in heads:
            stand_in = Place(file.source.name, Span(0, 0))
            found.documents[DocumentId(document)] = Document(
                id=DocumentId(document),
                title=document,
                file=file.source.name,
                claims=tuple(identifiers),
                origin=stand_in,
            )
    for document, statement in heads.items():
        record = records.document(
            statement, project.inside(document), sections.get(document, ()), claims.get(document, ())
        )
        found.documents[record.id] = record
    found.documents = {key: _with_thesis(document, found.claims) for key, document in found.documents.items()}
    found.outward = frozenset(
        premise for claim in found.claims.values() for premise in claim.premises if premise not in found.claims
    )


def _resolve_named(head: Named, statement: Statement, lookup: Lookup, found: _FileRecords) -> None:
    # Of two with one id the first stands: the second has its finding and is not read.
    name = head.id.text
    own = f"{lookup.document}.{name}" if lookup.document else name
    match head.keyword.text:
        case "issue":
            found.issues[IssueId(name)] = records.issue(statement, lookup)
        case "actor":
            lookup.noted.asked.add(name)
            if lookup.declared.kinds.get(name, "actor") == "actor":
                found.actors[own] = records.actor(statement, lookup, lookup.document)
        case "term":
            found.terms[own] = records.term(statement, lookup, lookup.document)


def _corpus(found: Sequence[_FileRecords], declared: Declared) -> Outcome[Corpus]:
    documents: dict[DocumentId, Document] = {}
    issues: dict[IssueId, Issue] = {}
    actors: dict[str, Actor] = {}
    terms: dict[str, Term] = {}
    claims: dict[ClaimId, Claim] = {}
    links: list[Link] = []
    unrelated: list[Unrelated] = []
    for one in found:
        documents |= one.documents
        issues |= one.issues
        actors |= one.actors
        terms |= one.terms
        claims |= one.claims
        links += one.links
        unrelated += one.unrelated
        declared.doubtful |= one.noted.doubtful
    _add_authors(documents, actors, declared, _former_ids_of_authors(found))
    corpus = Corpus(
        documents=documents,
        issues=issues,
        actors=actors,
        terms=terms,
        claims=claims,
        links=tuple(links),
        unrelated=tuple(unrelated),
        doubtful=declared.doubts(),
    )
    told = (finding for one in found for finding in one.noted.findings)
    return Outcome(corpus, (*declared.findings, *told, *_circles(found)))


def _circles(found: Sequence[_FileRecords]) -> Iterator[Finding]:
    """Circles of support: file by file, but for those that lead from one to another."""
    named = {premise for one in found for premise in one.outward}
    across: dict[ClaimId, Claim] = {}
    for one in found:
        if one.outward or not named.isdisjoint(one.claims):
            across |= one.claims
            continue
        if one.circles is None:
            one.circles = tuple(circles(one.claims))
        yield from one.circles
    yield from circles(across)


def _former_ids_of_authors(found: Sequence[_FileRecords]) -> Mapping[str, Sequence[str]]:
    former: dict[str, list[str]] = {}
    for one in found:
        for author, ids in one.noted.former_ids_of_authors.items():
            former.setdefault(author, []).extend(ids)
    return former


def _add_authors(
    documents: Mapping[DocumentId, Document],
    actors: dict[str, Actor],
    declared: Declared,
    former_ids: Mapping[str, Sequence[str]],
) -> None:
    """Authors are actors too; their documents declare them, and may say which ids they had before."""
    for document in documents.values():
        for author in document.authors:
            own = f"{document.id}.{author}"
            key = own if own in actors else author
            if key not in actors:
                name, place = declared.names.get(author, (str(author), document.origin))
                actors[key] = Actor(id=ActorId(author), name=name, origin=place)
            former = former_ids.get(author, ())
            if not set(former).issubset(actors[key].was):
                record = actors[key]
                actors[key] = attrs.evolve(record, was=tuple(dict.fromkeys((*record.was, *former))))


def _with_thesis(document: Document, claims: dict[ClaimId, Claim]) -> Document:
    """Where no thesis is named, it is the first accepted claim that supports nothing."""
    if document.thesis is not None:
        return document
    used = {premise for claim in document.claims for premise in claims[claim].premises}
    for claim in document.claims:
        if claim not in used and claims[claim].attitude.accepts:
            return attrs.evolve(document, thesis=claim)
    return document


_WITHOUT_SCHEME = ("and", "undercut")


def look_up_below(lines: Iterable[Line], lookup: Lookup) -> None:
    """Find what is wrong with the names and brackets in such lines."""
    for content in (line.content for line in lines):
        if isinstance(content, ClaimLine | Reference) and content.schemes:
            _look_up_schemes(content, lookup)
        if isinstance(content, Reference):
            lookup.claim(content.id)
        elif isinstance(content, ClaimLine):
            _look_up_claim(content, lookup)
        elif isinstance(content, AnswerField):
            _look_up_answer(content, lookup)
        elif isinstance(content, Field):
            _look_up_field(content, lookup)


def _look_up_schemes(content: ClaimLine | Reference, lookup: Lookup) -> None:
    if content.step is not None and content.step.text in _WITHOUT_SCHEME:
        refuse_schemes(content, lookup)
    else:
        schemes_of(content, lookup)


def _look_up_claim(content: ClaimLine, lookup: Lookup) -> None:
    for word in (word for group in content.voices for word in group):
        lookup.actor(word)
    if content.strength is not None:
        strength_of(content, lookup)
    if content.text.pieces[0].text[:1] == "(":
        look_behind_the_colon(content, lookup)


def _look_up_answer(content: AnswerField, lookup: Lookup) -> None:
    issue = lookup.issue(content.issue)
    if issue is not None:
        lookup.position(issue, content.position)
    for word in content.holders:
        lookup.actor(word)
    if content.strength is not None:
        understood(content.strength, lookup)


def _look_up_field(content: Field, lookup: Lookup) -> None:
    for word in (word for piece in content.text.pieces for word in separated(piece, ",")):
        match content.keyword.text:
            case "thesis":
                lookup.claim(word)
            case "speaks-for":
                lookup.actor(word)
            case "kind":
                lookup.one_of("A108", "kind of claim", Word(word.text, word.start), (kind.value for kind in Kind))
            case _:
                return
