"""The links without which a corpus is compared: those that cannot all hold, and those that say nothing.

Which of several links is wrong cannot be seen, so none of them counts, and no order of files decides.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

import attrs

from argmap.check.links import EXCLUDING, carriers, excluded_starts, key_of
from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.link import Link, LinkEnd

_MOST_ROUNDS = 10
_CARRYING = (Relation.SAME_AS, Relation.ENTAILS)


class WhyLeftOut(StrEnum):
    """Why a link does not count."""

    AT_ODDS = "at-odds"
    """With others, it says that one thing carries another with it and excludes it."""
    ITSELF = "itself"
    """It links something to itself."""
    TWICE = "twice"
    """It is declared before: that one counts."""


class LinkLeftOut(NamedTuple):
    """A link that does not count, and why."""

    link: Link
    why: WhyLeftOut


def links_left_out(corpus: Corpus) -> tuple[LinkLeftOut, ...]:
    """The links that do not count, in the order in which they are declared."""
    found: dict[int, WhyLeftOut] = {}
    seen: set[tuple[str, ...]] = set()
    for place, link in enumerate(corpus.links):
        if link.source == link.target:
            found[place] = WhyLeftOut.ITSELF
        elif key_of(link) in seen:
            found[place] = WhyLeftOut.TWICE
        seen.add(key_of(link))
    left = [link for place, link in enumerate(corpus.links) if place not in found]
    at_odds = _at_odds(attrs.evolve(corpus, links=tuple(left)))
    found |= {
        place: WhyLeftOut.AT_ODDS
        for place, link in enumerate(corpus.links)
        if place not in found and key_of(link) in at_odds
    }
    return tuple(LinkLeftOut(corpus.links[place], found[place]) for place in sorted(found))


def without(corpus: Corpus, left_out: Sequence[LinkLeftOut]) -> Corpus:
    """A corpus without some of its links."""
    if not left_out:
        return corpus
    places = {id(each.link) for each in left_out}
    return attrs.evolve(corpus, links=tuple(link for link in corpus.links if id(link) not in places))


def _at_odds(corpus: Corpus) -> set[tuple[str, ...]]:
    """The keys of links that cannot all hold: each that excludes, with all shortest chains that carry over it."""
    found: set[tuple[str, ...]] = set()
    links = list(corpus.links)
    for _ in range(_MOST_ROUNDS):
        left = attrs.evolve(corpus, links=tuple(links))
        pairs = list(excluded_starts(left))
        if not pairs:
            return found
        forward = {start: [end for end, _ in others] for start, others in carriers(left).items()}
        backward: dict[LinkEnd, list[LinkEnd]] = {}
        for start, ends in forward.items():
            for end in ends:
                backward.setdefault(end, []).append(start)
        steps: set[tuple[LinkEnd, LinkEnd]] = set()
        for start, end, link in pairs:
            steps |= _shortest(start, end, forward, backward)
            if link is not None:
                found.add(key_of(link))
        found |= {key_of(link) for link in links if link.relation in _CARRYING and _is_step(link, steps)}
        links = [link for link in links if key_of(link) not in found]
    # Of very many that are entangled, all are left out.
    return found | {key_of(link) for link in links if link.relation in (*_CARRYING, *EXCLUDING)}


def _is_step(link: Link, steps: set[tuple[LinkEnd, LinkEnd]]) -> bool:
    back = link.relation is Relation.SAME_AS and (link.target, link.source) in steps
    return back or (link.source, link.target) in steps


def _shortest(
    start: LinkEnd,
    end: LinkEnd,
    forward: Mapping[LinkEnd, Sequence[LinkEnd]],
    backward: Mapping[LinkEnd, Sequence[LinkEnd]],
) -> set[tuple[LinkEnd, LinkEnd]]:
    """The steps of all shortest chains from one end to another."""
    far = _distances(start, forward, end)
    near = _distances(end, backward, start)
    whole = far[end]
    return {
        (here, there)
        for here, steps in far.items()
        for there in forward.get(here, ())
        if steps + 1 + near.get(there, whole) == whole
    }


def _distances(start: LinkEnd, ways: Mapping[LinkEnd, Sequence[LinkEnd]], until: LinkEnd) -> dict[LinkEnd, int]:
    """How many steps away each end is, no further than one of them."""
    found = {start: 0}
    pending = deque([start])
    while pending and until not in found:
        here = pending.popleft()
        for there in ways.get(here, ()):
            if there not in found:
                found[there] = found[here] + 1
                pending.append(there)
    return found
