"""Which subtree or part of an argument one map shows: down to a depth, or around one claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from heapq import heappop, heappush

import attrs

from argmap.model.ids import ClaimId, DocumentId
from argmap.view.graph import Graph, GraphStep, mentioned
from argmap.view.picture import Side

COLUMNS = 5
"""How many columns of cards fit on a screen."""
_Steps = Mapping[ClaimId, tuple[GraphStep, ...]]


@attrs.frozen
class Excerpt:
    """Some claims of a graph, and some of the steps below them.

    Attributes:
        columns: The claims to draw in full, in order, each with its distance from the left edge.
        steps: The numbers of the steps to draw below each claim; without an entry, none.
        again: Claims that another picture draws in full.  Here they only carry the rest of their steps.
    """

    columns: Mapping[ClaimId, int]
    steps: Mapping[ClaimId, tuple[int, ...]]
    again: Collection[ClaimId] = ()

    def drawn_steps(self, graph: Graph, claim: ClaimId) -> Iterator[GraphStep]:
        """The steps to draw below a claim."""
        numbers = self.steps.get(claim, ())
        return (step for step in graph.steps.get(claim, ()) if step.number in numbers)

    def folds(self, graph: Graph, claim: ClaimId) -> bool:
        """Whether a claim has steps that are not to be drawn."""
        numbers = self.steps.get(claim, ())
        return any(step.number not in numbers for step in graph.steps.get(claim, ()))


@attrs.frozen(kw_only=True)
class MapContext:
    """What a picture knows of the world around its excerpt.

    Attributes:
        document: Whose picture it is; claims of other documents are drawn as such.
        thesis: The main claim.
        links: Where else claims are drawn in full: a link, ``#id`` included.
        headings: Under what heading a reader finds those places.
        relations: Declared links of claims, in a few words each.
        grouped: Whether the sections of the document are groups in the picture.
        focus: The claim around which it is drawn.
    """

    document: DocumentId
    thesis: ClaimId | None
    sides: Mapping[ClaimId, Side]
    links: Mapping[ClaimId, str] = attrs.field(factory=dict)
    headings: Mapping[ClaimId, str] = attrs.field(factory=dict)
    relations: Mapping[ClaimId, tuple[str, ...]] = attrs.field(factory=dict)
    grouped: bool = False
    focus: ClaimId | None = None

    def address(self, claim: ClaimId) -> str:
        """The id of a claim's card: the claim's name, or document and name in the picture of another document."""
        document, _, name = claim.partition(".")
        return name if document == self.document else claim


def skeleton(graph: Graph, starts: Iterable[ClaimId], depth: int) -> Excerpt:
    """Some claims and what stands up to `depth` steps below them, never more columns than fit a picture."""
    last = min(depth, COLUMNS - 1)
    columns = _columns(graph, starts, graph.steps, graph.order, last)
    return Excerpt(columns, {claim: _numbers(graph.steps.get(claim, ())) for claim in columns if columns[claim] < last})


def surroundings(graph: Graph, claim: ClaimId, radius: int) -> Excerpt:
    """A claim and everything within `radius` steps of it, above and below.

    Where that is more columns than fit a picture, what stands furthest above gives way first, then what stands
    furthest below.
    """
    users = _users(graph)
    above = _within(claim, len(graph.order), users)
    below = {one: list(graph.premises(one)) for one in graph.steps}
    for height in range(min(radius, COLUMNS - 1), -1, -1):
        hidden = above.keys() - _within(claim, height, users).keys()
        near = _within(claim, radius, users, below, hidden=hidden)
        steps = {
            one: tuple(step for step in graph.steps.get(one, ()) if any(premise in near for premise in step.mentions()))
            for one in near
        }
        used = {premise for one in near for premise in mentioned(steps[one])}
        starts = sorted(near.keys() - used, key=graph.order.__getitem__)
        columns = _columns(graph, starts, steps, near, COLUMNS - 1)
        # The claim itself must be there, and at least one step below it if there is one.
        if columns.get(claim, COLUMNS) + bool(steps[claim]) < COLUMNS:
            return Excerpt(columns, {one: _numbers(steps[one]) for one in columns if columns[one] < COLUMNS - 1})
    return skeleton(graph, (claim,), radius)


def _columns(
    graph: Graph, starts: Iterable[ClaimId], steps: _Steps, inside: Collection[ClaimId], last: int
) -> dict[ClaimId, int]:
    """The longest way from a start to each claim inside, as far as it does not end beyond the last column."""
    columns: dict[ClaimId, int] = {}
    reached = dict.fromkeys(starts, 0)
    waiting = sorted((graph.order[start], start) for start in reached)
    while waiting:
        _, claim = heappop(waiting)
        if reached[claim] > last:
            continue
        columns[claim] = reached[claim]
        for premise in mentioned(steps.get(claim, ())) if columns[claim] < last else ():
            if premise in inside and graph.leads_down(claim, premise):
                if premise not in reached:
                    heappush(waiting, (graph.order[premise], premise))
                reached[premise] = max(reached.get(premise, 0), columns[claim] + 1)
    return columns


def _within(
    claim: ClaimId,
    distance: int,
    *ways: Mapping[ClaimId, list[ClaimId]],
    hidden: Collection[ClaimId] = (),
) -> dict[ClaimId, int]:
    """How far every claim is that can be reached in that many steps."""
    found = {claim: 0}
    edge = [claim]
    for far in range(1, distance + 1):
        edge = [near for one in edge for way in ways for near in way.get(one, ()) if near not in hidden]
        edge = [near for near in dict.fromkeys(edge) if near not in found]
        if not edge:
            break
        found.update(dict.fromkeys(edge, far))
    return found


def _users(graph: Graph) -> dict[ClaimId, list[ClaimId]]:
    """The claims that each claim is a premise of."""
    users: dict[ClaimId, list[ClaimId]] = {}
    for claim in graph.steps:
        for premise in graph.premises(claim):
            users.setdefault(premise, []).append(claim)
    return users


def _numbers(steps: tuple[GraphStep, ...]) -> tuple[int, ...]:
    return tuple(step.number for step in steps)
