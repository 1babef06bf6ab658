"""Two authors side by side on one question, the reasons of each leading inwards to its answer."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.comparison import Comparison
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.compare.stance import Acceptance
from argmap.compare.tree import Branch
from argmap.language.words import Attitude
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.view.comparison.comparison_cards import claim_card, verdict_part
from argmap.view.comparison.comparison_context import ComparisonContext, Kind, Subject, between, on_issue
from argmap.view.tables_and_trees import (
    ColumnPanel,
    ComparisonCard,
    ComparisonNode,
    ComparisonRole,
    LegendKey,
    Manner,
    Part,
    Tree,
)
from argmap.wording.claim_sentences import name_of, premise_sentence
from argmap.wording.english import counted
from argmap.wording.stance_sentences import takes
from argmap.wording.verdict_reasons import turns_on
from argmap.wording.verdicts import conflict_text, subject, verdict, verdict_sign

_CENTRE = "question"
_CRUXES = 3
"""How many the card in the middle names."""
_MOST = (4, 8, 9)
"""The most cards in each column: answers, reasons, reasons for these."""


def is_worth_drawing(alignment: Alignment, comparison: Comparison) -> bool:
    """Whether both sides of a conflict give reasons that can be shown."""
    return all(any(branch.depth for branch in tree) for tree in comparison.trees(alignment))


def side_by_side_subject(alignment: Alignment) -> Subject:
    """What the picture of a conflict is called."""
    link = alignment.link
    return between(*alignment.holders, alignment.issue or (f"{link.source}--{link.target}" if link is not None else ""))


def side_by_side_of(alignment: Alignment, context: ComparisonContext) -> Tree:
    """The picture of a conflict; two levels of reasons are drawn, and what is deeper is folded."""
    cruxes = context.comparison.cruxes(alignment)
    one, other = context.comparison.trees(alignment)
    at_one = [(crux.one, crux.conflict) for crux in cruxes]
    at_other = [(crux.other, crux.conflict) for crux in cruxes]
    first = _OpposingSide(context, "one", Part.FIRST, -1, one, _rejecting(alignment.one), _carried(at_one))
    second = _OpposingSide(context, "other", Part.SECOND, 1, other, _rejecting(alignment.other), _carried(at_other))
    centre = _centre(alignment, cruxes, context)
    at_left, at_right = tuple(first.nodes()), tuple(second.nodes())
    left = max((-node.column for node in at_left), default=0)
    everything = (ComparisonNode(card=centre), *at_left, *at_right)
    nodes = tuple(attrs.evolve(node, column=node.column + left) for node in everything)
    last = max(node.column for node in nodes)
    links = [("Who holds what", Subject(Kind.MATRIX))]
    links += [("All holders on this question", on_issue(alignment.issue))] if alignment.issue is not None else []
    links += [("What the disagreements turn on", Subject(Kind.CRUXES))]
    names = [context.name(holder) for holder in alignment.holders]
    counts = [counted(len({branch.claim for branch in tree}), "claim") for tree in (one, other)]
    said = f"{names[0]} and {names[1]}: {verdict(alignment)}"
    return Tree(
        title=centre.text,
        subtitle=(said, f"{counts[0]} at the left · {counts[1]} at the right · read inwards"),
        description=f"{centre.text} {said}. In the middle the question, beside it the answers of both, outside "
        f"the reasons for them: {counts[0]} at the left, {counts[1]} at the right.",
        keys=(LegendKey(Part.FIRST, names[0]), LegendKey(Part.SECOND, names[1])),
        links=context.links(*links) + context.map_links(alignment.holders),
        nodes=nodes,
        panels=(
            ColumnPanel(id="panel/one", title=names[0], part=Part.FIRST, first=0, last=left - 1),
            ColumnPanel(id="panel/other", title=names[1], part=Part.SECOND, first=left + 1, last=last),
        ),
    )


def _rejecting(side: Side) -> frozenset[ClaimId]:
    if side.accepts is not None:
        return frozenset() if side.accepts else frozenset(side.claims)
    does: dict[ClaimId, Acceptance] = {}
    # What a claim states says more of it than what follows: whoever denies a yes thereby accepts the no.
    for stance in sorted(side.stances, key=lambda stance: len(stance.chain)):
        for claim in stance.claims:
            does.setdefault(claim, stance.acceptance)
    return frozenset(claim for claim, acceptance in does.items() if acceptance is Acceptance.REJECTED)


def _carried(cruxes: Sequence[tuple[CruxEffect, Alignment]]) -> dict[ClaimId, Alignment]:
    """The claims of one side on which the conflict turns; where it turns on several, the first of each claim."""
    found = ((effect, conflict) for effect, conflict in reversed(cruxes) if effect.turn.size)
    return {premise: conflict for effect, conflict in found for premise in effect.premises}


def _centre(alignment: Alignment, cruxes: Sequence[Crux], context: ComparisonContext) -> ComparisonCard:
    text, said = conflict_text(alignment, context.corpus), verdict(alignment)
    sides = (("◂", alignment.one), ("▸", alignment.other))
    notes = tuple(f"{sign} {context.name(side.holder)}: {takes(side)}" for sign, side in sides)
    turns = tuple(turns_on(crux) for crux in cruxes[:_CRUXES])
    return ComparisonCard(
        id=_CENTRE,
        part=verdict_part(alignment),
        words=(f"{verdict_sign(alignment)} {said}",),
        text=text,
        notes=notes,
        clashes=turns,
        weighty=True,
        link=context.issue_link(alignment.issue),
        sentence=f"{text} Verdict: {said}. {'; '.join((*notes, *turns))}",
    )


@attrs.define(slots=False)
class _OpposingSide:
    """What one side of a conflict says: the answers of one author, and the reasons for them, two levels deep.

    Attributes:
        name: Begins the ids of its cards.
        out: 1 where reasons stand to the right of the answer, -1 where to the left.
        branches: The trees of its claims, in reading order.
        rejects: The claims that exclude an answer.
        cruxes: The deeper conflict that a claim carries, where the upper one turns on it.
    """

    context: ComparisonContext
    name: str
    part: Part
    out: int
    branches: tuple[Branch, ...]
    rejects: frozenset[ClaimId]
    cruxes: Mapping[ClaimId, Alignment]

    @cached_property
    def _parents(self) -> tuple[int | None, ...]:
        """For each branch the place of the one above it; None for a conclusion."""
        last: dict[int, int] = {}
        found: list[int | None] = []
        for place, branch in enumerate(self.branches):
            found.append(last.get(branch.depth - 1))
            last[branch.depth] = place
        return tuple(found)

    @cached_property
    def _shown(self) -> Collection[int]:
        """The places of the branches to draw, in order, while there is room.

        Of the reasons for an answer each step is drawn whole or not at all, and so are all the steps for a reason.
        """
        shown: set[int] = set()
        for level, most in enumerate(_MOST):
            groups: dict[tuple[int | None, int], list[int]] = {}
            for place, branch in enumerate(self.branches):
                up = self._parents[place]
                if branch.depth == level and (level == 0 or up in shown):
                    key = (place, 0) if level == 0 else (up, branch.step if level == 1 else 0)
                    groups.setdefault(key, []).append(place)
            left = most
            for group in groups.values():
                if len(group) <= left:
                    shown.update(group)
                    left -= len(group)
        return dict.fromkeys(sorted(shown))

    def nodes(self) -> Iterator[ComparisonNode]:
        """The cards, columns counted from the centre; what there is no room for is folded."""
        steps: dict[tuple[int | None, int], list[int]] = {}
        for place in self._shown:
            steps.setdefault((self._parents[place], self.branches[place].step), []).append(place)
        for place in self._shown:
            up, branch = self._parents[place], self.branches[place]
            if up is None:
                role = ComparisonRole.EXCLUDES if branch.claim in self.rejects else ComparisonRole.TAKES
                joining = f"{name_of(self.context.corpus.claims[branch.claim])} {role} an answer"
                card = self._card(place)
                yield ComparisonNode(card=card, column=self.out, parent=_CENTRE, role=role, joining=joining)
                continue
            members = steps[up, branch.step]
            yield ComparisonNode(
                card=self._card(place),
                column=self.out * (branch.depth + 1),
                parent=self._address(up),
                role=branch.role or StepRole.BECAUSE,
                joint=f"{self._address(up)}/step/{branch.step}" if len(members) > 1 else "",
                joining=self._joining(up, place, members),
            )

    def _address(self, place: int) -> str:
        """The id of a branch's card: a claim may stand in several places."""
        return f"{self.name}/{place}/{self.branches[place].claim}"

    def _joining(self, up: int, place: int, members: Sequence[int]) -> str:
        """What a claim does to the one above, alone or with others of its step."""
        corpus, branch = self.context.corpus, self.branches[place]
        role, above = branch.role or StepRole.BECAUSE, corpus.claims[self.branches[up].claim]
        alike = (self.branches[one].claim for one in members if self.branches[one].role is branch.role)
        together = tuple(corpus.claims[claim] for claim in alike)
        return premise_sentence(corpus.claims[branch.claim], together, role, above, corpus)

    def _card(self, place: int) -> ComparisonCard:
        branch = self.branches[place]
        crux = self.cruxes.get(branch.claim)
        hidden = len(set(self._folded(place)) - {self.branches[number].claim for number in self._shown})
        note = f"▸ +{counted(hidden, 'claim')} in the text's own map" if hidden else ""
        note = note if branch.unfolded else "▸ its reasons stand above"
        uses = () if branch.role is None else (branch.role,)
        card = claim_card(self._address(place), branch.claim, self.context, uses=uses, notes=(note,))
        implied = self.context.corpus.claims[branch.claim].attitude is Attitude.IMPLIES
        return attrs.evolve(
            card,
            words=("CRUX", *card.words) if crux is not None else card.words,
            part=self.part,
            manner=Manner.IMPLIED if implied else Manner.STATED,
            clashes=(f"≠ both differ on {subject(crux)}",) if crux is not None else (),
            weighty=crux is not None or branch.depth == 0,
        )

    def _folded(self, place: int) -> Iterator[ClaimId]:
        """The claims below a branch that are not drawn, but for what is folded away at a drawn one below it."""
        under = sys.maxsize
        for number in range(place + 1, len(self.branches)):
            branch = self.branches[number]
            if branch.depth <= self.branches[place].depth:
                break
            if branch.depth > under:
                continue
            under = branch.depth if number in self._shown else sys.maxsize
            if number not in self._shown:
                yield branch.claim
