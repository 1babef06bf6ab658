"""Claims that support themselves, however far round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.language.words import WITHOUT_SUPPORT
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import Inference
from argmap.source.finding import Finding, Related

_LONGEST_SHOWN = 12


def circles(claims: Mapping[ClaimId, Claim]) -> Iterator[Finding]:
    """One finding for each circle of support that a depth-first search closes.

    Work is linear in the number of premises, and nothing recurses: arguments may be thousands of levels deep.
    """
    done: set[ClaimId] = set()
    for root in claims:
        if root in done:
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
            elif following not in done and following in claims:
                on_path[following] = len(path)
                path.append(following)
                pending.append(_supporters(claims, following))


def _supporters(claims: Mapping[ClaimId, Claim], claim: ClaimId) -> Iterator[ClaimId]:
    for step in claims[claim].steps:
        if isinstance(step, Inference) and step.scheme not in WITHOUT_SUPPORT:
            yield from step.premises


def _finding(claims: Mapping[ClaimId, Claim], circle: list[ClaimId]) -> Finding:
    first = claims[circle[0]]
    if len(circle) == 1:
        message = f"`{first.name}` supports itself"
    else:
        shown = circle if len(circle) <= _LONGEST_SHOWN else [*circle[: _LONGEST_SHOWN - 1], ClaimId("...")]
        names = [name.partition(".")[2] if name.startswith(f"{first.document}.") else name for name in shown]
        message = f"`{first.name}` supports itself: " + " because ".join([*names, first.name])
    related = tuple(
        Related(claims[claim].origin, f"supports `{claims[conclusion].name}`")
        for conclusion, claim in zip(circle[: _LONGEST_SHOWN - 1], circle[1:_LONGEST_SHOWN], strict=False)
    )
    return Finding(
        code="A204",
        message=message,
        place=first.origin,
        label="a reason for itself, and so none",
        related=related,
        help="drop the step that the author does not make",
    )
