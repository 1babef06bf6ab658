"""Does it matter?  A table, which a project can re-level rule by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

import attrs

from argmap.diff.change import Change, StanceChange
from argmap.diff.kinds import ClaimRemoved, StanceQualified
from argmap.diff.rule import Rule


class Significance(StrEnum):
    """How much a change matters to whoever reviews it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for what matters most."""
        return list(Significance).index(self)


_HIGH = (
    Rule.STANCE_REVERSED,
    Rule.STANCE_RETRACTED,
    Rule.ATTRIBUTION_CHANGED,
    Rule.CLAIM_NEGATED,
    Rule.SUPPORT_FLIPPED,
    Rule.CONCLUSION_UNGROUNDED,
    Rule.THESIS_CHANGED,
    Rule.CONFLICT_OPENED,
    Rule.CONFLICT_CLOSED,
    Rule.DOCUMENT_REMOVED,
    Rule.AUTHORSHIP_CHANGED,
)
_LOW = (
    Rule.STANCE_QUALIFIED,
    Rule.CLAIM_ADDED,
    Rule.CLAIM_RENAMED,
    Rule.CLAIM_MOVED,
    Rule.CLAIM_REDATED,
    Rule.TERM_ADDED,
)
DEFAULT: Mapping[Rule, Significance] = {
    **dict.fromkeys(Rule, Significance.MEDIUM),
    **dict.fromkeys(_HIGH, Significance.HIGH),
    **dict.fromkeys(_LOW, Significance.LOW),
}
"""Every rule, before the settings of a project."""

_FAR = 2
"""Steps of strength from which a stance is more than a little firmer or weaker."""


@attrs.frozen
class Judged:
    """A change and how much it matters."""

    change: Change
    significance: Significance


def judge(changes: Iterable[Change], levels: Mapping[Rule, Significance | None] | None = None) -> Iterator[Judged]:
    """The changes that matter, in their order.

    Args:
        changes: Any.
        levels: By rule, what a project says instead; None switches the rule off.  What a project says stands: the
            particulars of a change do not raise it.
    """
    own = levels or {}
    for change in changes:
        level = own[change.rule] if change.rule in own else _by_default(change)
        if level is not None:
            yield Judged(change, level)


def _by_default(change: Change) -> Significance:
    if isinstance(change, ClaimRemoved) and change.used:
        return Significance.HIGH
    if isinstance(change, StanceQualified) and isinstance(change, StanceChange) and change.distance >= _FAR:
        return Significance.MEDIUM
    return DEFAULT[change.rule]
