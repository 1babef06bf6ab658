"""Which conclusions lost all their support, and which got any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.diff.change import Changed, ClaimChange, SupportChange
from argmap.diff.claims import claim_change
from argmap.diff.kinds import ConclusionGrounded, ConclusionUngrounded, SupportAdded, SupportFlipped, SupportRemoved
from argmap.diff.origins import roots
from argmap.diff.reach import supporting
from argmap.diff.sides import Sides
from argmap.model.inference import StepRole


def ground_changes(sides: Sides, supports: Iterable[SupportChange]) -> Iterator[ClaimChange]:
    """The claims of both sides that had a reason and have none, or the other way round, with what took or gave it.

    Args:
        sides: Both corpora.
        supports: All changes of support.
    """
    by_conclusion: dict[str, list[SupportChange]] = {}
    for change in supports:
        by_conclusion.setdefault(change.conclusion, []).append(change)
    for old, new in sides.differing:
        had, has = any(supporting(old)), any(supporting(new))
        if had is not has:
            kind = ConclusionGrounded if has else ConclusionUngrounded
            causes = roots(change for change in by_conclusion.get(new.id, ()) if _is_of_reasons(change))
            yield claim_change(kind, sides, Changed(old, new), causes=causes)


def _is_of_reasons(change: SupportChange) -> bool:
    """Whether reasons came, went or turned, and not what only explains, is conceded or is a condition."""
    reasons = any(reason.role is StepRole.BECAUSE for reason in (*change.old, *change.new))
    return reasons and isinstance(change, SupportAdded | SupportRemoved | SupportFlipped)
