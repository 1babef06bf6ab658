"""Which line of one version is which of another, among lines that stand beside each other, and in which order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import inf
from operator import itemgetter
from typing import NamedTuple

from argmap.merge.node import Node

_ALIKE = 0.6
"""The share of words that two premises without a name have in common where they may be one, reworded."""


class Key(NamedTuple):
    """What a line goes by in all three versions.

    Attributes:
        sort: That of the node.
        label: Its name or, where it has none, what it says.
        number: How many of the same sort and label stand above it.
    """

    sort: str
    label: object
    number: int


_NONE: Mapping[Key, int] = {}
Keyed = Mapping[Key, Node]
"""Lines that stand beside each other, in their order."""


def keyed(base: Sequence[Node], ours: Sequence[Node], theirs: Sequence[Node]) -> tuple[Keyed, Keyed, Keyed]:
    """The lines of three versions by keys that are equal where they are the same line.

    It is the same line that has the same id, unless that was exchanged or passed on; an id that declares the old one as
    its former one; or another id and the same text, unique on both sides.  Without an id it is the one that says the
    same, or the only one of its sort which one version has and the other has not.
    """
    before = _by_key(base)
    one, other = (_after(before, _by_key(side)) for side in (ours, theirs))
    return before, one, _grouped(before, one, other)


def _by_key(nodes: Iterable[Node]) -> Keyed:
    found: dict[Key, Node] = {}
    counts: dict[tuple[str, object], int] = {}
    for node in nodes:
        label = node.said if node.name is None else node.name
        number = counts.get((node.sort, label), 0)
        counts[node.sort, label] = number + 1
        found[Key(node.sort, label, number)] = node
    return found


def _after(base: Keyed, side: Keyed) -> Keyed:
    """The lines of a side, under the keys of the base where they are lines of it."""
    renamed = _passed_on(base, side)
    known = {*renamed.values()}
    gone = {key: node for key, node in base.items() if key not in side and key not in known}
    come = {key: node for key, node in side.items() if key not in base and key not in renamed}
    renamed |= {new: old for old, new in _pairs(gone, come)}
    return {renamed.get(key, key): node for key, node in side.items()}


def _passed_on(base: Keyed, side: Keyed) -> dict[Key, Key]:
    """By the new key, the old one of lines that took the ids of others which took other ids themselves.

    Each of them declares one former id, which no other declares.  What says the same as before under its id kept it.
    """
    former = {
        key: [Key(key.sort, label, 0) for label in node.was if label != key.label]
        for key, node in side.items()
        if node.was and not (key in base and base[key].prose == node.prose)
    }
    said = {key: base[key].was for key in former if key in base}
    claimed = Counter(old for found in former.values() for old in found)
    renamed = {
        key: found[0]
        for key, found in former.items()
        if len(found) == 1 and claimed[found[0]] == 1 and found[0] in base and found[0].label not in said.get(key, ())
    }
    heirs = {old: new for new, old in renamed.items()}
    pending = [*renamed]
    while pending:
        key = pending.pop()
        old = renamed.get(key)
        if old is not None and ((key in base and key not in heirs) or (old in side and old not in renamed)):
            del renamed[key], heirs[old]
            pending += [other for other in (old, heirs.get(key)) if other is not None]
    return {new: old for new, old in renamed.items() if new in base or old in side}


def _pairs(gone: Keyed, come: Keyed) -> Iterable[tuple[Key, Key]]:
    for sort in {key.sort for key in gone} & {key.sort for key in come}:
        old = [key for key in gone if key.sort == sort]
        new = [key for key in come if key.sort == sort]
        if gone[old[0]].name is not None:
            renamed = dict(_declared(old, new, come))
            yield from renamed.items()
            left = [key for key in new if key not in renamed.values()]
            yield from _same_text([key for key in old if key not in renamed], left, gone, come)
        elif len(old) == len(new) == 1 and (sort != "premise" or _alike(gone[old[0]], come[new[0]])):
            yield old[0], new[0]


def _declared(old: Sequence[Key], new: Sequence[Key], come: Keyed) -> Iterable[tuple[Key, Key]]:
    """Those of which the new one alone names the old one, and no other old one, as its former id."""
    heirs = {key: [heir for heir in new if key.label in come[heir].was] for key in old}
    claimed = [heir for found in heirs.values() for heir in found]
    for key, found in heirs.items():
        if len(found) == 1 and claimed.count(found[0]) == 1:
            yield key, found[0]


def _same_text(old: Sequence[Key], new: Sequence[Key], gone: Keyed, come: Keyed) -> Iterable[tuple[Key, Key]]:
    earlier, later = Counter(gone[key].prose for key in old), Counter(come[key].prose for key in new)
    unique = {come[key].prose: key for key in new if earlier[come[key].prose] == later[come[key].prose] == 1}
    for key in old:
        if gone[key].prose and gone[key].prose in unique:
            yield key, unique[gone[key].prose]


def _grouped(base: Keyed, ours: Keyed, theirs: Keyed) -> Keyed:
    """Their lines; the one answer that they add to an issue is the one that we add to it, if we do."""
    added, come = (
        {key: node for key, node in side.items() if node.is_answer and key not in base and key not in other}
        for side, other in ((ours, theirs), (theirs, ours))
    )
    renamed = {new: old for old, new in _pairs(added, come)}
    return {renamed.get(key, key): node for key, node in theirs.items()}


def _alike(one: Node, other: Node) -> bool:
    words, others = (set(node.prose.casefold().split()) for node in (one, other))
    return len(words & others) >= _ALIKE * len(words | others)


def woven(
    base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key], levels: Mapping[Key, int] = _NONE
) -> list[Key]:
    """All lines of two sides, each once.

    What neither side moved stays; what one side moved stands where that side put it, and what both moved where we did.
    Where both put something into one place, ours goes first, but for new sections: these come last, and those that
    stand in others before them, so that nothing gets into a section for which it was not written.

    Args:
        base: What both sides began with.
        ours: Our side.
        theirs: The other side.
        levels: How deep sections stand; 1 where that is not given.
    """
    moved_by_us, moved_by_them = _moved(base, ours), _moved(base, theirs)
    moved = moved_by_us | moved_by_them
    theirs_only = (moved_by_them - moved_by_us) | (set(theirs) - set(ours))
    index = {key: number for number, key in enumerate(theirs)}
    steady = _rising([key for key in ours if key in index and key not in moved], index)
    our_runs = _runs([key for key in ours if key not in theirs_only], steady)
    their_runs = _runs([key for key in theirs if key in theirs_only or key in steady], steady)
    result: list[Key] = []
    for one, other, end in zip(our_runs, their_runs, (*steady, None), strict=True):
        depths = zip((*_depths(one, levels), *_depths(other, levels)), (*one, *other), strict=True)
        result += [key for _, key in sorted(depths, key=itemgetter(0), reverse=True)]
        result += [end] if end else []
    return result


def _moved(base: Sequence[Key], side: Sequence[Key]) -> set[Key]:
    """Those that the side took out of the order of the others; as few as possible."""
    index = {key: number for number, key in enumerate(base)}
    known = [key for key in side if key in index]
    return set(known).difference(_rising(known, index))


def _rising(keys: Sequence[Key], index: Mapping[Key, int]) -> dict[Key, None]:
    """A longest subsequence that is in the order of the index."""
    ends: list[int] = []
    last: list[Key] = []
    before: dict[Key, Key | None] = {}
    for key in keys:
        place = bisect_left(ends, index[key])
        before[key] = last[place - 1] if place else None
        ends[place : place + 1] = [index[key]]
        last[place : place + 1] = [key]
    chain: list[Key] = []
    link = last[-1] if last else None
    while link is not None:
        chain.append(link)
        link = before[link]
    return dict.fromkeys(reversed(chain))


def _runs(keys: Sequence[Key], steady: Collection[Key]) -> list[list[Key]]:
    """What stands before the first, between each two and after the last of the steady ones."""
    runs: list[list[Key]] = [[]]
    for key in keys:
        if key in steady:
            runs.append([])
        else:
            runs[-1].append(key)
    return runs


def _depths(run: Sequence[Key], levels: Mapping[Key, int]) -> Iterator[float]:
    """For each of a run, how deep it stands in what is above all of them."""
    return accumulate((levels.get(key, 1) if key.sort == "section" else inf for key in run), min)
