"""The subtree of premises below some claims, unfolded to its leaves."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole


@attrs.frozen(kw_only=True)
class Branch:
    """One claim in a tree.

    Attributes:
        role: What it does to the one above it; None for a conclusion.
        depth: Steps below its conclusion; 0 for a conclusion.
        step: Which step of the claim above it belongs to, from 1; premises of one step are linked.  0 for a conclusion.
        unfolded: False where what stands below it is told elsewhere in the tree, and not again here.
    """

    claim: ClaimId
    depth: int
    role: StepRole | None = None
    step: int = 0
    unfolded: bool = True


def tree_of(claims: Iterable[ClaimId], corpus: Corpus, told: set[ClaimId] | None = None) -> tuple[Branch, ...]:
    """The trees of some claims in reading order, each claim's steps in the author's order.

    A claim is unfolded once, where it stands first, so that shared premises and circles cost nothing; claims that
    are not in the corpus are left out, and so are conclusions that stand below another one.

    Args:
        claims: Where the trees begin.
        corpus: Where the claims are.
        told: Claims that are unfolded elsewhere already; those of these trees are added.
    """
    starts = [claim for claim in dict.fromkeys(claims) if claim in corpus.claims]
    below = {claim: _below(claim, corpus) for claim in starts} if len(starts) > 1 else {}
    tops = [claim for place, claim in enumerate(starts) if not _stands_below(claim, place, starts, below)]
    found: list[Branch] = []
    told = set() if told is None else told
    stack = [Branch(claim=claim, depth=0) for claim in reversed(tops)]
    while stack:
        branch = stack.pop()
        under = _steps(branch, corpus)
        unfolded = branch.claim not in told or not under
        found.append(branch if unfolded else attrs.evolve(branch, unfolded=False))
        if branch.claim not in told:
            told.add(branch.claim)
            stack += reversed(under)
    return tuple(found)


def _stands_below(claim: ClaimId, place: int, starts: list[ClaimId], below: dict[ClaimId, set[ClaimId]]) -> bool:
    """Whether it stands below another start; of starts that stand below each other, the first does not."""
    return any(
        claim in below[other] and (other not in below[claim] or before < place)
        for before, other in enumerate(starts)
        if other != claim
    )


def _below(claim: ClaimId, corpus: Corpus) -> set[ClaimId]:
    found: set[ClaimId] = set()
    pending = [claim]
    while pending:
        here = pending.pop()
        for branch in _steps(Branch(claim=here, depth=0), corpus):
            if branch.claim not in found:
                found.add(branch.claim)
                pending.append(branch.claim)
    return found


def _steps(branch: Branch, corpus: Corpus) -> list[Branch]:
    found = []
    for number, step in enumerate(corpus.claims[branch.claim].steps, start=1):
        parts = [(step.role, step.premises)]
        parts += [(StepRole.UNDERCUT, undercut.premises) for undercut in step.undercuts]
        found += [
            Branch(claim=premise, depth=branch.depth + 1, role=role, step=number)
            for role, premises in parts
            for premise in premises
            if premise in corpus.claims
        ]
    return found


def roots(corpus: Corpus, document: Document) -> tuple[ClaimId, ...]:
    """The claims from which, taken together, every claim of the document is reached: the thesis, then by place."""
    reached: set[ClaimId] = set()
    first = () if document.thesis is None else (document.thesis,)
    _reach(corpus, first, reached)
    rest = [claim for claim in document.claims if claim not in reached]
    used = {premise for claim in rest for premise in corpus.claims[claim].premises}
    tops = {claim for claim in rest if claim not in used}
    _reach(corpus, tops, reached)
    for claim in rest:
        # What supports itself has no top; any of its claims will do.
        if claim not in reached:
            tops.add(claim)
            _reach(corpus, (claim,), reached)
    return (*first, *(claim for claim in rest if claim in tops))


def _reach(corpus: Corpus, start: Iterable[ClaimId], reached: set[ClaimId]) -> None:
    waiting = list(start)
    while waiting:
        claim = waiting.pop()
        if claim not in reached and claim in corpus.claims:
            reached.add(claim)
            waiting.extend(corpus.claims[claim].premises)
