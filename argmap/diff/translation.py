"""A corpus in the names of another, so that the two can be compared record by record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

import attrs

from argmap.diff.pairing import Pairing
from argmap.diff.renaming import Renaming
from argmap.model.actor import Actor, Term
from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.model.inference import Step
from argmap.model.issue import Issue
from argmap.model.link import Link, LinkEnd


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
        doubtful=frozenset(name for doubt in old.doubtful for name in _doubtful(doubt, old, now)),
    )


def former_names(old: Corpus, pairing: Pairing) -> Mapping[str, str]:
    """The old names of all that is called otherwise in the translated corpus (see `Difference.former`).

    Where a claim and an actor of one document have one name, the claim goes first.
    """
    now = Renaming.of(old, pairing)
    named = {former: name for former, name in now.claims.items() if old.claims[former].named}
    kinds = (now.actors, now.positions, now.issues, now.documents, named)
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
