"""Pairs of holders that one sentence can tell: those who face each other alike, and those who share an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.stance import Acceptance, Stance
from argmap.judge.holder import Holder
from argmap.judge.verdict import Reason, Verdict
from argmap.model.ids import PositionId


@attrs.frozen(kw_only=True)
class GroupedPairs:
    """Pairs on one issue, or over one link, with one verdict, of which either side gives the same answers.

    Attributes:
        one: Those of the first side, each once.
        other: Those of the second.
        alignments: The pairs.  Where the sides differ, everybody of one is paired with everybody of the other: a
            sentence that names both sides says no more than the pairs do.
    """

    one: tuple[Side, ...]
    other: tuple[Side, ...]
    alignments: tuple[Alignment, ...]

    @property
    def first(self) -> Alignment:
        """A pair from which the verdict of all can be read."""
        return self.alignments[0]

    @property
    def verdict(self) -> Verdict:
        """That of every pair."""
        return self.first.verdict

    @property
    def holders(self) -> tuple[Holder, ...]:
        """Everybody in it."""
        return tuple(side.holder for side in (*self.one, *self.other))


@attrs.frozen(kw_only=True)
class SharedAnswer:
    """Holders who do the same with the same positions of one issue.

    Attributes:
        sides: Each holder once, with its stances on just these positions.
        alignments: The agreements among them.
        qualified: Those of the agreements that rest on this first, and have a reserve.
    """

    sides: tuple[Side, ...]
    alignments: tuple[Alignment, ...]
    qualified: tuple[Alignment, ...]

    @property
    def is_mere_implication(self) -> bool:
        """Whether no pair says it: each agreement rests on what only follows, on one side at least."""
        return all(alignment.implied for alignment in self.alignments)


def counting(side: Side) -> tuple[Stance, ...]:
    """The stances of a side that are stated; where none is, the one that counts first."""
    stated = tuple(stance for stance in side.stances if not stance.implied)
    return stated or side.stances[:1]


def grouped_pairs(alignments: Iterable[Alignment]) -> tuple[GroupedPairs, ...]:
    """The pairs in groups, in the order in which each group is first met; a pair is turned where it fits so."""
    found: dict[tuple[object, ...], list[Alignment]] = {}
    for alignment in alignments:
        turned = alignment.mirrored()
        if _key(alignment) not in found and _key(turned) in found:
            found[_key(turned)].append(turned)
        else:
            found.setdefault(_key(alignment), []).append(alignment)
    groups = [part for key, group in found.items() for part in _complete(key, group)]
    return tuple(
        GroupedPairs(one=_each(one.one for one in group), other=_each(one.other for one in group), alignments=group)
        for group in map(tuple, groups)
    )


def _complete(key: tuple[object, ...], group: list[Alignment]) -> list[list[Alignment]]:
    """A group in parts in each of which everybody faces everybody: by whichever side makes fewer parts."""
    if len(group) == 1 or key == _key(group[0].mirrored()):
        return [group]
    return min(_alike(group, 0), _alike(group, 1), key=len)


def _alike(group: Iterable[Alignment], side: int) -> list[list[Alignment]]:
    """The pairs of a group by the holders of one side who face the same others."""
    faced: dict[Holder, dict[Holder, Alignment]] = {}
    for alignment in group:
        faced.setdefault(alignment.holders[side], {})[alignment.holders[1 - side]] = alignment
    parts: dict[frozenset[Holder], list[Alignment]] = {}
    for others in faced.values():
        parts.setdefault(frozenset(others), []).extend(others.values())
    return list(parts.values())


def shared_answers(alignments: Iterable[Alignment]) -> tuple[SharedAnswer, ...]:
    """Agreements on one issue in groups: whoever shares an answer, those that most share first.

    Two who share several answers are told together, unless somebody else shares just one of them.
    """
    found: dict[_Shared, list[Alignment]] = {}
    place: dict[int, int] = {}
    for alignment in alignments:
        place[id(alignment)] = len(place)
        for key in _common(alignment):
            found.setdefault(key, []).append(alignment)
    for key in [one for one in found if len(one.stances) == 1]:
        # Whoever takes one of two, of which just one is right, answers like those who reject the other.
        wider = next((one for one in found if key.stances < one.stances and one.implied is key.implied), None)
        if wider is not None:
            found[wider] = sorted((*found.pop(key), *found[wider]), key=lambda one: place[id(one)])
    together: dict[tuple[object, ...], list[_Shared]] = {}
    for key, group in found.items():
        together.setdefault(tuple(alignment.order for alignment in group), []).append(key)
    shared = [_shared_answer(tuple(found[keys[0]]), keys) for keys in together.values()]
    return tuple(sorted(shared, key=lambda one: (one.is_mere_implication, -len(one.sides))))


def _shared_answer(group: tuple[Alignment, ...], keys: Sequence[_Shared]) -> SharedAnswer:
    shown = {(one.position, one.acceptance) for key in keys for one in key.stances}

    def is_among(stance: Stance) -> bool:
        return (stance.position, stance.acceptance) in shown

    def only_these(side: Side) -> Side:
        return attrs.evolve(side, stances=tuple(filter(is_among, side.stances)))

    qualified = tuple(one for one in group if one.qualifications and is_among(one.one.stances[0]))
    sides = _each([side for alignment in group for side in (alignment.one, alignment.other)])
    return SharedAnswer(sides=tuple(map(only_these, sides)), alignments=group, qualified=qualified)


@attrs.frozen
class _Shared:
    """An answer that two give: by one position, or by two of which just one is right."""

    stances: frozenset[_Named]
    implied: bool


class _Named(NamedTuple):
    position: PositionId
    acceptance: Acceptance


def _common(alignment: Alignment) -> Iterator[_Shared]:
    """The answers that both give, and whether one of them only by implication: such only where there is no other."""
    theirs = {(stance.position, stance.acceptance): stance for stance in alignment.other.stances}
    both = [
        (mine, theirs[mine.position, mine.acceptance])
        for mine in alignment.one.stances
        if (mine.position, mine.acceptance) in theirs
    ]
    both = both or [(alignment.one.stances[0], alignment.other.stances[0])]
    found = [
        _Shared(frozenset(_Named(one.position, one.acceptance) for one in pair), any(one.implied for one in pair))
        for pair in both
    ]
    stated = [one for one in found if not one.implied]
    yield from stated or found[:1]


def _key(alignment: Alignment) -> tuple[object, ...]:
    newer = tuple(alignment.newer == holder for holder in alignment.holders)
    alone = alignment.holders if alignment.link is not None else ()
    sides = tuple(_facing(side, alignment) for side in (alignment.one, alignment.other))
    terms = (alignment.verdict, alignment.reason, alignment.feasible, alignment.implied, alignment.is_whole)
    return (alignment.order[:2], *terms, newer, alone, sides)


def _facing(side: Side, alignment: Alignment) -> tuple[object, ...]:
    """What a sentence tells of a side beside how firmly it speaks."""
    stances = tuple(
        (stance.position, stance.acceptance, stance.implied, stance.doubted, bool(stance.evidence[0].denied))
        for stance in counting(side)
    )
    also = tuple((stance.position, stance.acceptance, stance.conceded) for stance in side.also)
    timed = alignment.verdict in _OF_TIMES or alignment.reason in _OF_TIMES
    time = side.evidence[0].time if timed and side.evidence else None
    return (stances, side.standing if alignment.verdict is Verdict.MIXED else None, also, side.asks, time)


_OF_TIMES = (Verdict.SUPERSEDED, Verdict.OTHER_TIMES, Verdict.OVERTAKEN, Reason.YEARS, Reason.SO_FAR)


def _each(sides: Iterable[Side]) -> tuple[Side, ...]:
    """Each holder once; of several sides the one with most stances."""
    found: dict[Holder, Side] = {}
    for side in sides:
        before = found.get(side.holder)
        if before is None or len(before.stances) < len(side.stances):
            found[side.holder] = side
    return tuple(found.values())
