"""The kinds of change: one class each, with its rule, its mirror and how much it matters.

The mirror of a kind is what the same edit is called when old and new change places: whatever can be added can be
removed.  What is not said to matter more or less is of medium significance; a project can re-level rule by rule.
"""

from __future__ import annotations

from collections.abc import Mapping

from argmap.diff import change
from argmap.diff.field_kinds import FIELD_KINDS
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.language.words import Relation
from argmap.model.claim import Claim

_FAR = 2
"""Steps of strength from which a stance is more than a little firmer or weaker."""


class StanceReversed(change.StanceChange, rule=Rule.STANCE_REVERSED, significance=Significance.HIGH):
    """The holder now says the opposite, or an answer that the old one excludes."""


class StanceRetracted(change.StanceChange, rule=Rule.STANCE_RETRACTED, significance=Significance.HIGH):
    """The holder no longer says it."""


class StanceAdopted(change.StanceChange, rule=Rule.STANCE_ADOPTED, mirror=StanceRetracted):
    """The holder did not say it before."""


class StanceShifted(change.StanceChange, rule=Rule.STANCE_SHIFTED):
    """The holder moved along the scale of the issue, without crossing its middle."""


class StanceSuspended(change.StanceChange, rule=Rule.STANCE_SUSPENDED):
    """The holder now leaves open what it had settled."""


class StanceSettled(change.StanceChange, rule=Rule.STANCE_SETTLED, mirror=StanceSuspended):
    """The holder now settles what it had left open."""


class StanceQualified(change.StanceChange, rule=Rule.STANCE_QUALIFIED, significance=Significance.LOW):
    """The same stance, more or less firmly, or on other terms."""

    def weight(self) -> Significance:
        """More where it is more than a little firmer or weaker."""
        return Significance.MEDIUM if self.distance >= _FAR else self.significance


class AttributionChanged(change.ClaimChange, rule=Rule.ATTRIBUTION_CHANGED, significance=Significance.HIGH):
    """Somebody else holds the claim now."""


class ClaimNegated(change.ClaimChange, rule=Rule.CLAIM_NEGATED, significance=Significance.HIGH):
    """The text gained or lost a negation, a modal or a quantifier."""


class ClaimReworded(change.ClaimChange, rule=Rule.CLAIM_REWORDED):
    """The text says it in other words."""


class ClaimRemoved(change.ClaimChange, rule=Rule.CLAIM_REMOVED):
    """The claim is gone."""

    def weight(self) -> Significance:
        """More where something rested on it."""
        return Significance.HIGH if self.used else self.significance


class ClaimAdded(change.ClaimChange, rule=Rule.CLAIM_ADDED, mirror=ClaimRemoved, significance=Significance.LOW):
    """The claim is new."""


class ClaimSplit(change.ClaimChange, rule=Rule.CLAIM_SPLIT):
    """One claim became several, as `was` declares."""


class ClaimMerged(change.ClaimChange, rule=Rule.CLAIM_MERGED, mirror=ClaimSplit):
    """Several claims became one, as `was` declares."""


class ClaimRenamed(change.ClaimChange, rule=Rule.CLAIM_RENAMED, significance=Significance.LOW):
    """The id is another, as `was` declares, and nothing else need be."""


class ClaimMoved(change.ClaimChange, rule=Rule.CLAIM_MOVED, significance=Significance.LOW):
    """The claim stands in another section, or in another document of the same authors."""


class ClaimRedated(change.ClaimChange, rule=Rule.CLAIM_REDATED, significance=Significance.LOW):
    """The fact is dated to another time (`as-of`)."""

    @staticmethod
    def aspect(claim: Claim) -> str:
        """The time."""
        return str(claim.as_of or "")


class ConclusionUngrounded(change.ClaimChange, rule=Rule.CONCLUSION_UNGROUNDED, significance=Significance.HIGH):
    """Nothing supports the claim any longer."""


class ConclusionGrounded(change.ClaimChange, rule=Rule.CONCLUSION_GROUNDED, mirror=ConclusionUngrounded):
    """Something supports the claim that nothing supported."""


