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


class StanceReversed(StanceChange):
    """The holder now says the opposite, or an answer that the old one excludes."""

    __slots__ = ()
    rule = Rule.STANCE_REVERSED


class StanceRetracted(StanceChange):
    """The holder no longer says it."""

    __slots__ = ()
    rule = Rule.STANCE_RETRACTED


class StanceAdopted(StanceChange):
    """The holder did not say it before."""

    __slots__ = ()
    rule = Rule.STANCE_ADOPTED


class StanceShifted(StanceChange):
    """The holder moved along the scale of the issue, without crossing its middle."""

    __slots__ = ()
    rule = Rule.STANCE_SHIFTED


class StanceSuspended(StanceChange):
    """The holder now leaves open what it had settled."""

    __slots__ = ()
    rule = Rule.STANCE_SUSPENDED


class StanceSettled(StanceChange):
    """The holder now settles what it had left open."""

    __slots__ = ()
    rule = Rule.STANCE_SETTLED


class StanceQualified(StanceChange):
    """The same stance, more or less firmly, or on other terms."""

    __slots__ = ()
    rule = Rule.STANCE_QUALIFIED


class AttributionChanged(ClaimChange):
    """Somebody else holds the claim now."""

    __slots__ = ()
    rule = Rule.ATTRIBUTION_CHANGED


class ClaimNegated(ClaimChange):
    """The text gained or lost a negation, a modal or a quantifier."""

    __slots__ = ()
    rule = Rule.CLAIM_NEGATED


class ClaimReworded(ClaimChange):
    """The text says it in other words."""

    __slots__ = ()
    rule = Rule.CLAIM_REWORDED


class ClaimRemoved(ClaimChange):
    """The claim is gone."""

    __slots__ = ()
    rule = Rule.CLAIM_REMOVED


class ClaimAdded(ClaimChange):
    """The claim is new."""

    __slots__ = ()
    rule = Rule.CLAIM_ADDED


class ClaimSplit(ClaimChange):
    """One claim became several, as `was` declares."""

    __slots__ = ()
    rule = Rule.CLAIM_SPLIT


class ClaimMerged(ClaimChange):
    """Several claims became one, as `was` declares."""

    __slots__ = ()
    rule = Rule.CLAIM_MERGED


class ClaimRenamed(ClaimChange):
    """The id is another, as `was` declares, and nothing else need be."""

    __slots__ = ()
    rule = Rule.CLAIM_RENAMED


class ClaimMoved(ClaimChange):
    """The claim stands in another section, or in another document of the same authors."""

    __slots__ = ()
    rule = Rule.CLAIM_MOVED


class ClaimRedated(ClaimChange):
    """The fact is dated to another time (`as-of`)."""

    __slots__ = ()
    rule = Rule.CLAIM_REDATED


class ConclusionUngrounded(ClaimChange):
    """Nothing supports the claim any longer."""

    __slots__ = ()
    rule = Rule.CONCLUSION_UNGROUNDED


class ConclusionGrounded(ClaimChange):
    """Something supports the claim that nothing supported."""

    __slots__ = ()
    rule = Rule.CONCLUSION_GROUNDED


class SupportFlipped(SupportChange):
    """What spoke for the conclusion now speaks against it, or the other way round."""

    __slots__ = ()
    rule = Rule.SUPPORT_FLIPPED


class SupportAdded(SupportChange):
    """A reason, or a premise of one, is new."""

    __slots__ = ()
    rule = Rule.SUPPORT_ADDED


class SupportRemoved(SupportChange):
    """A reason, or a premise of one, is gone."""

    __slots__ = ()
    rule = Rule.SUPPORT_REMOVED


class InferenceRegrouped(SupportChange):
    """The same premises, but linked where they were independent, or the other way round."""

    __slots__ = ()
    rule = Rule.INFERENCE_REGROUPED


class ObjectionAdded(SupportChange):
    """A concession, or a doubt about a step, is new."""

    __slots__ = ()
    rule = Rule.OBJECTION_ADDED


