"""Two who answer one question differently: the verdict, both answers, and the reasons of each below its answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.comparison import Comparison
from argmap.compare.cruxes import Crux
from argmap.compare.stance import Acceptance
from argmap.compare.tree import Branch
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import StepRole
from argmap.view.claim_rows import RowContext, rows_of, shown_text
from argmap.view.comparison.comparison_context import ComparisonContext, Subject, between
from argmap.view.outline import Butterfly, Clash, Note, Row, Speaker, Stress
from argmap.view.reading_order import Entry, Tree
from argmap.wording.english import counted, quoted
from argmap.wording.grouped_pairs import grouped_pairs
from argmap.wording.names import position_label, position_text
from argmap.wording.verdict_reasons import share_words, title_of, verdict_clause
from argmap.wording.verdicts import conflict_text, verdict_sign

_CRUXES = 3
"""How many disagreements are told on which it turns."""
_MOST = 9
"""Rows of one half: then both fit a screen."""
_DIFFER = {
    True: ("≠ they differ on this", Stress.CONFLICT),
    False: ("≁ they point opposite ways on this", Stress.PLAIN),
}
_MOST_ANSWERS = 4
"""Claims of one half that give the answer."""


def is_worth_drawing(alignment: Alignment, comparison: Comparison) -> bool:
    """Whether both sides of a conflict give reasons that can be shown."""
    return all(any(branch.depth for branch in tree) for tree in comparison.trees(alignment))


def side_by_side_subject(alignment: Alignment) -> Subject:
    """What the picture of a conflict is called."""
    link = alignment.link
    return between(*alignment.holders, alignment.issue or (f"{link.source}--{link.target}" if link is not None else ""))


def side_by_side_of(alignment: Alignment, context: ComparisonContext) -> Butterfly:
    """The picture of a conflict; of many reasons those are drawn that decide, and those nearest to the answer."""
    comparison = context.comparison
    cruxes = comparison.cruxes(alignment)
    trees = comparison.trees(alignment)
    deciding = [{claim for crux in cruxes for claim in _premises(crux)[side]} for side in (0, 1)]
    halves = [
        _Half(context, tree, frozenset(decide), side.holder.document)
        for tree, decide, side in zip(trees, deciding, (alignment.one, alignment.other), strict=True)
    ]
    clashes = tuple(_clashes(cruxes, halves, context))
    differing: tuple[dict[int, bool], dict[int, bool]] = ({}, {})
    for clash in clashes:
        for there, places in zip(differing, (clash.one, clash.other), strict=True):
            there.update((row, clash.cannot or there.get(row, False)) for row in places)
    rows = [tuple(half.rows(those)) for half, those in zip(halves, differing, strict=True)]
    names = [context.name(holder) for holder in alignment.holders]
    speakers = [
        Speaker(name=name, answer=_answer(side, context), count=half.count)
        for name, side, half in zip(names, (alignment.one, alignment.other), halves, strict=True)
    ]
    (group,) = grouped_pairs((alignment,))
    title, question = title_of(group, context.corpus), conflict_text(alignment, context.corpus)
    # How far they are apart on a scale is drawn.
    meaning = verdict_clause(group, context.names(alignment.holders), titled=True, scaled=False).removeprefix(": ")
    answers = " ".join(f"{speaker.name}: {speaker.answer}." for speaker in speakers)
    scale, places = _scale(alignment, context)
    return Butterfly(
        title=question,
        description=f"{question} {answers} {title}{f': {meaning}' if meaning else ''}. Below each answer its reasons: "
        f"{speakers[0].count} at the left, {speakers[1].count} at the right.",
        verdict=f"{verdict_sign(alignment)} {title}",
        meaning=meaning,
        cannot=alignment.verdict.is_cannot,
        turns_on=tuple(_turns_on(crux, names, context) for crux in cruxes[:_CRUXES]),
        scale=scale,
        places=places,
        speakers=(speakers[0], speakers[1]),
        halves=(rows[0], rows[1]),
        clashes=clashes,
    )


def _scale(alignment: Alignment, context: ComparisonContext) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The answers in order, and where both stand; nothing where they are no scale, or one stands nowhere on it."""
    if alignment.issue is None or not (alignment.one.stances and alignment.other.stances):
        return (), ()
    issue = context.corpus.issues[alignment.issue]
    first = [side.stances[0] for side in (alignment.one, alignment.other)]
    places = [issue.rank(stance.position) for stance in first if stance.acceptance is Acceptance.ACCEPTED]
    ranks = tuple(place for place in places if place is not None)
    return (tuple(position_label(each, issue) for each in issue.order), ranks) if len(ranks) == 2 else ((), ())


