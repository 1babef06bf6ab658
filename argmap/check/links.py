"""Rules about declared links: what they say together must be possible.

Which ends of links lead to which others is found for all of them at once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain as one_after_the_other
from itertools import islice
from typing import Generic, TypeVar

import attrs

from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import IssueId, PositionRef
from argmap.model.issue import Issue
from argmap.model.link import AnyLink, Link, LinkEnd, Unrelated
from argmap.source.finding import Finding, Related

EXCLUDING = (Relation.CONTRADICTS, Relation.CONTRARY_TO)
_MOST = 100
"""Contradictions among links that are told; to find one takes a search, and each may have many links."""
_MOST_SHOWN = 20
_Carried = dict[LinkEnd, list[tuple[LinkEnd, Link]]]
"""From each end, to which others a link carries what is held there."""


def links(corpus: Corpus) -> Iterator[Finding]:
    """All findings of this family."""
    seen: dict[tuple[str, ...], AnyLink] = {}
    carried = carriers(corpus)
    for link in corpus.all_links:
        if link.source == link.target:
            yield Finding(
                code="A603",
                message=f"`{link.source}` is linked to itself",
                place=link.origin,
                help="a link joins two different claims, or two different positions"
                if isinstance(link, Link)
                else "name two different things, or drop it",
            )
            continue
        key = key_of(link)
        first = seen.setdefault(key, link)
        if first is not link:
            yield Finding(
                code="A604",
                message="this link is declared twice",
                place=link.origin,
                related=(Related(first.origin, "first here"),),
                help="keep one of the two",
            )
    yield from _some(corpus, carried)


def _some(corpus: Corpus, carried: _Carried) -> Iterator[Finding]:
    found = one_after_the_other(_links_at_odds(corpus, carried), _positions_at_odds(corpus, carried))
    for count, finding in enumerate(found, start=1):
        yield finding
        if count == _MOST:
            yield attrs.evolve(finding, message="more links may be at odds; mend those above first", related=())
            return


def key_of(link: AnyLink) -> tuple[str, ...]:
    """What two links share that say the same."""
    ends = (link.source, link.target)
    joined = (link.joined,) if isinstance(link, Unrelated) else ()
    return (*joined, link.relation, *(ends if link.relation.is_directed else sorted(ends)))


def carriers(corpus: Corpus) -> _Carried:
    """From each end, where ``same-as`` and ``entails`` carry what is held there."""
    carried: _Carried = {}
    for link in corpus.links:
        if link.relation in (Relation.SAME_AS, Relation.ENTAILS):
            carried.setdefault(link.source, []).append((link.target, link))
        if link.relation is Relation.SAME_AS:
            carried.setdefault(link.target, []).append((link.source, link))
    return carried


def _chain(start: LinkEnd, end: LinkEnd, carried: _Carried) -> tuple[Link, ...]:
    """The shortest chain of links by which one end carries to the other, as it does."""
    came: dict[LinkEnd, tuple[LinkEnd, Link] | None] = {start: None}
    pending = deque([start])
    while pending:
        here = pending.popleft()
        if here == end:
            found: list[Link] = []
            step = came[here]
            while step is not None:
                found.append(step[1])
                step = came[step[0]]
            return tuple(reversed(found))
        for other, link in carried.get(here, ()):
            if other not in came:
                came[other] = (here, link)
                pending.append(other)
    return ()


def _links_at_odds(corpus: Corpus, carried: _Carried) -> Iterator[Finding]:
    for link, start, end in _excluded(corpus, carried):
        yield _at_odds(link, start, end, _chain(start, end, carried))


def _excluded(corpus: Corpus, carried: _Carried) -> Iterator[tuple[Link, LinkEnd, LinkEnd]]:
    """The links that exclude what others carry from one of their ends to the other."""
    excluding = [link for link in corpus.links if link.relation in EXCLUDING and link.source != link.target]
    for block in batches(excluding):
        reach = Reach(_forward(carried), (end for link in block for end in (link.source, link.target)))
        for link in block:
            for start, end in ((link.source, link.target), (link.target, link.source)):
                if reach.leads(start, end):
                    yield link, start, end
                    break


def excluded_starts(corpus: Corpus) -> Iterator[tuple[LinkEnd, LinkEnd, Link | None]]:
    """The ends of which one carries another although it excludes it: some of very many, and the link that says so.

    Where none does, the two are positions of one issue.
    """
    carried = carriers(corpus)
    yield from islice(((start, end, link) for link, start, end in _excluded(corpus, carried)), _MOST)
    yield from ((one, other, None) for one, other in islice(_exclusive(corpus, carried), _MOST))


def _at_odds(link: Link, start: LinkEnd, end: LinkEnd, found: tuple[Link, ...]) -> Finding:
    return Finding(
        code="A601",
        message=f"the links say that `{start}` carries `{end}` with it, and that it excludes it",
        place=link.origin,
        label="they exclude each other",
        related=tuple(map(_shown, found[:_MOST_SHOWN])),
        help="drop or retype one of these links",
    )


def _positions_at_odds(corpus: Corpus, carried: _Carried) -> Iterator[Finding]:
    """Positions of one issue exclude each other without a link, and so cannot carry each other."""
    told: set[frozenset[Link]] = set()
    for one, other in _exclusive(corpus, carried):
        record = corpus.issues[one.issue]
        found = _chain(one, other, carried)
        if frozenset(found) in told:
            continue
        told.add(frozenset(found))
        yield Finding(
            code="A601",
            message=f"`{one.position}` and `{other.position}` are positions of one issue, and exclude each other",
            place=found[0].origin,
            label="and this link carries one to the other"
            if len(found) == 1
            else "and these links carry one to the other",
            related=(*map(_shown, found[1:_MOST_SHOWN]), Related(record.origin, "the issue")),
            help="drop or retype a link, or add `compatible:` to the issue",
        )


def _exclusive(corpus: Corpus, carried: _Carried) -> Iterator[tuple[PositionRef, PositionRef]]:
    """The pairs of positions of one issue of which one carries the other although it excludes it."""
    starts: dict[IssueId, list[PositionRef]] = {}
    for end in carried:
        if isinstance(end, PositionRef) and end.issue in corpus.issues:
            starts.setdefault(end.issue, []).append(end)
    into = {other for others in carried.values() for other, _ in others}
    for block in batches(list(starts)):
        ends = {
            issue: [
                end
                for position in corpus.issues[issue].positions
                if (end := PositionRef.of(issue, position.id)) in into
            ]
            for issue in block
        }
        reach = Reach(_forward(carried), one_after_the_other.from_iterable(ends.values()))
        for issue in block:
            yield from _exclusive_of(corpus.issues[issue], starts[issue], ends[issue], reach)


def _exclusive_of(
    issue: Issue, starts: list[PositionRef], ends: list[PositionRef], reach: Reach[LinkEnd]
) -> Iterator[tuple[PositionRef, PositionRef]]:
    all_ends = reach.among(ends)
    # Positions that stand in the same groups can stand with the same others.
    together: dict[frozenset[int], int] = {}
    for start in starts:
        groups = issue.groups(start.position)
        if groups not in together:
            beside = (end for end in ends if not issue.groups(end.position).isdisjoint(groups))
            together[groups] = reach.among(beside) if groups else 0
        if reach.reached(start) & all_ends & ~together[groups] & ~reach.bit(start):
            for end in ends:
                if reach.leads(start, end) and issue.excludes(start.position, end.position):
                    yield start, end


def _forward(carried: _Carried) -> dict[LinkEnd, list[LinkEnd]]:
    return {start: [end for end, _ in others] for start, others in carried.items()}


def _shown(link: Link) -> Related:
    return Related(link.origin, f"`{link.source}` {link.relation} `{link.target}`")


Node = TypeVar("Node", bound=Hashable)
Item = TypeVar("Item")
_BATCH = 5000


class Reach(Generic[Node]):
    """What each node leads to, of some ends.

    To ask each pair alone would take a search a pair.  Here nodes that lead to each other are taken together
    (Tarjan 1972), and the ends that each of these groups leads to are the bits of one number.
    """

    def __init__(self, forward: Mapping[Node, Sequence[Node]], ends: Iterable[Node]) -> None:
        self._bits = {end: 1 << number for number, end in enumerate(dict.fromkeys(ends))}
        self._reached: dict[Node, int] = {}
        for group in _groups(forward):
            reached = 0
            for node in group:
                reached |= self._bits.get(node, 0)
            for node in group:
                for other in forward.get(node, ()):
                    # What a group leads to comes before it, and what is in it has its own bit already.
                    reached |= self._reached.get(other, 0)
            for node in group:
                self._reached[node] = reached

    def leads(self, start: Node, end: Node) -> bool:
        """Whether one leads to an end, or is it."""
        return bool(self._reached.get(start, 0) & self._bits.get(end, 0))

    def among(self, ends: Iterable[Node]) -> int:
        """The bits of several ends."""
        found = 0
        for end in ends:
            found |= self._bits.get(end, 0)
        return found

    def reached(self, start: Node) -> int:
        """The bits of all ends to which one leads."""
        return self._reached.get(start, 0)

    def bit(self, end: Node) -> int:
        """That of one end."""
        return self._bits.get(end, 0)


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """As many at a time as are worth one look at all links."""
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]


def _groups(forward: Mapping[Node, Sequence[Node]]) -> Iterator[list[Node]]:
    """All nodes, those together that lead to each other; a group comes after those that it leads to."""
    number: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    open_nodes: list[Node] = []
    is_open: set[Node] = set()
    for root in forward:
        if root in number:
            continue
        stack = [(root, iter(forward[root]))]
        number[root] = lowest[root] = len(number)
        open_nodes.append(root)
        is_open.add(root)
        while stack:
            node, following = stack[-1]
            other = next(following, None)
            if other is None:
                stack.pop()
                if stack:
                    above = stack[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == number[node]:
                    place = len(open_nodes) - 1
                    while open_nodes[place] != node:
                        place -= 1
                    group = open_nodes[place:]
                    del open_nodes[place:]
                    is_open.difference_update(group)
                    yield group
            elif other not in number:
                number[other] = lowest[other] = len(number)
                open_nodes.append(other)
                is_open.add(other)
                stack.append((other, iter(forward.get(other, ()))))
            elif other in is_open:
                lowest[node] = min(lowest[node], number[other])
