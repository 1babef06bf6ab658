"""Does it matter?  Each kind of change says how much (see `kinds`), and a project can re-level rule by rule."""

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
        level = own[change.rule] if change.rule in own else change.weight()
        if level is not None:
            yield Judged(change, level)
