"""Claims in quotes, with what their authors do with them: how a comparison tells them."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.wording.comparison_names import ComparisonNames
from argmap.wording.english import one_line, quoted
from argmap.wording.names import actor_name
from argmap.wording.spans import Words, joined, words
from argmap.wording.strengths import in_words


def bare_claim(claim: ClaimId, names: ComparisonNames) -> Words:
    """A claim with what its author does with it, where that is not simply to claim it."""
    record = names.corpus.claims[claim]
    return words(_bracketed(record, names), one_line(record.text), _strength(record))


def quoted_claim(claim: ClaimId, names: ComparisonNames, *, bare: bool = False) -> Words:
    """A claim in quotes, with how firmly it is said, its id and, unless bare, what its author does with it."""
    record = names.corpus.claims[claim]
    attitude = "" if bare else _bracketed(record, names)
    return words(attitude, quoted(record.text), _strength(record), " (", names.id(claim), ")")


def quoted_claims(claims: Iterable[ClaimId], names: ComparisonNames) -> Words:
    """Claims in quotes, in one line."""
    return joined((quoted_claim(claim, names) for claim in claims), " and ")


def _bracketed(claim: Claim, names: ComparisonNames) -> str:
    """What the author does with a claim, before its words; empty where that is to claim it."""
    groups = ([actor_name(actor, claim.document, names.corpus) for actor in group] for group in claim.voices)
    voices = " quoting ".join(", ".join(group) for group in groups)
    match claim.attitude:
        case Attitude.CLAIMS:
            return ""
        case Attitude.IMPLIES:
            return f"[left unsaid{f' by {voices}' if voices else ''}] "
        case Attitude.ENDORSES:
            return f"[agrees with {voices}] "
        case attitude:
            return f"[{attitude.value}{f', from {voices}' if voices else ''}] "


def _strength(claim: Claim) -> str:
    return f" [{in_words(claim.strength)}]" if claim.strength else ""
