"""How the stances of holders changed: on issues, and on claims that show no changed stance on an issue.

Only what is stated is compared; what it implies follows.  Where an issue asks for just yes or no, to reject one answer
is to accept the other.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

import attrs

from argmap.compare.stance import Acceptance, Profile, Stance
from argmap.compare.stances import Stances, exclusions, gather
from argmap.diff import kinds
from argmap.diff.change import Change, StanceChange, StanceSnapshot, edit
from argmap.diff.sides import Sides
from argmap.judge.assertion import Assertion, Commitment, commitments
from argmap.judge.holder import Holder
from argmap.judge.questions import Question
from argmap.judge.strength import PLAIN_DUTY
from argmap.language.words import Degree
from argmap.model.claim import Claim, Strength
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId, PositionId


def snapshot_on_issue(stance: Stance) -> StanceSnapshot:
    """What a stated stance comes to."""
    return _snapshot(stance, stance.acceptance, stance.claims, stance.position)


def snapshot_on_claim(commitment: Commitment) -> StanceSnapshot:
    """What a commitment to one claim comes to; an even chance leaves it open."""
    settled = Acceptance.ACCEPTED if commitment.accepts else Acceptance.REJECTED
    acceptance = Acceptance.OPEN if commitment.is_open else settled
    return _snapshot(commitment.assertion, acceptance, (commitment.assertion.claim,))


def _snapshot(
    held: Stance | Assertion, acceptance: Acceptance, claims: tuple[ClaimId, ...], position: PositionId | None = None
) -> StanceSnapshot:
    return StanceSnapshot(
        position=position,
        acceptance=acceptance,
        strength=held.strength,
        conditional=bool(held.conditions),
        doubted=held.doubted,
        unsaid=held.unsaid,
        claims=claims,
        steps=held.firmness.high,
    )


class ChangedProfile(NamedTuple):
    """All that a holder states on an issue, where some of it changed."""

    holder: Holder
    issue: IssueId
    was: tuple[StanceSnapshot, ...]
    now: tuple[StanceSnapshot, ...]


def changed_profiles(changes: Iterable[Change], old: Corpus, new: Corpus) -> tuple[ChangedProfile, ...]:
    """Both profiles of everybody whose stance on an issue changed, in the order of the changes.

    Args:
        changes: Among them those of stances.
        old: The old corpus, in the names of the new.
        new: The new corpus.
    """
    stances = (one for one in changes if isinstance(one, StanceChange))
    found = dict.fromkeys((one.holder, one.issue) for one in stances if one.issue is not None)
    sides = [gather(corpus).by_holder for corpus in (old, new)] if found else []
    return tuple(
        ChangedProfile(holder, issue, *(tuple(_stated_in(side.get(holder, {}).get(issue))) for side in sides))
        for holder, issue in found
    )


def _stated_in(profile: Profile | None) -> Iterator[StanceSnapshot]:
    stances = profile.stances if profile is not None else ()
    return (snapshot_on_issue(stance) for stance in stances if not stance.implied)


def on_other_terms(old: StanceSnapshot, new: StanceSnapshot) -> bool:
    """Whether the same thing is done more or less firmly, on a condition or no longer on one, or left unsaid."""
    return _terms(old) != _terms(new)


def _terms(stand: StanceSnapshot) -> tuple[Strength | None, bool, bool, bool]:
    return (stand.strength, stand.conditional, stand.doubted, stand.unsaid)


def distance(old: StanceSnapshot, new: StanceSnapshot) -> int:
    """Steps of strength between two stands, at least 1; from one side of the middle to the other they add up.

    What is plainly stated is as firm as *must* where it is put beside a duty.
    """
    return max(1, abs(_signed(new, old) - _signed(old, new)))


def _signed(stand: StanceSnapshot, other: StanceSnapshot) -> int:
    if stand.strength is None:
        beside_duty = other.strength is not None and other.strength.low.is_duty
        return min(stand.steps, PLAIN_DUTY.high) if beside_duty else stand.steps
    return -stand.steps if _is_negative(stand.strength) else stand.steps


def _is_negative(strength: Strength) -> bool:
    """Whether all of it lies on the other side of the middle, such as *unlikely* and *should not*."""
    middle = Degree.COULD if strength.low.is_duty else Degree.EVEN_CHANCE
    return min(strength.low.rank, strength.high.rank) > middle.rank


_Key = tuple[PositionId, Acceptance]
_OPPOSITE = {Acceptance.ACCEPTED: Acceptance.REJECTED, Acceptance.REJECTED: Acceptance.ACCEPTED}


def stance_changes(before: Stances, after: Stances) -> Iterator[StanceChange]:
    """All of them, by holder and issue."""
    for holder in (*after.holders, *(holder for holder in before.holders if holder not in after.by_holder)):
        for issue in sorted(before.by_holder.get(holder, {}).keys() | after.by_holder.get(holder, {}).keys()):
            old, new = before.profile(holder, issue), after.profile(holder, issue)
            if old.stances != new.stances:
                asked = before.questions.get(issue), after.questions.get(issue)
                yield from _Turn.of(old, new, tuple(one for one in asked if one is not None)).changes()


@attrs.define
class _Turn:
    """What one holder states on one issue, before and after, as far as no change has told it yet.

    Attributes:
        asked: The issue as both sides ask it, or as one does where the other does not.
    """

    before: Profile
    after: Profile
    asked: tuple[Question, ...]
    old: dict[_Key, Stance]
    new: dict[_Key, Stance]

    @classmethod
    def of(cls, before: Profile, after: Profile, asked: tuple[Question, ...]) -> _Turn:
        return cls(before, after, asked, _stated(before, asked), _stated(after, asked))

    def changes(self) -> Iterator[StanceChange]:
        """Each stance that is not on both sides once, but for one that several others gave way to."""
        for key in [key for key in self.old if key in self.new]:
            old, new = snapshot_on_issue(self.old[key]), snapshot_on_issue(self.new[key])
            if on_other_terms(old, new):
                yield self._change(kinds.StanceQualified, self.old[key], self.new[key], distance(old, new))
            del self.old[key], self.new[key]
        for one, other, kind, far in (*self._swapped(), *self._replaced()):
            if one in self.old and other in self.new:
                yield self._change(kind, self.old.pop(one), self.new.pop(other), far)
        yield from self._opened_or_closed()
        for stance in self.old.values():
            if not _is_excluded(stance, self.after, self.asked[-1]):
                yield self._change(kinds.StanceRetracted, stance, None)
        for stance in self.new.values():
            if not _is_excluded(stance, self.before, self.asked[0]):
                yield self._change(kinds.StanceAdopted, None, stance)

    def _change(self, kind: type[StanceChange], old: Stance | None, new: Stance | None, far: int = 0) -> StanceChange:
        return kind(
            holder=self.after.holder,
            subject=self.after.issue,
            edit=edit(*(None if stance is None else snapshot_on_issue(stance) for stance in (old, new))),
            distance=far,
        )

    def _swapped(self) -> Iterator[tuple[_Key, _Key, type[StanceChange], int]]:
        for position, acceptance in self.old:
            if acceptance in _OPPOSITE:
                yield (position, acceptance), (position, _OPPOSITE[acceptance]), kinds.StanceReversed, 0

    def _replaced(self) -> Iterator[tuple[_Key, _Key, type[StanceChange], int]]:
        """Answers that exclude each other, in an order that is the same from both sides."""
        accepted = [[key for key in side if key[1] is Acceptance.ACCEPTED] for side in (self.old, self.new)]
        pairs = [(one, other) for one in range(len(accepted[0])) for other in range(len(accepted[1]))]
        for at, to in sorted(pairs, key=lambda pair: (min(pair), max(pair))):
            one, other = accepted[0][at], accepted[1][to]
            if all(question.excludes(one[0], other[0]) for question in self.asked):
                yield one, other, *_move(one[0], other[0], self.asked)

    def _opened_or_closed(self) -> Iterator[StanceChange]:
        opened, closed = _open(self.new), _open(self.old)
        suspended = {key: _nearest(key, opened) for key in self.old if opened and key not in closed}
        settled = {key: _nearest(key, closed) for key in self.new if closed and key not in opened}
        for key, now in suspended.items():
            yield self._change(kinds.StanceSuspended, self.old.pop(key), self.new[now])
        for key, was in settled.items():
            yield self._change(kinds.StanceSettled, self.old[was], self.new.pop(key))
        for key in {*suspended.values()}:
            del self.new[key]
        for key in {*settled.values()}:
            del self.old[key]
        for was, now in zip(_open(self.old), _open(self.new), strict=False):
            yield self._change(kinds.StanceQualified, self.old.pop(was), self.new.pop(now), 1)


def _open(stances: dict[_Key, Stance]) -> tuple[_Key, ...]:
    return tuple(key for key in stances if key[1] is Acceptance.OPEN)


def _nearest(key: _Key, opened: tuple[_Key, ...]) -> _Key:
    return next((other for other in opened if other[0] == key[0]), opened[0])


def _move(old: PositionId, new: PositionId, asked: tuple[Question, ...]) -> tuple[type[StanceChange], int]:
    """From one answer to one that it excludes: along a scale, or to the other side of it."""
    scales = [asking.issue.order for asking in asked if old in asking.issue.order and new in asking.issue.order]
    if not scales:
        return kinds.StanceReversed, 0
    far = max(abs(scale.index(old) - scale.index(new)) for scale in scales)
    crossed = any(_side(old, scale) * _side(new, scale) < 0 for scale in scales)
    return kinds.StanceReversed if crossed else kinds.StanceShifted, far


def _side(position: PositionId, scale: tuple[PositionId, ...]) -> int:
    """Below 0 before the middle of a scale, 0 in it, above 0 after it."""
    return 2 * scale.index(position) - (len(scale) - 1)


def _is_excluded(stance: Stance, profile: Profile, question: Question) -> bool:
    """Whether it is the rejection of a position that something accepted in a profile excludes anyway."""
    rejected = stance.acceptance is Acceptance.REJECTED
    return rejected and any(excluded.position == stance.position for excluded in exclusions(profile, question))


def _stated(profile: Profile, asked: tuple[Question, ...]) -> dict[_Key, Stance]:
    found: dict[_Key, Stance] = {}
    for stance in profile.stances:
        if not stance.implied:
            key = (stance.position, stance.acceptance)
            opposites = {question.opposite(stance.position) for question in asked}
            opposite = opposites.pop() if len(opposites) == 1 else None
            if stance.acceptance is Acceptance.REJECTED and opposite is not None:
                key = (opposite, Acceptance.ACCEPTED)
            if key not in found or stance.evidence[0].order < found[key].evidence[0].order:
                found[key] = stance
    return found


def attitude_changes(sides: Sides, told: Container[tuple[Holder, ClaimId]]) -> Iterator[StanceChange]:
    """What holders do with claims of both sides, where nothing on an issue tells it.

    Args:
        sides: Both corpora.
        told: The holders and claims of the stances on issues that changed.
    """
    for old, new in sides.differing:
        may_differ = (old.attitude, old.strength, old.voices) != (new.attitude, new.strength, new.voices)
        if old.document == new.document and may_differ:
            yield from (change for change in _changes(old, new) if (change.holder, new.id) not in told)


def _changes(old: Claim, new: Claim) -> Iterator[StanceChange]:
    before, after = (
        {commitment.holder: snapshot_on_claim(commitment) for commitment in commitments(claim)} for claim in (old, new)
    )
    for holder in (*after, *(holder for holder in before if holder not in after)):
        was, now = before.get(holder), after.get(holder)
        if was is not None and now is not None:
            kind = _turn(was, now)
            far = distance(was, now) if kind is kinds.StanceQualified else 0
        else:
            kind = kinds.StanceRetracted if now is None else kinds.StanceAdopted
            kind, far = (None, 0) if _is_attribution(holder, was, now, old, new) else (kind, 0)
        if kind is not None:
            yield kind(holder=holder, subject=new.id, edit=edit(was, now), distance=far)


def _turn(was: StanceSnapshot, now: StanceSnapshot) -> type[StanceChange] | None:
    if was.acceptance is now.acceptance:
        # A condition that came or went is told as such.
        same = attrs.evolve(was, conditional=now.conditional)
        return kinds.StanceQualified if on_other_terms(same, now) else None
    if now.acceptance is Acceptance.OPEN:
        return kinds.StanceSuspended
    return kinds.StanceSettled if was.acceptance is Acceptance.OPEN else kinds.StanceReversed


def _is_attribution(
    holder: Holder, was: StanceSnapshot | None, now: StanceSnapshot | None, old: Claim, new: Claim
) -> bool:
    """Whether a claim went from the author to others or back, or from one to another: that is no stance of its own.

    What the author does with the claim of somebody else is one.
    """
    if old.voices == new.voices:
        return False
    if not holder.is_author:
        return True
    stand = was or now
    accepts = stand is not None and stand.acceptance is Acceptance.ACCEPTED
    return accepts and not (old.voices and new.voices)