class SupportFlipped(change.SupportChange, rule=Rule.SUPPORT_FLIPPED, significance=Significance.HIGH):
    """What spoke for the conclusion now speaks against it, or the other way round."""


class SupportAdded(change.SupportChange, rule=Rule.SUPPORT_ADDED):
    """A reason, or a premise of one, is new."""


class SupportRemoved(change.SupportChange, rule=Rule.SUPPORT_REMOVED, mirror=SupportAdded):
    """A reason, or a premise of one, is gone."""


class InferenceRegrouped(change.SupportChange, rule=Rule.INFERENCE_REGROUPED):
    """The same premises, but linked where they were independent, or the other way round."""


class SchemeChanged(change.SupportChange, rule=Rule.SCHEME_CHANGED):
    """The same premises, by other argumentation schemes."""

    @staticmethod
    def aspect(reason: change.Reason) -> tuple[str, ...]:
        """The schemes."""
        return reason.schemes


class StepCuesChanged(change.SupportChange, rule=Rule.STEP_CUES_CHANGED, significance=Significance.LOW):
    """The same step is made elsewhere in the source."""

    @staticmethod
    def aspect(reason: change.Reason) -> tuple[str, ...]:
        """The places."""
        return reason.cues


class StepNotesChanged(change.SupportChange, rule=Rule.STEP_NOTES_CHANGED, significance=Significance.LOW):
    """The analyst remarks something else about the same step."""

    @staticmethod
    def aspect(reason: change.Reason) -> tuple[str, ...]:
        """The notes."""
        return reason.notes


class ObjectionAdded(change.SupportChange, rule=Rule.OBJECTION_ADDED):
    """A concession, or a doubt about a step, is new."""


class ObjectionRemoved(change.SupportChange, rule=Rule.OBJECTION_REMOVED, mirror=ObjectionAdded):
    """A concession, or a doubt about a step, is gone."""


class ConditionAdded(change.SupportChange, rule=Rule.CONDITION_ADDED):
    """A condition or an exception is new."""


class ConditionRemoved(change.SupportChange, rule=Rule.CONDITION_REMOVED, mirror=ConditionAdded):
    """A condition or an exception is gone."""


class ConflictOpened(change.AlignmentChange, rule=Rule.CONFLICT_OPENED, significance=Significance.HIGH):
    """Two holders disagree who did not."""


class ConflictClosed(
    change.AlignmentChange, rule=Rule.CONFLICT_CLOSED, mirror=ConflictOpened, significance=Significance.HIGH
):
    """Two holders disagreed and no longer do."""


class AgreementGained(change.AlignmentChange, rule=Rule.AGREEMENT_GAINED):
    """Two holders agree who did not, and did not disagree either."""


class AgreementLost(change.AlignmentChange, rule=Rule.AGREEMENT_LOST, mirror=AgreementGained):
    """Two holders agreed and no longer do, and do not disagree either."""


class VerdictChanged(change.AlignmentChange, rule=Rule.VERDICT_CHANGED):
    """Two holders still disagree, or agree, or do neither, and otherwise than they did."""

    def weight(self) -> Significance:
        """More where both could be right and cannot now, or the other way round; less within an agreement."""
        found = [alignment.verdict for alignment in self.records]
        if len({verdict.is_cannot for verdict in found}) > 1:
            return Significance.HIGH
        return Significance.LOW if all(verdict.is_agreement for verdict in found) else self.significance


class CruxGained(change.CruxChange, rule=Rule.CRUX_GAINED):
    """A disagreement turns on something on which it did not turn, wholly or in part."""


class CruxLost(change.CruxChange, rule=Rule.CRUX_LOST, mirror=CruxGained):
    """A disagreement no longer turns on something."""


class CruxShifted(change.CruxChange, rule=Rule.CRUX_SHIFTED):
    """A disagreement turns wholly on something on which it turned in part, or the other way round."""


class LinkAdded(change.LinkChange, rule=Rule.LINK_ADDED):
    """Two claims, or two positions, are linked that were not."""


