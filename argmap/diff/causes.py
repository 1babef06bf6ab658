"""From which changes changed stances, and changes between holders, follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.stance import Chain, Implication
from argmap.diff import field_kinds, kinds
from argmap.diff.alignments import Realigned
from argmap.diff.change import Change, Changed, IssueChange, LinkChange, PositionChange, StanceChange, SupportChange
from argmap.diff.record_changes import Ends
from argmap.diff.sides import Origins, Sides, roots
from argmap.diff.significance import Judged
from argmap.judge.holder import Holder
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId, IssueId, PositionRef
from argmap.model.link import Link

_CONDITIONS = (kinds.ConditionAdded, kinds.ConditionRemoved)


@attrs.frozen(eq=False, repr=False)
class StanceCauses:
    """From what changed stances follow, where nobody edited what the holder does with a claim.

    Attributes:
        of_conclusion: The conditions and exceptions that came or went, by the claim that they are put on.
        of_premise: The same, by what is the condition.
    """

    sides: Sides
    origins: Origins
    of_conclusion: Mapping[ClaimId, tuple[Change, ...]]
    of_premise: Mapping[ClaimId, tuple[Change, ...]]

    @classmethod
    def of(cls, sides: Sides, origins: Origins, supports: Iterable[SupportChange]) -> StanceCauses:
        """Those that changes of support are."""
        of_conclusion: dict[ClaimId, tuple[Change, ...]] = {}
        of_premise: dict[ClaimId, tuple[Change, ...]] = {}
        for change in supports:
            if isinstance(change, _CONDITIONS):
                of_conclusion[change.conclusion] = (*of_conclusion.get(change.conclusion, ()), change)
                for premise in change.premises:
                    of_premise[premise] = (*of_premise.get(premise, ()), change)
        return cls(sides, origins, of_conclusion, of_premise)

    def explained(self, change: StanceChange) -> StanceChange:
        """A changed stance with what it follows from; as it is where it was edited."""
        causes = roots(self._of(change, change.subject))
        return attrs.evolve(change, causes=causes) if causes else change

    def _of(self, change: StanceChange, issue: IssueId | ClaimId) -> Iterable[Change]:
        if isinstance(issue, ClaimId):
            return self._supposed(issue)
        if not isinstance(change.edit, Changed):
            answer = PositionRef.of(issue, change.record.position or "")
            gone = self.origins.one_sided(answer) or self.origins.one_sided(issue)
            if gone:
                return gone
        found: list[Change] = []
        requalified = len({stand.conditional for stand in change.records}) > 1
        for name in sorted(set(change.claims)):
            causes = self.origins.of(name)
            if not causes and not self.sides.has_both(name):
                return ()
            if not causes and self._is_edited(name, issue):
                causes = self._supposed(name)
                if not causes:
                    return ()
            found += causes
            if requalified:
                found += self.of_conclusion.get(name, ())
        return found

    def _supposed(self, name: ClaimId) -> tuple[Change, ...]:
        """What made of a claim a condition, which is only supposed; or of a condition a claim."""
        attitudes = {corpus.claims[name].attitude for corpus in (self.sides.old, self.sides.new)}
        return self.of_premise.get(name, ()) if attitudes == {Attitude.CLAIMS, Attitude.SUPPOSES} else ()

    def _is_edited(self, name: ClaimId, issue: IssueId) -> bool:
        old, new = self.sides.old.claims[name], self.sides.new.claims[name]
        return _saying(old, issue) != _saying(new, issue)


def _saying(claim: Claim, issue: IssueId) -> tuple[object, ...]:
    """What decides which stance on an issue a claim shows, but for who holds it."""
    return (claim.attitude, claim.strength, frozenset(answer for answer in claim.answers if answer.issue == issue))


@attrs.define(eq=False, repr=False)
class Consequences:
    """Changes by what they are about, but for those that are such consequences themselves.

    Attributes:
        origins: By what claims came and went.
        stances: By holder, and by the issue or a claim that shows the stance.
        answers: By a claim that shows a stance on an issue, whoever holds it.
        supports: By conclusion.
        dates: By claim.
        issues: By issue, what changes how answers to it stand to each other; positions that came or went among it.
        links: By their ends.
        linked: The same by each of their ends.
        uses: By premise, what changed in the steps that use it.
        terms: By claim, how firmly it is worded; by document, when it was written: these decide only where nothing
            nearer does.
    """

    origins: Origins
    stances: dict[tuple[Holder, str], list[Change]] = attrs.field(factory=dict)
    answers: dict[str, list[Change]] = attrs.field(factory=dict)
    supports: dict[ClaimId, list[Change]] = attrs.field(factory=dict)
    dates: dict[ClaimId, list[Change]] = attrs.field(factory=dict)
    issues: dict[IssueId, list[Change]] = attrs.field(factory=dict)
    links: dict[Ends, list[Change]] = attrs.field(factory=dict)
    linked: dict[str, list[Change]] = attrs.field(factory=dict)
    uses: dict[ClaimId, list[Change]] = attrs.field(factory=dict)
    terms: dict[str, list[Change]] = attrs.field(factory=dict)
    _chains: dict[int, tuple[Change, ...]] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, changes: Iterable[Change], origins: Origins) -> Consequences:
        """What can follow from some changes."""
        made = cls(origins)
        for change in changes:
            made._add(change)
        return made

    def _add(self, change: Change) -> None:
        match change:
            case StanceChange():
                for name in dict.fromkeys((change.subject, *change.claims)):
                    self.stances.setdefault((change.holder, name), []).append(change)
                    if change.issue is not None:
                        self.answers.setdefault(name, []).append(change)
            case SupportChange():
                self.supports.setdefault(change.conclusion, []).append(change)
                for premise in change.premises:
                    self.uses.setdefault(premise, []).append(change)
            case kinds.ClaimRedated(new=claim) if claim is not None:
                self.dates.setdefault(claim.id, []).append(change)
            case field_kinds.ClaimKindChanged(subject=name):
                # Only facts hold for a time, only predictions are tested, and what ought to be is judged otherwise.
                self.dates.setdefault(ClaimId(name), []).append(change)
            case field_kinds.HorizonChanged(subject=name) | field_kinds.UtteranceRedated(subject=name):
                self.dates.setdefault(ClaimId(name), []).append(change)
            case field_kinds.StrengthChanged(subject=name):
                self.terms.setdefault(name, []).append(change)
            case field_kinds.DocumentRedated(subject=name):
                self.terms.setdefault(name, []).append(change)
            case (
                field_kinds.IssueKindChanged(subject=name)
                | field_kinds.ExhaustiveChanged(subject=name)
                | field_kinds.ChangesChanged(subject=name)
            ):
                self.issues.setdefault(IssueId(name), []).append(change)
            case kinds.IssueReworded() | kinds.PositionReworded():
                pass
            case PositionChange():
                self.issues.setdefault(change.issue, []).append(change)
            case IssueChange():
                self.issues.setdefault(change.record.id, []).append(change)
            case LinkChange(record=Link()):
                self.links.setdefault(change.record.ends, []).append(change)
                for end in change.record.ends:
                    self.linked.setdefault(end, []).append(change)
            case _:
                pass

    def of_alignment(self, found: Realigned) -> tuple[Change, ...]:
        """From what it follows that two holders conflict or agree, or no longer do."""
        alignments = [alignment for alignment in (found.old, found.new) if alignment is not None]
        causes = [cause for name, holder in found.subject for cause in self._of_end(name, holder)]
        link = next((alignment.link for alignment in alignments if alignment.link is not None), None)
        causes += self.links.get(link.ends, ()) if link is not None else ()
        for alignment in alignments:
            causes += self._of_side(alignment.one)
            causes += self._of_side(alignment.other)
            causes += self._of_tension(alignment)
        changed = self.issues.get(IssueId(found.subject[0][0]), [])
        causes += [change for change in changed if _concerns(change, alignments)]
        for alignment in alignments:
            causes += self._of_conditions(alignment)
        # Strengths, and positions that neither takes, decide nothing where anything else does.
        grave = [cause for cause in causes if not isinstance(cause, kinds.StanceQualified)]
        return roots(grave or causes or changed or self._of_terms(alignments) or self._of_claims(alignments))

    def of_support(self, conclusions: Iterable[ClaimId], holders: Iterable[Holder]) -> tuple[Change, ...]:
        """From what it follows that claims are supported otherwise, or are held otherwise by some holders."""
        speaking = tuple(holders)
        causes: list[Change] = []
        for name in conclusions:
            causes += self.supports.get(name, ())
            causes += self.origins.of(name)
            causes += (cause for holder in speaking for cause in self.stances.get((holder, name), ()))
        return roots(causes)

    def _of_end(self, name: str, holder: Holder) -> Iterator[Change]:
        """What happened to an issue or a claim, or to the issue of a position, as far as a holder is concerned."""
        yield from self.stances.get((holder, name), ())
        if isinstance(name, PositionRef):
            yield from self.stances.get((holder, name.issue), ())
        yield from self.origins.of(ClaimId(name))

    def _of_side(self, side: Side) -> Iterator[Change]:
        """What happened to the claims that show it, to the links by which it is implied, and to what those lead to."""
        for claim in side.claims:
            yield from self.dates.get(claim, ())
        for stance in side.stances:
            yield from self._along(stance.chain)
            for claim in stance.claims if stance.implied else ():
                yield from self.stances.get((side.holder, claim), ())
                yield from self.origins.of(claim)

    def _of_conditions(self, alignment: Alignment) -> Iterator[Change]:
        """What happened to the conditions on which a side depends, and to what the other does with them."""
        both = ((alignment.one, alignment.other.holder), (alignment.other, alignment.one.holder))
        for side, beside in both:
            for item in side.evidence:
                conditions = [change for change in self.supports.get(item.claim, ()) if isinstance(change, _CONDITIONS)]
                yield from conditions
                for claim in item.depends_on:
                    yield from self.origins.of(claim)
                    yield from self.linked.get(claim, ())
                    for name in (claim, *self._answered(claim)):
                        for holder in (beside, side.holder):
                            yield from self.stances.get((holder, name), ())

    def _answered(self, claim: ClaimId) -> frozenset[str]:
        """The issues that a claim answers on either side."""
        sides = self.origins.sides
        records = (corpus.claims.get(claim) for corpus in (sides.old, sides.new))
        return frozenset(answer.issue for record in records if record is not None for answer in record.answers)

    def _of_terms(self, alignments: Iterable[Alignment]) -> list[Change]:
        """How firmly and when it was said, and whether the author rests anything on it or only grants it."""
        found: list[Change] = []
        for alignment in alignments:
            for side in (alignment.one, alignment.other):
                for item in side.evidence:
                    above = self.origins.sides.closed([item.claim])
                    found += (change for claim in sorted(above) for change in self.uses.get(claim, ()))
                    found += (*self.terms.get(item.claim, ()), *self.terms.get(item.claim.document, ()))
        return found

    def _along(self, chain: Sequence[Implication]) -> tuple[Change, ...]:
        """What happened to the links of a chain, and to what they lead through; chains share their beginnings."""
        unknown: list[Chain] = []
        here = chain if isinstance(chain, Chain) else None
        while here is not None and id(here) not in self._chains:
            unknown.append(here)
            here = here.before
        found = self._chains[id(here)] if here is not None else ()
        for known in reversed(unknown):
            step = known[-1]
            own = self.links.get(step.link.ends, ()) if step.link is not None else ()
            # What follows from one claim through another is what that other is said to answer.
            own = (*own, *self.answers.get(step.source.name, ()))
            found = self._chains[id(known)] = roots((*found, *own)) if own else found
        return found

    def _of_claims(self, alignments: Iterable[Alignment]) -> Iterator[Change]:
        """What happened to claims that show a stance, where others show it as well: it stays, on other grounds."""
        for alignment in alignments:
            for side in (alignment.one, alignment.other):
                for claim in side.claims:
                    yield from self.origins.of(claim)
                    yield from self.stances.get((side.holder, claim), ())

    def _of_tension(self, alignment: Alignment) -> Iterator[Change]:
        for one in alignment.one.stances:
            for other in alignment.other.stances:
                ends = frozenset(PositionRef.of(stance.issue, stance.position) for stance in (one, other))
                yield from self.links.get(ends, ())


def _concerns(change: Change, alignments: Iterable[Alignment]) -> bool:
    """Whether an issue as a whole changed, or a position on which two holders stand."""
    if not isinstance(change, PositionChange):
        return True
    stances = (stance for each in alignments for side in (each.one, each.other) for stance in side.stances)
    return any(stance.position == change.record.id for stance in stances)


def followers_of(judged: Sequence[Judged]) -> dict[int, list[int]]:
    """By the number of a change, the numbers of those told under it: each once, under a stance if one is a cause."""
    places: dict[Change, int] = {each.change: number for number, each in enumerate(judged)}
    found: dict[int, list[int]] = {}
    for number, each in enumerate(judged):
        causes = [cause for cause in each.change.causes if cause in places]
        if causes:
            first = min(causes, key=lambda cause: (not isinstance(cause, StanceChange), places[cause]))
            found.setdefault(places[first], []).append(number)
    return found
