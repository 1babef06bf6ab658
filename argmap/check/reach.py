"""Which ends of links lead to which others, for all of them at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

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
