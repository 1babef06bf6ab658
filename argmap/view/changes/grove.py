"""Where the cards of one document stand: what changed, and above it the conclusions that it leads to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import attrs

from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import StepRole
from argmap.view.changes.strands import Bundle, Strand
from argmap.view.graph import Graph, graph_of
from argmap.view.picture import ROLE_CLASSES


@attrs.frozen
class Ground:
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
    def of(cls, document: DocumentId, old: Corpus, new: Corpus) -> Ground:
        """The ground of a document that at least one side has."""
        corpora = [corpus for corpus in (new, old) if document in corpus.documents]
        graphs = tuple(graph_of(corpus, (document,)) for corpus in corpora)
        order = _merged_order([graph.corpus for graph in graphs], document)
        here = {claim: place for claim, place in order.items() if _is_at_home(claim, document, new)}
        return cls(document, graphs, here, _heights(graphs))

    def conclusions(self, claim: ClaimId) -> Iterator[tuple[ClaimId, StepRole]]:
        """What a claim is used for in the document: as it is now or, where the claim is gone, as it was."""
        graph = next((graph for graph in self.graphs if claim in graph.ties), None)
        for use in graph.uses.get(claim, ()) if graph is not None else ():
            if use.conclusion in self.order:
                yield use.conclusion, use.role

    def role(self, conclusion: ClaimId, premise: ClaimId) -> StepRole:
        """What a premise does for a conclusion, where it is not a doubt."""
        uses = (use for graph in self.graphs for use in graph.uses.get(premise, ()) if use.conclusion == conclusion)
        return next((use.role for use in uses if use.role is not StepRole.UNDERCUT), StepRole.BECAUSE)


@attrs.frozen
class Branch:
    """A claim in a grove.

    Attributes:
        id: The claim, or another address where the claim stands somewhere else too.
        parent: The id of the branch that it leads to; empty for a root.
        joint: The id of the dot in which its line ends; empty where it goes by itself.
        strand: What became of this use; None where nothing did.
        again: Whether the claim has its full card elsewhere.
    """

    id: str
    claim: ClaimId
    parent: str = ""
    role: StepRole = StepRole.BECAUSE
    joint: str = ""
    strand: Strand | None = None
    again: bool = False


def grow(ground: Ground, bundles: Iterable[Bundle], claims: Iterable[ClaimId]) -> tuple[Branch, ...]:
    """Some steps and some claims of a document, with what they lead to; parents first, else in the order of the text.

    Each claim stands once in full, where a step of the bundles has it (or had it, if none does), or else where the way
    up is shortest.  Whatever circles the steps form, none is in the result.
    """
    bundles = tuple(bundle for bundle in bundles if bundle.conclusion in ground.order)
    mentions = [(number, bundle, strand) for number, bundle in enumerate(bundles) for strand in bundle.strands]
    wanted: dict[ClaimId, list[tuple[int, Bundle, Strand]]] = {}
    # A claim that left one step and came to another has its card where it stands now.
    for mention in sorted(mentions, key=lambda mention: mention[2].has_gone):
        wanted.setdefault(mention[2].claim, []).append(mention)
    homes: dict[ClaimId, Branch] = {}
    premises = (strand.claim for bundle in bundles for strand in bundle.strands)
    for claim in (*(bundle.conclusion for bundle in bundles), *premises, *claims):
        if claim in ground.order:
            _settle(claim, ground, wanted, homes)
    found = dict(homes.items())
    stubs: list[Branch] = []
    for number, bundle, strand in mentions:
        home = found.get(strand.claim)
        if home is None or (home.parent, home.joint, home.strand) != _place(number, bundle, strand):
            address = f"{bundle.conclusion}/{number}/{strand.claim}/{ROLE_CLASSES[strand.role]}"
            stubs.append(_branch(address, number, bundle, strand, ground, again=True))
    return tuple(_ordered([*found.values(), *stubs], ground))


def _settle(
    claim: ClaimId,
    ground: Ground,
    wanted: Mapping[ClaimId, list[tuple[int, Bundle, Strand]]],
    homes: dict[ClaimId, Branch],
) -> None:
    """Gives a claim its place, and all that it leads to."""
    way: dict[ClaimId, Branch] = {}
    at: ClaimId | None = claim
    while at is not None and at not in homes:
        # No conclusion that leads to the claim itself: it is on the way already, or would have a place.
        taken = next((m for m in wanted.get(at, ()) if m[1].conclusion not in way and m[1].conclusion != at), None)
        if taken is not None:
            way[at] = _branch(at, *taken, ground)
            at = taken[1].conclusion
            continue
        uses = [use for use in ground.conclusions(at) if use[0] not in way and use[0] != at]
        conclusion, role = min(uses, key=lambda use: ground.heights[use[0]], default=(None, StepRole.BECAUSE))
        # The step that is doubted is not drawn itself, but for its dot.
        way[at] = Branch(at, at, conclusion or "", role, f"{at}/doubts" if role is StepRole.UNDERCUT else "")
        at = conclusion
    homes.update(reversed(way.items()))


def _branch(
    id: str,  # noqa: A002
    number: int,
    bundle: Bundle,
    strand: Strand,
    ground: Ground,
    *,
    again: bool = False,
) -> Branch:
    role = strand.role
    if strand.change is None and role is not StepRole.UNDERCUT:
        role = ground.role(bundle.conclusion, strand.claim)
    parent, joint, changed = _place(number, bundle, strand)
    return Branch(id, strand.claim, parent, role, joint, changed, again)


def _place(number: int, bundle: Bundle, strand: Strand) -> tuple[ClaimId, str, Strand | None]:
    joint = f"{bundle.conclusion}/{number}" if bundle.linked else ""
    return bundle.conclusion, joint, strand if strand.change is not None else None


def _ordered(branches: Collection[Branch], ground: Ground) -> Iterator[Branch]:
    """Parents first, each followed by what leads to it; what meets in one dot stands together."""
    last = len(ground.order)
    firsts: dict[str, int] = {}
    for branch in branches:
        firsts[branch.joint] = min(firsts.get(branch.joint, last), ground.order.get(branch.claim, last))

    def order(branch: Branch) -> tuple[int, str, int]:
        own = ground.order.get(branch.claim, last)
        return (firsts[branch.joint] if branch.joint else own, branch.joint, own)

    below: dict[str, list[Branch]] = {}
    for branch in sorted(branches, key=order, reverse=True):
        below.setdefault(branch.parent, []).append(branch)
    waiting = below.pop("", [])
    while waiting:
        branch = waiting.pop()
        yield branch
        waiting.extend(below.get(branch.id, ()))


def _merged_order(corpora: list[Corpus], document: DocumentId) -> dict[ClaimId, int]:
    sides = [corpus.documents[document].claims for corpus in corpora]
    present = set(sides[0])
    after: dict[ClaimId | None, list[ClaimId]] = {}
    last: ClaimId | None = None
    for claim in sides[-1]:
        if claim in present:
            last = claim
        else:
            after.setdefault(last, []).append(claim)
    merged = list(after.get(None, ()))
    for claim in sides[0]:
        merged += [claim, *after.get(claim, ())]
    return {claim: place for place, claim in enumerate(merged)}


def _is_at_home(claim: ClaimId, document: DocumentId, new: Corpus) -> bool:
    return claim not in new.claims or new.claims[claim].document == document


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
