"""Which name became which, in one space of names: those that stayed, and those that `was` relates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

import attrs

from argmap.diff.text_similarity import jaccard, words_of
from argmap.model.ids import owned


class Recorded(Protocol):
    """What says which names it had before."""

    @property
    def was(self) -> tuple[str, ...]:
        """Those names."""


K = TypeVar("K", bound=str)
T = TypeVar("T", bound=Recorded)
Homes = Mapping[str, Mapping[str, T]]
"""Records by the document or issue in which they have their names (empty where they are shared), then by name."""
_Sayings = Mapping[K, frozenset[str]]


@attrs.frozen(eq=False, repr=False)
class Declared(Generic[K]):
    """What became of the old names of one space.

    Attributes:
        pairs: By old name, the new one; no new name stands twice.
        splits: By old name, sorted, all new names that it became, where these are several.
        merges: By new name, sorted, all old names that it was, where these are several.
    """

    pairs: Mapping[K, K]
    splits: Mapping[K, tuple[K, ...]] = attrs.field(factory=dict)
    merges: Mapping[K, tuple[K, ...]] = attrs.field(factory=dict)


def declared(old: Mapping[K, T], new: Mapping[K, T], said: Callable[[T], str]) -> Declared[K]:
    """Match what has the same name, then what `was` relates, which is looked at on both sides.

    A name that is there on both sides is matched to nothing else.  Of several that lay claim to one, that which is
    likest in words has it.  With the sides changed over, the result is the inverse.

    Args:
        old: The records of a space by name.
        new: Likewise.
        said: The words of a record.
    """
    pairs = {name: name for name in old if name in new}
    before, after = _sayings(old), _sayings(new)
    related = set(_related(after, old)) | {(one, other) for other, one in _related(before, new)}
    if not related:
        return Declared(pairs)
    origins = {name: name for name in pairs}
    free = [(one, other) for one, other in related if one not in new and other not in old]
    words = {name: words_of(said(old[name])) for name, _ in free}
    words |= {name: words_of(said(new[name])) for _, name in free}
    for one, other in sorted(free, key=lambda edge: (-jaccard(words[edge[0]], words[edge[1]]), sorted(edge))):
        if one not in pairs and other not in origins:
            pairs[one] = other
            origins[other] = one
    told = [
        (one, other)
        for one, other in related
        if (one not in new or other not in old)
        and (_is_news(one, other, after, before, origins) or _is_news(other, one, before, after, pairs))
    ]
    return Declared(
        pairs,
        splits=_several(told, pairs),
        merges=_several(((other, one) for one, other in told), origins),
    )


def _sayings(records: Mapping[K, T]) -> dict[K, frozenset[str]]:
    """The names that records say they had."""
    return {name: frozenset(record.was) - {name} for name, record in records.items() if record.was}


def _related(here: _Sayings[K], there: Iterable[K]) -> Iterator[tuple[K, K]]:
    """Each name of the other side that a record says it had, with the name that it has."""
    if here:
        known: dict[str, K] = {name: name for name in there}
        yield from ((known[was], name) for name, names in here.items() for was in names if was in known)


def _is_news(was: K, name: K, here: _Sayings[K], there: _Sayings[K], counterparts: Mapping[K, K]) -> bool:
    """Whether a record says that it had a name, and its counterpart on the other side does not say so already."""
    if was not in here.get(name, ()):
        return False
    counterpart = counterparts.get(name)
    return counterpart is None or was not in there.get(counterpart, ())


def _several(edges: Iterable[tuple[K, K]], counterparts: Mapping[K, K]) -> dict[K, tuple[K, ...]]:
    ends: dict[K, set[K]] = {}
    for one, other in edges:
        ends.setdefault(one, {counterparts[one]} if one in counterparts else set()).add(other)
    return {one: tuple(sorted(others)) for one, others in sorted(ends.items()) if len(others) > 1}


def declared_at_home(
    old: Homes[T], new: Homes[T], homes: Mapping[str, str], said: Callable[[T], str]
) -> Iterator[Declared[str]]:
    """The same for the names of each document or issue, in full: ``home.name``, or just the name where it is shared.

    What became of the homes themselves is known: `homes` has the new one by the old one.
    """
    for home, records in old.items():
        other = homes.get(home, home)
        if other in new:
            found = declared(records, new[other], said)
            yield Declared(
                {owned(home, one): owned(other, end) for one, end in found.pairs.items()},
                {owned(home, one): tuple(owned(other, end) for end in ends) for one, ends in found.splits.items()},
                {owned(other, one): tuple(owned(home, end) for end in ends) for one, ends in found.merges.items()},
            )
