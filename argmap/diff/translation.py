"""A corpus in the names of another, so that the two can be compared record by record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TypeVar

import attrs

from argmap.diff.pairing import Pairing
from argmap.model.actor import Actor, Term
from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionId, PositionRef, owned
from argmap.model.inference import Step
from argmap.model.issue import Issue
from argmap.model.link import Joined, Link, LinkEnd, Unrelated

_OLD = "~old"
K = TypeVar("K", bound=str)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Renaming:
    """New names by old ones, all those that differ.

    What has no counterpart keeps its own name, in the document or issue as that is called now; no new thing has that
    name.  A premise without a name, and without a counterpart, is called apart from all new ones.

    Attributes:
        positions: By ``issue.position``.
        actors: By the key of `Corpus.actors`.
        terms: By the key of `Corpus.terms`.
        own_actors: The actors that belong to one document, renamed or not.
    """

    documents: Mapping[DocumentId, DocumentId]
    issues: Mapping[IssueId, IssueId]
    positions: Mapping[PositionRef, PositionRef]
    actors: Mapping[str, str]
    terms: Mapping[str, str]
    claims: Mapping[ClaimId, ClaimId]
    own_actors: frozenset[str]

    @classmethod
    def of(cls, old: Corpus, pairing: Pairing) -> Renaming:
        """What the counterparts in a pairing are called, as seen from the old corpus."""
        documents, issues = _other(pairing.documents), _other(pairing.issues)
        positions = dict(pairing.positions)
        for issue in old.issues.values():
            for position in issue.positions:
                now = PositionRef.of(issues.get(issue.id, issue.id), position.id)
                positions.setdefault(PositionRef.of(issue.id, position.id), now)
        return cls(
            documents=documents,
            issues=issues,
            positions=_other(positions),
            actors=_owned(old.actors, pairing.actors, documents),
            terms=_owned(old.terms, pairing.terms, documents),
            claims=_claim_names(old, pairing.claims, documents),
            own_actors=frozenset(key for key, actor in old.actors.items() if actor.document is not None),
        )

    def __bool__(self) -> bool:
        """Whether anything has another name."""
        return any((self.documents, self.issues, self.positions, self.actors, self.terms, self.claims))

    def document(self, document: DocumentId) -> DocumentId:
        """A document."""
        return self.documents.get(document, document)

    def claim(self, claim: ClaimId) -> ClaimId:
        """A claim of any document."""
        return self.claims.get(claim, claim)

    def issue(self, issue: IssueId) -> IssueId:
        """An issue."""
        return self.issues.get(issue, issue)

    def position(self, issue: IssueId, position: PositionId) -> PositionId:
        """A position by its own name; that it is open is called so everywhere."""
        full = PositionRef.of(issue, position)
        return self.positions.get(full, full).position

    def actor(self, actor: ActorId, document: DocumentId | None) -> ActorId:
        """What a document means by the id of an actor: its own, else the shared one."""
        own = owned(document, actor)
        key = own if own in self.own_actors else actor
        return ActorId(self.actors[key].rpartition(".")[2]) if key in self.actors else actor


def _other(names: Mapping[K, K]) -> dict[K, K]:
    return {old: new for old, new in names.items() if old != new}


def _owned(
    records: Mapping[str, Actor | Term], pairs: Mapping[str, str], documents: Mapping[DocumentId, DocumentId]
) -> dict[str, str]:
    """The keys of actors or terms; what has no counterpart goes with its document."""
    found = _other(pairs)
    for key, record in records.items():
        if record.document is not None and record.document in documents and key not in pairs:
            found[key] = owned(documents[record.document], record.id)
    return found


def _claim_names(
    old: Corpus, pairs: Mapping[ClaimId, ClaimId], documents: Mapping[DocumentId, DocumentId]
) -> dict[ClaimId, ClaimId]:
    found = _other(pairs)

    def named(claim: ClaimId) -> str:
        return pairs.get(claim) or ClaimId.of(documents.get(claim.document, claim.document), claim.name)

    for claim in old.claims.values():
        if claim.id not in pairs:
            above, _, number = claim.id.partition("~")
            now = named(claim.id) if claim.named else f"{named(ClaimId(above))}~{number}{_OLD}"
            if now != claim.id:
                found[claim.id] = ClaimId(now)
    return found


def translated(old: Corpus, pairing: Pairing) -> Corpus:
    """The old corpus in the names of the new one; where nothing was renamed, the very same.

    Every claim of it that has a counterpart bears its id, and no other bears the id of a new claim.  Places stay those
    of the old texts, a claim stays in the document where it stood, and names in `was` stay as they were.
    """
    now = Renaming.of(old, pairing)
    if not now:
        return old
    return Corpus(
        documents={now.document(key): _document(document, now) for key, document in old.documents.items()},
        issues={now.issue(key): _issue(issue, now) for key, issue in old.issues.items()},
        actors={now.actors.get(key, key): _actor(actor, now) for key, actor in old.actors.items()},
        terms={now.terms.get(key, key): _term(key, term, now) for key, term in old.terms.items()},
        claims={now.claim(key): renamed_claim(claim, now) for key, claim in old.claims.items()},
        links=tuple(_link(link, now) for link in old.links),
        unrelated=tuple(_unrelated(link, now) for link in old.unrelated),
        doubtful=frozenset(name for doubt in old.doubtful for name in _doubtful(doubt, old, now)),
    )


def former_names(old: Corpus, pairing: Pairing) -> Mapping[str, str]:
    """The old names of all that is called otherwise in the translated corpus (see `Difference.former`).

    Where several things of one document have one name, a claim goes before an actor, and an actor before a term.
    """
    now = Renaming.of(old, pairing)
    claims = {former: name for former, name in now.claims.items() if old.claims[former].named}
    taken = {now.claim(claim) for claim in old.claims}
    actors = {former: name for former, name in now.actors.items() if name not in taken}
    taken |= {ClaimId(now.actors.get(key, key)) for key in old.actors}
    terms = {former: name for former, name in now.terms.items() if name not in taken}
    kinds = (terms, actors, now.positions, now.issues, now.documents, claims)
    return {name: former for former, name in chain.from_iterable(names.items() for names in kinds)}


def renamed_claim(claim: Claim, now: Renaming) -> Claim:
    """A claim of the old corpus in the names of the new one."""
    return attrs.evolve(
        claim,
        id=now.claim(claim.id),
        document=now.document(claim.document),
        voices=tuple(tuple(now.actor(actor, claim.document) for actor in group) for group in claim.voices),
        answers=tuple(_answer(answer, claim.document, now) for answer in claim.answers),
        steps=tuple(_step(step, now) for step in claim.steps),
    )


def _answer(answer: Answer, document: DocumentId, now: Renaming) -> Answer:
    return attrs.evolve(
        answer,
        issue=now.issue(answer.issue),
        position=now.position(answer.issue, answer.position),
        holder=now.actor(answer.holder, document) if answer.holder is not None else None,
    )


def _step(step: Step, now: Renaming) -> Step:
    premises = _claims(step.premises, now)
    undercuts = tuple(attrs.evolve(undercut, premises=_claims(undercut.premises, now)) for undercut in step.undercuts)
    return attrs.evolve(step, premises=premises, undercuts=undercuts)


def _claims(claims: tuple[ClaimId, ...], now: Renaming) -> tuple[ClaimId, ...]:
    return tuple(map(now.claim, claims))


def _document(document: Document, now: Renaming) -> Document:
    return attrs.evolve(
        document,
        id=now.document(document.id),
        authors=tuple(now.actor(author, document.id) for author in document.authors),
        thesis=now.claim(document.thesis) if document.thesis is not None else None,
        silent=tuple(map(now.issue, document.silent)),
        claims=_claims(document.claims, now),
    )


def _issue(issue: Issue, now: Renaming) -> Issue:
    return attrs.evolve(
        issue,
        id=now.issue(issue.id),
        positions=tuple(attrs.evolve(position, id=now.position(issue.id, position.id)) for position in issue.positions),
        compatible=tuple(
            frozenset(now.position(issue.id, position) for position in group) for group in issue.compatible
        ),
        order=tuple(now.position(issue.id, position) for position in issue.order),
        exhaustive=tuple(
            frozenset(now.position(issue.id, position) for position in group) for group in issue.exhaustive
        ),
    )


def _actor(actor: Actor, now: Renaming) -> Actor:
    return attrs.evolve(
        actor,
        id=now.actor(actor.id, actor.document),
        document=now.document(actor.document) if actor.document is not None else None,
        speaks_for=now.actor(actor.speaks_for, actor.document) if actor.speaks_for is not None else None,
    )


def _term(key: str, term: Term, now: Renaming) -> Term:
    return attrs.evolve(
        term,
        id=now.terms.get(key, key).rpartition(".")[2],
        document=now.document(term.document) if term.document is not None else None,
    )


def _link(link: Link, now: Renaming) -> Link:
    return attrs.evolve(link, source=_end(link.source, now), target=_end(link.target, now))


def _unrelated(link: Unrelated, now: Renaming) -> Unrelated:
    def named(end: str) -> str:
        if isinstance(end, ClaimId):
            return now.claim(end)
        match link.joined:
            case Joined.ACTORS:
                return now.actors.get(end, end)
            case Joined.TERMS:
                return now.terms.get(end, end)
        return now.issue(IssueId(end))

    return attrs.evolve(link, source=named(link.source), target=named(link.target))


def _end(end: LinkEnd, now: Renaming) -> LinkEnd:
    return now.positions.get(end, end) if isinstance(end, PositionRef) else now.claim(end)


def _doubtful(name: str, old: Corpus, now: Renaming) -> Iterator[str]:
    """What a doubtful name is now: a claim and an actor of one document may share it, and it may be unknown."""
    if name in old.claims:
        yield now.claim(ClaimId(name))
    if name in old.actors:
        yield now.actors.get(name, name)
    if name not in old.claims and name not in old.actors:
        home, dot, rest = name.partition(".")
        yield f"{now.document(DocumentId(now.issue(IssueId(home))))}{dot}{rest}"
