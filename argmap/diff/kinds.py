"""The kinds of change: one class each, with its rule and its mirror.

The mirror of a kind is what the same edit is called when old and new change places: whatever can be added can be
removed.
"""

from __future__ import annotations

from argmap.diff.change import (
    AlignmentChange,
    Change,
    ClaimChange,
    CruxChange,
    DocumentChange,
    IssueChange,
    LinkChange,
    PositionChange,
    StanceChange,
    SupportChange,
    TermChange,
)
from argmap.diff.rule import Rule


class StanceReversed(StanceChange, rule=Rule.STANCE_REVERSED):
    """The holder now says the opposite, or an answer that the old one excludes."""

    __slots__ = ()


class StanceRetracted(StanceChange, rule=Rule.STANCE_RETRACTED):
    """The holder no longer says it."""

    __slots__ = ()


class StanceAdopted(StanceChange, rule=Rule.STANCE_ADOPTED):
    """The holder did not say it before."""

    __slots__ = ()


class StanceShifted(StanceChange, rule=Rule.STANCE_SHIFTED):
    """The holder moved along the scale of the issue, without crossing its middle."""

    __slots__ = ()


class StanceSuspended(StanceChange, rule=Rule.STANCE_SUSPENDED):
    """The holder now leaves open what it had settled."""

    __slots__ = ()


class StanceSettled(StanceChange, rule=Rule.STANCE_SETTLED):
    """The holder now settles what it had left open."""

    __slots__ = ()


class StanceQualified(StanceChange, rule=Rule.STANCE_QUALIFIED):
    """The same stance, more or less firmly, or on other terms."""

    __slots__ = ()


class AttributionChanged(ClaimChange, rule=Rule.ATTRIBUTION_CHANGED):
    """Somebody else holds the claim now."""

    __slots__ = ()


class ClaimNegated(ClaimChange, rule=Rule.CLAIM_NEGATED):
    """The text gained or lost a negation, a modal or a quantifier."""

    __slots__ = ()


class ClaimReworded(ClaimChange, rule=Rule.CLAIM_REWORDED):
    """The text says it in other words."""

    __slots__ = ()


class ClaimRemoved(ClaimChange, rule=Rule.CLAIM_REMOVED):
    """The claim is gone."""

    __slots__ = ()


class ClaimAdded(ClaimChange, rule=Rule.CLAIM_ADDED):
    """The claim is new."""

    __slots__ = ()


class ClaimSplit(ClaimChange, rule=Rule.CLAIM_SPLIT):
    """One claim became several, as `was` declares."""

    __slots__ = ()


class ClaimMerged(ClaimChange, rule=Rule.CLAIM_MERGED):
    """Several claims became one, as `was` declares."""

    __slots__ = ()


class ClaimRenamed(ClaimChange, rule=Rule.CLAIM_RENAMED):
    """The id is another, as `was` declares, and nothing else need be."""

    __slots__ = ()


class ClaimMoved(ClaimChange, rule=Rule.CLAIM_MOVED):
    """The claim stands in another section, or in another document of the same authors."""

    __slots__ = ()


class ClaimRedated(ClaimChange, rule=Rule.CLAIM_REDATED):
    """The fact is dated to another time (`as-of`)."""

    __slots__ = ()


class ConclusionUngrounded(ClaimChange, rule=Rule.CONCLUSION_UNGROUNDED):
    """Nothing supports the claim any longer."""

    __slots__ = ()


class ConclusionGrounded(ClaimChange, rule=Rule.CONCLUSION_GROUNDED):
    """Something supports the claim that nothing supported."""

    __slots__ = ()


class SupportFlipped(SupportChange, rule=Rule.SUPPORT_FLIPPED):
    """What spoke for the conclusion now speaks against it, or the other way round."""

    __slots__ = ()


class SupportAdded(SupportChange, rule=Rule.SUPPORT_ADDED):
    """A reason, or a premise of one, is new."""

    __slots__ = ()


class SupportRemoved(SupportChange, rule=Rule.SUPPORT_REMOVED):
    """A reason, or a premise of one, is gone."""

    __slots__ = ()


class InferenceRegrouped(SupportChange, rule=Rule.INFERENCE_REGROUPED):
    """The same premises, but linked where they were independent, or the other way round."""

    __slots__ = ()


class ObjectionAdded(SupportChange, rule=Rule.OBJECTION_ADDED):
    """A concession, or a doubt about a step, is new."""

    __slots__ = ()


class ObjectionRemoved(SupportChange, rule=Rule.OBJECTION_REMOVED):
    """A concession, or a doubt about a step, is gone."""

    __slots__ = ()


class ConditionAdded(SupportChange, rule=Rule.CONDITION_ADDED):
    """A condition or an exception is new."""

    __slots__ = ()


class ConditionRemoved(SupportChange, rule=Rule.CONDITION_REMOVED):
    """A condition or an exception is gone."""

    __slots__ = ()


class ConflictOpened(AlignmentChange, rule=Rule.CONFLICT_OPENED):
    """Two holders conflict who did not."""

    __slots__ = ()


class ConflictClosed(AlignmentChange, rule=Rule.CONFLICT_CLOSED):
    """Two holders conflicted and no longer do."""

    __slots__ = ()


