"""Which premises are drawn together, and where each of their lines starts: at a claim's card, or at a stub of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import attrs

from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.view.excerpt import Excerpt, Setting
from argmap.view.graph import Graph, Tie


@attrs.frozen
class Mention:
    """One premise of one step.

    Attributes:
        id: Of the edge that the mention becomes.
        source: The card that it starts from: the claim's own, or a stub made for this mention.
    """

    id: str
    claim: ClaimId
    source: str
    stub: bool


@attrs.frozen
class Bundle:
    """Premises taken together: those of a step, or those of one doubt about it.

    Attributes:
        scheme: The argumentation scheme, where it says more than the role; empty if none is named.
        target: The conclusion's card, or the dot of the step that is doubted.
        dotted: Whether a dot stands for the bundle.
    """

    id: str
    role: StepRole
    scheme: str
    conclusion: ClaimId
    target: str
    dotted: bool
    mentions: tuple[Mention, ...]


@attrs.frozen
class Scene:
    """An excerpt in its setting.

    Attributes:
        beside: Claims that stand right beside one of their conclusions.
        trees: The claim at the top of the tree that each claim is drawn in: the first one that uses it.
    """

    graph: Graph
    excerpt: Excerpt
    setting: Setting
    beside: Collection[ClaimId]
    trees: Mapping[ClaimId, ClaimId]

    @classmethod
    def of(cls, graph: Graph, excerpt: Excerpt, setting: Setting) -> Scene:
        """The scene of an excerpt."""
        columns = excerpt.columns
        beside = (
            premise
            for claim, column in columns.items()
            for tie in excerpt.drawn_ties(graph, claim)
            for premise in tie.mentions()
            if columns.get(premise) == column + 1
        )
        trees: dict[ClaimId, ClaimId] = {}
        # Conclusions come before premises, and those of the thesis before all others.
        for claim in columns:
            top = trees.setdefault(claim, claim)
            for tie in excerpt.drawn_ties(graph, claim):
                for premise in tie.mentions():
                    if columns.get(premise, -1) > columns[claim]:
                        trees.setdefault(premise, top)
        return cls(graph, excerpt, setting, frozenset(beside), trees)

    def is_stub(self, conclusion: ClaimId, premise: ClaimId) -> bool:
        """Whether a premise gets a card of its own at a step, since a line from its full card would confuse.

        Lines run from right to left only.  None leaves a heading, and none passes a column of cards where another
        line shows the premise.  None ties two trees together, which would then change places, except around a focus.
        """
        columns, claims = self.excerpt.columns, self.graph.corpus.claims
        further = columns.get(premise, -1) - columns[conclusion]
        if self.setting.grouped and claims[premise].section != claims[conclusion].section:
            return True
        if self.setting.focus is None and self.trees.get(premise) != self.trees[conclusion]:
            return True
        return further <= 0 or (further > 1 and premise in self.beside)


def bundles_of(scene: Scene, claim: ClaimId) -> Iterator[Bundle]:
    """What stands below a claim in a scene, each step followed by the doubts about it."""
    for tie in scene.excerpt.drawn_ties(scene.graph, claim):
        # A slash is in no id, so the address of a step is never that of a claim.
        step = f"{scene.setting.address(claim)}/{tie.number}"
        dotted = len(tie.premises) > 1 or bool(tie.undercuts)
        mentions = _mentions(step, tie.premises, claim, scene)
        yield Bundle(step, tie.role, tie.scheme, claim, scene.setting.address(claim), dotted, mentions)
        yield from _doubts(step, tie, claim, scene)


def _doubts(step: str, tie: Tie, claim: ClaimId, scene: Scene) -> Iterator[Bundle]:
    for number, doubt in enumerate(tie.undercuts, start=1):
        address = f"{step}/u{number}"
        mentions = _mentions(address, doubt, claim, scene)
        yield Bundle(address, StepRole.UNDERCUT, "", claim, step, len(doubt) > 1, mentions)


def _mentions(bundle: str, premises: tuple[ClaimId, ...], conclusion: ClaimId, scene: Scene) -> tuple[Mention, ...]:
    mentions = []
    for number, premise in enumerate(premises, start=1):
        stub = scene.is_stub(conclusion, premise)
        address = f"{bundle}/{number}"
        source = f"{address}/stub" if stub else scene.setting.address(premise)
        mentions.append(Mention(address, premise, source, stub))
    return tuple(mentions)
