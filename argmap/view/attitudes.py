"""A claim as that which reasons are given for."""

from __future__ import annotations

from argmap.language.words import Attitude
from argmap.model.claim import Claim


def attitude_of(claim: Claim, name: str) -> str:
    """A claim under a name, as its author's attitude to it: what reasons are given for, never the bare text."""
    match claim.attitude:
        case Attitude.DENIES:
            return f"the denial of {name}"
        case Attitude.DOUBTS:
            return f"the doubt about {name}"
        case Attitude.REPORTS:
            return f"the report of {name}"
        case Attitude.SUPPOSES:
            return f"the supposition of {name}"
        case _:
            return name