def _answer(side: Side, context: ComparisonContext) -> str:
    """The answer of one side in full words."""
    if not side.stances or side.accepts is not None:
        return " ".join(shown_text(context.corpus.claims[claim], context.corpus) for claim in side.claims[:1])
    answers: dict[str, None] = {}
    for stance in side.stances:
        if stance is side.stances[0] or not stance.is_counterpart:
            text = position_text(stance.position, context.corpus.issues[stance.issue])
            answers[quoted(text) if stance.acceptance is not Acceptance.REJECTED else f"Not {quoted(text)}"] = None
    return "; ".join(answers)


def _turns_on(crux: Crux, names: Sequence[str], context: ComparisonContext) -> str:
    """On what it turns, and how much of the reasons of each."""
    shares = {name: share_words(effect.turn) for name, effect in zip(names, (crux.one, crux.other), strict=True)}
    told = {name: share for name, share in shares.items() if share}
    deeper = conflict_text(crux.conflict, context.corpus)
    both = len(told) == 2 and len(set(told.values())) == 1
    how = f"{next(iter(told.values()))} on both sides" if both else "; ".join(f"{n}: {s}" for n, s in told.items())
    return f"It turns on {quoted(deeper)} ({how})"


def _premises(crux: Crux) -> tuple[tuple[ClaimId, ...], tuple[ClaimId, ...]]:
    """The claims of each side that carry what it turns on; all that say so where it does not stand beneath."""
    return (crux.one.premises or crux.conflict.one.claims, crux.other.premises or crux.conflict.other.claims)


def _clashes(cruxes: Sequence[Crux], halves: Sequence[_Half], context: ComparisonContext) -> Iterator[Clash]:
    for crux in cruxes[:_CRUXES]:
        one, other = (half.places_of(claims) for half, claims in zip(halves, _premises(crux), strict=True))
        if one or other:
            about = conflict_text(crux.conflict, context.corpus)
            yield Clash(one, other, crux.conflict.verdict.is_cannot, f"They differ on this: {about}")


