"""The reasons of a side as an indented list, down to the leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.holder import name_of
from argmap.compare.tree import Branch, tree_of
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.ids import ActorId, ClaimId
from argmap.model.inference import StepRole
from argmap.report.comparison.names import Names
from argmap.report.comparison.page import Item, Words, strong, words
from argmap.report.comparison.strengths import in_words
from argmap.report.english import one_line, quoted

_ROLES = {
    None: "",
    StepRole.BECAUSE: "because",
    StepRole.EXPLANATION: "explained by",
    StepRole.PARTS: "consists of",
    StepRole.BACKGROUND: "background",
    StepRole.DESPITE: "in spite of",
    StepRole.UNLESS: "unless",
    StepRole.IF: "if",
    StepRole.ONLY_IF: "only if",
    StepRole.UNDERCUT: "a doubt about this step",
}


def tree(claims: Iterable[ClaimId], names: Names, depth: int = 0) -> Iterator[Item]:
    """The claims with all that stands under them."""
    above: dict[int, Branch] = {}
    for branch in tree_of(claims, names.corpus):
        before = above.get(branch.depth)
        linked = before is not None and (before.step, before.role) == (branch.step, branch.role) and bool(branch.step)
        above = {level: other for level, other in above.items() if level < branch.depth} | {branch.depth: branch}
        role = "and" if linked else _ROLES[branch.role]
        yield _item(branch, role, names, depth)


def single(claims: Iterable[ClaimId], names: Names, depth: int = 0) -> Iterator[Item]:
    """The claims alone, each with its place."""
    for claim in claims:
        yield Item(said(claim, names), depth, names.place(claim))


def said(claim: ClaimId, names: Names) -> Words:
    """A claim with what its author does with it, where that is not simply to claim it."""
    record = names.corpus.claims[claim]
    return words(_attitude(record, names), one_line(record.text), _strength(record))


def _item(branch: Branch, role: str, names: Names, depth: int) -> Item:
    start = (strong(f"{role.removesuffix(':')}:"), " ") if role else ()
    if not branch.unfolded:
        return Item(words(*start, names.text(branch.claim), " (see above)"), depth + branch.depth)
    return Item(words(*start, said(branch.claim, names)), depth + branch.depth, names.place(branch.claim))


def _attitude(claim: Claim, names: Names) -> str:
    voices = " quoting ".join(", ".join(_actor(actor, claim, names) for actor in group) for group in claim.voices)
    match claim.attitude:
        case Attitude.CLAIMS:
            return ""
        case Attitude.IMPLIES:
            return f"[left unsaid{f' by {voices}' if voices else ''}] "
        case Attitude.ENDORSES:
            return f"[agrees with {voices}] "
        case attitude:
            return f"[{attitude.value}{f', from {voices}' if voices else ''}] "


def _actor(actor: ActorId, claim: Claim, names: Names) -> str:
    return one_line(name_of(actor, claim.document, names.corpus))


def _strength(claim: Claim) -> str:
    return f" [{in_words(claim.strength)}]" if claim.strength else ""


def brief(claims: Iterable[ClaimId], names: Names) -> Words:
    """Claims in quotes, in one line."""
    found: list[str | Words] = []
    for claim in claims:
        found += [" and " if found else "", quote(claim, names)]
    return words(*found)


def quote(claim: ClaimId, names: Names, *, bare: bool = False) -> Words:
    """A claim in quotes, with how firmly it is said, its id and, unless bare, what its author does with it."""
    record = names.corpus.claims[claim]
    return words(
        "" if bare else _attitude(record, names), quoted(record.text), _strength(record), " (", names.id(claim), ")"
    )
