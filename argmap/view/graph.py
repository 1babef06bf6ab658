"""The argument of one or more documents as a graph: which claims each step connects, and in what order to walk it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

import attrs

from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import Step, StepRole


class Side(StrEnum):
    """Whom a claim helps, taken together with the attitude to it: the main claim it leads to, or those against it."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@attrs.frozen
class GraphStep:
    """One step as it is drawn: its premises, in what role, and the doubts about it.

    Attributes:
        number: Its place among the steps of its conclusion, from 1.
        stated: The step as its author makes it, premises that are not there included.
    """

    number: int
    role: StepRole
    premises: tuple[ClaimId, ...]
    undercuts: tuple[tuple[ClaimId, ...], ...]
    stated: Step

    def mentions(self) -> Iterator[ClaimId]:
        """Every claim that the step names, the doubts last."""
        yield from self.premises
        for undercut in self.undercuts:
            yield from undercut


def mentioned(steps: Iterable[GraphStep]) -> Iterator[ClaimId]:
    """Every claim that some steps name, in order, perhaps more than once."""
    return (premise for step in steps for premise in step.mentions())


@attrs.frozen
class Use:
    """What a claim is a premise of, and in what role."""

    conclusion: ClaimId
    role: StepRole


@attrs.frozen
class Graph:
    """Claims, and the steps below each.

    Attributes:
        corpus: Where the claims are.
        steps: The steps below each claim; a claim outside the graph's documents has none here.
        order: Every claim of the graph, conclusions before premises wherever no circle forbids it.
        roots: Claims that support nothing in the graph, in the same order.
        uses: What each claim is used for, in the order of the documents.
    """

    corpus: Corpus
    steps: Mapping[ClaimId, tuple[GraphStep, ...]]
    order: Mapping[ClaimId, int]
    roots: tuple[ClaimId, ...]
    uses: Mapping[ClaimId, tuple[Use, ...]]

    def premises(self, claim: ClaimId) -> Iterator[ClaimId]:
        """Every claim that the steps below a claim name."""
        return mentioned(self.steps.get(claim, ()))

    def below(self, claim: ClaimId) -> set[ClaimId]:
        """Every claim below a claim, however far, itself left out."""
        found: set[ClaimId] = set()
        waiting = [claim]
        while waiting:
            for premise in self.premises(waiting.pop()):
                if premise not in found:
                    found.add(premise)
                    waiting.append(premise)
        found.discard(claim)
        return found


def graph_of(corpus: Corpus, documents: Iterable[DocumentId]) -> Graph:
    """The graph of some documents, each thesis first; premises from elsewhere are in it as leaves."""
    documents = tuple(documents)
    claims = [claim for document in documents for claim in corpus.claims_of(document)]
    steps = {claim.id: tuple(_steps(claim, corpus)) for claim in claims}
    below = {claim: list(mentioned(own)) for claim, own in steps.items()}
    used = {premise for premises in below.values() for premise in premises}
    theses = {corpus.documents[document].thesis for document in documents}
    tops = sorted((claim for claim in steps if claim not in used), key=lambda claim: claim not in theses)
    order, entries = _walk(below, [*reversed(tops), *steps])
    return Graph(corpus, steps, order, tuple(claim for claim in order if claim in entries), _uses(steps))


def _uses(steps: Mapping[ClaimId, tuple[GraphStep, ...]]) -> dict[ClaimId, tuple[Use, ...]]:
    found: dict[ClaimId, dict[Use, None]] = {}
    for claim, step in ((claim, step) for claim, own in steps.items() for step in own):
        for role, premises in ((step.role, step.premises), *((StepRole.UNDERCUT, each) for each in step.undercuts)):
            for premise in premises:
                found.setdefault(premise, {})[Use(claim, role)] = None
    return {claim: tuple(uses) for claim, uses in found.items()}


def _steps(claim: Claim, corpus: Corpus) -> Iterator[GraphStep]:
    for number, step in enumerate(claim.steps, start=1):
        premises = _known(step.premises, corpus)
        undercuts = tuple(known for doubt in step.undercuts if (known := _known(doubt.premises, corpus)))
        if premises:
            yield GraphStep(number, step.role, premises, undercuts, step)


def _known(premises: tuple[ClaimId, ...], corpus: Corpus) -> tuple[ClaimId, ...]:
    return tuple(dict.fromkeys(premise for premise in premises if premise in corpus.claims))


def _walk(below: Mapping[ClaimId, list[ClaimId]], starts: Iterable[ClaimId]) -> tuple[dict[ClaimId, int], set[ClaimId]]:
    """Depth-first order, conclusions first, and the starts from which something new was reached.

    The walk keeps its own stack, since an argument may be thousands of steps deep.
    """
    finished: list[list[ClaimId]] = []
    seen: set[ClaimId] = set()
    entries: set[ClaimId] = set()
    for start in starts:
        if start in seen:
            continue
        entries.add(start)
        seen.add(start)
        done: list[ClaimId] = []
        stack = [(start, iter(reversed(below[start])))]
        while stack:
            claim, premises = stack[-1]
            for premise in premises:
                if premise not in seen:
                    seen.add(premise)
                    stack.append((premise, iter(reversed(below.get(premise, ())))))
                    break
            else:
                stack.pop()
                done.append(claim)
        finished.append(done)
    # A later start may lead down to claims of an earlier one, never the other way round: so later starts come first.
    ordered = (claim for done in reversed(finished) for claim in reversed(done))
    return {claim: place for place, claim in enumerate(ordered)}, entries


_AGAINST = frozenset({StepRole.DESPITE, StepRole.OBJECTION, StepRole.UNLESS})
_NEITHER = frozenset({StepRole.EXPLANATION, StepRole.PARTS, StepRole.BACKGROUND, StepRole.IF, StepRole.ONLY_IF})

_OPPOSITE = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR, Side.NEITHER: Side.NEITHER}


def sides_of(graph: Graph, thesis: ClaimId | None) -> Mapping[ClaimId, Side]:
    """The side of every claim under the thesis; of the others, in the tree of their own main claim.

    What supports a claim is on its side, what speaks against it on the other, what undercuts a step is against what
    the step does.  What only explains, spells out or is a condition is on neither side, and so is what serves both.
    Under a denied claim the reasons stand for the denial, and are on the side of the card that says it.
    """
    sides: dict[ClaimId, Side] = {}
    for start in ((thesis,) if thesis in graph.order else (), graph.roots):
        _spread(graph, [claim for claim in start if claim is not None and claim not in sides], sides)
    return sides


def _spread(graph: Graph, starts: list[ClaimId], sides: dict[ClaimId, Side]) -> None:
    """Gives a side to what stands under the starts and has none from an earlier spread."""
    found: dict[ClaimId, set[Side]] = {start: {Side.FOR} for start in starts}
    reach = set(starts).union(*(graph.below(start) for start in starts)) if starts else set()
    for claim in sorted(reach - sides.keys(), key=graph.order.__getitem__):
        taken = found.get(claim, set()) - {Side.NEITHER}
        side = sides[claim] = taken.pop() if len(taken) == 1 else Side.NEITHER
        for step in graph.steps.get(claim, ()):
            own = Side.NEITHER if step.role in _NEITHER else _OPPOSITE[side] if step.role in _AGAINST else side
            for given, premises in ((own, step.premises), *((_OPPOSITE[own], doubt) for doubt in step.undercuts)):
                for premise in premises:
                    found.setdefault(premise, set()).add(given)
