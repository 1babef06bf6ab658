"""What a change is: records of the old side and of the new, one family a subject.

A kind of change is a class in `kinds`, with its rule and its mirror; here is what the kinds of one subject have in
common.  All records bear the names of the new side (see `Difference`): ids of both sides can be compared.  An old
record keeps the place where it stood in the old text.
"""

from __future__ import annotations

from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.cruxes import Crux
from argmap.compare.stance import Acceptance
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.judge.holder import Holder
from argmap.model.actor import Actor, Term
from argmap.model.claim import Claim, Strength
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionId
from argmap.model.inference import StepRole
from argmap.model.issue import Issue, Position
from argmap.model.link import Link, Unrelated
from argmap.source.text import Place

T = TypeVar("T")


@attrs.frozen
class Added(Generic[T]):
    """What is on the new side only."""

    new: T
    old: ClassVar[None] = None


@attrs.frozen
class Removed(Generic[T]):
    """What was on the old side only."""

    old: T
    new: ClassVar[None] = None


@attrs.frozen
class Changed(Generic[T]):
    """What is on both sides, and differs."""

    old: T
    new: T


Edit = Added[T] | Removed[T] | Changed[T]
"""What happened to a record."""


def edit(old: T | None, new: T | None) -> Edit[T]:
    """What happened to a record, of whose two states one at least is there."""
    if new is None:
        if old is None:
            raise ValueError("what is on neither side did not change")
        return Removed(old)
    return Added(new) if old is None else Changed(old, new)


@attrs.frozen(kw_only=True)
class Change:
    """One thing that differs.

    Attributes:
        causes: The changes from which this one follows; empty where somebody edited it.
    """

    rule: ClassVar[Rule]
    mirror: ClassVar[type[Change]]
    """The kind that the same edit is when old and new change places; the same kind, unless another is given."""
    significance: ClassVar[Significance]
    """How much changes of the kind matter, as a rule."""

    causes: tuple[Change, ...] = ()

    def __init_subclass__(
        cls,
        rule: Rule | None = None,
        mirror: type[Change] | None = None,
        significance: Significance = Significance.MEDIUM,
    ) -> None:
        super().__init_subclass__()
        if rule is not None:
            cls.rule, cls.mirror, cls.significance = rule, mirror or cls, significance
        if mirror is not None:
            mirror.mirror = cls

    @property
    def direct(self) -> bool:
        """Whether somebody edited this, and it does not merely follow."""
        return not self.causes

    def weight(self) -> Significance:
        """How much this one matters."""
        return self.significance


@attrs.frozen(kw_only=True)
class RecordChange(Change, Generic[T]):
    """A change of one record.

    Attributes:
        edit: Whether it came, went or differs.
    """

    edit: Edit[T]

    @property
    def old(self) -> T | None:
        """The record as it was; None where there was none."""
        return self.edit.old

    @property
    def new(self) -> T | None:
        """The record as it is; None where there is none."""
        return self.edit.new

    @property
    def record(self) -> T:
        """The record as it is or, where it is gone, as it was."""
        return self.edit.old if isinstance(self.edit, Removed) else self.edit.new

    @property
    def records(self) -> tuple[T, ...]:
        """The record as it was and as it is, as far as it was and is there."""
        return tuple(record for record in (self.edit.old, self.edit.new) if record is not None)


