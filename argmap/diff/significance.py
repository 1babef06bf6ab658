"""Does it matter?  A table, which a project can re-level rule by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from argmap.diff.rule import Rule

if TYPE_CHECKING:
    from argmap.diff.change import Change


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
    "stance-reversed stance-retracted attribution-changed claim-negated support-flipped conclusion-ungrounded"
    " thesis-changed conflict-opened conflict-closed document-removed authorship-changed"
)
_LOW = "stance-qualified claim-added claim-renamed claim-moved claim-redated term-added"
DEFAULT: Mapping[Rule, Significance] = {
    **dict.fromkeys(Rule, Significance.MEDIUM),
    **dict.fromkeys(map(Rule, _HIGH.split()), Significance.HIGH),
    **dict.fromkeys(map(Rule, _LOW.split()), Significance.LOW),
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
    # Every page knows how a change looks that matters so much, and most pages tell of none.
    from argmap.diff.kinds import ClaimRemoved, StanceQualified

    if isinstance(change, ClaimRemoved) and change.used:
        return Significance.HIGH
    if isinstance(change, StanceQualified) and change.distance >= _FAR:
        return Significance.MEDIUM
    return DEFAULT[change.rule]
