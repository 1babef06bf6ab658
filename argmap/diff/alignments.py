"""Which disagreements opened or closed, which agreements were gained or lost, and which became other ones.

Only holders whose stances changed are put beside others again, and all holders where an issue or a link did.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.stance import Profile
from argmap.diff.change import AlignmentChange
from argmap.diff.kinds import AgreementGained, AgreementLost, ConflictClosed, ConflictOpened, VerdictChanged
from argmap.judge.conditions import Regard
from argmap.judge.holder import Holder, ordered
from argmap.judge.verdict import Verdict
from argmap.model.ids import ClaimId, IssueId

Subject = tuple[tuple[str, Holder], tuple[str, Holder]]
"""What two holders are put beside each other on: each holder with the issue, or with its end of a link; sorted."""

Pair = tuple[Holder, Holder]
"""Two holders in order."""


@attrs.frozen(eq=False, repr=False)
class Realigned:
    """Two holders who may stand to each other otherwise than they did, on one subject.

    Attributes:
        old: None where they did not both speak on it.
        new: None where they do not.
    """

    subject: Subject
    old: Alignment | None
    new: Alignment | None


def realigned(before: Comparison, after: Comparison, holders: Collection[Holder]) -> Iterator[Realigned]:
    """The subjects on which two of some holders are put beside each other, and anything about that differs."""
    for issue in sorted(before.stances.by_issue.keys() | after.stances.by_issue.keys()):
        for one, other in _pairs(issue, before, after, holders):
            old, new = _both_speak(before, one, other, issue), _both_speak(after, one, other, issue)
            if old != new:
                yield Realigned(((issue, one), (issue, other)), old, new)
    linked_before, linked_after = linked_of(before, holders), linked_of(after, holders)
    for subject in sorted(linked_before.keys() | linked_after.keys(), key=_order):
        old, new = linked_before.get(subject), linked_after.get(subject)
        if old != new:
            yield Realigned(subject, old, new)


def kind_of(found: Realigned) -> type[AlignmentChange] | None:
    """What it is called; None where the verdict is what it was, or where both did not speak before, or do not now.

    A disagreement that opens or closes goes before an agreement that is lost or gained by it.
    """
    if _is_conflict(found.old) is not _is_conflict(found.new):
        return ConflictOpened if _is_conflict(found.new) else ConflictClosed
    if _agree(found.old) is not _agree(found.new):
        return AgreementGained if _agree(found.new) else AgreementLost
    old, new = (_verdict(alignment) for alignment in (found.old, found.new))
    return VerdictChanged if None not in (old, new) and old is not new else None


def linked_of(side: Comparison, holders: Collection[Holder]) -> Mapping[Subject, Alignment]:
    """By subject, the alignment over a link; where several links join the same two, the gravest."""
    found: dict[Subject, Alignment] = {}
    for (one, other), alignments in side.linked.items():
        if one != other and one in holders and other in holders:
            for alignment in alignments:
                subject = subject_of(alignment)
                if subject not in found or _gravity(alignment) > _gravity(found[subject]):
                    found[subject] = alignment
    return found


def subject_of(alignment: Alignment) -> Subject:
    """What two holders are put beside each other on; the same with the holders in the other order."""
    link, issue = alignment.link, alignment.issue or ""
    one = (link.source if link is not None else issue, alignment.one.holder)
    other = (link.target if link is not None else issue, alignment.other.holder)
    return (one, other) if _end_order(one) <= _end_order(other) else (other, one)


def _is_conflict(alignment: Alignment | None) -> bool:
    return alignment is not None and alignment.is_disagreement


def _agree(alignment: Alignment | None) -> bool:
    return alignment is not None and alignment.verdict.is_agreement


def _verdict(alignment: Alignment | None) -> Verdict | None:
    """The verdict; None where one of them says nothing that counts."""
    return None if alignment is None or alignment.verdict is Verdict.ONE_SIDED else alignment.verdict


def _both_speak(side: Comparison, one: Holder, other: Holder, issue: IssueId) -> Alignment | None:
    speaking = side.stances.by_issue.get(issue, {})
    return side.align(one, other, issue) if one in speaking and other in speaking else None


def _pairs(issue: IssueId, before: Comparison, after: Comparison, holders: Collection[Holder]) -> Iterator[Pair]:
    """Those who speak on an issue on either side, one of them otherwise than before; each pair once."""
    old, new = before.stances.by_issue.get(issue, {}), after.stances.by_issue.get(issue, {})
    speaking = sorted((holder for holder in {*old, *new} if holder in holders), key=lambda holder: holder.order)
    same = _form(issue, before) == _form(issue, after)
    changed = {holder for holder in speaking if not same or old.get(holder) != new.get(holder)}
    for one in speaking:
        for other in speaking if one in changed else ():
            if other.order > one.order or (other != one and other not in changed):
                yield ordered(one, other)
    depending = {holder: claims for holder in speaking if (claims := _conditions(holder, old, new))}
    for one, claims in depending.items():
        for other in speaking if one not in changed else ():
            if other in changed or other == one or (other in depending and other.order < one.order):
                continue
            if other in depending or _regards(before, other, claims) != _regards(after, other, claims):
                yield ordered(one, other)


def _conditions(holder: Holder, *sides: Mapping[Holder, Profile]) -> tuple[ClaimId, ...]:
    """The claims on which what a holder says on an issue depends, on either side."""
    profiles = (side[holder] for side in sides if holder in side)
    assertions = (one for profile in profiles for stance in profile.stances for one in stance.evidence)
    return tuple(dict.fromkeys(claim for assertion in assertions for claim in assertion.depends_on))


def _regards(side: Comparison, holder: Holder, claims: Iterable[ClaimId]) -> list[Regard]:
    """What a holder does with conditions of others: the verdict on two turns with it, and neither need say more."""
    held = side.stances.held
    return [Regard.SILENT if held is None else held.regard(holder, claim) for claim in claims]


def _form(issue: IssueId, side: Comparison) -> tuple[object, ...]:
    """All of an issue that decides how answers to it stand to each other."""
    asked = side.corpus.issues.get(issue)
    if asked is None:
        return ()
    positions = frozenset(position.id for position in asked.positions)
    question = side.stances.questions[issue]
    declared = (question.tensions, question.supersedes, question.further, question.opposites, asked.compatible)
    return (positions, asked.order, asked.kind, asked.changes, declared)


def pair_of(alignment: Alignment) -> Pair:
    """The two holders of an alignment, whichever side they are on."""
    return ordered(*alignment.holders)


def _end_order(end: tuple[str, Holder]) -> tuple[str, tuple[str, str]]:
    return (end[0], end[1].order)


def _order(subject: Subject) -> tuple[object, object]:
    return (_end_order(subject[0]), _end_order(subject[1]))


def _gravity(alignment: Alignment) -> tuple[bool, bool, int]:
    verdict = alignment.verdict
    return (alignment.is_disagreement, verdict.is_agreement, -verdict.rank)
