"""What happened to declared links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.diff.change import Added, Changed, LinkChange, Removed
from argmap.diff.kinds import LinkAdded, LinkRemoved, LinkRetyped
from argmap.diff.origins import Origins, roots
from argmap.diff.sides import Sides
from argmap.language.words import Relation
from argmap.model.link import Link, LinkEnd

Ends = frozenset[LinkEnd]

_DIRECTED = (Relation.ENTAILS, Relation.SUPERSEDES)


def link_changes(sides: Sides, origins: Origins) -> Iterator[LinkChange]:
    """What happened to links; confidence, reason and notes count for nothing.

    Where one relation of two ends took the place of one other, it was retyped.  A link goes with what it joins.
    """
    if sides.old.links == sides.new.links:
        return
    old, new = _by_ends(sides.old.links), _by_ends(sides.new.links)
    for ends in (*old, *(ends for ends in new if ends not in old)):
        before, after = old.get(ends, {}), new.get(ends, {})
        went = [link for said, link in before.items() if said not in after]
        came = [link for said, link in after.items() if said not in before]
        if len(went) == len(came) == 1:
            yield LinkRetyped(edit=Changed(went[0], came[0]))
            continue
        causes = roots(cause for end in sorted(ends) for cause in origins.one_sided(end))
        yield from (LinkRemoved(edit=Removed(link), causes=causes) for link in went)
        yield from (LinkAdded(edit=Added(link), causes=causes) for link in came)


def _by_ends(links: tuple[Link, ...]) -> Mapping[Ends, Mapping[tuple[Relation, str], Link]]:
    """By ends, then by what they say; what has no direction says the same from both ends."""
    found: dict[Ends, dict[tuple[Relation, str], Link]] = {}
    for link in links:
        source = link.source if link.relation in _DIRECTED else ""
        found.setdefault(link.ends, {}).setdefault((link.relation, source), link)
    return found
