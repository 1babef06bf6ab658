"""All pictures of a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from argmap.compare.agreement import tally
from argmap.compare.alignment import Alignment
from argmap.compare.coalition import coalition_order
from argmap.compare.comparison import Comparison
from argmap.compare.holder import Holder
from argmap.compare.naming import lack
from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.view.comparison.album import Album, Kind, Subject, on_issue
from argmap.view.comparison.butterfly import butterfly_of, butterfly_subject, is_worth_one
from argmap.view.comparison.crux_map import Depths, crux_map_of, depths_of
from argmap.view.comparison.drawing import Drawing, NamedDrawing
from argmap.view.comparison.issue_map import issue_map_of
from argmap.view.comparison.matrix import Page, matrix_of, pages
from argmap.view.comparison.network import network_of
from argmap.view.comparison.timeline import Life, lives, timeline_of
from argmap.view.comparison.voices import Voices

MOST_CONFLICTS = 100
"""How many conflicts are looked at for pictures of their own."""


def pictures_of(comparison: Comparison) -> Iterator[NamedDrawing]:
    """The pictures of a comparison, the matrix first; none where there is nothing to compare.

    Each is made when it is asked for.
    """
    if lack(comparison) is not None:
        return
    voices = Voices.of(comparison)
    issues = tuple(issue for issue in comparison.corpus.issues if issue in comparison.stances.by_issue)
    documents = tuple(holder.document for holder in coalition_order(comparison, comparison.authors))
    tables = {kind: pages(kind, _spoken(comparison, kind, issues), documents) for kind in (Kind.MATRIX, Kind.ACTORS)}
    conflicts = tuple(islice(comparison.conflicts(comparison.authors), MOST_CONFLICTS))
    pairs = tuple(conflict for conflict in conflicts if is_worth_one(conflict, voices))
    plan: dict[Subject, Page | IssueId | Alignment | Depths | Life | tuple[Holder, ...]] = {}
    plan.update((page.subject, page) for table in tables.values() for page in table)
    plan.update((on_issue(issue), issue) for issue in issues)
    plan.update((butterfly_subject(pair), pair) for pair in pairs)
    plan.update(
        (depths.subject, depths) for depths in depths_of(conflicts, voices, whole=len(conflicts) < MOST_CONFLICTS)
    )
    plan.update((life.subject, life) for life in lives(voices))
    if len(documents) > 1:
        plan[Subject(Kind.NETWORK)] = tuple(Holder(document) for document in documents)
    album = Album.of(tuple(plan), comparison.corpus, comparison.documents)
    for subject, what in plan.items():
        make: Callable[[], Drawing]
        if isinstance(what, Page):
            make = partial(matrix_of, what, voices, album, of=len(tables[what.kind]))
        elif isinstance(what, Alignment):
            make = partial(butterfly_of, what, voices, album)
        elif isinstance(what, Depths):
            make = partial(crux_map_of, what, voices, album)
        elif isinstance(what, Life):
            make = partial(timeline_of, what, voices, album)
        elif isinstance(what, tuple):
            make = partial(network_of, what, voices, album)
        else:
            make = partial(issue_map_of, what, voices, album)
        yield NamedDrawing(album.file(subject), make, _documents(what, comparison))


def _documents(what: object, comparison: Comparison) -> frozenset[DocumentId] | None:
    """What a picture depends on: those who speak in it, and those through whom links lead."""
    speaking: tuple[Holder, ...]
    if isinstance(what, Alignment):
        speaking = what.holders
    elif isinstance(what, str):
        speaking = tuple(comparison.stances.by_issue[IssueId(what)])
    else:
        return None
    ends = (end for link in comparison.corpus.links for end in (link.source, link.target))
    linked = {end.document for end in ends if isinstance(end, ClaimId)}
    between = linked.intersection(comparison.corpus.documents)
    return frozenset(between.union(holder.document for holder in speaking))


def _spoken(comparison: Comparison, kind: Kind, issues: tuple[IssueId, ...]) -> tuple[IssueId, ...]:
    """The issues on which the holders of a table speak: first those on which most pairs conflict, then most speak."""
    weights: dict[IssueId, tuple[int, int]] = {}
    for issue in issues:
        speaking = [one for one in comparison.stances.by_issue[issue] if one.is_author is (kind is Kind.MATRIX)]
        # Actors of different texts stand in one column, and are not set against each other there.
        pairs = tally(comparison, issue, speaking).pairs() if kind is Kind.MATRIX else {}
        conflicts = sum(count for verdict, count in pairs.items() if verdict.is_conflict)
        if speaking:
            weights[issue] = (-conflicts, -len(speaking))
    return tuple(sorted(weights, key=weights.__getitem__))
