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
from argmap.view.comparison.disputed_questions import DisputedQuestions, parting
from argmap.view.tables import CruxEdge, CruxMap, CruxNode, Parting
from argmap.wording.english import beginning_of, counted, listed, quoted
from argmap.wording.stance_sentences import stances_of_its_own
from argmap.wording.verdict_reasons import share_words

_MOST_NODES = 14
_MOST_COLUMNS = 4
_MOST_NAMED = 12
"""Questions that are named below the map."""
_MOST_HOLDERS = 4
_LONGEST_LABEL = 26
_SUBJECT = IssueId | Link
_END = IssueId | Link | ClaimId


@attrs.frozen
class TurningQuestions:
    """What turns on what.

    Attributes:
        cruxes: By what depends and what decides, those of all pairs of holders.
        conditions: By what depends, the claims on which one side makes its answer depend and that the other rejects.
        left_out: On how many further ones questions depend, for which there is no room.
    """

    cruxes: Mapping[tuple[_SUBJECT, _SUBJECT], tuple[Crux, ...]]
    conditions: Mapping[_SUBJECT, tuple[tuple[Alignment, ClaimId], ...]]
    left_out: int = 0

    @property
    def count(self) -> int:
        """How many disagreements depend on something."""
        uppers = {(crux.upper.subject, crux.upper.holders) for those in self.cruxes.values() for crux in those}
        rejected = {(each.subject, each.holders) for those in self.conditions.values() for each, _ in those}
        return len(uppers | rejected)

    @property
    def subjects(self) -> tuple[_SUBJECT, ...]:
        """All that depends or decides."""
        return tuple(dict.fromkeys([*(end for ends in self.cruxes for end in ends), *self.conditions]))


def turning_questions(disputed: DisputedQuestions, comparison: Comparison) -> TurningQuestions | None:
    """What turns on what in all disputes, the weightiest first; None where nothing does."""
    cruxes: dict[tuple[_SUBJECT, _SUBJECT], list[Crux]] = {}
    conditions: dict[_SUBJECT, list[tuple[Alignment, ClaimId]]] = {}
    shown: dict[_SUBJECT, None] = {}
    left: dict[tuple[_SUBJECT, _SUBJECT], None] = {}
    for question in (question for dispute in disputed.disputes for question in dispute.questions):
        for claim in comparison.beneath(question).rejected:
            conditions.setdefault(question.subject, []).append((question, claim))
    edges: list[tuple[_END, _END]] = [(subject, those[0][1]) for subject, those in conditions.items()]
    for crux in (crux for dispute in disputed.disputes for crux in dispute.turns_on):
        ends = (crux.upper.subject, crux.conflict.subject)
        if len({*shown, *ends}) <= _MOST_NODES and _longest([*edges, ends]) <= _MOST_COLUMNS:
            shown.update(dict.fromkeys(ends))
            edges.append(ends)
            cruxes.setdefault(ends, []).append(crux)
        else:
            left[ends] = None
    if not (cruxes or conditions):
        return None
    return TurningQuestions(
        {ends: tuple(those) for ends, those in cruxes.items()},
        {subject: tuple(those) for subject, those in list(conditions.items())[:_MOST_NODES]},
        len(left.keys() - cruxes.keys()),
    )


def _longest(edges: Sequence[tuple[_END, _END]]) -> int:
    """How many questions follow each other along edges; more than there is room for, where they lead in a circle."""
    depth: dict[_END, int] = {}
    for _ in range(_MOST_COLUMNS + 1):
        for upper, below in edges:
            depth[upper] = max(depth.get(upper, 1), depth.get(below, 1) + 1)
    return max(depth.values(), default=1)


def crux_map_of(turning: TurningQuestions, disputed: DisputedQuestions, context: ComparisonContext) -> CruxMap:
    """A node for each question, and an edge from what depends to what decides."""
    writer = _Writer(turning, disputed, context)
    whole = counted(disputed.count, "disagreement")
    of = whole if disputed.followed == disputed.count else f"the {disputed.followed} weightiest of {whole}"
    counts = f"{turning.count} of {of} "
    counts += f"{'depends' if turning.count == 1 else 'depend'} on the answer to another question, or on a condition."
    return CruxMap(
        title="What the disagreements turn on",
        subtitle=(counts,),
        description=f"What the disagreements turn on: {counts} Arrows lead from what depends to what decides.",
        nodes=tuple(writer.nodes()),
        edges=tuple(writer.edges()),
        closing=tuple(writer.closing()),
    )


