"""In what order an argument is read: each claim once, its reasons below it, whatever leads to it elsewhere a reference.

An argument is a graph, and an outline a tree: a claim has its card where it is first met, and at every other step that
names it a line that says where that is.  A subtree that is too large or too deep is cut off, and becomes a tree of its
own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import attrs

from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.view.graph import Graph, GraphStep

DEEPEST = 9
"""How many cards stand above a card at most."""


@attrs.frozen
class Entry:
    """A claim at one place of an outline.

    Attributes:
        depth: How many claims stand above it; 0 for one that hangs on nothing.
        is_card: Whether it has its card here; else this place refers to it.
        step: The step of the claim above that names it; None for a claim that hangs on nothing.
        role: What it does there.
        together: The premises that count only together with it, itself among them, in order.
    """

    claim: ClaimId
    depth: int = 0
    is_card: bool = True
    step: GraphStep | None = None
    role: StepRole | None = None
    together: tuple[ClaimId, ...] = ()

    @property
    def linked(self) -> bool:
        """Whether it continues a group of premises."""
        return bool(self.together) and self.together[0] != self.claim


@attrs.frozen
class Tree:
    """A claim and what stands below it.

    Attributes:
        entries: In reading order, the claim first; depths are counted from it.
        continued: Whether the card of the claim stands elsewhere, and this tree only has more of its steps.
    """

    entries: tuple[Entry, ...]
    continued: bool = False

    @property
    def cards(self) -> Iterator[ClaimId]:
        """The claims that have their cards here."""
        return (entry.claim for entry in self.entries[self.continued :] if entry.is_card)


def forest(
    graph: Graph,
    inside: Sequence[ClaimId],
    first: ClaimId | None = None,
    steps: Callable[[ClaimId], Iterable[GraphStep]] | None = None,
) -> tuple[Tree, ...]:
    """All claims inside, each in one tree.

    Args:
        graph: Where their steps are.
        inside: The claims, in the order of the source.
        first: The one to begin with, whatever rests on it.
        steps: The steps of a claim that are shown; by default all.
    """
    shown = steps or (lambda claim: graph.steps.get(claim, ()))
    within, seen = frozenset(inside), set[ClaimId]()
    used = {premise for claim in inside for step in shown(claim) for premise in step.mentions()}
    tops = [*([first] if first in within else []), *(claim for claim in inside if claim not in used), *inside]
    return tuple(_tree(top, within, seen, shown) for top in tops if top is not None and top not in seen)


def _tree(
    top: ClaimId, within: Collection[ClaimId], seen: set[ClaimId], steps: Callable[[ClaimId], Iterable[GraphStep]]
) -> Tree:
    seen.add(top)
    found = [Entry(top)]
    # An argument may be thousands of steps deep, so the walk keeps its own stack.
    stack = [_uses(steps(top), 1)]
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
        elif entry.claim in within and entry.claim not in seen:
            seen.add(entry.claim)
            found.append(entry)
            stack.append(_uses(steps(entry.claim), len(stack) + 1))
        else:
            found.append(attrs.evolve(entry, is_card=False))
    return Tree(tuple(found))


def _uses(steps: Iterable[GraphStep], depth: int) -> Iterator[Entry]:
    for step in steps:
        for role, premises in ((step.role, step.premises), *((StepRole.UNDERCUT, doubt) for doubt in step.undercuts)):
            for premise in premises:
                yield Entry(premise, depth, step=step, role=role, together=premises)


def cut(tree: Tree, most: int, deepest: int = DEEPEST) -> tuple[Tree, ...]:
    """A tree in trees of at most so many rows and cards above each other, the first of them beginning as it does.

    Where a tree was cut, a reference stands.  A claim with more premises than that takes several trees, and a step is
    never parted.
    """
    entries = tree.entries
    if len(entries) <= most and all(entry.depth <= deepest for entry in entries):
        return (tree,)
    children = _children(entries)
    loose: set[int] = set()
    sizes, heights = [1] * len(entries), [0] * len(entries)
    for place in reversed(range(len(entries))):
        for child in children[place]:
            if heights[child] >= deepest:
                loose.add(child)
        below = [child for child in children[place] if child not in loose]
        size = 1 + len(children[place]) - len(below) + sum(sizes[child] for child in below)
        for child in sorted(below, key=lambda child: -sizes[child]) if size > most else ():
            if size <= most or sizes[child] == 1:
                break
            loose.add(child)
            size -= sizes[child] - 1
        sizes[place] = size
        heights[place] = 1 + max((heights[child] for child in children[place] if child not in loose), default=-1)
    return tuple(_pieces(entries, children, loose, most))


def _children(entries: Sequence[Entry]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in entries]
    last: list[int] = []
    for place, entry in enumerate(entries):
        del last[entry.depth :]
        if last:
            found[last[-1]].append(place)
        last.append(place)
    return found


def _pieces(
    entries: Sequence[Entry], children: Sequence[Sequence[int]], loose: Collection[int], most: int
) -> Iterator[Tree]:
    waiting = [0]
    while waiting:
        top = waiting.pop()
        cut_off: list[int] = []
        for number, group in enumerate(_groups(children[top], entries, most)):
            found = [Entry(entries[top].claim)]
            stack = list(reversed(group))
            while stack:
                place = stack.pop()
                entry = attrs.evolve(entries[place], depth=entries[place].depth - entries[top].depth)
                if place in loose:
                    cut_off.append(place)
                    found.append(attrs.evolve(entry, is_card=False))
                else:
                    found.append(entry)
                    stack.extend(reversed(children[place]))
            yield Tree(tuple(found), continued=number > 0)
        waiting.extend(reversed(cut_off))


def _groups(children: Sequence[int], entries: Sequence[Entry], most: int) -> list[list[int]]:
    """What stands right below a claim, in groups that each fit a tree; the premises of a step stay together."""
    if len(children) < most:
        return [list(children)]
    groups: list[list[int]] = [[]]
    for place, child in enumerate(children):
        begins = place > 0 and entries[children[place - 1]].step is not entries[child].step
        if begins and len(groups[-1]) >= most - 1:
            groups.append([])
        groups[-1].append(child)
    return groups
