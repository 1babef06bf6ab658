"""In which order the claims of a document are told: the thesis with what stands under it, then the rest by sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.language.words import Attitude
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.model.inference import Step


@attrs.frozen
class Branch:
    """A claim in its part as a premise, with the words of the language that say which part.

    Attributes:
        claim: The premise.
        role: ``because``, ``and``, ``undercut`` ...
        scheme: Of the step, on its first premise.
        attitude: What the verb is taken for where none is said.
    """

    claim: ClaimId
    role: str
    scheme: str
    attitude: Attitude


def branches(steps: Iterable[Step]) -> Iterator[Branch]:
    """What stands directly under a claim, in the author's order."""
    for step in steps:
        attitude = Attitude.SUPPOSES if step.role.is_condition else Attitude.CLAIMS
        yield from _linked(step.premises, step.role.word, step.scheme or "", attitude)
        for undercut in step.undercuts:
            yield from _linked(undercut.premises, "undercut", "", Attitude.CLAIMS)


def roots(corpus: Corpus, document: Document) -> tuple[ClaimId, ...]:
    """The claims from which, taken together, every claim of the document is reached: the thesis, then by place."""
    reached: set[ClaimId] = set()
    first = () if document.thesis is None else (document.thesis,)
    _reach(corpus, first, reached)
    rest = [claim for claim in document.claims if claim not in reached]
    used = {branch.claim for claim in rest for branch in branches(corpus.claims[claim].steps)}
    tops = {claim for claim in rest if claim not in used}
    _reach(corpus, tops, reached)
    for claim in rest:
        # What supports itself has no top; any of its claims will do.
        if claim not in reached:
            tops.add(claim)
            _reach(corpus, (claim,), reached)
    return (*first, *(claim for claim in rest if claim in tops))


def _linked(premises: tuple[ClaimId, ...], role: str, scheme: str, attitude: Attitude) -> Iterator[Branch]:
    for number, premise in enumerate(premises):
        yield Branch(premise, "and" if number else role, "" if number else scheme, attitude)


def _reach(corpus: Corpus, start: Iterable[ClaimId], reached: set[ClaimId]) -> None:
    waiting = list(start)
    while waiting:
        claim = waiting.pop()
        if claim not in reached and claim in corpus.claims:
            reached.add(claim)
            waiting.extend(branch.claim for branch in branches(corpus.claims[claim].steps))