@attrs.frozen(kw_only=True)
class StanceSnapshot:
    """What a holder does with one position of an issue, or with one claim.

    Attributes:
        position: None where the subject is a claim.
        conditional: Whether it is held on a condition only.
        doubted: Whether the holder only leans to it.
        unsaid: Whether the analyst reconstructed it.
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
class StanceChange(RecordChange[StanceSnapshot]):
    """A holder's stance on an issue, or on a claim that answers none.

    Attributes:
        subject: The issue, or the claim.
        distance: Steps between the old and the new: of strength, or on the scale of the issue; 0 where that says
            nothing.
    """

    holder: Holder
    subject: IssueId | ClaimId
    distance: int = 0

    @property
    def issue(self) -> IssueId | None:
        """The issue; None where the subject is a claim."""
        return None if isinstance(self.subject, ClaimId) else self.subject

    @property
    def claim(self) -> ClaimId | None:
        """The claim; None where the subject is an issue."""
        return self.subject if isinstance(self.subject, ClaimId) else None

    @property
    def claims(self) -> tuple[ClaimId, ...]:
        """The claims that show it, those of the old side first."""
        return tuple(claim for stand in self.records for claim in stand.claims)


class Reached(NamedTuple):
    """What rests on a claim, however far up.

    Attributes:
        conclusions: The nearest first, as many as are named.
        more: Whether there are any beyond these.
    """

    conclusions: tuple[ClaimId, ...] = ()
    more: bool = False


_NOTHING = Reached()


@attrs.frozen(kw_only=True)
class ClaimChange(RecordChange[Claim]):
    """A claim.

    Attributes:
        others: The parts of a claim that was split, or the claims that were merged, but for `old` and `new`.
        used: Whether anything rested on the claim: a step, a link, a thesis.
        reaches: What rests on it, on the side where it is (the new, where on both).
    """

    others: tuple[Claim, ...] = ()
    used: bool = False
    reaches: Reached = _NOTHING

    @staticmethod
    def aspect(claim: Claim) -> str:  # noqa: ARG004
        """The one field of a claim that the kind is about, as text; empty where it is about more than a field."""
        return ""


@attrs.frozen(kw_only=True)
class Reason:
    """A step as what it does and by what; steps that do the same by the same are the same.

    Attributes:
        premises: Linked, sorted by id.
        against: The premises of the step that an undercut doubts; else empty.
        cues: Where in the source the step is made, as they are written.
        notes: What the analyst notes about the step.
    """

    role: StepRole
    premises: tuple[ClaimId, ...]
    against: tuple[ClaimId, ...] = ()
    schemes: tuple[str, ...] = attrs.field(default=(), eq=False)
    cues: tuple[str, ...] = attrs.field(default=(), eq=False)
    notes: tuple[str, ...] = attrs.field(default=(), eq=False)
    origin: Place = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class SupportChange(Change):
    """Steps of one conclusion.

    Attributes:
        conclusion: A claim of both sides.
        old: The steps that there were; several where they were regrouped.
        new: The steps that there are.
        premises: Those that came, went or changed sides, sorted.
        reaches: What rests on the conclusion.
    """

    conclusion: ClaimId
    old: tuple[Reason, ...] = ()
    new: tuple[Reason, ...] = ()
    premises: tuple[ClaimId, ...] = ()
    reaches: Reached = _NOTHING

    @staticmethod
    def aspect(reason: Reason) -> tuple[str, ...]:  # noqa: ARG004
        """What the kind compares of a step by the same premises; empty where it is about the premises."""
        return ()


@attrs.frozen(kw_only=True)
class ChangedDispute:
    """The dispute of which a disagreement that opens or closes is a question, on the side where it is one.

    Attributes:
        questions: All that it is about, in the order of the comparison.
        lasting: Those on which the two disagree on the other side too; none where the dispute opens or closes.
    """

    questions: tuple[Alignment, ...]
    lasting: tuple[Alignment, ...] = ()

    @property
    def goes_on(self) -> bool:
        """Whether the two are in dispute without the disagreement."""
        return bool(self.lasting)


@attrs.frozen(kw_only=True)
class AlignmentChange(RecordChange[Alignment]):
    """How two holders stand to each other on an issue, or over a link.

    Where they did not both speak on it, or the link was not there, there was no alignment.

    Attributes:
        dispute: Of a disagreement that opens or closes, the dispute in which it does; None where it is in none: nobody
            is in dispute with itself.
    """

    dispute: ChangedDispute | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class CruxChange(RecordChange[Crux]):
    """On what a disagreement turns; the disagreement itself is there on both sides.

    Attributes:
        conflict: The upper disagreement, as it is on the side of the crux; the new one, where that is on both.
    """

    conflict: Alignment


class LinkChange(RecordChange[Link | Unrelated]):
    """A declared link."""


class IssueChange(RecordChange[Issue]):
    """An issue as a whole: its question, or which positions exclude each other and how they are ordered."""


@attrs.frozen(kw_only=True)
class PositionChange(RecordChange[Position]):
    """One position of an issue of both sides."""

    issue: IssueId


class TermChange(RecordChange[Term]):
    """What a word means."""


class DocumentChange(RecordChange[Document]):
    """A document as a whole."""


class ActorChange(RecordChange[Actor]):
    """Somebody who can hold a stance is declared, or no longer."""


Statement = Actor | Claim | Document | Issue | Link | Position | Term | Unrelated
"""What has fields."""


@attrs.frozen(kw_only=True)
class FieldChange(RecordChange[Statement]):
    """One field of a statement that is on both sides.

    Attributes:
        subject: The id of the statement: ``document.claim``, ``issue.position``; what belongs to one document with it
            (``document.actor``); of a link both ends.
        passed: Of a document, one of the same author that was older and is newer now, or the other way round.
    """

    field: ClassVar[str]
    """The attribute of a record that has what the field says."""
    word: ClassVar[str]
    """The word of the language that begins the field."""

    subject: str
    passed: DocumentId | None = attrs.field(default=None, eq=False)

    def __init_subclass__(cls, field: str = "", word: str = "", **said: Any) -> None:  # noqa: ANN401 - of each its own
        super().__init_subclass__(**said)
        if field:
            cls.field, cls.word = field, word or field

    @classmethod
    def is_field_of(cls, kind: type) -> bool:
        """Whether statements of a kind can have the field."""
        return cls.field in attrs.fields_dict(kind)

    @classmethod
    def values(cls, record: Statement) -> tuple[str, ...]:
        """What the field says of a record, a text for each thing; empty where it says nothing."""
        found = getattr(record, cls.field)
        values = found if isinstance(found, tuple) else () if found in (None, "") else (found,)
        return tuple(f"{value:g}" if isinstance(value, float) else str(value) for value in values)
