"""Which name became which, in one space of names: those that stayed, and those that `was` relates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

import attrs

from argmap.diff.text_similarity import jaccard, normalised, words_of
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

    A name that is there on both sides is matched to nothing else, unless it went on to another thing: ids that were
    exchanged, or passed on in a row, are so many renames (see `_passed_on`).  Of several that lay claim to one, that
    which is likest in words has it.  With the sides changed over, the result is the inverse.

    Args:
        old: The records of a space by name.
        new: Likewise.
        said: The words of a record.
    """
    before, after = _sayings(old), _sayings(new)
    related = set(_related(after, old)) | {(one, other) for other, one in _related(before, new)}
    if not related:
        return Declared({name: name for name in old if name in new})
    words = {one: words_of(said(old[one])) for one, _ in related}
    others = {other: words_of(said(new[other])) for _, other in related}
    edges = sorted(related, key=lambda edge: (-jaccard(words[edge[0]], others[edge[1]]), sorted(edge)))
    news = set(_news(before, after, old, new, said))
    passed_on = _passed_on(news, old, new, said)
    pairs = {name: name for name in old if name in new and name not in passed_on}
    origins = {name: name for name in pairs}
    if passed_on:
        in_a_row = sorted((edge for edge in edges if edge in news), key=lambda edge: -len(passed_on & {*edge}))
        _match(in_a_row, pairs, origins)
        _give_back(passed_on, pairs, origins)
    _match(edges, pairs, origins)
    told = [
        (one, other)
        for one, other in related
        if (one not in new or other not in old)
        and (_is_news(one, other, after, before, origins) or _is_news(other, one, before, after, pairs))
    ]
    return Declared(
        {name: pairs[name] for name in old if name in pairs} if passed_on else pairs,
        splits=_several(told, pairs),
        merges=_several(((other, one) for one, other in told), origins),
    )


def _match(edges: Iterable[tuple[K, K]], pairs: dict[K, K], origins: dict[K, K]) -> None:
    """Make pairs of names that are in none, the first edge first."""
    for one, other in edges:
        if one not in pairs and other not in origins:
            pairs[one] = other
            origins[other] = one


def _news(
    before: _Sayings[K], after: _Sayings[K], old: Mapping[K, T], new: Mapping[K, T], said: Callable[[T], str]
) -> Iterator[tuple[K, K]]:
    """What one side says of former names, and the record of the same name on the other side does not say already.

    What both say is news only where the words went the same way, and not with the names: ids were exchanged again.
    """

    def is_said_again(one: K, other: K) -> bool:
        went = _is_same(old[one], new[other], said)
        return went and not any(
            name in old and name in new and _is_same(old[name], new[name], said) for name in (one, other)
        )

    for was, name in _related(after, old):
        if was not in before.get(name, ()) or is_said_again(was, name):
            yield was, name
    for was, name in _related(before, new):
        if was not in after.get(name, ()) or is_said_again(name, was):
            yield name, was


def _is_same(one: T, other: T, said: Callable[[T], str]) -> bool:
    return normalised(said(one)) == normalised(said(other))


def _passed_on(news: Iterable[tuple[K, K]], old: Mapping[K, T], new: Mapping[K, T], said: Callable[[T], str]) -> set[K]:
    """The names of both sides of which the old thing has another name now, and the new one had another before.

    What says the very same as before under its name has kept it: `was` was written there later.  So has what names
    itself in `was`, beside what came to it.
    """
    sources: dict[K, list[K]] = {}
    ends: dict[K, list[K]] = {}
    for one, other in news:
        sources.setdefault(other, []).append(one)
        ends.setdefault(one, []).append(other)

    def stayed(name: K) -> bool:
        if name in old[name].was or name in new[name].was:
            return True
        return _is_same(old[name], new[name], said) and not (
            any(_is_same(old[one], new[name], said) for one in sources[name])
            or any(_is_same(old[name], new[other], said) for other in ends[name])
        )

    return {name for name in sources.keys() & ends.keys() if name in old and name in new and not stayed(name)}


def _give_back(passed_on: set[K], pairs: dict[K, K], origins: dict[K, K]) -> None:
    """Names go back to what had them where the old or the new thing of a name found no counterpart."""
    pending = [name for name in passed_on if name not in pairs or name not in origins]
    while pending:
        name = pending.pop()
        if name not in passed_on:
            continue
        passed_on.remove(name)
        for ends, sources in ((pairs, origins), (origins, pairs)):
            end = ends.pop(name, None)
            if end is not None:
                del sources[end]
                pending.append(end)
        pairs[name] = origins[name] = name


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
