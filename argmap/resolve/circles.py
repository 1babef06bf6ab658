"""Claims that support themselves, however far round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import Step
from argmap.source.finding import Finding, Related

_LONGEST_SHOWN = 12


def circles(claims: Mapping[ClaimId, Claim]) -> Iterator[Finding]:
    """One finding for each circle of support that a depth-first search closes.

    Work is linear in the number of premises, and nothing recurses: arguments may be thousands of levels deep.
    """
    done: set[ClaimId] = set()
    for root in claims:
        if root in done or not claims[root].steps:
            continue
        path: list[ClaimId] = [root]
        on_path = {root: 0}
        pending = [_supporters(claims, root)]
        while pending:
            following = next(pending[-1], None)
            if following is None:
                pending.pop()
                left = path.pop()
                del on_path[left]
                done.add(left)
            elif following in on_path:
                yield _finding(claims, path[on_path[following] :])
            elif following not in done and following in claims and claims[following].steps:
                on_path[following] = len(path)
                path.append(following)
                pending.append(_supporters(claims, following))


def _supporters(claims: Mapping[ClaimId, Claim], claim: ClaimId) -> Iterator[ClaimId]:
    for step in _reasons(claims[claim]):
        yield from step.premises


def _reasons(claim: Claim) -> Iterator[Step]:
    return (step for step in claim.steps if step.supports)


def _finding(claims: Mapping[ClaimId, Claim], circle: list[ClaimId]) -> Finding:
    first = claims[circle[0]]
    message = f"{first.called} supports itself"
    if len(circle) > 1:
        shown = [_shown(claims[claim], first) for claim in circle]
        if len(shown) > _LONGEST_SHOWN:
            shown = [*shown[: _LONGEST_SHOWN - 2], f"... ({len(circle) - _LONGEST_SHOWN + 1} more) ...", shown[-1]]
        message += ": " + " because ".join([*shown, _shown(first, first)])
    return Finding(
        code="A204",
        message=message,
        place=first.origin,
        label="a reason for itself, and so none",
        related=tuple(
            _support(claims[conclusion], claims[premise]) for conclusion, premise in pairwise([*circle, circle[0]])
        ),
        help="drop the step that the author does not make",
    )


def _support(conclusion: Claim, premise: Claim) -> Related:
    step = next(step for step in _reasons(conclusion) if premise.id in step.premises)
    if premise is conclusion:
        return Related(step.origin, "it is given as its own reason")
    return Related(step.origin, f"{premise.called} supports {conclusion.called}")


def _shown(claim: Claim, first: Claim) -> str:
    if not claim.named:
        return "(a premise without a name)"
    return claim.name if claim.document == first.document else claim.id