@attrs.define(slots=False)
class _Half:
    """What one side says: the claims that give its answer, and the reasons for them.

    Attributes:
        branches: The trees of its claims, in reading order.
        decide: The claims on which the disagreement turns.
    """

    context: ComparisonContext
    branches: tuple[Branch, ...]
    decide: Collection[ClaimId]
    document: DocumentId

    @cached_property
    def _parents(self) -> tuple[int | None, ...]:
        last: dict[int, int] = {}
        found: list[int | None] = []
        for place, branch in enumerate(self.branches):
            found.append(last.get(branch.depth - 1))
            last[branch.depth] = place
        return tuple(found)

    @cached_property
    def _shown(self) -> tuple[int, ...]:
        """The branches to draw: those that decide, with all above them, then level by level what there is room for.

        The premises of a step are drawn together or not at all.
        """
        roots = [place for place, branch in enumerate(self.branches) if not branch.depth]
        deciding = [place for place, branch in enumerate(self.branches) if branch.claim in self.decide]
        shown: set[int] = set()
        for place in deciding:
            way = {place}
            while (up := self._parents[min(way)]) is not None:
                way.add(up)
            if len(shown | way) <= _MOST:
                shown |= way
        for place in roots[:_MOST_ANSWERS]:
            if len(shown) < _MOST:
                shown.add(place)
        groups: dict[tuple[int, int | None, int], list[int]] = {}
        for place, branch in enumerate(self.branches):
            if branch.depth:
                groups.setdefault((branch.depth, self._parents[place], branch.step), []).append(place)
        whole = [group for group in groups.values() if not shown.isdisjoint(group)]
        by_level = [groups[key] for key in sorted(groups, key=lambda key: key[0])]
        for group in (*whole, *by_level):
            if self._parents[group[0]] in shown and len(shown.union(group)) <= _MOST:
                shown.update(group)
        return tuple(sorted(shown))

    @cached_property
    def _hidden(self) -> Mapping[int, int]:
        """For each branch that is drawn, how many claims below it are not, each counted once where it is first met."""
        drawn = {self.branches[place].claim for place in self._shown}
        counts: dict[int, int] = {}
        shown = set(self._shown)
        for place, branch in enumerate(self.branches):
            if branch.claim in drawn:
                continue
            drawn.add(branch.claim)
            up = self._parents[place]
            while up is not None and up not in shown:
                up = self._parents[up]
            at = up if up is not None else self._shown[-1]
            counts[at] = counts.get(at, 0) + 1
        return counts

    @property
    def count(self) -> str:
        """How many claims stand here, and how many of them are drawn."""
        whole = len({branch.claim for branch in self.branches})
        drawn = len({self.branches[place].claim for place in self._shown})
        return counted(whole, "claim") if drawn == whole else f"{drawn} of {counted(whole, 'claim')} drawn"

    def places_of(self, claims: Collection[ClaimId]) -> tuple[int, ...]:
        """The rows with the cards of some claims that stand below an answer."""
        found: dict[ClaimId, int] = {}
        for row, place in enumerate(self._shown):
            if self.branches[place].claim in claims and self.branches[place].depth:
                found.setdefault(self.branches[place].claim, row)
        return tuple(found.values())

    def rows(self, differing: Mapping[int, bool]) -> Iterator[Row]:
        """The rows, those on which the two differ marked, and whether both cannot hold there."""
        context = RowContext(
            document=self.document,
            here=frozenset(self.branches[place].claim for place in self._shown),
            links=self.context.homes,
        )
        drawn = rows_of(self.context.corpus, self._trees(), context)
        for number, (row, place) in enumerate(zip(drawn, self._shown, strict=True)):
            notes = row.notes
            hidden = self._hidden.get(place, 0)
            notes += (Note(f"+{hidden} more", Stress.LINK),) if hidden else ()
            cannot = differing.get(number, False)
            if number in differing:
                notes = (*notes, Note(*_DIFFER[cannot]))
            yield attrs.evolve(
                row,
                id="",
                notes=notes,
                differs=cannot,
                link=self.context.homes.get(self.branches[place].claim, ""),
            )

    def _trees(self) -> Iterator[Tree]:
        entries: list[Entry] = []
        seen: set[ClaimId] = set()
        for place in self._shown:
            branch = self.branches[place]
            if not branch.depth and entries:
                yield Tree(tuple(entries))
                entries = []
            entries.append(
                Entry(
                    branch.claim,
                    branch.depth,
                    is_card=branch.claim not in seen,
                    role=branch.role,
                    together=self._together(place),
                )
            )
            seen.add(branch.claim)
        if entries:
            yield Tree(tuple(entries))

    def _together(self, place: int) -> tuple[ClaimId, ...]:
        """The premises that count only together with a branch, as far as they are drawn."""
        branch, up = self.branches[place], self._parents[place]
        if up is None or branch.role is None:
            return ()
        step = self.context.corpus.claims[self.branches[up].claim].steps[branch.step - 1]
        doubts = (doubt.premises for doubt in step.undercuts if branch.claim in doubt.premises)
        premises = next(doubts, ()) if branch.role is StepRole.UNDERCUT else step.premises
        siblings = {self.branches[one].claim for one in self._shown if self._parents[one] == up}
        return tuple(one for one in premises if one in siblings)
