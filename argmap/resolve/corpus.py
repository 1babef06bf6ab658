"""All files of a project -> one corpus."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from argmap.language.tree import ClaimLine, Field, LinkLine, Named, Statement, SyntaxFile
from argmap.language.words import SCHEMES
from argmap.model.actor import Actor, Term
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document, Section
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId
from argmap.model.issue import Issue
from argmap.model.link import Link
from argmap.resolve import documents as records
from argmap.resolve.circles import circles
from argmap.resolve.claims import claims_of
from argmap.resolve.declared import Declared
from argmap.resolve.gaps import look_up_below
from argmap.resolve.lookup import Lookup
from argmap.resolve.names import FileNames, declare
from argmap.source.finding import Outcome
from argmap.source.text import Place, Span


@attrs.define(eq=False, repr=False)
class _Gathering:
    documents: dict[DocumentId, Document] = attrs.field(factory=dict)
    issues: dict[IssueId, Issue] = attrs.field(factory=dict)
    actors: dict[str, Actor] = attrs.field(factory=dict)
    terms: dict[str, Term] = attrs.field(factory=dict)
    claims: dict[ClaimId, Claim] = attrs.field(factory=dict)
    links: list[Link] = attrs.field(factory=list)


def resolve(
    files: Iterable[SyntaxFile], *, schemes: frozenset[str] = frozenset(SCHEMES), version: int = 1
) -> Outcome[Corpus]:
    """The records of all files, in the order of the files; what names nothing known is left out, with a finding.

    Args:
        files: The files.
        schemes: The argumentation schemes that the project knows.
        version: Of the language.  In the first, positions called just ``yes`` and ``no`` are exhaustive.
    """
    declared, found = declare(files)
    gathering = _Gathering()
    project = Lookup(declared, schemes=schemes, version=version)
    for names in found:
        _resolve_file(names, project, gathering)
    _add_authors(declared, gathering)
    declared.findings += circles(gathering.claims)
    corpus = Corpus(
        documents={key: _with_thesis(document, gathering.claims) for key, document in gathering.documents.items()},
        issues=gathering.issues,
        actors=gathering.actors,
        terms=gathering.terms,
        claims=gathering.claims,
        links=tuple(gathering.links),
        doubtful=declared.doubts(),
    )
    return Outcome(corpus, tuple(declared.findings))


def _resolve_file(names: FileNames, project: Lookup, gathering: _Gathering) -> None:
    file = names.file
    name = file.source.name
    heads: dict[str, Statement] = {}
    sections: dict[str, list[Section]] = {}
    claims: dict[str, list[ClaimId]] = {}
    for statement, document, ids in zip(file.statements, names.documents, names.claims, strict=True):
        lookup = project.inside(name, document)
        head = statement.head
        if isinstance(head, ClaimLine):
            own = sections.get(document)
            section = len(own) - 1 if own else None
            for claim in claims_of(statement, ids, lookup, section):
                gathering.claims[claim.id] = claim
                claims.setdefault(document, []).append(claim.id)
        elif isinstance(head, Field):
            sections.setdefault(document, []).append(records.section(statement, lookup))
        elif isinstance(head, LinkLine):
            link = records.link(statement, lookup)
            if link is not None:
                gathering.links.append(link)
        elif isinstance(head, Named):
            _resolve_named(head, statement, lookup, heads, gathering)
        if statement.below:
            look_up_below(statement.below, lookup)
    for document, identifiers in claims.items():
        if document not in heads and document not in gathering.documents:
            stand_in = Place(name, Span(0, 0))
            gathering.documents[DocumentId(document)] = Document(
                id=DocumentId(document), title=document, file=name, claims=tuple(identifiers), origin=stand_in
            )
    for document, statement in heads.items():
        lookup = project.inside(name, document)
        record = records.document(statement, lookup, sections.get(document, ()), claims.get(document, ()))
        gathering.documents[record.id] = record


def _resolve_named(
    head: Named, statement: Statement, lookup: Lookup, heads: dict[str, Statement], gathering: _Gathering
) -> None:
    # Of two with one id the first stands: the second has its finding and is not read.
    name = head.id.text
    place = lookup.place(head.id)
    own = f"{lookup.document}.{name}" if lookup.document else name
    match head.keyword.text:
        case "document":
            heads[lookup.document] = statement
        case "issue" if lookup.declared.shared.get(name) == place:
            gathering.issues[IssueId(name)] = records.issue(statement, lookup)
        case "actor" if own not in gathering.actors and lookup.declared.kinds.get(name, "actor") == "actor":
            gathering.actors[own] = records.actor(statement, lookup, lookup.document)
        case "term" if own not in gathering.terms:
            gathering.terms[own] = records.term(statement, lookup, lookup.document)


def _add_authors(declared: Declared, gathering: _Gathering) -> None:
    """Authors are actors too; their documents declare them, and may say which ids they had before."""
    for document in gathering.documents.values():
        for author in document.authors:
            own = f"{document.id}.{author}"
            key = own if own in gathering.actors else author
            if key not in gathering.actors:
                name, place = declared.names.get(author, (str(author), document.origin))
                gathering.actors[key] = Actor(id=ActorId(author), name=name, origin=place)
            former = declared.former_ids_of_authors.get(author, ())
            if not set(former).issubset(gathering.actors[key].was):
                record = gathering.actors[key]
                gathering.actors[key] = attrs.evolve(record, was=tuple(dict.fromkeys((*record.was, *former))))


def _with_thesis(document: Document, claims: dict[ClaimId, Claim]) -> Document:
    """Where no thesis is named, it is the first accepted claim that supports nothing."""
    if document.thesis is not None:
        return document
    used = {premise for claim in document.claims for premise in claims[claim].premises}
    for claim in document.claims:
        if claim not in used and claims[claim].attitude.accepts:
            return attrs.evolve(document, thesis=claim)
    return document