@attrs.frozen
class _Writer:
    turning: TurningQuestions
    disputed: DisputedQuestions
    context: ComparisonContext

    def nodes(self) -> Iterator[CruxNode]:
        """The questions, the weightiest first; then the conditions."""
        weights = self.disputed.weights
        heaviest = max((weights.get(subject, 0.0) for subject in self.turning.subjects), default=0.0) or 1.0
        for subject in sorted(self.turning.subjects, key=lambda subject: -weights.get(subject, 0.0)):
            decides = [crux for (_, below), those in self.turning.cruxes.items() if below == subject for crux in those]
            notes = [f"decides {counted(len(decides), 'disagreement')}"] if decides else []
            notes += self._dependences(subject)
            sides = tuple(self._sides(subject, decides))
            question = self._question(subject)
            yield CruxNode(
                id=_name(subject),
                question=question,
                sides=sides,
                notes=tuple(notes),
                share=weights.get(subject, 0.0) / heaviest,
                decides=bool(decides),
                parting=self._parting(subject, decides),
                link=self.context.issue_link(None if isinstance(subject, Link) else subject),
                sentence=f"{self._whole(subject)} {'; '.join((*sides, *notes))}",
            )
        for those in self.turning.conditions.values():
            for claim in dict.fromkeys(claim for _, claim in those):
                record = self.context.corpus.claims[claim]
                holders = list(dict.fromkeys(_other(question, claim) for question, one in those if one == claim))
                rejecting = "rejects" if len(holders) == 1 else "reject"
                sides = (f"{self._names(holders)} {rejecting} it",)
                yield CruxNode(
                    id=f"condition/{claim}",
                    question=record.text,
                    sides=(f"a condition of {self.context.labels[claim.document]}", *sides),
                    notes=(f"decides {counted(len(holders), 'disagreement')}",),
                    decides=True,
                    sentence=f"Condition of {self.context.labels[claim.document]}: {record.text} {sides[0]}",
                )

    def edges(self) -> Iterator[CruxEdge]:
        """From what depends to what decides."""
        for (upper, below), those in self.turning.cruxes.items():
            whole = any(crux.is_whole for crux in those)
            words = list(dict.fromkeys(share for crux in those for _, share in _shares(crux, most=True)))
            label = words[0] if len(words) == 1 else "its only reason" if whole else ""
            said = self._shares_of(those)
            yield CruxEdge(
                id=f"{_name(upper)}/{_name(below)}",
                source=_name(upper),
                target=_name(below),
                label=label if 0 < len(label) <= _LONGEST_LABEL else "some of its reasons",
                count=len(those),
                whole=whole,
                sentence=f"{quoted(self._question(upper))} depends on {quoted(self._question(below))}: {said}",
            )
        for upper, conditions in self.turning.conditions.items():
            for claim in dict.fromkeys(claim for _, claim in conditions):
                yield CruxEdge(
                    id=f"{_name(upper)}/condition/{claim}",
                    source=_name(upper),
                    target=f"condition/{claim}",
                    label="on this condition",
                    count=sum(one == claim for _, one in conditions),
                    whole=True,
                    sentence=f"{quoted(self._question(upper))} depends on a condition that one side rejects: "
                    f"{self.context.corpus.claims[claim].text}",
                )

    def closing(self) -> Iterator[str]:
        """What depends on nothing else, and what is left out."""
        drawn = set(self.turning.subjects)
        alone = [self._question(issue) for issue in self.disputed.issues if issue not in drawn]
        if alone:
            more = f"; and {len(alone) - _MOST_NAMED} more" if len(alone) > _MOST_NAMED else ""
            turn = "turns" if len(alone) == 1 else "turn"
            start = f"{counted(len(alone), 'other question')} in dispute {turn} on no other, as far as the texts tell: "
            yield f"{start}{' · '.join(alone[:_MOST_NAMED])}{more}"
        if self.turning.left_out:
            yield (
                f"Not in this picture: {counted(self.turning.left_out, 'more arrow')} of less weight. "
                "`argmap compare` tells on what each disagreement turns."
            )

    def _dependences(self, subject: _SUBJECT) -> Iterator[str]:
        for (upper, below), those in self.turning.cruxes.items():
            if upper == subject:
                yield f"depends on {quoted(self._question(below))}: {self._shares_of(those)}"

    def _shares_of(self, cruxes: Sequence[Crux]) -> str:
        """How many of whose reasons depend: ``its only reason for Author A; one of two reasons for Author B``."""
        found: dict[str, dict[Holder, None]] = {}
        for holder, share in (each for crux in cruxes for each in _shares(crux)):
            found.setdefault(share, {})[holder] = None
        return "; ".join(f"{share} for {self._names(tuple(holders))}" for share, holders in found.items())

    def _sides(self, subject: _SUBJECT, decides: Sequence[Crux]) -> Iterator[str]:
        """Who says what, of all who disagree; who says the same together."""
        said: dict[str, list[Holder]] = {}
        if isinstance(subject, Link):
            conflict = next(
                (crux.conflict for crux in decides),
                next(
                    (
                        crux.upper
                        for (upper, _), those in self.turning.cruxes.items()
                        if upper == subject
                        for crux in those
                    ),
                    None,
                ),
            )
            for side in (conflict.one, conflict.other) if conflict is not None else ():
                text = " ".join(self.context.corpus.claims[claim].text for claim in side.claims[:1])
                said.setdefault(text if side.accepts else f"not: {text}", []).append(side.holder)
        else:
            profiles, issue = self.context.comparison.stances.by_issue[subject], self.context.corpus.issues[subject]
            disagreeing = {holder for one, other, _ in self.disputed.on(subject) for holder in (one, other)}
            for holder in (holder for holder in self.disputed.authors if holder in disagreeing):
                words = [answer_mark(stance, issue).words for stance in stances_of_its_own(profiles[holder])]
                said.setdefault(" and ".join(words), []).append(holder)
        for answer, holders in said.items():
            yield f"{self._names(holders)}: {answer}"

    def _names(self, holders: Sequence[Holder]) -> str:
        names = [self.context.name(holder) for holder in holders]
        return listed(names) if len(names) <= _MOST_HOLDERS else beginning_of(names, _MOST_HOLDERS - 1)

    def _parting(self, subject: _SUBJECT, decides: Sequence[Crux]) -> Parting:
        verdicts = [crux.conflict.verdict for crux in decides]
        verdicts += [] if isinstance(subject, Link) else [pair.verdict for pair in self.disputed.on(subject)]
        return Parting.CANNOT if Parting.CANNOT in map(parting, verdicts) else Parting.DISAGREES

    def _question(self, subject: _SUBJECT) -> str:
        if isinstance(subject, Link):
            return subject.why or f"{subject.source} and {subject.target}"
        issue = self.context.corpus.issues[subject]
        return issue.short or issue.question

    def _whole(self, subject: _SUBJECT) -> str:
        return self._question(subject) if isinstance(subject, Link) else self.context.corpus.issues[subject].question


def _name(subject: _SUBJECT) -> str:
    return f"link/{subject.source}/{subject.target}" if isinstance(subject, Link) else f"issue/{subject}"


def _shares(crux: Crux, *, most: bool = False) -> Iterator[tuple[Holder, str]]:
    """How many reasons of each side depend; with `most`, only of the side that depends most."""
    for side, effect in ((crux.upper.one, crux.one), (crux.upper.other, crux.other)):
        if effect.turn.size and (not most or effect.turn.size == crux.size):
            yield side.holder, share_words(effect.turn)


def _other(question: Alignment, claim: ClaimId) -> Holder:
    """Whoever rejects a condition."""
    one, other = question.holders
    return other if claim.document == one.document else one