class AgreementGained(AlignmentChange, rule=Rule.AGREEMENT_GAINED):
    """Two holders agree who did not, and did not conflict either."""

    __slots__ = ()


class AgreementLost(AlignmentChange, rule=Rule.AGREEMENT_LOST):
    """Two holders agreed and no longer do, and do not conflict either."""

    __slots__ = ()


class CruxGained(CruxChange, rule=Rule.CRUX_GAINED):
    """A conflict turns on something on which it did not turn."""

    __slots__ = ()


class CruxLost(CruxChange, rule=Rule.CRUX_LOST):
    """A conflict no longer turns on something."""

    __slots__ = ()


class LinkAdded(LinkChange, rule=Rule.LINK_ADDED):
    """Two claims, or two positions, are linked that were not."""

    __slots__ = ()


class LinkRemoved(LinkChange, rule=Rule.LINK_REMOVED):
    """They are no longer linked."""

    __slots__ = ()


class LinkRetyped(LinkChange, rule=Rule.LINK_RETYPED):
    """They are linked by another relation."""

    __slots__ = ()


class IssueAdded(IssueChange, rule=Rule.ISSUE_ADDED):
    """The question is new."""

    __slots__ = ()


class IssueRemoved(IssueChange, rule=Rule.ISSUE_REMOVED):
    """The question is gone."""

    __slots__ = ()


class IssueReworded(IssueChange, rule=Rule.ISSUE_REWORDED):
    """The question is put in other words."""

    __slots__ = ()


class IssueRescaled(IssueChange, rule=Rule.ISSUE_RESCALED):
    """Other positions exclude each other, or they are ordered differently."""

    __slots__ = ()


class PositionAdded(PositionChange, rule=Rule.POSITION_ADDED):
    """The answer is new."""

    __slots__ = ()


class PositionRemoved(PositionChange, rule=Rule.POSITION_REMOVED):
    """The answer is gone."""

    __slots__ = ()


class PositionReworded(PositionChange, rule=Rule.POSITION_REWORDED):
    """The answer is put in other words."""

    __slots__ = ()


class TermAdded(TermChange, rule=Rule.TERM_ADDED):
    """The word is newly defined."""

    __slots__ = ()


class TermRemoved(TermChange, rule=Rule.TERM_REMOVED):
    """The word is no longer defined."""

    __slots__ = ()


class TermRedefined(TermChange, rule=Rule.TERM_REDEFINED):
    """The word means something else."""

    __slots__ = ()


class DocumentAdded(DocumentChange, rule=Rule.DOCUMENT_ADDED):
    """The document is new, with all its claims."""

    __slots__ = ()


class DocumentRemoved(DocumentChange, rule=Rule.DOCUMENT_REMOVED):
    """The document is gone, with all its claims."""

    __slots__ = ()


class ThesisChanged(DocumentChange, rule=Rule.THESIS_CHANGED):
    """Another claim is the thesis."""

    __slots__ = ()


class AuthorshipChanged(DocumentChange, rule=Rule.AUTHORSHIP_CHANGED):
    """Others are the authors."""

    __slots__ = ()


class SourceChanged(DocumentChange, rule=Rule.SOURCE_CHANGED):
    """The document is taken from another source."""

    __slots__ = ()


_MIRRORS: tuple[tuple[type[Change], type[Change]], ...] = (
    (StanceReversed, StanceReversed),
    (StanceRetracted, StanceAdopted),
    (StanceShifted, StanceShifted),
    (StanceSuspended, StanceSettled),
    (StanceQualified, StanceQualified),
    (AttributionChanged, AttributionChanged),
    (ClaimNegated, ClaimNegated),
    (ClaimReworded, ClaimReworded),
    (ClaimRemoved, ClaimAdded),
    (ClaimSplit, ClaimMerged),
    (ClaimRenamed, ClaimRenamed),
    (ClaimMoved, ClaimMoved),
    (ClaimRedated, ClaimRedated),
    (ConclusionUngrounded, ConclusionGrounded),
    (SupportFlipped, SupportFlipped),
    (SupportAdded, SupportRemoved),
    (InferenceRegrouped, InferenceRegrouped),
    (ObjectionAdded, ObjectionRemoved),
    (ConditionAdded, ConditionRemoved),
    (ConflictOpened, ConflictClosed),
    (AgreementGained, AgreementLost),
    (CruxGained, CruxLost),
    (LinkAdded, LinkRemoved),
    (LinkRetyped, LinkRetyped),
    (IssueAdded, IssueRemoved),
    (IssueReworded, IssueReworded),
    (IssueRescaled, IssueRescaled),
    (PositionAdded, PositionRemoved),
    (PositionReworded, PositionReworded),
    (TermAdded, TermRemoved),
    (TermRedefined, TermRedefined),
    (DocumentAdded, DocumentRemoved),
    (ThesisChanged, ThesisChanged),
    (AuthorshipChanged, AuthorshipChanged),
    (SourceChanged, SourceChanged),
)
for _one, _other in _MIRRORS:
    _one.mirror, _other.mirror = _other, _one

KINDS: tuple[type[Change], ...] = tuple(dict.fromkeys(kind for pair in _MIRRORS for kind in pair))
"""All of them."""
