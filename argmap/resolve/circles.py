"""Claims that support themselves, however far round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import Step
from argmap.source.finding import Finding, Related

_LONGEST_SHOWN = 12
"""Claims of one circle that are named in its sentence."""
_MOST_PLACES = 40
"""Steps of one circle whose places are given."""
_MOST = 100
"""Circles that are told one by one: of claims that all support each other, almost every step closes one."""


def circles(claims: Mapping[ClaimId, Claim]) -> Iterator[Finding]:
    """One finding for each circle of support that a depth-first search closes; beyond many, one counts the others.

    Work is linear in the number of premises, and nothing recurses: arguments may be thousands of levels deep.
    """
    left, last = 0, None
    for count, (path, start) in enumerate(_closed(claims), start=1):
        if count <= _MOST:
            yield _finding(claims, path, start)
        else:
            left, last = left + 1, last or claims[path[start]]
    if last is not None:
        yield Finding(
            code="A204",
            message=f"{left} more {'circle' if left == 1 else 'circles'} of support, from {last.called} on",
            place=last.origin,
            label="a reason for itself, and so none",
            help="mend those above first",
        )


def _closed(claims: Mapping[ClaimId, Claim]) -> Iterator[tuple[list[ClaimId], int]]:
    """Each circle as the way by which the search came, which goes on to change, and where on it the circle begins."""
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
                yield path, on_path[following]
            elif following not in done and following in claims and claims[following].steps:
                on_path[following] = len(path)
                path.append(following)
                pending.append(_supporters(claims, following))


def _supporters(claims: Mapping[ClaimId, Claim], claim: ClaimId) -> Iterator[ClaimId]:
    for step in _reasons(claims[claim]):
        yield from step.premises


def _reasons(claim: Claim) -> Iterator[Step]:
    return (step for step in claim.steps if step.supports)


def _finding(claims: Mapping[ClaimId, Claim], path: list[ClaimId], start: int) -> Finding:
    """A circle from a place on the way to its end; of a long one, the middle is counted and not shown."""
    first = claims[path[start]]
    size = len(path) - start
    message = f"{first.called} supports itself"
    if size > 1:
        named = path[start:] if size <= _LONGEST_SHOWN else path[start : start + _LONGEST_SHOWN - 2]
        shown = [_shown(claims[claim], first) for claim in named]
        if len(named) < size:
            shown += [f"... ({size - len(named) - 1} more) ...", _shown(claims[path[-1]], first)]
        message += ": " + " because ".join([*shown, _shown(first, first)])
    steps = [*pairwise(path[start : start + _MOST_PLACES]), (path[-1], path[start])]
    return Finding(
        code="A204",
        message=message,
        place=first.origin,
        label="a reason for itself, and so none",
        related=tuple(_support(claims[conclusion], claims[premise]) for conclusion, premise in steps),
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