class LinkRemoved(change.LinkChange, rule=Rule.LINK_REMOVED, mirror=LinkAdded):
    """They are no longer linked."""


class LinkRetyped(change.LinkChange, rule=Rule.LINK_RETYPED):
    """They are linked by another relation, or the other way round."""

    def weight(self) -> Significance:
        """More where what was the newer fact is the older one now."""
        old, new = self.old, self.new
        if old is None or new is None or old.relation is not new.relation or old.relation is not Relation.SUPERSEDES:
            return self.significance
        return Significance.HIGH


class IssueAdded(change.IssueChange, rule=Rule.ISSUE_ADDED):
    """The question is new."""


class IssueRemoved(change.IssueChange, rule=Rule.ISSUE_REMOVED, mirror=IssueAdded):
    """The question is gone."""


class IssueReworded(change.IssueChange, rule=Rule.ISSUE_REWORDED):
    """The question is put in other words."""


class IssueRescaled(change.IssueChange, rule=Rule.ISSUE_RESCALED):
    """Other positions exclude each other, or they are ordered differently."""


class PositionAdded(change.PositionChange, rule=Rule.POSITION_ADDED):
    """The answer is new."""


class PositionRemoved(change.PositionChange, rule=Rule.POSITION_REMOVED, mirror=PositionAdded):
    """The answer is gone."""


class PositionReworded(change.PositionChange, rule=Rule.POSITION_REWORDED):
    """The answer is put in other words."""


class TermAdded(change.TermChange, rule=Rule.TERM_ADDED, significance=Significance.LOW):
    """The word is newly defined."""


class TermRemoved(change.TermChange, rule=Rule.TERM_REMOVED, mirror=TermAdded):
    """The word is no longer defined."""


class TermRedefined(change.TermChange, rule=Rule.TERM_REDEFINED):
    """The word means something else."""


class DocumentAdded(change.DocumentChange, rule=Rule.DOCUMENT_ADDED):
    """The document is new, with all its claims."""


class DocumentRemoved(
    change.DocumentChange, rule=Rule.DOCUMENT_REMOVED, mirror=DocumentAdded, significance=Significance.HIGH
):
    """The document is gone, with all its claims."""


class ThesisChanged(change.DocumentChange, rule=Rule.THESIS_CHANGED, significance=Significance.HIGH):
    """Another claim is the thesis."""


class AuthorshipChanged(change.DocumentChange, rule=Rule.AUTHORSHIP_CHANGED, significance=Significance.HIGH):
    """Others are the authors."""


class SourceChanged(change.DocumentChange, rule=Rule.SOURCE_CHANGED):
    """The document is taken from another source."""


class ActorRemoved(change.ActorChange, rule=Rule.ACTOR_REMOVED, significance=Significance.LOW):
    """The actor is no longer declared."""


class ActorAdded(change.ActorChange, rule=Rule.ACTOR_ADDED, significance=Significance.LOW, mirror=ActorRemoved):
    """The actor is newly declared."""


KINDS: tuple[type[change.Change], ...] = (
    tuple(
        kind
        for kind in vars().values()
        if isinstance(kind, type) and issubclass(kind, change.Change) and hasattr(kind, "rule")
    )
    + FIELD_KINDS
)
"""All of them."""

SIGNIFICANCE: Mapping[Rule, Significance] = {
    kind.rule: kind.significance for kind in sorted(KINDS, key=lambda kind: tuple(Rule).index(kind.rule))
}
"""How much each rule matters, before the settings of a project and the particulars of a change; in their order."""

ASPECTS: Mapping[Rule, type[change.ClaimChange]] = {kind.rule: kind for kind in (ClaimRedated,)}
"""The kinds that are about one field of a claim: it is compared, known again and told by the field alone."""

STEP_ASPECTS: Mapping[Rule, type[change.SupportChange]] = {
    kind.rule: kind for kind in (SchemeChanged, StepCuesChanged, StepNotesChanged)
}
"""The kinds that are about what is said of a step, where its premises and what they do stay the same."""
