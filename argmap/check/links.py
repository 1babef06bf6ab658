"""Rules about declared links: what they say together must be possible."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import chain as one_after_the_other

import attrs

from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import PositionId, PositionRef
from argmap.model.link import Link
from argmap.source.finding import Finding, Related

_EXCLUDING = (Relation.CONTRADICTS, Relation.CONTRARY_TO)
_MOST = 100
"""Contradictions among links that are told; to find one takes a search, and each may have many links."""
_MOST_SHOWN = 20
_SYMMETRIC = frozenset(Relation) - {Relation.ENTAILS, Relation.SUPERSEDES}


def links(corpus: Corpus) -> Iterator[Finding]:
    """All findings of this family."""
    seen: dict[tuple[str, ...], Link] = {}
    carried = _carriers(corpus)
    for link in corpus.links:
        if link.source == link.target:
            yield Finding(
                code="A603",
                message=f"`{link.source}` is linked to itself",
                place=link.origin,
                help="a link joins two different claims, or two different positions",
            )
            continue
        key = _key(link)
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


def _some(corpus: Corpus, carried: dict[str, list[tuple[str, Link]]]) -> Iterator[Finding]:
    excluding = (link for link in corpus.links if link.relation in _EXCLUDING and link.source != link.target)
    found = one_after_the_other(
        (finding for link in excluding for finding in _at_odds(link, carried)), _exclusive_positions(corpus, carried)
    )
    for count, finding in enumerate(found, start=1):
        yield finding
        if count == _MOST:
            yield attrs.evolve(finding, message="more links may be at odds; mend those above first", related=())
            return


def _key(link: Link) -> tuple[str, ...]:
    ends = (link.source, link.target)
    return (link.relation, *(sorted(ends) if link.relation in _SYMMETRIC else ends))


def _carriers(corpus: Corpus) -> dict[str, list[tuple[str, Link]]]:
    """From each end, where ``same-as`` and ``entails`` carry what is held there."""
    carried: dict[str, list[tuple[str, Link]]] = {}
    for link in corpus.links:
        if link.relation in (Relation.SAME_AS, Relation.ENTAILS):
            carried.setdefault(link.source, []).append((link.target, link))
        if link.relation is Relation.SAME_AS:
            carried.setdefault(link.target, []).append((link.source, link))
    return carried


def chain(start: str, end: str, carried: dict[str, list[tuple[str, Link]]]) -> tuple[Link, ...] | None:
    """The shortest chain of links by which one end carries to the other; None where there is none."""
    if start not in carried:
        return None
    came: dict[str, tuple[str, Link] | None] = {start: None}
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
    return None


def _at_odds(link: Link, carried: dict[str, list[tuple[str, Link]]]) -> Iterator[Finding]:
    for start, end in ((link.source, link.target), (link.target, link.source)):
        found = chain(start, end, carried)
        if found is None:
            continue
        yield Finding(
            code="A601",
            message=f"the links say that `{start}` carries `{end}` with it, and that it excludes it",
            place=link.origin,
            label="they exclude each other",
            related=tuple(map(_shown, found[:_MOST_SHOWN])),
            help="drop or retype one of these links",
        )
        return


def _exclusive_positions(corpus: Corpus, carried: dict[str, list[tuple[str, Link]]]) -> Iterator[Finding]:
    """Positions of one issue exclude each other without a link, and so cannot carry each other."""
    told: set[frozenset[Link]] = set()
    for start in carried:
        record = corpus.issues.get(start.issue) if isinstance(start, PositionRef) else None
        one = start.position if isinstance(start, PositionRef) else ""
        for other in record.positions if record is not None else ():
            if record is None or not record.excludes(PositionId(one), other.id):
                continue
            found = chain(start, PositionRef.of(record.id, other.id), carried)
            if found is None or frozenset(found) in told:
                continue
            told.add(frozenset(found))
            yield Finding(
                code="A601",
                message=f"`{one}` and `{other.id}` are positions of one issue, and exclude each other",
                place=found[0].origin,
                label="and this link carries one to the other"
                if len(found) == 1
                else "and these links carry one to the other",
                related=(*map(_shown, found[1:_MOST_SHOWN]), Related(record.origin, "the issue")),
                help="drop or retype a link, or add `compatible:` to the issue",
            )


def _shown(link: Link) -> Related:
    return Related(link.origin, f"`{link.source}` {link.relation} `{link.target}`")