class ObjectionRemoved(SupportChange):
    """A concession, or a doubt about a step, is gone."""

    __slots__ = ()
    rule = Rule.OBJECTION_REMOVED


class ConditionAdded(SupportChange):
    """A condition or an exception is new."""

    __slots__ = ()
    rule = Rule.CONDITION_ADDED


class ConditionRemoved(SupportChange):
    """A condition or an exception is gone."""

    __slots__ = ()
    rule = Rule.CONDITION_REMOVED


class ConflictOpened(AlignmentChange):
    """Two holders conflict who did not."""

    __slots__ = ()
    rule = Rule.CONFLICT_OPENED


class ConflictClosed(AlignmentChange):
    """Two holders conflicted and no longer do."""

    __slots__ = ()
    rule = Rule.CONFLICT_CLOSED


class AgreementGained(AlignmentChange):
    """Two holders agree who did not, and did not conflict either."""

    __slots__ = ()
    rule = Rule.AGREEMENT_GAINED


class AgreementLost(AlignmentChange):
    """Two holders agreed and no longer do, and do not conflict either."""

    __slots__ = ()
    rule = Rule.AGREEMENT_LOST


class CruxGained(CruxChange):
    """A conflict turns on something on which it did not turn."""

    __slots__ = ()
    rule = Rule.CRUX_GAINED


class CruxLost(CruxChange):
    """A conflict no longer turns on something."""

    __slots__ = ()
    rule = Rule.CRUX_LOST


class LinkAdded(LinkChange):
    """Two claims, or two positions, are linked that were not."""

    __slots__ = ()
    rule = Rule.LINK_ADDED


class LinkRemoved(LinkChange):
    """They are no longer linked."""

    __slots__ = ()
    rule = Rule.LINK_REMOVED


class LinkRetyped(LinkChange):
    """They are linked by another relation."""

    __slots__ = ()
    rule = Rule.LINK_RETYPED


class IssueAdded(IssueChange):
    """The question is new."""

    __slots__ = ()
    rule = Rule.ISSUE_ADDED


class IssueRemoved(IssueChange):
    """The question is gone."""

    __slots__ = ()
    rule = Rule.ISSUE_REMOVED


class IssueReworded(IssueChange):
    """The question is put in other words."""

    __slots__ = ()
    rule = Rule.ISSUE_REWORDED


class IssueRescaled(IssueChange):
    """Other positions exclude each other, or they are ordered differently."""

    __slots__ = ()
    rule = Rule.ISSUE_RESCALED


class PositionAdded(PositionChange):
    """The answer is new."""

    __slots__ = ()
    rule = Rule.POSITION_ADDED


class PositionRemoved(PositionChange):
    """The answer is gone."""

    __slots__ = ()
    rule = Rule.POSITION_REMOVED


class PositionReworded(PositionChange):
    """The answer is put in other words."""

    __slots__ = ()
    rule = Rule.POSITION_REWORDED


class TermAdded(TermChange):
    """The word is newly defined."""

    __slots__ = ()
    rule = Rule.TERM_ADDED


class TermRemoved(TermChange):
    """The word is no longer defined."""

    __slots__ = ()
    rule = Rule.TERM_REMOVED


class TermRedefined(TermChange):
    """The word means something else."""

    __slots__ = ()
    rule = Rule.TERM_REDEFINED


class DocumentAdded(DocumentChange):
    """The document is new, with all its claims."""

    __slots__ = ()
    rule = Rule.DOCUMENT_ADDED


class DocumentRemoved(DocumentChange):
    """The document is gone, with all its claims."""

    __slots__ = ()
    rule = Rule.DOCUMENT_REMOVED


class ThesisChanged(DocumentChange):
    """Another claim is the thesis."""

    __slots__ = ()
    rule = Rule.THESIS_CHANGED


class AuthorshipChanged(DocumentChange):
    """Others are the authors."""

    __slots__ = ()
    rule = Rule.AUTHORSHIP_CHANGED


class SourceChanged(DocumentChange):
    """The document is taken from another source."""

    __slots__ = ()
    rule = Rule.SOURCE_CHANGED


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
