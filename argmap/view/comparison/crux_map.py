"""The crux map: which questions in dispute decide others, and how many of whose reasons depend on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.cruxes import Crux
from argmap.judge.holder import Holder
from argmap.model.ids import ClaimId, IssueId
from argmap.model.link import Link
from argmap.view.comparison.answer_marks import answer_mark
from argmap.view.comparison.comparison_context import ComparisonContext
from argmap.view.comparison.disputed_questions import DisputedQuestions
from argmap.view.tables import CruxEdge, CruxMap, CruxNode, Parting
from argmap.wording.english import beginning_of, counted, listed, quoted
from argmap.wording.stance_sentences import stances_of_its_own
from argmap.wording.verdict_reasons import share_words
from argmap.wording.verdicts import conflict_text

_MOST_NODES = 14
_MOST_COLUMNS = 4
_MOST_NAMED = 12
"""Questions that are named below the map."""
_MOST_HOLDERS = 4
_LONGEST_LABEL = 26
_Subject = IssueId | Link


@attrs.frozen
class TurningQuestions:
    """What turns on what.

    Attributes:
        cruxes: By what depends and what decides, those of all pairs of holders.
        conditions: By what depends and the claim on which one side makes its answer depend and that the other rejects,
            the disagreements.
        left_out: How many more of these two there are, for which there is no room.
    """

    cruxes: Mapping[tuple[_Subject, _Subject], tuple[Crux, ...]]
    conditions: Mapping[tuple[_Subject, ClaimId], tuple[Alignment, ...]]
    left_out: int = 0

    @property
    def depending(self) -> int:
        """How many disagreements depend on something."""
        uppers = [crux.upper for those in self.cruxes.values() for crux in those]
        uppers += [each for those in self.conditions.values() for each in those]
        return len({(each.subject, each.holders) for each in uppers})

    @property
    def disagreements(self) -> Mapping[_Subject, Alignment]:
        """By all that depends or decides, one disagreement on it."""
        found = {upper: those[0] for (upper, _), those in self.conditions.items()}
        for those in self.cruxes.values():
            found |= {each.subject: each for each in (those[0].upper, those[0].conflict)}
        return found


def turning_questions(disputed: DisputedQuestions, comparison: Comparison) -> TurningQuestions | None:
    """What turns on what in all disputes, the weightiest first; None where nothing does."""
    conditions: dict[tuple[_Subject, ClaimId], list[Alignment]] = {}
    for question in (question for dispute in disputed.disputes for question in dispute.questions):
        for claim in comparison.beneath(question).rejected:
            conditions.setdefault((question.subject, claim), []).append(question)
    shown = dict(list(conditions.items())[:_MOST_NODES])
    cruxes: dict[tuple[_Subject, _Subject], list[Crux]] = {}
    left_out: dict[tuple[_Subject, _Subject], None] = {}
    for crux in (crux for dispute in disputed.disputes for crux in dispute.turns_on):
        ends = (crux.upper.subject, crux.conflict.subject)
        if ends in cruxes or _has_room([*shown, *cruxes, ends]):
            cruxes.setdefault(ends, []).append(crux)
        else:
            left_out[ends] = None
    if not (cruxes or conditions):
        return None
    return TurningQuestions(
        {ends: tuple(those) for ends, those in cruxes.items()},
        {ends: tuple(those) for ends, those in shown.items()},
        len(left_out) + len(conditions) - len(shown),
    )


def _has_room(edges: Sequence[tuple[_Subject, _Subject | ClaimId]]) -> bool:
    """Whether there are few enough questions, of which not too many follow each other, and none in a circle."""
    depth: dict[_Subject | ClaimId, int] = {}
    for _ in range(_MOST_COLUMNS + 1):
        for upper, below in edges:
            depth[upper] = max(depth.get(upper, 1), depth.setdefault(below, 1) + 1)
    return len(depth) <= _MOST_NODES and max(depth.values()) <= _MOST_COLUMNS


def crux_map_of(turning: TurningQuestions, disputed: DisputedQuestions, context: ComparisonContext) -> CruxMap:
    """A node for each question, and an edge from what depends to what decides."""
    writer = _Writer(turning, disputed, context)
    whole = counted(disputed.count, "disagreement")
    of = whole if disputed.followed == disputed.count else f"the {disputed.followed} weightiest of {whole}"
    depend = "depends" if turning.depending == 1 else "depend"
    counts = f"{turning.depending} of {of} {depend} on the answer to another question, or on a condition."
    return CruxMap(
        title="What the disagreements turn on",
        subtitle=(counts,),
        description=f"What the disagreements turn on: {counts} Arrows lead from what depends to what decides.",
        nodes=(*writer.questions(), *writer.conditions()),
        edges=tuple(writer.edges()),
        closing=tuple(writer.closing()),
    )


@attrs.frozen
class _Writer:
    turning: TurningQuestions
    disputed: DisputedQuestions
    context: ComparisonContext

    def questions(self) -> Iterator[CruxNode]:
        """The questions, the weightiest first."""
        found, weights = self.turning.disagreements, self.disputed.weights
        heaviest = max(weights.get(subject, 0.0) for subject in found) or 1.0
        for subject in sorted(found, key=lambda subject: -weights.get(subject, 0.0)):
            decides = sum(len(those) for (_, below), those in self.turning.cruxes.items() if below == subject)
            depends = tuple(
                self._depends(below, those) for (upper, below), those in self.turning.cruxes.items() if upper == subject
            )
            sides = tuple(f"{self._names(holders)}: {said}" for said, holders in self._sides(found[subject]).items())
            yield CruxNode(
                id=_id(subject),
                question=self._called(subject),
                sides=sides,
                decides=f"decides {counted(decides, 'disagreement')}" if decides else "",
                depends=depends,
                share=weights.get(subject, 0.0) / heaviest,
                parting=self._parting(found[subject]),
                link=self.context.issue_link(found[subject].issue),
                sentence="; ".join((conflict_text(found[subject], self.context.corpus), *sides, *depends)),
            )

    def conditions(self) -> Iterator[CruxNode]:
        """The conditions that somebody rejects."""
        by_claim: dict[ClaimId, list[Alignment]] = {}
        for (_, claim), conflicts in self.turning.conditions.items():
            by_claim.setdefault(claim, []).extend(conflicts)
        for claim, those in by_claim.items():
            maker = f"a condition of {self.context.labels[claim.document]}"
            others = [side for each in those for side in each.holders if side.document != claim.document]
            rejecting = list(dict.fromkeys(others))
            said = f"{self._names(rejecting)} {'rejects' if len(rejecting) == 1 else 'reject'} it"
            text = self.context.corpus.claims[claim].text
            yield CruxNode(
                id=f"condition/{claim}",
                question=text,
                sides=(maker, said),
                decides=f"decides {counted(len(those), 'disagreement')}",
                sentence=f"{text} This is {maker}; {said}",
            )

    def edges(self) -> Iterator[CruxEdge]:
        """From what depends to what decides."""
        for (upper, below), those in self.turning.cruxes.items():
            whole = any(crux.is_whole for crux in those)
            most = {share for crux in those for _, share, size in _shares(crux) if size == crux.size}
            label = next(iter(most)) if len(most) == 1 else "its only reason" if whole else ""
            yield CruxEdge(
                id=f"{_id(upper)}/{_id(below)}",
                source=_id(upper),
                target=_id(below),
                label=label if 0 < len(label) <= _LONGEST_LABEL else "some of its reasons",
                count=len(those),
                whole=whole,
                sentence=f"{quoted(self._called(upper))} {self._depends(below, those)}",
            )
        for (upper, claim), conflicts in self.turning.conditions.items():
            text = self.context.corpus.claims[claim].text
            yield CruxEdge(
                id=f"{_id(upper)}/condition/{claim}",
                source=_id(upper),
                target=f"condition/{claim}",
                label="on this condition",
                count=len(conflicts),
                whole=True,
                sentence=f"{quoted(self._called(upper))} depends on a condition that one side rejects: {text}",
            )

    def closing(self) -> Iterator[str]:
        """What depends on nothing else, and what is left out."""
        drawn = self.turning.disagreements
        alone = [self._called(issue) for issue in self.disputed.issues if issue not in drawn]
        if alone:
            more = f"; and {len(alone) - _MOST_NAMED} more" if len(alone) > _MOST_NAMED else ""
            turn = "turns" if len(alone) == 1 else "turn"
            start = f"{counted(len(alone), 'other question')} in dispute {turn} on no other, as far as the texts tell: "
            yield f"{start}{' · '.join(alone[:_MOST_NAMED])}{more}"
        if self.turning.left_out:
            left = counted(self.turning.left_out, "more arrow")
            yield f"Not in this picture: {left} of less weight. `argmap compare` tells on what each disagreement turns."

    def _depends(self, below: _Subject, cruxes: Sequence[Crux]) -> str:
        return f"depends on {quoted(self._called(below))}: {self._shares(cruxes)}"

    def _shares(self, cruxes: Sequence[Crux]) -> str:
        """How many of whose reasons depend: ``its only reason for Author A; one of two reasons for Author B``."""
        found: dict[str, dict[Holder, None]] = {}
        for holder, share, _ in (each for crux in cruxes for each in _shares(crux)):
            found.setdefault(share, {})[holder] = None
        return "; ".join(f"{share} for {self._names(tuple(holders))}" for share, holders in found.items())

    def _sides(self, one: Alignment) -> Mapping[str, list[Holder]]:
        """Who gives which answer, of all who disagree on it."""
        said: dict[str, list[Holder]] = {}
        if one.issue is None:
            for side in (one.one, one.other):
                text = " ".join(self.context.corpus.claims[claim].text for claim in side.claims[:1])
                said.setdefault(text if side.accepts else f"not: {text}", []).append(side.holder)
            return said
        profiles, issue = self.context.comparison.stances.by_issue[one.issue], self.context.corpus.issues[one.issue]
        disagreeing = {holder for pair in self.disputed.on(one.issue) for holder in pair[:2]}
        for holder in (holder for holder in self.disputed.authors if holder in disagreeing):
            words = [answer_mark(stance, issue).words for stance in stances_of_its_own(profiles[holder])]
            said.setdefault(" and ".join(words), []).append(holder)
        return said

    def _names(self, holders: Sequence[Holder]) -> str:
        names = [self.context.name(holder) for holder in holders]
        return listed(names) if len(names) <= _MOST_HOLDERS else beginning_of(names, _MOST_HOLDERS - 1)

    def _parting(self, one: Alignment) -> Parting:
        pairs = self.disputed.on(one.issue) if one.issue is not None else ()
        verdicts = (one.verdict, *(pair.verdict for pair in pairs))
        return Parting.CANNOT if any(verdict.is_cannot for verdict in verdicts) else Parting.DISAGREES

    def _called(self, subject: _Subject) -> str:
        if isinstance(subject, Link):
            return subject.why or f"{subject.source} and {subject.target}"
        issue = self.context.corpus.issues[subject]
        return issue.short or issue.question


def _id(subject: _Subject) -> str:
    return f"link/{subject.source}/{subject.target}" if isinstance(subject, Link) else f"issue/{subject}"


def _shares(crux: Crux) -> Iterator[tuple[Holder, str, int]]:
    """How many reasons of each side depend, and how much that is."""
    for side, effect in ((crux.upper.one, crux.one), (crux.upper.other, crux.other)):
        if effect.turn.size:
            yield side.holder, share_words(effect.turn), effect.turn.size
