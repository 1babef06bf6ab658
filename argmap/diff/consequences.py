"""From which changes it follows that holders stand to each other otherwise than they did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.holder import Holder
from argmap.diff.alignments import Realigned
from argmap.diff.change import Change, IssueChange, LinkChange, PositionChange, StanceChange, SupportChange
from argmap.diff.kinds import ClaimRedated, IssueReworded, PositionReworded, StanceQualified
from argmap.diff.links import Ends
from argmap.diff.origins import Origins, roots
from argmap.model.ids import ClaimId, IssueId, PositionRef


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
    """

    origins: Origins
    stances: dict[tuple[Holder, str], list[Change]] = attrs.field(factory=dict)
    answers: dict[str, list[Change]] = attrs.field(factory=dict)
    supports: dict[ClaimId, list[Change]] = attrs.field(factory=dict)
    dates: dict[ClaimId, list[Change]] = attrs.field(factory=dict)
    issues: dict[IssueId, list[Change]] = attrs.field(factory=dict)
    links: dict[Ends, list[Change]] = attrs.field(factory=dict)

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
            case ClaimRedated(new=claim) if claim is not None:
                self.dates.setdefault(claim.id, []).append(change)
            case IssueReworded() | PositionReworded():
                pass
            case PositionChange():
                self.issues.setdefault(change.issue, []).append(change)
            case IssueChange():
                self.issues.setdefault(change.record.id, []).append(change)
            case LinkChange():
                self.links.setdefault(change.record.ends, []).append(change)
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
        # Strengths, and positions that neither takes, decide nothing where anything else does.
        grave = [cause for cause in causes if not isinstance(cause, StanceQualified)]
        return roots(grave or causes or changed or self._of_claims(alignments))

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
            for step in stance.chain:
                if step.link is not None:
                    yield from self.links.get(step.link.ends, ())
                # What follows from one claim through another is what that other is said to answer.
                yield from self.answers.get(step.source, ())
            for claim in stance.claims if stance.implied else ():
                yield from self.stances.get((side.holder, claim), ())
                yield from self.origins.of(claim)

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
