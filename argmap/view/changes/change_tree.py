"""Where the cards of one document stand: what changed, the conclusions above it, and in which column."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import StepRole
from argmap.view.changes.step_changes import ChangedPremise, ChangedStep
from argmap.view.graph import Graph, graph_of
from argmap.view.outline import Fate, plain
from argmap.view.picture import role_class
from argmap.view.tables_and_trees import ChangeCard, ChangeNode
from argmap.wording.english import beginning_of, counted

COLUMNS = 5
_NAMED = 3
"""How many conclusions are named where several are folded into one card."""


@attrs.frozen
class BothVersions:
    """One document as both sides have it.

    Attributes:
        graphs: Of the new side first, then of the old, as far as they have the document.
        order: Its claims on both sides in the order of the text; what is gone stands where it stood, and what is in
            another document now is not here.
        heights: How many steps up it is from a claim to the nearest that supports nothing.
    """

    document: DocumentId
    graphs: tuple[Graph, ...]
    order: Mapping[ClaimId, int]
    heights: Mapping[ClaimId, int]

    @classmethod
    def of(cls, document: DocumentId, old: Corpus, new: Corpus) -> BothVersions:
        """The versions of a document that at least one side has."""
        corpora = [corpus for corpus in (new, old) if document in corpus.documents]
        graphs = tuple(graph_of(corpus, (document,)) for corpus in corpora)
        order = _merged_order([corpus.documents[document].claims for corpus in corpora])
        away = {claim for claim in order if claim in new.claims and new.claims[claim].document != document}
        here = {claim: place for place, claim in enumerate(order) if claim not in away}
        return cls(document, graphs, here, _heights(graphs))

    def conclusions(self, claim: ClaimId) -> Iterator[tuple[ClaimId, StepRole]]:
        """What a claim is used for in the document: as it is now or, where the claim is gone, as it was."""
        uses = next((graph.uses.get(claim, ()) for graph in self.graphs if claim in graph.steps), ())
        return ((use.conclusion, use.role) for use in uses if use.conclusion in self.order)

    def role(self, conclusion: ClaimId, premise: ClaimId) -> StepRole:
        """What a premise does for a conclusion, where it is not a doubt."""
        uses = (use for graph in self.graphs for use in graph.uses.get(premise, ()) if use.conclusion == conclusion)
        return next((use.role for use in uses if use.role is not StepRole.UNDERCUT), StepRole.BECAUSE)


@attrs.frozen
class ChangeBranch:
    """A claim in a tree.

    Attributes:
        id: The claim, or another address where the claim stands somewhere else too.
        parent: The id of the branch that it leads to; empty for a root.
        joint: The id of the dot in which its line ends; empty where it goes by itself.
        premise: What became of this use; None where nothing did.
        again: Whether the claim has its full card elsewhere.
    """

    id: str
    claim: ClaimId
    parent: str = ""
    role: StepRole = StepRole.BECAUSE
    joint: str = ""
    premise: ChangedPremise | None = None
    again: bool = False

    @property
    def place(self) -> tuple[str, str, ChangedPremise | None]:
        """What it leads to, and how."""
        return self.parent, self.joint, self.premise

    @property
    def has_gone(self) -> bool:
        """Whether the claim is not used there any longer."""
        return self.premise is not None and self.premise.has_gone


def tree_of_changes(
    versions: BothVersions, steps: Iterable[ChangedStep], claims: Iterable[ClaimId]
) -> tuple[ChangeBranch, ...]:
    """Some steps and some claims of a document, with what they lead to; parents first, else in the order of the text.

    Each claim stands once in full, where one of the steps has it (or had it, if none does), or else where the way up is
    shortest.  Whatever circles the steps form, none is in the result.
    """
    steps = tuple(step for step in steps if step.conclusion in versions.order)
    uses = [branch for number, step in enumerate(steps) for branch in _branches(number, step, versions)]
    wanted: dict[ClaimId, list[ChangeBranch]] = {}
    # A claim that left one step and came to another has its card where it stands now.
    for branch in sorted(uses, key=lambda branch: branch.has_gone):
        wanted.setdefault(branch.claim, []).append(attrs.evolve(branch, id=branch.claim, again=False))
    homes: dict[ClaimId, ChangeBranch] = {}
    for claim in (*(step.conclusion for step in steps), *(branch.claim for branch in uses), *claims):
        if claim in versions.order:
            _settle(claim, versions, wanted, homes)
    places = {claim: home.place for claim, home in homes.items()}
    stubs = [branch for branch in uses if places.get(branch.claim) != branch.place]
    return tuple(_ordered([*homes.values(), *stubs], versions))


def _settle(
    claim: ClaimId,
    versions: BothVersions,
    wanted: Mapping[ClaimId, list[ChangeBranch]],
    homes: dict[ClaimId, ChangeBranch],
) -> None:
    """Gives a claim its place, and all that it leads to."""
    way: dict[str, ChangeBranch] = {}
    at = claim
    while at and at not in homes:
        # No conclusion that leads to the claim itself: it is on the way already, or would have a place.
        branch = next((one for one in wanted.get(at, ()) if one.parent not in way and one.parent != at), None)
        if branch is None:
            uses = [use for use in versions.conclusions(at) if use[0] not in way and use[0] != at]
            conclusion, role = min(uses, key=lambda use: versions.heights[use[0]], default=("", StepRole.BECAUSE))
            # The step that is doubted is not drawn itself, but for its dot.
            branch = ChangeBranch(at, at, conclusion, role, f"{at}/doubts" if role is StepRole.UNDERCUT else "")
        way[at] = branch
        at = ClaimId(branch.parent)
    homes.update((branch.claim, branch) for branch in reversed(way.values()))


def _branches(number: int, step: ChangedStep, versions: BothVersions) -> Iterator[ChangeBranch]:
    """The premises where a step has them, as if each had its full card elsewhere."""
    name = f"{step.conclusion}/{number}"
    for premise in step.premises:
        address, role = f"{name}/{premise.claim}/{role_class(premise.role)}", premise.role
        changed = premise if premise.change is not None else None
        if changed is None and role is not StepRole.UNDERCUT:
            role = versions.role(step.conclusion, premise.claim)
        joint = name if step.linked else ""
        yield ChangeBranch(address, premise.claim, step.conclusion, role, joint, changed, again=True)


def _ordered(branches: Collection[ChangeBranch], versions: BothVersions) -> Iterator[ChangeBranch]:
    """Parents first, each followed by what leads to it; what meets in one dot stands together."""
    last = len(versions.order)
    firsts: dict[str, int] = {}
    for branch in branches:
        firsts[branch.joint] = min(firsts.get(branch.joint, last), versions.order.get(branch.claim, last))

    def order(branch: ChangeBranch) -> tuple[int, str, int]:
        own = versions.order.get(branch.claim, last)
        return (firsts[branch.joint] if branch.joint else own, branch.joint, own)

    below: dict[str, list[ChangeBranch]] = {}
    for branch in sorted(branches, key=order, reverse=True):
        below.setdefault(branch.parent, []).append(branch)
    waiting = below.pop("", [])
    while waiting:
        branch = waiting.pop()
        yield branch
        waiting.extend(below.get(branch.id, ()))


def _merged_order(sides: Sequence[Sequence[ClaimId]]) -> list[ClaimId]:
    """The claims of the first side, each followed by what came after it on the last side and is gone."""
    present = set(sides[0])
    after: dict[ClaimId | None, list[ClaimId]] = {}
    last: ClaimId | None = None
    for claim in sides[-1]:
        if claim in present:
            last = claim
        else:
            after.setdefault(last, []).append(claim)
    return [*after.get(None, ()), *(one for claim in sides[0] for one in (claim, *after.get(claim, ())))]


def _heights(graphs: Iterable[Graph]) -> dict[ClaimId, int]:
    """By claim, its steps down from a root; where both sides have the claim, on the first of them."""
    found: dict[ClaimId, int] = {}
    for graph in graphs:
        own: dict[ClaimId, int] = {}
        level, height = list(graph.roots), 0
        while level:
            own.update(dict.fromkeys(level, height))
            height += 1
            level = list(dict.fromkeys(p for claim in level for p in graph.premises(claim) if p not in own))
        found = own | found
    return found


def in_columns(nodes: Iterable[ChangeNode]) -> tuple[ChangeNode, ...]:
    """The nodes, each right of its parent, in no more columns than fit.

    Args:
        nodes: Parents before what leads to them.
    """
    return tuple(_begun_anew(_folded(tuple(nodes))))


def _folded(nodes: Sequence[ChangeNode]) -> Iterator[ChangeNode]:
    """Two or more conclusions in a row that did not change become one card, but for the last before what did."""
    below: dict[str, list[ChangeNode]] = {}
    for node in nodes:
        below.setdefault(node.parent, []).append(node)

    def is_passing(node: ChangeNode) -> bool:
        plain = node.fate is Fate.SAME and node.card.fate is Fate.SAME and not node.joint
        return bool(node.parent) and plain and not node.card.near and len(below.get(node.card.id, ())) == 1

    runs: dict[str, list[ChangeNode]] = {}
    for node in nodes:
        if is_passing(node):
            runs[node.card.id] = [*runs.pop(node.parent, []), node]
    inside = {node.card.id: run for run in runs.values() if len(run) > 1 for node in run}
    for node in nodes:
        run = inside.get(node.card.id)
        if run is None:
            parent = inside.get(node.parent)
            yield attrs.evolve(node, parent=_fold_id(parent)) if parent is not None else node
        elif run[0] is node:
            yield _fold(run)


def _fold_id(run: Sequence[ChangeNode]) -> str:
    return f"{run[0].card.id}/between"


def _fold(run: Sequence[ChangeNode]) -> ChangeNode:
    names = [node.card.words[0] for node in run if node.card.words]
    card = ChangeCard(
        id=_fold_id(run),
        text=plain(f"⋯ {counted(len(run), 'conclusion')} between, unchanged"),
        notes=(beginning_of(names, _NAMED),),
        sentence=f"{counted(len(run), 'conclusion')} between that did not change: {', '.join(names)}",
    )
    return attrs.evolve(run[0], card=card)


def _begun_anew(nodes: Iterable[ChangeNode]) -> Iterator[ChangeNode]:
    """What would stand beyond the last column stands below the tree, beside a card that names its conclusion."""
    columns: dict[str, int] = {}
    cards: dict[str, ChangeCard] = {}
    below: dict[str, ChangeNode] = {}
    for node in nodes:
        card, parent = node.card, node.parent
        cards[card.id] = card
        column = columns[parent] + 1 if parent else 0
        if column >= COLUMNS:
            above = cards[parent]
            notes = ("▸ its card stands above",)
            name, words = f"{above.id}/again", above.words
            again = ChangeCard(id=name, words=words, text=above.text, notes=notes, sentence=above.sentence)
            below.setdefault(again.id, ChangeNode(card=again))
            parent, column = again.id, 1
        columns[card.id] = column
        placed = attrs.evolve(node, parent=parent, column=column)
        if parent in below:
            below[card.id] = placed
        else:
            yield placed
    yield from below.values()
