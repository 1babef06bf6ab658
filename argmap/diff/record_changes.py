"""What happened to documents, to what they speak about (issues, positions, terms), and to links.

What belongs to a document or an issue that is on one side only goes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import TypeVar

from argmap.diff import kinds
from argmap.diff.change import (
    ActorChange,
    Added,
    Change,
    Changed,
    DocumentChange,
    FieldChange,
    IssueChange,
    LinkChange,
    PositionChange,
    Removed,
    StanceChange,
    SupportChange,
    TermChange,
)
from argmap.diff.claims import have_same_authors
from argmap.diff.field_changes import fields_of
from argmap.diff.sides import Origins, Sides, roots
from argmap.diff.text_similarity import normalised
from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, PositionId, PositionRef
from argmap.model.issue import Issue
from argmap.model.link import Joined, Link, Unrelated

K = TypeVar("K", bound=str)
T = TypeVar("T")
C = TypeVar("C", ActorChange, DocumentChange, IssueChange, PositionChange, TermChange)


def document_changes(sides: Sides, origins: Origins) -> Iterator[DocumentChange]:
    """All of them, but for theses (see `thesis_changes`)."""
    old, new = sides.old.documents, sides.new.documents
    one_sided = {
        change.record.id: change for change in _one_sided(old, new, kinds.DocumentRemoved, kinds.DocumentAdded)
    }
    yield from one_sided.values()
    for claim in (*sides.gone, *sides.come):
        if claim.document in one_sided:
            origins.note((claim.id,), one_sided[claim.document])
    for was, now in sides.differing:
        if was.document in one_sided and now.document in one_sided:
            origins.note((now.id,), one_sided[was.document], one_sided[now.document])
    for before, after in sides.documents:
        if not have_same_authors(before.id, after.id, sides):
            yield kinds.AuthorshipChanged(edit=Changed(before, after))
        if before.source != after.source:
            yield kinds.SourceChanged(edit=Changed(before, after))


def _one_sided(
    old: Mapping[K, T], new: Mapping[K, T], removed: Callable[..., C], added: Callable[..., C], **particulars: object
) -> Iterator[C]:
    """What is on one side only."""
    yield from (removed(edit=Removed(record), **particulars) for name, record in old.items() if name not in new)
    yield from (added(edit=Added(record), **particulars) for name, record in new.items() if name not in old)


def issue_changes(sides: Sides, origins: Origins) -> Iterator[IssueChange | PositionChange]:
    """What happened to issues; the positions of an issue that is on one side only go with it."""
    for change in _one_sided(sides.old.issues, sides.new.issues, kinds.IssueRemoved, kinds.IssueAdded):
        issue = change.record
        origins.note((issue.id, *(PositionRef.of(issue.id, position.id) for position in issue.positions)), change)
        yield change
    for before, after in sides.issues:
        if before != after:
            if normalised(before.question) != normalised(after.question):
                yield kinds.IssueReworded(edit=Changed(before, after))
            if is_rescaled(before, after):
                yield kinds.IssueRescaled(edit=Changed(before, after))
            old, new = ({position.id: position for position in issue.positions} for issue in (before, after))
            for moved in _one_sided(old, new, kinds.PositionRemoved, kinds.PositionAdded, issue=after.id):
                origins.note((PositionRef.of(after.id, moved.record.id),), moved)
                yield moved
            for name, position in old.items():
                if name in new and normalised(position.text) != normalised(new[name].text):
                    yield kinds.PositionReworded(issue=after.id, edit=Changed(position, new[name]))


def is_rescaled(old: Issue, new: Issue) -> bool:
    """Whether the positions of both sides exclude each other otherwise, or are ordered otherwise.

    What a position changes by coming or going is not counted.
    """
    kept = {position.id for position in old.positions} & {position.id for position in new.positions}
    if _ordered(old, kept) != _ordered(new, kept):
        return True
    return old.compatible != new.compatible and any(
        old.excludes(one, other) != new.excludes(one, other) for one, other in combinations(sorted(kept), 2)
    )


def _ordered(issue: Issue, kept: set[PositionId]) -> tuple[PositionId, ...]:
    order = tuple(position for position in issue.order if position in kept)
    return order if len(order) > 1 else ()


def term_changes(sides: Sides) -> Iterator[TermChange]:
    """What happened to terms; those of a document that is on one side only go with it."""
    old, new = sides.old.terms, sides.new.terms
    for change in _one_sided(old, new, kinds.TermRemoved, kinds.TermAdded):
        if change.record.document is None or sides.has_both(change.record.document):
            yield change
    for name, term in old.items():
        if name in new and normalised(term.meaning) != normalised(new[name].meaning):
            yield kinds.TermRedefined(edit=Changed(term, new[name]))


def actor_changes(sides: Sides) -> Iterator[ActorChange]:
    """Who is declared and was not, or no longer; authors, and the actors of a document on one side only, go with it."""
    changes = tuple(_one_sided(sides.old.actors, sides.new.actors, kinds.ActorRemoved, kinds.ActorAdded))
    authors = sides.authors if changes else frozenset()
    for change in changes:
        actor = change.record
        if (actor.document is None or sides.has_both(actor.document)) and actor.key not in authors:
            yield change


Ends = frozenset[str]


def link_changes(sides: Sides, origins: Origins) -> Iterator[LinkChange | FieldChange]:
    """What happened to links, and to the fields of those that say on both sides the same of the same two ends.

    Where one relation of two ends took the place of one other, it was retyped.  A link goes with what it joins.
    """
    if sides.old.all_links == sides.new.all_links:
        return
    old, new = _by_ends(sides.old.all_links), _by_ends(sides.new.all_links)
    for joined, ends in (*old, *(each for each in new if each not in old)):
        before, after = old.get((joined, ends), {}), new.get((joined, ends), {})
        went = [link for said, link in before.items() if said not in after]
        came = [link for said, link in after.items() if said not in before]
        for said, link in before.items():
            if said in after:
                yield from fields_of(after[said].id, link, after[said])
        if len(went) == len(came) == 1:
            yield kinds.LinkRetyped(edit=Changed(went[0], came[0]))
            continue
        causes = roots(cause for end in sorted(ends) for cause in origins.one_sided(end))
        yield from (kinds.LinkRemoved(edit=Removed(link), causes=causes) for link in went)
        yield from (kinds.LinkAdded(edit=Added(link), causes=causes) for link in came)


def _by_ends(
    links: Iterable[Link | Unrelated],
) -> Mapping[tuple[Joined | None, Ends], Mapping[tuple[Relation, str], Link | Unrelated]]:
    """By ends, then by what they say; what has no direction says the same from both ends."""
    found: dict[tuple[Joined | None, Ends], dict[tuple[Relation, str], Link | Unrelated]] = {}
    for link in links:
        source = link.source if link.relation.is_directed else ""
        joined = link.joined if isinstance(link, Unrelated) else None
        found.setdefault((joined, link.ends), {}).setdefault((link.relation, source), link)
    return found


def thesis_changes(sides: Sides, origins: Origins, changes: Iterable[Change]) -> Iterator[DocumentChange]:
    """The documents whose thesis is another claim.

    A thesis that nobody named is the first claim that is accepted and supports nothing.  Where only the order of
    statements made it another, nothing changed, since order says nothing.

    Args:
        sides: Both corpora.
        origins: By what claims came and went.
        changes: Those of stances and of support.
    """
    known = tuple(changes)
    for old, new in sides.documents:
        if old.thesis == new.thesis:
            continue
        theses = frozenset(thesis for thesis in (old.thesis, new.thesis) if thesis is not None)
        causes = roots(cause for thesis in sorted(theses) for cause in origins.of(thesis))
        before, after = _free(old, sides.old), _free(new, sides.new)
        if not causes and old.thesis == next(iter(before), None) and new.thesis == next(iter(after), None):
            if theses <= set(before) and theses <= set(after):
                continue
            causes = roots(change for change in known if _decides(change, theses))
        yield kinds.ThesisChanged(edit=Changed(old, new), causes=causes)


def _decides(change: Change, theses: frozenset[ClaimId]) -> bool:
    """Whether a change may make one of some claims a thesis, or no thesis."""
    if isinstance(change, SupportChange):
        return not theses.isdisjoint(change.premises)
    if isinstance(change, StanceChange):
        return not theses.isdisjoint(change.claims)
    return False


def _free(document: Document, corpus: Corpus) -> tuple[ClaimId, ...]:
    """The claims that could be the thesis: the first of them is, where none is named."""
    used = {premise for claim in document.claims for premise in corpus.claims[claim].premises}
    return tuple(claim for claim in document.claims if claim not in used and corpus.claims[claim].attitude.accepts)
