"""The reasons of a side as an indented list, down to the leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.tree import Branch, Role, tree_of
from argmap.model.ids import ClaimId
from argmap.report.page import Item
from argmap.wording.comparison_names import ComparisonNames
from argmap.wording.quoted_claims import bare_claim
from argmap.wording.roles import words_of_role
from argmap.wording.spans import strong, words


def tree(claims: Iterable[ClaimId], names: ComparisonNames, depth: int = 0) -> Iterator[Item]:
    """The claims with all that stands under them."""
    above: dict[int, Branch] = {}
    for branch in tree_of(claims, names.corpus):
        before = above.get(branch.depth)
        linked = before is not None and (before.step, before.role) == (branch.step, branch.role) and bool(branch.step)
        above = {level: other for level, other in above.items() if level < branch.depth} | {branch.depth: branch}
        opening = "" if branch.role is Role.CONCLUSION else words_of_role(branch.role).opening
        role = "and" if linked else opening
        yield _item(branch, role, names, depth)


def single(claims: Iterable[ClaimId], names: ComparisonNames, depth: int = 0) -> Iterator[Item]:
    """The claims alone, each with its place."""
    for claim in claims:
        yield Item(bare_claim(claim, names), depth, names.place(claim))


def _item(branch: Branch, role: str, names: ComparisonNames, depth: int) -> Item:
    start = (strong(f"{role.removesuffix(':')}:"), " ") if role else ()
    if not branch.unfolded:
        return Item(words(*start, names.text(branch.claim), " (see above)"), depth + branch.depth)
    return Item(words(*start, bare_claim(branch.claim, names)), depth + branch.depth, names.place(branch.claim))
