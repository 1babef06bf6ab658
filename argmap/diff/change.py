"""What a change is: records of the old side and of the new, one family a subject.

A kind of change is a class in `kinds`, with its rule and its mirror; here is what the kinds of one subject have in
common.  All records bear the names of the new side (see `Difference`): ids of both sides can be compared.  An old
record keeps the place where it stood in the old text.
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.cruxes import Crux
from argmap.compare.holder import Holder
from argmap.compare.stance import Acceptance
from argmap.diff.rule import Rule
from argmap.model.actor import Term
from argmap.model.claim import Claim, Strength
from argmap.model.document import Document
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.model.inference import StepRole
from argmap.model.issue import Issue, Position
from argmap.model.link import Link
from argmap.source.text import Place


@attrs.frozen(kw_only=True)
class Change:
    """One thing that differs.

    Attributes:
        causes: The changes from which this one follows; empty where somebody edited it.
    """

    rule: ClassVar[Rule]
    mirror: ClassVar[type[Change]]
    """The kind that the same edit is when old and new change places; often the same kind."""

    causes: tuple[Change, ...] = ()

    @property
    def direct(self) -> bool:
        """Whether somebody edited this, and it does not merely follow."""
        return not self.causes


@attrs.frozen(kw_only=True)
class Stand:
    """What a holder does with one position of an issue, or with one claim.

    Attributes:
        position: None where the subject is a claim.
        conditional: Whether it is held on a condition only.
        doubted: Whether the holder only leans to it.
        unsaid: Whether the annotator reconstructed it.
        claims: The claims that show it, sorted by id.
        steps: Its firmness, as steps from the undecided middle (the upper end of a range).
    """

    position: PositionId | None = None
    acceptance: Acceptance
    strength: Strength | None = None
    conditional: bool = False
    doubted: bool = False
    unsaid: bool = False
    claims: tuple[ClaimId, ...] = ()
    steps: int = 0


@attrs.frozen(kw_only=True)
class StanceChange(Change):
    """A holder's stance on an issue, or on a claim that answers none.

    Attributes:
        issue: The issue; None where the subject is a claim.
        claim: The claim; None where the subject is an issue.
        old: What the holder did; None where that was nothing.
        new: What it does now; None where that is nothing.
        distance: Steps between the old and the new: of strength, or on the scale of the issue; 0 where that says
            nothing.
    """

    holder: Holder
    issue: IssueId | None = None
    claim: ClaimId | None = None
    old: Stand | None = None
    new: Stand | None = None
    distance: int = 0


@attrs.frozen(kw_only=True)
class ClaimChange(Change):
    """A claim.

    Attributes:
        old: None where there was none.
        new: None where there is none.
        others: The parts of a claim that was split, or the claims that were merged, but for `old` and `new`.
        used: Whether anything rested on the claim: a step, a link, a thesis.
        reaches: The conclusions that rest on it, however far up, on the side where it is (the new, where on both).
    """

    old: Claim | None = None
    new: Claim | None = None
    others: tuple[Claim, ...] = ()
    used: bool = False
    reaches: tuple[ClaimId, ...] = ()


@attrs.frozen(kw_only=True)
class Reason:
    """A step as what it does and by what; steps that do the same by the same are the same.

    Attributes:
        premises: Linked, sorted by id.
        against: The premises of the step that an undercut doubts; else empty.
    """

    role: StepRole
    premises: tuple[ClaimId, ...]
    against: tuple[ClaimId, ...] = ()
    scheme: str | None = attrs.field(default=None, eq=False)
    origin: Place = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class SupportChange(Change):
    """Steps of one conclusion.

    Attributes:
        conclusion: A claim of both sides.
        old: The steps that there were; several where they were regrouped.
        new: The steps that there are.
        premises: Those that came, went or changed sides, sorted.
        reaches: The conclusions further up that rest on this one.
    """

    conclusion: ClaimId
    old: tuple[Reason, ...] = ()
    new: tuple[Reason, ...] = ()
    premises: tuple[ClaimId, ...] = ()
    reaches: tuple[ClaimId, ...] = ()


@attrs.frozen(kw_only=True)
class AlignmentChange(Change):
    """How two holders stand to each other on an issue, or over a link.

    Attributes:
        old: None where they did not both speak on it, or the link was not there.
        new: Likewise.
    """

    old: Alignment | None = None
    new: Alignment | None = None


@attrs.frozen(kw_only=True)
class CruxChange(Change):
    """On what a conflict turns; the conflict itself is there on both sides.

    Attributes:
        conflict: The upper conflict, as it is on the side of the crux.
        old: The crux that was; None where there was none.
        new: The crux that is.
    """

    conflict: Alignment
    old: Crux | None = None
    new: Crux | None = None


@attrs.frozen(kw_only=True)
class LinkChange(Change):
    """A declared link."""

    old: Link | None = None
    new: Link | None = None


@attrs.frozen(kw_only=True)
class IssueChange(Change):
    """An issue as a whole: its question, or which positions exclude each other and how they are ordered."""

    old: Issue | None = None
    new: Issue | None = None


@attrs.frozen(kw_only=True)
class PositionChange(Change):
    """One position of an issue of both sides."""

    issue: IssueId
    old: Position | None = None
    new: Position | None = None


@attrs.frozen(kw_only=True)
class TermChange(Change):
    """What a word means."""

    old: Term | None = None
    new: Term | None = None


@attrs.frozen(kw_only=True)
class DocumentChange(Change):
    """A document as a whole."""

    old: Document | None = None
    new: Document | None = None
