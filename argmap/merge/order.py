"""The order of what two versions keep: each line where the side put it that moved or added it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from argmap.merge.keys import Key


def woven(base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key]) -> list[Key]:
    """All lines of two sides, each once.

    What neither side moved stays; what one side moved stands where that side put it, and what both moved where we did.
    Where both put something into one place, ours goes first, but for new sections: these come last, so that nothing
    gets into a section for which it was not written.
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
        mid, middle = _first_section(one), _first_section(other)
        result += [*one[:mid], *other[:middle], *one[mid:], *other[middle:]]
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


def _first_section(run: Sequence[Key]) -> int:
    return next((number for number, key in enumerate(run) if key.sort == "section"), len(run))
