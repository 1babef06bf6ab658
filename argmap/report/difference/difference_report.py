"""What there is to say of a difference, before it is said in any form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import attrs

from argmap.diff.change import ClaimChange
from argmap.diff.difference import Difference
from argmap.diff.dispute_changes import DisputeCount, count_disputes
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.model.ids import ClaimId
from argmap.source.text import SourceText


@attrs.frozen(kw_only=True)
class DiffReport:
    """A difference, judged, with the names and the texts that it takes to say it.

    Attributes:
        difference: What differs; its changes and guesses are those that were asked for, whatever they matter.
        judged: The changes to report, in the order of the difference.
        accepted: Those that somebody has accepted, which are counted and not reported.
        reasons: By fingerprint of an accepted change, why it was accepted, and by whom.
        partial: The names of files that could not be read whole, sorted: what stands in the rest of them is not
            compared.
        old_name: How the old side is called: ``HEAD~1``, ``old.argmap``.
        new_name: Likewise.
        old_texts: The argument files of the old side by name.
        new_texts: Likewise.
        passed_over: The submodules that are not compared, since their files are in other repositories.
        switched_off: The kinds of the changes that the settings leave out, each as often as there are such changes.
        notices: What to know before the changes: what is not compared, what does not count.
        command: What shows all of it in a terminal, for a form that has to leave something out.
        claims: The claims of which it is told what became of them.
    """

    difference: Difference
    judged: tuple[Judged, ...] = ()
    accepted: tuple[Judged, ...] = ()
    reasons: Mapping[str, str] = attrs.field(factory=dict)
    partial: tuple[str, ...] = ()
    old_name: str = "old"
    new_name: str = "new"
    old_texts: Mapping[str, SourceText] = attrs.field(factory=dict, repr=False)
    new_texts: Mapping[str, SourceText] = attrs.field(factory=dict, repr=False)
    passed_over: tuple[str, ...] = ()
    switched_off: tuple[Rule, ...] = ()
    notices: tuple[str, ...] = ()
    command: str = "argmap diff"
    claims: frozenset[ClaimId] = attrs.field(init=False, eq=False, repr=False)

    @claims.default
    def _claims(self) -> frozenset[ClaimId]:
        changes = [judged.change for judged in self.judged if isinstance(judged.change, ClaimChange)]
        return frozenset(claim.id for change in changes for claim in change.records)

    @property
    def counts(self) -> dict[Significance, int]:
        """How many of the changes to report matter how much; every significance has its count, high ones first."""
        levels = [judged.significance for judged in self.judged]
        return {significance: levels.count(significance) for significance in Significance}

    @property
    def disputes(self) -> Mapping[Rule, DisputeCount]:
        """Of the disagreements to report that open or close, those with which a dispute does, by rule."""
        return count_disputes(judged.change for judged in self.judged)

    @property
    def full_command(self) -> str:
        """What tells each change on its own."""
        return self.command.replace("argmap diff", "argmap diff --full", 1)

    @property
    def left_out(self) -> tuple[Rule, ...]:
        """The kinds of the changes that are not reported, each as often as there are such changes."""
        reported = Counter(judged.change.rule for judged in self.judged)
        return tuple((Counter(change.rule for change in self.difference.changes) - reported).elements())

    def reaches(self, threshold: Significance) -> bool:
        """Whether any change to report matters at least so much."""
        return any(judged.significance.rank <= threshold.rank for judged in self.judged)
